"""Whatever form was delivered, the same layer comes of it; and a failure changes nothing."""

import json
import sqlite3
import threading
import zipfile
from contextlib import closing

import pytest

pytest.importorskip("osgeo")
import delivered_bodies as bodies
from klasskart.core.errors import BadFile, Cancelled, DiskFull, NotOffered, NotWritable
from klasskart.core.feedback import Feedback
from klasskart.core.units import UNITS
from klasskart.work.conversion import convert, writing
from osgeo import gdal, ogr

KOMMUNE_FIELDS = [
    *("kommunenummer", "kommunenavn", "objtype", "lokalid", "navnerom", "versjonid", "oppdateringsdato", "datauttaksdato"),
    *("datafangstdato", "gyldigfra", "gyldigtil", "opphav", "samiskforvaltningsomrade", "administrativenhetnavn"),
]
FORMS = {
    "A": {"k.geojson": bodies.text(bodies.generation_a())},
    "B": {"k.geojson": bodies.text(bodies.generation_b())},
    "B on one line": {"k": bodies.text(bodies.generation_b(), indent=None)},
    "C, mixed, BOM": {"k.json": bodies.text(bodies.generation_c(), bom=True)},
    "C, two members": {
        "Kommune.geojson": bodies.text(bodies.collection(bodies.areas(), name="Kommune"), bom=True),
        "Grense.geojson": bodies.text(bodies.collection(bodies.borders(), name="Grense"), bom=True),
        "readme.txt": b"hello",
        "metadata.xml": b"<gmd:MD_Metadata xmlns:gml='http://www.opengis.net/gml/3.2'/>",
    },
    "GML": {"k.gml": bodies.gml_utm()},
    "GML with BOM": {"k.xml": b"\xef\xbb\xbf" + bodies.gml_utm().replace(b"\n", b"\r\n")},
}


@pytest.fixture
def deliver(tmp_path):
    def make(members, name="delivery.zip"):
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members.items():
                archive.writestr(member, content)
        return path

    return make


@pytest.fixture
def target(tmp_path):
    (tmp_path / "cache").mkdir()
    return tmp_path / "cache" / "made.gpkg"


def write(path, body):
    path.write_bytes(body if isinstance(body, bytes) else bodies.text(body))
    return path


def rows(path, layer):
    """Read a layer as dictionaries, with the geometry under None."""
    dataset = ogr.Open(str(path))
    found = []
    for feature in dataset.GetLayerByName(layer):
        geometry = feature.GetGeometryRef()
        found.append({**feature.items(), None: geometry.Clone() if geometry is not None else None})
    return found


def kommuner(delivery, target, **options):
    convert([delivery], UNITS["kommune"], target, layer="kommune", **options)
    return {row["kommunenummer"]: row for row in rows(target, "kommune")}


def nothing_left_in(folder):
    return [found.name for found in folder.iterdir()] == []


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_kommuner(deliver, target, form):
    found = kommuner(deliver(FORMS[form]), target)
    assert {number: row["kommunenavn"] for number, row in found.items()} == {
        "0301": "Oslo",
        "5501": "Tromsø - Romsa",
        "1108": "Sandnes",
    }
    assert list(found["0301"])[: len(KOMMUNE_FIELDS)] == KOMMUNE_FIELDS
    assert found["5501"]["lokalid"] == "id-5501"
    assert [found[number]["samiskforvaltningsomrade"] for number in found] == [0, 1, 0]
    names = {name["sprak"]: name["navn"] for name in json.loads(found["5501"]["administrativenhetnavn"])}
    assert names == {"nor": "Tromsø", "sme": "Romsa"}
    assert found["5501"][None].GetGeometryName() == "MULTIPOLYGON"
    assert [round(found[number][None].GetArea()) for number in found] == [1_000_000, 2_000_000, 1_000_000]
    assert not {"avgrensningstype", "navn", "rekkefølge", "gml_id"} & set(found["0301"])


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_every_border(deliver, target, form):
    made = convert([deliver(FORMS[form])], UNITS["kommunegrense"], target, layer="kommunegrense", areas=("0301",))
    found = rows(target, "kommunegrense")
    assert (made.features, len(found)) == (2, 2)
    assert {row["avgrensningstype"] for row in found} == {"Kommunegrense"}
    assert {(row["malemetode"], row["noyaktighet"]) for row in found} == {("78", 200)}
    assert "kommunenummer" not in found[0]
    assert {row[None].GetGeometryName() for row in found} == {"MULTILINESTRING"}


