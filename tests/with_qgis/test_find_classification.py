"""Finding a classification, what it is about, and using it: the drill-ins of the Codes page over the stand-in's Klass."""

import datetime

import pytest
from fake_desk import TODAY, on_screen, served_desk, wait_for
from klasskart.core.about import About, AboutVersion, LogEntry, Table, Variant, day_of
from klasskart.core.codes import Version
from klasskart.ui import about_words
from klasskart.ui.about_panel import AboutPanel
from klasskart.ui.codes_page import CodesPage
from klasskart.ui.find_model import FAMILY, NAME, NUMBER, TYPE
from klasskart.ui.folded_text import FoldedText
from klasskart.ui.measures import em
from klasskart.ui.wording import day_text
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest
from standin import Standin


@pytest.fixture(scope="module")
def server():
    with Standin(today=TODAY) as standin:
        yield standin


@pytest.fixture
def desk(qgis_app, qgis_new_project, server, tmp_path):
    server.heal()
    made = served_desk(server, tmp_path, KLASSKART_TODAY="2026-11-21")
    made.services().http._sleep = lambda seconds: None  # trying again is not what these tests are about
    yield made
    made.close()
    server.heal()


@pytest.fixture
def page(desk):
    with on_screen(CodesPage(desk)) as made:
        wait_for(lambda: made.tree.codes.rowCount() > 0 and not made.asked.waiting)
        yield made


def settled(page):
    wait_for(lambda: not page.desk.jobs.busy)


def find(page, words=""):
    page.drills.find.open(words)
    panel = page.drills.find.panel
    wait_for(lambda: panel.model.rowCount() > 0 and not page.desk.jobs.busy)
    return panel


def ids(panel):
    return [one.id for one in panel.model.rows]


def about(page, number):
    page.drills.about.open(number)
    wait_for(lambda: page.drills.about.is_open and not page.desk.jobs.busy)
    return page.drills.about.panel


def rows_below(tree, parent):
    model = tree.model()
    return [model.index(row, 0, parent) for row in range(model.rowCount(parent))]


def covers(index, day):
    version = index.data(Qt.ItemDataRole.UserRole)
    return version.valid_from <= day < (version.valid_to or "9999")


def choose(tree, words):
    """Make the row with these words the current one, wherever it is below the chosen version."""

    def look(parent):
        for index in rows_below(tree, parent):
            if index.data().startswith(words):
                return index
            found = look(index)
            if found:
                return found
        return None

    top = tree.currentIndex()
    while top.parent().isValid():
        top = top.parent()
    index = look(top)
    assert index is not None, words
    tree.setCurrentIndex(index)
    return index


# --- finding ------------------------------------------------------------------------


def test_the_box_leads_to_the_list_and_keeps_what_it_showed(page):
    row = page.units.findText("Find Classification …")
    page.units.setCurrentIndex(row)
    page.units.activated.emit(row)
    assert page.drills.find.is_open
    assert page.units.currentText() == "Kommuner"
    settled(page)
    assert 128 in ids(page.drills.find.panel)
    assert 112 not in ids(page.drills.find.panel)


def test_words_that_name_none_of_the_box_are_looked_for_when_enter_is_pressed(page):
    page.units.lineEdit().setText("sentralitet")
    QTest.keyClick(page.units.lineEdit(), Qt.Key.Key_Return)
    assert page.drills.find.panel.search.text() == "sentralitet"
    wait_for(lambda: ids(page.drills.find.panel) == [128])


def test_leaving_the_box_with_such_words_only_marks_them(page):
    page.units.lineEdit().setText("sentralitet")
    page.units.lineEdit().editingFinished.emit()
    assert not page.drills.find.is_open
    assert page.units.lineEdit().accessibleDescription()


def test_typing_filters_at_once_and_asks_the_service_when_it_pauses(page, server):
    panel = find(page)
    server.requests.clear()
    QTest.keyClicks(panel.search, "fylke")
    assert ids(panel) == [104]
    assert not server.requests
    wait_for(lambda: any("search" in request.path for request in server.requests))
    settled(page)
    assert ids(panel)[0] == 104


def test_a_number_finds_the_classification_that_has_it_first(page):
    panel = find(page)
    QTest.keyClicks(panel.search, "1")
    assert ids(panel)[0] == 1
    assert panel.chosen_entry().id == 1


def test_code_lists_are_told_apart(page):
    panel = find(page)
    panel.codelists.setChecked(True)
    wait_for(lambda: 112 in ids(panel))
    row = ids(panel).index(112)
    assert panel.model.index(row, TYPE).data() == "Code list"
    assert panel.model.index(row, FAMILY).data() == "Offentlig sektor"
    assert "Code list" in panel.model.index(row, NUMBER).data(Qt.ItemDataRole.AccessibleTextRole)
    assert panel.model.index(row, NAME).data() == "KOSTRA kommunegrupper"


