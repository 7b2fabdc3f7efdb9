"""Choosing the year whose boundaries are wanted: that of the date, one that Geonorge offers, or one that is typed."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from qgis.PyQt.QtCore import QSignalBlocker, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy

from .forms import narrow, tell_whole

_FIRST, _LAST = 1838, 2200


class YearBox(QComboBox):
    """An editable list of years; the first entry follows the date."""

    changed = pyqtSignal()
    opened = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._year: int | None = None  # None: as the date
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        narrow(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Year"))
        self.setToolTip(self.tr("The division that applied on 1 January. Choose, or type a year"))
        tell_whole(self)
        self.addItem("", None)
        self.activated.connect(self._on_activated)
        self.lineEdit().editingFinished.connect(self._on_typed)

    def chosen(self) -> int | None:
        """The year; None where it is to follow the date."""
        return self._year

    def follow_date(self) -> None:
        """Choose the year of the date."""
        self._choose(None)

    def show_date(self, day: datetime.date) -> None:
        """Say what the first entry means now."""
        self.setItemText(0, self.tr("As the date ({})").format(day.year))
        self._show()

    def offer(self, years: Sequence[int], coming: int | None = None) -> None:
        """List the years that can be had; `coming` is one whose division does not apply yet."""
        with QSignalBlocker(self):
            while self.count() > 1:
                self.removeItem(1)
            if coming is not None:
                self.addItem(self.tr("{} (not yet valid)").format(coming), coming)
            for year in sorted(set(years), reverse=True):
                self.addItem(str(year), year)
        self._show()

    def showPopup(self) -> None:
        self.opened.emit()
        super().showPopup()

    def _show(self) -> None:
        with QSignalBlocker(self):
            row = 0 if self._year is None else self.findData(self._year)
            self.setCurrentIndex(row)
            self.setEditText(self.itemText(0) if self._year is None else str(self._year))
        self.lineEdit().setCursorPosition(0)

    def _on_activated(self, row: int) -> None:
        self._choose(self.itemData(row))

    def _on_typed(self) -> None:
        """Take a typed year; anything else puts back what was chosen."""
        text = self.currentText().strip()
        if text.isascii() and text.isdigit() and _FIRST <= int(text) <= _LAST:
            self._choose(int(text))
        elif not text:
            self._choose(None)
        else:
            self._show()

    def _choose(self, year: int | None) -> None:
        changed = year != self._year
        self._year = year
        self._show()
        if changed:
            self.changed.emit()
