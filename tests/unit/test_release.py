"""What is released is one version, whole, with the licences of what it bundles."""

import ast
import importlib
import pathlib
import re
import shutil
import sys
import zipfile

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture
def tools(monkeypatch):
    """Import a script of tools/ as it runs there."""
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    names = ("make_zip", "scan", "release_check", "qt6")
    yield importlib.import_module
    for name in names:
        sys.modules.pop(name, None)


@pytest.fixture
def release(tools, monkeypatch, tmp_path):
    """Give the release check, with a zip of its own to look at."""
    module = tools("release_check")
    monkeypatch.setattr(module, "target", lambda: tmp_path / "klasskart-0.0.1.zip")
    return module


def test_the_zip_is_named_by_the_version_of_the_metadata(tools):
    make_zip = tools("make_zip")
    assert f"version={make_zip.version()}\n" in (ROOT / "metadata.txt").read_text("utf-8")
    assert make_zip.target().name == f"klasskart-{make_zip.version()}.zip"


def test_the_same_sources_give_the_same_zip(tools, tmp_path):
    make_zip = tools("make_zip")
    make_zip.pack(tmp_path / "one.zip")
    make_zip.pack(tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed, which knows the project's files")
def test_the_version_stands_in_the_metadata_only(release):
    assert list(release.version_stands_once()) == []


def test_a_version_without_an_entry_in_the_changelog_is_no_release(release, monkeypatch):
    monkeypatch.setattr(release, "version", lambda: "99.1.0")
    assert [line.split(":")[0] for line in release.changelog_tells_it()] == ["CHANGELOG.md", "metadata.txt"]


def test_what_is_packed_has_its_licences_and_nothing_that_is_not_needed(release, tools):
    tools("make_zip").pack(release.target())
    assert [line for line in release.zip_is_clean() if not line.endswith(".qm is missing")] == []


def test_a_zip_with_a_test_in_it_or_a_library_without_its_licence_is_told(release):
    with zipfile.ZipFile(release.target(), "w") as packed:
        for name in ("klasskart/tests/x.py", "klasskart/_vendor/idna/core.py", "else/x.py"):
            packed.writestr(name, "")
    found = " ".join(release.zip_is_clean())
    assert "klasskart/tests/x.py: has no place" in found
    assert "_vendor/idna: its licence is missing" in found
    assert "else/x.py: outside" in found
    assert "metadata.txt is missing" in found


def test_values_that_need_the_name_of_their_enum_on_qt_6_are_found(tools):
    source = "from qgis.core import QgsTask\nold = QgsTask.CanCancel\nnew = QgsTask.Flag.CanCancel\nmenu.exec_()\n"
    names = {"QgsTask.CanCancel": "QgsTask.Flag.CanCancel"}
    found = sorted(tools("qt6").faults(ast.parse(source), names))
    assert found == ["2: QgsTask.CanCancel: write QgsTask.Flag.CanCancel", "4: exec_(): write exec()"]


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "SECURITY.md"])
def test_every_target_and_page_that_is_named_is_there(page):
    text, makefile = (ROOT / page).read_text("utf-8"), (ROOT / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"(?:`|^)make ([a-z0-9-]+)", text, re.MULTILINE)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for path in re.findall(r"\]\(([^)]+)\)", text):
        assert "://" in path or (ROOT / path).is_file(), path
