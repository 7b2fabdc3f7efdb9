"""The features behind rows of a report: found off the GUI thread, marked on the map, and unmarked again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsExpression,
    QgsFeatureRequest,
    QgsGeometry,
    QgsMapToPixelSimplifier,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.gui import QgsHighlight, QgsMapCanvas
from qgis.PyQt.QtGui import QColor

from ..core.feedback import SILENT, Feedback

MOST_MARKED = 500  # shapes; more of them hide the map, and cost a pause
_AT_ONCE = 500  # values in one expression
_LINE, _FILL = QColor("#D55E00"), QColor(213, 94, 0, 60)  # apart from the blues of maps, in grey too
_MARGIN = 1.1


@dataclass(frozen=True)
class Place:
    """Features of a layer: their ids, what they cover, and the shapes to mark."""

    ids: tuple[int, ...]
    extent: QgsRectangle
    shapes: tuple[QgsGeometry, ...]


def find(
    source: QgsVectorLayerFeatureSource,
    field: str,
    values: Sequence[object],
    pixel: float = 0.0,
    feedback: Feedback = SILENT,
) -> Place:
    """Find the features whose field has one of the values (None: null).

    Runs in any thread: `source` is a copy of the layer. Shapes lose what is smaller than `pixel`, a pixel of the map in
    units of the layer: marking a kommune of 100 000 points would stop the map.
    """
    # By distance, which is the usual way: its name moved to `Qgis` with 3.38.
    simplify = QgsMapToPixelSimplifier.SimplifyFlag.SimplifyGeometry
    simplifier = QgsMapToPixelSimplifier(getattr(simplify, "value", simplify), pixel)
    ids: list[int] = []
    shapes: list[QgsGeometry] = []
    extent = QgsRectangle()
    extent.setMinimal()
    for request in _requests(field, values):
        for feature in source.getFeatures(request):
            feedback.check()
            ids.append(feature.id())
            geometry = feature.geometry()
            if not geometry.isEmpty():
                extent.combineExtentWith(geometry.boundingBox())
                if len(shapes) < MOST_MARKED:
                    shapes.append(simplifier.simplify(geometry) if pixel else QgsGeometry(geometry))
    return Place(tuple(ids), extent, tuple(shapes))


def _requests(field: str, values: Sequence[object]):
    """Ask for some values at a time; null needs its own words."""
    column = QgsExpression.quotedColumnRef(field)
    given = [value for value in values if value is not None]
    for start in range(0, len(given), _AT_ONCE):
        listed = ",".join(QgsExpression.quotedValue(value) for value in given[start : start + _AT_ONCE])
        yield QgsFeatureRequest(QgsExpression(f"{column} IN ({listed})"))
    if len(given) < len(values):
        yield QgsFeatureRequest(QgsExpression(f"{column} IS NULL"))


class Marks:
    """The marks on one map canvas. Whoever puts some there takes them away: on leaving, hiding and unloading."""

    def __init__(self, canvas: QgsMapCanvas | None):
        self._canvas = canvas
        self._marks: list[QgsHighlight] = []

    def show(self, place: Place, layer: QgsVectorLayer) -> None:
        self.clear()
        if self._canvas is None:
            return
        for shape in place.shapes:
            mark = QgsHighlight(self._canvas, shape, layer)
            mark.setColor(_LINE)
            mark.setFillColor(_FILL)
            mark.setWidth(2)
            mark.show()
            self._marks.append(mark)

    def clear(self) -> None:
        for mark in self._marks:
            mark.hide()
            if self._canvas is not None:
                self._canvas.scene().removeItem(mark)
        self._marks = []

    def pixel(self, layer: QgsVectorLayer, project: QgsProject) -> float:
        """Give the size of a pixel of the map in units of the layer; 0 where it can't be told."""
        if self._canvas is None or not self._canvas.width():
            return 0.0
        try:
            return (
                self._transform(layer, project, back=True).transformBoundingBox(self._canvas.extent()).width()
                / self._canvas.width()
            )
        except QgsCsException:
            return 0.0

    def zoom_to(self, place: Place, layer: QgsVectorLayer, project: QgsProject, margin: float = _MARGIN) -> None:
        """Bring the features into sight, with some room around them; a single point is put in the middle."""
        if self._canvas is None or not place.shapes:
            return
        try:
            extent = self._transform(layer, project).transformBoundingBox(place.extent)
        except QgsCsException:
            return  # outside what the map's CRS can show
        if extent.width() or extent.height():
            if extent.isEmpty():  # points in a row
                extent.grow(max(extent.width(), extent.height()) / 2)
            extent.scale(margin)
            self._canvas.setExtent(extent)
        else:
            self._canvas.setCenter(extent.center())
        self._canvas.refresh()

    def _transform(self, layer: QgsVectorLayer, project: QgsProject, back: bool = False) -> QgsCoordinateTransform:
        ends = (layer.crs(), self._canvas.mapSettings().destinationCrs())
        return QgsCoordinateTransform(*(reversed(ends) if back else ends), project)
