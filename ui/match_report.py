"""The report of a match, as a drill-in: one big number, two bars, one diagnosis, and the rows that need a look."""

from __future__ import annotations

import datetime
import html
from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QEvent, QItemSelection, QItemSelectionModel, QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ..core import dates
from ..core.match_report import Division, MatchReport, Miss
from . import match_words
from .button_rows import ButtonRows
from .buttons import fit_words, icon_button, is_enter
from .icons import own_icon, theme_icon
from .match_bars import MatchBars, Side
from .match_groups import grouped
from .match_model import BECAME, CODE, FEATURES, MatchModel
from .measures import em, icon_size, margin, spacing
from .notes import wrapped_label
from .wording import day_text, in_quotes

LEAST_ROWS = 5  # the list keeps them; where the height is short the bars give way
FEATURES_FROM = 36  # em of width from which every row says its number of features


@dataclass(frozen=True)
class Reading:
    """What a report is about: a match, on which day, and the table that it was made with ("" for Klass)."""

    report: MatchReport
    day: datetime.date
    table: str = ""


class MatchReportPanel(QWidget):
    """Shows a Reading. It only tells what its user wants; doing it is the page's matter."""

    rows_selected = pyqtSignal(object)  # tuple of Miss, groups taken apart
    show_wanted = pyqtSignal(object)
    select_wanted = pyqtSignal(object)
    day_wanted = pyqtSignal(object)  # datetime.date
    change_wanted = pyqtSignal()
    save_wanted = pyqtSignal()
    lineage_wanted = pyqtSignal(object)  # Miss

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._reading: Reading | None = None
        self._folded = self._joined = False
        self._unfolded_height = 0
        self._longest_became = ""
        self.headline = wrapped_label()
        self.headline.setTextFormat(Qt.TextFormat.RichText)
        self.headline.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bars = MatchBars()
        self.cleaned = wrapped_label()
        self.unchanged = wrapped_label(self.tr("Nothing has been changed yet."))
        self.model = MatchModel(self)
        self.tree = self._make_tree()
        self.show_button = self._action("mActionZoomToSelected", self.tr("Show on Map"), self.show_wanted)
        self.select_button = self._action("mActionSelectRectangle", self.tr("Select"), self.select_wanted)
        self.lineage_button = icon_button(own_icon("lineage"), self.tr("Show Lineage"))
        self.lineage_button.clicked.connect(self._ask_lineage)
        self.save_button = self._action("mActionFileSave", self.tr("Save Report…"), None)
        self.save_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.save_button.setAccessibleName(self.save_button.text())
        self.save_button.setToolTip(self.tr("Save the report as CSV or Excel"))
        self.save_button.clicked.connect(self.save_wanted)
        self.tree.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._make_diagnosis()
        self._arrange()

    # --- what it shows --------------------------------------------------------------

    def show_reading(self, reading: Reading, joined: bool = False) -> None:
        """Show a match; `joined`: it has been carried out, so nothing is pending."""
        self._reading, self._joined = reading, joined
        report = reading.report
        self.model.show_groups(grouped(report), report.side.names)
        self._longest_became = self.model.longest_became()
        self._open_first()
        self.bars.show_sides(
            Side(report.features, report.matched),
            Side(report.codes, report.matched_codes),
            in_quotes(reading.table) if reading.table else "Klass",
        )
        self.cleaned.setText(match_words.cleaning(report.repairs))
        self.cleaned.setVisible(bool(report.repairs))
        self._show_diagnosis(None if joined else report.division)
        self._show_features()
        self._on_selection_changed()
        self._set_folded(False)
        self._fold()

    def chosen(self) -> tuple[Miss, ...]:
        """Give the misses of the selected rows, those of selected groups included."""
        misses: dict[Miss, None] = {}
        for index in self.tree.selectionModel().selectedRows(CODE):
            misses.update(dict.fromkeys(self.model.misses_at(index)))
        return tuple(misses)

    def select_values(self, values) -> None:
        """Select the rows of field values, as when their features are selected in the map."""
        selection = QItemSelection()
        indexes = self.model.indexes_of(values)
        for index in indexes:
            selection.select(index, index.siblingAtColumn(FEATURES))
        mode = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.tree.selectionModel().select(selection, mode)
        if indexes:
            self.tree.scrollTo(indexes[0])

    def tab_order(self) -> list[QWidget]:
        return [
            self.headline,
            self.day_button,
            self.change_button,
            self.tree,
            self.show_button,
            self.select_button,
            self.lineage_button,
            self.save_button,
        ]

    # --- building -------------------------------------------------------------------

    def _make_tree(self) -> QTreeView:
        tree = QTreeView()
        tree.setModel(self.model)
        tree.setUniformRowHeights(True)
        tree.setAlternatingRowColors(True)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        tree.setIndentation(em(tree))
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setAllColumnsShowFocus(True)
        tree.setAccessibleName(self.tr("Codes and features that did not match"))
        rows = (LEAST_ROWS + 1) * (tree.fontMetrics().height() + 4)  # and the header
        tree.setMinimumHeight(rows)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionsMovable(False)
        tree.installEventFilter(self)
        tree.doubleClicked.connect(lambda index: self.show_wanted.emit(self.model.misses_at(index)))
        return tree

    def _action(self, icon: str, words: str, signal) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setIcon(theme_icon(icon))
        button.setIconSize(QSize(icon_size(), icon_size()))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setText(words)
        button.setAccessibleName(words)
        button.setMinimumWidth(icon_size() + em(self) // 2)  # words that have no room give way to the icon
        if signal is not None:
            button.clicked.connect(lambda: signal.emit(self.chosen()))
        return button

    def _make_diagnosis(self) -> None:
        self.diagnosis = QFrame()
        self.diagnosis.setFrameShape(QFrame.Shape.StyledPanel)
        self.diagnosis_words = wrapped_label()
        self.day_button = QPushButton()
        self.day_button.clicked.connect(self._on_day_clicked)
        self.change_button = QPushButton()
        self.change_button.setToolTip(self.tr("Shows first what becomes of each code"))
        self.change_button.clicked.connect(self.change_wanted)
        self.cures = ButtonRows([self.day_button, self.change_button])
        column = QVBoxLayout(self.diagnosis)
        column.setContentsMargins(*[margin(self)] * 4)
        column.setSpacing(spacing(self))
        column.addWidget(self.diagnosis_words)
        column.addWidget(self.cures)

    def _arrange(self) -> None:
        actions = QHBoxLayout()
        actions.setSpacing(spacing(self))
        actions.addWidget(self.show_button)
        actions.addWidget(self.select_button)
        actions.addWidget(self.lineage_button)
        actions.addStretch(1)
        actions.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(self))
        for widget in (self.headline, self.bars, self.cleaned, self.diagnosis):
            column.addWidget(widget)
        column.addWidget(self.tree, 1)
        column.addLayout(actions)
        column.addWidget(self.unchanged)

    # --- painting -------------------------------------------------------------------

    def _show_headline(self) -> None:
        reading = self._reading
        if self._folded:
            text = match_words.short_headline(reading.report)
        else:
            text = match_words.headline(reading.report, day_text(reading.day), html.escape(reading.table))
        self.headline.setText(text)
        words = match_words.headline(reading.report, day_text(reading.day), reading.table, "{}")
        self.headline.setAccessibleName(words)
        self.headline.setToolTip(words if self._folded else "")

    def _show_diagnosis(self, division: Division | None) -> None:
        day = _day_of(division)
        self.diagnosis.setVisible(day is not None)
        if day is not None:
            self.diagnosis_words.setText(match_words.diagnosis(division))
            self.day_button.setText(self.tr("Use {}").format(day_text(day)))
            self.day_button.setToolTip(match_words.diagnosis(division))
            self.change_button.setText(self.tr("Change to {} Codes").format(self._reading.day.year))
            self.cures.offer([self.day_button] if self._reading.table else self.cures.buttons)

    def _open_first(self) -> None:
        """Open the first group that needs a choice, else the first; then the short ones. Codes without feature stay closed."""
        needing = [row for row, group in enumerate(self.model.groups) if group.needs_choice]
        first = needing[0] if needing else 0
        for row, group in enumerate(self.model.groups):
            index = self.model.index(row, CODE)
            self.tree.setFirstColumnSpanned(row, self.tree.rootIndex(), True)
            self.tree.setExpanded(index, group.key != "no_feature" and (row == first or len(group.misses) <= 200))

    def _show_features(self) -> None:
        """Size the columns. The number of features has its own where it says something, or where there is room."""
        telling = any(miss.features > 1 for miss in self._reading.report.misses)
        self.tree.setColumnHidden(FEATURES, not telling and self.width() < FEATURES_FROM * em(self))
        header = self.tree.header()
        header.setSectionResizeMode(CODE, QHeaderView.ResizeMode.Stretch)
        metrics = self.tree.fontMetrics()
        for column, widest in ((BECAME, self._longest_became), (FEATURES, "14 462")):
            words = match_words.headers()[column]
            width = max(metrics.horizontalAdvance(words), metrics.horizontalAdvance(widest)) + em(self)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, min(width, self.width() // 2))  # the name needs room, too

    def hasHeightForWidth(self) -> bool:
        return False  # else whatever holds it gives it the unfolded height, and it never folds

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than what stays when the bars have given way."""
        height = self._height_of((self.cleaned, self.cures)) + self.headline.fontMetrics().height()
        return QSize(self.layout().minimumSize().width(), height)

    def _fold(self) -> None:
        """Fold the bars into the headline where the list would have less than its rows."""
        if not self._folded:
            above = (self.headline, self.bars, self.cleaned, self.diagnosis, self.unchanged)
            self._unfolded_height = self._height_of(above)
        self._set_folded(self.height() < self._unfolded_height)

    def _height_of(self, parts: Sequence[QWidget]) -> int:
        """Give the height that these need with the list at its smallest and the buttons below it."""
        shown = [part for part in parts if not part.isHidden()]
        rest = self.tree.minimumHeight() + self.show_button.sizeHint().height() + 2 * spacing(self)
        return rest + sum(_height(part, self.width()) + spacing(self) for part in shown)

    def _set_folded(self, folded: bool) -> None:
        self._folded = folded
        self.bars.setVisible(not folded)
        self.unchanged.setVisible(not folded and not self._joined)
        self.diagnosis_words.setVisible(not folded)
        self.diagnosis.setFrameShape(QFrame.Shape.NoFrame if folded else QFrame.Shape.StyledPanel)
        self.diagnosis.layout().setContentsMargins(*[0 if folded else margin(self)] * 4)
        self._show_headline()
        self.updateGeometry()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        if self._reading is not None:
            self._show_features()
            self._fold()
        words = [self.show_button, self.select_button]
        icons = self.lineage_button.sizeHint().width() + self.save_button.sizeHint().width() + 5 * spacing(self)
        fit_words(words, self.width() - icons)

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._reading is not None:
            self._show_features()

    # --- what its user does -----------------------------------------------------------

    def _on_selection_changed(self, *_) -> None:
        chosen = self.chosen()
        on_map = any(miss.side == "feature" for miss in chosen)
        self.show_button.setEnabled(on_map)
        self.select_button.setEnabled(on_map)
        self.lineage_button.setEnabled(bool(self._lived()))
        self.rows_selected.emit(chosen)

    def _lived(self) -> Miss | None:
        """The chosen row, where it is one with a code that has a life."""
        chosen = self.chosen()
        one = chosen[0] if len(chosen) == 1 else None
        return one if one is not None and one.code and one.reason not in ("malformed", "unknown", "filler") else None

    def _ask_lineage(self) -> None:
        miss = self._lived()
        if miss is not None:
            self.lineage_wanted.emit(miss)

    def eventFilter(self, watched, event) -> bool:
        """Enter on a row opens the life of its code."""
        if event.type() == QEvent.Type.KeyPress and is_enter(event) and self._lived():
            self._ask_lineage()
            return True
        return super().eventFilter(watched, event)

    def _on_day_clicked(self) -> None:
        day = _day_of(self._reading.report.division)
        if day is not None:
            self.day_wanted.emit(day)


def _day_of(division: Division | None) -> datetime.date | None:
    return dates.day_within(division.start, division.end) if division else None


def _height(widget: QWidget, width: int) -> int:
    hint = widget.sizeHint().height()
    return max(hint, widget.heightForWidth(width)) if widget.hasHeightForWidth() else hint
