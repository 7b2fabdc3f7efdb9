"""Geonorge's download service: what is chosen from its lists, how it is ordered, and what its answers mean."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart._vendor import httpx
from klasskart.clients.http import Http
from klasskart.clients.nedlasting import AreaOffer, Choice, Nedlasting, best_choice, parse_areas, parse_files, plain_format
from klasskart.core.errors import NotOffered, Refused, Unreachable
from klasskart.core.settings import Config
from klasskart.core.units import FYLKER, GRUNNKRETSER, KOMMUNER

UUID = KOMMUNER.uuid
HOST = "https://nedlasting.geonorge.no"
UTM33 = {"code": "25833", "name": "EUREF89 UTM sone 33, 2d", "codespace": "http://www.opengis.net/def/crs/EPSG/0/25833"}
UTM32 = {"code": "25832", "name": "EUREF89 UTM sone 32, 2d", "codespace": "http://www.opengis.net/def/crs/EPSG/0/25832"}


def area(code, kind, *projections, formats=("GeoJSON ", "GML", "SOSI")):
    named = [{"name": name} for name in formats]
    return {"type": kind, "code": code, "name": f"Sted {code}", "projections": [{**p, "formats": named} for p in projections]}


AREAS = [area("0000", "landsdekkende", UTM33), area("32", "fylke", UTM33, UTM32), area("0301", "kommune", UTM32)]


def receipt(*files, **more):
    return {"referenceNumber": "ref", "files": list(files), "email": "", **more}


def file_of(order, status="ReadyForDownload"):
    line = order["orderLines"][0]
    found = {
        "downloadUrl": f"{HOST}/api/download/order/ref/1",
        "name": "x.zip",
        "area": line["areas"][0]["code"],
        "projection": line["projections"][0]["code"],
        "format": line["formats"][0]["name"],
        "status": status,
    }
    return found if status == "ReadyForDownload" else {key: found[key] for key in ("area", "projection", "format", "status")}


class Geonorge:
    """A download service in a few lines; `receive` makes the answer to an order, `areas` may change between requests."""

    def __init__(self, areas=AREAS, receive=lambda order: receipt(file_of(order)), progress=()):
        self.areas, self.receive, self.progress = areas, receive, list(progress)
        self.asked, self.orders, self.slept = [], [], []
        config = Config()
        http = Http(config, httpx.MockTransport(self.handle), sleep=self.slept.append)
        self.client = Nedlasting(http, config.addresses)

    def handle(self, request):
        self.asked.append((request.method, request.url.path))
        path = request.url.path
        if path.startswith("/api/capabilities/"):
            return httpx.Response(200, json=self.capabilities())
        if path == "/links/area":
            return httpx.Response(200, json=self.areas)
        if path == "/links/order":
            self.orders.append(json.loads(request.content))
            answer = self.receive(self.orders[-1])
            return answer if isinstance(answer, httpx.Response) else httpx.Response(200, json=answer)
        if path == "/links/order/ref":
            return httpx.Response(200, json=self.progress.pop(0) if len(self.progress) > 1 else self.progress[0])
        return httpx.Response(404)

    def capabilities(self):
        rel = "http://rel.geonorge.no/download/"
        names = ("projection", "format", "area", "order", "can-download")
        links = [
            {"href": f"http://nedlasting.geonorge.no/links/{n}", "rel": rel + n, "templatedSpecified": False} for n in names
        ]
        return {"supportsAreaSelection": True, "distributedBy": "Geonorge", "_links": [*links, {"rel": "self"}, None]}


def test_an_order_goes_from_capabilities_over_areas_to_the_file():
    geonorge = Geonorge()
    found = geonorge.client.order(UUID, "32", 25832)
    assert geonorge.asked == [("GET", f"/api/capabilities/{UUID}"), ("GET", "/links/area"), ("POST", "/links/order")]
    assert (found.url, found.status) == (f"{HOST}/api/download/order/ref/1", "ReadyForDownload")


def test_an_order_echoes_the_exact_strings_of_the_lists():
    geonorge = Geonorge()
    geonorge.client.order(UUID, "32", 25832)
    (order,) = geonorge.orders
    assert order["orderLines"] == [
        {
            "metadataUuid": UUID,
            "areas": [{"code": "32", "name": "Sted 32", "type": "fylke"}],
            "formats": [{"name": "GeoJSON "}],
            "projections": [UTM32],
        }
    ]
    assert (order["email"], order["downloadAsBundle"], order["softwareClient"]) == ("", False, "Klasskart")


def test_the_lists_are_asked_for_once_for_many_orders():
    geonorge = Geonorge()
    for code in ("32", "0301", "0000"):
        geonorge.client.order(UUID, code, 25833)
    assert len(geonorge.asked) == 2 + 3


def test_a_projection_that_is_not_offered_is_replaced_by_one_that_is():
    geonorge = Geonorge()
    geonorge.client.order(UUID, "0301", 25835)
    geonorge.client.order(UUID, "32", 3857)
    geonorge.client.order(UUID, "32", None)
    assert [order["orderLines"][0]["projections"][0]["code"] for order in geonorge.orders] == ["25832", "25833", "25833"]


def test_an_area_that_is_not_offered_is_named_with_those_that_are():
    geonorge = Geonorge()
    with pytest.raises(NotOffered) as error:
        geonorge.client.order(UUID, "30", 25833)
    assert error.value.values() == {"what": "area", "asked": "30", "offered": "32"}
    assert not geonorge.orders


def test_old_lists_are_asked_for_anew_before_giving_up():
    geonorge = Geonorge()
    geonorge.client.order(UUID, "32", 25833)
    geonorge.areas = [*AREAS, area("31", "fylke", UTM33)]
    assert geonorge.client.order(UUID, "31", 25833).area == "31"


def test_formats_that_we_cannot_read_are_not_ordered():
    geonorge = Geonorge([area("0000", "landsdekkende", UTM33, formats=("SOSI 4.5", "PostGIS"))])
    with pytest.raises(NotOffered) as error:
        geonorge.client.order(UUID, "0000", 25833)
    assert (error.value.what, error.value.offered) == ("format", "SOSI 4.5, PostGIS")


def test_an_order_without_files_is_told_and_not_taken_for_success():
    geonorge = Geonorge(receive=lambda order: receipt())
    with pytest.raises(NotOffered) as error:
        geonorge.client.order(UUID, "32", 25832)
    assert (error.value.what, error.value.asked) == ("file", "32 EPSG:25832 GeoJSON")
    assert len(geonorge.orders) == 1


def test_files_of_something_else_are_not_taken():
    geonorge = Geonorge(receive=lambda order: receipt({**file_of(order), "area": "99"}))
    with pytest.raises(NotOffered):
        geonorge.client.order(UUID, "32", 25832)


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(500, json="Order contains restricted datasets, but no user information is provided."),
        httpx.Response(500, text="Order contains restricted datasets, but no user information is provided."),
        httpx.Response(500, json={"Message": "Order contains restricted datasets, but no user information is provided."}),
        httpx.Response(401, json={"detail": "Order contains restricted datasets, but no user information is provided."}),
    ],
)
def test_a_refused_order_is_told_in_the_words_of_the_server_and_not_repeated(answer):
    geonorge = Geonorge(receive=lambda order: answer)
    with pytest.raises(Refused) as error:
        geonorge.client.order(UUID, "32", 25832)
    assert error.value.words == "Order contains restricted datasets, but no user information is provided."
    assert error.value.service == "nedlasting"
    assert len(geonorge.orders) == 1


def test_a_file_under_way_is_waited_for():
    def waiting(order):
        return receipt(file_of(order, "WaitingForProcessing"))

    geonorge = Geonorge(receive=waiting, progress=[waiting(_order("32")), receipt(file_of(_order("32")))])
    assert geonorge.client.order(UUID, "32", 25833).url
    assert sum(geonorge.slept) == pytest.approx(10)


def test_a_file_that_failed_or_never_comes_is_told():
    geonorge = Geonorge(receive=lambda order: receipt(file_of(order, "Error")))
    with pytest.raises(Refused, match="Error"):
        geonorge.client.order(UUID, "32", 25833)
    waiting = receipt(file_of(_order("32"), "WaitingForProcessing"))
    geonorge = Geonorge(receive=lambda order: waiting, progress=[waiting])
    with pytest.raises(Unreachable):
        geonorge.client.order(UUID, "32", 25833)


def _order(code):
    return {"orderLines": [{"areas": [{"code": code}], "projections": [UTM33], "formats": [{"name": "GeoJSON "}]}]}


def test_an_unknown_data_set_is_refused():
    config = Config()
    client = Nedlasting(Http(config, httpx.MockTransport(lambda request: httpx.Response(404))), config.addresses)
    with pytest.raises(Refused):
        client.capabilities("nothing")


def test_country_files_have_addresses_that_can_be_built():
    client = Geonorge().client
    assert client.direct_url(KOMMUNER, 25833) == (
        f"{HOST}/geonorge/Basisdata/Kommuner/GeoJSON/Basisdata_0000_Norge_25833_Kommuner_GeoJSON.zip"
    )
    assert client.direct_url(FYLKER, 4258).endswith("/Basisdata/Fylker/GeoJSON/Basisdata_0000_Norge_4258_Fylker_GeoJSON.zip")
    assert "Grunnkretser_GML.zip" in client.direct_url(GRUNNKRETSER, 25833, "GML")
    assert 25833 in client.direct_crs


# --- reading the lists -------------------------------------------------------------------------


def nedlasting_recording(shared, name):
    return json.loads((shared / "recordings" / "geonorge" / "nedlasting-api" / name).read_bytes())


def test_the_documented_lists_are_read(shared):
    (agder,) = parse_areas([nedlasting_recording(shared, "swagger_codelists_area_item_041f1e6e.json")])
    assert (agder.code, agder.type, agder.name) == ("42", "fylke", "Agder")
    assert [(c.projection_code, c.format_name) for c in agder.choices][:2] == [("4258", "GeoJSON"), ("25832", "GML")]
    assert len(agder.choices) == 7
    (country,) = parse_areas(nedlasting_recording(shared, "v3_codelists_area_landsdekkende_trimmed.json"))
    assert best_choice([country], "0000", 3035).format_name == "GML 3.2.1"
    cells = parse_areas(nedlasting_recording(shared, "codelists_area_d2ae29bd_celle_trimmed.json"))
    assert [len(cell.choices) for cell in cells] == [1, 1]


def test_the_documented_receipts_are_read(shared):
    files = parse_files(nedlasting_recording(shared, "swagger_POST_order_response_041f1e6e.json"))
    assert [(file.area, file.projection, file.format, file.status) for file in files] == [
        ("32", "25832", "GeoJSON ", "ReadyForDownload"),
        ("32", "25832", "GML 3.2.1", "ReadyForDownload"),
    ]
    ready, waiting = parse_files(nedlasting_recording(shared, "v2_POST_order_response_ready_and_waiting.json"))
    assert (ready.status, waiting.status, waiting.url, waiting.name) == ("ReadyForDownload", "WaitingForProcessing", "", "")


def test_former_units_are_shown_by_their_name_alone():
    (offer,) = parse_areas([{**area("30", "fylke", UTM33), "name": "Viken (gammel)"}])
    assert offer.name == "Viken"
    assert offer.choices[0].area_name == "Viken (gammel)"


def test_the_country_is_not_a_grid_cell_of_the_same_code():
    offers = parse_areas([area("32", "celle", UTM33), area("32", "fylke", UTM33)])
    assert best_choice(offers, "32", 25833).area_type == "fylke"


@pytest.mark.parametrize(
    ("name", "plain"), [("GeoJSON ", "geojson"), ("GEOJSON", "geojson"), ("GML 3.2.1", "gml"), ("FGDB 10.0", "fgdb"), (" ", "")]
)
def test_format_names_are_compared_without_version_case_and_blanks(name, plain):
    assert plain_format(name) == plain


anything = (
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.lists(st.none() | st.text(max_size=3), max_size=2)
)
projections = st.lists(
    st.dictionaries(st.sampled_from(["code", "name", "formats", "more"]), anything, max_size=4) | st.none(), max_size=3
)


@given(
    st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                "code": anything,
                "type": anything,
                "name": anything,
                "projections": anything | projections,
                "formats": anything,
            },
        )
        | st.none(),
        max_size=4,
    )
)
def test_no_area_however_odd_breaks_the_list(rows):
    offers = parse_areas([*rows, area("0301", "kommune", UTM32)])
    assert all(isinstance(offer, AreaOffer) and offer.code for offer in offers)
    assert all(isinstance(choice, Choice) and choice.format_name for offer in offers for choice in offer.choices)
    assert offers[-1].code == "0301"
