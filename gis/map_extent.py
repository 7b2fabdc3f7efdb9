"""Parts of a map in terms of ours."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsMapLayer, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas

from ..core.extent import Extent

_ROOM = 1.05  # around what the map is moved to


def map_extent(rectangle: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> Extent:
    """Give a rectangle with its CRS, by number where it has one."""
    edges = rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum()
    return Extent(*edges, _text(crs))


def map_point(point: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> Extent:
    return Extent.of_point(point.x(), point.y(), _text(crs))


def bring_into_sight(canvas: QgsMapCanvas | None, layer: QgsMapLayer) -> None:
    """Move the map to a new layer of which nothing would be seen; where some of it is in sight the map stays as it is.

    The first layer of a project is left to QGIS, which fills the map with it.
    """
    if canvas is None or not canvas.layers():
        return
    there = canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent())
    if there.isFinite() and not there.isEmpty() and not there.intersects(canvas.extent()):
        there.scale(_ROOM)
        canvas.setExtent(there)
        canvas.refresh()


def _text(crs: QgsCoordinateReferenceSystem) -> str:
    return crs.authid() or crs.toWkt()
