"""Boundaries of what a map shows: just the units that it shows a part of, each of them whole."""

import dataclasses

import pytest

pytest.importorskip("osgeo")
from klasskart.core.errors import Cancelled, NothingThere, NotOffered
from klasskart.core.extent import Extent
from klasskart.core.feedback import Feedback
from klasskart.core.units import UNITS
from klasskart.work.boundaries import fetch
from klasskart.work.boundary_file import BoundaryRequest
from klasskart.work.conversion.seen import codes_in, keep_seen
from klasskart.work.in_extent import kommuner_in
from klasskart.work.renewal import newer, request_of
from osgeo import ogr, osr

WEBMERCATOR, UTM33, DEGREES = "EPSG:3857", "EPSG:25833", "EPSG:4326"


def rows(path, layer):
    dataset = ogr.Open(str(path))
    return [{**f.items(), None: f.GetGeometryRef().Clone()} for f in dataset.GetLayerByName(layer)]


def moved(geometry, crs):
    system = osr.SpatialReference()
    system.SetFromUserInput(crs)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    there = geometry.Clone()
    there.TransformTo(system)
    return there


def shown(path, unit, extent):
    """What a map shows, feature by feature and without any haste."""
    w, s, e, n = extent.west, extent.south, extent.east, extent.north
    frame = ogr.CreateGeometryFromWkt(f"POLYGON(({w} {s},{e} {s},{e} {n},{w} {n},{w} {s}))")
    return {row[unit.code_field] for row in rows(path, unit.key) if moved(row[None], extent.crs).Intersects(frame)}


def around(service, unit, code, crs, margin=0.02):
    """An extent a little larger than a unit, so that it meets the neighbours."""
    file = fetch(service, BoundaryRequest(unit.key))
    (row,) = (row for row in rows(file.path, unit.key) if row[unit.code_field] == code)
    west, east, south, north = moved(row[None], crs).GetEnvelope()
    more = margin * (east - west)
    return Extent(west - more, south - more, east + more, north + more, crs)


@pytest.mark.parametrize("crs", [UTM33, WEBMERCATOR, DEGREES, "EPSG:3035", "EPSG:25832"])
def test_the_units_are_those_that_the_map_shows_in_its_own_crs(services, crs):
    kommune = UNITS["kommune"]
    extent = around(services, kommune, "0301", crs)
    whole = fetch(services, BoundaryRequest("kommune"))
    file = fetch(services, BoundaryRequest("kommune", extent=extent))
    found = {row["kommunenummer"] for row in rows(file.path, "kommune")}
    assert found == shown(whole.path, kommune, extent) == set(codes_in(whole.path, kommune, extent))
    assert "0301" in found
    assert 1 < len(found) < 100
    assert file.features == len(found)


def test_each_unit_is_whole_with_all_it_had(services):
    extent = around(services, UNITS["kommune"], "0301", UTM33)
    whole = {row["kommunenummer"]: row for row in rows(fetch(services, BoundaryRequest("kommune")).path, "kommune")}
    for row in rows(fetch(services, BoundaryRequest("kommune", extent=extent)).path, "kommune"):
        before = whole[row["kommunenummer"]]
        assert row[None].Equals(before[None])
        assert {name: value for name, value in row.items() if name} == {name: value for name, value in before.items() if name}


def test_small_units_come_by_fylke_and_the_next_extent_nearby_needs_no_transfer(services, standin):
    extent = around(services, UNITS["kommune"], "0301", WEBMERCATOR, -0.4)  # inside Oslo
    standin.requests.clear()
    file = fetch(services, BoundaryRequest("grunnkrets", extent=extent))
    assert all(row["kommunenummer"] == "0301" for row in rows(file.path, "grunnkrets"))
    assert 0 < file.features < fetch(services, BoundaryRequest("grunnkrets", ("03",))).features
    names = [r.path.rsplit("/", 1)[-1] for r in standin.requests if r.method == "GET" and r.path.endswith(".zip")]
    assert [name.split("_")[1] for name in names] == ["0000", "03"]  # the fylker, and the grunnkretser of one
    standin.requests.clear()
    nearby = dataclasses.replace(extent, west=(extent.west + extent.east) / 2)
    assert fetch(services, BoundaryRequest("grunnkrets", extent=nearby)).features < file.features
    assert not [r for r in standin.requests if r.method == "GET" and r.path.endswith(".zip")]