def test_a_family_and_a_section_limit_the_list(page):
    panel = find(page)
    panel.family.setCurrentIndex(panel.family.findText("Befolkning"))
    wait_for(lambda: sorted(ids(panel)) == [2, 19])
    panel.family.setCurrentIndex(0)
    panel.section.setCurrentIndex(panel.section.findText("810 - Seksjon for næringslivets strukturer"))
    wait_for(lambda: ids(panel) == [6])
    settled(page)


def test_no_hit_says_so_and_offers_to_look_further(page):
    panel = find(page)
    panel.family.setCurrentIndex(panel.family.findText("Befolkning"))
    settled(page)
    panel.search.setText("kostra")
    wait_for(lambda: panel.empty.isVisible() and not page.desk.jobs.busy)
    assert panel.empty.headline.text() == "No classification matches “kostra”."
    assert [button.text() for button in panel.empty.buttons] == ["All Families and Sections", "Also Code Lists"]
    assert not page.primary.isEnabled()
    panel.empty.buttons[0].click()
    settled(page)
    wait_for(lambda: [button.text() for button in panel.empty.buttons] == ["Also Code Lists"])
    panel.empty.buttons[0].click()
    wait_for(lambda: ids(panel) == [112])
    assert not panel.empty.isVisible()


def test_a_list_that_cannot_be_fetched_is_told_with_a_way_to_try_again(page, server):
    server.break_next("/classifications", status=503, times=99)
    page.drills.find.open()
    panel = page.drills.find.panel
    wait_for(lambda: panel.empty.isVisible())
    assert panel.empty.headline.text() == "The list could not be fetched"
    server.heal()
    panel.empty.buttons[0].click()
    wait_for(lambda: 104 in ids(panel))
    assert not panel.empty.isVisible()


def test_waiting_shows_an_empty_list_and_the_spinner(page, server):
    server.hang("classifications?")
    page.drills.find.open()
    panel = page.drills.find.panel
    assert panel.list.isVisible() and not panel.empty.isVisible()
    assert not ids(panel) and not page.primary.isEnabled()
    page.close_panels()
    server.heal()


def test_a_kept_list_serves_without_network_and_says_from_when(page, server):
    find(page)
    page.close_panels()
    server.break_next("/classifications", status=503, times=99)
    page.drills.find.open()
    settled(page)
    page.drills.find.panel.refresh.click()
    wait_for(lambda: page.notes.notes())
    assert page.notes.notes()[0].text.startswith("No network. The list is from ")
    panel = page.drills.find.panel
    QTest.keyClicks(panel.search, "fylke")
    wait_for(lambda: not page.drills.find._pause.isActive() and not page.desk.jobs.busy)
    assert ids(panel) == [104]
    assert len(page.notes.notes()) == 1


def test_a_limit_that_cannot_be_asked_for_is_taken_back(page, server):
    panel = find(page)
    server.break_next("classificationfamilies/1", status=503, times=99)
    panel.family.setCurrentIndex(panel.family.findText("Befolkning"))
    wait_for(lambda: page.notes.notes())
    assert panel.chosen_family() == 0
    assert 104 in ids(panel)


def test_enter_uses_what_is_chosen_and_the_setting_remembers_it(page, desk):
    panel = find(page)
    QTest.keyClicks(panel.search, "sentral")
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert not page.drills.find.is_open
    assert page.units.currentText() == "128 Standard for sentralitet"
    assert desk.settings.get("codes/unit") == "128"
    wait_for(lambda: page.tree.codes.rowCount() == 6)
    assert desk.classification == 128


def test_the_name_is_there_again_the_next_time(page, desk):
    page.show_classification(128, "Standard for sentralitet")
    settled(page)
    again = CodesPage(desk)
    again.show()
    wait_for(lambda: again.tree.codes.rowCount() == 6)
    assert again.units.currentText() == "128 Standard for sentralitet"
    again.hide()
    again.deleteLater()


def test_a_double_click_uses_a_row(page):
    panel = find(page)
    index = panel.model.index(ids(panel).index(104), NAME)
    panel.list.setCurrentIndex(index)
    panel.list.activated.emit(index)
    assert page.units.classification == 104
    assert not page.drills.find.is_open


def test_escape_clears_the_search_then_goes_back(page):
    panel = find(page)
    QTest.keyClicks(panel.search, "fylke")
    assert page.escape() and panel.search.text() == ""
    assert page.drills.find.is_open
    assert page.escape()
    assert not page.drills.find.is_open


def test_keys_go_from_the_search_to_the_list(page):
    panel = find(page)
    QTest.keyClick(panel.search, Qt.Key.Key_Down)
    assert page.window().focusWidget() is panel.list
    assert page.filter_line() is panel.search


