"""Every unit in every year, coast, format, CRS and route that docs/boundaries.md says it was tried in."""

import datetime
import pathlib

import pytest

pytest.importorskip("osgeo")
import boundary_matrix as matrix
from boundary_matrix import COASTS, FORMS, ONLY_UTM, REAL_YEARS, SYSTEMS, UNITS_TRIED, YEARS
from klasskart.core.settings import Config
from klasskart.core.units import UNITS
from klasskart.work.boundaries import fetch
from klasskart.work.boundary_file import BoundaryRequest
from klasskart.work.services import open_services
from osgeo import gdal, ogr, osr
from standin import Standin

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "boundaries.md").read_text("utf-8")
TODAY = datetime.date(2026, 11, 21)


@pytest.fixture(scope="module")
def kept(server, tmp_path_factory):
    """Services whose cache is shared by what is tried here, as a user's is."""
    folder = tmp_path_factory.mktemp("kept")
    opened = open_services(Config.read(environment={**server.environment(), "KLASSKART_CACHE_DIR": str(folder)}))
    yield opened
    opened.close()


def shapes(file):
    dataset = ogr.Open(str(file.path))
    return [feature.GetGeometryRef().Clone() for feature in dataset.GetLayerByName(file.layer)]


def place(file):
    """The middle of what a file holds, in degrees: east, north."""
    box = [shape.GetEnvelope() for shape in shapes(file)]
    west, south = min(one[0] for one in box), min(one[2] for one in box)
    east, north = max(one[1] for one in box), max(one[3] for one in box)
    systems = []
    for name in (file.crs, "EPSG:4326"):
        systems.append(osr.SpatialReference())
        systems[-1].SetFromUserInput(name)
        systems[-1].SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return osr.CoordinateTransformation(*systems).TransformPoint((west + east) / 2, (south + north) / 2)[:2]


def check(file, unit, least):
    found = shapes(file)
    assert file.features == len(found) >= least
    assert all(shape.IsValid() and not shape.IsEmpty() for shape in found)
    assert {shape.GetGeometryName() for shape in found} == {"MULTILINESTRING" if UNITS[unit].is_border else "MULTIPOLYGON"}


def need(form):
    if form == "FGDB":
        driver = gdal.GetDriverByName("OpenFileGDB")
        if driver is None or driver.GetMetadataItem("DCAP_CREATE_LAYER") != "YES":
            pytest.skip("this GDAL can't write a file geodatabase (before 3.6)")


# --- one dimension after the other, for every unit ----------------------------------------


@pytest.mark.parametrize("coast", COASTS)
@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("unit", UNITS_TRIED)
def test_every_unit_comes_in_every_year_with_and_without_sea(kept, standin, unit, year, coast):
    tried = UNITS_TRIED[unit]
    file = fetch(kept, BoundaryRequest(unit, (tried.area,), year, coast=coast))
    check(file, unit, tried.least)
    assert file.vintage == year
    assert bool(file.coast) == (coast == "coast")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("unit", UNITS_TRIED)
def test_every_unit_comes_out_of_every_delivered_form(services, standin, unit, form):
    need(form)
    standin.generation = form
    tried = UNITS_TRIED[unit]
    file = fetch(services, BoundaryRequest(unit, (tried.area,)))
    check(file, unit, tried.least)
    ending = form if form in ("GML", "FGDB") else "GeoJSON"
    assert all(source.url.endswith(f"_{ending}.zip") for source in file.sources)


@pytest.mark.parametrize("crs", SYSTEMS)
@pytest.mark.parametrize("unit", UNITS_TRIED)
def test_every_unit_comes_in_every_system(kept, standin, unit, crs):
    tried = UNITS_TRIED[unit]
    file = fetch(kept, BoundaryRequest(unit, (tried.area,), crs=crs))
    check(file, unit, tried.least)
    assert file.crs == crs
    east, north = place(file)
    assert 10.4 < east < 11.0
    assert 59.7 < north < 60.2


@pytest.mark.parametrize("crs", SYSTEMS)
@pytest.mark.parametrize("form", FORMS)
def test_no_form_mixes_up_the_axes_of_any_system(services, standin, form, crs):
    need(form)
    standin.generation = form
    file = fetch(services, BoundaryRequest("kommune", ("0301",), crs=crs))
    delivered = file.sources[0].url.rsplit("_", 3)[1]
    assert f"EPSG:{delivered}" == crs or form in ONLY_UTM
    east, north = place(file)
    assert 10.4 < east < 11.0
    assert 59.7 < north < 60.2


@pytest.mark.parametrize(("unit", "route"), [(unit, route) for unit in UNITS_TRIED for route in matrix.routes_of(unit)])
def test_every_unit_comes_by_every_route(standin, tmp_path, unit, route):
    tried = UNITS_TRIED[unit]
    environment = {**standin.environment(), "KLASSKART_CACHE_DIR": str(tmp_path), "KLASSKART_READ_TIMEOUT": "120"}
    services = open_services(Config.read(environment=environment), pause=lambda seconds: None)
    if route == "feed":
        standin.break_next("/api/", status=503, times=float("inf"))
    file = fetch(services, BoundaryRequest(unit, ("0000" if route == "files" else tried.area,)))
    check(file, unit, tried.least)
    services.close()
    assert {source.route for source in file.sources} == {route}


# --- real shapes --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real(shared, tmp_path_factory):
    with Standin(today=TODAY, real=shared) as running:
        folder = tmp_path_factory.mktemp("real")
        environment = {**running.environment(), "KLASSKART_CACHE_DIR": str(folder), "KLASSKART_READ_TIMEOUT": "120"}
        opened = open_services(Config.read(environment=environment))
        yield opened
        opened.close()


@pytest.mark.parametrize("coast", COASTS)
@pytest.mark.parametrize("year", REAL_YEARS)
@pytest.mark.parametrize("unit", [unit for unit, tried in UNITS_TRIED.items() if tried.real])
def test_real_shapes_come_in_every_year_with_and_without_sea(real, unit, year, coast):
    tried = UNITS_TRIED[unit]
    file = fetch(real, BoundaryRequest(unit, (tried.real,), year, coast=coast))
    check(file, unit, tried.least)


# --- the page -----------------------------------------------------------------------------


def test_the_table_of_the_page_is_what_is_tried_here():
    assert matrix.table() in PAGE
    assert matrix.legend() in PAGE


def test_every_unit_choice_and_coast_is_on_the_page():
    assert set(UNITS_TRIED) == set(UNITS)
    for words in (*UNITS, *COASTS):
        assert f"`{words}`" in PAGE
