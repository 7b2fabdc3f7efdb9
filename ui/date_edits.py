"""Editing a day: the calendar pops up, and half a date is no date."""

from __future__ import annotations

import datetime

from qgis.gui import QgsDateEdit
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from .measures import em

_FIRST = QDate(1838, 1, 1)  # no Norwegian kommune is older


def date_edit(words: str, parent: QWidget | None = None) -> QgsDateEdit:
    """Give an editor of a day; `words` are its accessible name."""
    edit = QgsDateEdit(parent)
    edit.setCalendarPopup(True)
    edit.setAllowNull(False)
    edit.setDisplayFormat("dd.MM.yyyy")
    edit.setMinimumDate(_FIRST)
    edit.setAccessibleName(words)
    edit.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    # Its own hint cuts the year at 280 pixels.
    edit.setMinimumWidth(edit.fontMetrics().horizontalAdvance("00.00.0000") + 3 * em(edit))
    # A half-typed date must not be asked for.
    edit.setKeyboardTracking(False)
    return edit


def show_day(edit: QgsDateEdit, day: datetime.date) -> None:
    edit.setDate(QDate(day.year, day.month, day.day))


def day_of(edit: QgsDateEdit) -> datetime.date:
    day = edit.date()
    return datetime.date(day.year(), day.month(), day.day())
