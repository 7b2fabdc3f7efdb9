"""How boundaries look when they come: thin outlines, and names at scales where they have room."""

from __future__ import annotations

from qgis.core import (
    QgsFillSymbol,
    QgsLineSymbol,
    QgsPalLayerSettings,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..core.units import UNITS

_INK = "#415a75"
_FILL = "109,151,196,40"
# Width of the outline in mm, and the smallest scale (1 : …) at which names stand.
_LOOKS = {
    "fylke": (0.3, 20_000_000),
    "kommune": (0.2, 2_500_000),
    "bydel": (0.25, 400_000),
    "delomrade": (0.15, 250_000),
    "grunnkrets": (0.12, 100_000),
    "fylkesgrense": (0.4, 0),
    "kommunegrense": (0.25, 0),
}


def apply(layer: QgsVectorLayer, unit: str) -> None:
    """Style boundaries of a unit (a key of `units.UNITS`) and label them by name."""
    width, scale = _LOOKS.get(unit, (0.2, 0))
    if UNITS[unit].is_border:
        symbol = QgsLineSymbol.createSimple({"line_color": _INK, "line_width": str(width), "capstyle": "round"})
    else:
        symbol = QgsFillSymbol.createSimple({"color": _FILL, "outline_color": _INK, "outline_width": str(width)})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    name = UNITS[unit].name_field
    if name and name in layer.fields().names():
        layer.setLabeling(QgsVectorLayerSimpleLabeling(_labels(name, scale)))
        layer.setLabelsEnabled(True)


def _labels(field: str, scale: int) -> QgsPalLayerSettings:
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.7)
    halo.setColor(QColor(255, 255, 255, 200))
    text = QgsTextFormat()
    text.setSize(8)
    text.setColor(QColor(_INK))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = field
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.centroidWhole = True
    settings.scaleVisibility = bool(scale)
    settings.minimumScale = scale
    settings.maximumScale = 0
    settings.setFormat(text)
    return settings
