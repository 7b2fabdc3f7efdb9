"""Feature services: what capabilities and landing pages say, which addresses they lead to, and how a service is recognised."""

import json
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.clients.ogcapi import OgcApi, landing_address, parse_collections
from klasskart.clients.wfs import Wfs, WfsService, parse_capabilities
from klasskart.core.addresses import AddressBook
from klasskart.core.crs import crs_name
from klasskart.core.errors import KlasskartError, Refused, UnexpectedAnswer, UntrustedAddress
from klasskart.core.units import UNITS, recognised
from klasskart.work import map_services
from standin import wfs

URL = "https://wfs.example.org/skwms1/wfs.x"
WFS = """<WFS_Capabilities xmlns="http://www.opengis.net/wfs/2.0" xmlns:ows="http://www.opengis.net/ows/1.1" version="2.0.0"
xmlns:xlink="http://www.w3.org/1999/xlink"><ows:OperationsMetadata>{}</ows:OperationsMetadata>
<FeatureTypeList>{}</FeatureTypeList></WFS_Capabilities>"""
WAY = '<ows:Operation name="{}"><ows:DCP><ows:HTTP><ows:Get xlink:href="{}"/></ows:HTTP></ows:DCP></ows:Operation>'


def small(types="", operations=""):
    return parse_capabilities(WFS.format(operations, types).encode(), URL)


@dataclass
class Answer:
    content: bytes
    content_type: str = ""


class Net:
    """Answers by the path that is asked for; everything that was asked stands in `asked`."""

    def __init__(self, answers):
        self.answers, self.asked = answers, []

    def get(self, url, params=None, **_):
        self.asked.append((url, params))
        found = self.answers[urlsplit(url).path]
        return Answer(found if isinstance(found, bytes) else json.dumps(found).encode())


def book(**more):
    return AddressBook(resolve=lambda host: ["93.184.216.34"], **more)


# --- WFS ------------------------------------------------------------------------------------


def test_the_types_of_the_administrative_service_are_read():
    service = parse_capabilities(wfs.capabilities("https://wfs.geonorge.no/skwms1/wfs.administrative_enheter").encode(), URL)
    assert [(one.name, one.title) for one in service.layers] == [
        ("app:Kommune", "Kommune"), ("app:Fylke", "Fylke"), ("app:Grense", "Grense"),
    ]  # fmt: skip
    assert service.layers[0].crs[0] == "EPSG:4258" and "EPSG:25833" in service.layers[0].crs
    assert service.layers[0].extent == (4.087526, 57.759003, 31.761492, 71.38488)
    assert (service.version, service.credit, service.terms, service.pages) == ("2.0.0", "Kartverket", "CC BY 4.0", False)


@pytest.mark.parametrize("name", ["elf-au_GetCapabilities_2.0.0_2016.xml", "friluftsruter_GetCapabilities_1.1.0_2016.xml"])
def test_recorded_capabilities_are_read(shared, name):
    service = parse_capabilities((shared / "recordings/geonorge/wfs" / name).read_bytes(), URL)
    assert service.layers and all(one.title and "EPSG:25833" in one.crs for one in service.layers)
    assert service.endpoints and not service.pages


def test_a_service_of_1_0_0_is_read():
    old = (
        b'<WFS_Capabilities version="1.0.0"><Service><Title>Gammel</Title><Fees>none</Fees></Service><FeatureTypeList>'
        b"<FeatureType><Name>veg</Name><Title>Veger</Title><SRS>EPSG:25833</SRS></FeatureType></FeatureTypeList>"
        b"</WFS_Capabilities>"
    )
    service = parse_capabilities(old, URL)
    assert (service.title, service.layers[0].title, service.layers[0].crs) == ("Gammel", "Veger", ("EPSG:25833",))


def test_whether_a_service_gives_pages_is_what_it_says():
    paging = '<ows:Constraint name="ImplementsResultPaging"><ows:DefaultValue>{}</ows:DefaultValue></ows:Constraint>'
    assert small(operations=paging.format("TRUE")).pages
    assert not small(operations=paging.format("FALSE")).pages
    assert not small().pages


