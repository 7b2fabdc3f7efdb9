"""What lies in the cache is listed with its size, and a clean-up takes only what nobody uses."""

import datetime
import json
import os

import pytest
from klasskart.core.errors import Cancelled
from klasskart.core.feedback import Feedback
from klasskart.work.cache import Cache
from klasskart.work.cache_contents import clean, contents, is_in, remove, size


def put(folder, name, count=10, days=2.0):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x" * count)
    then = (datetime.datetime.now() - datetime.timedelta(days=days)).timestamp()
    os.utime(path, (then, then))
    return path


def names(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_cache_that_is_not_there_is_empty(tmp_path):
    assert contents(tmp_path / "none") == []
    assert size(tmp_path / "none") == 0
    assert clean(tmp_path / "none", []).removed == 0


def test_files_are_listed_with_kind_and_size_the_largest_first(tmp_path):
    put(tmp_path, "boundaries/a.gpkg", 500)
    put(tmp_path, "registers/b.json", 700)
    put(tmp_path, "boundaries/.lock-a", 900)
    put(tmp_path, "windows/w.json", 900)
    assert [(entry.path.name, entry.kind, entry.size) for entry in contents(tmp_path)] == [
        ("b.json", "registers", 700),
        ("a.gpkg", "boundaries", 500),
    ]
    assert size(tmp_path) == 1200


def test_what_is_held_stays_with_what_sqlite_put_beside_it(tmp_path):
    held = put(tmp_path, "boundaries/held.gpkg")
    put(tmp_path, "boundaries/held.gpkg-wal")
    put(tmp_path, "boundaries/free.gpkg", 30)
    put(tmp_path, "boundaries/free.gpkg-shm", 5)
    done = clean(tmp_path, [held])
    assert names(tmp_path) == ["held.gpkg", "held.gpkg-wal"]
    assert (done.removed, done.freed, done.held) == (1 + 1, 35, 2)


def test_what_was_just_fetched_may_be_about_to_be_opened_and_stays(tmp_path):
    put(tmp_path, "boundaries/young.gpkg", days=0)
    assert clean(tmp_path, []).removed == 0
    assert names(tmp_path) == ["young.gpkg"]


def test_what_users_made_is_never_taken(tmp_path):
    put(tmp_path, "layers/mine.gpkg")
    assert clean(tmp_path, []).held == 1
    assert names(tmp_path) == ["mine.gpkg"]


def test_the_record_of_boundaries_goes_with_them_and_stays_with_those_that_stay(tmp_path):
    held = put(tmp_path, "boundaries/held.gpkg")
    put(tmp_path, "boundaries/gone.gpkg")
    cache = Cache(tmp_path)
    for name in ("held", "gone"):
        cache.store("boundaries", name, {"path": f"{name}.gpkg"})
    clean(tmp_path, [held])
    assert names(tmp_path) == ["held.gpkg", "held.json"]
    assert json.loads((tmp_path / "boundaries" / "held.json").read_text())["value"] == {"path": "held.gpkg"}


def test_what_a_crash_left_goes_after_a_day(tmp_path):
    old, young = tmp_path / "boundaries" / ".work-old", tmp_path / "boundaries" / ".work-young"
    for folder in (old, young):
        put(folder, "x.zip")
    long_ago = (datetime.datetime.now() - datetime.timedelta(days=3)).timestamp()
    os.utime(old, (long_ago, long_ago))
    clean(tmp_path, [])
    assert not old.exists()
    assert young.exists()


def test_a_clean_up_can_be_stopped(tmp_path):
    put(tmp_path, "boundaries/a.gpkg")
    with pytest.raises(Cancelled):
        clean(tmp_path, [], feedback=Feedback(is_cancelled=lambda: True))
    assert names(tmp_path) == ["a.gpkg"]


def test_only_what_lies_inside_is_in_the_cache(tmp_path):
    assert is_in(tmp_path / "cache", tmp_path / "cache" / "boundaries" / "a.gpkg")
    assert not is_in(tmp_path / "cache", tmp_path / "cache2" / "a.gpkg")
    assert not is_in(tmp_path / "cache", tmp_path / "cache" / ".." / "a.gpkg")


def test_removing_what_is_gone_is_no_fault(tmp_path):
    assert remove(tmp_path / "none.gpkg")
