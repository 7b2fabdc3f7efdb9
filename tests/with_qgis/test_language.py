"""The dock in bokmål, nynorsk and English: words, plurals, and which language is chosen."""

import datetime

import pytest
from conftest import ROOT
from fake_desk import make_desk, wait_for
from klasskart import plugin
from klasskart.core import errors
from klasskart.core.changes import History
from klasskart.core.codes import KOMMUNE, Code, CodeList
from klasskart.core.matching import match
from klasskart.gis import map_styles, messages, wording
from klasskart.gis.algorithms.codes import CodesAlgorithm
from klasskart.gis.jobs import Jobs
from klasskart.gis.wording import counted
from klasskart.ui import match_words
from klasskart.ui.dock import NARROWEST, KlasskartDock
from klasskart.ui.match_report import MatchReportPanel, Reading
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel

LANGUAGES = ("nb", "nn", "en")
DAY = datetime.date(2024, 1, 1)


@pytest.fixture
def dock(qgis_new_project, tmp_path):
    """Build the dock, in the language spoken by then."""
    made = []

    def build(width=340):
        desk = make_desk(tmp_path, Jobs())
        shown = KlasskartDock(desk)
        shown.resize(width, 700)
        shown.show()
        wait_for(lambda: len(shown.pages) == 4 and not desk.jobs.busy)
        made.append((desk, shown))
        return shown

    yield build
    for desk, shown in made:
        desk.close()
        shown.hide()
        shown.deleteLater()


def report(matched, features):
    """Match a layer of so many kommuner, some of which have a code."""
    numbers = [f"{fylke}{kommune:02}" for fylke in range(11, 20) for kommune in range(1, 90)]  # …99 is no place
    codes = CodeList(KOMMUNE, DAY, tuple(Code(number, None, "1", "Sted") for number in numbers[:matched]))
    column = dict.fromkeys(numbers[:features], 1)
    return match(column, codes, History(()))


def texts(widget):
    """Give what stands on labels and buttons."""
    return {part.text().replace("&", "") for kind in (QLabel, QAbstractButton) for part in widget.findChildren(kind)}


def tabs(dock):
    return [dock.tabs.tabToolTip(index) for index in range(dock.tabs.count())]


# --- words ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ["Koder", "Kart", "Koble", "Åpne data"]),
        ("nn", ["Kodar", "Kart", "Kople", "Opne data"]),
        ("en", ["Codes", "Map", "Join", "Open Data"]),
    ],
)
def test_the_pages_are_called_by_their_names(speak, dock, language, words):
    speak(language)
    assert tabs(dock()) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", {"Hent grenser", "Legg til som tabell", "Kommuner", "Grunnkretser", "Ingen lag å koble til"}),
        ("nn", {"Hent grenser", "Legg til som tabell", "Kommunar", "Grunnkrinsar", "Ingen lag å kople til"}),
        ("en", {"Get Boundaries", "Add as Table", "Kommuner", "Grunnkretser", "No layer to join to"}),
    ],
)
def test_pages_speak_the_language_of_the_dock(speak, dock, language, words):
    speak(language)
    assert words <= texts(dock())


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_no_english_stands_on_the_dock(speak, dock, language):
    english = {"Codes", "Map", "Area", "Year", "Layer", "Field", "More Choices", "Map Services", "Details", "Try Again", "CRS"}
    speak(language)
    assert not texts(dock()) & english


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_narrow_dock_cuts_no_tab_and_no_button(speak, dock, language):
    speak(language)
    shown = dock(NARROWEST)
    assert shown.minimumSizeHint().width() <= NARROWEST + 20
    for page in shown.pages:
        shown.open_page(page.objectName())
        assert page.primary.width() >= page.primary.sizeHint().width()
        assert shown.tabs.tabText(shown.tabs.currentIndex())


def test_errors_and_algorithms_speak_it_too(speak):
    speak("nn")
    said = messages.sentence(errors.DiskFull()).text
    assert said == "Disken er full. Lag plass, og prøv igjen. Ingenting er endra."
    assert CodesAlgorithm().displayName() == "Kodar på ein dato"


# --- plurals ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("nb", "1 objekt", "242 objekter"),
        ("nn", "1 objekt", "242 objekt"),
        ("en", "1 feature", "242 features"),
    ],
)
def test_one_and_many(speak, language, one, many):
    speak(language)
    said = [counted("MatchWords", "%n feature(s)", number) for number in (1, 242)]
    assert said == [one, many]


