"""What a column holds, as a drill-in: level and years in words, the share of each division, and what to mend."""

from __future__ import annotations

import datetime
import html

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ..core import dates
from ..core.codes import FYLKE, GRUNNKRETS, KOMMUNE
from ..core.diagnosis import Diagnosis, Fit
from ..gis import diagnosis_report as told
from .button_rows import ButtonRows
from .icons import theme_icon
from .match_bars import Bar
from .measures import em, icon_size, spacing
from .notes import muted, wrapped_label
from .page import scrolling
from .wording import day_text

_MOSTLY = 0.5  # of the codes, for a day to be worth offering
_UNITS = {(KOMMUNE, "1"): "kommune", (FYLKE, "1"): "fylke", (GRUNNKRETS, "2"): "grunnkrets", (GRUNNKRETS, "1"): "grunnkrets"}


def usable_day(found: Diagnosis, day: datetime.date) -> datetime.date | None:
    """Give the day on which most codes applied, None where `day` is as good."""
    best = found.best
    if best is None or best.share < _MOSTLY or applies(best, day):
        return None
    return dates.day_within(best.start, best.end)


def applies(fit: Fit, day: datetime.date) -> bool:
    """Whether a day is in the time of a division."""
    return fit.start <= day.isoformat() and (not fit.end or day.isoformat() < fit.end)


def boundary_unit(found: Diagnosis) -> str:
    """Name the boundaries that fit the codes, a key of `units.UNITS`; "" where there are none."""
    return _UNITS.get((found.classification, found.level), "") if found.best and found.best.share >= _MOSTLY else ""


class CheckPanel(QWidget):
    """Shows a Diagnosis. It only tells what its user wants; doing it is the page's matter."""

    mend_wanted = pyqtSignal()
    day_wanted = pyqtSignal(object)  # datetime.date
    change_wanted = pyqtSignal()
    boundaries_wanted = pyqtSignal(str, object)  # unit, datetime.date
    save_wanted = pyqtSignal()

    def __init__(self, found: Diagnosis, day: datetime.date, parent: QWidget | None = None):
        super().__init__(parent)
        self.found, self.day = found, usable_day(found, day)
        self._unit = boundary_unit(found)
        self.headline = wrapped_label(f"<b style='font-size: large'>{html.escape(told.headline(found))}</b>")
        self.headline.setTextFormat(Qt.TextFormat.RichText)
        self.headline.setAccessibleName(told.headline(found))
        self.headline.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.counts = wrapped_label(told.counts_text(found))
        self.problems = [wrapped_label(told.problem_text(problem)) for problem in found.problems]
        self.mend_button = QPushButton(self.tr("Mend %Ln Value(s)", "", len(found.repairs)))
        self.day_button = QPushButton(self.tr("Use {}").format(day_text(self.day)) if self.day else "")
        self.change_button = QPushButton(self.tr("Change to {} Codes").format(day.year))
        self.boundaries_button = QPushButton(self.tr("Get Boundaries"))
        self.cures = ButtonRows([self.mend_button, self.day_button, self.change_button, self.boundaries_button])
        self._show_cures(day)
        self.save_button = self._save_button()
        self._arrange()

    def tab_order(self) -> list[QWidget]:
        return [self.headline, *self.cures.buttons, self.save_button]

    # --- building ---------------------------------------------------------------------

    def _show_cures(self, day: datetime.date) -> None:
        """Offer what helps: nothing of it changes the layer itself."""
        found, best = self.found, self.found.best
        shown = {
            self.mend_button: bool(found.repairs),
            self.day_button: self.day is not None,
            self.change_button: best is not None and found.ever > 0 and (found.is_mixed or not applies(best, day)),
            self.boundaries_button: bool(self._unit),
        }
        self.cures.offer([button for button, wanted in shown.items() if wanted])
        self.mend_button.setToolTip(self.tr("Writes a new layer with the codes as they should be in a field of their own"))
        self.day_button.setToolTip(self.tr("Uses codes and boundaries as they were on this day"))
        self.change_button.setToolTip(self.tr("Shows first what becomes of each code"))
        self.boundaries_button.setToolTip(self.tr("Gets the boundaries of the time in which the codes applied"))
        self.mend_button.clicked.connect(self.mend_wanted)
        self.day_button.clicked.connect(lambda: self.day_wanted.emit(self.day))
        self.change_button.clicked.connect(self.change_wanted)
        self.boundaries_button.clicked.connect(lambda: self.boundaries_wanted.emit(self._unit, self.day))

    def _save_button(self) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setIcon(theme_icon("mActionFileSave"))
        button.setIconSize(QSize(icon_size(), icon_size()))
        words = self.tr("Save Report…")
        button.setAccessibleName(words)
        button.setToolTip(self.tr("Save the report as a page to print or send, or as CSV"))
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
        self.to_mend = wrapped_label(self.tr("To mend") if self.problems else self.tr("Nothing to mend"))
        for label in (self.to_mend, *self.problems):
            column.addWidget(label)
        column.addSpacing(spacing(self))
        column.addWidget(self.cures)
        column.addStretch(1)
        last = QHBoxLayout()
        last.addWidget(muted(wrapped_label(self.tr("Nothing has been changed."))), 1)
        last.addWidget(self.save_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(spacing(self))
        outer.addWidget(scrolling(body), 1)
        outer.addLayout(last)

    def _divisions(self) -> QGridLayout:
        """Give a row for each division: its years, a bar and the share of the codes that applied then."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(em(self) // 2)
        grid.setVerticalSpacing(spacing(self))
        grid.setColumnStretch(1, 1)
        self.shares: list[str] = []
        for row, fit in enumerate(told.divisions(self.found)):
            years, share = told.division_text(self.found, fit), told.percent(fit.share)
            words, number = (_label(text, fit == self.found.best) for text in (years, share))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            bar = Bar(words)
            bar.show_lengths(fit.share, 1 - fit.share)
            bar.setAccessibleName(f"{years}: {share}")
            self.shares.append(bar.accessibleName())
            for place, widget in enumerate((words, bar, number)):
                grid.addWidget(widget, row, place)
        return grid


def _label(text: str, bold: bool) -> QLabel:
    """Bold by markup: themes override the fonts of labels."""
    label = QLabel(f"<b>{html.escape(text)}</b>" if bold else text)
    label.setTextFormat(Qt.TextFormat.RichText if bold else Qt.TextFormat.PlainText)
    return label
