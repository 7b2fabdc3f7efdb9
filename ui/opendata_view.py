"""The list of data sets as a view: what is chosen stays chosen while more is heard of it."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAbstractItemView, QListView

from ..core.opendata import Dataset
from ..core.opendata_list import Listed
from .buttons import is_enter
from .opendata_model import OpenDataModel, TwoLines


class OpenDataView(QListView):
    """Enter asks for the details of a row, a double click for what it is there for: its way onto the map."""

    chosen = pyqtSignal()  # another row is the current one, or none
    details_wanted = pyqtSignal()
    add_wanted = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.rows = OpenDataModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(TwoLines(self))
        self.setUniformItemSizes(True)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Data Sets"))
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())

    def dataset(self) -> Dataset | None:
        """The data set of the current row."""
        return self.rows.dataset(self.currentIndex())

    def same(self, dataset: Dataset | None) -> Dataset | None:
        """Give what is listed now of a data set that was listed before; None where it is not listed."""
        row = self.rows.row_of(dataset) if dataset else -1
        return self.rows.dataset(self.rows.index(row, 0)) if row >= 0 else None

    def show_listed(self, listed: Listed, *, with_publisher: bool) -> None:
        """Show other rows. The current one stays so where it is still there; the view stays where it was scrolled to."""
        current, place = self.dataset(), self.verticalScrollBar().value()
        self.rows.show(listed, with_publisher=with_publisher)
        row = self.rows.row_of(current) if current else -1
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row, 0))
        self.verticalScrollBar().setValue(place)
        self.chosen.emit()

    def go_to_first(self) -> None:
        """Go to the first row that is no heading."""
        rows = (self.rows.index(row, 0) for row in range(min(2, self.rows.rowCount())))
        first = next((index for index in rows if self.rows.dataset(index)), QModelIndex())
        if first.isValid():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentIndex(first)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        dataset = self.rows.dataset(index)
        if dataset is not None:
            (self.add_wanted if dataset.is_mappable else self.details_wanted).emit()

    def keyPressEvent(self, event) -> None:
        dataset = self.dataset()
        if event.matches(QKeySequence.StandardKey.Copy) and dataset:
            QgsApplication.clipboard().setText(f"{dataset.title}\t{dataset.url}")
            event.accept()
        elif is_enter(event) and dataset:
            self.details_wanted.emit()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # a list takes it for a letter to search for
        else:
            super().keyPressEvent(event)
