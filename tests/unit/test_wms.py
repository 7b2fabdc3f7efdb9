"""Map services: addresses as they are pasted, capabilities as servers write them, and refusals that look like answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart._vendor import httpx
from klasskart.clients import markup
from klasskart.clients.http import Http
from klasskart.clients.wms import Extent, Wms, layer_choices, parse_capabilities, service_address
from klasskart.core.addresses import AddressBook
from klasskart.core.errors import KlasskartError, Refused, UnexpectedAnswer, UntrustedAddress
from klasskart.core.settings import Config

URL = "https://maps.example.org/wms"
SMALL = """<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms"><Service><Title>Kart</Title>{service}</Service>
<Capability><Request><GetMap><Format>image/png</Format></GetMap></Request>{layers}</Capability></WMS_Capabilities>"""
BOX = """<EX_GeographicBoundingBox><westBoundLongitude>{}</westBoundLongitude><eastBoundLongitude>{}</eastBoundLongitude>
<southBoundLatitude>{}</southBoundLatitude><northBoundLatitude>{}</northBoundLatitude></EX_GeographicBoundingBox>"""


def small(layers="", service=""):
    return parse_capabilities(SMALL.format(layers=layers, service=service).encode(), URL)


def layer(*inside, name="a"):
    return f"<Layer><Name>{name}</Name><Title>{name.upper()}</Title>{''.join(inside)}</Layer>"


def box(west, east, south, north):
    return BOX.format(west, east, south, north)


def recorded(shared, name):
    return parse_capabilities((shared / "recordings" / "geonorge" / "wms" / name).read_bytes(), URL)


# --- addresses ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pasted", "address"),
    [
        ("https://wms.geonorge.no/skwms1/wms.adm_enheter2", "https://wms.geonorge.no/skwms1/wms.adm_enheter2"),
        (" https://wms.geonorge.no/skwms1/wms.adm_enheter2? ", "https://wms.geonorge.no/skwms1/wms.adm_enheter2"),
        ("https://a.no/w?service=wms&request=GetCapabilities&", "https://a.no/w"),
        ("https://a.no/w?&SERVICE=WMS&acceptVersions=1.3.0&REQUEST=GetCapabilities", "https://a.no/w"),
        ("https://a.no/w?map=/x/y.map&Request=GetMap&LAYERS=a&bbox=1,2,3,4", "https://a.no/w?map=/x/y.map"),
        ("https://a.no/w?token=T&SERVICE=WMS&REQUEST=GetCapabilitiesREQUEST=GetCapabilities", "https://a.no/w?token=T"),
        ("<a.no/w>", "https://a.no/w"),
        ("http://a.no:8080/w#top", "http://a.no:8080/w"),
    ],
)
def test_an_address_is_taken_as_it_is_pasted(pasted, address):
    assert service_address(pasted) == address


@pytest.mark.parametrize("pasted", ["", "  ", "https://", "http://[", "?service=wms"])
def test_what_is_no_address_is_told(pasted):
    with pytest.raises(UntrustedAddress):
        service_address(pasted)


# --- asking ----------------------------------------------------------------------------------


def client_of(answer, **configured):
    asked = []

    def handle(request):
        asked.append(request)
        return answer

    config = Config(addresses=AddressBook(configured, resolve=lambda host: ["93.184.216.34"]))
    return Wms(Http(config, httpx.MockTransport(handle)), config.addresses), asked


def test_capabilities_are_asked_for_with_what_belongs_to_the_address():
    wms, asked = client_of(httpx.Response(200, text=SMALL.format(layers="", service="")))
    service = wms.capabilities("maps.example.org/wms?map=a.map&request=GetMap")
    assert dict(asked[0].url.params) == {
        "map": "a.map",
        "SERVICE": "WMS",
        "REQUEST": "GetCapabilities",
        "VERSION": "1.3.0",
    }
    assert service.url == "https://maps.example.org/wms?map=a.map"


def test_geonorge_is_asked_where_it_is_configured():
    wms, asked = client_of(httpx.Response(200, text=SMALL.format(layers="", service="")), wms="http://127.0.0.1:9/wms")
    assert wms.administrative == "http://127.0.0.1:9/wms/skwms1/wms.adm_enheter2"
    service = wms.capabilities("https://wms.geonorge.no/skwms1/wms.grunnkretser?")
    assert service.url == "http://127.0.0.1:9/wms/skwms1/wms.grunnkretser"
    assert asked[0].url.port == 9


def test_a_private_address_is_not_asked():
    wms, asked = client_of(httpx.Response(200))
    with pytest.raises(UntrustedAddress):
        wms.capabilities("http://192.168.0.1/wms")
    assert not asked


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            '<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE ServiceExceptionReport SYSTEM "http://x/exception.dtd">'
            '<ServiceExceptionReport version="1.1.1"><ServiceException>Tjenesten er nedlagt å</ServiceException>'
            "</ServiceExceptionReport>",
            "Tjenesten er nedlagt å",
        ),
        (
            '<ServiceExceptionReport xmlns="http://www.opengis.net/ogc"><ServiceException code="LayerNotDefined"/>'
            "</ServiceExceptionReport>",
            "LayerNotDefined",
        ),
        (
            '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1"><ows:Exception exceptionCode="X">'
            "<ows:ExceptionText>Ingen tilgang</ows:ExceptionText></ows:Exception></ows:ExceptionReport>",
            "Ingen tilgang",
        ),
    ],
)
def test_an_exception_sent_as_success_is_refused_in_the_words_of_the_server(body, words):
    wms, _ = client_of(httpx.Response(200, content=body.encode("latin-1")))
    with pytest.raises(Refused) as error:
        wms.capabilities(URL)
    assert (error.value.words, error.value.service) == (words, "maps.example.org")


@pytest.mark.parametrize(
    ("body", "got"),
    [
        (b"", "nothing"),
        (b"<html><head><title>Kart</title></head></html>", "web page"),
        (b'{"error": "no"}', "JSON"),
        (b"<WFS_Capabilities version='2.0.0'/>", "WFS_Capabilities"),
        (b"<WMS_Capabilities>", "broken XML"),
        (b"hello", "text"),
        (b"\x89PNG\0\0", "binary"),
    ],
)
def test_what_is_no_map_service_is_named(body, got):
    with pytest.raises(UnexpectedAnswer) as error:
        parse_capabilities(body, URL)
    assert (error.value.expected, error.value.got) == ("WMS capabilities", got)


# --- Geonorge's own -----------------------------------------------------------------------------


def test_the_administrative_service_is_read_as_it_nests(shared):
    service = recorded(shared, "adm_enheter2_GetCapabilities_1.3.0_trimmed.xml")
    assert (service.version, service.title) == ("1.3.0", "Administrative enheter WMS versjon 2")
    assert service.formats == ("image/png", "image/png; mode=8bit", "image/png8", "image/jpeg")
    (root,) = service.layers
    assert [group.name for group in root.children] == ["kommuner", "fylker"]
    assert [leaf.name for leaf in root.children[0].children] == ["kommuner_hist", "kommuner_gjel", "kommuner_fram"]
    assert (service.credit, service.terms, service.largest) == ("Kartverket", "", (8192, 8192))


def test_group_layers_with_nonsense_extents_have_none_and_leaves_have_their_own(shared):
    (root,) = recorded(shared, "adm_enheter2_GetCapabilities_1.3.0_trimmed.xml").layers
    assert root.extent == Extent(-7.04219, 56.4897, 37.4864, 72.2495)
    for group in root.children:
        assert group.extent is None
        assert {leaf.extent for leaf in group.children} == {Extent(4.08752, 57.759, 31.7616, 71.3849)}


def test_leaf_layers_inherit_crs_and_credit(shared):
    service = recorded(shared, "adm_enheter2_GetCapabilities_1.3.0_trimmed.xml")
    leaves = layer_choices(service)
    assert [leaf.name for leaf in leaves][:2] == ["kommuner_hist", "kommuner_gjel"]
    assert len(leaves) == 6
    for leaf in leaves:
        assert {"EPSG:25833", "EPSG:3857", "EPSG:4258"} <= set(leaf.crs)
        assert len(set(leaf.crs)) == len(leaf.crs)
        assert [style.name for style in leaf.styles] == ["default"]
        assert leaf.queryable
        assert leaf.attribution == "Kartverket"


def test_both_versions_of_a_service_are_read_alike(shared):
    old, new = (recorded(shared, f"nmg_GetCapabilities_{version}_2014.xml") for version in ("1.1.1", "1.3.0"))
    assert (old.version, new.version) == ("1.1.1", "1.3.0")
    assert old.terms == new.terms == "Norge digitalt; Copyright Kartverket 2007"
    for one, other in zip(old.layers[0].walk(), new.layers[0].walk()):
        assert (one.name, one.title, one.extent) == (other.name, other.title, other.extent)
        assert one.crs[:5] == other.crs[:5]
    assert all(leaf.name for leaf in layer_choices(old))


# --- extents -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "inside",
    [
        box(10, 10, 60, 61),
        box(11, 10, 60, 61),
        box(10, 11, "nan", 61),
        box(10, 11, "", 61),
        box(200, 210, 60, 61),
        box(10.5113, 10.5115, 0.0005, 0.0006),
        "<EX_GeographicBoundingBox/>",
    ],
)
def test_an_extent_that_makes_no_sense_is_none(inside):
    (root,) = small(layer(box(-7, 37, 56, 72), layer(inside, name="b"), name="a")).layers
    assert root.children[0].extent is None


def test_an_extent_that_is_not_said_is_inherited_and_one_beyond_the_globe_is_cut():
    (root,) = small(layer(box(-182, 162, 55, 101), layer(name="b"))).layers
    assert root.extent == root.children[0].extent == Extent(-180, 55, 162, 90)


def test_layers_below_a_group_with_a_nonsense_extent_are_measured_by_what_is_around_it():
    group = layer(box(0, 1, 0, 1), layer(box(10, 11, 60, 61), name="c"), layer(box(-80, -70, 0, 1), name="d"), name="b")
    (root,) = small(layer(box(-7, 37, 56, 72), group)).layers
    assert [below.extent for below in root.children[0].children] == [Extent(10, 60, 11, 61), None]


@pytest.mark.parametrize(
    ("code", "sides", "version"),
    [("CRS:84", (4, 58, 31, 71), "1.3.0"), ("EPSG:4326", (58, 4, 71, 31), "1.3.0"), ("EPSG:4326", (4, 58, 31, 71), "1.1.1")],
)
def test_a_bounding_box_in_degrees_will_do_in_the_order_of_its_version(code, sides, version):
    key = "CRS" if version == "1.3.0" else "SRS"
    minx, miny, maxx, maxy = sides
    inside = f'<BoundingBox {key}="{code}" minx="{minx}" miny="{miny}" maxx="{maxx}" maxy="{maxy}"/>'
    body = SMALL.format(layers=layer(inside), service="").replace("1.3.0", version)
    assert parse_capabilities(body.encode(), URL).layers[0].extent == Extent(4, 58, 31, 71)


# --- odds and ends ----------------------------------------------------------------------------------


def test_terms_that_say_nothing_are_left_out():
    assert small(service="<Fees>None</Fees><AccessConstraints>none</AccessConstraints>").terms == ""
    assert small(service="<Fees>CC BY 4.0</Fees><AccessConstraints>none</AccessConstraints>").terms == "CC BY 4.0"


def test_a_service_of_one_layer_offers_it_and_a_nameless_one_is_not_offered():
    assert [leaf.name for leaf in layer_choices(small(layer()))] == ["a"]
    assert layer_choices(small("<Layer><Title>Bare tittel</Title></Layer>")) == ()


def test_several_codes_in_one_element_are_several():
    (root,) = small("<Layer><SRS>EPSG:25832 epsg:25833</SRS><SRS>EPSG:25832</SRS></Layer>").layers
    assert root.crs == ("EPSG:25832", "EPSG:25833")


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    "content",
    [
        BOMB.encode(),
        BOMB.encode("utf-16"),
        ('<?xml version="1.0" encoding="UTF-16"?>' + BOMB).encode("utf-16"),
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        b'<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]><x/>',
        b"<x>&unknown;</x>",
        b"<a>" * 5000,
        b'<?xml version="1.0" encoding="no-such"?><x/>',
        b'<?xml version="1.0" encoding="utf-7"?><x/>',
        b"",
    ],
)
def test_xml_with_entities_or_without_sense_is_not_read(content):
    with pytest.raises(markup.BadMarkup):
        markup.parse(content)


def test_a_document_type_that_only_names_a_file_is_let_pass():
    assert markup.parse(b'<!DOCTYPE x SYSTEM "http://127.0.0.1:1/never-fetched.dtd"><x>1</x>').text == "1"


@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"<WMS_Capabilities>{text}</WMS_Capabilities>".encode())
)
def test_no_answer_however_odd_is_more_than_an_error_of_ours(content):
    try:
        parse_capabilities(content, URL)
    except KlasskartError as error:
        assert str(error)
