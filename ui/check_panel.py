"""What a column holds, as a drill-in: level and years in words, the share of each division, and what to mend."""

from __future__ import annotations

import datetime
import html

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ..core import dates
from ..core.codes import GRUNNKRETS
from ..core.diagnosis import Diagnosis, Fit
from ..core.units import UNITS
from ..gis import diagnosis_report as told
from .button_rows import ButtonRows
from .buttons import icon_button
from .check_names import NamesList
from .check_rows import ProblemRow
from .icons import own_icon, theme_icon
from .match_bars import Bar
from .measures import em, spacing
from .mending import Mending
from .notes import muted, wrapped_label
from .page import scrolling
from .wording import counted, day_text

_MOST_DIVISIONS = 5  # the saved report has more
_MOSTLY = 0.5  # of the codes, for a day to be worth offering
_UNITS = {(unit.classification, unit.level): key for key, unit in UNITS.items() if unit.code_field}


def usable_day(found: Diagnosis, day: datetime.date) -> datetime.date | None:
    """Give the day on which most codes applied, None where `day` is as good."""
    best = found.best
    if best is None or best.share < _MOSTLY or best.covers(day):
        return None
    return dates.day_within(best.start, best.end)


def boundary_unit(found: Diagnosis) -> str:
    """Name the boundaries that fit the codes, a key of `units.UNITS`; "" where there are none."""
    level = found.level or ("2" if found.classification == GRUNNKRETS else "")  # a list of both levels: the smaller units
    return _UNITS.get((found.classification, level), "") if found.best and found.best.share >= _MOSTLY else ""


