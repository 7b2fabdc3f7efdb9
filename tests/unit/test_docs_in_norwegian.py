"""The pages of docs/nb say in bokmål what those of docs/ say in English, with the words that stand on the buttons.

A page that falls behind is told section by section. What to do then: `git log -p -3 docs/PAGE.md` shows what changed;
write the same in docs/nb/PAGE.md, and run `python3 tools/docs_in_norwegian.py PAGE.md`. `make screenshots ARGS=SCENE`
takes a picture in both languages.
"""

import functools
import importlib.util
import itertools
import re
from dataclasses import dataclass
from xml.etree import ElementTree

import pytest
from conftest import ROOT

spec = importlib.util.spec_from_file_location("docs_in_norwegian", ROOT / "tools" / "docs_in_norwegian.py")
docs_in_norwegian = importlib.util.module_from_spec(spec)
spec.loader.exec_module(docs_in_norwegian)

ENGLISH, NORWEGIAN = ROOT / "docs", ROOT / "docs" / "nb"
FOR_CONTRIBUTORS = {"how-it-works.md"}
PAGES = sorted(path.name for path in ENGLISH.glob("*.md") if path.name not in FOR_CONTRIBUTORS)

# In bold or italics too, as QGIS itself says it.
QGIS_SAYS = {
    "Plugins": "Programtillegg",
    "Manage and Install Plugins…": "Håndtering og installering av programtillegg…",
    "Install from ZIP": "Installer fra ZIP",
    "Install Plugin": "Installer programtillegg",
    "Installed": "Installerte",
    "Yes": "Ja",
    "Settings": "Innstillinger",
    "Options": "Oppsett",
    "Network": "Nettverk",
    "Use proxy for web access": "Tilgang til internett via mellomtjener",
    "Authentication": "Autentisering",
    "Manage Certificates": "Håndtere sertifikater",
    "Advanced": "Avansert",
    "Model": "Modell",
    "Open Model…": "Åpne modell…",
    "View": "Visning",
    "Panels": "Paneler",
    "Log Messages": "Loggmeldinger",
    "Execute as Batch Process…": "Kjør som satsvis prosess…",
}
# Neither of ours nor of QGIS's: names, and what is stressed.
NOT_OF_THE_SCREEN = {
    *("#", "A", "B", "C", "C1", "GML", "FGDB", "klassR", "norgeo", "Herøy", "Administrative enheter"),
    *("Statistiske enheter grunnkretser", "filer", "bestilling", "feeder", "Livsløp", "du", "og", "forskjellige"),
    *("Fra hvilken dag?", "hva er de den dagen jeg trenger?", "Bakover", "En endringstabell mangler"),
    *("En kode kommer eller går uten en rad.", "En tabell er ikke publisert på et språk."),
    *("Grenser som ble flyttet mens alle kodene besto", "Kjør den selv for tall som betyr noe."),
}


@dataclass
class Section:
    """A heading and what stands below it, up to the next one."""

    level: int
    heading: str
    text: str
    blocks: list

    @property
    def pictures(self):
        return [link.rsplit("/", 1)[-1] for link in self._links() if link.endswith(".png")]

    @property
    def links(self):
        return sorted(link.rsplit("/", 1)[-1] if "://" not in link else link for link in self._links() if ".png" not in link)

    @property
    def table_rows(self):
        return [len(re.findall(r"(?<!\\)\|", line)) for line in self.text.splitlines() if line.startswith("|")]

    @property
    def code(self):
        return sorted(set(re.findall(r"`([^`]+)`", self.text)))

    @property
    def numbers(self):
        return sorted(set(re.findall(r"\d+", re.sub(r"`[^`]+`|\]\([^)]+\)", "", self.text))))

    @property
    def words(self):
        """What is in bold or italics, each step of a way through menus by itself."""
        plain = re.sub(r"`[^`]+`", "", self.text)
        said = re.findall(r"\*\*([^*]+)\*\*", plain) + re.findall(r"\*([^*]+)\*", re.sub(r"\*\*[^*]+\*\*", "", plain))
        steps = (step for words in said for step in " ".join(words.split()).split("▸"))
        return [step.strip() for step in steps if step.strip()]

    def _links(self):
        return re.findall(r"\]\(([^)]+)\)", self.text)


ALIKE = {
    "blocks": "blocks of code",
    "pictures": "pictures",
    "links": "links",
    "table_rows": "rows of tables, by their columns",
    "code": "words in `code`",
    "numbers": "numbers",
}


def sections(path):
    text = path.read_text("utf-8")
    found = []
    for number, part in enumerate(re.split(r"(?ms)^(```.*?^```$)", text)):
        if number % 2:
            found[-1].blocks.append(part)
            continue
        for line in part.splitlines(keepends=True):
            heading = re.match(r"(#+) (.+)", line)
            if heading:
                found.append(Section(len(heading[1]), heading[2], "", []))
            else:
                found[-1].text += line
    return found


