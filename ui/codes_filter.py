"""What few need of the Codes page: a level, a period, a selection of codes, a variant, and how names are written."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QDate, QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSizePolicy, QWidget

from ..core.about import base_name
from ..core.codes import GRUNNKRETS
from .code_questions import Described
from .date_edits import date_edit, day_of, show_day
from .forms import Rows, narrow, tell_whole
from .measures import spacing
from .wording import day_text, in_quotes

_PATTERNS = ("{code} {name}", "{code} – {name}", "{shortname}", "{capitalize(name)}", "{uppercase(name)}")


class CodesFilter(QWidget):
    """Level (of what is fetched already); period, selection, variant, names and codes to come (asked of Klass)."""

    level_changed = pyqtSignal(str)
    question_changed = pyqtSignal()

    def __init__(self, today: datetime.date, level: str = "", parent: QWidget | None = None):
        """`level` is the one that was chosen last time."""
        super().__init__(parent)
        self._today = today
        self._level = level
        self._described = Described({}, ())
        self._levels: tuple[int, tuple[str, ...]] = (0, ())
        self.level = self._box()
        self.period = QCheckBox(self.tr("Until"))
        self.period.setToolTip(self.tr("Every code that applied at some time from the date above until this day"))
        self.until = date_edit(self.tr("Last Day of the Period"))
        show_day(self.until, today)
        self.until.setEnabled(False)
        self.selection = QgsFilterLineEdit()
        self.selection.setShowClearButton(True)
        self.selection.setPlaceholderText("0301*, 1101-1160")
        self.selection.setAccessibleName(self.tr("Only codes"))
        self.selection.setToolTip(self.tr("Codes, beginnings with * and ranges with -, separated by comma"))
        self.variant = self._box()
        self.variant.setToolTip(self.tr("Another grouping of the same codes, where the version of the date has some"))
        self.names = self._names()
        self.future = QCheckBox(self.tr("Also future codes"))
        self.future.setChecked(True)
        self.future.setToolTip(self.tr("For days to come: next year's codes are published before they apply"))
        self._arrange()
        self._show_levels()
        self._show_variants("")
        self._connect()

    def chosen_level(self) -> str:
        return self.level.currentData() or ""

    def chosen_selection(self) -> str:
        return self.selection.text().strip()

    def chosen_variant(self) -> str:
        return self.variant.currentData() or ""

    def chosen_pattern(self) -> str:
        text = self.names.currentText().strip()
        return "" if text == self.names.itemText(0) else text

    def show_day(self, day: datetime.date) -> None:
        """The date of the page, which a period can't end before. Nobody is told."""
        with QSignalBlocker(self.until):
            self.until.setMinimumDate(QDate(day.year, day.month, day.day))

    def chosen_end(self, day: datetime.date) -> datetime.date | None:
        """The end of the period, exclusive as Klass has it; None for the day alone, also where the period is no longer."""
        last = day_of(self.until)
        return last + datetime.timedelta(days=1) if self.period.isChecked() and last > day else None

    def wants_future(self, day: datetime.date) -> bool:
        """Whether codes that do not apply yet are to be asked for: only days to come have any."""
        last = max(day_of(self.until), day) if self.period.isChecked() else day
        return self.future.isChecked() and last > self._today

    def summary(self) -> str:
        """What limits the list, in a line; "" where nothing does."""
        parts = (
            self.level.currentText() if self.chosen_level() else "",
            self.tr("until {}").format(day_text(day_of(self.until))) if self.period.isChecked() else "",
            self.chosen_selection(),
            in_quotes(base_name(self.chosen_variant())) if self.chosen_variant() else "",
        )
        return " · ".join(part for part in parts if part)

    def show_levels(self, classification: int, levels: tuple[str, ...]) -> None:
        """Offer the levels of a list; the one that was chosen last is, where there is such a one."""
        self._levels = (classification, levels)
        self._show_levels()

    def show_described(self, described: Described) -> None:
        """Offer the variants of a version, and name its levels; the same variant of another version takes over."""
        self._described = described
        self._show_levels()
        chosen = self.chosen_variant()
        same = next((one for one in described.variants if chosen and base_name(one) == base_name(chosen)), chosen)
        self._show_variants(same)
        if same != chosen:
            self.question_changed.emit()

    def show_variant(self, name: str) -> None:
        """Choose a variant by its whole name; none where it is "". Nobody is told."""
        self._show_variants(name)

    def forget(self) -> None:
        """Take back all that limits the list but the level; nobody is told."""
        for widget in (self.period, self.selection, self.names):
            widget.blockSignals(True)
        self.period.setChecked(False)
        self.until.setEnabled(False)
        self.selection.clear()
        for widget in (self.period, self.selection, self.names):
            widget.blockSignals(False)
        self._show_variants("")

    def without_variant(self) -> None:
        self._show_variants("")
        self.question_changed.emit()

    def without_selection(self) -> None:
        self.selection.clear()
        self.question_changed.emit()

    def with_future(self) -> None:
        self.future.setChecked(True)

    def tab_order(self) -> list[QWidget]:
        return [self.level, self.period, self.until, self.selection, self.variant, self.names, self.future]

    # --- state ------------------------------------------------------------------------

    def _show_levels(self) -> None:
        classification, levels = self._levels
        ours = {(GRUNNKRETS, "1"): self.tr("Delområder"), (GRUNNKRETS, "2"): self.tr("Grunnkretser")}
        with QSignalBlocker(self.level):
            self.level.clear()
            self.level.addItem(self.tr("All levels"), "")
            for level in levels:
                named = self.tr("Level {}").format(level)
                self.level.addItem(ours.get((classification, level)) or self._described.levels.get(level) or named, level)
            self.level.setCurrentIndex(max(0, self.level.findData(self._level)))
        self.level.setEnabled(len(levels) > 1)

    def _show_variants(self, chosen: str) -> None:
        names = self._described.variants
        with QSignalBlocker(self.variant):
            self.variant.clear()
            self.variant.addItem(self.tr("No variant"), "")
            for name in (*names, *([chosen] if chosen and chosen not in names else [])):
                self.variant.addItem(_short(name, names), name)
                self.variant.setItemData(self.variant.count() - 1, " ".join(name.split()), Qt.ItemDataRole.ToolTipRole)
            self.variant.setCurrentIndex(max(0, self.variant.findData(chosen)))
        self.variant.setEnabled(self.variant.count() > 1)

    def _on_level(self) -> None:
        self._level = self.chosen_level()
        self.level_changed.emit(self._level)

    def _on_period(self, checked: bool) -> None:
        self.until.setEnabled(checked)
        self.question_changed.emit()

    # --- building ---------------------------------------------------------------------

    def _box(self) -> QComboBox:
        box = narrow(QComboBox())
        return tell_whole(box)

    def _names(self) -> QComboBox:
        box = self._box()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItem(self.tr("As in Klass"))
        box.addItems(list(_PATTERNS))
        box.setToolTip(
            self.tr("How names are written: {code}, {name} and {shortname}, also as {capitalize(name)} or {uppercase(name)}")
        )
        return box

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(spacing(self))
        row.addWidget(self.until)
        row.addStretch(1)
        form = Rows(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(spacing(self))
        form.addRow(self.tr("Level"), self.level)
        form.addRow(self.period, row)
        form.addRow(self.tr("Only codes"), self.selection)
        form.addRow(self.tr("Variant"), self.variant)
        form.addRow(self.tr("Names"), self.names)
        form.addRow(self.future)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _connect(self) -> None:
        self.level.currentIndexChanged.connect(lambda _: self._on_level())
        self.period.toggled.connect(self._on_period)
        self.until.dateChanged.connect(lambda _: self.question_changed.emit())
        self.selection.editingFinished.connect(self.question_changed.emit)
        self.selection.cleared.connect(self.question_changed.emit)
        self.variant.currentIndexChanged.connect(lambda _: self.question_changed.emit())
        self.names.activated.connect(lambda _: self.question_changed.emit())
        self.names.lineEdit().editingFinished.connect(self.question_changed.emit)
        self.future.toggled.connect(lambda _: self.question_changed.emit())


def _short(name: str, names: Sequence[str]) -> str:
    """Give a variant's name without the version that it is of, unless another one would be called the same."""
    alike = [one for one in names if base_name(one) == base_name(name)]
    return base_name(name) if len(alike) < 2 else " ".join(name.split())
