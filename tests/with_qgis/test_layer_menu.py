"""The “Klasskart” menu of the layer panel, over QGIS's own panel: what stands in it, and what can be chosen."""

import datetime
import types

import pytest
from fake_desk import wait_for
from klasskart.core.codes import Code, CodeList
from klasskart.gis import layer_menu
from klasskart.gis.layer_marks import BOUNDARIES
from klasskart.gis.layer_menu import LayerMenu
from klasskart.gis.layers import code_table_layer
from qgis.core import (
    QgsAbstractMetadataBase,
    QgsLayerMetadata,
    QgsLayerTreeModel,
    QgsMapLayerType,
    QgsMeshLayer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsLayerTreeView
from qgis.PyQt.QtCore import QItemSelectionModel, QObject
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QMainWindow

CODES = ["JoinCodes", "CheckCodes", "ChangeCodes"]
TILES = "type=xyz&url=https://{}/a?layers%3Dtopo4%26zoom%3D%7Bz%7D%26x%3D%7Bx%7D%26y%3D%7By%7D"


class Iface(QObject):
    """What the menu uses of QGIS's interface, over a real layer panel."""

    def __init__(self):
        super().__init__()
        self.window = QMainWindow()
        model = QgsLayerTreeModel(QgsProject.instance().layerTreeRoot(), self.window)
        self.panel = QgsLayerTreeView(self.window)
        self.panel.setModel(model)
        self.window.setCentralWidget(self.panel)
        self.entries = {kind: [] for kind in (QgsMapLayerType.VectorLayer, QgsMapLayerType.RasterLayer)}
        self.warnings = []

    def mainWindow(self):
        return self.window

    def layerTreeView(self):
        return self.panel

    def activeLayer(self):
        return self.panel.currentLayer()

    def messageBar(self):
        return types.SimpleNamespace(pushWarning=lambda title, words: self.warnings.append(words))

    def addCustomActionForLayerType(self, action, menu, kind, all_layers):
        assert menu == "Klasskart" and all_layers
        self.entries[kind].append(action)

    def removeCustomActionForLayerType(self, action):
        """As QGIS does: from the first kind of layers that has it."""
        for actions in self.entries.values():
            if action in actions:
                actions.remove(action)
                return True
        return False


@pytest.fixture
def iface(qgis_app, qgis_new_project, tmp_path, monkeypatch):
    monkeypatch.setenv("KLASSKART_CACHE_DIR", str(tmp_path / "cache"))
    made = Iface()
    made.window.show()
    yield made
    QgsProject.instance().clear()
    made.window.deleteLater()


@pytest.fixture
def opened():
    return []


@pytest.fixture
def menu(iface, opened):
    made = LayerMenu(iface, QgsProject.instance(), lambda *wish: opened.append(wish))
    yield made
    made.close()


@pytest.fixture
def browsed(monkeypatch):
    pages = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pages.append(url.toString()))
    return pages


def add(layer, group=None):
    QgsProject.instance().addMapLayer(layer, group is None)
    if group is not None:
        group.addLayer(layer)
    return layer


def table(name="Tall", fields="field=knr:string"):
    return add(QgsVectorLayer(f"NoGeometry?{fields}", name, "memory"))


def areas(name="Kommuner"):
    return add(QgsVectorLayer("Polygon?crs=EPSG:25833&field=kommunenummer:string", name, "memory"))


def boundaries(name="Kommuner 2024"):
    layer = areas(name)
    layer.setCustomProperty(BOUNDARIES, "{}")
    return layer


def with_record(layer, *links, licences=()):
    about = QgsLayerMetadata()
    about.setLicenses(list(licences))
    about.setLinks([QgsAbstractMetadataBase.Link(name, "WWW:LINK", url) for name, url in links])
    layer.setMetadata(about)
    return layer


def select(iface, *layers):
    root, selection = QgsProject.instance().layerTreeRoot(), iface.panel.selectionModel()
    selection.clear()
    for layer in layers:
        node = root.findLayer(layer.id()) if hasattr(layer, "id") else layer
        selection.setCurrentIndex(iface.panel.node2index(node), QItemSelectionModel.SelectionFlag.Select)


def can(iface, kind=QgsMapLayerType.VectorLayer):
    """The entries that can be chosen, of those that a layer of the kind has."""
    return [action.objectName().removeprefix("Klasskart") for action in iface.entries[kind] if action.isEnabled()]


def entry(iface, name):
    actions = [action for actions in iface.entries.values() for action in actions]
    return next(action for action in actions if action.objectName() == f"Klasskart{name}")


