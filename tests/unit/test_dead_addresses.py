"""Addresses of map services that are gone, as they stand in projects of earlier years, and what takes their place."""

from urllib.parse import parse_qs, quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.core import dead_addresses
from klasskart.core.addresses import AddressBook

BOOK = AddressBook()
CACHE = "https://cache.kartverket.no/v1/service?SERVICE=WMTS&REQUEST=GetCapabilities"
OLD_TILES = "opencache.statkart.no/gatekeeper/gk/gk.open_gmaps?layers={}&zoom={{z}}&x={{x}}&y={{y}}"


def source(**named):
    return "&".join(f"{key}={quote(value, safe=':/')}" for key, value in named.items())


def repaired(book=BOOK, **named):
    found = dead_addresses.find(source(**named), book)
    return {key: values if len(values) > 1 else values[0] for key, values in parse_qs(found.source, True).items()}


@pytest.mark.parametrize(
    ("system", "name", "crs"),
    [
        ("EPSG:25833", "utm33n", "EPSG:25833"),
        ("EPSG:32633", "utm33n", "EPSG:25833"),
        ("EPSG:32632", "utm32n", "EPSG:25832"),
        ("EPSG:25835", "utm35n", "EPSG:25835"),
        ("EPSG:3857", "webmercator", "EPSG:3857"),
        ("EPSG:900913", "webmercator", "EPSG:3857"),
        ("EPSG:3034", "utm33n", "EPSG:25833"),
    ],
)
def test_tiles_of_opencache_come_from_the_cache_of_today_in_the_same_system(system, name, crs):
    new = repaired(
        crs=system, format="image/png", layers="topo4", styles="default", tileMatrixSet=system,
        url="http://opencache.statkart.no/gatekeeper/gk/gk.open_wmts?service=WMTS&request=GetCapabilities",
    )  # fmt: skip
    assert (new["url"], new["layers"], new["styles"]) == (CACHE, "topo", "default")
    assert (new["tileMatrixSet"], new["crs"]) == (name, crs)


def test_a_map_of_opencache_becomes_tiles_of_its_system():
    new = repaired(
        crs="EPSG:32633", layers="sjo_hovedkart2", styles="", url="https://opencache2.statkart.no/gatekeeper/gk/gk.open"
    )
    assert (new["url"], new["layers"], new["tileMatrixSet"]) == (CACHE, "sjokartraster", "utm33n")


@pytest.mark.parametrize("host", ["opencache", "opencache2", "opencache3"])
def test_tiles_by_zoom_and_number_stay_such(host):
    url = "https://" + OLD_TILES.format("topo4graatone").replace("opencache", host)
    new = repaired(type="xyz", url=url, zmin="0", zmax="18")
    assert new["url"] == "https://cache.kartverket.no/v1/wmts/1.0.0/topograatone/default/webmercator/{z}/{y}/{x}.png"
    assert (new["type"], new["zmin"], new["zmax"]) == ("xyz", "0", "18")


def test_the_form_of_early_2024_is_dead_too_and_that_of_today_is_not():
    old = "https://cache.kartverket.no/topo/v1/wmts/1.0.0/?layer=topo&style=default&tilematrixset=googlemaps&TileMatrix={z}"
    assert repaired(type="xyz", url=old)["url"].endswith("/v1/wmts/1.0.0/topo/default/webmercator/{z}/{y}/{x}.png")
    new = repaired(url=old.partition("&")[0], layers="toporaster", tileMatrixSet="googlemaps", crs="EPSG:3857")
    assert (new["layers"], new["tileMatrixSet"]) == ("toporaster", "webmercator")
    for alive in (CACHE, "https://cache.kartverket.no/v1/wmts/1.0.0/WMTSCapabilities.xml"):
        assert dead_addresses.find(source(url=alive, layers="topo", tileMatrixSet="utm33n"), BOOK) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("topo2", "topo"), ("topo4", "topo"), ("norges_grunnkart", "topo"), ("norgeskart_bakgrunn", "topo"),
        ("kartdata2", "topo"),
        ("topo4graatone", "topograatone"), ("norges_grunnkart_graatone", "topograatone"), ("toporaster3", "toporaster"),
        ("toporaster4", "toporaster"), ("sjo_hovedkart2", "sjokartraster"), ("sjokartraster", "sjokartraster"),
        ("Nibcache_web_mercator_v2", ""), ("", ""),
    ],
)  # fmt: skip
def test_each_old_background_map_has_its_successor_or_none(old, new):
    assert dead_addresses.background_of(old) == new


