"""From an address in a catalogue to layers: files of every kind over loopback, whatever the catalogue calls them."""

import datetime
import io
import json
import threading

import map_bodies
import openpyxl
import pytest
from klasskart.clients.nedlasting import AreaOffer
from klasskart.core.errors import (
    BadFile,
    Cancelled,
    DeadLink,
    FileTooLarge,
    LoginNeeded,
    NoMapData,
    NotOffered,
    UnexpectedAnswer,
    UnreadableTable,
    UntrustedAddress,
)
from klasskart.core.feedback import Feedback
from klasskart.core.opendata import Dataset, Distribution
from klasskart.work import cache_contents, opendata_files, opendata_points
from klasskart.work.opendata_opening import layer_named, look
from klasskart.work.opendata_orders import area_for
from opendata_services import opened
from standin import Standin
from standin.datasets import RESTRICTED
from standin.held import Held

pytest.importorskip("osgeo")


@pytest.fixture(scope="module")
def server():
    with Standin(today=datetime.date(2026, 10, 1)) as running:
        yield running


@pytest.fixture
def standin(server):
    server.heal()
    server.files.clear()
    server.generation = "B"
    server.requests.clear()
    return server


@pytest.fixture
def services(standin, tmp_path):
    found = opened(standin, tmp_path / "cache")
    yield found
    found.close()


DATASET = Dataset("Trær i byen", ("ckan",), ("abc",), publisher="Oslo kommune", licence="NLOD 2.0", page="https://x.no/d")


@pytest.fixture
def looked(services, standin):
    """Hang a body up, and look at its address as a kind that the catalogue says it is."""

    def at(name="", body=b"", kind="", content_type="application/octet-stream", dataset=DATASET, url="", **more):
        if body:
            standin.files[name] = Held(body, content_type)
        url = standin.url + (url or f"/held/{name}")
        return look(services, dataset, Distribution(url, kind or Distribution.of(url).kind), **more)

    return at


# --- one kind after the other --------------------------------------------------------------


def test_geojson_becomes_a_layer_of_the_cache(looked):
    found = looked("trær.geojson", map_bodies.geojson())
    assert (found.kind, [(one.title, one.shape) for one in found.layers]) == ("geojson", [("Trær i byen", "point")])
    features, crs = map_bodies.rows(found.path)
    assert crs == "EPSG:4326" and found.assumed == ""
    assert features[0][0]["navn"] == "Eik på Grünerløkka" and features[0][0]["fid"] == "a1"
    assert features[0][1] == "POINT (10.75 59.92)"
    assert found.suggested == found.layers


@pytest.mark.parametrize("crs", ["EPSG:25833", "urn:ogc:def:crs:EPSG::25833"])
def test_an_old_crs_member_of_geojson_is_believed(looked, crs):
    found = looked("a.geojson", map_bodies.geojson(map_bodies.UTM33, crs))
    assert (map_bodies.rows(found.path)[1], found.assumed) == ("EPSG:25833", "")


def test_geojson_in_metres_that_does_not_say_so_is_put_where_the_kommune_is(looked):
    found = looked("a.geojson", map_bodies.geojson(map_bodies.UTM33))
    assert (map_bodies.rows(found.path)[1], found.assumed) == ("EPSG:25833", "EPSG:25833")
    west = map_bodies.geojson([(569812.5, 7034211.1)] * 3)
    dataset = Dataset("Trær", ("ckan",), publisher="Trondheim kommune")
    assert looked("b.geojson", west, dataset=dataset).assumed == "EPSG:25832"


def test_several_shapes_in_one_file_are_a_choice_each(looked):
    found = looked("a.geojson", map_bodies.mixed_geojson())
    assert [one.shape for one in found.layers] == ["line", "point", "polygon"]
    assert {one.title for one in found.layers} == {"Trær i byen"} and len({one.name for one in found.layers}) == 3
    assert sum(len(map_bodies.rows(found.path, one.name)[0]) for one in found.layers) == 4  # one has no shape


