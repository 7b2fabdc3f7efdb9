"""The Open Data page and the map: a kommune pointed at or taken from a feature, and the extent of what is looked at."""

import types

import pytest
from fake_desk import TODAY, on_screen, served_desk, wait_for
from klasskart.gis.kommune_number import kommune_of
from klasskart.ui.extent_mark import ExtentMark, is_sound
from klasskart.ui.opendata_page import OpenDataPage
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsField, QgsFields, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapToolPan, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, Qt, QVariant
from qgis.PyQt.QtTest import QTest
from standin import Standin

OSLO = (10.6, 59.8, 10.9, 60.1)


@pytest.fixture(scope="module")
def server():
    with Standin(today=TODAY) as standin:
        yield standin


@pytest.fixture
def canvas(qgis_app):
    made = QgsMapCanvas()
    made.resize(400, 400)
    made.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    made.show()
    yield made
    made.hide()
    made.deleteLater()


@pytest.fixture
def desk(qgis_app, qgis_new_project, server, tmp_path, canvas):
    server.datanorge_limit.left = 20.0
    made = served_desk(server, tmp_path, KLASSKART_TODAY=TODAY.isoformat())
    made.iface = types.SimpleNamespace(mapCanvas=lambda: canvas, activeLayer=lambda: made.active)
    made.active = None
    yield made
    made.close()


@pytest.fixture
def page(desk):
    with on_screen(OpenDataPage(desk)) as made:
        yield made


def settled(page):
    wait_for(lambda: not page.desk.jobs.busy)


def bands(canvas):
    return [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand)]


# --- pointing


def test_the_kommune_that_is_pointed_at_is_chosen_and_asked_about(page, canvas):
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    canvas.zoomToFeatureExtent(bounding(canvas, 10.75, 59.95))
    page.choice.point_button.click()
    assert page.choice.point_button.isChecked() and canvas.mapTool() is not pan
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(200, 200))
    wait_for(lambda: page.desk.context.area == ("0301",))
    settled(page)
    assert canvas.mapTool() is pan and not page.choice.point_button.isChecked()
    assert page.scope.currentText() == "Published by 0301 Oslo"


def bounding(canvas, lon, lat):
    from qgis.core import QgsCoordinateTransform, QgsRectangle

    degrees = QgsCoordinateReferenceSystem("EPSG:4258")
    there = QgsCoordinateTransform(degrees, canvas.mapSettings().destinationCrs(), QgsProject.instance())
    point = there.transform(QgsPointXY(lon, lat))
    return QgsRectangle(point.x() - 100, point.y() - 100, point.x() + 100, point.y() + 100)


def test_esc_and_leaving_the_page_put_the_tool_down(page, canvas):
    pan = QgsMapToolPan(canvas)
    canvas.zoomToFeatureExtent(bounding(canvas, 10.75, 59.95))
    for leave in (page.escape, page.hide):
        canvas.setMapTool(pan)
        page.choice.start()
        assert page.choice.point_button.isChecked()
        leave()
        assert canvas.mapTool() is pan and not page.choice.point_button.isChecked()
    assert not page.escape()


# --- from a feature


def layer_of(*rows, **fields):
    made = QgsVectorLayer("NoGeometry?" + "&".join(f"field={name}:{kind}" for name, kind in fields.items()), "Lag", "memory")
    for row in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(list(row))
        made.dataProvider().addFeatures([feature])
    return made


def test_the_kommune_of_the_selected_feature_is_chosen(page):
    page.desk.active = layer_of(("Sted", 3107), navn="string", kommunenummer="integer")
    page.desk.active.selectAll()
    page.paint()
    assert [button.text() for button in page.empty.buttons] == ["Point in the Map", "From the Selected Feature"]
    page.empty.buttons[1].click()
    settled(page)
    assert page.desk.context.area == ("3107",)