def test_an_extent_within_an_area_gives_what_both_have(services):
    extent = around(services, UNITS["kommune"], "0301", UTM33)
    both = fetch(services, BoundaryRequest("kommune", ("32",), extent=extent))
    found = {row["kommunenummer"] for row in rows(both.path, "kommune")}
    assert found
    assert all(code.startswith("32") for code in found)
    assert both.areas == ("32",)


@pytest.mark.parametrize("unit", ["kommunegrense", "delomrade", "bydel"])
def test_borders_and_units_that_are_put_together_can_be_chosen_by_the_map_too(services, unit):
    extent = around(services, UNITS["kommune"], "0301", UTM33, -0.3)
    file = fetch(services, BoundaryRequest(unit, extent=extent))
    whole = fetch(services, BoundaryRequest(unit, ("0000",) if unit == "kommunegrense" else ("0301",)))
    assert 0 < file.features < whole.features or unit != "kommunegrense"
    assert file.features <= whole.features


def test_boundaries_without_sea_are_chosen_by_their_land(services):
    extent = around(services, UNITS["kommune"], "4601", UTM33, -0.2)
    file = fetch(services, BoundaryRequest("kommune", extent=extent, coast="coast"))
    assert file.coast
    assert "4601" in {row["kommunenummer"] for row in rows(file.path, "kommune")}


def test_where_the_map_shows_no_norway_it_is_said_and_nothing_is_left_behind(services):
    elsewhere = Extent(-10.0, -10.0, 10.0, 10.0, DEGREES)
    for unit in ("kommune", "grunnkrets"):
        with pytest.raises(NothingThere) as caught:
            fetch(services, BoundaryRequest(unit, extent=elsewhere))
        assert caught.value.unit == unit
    assert not list(services.cache.folder.glob("boundaries/*extent*"))


def test_a_map_of_the_whole_world_shows_all_of_norway(services):
    world = Extent(-20037508, -20037508, 20037508, 20037508, WEBMERCATOR)
    assert fetch(services, BoundaryRequest("kommune", extent=world)).features == 357
    assert kommuner_in(world, None, lambda r, f: fetch(services, r, feedback=f)) == ("0000",)


def test_a_map_in_a_crs_that_is_none_is_refused(services):
    with pytest.raises(NotOffered):
        fetch(services, BoundaryRequest("kommune", extent=Extent(0, 0, 1, 1, "no such system")))


def test_the_kommuner_of_a_point_and_of_an_extent_are_those_of_the_year(services):
    def asked(request, feedback):
        return fetch(services, request, feedback=feedback)

    kommune = UNITS["kommune"]
    whole = rows(fetch(services, BoundaryRequest("kommune")).path, "kommune")
    (alesund,) = (row for row in whole if row["kommunenummer"] == "1508")
    inside = moved(alesund[None].PointOnSurface(), WEBMERCATOR)
    point = Extent.of_point(inside.GetX(), inside.GetY(), WEBMERCATOR)
    assert kommuner_in(point, None, asked) == ("1508",)
    assert kommuner_in(point, 2021, asked) == ("1507",)
    extent = around(services, kommune, "1508", UTM33)
    assert set(kommuner_in(extent, None, asked)) == shown(fetch(services, BoundaryRequest("kommune")).path, kommune, extent)
    with pytest.raises(NothingThere):
        kommuner_in(Extent.of_point(0.0, 0.0, DEGREES), None, asked)


def test_what_a_map_showed_can_be_looked_after_like_any_other(services, standin):
    extent = around(services, UNITS["kommune"], "0301", WEBMERCATOR)
    file = fetch(services, BoundaryRequest("kommune", extent=extent))
    assert request_of(file).extent == extent
    assert newer(services, file) is None
    was = dataclasses.replace(file.sources[0], etag='"older"')
    found = newer(services, dataclasses.replace(file, sources=(was,)))
    assert (found.features, found.extent) == (file.features, extent)


def test_cancel_is_heard_while_units_are_chosen_and_nothing_is_left(services, tmp_path):
    whole = fetch(services, BoundaryRequest("kommune"))
    target, asked = tmp_path / "own" / "seen.gpkg", []

    def after_some():
        asked.append(1)
        return len(asked) > 400

    everything = Extent(-1e7, -1e7, 1e8, 1e8, UTM33)
    with pytest.raises(Cancelled):
        keep_seen(whole.path, UNITS["kommune"], everything, target, Feedback(is_cancelled=after_some))
    assert not list(target.parent.glob("*"))
