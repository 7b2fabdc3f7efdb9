"""Which CRS suits an area."""

import pytest
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
