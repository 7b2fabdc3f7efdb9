"""Two days and what lies between them: typed, or chosen among the times between two divisions."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QMenu, QToolButton, QWidget

from ..core import dates
from ..core.codes import Version
from .buttons import icon_button
from .date_edits import date_edit, day_of, show_day
from .icons import own_icon
from .measures import em, spacing
from .wording import years_text

_ONE_LINE_FROM = 30  # em


class PeriodBox(QWidget):
    """After a day, through another. `changed` tells of every day that its user sets."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.after = date_edit(self.tr("After"), self)
        self.until = date_edit(self.tr("Through"), self)
        self.after.setToolTip(self.tr("Changes of this day itself are left out"))
        self.until.setToolTip(self.tr("Changes of this day are included"))
        self.periods = self._periods_button()
        self._labels = [QLabel(self.tr("After"), self), QLabel(self.tr("Through"), self)]
        for label, edit in zip(self._labels, (self.after, self.until)):
            label.setBuddy(edit)
            edit.dateChanged.connect(lambda _: self.changed.emit())
        self._one_line: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing(self))
        self._arrange(one_line=False)

    @property
    def days(self) -> tuple[datetime.date, datetime.date]:
        return day_of(self.after), day_of(self.until)

    def show_days(self, after: datetime.date, until: datetime.date) -> None:
        with QSignalBlocker(self.after), QSignalBlocker(self.until):
            show_day(self.after, after)
            show_day(self.until, until)

    def offer(self, versions: Sequence[Version], last: datetime.date) -> None:
        """Offer the way from each division to the next, the newest first, and all of them up to a last day."""
        menu = self.periods.menu()
        menu.clear()
        for older, newer in reversed(list(zip(versions, versions[1:]))):
            words = f"{years_text(older.valid_from, newer.valid_from)} → {dates.parse(newer.valid_from).year}"
            self._add(words, dates.parse(older.valid_from), dates.parse(newer.valid_from))
        if len(versions) > 1:
            menu.addSeparator()
            first = dates.parse(versions[0].valid_from)
            self._add(self.tr("Everything since {}").format(first.year), first, max(first, last))
        self.periods.setEnabled(len(versions) > 1)

    def tab_order(self) -> list[QWidget]:
        return [self.after, self.until, self.periods]

    def resizeEvent(self, event) -> None:
        self._arrange(one_line=self.width() >= _ONE_LINE_FROM * em(self))
        super().resizeEvent(event)

    def _periods_button(self) -> QToolButton:
        button = icon_button(own_icon("divisions"), self.tr("Periods"))
        button.setParent(self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        return button

    def _add(self, words: str, after: datetime.date, until: datetime.date) -> None:
        self.periods.menu().addAction(words).triggered.connect(lambda _=False: self._choose(after, until))

    def _choose(self, after: datetime.date, until: datetime.date) -> None:
        if (after, until) != self.days:
            self.show_days(after, until)
            self.changed.emit()

    def _arrange(self, *, one_line: bool) -> None:
        if one_line == self._one_line:
            return
        self._one_line = one_line
        while self._grid.count():
            self._grid.takeAt(0)
        row, column = (0, 2) if one_line else (1, 0)
        places = {self._labels[0]: (0, 0), self.after: (0, 1), self._labels[1]: (row, column), self.until: (row, column + 1)}
        for widget, place in places.items():
            self._grid.addWidget(widget, *place)
        self._grid.addWidget(self.periods, row, column + 2, Qt.AlignmentFlag.AlignLeft)
        for other in range(6):
            self._grid.setColumnStretch(other, 0)
        self._grid.setColumnStretch(column + 2, 1)