def test_vector_layers_have_the_whole_menu_and_raster_layers_what_concerns_them(menu, iface):
    names = {
        kind: [action.objectName().removeprefix("Klasskart") for action in actions] for kind, actions in iface.entries.items()
    }
    assert names == {
        QgsMapLayerType.VectorLayer: [
            *CODES,
            *("ShowFigures", "RenewBoundaries", "KeepWithProject", "NewPrintLayout", "OpenRecord"),
        ],
        QgsMapLayerType.RasterLayer: ["NewPrintLayout", "RepairAddress", "OpenRecord"],
    }
    assert all(action.text() for actions in iface.entries.values() for action in actions)


def test_entries_have_icons_as_soon_as_they_can_be_seen(menu, iface):
    select(iface, table())
    assert not any(action.icon().isNull() for actions in iface.entries.values() for action in actions)


def test_nothing_can_be_chosen_while_nothing_is_selected(menu, iface):
    assert can(iface) == can(iface, QgsMapLayerType.RasterLayer) == []


def test_a_table_has_codes_and_nothing_to_draw(menu, iface):
    select(iface, table())
    assert can(iface) == CODES


def test_a_table_without_columns_has_no_codes(menu, iface):
    select(iface, table(fields=""))
    assert can(iface) == []


def test_areas_can_be_drawn_after_their_figures(menu, iface):
    select(iface, areas())
    assert can(iface) == [*CODES, "ShowFigures", "NewPrintLayout"]


def test_boundaries_of_ours_can_be_looked_after(menu, iface):
    select(iface, boundaries())
    assert "RenewBoundaries" in can(iface)


def test_what_a_selected_layer_becomes_is_seen(menu, iface):
    """Processing puts a layer into the panel first, and then we tell it what it is."""
    layer = areas()
    select(iface, layer)
    assert "RenewBoundaries" not in can(iface)
    layer.setCustomProperty(BOUNDARIES, "{}")
    assert "RenewBoundaries" in can(iface)


def test_layers_in_the_cache_can_be_kept_with_the_project(menu, iface, tmp_path):
    codes = CodeList(131, datetime.date(2024, 1, 1), (Code("0301", None, "1", "Oslo"),), "nb")
    layer = code_table_layer(codes, tmp_path / "cache", QgsProject.instance(), title="Kommuner")
    select(iface, layer)
    assert can(iface) == [*CODES, "KeepWithProject", "OpenRecord"]


def test_an_invalid_layer_can_do_nothing_but_tell_of_its_record(menu, iface):
    gone = add(QgsVectorLayer("/nowhere/gone.gpkg|layername=a", "Gone", "ogr"))
    select(iface, gone)
    assert can(iface) == []
    with_record(gone, ("Kommuner", "https://data.example.no/1"))
    select(iface, gone)
    assert can(iface) == ["OpenRecord"]


def test_a_layer_that_is_being_edited_keeps_its_menu(menu, iface):
    """What can't be done meanwhile is said in a sentence, which a grey entry does not do."""
    layer = boundaries()
    layer.startEditing()
    select(iface, layer)
    assert {"JoinCodes", "RenewBoundaries"} <= set(can(iface))
    layer.rollBack()


def test_of_several_layers_only_what_makes_sense_can_be_chosen(menu, iface):
    select(iface, boundaries("A"), table(), boundaries("B"))
    assert can(iface) == ["RenewBoundaries", "NewPrintLayout"]


@pytest.mark.parametrize(
    ("name", "wish"), [("RenewBoundaries", "renew"), ("NewPrintLayout", "print"), ("KeepWithProject", "keep")]
)
def test_several_layers_are_handed_over_at_once(menu, iface, opened, name, wish):
    layers = [boundaries("A"), boundaries("B")]
    select(iface, *layers)
    entry(iface, name).setEnabled(True)
    entry(iface, name).trigger()
    ((page, (said, ids)),) = opened
    assert (page, said, set(ids)) == ("KlasskartLayersPage", wish, {layer.id() for layer in layers})


@pytest.mark.parametrize(
    ("name", "wish"),
    [("JoinCodes", None), ("CheckCodes", "check"), ("ChangeCodes", "change"), ("ShowFigures", "figures")],
)
def test_what_concerns_codes_opens_the_join_page(menu, iface, opened, name, wish):
    layer = areas()
    select(iface, layer)
    entry(iface, name).trigger()
    assert opened == [("KlasskartJoinPage", (layer.id(), wish) if wish else layer.id())]


