"""The Codes page: its states, what it asks when, and the way back to a code of another time."""

import datetime
import time

import pytest
from fake_desk import TODAY, held, make_desk, on_screen, wait_for
from klasskart.core.errors import NotWritable, Refused, Unreachable
from klasskart.gis import layers
from klasskart.gis.jobs import Jobs
from klasskart.ui.codes_page import CodesPage
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest


@pytest.fixture
def desk(qgis_app, qgis_new_project, tmp_path):
    made = make_desk(tmp_path, Jobs())
    yield made
    made.close()


@pytest.fixture
def page(desk):
    with on_screen(CodesPage(desk), 320, 600) as made:
        yield made


def listed(page):
    wait_for(lambda: page.tree.codes.rowCount() > 0 and not page.asked.waiting)
    return [page.tree.codes.index(row, 0).data() for row in range(page.tree.codes.rowCount())]


def settled(page):
    wait_for(lambda: not page.asked.waiting)


def shows_message(page):
    return page.empty.isVisible()


def test_the_kommuner_of_today_are_listed_when_the_page_is_opened(page):
    assert listed(page) == ["0301", "1508", "1515", "1818", "5610", "9999"]
    assert page.count.text() == "5 code(s) apply on 21.11.2026"
    assert page.primary.isEnabled()


def test_nothing_is_asked_while_the_page_is_out_of_sight(desk):
    page = CodesPage(desk)
    desk.context.set_day(datetime.date(2021, 1, 1))
    assert not desk.jobs.busy
    page.deleteLater()


def test_typing_searches_and_the_line_below_counts(page):
    listed(page)
    QTest.keyClicks(page.search, "hero")
    assert [page.tree.codes.index(row, 1).data() for row in range(2)] == ["Herøy", "Herøy"]
    assert page.count.text() == "2 of 5 codes apply on 21.11.2026"


def test_down_goes_to_the_first_hit_and_escape_clears(page):
    listed(page)
    QTest.keyClicks(page.search, "hero")
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.tree.currentIndex().data() == "1515"
    QTest.keyClick(page.tree, Qt.Key.Key_Escape)
    assert page.search.text() == ""


def test_a_second_look_asks_nobody(page, desk):
    listed(page)
    asked = len(desk.klass.asked)
    desk.context.set_day(datetime.date(2024, 1, 1))
    listed(page)
    desk.context.set_day(TODAY)
    listed(page)
    assert len(desk.klass.asked) == asked + 1


def test_the_context_s_language_is_asked_for(page, desk):
    listed(page)
    desk.context.set_language("nn")
    listed(page)
    assert desk.klass.asked[-1][2] == "nn"


def test_waiting_shows_the_spinner_over_an_empty_tree(page, desk):
    listed(page)
    desk.klass.hold = held()
    page.units._choose(104)
    wait_for(lambda: (104, TODAY, "nb", "") in desk.klass.asked)
    assert page.tree.isVisible()
    assert page.tree.codes.rowCount() == 0
    assert not page.primary.isEnabled()
    desk.klass.hold.set()
    assert listed(page) == ["03", "15"]


def test_only_the_newest_question_is_heard(page, desk):
    listed(page)
    desk.klass.hold = gate = held()
    page.units._choose(104)
    page.units._choose(1)
    gate.set()
    assert listed(page)[0] == "03010900"
    time.sleep(0.05)
    assert listed(page)[0] == "03010900"


