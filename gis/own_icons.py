"""Our own drawings, as SVG in resources/icons."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtGui import QIcon

_FOLDER = Path(__file__).resolve().parents[1] / "resources" / "icons"


def drawing(name: str) -> Path:
    """Give the file of an icon, by its name without the ending."""
    return _FOLDER / f"{name}.svg"


def own_icon(name: str) -> QIcon:
    return QIcon(str(drawing(name)))
