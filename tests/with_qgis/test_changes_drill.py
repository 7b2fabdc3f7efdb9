"""What changed between two dates, in the dock: real reforms by kind, holes said, and a table, a file or a code's life."""

import csv
import datetime

import pytest
from fake_desk import make_desk, served_desk, wait_for
from klasskart.core.codes import Change, Classification, Code, CodeList, Version
from klasskart.core.errors import Refused, Unreachable
from klasskart.gis.jobs import Jobs
from klasskart.ui.changes_tree import ChangesTree
from klasskart.ui.codes_page import CodesPage
from klasskart.work.cache import Cache
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from standin import Standin

TODAY = datetime.date(2026, 10, 1)
YEAR_2019, YEAR_2020, YEAR_2024 = (datetime.date(year, 1, 1) for year in (2019, 2020, 2024))


@pytest.fixture(scope="module")
def standin():
    with Standin(today=TODAY) as served:
        yield served


@pytest.fixture
def desk(qgis_app, qgis_new_project, standin, tmp_path):
    standin.heal()
    made = served_desk(standin, tmp_path / "kept")
    yield made
    made.close()
    standin.heal()


def shown_page(desk, width=400):
    made = CodesPage(desk)
    made.resize(width, 700)
    made.show()
    wait_for(lambda: not made.asked.waiting and made.asked.question is not None)
    return made


@pytest.fixture
def page(desk):
    made = shown_page(desk)
    yield made
    made.hide()
    made.deleteLater()


def settle(page):
    wait_for(lambda: not page.desk.jobs.busy)


def opened(page, after=None, until=None):
    page.drills.changes_button.click()
    settle(page)
    panel = page.drills.changes.panel
    if after:
        panel.period.show_days(after, until)
        panel.period_wanted.emit()
        settle(page)
    return panel


def lines(panel):
    model = panel.tree.changes
    found = []
    for row in range(model.rowCount()):
        group = model.index(row, 0)
        found.append(group.data())
        found += [model.index(place, 0, group).data().replace("\u00a0", " ") for place in range(model.rowCount(group))]
    return found


def groups(panel):
    model = panel.tree.changes
    return [model.index(row, 0).data() for row in range(model.rowCount())]


# --- what is listed -----------------------------------------------------------------------


def test_the_reform_of_2024_is_listed_by_kind_with_what_is_hardest_first(page):
    panel = opened(page, YEAR_2020, YEAR_2024)
    listed = lines(panel)
    assert listed[:2] == ["Split (1)", "1507 Ålesund → 1508 Ålesund, 1580 Haram · 1.1.2024"]
    assert "New number (113)" in listed and "3001 → 3101 Halden · 1.1.2024" in listed
    assert panel.headline.accessibleName().startswith("120 change(s) on ")


def test_the_reform_of_2020_has_its_merges_and_says_its_day_once(page):
    panel = opened(page, YEAR_2019, YEAR_2020)
    listed = lines(panel)
    assert groups(panel) == [
        "Rearranged (2)",
        "Merged (38)",
        "New number (202)",
        "New name (3)",
    ]
    assert "3014 Indre Østfold ← 0122 Trøgstad, 0123 Spydeberg, 0124 Askim, 0125 Eidsberg, 0138 Hobøl" in listed
    assert panel.headline.accessibleName() == "245 change(s) on 1.1.2020"


def test_it_opens_on_what_changed_since_the_division_before_began(page):
    page.desk.context.set_day(YEAR_2024)
    settle(page)
    panel = opened(page)
    assert panel.period.days == (datetime.date(2023, 1, 1), YEAR_2024)
    assert panel.headline.accessibleName() == "117 change(s) on 1.1.2024"
    assert page.panels.stack.currentPanel().panelTitle() == "Changes: Kommuner"


def test_the_time_from_each_division_to_the_next_can_be_chosen(page):
    panel = opened(page)
    actions = {action.text(): action for action in panel.period.periods.menu().actions() if action.text()}
    assert "2019 → 2020" in actions and list(actions)[-1].startswith("Everything since ")
    actions["2019 → 2020"].trigger()
    settle(page)
    assert panel.headline.accessibleName() == "245 change(s) on 1.1.2020"


