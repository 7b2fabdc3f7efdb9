"""The catalogues of open data, asked through the stand-in that speaks as they do."""

import datetime
import json

import pytest
from klasskart._vendor import httpx
from klasskart.clients import ckan, datanorge, hub
from klasskart.clients.datanorge import DataNorge
from klasskart.clients.geonorge_datasets import GeonorgeDatasets, dataset_of
from klasskart.clients.http import Http
from klasskart.clients.hub import Hub
from klasskart.clients.kartkatalog import Kartkatalog
from klasskart.clients.limits import Limit
from klasskart.core.errors import (
    Cancelled,
    Faulty,
    FilterIgnored,
    NotAlone,
    NotAsked,
    Refused,
    SeveralKommuner,
    UnexpectedAnswer,
    UnknownKommune,
)
from klasskart.core.feedback import Feedback
from klasskart.core.kommuner import Kommune
from klasskart.core.opendata import Dataset, Distribution, merged
from klasskart.core.portals import Portal
from klasskart.core.settings import Config
from klasskart.work import kommuner, opendata
from opendata_services import opened
from standin import Standin
from standin.opendata import Bucket

OSLO = Kommune("0301", "Oslo", ("Oslo",), "958935420")


@pytest.fixture(scope="module")
def standin():
    with Standin(today=datetime.date(2026, 10, 1)) as running:
        yield running


@pytest.fixture
def services(standin, tmp_path):
    standin.datanorge_limit.left = 20.0
    found = opened(standin, tmp_path)
    yield found
    found.close()
    standin.heal()


def over(handler, config=None, waits=None):
    """A way out whose answers are made here."""
    sleep = (lambda seconds: waits.append(seconds)) if waits is not None else (lambda seconds: None)
    return Http(config or Config(), httpx.MockTransport(handler), sleep=sleep)


def published(services, text):
    return opendata.search(services, kommuner.find(services, text))


# --- whole searches


def test_one_hub_layer_in_three_catalogues_is_one_row(services):
    found = published(services, "Fredrikstad")
    assert [(one.title, one.catalogues) for one in found.datasets] == [
        ("Badeplasser", ("geonorge", "datanorge", "hub")),
        ("Kyststi", ("hub",)),
    ]


def test_oslo_is_found_in_every_catalogue_and_what_can_not_be_mapped_says_why(services):
    rows = {one.title: one for one in published(services, "0301").datasets}
    assert {title: (one.kind, one.why_not) for title, one in rows.items()} == {
        "Trafikkmengde": ("download", ""),
        "Trafikk WMS": ("wms", ""),
        "Planinnsyn": ("other", "page"),
        "Ledningsnett": ("wfs", "restricted"),
        "Friluftsliv uten vei inn": ("other", "no_address"),
        "Turveier": ("other", "no_address"),
        "Bysykler": ("geojson", ""),
        "Skolerute som side": ("other", "page"),
        "Uten adresse": ("other", "no_address"),
        "Kart-API": ("arcgis", ""),
        "Trær i byen": ("arcgis", ""),
    }
    assert rows["Planinnsyn"].url == "https://od2.pbe.oslo.kommune.no/kart"
    assert rows["Friluftsliv uten vei inn"].url.endswith("/metadata/uuid/0f2c1a52-8c4e-4f4e-9c55-6d1f1a3b0a05")
    assert rows["Trafikkmengde"].url.endswith("/api/capabilities/0f2c1a52-8c4e-4f4e-9c55-6d1f1a3b0a01")
    assert rows["Trafikkmengde"].url.startswith(services.config.addresses.url("nedlasting"))
    assert rows["Trafikkmengde"].updated == "2024-05-02"  # 22:00 UTC is midnight in Norway


def test_stavanger_has_packages_and_nothing_of_them_on_a_private_network(services):
    rows = {one.title: one for one in published(services, "Stavanger").datasets}
    assert rows["Stavanger Parkering"].catalogues == ("datanorge", "ckan")
    assert rows["Stavanger Parkering"].kind == "geojson"
    assert rows["Lekeplasser på øya"].kind == "shapefile"
    assert rows["Internt nett"].why_not == "untrusted" and "192.168" not in rows["Internt nett"].url
    assert rows["Ansatte"].why_not == "no_place"


