"""What the README says is what there is."""

import ast
import functools
import importlib.util
import pathlib
import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_table_of_what_the_clients_are_proven_on_is_todays():
    command = [sys.executable, str(ROOT / "tests" / "contract" / "live.py"), "--table"]
    table = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=True).stdout
    assert table.strip() in README


DOCS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md"))
IN_NORWEGIAN = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "nb").glob("*.md"))
# In bold in the docs, beside words of buttons and pages.
ALSO_BOLD = set(
    """From which day? | Backwards | klassR | norgeo | you | A table of changes is missing
| A code comes or goes without a row. | A table is not published in a language. | Boundaries that moved while all codes stayed
| Run it yourself for numbers that mean something.""".replace("\n| ", " | ").split(" | ")
)


def links_of(page):
    return re.findall(r"\]\(([^)]+)\)", (ROOT / page).read_text("utf-8"))


@pytest.mark.parametrize("page", ["README.md", *DOCS])
def test_every_picture_and_page_that_is_linked_to_is_there(page):
    for path in links_of(page):
        assert "://" in path or (ROOT / page).parent.joinpath(path).is_file(), path


def test_the_contents_lead_to_every_page():
    assert {f"docs/{link}" for link in links_of("docs/index.md")} | {"docs/index.md"} == set(DOCS)


def test_every_picture_of_the_docs_is_taken_by_the_script():
    """Else it would age: `make screenshots` takes all of them anew."""
    source = ast.parse((ROOT / "tools" / "screenshots" / "run.py").read_text("utf-8"))
    scenes = next(
        {key.value for key in node.value.keys}
        for node in source.body
        if isinstance(node, ast.Assign) and node.targets[0].id == "SCENES"
    )
    shown = {pathlib.Path(link).name for page in ["README.md", *DOCS] for link in links_of(page) if link.endswith(".png")}
    assert shown <= {f"dock-{scene}.png" for scene in scenes}


def test_pictures_are_small():
    """The script writes them with a palette of 256 colours, a quarter of the bytes."""
    headers = {path.name: path.read_bytes()[:26] for path in (ROOT / "resources" / "docs").rglob("*.png")}
    assert [name for name, header in headers.items() if header[25] != 3] == [], "`make screenshots ARGS=SCENE` takes them so"


def test_the_zip_has_the_pages_and_what_they_lead_to():
    """So that help can be read without a network; pictures that only the README shows stay out."""
    packed = {path.relative_to(ROOT).as_posix() for path in make_zip().members()}
    pages = [*DOCS, *IN_NORWEGIAN]
    assert {"README.md", *pages, "metadata.txt", "resources/places.csv"} <= packed
    assert not [path for path in packed if path.endswith((".ts", ".pyc")) or path.startswith(("tests", "tools"))]
    linked = {(ROOT / page).parent.joinpath(link).resolve() for page in pages for link in links_of(page) if "://" not in link}
    pages_and_pictures = {path.relative_to(ROOT).as_posix() for path in linked}
    assert pages_and_pictures <= packed
    assert {path for path in packed if path.endswith(".png")} <= pages_and_pictures


@pytest.mark.parametrize("page", DOCS)
def test_what_is_in_bold_is_what_stands_on_a_button(page):
    text = re.sub(r"```.*?```", "", (ROOT / page).read_text("utf-8"), flags=re.DOTALL)
    said = {" ".join(words.split()) for words in re.findall(r"\*\*([^*]+)\*\*", text) if words != words.upper()}
    assert [words for words in said - ALSO_BOLD if not any(re.fullmatch(shape, words) for shape in words_of_sources())] == []


@functools.cache
def words_of_sources():
    """Give the texts of the sources as patterns: a place for a word or number takes any, & and … may be left out."""
    root = ElementTree.parse(ROOT / "resources" / "i18n" / "klasskart_nb.ts").getroot()
    texts = {message.findtext("source").replace("&", "").rstrip("….") for message in root.iter("message")}
    texts = {re.sub(r"\(s\)$", "s", text) for text in texts}
    shapes = {".+".join(map(re.escape, re.split(r"\{[^}]*\}|%L?n", text))) for text in texts}
    shapes |= {shape[:-2].rstrip("\\ ") for shape in shapes if shape.endswith(".+")}  # “Use” for “Use {}”
    return {rf"{shape} ?…?" for shape in shapes if re.search(r"[A-Za-z]{3}", shape)}


def make_zip():
    spec = importlib.util.spec_from_file_location("make_zip", ROOT / "tools" / "make_zip.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_make_target_that_is_named_exists():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"(?:`|^)make ([a-z0-9-]+)", README, re.MULTILINE)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
