"""Boundaries without the sea: what is land stays to the metre, islands too, and nobody's inland is touched."""

import zipfile

import pytest

pytest.importorskip("osgeo")
from klasskart.core.errors import AllSea, BadFile, Cancelled, Faulty, NoSea
from klasskart.core.feedback import Feedback
from klasskart.core.units import UNITS
from klasskart.work.boundaries import fetch
from klasskart.work.boundary_file import BoundaryRequest
from klasskart.work.conversion import convert
from klasskart.work.conversion.clipping import cut_at_coast
from klasskart.work.conversion.sea import extract_sea
from klasskart.work.renewal import newer, request_of
from osgeo import gdal, ogr, osr
from standin import coast, country
from standin.deliveries import zipped
from standin.mesh import area

KOMMUNE = UNITS["kommune"]


def rows(path, layer):
    dataset = ogr.Open(str(path))
    return [{**f.items(), None: f.GetGeometryRef() and f.GetGeometryRef().Clone()} for f in dataset.GetLayerByName(layer)]


def zips(standin):
    return [r.path.rsplit("/", 1)[-1] for r in standin.requests if r.method == "GET" and r.path.endswith(".zip")]


def map_of(waters):
    return coast.map_members("N250Kartdata", "Basisdata_11_Rogaland_25833_N250Kartdata_GML", waters, "25833")


def illustrations(year):
    return coast.illustration_members(year, coast.land(year, False), coast.land(year, True))


def square_metres(shape):
    return sum(area(ring) for polygon in shape for ring in polygon) / 2 / 10_000


# --- cutting ------------------------------------------------------------------------


