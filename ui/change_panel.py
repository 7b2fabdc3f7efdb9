"""What would become of a column's codes, as a drill-in: counts, the codes that were split with their choices, and sums."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsVectorLayer
from qgis.gui import QgsCheckableComboBox
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from ..core.recoding import Choices, Recoded, Recoding
from ..gis.columns import numeric_fields
from . import change_words
from .buttons import icon_button
from .check_rows import ProblemRow
from .checkable import on_checks
from .column_work import Changed, Sums
from .forms import narrow
from .icons import theme_icon
from .measures import em, icon_size, spacing
from .notes import muted, wrapped_label
from .page import scrolling
from .split_row import Shares, SplitRow
from .wording import counted

AT_ONCE = 50  # codes that were split, until more are asked for


class ChangePanel(QWidget):
    """Shows what changing codes would do and takes the user's choices; writing is the page's matter.

    `changed` tells that `recoding` or `sum_fields` are others than before.
    """

    HELP = "codes-through-time"  # its page of help

    changed = pyqtSignal()
    select_wanted = pyqtSignal(object)  # values of the field
    save_wanted = pyqtSignal(bool)  # the list, or (True) the choices
    load_wanted = pyqtSignal()
    lineage_wanted = pyqtSignal(str)  # code

    def __init__(self, layer: QgsVectorLayer, found: Changed, warnings: Sequence[str] = (), parent: QWidget | None = None):
        super().__init__(parent)
        self._found = found
        self.recoding: Recoding = found.recoding
        self._choices: dict[str, Shares] = {}
        self.headline = wrapped_label()
        self.headline.setTextFormat(Qt.TextFormat.RichText)
        self.headline.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.where = wrapped_label(f"{layer.name()} · {found.change.field}")
        self.count_rows = [self._count_row(line) for line in change_words.counts(found.recoding)]
        self.warnings = [wrapped_label(line) for line in warnings]
        self._waiting: list[Recoded] = list(found.recoding.splits.values())
        self.splits: list[SplitRow] = []
        self.more_button = QPushButton(self)
        self.sum_box = QgsCheckableComboBox(self)
        self.sum_box.hide()
        numbers = [name for name in numeric_fields(layer.fields()) if name != found.change.field]
        self.sum_box.addItems([*numbers, *found.figures])
        self.sum_words = wrapped_label()
        self.sum_words.setParent(self)
        self.sum_words.hide()
        self.files_button = self._files_button()
        self.more_button.setVisible(bool(self._waiting))
        self._arrange()
        self.more_button.clicked.connect(self.show_more)
        on_checks(self.sum_box, self.changed.emit)
        self._show_headline()

    @property
    def counts(self) -> list[QLabel]:
        """The lines that say what became of the codes."""
        return [row.label for row in self.count_rows]

    @property
    def sum_fields(self) -> list[str]:
        return list(self.sum_box.checkedItems())

    def tab_order(self) -> list[QWidget]:
        rows = [widget for row in (*self.count_rows, *self.splits) for widget in row.tab_order()]
        sums = [self.sum_box] if self.sum_box.count() else []
        return [self.headline, *rows, self.more_button, *sums, self.files_button]

    def show_sums(self, sums: Sums | None, reason: str = "") -> None:
        """Say what adding up would give, or why it is refused; nothing where no field is chosen."""
        rows = sum(self.recoding.features.values())
        self.sum_words.setText(reason or (change_words.summed(rows, sums.rows) if sums else ""))
        self.sum_words.setVisible(bool(self.sum_words.text()))

    def take(self, choices: Choices) -> int:
        """Take choices from elsewhere; give how many of them were for codes here. Raises BadChoice."""
        self._found.recoding.settled(choices)
        taken = {code: choices.shares[code] for code in self._found.recoding.splits if code in choices.shares}
        self._choices.update(taken)
        for row in self.splits:
            row.show_choice(self._choices.get(row.code, ()))
        self._settle()
        return len(taken)

    def show_more(self) -> None:
        """Show the next of the codes that were split."""
        some, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        for recoded in some:
            row = SplitRow(recoded, self._found.recoding, self.sum_box.count() > 0)
            row.show_choice(self._choices.get(recoded.code, ()))
            row.chosen.connect(self._on_chosen)
            row.select_wanted.connect(self._select_code)
            row.lineage_wanted.connect(self.lineage_wanted)
            self.splits.append(row)
            self._split_rows.addWidget(row)
        self.more_button.setText(counted("ChangePanel", "Show %n More", min(AT_ONCE, len(self._waiting))))
        self.more_button.setVisible(bool(self._waiting))

    # --- building ---------------------------------------------------------------------

    def _count_row(self, line: change_words.Line) -> ProblemRow:
        row = ProblemRow(line.text, self.tr("Select Rows") if line.values else "", None, line.values)
        row.button.setToolTip(self.tr("Selects these rows in the layer"))
        row.button.clicked.connect(lambda: self.select_wanted.emit(row.values))
        return row

    def _arrange(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(self))
        for widget in (self.headline, muted(self.where), *self.count_rows, *self.warnings):
            column.addWidget(widget)
        if self._waiting:
            column.addSpacing(spacing(self))
            column.addLayout(self._split_heading())
            self._split_rows = QVBoxLayout()
            self._split_rows.setSpacing(spacing(self))
            column.addLayout(self._split_rows)
            column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
            self.show_more()
        if self.sum_box.count():
            self.sum_box.show()
            column.addSpacing(spacing(self))
            column.addLayout(self._sum_row())
            column.addWidget(self.sum_words)
        column.addStretch(1)
        last = QHBoxLayout()
        last.addWidget(muted(wrapped_label(self.tr("Nothing has been changed yet."), least=8)), 1)
        last.addWidget(self.files_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(spacing(self))
        outer.addWidget(scrolling(body), 1)
        outer.addLayout(last)

    def _split_heading(self) -> QHBoxLayout:
        icon = QLabel()
        icon.setPixmap(theme_icon("mIconWarning").pixmap(QSize(icon_size(), icon_size())))
        words = self.tr("SSB does not say which of the new codes your figures belong to. Choose one, or leave it empty.")
        row = QHBoxLayout()
        row.setSpacing(spacing(self))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(wrapped_label(words, least=10), 1)
        return row

    def _sum_row(self) -> QHBoxLayout:
        self.sum_box.setDefaultText(self.tr("None"))
        narrow(self.sum_box, 6)
        self.sum_box.setMinimumWidth(6 * em(self))
        self.sum_box.setToolTip(self.tr("Gives one row for each new code, with these figures added up"))
        label = QLabel(self.tr("A&dd up"))
        label.setBuddy(self.sum_box)
        self.sum_box.setAccessibleName(self.tr("Fields to add up"))
        row = QHBoxLayout()
        row.setSpacing(spacing(self))
        row.addWidget(label)
        row.addWidget(self.sum_box, 1)
        return row

    def _files_button(self) -> QToolButton:
        """Give the button that saves the list, and saves and loads the choices."""
        button, menu = icon_button(theme_icon("mActionFileSave"), self.tr("Save the list and choices")), QMenu(self)
        menu.addAction(self.tr("Save List…"), lambda: self.save_wanted.emit(False))
        if self._waiting:
            self.save_choices = menu.addAction(self.tr("Save Choices…"), lambda: self.save_wanted.emit(True))
            menu.addAction(self.tr("Load Choices…"), self.load_wanted.emit)
            menu.aboutToShow.connect(lambda: self.save_choices.setEnabled(bool(self._choices)))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(self.tr("Save what becomes of each code, and your choices for what was split"))
        return button

    # --- what its user does -------------------------------------------------------------

    def _select_code(self, code: str) -> None:
        """Select the rows of a code, in whatever way it is written."""
        values = (value for value, recoded in self.recoding.values.items() if recoded.code == code)
        self.select_wanted.emit(tuple(values))

    def _on_chosen(self, code: str, shares: Shares) -> None:
        self._choices.pop(code, None)
        if shares:
            self._choices[code] = shares
        self._settle()

    def _settle(self) -> None:
        self.recoding = self._found.recoding.settled(Choices(self._choices))
        self._show_headline()
        self.changed.emit()

    def _show_headline(self) -> None:
        self.headline.setText(change_words.headline(self.recoding, "<b style='font-size: x-large'>{}</b>"))
        self.headline.setAccessibleName(change_words.headline(self.recoding, "{}"))
