"""Which columns a join brings: a check box each. One that would be empty everywhere stands unticked and says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ..core.codes import BYDEL, FYLKE, GRUNNKRETS, KOMMUNE
from ..work.joining import CORRESPONDENCE, Attribute
from .groups import fold_button
from .measures import em, spacing

USUAL = ("name", "level", "parent_code")

# Other classifications whose codes and names can come along, by the classification that is joined.
ALONG = {KOMMUNE: (FYLKE,), GRUNNKRETS: (BYDEL,), BYDEL: ()}
_ROOM, _ROOM_IF_EMPTY = 15, 9  # em that a name gets: a long one must not widen the dock
_MOST_TICKED = 40  # a table with more columns is a data set, not figures: nothing is ticked unasked


class ColumnsBox(QgsCollapsibleGroupBox):
    """Columns and their prefix, collapsed to a line that says which are ticked.

    What the user ticks stays so for columns of the same name. `changed`: other columns of what is already known;
    `along_changed`: codes of another classification are wanted, which have to be asked for.
    """

    changed = pyqtSignal()
    along_changed = pyqtSignal()

    def __init__(self, prefix: str, parent: QWidget | None = None):
        super().__init__(parent)
        self.setCollapsed(True)
        self.setSaveCollapsedState(False)
        self._boxes: dict[str, QCheckBox] = {}
        self._along: dict[str, QCheckBox] = {}
        self._wanted: dict[str, bool] = {}
        self._checks = QVBoxLayout()
        self._checks.setSpacing(spacing(self))
        self.prefix_line = QLineEdit(prefix)
        label = QLabel(self.tr("Prefi&x"))
        label.setBuddy(self.prefix_line)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.prefix_line, 1)
        # A collapsed group hides what lies in it, but not what is put in later; a body of our own takes that along.
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(spacing(self))
        inside.addLayout(self._checks)
        inside.addLayout(row)
        outer = QVBoxLayout(self)
        outer.addWidget(body)
        self._paint()
        fold_button(self)

    @property
    def prefix(self) -> str:
        return self.prefix_line.text().strip()

    def ticked(self) -> tuple[str, ...]:
        """Give the names of the ticked columns, without those of other classifications."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def along(self) -> tuple[str, ...]:
        """Give the other classifications that are ticked, as attributes `to:104`."""
        return tuple(name for name, box in self._along.items() if box.isChecked())

    def show_columns(self, attributes: Sequence[Attribute], classification: int, table: bool) -> None:
        """List the columns of what was found. Those of other classifications follow their own check boxes."""
        own = [attribute for attribute in attributes if table or not attribute.name.startswith("to_")]
        few = len(own) <= _MOST_TICKED
        self._clear()
        for attribute in own:
            usual = few if table else attribute.name in USUAL
            ticked = self._wanted.get(attribute.name, usual) and not attribute.empty
            words = attribute.name if table else self._words(attribute.name)
            self._boxes[attribute.name] = self._add(attribute.name, words, ticked, self.changed, attribute.empty)
        for other in () if table else ALONG.get(classification, ()):
            name = f"{CORRESPONDENCE}{other}"
            self._along[name] = self._add(name, self._along_words(other), self._wanted.get(name, False), self.along_changed)
        order = self.tab_order()
        for first, second in zip(order, order[1:]):
            QWidget.setTabOrder(first, second)
        self._paint()

    def tab_order(self) -> list[QWidget]:
        return [fold_button(self), *self._boxes.values(), *self._along.values(), self.prefix_line]

    def _words(self, name: str) -> str:
        """Call Klass's columns by words; the attribute's own name is short for a reason."""
        names = {
            "name": self.tr("name"),
            "level": self.tr("level"),
            "parent_code": self.tr("code above"),
            "short_name": self.tr("short name"),
            "presentation_name": self.tr("display name"),
            "valid_from": self.tr("valid from"),
            "valid_to": self.tr("valid to"),
            "notes": self.tr("notes"),
        }
        return names.get(name, name)

    def _along_words(self, classification: int) -> str:
        names = {FYLKE: self.tr("fylke, code and name"), BYDEL: self.tr("bydel, code and name")}
        return names[classification]

    def _add(self, name: str, words: str, ticked: bool, signal, empty: bool = False) -> QCheckBox:
        room = (_ROOM_IF_EMPTY if empty else _ROOM) * em(self)
        short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, room)
        box = QCheckBox(self.tr("{}, empty here").format(short) if empty else short)
        box.setToolTip(words)
        box.setAccessibleName(self.tr("{}, empty here").format(words) if empty else words)
        box.setChecked(ticked)
        box.toggled.connect(lambda on: self._on_toggled(name, on, signal))
        self._checks.addWidget(box)
        return box

    def _on_toggled(self, name: str, on: bool, signal) -> None:
        self._wanted[name] = on
        self._paint()
        signal.emit()

    def _clear(self) -> None:
        for box in (*self._boxes.values(), *self._along.values()):
            self._checks.removeWidget(box)
            box.deleteLater()
        self._boxes, self._along = {}, {}

    def _paint(self) -> None:
        ticked = [box.text() for box in (*self._boxes.values(), *self._along.values()) if box.isChecked()]
        names = _few(words.partition(",")[0] for words in ticked)
        self.setTitle(self.tr("Columns: {}").format(names) if names else self.tr("Columns"))


def _few(names: Iterable[str]) -> str:
    """Write the first names, and how many more there are."""
    listed = list(names)
    return ", ".join(listed[:3]) + (f" +{len(listed) - 3}" if len(listed) > 3 else "")
