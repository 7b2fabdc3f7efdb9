"""Geonorge's catalogue: searching past its traps, and reading its records."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart._vendor import httpx
from klasskart.clients.http import Http
from klasskart.clients.kartkatalog import HistoricDataset, Kartkatalog, parse_record
from klasskart.core.errors import Faulty, Refused, UnexpectedAnswer
from klasskart.core.settings import Config
from klasskart.core.units import FYLKER, GRUNNKRETSER, KOMMUNER


class Catalogue:
    """A catalogue that finds the entries whose title holds the first word asked for, hidden ones only when told."""

    def __init__(self, entries=(), records=()):
        self.entries, self.records, self.asked = list(entries), dict(records), []
        config = Config()
        self.client = Kartkatalog(Http(config, httpx.MockTransport(self.handle)), config.addresses)

    def handle(self, request):
        self.asked.append(request)
        params = dict(request.url.params)
        if request.url.path.startswith("/api/getdata/"):
            record = self.records.get(request.url.path.rsplit("/", 1)[1])
            return httpx.Response(200, json=record) if record else httpx.Response(404)
        word = (params["text"].split() or [""])[0]
        found = [entry for entry in self.entries if word in entry["Title"]]
        found = [entry for entry in found if params.get("listhidden") == "true" or not entry.get("hidden")]
        start, limit = int(params["offset"]) - 1, int(params["limit"])
        return httpx.Response(
            200, json={"NumFound": len(found), "Limit": limit, "Offset": start + 1, "Results": found[start : start + limit]}
        )


def entry(uuid, title, kind="dataset", **more):
    return {"Uuid": uuid, "Title": title, "Type": kind, "Organizations": ["Kartverket"], **more}


def recorded(shared, name):
    return json.loads((shared / "recordings" / "geonorge" / "kartkatalog" / name).read_bytes())


def test_search_pages_from_item_one_and_asks_in_norwegian():
    catalogue = Catalogue([entry(str(number), f"Kart {number}") for number in range(25)])
    hits = list(catalogue.client.search("Kart", page=10))
    assert [hit.uuid for hit in hits] == [str(number) for number in range(25)]
    assert [request.url.params["offset"] for request in catalogue.asked] == ["1", "11", "21"]
    assert {request.url.params["lang"] for request in catalogue.asked} == {"no"}


def test_callers_that_have_enough_ask_for_no_more():
    catalogue = Catalogue([entry(str(number), f"Kart {number}") for number in range(25)])
    assert next(catalogue.client.search("Kart", page=10)).uuid == "0"
    assert len(catalogue.asked) == 1


def test_facets_are_named_without_a_dot():
    catalogue = Catalogue([entry("1", "Kart")])
    list(catalogue.client.search("Kart", facets=[("organizations", "Oslo kommune"), ("type", "dataset")]))
    params = catalogue.asked[0].url.params
    assert (params["facets[0]name"], params["facets[0]value"]) == ("organizations", "Oslo kommune")
    assert (params["facets[1]name"], params["facets[1]value"]) == ("type", "dataset")


def test_no_hits_are_no_hits_and_an_index_that_is_down_is_a_fault():
    assert list(Catalogue([entry("1", "Kart")]).client.search("Ukjent")) == []
    with pytest.raises(Faulty):
        list(Catalogue().client.search("Kart"))


def test_an_answer_of_another_kind_is_unexpected():
    config = Config()
    client = Kartkatalog(Http(config, httpx.MockTransport(lambda request: httpx.Response(200, json=[]))), config.addresses)
    with pytest.raises(UnexpectedAnswer):
        list(client.search("x"))
    with pytest.raises(UnexpectedAnswer):
        client.record("x")


def test_earlier_years_are_found_as_hidden_data_sets_and_as_members_of_a_series():
    series = [entry("k20", "Administrative enheter kommuner - historiske data 2020"), entry("f20", "Fylker 2020")]
    catalogue = Catalogue(
        [
            entry(KOMMUNER.uuid, KOMMUNER.title, Date="2025-12-09T23:00:00Z"),
            entry("k23", "Administrative enheter kommuner historiske data 2023", hidden=True, Date="2024-06-30T22:00:00Z"),
            entry("s", "Administrative enheter - historiske versjoner", "series", hidden=True, SerieDatasets=series),
            entry("f23", "Administrative enheter fylker historiske data 2023", hidden=True),
            entry("r", "Administrative enheter kommuner historiske data 2019", AccessIsRestricted=True),
            entry("w", "Administrative enheter kommuner WMS 2021", "service"),
        ]
    )
    assert catalogue.client.historic(KOMMUNER) == (
        HistoricDataset("k20", "Administrative enheter kommuner - historiske data 2020", 2020),
        HistoricDataset("k23", "Administrative enheter kommuner historiske data 2023", 2023, "2024-07-01"),
    )
    assert [found.year for found in catalogue.client.historic(FYLKER)] == [2023]


def test_a_series_that_is_gone_from_the_catalogue_hides_no_other_year():
    catalogue = Catalogue(
        [
            entry("s", "Administrative enheter - historiske versjoner", "series", hidden=True),
            entry("k", "Administrative enheter kommuner - historiske data 2020", hidden=True),
        ]
    )
    assert [found.year for found in catalogue.client.historic(KOMMUNER)] == [2020]


def test_a_year_whose_data_set_holds_all_units_serves_where_the_kind_has_none_of_its_own():
    members = [
        entry("all17", "Administrative enheter - historiske data 2017"),
        entry("all20", "Administrative enheter Norge 2020"),
        entry("k20", "Administrative enheter kommuner 2020"),
        entry("f19", "Administrative enheter fylker 2019"),
        entry("l", "Administrative enheter grunnlinjer 2018"),
    ]
    series = entry("s", "Administrative enheter - historiske versjoner", "series", hidden=True, SerieDatasets=members)
    catalogue = Catalogue([series])
    assert [(f.year, f.uuid) for f in catalogue.client.historic(KOMMUNER)] == [(2017, "all17"), (2020, "k20")]
    assert [(f.year, f.uuid) for f in catalogue.client.historic(FYLKER)] == [(2017, "all17"), (2019, "f19"), (2020, "all20")]


def test_a_series_that_the_title_does_not_find_is_searched_for_by_its_own():
    class Picky(Catalogue):
        def handle(self, request):
            if "kommuner" in dict(request.url.params).get("text", ""):
                self.asked.append(request)
                return httpx.Response(200, json={"NumFound": 1, "Results": [entry(KOMMUNER.uuid, KOMMUNER.title)]})
            return super().handle(request)

    members = [entry("k20", "Administrative enheter kommuner 2020")]
    series = entry("s", "Administrative enheter – historiske versjoner", "series_historic", hidden=True, SerieDatasets=members)
    assert [found.year for found in Picky([series]).client.historic(KOMMUNER)] == [2020]


def test_a_series_of_the_kind_itself_may_name_its_members_as_it_likes():
    members = [
        entry("g18", "Grunnkretser2018 UTM33"),
        entry("g18b", "Grunnkretser 2018 igjen"),
        entry("g02", "Grunnkretser 2002"),
    ]
    series = entry("s", "Statistiske enheter grunnkretser - tidsserie", "series_historic", hidden=True)
    catalogue = Catalogue([series], {"s": {**series, "SerieDatasets": members}})
    assert [(found.uuid, found.year) for found in catalogue.client.historic(GRUNNKRETSER)] == [("g02", 2002), ("g18", 2018)]


def test_a_record_says_title_licence_and_date(shared):
    record = parse_record(recorded(shared, "getdata_041f1e6e_2026-07.json"), "x", "page")
    assert (record.uuid, record.title) == (KOMMUNER.uuid, KOMMUNER.title)
    assert (record.licence, record.licence_url) == (
        "Creative Commons BY 4.0 (CC BY 4.0)",
        "https://creativecommons.org/licenses/by/4.0/",
    )
    assert (record.updated, record.organisation, record.is_open) == ("2025-12-10", "Kartverket", True)
    assert record.extent == (2.0, 57.0, 33.0, 72.0)
    assert [name for name, _ in record.feeds] == ["FGDB", "GML", "GeoJSON", "PostGIS", "SOSI"]
    assert dict(record.feeds)["GeoJSON"].endswith("/AdministrativeEnheterKommuner_AtomFeedGeoJSON.xml")
    assert record.download == "https://nedlasting.geonorge.no/api/capabilities/"
    assert record.map_service.startswith("https://wms.geonorge.no/skwms1/wms.adm_enheter2")


def test_the_recorded_search_is_read_with_dates_as_in_norway(shared):
    body = recorded(shared, "search_2026-07.json")
    body["NumFound"] = len(body["Results"])
    config = Config()
    client = Kartkatalog(Http(config, httpx.MockTransport(lambda request: httpx.Response(200, json=body))), config.addresses)
    hits = list(client.search("x"))
    assert len(hits) == 25
    assert (hits[0].uuid, hits[0].updated, hits[0].organisations) == (KOMMUNER.uuid, "2025-12-10", ("Kartverket",))
    (series,) = [hit for hit in hits if hit.type == "series"]
    assert "FKB-Bygning" in [member.title for member in series.members]


def test_an_unknown_record_is_refused():
    with pytest.raises(Refused):
        Catalogue().client.record("nothing")


anything = st.none() | st.booleans() | st.integers() | st.text(max_size=4) | st.lists(st.none(), max_size=1) | st.just({})
KEYS = ("Uuid", "Title", "Constraints", "DistributionDetails", "BoundingBox", "SerieDatasets", "DateUpdated", "Organization")


@given(st.dictionaries(st.sampled_from(KEYS), anything))
def test_no_record_however_odd_is_more_than_empty(answer):
    record = parse_record(answer, "asked", "page")
    assert record.uuid
    assert isinstance(record.title, str)
