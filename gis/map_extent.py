"""Parts of a map in terms of ours."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsRectangle

from ..core.extent import Extent


def map_extent(rectangle: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> Extent:
    """Give a rectangle with its CRS, by number where it has one."""
    edges = rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum()
    return Extent(*edges, _text(crs))


def map_point(point: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> Extent:
    return Extent.of_point(point.x(), point.y(), _text(crs))


def _text(crs: QgsCoordinateReferenceSystem) -> str:
    return crs.authid() or crs.toWkt()
