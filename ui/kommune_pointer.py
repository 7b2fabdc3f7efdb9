"""Pointing at a kommune in the map: a tool that gives one point, and then the map its former tool back."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsProject
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsMapToolEmitPoint
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

DEGREES = "EPSG:4258"


class _PointTool(QgsMapToolEmitPoint):
    """Emits a point; Esc puts it down."""

    left = pyqtSignal()

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class KommunePointer(QObject):
    """Lends a tool to the map canvas. Whoever takes it up puts it down: on leaving, hiding and unloading."""

    pointed = pyqtSignal(float, float)  # longitude and latitude in degrees
    changed = pyqtSignal()  # taken up or put down

    def __init__(self, canvas: QgsMapCanvas | None, project: QgsProject, parent: QObject | None = None):
        super().__init__(parent)
        self._canvas, self._project = canvas, project
        self._tool: _PointTool | None = None
        self._former: QgsMapTool | None = None

    @property
    def is_possible(self) -> bool:
        return self._canvas is not None

    @property
    def is_on(self) -> bool:
        return self._tool is not None

    def start(self) -> None:
        if self._canvas is None or self.is_on:
            return
        self._former = self._canvas.mapTool()
        tool = self._tool = _PointTool(self._canvas)
        tool.canvasClicked.connect(self._on_clicked)
        tool.left.connect(self.stop)
        tool.deactivated.connect(self._on_deactivated)
        self._canvas.setMapTool(tool)
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)  # Esc is to reach the tool
        self.changed.emit()

    def stop(self) -> None:
        """Put the tool down and give the map its former one back."""
        tool, former = self._tool, self._former
        if tool is None:
            return
        self._forget()
        if not sip.isdeleted(self._canvas):
            self._canvas.unsetMapTool(tool)
            if former is not None and not sip.isdeleted(former):
                self._canvas.setMapTool(former)
        tool.deleteLater()
        self.changed.emit()

    def _on_clicked(self, point, _button) -> None:
        degrees = QgsCoordinateReferenceSystem(DEGREES)
        transform = QgsCoordinateTransform(self._canvas.mapSettings().destinationCrs(), degrees, self._project)
        self.stop()
        try:
            there = transform.transform(point)
        except QgsCsException:
            return  # far outside what the map's system can show
        self.pointed.emit(there.x(), there.y())

    def _on_deactivated(self) -> None:
        """The user has taken up another tool."""
        tool = self._tool
        if tool is not None:
            self._forget()
            tool.deleteLater()
            self.changed.emit()

    def _forget(self) -> None:
        self._tool = self._former = None
