"""Boundaries in a GeoPackage of the user's: nothing of theirs is lost, and nothing half-written stays."""

import pathlib
import shutil

import pytest
from boundary_gpkg import boundary_content, read_table, tables
from klasskart.core.errors import BadFile, Cancelled, DiskFull, NotGeoPackage, NotWritable, TableTaken
from klasskart.core.feedback import Feedback
from klasskart.core.keep_targets import DatabaseTarget, FileTarget, read, write
from klasskart.work import keep_in_file
from osgeo import gdal


@pytest.fixture
def content(tmp_path):
    return boundary_content(tmp_path / "cache")


@pytest.fixture
def target(tmp_path):
    return FileTarget(tmp_path / "mine" / "maps.gpkg")


def test_a_new_file_and_its_folder_are_made(content, target):
    assert keep_in_file.keep_in_file(content, target) == "kommuner_2026"
    assert read_table(target.path, "kommuner_2026") == [("0301", "Oslo"), ("4601", "Ås")]
    assert [path.name for path in target.path.parent.iterdir()] == ["maps.gpkg"]


def test_a_table_without_a_chosen_name_never_meets_another(content, target):
    assert [keep_in_file.keep_in_file(content, target) for _ in range(3)] == [
        "kommuner_2026",
        "kommuner_2026_2",
        "kommuner_2026_3",
    ]
    assert tables(target.path) == {"kommuner_2026", "kommuner_2026_2", "kommuner_2026_3", "layer_styles"}


def test_a_chosen_table_that_is_there_is_told_with_a_name_that_is_free(content, target):
    chosen = FileTarget(target.path, "Kommuner")
    keep_in_file.keep_in_file(content, chosen)
    with pytest.raises(TableTaken) as told:
        keep_in_file.keep_in_file(boundary_content(target.path.parent, ("1508", "Ålesund")), chosen)
    assert told.value.values() == {"table": "Kommuner", "place": "maps.gpkg", "free": "kommuner_2"}
    assert read_table(target.path, "Kommuner") == [("0301", "Oslo"), ("4601", "Ås")]


def test_a_table_is_replaced_when_asked_and_its_neighbours_stay(content, target, tmp_path):
    keep_in_file.keep_in_file(content, FileTarget(target.path, "mine"))
    keep_in_file.keep_in_file(content, FileTarget(target.path, "other"))
    new = boundary_content(tmp_path, ("1508", "Ålesund"))
    assert keep_in_file.keep_in_file(new, FileTarget(target.path, "mine"), replace=True) == "mine"
    assert read_table(target.path, "mine") == [("1508", "Ålesund")]
    assert read_table(target.path, "other") == [("0301", "Oslo"), ("4601", "Ås")]


@pytest.mark.parametrize("replace", [False, True])
def test_a_cancel_leaves_the_file_as_it_was(content, target, tmp_path, replace):
    with pytest.raises(Cancelled):
        keep_in_file.keep_in_file(content, target, feedback=Feedback(is_cancelled=lambda: True))
    assert list(target.path.parent.iterdir()) == []
    keep_in_file.keep_in_file(content, FileTarget(target.path, "mine"))
    chosen = FileTarget(target.path, "mine" if replace else "new")
    with pytest.raises(Cancelled):
        keep_in_file.keep_in_file(
            boundary_content(tmp_path, ("1", "x")), chosen, replace=replace, feedback=Feedback(is_cancelled=lambda: True)
        )
    assert tables(target.path) == {"mine", "layer_styles"}
    assert read_table(target.path, "mine") == [("0301", "Oslo"), ("4601", "Ås")]


def test_a_failure_on_the_way_leaves_the_table_that_was_to_be_replaced(content, target, tmp_path, monkeypatch):
    keep_in_file.keep_in_file(content, FileTarget(target.path, "mine"))

    def full(*_):
        raise RuntimeError("database or disk is full")

    monkeypatch.setattr(keep_in_file, "store_style", full)
    with pytest.raises(DiskFull):
        keep_in_file.keep_in_file(boundary_content(tmp_path, ("1", "x")), FileTarget(target.path, "mine"), replace=True)
    assert tables(target.path) == {"mine", "layer_styles"}
    assert read_table(target.path, "mine") == [("0301", "Oslo"), ("4601", "Ås")]


def test_a_file_of_another_kind_is_left_alone(content, tmp_path):
    path = tmp_path / "notes.gpkg"
    path.write_text("shopping list")
    with pytest.raises(NotGeoPackage):
        keep_in_file.keep_in_file(content, FileTarget(path))
    assert path.read_text() == "shopping list"


def test_a_place_that_is_no_folder_is_told(content, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotWritable):
        keep_in_file.keep_in_file(content, FileTarget(tmp_path / "file" / "maps.gpkg"))


def test_what_is_gone_from_the_cache_is_told_and_nothing_is_made(content, target):
    shutil.copy(content.path, content.path.with_name("other.gpkg"))
    gdal.Unlink(str(content.path))
    content.path.write_text("x")
    with pytest.raises(BadFile):
        keep_in_file.keep_in_file(content, target)
    assert list(target.path.parent.iterdir()) == []


def test_a_name_is_looked_up_before_anything_is_fetched(content, target):
    assert keep_in_file.free_table(target, "Kommuner 2026") == "kommuner_2026"
    keep_in_file.keep_in_file(content, target)
    assert keep_in_file.free_table(target, "Kommuner 2026") == "kommuner_2026_2"


@pytest.mark.parametrize(
    "target", [None, FileTarget(pathlib.Path("/maps/å.gpkg")), DatabaseTarget("gis", "kart"), DatabaseTarget("x")]
)
def test_a_place_is_remembered_without_its_table(target):
    assert read(write(target)) == target


@pytest.mark.parametrize("text", ["", "x", "[]", "{}", '{"file": ""}', "null", "3"])
def test_what_is_no_place_is_the_cache(text):
    assert read(text) is None
