"""Runs inside QGIS: opens the dock, does what a scene tells, and takes a picture of the window.

A scene is a generator: it yields conditions to wait for. Whatever happens, QGIS is left.
"""

import datetime
import os
import tempfile
import traceback
from pathlib import Path

from qgis.core import QgsFeature, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QRect, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QFont, QPainter
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QWidget
from qgis.utils import iface, plugins

NEW_YEAR = datetime.date(2024, 1, 1)
PATIENCE = 60_000  # milliseconds that a condition is waited for
window = iface.mainWindow()
subject = []  # a window, or a part of the screen, to take the picture of; else it is QGIS's own window


def dock():
    return plugins["klasskart"].dock


def page(name: str):
    return next(one for one in dock().pages if one.objectName() == name)


def idle() -> bool:
    return not dock().desk.jobs.busy


def pause(milliseconds: int):
    """A condition that holds after a while: for what QGIS draws later."""
    ends = []
    QTimer.singleShot(milliseconds, lambda: ends.append(True))
    return lambda: bool(ends)


def open_dock(name: str):
    window.findChild(QAction, "KlasskartToggleDock").setChecked(True)
    dock().open_page(name)
    window.resizeDocks([dock()], [int(os.environ["WIDTH"])], Qt.Orientation.Horizontal)


def kommuner(vintage: int):
    """Put boundaries into the project, as the Map page does."""
    open_dock("KlasskartLayersPage")
    layers = page("KlasskartLayersPage")
    from klasskart.work.boundary_file import BoundaryRequest

    layers.get(BoundaryRequest("kommune", ("0000",), vintage))
    yield lambda: bool(QgsProject.instance().mapLayers()) and idle()
    iface.mapCanvas().zoomToFullExtent()
    yield pause(800)


def codes():
    open_dock("KlasskartCodesPage")
    dock().desk.context.set_day(NEW_YEAR)
    dock().desk.context.set_area(("0301",))
    shown = page("KlasskartCodesPage")
    row = shown.units.findData(1)
    shown.units.setCurrentIndex(row)
    shown.units.activated.emit(row)
    yield idle
    yield pause(500)
    shown.search.setText("majorst")
    yield pause(500)


def layers():
    yield from kommuner(2024)
    shown = page("KlasskartLayersPage")
    shown.notes.clear()
    services = shown.findChild(QWidget, "KlasskartMapServices")
    services.setCollapsed(False)
    yield pause(800)
    yield idle
    yield pause(800)


def background():
    """A background map below boundaries, in a project whose system has no tiles of its own."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject

    yield from kommuner(2024)
    shown = page("KlasskartLayersPage")
    shown.notes.clear()
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:25834"))
    shown.boundaries.hide()  # there is more to see below
    services = shown.services
    services.setCollapsed(True)
    services.offer_address("background")
    services.setCollapsed(False)
    shown.read_service("background")
    yield pause(800)
    yield idle
    shown.keep_favourite("https://wms.example.no/wms", "Planer", True)
    services.tree.setCurrentIndex(services.tree.model().index(1, 0))
    yield pause(800)


def live():
    """Live layers of Geonorge's WFS: kommuner and their borders in view."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
    from qgis.utils import iface

    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    open_dock("KlasskartLayersPage")
    shown = page("KlasskartLayersPage")
    shown.boundaries.hide()  # there is more to see below
    services = shown.services
    services.setCollapsed(True)
    services.offer_address("features")
    shown.read_service("features")
    services.setCollapsed(False)
    yield pause(800)
    yield idle
    services.tree.setCurrentIndex(services.tree.model().index(0, 0))
    yield pause(500)
    services.add.click()
    yield pause(800)
    yield idle
    iface.mapCanvas().setExtent(QgsRectangle(180_000, 6_550_000, 380_000, 6_720_000))
    iface.mapCanvas().refresh()
    yield pause(3000)
    yield lambda: not iface.mapCanvas().isDrawing()
    yield pause(1500)  # the labels


def outage():
    """No file of boundaries can be had: a live layer is the next step."""
    open_dock("KlasskartLayersPage")
    shown = page("KlasskartLayersPage")
    shown.run_primary()
    yield pause(500)
    yield idle
    yield pause(500)


def instead():
    """The next step taken: a live layer where no file could be had."""
    yield from outage()
    page("KlasskartLayersPage").notes.strips()[0].buttons[1].click()
    yield pause(1500)
    yield idle
    yield pause(9000)


