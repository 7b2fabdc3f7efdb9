"""The keyboard's way out of a line that searches."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QWidget


def on_down(line: QWidget, go: Callable[[], None]) -> None:
    """Call `go` when the arrow down is pressed in a line: from a search to what it has found."""
    line.installEventFilter(_Down(line, go))


class _Down(QObject):
    def __init__(self, line: QWidget, go: Callable[[], None]):
        super().__init__(line)
        self._go = go

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self._go()
            return True
        return super().eventFilter(watched, event)
