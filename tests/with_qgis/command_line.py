"""qgis_process with this checkout as its plugin, in a profile of its own."""

import os
import shutil
import subprocess

import pytest
from conftest import ROOT

PROGRAM = shutil.which("qgis_process.bin") or shutil.which("qgis_process")

needs_program = pytest.mark.skipif(PROGRAM is None, reason="no qgis_process")


def runner(standin, folder):
    """Give a function that runs qgis_process with some arguments and gives what it printed; files go to `folder`."""
    profile = folder / "prof" / "profiles" / "default" / "QGIS"
    profile.mkdir(parents=True)
    (profile / "QGIS3.ini").write_text("[PythonPlugins]\nklasskart=true\n")
    for name in ("plugins", "home", "run"):
        (folder / name).mkdir(mode=0o700)
    (folder / "plugins" / "klasskart").symlink_to(ROOT)
    own = {
        **standin.environment(),
        "KLASSKART_CACHE_DIR": folder / "cache",
        "KLASSKART_TODAY": "2026-11-21",
        "KLASSKART_READ_TIMEOUT": "120",
        "HOME": folder / "home",
        "XDG_RUNTIME_DIR": folder / "run",
        "QGIS_PLUGINPATH": folder / "plugins",
        "QGIS_CUSTOM_CONFIG_PATH": folder / "prof",
        "QT_QPA_PLATFORM": "offscreen",
    }
    settings = {**os.environ, **{name: str(value) for name, value in own.items()}}

    def run(*arguments):
        command = [PROGRAM, *map(str, arguments)]
        done = subprocess.run(command, env=settings, capture_output=True, text=True, timeout=120, check=False, cwd=folder)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run