def layer_menu():
    """Our menu in the layer panel, on boundaries that were fetched. The menu has a loop of its own, as a dialog has."""
    from qgis.PyQt.QtCore import QPoint, QRect
    from qgis.PyQt.QtGui import QContextMenuEvent

    yield from kommuner(2024)
    dock().close()
    iface.messageBar().clearWidgets()  # QGIS tells of jobs that took long
    tree = iface.layerTreeView()
    tree.setCurrentLayer(next(iter(QgsProject.instance().mapLayers().values())))
    window.resizeDocks([window.findChild(QDockWidget, "Layers")], [300], Qt.Orientation.Horizontal)
    yield pause(500)
    place = tree.visualRect(tree.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, tree.viewport().mapToGlobal(place))
    QTimer.singleShot(0, lambda: QApplication.sendEvent(tree.viewport(), event))
    yield lambda: QApplication.activePopupWidget() is not None
    menu = QApplication.activePopupWidget()
    entry = next(action for action in menu.actions() if action.text().replace("&", "") == "Klasskart")
    menu.setActiveAction(entry)
    yield pause(800)
    ours = entry.menu()
    ours.setActiveAction(ours.actions()[int(os.environ.get("ENTRY", "1"))])
    yield pause(300)
    corner = window.findChild(QDockWidget, "Layers").mapToGlobal(QPoint(0, 0))
    shown = QRect(corner, ours.mapToGlobal(QPoint(ours.width(), ours.height()))).united(
        QRect(menu.mapToGlobal(QPoint(0, 0)), menu.size())
    )
    screen = QApplication.primaryScreen()
    subject.append(screen.grabWindow(0).copy(shown.adjusted(0, 0, 12, 12)))
    ours.close()
    menu.close()
    yield pause(200)


def options():
    """Our page in QGIS's options. The dialog has a loop of its own, inside which the scene goes on."""
    yield from kommuner(2024)  # so that something was fetched
    as_by_itself()
    QTimer.singleShot(0, lambda: iface.showOptionsDialog(window, "KlasskartOptionsPage"))
    yield lambda: QApplication.activeModalWidget() is not None
    dialog = QApplication.activeModalWidget()
    dialog.resize(int(os.environ["WIDTH"]), 900)
    yield pause(1500)


def verified():
    """The services of the page, when they have been asked; one address is of a host that there is not."""
    from qgis.PyQt.QtWidgets import QScrollArea

    yield from options()
    options_page = QApplication.activeModalWidget().findChild(QWidget, "KlasskartOptionsPage")
    box = options_page.services
    box.fields["klass"].editor.write("https://klass.kommunen.example/api/v1")
    del as_by_itself.variables["KLASSKART_KLASS_URL"]
    box.ask_all()
    yield lambda: not box.is_busy
    options_page.findChild(QScrollArea).verticalScrollBar().setValue(box.y())
    yield pause(500)
    subject.append(options_page.grab(QRect(0, 0, options_page.width(), box.height() + 4)))


def as_by_itself():
    """Have the options show a QGIS in which no variable is set, as users have it; the stand-in still plays the services."""
    from klasskart.gis.settings import Settings
    from klasskart.ui.options_page import OptionsPage

    variables = as_by_itself.variables = {name: value for name, value in os.environ.items() if name.startswith("KLASSKART_")}
    cache = Path.home() / ".cache" / "klasskart"
    cache.parent.mkdir(exist_ok=True)
    cache.symlink_to(variables["KLASSKART_CACHE_DIR"])
    for name in variables:
        os.environ.pop(name)
    stands = OptionsPage.as_it_stands
    OptionsPage.as_it_stands = lambda self: Settings(stands(self)._store, variables)


def browser():
    """The folder in the browser panel, opened; a year dragged from it to the map."""
    from qgis.core import QgsMimeDataUtils
    from qgis.PyQt.QtCore import QPoint, QPointF
    from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
    from qgis.PyQt.QtWidgets import QTreeView

    window.resize(1040, 720)
    panel = window.findChild(QDockWidget, "Browser")
    panel.show()
    panel.raise_()
    window.findChild(QDockWidget, "Layers").hide()
    tree = panel.findChild(QTreeView)
    window.resizeDocks([panel], [int(os.environ["WIDTH"])], Qt.Orientation.Horizontal)
    model = iface.browserModel()
    for path in ("", "/boundaries", "/maps", "/boundaries/kommune", "/boundaries/kommune/2026", "/maps/administrative"):
        model.fetchMore(model.findPath(f"klasskart:{path}"))
    for path in ("klasskart:/boundaries/kommune/ask", "klasskart:/maps/administrative"):
        model.dataItem(model.findPath(path)).handleDoubleClick()
        yield lambda: not plugins["klasskart"]._desk.jobs.busy
        yield pause(300)
    year = model.mimeData([model.findPath("klasskart:/boundaries/kommune/2024")])
    assert QgsMimeDataUtils.decodeUriList(year)[0].providerKey == "klasskart"
    canvas = iface.mapCanvas()
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(QPoint(50, 50), copy, year, left, plain),
        QDropEvent(QPointF(50, 50), copy, year, left, plain),
    ):
        QApplication.sendEvent(canvas.viewport(), event)
    yield lambda: bool(QgsProject.instance().mapLayers()) and not plugins["klasskart"]._desk.jobs.busy
    yield pause(500)
    canvas.zoomToFullExtent()
    proxy = tree.model()
    for row in range(proxy.rowCount()):
        root = proxy.index(row, 0)
        if root.data() == "Klasskart":
            tree.setExpanded(root, True)
            for folder in (proxy.index(row, 0, root) for row in range(proxy.rowCount(root))):
                tree.setExpanded(folder, True)
                inside = proxy.index(0, 0, folder)
                tree.setExpanded(inside, folder.row() == 1)  # boundaries: kommuner, and the fylker of a year
                tree.setExpanded(proxy.index(1, 0, inside), folder.row() == 1)
            tree.scrollTo(root, tree.ScrollHint.PositionAtTop)
    yield pause(1500)
    top = panel.mapTo(window, QPoint(0, 0)).y()
    subject.append(window.grab(QRect(0, top, window.width(), panel.height())))  # the panel, and what was dragged out of it


