"""What the README says is what there is."""

import importlib.util
import pathlib
import re
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_table_of_what_the_clients_are_proven_on_is_todays():
    command = [sys.executable, str(ROOT / "tests" / "contract" / "live.py"), "--table"]
    table = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=True).stdout
    assert table.strip() in README


@pytest.mark.parametrize("page", ["README.md", "docs/codes-through-time.md", "docs/open-data.md", "docs/boundaries.md"])
def test_every_picture_and_page_that_is_linked_to_is_there(page):
    links = re.findall(r"\]\(([^)]+)\)", (ROOT / page).read_text("utf-8"))
    for path in links:
        assert "://" in path or (ROOT / page).parent.joinpath(path).is_file(), path
    assert [path for path in links if path.endswith(".png")]


def test_the_zip_has_the_pages_but_not_their_pictures():
    packed = {path.relative_to(ROOT).as_posix() for path in make_zip().members()}
    assert {"README.md", "docs/codes-through-time.md", "docs/boundaries.md", "metadata.txt", "resources/places.csv"} <= packed
    assert not [path for path in packed if path.endswith((".png", ".ts", ".pyc")) or path.startswith(("tests", "tools"))]


def make_zip():
    spec = importlib.util.spec_from_file_location("make_zip", ROOT / "tools" / "make_zip.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_make_target_that_is_named_exists():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"(?:`|^)make ([a-z0-9-]+)", README, re.MULTILINE)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
