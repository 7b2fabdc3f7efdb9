"""The extent of a data set, drawn on the map."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtGui import QColor

_DEGREES = "EPSG:4258"
_LINE, _FILL = QColor("#0072b2"), QColor(0, 114, 178, 30)
_CORNERS = 20  # more on each side, as straight lines in degrees are none on the map
_MARGIN = 1.1

Extent = tuple[float, float, float, float]  # west, south, east, north in degrees


class ExtentMark:
    """One box on one map canvas. Whoever puts it there takes it away: on leaving, hiding and unloading."""

    def __init__(self, canvas: QgsMapCanvas | None, project: QgsProject):
        self._canvas, self._project = canvas, project
        self._band: QgsRubberBand | None = None
        self._extent: Extent | None = None

    @property
    def is_shown(self) -> bool:
        return self._band is not None

    def show(self, extent: Extent | None) -> None:
        self.clear()
        self._extent = extent
        box = self._on_map(extent)
        if box is None:
            return
        band = self._band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        band.setStrokeColor(_LINE)
        band.setFillColor(_FILL)
        band.setWidth(2)
        band.setToGeometry(box, None)
        band.show()

    def redraw(self) -> None:
        """Draw it where it lies in another system of the map."""
        self.show(self._extent)

    def clear(self) -> None:
        self._extent = None
        if self._band is not None:
            self._band.hide()
            self._canvas.scene().removeItem(self._band)
            self._band = None

    def zoom_to(self, extent: Extent | None) -> None:
        box = self._on_map(extent)
        if box is not None:
            there = box.boundingBox()
            there.scale(_MARGIN)
            self._canvas.setExtent(there)
            self._canvas.refresh()

    def _on_map(self, extent: Extent | None) -> QgsGeometry | None:
        """Give the box in the map's own system; None where there is none, or it can't be drawn there."""
        if self._canvas is None or not is_sound(extent):
            return None
        box = QgsGeometry.fromRect(QgsRectangle(*extent)).densifyByCount(_CORNERS)
        there = self._canvas.mapSettings().destinationCrs()
        try:
            box.transform(QgsCoordinateTransform(QgsCoordinateReferenceSystem(_DEGREES), there, self._project))
        except QgsCsException:
            return None
        return box


def is_sound(extent: Extent | None) -> bool:
    """Whether it is a box of degrees at all: catalogues hold the whole world, points, and sides mixed up."""
    if extent is None:
        return False
    west, south, east, north = extent
    return -180 <= west < east <= 180 and -90 <= south < north <= 90 and (east - west, north - south) != (360, 180)