def test_types_without_name_are_left_out_and_extents_without_size_are_none():
    box = "<ows:WGS84BoundingBox><ows:LowerCorner>5 60</ows:LowerCorner></ows:WGS84BoundingBox>"
    service = small(f"<FeatureType><Title>a</Title></FeatureType><FeatureType><Name>b</Name>{box}</FeatureType>")
    assert [(one.name, one.extent, one.crs) for one in service.layers] == [("b", None, ())]


def test_an_exception_is_a_refusal_in_the_servers_words_and_a_page_is_no_wfs():
    with pytest.raises(Refused) as refused:
        parse_capabilities(b"<ExceptionReport><Exception><ExceptionText>Nei</ExceptionText></Exception></ExceptionReport>", URL)
    assert refused.value.words == "Nei"
    with pytest.raises(UnexpectedAnswer) as page:
        parse_capabilities(b"<html><title>Velkommen</title></html>", URL)
    assert (page.value.got, page.value.words) == ("web page", "Velkommen")


@pytest.mark.parametrize("operation", ["GetFeature", "DescribeFeatureType"])
def test_capabilities_that_lead_to_a_private_network_are_refused(operation):
    body = WFS.format(WAY.format(operation, "http://10.0.0.1/inside?"), "").encode()
    with pytest.raises(UntrustedAddress):
        Wfs(Net({"/wfs": body}), book()).capabilities("https://a.example.org/wfs")


def test_what_qgis_never_asks_may_lie_anywhere():
    body = WFS.format(WAY.format("LockFeature", "http://10.0.0.1/inside?"), "").encode()
    assert Wfs(Net({"/wfs": body}), book()).capabilities("https://a.example.org/wfs").endpoints == ()


def test_the_request_in_a_pasted_address_is_left_out_and_the_rest_stays():
    net = Net({"/ows": WFS.format("", "").encode()})
    pasted = "a.example.org/ows?&service=WFS&acceptversions=2.0.0&request=GetFeature&typeNames=x&count=5&map=m"
    service = Wfs(net, book()).capabilities(pasted)
    assert service.url == "https://a.example.org/ows?map=m"
    assert net.asked[0][1]["SERVICE"] == "WFS"


def test_an_old_link_to_geonorge_goes_where_it_is_configured():
    net = Net({"/mirror/skwms1/wfs.x": WFS.format("", "").encode()})
    mirrored = book(configured={"wfs": "http://127.0.0.1:8/mirror"})
    Wfs(net, mirrored).capabilities("http://wfs.geonorge.no/skwms1/wfs.x?")
    assert net.asked[0][0] == "http://127.0.0.1:8/mirror/skwms1/wfs.x"


@given(st.binary(max_size=200))
def test_whatever_comes_as_capabilities_is_told_as_an_error_of_ours(body):
    try:
        found = parse_capabilities(body, URL)
    except KlasskartError as error:
        assert str(error)
    else:
        assert isinstance(found, WfsService)


# --- OGC API --------------------------------------------------------------------------------

LANDING = "https://api.example.org/ogc"
LINKS = [
    {"rel": "self", "href": LANDING},
    {"rel": "data", "type": "text/html", "href": f"{LANDING}/collections.html"},
    {"rel": "data", "type": "application/json", "href": f"{LANDING}/collections"},
    {"rel": "service-desc", "type": "application/vnd.oai.openapi+json;version=3.0", "href": f"{LANDING}/api"},
]
FYLKER = {
    "id": "Fylker",
    "title": "Fylker 2024",
    "description": "Norges  fylker",
    "extent": {"spatial": {"bbox": [[4.0, 57.7, 31.7, 71.4], [5, 58, 6, 59]]}},
    "crs": ["http://www.opengis.net/def/crs/OGC/1.3/CRS84", "http://www.opengis.net/def/crs/EPSG/0/3857"],
    "links": [{"rel": "license", "title": "CC BY 4.0", "href": "https://creativecommons.org/licenses/by/4.0/"}],
    "attribution": "© Kartverket",
}