def test_each_address_at_a_host_is_looked_at_where_it_could_be_read_in_two_ways(services):
    ways = (
        "https://kart.example.no/a",
        "https://kart.example.no/b c",
        "https://kart.example.no\\@10.0.0.1/x",
        "https://10.0.0.1/y",
    )
    entry = Dataset("Kart", ("ckan",), ("1",), distributions=tuple(Distribution(url, "geojson") for url in ways))
    (kept,) = opendata._kept(services, [entry])
    assert [way.url for way in kept.distributions] == list(ways[:2]) and kept.untrusted


def test_most_kommuner_publish_nothing_which_is_no_error(services):
    found = published(services, "Utsira")
    assert found.datasets == () and [found.count(name) for name in opendata.SEARCHED] == [0, 0, 0, 0]


def test_a_catalogue_that_is_down_is_named_and_holds_up_no_other(services, standin):
    standin.break_next("/ckan/", status=403, body=b'{"success": false, "error": {"message": "Access denied"}}')
    standin.break_next("/kartkatalog/", status=400, body=b"{}")
    warnings, told = [], []
    found = opendata.search(
        services, kommuner.find(services, "1103"), tell=told.append, feedback=Feedback(on_warning=warnings.append)
    )
    assert {one.title for one in found.datasets} == {"Stavanger Parkering"}
    assert {warning.catalogue for warning in warnings} == {"kartkatalog", f"{standin.url}/ckan"}
    assert all(isinstance(warning, NotAsked) for warning in warnings)
    assert len(told) == 3 and found.count("geonorge") is None and found.count("ckan") is None
    assert (found.count("datanorge"), found.count("hub")) == (1, 0)


def test_answers_come_to_the_callers_thread(services):
    import threading

    threads = set()
    opendata.search(services, OSLO, tell=lambda answer: threads.add(threading.get_ident()))
    assert threads == {threading.get_ident()}


def test_where_no_catalogue_can_be_asked_the_search_has_failed(services, standin):
    standin.break_next("/kartkatalog/", status=400, times=9)
    standin.break_next("/datanorge/", status=400, times=9)
    with pytest.raises(Refused):
        published(services, "Utsira")


def test_a_search_can_be_stopped_while_a_catalogue_is_silent(services, standin):
    kommune = kommuner.find(services, "3107")
    standin.hang("/hub/")
    asked = []
    feedback = Feedback(is_cancelled=lambda: bool(asked))
    with pytest.raises(Cancelled):
        try:
            opendata.search(services, kommune, tell=lambda answer: (asked.append(answer), standin.heal()), feedback=feedback)
        finally:
            standin.heal()


def test_the_table_keeps_nothing_apart_from_could_not_ask(services, standin):
    standin.break_next("/hub/oslo/api", status=403, times=9)
    rows = {kommune.name: counts for kommune, counts in opendata.table(services, ["0301", "Utsira", "Stavanger"])}
    assert rows["Oslo"] == {"geonorge": 6, "datanorge": 4, "ckan": 0, "hub": None}
    assert rows["Utsira"] == dict.fromkeys(opendata.SEARCHED, 0)
    assert rows["Stavanger"]["ckan"] == 4
    assert not [request for request in standin.requests if request.path.endswith("/v1/datasets") and "count" in request.query]


def test_what_covers_a_kommune_is_a_list_of_its_own(services):
    found = opendata.covering(services, kommuner.find(services, "Fredrikstad"))
    assert [one.title for one in found] == ["Badeplasser"]


# --- which kommune


@pytest.mark.parametrize(
    ("text", "number"),
    [("0301", "0301"), ("301", "0301"), ("oslo", "0301"), ("Oslo kommune", "0301"), ("3001", "3101"), ("0101", "3101"),
     ("Skedsmo", "3205"), ("karasjok", "5610"), ("1515 Herøy (Møre og Romsdal)", "1515"), ("Herøy (Nordland)", "1818")],
)  # fmt: skip
def test_a_kommune_is_found_by_number_or_name_of_today_or_before(services, text, number):
    assert kommuner.find(services, text).number == number


@pytest.mark.parametrize("text", ["", "9999", "46", "Atlantis", "2100"])
def test_what_is_no_kommune_is_said(services, text):
    with pytest.raises(UnknownKommune):
        kommuner.find(services, text)


@pytest.mark.parametrize(("text", "named"), [("Herøy", "1515"), ("1507", "1508"), ("våler", "3114")])
def test_a_name_of_several_and_a_kommune_that_was_split_are_not_guessed(services, text, named):
    with pytest.raises(SeveralKommuner) as told:
        kommuner.find(services, text)
    assert named in told.value.candidates


