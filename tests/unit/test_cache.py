"""What is kept on disk stays whole, whatever happens around it."""

import datetime
import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.core.errors import DiskFull, NotWritable
from klasskart.core.storage import storage_error
from klasskart.work.cache import Cache, safe_name


def test_what_is_stored_is_given_back_with_its_time(tmp_path):
    noon = datetime.datetime(2026, 11, 21, 12)
    cache = Cache(tmp_path / "not yet there", now=lambda: noon)
    assert cache.load("registers", "codes_131") is None
    assert cache.store("registers", "codes_131", ["0301", "Kárášjohka"]) == noon
    kept = cache.load("registers", "codes_131")
    assert (kept.value, kept.stored) == (["0301", "Kárášjohka"], noon)


def test_a_damaged_file_counts_as_nothing(tmp_path):
    cache = Cache(tmp_path)
    cache.store("registers", "codes", [1])
    (tmp_path / "registers" / "codes.json").write_text('{"value": [1')
    assert cache.load("registers", "codes") is None


def test_a_failed_store_leaves_the_former_value_and_no_part_file(tmp_path):
    cache = Cache(tmp_path)
    cache.store("registers", "codes", [1])
    with pytest.raises(TypeError):
        cache.store("registers", "codes", [object()])
    assert cache.load("registers", "codes").value == [1]
    assert [path.name for path in (tmp_path / "registers").iterdir()] == ["codes.json"]


def test_a_place_that_is_no_folder_is_said_to_be_not_writable(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritable):
        Cache(tmp_path / "file").store("registers", "codes", [1])
    with pytest.raises(NotWritable), Cache(tmp_path / "file").workplace("boundaries"):
        pass


def test_a_full_disk_is_told_apart():
    assert isinstance(storage_error(OSError(errno.ENOSPC, "No space left"), Path("x")), DiskFull)
    assert isinstance(storage_error(OSError(errno.EROFS, "Read-only file system"), Path("x")), NotWritable)


def test_a_workplace_is_gone_afterwards_also_after_a_failure(tmp_path):
    cache = Cache(tmp_path)
    with pytest.raises(RuntimeError), cache.workplace("boundaries") as folder:
        (folder / "half").write_text("half")
        raise RuntimeError
    assert list((tmp_path / "boundaries").iterdir()) == []


@given(st.text(), st.text())
def test_different_keys_never_share_a_file(one, other):
    assert (safe_name(one) == safe_name(other)) == (one == other)


@given(st.text(max_size=300))
def test_a_key_always_gives_a_name_that_every_system_takes(key):
    name = safe_name(key)
    assert len(name) <= 80
    assert not set(name) & set('/\\:*?"<>|\0')


def test_where_nobody_may_write_there_is_no_lock_and_work_goes_on(tmp_path):
    (tmp_path / "cache").write_text("a file in the way")
    with Cache(tmp_path / "cache").alone("boundaries", "a") as waited:
        assert waited is False
    assert (tmp_path / "cache").read_text() == "a file in the way"


def test_a_key_is_worked_on_by_one_and_the_lock_goes_also_after_a_failure(tmp_path):
    cache = Cache(tmp_path)
    with pytest.raises(ValueError, match="fault"), cache.alone("boundaries", "a"):
        assert list((tmp_path / "boundaries").iterdir())
        raise ValueError("fault")
    assert list((tmp_path / "boundaries").iterdir()) == []