def test_typing_leaves_what_has_the_text_in_any_of_its_codes_or_names(page):
    panel = opened(page, YEAR_2019, YEAR_2024)
    assert page.filter_line() is panel.search
    panel.search.setText("indre ostf")
    assert groups(panel) == ["Merged (1)", "New number (1)"]
    panel.search.setText("ingenting")
    assert panel.empty.isVisible() and panel.empty.headline.text() == "No changes match “ingenting”."
    assert page.escape() and panel.search.text() == ""
    assert panel.tree.isVisible() and page.drills.changes.is_open
    assert page.escape() and not page.drills.changes.is_open


def test_what_is_selected_stays_so_while_one_searches(page):
    panel = opened(page, YEAR_2019, YEAR_2020)
    panel.tree.selectAll()
    assert len(panel.tree.chosen()) == 245
    panel.search.setText("indre")
    left = panel.tree.chosen()
    assert 0 < len(left) < 10 and set(left) == set(panel.shown)
    panel.search.setText("")
    assert panel.tree.chosen() == left
    panel.search.setText("oslo")
    assert panel.tree.chosen() == ()


def test_every_line_has_the_height_that_its_words_need(page):
    panel = opened(page, YEAR_2019, YEAR_2020)
    page.resize(280, 700)
    QTest.qWait(20)
    tree = panel.tree
    merged = next(row for row in range(tree.changes.rowCount()) if tree.changes.index(row, 0).data().startswith("Merged"))
    group = tree.changes.index(merged, 0)
    rows = [tree.changes.index(place, 0, group) for place in range(tree.changes.rowCount(group))]
    five = next(row for row in rows if "3014" in row.data())
    line = tree.fontMetrics().height()
    assert tree.sizeHintForIndex(five).height() >= 3 * line
    assert tree.sizeHintForIndex(group).height() < 2 * line


def test_grunnkretser_are_listed_too_and_long_groups_stay_closed(page):
    page.units._choose(1)
    settle(page)
    panel = opened(page, datetime.date(2023, 1, 1), YEAR_2024)
    assert panel.headline.accessibleName().startswith("6")
    tree = panel.tree
    row = next(row for row in range(tree.changes.rowCount()) if tree.changes.index(row, 0).data().startswith("New number"))
    assert tree.changes.rowCount(tree.changes.index(row, 0)) > 5000
    assert not tree.isExpanded(tree.changes.index(row, 0))


# --- the other states ---------------------------------------------------------------------


def test_dates_the_wrong_way_round_are_refused_and_swapped_with_one_click(page):
    panel = opened(page, YEAR_2024, YEAR_2020)
    assert panel.empty.isVisible()
    assert panel.empty.headline.text() == "The first date, 1.1.2024, must come before the second, 1.1.2020."
    assert not page.primary.isEnabled()
    panel.empty.buttons[0].click()
    settle(page)
    assert panel.period.days == (YEAR_2020, YEAR_2024)
    assert lines(panel)[0] == "Split (1)"


def test_nothing_changed_is_said(page):
    panel = opened(page, YEAR_2020, YEAR_2020)
    assert panel.empty.headline.text() == "Nothing changed"
    assert panel.empty.words.text() == "Kommuner: after 1.1.2020, up to and including 1.1.2020."
    assert not page.primary.isEnabled() and not panel.save.isEnabled()


def test_who_gets_no_answer_reads_why_and_tries_again(page, standin):
    standin.break_next("/changes", status=500, times=9, body="Internal Server Error")
    panel = opened(page)
    assert panel.empty.headline.text() == "The changes could not be fetched"
    standin.heal()
    panel.empty.buttons[0].click()
    settle(page)
    assert panel.tree.isVisible() and panel.tree.changes.rowCount()


