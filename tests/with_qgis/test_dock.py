"""The dock: context shared by pages, keyboard, notes, progress, and what is remembered."""

import datetime
from types import SimpleNamespace

import pytest
from fake_desk import TODAY, FakeSettings, held, make_desk, on_screen, wait_for
from klasskart.core.places import shipped
from klasskart.gis.jobs import Jobs
from klasskart.ui.codes_page import CodesPage
from klasskart.ui.dock import KlasskartDock, PageEntry, page_entries
from klasskart.ui.layers_page import LayersPage
from klasskart.ui.map_area import fill_map
from klasskart.ui.notes import Note, NoteAction, Notes
from klasskart.ui.page import Page
from klasskart.ui.progress_row import ProgressRow
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QDate, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel, QToolButton, QWidget

TWO_PAGES = (
    PageEntry("KlasskartCodesPage", "Codes", "mActionOpenTable", CodesPage),
    PageEntry("KlasskartLayersPage", "Map", "mIconPolygonLayer", LayersPage),
)


@pytest.fixture
def desk(qgis_app, qgis_new_project, tmp_path):
    made = make_desk(tmp_path, Jobs())
    yield made
    made.close()


@pytest.fixture
def dock(desk):
    with on_screen(KlasskartDock(desk, TWO_PAGES), 320, 600) as made:
        yield made


def choose(dock, text):
    """Type an area and leave the line."""
    line = dock.context_bar.area.lineEdit()
    line.setText(text)
    line.editingFinished.emit()


def test_names_are_those_that_macros_use(dock):
    assert dock.objectName() == "KlasskartDock"
    assert dock.findChild(QWidget, "KlasskartCodesPage") is not None
    wait_for(lambda: dock.findChild(QWidget, "KlasskartLayersPage") is not None)
    assert [page.objectName() for page in dock.pages] == [entry.name for entry in TWO_PAGES]


def test_the_pages_stand_in_the_order_of_work(qgis_app):
    assert [entry.name for entry in page_entries()] == [
        "KlasskartCodesPage",
        "KlasskartLayersPage",
        "KlasskartJoinPage",
        "KlasskartOpenDataPage",
    ]


def test_a_page_that_begins_with_the_area_has_the_focus_there(desk):
    dock = KlasskartDock(desk)
    dock.show()
    dock.activateWindow()
    dock.open_page("KlasskartOpenDataPage")
    wait_for(lambda: dock.context_bar.area.hasFocus() or dock.context_bar.area.lineEdit().hasFocus())
    dock.hide()
    dock.deleteLater()


def test_the_dock_can_be_280_pixels_narrow(dock):
    assert dock.minimumSizeHint().width() <= 300


def test_the_date_is_today_and_is_not_remembered_as_today(dock, desk):
    assert dock.context_bar.date.date() == QDate(2026, 11, 21)
    dock.context_bar.date.setDate(QDate(2021, 5, 17))
    assert desk.context.day == datetime.date(2021, 5, 17)
    assert desk.settings.get("context/date") == "2021-05-17"
    dock.context_bar.date.setDate(QDate(2026, 11, 21))
    assert desk.settings.get("context/date") == ""


@pytest.mark.parametrize(
    ("typed", "area"),
    [
        ("0301", ("0301",)),
        ("301", ("0301",)),
        ("oslo", ("0301",)),
        ("møre og romsdal", ("15",)),
        ("KARASJOK", ("5610",)),
        ("0301, 15", ("0301", "15")),
        ("ålesund, 1515", ("1508", "1515")),
        ("1515 Herøy (Møre og Romsdal)", ("1515",)),
        ("", ("0000",)),
    ],
)
def test_an_area_is_typed_by_number_or_name(dock, desk, typed, area):
    desk.context.set_area(("46",))
    choose(dock, typed)
    assert desk.context.area == area
    assert dock.context_bar.area.unresolved == ""


def test_a_name_that_two_places_have_is_marked_and_both_are_told(dock, desk):
    choose(dock, "Herøy")
    assert desk.context.area == ("0000",)
    words = dock.context_bar.area_words.text()
    assert "1515 Herøy (Møre og Romsdal)" in words
    assert "1818 Herøy (Nordland)" in words
    choose(dock, "1818")
    assert not dock.context_bar.area_words.isVisible()


