"""Zips from the net: unpacked whole, or refused with nothing left behind."""

import io
import os
import stat
import zipfile
from collections import namedtuple

import pytest
from klasskart.core.errors import BadFile, Cancelled, DiskFull, NotWritable
from klasskart.core.feedback import Feedback
from klasskart.work import archives


@pytest.fixture
def make_zip(tmp_path):
    def make(members, name="delivery.zip"):
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members:
                archive.writestr(member, content)
        return path

    return make


def refused(path, folder, **limits):
    with pytest.raises(BadFile) as raised:
        archives.unpack(path, folder, **limits)
    assert not [found for found in folder.rglob("*") if found.is_file()]
    return raised.value


def test_every_file_is_unpacked_where_the_zip_has_it(make_zip, tmp_path):
    path = make_zip(
        [("Kommuner.geojson", b"{}"), ("Kommuner.gdb/", b""), ("Kommuner.gdb/a00000001.gdbtable", b"x" * 3_000_000)]
    )
    files = archives.unpack(path, tmp_path / "out")
    assert [file.relative_to(tmp_path / "out").as_posix() for file in files] == [
        "Kommuner.geojson",
        "Kommuner.gdb/a00000001.gdbtable",
    ]
    assert [file.stat().st_size for file in files] == [2, 3_000_000]


def test_a_zip_inside_stays_packed(make_zip, tmp_path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("deep.txt", "x")
    (only,) = archives.unpack(make_zip([("inner.zip", inner.getvalue())]), tmp_path / "out")
    assert only.read_bytes() == inner.getvalue()


@pytest.mark.parametrize(
    "name", ["../evil.txt", "a/../../evil.txt", "/etc/evil", "C:/evil", "C:evil", "..\\evil", "a/b:stream"]
)
def test_a_name_that_leaves_the_folder_is_refused(make_zip, tmp_path, name):
    error = refused(make_zip([("good.txt", "x"), (name, "x")]), tmp_path / "out")
    assert error.reason == "path"
    assert not (tmp_path / "evil.txt").exists()


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices_are_refused(make_zip, tmp_path, kind):
    link = zipfile.ZipInfo("link")
    link.external_attr = (kind | 0o777) << 16
    assert refused(make_zip([(link, "/etc/passwd")]), tmp_path / "out").reason == "path"


def test_more_bytes_than_allowed_are_refused_before_unpacking(make_zip, tmp_path):
    assert refused(make_zip([("a", os.urandom(2000))]), tmp_path / "out", limit_bytes=1000).reason == "bomb"


def test_a_member_that_packs_too_well_is_refused(make_zip, tmp_path):
    error = refused(make_zip([("zeros", bytes(64 << 20))]), tmp_path / "out")
    assert (error.reason, error.member) == ("bomb", "zeros")


def test_a_member_larger_than_it_says_is_refused(make_zip, tmp_path):
    path = make_zip([("a", b"x" * 100_000)])
    body = path.read_bytes()
    # The size stands in the member's own head and in the index at the end.
    path.write_bytes(body.replace((100_000).to_bytes(4, "little"), (50_000).to_bytes(4, "little")))
    assert refused(path, tmp_path / "out").reason in ("bomb", "corrupt")


def test_a_zip_that_breaks_off_is_truncated(make_zip, tmp_path):
    path = make_zip([("a", os.urandom(50_000))])
    path.write_bytes(path.read_bytes()[:30_000])
    assert refused(path, tmp_path / "out").reason == "truncated"


def test_changed_bytes_are_noticed(make_zip, tmp_path):
    path = make_zip([("good", b"y"), ("a", os.urandom(50_000))])
    body = bytearray(path.read_bytes())
    body[20_000:20_010] = b"0123456789"
    path.write_bytes(body)
    error = refused(path, tmp_path / "out")
    assert (error.reason, error.member) == ("corrupt", "a")


@pytest.mark.parametrize(("content", "reason"), [(b"", "empty"), (b"<html>Log in</html>", "unreadable")])
def test_what_is_no_zip_is_told_apart(tmp_path, content, reason):
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    assert refused(path, tmp_path / "out").reason == reason


def test_an_empty_zip_is_refused(make_zip, tmp_path):
    assert refused(make_zip([]), tmp_path / "out").reason == "empty"


def test_two_members_of_one_name_are_refused(make_zip, tmp_path):
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = make_zip([("a", b"1"), ("a", b"2")])
    assert refused(path, tmp_path / "out").reason == "corrupt"


def test_a_disk_without_room_is_noticed_before_unpacking(make_zip, tmp_path, monkeypatch):
    path = make_zip([("a", b"x" * 5000)])
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(archives.shutil, "disk_usage", lambda path: usage(10, 0, 4999))
    with pytest.raises(DiskFull) as raised:
        archives.unpack(path, tmp_path / "out")
    assert raised.value.needed == 5000
    assert not (tmp_path / "out").exists()


def test_a_file_where_the_folder_should_be_can_not_be_written(make_zip, tmp_path):
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(NotWritable):
        archives.unpack(make_zip([("a", b"x")]), tmp_path / "out")


def test_a_cancelled_unpacking_leaves_nothing(make_zip, tmp_path):
    asked = iter([False, False, True])
    path = make_zip([("a", os.urandom(5 << 20)), ("b", b"x")])
    with pytest.raises(Cancelled):
        archives.unpack(path, tmp_path / "out", feedback=Feedback(is_cancelled=lambda: next(asked)))
    assert not [found for found in (tmp_path / "out").rglob("*") if found.is_file()]