def test_what_was_made_is_told(deliver, target):
    made = convert([deliver(FORMS["B"])], UNITS["kommune"], target, layer="kommune")
    assert made == writing.Converted(target, "kommune", 3, "EPSG:25833", ("geojson-b",), "2024-01-01")


def test_other_delivered_keys_follow_unchanged_and_dates_stay_as_they_were(deliver, target):
    row = kommuner(deliver(FORMS["B"]), target)["0301"]
    assert list(row)[-2] == "merknad"
    assert (row["gyldigfra"], row["oppdateringsdato"]) == ("2024-01-01", "2023-11-28T16:43:54+01:00")


def test_the_layer_is_indexed_by_place_and_by_number(deliver, target):
    kommuner(deliver(FORMS["B"]), target)
    with closing(sqlite3.connect(target)) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
        assert {"rtree_kommune_geom", "kommune_kommunenummer"} <= tables
        plan = database.execute("EXPLAIN QUERY PLAN SELECT fid FROM kommune WHERE kommunenummer = '0301'").fetchall()
    assert "kommune_kommunenummer" in str(plan)


def test_numbers_that_lost_their_zero_get_it_back(tmp_path, target):
    body = bodies.collection([bodies.feature({"kommunenummer": 301, "navn": "Oslo"}, None)], crs=None)
    found = kommuner(write(tmp_path / "k.json", body), target)
    assert found["0301"]["kommunenavn"] == "Oslo"


def test_grunnkretser_get_their_delomrade_and_kommune(tmp_path, target):
    shape = {"type": "Polygon", "coordinates": [bodies.square((0, 0))]}
    given = {"grunnkretsnummer": "02201606", "grunnkretsnavn": "Nes", "objtype": "Grunnkrets"}
    body = bodies.collection([bodies.feature(given, shape)])
    convert([write(tmp_path / "g.json", body)], UNITS["grunnkrets"], target, layer="grunnkrets")
    (row,) = rows(target, "grunnkrets")
    assert (row["grunnkretsnummer"], row["delomradenummer"], row["kommunenummer"]) == ("02201606", "02201600", "0220")
    with pytest.raises(BadFile, match="no_layer"):  # grunnkretser are no kommuner, though they name theirs
        convert([write(tmp_path / "g.json", without_type(body, "02200101"))], UNITS["kommune"], target, layer="kommune")


def without_type(body, number):
    shape = body["features"][0]["geometry"]
    return bodies.collection([bodies.feature({"grunnkretsnummer": number, "kommunenummer": number[:4]}, shape)])


def test_parts_of_a_unit_are_collected_and_null_geometries_kept(tmp_path, target):
    def part(number, corner):
        shape = corner and {"type": "Polygon", "coordinates": [bodies.square(corner)]}
        return bodies.feature({"kommunenummer": number, "objtype": "Kommune"}, shape)

    features = [part("0301", None), part("0301", (0, 0)), part("5501", None), part("0301", (500, 0)), part("0301", (9000, 0))]
    found = kommuner(write(tmp_path / "k.json", bodies.collection(features)), target)
    assert sorted(found) == ["0301", "5501"]
    assert found["5501"][None] is None
    assert (found["0301"][None].GetGeometryCount(), round(found["0301"][None].GetArea())) == (2, 2_500_000)


@pytest.mark.parametrize(
    ("coordinates", "square_metres"),
    [
        ([[[0, 0], [10, 10], [10, 0], [0, 10], [0, 0]]], 50),  # a bow tie
        ([[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]], [[20, 20], [21, 20], [21, 21], [20, 20]]], 100),  # hole outside
    ],
)
def test_invalid_areas_are_mended(tmp_path, target, coordinates, square_metres):
    shape = {"type": "Polygon", "coordinates": [[[x + 260_000, y + 6_640_000] for x, y in ring] for ring in coordinates]}
    body = bodies.collection([bodies.feature({"kommunenummer": "0301"}, shape)])
    geometry = kommuner(write(tmp_path / "k.json", body), target)["0301"][None]
    assert geometry.IsValid()
    assert round(geometry.GetArea()) == square_metres


