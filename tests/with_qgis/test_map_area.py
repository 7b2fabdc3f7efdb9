"""Areas that the map tells: the kommuner that it shows, the kommune at a point, and only the units within its extent."""

import datetime
import types

import pytest
from fake_desk import held, make_desk, on_screen, wait_for
from klasskart.core.errors import NothingThere, Refused
from klasskart.core.extent import Extent
from klasskart.gis.jobs import Jobs
from klasskart.gis.map_extent import bring_into_sight
from klasskart.ui.area_box import AreaBox
from klasskart.ui.dock import KlasskartDock
from klasskart.ui.layers_page import LayersPage
from klasskart.ui.map_area import shown_extent
from klasskart.work import in_extent
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

HERE = QgsRectangle(590000, 6640000, 600000, 6650000)


@pytest.fixture
def canvas(qgis_app):
    made = QgsMapCanvas()
    made.resize(400, 400)
    made.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
    made.setExtent(HERE)
    made.show()
    yield made
    made.hide()
    made.deleteLater()


@pytest.fixture
def desk(qgis_app, qgis_new_project, tmp_path, canvas):
    made = make_desk(tmp_path, Jobs(), types.SimpleNamespace(mapCanvas=lambda: canvas, activeLayer=lambda: None))
    yield made
    made.close()


@pytest.fixture
def dock(desk):
    with on_screen(KlasskartDock(desk), width=0) as made:
        yield made


@pytest.fixture
def found(monkeypatch):
    """Stands where the boundaries are asked: remembers extents, and gives kommuner, an error or waits."""
    asked = types.SimpleNamespace(
        extents=[], vintages=[], kommuner=("0301", "3201"), error=None, gate=None, points=[], at_once=None
    )

    def kommuner_in(extent, vintage, fetch, feedback):
        asked.extents.append(extent)
        asked.vintages.append(vintage)
        answer = asked.kommuner
        while asked.gate is not None and not asked.gate.wait(0.01):
            feedback.check()
        if asked.error:
            raise asked.error
        return answer

    def kommune_at(services, point, feedback):
        asked.points.append(point)
        if asked.at_once is None:
            raise Refused("kommuneinfo", "", 500, "")
        return asked.at_once

    monkeypatch.setattr(in_extent, "kommuner_in", kommuner_in)
    monkeypatch.setattr(in_extent, "kommune_at", kommune_at)
    return asked


def choose(box: AreaBox, words: str):
    box.fill()
    row = box.findText(words)
    box.setCurrentIndex(row)
    box.activated.emit(row)


def texts(page):
    return [note.text for note in page.notes.notes()]


def test_the_map_ends_the_list_of_areas(dock):
    box = dock.context_bar.area
    box.fill()
    assert [box.itemText(row) for row in range(box.count())][-2:] == ["Point in Map …", "Map Extent"]
    assert not box.itemText(box.count() - 3)  # a line above them


def test_the_kommuner_that_the_map_shows_become_the_area_and_that_is_said(dock, desk, canvas, found):
    choose(dock.context_bar.area, "Map Extent")
    wait_for(lambda: desk.context.area == ("0301", "3201"))
    shown = canvas.extent()
    edges = (shown.xMinimum(), shown.yMinimum(), shown.xMaximum(), shown.yMaximum())
    assert found.extents == [Extent(*edges, "EPSG:25832")]
    assert found.vintages == [None]
    wait_for(lambda: dock.current_page.notes.notes())
    assert texts(dock.current_page) == ["The map shows a part of 2 kommune(r). They are the area now."]
    assert dock.context_bar.area.currentText() == "0301, 3201"


def test_typing_the_words_asks_the_map_too(dock, desk, found):
    box = dock.context_bar.area
    box.setEditText("map extent")
    box.lineEdit().editingFinished.emit()
    wait_for(lambda: desk.context.area == ("0301", "3201"))


def test_the_division_is_that_of_the_date(dock, desk, found):
    desk.context.set_day(datetime.date(2021, 5, 17))
    choose(dock.context_bar.area, "Map Extent")
    wait_for(lambda: desk.context.area == ("0301", "3201"))
    assert found.vintages == [2021]


def test_the_area_stays_until_the_answer_comes_and_only_the_newest_answer_counts(dock, desk, found):
    found.gate = held()
    choose(dock.context_bar.area, "Map Extent")
    wait_for(lambda: found.extents)
    assert desk.context.is_country
    assert dock.context_bar.area.currentText() == "Whole country"
    found.kommuner = ("1508",)
    choose(dock.context_bar.area, "Map Extent")
    wait_for(lambda: len(found.extents) == 2)
    found.gate.set()
    wait_for(lambda: desk.context.area == ("1508",))


def test_where_the_map_shows_none_it_is_said_with_a_way_on_and_the_area_stays(dock, desk, found):
    desk.context.set_area(("1508",))
    found.error = NothingThere("kommune", 2026)
    choose(dock.context_bar.area, "Map Extent")
    wait_for(lambda: dock.current_page.notes.notes())
    (note,) = dock.current_page.notes.notes()
    assert "Move it, or choose an area" in note.text
    assert [action.text for action in note.actions] == ["Try Again"]
    assert desk.context.area == ("1508",)


def test_a_map_without_a_crs_is_told_and_nobody_is_asked(dock, canvas, found):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem())
    for words in ("Map Extent", "Point in Map …"):
        dock.current_page.notes.clear()
        choose(dock.context_bar.area, words)
        assert texts(dock.current_page) == ["The map shows no place yet. Add a layer first, or choose an area by name."]
    assert not found.extents


