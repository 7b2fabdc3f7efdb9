"""The filter of the Codes page and what it leaves: levels, variants, names, days to come, languages, and a code's notes."""

import datetime

import pytest
from fake_desk import TODAY, served_desk, wait_for
from klasskart.core.about import base_name
from klasskart.core.codes import Code
from klasskart.ui.code_details import CodeDetails
from klasskart.ui.code_questions import Described
from klasskart.ui.codes_filter import CodesFilter
from klasskart.ui.codes_page import CodesPage
from qgis.PyQt.QtWidgets import QApplication
from standin import Standin

NEW_YEAR = datetime.date(2024, 1, 1)
LANDSDELER = "Landsdeler 2024-01  - variant av Kommuneinndeling 2024"


@pytest.fixture(scope="module")
def server():
    with Standin(today=TODAY) as standin:
        yield standin


@pytest.fixture
def desk(qgis_app, qgis_new_project, server, tmp_path):
    server.heal()
    made = served_desk(server, tmp_path, KLASSKART_TODAY="2026-11-21")
    made.context.set_day(NEW_YEAR)
    yield made
    made.close()


@pytest.fixture
def make_page(desk):
    made = []

    def make():
        page = CodesPage(desk)
        page.resize(320, 700)
        page.show()
        made.append(page)
        settled(page)
        return page

    yield make
    for page in made:
        page.hide()
        page.deleteLater()


@pytest.fixture
def page(make_page):
    return make_page()


def settled(page):
    wait_for(lambda: page.asked.question is not None and not page.asked.waiting and not page.desk.jobs.busy)


def chosen(box):
    return [box.itemText(row) for row in range(box.count())]


# --- levels -------------------------------------------------------------------------


def test_the_level_is_remembered_and_said_where_the_filter_is_closed(make_page, desk):
    first = make_page()
    first.units._choose(1)
    settled(first)
    first.filters.level.setCurrentIndex(first.filters.level.findData("1"))
    assert desk.settings.get("codes/level") == "1"
    desk.settings.set("codes/unit", "grunnkrets")
    again = make_page()
    assert again.filters.chosen_level() == "1"
    assert again.limits.text() == "Delområder"
    assert again.limits.isVisible()
    again.more.setChecked(True)
    assert not again.limits.isVisible()


def test_a_level_waits_for_a_list_that_has_it(page):
    page.units._choose(1)
    settled(page)
    page.filters.level.setCurrentIndex(page.filters.level.findData("2"))
    page.units._choose(131)
    settled(page)
    assert page.filters.chosen_level() == ""
    assert page.tree.codes.rowCount() > 300
    page.units._choose(1)
    settled(page)
    assert page.filters.chosen_level() == "2"


def test_levels_are_called_as_the_version_calls_them(page):
    page.show_classification(6, "Standard for næringsgruppering (SN)")
    page.more.setChecked(True)
    settled(page)
    wait_for(lambda: chosen(page.filters.level) == ["All levels", "Næringshovedområde", "Næring"])


# --- variants -----------------------------------------------------------------------


def test_the_variants_of_the_date_are_offered_when_the_filter_is_opened(page, server):
    server.requests.clear()
    assert not page.filters.variant.isEnabled()
    assert not server.requests
    page.more.setChecked(True)
    wait_for(lambda: page.filters.variant.isEnabled())
    page.filters.variant.setCurrentIndex(1)
    assert page.filters.variant.currentText() == "Landsdeler"  # its whole name is too long for a narrow dock
    settled(page)
    assert page.asked.listed.register.codes.levels == ("1", "2")
    assert page.tree.codes.rowCount() == 6
    page.more.setChecked(False)
    assert page.limits.text() == "“Landsdeler”"


def test_a_selection_that_nothing_fits_is_named_and_can_be_left(page):
    page.filters.selection.setText("abc")
    page.filters.selection.editingFinished.emit()
    wait_for(lambda: page.empty.isVisible())
    settled(page)
    assert page.empty.headline.text() == "No codes on 1.1.2024 match “abc”."
    assert not page.count.text()
    (button,) = (button for button in page.empty.buttons if button.text() == "Without Selection")
    button.click()
    settled(page)
    assert page.filters.chosen_selection() == ""
    assert page.tree.codes.rowCount() > 300