def layer_of(path, name, shapes, field="", epsg=25833):
    """Write a layer as ours are: `shapes` of code → WKT (or a list of WKT)."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(epsg)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    first = next(iter(shapes.values() if isinstance(shapes, dict) else shapes))
    kind = ogr.wkbMultiLineString if first.startswith("MULTILINE") else ogr.wkbMultiPolygon
    layer = dataset.CreateLayer(name, system, kind, ["GEOMETRY_NAME=geom", "FID=fid"])
    if field:
        layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    for code, wkt in shapes.items() if isinstance(shapes, dict) else enumerate(shapes):
        feature = ogr.Feature(layer.GetLayerDefn())
        if field:
            feature.SetField(field, code)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        layer.CreateFeature(feature)
    return path


def box(west, south, east, north):
    return f"(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


def cut(folder, units, sea, unit=KOMMUNE, **more):
    field = unit.code_field
    source = layer_of(folder / "units.gpkg", unit.key, units, field)
    seas = [layer_of(folder / f"sea{number}.gpkg", "sea", shapes) for number, shapes in enumerate(sea)]
    made = cut_at_coast(source, unit, seas, folder / "cut.gpkg", **more)
    return made, {row.get(field): row for row in rows(made.path, unit.key)}


def test_the_sea_goes_islands_stay_and_inland_is_as_it_was(tmp_path):
    units = {"0001": f"MULTIPOLYGON({box(0, 0, 10_000, 10_000)})", "0002": f"MULTIPOLYGON({box(10_000, 0, 20_000, 10_000)})"}
    island = "(1000 1000,1000 2000,2000 2000,2000 1000,1000 1000)"
    water = f"MULTIPOLYGON(((-99 -99,5000 -99,5000 11000,-99 11000,-99 -99),{island}))"
    made, found = cut(tmp_path, units, [[water]])
    assert found["0001"][None].GetArea() == 50_000_000 + 1_000_000
    assert found["0001"][None].GetGeometryCount() == 2
    assert found["0002"][None].Equals(ogr.CreateGeometryFromWkt(units["0002"]))
    assert (made.features, made.cut, made.all_sea) == (2, 1, ())


def test_sea_that_is_divided_leaves_no_seam(tmp_path):
    """Map data cut their surfaces along grid lines and fylker."""
    third = 10_000 / 3
    units = {"0001": f"MULTIPOLYGON({box(0, 0, 10_000, 10_000)})"}
    lower, upper = f"MULTIPOLYGON({box(-5, -5, 5000, third)})", f"MULTIPOLYGON({box(-5, third, 5000, 10_005)})"
    for seas in ([[lower, upper]], [[lower], [upper]]):
        _, found = cut(tmp_path, units, seas)
        assert found["0001"][None].GetGeometryCount() == 1
        assert found["0001"][None].GetArea() == pytest.approx(50_000_000)
        for name in ("units.gpkg", "sea0.gpkg", "sea1.gpkg"):
            (tmp_path / name).unlink(missing_ok=True)


def test_strips_along_an_outer_border_that_differs_a_little_are_no_land(tmp_path):
    units = {"0001": f"MULTIPOLYGON({box(0, 0, 10_000, 10_000)})"}
    _, found = cut(tmp_path, units, [[f"MULTIPOLYGON({box(12, -5, 5000, 10_005)})"]])
    assert found["0001"][None].GetArea() == pytest.approx(50_000_000)


def test_a_narrow_islet_out_at_sea_is_land(tmp_path):
    units = {"0001": f"MULTIPOLYGON({box(0, 0, 10_000, 10_000)})"}
    hole = "(1000 1000,1000 2000,1030 2000,1030 1000,1000 1000)"
    _, found = cut(tmp_path, units, [[f"MULTIPOLYGON(((-5 -5,5000 -5,5000 10005,-5 10005,-5 -5),{hole}))"]])
    assert found["0001"][None].GetArea() == pytest.approx(50_030_000)


def test_what_is_all_sea_is_left_out_and_named(tmp_path):
    units = {"0001": f"MULTIPOLYGON({box(0, 0, 100, 100)})", "0002": f"MULTIPOLYGON({box(900, 0, 2000, 1000)})"}
    made, found = cut(tmp_path, units, [[f"MULTIPOLYGON({box(-5, -5, 1000, 1005)})"]])
    assert (made.all_sea, list(found)) == (("0001",), ["0002"])


def test_borders_end_at_the_coast(tmp_path):
    source = {"a": "MULTILINESTRING((0 50,100 50))", "b": "MULTILINESTRING((0 0,0 100))"}
    layer_of(tmp_path / "units.gpkg", "kommunegrense", list(source.values()))
    sea = layer_of(tmp_path / "sea.gpkg", "sea", [f"MULTIPOLYGON({box(-5, -5, 40, 105)})"])
    made = cut_at_coast(tmp_path / "units.gpkg", UNITS["kommunegrense"], [sea], tmp_path / "cut.gpkg")
    (left,) = rows(made.path, "kommunegrense")
    assert left[None].Length() == 60
    assert made.all_sea == ()


def test_the_sea_may_have_another_crs(tmp_path):
    units = {"0001": f"MULTIPOLYGON({box(500_000, 7_000_000, 510_000, 7_010_000)})"}
    whole = ogr.CreateGeometryFromWkt(f"POLYGON{box(490_000, 6_990_000, 505_000, 7_020_000)}")
    whole.Segmentize(100)
    near, far = osr.SpatialReference(), osr.SpatialReference()
    for system, code in ((near, 25833), (far, 25832)):
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    whole.Transform(osr.CoordinateTransformation(near, far))
    source = layer_of(tmp_path / "units.gpkg", "kommune", units, "kommunenummer")
    sea = layer_of(tmp_path / "sea.gpkg", "sea", [ogr.ForceToMultiPolygon(whole).ExportToWkt()], epsg=25832)
    made = cut_at_coast(source, KOMMUNE, [sea], tmp_path / "cut.gpkg")
    (row,) = rows(made.path, "kommune")
    assert abs(row[None].GetArea() - 50_000_000) < 1000
    assert made.crs == "EPSG:25833"


def test_cancelling_leaves_nothing_behind(tmp_path):
    units = {f"{n:04}": f"MULTIPOLYGON({box(1000 * n, 0, 1000 * n + 1000, 1000)})" for n in range(40)}
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 30

    with pytest.raises(Cancelled):
        cut(tmp_path, units, [[f"MULTIPOLYGON({box(-5, -5, 90_000, 500)})"]], feedback=Feedback(is_cancelled=cancelled))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sea0.gpkg", "units.gpkg"]


# --- map data -----------------------------------------------------------------------


def test_the_sea_is_found_among_the_themes_of_map_data(tmp_path):
    delivery = tmp_path / "n250.zip"
    with zipfile.ZipFile(delivery, "w") as archive:
        for name, text in map_of(coast.sea("11")).items():
            archive.writestr(name, text)
        archive.writestr("N250Samferdsel.gml", "<gml:FeatureCollection nothing of use")
    assert extract_sea([delivery], tmp_path / "sea.gpkg", "EPSG:25833") > 0
    found = sum(row[None].GetArea() for row in rows(tmp_path / "sea.gpkg", "sea"))
    assert abs(found - square_metres(coast.sea("11"))) < 1


def test_the_sea_is_found_in_a_file_geodatabase(tmp_path):
    driver = ogr.GetDriverByName("OpenFileGDB")
    if not driver or driver.GetMetadataItem("DCAP_CREATE_LAYER") != "YES":
        pytest.skip("this GDAL can't write a file geodatabase (before 3.6)")
    system = osr.SpatialReference()
    system.ImportFromEPSG(25833)
    dataset = driver.CreateDataSource(str(tmp_path / "N250.gdb"))
    layer = dataset.CreateLayer("N250_Arealdekke_omrade", system, ogr.wkbMultiPolygon)
    layer.CreateField(ogr.FieldDefn("objtype", ogr.OFTString))
    for objtype, side in (("Havflate", 100), ("Skog", 50), ("Havflate", 10)):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("objtype", objtype)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"MULTIPOLYGON({box(0, 0, side, side)})"))
        layer.CreateFeature(feature)
    del layer, dataset
    with zipfile.ZipFile(tmp_path / "n250.zip", "w") as archive:
        for path in (tmp_path / "N250.gdb").iterdir():
            archive.write(path, f"N250Kartdata_FGDB.gdb/{path.name}")
    assert extract_sea([tmp_path / "n250.zip"], tmp_path / "sea.gpkg", "EPSG:25833") == 2


def test_what_is_no_map_data_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("readme.txt", "hello")
    with pytest.raises(BadFile):
        extract_sea([tmp_path / "x.zip"], tmp_path / "sea.gpkg", "EPSG:25833")


# --- through the services -------------------------------------------------------------


def test_kommuner_of_the_country_keep_just_their_land(services, standin):
    found = fetch(services, BoundaryRequest("kommune", coast="coast"))
    shapes = {row["kommunenummer"]: row[None] for row in rows(found.path, "kommune")}
    assert (found.features, found.coast, found.own_coast) == (357, "N1000 Kartdata", False)
    for code, land in coast.land(2026, False).items():
        assert shapes[code].IsValid()
        assert abs(shapes[code].GetArea() - square_metres(land)) < 1, code
    assert any("N1000Kartdata" in name for name in zips(standin))


def test_inland_kommuner_are_as_registered(services):
    cut_ones = fetch(services, BoundaryRequest("kommune", crs="EPSG:25833", coast="coast"))
    registered = {row["kommunenummer"]: row for row in rows(fetch(services, BoundaryRequest("kommune")).path, "kommune")}
    dry = [
        code
        for code, land in coast.land(2026, False).items()
        if abs(registered[code][None].GetArea() - square_metres(land)) < 1
    ]
    assert len(dry) > 100
    for row in rows(cut_ones.path, "kommune"):
        if row["kommunenummer"] in dry:
            assert row[None].Equals(registered[row["kommunenummer"]][None])
            assert {**row, None: 0, "fid": 0} == {**registered[row["kommunenummer"]], None: 0, "fid": 0}


def test_a_fylke_or_kommune_is_cut_with_the_detailed_map_of_its_fylke(services, standin):
    found = fetch(services, BoundaryRequest("kommune", ("1151",), coast="coast"))
    assert found.coast == "N250 Kartdata"
    assert [name for name in zips(standin) if "N250" in name] == ["Basisdata_11_Rogaland_25833_N250Kartdata_GML.zip"]
    standin.requests.clear()
    fetch(services, BoundaryRequest("delomrade", ("1151",), coast="coast"))
    assert not [name for name in zips(standin) if "N250" in name]


def test_a_second_run_transfers_nothing(services, standin):
    first = fetch(services, BoundaryRequest("kommune", ("1151",), coast="coast"))
    standin.requests.clear()
    second = fetch(services, BoundaryRequest("kommune", ("1151",), coast="coast"))
    assert (second.reused, second.path, second.coast) == (True, first.path, "N250 Kartdata")
    assert zips(standin) == []
    assert fetch(services, BoundaryRequest("kommune", ("1151",))).coast == ""


@pytest.mark.parametrize("unit", ["kommune", "fylke"])
def test_geonorges_own_shapes_serve_where_there_are_any_of_the_year(services, standin, unit):
    found = fetch(services, BoundaryRequest(unit, vintage=2021, coast="coast"))
    assert found.own_coast
    assert "illustrasjonsdata 2021" in found.coast
    assert not [name for name in zips(standin) if "N1000" in name]
    land = coast.land(2021, unit == "fylke")
    shapes = {row[UNITS[unit].code_field]: row[None] for row in rows(found.path, unit)}
    assert shapes.keys() == land.keys()
    assert all(abs(shapes[code].GetArea() - square_metres(land[code])) < 1 for code in land)


def test_finer_units_of_such_a_year_are_cut(services):
    found = fetch(services, BoundaryRequest("grunnkrets", ("1151",), vintage=2021, coast="coast"))
    assert (found.own_coast, found.coast) == (False, "N250 Kartdata")


def test_own_shapes_that_do_not_come_are_no_reason_to_stop(services, standin):
    standin.break_next("Illustrasjonsdata", status=503, times=20)
    found = fetch(services, BoundaryRequest("kommune", ("11",), vintage=2021, coast="coast"))
    assert (found.own_coast, found.coast) == (False, "N250 Kartdata")


def test_own_shapes_that_lack_a_unit_are_left(services, standin, tmp_path):
    members = illustrations(2021)
    members["Kommuner.geojson"] = members["Kommuner.geojson"].replace('"kommunenummer": "1101"', '"kommunenummer": ""')
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    standin.break_next(
        "Illustrasjonsdata2021_GeoJSON.zip", status=200, body=(tmp_path / "x.zip").read_bytes(), content_type="application/zip"
    )
    found = fetch(services, BoundaryRequest("kommune", ("11",), vintage=2021, coast="coast"))
    assert not found.own_coast
    assert found.features == 23


def test_of_several_details_the_finest_is_taken(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        for name, text in illustrations(2024).items():
            archive.writestr(name, text)
    made = convert([tmp_path / "x.zip"], KOMMUNE, tmp_path / "k.gpkg", layer="kommune", finest=True)
    land = coast.land(2024, False)
    assert made.features == len(land)
    for row in rows(tmp_path / "k.gpkg", "kommune"):
        assert abs(row[None].GetArea() - square_metres(land[row["kommunenummer"]])) < 1


def test_bydeler_and_delomrader_are_put_together_and_then_cut(services):
    for unit in ("delomrade", "bydel"):
        found = fetch(services, BoundaryRequest(unit, ("1103",), crs="EPSG:25833", coast="coast"))
        shapes = [row[None] for row in rows(found.path, unit)]
        assert all(shape.IsValid() for shape in shapes)
        assert abs(sum(s.GetArea() for s in shapes) - square_metres(coast.land(2026, False)["1103"])) < 1


def test_where_nothing_reaches_the_sea_that_is_said(services):
    wet = {country.ground()[cell] for cell in coast.sea_cells()}
    inland = next(centre.code for centre in country.centres() if centre.code.startswith("34") and centre.code not in wet)
    warnings = []
    found = fetch(services, BoundaryRequest("kommune", (inland,), coast="coast"), feedback=Feedback(on_warning=warnings.append))
    assert found.features == 1
    assert [type(warning) for warning in warnings] == [NoSea]


def test_grunnkretser_of_which_nothing_is_land_are_named(services, standin):
    registered = by_code(fetch(services, BoundaryRequest("grunnkrets", ("1151",), crs="EPSG:25833")))
    flooded = min(registered)
    west, east, south, north = registered[flooded][None].GetEnvelope()
    ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    shape = [[[(round(100 * x), round(100 * y)) for x, y in ring]]]
    standin.break_next("N250Kartdata_GML.zip", status=200, body=zipped(map_of(shape)), content_type="application/zip")
    warnings = []
    wanted = BoundaryRequest("grunnkrets", ("1151",), crs="EPSG:25833", coast="coast")
    found = fetch(services, wanted, feedback=Feedback(on_warning=warnings.append))
    (warning,) = warnings
    assert isinstance(warning, AllSea)
    assert flooded in warning.codes
    assert found.features + warning.count == len(registered)


def by_code(found):
    return {row["grunnkretsnummer"]: row for row in rows(found.path, "grunnkrets")}


def test_without_a_coastline_it_is_said_and_the_cache_is_as_before(services, standin):
    fetch(services, BoundaryRequest("kommune", ("1151",)))
    before = sorted(path.name for path in (services.cache.folder / "boundaries").iterdir())
    standin.break_next("N250Kartdata", status=503, times=99)
    standin.break_next("442cae64", status=503, times=99)
    with pytest.raises((Faulty, BadFile)):
        fetch(services, BoundaryRequest("kommune", ("1151",), coast="coast"))
    assert sorted(path.name for path in (services.cache.folder / "boundaries").iterdir()) == before
    standin.heal()
    assert fetch(services, BoundaryRequest("kommune", ("1151",), coast="coast")).coast


def test_what_is_newer_of_them_is_asked_for_without_sea_too(services):
    found = fetch(services, BoundaryRequest("kommune", ("1151",), coast="coast"))
    assert request_of(found).coast == "coast"
    assert request_of(fetch(services, BoundaryRequest("kommune", ("1151",)))).coast == "sea"
    assert newer(services, found) is None