def dead():
    """A project of earlier years whose background map is gone."""
    from qgis.core import QgsProject, QgsRasterLayer

    open_dock("KlasskartLayersPage")
    shown = page("KlasskartLayersPage")
    tiles = "type=xyz&zmax=18&url=https://opencache.statkart.no/a?layers%3D{}%26zoom%3D%7Bz%7D%26x%3D%7Bx%7D%26y%3D%7By%7D"
    names = {"topo4": "Topografisk", "norges_grunnkart_graatone": "Gråtone", "nib": "Foto"}
    QgsProject.instance().addMapLayers([QgsRasterLayer(tiles.format(key), name, "wms") for key, name in names.items()])
    yield pause(500)
    shown.repair_button.click()
    yield pause(800)
    yield idle
    yield pause(500)


def newer():
    """Boundaries that are kept current, and then lie beside the project."""
    yield from kommuner(2026)
    shown = page("KlasskartLayersPage")
    shown.renew_button.click()
    yield idle
    yield pause(500)
    QgsProject.instance().write(str(Path(tempfile.mkdtemp()) / "kart.qgz"))
    shown.keep_button.click()
    yield idle
    yield pause(800)


def kept():
    """Boundaries in a GeoPackage of one's own, whose table is there already."""
    from klasskart.ui import keep_choice

    open_dock("KlasskartLayersPage")
    shown = page("KlasskartLayersPage")
    choice = shown.boundaries.keep
    keep_choice.ask_path = lambda *_, **__: Path(tempfile.mkdtemp()) / "kart.gpkg"
    row = choice.places.count() - 1
    choice.places.setCurrentIndex(row)
    choice.places.activated.emit(row)
    for _ in range(2):
        choice.set_table("kommuner")
        shown.primary.click()
        yield idle
        yield pause(800)


def database():
    """A PostGIS connection of QGIS's as the place of boundaries."""
    from qgis.core import QgsProviderRegistry

    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    metadata.saveConnection(metadata.createConnection("dbname='kart' host='kart.example.no'", {}), "Kartbasen")
    open_dock("KlasskartLayersPage")
    shown = page("KlasskartLayersPage")
    shown.on_shown()
    choice = shown.boundaries.keep
    row = choice.places.count() - 2
    choice.places.setCurrentIndex(row)
    choice.schemas_wanted.disconnect()  # there is no such server
    choice.places.activated.emit(row)
    choice.show_schemas("Kartbasen", ["public", "grenser"])
    yield pause(800)


def coast():
    """Vestland without its sea, and Bergen's bydeler on it."""
    open_dock("KlasskartLayersPage")
    layers = page("KlasskartLayersPage")
    from klasskart.work.boundary_file import BoundaryRequest

    layers.get(BoundaryRequest("fylke", ("46",), coast="coast"))
    yield lambda: len(QgsProject.instance().mapLayers()) == 1 and idle()
    layers.get(BoundaryRequest("bydel", ("4601",), coast="coast"))
    yield lambda: len(QgsProject.instance().mapLayers()) == 2 and idle()
    layers.boundaries.choose_unit("bydel")
    layers.boundaries.coast.buttons["coast"].click()
    iface.mapCanvas().zoomToFullExtent()
    yield pause(1500)