def test_a_variant_that_the_date_does_not_have_is_told_with_a_way_back(page, desk):
    page.show_version(131, "", None, LANDSDELER)
    settled(page)
    desk.context.set_day(datetime.date(2021, 1, 1))
    settled(page)
    wait_for(lambda: page.empty.isVisible())
    assert "Landsdeler" in page.empty.headline.text()
    assert [button.text() for button in page.empty.buttons] == ["Without Variant", "Use Today"]
    page.empty.buttons[0].click()
    settled(page)
    assert page.tree.codes.rowCount() > 300


def test_another_classification_has_no_variant_of_the_last_one(page):
    page.show_version(131, "", None, LANDSDELER)
    settled(page)
    page.units._choose(104)
    settled(page)
    assert page.filters.chosen_variant() == ""
    assert page.asked.error is None


def test_a_table_of_a_variant_is_called_after_it(page, desk):
    page.show_version(131, "", None, LANDSDELER)
    settled(page)
    page.run_primary()
    wait_for(lambda: desk.project.mapLayers())
    (layer,) = desk.project.mapLayers().values()
    assert layer.name() == "Kommuner, Landsdeler 1.1.2024"


@pytest.mark.parametrize(
    ("name", "base"),
    [
        (LANDSDELER, "Landsdeler"),
        ("Klassetrinn 2023-01 2023  - variant av Utdanningsgruppering (NUS) 2023", "Klassetrinn"),
        ("Klimagasser", "Klimagasser"),
        ("Nord - sør 2020  - Variant of Regions 2020", "Nord - sør"),
    ],
)
def test_a_variant_is_known_again_without_year_and_version(name, base):
    assert base_name(name) == base


def test_the_same_variant_of_another_version_takes_over(qgis_app):
    filters, told = CodesFilter(TODAY), []
    filters.question_changed.connect(lambda: told.append(filters.chosen_variant()))
    filters.show_variant("Klimagasser 2023  - variant av A 2023")
    filters.show_described(Described({}, ("Annet 2024  - variant av A 2024", "Klimagasser 2024  - variant av A 2024")))
    assert told == ["Klimagasser 2024  - variant av A 2024"]
    filters.show_described(Described({}, ()))
    assert filters.chosen_variant() == "Klimagasser 2024  - variant av A 2024"  # the page says that it is not there
    assert len(told) == 1


# --- names --------------------------------------------------------------------------


def test_names_are_written_as_wished_in_the_list_the_clipboard_and_the_table(page, desk):
    page.units._choose(104)
    settled(page)
    page.filters.names.setCurrentIndex(page.filters.names.findText("{code} {name}"))
    page.filters.names.activated.emit(1)
    settled(page)
    index = page.tree.codes.index(0, 1)
    assert index.data() == "03 Oslo - Oslove" or index.data() == "03 Oslo"
    page.tree.setCurrentIndex(index)
    assert page.tree.copied_text().startswith("03\t03 Oslo")
    page.run_primary()
    wait_for(lambda: desk.project.mapLayers())
    (layer,) = desk.project.mapLayers().values()
    assert next(layer.getFeatures())["presentation_name"].startswith("03 Oslo")


def test_a_pattern_that_klass_would_leave_standing_is_told(page):
    page.filters.names.setEditText("{navn}")
    page.filters.names.lineEdit().editingFinished.emit()
    wait_for(lambda: page.empty.isVisible())
    assert "{navn}" in page.empty.headline.text()
    page.filters.names.setCurrentIndex(0)
    page.filters.names.activated.emit(0)
    settled(page)
    assert page.tree.isVisible()


# --- days to come and languages -------------------------------------------------------


