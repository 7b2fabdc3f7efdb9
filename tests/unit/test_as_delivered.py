"""Geonorge's files saved as they are: every format and CRS, nothing overwritten unasked, nothing half-written."""

import io
import threading
import time
import zipfile

import pytest

pytest.importorskip("osgeo")
from klasskart.core.errors import BadFile, Cancelled, NotOffered, NotWritable, OtherRoute
from klasskart.core.feedback import Feedback
from klasskart.work import as_delivered
from klasskart.work.as_delivered import Outcome, Wanted, offer, readable, save
from osgeo import gdal, ogr

UTM = {"25832", "25833", "25835"}
EVERYWHERE = {*UTM, "3035", "4258"}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "mine"


def wanted(services, form="GeoJSON", epsg="25833", areas=("0301",), unit="kommune", vintage=None):
    return Wanted(offer(services, unit, areas, vintage).division, areas, form, epsg)


def zips(standin):
    return [request.path for request in standin.requests if request.method == "GET" and request.path.endswith(".zip")]


# --- what is offered --------------------------------------------------------------------


def test_every_format_of_the_download_service_is_offered_in_its_systems(services):
    found = offer(services, "kommune", ("0000",), None)
    assert list(found.formats) == ["GeoJSON", "GML", "FGDB", "SOSI", "PostGIS"]
    assert {name: set(codes) for name, codes in found.formats.items()} == {
        "GeoJSON": EVERYWHERE, "GML": EVERYWHERE, "FGDB": UTM, "SOSI": UTM, "PostGIS": UTM,
    }  # fmt: skip
    assert found.division.title == "Administrative enheter kommuner"


def test_what_this_gdal_can_not_read_is_told_with_the_offer(services, monkeypatch):
    found = offer(services, "kommune", ("0000",), None)
    assert "PostGIS" in found.unreadable  # a dump is for a database, whatever drivers there are
    assert {"GeoJSON", "GML"}.isdisjoint(found.unreadable)
    assert ("SOSI" in found.unreadable) == (gdal.GetDriverByName("SOSI") is None)
    there = gdal.GetDriverByName
    monkeypatch.setattr(gdal, "GetDriverByName", lambda name: None if name == "SOSI" else there(name))
    assert "SOSI" in offer(services, "kommune", ("0000",), None).unreadable


def test_either_driver_of_geodatabases_will_do(monkeypatch):
    monkeypatch.setattr(gdal, "GetDriverByName", lambda name: object() if name == "FileGDB" else None)
    assert readable("fgdb")
    assert not readable("sosi")
    assert not readable("dxf")


def test_several_areas_are_offered_what_all_of_them_have(services, standin):
    assert list(offer(services, "kommune", ("0301", "32"), None).formats)[:2] == ["GeoJSON", "GML"]
    with pytest.raises(NotOffered):
        offer(services, "fylke", ("0301",), None)


def test_an_earlier_years_files_are_those_of_its_own_data_set(services):
    found = offer(services, "kommune", ("0000",), 2020)
    assert (found.division.year, found.division.current) == (2020, False)
    with pytest.raises(NotOffered):
        offer(services, "kommune", ("0000",), 1950)


# --- saving ---------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["GeoJSON", "GML", "FGDB", "SOSI", "PostGIS"])
def test_a_file_of_each_format_is_saved_byte_by_byte_under_its_own_name(services, standin, folder, form):
    for unit, area in (("kommune", "0301"), ("grunnkrets", "0301"), ("fylke", "03")):
        outcome = save(services, wanted(services, form, areas=(area,), unit=unit), folder, Outcome())
        (path,) = outcome.saved.values()
        assert path.parent == folder
        assert path.name == zips(standin)[-1].rpartition("/")[2]
        assert services.http.get(standin.url + zips(standin)[-1]).content == path.read_bytes()
        assert zipfile.ZipFile(path).testzip() is None
    assert sorted(one.suffix for one in folder.iterdir()) == [".zip"] * 3


@pytest.mark.parametrize("epsg", sorted(EVERYWHERE))
def test_the_crs_is_the_one_that_was_asked_for(services, folder, epsg):
    (path,) = save(services, wanted(services, "GeoJSON", epsg), folder, Outcome()).saved.values()
    assert f"_{epsg}_" in path.name


def test_another_crs_than_the_one_asked_for_is_never_taken_instead(services, folder):
    outcome = save(services, wanted(services, "FGDB", "3035"), folder, Outcome())
    assert not outcome.saved
    assert (outcome.failed["0301"].what, outcome.failed["0301"].asked) == ("crs", "EPSG:3035")
    assert "EPSG:25833" in outcome.failed["0301"].offered
    assert not folder.exists()