def test_another_language_names_them_anew(page, desk):
    panel = find(page)
    desk.context.set_language("en")
    wait_for(lambda: any(one.name == "Classification of counties" for one in panel.model.rows))
    settled(page)


def test_wide_enough_the_family_stands_beside_the_name(page):
    panel = find(page)
    assert panel.list.isColumnHidden(FAMILY)
    page.panels.resize(60 * em(page), 700)
    panel.resize(60 * em(page), 700)
    assert not panel.list.isColumnHidden(FAMILY)


# --- about --------------------------------------------------------------------------


def test_about_tells_what_it_is_and_opens_the_version_of_the_day(page, desk):
    desk.context.set_day(datetime.date(2021, 6, 1))
    panel = about(page, 131)
    assert "Standard for kommuneinndeling" in panel.headline.accessibleName()
    assert panel.kind.text() == "Classification · Region"
    assert panel.description.label.text() == "Landets kommuner, fra 1838 til i dag."
    version = panel.tree.version()
    assert version.valid_from <= "2021-06-01" < version.valid_to
    assert panel.told.text().splitlines()[0] == "Valid 1.1.2021–31.12.2021"
    assert "Kommune" in panel.told.text().splitlines()[1]
    first, last = (panel.tree.model().index(row, 0).data() for row in (0, panel.tree.model().rowCount() - 1))
    assert first > last  # newest first


def test_the_page_s_own_classification_is_told_of_from_the_button(page):
    page.about.click()
    wait_for(lambda: page.drills.about.is_open)
    settled(page)
    assert page.primary.text() == "Show Codes"


def test_about_opens_over_the_list_and_the_focus_goes_back_to_it(page):
    panel = find(page, "fylke")
    page.drills.about_button.click()
    wait_for(lambda: page.drills.about.is_open)
    settled(page)
    assert not page.drills.about_button.isVisible()
    assert page.escape()
    assert page.drills.find.is_open and not page.drills.about.is_open
    assert page.drills.about_button.isVisible()
    assert page.window().focusWidget() is panel.list


def test_a_version_is_shown_by_setting_the_date_to_a_day_of_it_and_that_is_said(page, desk):
    panel = about(page, 104)
    tree = panel.tree
    tree.setCurrentIndex(next(index for index in rows_below(tree, tree.rootIndex()) if covers(index, "2022-06-01")))
    settled(page)
    version = tree.version()
    page.run_primary()
    assert desk.context.day == day_of(version, TODAY)
    assert page.units.classification == 104
    said = page.notes.notes()[-1].text
    assert said == f"The date is now {day_text(desk.context.day)}, when “{version.name}” applies."
    wait_for(lambda: page.asked.listed and "30" in page.asked.listed.register.codes.by_code)
    assert not page.panels.is_open


def test_the_version_of_the_day_leaves_the_date_as_it_is(page, desk):
    about(page, 104)
    page.run_primary()
    assert desk.context.day == TODAY
    assert not page.notes.notes()


def test_a_variant_is_shown_with_its_groups(page, desk):
    desk.context.set_day(datetime.date(2024, 1, 1))
    panel = about(page, 131)
    choose(panel.tree, "Landsdeler")
    assert isinstance(panel.tree.held(), Variant)
    page.run_primary()
    wait_for(lambda: page.asked.listed and page.asked.listed.register.codes.levels == ("1", "2"))
    assert page.filters.chosen_variant().startswith("Landsdeler")
    assert page.limits.text() == "“Landsdeler”"


def test_enter_on_a_variant_does_what_the_button_says(page, desk):
    desk.context.set_day(datetime.date(2024, 1, 1))
    tree = about(page, 131).tree
    index = choose(tree, "Landsdeler")
    tree.activated.emit(tree.currentIndex().parent())
    assert page.panels.is_open
    tree.activated.emit(index)
    assert not page.panels.is_open
    assert page.filters.chosen_variant().startswith("Landsdeler")


def test_what_a_version_rests_on_is_told(qgis_app):
    version = Version(5, "2020", "2020-01-01", None)
    panel = AboutPanel()
    panel.show_about(About(1, "Navn", versions=(version,)), "", "2024-01-01")
    log = (LogEntry("2021-05-19T07:42:44.000+0000", "Rettet <navn>."), LogEntry("2022-01-02", "Ny rettelse."))
    panel.show_version(AboutVersion(5, "2020", "Innledning.", legal_base="Lov 1", log=log, count=1), 5)
    assert panel.introduction.label.text() == "Innledning.\nLegal base: Lov 1"
    assert panel.corrections.label.text() == "2.1.2022  Ny rettelse.\n19.5.2021  Rettet <navn>."
    panel.deleteLater()