def api(*collections, links=LINKS, **more):
    landing = {"title": "Inndelinger", "links": links}
    return Net({"/ogc": landing, "/ogc/collections": {"collections": list(collections)}, **more})


def test_the_collections_of_a_service_are_read():
    service = OgcApi(api(FYLKER, {"id": "Kommuner"}), book()).collections(LANDING)
    assert (service.title, service.url, service.collections_url) == ("Inndelinger", LANDING, f"{LANDING}/collections")
    fylker, kommuner = service.layers
    assert (fylker.title, fylker.abstract, fylker.extent) == ("Fylker 2024", "Norges fylker", (4.0, 57.7, 31.7, 71.4))
    assert (fylker.terms, fylker.attribution, service.credit) == ("CC BY 4.0", "© Kartverket", "© Kartverket")
    assert (kommuner.name, kommuner.title, kommuner.extent) == ("Kommuner", "Kommuner", None)


@pytest.mark.parametrize(
    "pasted",
    ["/collections", "/collections/Fylker", "/collections/Fylker/items?f=json&limit=10", "?f=json", "/collections?f=html"],
)
def test_any_address_below_the_landing_page_leads_to_it(pasted):
    assert landing_address(LANDING + pasted) == LANDING


def test_what_else_stands_in_the_address_stays():
    assert landing_address("a.example.org/wfs3/collections?MAP=x&f=json") == "https://a.example.org/wfs3?MAP=x"


def test_collections_that_are_not_of_features_are_left_out():
    listed = {"collections": [{"id": "a", "itemType": "record"}, {"id": "b", "itemType": "feature"}, {}, None, {"id": "c"}]}
    assert [one.name for one in parse_collections({}, listed, LANDING, "").layers] == ["b", "c"]


def test_links_may_be_written_without_the_host():
    links = [{"rel": "data", "href": "/ogc/collections"}, {"rel": "service-desc", "href": "api"}]
    assert OgcApi(api(FYLKER, links=links), book()).collections(LANDING).layers[0].name == "Fylker"


@pytest.mark.parametrize("relation", ["data", "service-desc"])
def test_a_landing_page_that_leads_to_a_private_network_is_refused(relation):
    bad = {"rel": relation, "type": "application/json", "href": "http://192.168.0.1/api"}
    with pytest.raises(UntrustedAddress):
        OgcApi(api(FYLKER, links=[*LINKS, bad]), book()).collections(LANDING)


def test_pages_that_lead_to_a_private_network_are_refused():
    onward = {"links": [{"rel": "next", "href": "http://[::1]/items?offset=1"}]}
    client = OgcApi(api(FYLKER, **{"/ogc/collections/Fylker/items": onward}), book())
    service = client.collections(LANDING)
    with pytest.raises(UntrustedAddress):
        client.check_items(service, service.layers[0])


@pytest.mark.parametrize("body", [b"<html><title>Hei</title></html>", b"[]", b"{}", b"null", b"{", b""])
def test_what_is_no_landing_page_is_told(body):
    with pytest.raises(UnexpectedAnswer) as told:
        OgcApi(Net({"/ogc": body}), book()).collections(LANDING)
    assert told.value.expected == "OGC API"


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "title", "extent", "spatial", "bbox", "crs", "links", "href", "rel"]), inner)
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(["links", "title"]), JSON), st.lists(JSON, max_size=4))
def test_whatever_stands_in_collections_they_can_be_read(landing, collections):
    service = parse_collections(landing, {"collections": collections}, LANDING, LANDING)
    assert all(one.name for one in service.layers)


