"""The country that the stand-in made for itself: valid, without gaps or overlaps, at every level."""

import pytest
from osgeo import ogr
from standin import country
from standin.mesh import area, borders, honeycomb, shape
from standin.registers import own_registers


def geometry(found):
    """Build a MultiPolygon in metres."""
    multi = ogr.Geometry(ogr.wkbMultiPolygon)
    for polygon in found:
        part = ogr.Geometry(ogr.wkbPolygon)
        for points in polygon:
            ring = ogr.Geometry(ogr.wkbLinearRing)
            for x, y in points:
                ring.AddPoint_2D(x / 100, y / 100)
            part.AddGeometry(ring)
        multi.AddGeometry(part)
    return multi


def ground(shapes):
    """Twice the area in square centimetres, exactly."""
    return sum(area(ring) for found in shapes.values() for polygon in found for ring in polygon)


@pytest.mark.parametrize("year", [2020, 2024])
def test_every_kommune_and_fylke_is_valid(year):
    for shapes in (country.kommuner(year), country.fylker(year)):
        assert [code for code, found in shapes.items() if not geometry(found).IsValid()] == []


def test_the_divisions_have_their_numbers():
    assert (len(country.kommuner(2020)), len(country.fylker(2020))) == (356, 11)
    assert (len(country.kommuner(2024)), len(country.fylker(2024))) == (357, 15)


def test_all_divisions_cover_the_same_ground():
    grounds = {ground(shapes(year)) for shapes in (country.kommuner, country.fylker) for year in (2020, 2023, 2024, 2026)}
    assert len(grounds) == 1


def test_kommuner_meet_without_gaps_or_overlaps():
    together = ogr.Geometry(ogr.wkbMultiPolygon)
    shapes = country.kommuner(2024)
    for found in shapes.values():
        for part in geometry(found):
            together.AddGeometry(part)
    union = together.UnionCascaded()
    assert union.Area() == pytest.approx(ground(shapes) / 2 / 1e4, rel=1e-12)
    holes = sum(part.GetGeometryCount() - 1 for part in (union if union.GetGeometryName() == "MULTIPOLYGON" else [union]))
    assert holes == 0


def test_every_border_line_is_drawn_once():
    stretches = borders(country.kommuner(2024))
    edges = [frozenset(edge) for stretch in stretches for edge in zip(stretch.line, stretch.line[1:])]
    assert len(edges) == len(set(edges)) > 9_000
    assert {stretch.right for stretch in stretches} > {None}


@pytest.mark.parametrize("kommune", ["0301", "4601", "1151", "4629", "5540"])
def test_grunnkretser_fill_their_kommune_exactly(kommune):
    codes = tuple(
        code for code, item in own_registers("2026-10-01")[1].at("2024-01-01").items()
        if code.startswith(kommune) and item.level == "2" and not code.endswith("9999")
    )  # fmt: skip
    units = country.units(2024, kommune, codes)
    assert tuple(units) == codes and ground(units) == ground({kommune: country.kommuner(2024)[kommune]})
    assert [code for code, found in units.items() if not geometry(found).IsValid()] == []


def test_cells_that_touch_at_a_corner_and_rings_around_a_hole_make_valid_shapes():
    cells = honeycomb((0, 0, 60_000, 60_000), 3000)
    ring = [cells[place] for place in country.around((5, 5))]
    (polygon,) = shape(ring)
    assert len(polygon) == 2 and area(polygon[0]) > 0 > area(polygon[1])
    assert geometry([polygon]).IsValid()