@functools.cache
def messages():
    """Give (patterns of a text, patterns of its translation) of all texts: a place for a word or number takes any."""
    root = ElementTree.parse(ROOT / "resources" / "i18n" / "klasskart_nb.ts").getroot()
    found = []
    for message in root.iter("message"):
        translation = message.find("translation")
        forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
        sources = [message.findtext("source"), re.sub(r"\(s\)$", "s", message.findtext("source"))]
        found.append((patterns(sources), patterns(forms)))
    return found


def patterns(texts):
    """Give texts as patterns; & and … may be left out, and so may a place at the end: “Use” for “Use {}”."""
    plain = [re.sub(r"\{[^}]*\}|%L?n", "{}", text.replace("&", "")).rstrip("…. ") for text in texts]
    plain += [re.sub(r" ?\(?\{\}\)?$", "", text) for text in plain]
    telling = [text for text in plain if re.search(r"\w{2}", text) and not re.fullmatch(r"\{\} \w+( \{\})?", text)]
    return [re.compile(".+".join(map(re.escape, text.split("{}"))) + " ?…?") for text in telling]


def fits(shapes, words):
    return any(shape.fullmatch(words) for shape in shapes)


def translations_of(words):
    """Give the patterns of all that the user interface says in bokmål for words of it in English."""
    if words in QGIS_SAYS:
        return patterns([QGIS_SAYS[words]])
    return list(itertools.chain.from_iterable(bokmål for english, bokmål in messages() if fits(english, words)))


def is_on_the_screen(words):
    return fits(patterns(QGIS_SAYS.values()), words) or any(fits(bokmål, words) for _, bokmål in messages())


def pairs(page):
    """Give the sections of a page in English beside those in bokmål."""
    ours, theirs = sections(ENGLISH / page), sections(NORWEGIAN / page)
    levels = [[one.level for one in both] for both in (ours, theirs)]
    headings = "\n".join(f"{'#' * one.level} {one.heading}" for one in ours)
    assert levels[0] == levels[1], f"docs/nb/{page} needs a heading for each of these, in bokmål:\n{headings}"
    return list(zip(ours, theirs))


def missing(page, section, what):
    return f"docs/nb/{page}, «{section.heading}»: {what}. `git log -p -3 docs/{page}` shows what changed in English."


def test_every_page_for_users_is_there_in_bokmål():
    there = sorted(path.name for path in NORWEGIAN.glob("*.md"))
    assert there == PAGES, "every page of docs/ but those for contributors is translated in docs/nb, under the same name"


@pytest.mark.parametrize("page", PAGES)
def test_nothing_changed_in_english_alone(page):
    assert docs_in_norwegian.changed_since(page) == [], (
        f"these sections of docs/{page} have changed: `git log -p -3 docs/{page}`. Write the same in docs/nb/{page}, "
        f"then run `python3 tools/docs_in_norwegian.py {page}`, which notes that it says the same again"
    )


@pytest.mark.parametrize("page", PAGES)
def test_a_page_holds_what_its_english_one_holds(page):
    told = [
        missing(page, theirs, f"{words} are {getattr(theirs, kind)} here, {getattr(ours, kind)} in “{ours.heading}”")
        for ours, theirs in pairs(page)
        for kind, words in ALIKE.items()
        if getattr(ours, kind) != getattr(theirs, kind)
    ]
    assert told == [], "\n" + "\n".join(told)


@pytest.mark.parametrize("page", PAGES)
def test_words_of_the_user_interface_are_those_that_stand_there_in_bokmål(page):
    told = []
    for ours, theirs in pairs(page):
        wanted = {words: translations_of(words) for words in ours.words}
        for words, shapes in wanted.items():
            if shapes and not any(fits(shapes, said) for said in theirs.words):
                candidates = ", ".join(sorted({re.sub(r"\\(.)", r"\1", shape.pattern[:-4]) for shape in shapes}))
                told.append(missing(page, theirs, f"“{words}” is not named; on the screen it is {candidates}"))
        for said in set(theirs.words) - NOT_OF_THE_SCREEN:
            if not is_on_the_screen(said):
                told.append(missing(page, theirs, f"“{said}” stands nowhere on the screen (a word of QGIS's: see QGIS_SAYS)"))
            elif not any(fits(shapes, said) for shapes in wanted.values()):
                told.append(missing(page, theirs, f"“{said}” is named, but not in English"))
    assert told == [], "\n" + "\n".join(told)


@pytest.mark.parametrize("page", PAGES)
def test_links_and_pictures_of_a_page_are_there_in_bokmål(page):
    for link in re.findall(r"\]\(([^)]+)\)", (NORWEGIAN / page).read_text("utf-8")):
        path = (NORWEGIAN / link).resolve()
        assert "://" in link or path.is_file(), f"{link} is not there; a picture is taken by `make screenshots ARGS=SCENE`"
        if path.suffix == ".png":
            assert path.parent == ROOT / "resources" / "docs" / "nb", link
        elif "://" not in link:
            assert path.parent == (ENGLISH if path.name in FOR_CONTRIBUTORS else NORWEGIAN), link
