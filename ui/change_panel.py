"""What would become of a column's codes, as a drill-in: counts, the codes that were split with their choices, and sums."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsVectorLayer
from qgis.gui import QgsCheckableComboBox
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from ..core.recoding import Recoded, Recoding
from ..gis.columns import numeric_fields
from . import change_words
from .button_rows import ButtonRows
from .column_work import Changed, Sums
from .icons import theme_icon
from .measures import em, icon_size, spacing
from .notes import muted, wrapped_label
from .page import scrolling

MOST_SPLITS = 50  # codes that get radio buttons; a table of choices in Processing settles more


class ChangePanel(QWidget):
    """Shows what changing codes would do and takes the user's choices; writing is the page's matter.

    `changed` tells that `recoding` or `sum_fields` are others than before.
    """

    changed = pyqtSignal()

    def __init__(self, layer: QgsVectorLayer, found: Changed, warnings: Sequence[str] = (), parent: QWidget | None = None):
        super().__init__(parent)
        self._found = found
        self.recoding: Recoding = found.recoding
        self._choices: dict[str, str] = {}
        self.headline = wrapped_label()
        self.headline.setTextFormat(Qt.TextFormat.RichText)
        self.headline.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.where = wrapped_label(f"{layer.name()} · {found.change.field}")
        self.counts = [wrapped_label(line) for line in change_words.counts(found.recoding)]
        self.warnings = [wrapped_label(line) for line in warnings]
        splits = {recoded.code: recoded for recoded in found.recoding.values.values() if recoded.status == "split"}
        self.splits = [SplitRow(recoded, found.recoding) for _, recoded in sorted(splits.items())[:MOST_SPLITS]]
        self._left_out = len(splits) - len(self.splits)
        self.sum_box = QgsCheckableComboBox(self)
        self.sum_box.hide()
        self.sum_box.addItems([name for name in numeric_fields(layer.fields()) if name != found.change.field])
        self.sum_words = wrapped_label()
        self.sum_words.hide()
        self._arrange()
        for row in self.splits:
            row.chosen.connect(self._on_chosen)
        self.sum_box.checkedItemsChanged.connect(lambda _: self.changed.emit())
        self._show_headline()

    @property
    def sum_fields(self) -> list[str]:
        return list(self.sum_box.checkedItems())

    def tab_order(self) -> list[QWidget]:
        radios = [radio for row in self.splits for radio in row.radios]
        return [self.headline, *radios, *([self.sum_box] if self.sum_box.count() else [])]

    def show_sums(self, sums: Sums | None, reason: str = "") -> None:
        """Say what adding up would give, or why it is refused; nothing where no field is chosen."""
        rows = sum(self.recoding.features.values())
        self.sum_words.setText(reason or (change_words.summed(rows, sums.rows) if sums else ""))
        self.sum_words.setVisible(bool(self.sum_words.text()))

    # --- building ---------------------------------------------------------------------

    def _arrange(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(self))
        for widget in (self.headline, muted(self.where), *self.counts, *self.warnings):
            column.addWidget(widget)
        if self.splits:
            column.addSpacing(spacing(self))
            column.addLayout(self._split_heading())
            for row in self.splits:
                column.addWidget(row)
        if self._left_out:
            words = self.tr(
                "%Ln more code(s) were split and stay empty. A table of choices in Processing settles them.", "", self._left_out
            )
            column.addWidget(wrapped_label(words))
        if self.sum_box.count():
            self.sum_box.show()
            column.addSpacing(spacing(self))
            column.addLayout(self._sum_row())
            column.addWidget(self.sum_words)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(spacing(self))
        outer.addWidget(scrolling(body), 1)
        outer.addWidget(muted(wrapped_label(self.tr("Nothing has been changed yet."))))

    def _split_heading(self) -> QHBoxLayout:
        icon = QLabel()
        icon.setPixmap(theme_icon("mIconWarning").pixmap(QSize(icon_size(), icon_size())))
        words = self.tr("SSB does not say which of them your figures belong to. Choose one, or leave it empty.")
        row = QHBoxLayout()
        row.setSpacing(spacing(self))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(wrapped_label(words), 1)
        return row

    def _sum_row(self) -> QHBoxLayout:
        self.sum_box.setDefaultText(self.tr("None"))
        self.sum_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sum_box.setMinimumContentsLength(6)
        self.sum_box.setMinimumWidth(7 * em(self))
        self.sum_box.setToolTip(self.tr("Gives one row for each new code, with these figures added up"))
        label = QLabel(self.tr("A&dd up"))
        label.setBuddy(self.sum_box)
        self.sum_box.setAccessibleName(self.tr("Fields to add up"))
        row = QHBoxLayout()
        row.setSpacing(spacing(self))
        row.addWidget(label)
        row.addWidget(self.sum_box, 1)
        return row

    # --- what its user does -------------------------------------------------------------

    def _on_chosen(self, code: str, new: str) -> None:
        self._choices[code] = new
        self.recoding = self._found.recoding.chosen(self._choices)
        self._show_headline()
        self.changed.emit()

    def _show_headline(self) -> None:
        self.headline.setText(change_words.headline(self.recoding, "<b style='font-size: x-large'>{}</b>"))
        self.headline.setAccessibleName(change_words.headline(self.recoding, "{}"))


class SplitRow(QWidget):
    """A code that was split: a radio button for each code that followed, and one to leave it empty."""

    chosen = pyqtSignal(str, str)  # old code, new code or ""

    def __init__(self, recoded: Recoded, recoding: Recoding, parent: QWidget | None = None):
        super().__init__(parent)
        self.code = recoded.code
        self._group = QButtonGroup(self)
        self.radios = [QRadioButton(f"{new} {recoding.name_of(new) or ''}".strip()) for new in recoded.successors]
        self.radios.append(QRadioButton(self.tr("Leave empty")))
        label = wrapped_label(change_words.split(recoded, recoding))
        self.radios[-1].setChecked(True)
        for radio, new in zip(self.radios, (*recoded.successors, "")):
            self._group.addButton(radio)
            radio.setAccessibleName(f"{label.text()}: {radio.text()}")
            radio.toggled.connect(lambda checked, new=new: checked and self.chosen.emit(self.code, new))
        column = QVBoxLayout(self)
        column.setContentsMargins(icon_size() + spacing(self), 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label)
        column.addWidget(ButtonRows(self.radios))