def test_overlapping_parts_become_one_and_not_a_hole(tmp_path, target):
    shape = {"type": "MultiPolygon", "coordinates": [[bodies.square((0, 0))], [bodies.square((500, 0))]]}
    body = bodies.collection([bodies.feature({"kommunenummer": "0301"}, shape)])
    assert round(kommuner(write(tmp_path / "k.json", body), target)["0301"][None].GetArea()) == 1_500_000


def test_a_line_of_no_width_has_no_area_left(tmp_path, target):
    shape = {"type": "Polygon", "coordinates": [[[260_000, 6_640_000], [260_010, 6_640_000], [260_000, 6_640_000]]]}
    features = [*bodies.areas(), bodies.feature({"kommunenummer": "9998", "objtype": "Kommune"}, shape)]
    found = kommuner(write(tmp_path / "k.json", bodies.collection(features)), target)
    assert len(found) == 4
    assert found["9998"][None] is None


def test_arcs_become_lines(tmp_path, target):
    ring = (
        "<gml:Ring><gml:curveMember><gml:Curve><gml:segments><gml:Arc><gml:posList>0 0 1000 1000 2000 0</gml:posList></gml:Arc>"
        "<gml:LineStringSegment><gml:posList>2000 0 0 0</gml:posList></gml:LineStringSegment></gml:segments></gml:Curve>"
        "</gml:curveMember></gml:Ring><!--{}-->"
    )
    found = kommuner(write(tmp_path / "k.gml", bodies.gml_utm(ring=ring)), target)
    half_circle = found["0301"][None]
    assert half_circle.GetGeometryName() == "MULTIPOLYGON"
    assert half_circle.GetArea() == pytest.approx(1_570_796, rel=0.01)


def test_gml_in_degrees_is_read_north_first_and_written_east_first(tmp_path, target):
    body = bodies.gml(crs="urn:ogc:def:crs:EPSG::4258", corner=lambda x, y: (60 + y / 1e5, 10 + x / 1e5))
    made = convert([write(tmp_path / "k.gml", body)], UNITS["kommune"], target, layer="kommune")
    assert made.crs == "EPSG:4258"
    west, _, south, _ = rows(target, "kommune")[0][None].GetEnvelope()
    assert (west, south) == (10, 60)


def test_metres_without_a_crs_are_the_countrys(tmp_path, target):
    made = convert(
        [write(tmp_path / "k.json", bodies.collection(bodies.areas(), crs=None))], UNITS["kommune"], target, layer="k"
    )
    assert made.crs == "EPSG:25833"


@pytest.mark.parametrize("crs", ["EPSG:3045", "urn:ogc:def:crs:EPSG::25833", "EPSG:25833"])
def test_a_crs_is_taken_by_what_it_means(tmp_path, target, crs):
    body = bodies.collection(bodies.areas(), crs=crs)
    made = convert([write(tmp_path / "k.json", body)], UNITS["kommune"], target, layer="k", crs="EPSG:25833")
    assert made.crs == "EPSG:25833"
    assert rows(target, "k")[0][None].GetEnvelope() == (260_000, 261_000, 6_640_000, 6_641_000)


def test_another_crs_is_made_on_request(deliver, target):
    made = convert([deliver(FORMS["B"])], UNITS["kommune"], target, layer="kommune", crs="EPSG:4326")
    west, east, south, north = rows(target, "kommune")[0][None].GetEnvelope()
    assert made.crs == "EPSG:4326"
    assert 10 < west < east < 11
    assert 59 < south < north < 60


def test_a_crs_that_does_not_exist_is_named(deliver, target):
    with pytest.raises(NotOffered, match="EPSG:1"):
        convert([deliver(FORMS["B"])], UNITS["kommune"], target, layer="kommune", crs="EPSG:1")
    assert nothing_left_in(target.parent)