class Klass:
    """A code each year, renumbered on every 1 January; some tables are missing, and code 90 comes without a word."""

    def __init__(self, years, missing=()):
        self.years, self.missing, self.down = years, set(missing), False

    def _answer(self):
        if self.down:
            raise Unreachable("klass", "https://klass", "timeout", 10)

    def classification(self, number, **named):
        self._answer()
        return Classification(number, "Inndeling", tuple(Version(y, str(y), f"{y}-01-01", None) for y in self.years))

    def codes_at(self, number, day, **named):
        return CodeList(number, day, (Code("01", None, "1", "Sted"),))

    def codes(self, number, start, end, **named):
        self._answer()
        ends = [*self.years[1:], None]
        rows = [
            Code(f"{y % 100:02}", None, "1", "Sted", valid_from=f"{y}-01-01", valid_to=e and f"{e}-01-01")
            for y, e in zip(self.years, ends)
        ]
        silent = Code("90", None, "1", "Taus", valid_from=f"{self.years[-1]}-01-01", valid_to=None)
        return CodeList(number, start, (*rows, silent))

    def changes(self, number, start, end, **named):
        self._answer()
        inside = [y for y in self.years[1:] if start.isoformat() < f"{y}-01-01" < end.isoformat()]
        if self.missing & set(inside):
            raise Refused("klass", "https://klass", 404, "no change table")
        return tuple(Change(f"{(y - 1) % 100:02}", "Sted", f"{y % 100:02}", "Sted", f"{y}-01-01") for y in inside)


@pytest.fixture
def fake(qgis_app, qgis_new_project, tmp_path):
    desks = []

    def make(klass):
        made = make_desk(tmp_path / str(len(desks)), Jobs())
        made.fakes.klass = klass
        desks.append(shown_page(made))
        return desks[-1]

    yield make
    for page in desks:
        page.desk.close()
        page.hide()
        page.deleteLater()


def test_holes_in_klass_are_said_beside_what_is_known(fake):
    page = fake(Klass(range(2001, 2005), missing=[2003]))
    panel = opened(page, datetime.date(2001, 1, 1), TODAY)
    assert lines(panel) == [
        "New number (2)",
        "01 → 02 Sted · 1.1.2002",
        "03 → 04 Sted · 1.1.2004",
        "SSB does not tell (2)",
        "SSB has no table for 1.1.2003.",
        "SSB does not say what 90 Taus was before 1.1.2004.",
    ]
    assert panel.headline.accessibleName() == "2 change(s) on 2 days"


def test_without_any_table_that_is_said_in_one_sentence(fake):
    page = fake(Klass([2001, 2004], missing=[2004]))
    panel = opened(page)
    assert panel.empty.headline.text() == "SSB has no tables of changes here"
    assert panel.empty.words.text().startswith("What became of the codes of Kommuner after 1.1.2001, up to and including ")


def test_one_division_only_can_not_have_changed(fake):
    panel = opened(fake(Klass([2001])))
    assert panel.empty.words.text() == "Kommuner has had one division only."
    assert not panel.period.periods.isEnabled()


def test_without_network_the_kept_tables_serve_and_say_so(fake):
    klass = Klass(range(2001, 2005))
    page = fake(klass)
    opened(page)
    page.escape()
    later = datetime.datetime.now() + datetime.timedelta(days=500)
    page.desk.fakes.cache = Cache(page.desk.config.cache_folder, now=lambda: later)
    klass.down = True
    panel = opened(page)
    assert panel.tree.changes.rowCount()
    assert panel.remarks.text().startswith("No contact with")


# --- following the page -------------------------------------------------------------------


def test_another_classification_or_date_is_asked_for_anew(page):
    panel = opened(page)
    page.units._choose(104)
    settle(page)
    assert page.panels.stack.currentPanel().panelTitle() == "Changes: Fylker"
    page.desk.context.set_day(YEAR_2020)
    settle(page)
    assert panel.period.days == (YEAR_2019, YEAR_2020)
    assert panel.headline.accessibleName() == "6 change(s) on 1.1.2020"


def test_days_that_were_chosen_stay_when_the_names_get_another_language(page):
    panel = opened(page, YEAR_2019, YEAR_2020)
    page.desk.context.set_language("en")
    settle(page)
    assert panel.period.days == (YEAR_2019, YEAR_2020)


def test_in_a_wide_dock_the_changes_stand_beside_the_codes_and_have_the_primary(page):
    page.resize(800, 700)
    opened(page, YEAR_2020, YEAR_2024)
    assert page.tree.isVisible() and page.drills.changes.panel.tree.isVisible()
    assert page.primary.text() == "Add Changes as Table"
    page.close_panel()
    assert page.primary.text() == "Add as Table"


# --- what is done with it -------------------------------------------------------------------