def test_shapes_of_one_and_of_several_parts_are_one_layer(looked):
    ring = [[10.7, 59.9], [10.8, 59.9], [10.8, 60.0], [10.7, 59.9]]
    shapes = [{"type": "Polygon", "coordinates": [ring]}, {"type": "MultiPolygon", "coordinates": [[ring], [ring]]}]
    found = looked("a.geojson", map_bodies.features(shapes))
    assert [one.shape for one in found.layers] == ["polygon"]
    assert [shape.partition(" ")[0] for _, shape in map_bodies.rows(found.path)[0]] == ["MULTIPOLYGON", "MULTIPOLYGON"]


def test_a_shapefile_comes_out_of_its_zip(looked, tmp_path):
    files = map_bodies.vector(tmp_path, "ESRI Shapefile", "trær.shp", encoding="UTF-8")
    found = looked("a.zip", map_bodies.zipped({f"data/{name}": body for name, body in files.items()}), "shapefile")
    assert (found.kind, found.layers[0].name) == ("shapefile", "trær")
    features, crs = map_bodies.rows(found.path)
    assert (features[0][0]["navn"], crs) == ("Eik på Grünerløkka", "EPSG:25833")


@pytest.mark.parametrize("encoding", ["UTF-8", "CP1252"])
def test_a_shapefile_without_cpg_and_prj_is_read_right(looked, tmp_path, encoding):
    (tmp_path / "shp").mkdir()
    files = map_bodies.vector(tmp_path / "shp", "ESRI Shapefile", "t.shp", encoding=encoding)
    dbf = bytearray(files["t.dbf"])
    dbf[29] = 0  # the language of its driver: not told
    kept = {"t.shp": files["t.shp"], "t.shx": files["t.shx"], "T.DBF": bytes(dbf)}
    found = looked("a.zip", map_bodies.zipped(kept))
    features, crs = map_bodies.rows(found.path)
    assert (features[0][0]["navn"], crs, found.assumed) == ("Eik på Grünerløkka", "EPSG:25833", "EPSG:25833")


def test_a_zip_of_several_shapefiles_gives_all_of_them(looked, tmp_path):
    (tmp_path / "shp").mkdir()
    map_bodies.vector(tmp_path / "shp", "ESRI Shapefile", "trær.shp")
    files = map_bodies.vector(tmp_path / "shp", "ESRI Shapefile", "busker.shp")
    found = looked("a.zip", map_bodies.zipped({**files, "LESMEG.txt": b"hei", "kart.pdf": b"%PDF"}))
    assert [one.name for one in found.layers] == ["busker", "trær"]


@pytest.mark.parametrize("beside", [("t.dbf", "t.shx", "t.prj", "t.cpg"), ("t.dbf",)])
def test_a_shapefile_that_is_not_packed_is_fetched_with_what_belongs_to_it(looked, standin, tmp_path, beside):
    (tmp_path / "shp").mkdir()
    files = map_bodies.vector(tmp_path / "shp", "ESRI Shapefile", "t.shp", encoding="UTF-8")
    for name in beside:
        standin.files[name] = Held(files[name])
    found = looked("t.shp", files["t.shp"])
    features, crs = map_bodies.rows(found.path)
    assert (found.kind, crs, features[0][0]["navn"]) == ("shapefile", "EPSG:25833", "Eik på Grünerløkka")


def test_a_geopackage_keeps_its_layers(looked, tmp_path):
    body = map_bodies.vector(tmp_path, "GPKG", "a.gpkg", layer="Bytrær")["a.gpkg"]
    found = looked("a.gpkg", body)
    assert (found.kind, found.layers[0].name, found.layers[0].shape) == ("geopackage", "Bytrær", "point")


def test_gml_lies_where_it_should(looked, tmp_path):
    body = map_bodies.vector(tmp_path, "GML", "a.gml", layer="Tre")["a.gml"]
    found = looked("a.gml", body)
    features, crs = map_bodies.rows(found.path)
    assert (found.kind, crs, features[0][1]) == ("gml", "EPSG:25833", "POINT (262000 6649900)")


