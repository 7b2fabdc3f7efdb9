"""What QGIS loads and unloads: nothing heavy at start, and nothing left behind."""

import configparser
import subprocess
import sys
import types
import xml.etree.ElementTree as ET

import pytest
from conftest import ROOT
from fake_desk import wait_for
from klasskart import classFactory
from qgis.core import QgsApplication, QgsExpression, QgsProject, QgsSettings, QgsVectorLayer
from qgis.gui import QgsBrowserGuiModel
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QLocale, QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QAction, QApplication, QDialog, QDockWidget, QMainWindow, QMenu, QToolBar

LAYER_ACTIONS = [
    "KlasskartJoinCodes",
    "KlasskartCheckCodes",
    "KlasskartChangeCodes",
    "KlasskartShowFigures",
    "KlasskartRenewBoundaries",
    "KlasskartKeepWithProject",
    "KlasskartNewPrintLayout",
    "KlasskartRepairAddress",
    "KlasskartOpenRecord",
]

DEFERRED = getattr(QEvent.Type.DeferredDelete, "value", QEvent.Type.DeferredDelete)


class Iface(QObject):
    """The part of QgisInterface that the plugin uses, over a real main window; remembers what is added."""

    def __init__(self):
        super().__init__()
        self.window = QMainWindow()
        self.menu = []
        self.plugins = QMenu(self.window)
        self.layer_actions = []
        self.locators = []
        self.options = []
        self.drops = []
        self.browser = QgsBrowserGuiModel(self)
        self.browser.initialize()
        self.layer = None

    def mainWindow(self):
        return self.window

    def addToolBar(self, name):
        return self.window.addToolBar(name)

    def pluginMenu(self):
        return self.plugins

    def addPluginToMenu(self, menu, action):
        self.menu.append((menu, action))
        if menu not in self.submenus():
            self.plugins.addMenu(QMenu(menu, self.window))
        self.submenus()[menu].addAction(action)

    def removePluginMenu(self, menu, action):
        """As QGIS does: a menu that is empty goes out of sight, and no further."""
        self.menu.remove((menu, action))
        own = self.submenus()[menu]
        own.removeAction(action)
        if own.isEmpty():
            self.plugins.removeAction(own.menuAction())

    def submenus(self):
        return {action.menu().title(): action.menu() for action in self.plugins.actions()}

    def addCustomActionForLayerType(self, action, menu, kind, all_layers):
        self.layer_actions.append(action)

    def registerOptionsWidgetFactory(self, factory):
        self.options.append(factory)

    def unregisterOptionsWidgetFactory(self, factory):
        self.options.remove(factory)

    def registerCustomDropHandler(self, handler):
        self.drops.append(handler)

    def unregisterCustomDropHandler(self, handler):
        self.drops.remove(handler)

    def browserModel(self):
        return self.browser

    def removeCustomActionForLayerType(self, action):
        self.layer_actions.remove(action)

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)

    def registerLocatorFilter(self, filter):
        self.locators.append(filter)

    def deregisterLocatorFilter(self, filter):
        self.locators.remove(filter)

    def activeLayer(self):
        return self.layer

    def layerTreeView(self):
        return types.SimpleNamespace(selectedLayers=lambda: [self.layer] if self.layer else [])

    def messageBar(self):
        from qgis.utils import iface

        return iface.messageBar()

    def mapCanvas(self):
        from qgis.utils import iface

        return iface.mapCanvas()