@pytest.mark.parametrize(("areas", "expected"), [(("03",), {"0301"}), (("5501", "11"), {"5501", "1108"}), (("46",), set())])
@pytest.mark.parametrize("form", ["B", "GML"])
def test_only_the_units_of_the_areas_are_kept(deliver, target, form, areas, expected):
    assert set(kommuner(deliver(FORMS[form]), target, areas=areas)) == expected


def test_several_deliveries_become_one_layer(deliver, tmp_path, target):
    one = write(tmp_path / "one.json", bodies.collection(bodies.areas()[:1]))
    other = write(tmp_path / "other.gml", bodies.gml_utm())
    made = convert([one, other, deliver(FORMS["A"])], UNITS["kommune"], target, layer="kommune")
    assert (made.features, made.forms) == (3, ("geojson-c", "gml", "geojson-a"))


def test_keys_that_the_geopackage_needs_itself_are_renamed(tmp_path, target):
    features = [bodies.feature({"kommunenummer": "0301", "FID": 7, "geom": "x", "Navn": "a", "NAVN": "b"}, None)]
    row = kommuner(write(tmp_path / "k.json", bodies.collection(features)), target)["0301"]
    assert (row["FID_"], row["geom_"]) == (7, "x")


def test_keys_that_come_late_in_a_large_file_are_not_lost(tmp_path, target, monkeypatch):
    from klasskart.work.conversion import delivered

    monkeypatch.setattr(delivered, "_FIRST_PASS", 5000)
    features = [bodies.area(f"{number:04}", "x", [], [(0, 0)]) for number in range(300)]
    features[-1]["properties"].update({"sist": "here", "tall": 1.5})
    features[0]["properties"]["tall"] = 1
    found = kommuner(write(tmp_path / "k.json", bodies.collection(features)), target)
    assert (found["0299"]["sist"], found["0299"]["tall"], found["0000"]["tall"]) == ("here", 1.5, 1)


# --- what goes wrong ----------------------------------------------------------


BROKEN = {
    "truncated nested": (bodies.text(bodies.generation_b())[:-400], "truncated"),
    "truncated plain": (bodies.text(bodies.generation_c())[:-400], "truncated"),
    "broken in the middle": (bodies.text(bodies.generation_c()).replace(b'"kommunenavn": "Sandnes"', b'"x" }} ] 3'), "corrupt"),
    "broken nested": (bodies.text(bodies.generation_b()).replace(b'"kommunenavn": "Sandnes"', b'"kommunenavn" 3'), "corrupt"),
    "gml cut": (bodies.gml_utm()[:-500], "corrupt"),
    "gml with entities": (bodies.gml_utm(prolog='<!DOCTYPE x [<!ENTITY a "b">]>'), "unreadable"),
    "sosi": (b".HODE\n..TEGNSETT UTF-8\n.SLUTT\n", "unreadable"),
    "web page": (b"<!DOCTYPE html><html>Log in</html>", "no_layer"),
    "other JSON": (b'{"message": "no"}', "no_layer"),
    "nothing": (b"", "no_layer"),
    "borders only": (bodies.text(bodies.collection(bodies.borders())), "no_layer"),
}


@pytest.mark.parametrize("zipped", [True, False], ids=["zip", "bare"])
@pytest.mark.parametrize("case", BROKEN)
def test_a_file_that_can_not_be_used_leaves_the_old_layer(deliver, tmp_path, target, case, zipped):
    body, reason = BROKEN[case]
    target.write_bytes(b"old")
    path = deliver({"member": body}) if zipped else write(tmp_path / "bare", body)
    with pytest.raises(BadFile) as raised:
        convert([path], UNITS["kommune"], target, layer="kommune")
    assert raised.value.reason == reason
    assert [found.name for found in target.parent.iterdir()] == [target.name]
    assert target.read_bytes() == b"old"


def test_a_missing_delivery_is_named(tmp_path, target):
    with pytest.raises(BadFile, match=r"nowhere\.zip"):
        convert([tmp_path / "nowhere.zip"], UNITS["kommune"], target, layer="kommune")