def test_our_own_list_serves_where_klass_does_not_answer(services, standin):
    standin.break_next("/klass/", status=503, times=float("inf"))
    assert kommuner.find(services, "Oslo").number == "0301"


def test_the_organisation_number_goes_by_the_number_of_the_kommune(services):
    found = kommuner.with_organisation(services, kommuner.find(services, "Voss"))
    assert found.organisation and "Voss herad" in found.owner_names and "Voss kommune" in found.owner_names
    assert kommuner.with_organisation(services, OSLO).organisation == "958935420"


def test_kommuner_of_one_name_are_told_apart_by_area(services):
    assert [one.title for one in published(services, "1515").datasets] == ["Løypenett"]
    assert [one.title for one in published(services, "1818").datasets] == ["Havneområder"]


# --- Geonorge's catalogue


def test_the_owner_is_asked_for_by_the_facet_that_works_and_in_norwegian(services, standin):
    published(services, "Guovdageaidnu")
    query = [request.query for request in standin.requests if request.path.endswith("/api/search")][-2]
    assert "organizations" in query and "lang=no" in query and ".name" not in query
    assert "Kautokeino+kommune" in query or "Kautokeino%20kommune" in query


def hits(*owners):
    rows = [{"Uuid": str(n), "Title": f"T{n}", "Organizations": [owner]} for n, owner in enumerate(owners)]

    def handle(request):
        offset, limit = int(request.url.params["offset"]), int(request.url.params["limit"])
        return httpx.Response(200, json={"NumFound": len(rows), "Results": rows[offset - 1 : offset - 1 + limit]})

    config = Config()
    return GeonorgeDatasets(Kartkatalog(over(handle, config), config.addresses))


def test_a_facet_that_was_dropped_is_no_list_of_the_kommunes_data():
    with pytest.raises(FilterIgnored):
        list(hits(*["Kartverket"] * 300).published_by(OSLO))


def test_others_among_the_hits_are_left_out_and_told():
    warnings = []
    found = list(
        hits("Oslo kommune", "Kartverket", "Oslo kommune, Geodata").published_by(
            OSLO, feedback=Feedback(on_warning=warnings.append)
        )
    )
    assert [one.title for one in found] == ["T0", "T2"]
    assert isinstance(warnings[0], NotAlone) and warnings[0].count == 1


def test_hits_are_read_page_by_page_from_item_one():
    assert len(list(hits(*["Oslo kommune"] * 250).published_by(OSLO))) == 250


def test_no_hits_of_an_index_that_is_down_are_a_fault():
    with pytest.raises(Faulty):
        list(hits().published_by(OSLO))


def test_bars_in_titles_do_not_break_the_parts_of_a_service():
    parts = ["u", "A | B", "", "service", "Oslo kommune", "lag", "OGC:WFS", "https://x.no/wfs", "", "", "", "", ""]
    found = dataset_of({"Uuid": "1", "Title": "T", "DatasetServices": ["|".join(parts), "a|b"], "Distributions": ["", None, 3]})
    assert [(way.kind, way.title, way.layer) for way in found.distributions] == [("wfs", "A | B", "lag")]


def test_recorded_hits_are_read_with_their_ways(shared):
    path = shared / "recordings/catalogues/geonorge-kartkatalog/search_2026-07-03_limit25.json"
    rows = json.loads(path.read_bytes())["Results"]
    found = {one.title: one for one in map(dataset_of, rows)}
    assert len(found) == 25
    kommuner_ = found["Administrative enheter kommuner"]
    assert kommuner_.kind == "wfs" and {"download", "wms"} <= {way.kind for way in kommuner_.distributions}
    assert found["Felles KartdataBase (FKB)"].why_not == "restricted"
    assert found["Norge i bilder WMS-Ortofoto"].kind == "wms"


# --- data.norge.no


def test_the_search_is_posted_from_page_zero_and_units_belong_to_the_kommune(services, standin):
    titles = [one.title for one in services.catalogues.datanorge.datasets("958935420")]
    assert titles == ["Bysykler", "Skolerute som side", "Uten adresse"]
    asked = [request for request in standin.requests if request.path.startswith("/datanorge/search")]
    assert {request.method for request in asked} == {"POST"}


