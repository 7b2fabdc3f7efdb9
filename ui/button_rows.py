"""Buttons side by side, in as many rows as the width asks for."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtWidgets import QAbstractButton, QGridLayout, QLayout, QSizePolicy, QWidget

from .measures import spacing


class ButtonRows(QWidget):
    """Lays out its buttons by the room there is: as many beside each other as fit."""

    def __init__(self, buttons: Sequence[QAbstractButton], parent: QWidget | None = None):
        super().__init__(parent)
        self.buttons = list(buttons)
        self._offered = list(buttons)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing(self))
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the room decides, not what stands there now
        for button in self.buttons:
            button.setParent(self)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.offer(buttons)

    def offer(self, buttons: Sequence[QAbstractButton]) -> None:
        """Show only these; also to be called when their words are others."""
        self._offered = list(buttons)
        for button in self.buttons:
            button.setVisible(button in self._offered)
        self.setVisible(bool(self._offered))
        self._arrange()

    def _arrange(self) -> None:
        columns = len(self._offered)
        while columns > 1 and self._needed(columns) > self.width():
            columns -= 1
        for button in self.buttons:
            self._grid.removeWidget(button)
        for number, button in enumerate(self._offered):
            self._grid.addWidget(button, number // columns, number % columns)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the widest button only."""
        widest = max((button.sizeHint().width() for button in self._offered), default=0)
        return QSize(widest, self._grid.minimumSize().height())

    def sizeHint(self) -> QSize:
        return QSize(max(1, self._needed(len(self._offered))), self._grid.sizeHint().height())

    def _needed(self, columns: int) -> int:
        """Give the width of so many columns, each as wide as its widest button."""
        widths = [max(button.sizeHint().width() for button in self._offered[column::columns]) for column in range(columns)]
        return sum(widths) + (columns - 1) * spacing(self)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()