@pytest.mark.parametrize("after", range(0, 60, 3))
@pytest.mark.parametrize("form", ["C, mixed, BOM", "GML"])
def test_cancel_at_any_moment_leaves_nothing(deliver, target, form, after):
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > after

    try:
        convert([deliver(FORMS[form])], UNITS["kommune"], target, layer="kommune", feedback=Feedback(is_cancelled=cancelled))
    except Cancelled:
        assert nothing_left_in(target.parent)
    else:
        assert len(asked) <= after
    assert not [thread for thread in threading.enumerate() if thread.name == "klasskart-reader"]


def test_a_new_file_takes_the_place_of_the_old_one_and_its_leftovers(deliver, target):
    for ending in ("", "-wal", "-shm"):
        target.with_name(target.name + ending).write_bytes(b"old")
    assert len(kommuner(deliver(FORMS["B"]), target)) == 3
    assert [found.name for found in target.parent.iterdir()] == [target.name]


def test_nothing_is_written_beside_a_bare_file(tmp_path, target):
    (tmp_path / "in").mkdir()
    path = write(tmp_path / "in" / "k.gml", bodies.gml_utm())
    assert len(kommuner(path, target)) == 3
    assert list(path.parent.iterdir()) == [path]


def test_a_stale_schema_beside_a_file_is_not_believed(tmp_path, target):
    path = write(tmp_path / "k.gml", bodies.gml_utm())
    gdal.OpenEx(str(path), open_options=["WRITE_GFS=YES", "DOWNLOAD_SCHEMA=NO"])  # types guessed: 0301 is 301 here
    assert path.with_suffix(".gfs").exists()
    assert set(kommuner(path, target)) == {"0301", "5501", "1108"}


def test_a_full_disk_is_noticed_before_work_begins(deliver, target, monkeypatch):
    from klasskart.work import archives

    monkeypatch.setattr(archives.shutil, "disk_usage", lambda path: type("usage", (), {"free": 100}))
    with pytest.raises(DiskFull) as raised:
        kommuner(deliver(FORMS["B"]), target)
    assert raised.value.needed > 100
    assert nothing_left_in(target.parent)


def test_a_file_in_the_place_of_the_folder_is_named(deliver, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotWritable):
        kommuner(deliver(FORMS["B"]), tmp_path / "file" / "made.gpkg")


# --- neighbours -----------------------------------------------------------------


@pytest.mark.parametrize("form", ["A", "C, mixed, BOM", "GML"])
def test_gdals_exceptions_turned_on_by_another_make_no_difference(deliver, tmp_path, target, form):
    before = gdal.GetUseExceptions(), ogr.GetUseExceptions()
    gdal.UseExceptions()
    ogr.UseExceptions()
    try:
        assert len(kommuner(deliver(FORMS[form]), target)) == 3
        with pytest.raises(BadFile):
            kommuner(write(tmp_path / "bad", BROKEN["broken in the middle"][0]), target)
        assert gdal.GetUseExceptions()
        assert ogr.GetUseExceptions()
    finally:
        for module, on in zip((ogr, gdal), reversed(before)):  # the last one first, or GDAL refuses
            if not on:
                module.DontUseExceptions()


def test_gdals_options_are_as_before(deliver, target):
    kommuner(deliver(FORMS["GML"]), target)
    for option in ("GML_FIELDTYPES", "OGR_SQLITE_SYNCHRONOUS", "OGR_GEOJSON_MAX_OBJ_SIZE", "OGR_GEOJSON_MAX_BYTES_FIRST_PASS"):
        assert gdal.GetConfigOption(option) is None


def test_progress_rises_to_the_end(deliver, target):
    seen = []
    kommuner(deliver(FORMS["C, two members"]), target, feedback=Feedback(on_progress=seen.append))
    assert seen == sorted(seen)
    assert seen[-1] == 1


# --- real files -----------------------------------------------------------------