def test_enter_on_a_change_opens_the_life_of_its_code_and_esc_leads_back(page):
    panel = opened(page, YEAR_2020, YEAR_2024)
    tree = panel.tree
    tree.setCurrentIndex(tree.changes.index(0, 0, tree.changes.index(0, 0)))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    wait_for(lambda: page.drills.lineage.is_open)
    assert page.drills.lineage.panel.sentence.text().startswith("1507 Ålesund, from 1.1.2020")
    assert not page.primary.isVisible()
    assert page.escape() and page.drills.changes.is_open and not page.drills.lineage.is_open
    assert page.primary.text() == "Add Changes as Table" and page.primary.isVisible()


def test_the_menu_of_a_change_has_every_code_of_it(page):
    panel = opened(page, YEAR_2020, YEAR_2024)
    tree = panel.tree
    tree.setCurrentIndex(tree.changes.index(0, 0, tree.changes.index(0, 0)))
    actions = tree.menu().actions()
    assert [action.text() for action in actions if action.text()] == [
        "Lineage of 1507 Ålesund",
        "Lineage of 1508 Ålesund",
        "Lineage of 1580 Haram",
        "Copy Changes",
    ]
    actions[2].trigger()
    wait_for(lambda: page.drills.lineage.is_open)
    assert page.drills.lineage.panel.sentence.text().startswith("1580 Haram")


def test_changes_become_a_table_of_the_project_and_can_be_removed_again(page):
    opened(page, YEAR_2019, YEAR_2020)
    page.run_primary()
    settle(page)
    (layer,) = QgsProject.instance().mapLayers().values()
    assert layer.name() == "Kommuner, changes after 1.1.2019 through 1.1.2020"
    assert layer.fields().names()[1:] == ["old_code", "old_name", "new_code", "new_name", "change_date", "kind"]
    assert layer.featureCount() == 317
    assert "CC BY 4.0" in layer.metadata().licenses()
    (note,) = page.notes.notes()
    assert note.text == "317 row(s) are in the project as the table “Kommuner, changes after 1.1.2019 through 1.1.2020”."
    page.notes.strips()[0].buttons[0].click()
    assert not QgsProject.instance().mapLayers()


def test_what_the_search_has_left_is_saved_as_csv(page, tmp_path):
    panel = opened(page, YEAR_2019, YEAR_2020)
    panel.search.setText("3014")
    page.drills.changes.save(tmp_path / "endringer.csv")
    settle(page)
    with (tmp_path / "endringer.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows[0] == ["old_code", "old_name", "new_code", "new_name", "change_date", "kind"]
    assert [row[0] for row in rows[1:]] == ["0122", "0123", "0124", "0125", "0138"]
    assert {row[-1] for row in rows[1:]} == {"merged"}
    assert page.notes.notes()[-1].text == "The changes are saved as endringer.csv."


def test_selected_changes_are_copied_as_columns_and_all_of_them_where_none_is(page):
    panel = opened(page, YEAR_2020, YEAR_2024)
    panel.copy.click()
    assert len(QgsApplication.clipboard().text().splitlines()) == 121
    tree = panel.tree
    tree.setCurrentIndex(tree.changes.index(0, 0))
    QTest.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QgsApplication.clipboard().text().splitlines()
    assert copied[0] == "1507\tÅlesund\t1508\tÅlesund\t2024-01-01\tsplit"
    assert len(copied) == 2


def test_every_control_can_be_reached_and_has_a_name(page):
    panel = opened(page)
    for widget in panel.tab_order():
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget
    for widget in (
        panel.period.after,
        panel.period.until,
        panel.period.periods,
        panel.search,
        panel.tree,
        panel.copy,
        panel.save,
    ):
        assert widget.accessibleName(), widget
    group = panel.tree.changes.index(0, 0)
    assert panel.tree.changes.index(0, 0, group).data(Qt.ItemDataRole.AccessibleTextRole).endswith(".")


def test_the_page_fits_in_280_pixels_with_it(page):
    opened(page)
    assert page.minimumSizeHint().width() <= 280


def test_a_tree_without_changes_copies_nothing(qgis_app):
    tree = ChangesTree()
    assert tree.copied_text() == "" and tree.chosen() == ()
    assert [action.text() for action in tree.menu().actions() if action.text()] == ["Copy Changes"]
    tree.deleteLater()