def test_next_year_s_codes_are_listed_when_their_day_is_chosen(page, desk):
    page.units._choose(1)
    desk.context.set_day(datetime.date(2027, 1, 1))
    settled(page)
    assert page.tree.codes.rowCount() > 1000
    assert page.count.text().endswith("on 1.1.2027")


def test_without_them_the_page_says_from_when_they_apply_and_how_to_have_them(page, desk):
    page.units._choose(1)
    page.filters.future.setChecked(False)
    desk.context.set_day(datetime.date(2027, 1, 1))
    settled(page)
    wait_for(lambda: page.empty.isVisible())
    assert "1.1.2027" in page.empty.headline.text()
    assert page.empty.buttons[0].text() == "Include Future Codes"
    page.empty.buttons[0].click()
    settled(page)
    assert page.tree.codes.rowCount() > 1000


def test_an_empty_answer_on_disk_is_asked_for_again_and_told_with_its_reason(make_page, desk):
    desk.settings.set("codes/unit", "grunnkrets")
    desk.context.set_day(datetime.date(1990, 1, 1))
    for _ in range(2):
        page = make_page()
        wait_for(lambda page=page: page.empty.isVisible())
        assert "Klass has no codes for grunnkretser on 1.1.1990." in page.empty.headline.text()


def test_names_that_are_not_published_in_the_language_come_in_bokmal_and_that_is_said(page, desk):
    desk.context.set_language("en")
    page.show_classification(128, "Centrality")
    desk.context.set_day(datetime.date(2021, 1, 1))
    settled(page)
    assert page.tree.codes.rowCount() == 6
    assert [note.text for note in page.notes.notes()] == ["Klass has no names in English here: they are in bokmål."]


# --- the code that is selected --------------------------------------------------------


def test_the_selected_code_tells_its_notes(qgis_app):
    details = CodeDetails()
    details.show_code(Code("0301", None, "1", "Oslo", "OSL", notes="I 1980 ble del av 0231 <Skedsmo> overført."))
    assert details.label.text().splitlines() == ["0301 Oslo", "Short name OSL", "I 1980 ble del av 0231 <Skedsmo> overført."]
    assert not details.isHidden()
    details.show_code(Code("0301", None, "1", "Oslo"))
    assert details.isHidden()
    details.show_code(Code("0301", None, "1", "Oslo", valid_from="2020-01-01", valid_to="2024-01-01"))
    assert details.label.text() == "0301 Oslo\nValid 1.1.2020–31.12.2023"
    details.show_code(None)
    assert details.isHidden()
    details.deleteLater()


def test_a_long_note_takes_four_lines_and_scrolls(qgis_app):
    details = CodeDetails()
    details.resize(300, 50)
    details.show()
    details.show_code(Code("0301", None, "1", "Oslo", notes="Lang merknad. " * 80))
    QApplication.processEvents()
    assert details.height() < 6 * details.fontMetrics().lineSpacing()
    details.hide()
    details.deleteLater()


def test_the_details_follow_the_selection(page):
    page.filters.period.setChecked(True)
    settled(page)
    page.tree.setCurrentIndex(page.tree.codes.index(0, 0))
    assert page.details.isVisible()
    assert "0301 Oslo" in page.details.label.text()
    page.tree.clearSelection()
    assert not page.details.isVisible()


@pytest.mark.parametrize("width", [280, 320, 480])
def test_a_narrow_list_of_a_period_is_not_scrolled_sideways(page, width):
    page.resize(480, 700)
    page.filters.period.setChecked(True)
    settled(page)
    page.resize(width, 700)
    QApplication.processEvents()
    assert page.tree.codes.columnCount() == 3
    assert page.tree.horizontalScrollBar().maximum() == 0


def test_all_but_the_level_is_forgotten_where_a_version_is_shown(page, desk):
    page.filters.period.setChecked(True)
    page.filters.selection.setText("0301")
    settled(page)
    page.show_version(104, "Standard for fylkesinndeling", None)
    settled(page)
    assert page.asked.question.end is None and page.asked.question.select == ""
    assert page.tree.codes.rowCount() > 10