# --- which service it is ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://cache.kartverket.no/v1/wmts/1.0.0/WMTSCapabilities.xml", "wmts"),
        ("https://a.no/service?service=WMTS&request=GetCapabilities", "wmts"),
        ("https://a.no/service?SERVICE=WMS&REQUEST=GetCapabilities", "wms"),
        ("https://a.no/wmts?service=WMS", "wms"),
        ("https://wms.geonorge.no/skwms1/wms.adm_enheter2", "wms"),
        ("https://wfs.geonorge.no/skwms1/wfs.administrative_enheter?", "wfs"),
        ("https://wms.geonorge.no/skwms1/wms.friluftsruter?service=WFS", "wfs"),
        ("https://a.no/wfs3/collections/veg", "ogcapi"),
        ("https://a.no/geoserver/ows", ""),
        ("http://[", ""),
    ],
)
def test_an_address_says_of_itself_what_it_is(address, kind):
    assert map_services.kind_of(address) == kind


class Clients:
    """Services of which some kinds answer and others raise; `asked` tells in which order they were asked."""

    def __init__(self, **answers):
        self.asked = []
        for kind in ("wms", "wmts", "wfs", "ogcapi"):
            setattr(self, kind, self._client(kind, answers.get(kind, UnexpectedAnswer("a", "b", kind, "web page", ""))))

    def _client(self, kind, answer):
        def ask(address, feedback):
            self.asked.append(kind)
            if isinstance(answer, Exception):
                raise answer
            return answer

        return type("Client", (), {"capabilities": staticmethod(ask), "collections": staticmethod(ask)})


def test_a_service_is_what_it_answers_as_and_not_what_its_address_looks_like():
    clients = Clients(wfs="types", wms=UnexpectedAnswer("a", "b", "WMS capabilities", "WFS_Capabilities", ""))
    assert map_services.read(clients, "https://a.no/wms") == "types"
    assert clients.asked == ["wms", "wfs"]


def test_an_address_that_says_nothing_is_first_looked_at_as_it_is():
    clients = Clients(ogcapi="collections")
    assert map_services.read(clients, "https://a.no/inndelinger") == "collections"
    assert clients.asked == ["ogcapi"]


def test_an_address_that_is_no_service_is_told_once_every_kind_was_tried():
    clients = Clients()
    with pytest.raises(UnexpectedAnswer) as told:
        map_services.read(clients, "https://a.no/wfs/hei")
    assert told.value.expected == "wfs"
    assert sorted(clients.asked) == ["ogcapi", "wfs", "wms", "wmts"]


def test_an_address_that_must_not_be_called_is_not_tried_as_something_else():
    clients = Clients(wms=UntrustedAddress("http://10.0.0.1/wms", "private"))
    with pytest.raises(UntrustedAddress):
        map_services.read(clients, "http://10.0.0.1/wms")
    assert clients.asked == ["wms"]


# --- which unit it is -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "field", "unit"),
    [
        ("app:Kommune", "kommunenummer", "kommune"),
        ("Kommuner", "kommunenummer", "kommune"),
        ("kommuner_gjel", "kommunenummer", "kommune"),
        ("Fylker", "fylkesnummer", "fylke"),
        ("app:Grense", "avgrensningstype", "kommunegrense"),
        ("Fylkesgrenser", "avgrensningstype", "fylkesgrense"),
        ("Kommunegrenser", "avgrensningstype", "kommunegrense"),
        ("Bydeler", "bydelsnummer", "bydel"),
        ("Kommuner", "navn", ""),
        ("veg", "kommunenummer", ""),
        ("", "kommunenummer", ""),
    ],
)
def test_a_unit_is_recognised_by_name_and_field(name, field, unit):
    assert recognised(name, [field, "objid"]) == unit
    assert not unit or unit in UNITS


@pytest.mark.parametrize(
    ("said", "crs"),
    [
        ("urn:ogc:def:crs:EPSG::25833", "EPSG:25833"),
        ("http://www.opengis.net/def/crs/EPSG/9.6.2/25832", "EPSG:25832"),
        ("http://www.opengis.net/gml/srs/epsg.xml#4326", ""),
        ("EPSG:900913", "EPSG:3857"),
        ("http://www.opengis.net/def/crs/OGC/1.3/CRS84", ""),
    ],
)
def test_crs_are_read_however_they_are_written(said, crs):
    assert crs_name(said) == crs
