"""The symbols that figures on a map are drawn with, for areas, lines and points."""

from __future__ import annotations

from qgis.core import (
    QgsCentroidFillSymbolLayer,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsProperty,
    QgsSymbol,
    QgsSymbolLayer,
    QgsWkbTypes,
)

_EDGE = {"outline_color": "255,255,255,153", "outline_width": "0.1", "outline_width_unit": "MM"}
_GREY = "140,140,140,255"
_AREA = {"color": "240,240,240,255", "outline_color": "190,190,190,255", "outline_width": "0.1", "outline_width_unit": "MM"}
_CIRCLE = {
    "name": "circle",
    "color": "44,127,184,190",
    "outline_color": "255,255,255,255",
    "outline_width": "0.2",
    "outline_width_unit": "MM",
    "size_unit": "MM",
}


def filled(kind: QgsWkbTypes.GeometryType, colour: str) -> QgsSymbol:
    """Give the symbol of a class."""
    if kind == QgsWkbTypes.GeometryType.PolygonGeometry:
        return QgsFillSymbol.createSimple({"color": colour, **_EDGE})
    if kind == QgsWkbTypes.GeometryType.LineGeometry:
        return QgsLineSymbol.createSimple({"color": colour, "width": "0.8"})
    return QgsMarkerSymbol.createSimple({"name": "circle", "color": colour, "size": "2.6", "outline_color": "90,90,90,255"})


def without_value(kind: QgsWkbTypes.GeometryType) -> QgsSymbol:
    """Give the symbol of what has no value: there, but of no class. Areas are hatched at 45°."""
    if kind == QgsWkbTypes.GeometryType.LineGeometry:
        return QgsLineSymbol.createSimple({"color": _GREY, "width": "0.3", "line_style": "dash"})
    if kind != QgsWkbTypes.GeometryType.PolygonGeometry:
        return QgsMarkerSymbol.createSimple({"name": "cross2", "color": _GREY, "size": "1.8", "outline_color": _GREY})
    symbol = QgsFillSymbol.createSimple({"color": "255,255,255,255", "outline_color": _GREY, "outline_width": "0.1"})
    hatch = QgsLinePatternFillSymbolLayer()
    hatch.setLineAngle(45)
    hatch.setDistance(1.5)
    hatch.setSubSymbol(QgsLineSymbol.createSimple({"color": _GREY, "width": "0.2"}))
    symbol.appendSymbolLayer(hatch)
    return symbol


def circled(kind: QgsWkbTypes.GeometryType, size: QgsProperty) -> QgsSymbol:
    """Give a circle of a size (mm across) on what it stands for: one on each area, however many parts that has."""
    marker = circle(4)
    marker.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.Property.PropertySize, size)
    if kind == QgsWkbTypes.GeometryType.PointGeometry:
        return marker
    symbol = QgsFillSymbol.createSimple(_AREA)
    centre = QgsCentroidFillSymbolLayer()
    centre.setSubSymbol(marker)
    centre.setPointOnAllParts(False)
    centre.setPointOnSurface(True)
    centre.setRenderingPass(1)  # all areas lie below all circles
    symbol.appendSymbolLayer(centre)
    return symbol


def circle(size: float) -> QgsMarkerSymbol:
    """Give a circle, its size in mm across."""
    return QgsMarkerSymbol.createSimple({**_CIRCLE, "size": f"{size:.2f}"})
