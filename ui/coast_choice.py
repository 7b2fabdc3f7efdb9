"""Choosing between boundaries as registered, far out to sea, and boundaries that follow the coast."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from ..core.choices import COASTS
from .button_rows import ButtonRows


class CoastChoice(QWidget):
    """One of `choices.COASTS`, as two buttons that stand below each other where there is little room."""

    changed = pyqtSignal(str)

    def __init__(self, chosen: str, parent: QWidget | None = None):
        super().__init__(parent)
        words = (self.tr("As registered"), self.tr("Without sea"))
        self.buttons = {coast: QRadioButton(text) for coast, text in zip(COASTS, words)}
        group = QButtonGroup(self)
        for coast, button in self.buttons.items():
            group.addButton(button)
            button.setToolTip(self._difference())
            button.setAccessibleDescription(self._difference())
            button.clicked.connect(lambda _=False, coast=coast: self.changed.emit(coast))
        self.buttons[chosen if chosen in self.buttons else COASTS[0]].setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ButtonRows(list(self.buttons.values())))

    @property
    def coast(self) -> str:
        return next(coast for coast, button in self.buttons.items() if button.isChecked())

    def _difference(self) -> str:
        return self.tr(
            "As registered, kommuner reach far out to sea, to the territorial limit. Choose this for area and for places at "
            "sea. Without sea, the shape follows the coast. Choose this for maps of land and people."
        )