def fetched(*requests):
    """Put boundaries into the project one after the other, the last on top, and show all of them, with the form as it was."""
    open_dock("KlasskartLayersPage")
    from klasskart.work.boundary_file import BoundaryRequest

    unit, areas, coast = requests[-1]
    dock().desk.context.set_day(NEW_YEAR)
    dock().desk.context.set_area(areas)
    page("KlasskartLayersPage").boundaries.choose_unit(unit)
    page("KlasskartLayersPage").boundaries.coast.buttons[coast].click()
    yield idle

    for number, (unit, areas, coast) in enumerate(requests, 1):
        page("KlasskartLayersPage").get(BoundaryRequest(unit, areas, 2024, coast=coast))
        yield lambda number=number: len(QgsProject.instance().mapLayers()) == number and idle()
    page("KlasskartLayersPage").notes.clear()
    if os.environ.get("CANVAS"):
        QgsProject.instance().setBackgroundColor(QColor(os.environ["CANVAS"]))
        iface.mapCanvas().setCanvasColor(QColor(os.environ["CANVAS"]))
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        node.setExpanded(True)
    iface.mapCanvas().zoomToFullExtent()
    iface.mapCanvas().zoomByFactor(1.1)  # room for names at the edge
    iface.messageBar().clearWidgets()  # QGIS tells of jobs that took long
    yield pause(2500)


def country():
    """The whole country in fylker, with their borders by kind."""
    yield from fetched(("fylke", ("0000",), "sea"), ("fylkesgrense", ("0000",), "sea"))


def bydeler():
    """Oslo's bydeler on its grunnkretser."""
    yield from fetched(("grunnkrets", ("0301",), "sea"), ("delomrade", ("0301",), "sea"), ("bydel", ("0301",), "sea"))


def coastcut():
    """Bergen and Øygarden without their sea."""
    yield from fetched(("kommune", ("4601", "4626"), "coast"))


def choices():
    """What is under More Choices of the Map page, for what the map shows of Oslo."""
    yield from fetched(("kommune", ("03", "32"), "sea"))
    shown = page("KlasskartLayersPage")
    dock().context_bar.area.extent_wanted.emit()
    yield idle
    shown.boundaries.choices.setCollapsed(False)
    shown.boundaries.seen.setChecked(True)
    yield pause(800)


def delivered():
    """Geonorge's own files of two kommuner, in a format that QGIS does not open."""
    open_dock("KlasskartLayersPage")
    shown = page("KlasskartLayersPage")
    dock().desk.context.set_area(("0301", "4601"))
    dock().desk.settings.set("map/format", "postgis")
    dock().desk.settings.set("map/folder", tempfile.mkdtemp(prefix="kart"))
    shown.files.open()
    yield pause(500)
    yield idle
    shown.run_primary()
    yield pause(500)
    yield idle
    yield pause(500)


def report():
    dock_day()
    yield from kommuner(2020)
    open_dock("KlasskartJoinPage")
    shown = page("KlasskartJoinPage")
    shown.show_layer(next(iter(QgsProject.instance().mapLayers().values())))
    yield pause(500)
    yield idle
    shown.run_primary()
    yield pause(800)
    yield idle


def dock_day():
    open_dock("KlasskartCodesPage")
    dock().desk.context.set_day(NEW_YEAR)


def join():
    yield from report()
    shown = page("KlasskartJoinPage")
    shown.run_primary()
    yield pause(800)
    yield idle
    yield pause(800)


def centrality():
    """What the docs let a newcomer do: kommuner, joined to how central they are, and coloured."""
    dock_day()
    yield from kommuner(2024)
    open_dock("KlasskartJoinPage")
    shown = page("KlasskartJoinPage")
    shown.notes.clear()
    group = shown.choices.columns
    group.setCollapsed(False)
    yield pause(800)
    yield idle
    next(box for box in group.others._boxes.values() if box.text() in ("centrality", "sentralitet")).setChecked(True)
    yield pause(500)
    yield idle
    shown.run_primary()
    yield pause(800)
    yield idle
    press(shown, 0)
    yield pause(800)
    yield idle
    group.setCollapsed(True)
    yield pause(2500)


def columns():
    """The columns of a join, opened: fylke and economic region ticked, the rest of Klass unfolded."""
    dock_day()
    yield from kommuner(2024)
    open_dock("KlasskartJoinPage")
    shown = page("KlasskartJoinPage")
    yield pause(800)
    yield idle
    shown.notes.clear()
    group = shown.choices.columns
    group.setCollapsed(False)
    yield pause(500)
    yield idle
    for box in list(group.others._boxes.values()):
        box.setChecked(True)
    group.others.more.setChecked(True)
    yield pause(500)
    yield idle
    yield pause(800)