KML = """<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
<Folder><name>Trær</name><Placemark><name>Eik på Grünerløkka</name><Point><coordinates>10.75,59.92,0</coordinates></Point>
</Placemark></Folder></Document></kml>""".encode()


@pytest.mark.parametrize("packed", [False, True])
def test_kml_and_kmz_become_layers(looked, packed):
    found = looked("a.kmz", map_bodies.zipped({"doc.kml": KML})) if packed else looked("a.kml", KML)
    features, crs = map_bodies.rows(found.path)
    assert (found.kind, found.layers[0].name, crs) == ("kml", "Trær", "EPSG:4326")
    assert features[0][1].startswith("POINT")


def test_a_geodatabase_in_a_zip_gives_its_layers(looked, tmp_path):
    (tmp_path / "gdb").mkdir()
    made = map_bodies.vector(tmp_path / "gdb", "OpenFileGDB", "a.gdb", layer="Tre", epsg=25833)
    found = looked("a.zip", map_bodies.zipped(made), "download")
    features, crs = map_bodies.rows(found.path)
    assert (found.kind, found.layers[0].name, crs, len(features)) == ("download", "Tre", "EPSG:25833", 3)


def test_several_layers_of_gml_as_geonorge_delivers_it(services, standin):
    standin.generation = "GML"
    found = look(services, KOMMUNER, ORDER, kommune="0301")
    assert found.kind == "gml" and {one.shape for one in found.layers} >= {"polygon"}
    features, crs = map_bodies.rows(found.path, "Kommune")
    assert crs == "EPSG:25832" and features[0][0]["kommunenummer"] == "0301"


def test_numbers_in_gml_stay_numbers_beside_codes(looked):
    rows = "".join(
        f"<gml:featureMember><Krets><knr>{code}</knr><antall>{n}</antall><andel>{n}.5</andel><objekt>{zero}</objekt>"
        "<sted><gml:Point srsName='EPSG:25833'><gml:pos>262000 6649900</gml:pos></gml:Point></sted></Krets></gml:featureMember>"
        for n, (code, zero) in enumerate((("0301", "007"), ("1103", "12")))
    )
    body = f"<gml:FeatureCollection xmlns:gml='http://www.opengis.net/gml'>{rows}</gml:FeatureCollection>"
    found = looked("a.gml", body.encode())
    features, crs = map_bodies.rows(found.path)
    told = [(one["knr"], one["antall"], one["andel"], one["objekt"]) for one, _ in features]
    assert told == [("0301", 0, 0.5, "007"), ("1103", 1, 1.5, "12")] and crs == "EPSG:25833"
    assert features[0][1] == "POINT (262000 6649900)"


def test_heights_are_kept(looked):
    body = map_bodies.features([{"type": "Point", "coordinates": [10.7, 59.9, 5]}] * 2)
    assert map_bodies.rows(looked("a.geojson", body).path)[0][0][1] == "POINT (10.7 59.9 5)"


def test_a_flatgeobuf_is_a_download(looked, tmp_path):
    (tmp_path / "fgb").mkdir()
    body = map_bodies.vector(tmp_path / "fgb", "FlatGeobuf", "a.fgb")["a.fgb"]
    found = looked("a.fgb", body)
    assert (found.kind, found.layers[0].shape) == ("download", "point")


# --- tables ----------------------------------------------------------------------------------


def test_a_latin_1_table_with_semicolons_and_decimal_commas_becomes_points(looked):
    body = "Navn;Øst;Nord;Omkrets\r\nEik på Bakklandet;569812,5;7034211,1;3,5\r\nBjørk;569813,5;7034212,1;\r\n".encode(
        "latin-1"
    )
    dataset = Dataset("Bytrær", ("ckan",), publisher="Trondheim kommune")
    found = looked("bytraer.csv", body, dataset=dataset)
    features, crs = map_bodies.rows(found.path)
    assert (found.kind, found.layers[0].shape, crs, found.assumed) == ("csv", "point", "EPSG:25832", "EPSG:25832")
    assert features[0][0] == {"Navn": "Eik på Bakklandet", "Øst": 569812.5, "Nord": 7034211.1, "Omkrets": 3.5}
    assert features[0][1] == "POINT (569812.5 7034211.1)" and features[1][0]["Omkrets"] is None


