"""The life of a code is one key away wherever the dock shows a code, and has a window of its own for who wants it large."""

import datetime

import pytest
from fake_desk import served_desk, wait_for
from klasskart.core.codes import KOMMUNE
from klasskart.ui.codes_page import CodesPage
from klasskart.ui.join_page import JoinPage
from klasskart.ui.lineage_window import LineageWindow
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer, QgsVectorLayerUtils
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtTest import QTest
from standin import Standin

TODAY = datetime.date(2026, 10, 1)
DAY = datetime.date(2024, 1, 1)


@pytest.fixture(scope="module")
def standin():
    with Standin(today=TODAY) as served:
        yield served


@pytest.fixture
def desk(qgis_app, qgis_new_project, standin, tmp_path):
    standin.heal()
    made = served_desk(standin, tmp_path)
    made.context.set_day(DAY)
    yield made
    made.close()


def shown(page, width=600):
    page.resize(width, 700)
    page.show()
    return page


@pytest.fixture
def page(desk):
    made = shown(CodesPage(desk))
    settle(made)
    yield made
    made.hide()
    made.deleteLater()
    dispose()


@pytest.fixture
def join(desk):
    layer = QgsVectorLayer("NoGeometry?field=knr:string", "Tall", "memory")
    codes = ("1507", "3001", "3014", "301", "0301", "1101", "1103", "1106", "1108")
    layer.dataProvider().addFeatures([QgsVectorLayerUtils.createFeature(layer, attributes={0: code}) for code in codes])
    QgsProject.instance().addMapLayer(layer)
    made = shown(JoinPage(desk))
    made.show_layer(layer)
    settle(made)
    yield made
    made.hide()
    made.deleteLater()
    dispose()


def settle(page):
    QTest.qWait(20)
    wait_for(lambda: not page.desk.jobs.busy)


def dispose():
    """Let Qt delete what is to be deleted later."""
    QgsApplication.instance().sendPostedEvents(None, getattr(QEvent.Type.DeferredDelete, "value", QEvent.Type.DeferredDelete))


def windows():
    return [one for one in QgsApplication.topLevelWidgets() if one.objectName() == "KlasskartLineageWindow"]


# --- from every row -----------------------------------------------------------------------


def reported(join):
    join.open_report()
    settle(join)
    panel = join.drill._panel
    panel.select_values(["1507"])
    return panel


def test_enter_on_a_row_of_the_report_opens_the_life_of_its_code(join):
    panel = reported(join)
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    settle(join)
    assert join.drills.lineage.panel.sentence.text().startswith("1507 Ålesund, from 1.1.2020")
    assert not join.primary.isVisible()
    assert join.escape() and join.drill.is_open and not join.drills.lineage.is_open
    assert join.primary.isVisible()


def test_the_button_of_the_report_is_for_one_row_with_a_code(join):
    panel = reported(join)
    assert panel.lineage_button.isEnabled()
    panel.tree.selectAll()
    assert not panel.lineage_button.isEnabled()
    panel.tree.clearSelection()
    assert not panel.lineage_button.isEnabled()
    panel.select_values(["3001"])
    panel.lineage_button.click()
    settle(join)
    assert join.drills.lineage.panel.sentence.text().startswith("3001 Halden")


def test_after_the_lineage_the_focus_is_back_on_the_row(join):
    panel = reported(join)
    join.activateWindow()
    panel.tree.setFocus()
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    settle(join)
    join.escape()
    assert join.window().focusWidget() is panel.tree


def test_a_division_of_check_shows_the_life_of_a_code_that_did_not_apply_then(join):
    join.drills.open("check")
    settle(join)
    panel = join.check.panel
    assert panel.lineage_buttons
    panel.lineage_buttons[0].click()
    settle(join)
    assert join.drills.lineage.is_open
    assert join.drills.lineage.panel.sentence.text()[:4] in panel.lineage_buttons[0].accessibleName()
    assert join.escape() and join.check.is_open


def test_a_split_row_of_change_codes_shows_what_it_was_split_into(join):
    join.drills.open("change")
    settle(join)
    (row,) = join.change.panel.splits
    assert row.lineage_button.accessibleName() == "Lineage of 1507"
    row.lineage_button.click()
    settle(join)
    assert "split on 1.1.2024 into 1508 Ålesund and 1580 Haram" in join.drills.lineage.panel.sentence.text()
    assert not join.primary.isVisible()
    join.escape()
    assert join.primary.isVisible() and join.primary.text().startswith("Make New")


def test_another_layer_closes_the_lineage_with_the_report_beneath(join):
    panel = reported(join)
    panel.lineage_button.click()
    settle(join)
    join.check_soon()
    assert not join.panels.is_open and not join.drills.lineage.is_open


# --- in a window of its own ---------------------------------------------------------------


def opened(page, code="1507"):
    page.drills.lineage.open(KOMMUNE, code, DAY)
    settle(page)
    return page.drills.lineage


def test_show_large_takes_the_picture_out_of_the_page_and_is_not_modal(page):
    drill = opened(page)
    picture = drill.panel
    drill.panel.large.click()
    assert not drill.is_open and page.tree.isVisible()
    assert drill.panel is picture and picture.isVisible()
    (window,) = windows()
    assert window.windowTitle() == "Lineage of 1507 Ålesund"
    assert window.isVisible() and not window.isModal()
    assert not picture.large.isVisible()
    assert not picture.view.is_rail


def test_another_code_is_drawn_in_the_window_while_it_is_open(page):
    drill = opened(page)
    drill.show_large()
    opened(page, "3014")
    (window,) = windows()
    assert window.windowTitle() == "Lineage of 3014 Indre Østfold"
    assert drill.panel.sentence.text().startswith("3014 Indre Østfold")
    assert not page.panels.is_open


def test_escape_closes_the_window_and_the_next_life_is_in_the_page_again(page):
    drill = opened(page)
    drill.show_large()
    QTest.keyClick(drill.window, Qt.Key.Key_Escape)
    dispose()
    assert windows() == [] and drill.window is None and drill.panel is None
    assert opened(page, "3014").is_open


def test_the_window_is_as_large_as_it_was_last_time(page):
    drill = opened(page)
    drill.show_large()
    drill.window.resize(711, 432)
    drill.window.close()
    dispose()
    opened(page).show_large()
    assert (drill.window.width(), drill.window.height()) == (711, 432)


@pytest.mark.parametrize("stored", ["", "large", "0x0", "-5x300", "x"])
def test_a_size_that_makes_no_sense_is_not_used(qgis_app, page, stored):
    page.desk.settings.set("lineage/size", stored)
    drill = opened(page)
    drill.show_large()
    assert drill.window.width() >= 320 and drill.window.height() >= 280


def test_with_the_page_its_window_goes(desk, qgis_app):
    page = shown(CodesPage(desk))
    settle(page)
    opened(page).show_large()
    assert len(windows()) == 1
    page.deleteLater()
    dispose()
    assert windows() == []


def test_the_picture_can_be_saved_from_the_window(page, tmp_path):
    drill = opened(page)
    drill.show_large()
    drill.save(tmp_path / "1507.svg")
    settle(page)
    assert (tmp_path / "1507.svg").read_text("utf-8").count("1534 Haram")
    assert isinstance(drill.window, LineageWindow)