def test_what_nothing_takes_the_place_of_is_dead_and_has_no_new_source():
    found = dead_addresses.find(
        source(url="https://opencache.statkart.no/gatekeeper/gk/gk.open_nib_web_mercator_wmts_v2", layers="Nibcache"), BOOK
    )
    assert (found.source, found.host) == ("", "opencache.statkart.no")


def test_openwms_moved_to_geonorge_with_the_same_service_and_layers():
    old = "crs=EPSG:25833&format=image/png&layers=Kartblad&layers=Rute&styles=&styles=&url=http://openwms.statkart.no/skwms1/wms.kartblad?"
    new = parse_qs(dead_addresses.find(old, BOOK).source, True)
    assert new["url"] == ["https://wms.geonorge.no/skwms1/wms.kartblad"]
    assert (new["layers"], new["styles"]) == (["Kartblad", "Rute"], ["", ""])


@pytest.mark.parametrize("host", ["openwms.statkart.no", "wms.geonorge.no"])
def test_the_first_service_of_administrative_units_has_a_second_with_other_layers(host):
    old = f"crs=EPSG:4258&layers=Kommuner&layers=Fylker&styles=&styles=&url=https://{host}/skwms1/wms.adm_enheter?"
    new = parse_qs(dead_addresses.find(old, BOOK).source, True)
    assert new["url"] == ["https://wms.geonorge.no/skwms1/wms.adm_enheter2"]
    assert (new["layers"], new["styles"]) == (["kommuner_gjel", "fylker_gjel"], ["", ""])
    whole = repaired(layers="adm_enheter_WMS", url=f"https://{host}/skwms1/wms.adm_enheter")
    assert whole["layers"] == "adm_enheter_V2_WMS"


def test_the_background_of_openwms_becomes_tiles():
    new = repaired(crs="EPSG:25832", layers="topo4_WMS", url="https://openwms.statkart.no/skwms1/wms.topo4.graatone?")
    assert (new["url"], new["layers"], new["tileMatrixSet"]) == (CACHE, "topograatone", "utm32n")


@pytest.mark.parametrize(
    "alive",
    [
        source(url="https://wms.geonorge.no/skwms1/wms.adm_enheter2", layers="fylker_gjel"),
        source(url="https://wms.geonorge.no/skwms1/wms.adm_enheter_historisk", layers="fylker_2017"),
        source(url="https://tile.openstreetmap.org/{z}/{x}/{y}.png", type="xyz"),
        source(url="https://opencache.statkart.no.example.org/gk", layers="topo4"),
        source(url="http://[", layers="a"),
        "/home/kari/kart.tif",
        "",
    ],
)
def test_what_is_alive_or_someone_elses_is_left_alone(alive):
    assert dead_addresses.find(alive, BOOK) is None


def test_a_mirror_of_the_organisations_own_is_where_the_successors_are_looked_for():
    book = AddressBook({"wmts": "https://mirror.example.org/cache"})
    assert repaired(book, url="https://opencache.statkart.no/gk", layers="topo4")["url"].startswith(
        "https://mirror.example.org/cache/v1"
    )


def test_the_catalogue_that_metasearch_came_with_has_a_new_address():
    now = "https://www.geonorge.no/geonetwork/srv/nor/csw"
    assert dead_addresses.current_catalogue("http://www.geonorge.no/geonetwork/srv/no/csw", BOOK) == now
    for other in (now, "https://www.geodata.se/geonetwork/srv/no/csw", "", "http://["):
        assert dead_addresses.current_catalogue(other, BOOK) == ""


@given(st.text())
def test_no_source_breaks_the_search(text):
    found = dead_addresses.find(text, BOOK)
    assert found is None or found.host


@given(st.dictionaries(st.sampled_from(["layers", "crs", "tileMatrixSet", "type", "styles", "authcfg"]), st.text()))
def test_what_was_repaired_is_never_dead_again(named):
    named["url"] = "https://opencache.statkart.no/gatekeeper/gk/gk.open"
    found = dead_addresses.find("&".join(f"{key}={quote(value)}" for key, value in named.items()), BOOK)
    assert not found.source or dead_addresses.find(found.source, BOOK) is None