class CheckPanel(QWidget):
    """Shows a Diagnosis. It only tells what its user wants; doing it is the page's matter."""

    HELP = "codes-through-time"  # its page of help

    mend_wanted = pyqtSignal(object)  # Mending
    select_wanted = pyqtSignal(object)  # values of the field
    day_wanted = pyqtSignal(object)  # datetime.date
    change_wanted = pyqtSignal()
    boundaries_wanted = pyqtSignal(str, object)  # unit, datetime.date
    save_wanted = pyqtSignal()
    lineage_wanted = pyqtSignal(str)  # code

    def __init__(self, found: Diagnosis, day: datetime.date, parent: QWidget | None = None):
        super().__init__(parent)
        self.found, self.day, self._asked = found, usable_day(found, day), day
        self._unit = boundary_unit(found)
        self.headline = wrapped_label(f"<b style='font-size: large'>{html.escape(told.headline(found))}</b>")
        self.headline.setTextFormat(Qt.TextFormat.RichText)
        self.headline.setAccessibleName(told.headline(found))
        self.headline.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.counts = wrapped_label(told.counts_text(found))
        self.old = wrapped_label(told.old_text(found, day))
        self.rows = [ProblemRow.of(problem, found) for problem in found.problems if problem.kind != "name"]
        self.names = NamesList(found) if found.names else None
        self.mend_button = QPushButton()
        self.day_button = QPushButton(self.tr("Use {}").format(day_text(self.day)) if self.day else "")
        self.change_button = QPushButton(self.tr("Change to {} Codes").format(day.year))
        self.boundaries_button = QPushButton(self.tr("Get Boundaries"))
        self.cures = ButtonRows([self.change_button, self.day_button, self.boundaries_button])
        self._place_names()
        self._show_cures()
        self._connect()
        self.save_button = self._save_button()
        self._arrange()
        self._show_mending()

    @property
    def problems(self) -> list[QLabel]:
        """The lines of what there is to mend."""
        return [row.label for row in self.rows]

    @property
    def mending(self) -> Mending:
        """All that can be mended: what stays empty by its own button only is not among it."""
        names = self.names.mending if self.names else Mending()
        return Mending({**self.found.repairs, **names.codes}, names.apart)

    def tab_order(self) -> list[QWidget]:
        rows = [widget for row in self.rows for widget in row.tab_order()]
        boxes = list(self.names.boxes.values()) if self.names else []
        return [self.headline, *self.lineage_buttons, *self.cures.buttons, *rows, *boxes, self.mend_button, self.save_button]

    # --- building ---------------------------------------------------------------------

    def _place_names(self) -> None:
        """Give the names a row before look-alikes and fillers, which come last."""
        if self.names is None:
            return
        self.names_row = ProblemRow(told.names_text(self.found), self.tr("Mend"), self.names.mending)
        self.names_row.button.setToolTip(self.tr("Writes a new layer with the codes of these places in a field of their own"))
        last = sum(problem.kind in ("lookalike", "filler") for problem in self.found.problems)
        self.rows.insert(len(self.rows) - last, self.names_row)

    def _show_cures(self) -> None:
        """Offer what helps: nothing of it changes the layer itself."""
        shown = {
            self.change_button: bool(self.old.text()),
            self.day_button: self.day is not None,
            self.boundaries_button: bool(self._unit),
        }
        self.cures.offer([button for button, wanted in shown.items() if wanted])
        self.mend_button.setToolTip(self.tr("Writes a new layer with the codes as they should be in a field of their own"))
        self.day_button.setToolTip(self.tr("Uses codes and boundaries as they were on this day"))
        self.change_button.setToolTip(self.tr("Shows first what becomes of each code"))
        self.boundaries_button.setToolTip(self.tr("Gets the boundaries of the time in which the codes applied"))

    def _connect(self) -> None:
        self.mend_button.clicked.connect(lambda: self.mend_wanted.emit(self.mending))
        self.day_button.clicked.connect(lambda: self.day_wanted.emit(self.day))
        self.change_button.clicked.connect(self.change_wanted)
        self.boundaries_button.clicked.connect(lambda: self.boundaries_wanted.emit(self._unit, self.day))
        for row in self.rows:
            row.button.clicked.connect(lambda _=False, row=row: self._on_row(row))
        if self.names is not None:
            self.names.changed.connect(self._show_mending)

    def _on_row(self, row: ProblemRow) -> None:
        if row.mending is None:
            self.select_wanted.emit(row.values)
        else:
            self.mend_wanted.emit(row.mending)

    def _show_mending(self) -> None:
        """Say how much can be mended at once, where it is more than one line has."""
        if self.names is not None:
            self.names_row.mending = self.names.mending
            self.names_row.button.setEnabled(len(self.names.mending) > 0)
        values = len(self.mending)
        lines = sum(row.mending is not None and None not in row.mending.codes.values() for row in self.rows)
        self.mend_button.setText(counted("CheckPanel", "Mend All %n Values", values))
        self.mend_button.setVisible(lines > 1 and values > 0)

    def _save_button(self) -> QToolButton:
        button = icon_button(theme_icon("mActionFileSave"), self.tr("Save Report…"))
        button.setToolTip(self.tr("Save the report as a page to print or send, or as a table"))
        button.clicked.connect(self.save_wanted)
        return button

    def _arrange(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(self))
        column.addWidget(self.headline)
        column.addWidget(self.counts)
        column.addLayout(self._divisions())
        column.addSpacing(spacing(self))
        for widget in (self.old, self.cures):
            column.addWidget(widget)
        self.old.setVisible(bool(self.old.text()))
        column.addSpacing(spacing(self))
        self.to_mend = wrapped_label(self.tr("To mend") if self.rows else self.tr("Nothing to mend"))
        self.to_mend.setVisible(bool(self.rows or not self.old.text()))
        column.addWidget(self.to_mend)
        for row in self.rows:
            column.addWidget(row)
            if self.names is not None and row is self.names_row:
                column.addWidget(self.names)
        column.addWidget(self.mend_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        last = QHBoxLayout()
        last.addWidget(muted(wrapped_label(self.tr("Nothing has been changed."), least=8)), 1)
        last.addWidget(self.save_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(spacing(self))
        outer.addWidget(scrolling(body), 1)
        outer.addLayout(last)

    def _lineage_button(self, fit: Fit) -> QToolButton | None:
        """Give a button for the life of a code that did not apply in a division; None where all did."""
        code = fit.example
        if not code or (fit.classification == self.found.classification and fit.matched >= self.found.ever):
            return None  # all that was ever a code applied then
        button = icon_button(own_icon("lineage"), self.tr("Lineage of {}, which did not apply then").format(code))
        button.clicked.connect(lambda: self.lineage_wanted.emit(code))
        self.lineage_buttons.append(button)
        return button

    def _divisions(self) -> QGridLayout:
        """Give a row for each division: its years, a bar and the share of the codes that applied then."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(em(self) // 2)
        grid.setVerticalSpacing(spacing(self))
        grid.setColumnStretch(1, 1)
        self.shares: list[str] = []
        self.lineage_buttons: list[QToolButton] = []
        for row, fit in enumerate(told.divisions(self.found, _MOST_DIVISIONS, self._asked)):
            years, share = told.division_text(self.found, fit), told.percent(fit.share)
            words, number = (_label(text, fit == self.found.best) for text in (years, share))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            bar = Bar(words)
            bar.show_lengths(fit.share, 1 - fit.share)
            bar.setAccessibleName(f"{years}: {share}")
            self.shares.append(bar.accessibleName())
            for place, widget in enumerate((words, bar, number, self._lineage_button(fit))):
                if widget is not None:
                    grid.addWidget(widget, row, place)
        return grid


def _label(text: str, bold: bool) -> QLabel:
    """Bold by markup: themes override the fonts of labels."""
    label = QLabel(f"<b>{html.escape(text)}</b>" if bold else text)
    label.setTextFormat(Qt.TextFormat.RichText if bold else Qt.TextFormat.PlainText)
    return label
