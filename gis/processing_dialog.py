"""The window in which Processing runs an algorithm: it stands beside QGIS, and nothing waits for it."""

from __future__ import annotations


def open_dialog(algorithm: str, iface) -> bool:
    """Open it; False where Processing is turned off."""
    try:
        from qgis import processing
    except ImportError:
        return False
    dialog = processing.createAlgorithmDialog(algorithm, {})
    if dialog is None:
        return False
    dialog.setParent(iface.mainWindow(), dialog.windowFlags())
    dialog.show()
    return True