def nobody_answers(monkeypatch, cache):
    """Have the services where nobody is: neither opening the dock nor the next load may depend on them."""
    for name in ("KLASS", "NEDLASTING", "KARTKATALOG", "WMS"):
        monkeypatch.setenv(f"KLASSKART_{name}_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("KLASSKART_CACHE_DIR", str(cache))


@pytest.fixture
def iface(qgis_iface, qgis_new_project, tmp_path, monkeypatch):
    nobody_answers(monkeypatch, tmp_path)
    made = Iface()
    made.window.show()
    yield made
    made.window.deleteLater()
    deleted()


@pytest.fixture
def plugin(iface):
    made = classFactory(iface)
    made.initGui()
    yield made
    made.unload()
    wait_for(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    deleted()


def deleted():
    """Let Qt delete what is waiting for it."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, DEFERRED)


def toggle_of(iface):
    return iface.window.findChild(QAction, "KlasskartToggleDock")


def roots(iface):
    """What stands at the top of the browser panel."""
    return [iface.browser.index(row, 0).data() for row in range(iface.browser.rowCount())]


def left_behind(iface):
    ours = [child for child in iface.window.findChildren(QObject) if child.objectName().startswith("Klasskart")]
    return [
        *ours,
        *iface.menu,
        *iface.layer_actions,
        *iface.locators,
        *iface.options,
        *iface.drops,
        *[name for name in roots(iface) if name == "Klasskart"],
        *[one.name() for one in QgsApplication.dataItemProviderRegistry().providers() if one.name() == "klasskart"],
        *[name for name in ("klass_name", "klass_recode") if QgsExpression.isFunctionName(name)],
        *[p for p in [QgsApplication.processingRegistry().providerById("klasskart")] if p],
    ]


def test_toolbar_toggle_menu_and_provider_are_there_and_the_dock_is_not_yet(plugin, iface):
    assert iface.window.findChild(QToolBar, "KlasskartToolBar").actions() == [toggle_of(iface)]
    assert iface.menu[0][1] is toggle_of(iface)
    assert not toggle_of(iface).icon().isNull()
    assert list(dict.fromkeys(action.objectName() for action in iface.layer_actions)) == LAYER_ACTIONS
    assert QgsApplication.processingRegistry().providerById("klasskart") is not None
    assert plugin.dock is None


def test_the_toggle_opens_closes_and_opens_the_one_dock(plugin, iface):
    toggle_of(iface).trigger()
    dock = iface.window.findChild(QDockWidget, "KlasskartDock")
    assert dock.isVisible()
    toggle_of(iface).trigger()
    assert not dock.isVisible()
    toggle_of(iface).trigger()
    assert dock.isVisible()
    assert len(iface.window.findChildren(QDockWidget)) == 1


def test_closing_the_dock_by_its_cross_unchecks_the_toggle(plugin, iface):
    toggle_of(iface).trigger()
    plugin.dock.close()
    assert not toggle_of(iface).isChecked()


def test_join_codes_of_the_layer_menu_opens_the_join_page(plugin, iface):
    iface.layer = QgsVectorLayer("Polygon?field=kommunenummer:string", "Mine", "memory")
    QgsProject.instance().addMapLayer(iface.layer)
    iface.layer_actions[0].trigger()
    assert plugin.dock.current_page.objectName() == "KlasskartJoinPage"
    iface.layer = None


@pytest.mark.parametrize("name", ["KlasskartRenewBoundaries", "KlasskartKeepWithProject"])
def test_what_the_layer_menu_does_with_boundaries_is_told_on_the_map_page(plugin, iface, name):
    iface.layer = QgsVectorLayer("Polygon?field=kommunenummer:string", "Mine", "memory")
    QgsProject.instance().addMapLayer(iface.layer)
    iface.window.findChild(QAction, name).trigger()
    page = plugin.dock.current_page
    assert page.objectName() == "KlasskartLayersPage"
    assert [note.kind for note in page.notes.notes()] == ["info"], "this layer is none of Geonorge's"
    iface.layer = None


def test_the_locator_finds_places_and_works_without_the_dock(plugin, iface):
    found = iface.locators[0]
    assert (found.prefix(), found.useWithoutPrefix()) == ("kls", False)
    found.triggerResultFromAction(found.result("0301 Oslo", "show", "kommune", "0301", "0301 Oslo"), 1)
    assert QApplication.clipboard().text() == "0301"
    assert plugin.dock is None
    found.triggerResult(found.result("1507 Ålesund", "life", "kommune", "1507", "2023-12-31"))
    assert plugin.dock.current_page.objectName() == "KlasskartCodesPage"


def test_the_options_page_is_built_when_somebody_opens_the_dialog(plugin, iface):
    page = iface.options[0].createWidget(iface.window)
    assert page.objectName() == "KlasskartOptionsPage"
    assert iface.options[0].title() == "Klasskart"


def test_what_the_options_change_reaches_an_open_dock(plugin, iface, monkeypatch, tmp_path):
    toggle_of(iface).trigger()
    desk = plugin.dock.desk
    told = []
    desk.settings_changed.connect(lambda: told.append(desk.config.read_timeout))
    page = iface.options[0].createWidget(iface.window)
    page.read_timeout.editor.write(31.0)
    page.klass_names.editor.write("en")
    page.apply()
    assert told == [31.0] and desk.context.language == "en"
    QgsSettings().remove("klasskart/network/read-timeout")
    QgsSettings().remove("klasskart/context/language")


def test_a_favourite_that_is_kept_in_the_dock_stands_in_the_browser_panel(plugin, iface):
    QgsSettings().remove("klasskart/map/favourites")
    iface.browser.fetchMore(iface.browser.findPath("klasskart:"))
    iface.browser.fetchMore(iface.browser.findPath("klasskart:/favourites"))
    plugin.open_dock("KlasskartLayersPage")
    plugin.dock.current_page.keep_favourite("https://a.example.no/wms", "Planer", True)
    folder = iface.browser.findPath("klasskart:/favourites")
    assert [iface.browser.index(row, 0, folder).data() for row in range(iface.browser.rowCount(folder))] == ["Planer"]
    plugin.dock.current_page.keep_favourite("https://a.example.no/wms", "Planer", False)
    assert iface.browser.rowCount(iface.browser.findPath("klasskart:/favourites")) == 0


def test_what_is_dropped_works_without_the_dock(plugin, iface):
    from klasskart.gis.browser_contents import wish
    from qgis.core import QgsMimeDataUtils

    uri = QgsMimeDataUtils.Uri()
    uri.layerType, uri.providerKey, uri.uri = "custom", "klasskart", wish("boundaries", "fylke", 2024)
    iface.drops[0].handleCustomUriDrop(uri)
    assert plugin.dock is None and QgsApplication.taskManager().countActiveTasks() > 0


def test_twice_on_and_off_leaves_nothing(iface):
    for _ in range(2):
        plugin = classFactory(iface)
        plugin.initGui()
        toggle_of(iface).trigger()
        wait_for(lambda p=plugin: len(p.dock._built) == p.dock.tabs.count())
        plugin.unload()
        assert left_behind(iface) == [], "at once: the plugin may be loaded again before Qt has deleted anything"
        wait_for(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
        deleted()


def test_what_is_unloaded_is_qts_to_delete_and_its_jobs_go_with_it(iface):
    plugin = classFactory(iface)
    plugin.initGui()
    plugin.open_dock()
    desk, dock = plugin._desk, plugin.dock
    jobs = desk.jobs
    plugin.unload()
    assert not any(sip.ispyowned(one) for one in (desk, dock, jobs)), "Python may let go of them in any thread"
    QCoreApplication.sendPostedEvents(None, DEFERRED)
    assert all(sip.isdeleted(one) for one in (desk, dock, jobs))


def test_unloading_without_having_opened_anything(iface):
    plugin = classFactory(iface)
    plugin.initGui()
    plugin.unload()
    assert left_behind(iface) == []


def test_help_opens_from_the_menu_and_by_its_address_and_is_gone_with_the_plugin(iface):
    plugin = classFactory(iface)
    plugin.initGui()
    next(action for _, action in iface.menu if action.objectName() == "KlasskartHelp").trigger()
    window = iface.window.findChild(QDialog, "KlasskartHelpWindow")
    assert window.isVisible()
    assert QDesktopServices.openUrl(QUrl("klasskart-help:join"))
    assert window.pages.source().fileName() == "join.md"
    plugin.unload()
    deleted()
    assert left_behind(iface) == []


@pytest.mark.parametrize("language, folder", [("nb", "nb"), ("nn", "nb"), ("en", "docs")])
def test_help_is_in_the_language_that_the_plugin_started_in(iface, language, folder):
    QgsSettings().setValue("klasskart/interface/language", language)
    plugin = classFactory(iface)
    plugin.initGui()
    QgsSettings().remove("klasskart/interface/language")
    plugin.open_help("join")
    window = iface.window.findChild(QDialog, "KlasskartHelpWindow")
    assert window.pages.source().path().endswith(f"/{folder}/join.md")
    plugin.unload()
    deleted()


def test_processing_alone_needs_no_interface(qgis_app):
    plugin = classFactory(None)
    plugin.initProcessing()
    assert QgsApplication.processingRegistry().providerById("klasskart") is not None
    assert QgsExpression.isFunctionName("klass_name"), "qgis_process has expressions too"
    plugin.unload()
    assert not QgsExpression.isFunctionName("klass_name")
    assert QgsApplication.processingRegistry().providerById("klasskart") is None


def test_starting_imports_nothing_heavy():
    """In a process of its own, since other tests have imported everything."""
    program = """
import sys, unittest.mock
sys.path.insert(0, "tests")
import conftest
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QMainWindow
app = QgsApplication([], True)
app.initQgis()
before = set(sys.modules)
iface = unittest.mock.MagicMock()
window = QMainWindow()
iface.mainWindow.return_value = window
iface.addToolBar.side_effect = window.addToolBar
from klasskart import classFactory
plugin = classFactory(iface)
plugin.initGui()
new = sorted(set(sys.modules) - before)
heavy = ("httpx", "pyproj", "numpy", "osgeo", "sqlite3", "klasskart.ui", "klasskart.clients")
print([name for name in new if any(part in name for part in heavy)])
plugin.unload()
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout.strip().splitlines()[-1:] == ["[]"], done.stdout + done.stderr


def test_metadata_is_whole():
    reader = configparser.ConfigParser()
    reader.optionxform = str
    reader.read(ROOT / "metadata.txt", encoding="utf-8")
    general = dict(reader["general"])
    needed = [
        "name",
        "description",
        "version",
        "qgisMinimumVersion",
        "author",
        "email",
        "about",
        "tracker",
        "repository",
        "homepage",
    ]
    assert all(general.get(key) for key in needed)
    assert general["name"] == "Klasskart"
    assert general["hasProcessingProvider"] == "yes"
    assert (general["qgisMinimumVersion"], general["qgisMaximumVersion"]) == ("3.22", "3.99")
    assert (ROOT / general["icon"]).is_file()
    assert "httpx" in general["about"]


@pytest.mark.parametrize(("system", "says"), [("nb_NO", "koblet"), ("nn_NO", "kopla"), ("de_DE", "joined")])
def test_the_plugin_manager_tells_about_it_in_the_language_of_the_desktop(monkeypatch, system, says):
    monkeypatch.syspath_prepend(f"{QgsApplication.pkgDataPath()}/python")
    from pyplugin_installer import installer_data

    # As what QGIS itself asks; the locale of a test run can't be set.
    monkeypatch.setattr(installer_data, "QLocale", types.SimpleNamespace(system=lambda: QLocale(system)))
    shown = installer_data.Plugins().getInstalledPlugin("klasskart", str(ROOT), True)
    assert says in shown["description"]
    assert "httpx" in shown["about"]
    assert shown["error"] == ""


@pytest.mark.parametrize("icon", sorted((ROOT / "resources" / "icons").glob("*.svg")), ids=lambda path: path.name)
def test_icons_are_drawn_on_24_by_24(icon):
    root = ET.parse(icon).getroot()
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("24", "24", "0 0 24 24")
