"""Choosing a classification: the four of Norwegian geography by name, any other by its number in Klass, or found by words."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSignalBlocker, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy

from ..core.codes import BYDEL, FYLKE, GRUNNKRETS, KOMMUNE, classification_id
from ..core.errors import UnknownClassification
from ..core.text import fold
from .forms import narrow
from .icons import theme_icon

_FIND = "find"  # the entry of the list that finds others


class UnitBox(QComboBox):
    """An editable list; what is typed is a name of the list, or a number, or words to find one by."""

    chosen = pyqtSignal(int)
    find_wanted = pyqtSignal(str)

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
        narrow(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Classification"))
        self.setToolTip(self.tr("Choose, or type the number or words of any classification in Klass"))
        for number, name in self._names.items():
            self.addItem(name, number)
        self.insertSeparator(self.count())
        self.addItem(self.tr("Find Classification …"), _FIND)
        self._mark = self.lineEdit().addAction(theme_icon("mIconWarning"), self.lineEdit().ActionPosition.TrailingPosition)
        self._mark.setVisible(False)
        self.activated.connect(self._on_activated)
        self.lineEdit().returnPressed.connect(self._on_return)
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
                self.insertItem(self.count() - 2, self.name_of(number), number)  # before the separator and what finds others
            row = self.findData(number)
            self.setItemText(row, self.name_of(number))
            self.setCurrentIndex(row)
            self.setEditText(self.name_of(number))
        self.lineEdit().setCursorPosition(0)
        self._set_mark("")

    def _on_activated(self, row: int) -> None:
        if self.itemData(row) == _FIND:
            self._find("")
        else:
            self._choose(self.itemData(row))

    def _on_return(self) -> None:
        """Words that name none of the list may name another one."""
        text = self.lineEdit().text().strip()
        if text and self._meant(text) is None:
            self._find(text)

    def _find(self, words: str) -> None:
        self.show_classification(self._classification)
        self.find_wanted.emit(words)

    def _resolve(self, text: str) -> None:
        meant = self._meant(text)
        if meant is None:
            self._set_mark(self.tr("Press Enter to find it in Klass, or type a number, such as 7"))
        else:
            self._choose(meant)

    def _meant(self, text: str) -> int | None:
        """Give the classification that a text names; None where it names none."""
        typed = fold(text.strip())
        if typed == fold(self.name_of(self._classification)):
            return self._classification
        for number, name in self._names.items():
            if typed and fold(name).startswith(typed):
                return number
        try:
            return classification_id(typed)[0]
        except UnknownClassification:
            return None

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
