"""Loaded and unloaded over and over, as developers do and updates do: what is there after 100 times was there after 10."""

import collections
import gc
import threading

import pytest
from fake_desk import wait_for
from klasskart import classFactory
from klasskart.gis.browser_contents import wish
from klasskart.gis.jobs import Job
from klasskart.gis.locator import COPY
from qgis.core import QgsApplication, QgsExpression, QgsMimeDataUtils, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject
from qgis.PyQt.QtWidgets import QAction, QApplication
from test_plugin import Iface, nobody_answers

DEFERRED = getattr(QEvent.Type.DeferredDelete, "value", QEvent.Type.DeferredDelete)

PAGES = ("KlasskartCodesPage", "KlasskartLayersPage", "KlasskartJoinPage", "KlasskartOpenDataPage")
SIGNALS = ("layersAdded", "layersRemoved", "layersWillBeRemoved", "cleared", "readProject", "crsChanged", "projectSaved")

OF_LAYERS = ("afterCommitChanges", "updatedFields", "selectionChanged", "nameChanged", "dataChanged", "willBeDeleted")


@pytest.fixture
def iface(qgis_iface, qgis_new_project, tmp_path, monkeypatch):
    nobody_answers(monkeypatch, tmp_path)
    made = Iface()
    made.window.show()
    yield made
    made.window.deleteLater()
    settle()


def settle():
    """Let jobs end, Qt delete what is waiting for it, and Python what nobody refers to."""

    def is_quiet():
        QCoreApplication.sendPostedEvents(None, DEFERRED)
        gc.collect()
        return not any(type(one) is Job for one in gc.get_objects())

    wait_for(lambda: QgsApplication.taskManager().countActiveTasks() == 0, 60)
    wait_for(is_quiet, 60)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, DEFERRED)


def load_and_unload(iface, number, *, use):
    plugin = classFactory(iface)
    plugin.initGui()
    if use:
        plugin.open_dock(PAGES[number % len(PAGES)])
        page = iface.options[0].createWidget(None)
        for path in ("", "/boundaries", "/boundaries/kommune", "/maps"):
            iface.browser.fetchMore(iface.browser.findPath(f"klasskart:{path}"))
        page.deleteLater()
        del page
        iface.drops[0].handleCustomUriCanvasDrop(dragged(wish("boundaries", "fylke", 2024)), None)
        found = iface.locators[0]
        found.triggerResultFromAction(found.result("0301 Oslo", "show", "kommune", "0301", "0301 Oslo"), COPY)
        del found
    plugin.unload()


def dragged(text):
    uri = QgsMimeDataUtils.Uri()
    uri.layerType, uri.providerKey, uri.uri = "custom", "klasskart", text
    return uri


def counted(iface):
    """What may be left behind, in numbers; the plugin's own objects by class."""
    settle()
    ours = collections.Counter(
        type(one).__qualname__
        for one in gc.get_objects()
        if str(type(one).__module__).partition(".")[0] == "klasskart" and isinstance(one, QObject)
    )
    (layer,) = QgsProject.instance().mapLayers().values()
    registry, project = QgsApplication.dataItemProviderRegistry(), QgsProject.instance()
    return {
        "objects of the window": len(iface.window.findChildren(QObject)),
        "widgets": len(QApplication.allWidgets()),
        "threads": threading.active_count(),
        "tasks": len(QgsApplication.taskManager().tasks()),
        "menu": len(iface.menu),
        "actions": len(iface.window.findChildren(QAction)),
        "actions of layers": len(iface.layer_actions),
        "options": len(iface.options),
        "drop handlers": len(iface.drops),
        "locator": len(iface.locators),
        "things on the map": len(iface.mapCanvas().scene().items()),
        "said above the map": len(iface.messageBar().items()),
        "algorithms": len(QgsApplication.processingRegistry().algorithms()),
        "processing": len(QgsApplication.processingRegistry().providers()),
        "functions": QgsExpression.functionCount(),
        "browser": len(registry.providers()),
        "roots": iface.browser.rowCount(),
        "listeners to the project": {name: project.receivers(getattr(project, name)) for name in SIGNALS},
        "listeners to a layer": {name: layer.receivers(getattr(layer, name)) for name in OF_LAYERS},
        "ours": dict(ours),
    }


@pytest.mark.parametrize("use", [False, True], ids=["only loaded", "dock, options page and browser opened"])
def test_after_100_loads_and_unloads_there_is_what_there_was_after_10(iface, use):
    QgsProject.instance().addMapLayer(QgsVectorLayer("Point?field=kommunenummer:string", "Mine", "memory"))
    for number in range(10):
        load_and_unload(iface, number, use=use)
    after_10 = counted(iface)
    for number in range(10, 100):
        load_and_unload(iface, number, use=use)
        if number % 10 == 0:
            settle()
    assert counted(iface) == after_10