def figures(choose: bool = False, per: bool = False):
    """A table of figures as a spreadsheet wrote it, joined to kommuner and shown on the map."""
    dock_day()
    yield from kommuner(2024)
    boundaries = next(iter(QgsProject.instance().mapLayers().values()))
    numbers = sorted(feature["kommunenummer"] for feature in boundaries.getFeatures())
    fields = "field=kommunenummer:string&field=Arbeidsledige (prosent):string&field=Innbyggere:integer&field=Areal:integer"
    table = QgsVectorLayer(f"None?{fields}", "Arbeidsledige mai 2024", "memory")
    rows = []
    for place, number in enumerate(numbers):
        row = QgsFeature(table.fields())
        share = f"{1 + (place * 37 % 101) ** 1.5 / 200:.1f}".replace(".", ",")
        row.setAttributes(
            [number, share if place % 90 else ":", int(700_000 / (1 + place * 53 % 357) ** 0.95), 100 + place * 17 % 2000]
        )
        rows.append(row)
    table.dataProvider().addFeatures(rows)
    QgsProject.instance().addMapLayer(table)
    open_dock("KlasskartJoinPage")
    shown = page("KlasskartJoinPage")
    shown.show_layer(boundaries)
    yield pause(500)
    yield idle
    shown.use_table(table)
    yield from joined_and_styled(shown)
    yield pause(2500)
    if choose:
        press(shown, 0)
        yield pause(800)
        yield idle
        panel = shown.drills.figures.panel
        panel.field_box.setField("klass_Innbyggere")
        if per:
            yield pause(500)
            yield idle
            panel.per_box.setField("klass_Areal")
        yield pause(800)
        yield idle
        shown.run_primary()
        yield pause(3000)


def joined_and_styled(shown):
    """Join what the page has found, and press Style in the note about it."""
    yield pause(800)
    yield idle
    shown.run_primary()
    yield pause(800)
    yield idle
    press(shown, 0)
    yield pause(800)
    yield idle


def press(shown, number: int):
    """Press a button of the latest note."""
    shown.notes.strips()[-1].buttons[number].click()


def circles():
    yield from figures(choose=True)


def rates():
    yield from figures(choose=True, per=True)


def names_only():
    """Names alone were joined, which colour nothing: what the layer has besides is offered."""
    yield from kommuner(2024)
    layer = next(iter(QgsProject.instance().mapLayers().values()))
    open_dock("KlasskartJoinPage")
    shown = page("KlasskartJoinPage")
    shown.show_layer(layer)
    yield from joined_and_styled(shown)
    yield pause(800)


def printed():
    """The page of a print layout of the figures, as it is exported."""
    from qgis.core import QgsLayoutExporter

    yield from figures()
    open_dock("KlasskartLayersPage")
    layer = next(one for one in QgsProject.instance().mapLayers().values() if one.isSpatial())
    page("KlasskartLayersPage").printing.make((layer.id(),), os.environ.get("LIE", "landscape"))
    yield pause(2500)
    for designer in iface.openLayoutDesigners():
        designer.close()
    (layout,) = QgsProject.instance().layoutManager().layouts()
    sheet = QgsLayoutExporter(layout).renderPageToImage(0, dpi=78)
    edge = QPainter(sheet)
    edge.setPen(QColor("#bbbbbb"))
    edge.drawRect(sheet.rect().adjusted(0, 0, -1, -1))
    edge.end()
    subject.append(sheet)


def life(code: str):
    open_dock("KlasskartCodesPage")
    dock().desk.context.set_day(datetime.date(2022, 1, 1))
    shown = page("KlasskartCodesPage")
    row = shown.units.findData(131)
    shown.units.setCurrentIndex(row)
    shown.units.activated.emit(row)
    yield pause(500)
    yield idle
    shown.drills.show_lineage(code)
    yield pause(500)
    yield lambda: shown.drills.lineage.is_open and idle()
    yield pause(800)


def lineage():
    yield from life("1507")


def wide():
    """A dock wide enough for the list and the life of a code beside each other."""
    for other in window.findChildren(QDockWidget, "Layers"):
        other.hide()
    yield from life("1507")
    shown = page("KlasskartCodesPage")
    shown.search.setText("ålesund")
    window.resizeDocks([dock()], [700], Qt.Orientation.Horizontal)
    yield pause(800)


def large():
    """The life of a code in a window of its own."""
    yield from life("1507")
    page("KlasskartCodesPage").drills.lineage.show_large()
    yield pause(800)
    shown = page("KlasskartCodesPage").drills.lineage.window
    subject.append(shown)


def wide_report():
    for other in window.findChildren(QDockWidget, "Layers"):
        other.hide()
    yield from report()
    window.resizeDocks([dock()], [800], Qt.Orientation.Horizontal)
    shown = page("KlasskartJoinPage").drill._panel
    shown.select_values(["1507"])
    yield pause(800)


def merge():
    yield from life("3014")


def changes():
    open_dock("KlasskartCodesPage")
    dock().desk.context.set_day(NEW_YEAR)
    shown = page("KlasskartCodesPage")
    yield pause(500)
    yield idle
    shown.drills.changes_button.click()
    yield pause(500)
    yield idle
    shown.drills.changes.panel.period.show_days(datetime.date(2019, 1, 1), NEW_YEAR)
    shown.drills.changes.panel.period_wanted.emit()
    yield pause(500)
    yield idle
    yield pause(500)


