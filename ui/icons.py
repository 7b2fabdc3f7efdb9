"""Icons: QGIS's own where it has one, ours as SVG for the rest."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QIcon

_FOLDER = Path(__file__).resolve().parents[1] / "resources" / "icons"


def own_icon(name: str) -> QIcon:
    """Give one of our own icons, by the name of its file in resources/icons."""
    return QIcon(str(_FOLDER / f"{name}.svg"))


def theme_icon(name: str) -> QIcon:
    """Give an icon of the QGIS theme, such as `mActionRefresh`."""
    return QgsApplication.getThemeIcon(f"/{name}.svg")


def any_icon(name: str) -> QIcon:
    """Give one of our own icons where there is one of that name, else one of the QGIS theme."""
    return own_icon(name) if (_FOLDER / f"{name}.svg").is_file() else theme_icon(name)