@pytest.mark.parametrize(
    "body",
    [
        "navn,lat,lon\nEik,59.92,10.75\n",
        "navn;Latitude;Longitude\nEik;59,92;10,75\n",
        "navn\tx\ty\nEik\t59.92\t10.75\n",  # x is north in an old custom
        "navn;koordinater\nEik;59.92, 10.75\n",
        "navn;wkt\nEik;POINT(10.75 59.92)\n",
        '[{"navn": "Eik", "Latitude": "59.92", "Longitude": "10.75"}]',
    ],
)
def test_degrees_are_found_in_whatever_columns_they_stand(looked, body):
    found = looked("a.csv", ("\ufeff" + body).encode())
    features, crs = map_bodies.rows(found.path)
    assert (crs, features[0][1], found.assumed) == ("EPSG:4326", "POINT (10.75 59.92)", "")


def test_a_workbook_with_coordinates_becomes_points(looked):
    book = openpyxl.Workbook()
    for row in (("Navn", "Breddegrad", "Lengdegrad"), ("Eik på Grünerløkka", 59.92, 10.75)):
        book.active.append(row)
    body = io.BytesIO()
    book.save(body)
    found = looked("a.xlsx", body.getvalue())
    features, crs = map_bodies.rows(found.path)
    assert (found.kind, crs, features[0][1]) == ("xlsx", "EPSG:4326", "POINT (10.75 59.92)")
    assert features[0][0]["Navn"] == "Eik på Grünerløkka"


def test_rows_without_coordinates_keep_their_row(looked):
    found = looked("a.csv", b"navn;lat;lon\nEik;59.92;10.75\nUten;;\nNull;0;0\n")
    assert [shape for _, shape in map_bodies.rows(found.path)[0]] == ["POINT (10.75 59.92)", None, None]


def test_a_table_of_codes_is_offered_to_be_joined(looked):
    found = looked("levekar.csv", b"Grunnkretsnummer,Andel\n03010101,3\n03010102,4\n")
    assert [(one.shape, one.codes) for one in found.layers] == [("table", "Grunnkretsnummer")]
    assert map_bodies.rows(found.path)[0][0][0] == {"Grunnkretsnummer": "03010101", "Andel": 3}


# --- what is not what it says ------------------------------------------------------------------


def test_the_answer_decides_the_kind_not_the_catalogue(looked):
    assert looked("a", map_bodies.geojson(), "csv", "text/csv").kind == "geojson"
    assert looked("b.zip", KML, "shapefile", "application/zip").kind == "kml"
    assert looked("c.geojson", b"navn;lat;lon\nEik;59.92;10.75\n", "geojson", "application/geo+json").kind == "csv"
    assert looked("d", map_bodies.geojson(), "wms").kind == "geojson"
    assert looked("e", map_bodies.geojson(), "arcgis").kind == "geojson"


def test_a_web_page_for_data_is_told(looked):
    page = "<!doctype html><html><title>Skolerute – Oslo kommune</title></html>".encode()
    with pytest.raises(UnexpectedAnswer) as told:
        looked("a.csv", page, "csv", "text/csv")
    assert (told.value.got, told.value.expected) == ("web page", "map data") and told.value.asked.endswith("/a.csv")


def test_a_page_that_asks_for_a_login_is_told_as_that(looked):
    with pytest.raises(LoginNeeded):
        looked("a.csv", "<html><title>Logg inn – Min kommune</title></html>".encode(), "csv", "text/html")


