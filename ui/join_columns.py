"""Which columns a join brings: a check box each. One that would be empty everywhere stands unticked and says so."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ..work.joining import Attribute, Prepared
from .groups import fold_button
from .join_others import OthersBox
from .measures import em, spacing
from .wording import number_text

USUAL = ("name", "level", "parent_code")

_ROOM, _ROOM_IF_EMPTY = 15, 9  # em that a name gets: a long one must not widen the dock
_TITLE_ROOM = 8  # and all of them in the title, which is bold
_MOST_TICKED = 40  # a table with more columns is a data set, not figures: nothing is ticked unasked


class ColumnsBox(QgsCollapsibleGroupBox):
    """Columns and their prefix, collapsed to a line that says which are ticked.

    What the user ticks stays so for columns of the same name. `changed`: other columns of what is already known; those of
    other classifications are `others`, which have to be asked for.
    """

    changed = pyqtSignal()

    def __init__(self, prefix: str, parent: QWidget | None = None):
        super().__init__(parent)
        self.setCollapsed(True)
        self.setSaveCollapsedState(False)
        self._boxes: dict[str, QCheckBox] = {}
        self._shown: tuple[Attribute, ...] = ()
        self._wanted: dict[str, bool] = {}
        self.others = OthersBox()
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
        inside.addWidget(self.others)
        inside.addLayout(row)
        outer = QVBoxLayout(self)
        outer.addWidget(body)
        self.others.changed.connect(self._on_others)
        self.others.fetch_wanted.connect(self._paint)
        self.collapsedStateChanged.connect(lambda collapsed: self.others.set_open(not collapsed))
        self._paint()

    @property
    def prefix(self) -> str:
        return self.prefix_line.text().strip()

    def ticked(self) -> tuple[str, ...]:
        """Give the names of the ticked columns, without those of other classifications."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def title_of(self, name: str) -> str:
        """Say what a column is called in a legend."""
        return self.others.title(name) or self._words(name)

    def show_columns(self, prepared: Prepared) -> None:
        """List the columns of what was found; whoever stands on one that is there still keeps the focus."""
        is_table = bool(prepared.title)
        own = tuple(one for one in prepared.attributes if is_table or _is_listed(one))
        if own != self._shown:
            self._shown = own
            self._list(own, is_table)
        self.others.show_prepared(prepared)
        self._set_order()
        self._paint()

    def _list(self, own: tuple[Attribute, ...], is_table: bool) -> None:
        few = len(own) <= _MOST_TICKED
        self._clear()
        for attribute in own:
            usual = few if is_table else attribute.name in USUAL
            ticked = self._wanted.get(attribute.name, usual) and not attribute.empty
            words = attribute.name if is_table else self._words(attribute.name)
            self._boxes[attribute.name] = self._add(attribute.name, words, ticked, attribute.empty)

    def tab_order(self) -> list[QWidget]:
        return [fold_button(self), *self._boxes.values(), *self.others.tab_order(), self.prefix_line]

    def _set_order(self) -> None:
        order = self.tab_order()
        for first, second in zip(order, order[1:]):
            QWidget.setTabOrder(first, second)

    def _on_others(self) -> None:
        self._set_order()
        self._paint()
        self.changed.emit()

    def _words(self, name: str) -> str:
        """Call Klass's columns by words; the attribute's own name is short for a reason."""
        names = {
            "name": self.tr("name"),
            "level": self.tr("level"),
            "parent_code": self.tr("code above"),
            "parent_name": self.tr("name above"),
            "short_name": self.tr("short name"),
            "presentation_name": self.tr("display name"),
            "valid_from": self.tr("valid from"),
            "valid_to": self.tr("valid to"),
            "notes": self.tr("notes"),
        }
        return names.get(name, name)

    def _add(self, name: str, words: str, ticked: bool, empty: bool) -> QCheckBox:
        room = (_ROOM_IF_EMPTY if empty else _ROOM) * em(self)
        short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, room)
        box = QCheckBox(self.tr("{}, empty here").format(short) if empty else short)
        box.setToolTip(words if short != words else "")
        box.setAccessibleName(self.tr("{}, empty here").format(words) if empty else words)
        box.setChecked(ticked)
        box.toggled.connect(lambda on: self._on_toggled(name, on))
        self._checks.addWidget(box)
        return box

    def _on_toggled(self, name: str, on: bool) -> None:
        self._wanted[name] = on
        self._paint()
        self.changed.emit()

    def _clear(self) -> None:
        for box in self._boxes.values():
            self._checks.removeWidget(box)
            box.deleteLater()
        self._boxes = {}

    def _paint(self) -> None:
        own = [box.text() for box in self._boxes.values() if box.isChecked()]
        names = _few([*own, *self.others.names()])
        short = self.fontMetrics().elidedText(names, Qt.TextElideMode.ElideRight, _TITLE_ROOM * em(self))
        self.setTitle(self.tr("Columns: {}").format(short) if names else self.tr("Columns"))
        self.setToolTip(names if short != names else "")
        fold_button(self)  # is called as the group is now


def _is_listed(attribute: Attribute) -> bool:
    """Whether one of Klass's own columns is worth a row: of those that few want, the empty ones are only in the way."""
    return not attribute.name.startswith("to_") and (attribute.name in USUAL or not attribute.empty)


def _few(names: Iterable[str]) -> str:
    """Write the first names, and how many more there are."""
    listed = list(names)
    return ", ".join(listed[:3]) + (f" +{number_text(len(listed) - 3)}" if len(listed) > 3 else "")
