"""How long QGIS waits for the plugin at start: import, classFactory and initGui, beside an empty skeleton plugin.

Prints milliseconds as JSON. Run by run.py, once per sample, in a fresh process with .pyc files present.
"""

import json
import os
import sys
import time
from pathlib import Path

SKELETON = {
    "__init__.py": "def classFactory(iface):\n    from .plugin import Skeleton\n    return Skeleton(iface)\n",
    "plugin.py": (
        "from qgis.PyQt.QtWidgets import QAction\n"
        "class Skeleton:\n"
        "    def __init__(self, iface):\n        self.iface = iface\n"
        "    def initGui(self):\n        self.action = QAction('x', self.iface.mainWindow())\n"
        "        self.iface.addToolBarIcon(self.action)\n"
        "    def unload(self):\n        self.iface.removeToolBarIcon(self.action)\n"
    ),
    "metadata.txt": "[general]\nname=Skeleton\ndescription=x\nversion=1\nqgisMinimumVersion=3.22\nauthor=x\n",
}


class Iface:
    """QGIS's interface: what is asked of it is done by others, or by nobody and at once."""

    def __init__(self, **done):
        vars(self).update(done)

    def __getattr__(self, name: str):
        return lambda *given: None


def sample(plugins: str) -> dict[str, object]:
    """Load both plugins as the desktop does; the one under test second, so that neither pays for the other."""
    sys.path[:0] = ["/usr/share/qgis/python/plugins", plugins]
    from qgis.core import QgsApplication, QgsLayerTreeModel, QgsProject
    from qgis.gui import QgsLayerTreeView, QgsMapCanvas
    from qgis.PyQt.QtWidgets import QMainWindow

    application = QgsApplication([], True)
    application.initQgis()
    import processing  # noqa: F401  as in the desktop: it loads most of the standard library
    import qgis.utils

    window = QMainWindow()
    # As in the desktop, which has a dozen of them: the first toolbar and the first icon cost more than any other.
    window.addToolBar("Project").addAction(QgsApplication.getThemeIcon("/mActionFileNew.svg"), "New")
    canvas = QgsMapCanvas(window)
    panel = QgsLayerTreeView(window)
    panel.setModel(QgsLayerTreeModel(QgsProject.instance().layerTreeRoot(), panel))
    parts = {"mainWindow": lambda: window, "mapCanvas": lambda: canvas, "layerTreeView": lambda: panel}
    iface = Iface(addToolBar=window.addToolBar, **parts)
    qgis.utils.iface, qgis.utils.plugin_paths = iface, [plugins]
    qgis.utils.updateAvailablePlugins()
    found: dict[str, object] = {}
    for name in ("skeleton", "klasskart"):
        start = time.perf_counter()
        if not (qgis.utils.loadPlugin(name) and qgis.utils.startPlugin(name)):
            raise SystemExit(f"{name} did not start")
        found[name] = 1000 * (time.perf_counter() - start)
    found["imported"] = sorted({"pyproj", "numpy", "klasskart._vendor.httpx"} & set(sys.modules))
    return found


def write_skeleton(plugins: Path) -> None:
    """Write the yardstick: a plugin with one action."""
    folder = plugins / "skeleton"
    folder.mkdir(parents=True)
    for name, text in SKELETON.items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    print(json.dumps(sample(sys.argv[1])), flush=True)
    os._exit(0)  # QGIS without its desktop does not always end well, and nothing here needs it to
