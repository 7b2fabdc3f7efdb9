"""Tile services: which addresses are theirs, what their capabilities say, and which tiles suit a project."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.clients.wmts import capabilities_address, parse_capabilities
from klasskart.core import favourites
from klasskart.core.errors import KlasskartError, Refused, UnexpectedAnswer, UntrustedAddress
from klasskart.core.favourites import Favourite
from klasskart.work import map_services
from standin import wmts

URL = "https://tiles.example.org/wmts"
SMALL = """<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1">
<ows:ServiceIdentification><ows:Title>Fliser</ows:Title></ows:ServiceIdentification><Contents>{}</Contents></Capabilities>"""
SET = """<TileMatrixSet><ows:Identifier>{}</ows:Identifier><ows:SupportedCRS>{}</ows:SupportedCRS></TileMatrixSet>"""


def small(contents):
    return parse_capabilities(SMALL.format(contents).encode(), URL)


def layer(*sets, inside=""):
    links = "".join(f"<TileMatrixSetLink><TileMatrixSet>{one}</TileMatrixSet></TileMatrixSetLink>" for one in sets)
    return f"<Layer><ows:Identifier>a</ows:Identifier>{inside}{links}</Layer>"


# --- addresses ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pasted", "asked"),
    [
        ("cache.kartverket.no/v1/service?", "https://cache.kartverket.no/v1/service?SERVICE=WMTS&REQUEST=GetCapabilities"),
        ("https://a.no/w?token=T&service=wmts", "https://a.no/w?token=T&SERVICE=WMTS&REQUEST=GetCapabilities"),
        ("https://a.no/1.0.0/WMTSCapabilities.xml", "https://a.no/1.0.0/WMTSCapabilities.xml"),
    ],
)
def test_a_document_is_asked_for_as_it_is_and_a_service_with_the_question(pasted, asked):
    assert capabilities_address(pasted) == asked


# --- capabilities ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "crs"),
    [
        ("urn:ogc:def:crs:EPSG::25833", "EPSG:25833"),
        ("urn:ogc:def:crs:EPSG:6.18:3:3857", "EPSG:3857"),
        ("EPSG:25832", "EPSG:25832"),
        ("http://www.opengis.net/def/crs/EPSG/0/25835", "EPSG:25835"),
        ("urn:ogc:def:crs:EPSG::900913", "EPSG:3857"),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", ""),
        ("", ""),
    ],
)
def test_the_system_of_tiles_is_read_however_it_is_written(said, crs):
    found = small(layer("s") + SET.format("s", said)).layers[0]
    assert found.sets[0].crs == crs
    assert found.crs == ((crs,) if crs else ())


def test_the_tiles_of_a_system_are_found_by_it_and_not_by_their_name():
    found = small(layer("nord", "sør") + SET.format("sør", "EPSG:25832") + SET.format("nord", "EPSG:25835")).layers[0]
    assert (found.set_in("EPSG:25832").name, found.set_in("EPSG:25835").name) == ("sør", "nord")
    assert found.set_in("EPSG:25833") is None


def test_the_default_style_comes_first_and_a_set_that_is_not_described_is_left_out():
    styles = (
        "<Style><ows:Identifier>night</ows:Identifier></Style>"
        '<Style isDefault="true"><ows:Identifier>day</ows:Identifier></Style>'
    )
    found = small(layer("s", "gone", inside=styles) + SET.format("s", "EPSG:25833")).layers[0]
    assert [style.name for style in found.styles] == ["day", "night"]
    assert [one.name for one in found.sets] == ["s"]


def test_a_refusal_and_another_document_are_told():
    refusal = b"<ExceptionReport><Exception><ExceptionText>Closed</ExceptionText></Exception></ExceptionReport>"
    with pytest.raises(Refused, match="Closed"):
        parse_capabilities(refusal, URL)
    for body in (b"<WMS_Capabilities/>", b"<html></html>", b"", b"\x89PNG", b"<Capabilities/>", b"<Capabilities><Contents>"):
        with pytest.raises(UnexpectedAnswer):
            parse_capabilities(body, URL)


@given(st.binary(max_size=200))
def test_no_answer_breaks_the_reading(body):
    try:
        parse_capabilities(body, URL)
    except KlasskartError as error:
        assert isinstance(error, (UnexpectedAnswer, Refused))


# --- the services that the plugin knows --------------------------------------------------------


def test_the_background_maps_come_with_the_tiles_of_every_utm_zone(services, standin):
    found = map_services.read(services, "background")
    assert [one.name for one in found.layers] == ["topo", "topograatone", "toporaster", "sjokartraster"]
    assert found.layers[0].crs == ("EPSG:3857", "EPSG:25832", "EPSG:25833", "EPSG:25835")
    assert (found.credit, found.terms, found.formats) == ("Kartverket", "CC BY 4.0", ("image/png",))
    assert found.url.startswith(standin.url) and found.tile_urls == ()


def test_grunnkretser_have_a_map_service_of_their_own(services):
    found = map_services.read(services, "grunnkretser")
    assert [one.name for one in found.layers[0].children] == ["Grunnkretser", "Territorialgrense", "Riksgrense"]


def test_administrative_units_come_of_today_of_before_and_to_come(services):
    groups = map_services.read(services, "").layers[0].children
    names = [leaf.name for group in groups for leaf in group.children]
    assert names == ["kommuner_hist", "kommuner_gjel", "kommuner_fram", "fylker_hist", "fylker_gjel", "fylker_fram"]


def test_an_address_of_tiles_is_read_as_such_and_its_links_are_checked(services, standin):
    address = standin.environment()["KLASSKART_WMTS_URL"] + "/v1/wmts/1.0.0/WMTSCapabilities.xml"
    found = map_services.read(services, address)
    assert len(found.layers) == 4
    assert found.tile_urls == ("https://cache.kartverket.no/",)


def test_tiles_at_an_address_inside_the_network_are_refused(services, standin):
    inside = wmts.capabilities("").replace("https://cache.kartverket.no/", "http://10.0.0.1/")
    standin.break_next("/v1/wmts", status=200, body=inside, content_type="application/xml")
    address = standin.environment()["KLASSKART_WMTS_URL"] + "/v1/wmts/1.0.0/WMTSCapabilities.xml"
    with pytest.raises(UntrustedAddress):
        map_services.read(services, address)


# --- favourites --------------------------------------------------------------------------------


def test_a_favourite_is_kept_once_and_taken_away_again():
    kept = favourites.changed((), "https://a.no/wms", "Kart", wanted=True)
    kept = favourites.changed(kept, "https://b.no/wms", "", wanted=True)
    kept = favourites.changed(kept, "https://a.no/wms", "Nytt  kart", wanted=True)
    assert favourites.read(favourites.write(kept)) == (
        Favourite("https://b.no/wms"),
        Favourite("https://a.no/wms", "Nytt kart"),
    )
    assert favourites.changed(kept, "https://a.no/wms", wanted=False) == (Favourite("https://b.no/wms"),)


@given(st.text())
def test_whatever_stands_in_the_setting_is_read(text):
    once = favourites.read(text)
    assert favourites.read(favourites.write(once)) == once