@pytest.mark.parametrize("typed", ["Atlantis", "9876", "0301, Atlantis", "12345"])
def test_what_names_nothing_is_marked_and_never_guessed(dock, desk, typed):
    choose(dock, typed)
    assert desk.context.area == ("0000",)
    assert dock.context_bar.area.unresolved == typed
    assert dock.context_bar.area_words.isVisible()


def test_the_chosen_code_name_and_fylke_replace_the_text(dock):
    choose(dock, "1515")
    assert dock.context_bar.area.currentText() == "1515 Herøy (Møre og Romsdal)"


def test_hits_that_begin_with_the_text_come_first(dock):
    dock.context_bar.area.lineEdit().textEdited.emit("os")
    assert dock.context_bar.area._hits.stringList()[0].split(" ")[1].startswith("Os")


def test_area_and_language_are_remembered(dock, desk, tmp_path):
    choose(dock, "karasjok")
    desk.context.set_language("nn")
    again = make_desk(tmp_path, Jobs(), settings=desk.settings)
    assert again.context.area == ("5610",)
    assert again.context.language == "nn"
    again.close()


def test_the_kommuner_offered_are_those_of_the_date(dock, desk):
    desk.context.set_day(datetime.date(2021, 1, 1))
    wait_for(lambda: len(desk.context.places.kommuner) == 5)
    choose(dock, "ålesund")
    assert desk.context.area == ("1508",)
    desk.context.set_day(TODAY)
    wait_for(lambda: desk.context.places == shipped() or len(desk.context.places.kommuner) == 5)


def test_divisions_are_listed_newest_first_with_their_time(dock, desk):
    menu = dock.context_bar.divisions.menu()
    menu.aboutToShow.emit()
    wait_for(lambda: dock.context_bar._classifications)
    menu.aboutToShow.emit()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Today", "2027, applies from 1.1.", "2024–2026", "2020–2023"]
    menu.actions()[-1].trigger()
    assert desk.context.day == datetime.date(2020, 1, 1)


def test_the_context_takes_two_lines_while_narrow(dock):
    bar = dock.context_bar
    bar.resize(300, bar.height())
    assert bar.area.y() > bar.date.y()
    bar.resize(900, bar.height())
    bar.layout().activate()
    assert bar.area.geometry().center().y() == pytest.approx(bar.date.geometry().center().y(), abs=6)


def test_pages_turn_by_keyboard_and_the_last_one_is_remembered(dock, desk, tmp_path):
    dock._step(1)
    assert dock.current_page.objectName() == "KlasskartLayersPage"
    assert desk.settings.get("dock/page") == 1
    dock._step(1)
    assert dock.current_page.objectName() == "KlasskartCodesPage"