def test_a_service_that_asks_for_a_login_is_told_as_that(looked, standin):
    standin.break_next("/held/b.geojson", status=401, body="Unauthorized")
    with pytest.raises(LoginNeeded):
        looked("b.geojson", map_bodies.geojson())
    with pytest.raises(LoginNeeded) as told:
        looked(url="/arcgis/rest/services/Laast/FeatureServer/0")
    assert told.value.words == "Token Required"


def test_a_dead_link_is_told_as_that(looked):
    with pytest.raises(DeadLink) as told:
        looked("borte.geojson")
    assert told.value.status == 404 and told.value.asked.endswith("/held/borte.geojson")


@pytest.mark.parametrize(
    ("body", "got"), [(b"%PDF-1.7", "document"), (b"\x89PNG\r\n", "picture"), (b"7z\xbc\xaf", "packed"), (b" ", "nothing")]
)
def test_documents_and_pictures_are_no_map_data(looked, body, got):
    with pytest.raises(NoMapData) as told:
        looked("a.geojson", body)
    assert told.value.got == got


def test_json_without_places_is_no_map_data(looked):
    with pytest.raises(NoMapData):
        looked("a.json", b'{"status": "ok"}', "geojson")


# --- zips ------------------------------------------------------------------------------------------


def test_a_zip_with_something_else_inside_says_what(looked):
    with pytest.raises(NoMapData) as told:
        looked("a.zip", map_bodies.zipped({"rapport.pdf": b"%PDF", "les-meg.txt": b"hei"}), "shapefile")
    assert (told.value.got, told.value.words) == ("zip", "rapport.pdf, les-meg.txt")


def test_zips_are_not_believed(looked):
    with pytest.raises(BadFile) as told:
        looked("a.zip", map_bodies.zipped({"../../trær.geojson": map_bodies.geojson()}))
    assert told.value.reason == "path" and told.value.asked.endswith("/a.zip")
    with pytest.raises(BadFile) as told:
        looked("b.zip", map_bodies.zipped({"a.geojson": b"0" * (64 << 20)}))
    assert told.value.reason == "bomb"


def test_a_table_alone_in_a_zip_is_a_table(looked):
    body = map_bodies.zipped({"data.csv": b"navn;lat;lon\nEik;59.92;10.75\n", "les.pdf": b"%PDF"})
    assert looked("a.zip", body).layers[0].shape == "point"


# --- feeds -----------------------------------------------------------------------------------------


def test_the_file_of_the_kommune_is_taken_from_a_feed(services, standin):
    feed = "https://nedlasting.geonorge.no/geonorge/ATOM-feeds/AdministrativeEnheterKommuner_AtomFeedGeoJSON.xml"
    found = look(services, KOMMUNER, Distribution(feed, "download"), kommune="0301")
    assert found.kind == "geojson" and found.path
    fetched = [asked.path for asked in standin.requests if asked.path.endswith(".zip")]
    assert fetched and "_0301_" in fetched[-1]


# --- files that would do harm ----------------------------------------------------------------------

ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>&x;</name><Point><coordinates>10,60</coordinates></Point></Placemark></Document></kml>'


def test_xml_with_entities_is_not_read(looked):
    with pytest.raises(BadFile) as told:
        looked("a.kml", ENTITIES)
    assert told.value.words
    with pytest.raises(BadFile):
        looked("a.zip", map_bodies.zipped({"a.kml": ENTITIES}))


def test_a_file_that_tells_gdal_to_open_others_is_not_obeyed(looked, standin):
    standin.files["secret.geojson"] = Held(map_bodies.geojson())
    vrt = f'<OGRVRTDataSource><OGRVRTLayer name="secret"><SrcDataSource>/vsicurl/{standin.url}/held/secret.geojson'
    vrt += "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"
    for name in ("a.gml", "a.geojson", "a.vrt"):
        with pytest.raises((NoMapData, BadFile)):
            looked(name, vrt.encode())
    with pytest.raises((NoMapData, BadFile)):
        looked("a.zip", map_bodies.zipped({"a.gml": vrt, "a.vrt": vrt}))
    assert not any("secret" in asked.path for asked in standin.requests)


