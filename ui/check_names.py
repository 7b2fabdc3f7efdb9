"""Names where codes are expected, each with the code that it would become: looked at before it is used."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTreeWidget, QTreeWidgetItem

from ..core.diagnosis import Diagnosis
from ..core.keys import as_text
from ..core.places_by_name import Named
from .forms import narrow
from .measures import em
from .mending import Mending
from .wording import counted

_MOST_ROWS = 8  # in sight at once; the rest is scrolled to
_MOST_BOXES = 100  # names of several places that can be chosen here

_NAME, _PLACE = range(2)


class NamesList(QTreeWidget):
    """Lists names with their places; those of several places first, with a box to choose one.

    `changed` tells that `mending` is another.
    """

    changed = pyqtSignal()

    def __init__(self, found: Diagnosis, parent=None):
        super().__init__(parent)
        self._found, self._widest = found, 0
        told = {value for value, _ in found.apart.codes} if found.apart else set()
        self.boxes: dict[object, QComboBox] = {}
        self.setHeaderLabels([self.tr("Name"), self.tr("Place")])
        self.setRootIsDecorated(False)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Names and the places that they stand for"))
        order = sorted(found.names, key=lambda value: (len(found.names[value].places) == 1, value in told, as_text(value)))
        for value in order:
            self._add(value, found.names[value], value in told)
        self._size()

    @property
    def mending(self) -> Mending:
        """The names that stand for one place, or for the one that was chosen."""
        repairs = self._found.repairs
        codes = {value: repairs[value] for value in self._found.names if value in repairs}
        codes.update((value, box.currentData()) for value, box in self.boxes.items() if box.currentData())
        return Mending(codes, self._found.apart)

    def _add(self, value: object, named: Named, told: bool) -> None:
        if told:
            place = self.tr("by the field {}").format(self._found.apart.field)
        else:
            place = named.places[0].label if len(named.places) == 1 else ""
        item = QTreeWidgetItem(self, [as_text(value), place])
        item.setToolTip(_NAME, as_text(value))
        item.setToolTip(_PLACE, "\n".join(one.label for one in named.places))
        item.setData(_NAME, Qt.ItemDataRole.AccessibleTextRole, f"{as_text(value)}: {place}")
        if not place and len(self.boxes) < _MOST_BOXES:
            self.boxes[value] = self._box(value, named)
            self.setItemWidget(item, _PLACE, self.boxes[value])

    def _box(self, value: object, named: Named) -> QComboBox:
        box = narrow(QComboBox(), 6)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a wheel that scrolls by must not choose
        box.setAccessibleName(self.tr("Place that {} stands for").format(as_text(value)))
        box.addItem(counted("NamesList", "Choose one of %n", len(named.places)), "")
        for place in named.places:
            box.addItem(place.label, place.code)
        widest = max(box.fontMetrics().horizontalAdvance(box.itemText(row)) for row in range(box.count()))
        box.view().setMinimumWidth(widest + 2 * em(self))
        box.currentIndexChanged.connect(lambda _: self.changed.emit())
        return box

    def resizeEvent(self, event) -> None:
        """Give the names the room they need, up to two fifths."""
        super().resizeEvent(event)
        self.header().resizeSection(_NAME, min(self._widest, 2 * self.viewport().width() // 5))

    def _size(self) -> None:
        """Show some rows."""
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Interactive)
        self._widest = max(self.sizeHintForColumn(_NAME), 0) + em(self)
        self._fit_height()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._fit_height()  # only what is shown knows how high a theme's rows are

    def _fit_height(self) -> None:
        header = self.header()
        rows = min(_MOST_ROWS, self.topLevelItemCount())
        heights = (max(self.sizeHintForRow(row), _height(self, row)) for row in range(rows))
        self.setFixedHeight(header.sizeHint().height() + sum(heights) + 2 * self.frameWidth() + 2)


def _height(tree: QTreeWidget, row: int) -> int:
    widget = tree.itemWidget(tree.topLevelItem(row), _PLACE)
    return widget.sizeHint().height() if widget else 0