def test_what_is_saved_opens_where_there_is_a_driver(services, folder, tmp_path):
    forms = [form for form in ("GeoJSON", "GML", "FGDB", "SOSI") if readable(form.casefold())]
    for form in forms:
        (path,) = save(services, wanted(services, form, unit="grunnkrets"), folder, Outcome()).saved.values()
        place = tmp_path / form
        zipfile.ZipFile(path).extractall(place)
        target = next(iter([*place.glob("*.gdb"), *(one for one in place.iterdir() if one.is_file())]))
        dataset = ogr.Open(str(target))
        counts = [dataset.GetLayer(at).GetFeatureCount() for at in range(dataset.GetLayerCount())]
        assert 591 in counts, (form, counts)


def test_a_file_that_is_there_stays_until_its_owner_says_otherwise(services, folder):
    asked = wanted(services)
    (path,) = save(services, asked, folder, Outcome()).saved.values()
    path.write_text("my notes")
    outcome = save(services, asked, folder, Outcome())
    assert (outcome.saved, outcome.there) == ({}, {"0301": path})
    assert path.read_text() == "my notes"
    outcome = save(services, asked, folder, Outcome(), replace=True)
    assert outcome.saved == {"0301": path}
    assert zipfile.is_zipfile(path)
    assert list(folder.iterdir()) == [path]


def test_a_file_that_another_program_puts_there_meanwhile_stays_too(services, folder, monkeypatch):
    checked = as_delivered.archives.check

    def check(part):
        checked(part)
        (folder / part.name).write_text("theirs")

    monkeypatch.setattr(as_delivered.archives, "check", check)
    outcome = save(services, wanted(services), folder, Outcome())
    assert list(outcome.there) == ["0301"]
    assert outcome.there["0301"].read_text() == "theirs"


def test_a_damaged_file_does_not_take_the_place_of_a_good_one(services, standin, folder):
    asked = wanted(services)
    (path,) = save(services, asked, folder, Outcome()).saved.values()
    before = path.read_bytes()
    standin.break_next(".zip", status=200, body=b"PK\x03\x04 and then nothing", content_type="application/zip", times=9)
    outcome = save(services, asked, folder, Outcome(), replace=True)
    assert isinstance(outcome.failed["0301"], BadFile)
    assert path.read_bytes() == before
    assert list(folder.iterdir()) == [path]


def test_one_area_that_fails_costs_itself_only(services, standin, folder):
    areas = ("0301", "1103", "4601")
    asked = wanted(services, areas=areas)
    standin.break_next("_1103_", status=404, times=9)
    outcome = save(services, asked, folder, Outcome())
    assert [path.name.split("_")[1] for path in outcome.saved.values()] == ["0301", "4601"]
    assert list(outcome.failed) == ["1103"]


def test_a_number_that_there_is_no_file_of_is_named(services, folder):
    asked = wanted(services, areas=("0301",))
    outcome = save(services, Wanted(asked.division, ("0301", "9998"), "GML", "25833"), folder, Outcome())
    assert len(outcome.saved) == 1
    assert outcome.failed["9998"].what == "area"


def test_where_orders_are_down_the_feeds_lead_to_the_same_file(services, standin, folder):
    asked, heard = wanted(services, "SOSI"), []
    standin.break_next("/api/", status=503, times=99)
    services.nedlasting._offers.clear()
    outcome = save(services, asked, folder, Outcome(), feedback=Feedback(on_warning=heard.append))
    assert [path.name for path in outcome.saved.values()] == ["Basisdata_0301_Oslo_25833_Kommuner_SOSI.zip"]
    assert [(type(one), one.failed, one.taken) for one in heard] == [(OtherRoute, "order", "feed")]


def test_cancel_is_heard_within_a_second_and_leaves_whole_files_only(services, standin, folder):
    asked = wanted(services, areas=("0301", "1103"))
    stop, outcome = threading.Event(), Outcome()
    standin.slow("_1103_", 500)
    caught = []

    def run():
        try:
            save(services, asked, folder, outcome, feedback=Feedback(is_cancelled=stop.is_set))
        except Cancelled as error:
            caught.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    while not outcome.saved:
        time.sleep(0.01)
    time.sleep(0.3)
    stop.set()
    thread.join(10)
    assert caught
    assert list(folder.iterdir()) == list(outcome.saved.values())
    assert zipfile.is_zipfile(outcome.saved["0301"])


def test_a_folder_that_can_not_be_written_is_told(services, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    with pytest.raises(NotWritable):
        save(services, wanted(services), blocked / "below", Outcome())


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Basisdata_03_Oslo_25833_Kommuner_GML.zip", "Basisdata_03_Oslo_25833_Kommuner_GML.zip"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\a.zip", "a.zip"),
        ("a:b?.zip", "a_b_.zip"),
        ("..", "else.zip"),
        ("", "else.zip"),
    ],
)
def test_no_name_leads_out_of_the_folder(given, expected):
    assert as_delivered._file_name(given, "else.zip") == expected


def test_dumps_hold_the_tables_of_the_delivery(services, folder):
    (path,) = save(services, wanted(services, "PostGIS", areas=("0301",)), folder, Outcome()).saved.values()
    archive = zipfile.ZipFile(path)
    (name,) = archive.namelist()
    text = io.TextIOWrapper(archive.open(name), "utf-8").read()
    assert '"kommune"' in text
    assert "omrade" in text