def test_a_selected_group_stands_for_its_layers(menu, iface, opened):
    group = QgsProject.instance().layerTreeRoot().addGroup("Grenser")
    inside = [add(QgsVectorLayer("Polygon?field=a:string", name, "memory"), group) for name in "AB"]
    for layer in inside:
        layer.setCustomProperty(BOUNDARIES, "{}")
    select(iface, group)
    entry(iface, "RenewBoundaries").trigger()
    assert set(opened[0][1][1]) == {layer.id() for layer in inside}


def test_an_empty_group_can_do_nothing(menu, iface):
    select(iface, QgsProject.instance().layerTreeRoot().addGroup("Tom"))
    assert can(iface) == []


def test_a_layer_of_another_kind_has_no_say(menu, iface):
    mesh = add(QgsMeshLayer("1.0, 2.0\n2.0, 2.0\n3.0, 2.0\n---\n0, 1, 2", "Mesh", "mesh_memory"))
    select(iface, mesh)
    assert can(iface) == []
    select(iface, mesh, boundaries())
    assert can(iface) == ["RenewBoundaries", "NewPrintLayout"]


def test_a_map_whose_service_is_gone_can_be_repaired(menu, iface, opened):
    dead = add(QgsRasterLayer(TILES.format("opencache.statkart.no"), "Old", "wms"))
    alive = add(QgsRasterLayer(TILES.format("tile.example.org"), "Mine", "wms"))
    select(iface, alive)
    assert "RepairAddress" not in can(iface, QgsMapLayerType.RasterLayer)
    select(iface, alive, dead)
    assert "RepairAddress" in can(iface, QgsMapLayerType.RasterLayer)
    entry(iface, "RepairAddress").trigger()
    assert opened[0][0] == "KlasskartLayersPage" and opened[0][1][0] == "repair"


def test_a_map_that_was_repaired_need_not_be_again(menu, iface):
    dead = add(QgsRasterLayer(TILES.format("opencache.statkart.no"), "Old", "wms"))
    select(iface, dead)
    dead.setDataSource(TILES.format("tile.example.org"), "Old", "wms")
    assert "RepairAddress" not in can(iface, QgsMapLayerType.RasterLayer)


def test_the_record_is_opened_in_the_browser_each_once(menu, iface, browsed):
    klass = "https://www.ssb.no/klass/klassifikasjoner/131"
    geonorge = "https://www.geonorge.no/geonetwork/srv/nor/xml_iso19139?uuid=041f1e6e-bdbc-4091-b48f-8a5990f3cc5b"
    one = with_record(table("A"), ("Klass", klass))
    same = with_record(table("B"), ("Klass", klass))
    other = with_record(table("C"), ("NLOD 2.0", "https://example.no/nlod"), ("Kommuner", geonorge), licences=["NLOD 2.0"])
    plain = table("D")
    select(iface, plain)
    assert "OpenRecord" not in can(iface)
    select(iface, one, same, other, plain)
    entry(iface, "OpenRecord").trigger()
    assert sorted(browsed) == [
        "https://kartkatalog.geonorge.no/metadata/uuid/041f1e6e-bdbc-4091-b48f-8a5990f3cc5b",
        klass,
    ]


def test_of_many_layers_only_the_first_records_are_opened(menu, iface, browsed):
    layers = [with_record(table(str(n)), ("x", f"https://data.example.no/{n}")) for n in range(9)]
    select(iface, *layers)
    entry(iface, "OpenRecord").trigger()
    assert len(browsed) == layer_menu._MOST_RECORDS


def test_a_record_inside_the_users_network_is_not_opened_unasked(menu, iface, browsed):
    """A project that came by mail may say anything."""
    select(iface, with_record(table(), ("x", "http://192.168.0.1/reboot")))
    entry(iface, "OpenRecord").trigger()
    assert browsed == [] and len(iface.warnings) == 1


def test_where_metadata_have_no_link_the_credit_leads_to_the_source(menu, iface, browsed):
    layer = table()
    layer.setAttributionUrl("https://data.example.no/sett")
    select(iface, layer)
    entry(iface, "OpenRecord").trigger()
    assert browsed == ["https://data.example.no/sett"]


def test_layers_that_are_removed_are_let_go_of(menu, iface):
    layer = boundaries()
    select(iface, layer)
    QgsProject.instance().removeMapLayer(layer.id())
    wait_for(lambda: can(iface) == [])
    select(iface, table())
    QgsProject.instance().clear()
    assert can(iface) == []


def test_closing_takes_every_entry_away(iface, opened):
    menu = LayerMenu(iface, QgsProject.instance(), lambda *wish: opened.append(wish))
    select(iface, boundaries())
    menu.close()
    assert list(iface.entries.values()) == [[], []]
    select(iface, table())
