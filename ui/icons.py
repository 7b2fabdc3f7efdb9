"""Icons: QGIS's own where it has one, ours as SVG for the rest."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QIcon

from ..gis.own_icons import drawing, own_icon

__all__ = ["any_icon", "own_icon", "theme_icon"]


def theme_icon(name: str) -> QIcon:
    """Give an icon of the QGIS theme, such as `mActionRefresh`."""
    return QgsApplication.getThemeIcon(f"/{name}.svg")


def any_icon(name: str) -> QIcon:
    """Give one of our own icons where there is one of that name, else one of the QGIS theme."""
    return own_icon(name) if drawing(name).is_file() else theme_icon(name)
