"""What somebody types in the options is looked at before it is stored."""

import os

import pytest
from klasskart.core.errors import BadFile, NotWritable, UntrustedAddress
from klasskart.core.setting_checks import check


@pytest.mark.parametrize("text", ["", "  ", "https://klass.example.no/api", "http://10.0.0.7:8080/klass", "http://localhost/x"])
def test_an_address_may_be_the_usual_one_or_any_that_can_be_called(text):
    check("services/klass", text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("data.ssb.no/api/klass/v1", "scheme"),
        ("ftp://data.ssb.no", "scheme"),
        ("https://", "malformed"),
        ("https://per:hemmelig@data.ssb.no", "credentials"),
        ("https://data.ssb.no:port", "malformed"),
    ],
)
def test_an_address_that_nobody_could_call_is_named_with_what_is_wrong(text, reason):
    with pytest.raises(UntrustedAddress) as told:
        check("services/klass", text)
    assert (told.value.address, told.value.reason) == (text, reason)


def test_a_folder_may_be_there_or_be_made(tmp_path):
    check("cache/folder", str(tmp_path))
    check("cache/folder", str(tmp_path / "new" / "deeper"))
    assert not (tmp_path / "new").exists(), "looking makes nothing"


def test_a_folder_below_a_file_can_not_be_written(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(NotWritable):
        check("cache/folder", str(tmp_path / "file" / "cache"))


def test_half_a_path_is_no_place(tmp_path):
    with pytest.raises(NotWritable):
        check("cache/folder", "cache")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_others_own_can_not_be_written(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(NotWritable):
            check("cache/folder", str(tmp_path / "cache"))
    finally:
        tmp_path.chmod(0o700)


def test_a_list_of_portals_has_to_be_one(tmp_path):
    file = tmp_path / "portals.csv"
    file.write_text("kind;address;kommune;organisation\nckan;https://data.example.no;3107;fredrikstad\n", "utf-8")
    check("services/portals", str(file))
    file.write_text("kind;address;kommune\nckan;data.example.no;3107\n", "utf-8")
    with pytest.raises(BadFile):
        check("services/portals", str(file))
    with pytest.raises(BadFile):
        check("services/portals", str(tmp_path / "none.csv"))
