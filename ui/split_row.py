"""A code that was split: which of its successors the figures belong to, one, several by shares, or none."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractSpinBox,
    QButtonGroup,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ..core.recoding import Recoded, Recoding
from . import change_words
from .button_rows import ButtonRows
from .buttons import icon_button
from .check_rows import ProblemRow
from .icons import own_icon
from .measures import icon_size, spacing
from .notes import wrapped_label

Shares = tuple[tuple[str, float], ...]  # (new code, share), all shares together 1; () where nothing is chosen

_UNSAID = -0.1  # what a share is before it was typed: shown as a dash
_ALL = 100.0


class SplitRow(QWidget):
    """A radio button for each code that followed, one to share figures out (where `shareable`), and one to leave it empty.

    `chosen` tells the code and its Shares, `select_wanted` and `lineage_wanted` the code.
    """

    chosen = pyqtSignal(str, object)
    select_wanted = pyqtSignal(str)
    lineage_wanted = pyqtSignal(str)

    def __init__(self, recoded: Recoded, recoding: Recoding, shareable: bool = False, parent: QWidget | None = None):
        super().__init__(parent)
        self.code, self._successors = recoded.code, recoded.successors
        names = [f"{new} {recoding.name_of(new) or ''}".strip() for new in recoded.successors]
        said = ProblemRow(change_words.split(recoded, recoding), self.tr("Select Rows"))
        said.button.setToolTip(self.tr("Selects these rows in the layer"))
        said.button.clicked.connect(lambda: self.select_wanted.emit(self.code))
        self.select_button, label = said.button, said.label
        self.lineage_button = icon_button(own_icon("lineage"), self.tr("Lineage of {}").format(self.code))
        self.lineage_button.clicked.connect(lambda: self.lineage_wanted.emit(self.code))
        self._group = QButtonGroup(self)
        self._ones = [QRadioButton(name) for name in names]
        self._several = QRadioButton(self.tr("Share out"), self)
        self._several.setToolTip(self.tr("Sums are shared out. The row itself gets the code that most of it belongs to."))
        self._several.setVisible(shareable)
        self._none = QRadioButton(self.tr("Leave empty"))
        self._none.setChecked(True)
        self.radios = [*self._ones, *([self._several] if shareable else []), self._none]
        self.shares = SharesBox(names, label.text(), self)
        self.shares.hide()
        self.shares.changed.connect(self._tell)
        for radio in self.radios:
            self._group.addButton(radio)
            radio.setAccessibleName(f"{label.text()}: {radio.text()}")
            radio.toggled.connect(lambda checked: checked and self._tell())
        column = QVBoxLayout(self)
        column.setContentsMargins(icon_size() + spacing(self), 0, 0, 0)
        column.setSpacing(spacing(self) // 2)
        heading = QHBoxLayout()
        heading.setSpacing(spacing(self) // 2)
        heading.addWidget(said, 1)
        heading.addWidget(self.lineage_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(heading)
        for widget in (ButtonRows(self.radios), self.shares):
            column.addWidget(widget)

    def tab_order(self) -> list[QWidget]:
        return [self.select_button, self.lineage_button, *self.radios, *self.shares.boxes]

    @property
    def choice(self) -> Shares:
        """What is chosen now."""
        if self._several.isChecked():
            return tuple((new, share) for new, share in zip(self._successors, self.shares.shares) if share)
        return next((((new, 1.0),) for new, radio in zip(self._successors, self._ones) if radio.isChecked()), ())

    def show_choice(self, shares: Shares) -> None:
        """Show what was chosen elsewhere; nobody is told."""
        radios = dict(zip(self._successors, self._ones))
        wanted = self._none if not shares else radios[shares[0][0]] if len(shares) == 1 else self._several
        with QSignalBlocker(self):
            self.shares.show_shares([dict(shares).get(new, 0.0) for new in self._successors] if len(shares) > 1 else ())
            wanted.setChecked(True)
        self.shares.setVisible(self._several.isChecked())

    def _tell(self) -> None:
        self.shares.setVisible(self._several.isChecked())
        self.chosen.emit(self.code, self.choice)


class SharesBox(QWidget):
    """Percentages that are typed for all but the last, which takes the rest."""

    changed = pyqtSignal()

    def __init__(self, names: Sequence[str], about: str, parent: QWidget | None = None):
        super().__init__(parent)
        self.boxes = [self._box(f"{about}: {name}") for name in names]
        last = self.boxes[-1]
        last.setReadOnly(True)
        last.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        last.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        last.setToolTip(self.tr("What the others leave"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(spacing(self))
        grid.setVerticalSpacing(spacing(self) // 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        for row, (name, box) in enumerate(zip(names, self.boxes)):
            label = wrapped_label(name, least=6)
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
            box.valueChanged.connect(lambda _, box=box: self._on_typed(box))

    @property
    def shares(self) -> tuple[float, ...]:
        """Shares that together are 1; () until all are said."""
        values = [box.value() for box in self.boxes]
        return tuple(value / _ALL for value in values) if min(values) >= 0 else ()

    def show_shares(self, shares: Sequence[float]) -> None:
        for place, box in enumerate(self.boxes):
            with QSignalBlocker(box):
                box.setMaximum(_ALL)
                box.setValue(round(_ALL * shares[place], 1) if shares else _UNSAID)

    def _on_typed(self, box: QDoubleSpinBox) -> None:
        """Let the last one take the rest; none can take more than there is."""
        *typed, last = self.boxes
        said = [max(0.0, one.value()) for one in typed]
        for one, value in zip(typed, said):
            with QSignalBlocker(one):
                one.setMaximum(_ALL - (sum(said) - value))
        with QSignalBlocker(last):
            last.setValue(_ALL - sum(said) if all(one.value() >= 0 for one in typed) else _UNSAID)
        self.changed.emit()

    def _box(self, about: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setDecimals(1)
        box.setRange(_UNSAID, _ALL)
        box.setSuffix(" %")
        box.setSpecialValueText("–")
        box.setValue(_UNSAID)
        box.setAccessibleName(about)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a wheel that scrolls by must not choose
        return box