def test_ctrl_f_goes_to_the_search_and_ctrl_enter_presses_the_primary(dock, desk, monkeypatch):
    pressed = []
    monkeypatch.setattr(LayersPage, "on_primary", lambda page: pressed.append(page))
    dock.activateWindow()
    assert QTest.qWaitForWindowActive(dock)
    dock.context_bar.date.setFocus()
    QTest.keyClick(dock.context_bar.date, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: dock.pages[0].search.hasFocus())
    dock.tabs.setCurrentIndex(1)
    dock.pages[1].primary.setFocus()
    QTest.keyClick(dock.pages[1].primary, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [dock.pages[1]]


def test_tab_goes_from_the_context_over_the_tabs_into_the_page_and_ends_at_the_primary(dock):
    wait_for(lambda: dock.pages[0].tree.isVisible())
    QTest.keyClick(dock.history_button, Qt.Key.Key_Tab)  # which is when what stands there is put in order
    order = []
    widget = dock.context_bar.date
    for _ in range(200):
        order.append(widget)
        widget = widget.nextInFocusChain()
        if widget is dock.context_bar.date:
            break
    page = dock.pages[0]
    wanted = [*dock.context_bar.tab_order(), dock.tabs, page.units, page.search, page.tree, page.refresh, page.primary]
    assert [order.index(widget) for widget in wanted] == sorted(order.index(widget) for widget in wanted)


def test_every_button_of_ours_without_words_has_a_name_for_screen_readers(dock):
    pages = dock.pages
    bar = dock.context_bar
    ours = [bar.divisions, bar.language, pages[0].more, pages[0].refresh, pages[0].copy_button, pages[1].services.read]
    ours += [dock.progress.cancel_button, *(page.panels.stack.findChildren(QToolButton)[0] for page in pages)]
    assert all(button.accessibleName() for button in ours)
    views = [pages[0].tree, pages[0].units, pages[0].search, pages[1].services.tree, bar.date, bar.area]
    assert all(view.accessibleName() for view in views)


def test_a_long_job_shows_its_row_and_can_be_stopped(dock, desk):
    outcome = []

    def work(services, feedback):
        feedback.progress(0.5)
        while True:
            feedback.check()
            held().wait(0.01)

    desk.start(work, lambda result, error: outcome.append(error), title="Counting …")
    assert not dock.progress.isVisible(), "what is quick needs no telling"
    wait_for(dock.progress.isVisible)
    assert dock.progress.words.text() == "Counting …"
    dock.progress.cancel_button.click()
    wait_for(lambda: outcome)
    assert type(outcome[0]).__name__ == "Cancelled"
    wait_for(lambda: not dock.progress.isVisible())


def counting(gate):
    def work(services, feedback):
        feedback.progress(0.5)
        while not gate.wait(0.01):
            feedback.check()

    return work


def test_the_note_about_a_job_stands_at_once_where_it_stays(dock, desk):
    """A note that came before the row of progress went would move under the mouse: a click on one button met another."""
    wait_for(lambda: not desk.jobs.busy)
    page, gate, seen = dock.current_page, held(), []

    def place():
        button = page.notes.strips()[-1].buttons[0]
        return button.mapTo(dock, button.rect().topLeft()).y()

    def done(result, error):
        nothing = lambda: None  # noqa: E731
        page.show_note(Note("Done.", "success", (NoteAction("Join…", nothing), NoteAction("Remove Again", nothing))))
        seen.append((place(), dock.progress.isVisible()))

    desk.start(counting(gate), done, title="Counting …")
    wait_for(dock.progress.isVisible)
    gate.set()
    wait_for(lambda: seen)
    QTest.qWait(50)
    assert seen == [(place(), False)]


def test_a_job_that_goes_on_from_another_keeps_row_and_focus(dock, desk):
    wait_for(lambda: not desk.jobs.busy)
    gates, began = [held(), held()], []
    row = dock.progress

    def go_on(result, error):
        began.append(desk.start(counting(gates[1]), lambda *_: None, title="Counting on …"))

    desk.start(counting(gates[0]), go_on, title="Counting …")
    wait_for(row.isVisible)
    row.cancel_button.setFocus()
    gates[0].set()
    wait_for(lambda: began)
    assert row.isVisible() and row.words.text() == "Counting on …"
    assert dock.focusWidget() is row.cancel_button
    gates[1].set()
    wait_for(lambda: not row.isVisible())


def test_closing_the_desk_while_jobs_run_calls_nobody(dock, desk):
    heard = []
    gate = held()
    desk.start(lambda services, feedback: gate.wait(5), lambda *outcome: heard.append(outcome), title="x")
    desk.close()
    gate.set()
    wait_for(lambda: not desk.jobs.busy)
    QCoreApplication.processEvents()
    assert heard == []


# --- notes --------------------------------------------------------------------------------


@pytest.fixture
def notes(qgis_app):
    made = Notes()
    made.resize(300, 300)
    yield made
    made.deleteLater()


def test_there_are_at_most_two_notes_and_the_oldest_makes_way(notes):
    for words in ("one", "two", "three"):
        notes.show_note(Note(words))
    assert [note.text for note in notes.notes()] == ["two", "three"]


def test_a_note_of_the_same_key_takes_the_place_of_the_former(notes):
    notes.show_note(Note("first", key="a"))
    notes.show_note(Note("second", key="a"))
    assert [note.text for note in notes.notes()] == ["second"]


def test_a_note_closes_by_its_button_and_runs_its_action_once(notes):
    ran = []
    strip = notes.show_note(Note("words", actions=(NoteAction("Do", lambda: ran.append(1)),), details="address"))
    assert not strip.details.isVisibleTo(strip)
    strip.buttons[1].click()
    assert strip.details.isVisibleTo(strip)
    strip.buttons[0].click()
    assert ran == [1]
    assert notes.notes() == []
    assert notes.isHidden()


def test_long_details_scroll_rather_than_make_the_window_grow(notes):
    trace = "\n".join(f"line {number} of a trace" for number in range(60))
    strip = notes.show_note(Note("words", details=trace))
    notes.resize(320, 400)
    notes.show()
    before = notes.minimumSizeHint().height()
    strip.buttons[0].click()
    QTest.qWait(20)
    assert strip.details.toPlainText() == trace
    assert notes.minimumSizeHint().height() - before < 200
    assert strip.details in strip.focus_order()


def test_markup_in_a_service_s_words_stays_text(notes):
    strip = notes.show_note(Note("<b>nei</b> <img src='http://x'>"))
    assert strip.label.textFormat() == Qt.TextFormat.PlainText


# --- drill-ins -------------------------------------------------------------------------------


def test_escape_closes_a_drill_in_and_then_means_nothing(desk):
    page = Page(desk)
    page.show()
    page.open_panel(QLabel("details"), "1507 Ålesund")
    assert page.panels.stack.currentPanel() is not page.panels.main_panel
    assert page.escape()
    assert page.panels.stack.currentPanel() is page.panels.main_panel
    assert not page.escape()
    page.deleteLater()


def test_settings_that_cannot_be_read_are_the_defaults(qgis_app, tmp_path):
    settings = FakeSettings(tmp_path)
    settings.values = {"context/date": "i går", "context/area": "her", "context/language": "tlh"}
    desk = make_desk(tmp_path, Jobs(), settings=settings)
    assert (desk.context.day, desk.context.area, desk.context.language) == (TODAY, ("0000",), "nb")
    desk.close()


def test_a_fault_of_ours_is_told(dock, desk):
    desk.start(lambda services, feedback: 1, lambda result, error: 1 / 0, title="a job")
    wait_for(lambda: dock.current_page.notes.notes())
    (note,) = dock.current_page.notes.notes()
    assert note.kind == "problem" and "ZeroDivisionError" in note.text + note.details


def test_as_wide_as_it_wants_to_be_every_tab_has_its_words(desk):
    made = KlasskartDock(desk)
    made.show()
    made.resize(made.comfortable_width() + made.width() - made.widget().width(), 600)
    QCoreApplication.processEvents()
    assert [made.tabs.tabText(index) for index in range(made.tabs.count())] == [entry.words for entry in page_entries()]
    made.hide()
    made.deleteLater()


def test_the_first_layer_fills_the_map_though_qgis_takes_over_its_crs_after_zooming(qgis_app, qgis_new_project):
    layer = QgsVectorLayer("Polygon?crs=EPSG:25833", "kommuner", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(-90_000, 6_440_000, 1_120_000, 7_950_000)))
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer, False)
    canvas = QgsMapCanvas()
    canvas.resize(600, 700)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    canvas.setLayers([layer])
    canvas.zoomToFullExtent()
    fill_map(SimpleNamespace(iface=SimpleNamespace(mapCanvas=lambda: canvas)))
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    assert canvas.extent().height() < 1.3 * layer.extent().height()


def test_why_one_waits_can_be_read_whole_in_a_narrow_dock(qgis_app):
    """“SSB Klass does not answer well. Tryin” was all that had room."""
    words = "SSB Klass does not answer well. Trying again in 4 seconds …"
    row = ProgressRow()
    row.setFixedWidth(240)
    row._say(words)
    row.show()
    QTest.qWait(10)
    label = row.words
    needed = label.fontMetrics().boundingRect(0, 0, label.width(), 1000, Qt.TextFlag.TextWordWrap, words)
    assert label.width() < label.fontMetrics().horizontalAdvance(words), "it has no room on one line"
    assert label.height() >= needed.height()
    assert label.toolTip() == words