def old_codes():
    """Put a layer with codes of 2020 into the project; give it."""
    dock_day()
    yield from kommuner(2020)
    (layer,) = QgsProject.instance().mapLayers().values()
    open_dock("KlasskartJoinPage")
    return layer


def check():
    layer = yield from old_codes()
    page("KlasskartJoinPage").open_with((layer.id(), "check"))
    yield pause(800)
    yield idle
    yield pause(500)


def mixed():
    """A table whose codes come from several years, and were hurt on the way."""
    dock_day()
    old = (101, 104, 136, 219, 602, 1102, 1103, 1201, 1504, 1534, 1601, 5001, 5030)
    newer = (3001, 3002, 3024, 3005, 1507, 4601, 4602, 5006, 5401, 5402, 5403, 3411, 3413, 3420, 3801, 3803, 3804)
    hurt = ("301", "K-4601", "Halden", "Herøy", "9999", "12345")
    layer = QgsVectorLayer("NoGeometry?field=kommune:string&field=folk:integer", "Folketall 2015–2022", "memory")
    rows = []
    for number, code in enumerate([*(f"{number:04}" for number in (*old, *newer)), *hurt]):
        row = QgsFeature(layer.fields())
        row.setAttributes([code, 1000 * number])
        rows.append(row)
    layer.dataProvider().addFeatures(rows)
    QgsProject.instance().addMapLayer(layer)
    open_dock("KlasskartJoinPage")
    page("KlasskartJoinPage").open_with((layer.id(), "check"))
    yield pause(800)
    yield idle
    yield pause(500)
    iface.messageBar().clearWidgets()  # QGIS tells of jobs that took long
    yield pause(200)


def change():
    layer = yield from old_codes()
    page("KlasskartJoinPage").open_with((layer.id(), "change"))
    yield pause(800)
    yield idle
    yield pause(500)


def find():
    """Find a classification among all of them."""
    open_dock("KlasskartCodesPage")
    shown = page("KlasskartCodesPage")
    yield pause(500)
    yield idle
    shown.drills.find.open("inndeling")
    yield pause(800)
    yield idle
    yield pause(500)


def find_nothing():
    yield from find()
    page("KlasskartCodesPage").drills.find.panel.search.setText("xyz")
    yield pause(800)
    yield idle
    yield pause(500)


def about():
    """What a classification is about, with the version of the day opened."""
    open_dock("KlasskartCodesPage")
    shown = page("KlasskartCodesPage")
    row = shown.units.findData(int(os.environ.get("CLASSIFICATION", "103")))
    shown.units.setCurrentIndex(row)
    shown.units.activated.emit(row)
    yield pause(500)
    yield idle
    shown.about.click()
    yield pause(800)
    yield idle
    yield pause(500)


def filtered():
    """The filter of the Codes page, with a code whose note is shown."""
    open_dock("KlasskartCodesPage")
    dock().desk.context.set_day(datetime.date(2023, 3, 2))
    shown = page("KlasskartCodesPage")
    row = shown.units.findData(131)
    shown.units.setCurrentIndex(row)
    shown.units.activated.emit(row)
    shown.more.setChecked(True)
    yield pause(800)
    yield idle
    shown.search.setText("oslo")
    shown.tree.setCurrentIndex(shown.tree.codes.index(0, 0))
    yield pause(500)


def locator():
    """What the locator finds, and the boundary of a place that no layer has."""
    from klasskart.gis import locator_results
    from klasskart.gis.locator import UnitFilter
    from klasskart.work import registers
    from qgis.core import QgsCoordinateReferenceSystem

    open_dock("KlasskartCodesPage")
    today = dock().desk.config.today

    def keep(services, feedback):
        for number in (131, 104, 103, 1):
            registers.codes(services, number, today)

    dock().desk.start(keep, lambda nothing, error: None, title="Klasskart")
    yield idle
    dock().close()
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    if os.environ["SCENE"] == "locator-outline":
        places = UnitFilter(plugins["klasskart"]._on_found)
        places.triggerResult(locator_results.results(places, "tromsø")[0])
        yield pause(1000)
        yield lambda: not plugins["klasskart"]._desk.jobs.busy
        yield pause(1500)
        return
    iface.locatorSearch(os.environ.get("TYPED", "kls herøy"))
    yield pause(2500)
    subject.append(window.grab(QRect(0, 500, 640, 400)))  # the results, above the line that is typed in


def history():
    """What was fetched and joined, in a window of its own."""
    yield from join()
    open_dock("KlasskartCodesPage")
    yield idle
    page("KlasskartCodesPage").on_primary()
    yield idle
    yield pause(500)
    dock().show_history()
    shown = dock()._history
    shown.resize(int(os.environ["WIDTH"]), 300)
    yield pause(800)
    subject.append(shown)


def history_empty():
    open_dock("KlasskartCodesPage")
    dock().show_history()
    dock()._history.resize(int(os.environ["WIDTH"]), 300)
    yield pause(800)
    subject.append(dock()._history)


