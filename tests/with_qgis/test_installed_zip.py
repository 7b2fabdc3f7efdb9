"""The zip in a new profile, as an analyst installs it: it needs no network, no pip, and no other plugin's libraries."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT

# What an analyst's QGIS does with it. QGIS's own Python, not that of the tests, which has more than QGIS brings.
SESSION = """
import json, sys, types, unittest.mock
asked = []
sys.addaudithook(lambda event, _: asked.append(event) if event in ("socket.connect", "subprocess.Popen", "os.system") else None)
other = sys.modules["httpx"] = types.ModuleType("httpx")  # an old one, which another plugin brought

from qgis import utils
from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsNetworkRequestParameters
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QMainWindow

app = QgsApplication([], True)
app.initQgis()
manager = QgsNetworkAccessManager.instance()
manager.requestAboutToBeCreated[QgsNetworkRequestParameters].connect(lambda one: asked.append(one.request().url().toString()))
window, canvas = QMainWindow(), QgsMapCanvas()
utils.iface = unittest.mock.MagicMock()
utils.iface.mainWindow.return_value = window
utils.iface.mapCanvas.return_value = canvas
utils.iface.addToolBar.side_effect = window.addToolBar
utils.plugin_paths.append(sys.argv[1])
sys.path[:0] = [sys.argv[1], QgsApplication.pkgDataPath() + "/python/plugins"]
utils.updateAvailablePlugins()

told = {"compatible": "klasskart" in utils.available_plugins}
told["started"] = utils.loadPlugin("klasskart") and utils.startPlugin("klasskart")
told["asked"] = list(asked)

import processing
from processing.core.Processing import Processing
Processing.initialize()
wanted = {"CLASSIFICATION": "131", "DATE": "2026-01-01", "OUTPUT": "TEMPORARY_OUTPUT"}
told["codes"] = processing.run("klasskart:codes", wanted)["OUTPUT"].featureCount()
told["asked for codes"] = bool(asked)
for page in ("KlasskartCodesPage", "KlasskartLayersPage", "KlasskartJoinPage", "KlasskartOpenDataPage"):
    utils.plugins["klasskart"].open_dock(page)
    app.processEvents()
told["others"] = sys.modules["httpx"] is other
told["ours"] = sys.modules["klasskart._vendor.httpx"].__version__
told["from"] = sys.modules["klasskart"].__file__
told["unloaded"] = utils.unloadPlugin("klasskart")
told["left"] = sorted(name for name in sys.modules if name.split(".")[0] == "klasskart")
print(json.dumps(told))
"""


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Give a folder of plugins in which the zip of these sources was unpacked."""
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import make_zip

    make_zip.pack(tmp_path / "klasskart.zip")
    shutil.unpack_archive(tmp_path / "klasskart.zip", tmp_path / "plugins")
    sys.modules.pop("make_zip")
    return tmp_path / "plugins"


def test_it_starts_without_a_network_and_works_beside_another_plugins_httpx(installed, standin, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    environment.update(standin.environment(), HOME=str(home), KLASSKART_CACHE_DIR=str(tmp_path / "cache"))
    command = [sys._base_executable, "-c", SESSION, str(installed)]
    done = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, timeout=300, check=False)
    told = json.loads(next((line for line in reversed(done.stdout.splitlines()) if line.startswith("{")), "{}"))
    assert told, done.stdout + done.stderr
    assert (told["compatible"], told["started"], told["asked"]) == (True, True, [])
    assert told["from"].startswith(str(installed))
    assert (told["codes"], told["asked for codes"]) == (358, True)  # and so the counter counts
    assert (told["others"], told["ours"]) == (True, "0.28.1")
    assert (told["unloaded"], told["left"]) == (True, [])
