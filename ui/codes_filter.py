"""What few need of the Codes page: a level, a period, a selection of codes."""

from __future__ import annotations

import datetime

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QSignalBlocker, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QSizePolicy, QWidget

from ..core.codes import GRUNNKRETS
from .date_edits import date_edit, day_of, show_day
from .measures import spacing


class CodesFilter(QWidget):
    """Level (of what is fetched already), period and selection (asked of Klass)."""

    level_changed = pyqtSignal(str)
    question_changed = pyqtSignal()

    def __init__(self, today: datetime.date, parent: QWidget | None = None):
        super().__init__(parent)
        self.level = QComboBox()
        self.level.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.level.setMinimumContentsLength(8)
        self.period = QCheckBox(self.tr("Until"))
        self.period.setToolTip(self.tr("Every code that applied at some time from the date above until this day"))
        self.until = date_edit(self.tr("Last Day of the Period"))
        show_day(self.until, today)
        self.until.setEnabled(False)
        self.selection = QgsFilterLineEdit()
        self.selection.setShowClearButton(True)
        self.selection.setPlaceholderText("0301*, 1101-1160")
        self.selection.setToolTip(self.tr("Codes, beginnings with * and ranges with -, separated by comma"))
        self._arrange()
        self.show_levels(0, ())
        self.level.currentIndexChanged.connect(lambda _: self.level_changed.emit(self.chosen_level()))
        self.period.toggled.connect(self._on_period)
        self.until.dateChanged.connect(lambda _: self.question_changed.emit())
        self.selection.editingFinished.connect(self.question_changed.emit)
        self.selection.cleared.connect(self.question_changed.emit)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(spacing(self))
        row.addWidget(self.until)
        row.addStretch(1)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(spacing(self))
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.addRow(self.tr("Level"), self.level)
        form.addRow(self.period, row)
        form.addRow(self.tr("Only codes"), self.selection)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def is_used(self) -> bool:
        return bool(self.chosen_level() or self.period.isChecked() or self.chosen_selection())

    def chosen_level(self) -> str:
        return self.level.currentData() or ""

    def chosen_selection(self) -> str:
        return self.selection.text().strip()

    def chosen_end(self, day: datetime.date) -> datetime.date | None:
        """The end of the period, exclusive as Klass has it; None for the day alone."""
        if not self.period.isChecked():
            return None
        return max(day_of(self.until), day) + datetime.timedelta(days=1)

    def show_levels(self, classification: int, levels: tuple[str, ...]) -> None:
        """Offer the levels of a list; the chosen one stays where there is such a one."""
        chosen = self.chosen_level()
        names = {(GRUNNKRETS, "1"): self.tr("Delområder"), (GRUNNKRETS, "2"): self.tr("Grunnkretser")}
        with QSignalBlocker(self.level):
            self.level.clear()
            self.level.addItem(self.tr("All levels"), "")
            for level in levels:
                self.level.addItem(names.get((classification, level)) or self.tr("Level {}").format(level), level)
            self.level.setCurrentIndex(max(0, self.level.findData(chosen)))
        self.level.setEnabled(len(levels) > 1)

    def tab_order(self) -> list[QWidget]:
        return [self.level, self.period, self.until, self.selection]

    def _on_period(self, checked: bool) -> None:
        self.until.setEnabled(checked)
        self.question_changed.emit()