def test_a_file_that_names_others_is_read_alone(looked, standin):
    there = f"{standin.url}/held/secret"
    link = f"<NetworkLink><Link><href>{there}.kml</href></Link></NetworkLink>"
    looked("a.kml", KML.replace(b"</Folder>", f"</Folder>{link}".encode()))
    gml = (
        f"<gml:FeatureCollection xmlns:gml='http://www.opengis.net/gml' xmlns:xlink='http://www.w3.org/1999/xlink' "
        f"xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='http://x.no {there}.xsd'>"
        f"<gml:featureMember><Tre><annet xlink:href='{there}.gml#1'/><sted><gml:Point srsName='EPSG:25833'>"
        "<gml:pos>262000 6649900</gml:pos></gml:Point></sted></Tre></gml:featureMember></gml:FeatureCollection>"
    )
    looked("a.gml", gml.encode())
    assert not any("secret" in asked.path for asked in standin.requests)


def test_addresses_on_private_networks_are_not_called(services, standin):
    for url in ("http://127.0.0.1:9/a.geojson", "http://10.0.0.1/wms?service=WMS", "file:///etc/passwd"):
        with pytest.raises(UntrustedAddress):
            look(services, DATASET, Distribution(url, "geojson"))
    standin.break_next("/held/a", status=302, headers={"Location": "http://192.168.1.5/a.geojson"})
    with pytest.raises(UntrustedAddress):
        look(services, DATASET, Distribution(f"{standin.url}/held/a", "geojson"))


# --- sizes, the cache, and stopping ------------------------------------------------------------------


def test_a_file_of_3_gb_is_left_with_its_size(looked, standin):
    standin.files["stor.zip"] = Held(map_bodies.zipped({"a": b"1"}), says=3 << 30)
    with pytest.raises(FileTooLarge) as told:
        looked("stor.zip")
    assert told.value.size == 3 << 30 and told.value.asked.endswith("/stor.zip")


def test_a_larger_file_may_be_asked_for(looked):
    body = map_bodies.geojson()
    with pytest.raises(FileTooLarge):
        looked("a.geojson", body, most=len(body) - 1)
    assert looked("a.geojson", body, most=len(body)).layers


def test_what_is_the_same_is_not_fetched_again(looked, standin):
    first = looked("a.geojson", map_bodies.geojson())
    again = looked("a.geojson")
    assert (first.reused, again.reused, again.path) == (False, True, first.path)
    changed = looked("a.geojson", map_bodies.geojson([(10.0, 60.0)] * 3))
    assert not changed.reused and map_bodies.rows(changed.path)[0][0][1] == "POINT (10 60)"
    assert first.path.exists()  # a project may show it


def test_a_server_that_tells_nothing_is_judged_by_the_first_bytes(looked, standin):
    first = looked("a.geojson", map_bodies.geojson())
    standin.files["a.geojson"].tells = False
    assert looked("a.geojson").reused
    standin.files["a.geojson"] = Held(map_bodies.geojson([(10.0, 60.0)] * 3), tells=False)
    changed = looked("a.geojson")
    assert not changed.reused and changed.path != first.path


def test_a_large_file_is_fetched_whole_after_a_look(looked, standin):
    many = [{"type": "Point", "coordinates": [10 + n / 1e4, 60]} for n in range(3000)]
    found = looked("a.geojson", map_bodies.features(many))
    assert len(map_bodies.rows(found.path)[0]) == 3000 and len(standin.requests) == 2
    assert looked("a.geojson").reused and len(standin.requests) == 3


def test_what_was_fetched_serves_where_nobody_answers(looked, standin):
    first = looked("a.geojson", map_bodies.geojson())
    standin.break_next("/held/", status=503, times=99, headers={"Retry-After": "900"})
    warnings = []
    kept = looked("a.geojson", feedback=Feedback(on_warning=warnings.append))
    assert (kept.path, kept.kept, [type(one).__name__ for one in warnings]) == (first.path, True, ["KeptSince"])


