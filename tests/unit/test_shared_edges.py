"""Neighbours dissolved by their shared edges are what an overlay makes of them, or it says that it can't."""

import random

import pytest

pytest.importorskip("osgeo")
pytest.importorskip("numpy")
from hypothesis import given, settings
from hypothesis import strategies as st
from klasskart.work.conversion.shapes import unite_areas
from klasskart.work.conversion.shared_edges import united_by_edges
from osgeo import ogr


def shape(*polygons: str):
    return ogr.CreateGeometryFromWkt(f"MULTIPOLYGON({','.join(polygons)})")


def square(x, y, side=10, *, turned=False):
    ring = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
    return "((" + ",".join(f"{a} {b}" for a, b in (ring[::-1] if turned else ring)) + "))"


def overlaid(geometries):
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for geometry in geometries:
        for part in geometry:
            whole.AddGeometry(part)
    return whole.UnionCascaded()


def test_two_neighbours_become_one_whichever_way_their_rings_run():
    for turned in (False, True):
        made = united_by_edges([shape(square(0, 0)), shape(square(10, 0, turned=turned))])
        assert made.GetGeometryCount() == 1
        assert made.GetArea() == 200


def test_a_ring_of_neighbours_leaves_the_hole_that_is_in_the_middle():
    around = [(0, 0), (10, 0), (20, 0), (0, 10), (20, 10), (0, 20), (10, 20), (20, 20)]
    made = united_by_edges([shape(square(*at)) for at in around])
    assert [polygon.GetGeometryCount() for polygon in made] == [2]
    assert made.GetArea() == 800


def test_what_fills_a_hole_takes_it_away():
    frame = shape("((0 0,30 0,30 30,0 30,0 0),(10 10,10 20,20 20,20 10,10 10))")
    made = united_by_edges([frame, shape(square(10, 10))])
    assert [polygon.GetGeometryCount() for polygon in made] == [1]
    assert made.GetArea() == 900


def test_islands_stay_parts_and_a_lake_stays_with_its_island():
    lake = shape("((100 0,130 0,130 30,100 30,100 0),(110 10,110 20,120 20,120 10,110 10))")
    made = united_by_edges([shape(square(0, 0)), lake])
    assert made.GetGeometryCount() == 2
    assert made.GetArea() == 100 + 800


@pytest.mark.parametrize(
    "second",
    [square(5, 0), square(10, 5), square(10, 0, 5), square(0, 0), square(10, 10)],
    ids=["overlap", "shifted along the border", "corner on one side only", "the same twice", "at a corner"],
)
def test_what_edges_do_not_tell_is_left_to_an_overlay(second):
    shapes = [shape(square(0, 0)), shape(second)]
    by_edges = united_by_edges(shapes)
    assert by_edges is None or by_edges.GetArea() == overlaid(shapes).GetArea()
    assert unite_areas(shapes).GetArea() == overlaid(shapes).GetArea()
    assert unite_areas(shapes).IsValid()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 7), st.floats(0, 0.45))
def test_any_patches_of_a_crooked_grid_are_what_an_overlay_makes_of_them(seed, size, crook):
    """Cells share corners that are pushed off a grid; groups of them may have holes, islands, and touch at corners."""
    dice = random.Random(seed)
    corner = {
        (i, j): (1000 * (i + dice.uniform(-crook, crook)), 1000 * (j + dice.uniform(-crook, crook)))
        for i in range(size + 1)
        for j in range(size + 1)
    }
    cells = []
    for i in range(size):
        for j in range(size):
            if dice.random() < 0.6:
                ring = [corner[i, j], corner[i + 1, j], corner[i + 1, j + 1], corner[i, j + 1], corner[i, j]]
                cell = shape("((" + ",".join(f"{x!r} {y!r}" for x, y in ring) + "))")
                if cell.IsValid():
                    cells.append(cell)
    if not cells:
        return
    made, wanted = unite_areas(cells), overlaid(cells)
    assert made.IsValid()
    assert made.SymDifference(wanted).GetArea() < 1
    assert abs(made.GetArea() - sum(cell.GetArea() for cell in cells)) < 1