def test_a_table_s_pairs_become_a_table_of_the_project(page, desk):
    desk.context.set_language("en")
    settled(page)
    panel = about(page, 103)
    table = next(one for one in panel.tree.details().tables if one.languages == ("nb",) and not one.is_changes)
    choose(panel.tree, about_words.other_side(table, panel.tree.version().name))
    assert isinstance(panel.tree.held(), Table)
    assert page.primary.text() == "Add as Table"
    assert panel.told.text().splitlines()[-1] == "Names in bokmål"
    page.run_primary()
    wait_for(lambda: page.notes.notes())
    assert page.notes.notes()[-1].text.endswith("The names are in bokmål: others are not published.")
    (layer,) = desk.project.mapLayers().values()
    assert [field.name() for field in layer.fields()][-4:] == ["source_code", "source_name", "target_code", "target_name"]
    feature = next(layer.getFeatures())
    assert feature["source_code"] and feature["target_name"]
    page.notes.strips()[-1].buttons[0].click()
    assert not desk.project.mapLayers()


def test_change_tables_stand_apart(page):
    panel = about(page, 103)
    groups = [index.data() for index in rows_below(panel.tree, panel.tree.currentIndex())]
    assert [group.split(" (")[0] for group in groups] == ["Correspondence tables", "Change tables"]


def test_links_lead_to_what_is_chosen_and_the_csv_is_called_what_it_is(page, desk, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    panel = about(page, 103)
    for button in panel.links.buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    base = desk.config.addresses.url("klass")
    number = panel.tree.version().id
    assert opened[:3] == [f"{base}/versions/{number}.{kind}" for kind in ("csv", "xml", "json")]
    assert opened[3] == "https://www.ssb.no/klass/klassifikasjoner/103"
    assert "Latin-1" in panel.warning.text() and "question marks" in panel.warning.text()
    choose(panel.tree, "→ Bydelsinndeling 2018")
    assert page.drills.about.link("json").endswith(f"/correspondencetables/{panel.tree.held().id}.json")


def test_what_is_not_there_is_a_note_and_nothing_opens(page):
    page.drills.about.open(99999)
    wait_for(lambda: page.notes.notes())
    assert "99999" in page.notes.notes()[0].text
    assert not page.drills.about.is_open


def test_a_version_that_cannot_be_fetched_is_said_below_it(page, server):
    server.break_next("versions/", status=503, times=99)
    page.drills.about.open(103)
    wait_for(lambda: page.notes.notes())
    tree = page.drills.about.panel.tree
    assert [index.data() for index in rows_below(tree, tree.currentIndex())] == ["Could not be fetched"]
    server.heal()
    page.notes.strips()[0].buttons[0].click()
    wait_for(lambda: tree.details() is not None)


def test_without_network_what_is_kept_is_told_with_its_date(page, desk, server):
    about(page, 103)
    page.close_panels()
    server.break_next("/classifications/103", status=503, times=99)
    desk.services().cache._now = lambda: datetime.datetime.now() + datetime.timedelta(days=2)
    about(page, 103)
    assert page.notes.notes()[0].text.startswith("No network. What is told here is from ")


def test_texts_of_others_are_shown_as_they_are(qgis_app):
    panel = AboutPanel()
    panel.show_about(About(1, "<b>fet</b>", description="<img src=x>" + "tekst " * 100), "", "2024-01-01")
    assert panel.headline.accessibleName() == "<b>fet</b>"
    assert "&lt;b&gt;" in panel.headline.text()
    assert panel.description.label.textFormat() == Qt.TextFormat.PlainText
    panel.deleteLater()


def test_a_long_text_is_folded_until_it_is_asked_for(qgis_app):
    text = FoldedText()
    text.show_text("ord " * 200)
    assert len(text.label.text()) < 260
    text.button.setChecked(True)
    assert text.label.text() == ("ord " * 200).strip()
    text.show_text("kort")
    assert text.label.text() == "kort"
    assert text.button.isHidden()
    text.deleteLater()


def test_a_classification_without_versions_is_told(qgis_app):
    panel = AboutPanel()
    panel.show_about(About(1, "Tom"), "", "2024-01-01")
    assert panel.told.text() == "Klass has no version of this."
    assert panel.tree.held() is None
    panel.show_about(About(1, "Med", versions=(Version(5, "2020", "2020-01-01", "2024-01-01"),)), "", "2030-01-01")
    assert panel.tree.version().id == 5
    panel.deleteLater()


def test_what_is_closed_while_it_fetches_says_nothing_any_more(page, server):
    panel = about(page, 103)
    choose(panel.tree, "→ Bydelsinndeling 2018")
    server.hang("correspondencetables")
    page.run_primary()
    wait_for(lambda: any("correspondencetables" in request.path for request in server.requests))
    page.close_panels()
    server.heal()
    wait_for(lambda: QgsApplication.taskManager().count() == 0)
    assert not page.desk.jobs.busy
    assert page.notes.notes() == []