def test_the_fylker_as_delivered(shared, target):
    delivery = shared / "data/geonorge/Basisdata_0000_Norge_25833_Fylker_GeoJSON.zip"
    made = convert([delivery], UNITS["fylke"], target, layer="fylke")
    found = {row["fylkesnummer"]: row for row in rows(target, "fylke")}
    assert (made.features, made.crs, made.forms) == (15, "EPSG:25833", ("geojson-b",))
    assert found["56"]["fylkesnavn"] == "Finnmark - Finnmárku - Finmarkku"
    assert json.loads(found["56"]["administrativenhetnavn"])[0]["sprak"] == "fkv"
    assert all(row[None].IsValid() for row in found.values())
    borders = convert([delivery], UNITS["fylkesgrense"], target, layer="fylkesgrense")
    assert borders.features == 4636


def test_real_kommuner_of_the_first_generation(shared, target):
    path = shared / "data/kommuner-fylker/2020/kommuner-AdmEnheter41-nullgeom.json"
    found = kommuner(path, target)
    assert len(found) == 356
    assert found["5405"]["kommunenavn"] == "Vadsø"
    assert found["5437"]["kommunenavn"].split(" - ")[0] in ("Karasjok", "Kárášjohka")
    assert found["5405"]["datauttaksdato"] == "20191220110340"
    assert all(row[None] is None or row[None].IsValid() for row in found.values())


def test_real_grunnkretser(shared, target):
    made = convert([shared / "data/grunnkrets-delomrade/ab.geojson.zip"], UNITS["grunnkrets"], target, layer="grunnkrets")
    found = rows(target, "grunnkrets")
    assert made.features == len(found)
    assert all(len(row["grunnkretsnummer"]) == 8 for row in found)


def test_a_file_geodatabase_in_a_zip(deliver, tmp_path, target):
    driver = ogr.GetDriverByName("OpenFileGDB")
    if not driver or driver.GetMetadataItem("DCAP_CREATE_LAYER") != "YES":
        pytest.skip("this GDAL can't write a file geodatabase (before 3.6)")
    folder = tmp_path / "made.gdb"
    make_geodatabase(driver, folder)
    path = deliver({f"Kommuner/{file.name}": file.read_bytes() for file in folder.iterdir()})
    found = kommuner(path, target)
    assert {number: row["kommunenavn"] for number, row in found.items()} == {"0301": "Oslo", "5501": "Tromsø - Romsa"}
    assert found["5501"]["oppdateringsdato"].startswith("2023-11-28T16:43:54")


def make_geodatabase(driver, folder):
    from osgeo import osr

    system = osr.SpatialReference()
    system.ImportFromEPSG(25833)
    dataset = driver.CreateDataSource(str(folder))
    layer = dataset.CreateLayer("kommune", system, ogr.wkbMultiPolygon)
    for name, kind in (("objid", ogr.OFTInteger), ("kommunenummer", ogr.OFTString), ("oppdateringsdato", ogr.OFTDateTime)):
        layer.CreateField(ogr.FieldDefn(name, kind))
    names = dataset.CreateLayer("administrativenhetnavn", None, ogr.wkbNone)
    for name, kind in (("kommune_fk", ogr.OFTInteger), ("navn", ogr.OFTString), ("rekkefolge", ogr.OFTString)):
        names.CreateField(ogr.FieldDefn(name, kind))
    names.CreateField(ogr.FieldDefn("sprak", ogr.OFTString))
    for number, (code, _, given, parts) in enumerate(bodies.KOMMUNER[:2], 1):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("objid", number)
        feature.SetField("kommunenummer", code)
        feature.SetField("oppdateringsdato", "2023/11/28 16:43:54")
        shape = {"type": "MultiPolygon", "coordinates": [[bodies.square(part)] for part in parts]}
        feature.SetGeometry(ogr.CreateGeometryFromJson(json.dumps(shape)))
        layer.CreateFeature(feature)
        for navn, rekkefolge, sprak in given:
            row = ogr.Feature(names.GetLayerDefn())
            for name, value in (("kommune_fk", number), ("navn", navn), ("rekkefolge", rekkefolge), ("sprak", sprak)):
                row.SetField(name, value)
            names.CreateFeature(row)
