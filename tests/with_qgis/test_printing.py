"""A print layout from the dock and from the layer panel: made, opened, and removed again."""

import pytest
from fake_desk import make_desk
from klasskart.gis.jobs import Jobs
from klasskart.ui.layers_page import LayersPage
from klasskart.ui.printing import KEY
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas


class Iface:
    """A window with a map, which remembers what was opened."""

    def __init__(self):
        self.canvas = QgsMapCanvas()
        self.canvas.resize(400, 300)
        self.opened = []

    def mapCanvas(self):
        return self.canvas

    def openLayoutDesigner(self, layout):
        self.opened.append(layout.name())


@pytest.fixture
def iface(qgis_app):
    made = Iface()
    yield made
    made.canvas.deleteLater()


@pytest.fixture
def page(qgis_new_project, iface, tmp_path):
    desk = make_desk(tmp_path, Jobs(), iface)
    made = LayersPage(desk)
    made.resize(280, 600)
    made.show()
    yield made
    made.hide()
    desk.close()
    made.deleteLater()


@pytest.fixture
def layer(page, iface):
    made = QgsVectorLayer("Polygon?crs=EPSG:25833", "Kommuner 2024", "memory")
    feature = QgsFeature(made.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(0, 6.5e6, 3e5, 7.5e6)))
    made.dataProvider().addFeatures([feature])
    made.updateExtents()
    QgsProject.instance().addMapLayer(made)
    iface.canvas.setDestinationCrs(made.crs())
    iface.canvas.setLayers([made])
    iface.canvas.zoomToFullExtent()
    return made


def layouts():
    return QgsProject.instance().layoutManager().layouts()


def told(page):
    return [note for note in page.notes.notes() if note.key == KEY]


def kinds(page):
    return [note.kind for note in told(page)]


def size(layout):
    page = layout.pageCollection().page(0).pageSize()
    return page.width(), page.height()


def test_the_button_makes_a_page_that_lies_as_the_map_does_and_opens_it(page, layer, iface):
    page.printing.button.click()
    assert iface.opened == ["Kommuner 2024"]
    assert [size(layout) for layout in layouts()] == [(210, 297)]
    assert kinds(page) == ["success"]


def test_its_menu_says_how_the_page_lies(page, layer):
    for action in page.printing.button.menu().actions():
        action.trigger()
    assert [size(layout) for layout in layouts()] == [(210, 297), (297, 210)]


def test_the_page_can_be_removed_again(page, layer):
    page.printing.make()
    next(strip for strip in page.notes.strips() if strip.note.key == KEY).buttons[0].click()
    assert layouts() == []


def test_the_layer_menu_makes_a_page_after_its_layer(page, layer, iface):
    page.open_with(("print", (layer.id(),)))
    assert iface.opened == ["Kommuner 2024"]


def test_without_a_map_there_is_nothing_to_print_and_that_is_said(page, iface):
    assert not page.printing.button.isEnabled()
    page.open_with(("print", ()))
    assert iface.opened == []
    assert [note.text for note in told(page)] == ["There is nothing on the map to print."]


def test_a_template_that_cannot_be_read_is_a_problem_with_words(page, layer, monkeypatch, tmp_path):
    from klasskart.gis import print_pages

    monkeypatch.setattr(print_pages, "_TEMPLATES", tmp_path)
    page.printing.make()
    assert kinds(page) == ["problem"]
    assert layouts() == []