def test_a_click_in_the_map_chooses_the_kommune_there_and_the_former_tool_comes_back(dock, desk, canvas, found):
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    found.kommuner = ("0301",)
    choose(dock.context_bar.area, "Point in Map …")
    assert canvas.mapTool() is not pan
    assert "Click a place in the map" in texts(dock.current_page)[0]
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(200, 200))
    wait_for(lambda: desk.context.area == ("0301",))
    assert canvas.mapTool() is pan
    (extent,) = found.extents
    assert (extent.west, extent.south) == (extent.east, extent.north)
    assert HERE.contains(QgsPointXY(extent.west, extent.south))
    assert not dock.current_page.notes.notes()


def click(canvas):
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(200, 200))


def test_todays_kommune_at_a_point_is_told_without_boundaries(dock, desk, canvas, found):
    found.at_once = "0301"
    choose(dock.context_bar.area, "Point in Map …")
    click(canvas)
    wait_for(lambda: desk.context.area == ("0301",))
    assert len(found.points) == 1 and not found.extents


def test_a_point_that_is_in_no_kommune_by_the_look_up_may_be_in_one_by_its_boundaries_at_sea(dock, desk, canvas, found):
    found.at_once, found.kommuner = "", ("1515",)
    choose(dock.context_bar.area, "Point in Map …")
    click(canvas)
    wait_for(lambda: desk.context.area == ("1515",))


def test_the_kommune_at_a_point_of_an_earlier_division_is_told_by_its_boundaries(dock, desk, canvas, found):
    found.at_once = "0301"
    desk.context.set_day(datetime.date(2021, 5, 17))
    choose(dock.context_bar.area, "Point in Map …")
    click(canvas)
    wait_for(lambda: desk.context.area == ("0301", "3201"))
    assert not found.points and found.vintages == [2021]


def test_esc_in_the_map_puts_the_tool_down(dock, canvas, found):
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    choose(dock.context_bar.area, "Point in Map …")
    assert dock.map_area.is_pointing
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.mapTool() is pan and not dock.map_area.is_pointing and not dock.map_area.stop()
    assert not dock.current_page.notes.notes()


def test_nothing_waits_for_a_click_once_it_is_cancelled_or_another_tool_is_chosen(dock, canvas, found):
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    choose(dock.context_bar.area, "Point in Map …")
    (strip,) = dock.current_page.notes.strips()
    strip.buttons[0].click()
    assert canvas.mapTool() is pan
    choose(dock.context_bar.area, "Point in Map …")
    other = QgsMapToolPan(canvas)
    canvas.setMapTool(other)
    assert not dock.current_page.notes.notes()
    assert canvas.mapTool() is other
    assert not found.extents


def test_the_tool_goes_with_the_dock(desk, canvas, found):
    from qgis.PyQt import sip

    dock = KlasskartDock(desk)
    choose(dock.context_bar.area, "Point in Map …")
    sip.delete(dock)
    assert canvas.mapTool() is None


# --- the Map page ---------------------------------------------------------------------


@pytest.fixture
def page(desk):
    made = LayersPage(desk)
    yield made
    made.deleteLater()


def test_only_what_the_map_shows_can_be_got(page, desk, canvas):
    assert page.boundaries.request().extent is None
    page.boundaries.seen.setChecked(True)
    assert page.boundaries.request().extent == shown_extent(desk)
    assert page.boundaries.area_words.text() == "Whole country, within the map extent"
    canvas.setExtent(QgsRectangle(600000, 6640000, 610000, 6650000))
    assert page.boundaries.request().extent == shown_extent(desk)  # as it is when it is asked for
    assert "each of them whole" in page.boundaries.seen.toolTip()


def test_many_kommuner_do_not_fill_the_form(page, desk):
    desk.context.set_area(("0301", "1508", "1515", "1818"))
    assert page.boundaries.area_words.text().count(",") == 3
    desk.context.set_area(("0301", "1508", "1515", "1818", "5610"))
    words = page.boundaries.area_words
    assert words.text() == "0301 Oslo, 1508 Ålesund (Møre og Romsdal), 1515 Herøy (Møre og Romsdal) and 2 more"
    assert "5610" in words.toolTip()


def test_without_a_place_in_the_map_all_of_the_country_is_not_got_instead(page, canvas, monkeypatch):
    asked = []
    monkeypatch.setattr(page, "get", asked.append)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem())
    page.boundaries.seen.setChecked(True)
    page.run_primary()
    page.on_primary()
    assert not asked
    assert "The map shows no place yet" in texts(page)[0]


# --- a new layer in the map ---------------------------------------------------------------


def square(x, y, crs="EPSG:25833"):
    layer = QgsVectorLayer(f"Polygon?crs={crs}", "Lag", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y, x + 1000, y + 1000)))
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    return layer


def test_the_map_moves_to_new_boundaries_of_which_nothing_would_be_seen(canvas):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    first = square(260_000, 6_650_000)
    canvas.setLayers([first])
    canvas.setExtent(first.extent())
    far = square(650_000, 7_730_000)
    bring_into_sight(canvas, far)
    assert canvas.extent().contains(far.extent())


def test_the_map_stays_where_some_of_the_new_boundaries_is_in_sight(canvas):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    first = square(260_000, 6_650_000)
    canvas.setLayers([first])
    canvas.setExtent(first.extent())
    before = canvas.extent()
    bring_into_sight(canvas, square(260_500, 6_650_500))
    assert canvas.extent() == before


def test_an_empty_map_and_a_layer_of_nothing_move_nothing(canvas):
    before = canvas.extent()
    bring_into_sight(canvas, square(650_000, 7_730_000))  # the first one: QGIS fills the map with it
    canvas.setLayers([square(260_000, 6_650_000)])
    bring_into_sight(canvas, QgsVectorLayer("Polygon?crs=EPSG:25833", "Lag", "memory"))
    bring_into_sight(None, square(0, 0))
    assert canvas.extent() == before
