"""A wide dock: the drill-in stands beside the form, and whoever pulls the dock wider or narrower loses nothing."""

import datetime

import pytest
from fake_desk import make_desk, wait_for
from klasskart.gis.jobs import Jobs
from klasskart.ui.codes_page import CodesPage
from klasskart.ui.list_and_detail import BESIDE_FROM
from klasskart.ui.page import Page
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget


@pytest.fixture
def desk(qgis_app, qgis_new_project, tmp_path):
    made = make_desk(tmp_path, Jobs())
    made.context.set_day(datetime.date(2024, 1, 1))
    yield made
    made.close()


@pytest.fixture
def page(desk):
    made = CodesPage(desk)
    made.resize(BESIDE_FROM, 600)
    made.show()
    wait_for(lambda: made.tree.codes.rowCount() > 0 and not made.asked.waiting)
    yield made
    made.hide()
    made.deleteLater()


@pytest.fixture
def plain(desk):
    """A page whose form is one line, with a drill-in of one line."""
    made = Page(desk)
    made.line = QLineEdit()
    made.form.addWidget(made.line)
    made.tab_order = lambda: [made.line]
    made.resize(BESIDE_FROM, 600)
    made.show()
    yield made
    made.hide()
    made.deleteLater()


def test_from_640_pixels_the_drill_in_stands_beside_the_form(plain):
    inside = QLineEdit()
    plain.open_panel(inside, "1507 Ålesund")
    assert plain.panels.is_beside
    assert plain.line.isVisible() and inside.isVisible()
    left, right = plain.panels.sizes()
    assert left / (left + right) == pytest.approx(0.55, abs=0.01)
    plain.resize(BESIDE_FROM - 1, 600)
    assert plain.panels.covers_form
    assert inside.isVisible() and not plain.line.isVisible()
    plain.resize(BESIDE_FROM, 600)
    assert plain.line.isVisible() and inside.isVisible()


def test_without_a_drill_in_the_form_has_the_whole_width(plain):
    assert plain.line.width() > BESIDE_FROM - 40
    plain.open_panel(QLabel("details"), "1507 Ålesund")
    assert plain.line.width() < BESIDE_FROM * 0.6
    plain.close_panel()
    QTest.qWait(0)
    assert plain.line.width() > BESIDE_FROM - 40
    assert not plain.panels.stack.isVisible()


def test_the_back_arrow_closes_the_drill_in_beside_the_form(plain):
    plain.open_panel(QLabel("details"), "1507 Ålesund")
    (back,) = [button for button in plain.panels.stack.findChildren(QToolButton) if button.isVisible()]
    assert back.accessibleName()
    back.click()
    assert not plain.panels.is_open
    assert plain.line.isVisible()


def test_a_wide_dock_can_be_made_narrow_again(plain):
    plain.open_panel(QLabel("details"), "1507 Ålesund")
    wide = plain.minimumSizeHint().width()
    plain.resize(400, 600)
    assert wide == plain.minimumSizeHint().width() < 400


def test_what_needs_more_than_half_the_width_does_not_stand_beside_the_form(plain):
    plain.line.setMinimumWidth(BESIDE_FROM)
    plain.resize(BESIDE_FROM + 50, 600)
    plain.open_panel(QLabel("details"), "1507 Ålesund")
    assert plain.panels.covers_form


def test_the_title_is_that_of_the_drill_in_in_sight(plain):
    label = plain.panels.stack.findChild(QLabel, "mTitleText")
    plain.open_panel(QLabel("lower"), "Check")
    plain.open_panel(QLabel("upper"), "Change Codes")
    plain.close_panel()
    plain.resize(BESIDE_FROM + 100, 600)
    assert label.text() == "Check"


def test_a_title_is_whole_or_elided_also_where_the_theme_pads_labels(plain):
    label = plain.panels.stack.findChild(QLabel, "mTitleText")
    label.setStyleSheet("padding: 9px")
    plain.open_panel(QLabel("details"), "Kommuner i hele landet slik de var i 2020 · kommunenummer")
    for width in range(300, 420, 7):
        plain.resize(width, 600)
        QTest.qWait(0)
        assert label.sizeHint().width() <= label.width()


def test_tab_goes_from_the_form_into_the_drill_in_and_on_to_the_footer(plain):
    inside = QPushButton("inside")
    plain.tab_order = lambda: [plain.line, inside]
    plain.open_panel(inside, "1507 Ålesund")
    assert _next(plain.line, (inside, plain.primary)) is inside
    assert _next(inside, (plain.line, plain.primary)) is plain.primary


@pytest.mark.parametrize("width", [320, BESIDE_FROM])
def test_tab_meets_the_back_arrow_before_what_stands_below_it(plain, width):
    plain.resize(width, 600)
    first, last = QPushButton("first"), QPushButton("last")
    body = QWidget()
    column = QVBoxLayout(body)
    column.addWidget(last)
    column.addWidget(first)
    plain.tab_order = lambda: [plain.line, first, last]
    plain.open_panel(body, "1507 Ålesund")
    (back,) = [button for button in plain.panels.stack.findChildren(QToolButton) if button.isVisible()]
    seen = (back, first, last, plain.primary)
    assert _next(plain.line, seen) is back
    assert [_next(one.nextInFocusChain(), seen) for one in seen[:3]] == [first, last, plain.primary]


def _next(widget, those):
    while widget not in those:
        widget = widget.nextInFocusChain()
    return widget


def test_pulling_the_dock_narrow_and_wide_again_keeps_search_selection_and_open_groups(page):
    page.units._choose(1)
    wait_for(lambda: page.tree.codes.rowCount() == 4 and not page.asked.waiting)
    page.tree.setExpanded(page.tree.codes.index(0, 0), True)
    page.tree.setCurrentIndex(page.tree.codes.index(1, 0, page.tree.codes.index(0, 0)))
    page.open_panel(QLabel("details"), "03010902")
    asked = len(page.desk.klass.asked)
    for width in (320, 700, 280, 900):
        page.resize(width, 600)
        QTest.qWait(0)
        assert page.tree.isVisible() == (width >= BESIDE_FROM)
        assert [code.code for code in page.tree.selected_codes()] == ["03010902"]
        assert page.tree.isExpanded(page.tree.codes.index(0, 0))
        assert page.panels.is_open
    assert len(page.desk.klass.asked) == asked


def test_the_words_of_the_footer_do_not_keep_the_dock_wide(page):
    assert page.drills.changes_button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    page.resize(280, 600)
    assert page.width() == 280
    assert page.drills.changes_button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly


def test_escape_clears_the_search_of_the_list_and_closes_what_is_beside_it(page):
    page.search.setText("oslo")
    inside = QPushButton("inside")
    page.open_panel(inside, "0301 Oslo")
    page.search.setFocus()
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == "" and page.panels.is_open
    page.search.setText("oslo")
    inside.setFocus()
    QTest.keyClick(inside, Qt.Key.Key_Escape)
    assert page.search.text() == "oslo" and not page.panels.is_open


def test_beside_a_drill_in_the_list_can_be_worked_with_over_it_not(page):
    page.open_panel(QLabel("details"), "0301 Oslo")
    assert page.filter_line() is page.search
    assert page.primary.isVisible() and page.drills.lineage_button.isVisible()
    page.resize(400, 600)
    assert page.filter_line() is None
    assert not page.primary.isVisible() and not page.drills.lineage_button.isVisible()
    page.resize(BESIDE_FROM, 600)
    assert page.primary.isVisible() and page.drills.lineage_button.isVisible()