def test_nothing_half_written_stays_after_a_stop(looked, standin, tmp_path):
    standin.files["a.zip"] = Held(map_bodies.geojson() + b" " * 100_000)
    steps = []
    stopping = Feedback(is_cancelled=lambda: "downloading" in steps, on_step=lambda name, **facts: steps.append(name))
    with pytest.raises(Cancelled):
        looked("a.zip", feedback=stopping)
    assert not [one for one in (tmp_path / "cache").rglob("*") if one.is_file()]


def test_a_stop_is_heard_while_a_file_is_read(looked, tmp_path, monkeypatch):
    reading, goes_on = threading.Event(), threading.Event()

    def slow(path, sheet=""):
        reading.set()
        goes_on.wait(30)
        raise UnreadableTable(path, "empty")

    monkeypatch.setattr(opendata_points, "read_grid", slow)
    with pytest.raises(Cancelled):
        looked("a.csv", b"navn;lat;lon\nEik;59.92;10.75\n", feedback=Feedback(is_cancelled=reading.is_set))
    goes_on.set()
    assert not list((tmp_path / "cache").rglob("*.gpkg"))


def test_a_table_that_would_fill_the_memory_is_left(looked, monkeypatch):
    monkeypatch.setattr(opendata_files, "LARGEST_TABLE", 10)
    body = b"navn;lat;lon\nEik;59.92;10.75\n"
    with pytest.raises(FileTooLarge) as told:
        looked("a.csv", body)
    assert told.value.size == len(body)
    assert looked("a.csv", body, most=2 << 30).layers


def test_what_the_cache_forgets_is_fetched_again(looked, services):
    first = looked("a.geojson", map_bodies.geojson())
    first.path.unlink()
    cache_contents.clean(services.cache.folder, [])
    assert not list(first.path.parent.glob("*.json"))
    assert not looked("a.geojson").reused


def test_a_portal_that_makes_the_file_first_is_waited_for(looked, standin):
    standin.break_next("/held/", status=202, times=1, body='{"status": "Pending"}', content_type="application/json")
    assert looked("a.geojson", map_bodies.geojson()).kind == "geojson"


# --- ArcGIS ----------------------------------------------------------------------------------------------


def test_the_layers_of_a_feature_service_are_found(looked):
    found = looked(url="/arcgis/rest/services/Gront/FeatureServer")
    assert [(one.name, one.title, one.shape) for one in found.layers] == [
        ("1", "Trær", "point"), ("2", "Områder", "polygon"), ("3", "Merknader", "table"),
    ]  # fmt: skip
    assert (found.kind, found.is_service, found.suggested) == ("arcgis", True, ())
    one = looked(url="/arcgis/rest/services/Gront/FeatureServer/2")
    assert one.suggested == one.layers and one.layers[0].title == "Områder"
    group = looked(url="/arcgis/rest/services/Gront/FeatureServer/0")
    assert [one.name for one in group.layers] == ["1", "2"]


def test_a_map_service_gives_pictures_and_one_that_only_answers_questions_features(looked):
    pictures = looked(url="/arcgis/rest/services/Gront/MapServer")
    assert {one.shape for one in pictures.layers} == {"picture", "table"} and pictures.service.title == "Grønt kart"
    features = looked(url="/arcgis/rest/services/Bare_sporring/MapServer/1")
    assert [one.shape for one in features.layers] == ["point"]


def test_a_service_that_is_gone_says_so_with_status_200(looked):
    with pytest.raises(DeadLink) as told:
        looked(url="/arcgis/rest/services/Borte/FeatureServer/0")
    assert told.value.words == "Service Borte not found"