def test_a_feature_without_a_kommune_number_is_told(page):
    page.desk.active = layer_of(("Sted",), navn="string")
    page.desk.active.selectAll()
    page.choice.take_selected()
    (note,) = page.notes.notes()
    assert "“Lag” has no single kommune number" in note.text and page.desk.context.is_country


def feature(**values):
    fields = QgsFields()
    for name, value in values.items():
        fields.append(QgsField(name, QVariant.Int if isinstance(value, int) else QVariant.String))
    made = QgsFeature(fields)
    made.setAttributes(list(values.values()))
    return made


@pytest.mark.parametrize(
    ("values", "number"),
    [
        ({"kommunenummer": "0301"}, "0301"),
        ({"kommunenummer": 301}, "0301"),
        ({"folketall": 1103, "KOMMUNENR": "K-4601"}, "4601"),
        ({"kommune": "Oslo"}, ""),
        ({"kommune": "0301 Oslo"}, "0301"),
        ({"grunnkretsnummer": "46010101"}, "4601"),
        ({"klass_code": "3107", "navn": "x"}, "3107"),
        ({"folketall": 1103}, ""),
        ({"kommunenummer": None, "code": "5001"}, "5001"),
        ({"kommunenummer": "9999x"}, ""),
    ],
)
def test_the_number_is_found_by_the_names_of_fields(qgis_app, values, number):
    assert kommune_of([feature(**values)]) == number


def test_features_of_several_kommuner_have_no_single_one(qgis_app):
    assert kommune_of([feature(kommunenummer="0301"), feature(kommunenummer="4601")]) == ""
    assert kommune_of([feature(kommunenummer="0301"), feature(kommunenummer="0301")]) == "0301"
    assert kommune_of([]) == ""


# --- the extent on the map


def test_the_extent_is_drawn_where_it_lies_and_taken_away(page, canvas):
    mark = ExtentMark(canvas, QgsProject.instance())
    mark.show(OSLO)
    (band,) = bands(canvas)
    box = band.asGeometry().boundingBox()
    assert 250_000 < box.xMinimum() < 270_000 and 6_630_000 < box.yMinimum() < 6_650_000
    mark.zoom_to(OSLO)
    assert canvas.extent().contains(box)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    mark.redraw()
    assert bands(canvas)[0].asGeometry().boundingBox().xMinimum() == pytest.approx(10.6)
    mark.show(None)
    mark.redraw()
    assert not bands(canvas) and not mark.is_shown
    mark.clear()


@pytest.mark.parametrize(
    ("extent", "sound"),
    [
        (OSLO, True),
        (None, False),
        ((-180, -90, 180, 90), False),
        ((10.0, 59.0, 10.0, 59.0), False),
        ((11.0, 59.0, 10.0, 60.0), False),
        ((258000.0, 6600000.0, 260000.0, 6610000.0), False),
        ((float("nan"), 0.0, 1.0, 1.0), False),
    ],
)
def test_only_boxes_of_degrees_are_drawn(extent, sound):
    assert is_sound(extent) == sound


def test_the_extent_of_the_data_set_that_is_looked_at_is_on_the_map_as_long_as_the_page_is_seen(page, canvas):
    page.desk.context.set_area(("5501",))
    settled(page)
    page.view.setCurrentIndex(page.view.rows.index(0, 0))
    page.open_details()
    assert len(bands(canvas)) == 1 and page.drill.panel.zoom.isVisibleTo(page.drill.panel)
    page.hide()
    assert not bands(canvas)
    page.show()
    wait_for(lambda: len(bands(canvas)) == 1)
    page.close_panel()
    assert not bands(canvas)


def test_without_a_map_there_is_nothing_to_point_in(qgis_app, qgis_new_project, server, tmp_path):
    desk = served_desk(server, tmp_path)
    made = OpenDataPage(desk)
    assert not made.choice.point_button.isEnabled() and not made.empty.buttons
    desk.close()
    made.deleteLater()
