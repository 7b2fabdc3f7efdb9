"""Which CRS suits an area."""

import pytest
from klasskart.core.coordinates import degrees_of
from klasskart.core.crs import epsg_of, suited_crs


@pytest.mark.parametrize(
    ("areas", "epsg"),
    [
        (["0000"], 25833),
        ([], 25833),
        (["0301"], 25832),
        (["46"], 25832),
        (["50"], 25832),
        (["18"], 25833),
        (["1811"], 25833),
        (["55"], 25833),
        (["56"], 25835),
        (["30"], 25832),
        (["3001"], 25832),
        (["0301", "5601"], 25833),
    ],
)
def test_an_area_gets_the_zone_nearest_to_all_of_it(areas, epsg):
    assert suited_crs(areas).epsg == epsg


def test_an_unknown_area_gets_the_countrys_crs_and_says_so():
    assert suited_crs(["97"]).reason == "unknown"
    assert suited_crs(["97"]).epsg == 25833


@pytest.mark.parametrize(
    "text", ["EPSG:25833", "25833", "urn:ogc:def:crs:EPSG::25833", "http://www.opengis.net/def/crs/EPSG/0/25833"]
)
def test_an_epsg_number_is_read_from_any_of_its_spellings(text):
    assert epsg_of(text) == 25833


def test_no_number_is_no_epsg():
    assert epsg_of("") is None
    assert epsg_of("WGS 84") is None


@pytest.mark.parametrize("epsg", [25832, 25833, 25835, 3857])
@pytest.mark.parametrize(("lon", "lat"), [(5.3, 60.4), (10.75, 59.91), (18.95, 69.65), (31.1, 70.4), (15.6, 78.2), (4.6, 61.9)])
def test_degrees_are_those_of_pyproj_to_some_metres(epsg, lon, lat):
    from pyproj import Transformer

    x, y = Transformer.from_crs(4258, epsg, always_xy=True).transform(lon, lat)
    assert degrees_of(epsg, x, y) == pytest.approx((lon, lat), abs=1e-4)


@pytest.mark.parametrize("epsg", [25833, 3857])
@pytest.mark.parametrize("place", [(1e12, 1e12), (-1e9, 5.0), (0.0, 1e308), (1e308, 0.0)])
def test_numbers_that_are_no_place_raise_nothing(epsg, place):
    lon, lat = degrees_of(epsg, *place)
    assert not (0 <= lon <= 35 and 57 <= lat <= 82)