# --- map services ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://x.no/wms?service=WMS&LAYERS=trær", "trær"),
        ("https://x.no/wfs?typeName=app:Tre", "app:Tre"),
        ("https://x.no/api/collections/tr%C3%A6r/items?f=json", "trær"),
        ("https://x.no/wms?layers=a,b", ""),
        ("https://x.no/wms", ""),
    ],
)
def test_an_address_may_name_its_layer(url, name):
    assert layer_named(url) == name


def test_the_layers_of_a_map_service_are_to_choose_from(looked):
    found = looked(url="/wms/skwms1/wms.adm_enheter2?service=WMS&request=GetCapabilities", kind="wms")
    assert found.kind == "wms" and found.suggested == () and len(found.layers) > 3
    assert {one.shape for one in found.layers} == {"picture"}


# --- Geonorge's download service ------------------------------------------------------------------------------

KOMMUNER = Dataset("Kommuner", ("geonorge",), ("041f1e6e-bdbc-4091-b48f-8a5990f3cc5b",), publisher="Kartverket")
ORDER = Distribution("https://nedlasting.geonorge.no/api/capabilities/", "download", ("GML",))


def test_a_data_set_of_the_download_service_is_ordered_for_the_kommune(services, standin):
    found = look(services, KOMMUNER, ORDER, kommune="0301")
    assert found.kind == "geojson" and found.path and "Kommune" in [one.name for one in found.layers]
    again = look(services, KOMMUNER, ORDER, kommune="0301")
    assert (again.reused, again.path) == (True, found.path)
    assert look(services, KOMMUNER, ORDER, kommune="1103").path != found.path


def test_an_order_serves_from_the_cache_where_the_service_is_down(services, standin):
    found = look(services, KOMMUNER, ORDER, kommune="0301")
    standin.break_next("/nedlasting/", status=503, times=99, headers={"Retry-After": "900"})
    kept = look(services, KOMMUNER, ORDER, kommune="0301")
    assert (kept.kept, kept.path) == (True, found.path)


def test_the_smallest_area_that_holds_the_kommune_is_ordered():
    def offer(code, *formats):
        return AreaOffer(code, "", "", formats)

    assert area_for([offer("0000", "x"), offer("03", "x"), offer("0301", "x")], "0301") == "0301"
    assert area_for([offer("0000", "x"), offer("03", "x"), offer("0301")], "0301") == "03"
    assert area_for([offer("0000", "x"), offer("46", "x")], "0301") == "0000"
    assert area_for([offer("by", "x")], "0301") == "by"
    with pytest.raises(NotOffered):
        area_for([offer("46", "x"), offer("50", "x")], "0301")


def test_restricted_data_ask_for_a_login(services):
    closed = Dataset("Lukket", ("geonorge",), (RESTRICTED,))
    with pytest.raises(LoginNeeded) as told:
        look(services, closed, ORDER)
    assert told.value.service == "nedlasting"


def test_another_service_of_the_same_kind_is_asked_itself(services, standin):
    body = _another(standin)
    found = look(services, KOMMUNER, Distribution(f"{standin.url}/held/api/capabilities/", "download"), kommune="0301")
    assert found.kind == "geojson" and body
    assert not any("/nedlasting/" in asked.path for asked in standin.requests)


def _another(standin):
    """A download service at another address, of one data set."""
    uuid = KOMMUNER.identifiers[0]
    offered = [{"code": "25833", "name": "UTM 33", "codespace": "x", "formats": [{"name": "GeoJSON"}]}]
    areas = [{"code": "0301", "type": "kommune", "name": "Oslo", "projections": offered}]
    receipt = {"files": [{"downloadUrl": f"{standin.url}/held/ordered.geojson", "status": "ReadyForDownload"}]}
    for path, body in ((f"capabilities/{uuid}", {"_links": []}), (f"codelists/area/{uuid}", areas)):
        standin.files[f"api/{path}"] = Held(json.dumps(body).encode(), "application/json")
    standin.break_next("/held/api/order", status=200, body=json.dumps(receipt), content_type="application/json")
    standin.files["ordered.geojson"] = Held(map_bodies.geojson())
    return receipt