def test_a_service_that_does_not_answer_is_told_with_a_way_to_try_again(page, desk):
    listed(page)
    desk.klass.error = Unreachable("klass", "https://data.ssb.no/x", "timeout", 10)
    page.units._choose(104)
    wait_for(lambda: shows_message(page))
    assert "SSB Klass" in page.empty.words.text()
    assert not page.primary.isEnabled()
    desk.klass.error = None
    QTest.mouseClick(page.empty.buttons[0], Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    assert listed(page) == ["03", "15"]
    assert not shows_message(page)


def test_codes_on_disk_stay_when_the_network_is_gone(page, desk):
    listed(page)
    desk.klass.error = Unreachable("klass", "https://data.ssb.no/x", "connection")
    page.refresh.click()
    wait_for(lambda: page.notes.notes())
    assert page.notes.notes()[0].text.startswith("No network. The codes are from ")
    assert listed(page)[0] == "0301"


def test_a_refusal_over_a_list_is_a_note_and_the_list_stays(page, desk):
    listed(page)
    desk.klass.error = Refused("klass", "https://data.ssb.no/x", 400, "nei")
    page.refresh.click()
    wait_for(lambda: page.notes.notes())
    assert "nei" in page.notes.notes()[0].text
    assert listed(page)[0] == "0301"


def test_a_code_of_another_time_is_named_with_the_date_to_use(page, desk):
    listed(page)
    QTest.keyClicks(page.search, "1507")
    wait_for(lambda: page.empty.buttons)
    assert page.empty.headline.text() == "No codes on 21.11.2026 match “1507”."
    assert page.empty.words.text() == "1507 Ålesund applied 1.1.2020–31.12.2023."
    assert [button.text() for button in page.empty.buttons[:2]] == ["Show Lineage", "Use 1.1.2023"]
    page.empty.buttons[1].click()
    assert desk.context.day == datetime.date(2023, 1, 1)


def test_a_search_that_the_area_keeps_empty_offers_the_whole_country(page, desk):
    listed(page)
    desk.context.set_area(("0301",))
    QTest.keyClicks(page.search, "ålesund")
    assert page.empty.buttons[0].text() == "Search Whole Country"
    page.empty.buttons[0].click()
    assert listed(page) == ["1508"]


def test_an_empty_list_is_told_apart_from_a_failure(page):
    listed(page)
    page.units._choose(103)
    settled(page)
    assert page.empty.headline.text() == "There are no codes on 21.11.2026."
    assert not page.primary.isEnabled()


def test_any_classification_can_be_typed_by_its_number(page, desk):
    listed(page)
    page.units.lineEdit().setText("7")
    page.units.lineEdit().editingFinished.emit()
    wait_for(lambda: desk.klass.asked[-1][0] == 7)
    settled(page)
    assert desk.classification == 7
    assert desk.settings.get("codes/unit") == "7"
    assert page.units.currentText() == "7 Standard for yrker"


def test_what_is_no_classification_is_marked_and_nothing_is_asked(page, desk):
    listed(page)
    asked = len(desk.klass.asked)
    page.units.lineEdit().setText("noe annet")
    page.units.lineEdit().editingFinished.emit()
    assert page.units.lineEdit().accessibleDescription()
    assert len(desk.klass.asked) == asked


def test_a_period_and_a_selection_are_asked_of_klass(page, desk):
    listed(page)
    desk.context.set_day(datetime.date(2019, 1, 1))
    page.filters.period.setChecked(True)
    wait_for(lambda: desk.klass.asked[-1][1] == datetime.date(2019, 1, 1))
    listed(page)
    assert page.tree.codes.columnCount() == 3
    assert page.count.text().endswith("from 1.1.2019 to 21.11.2026")
    page.filters.selection.setText("0301")
    page.filters.selection.editingFinished.emit()
    wait_for(lambda: desk.klass.asked[-1][3] == "0301")


def test_a_period_of_one_day_is_that_day_and_none_ends_before_it_began(page, desk):
    listed(page)
    page.filters.period.setChecked(True)
    listed(page)
    assert page.count.text().endswith("on 21.11.2026")
    assert page.tree.codes.columnCount() == 2
    desk.context.set_day(datetime.date(2027, 1, 1))
    assert page.filters.until.date().toString("yyyy-MM-dd") == "2027-01-01"


def test_cancelling_tells_so_and_asks_again_on_a_click(page, desk):
    listed(page)
    desk.klass.hold = held()
    page.units._choose(104)
    wait_for(lambda: (104, TODAY, "nb", "") in desk.klass.asked)
    desk.jobs.cancel("codes")
    wait_for(lambda: shows_message(page))
    assert page.empty.buttons[0].text() == "Fetch Codes"


def test_the_codes_of_the_area_become_a_table_of_the_project_and_go_again(page, desk):
    listed(page)
    desk.context.set_area(("15",))
    QTest.keyClicks(page.search, "ålesund")
    page.run_primary()
    wait_for(lambda: page.notes.notes())
    assert page.notes.notes()[0].text == "2 code(s) are in the project as the table “Kommuner 21.11.2026”."
    (layer,) = desk.project.mapLayers().values()
    assert sorted(feature["code"] for feature in layer.getFeatures()) == ["1508", "1515"]
    assert layer.dataProvider().storageType() == "GPKG"
    page.notes.strips()[0].buttons[0].click()
    assert not desk.project.mapLayers()


def test_a_full_or_locked_disk_is_told_and_the_project_is_as_before(page, desk, monkeypatch):
    listed(page)

    def fail(codes, folder):
        raise NotWritable("/somewhere", "locked")

    monkeypatch.setattr(layers, "write_code_table", fail)
    page.run_primary()
    wait_for(lambda: page.notes.notes())
    assert page.notes.notes()[0].kind == "problem"
    assert not desk.project.mapLayers()


def test_the_table_counts_the_codes_that_the_page_counts(page, desk):
    listed(page)
    page.run_primary()
    wait_for(lambda: page.notes.notes())
    (layer,) = desk.project.mapLayers().values()
    assert layer.featureCount() == 6  # the one that is no place, too
    assert page.count.text().startswith("5 code(s)")
    assert page.notes.notes()[0].text.startswith("5 code(s)")


def test_a_closed_project_gets_no_table(page, desk):
    listed(page)
    page.run_primary()
    desk.project.clear()
    wait_for(lambda: not desk.jobs.busy)
    assert not desk.project.mapLayers()