def expression():
    """The expression builder with our group, its help and a value."""
    from qgis.gui import QgsExpressionBuilderDialog
    from qgis.PyQt.Qsci import QsciScintilla

    yield from kommuner(2024)
    layer = iface.activeLayer() or next(iter(QgsProject.instance().mapLayers().values()))
    open_dock("KlasskartCodesPage")
    dock().desk.context.set_day(NEW_YEAR)
    yield pause(500)
    yield idle
    formula = "klass_name(\"kommunenummer\", 'kommune', '2024-01-01')"
    shown = QgsExpressionBuilderDialog(layer, formula, window, "generic")
    shown.resize(960, 560)
    shown.show()
    yield pause(500)
    tree = shown.expressionBuilder().expressionTree()
    found = tree.model().match(
        tree.model().index(0, 0), Qt.ItemDataRole.DisplayRole, "klass_name", 1, Qt.MatchFlag.MatchRecursive
    )
    tree.setCurrentIndex(found[0])
    yield pause(500)
    for editor in shown.findChildren(QsciScintilla):
        if editor.lexer() is not None:
            editor.lexer().setFont(QFont("DejaVu Sans Mono", 9))  # the style sheet of the window hides QGIS's own
    yield pause(300)
    subject.append(shown)
    shown.close()


def published(kommune: str, words: str = ""):
    """What a kommune publishes, with the first row chosen."""
    open_dock("KlasskartOpenDataPage")
    shown = page("KlasskartOpenDataPage")
    dock().desk.context.set_area((kommune,))
    yield pause(800)
    yield lambda: shown.asked.found is not None and idle()
    shown.search.setText(words)
    shown.view.go_to_first()
    yield pause(500)


def opendata():
    """Oslo among the kommuner, with a portal that does not answer."""
    yield from kommuner(2024)
    page("KlasskartLayersPage").notes.clear()
    yield from published("0301")
    iface.messageBar().clearWidgets()  # QGIS tells of jobs that took long
    yield pause(200)


def opendata_more():
    yield from published("0301")
    page("KlasskartOpenDataPage").more.setChecked(True)
    yield pause(300)


def opendata_details():
    """A data set of Tromsø, with its extent on the map."""
    yield from kommuner(2024)
    page("KlasskartLayersPage").notes.clear()
    yield from published("5501")
    shown = page("KlasskartOpenDataPage")
    shown.open_details()
    shown.drill.panel.zoom.click()
    iface.mapCanvas().zoomByFactor(3)
    yield pause(1500)


def opendata_wide():
    for other in window.findChildren(QDockWidget, "Layers"):
        other.hide()
    yield from opendata_details()


def opendata_choose():
    open_dock("KlasskartOpenDataPage")
    yield pause(800)


def opendata_added():
    """A table with coordinates, added; and what a service that nobody has says."""
    yield from published("5001")
    shown = page("KlasskartOpenDataPage")
    shown.run_primary()
    yield pause(500)
    yield idle
    yield pause(1500)


def opendata_problem():
    yield from published("3107")
    page("KlasskartOpenDataPage").run_primary()
    yield pause(500)
    yield idle
    yield pause(500)


def opendata_layers():
    """The layers of a service, to be ticked."""
    from klasskart.core.opendata import Dataset, Distribution

    yield from published("0301")
    shown = page("KlasskartOpenDataPage")
    way = Distribution(os.environ["KLASSKART_WMS_URL"] + "/skwms1/wms.adm_enheter2?service=WMS", "wms")
    shown.adding.add(Dataset("Administrative enheter WMS", ("geonorge",), distributions=(way,)), way, "0301")
    yield pause(500)
    yield idle
    yield pause(500)


def opendata_count():
    """The counting of several kommuner, in Processing's own window."""
    open_dock("KlasskartOpenDataPage")
    yield pause(800)
    page("KlasskartOpenDataPage").menu.count_kommuner()
    yield pause(2000)
    for shown in window.findChildren(QWidget):
        if shown.isWindow() and shown.isVisible() and shown is not window:
            subject.append(shown)


def opendata_none():
    yield from published("1151")


def algorithm():
    """The dialog of an algorithm, with what it says of itself."""
    import processing

    yield from kommuner(2024)
    dialog = processing.createAlgorithmDialog("klasskart:join", {})
    dialog.resize(860, 640)
    dialog.show()
    subject.append(dialog)
    yield pause(1500)


def model():
    """The model from a table to a map, in QGIS's designer."""
    from klasskart.gis.algorithms.table_map import MODEL
    from processing.modeler.ModelerDialog import ModelerDialog

    designer = ModelerDialog.create()
    designer.loadModel(str(MODEL))
    designer.show()
    yield pause(1000)
    for other in designer.findChildren(QDockWidget):
        other.hide()  # the canvas is what matters
    designer.resize(940, 600)
    yield pause(500)
    designer.findChild(QAction, "mActionZoomToItems").trigger()
    yield pause(500)
    subject.append(designer)


