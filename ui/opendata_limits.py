"""What limits the list of data sets besides words: kind, licence, catalogue; and its order."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from ..core.opendata_list import MAPPABLE, ORDERS, DatasetList, Limits
from . import opendata_words
from .forms import Beside, narrow, tell_whole
from .measures import spacing
from .wording import number_text


class OpenDataLimits(QWidget):
    """Four boxes. What was chosen stays chosen, also where nothing of it is there now."""

    changed = pyqtSignal()
    order_changed = pyqtSignal(str)

    def __init__(self, order: str, parent: QWidget | None = None):
        super().__init__(parent)
        self.kind = self._box(self.tr("Kind"))
        self.licence = self._box(self.tr("Licence"))
        self.catalogue = self._box(self.tr("Catalogue"))
        self.order = self._box(self.tr("Order"))
        for name, words in zip(ORDERS, (self.tr("By title"), self.tr("Newest first"))):
            self.order.addItem(words, name)
        self.order.setCurrentIndex(max(0, self.order.findData(order)))
        self.offer(DatasetList())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(self))
        for pair in ((self.kind, self.licence), (self.catalogue, self.order)):
            row = Beside()
            row.setSpacing(spacing(self))
            for box in pair:
                row.addWidget(box, 1)
            column.addLayout(row)
        for box in (self.kind, self.licence, self.catalogue):
            box.activated.connect(lambda _: self.changed.emit())
        self.order.activated.connect(lambda _: self.order_changed.emit(self.chosen_order()))

    def tab_order(self) -> list[QWidget]:
        return [self.kind, self.licence, self.catalogue, self.order]

    def chosen_order(self) -> str:
        return self.order.currentData()

    def chosen(self, words: str) -> Limits:
        """Give the limits, with those of the search line."""
        return Limits(words, self.kind.currentData() or "", self.licence.currentData(), self.catalogue.currentData() or "")

    def clear(self) -> None:
        for box in (self.kind, self.licence, self.catalogue):
            box.setCurrentIndex(0)

    def summary(self) -> str:
        """Say what is chosen; "" where nothing is."""
        boxes = (self.kind, self.licence, self.catalogue)
        return " · ".join(_name(box) for box in boxes if box.currentIndex() > 0)

    def offer(self, datasets: DatasetList) -> None:
        """Offer what there is in a list, with counts."""
        worded = (
            (self.kind, self.tr("All kinds"), opendata_words.kind, ((MAPPABLE, datasets.mappable), *datasets.kinds)),
            (self.licence, self.tr("All licences"), opendata_words.licence, datasets.licences),
            (self.catalogue, self.tr("All catalogues"), opendata_words.catalogue, datasets.catalogues),
        )
        for box, everything, name, counted in worded:
            _fill(box, everything, [(name(value), value, count) for value, count in counted], name)

    def _box(self, words: str) -> QComboBox:
        box = narrow(QComboBox(), 6)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setAccessibleName(words)
        box.setToolTip(words)
        return tell_whole(box)


_NAME = Qt.ItemDataRole.UserRole + 1


def _name(box: QComboBox) -> str:
    return box.currentData(_NAME) or ""


def _fill(box: QComboBox, everything: str, entries: Sequence[tuple[str, str, int]], name) -> None:
    """Fill a box anew; `entries` are (words, value, count). One that the user has open stays as it is."""
    if box.view().isVisible():
        return
    chosen, was = box.currentData(), box.currentIndex()
    if was > 0 and chosen not in [value for _, value, _ in entries]:
        entries = [*entries, (name(chosen), chosen, 0)]
    with QSignalBlocker(box):
        box.clear()
        box.addItem(everything, None)
        for words, value, count in entries:
            box.addItem(f"{words} ({number_text(count)})", value)
            box.setItemData(box.count() - 1, words, _NAME)
        if was > 0:
            box.setCurrentIndex([None, *(value for _, value, _ in entries)].index(chosen))
