"""Choosing a classification: the four of Norwegian geography by name, any other by its number in Klass."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSignalBlocker, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy

from ..core.codes import BYDEL, FYLKE, GRUNNKRETS, KOMMUNE, classification_id
from ..core.errors import UnknownClassification
from ..core.text import fold
from .icons import theme_icon


class UnitBox(QComboBox):
    """An editable list; what is typed is a name of the list, or a number."""

    chosen = pyqtSignal(int)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._names = {
            KOMMUNE: self.tr("Kommuner"),
            FYLKE: self.tr("Fylker"),
            GRUNNKRETS: self.tr("Delområder and grunnkretser"),
            BYDEL: self.tr("Bydeler"),
        }
        self._classification = KOMMUNE
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Classification"))
        self.setToolTip(self.tr("Choose, or type the number of any classification in Klass"))
        for number, name in self._names.items():
            self.addItem(name, number)
        self._mark = self.lineEdit().addAction(theme_icon("mIconWarning"), self.lineEdit().ActionPosition.TrailingPosition)
        self._mark.setVisible(False)
        self.activated.connect(lambda row: self._choose(self.itemData(row)))
        self.lineEdit().editingFinished.connect(lambda: self._resolve(self.lineEdit().text()))

    @property
    def classification(self) -> int:
        return self._classification

    def name_of(self, number: int) -> str:
        return self._names.get(number) or self.tr("Classification {}").format(number)

    def show_classification(self, number: int, name: str = "") -> None:
        """Show a classification; one that is not in the list comes to stand in it, with its name once that is known."""
        self._classification = number
        if name and number not in (KOMMUNE, FYLKE, GRUNNKRETS, BYDEL):
            self._names[number] = f"{number} {name}"
        with QSignalBlocker(self):
            if self.findData(number) < 0:
                self.addItem(self.name_of(number), number)
            row = self.findData(number)
            self.setItemText(row, self.name_of(number))
            self.setCurrentIndex(row)
            self.setEditText(self.name_of(number))
        self.lineEdit().setCursorPosition(0)
        self._set_mark("")

    def _resolve(self, text: str) -> None:
        typed = fold(text.strip())
        if typed == fold(self.name_of(self._classification)):
            self._set_mark("")
            return
        for number, name in self._names.items():
            if typed and fold(name).startswith(typed):
                self._choose(number)
                return
        try:
            self._choose(classification_id(typed)[0])
        except UnknownClassification:
            self._set_mark(self.tr("Type the number of a classification in Klass, such as 7"))

    def _choose(self, number: int) -> None:
        if number and number != self._classification:
            self.show_classification(number)
            self.chosen.emit(number)
        else:
            self.show_classification(self._classification)

    def _set_mark(self, words: str) -> None:
        self._mark.setVisible(bool(words))
        self._mark.setToolTip(words)
        self.lineEdit().setAccessibleDescription(words)