def helping():
    """The help window over a joined map."""
    open_dock("KlasskartJoinPage")
    yield pause(500)
    dock().ask_for_help()
    yield pause(500)
    shown = window.findChild(QWidget, "KlasskartHelpWindow")
    shown.open_page(os.environ.get("PAGE", "join"))
    yield pause(800)
    subject.append(shown)


def empty():
    open_dock("KlasskartJoinPage")
    yield pause(800)


def error():
    open_dock("KlasskartCodesPage")
    yield pause(500)
    yield idle
    yield pause(500)


STORIES = {
    "background": background,
    "dead": dead,
    "layer-menu": layer_menu,
    "dark-layer-menu": layer_menu,
    "history": history,
    "dark-history": history,
    "narrow-history": history,
    "history-empty": history_empty,
    "live": live,
    "dark-live": live,
    "narrow-live": live,
    "large-live": live,
    "outage": outage,
    "narrow-outage": outage,
    "instead": instead,
    "options": options,
    "browser": browser,
    "dark-browser": browser,
    "dark-options": options,
    "large-options": options,
    "options-verified": verified,
    "dark-verified": verified,
    "newer": newer,
    "kept": kept,
    "narrow-kept": kept,
    "dark-kept": kept,
    "database": database,
    "narrow-database": database,
    "dark-database": database,
    "codes": codes,
    "layers": layers,
    "coast": coast,
    "country": country,
    "bydeler": bydeler,
    "coastcut": coastcut,
    "report": report,
    "join": join,
    "centrality": centrality,
    "columns": columns,
    "figures": figures,
    "circles": circles,
    "rates": rates,
    "large-rates": rates,
    "names-only": names_only,
    "printed": printed,
    "dark-circles": circles,
    "lineage": lineage,
    "merge": merge,
    "changes": changes,
    "wide": wide,
    "wide-report": wide_report,
    "large-lineage": large,
    "find": find,
    "find-none": find_nothing,
    "find-error": find,
    "dark-find": find,
    "narrow-find": find,
    "wide-find": find,
    "about": about,
    "dark-about": about,
    "narrow-about": about,
    "choices": choices,
    "delivered": delivered,
    "wide-about": about,
    "filter": filtered,
    "narrow-filter": filtered,
    "large-about": about,
    "large-filter": filtered,
    "check": check,
    "mixed": mixed,
    "change": change,
    "dark-check": check,
    "dark-change": change,
    "expression": expression,
    "opendata": opendata,
    "opendata-more": opendata_more,
    "opendata-details": opendata_details,
    "opendata-wide": opendata_wide,
    "opendata-choose": opendata_choose,
    "opendata-none": opendata_none,
    "opendata-added": opendata_added,
    "opendata-problem": opendata_problem,
    "opendata-layers": opendata_layers,
    "opendata-count": opendata_count,
    "opendata-down": opendata,
    "dark-opendata": opendata,
    "dark-opendata-details": opendata_details,
    "narrow-opendata": opendata_more,
    "large-opendata": opendata_more,
    "locator": locator,
    "locator-outline": locator,
    "algorithm": algorithm,
    "model": model,
    "help": helping,
    "dark-help": helping,
    "empty": empty,
    "error": error,
    "dark": report,
    "narrow": report,
    "large": report,
}


class Teller:
    """Steps through a story whenever its condition holds."""

    def __init__(self, story):
        self.story, self.condition, self.waited = story, lambda: True, 0
        self.timer = QTimer()
        self.timer.setInterval(50)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self) -> None:
        self.waited += 50
        try:
            if self.waited > PATIENCE:
                raise TimeoutError("the story got stuck")
            if not self.condition():
                return
            self.condition, self.waited = next(self.story), 0
        except StopIteration:
            self.end(picture=True)
        except Exception:
            traceback.print_exc()
            self.end(picture=False)

    def end(self, picture: bool) -> None:
        self.timer.stop()
        # Also where a story got stuck: the picture shows where.
        dialog = QApplication.activeModalWidget()
        shown = (subject or [dialog or window])[0]
        (shown.grab() if isinstance(shown, QWidget) else shown).save(
            os.environ["OUT"] if picture else os.environ["OUT"].replace(".png", "-stuck.png")
        )
        if dialog is not None:
            dialog.reject()
        QgsProject.instance().clear()
        iface.actionExit().trigger()


def begin() -> None:
    for other in window.findChildren(QDockWidget):
        if other.objectName() not in ("Layers", "KlasskartDock"):
            other.hide()
    window.resize(1240, 900)
    iface.newProject()
    begin.teller = Teller(STORIES[os.environ["SCENE"]]())


QTimer.singleShot(1500, begin)