def datanorge_of(*owners, waits=None, refusals=0, size=100):
    """A data.norge.no whose filter is ignored, and that says "too many" at first."""
    asked = []
    rows = [
        {"id": str(n), "uri": f"u{n}", "title": {"nn": f"T{n}"}, "organization": {"orgPath": path}}
        for n, path in enumerate(owners)
    ]

    def handle(request):
        body = json.loads(request.content)
        asked.append(body)
        if len(asked) <= refusals:
            return httpx.Response(429)
        if "ids" in body:
            return httpx.Response(200, json=[])
        number = body["pagination"]["page"]
        page = {"currentPage": number, "totalPages": -(-len(rows) // size)}
        return httpx.Response(200, json={"hits": rows[number * size : (number + 1) * size], "page": page})

    config = Config()
    return DataNorge(over(handle, config, waits if waits is not None else []), config.addresses), asked


def test_all_pages_are_read_and_a_language_that_is_there_is_taken():
    client, asked = datanorge_of(*["/KOMMUNE/1"] * 250)
    assert [one.title for one in client.datasets("1", details=False)] == [f"T{n}" for n in range(250)]
    assert [body["pagination"]["page"] for body in asked] == [0, 1, 2]


def test_a_filter_that_was_ignored_is_no_list_of_the_organisations_data():
    client, _ = datanorge_of("/STAT/1", "/KOMMUNE/12")
    with pytest.raises(FilterIgnored):
        list(client.datasets("1", details=False))
    client, _ = datanorge_of("/KOMMUNE/1/2", "/KOMMUNE/12")
    assert [one.title for one in client.datasets("1", details=False)] == ["T0"]


def test_too_many_questions_are_waited_for_and_asked_again():
    waits = []
    client, asked = datanorge_of("/KOMMUNE/1", waits=waits, refusals=2)
    assert len(list(client.datasets("1", details=False))) == 1
    assert len(asked) == 3 and 10 < sum(waits) < 20


def test_it_is_given_up_where_it_goes_on_saying_no():
    client, asked = datanorge_of("/KOMMUNE/1", refusals=99)
    with pytest.raises(Refused):
        list(client.datasets("1", details=False))
    assert len(asked) == datanorge.TRIES


def test_twenty_questions_at_once_then_ten_a_minute():
    now = [0.0]
    limit, waits = Limit(20, 10 / 60, lambda: now[0]), []
    for _ in range(22):
        limit.wait(lambda seconds, feedback: waits.append(seconds))
    assert waits == pytest.approx([6, 12])


def test_the_standin_refuses_the_twenty_first_question():
    bucket = Bucket(20, 10 / 60)
    assert [bucket.take() for _ in range(21)] == [True] * 20 + [False]


@pytest.mark.parametrize(
    ("name", "kind", "why"),
    [
        ("v1_datasets_49bdc2da_levekar-stavanger_staging_2025-02.json", "other", "page"),
        ("v1_datasets_c85c58ac_lovhjemler_staging_2025-02.json", "other", "restricted"),
    ],
)
def test_recorded_records_are_read(shared, name, kind, why):
    found = datanorge.dataset_of(json.loads((shared / "recordings/catalogues/fdk" / name).read_bytes()))
    assert (found.kind, found.why_not) == (kind, why)


def test_every_recorded_record_and_hit_of_data_norge_can_be_read(shared):
    folder = shared / "recordings/catalogues/fdk"
    for path in folder.glob("v1_datasets_*.json"):
        assert datanorge.dataset_of(json.loads(path.read_bytes())).title, path
    for hit in json.loads((folder / "search_response_current-shape_staging_2025-02.json").read_bytes())["hits"]:
        assert datanorge.dataset_of(hit).title


# --- CKAN and Hub


def test_an_answer_that_says_success_false_is_a_refusal_whatever_its_status():
    http = over(lambda request: httpx.Response(200, json={"success": False, "error": {"__type": "Search Error"}}))
    with pytest.raises(Refused, match="Search Error"):
        list(ckan.Ckan(http).datasets(Portal("ckan", "https://ckan.no", "0301", "oslo")))


def test_packages_come_page_by_page_and_others_are_not_taken_for_ours():
    def handle(request):
        start = int(request.url.params["start"])
        rows = [
            {"name": f"n{n}", "id": str(n), "title": "", "organization": {"name": "oslo"}}
            for n in range(start, min(start + 60, 130))
        ]
        return httpx.Response(200, json={"success": True, "result": {"count": 130, "results": rows}})

    portal = Portal("ckan", "https://ckan.no", "0301", "oslo")
    assert len(list(ckan.Ckan(over(handle)).datasets(portal))) == 130
    with pytest.raises(FilterIgnored):
        list(ckan.Ckan(over(handle)).datasets(Portal("ckan", "https://ckan.no", "0301", "bergen")))


@pytest.mark.parametrize("body", ["[]", '"Bad request"', '{"success": true, "result": []}', "<html></html>"])
def test_what_is_no_answer_of_ckan_is_said(body):
    http = over(lambda request: httpx.Response(200, text=body))
    with pytest.raises(UnexpectedAnswer):
        list(ckan.Ckan(http).datasets(Portal("ckan", "https://ckan.no", "0301", "oslo")))


def test_recorded_packages_are_read(shared):
    folder = shared / "recordings/catalogues/ckan"
    found = [ckan.dataset_of(one) for one in json.loads((folder / "smartbydata_packages_2017-05.json").read_bytes())]
    assert len([one for one in found if one]) == 68
    assert {one.why_not for one in found if one} <= {"", "no_place", "format", "page", "no_format", "no_address"}
    shown = json.loads((folder / "package_show_stavanger-parkering_2026-09-28_trimmed.json").read_bytes())["result"]
    assert ckan.dataset_of(shown).why_not == "no_place"


def test_a_site_with_the_old_feed_only_is_read_too(services):
    rows = [one for one in published(services, "Tromsø").datasets if "hub" in one.catalogues]
    assert [(one.title, one.url.rpartition("/services/")[2]) for one in rows] == [
        ("Utfartsparkering", "Utfart/FeatureServer/0"),
        ("Utfartsparkering", "Utfart2/MapServer/3"),
    ]


def test_an_error_of_arcgis_comes_with_status_200():
    http = over(lambda request: httpx.Response(200, json={"error": {"code": 499, "message": "Token Required", "details": []}}))
    with pytest.raises(Refused, match="Token Required"):
        list(Hub(http).datasets(Portal("hub", "https://hub.no", "0301")))


@pytest.mark.parametrize(
    ("name", "count", "extents"),
    [("data-tromso_data.json_2018-02.json", 16, 16), ("dcat-us-1.1_us-utility-site_2026-07-27.json", 47, 0)],
)
def test_both_recorded_shapes_of_feeds_are_read(shared, name, count, extents):
    rows = json.loads((shared / "recordings/catalogues/arcgis-hub" / name).read_bytes())["dataset"]
    found = [hub.dataset_of(row) for row in rows]
    assert len(found) == count and {one.kind for one in found} == {"arcgis"}
    assert extents == 0 or sum(one.extent is not None for one in found) == extents
    assert len(merged(found)) == count
    assert not any("<" in one.description for one in found)


def test_a_site_without_feeds_is_searched_page_by_page(services, standin):
    standin.break_next("/hub/fredrikstad/api/feed", status=404)
    standin.break_next("/hub/fredrikstad/data.json", status=404)
    portal = Portal("hub", f"{standin.url}/hub/fredrikstad", "3107")
    found = list(services.catalogues.hub.datasets(portal))
    assert [(one.title, one.kind) for one in found] == [("Badeplasser", "arcgis"), ("Kyststi", "arcgis")]


def test_the_search_of_a_site_is_followed_by_its_own_links():
    def handle(request):
        if "search" not in request.url.path:
            return httpx.Response(404)
        start = int(request.url.params.get("startindex", 1))
        links = [{"rel": "next", "href": f"https://hub.no/api/search?startindex={start + 1}"}] if start < 3 else []
        told = {"title": f"T{start}", "url": "https://x.no/FeatureServer", "modified": 1700000000000}
        return httpx.Response(200, json={"features": [{"id": str(start), "properties": told}], "links": links})

    found = list(Hub(over(handle)).datasets(Portal("hub", "https://hub.no", "0301")))
    assert [(one.title, one.updated) for one in found] == [(f"T{n}", "2023-11-14") for n in (1, 2, 3)]


def test_the_list_of_organisations_is_turtle_unless_json_is_asked_for(services):
    url = services.config.addresses.url("datanorge", "organizations")
    assert services.http.get(url).content_type.startswith("text/turtle")
    assert services.http.get_json(url)[0]["orgPath"].startswith("/KOMMUNE/")


def test_the_portals_answers_are_bounded():
    http = over(lambda request: httpx.Response(200, headers={"content-length": str(1 << 30)}, content=b"{}"))
    with pytest.raises(Exception, match="larger than"):
        list(Hub(http).datasets(Portal("hub", "https://hub.no", "0301")))
