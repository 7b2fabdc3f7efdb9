"""Which system coordinates are in, by where in Norway they would lie."""

import pytest
from klasskart.work.coordinates import degrees_of

pytest.importorskip("osgeo", reason="GDAL is not installed")


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