@pytest.fixture(params=[True, False], ids=["QGIS leaves the gaps out", "QGIS writes the gaps"])
def norwegian(request, qgis_app):
    """Let the desktop write numbers as Norwegians do; QGIS leaves out the gaps unless its options say otherwise."""
    before, locale = QLocale(), QLocale("nb_NO")
    gaps = QLocale.NumberOption.OmitGroupSeparator if request.param else QLocale.NumberOption.DefaultNumberOptions
    locale.setNumberOptions(gaps)
    QLocale.setDefault(locale)
    yield
    QLocale.setDefault(before)


def plain(text):
    """Make every blank the usual one."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_numbers_sizes_and_days_are_written_as_the_locale_does(norwegian, speak):
    speak("nb")
    assert plain(wording.number_text(12345)) == "12 345"
    assert plain(wording.counted("MatchWords", "%n feature(s)", 12345)) == "12 345 objekter"
    assert plain(wording.decimal_text(1.5)) == "1,5"
    assert plain(wording.decimal_text(10)) == "10"
    assert plain(wording.decimal_text(1234.25, 6)) == "1 234,25"
    assert plain(wording.size_text(1_500_000)) == "1,5 MB"
    assert plain(wording.size_text(1_234_567_890)) == "1 234,6 MB"
    assert plain(wording.size_text(12)) == "1 kB"
    assert plain(wording.size_text(0)) == "0 kB"
    assert wording.date_text(datetime.date(2026, 11, 21)) == "21.11.2026"
    assert wording.date_text("2026-11-21T20:15:00") == "21.11.2026"


def test_sentences_and_legends_write_them_so_too(norwegian, speak):
    speak("nb")
    waited = errors.Unreachable(service="klass", asked="https://data.ssb.no/x", reason="timeout", seconds=2.5)
    assert "2,5 sekunder" in messages.sentence(waited).text
    full = errors.DiskFull(needed=1_500_000)
    assert "1,5 MB" in plain(messages.sentence(full).text)
    assert plain(map_styles._value_text(1234.5)) == "1 234,5"
    assert map_styles._value_text(301) == "301", "a code is no amount"


@pytest.mark.parametrize(
    ("language", "headline", "missing", "left"),
    [
        ("nb", "242 av 356 objekter har en kode som gjelder 1.1.2024", "114 uten kode", "0 koder til overs"),
        ("nn", "242 av 356 objekt har ein kode som gjeld 1.1.2024", "114 utan kode", "0 kodar til overs"),
        ("en", "242 of 356 features have a code that applies on 1.1.2024", "114 without code", "0 codes left over"),
    ],
)
def test_the_report_counts_in_every_language(speak, language, headline, missing, left):
    speak(language)
    found = report(242, 356)
    panel = MatchReportPanel()
    panel.show_reading(Reading(found, DAY))
    assert panel.headline.accessibleName() == headline
    assert missing in texts(panel)
    assert match_words.short_headline(found).endswith(left)
    panel.deleteLater()


def test_quotation_marks_are_those_of_the_language(speak):
    assert match_words.visible(" 0301") == "“ 0301”"
    speak("nb")
    assert match_words.visible(" 0301") == "« 0301»"


# --- which language -----------------------------------------------------------------------


@pytest.fixture
def settings(qgis_app):
    """QGIS's settings, put back afterwards."""
    kept = QgsSettings()
    keys = ("klasskart/interface/language", "locale/userLocale")
    before = {key: kept.value(key) for key in keys}
    yield lambda own, qgis: [kept.setValue(key, value) for key, value in zip(keys, (own, qgis))]
    for key, value in before.items():
        if value is None:
            kept.remove(key)
        else:
            kept.setValue(key, value)


@pytest.mark.parametrize(
    ("own", "qgis", "language"),
    [
        ("", "nb_NO", "nb"),
        ("", "nb", "nb"),
        ("", "no", "nb"),
        ("", "nn_NO", "nn"),
        ("", "en_US", "en"),
        ("", "sv", "en"),
        ("", "C", "en"),
        ("nn", "nb_NO", "nn"),
        ("nb", "en_US", "nb"),
        ("en", "nb_NO", "en"),
    ],
)
def test_the_setting_decides_and_else_qgis(settings, own, qgis, language):
    settings(own, qgis)
    assert plugin._language() == language
    assert (ROOT / "resources" / "i18n" / f"klasskart_{language}.ts").is_file()
