"""The versions of a classification as a tree: newest first, below each its variants and correspondence tables."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtCore import QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from ..core.about import AboutVersion, Table, Variant, base_name
from ..core.codes import Version
from . import about_words
from .measures import em
from .wording import period_text, years_text

_HELD = Qt.ItemDataRole.UserRole  # a Version, Variant or Table; nothing for a group


class AboutTree(QTreeView):
    """`chosen` tells of another row; `version_wanted` of a version whose details are not there yet; `leaf_activated` of Enter
    or a double click on a variant or a table: on a version it opens and closes what is below."""

    chosen = pyqtSignal()
    leaf_activated = pyqtSignal()
    version_wanted = pyqtSignal(object)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self._details: dict[int, AboutVersion] = {}
        self._top: dict[int, QStandardItem] = {}
        self.setModel(self._model)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names begin alike and end with the year
        self.setAccessibleName(self.tr("Versions"))
        self.setMinimumHeight(9 * (self.fontMetrics().height() + 4))
        self.setMinimumWidth(8 * em(self))
        self.selectionModel().currentChanged.connect(lambda *_: self._on_current())
        self.expanded.connect(self._on_expanded)
        self.activated.connect(self._on_activated)

    def show_versions(self, versions: Iterable[Version]) -> None:
        """List the versions, newest first; nothing of them is known yet but their time."""
        self._details.clear()
        self._top.clear()
        self._model.clear()
        self._model.setHorizontalHeaderLabels([self.tr("Version"), self.tr("Valid")])
        for version in sorted(versions, key=lambda one: (one.valid_from, one.id), reverse=True):
            name = _item(version.name, version, f"{version.name}\n{period_text(version.valid_from, version.valid_to)}")
            name.appendRow(_item(self.tr("Fetching …")))
            years = _item(years_text(version.valid_from, version.valid_to), version)
            self._model.appendRow([name, years])
            self._top[version.id] = name
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionsMovable(False)

    def choose(self, version: Version) -> None:
        """Make a version the current row, and open it."""
        item = self._top.get(version.id)
        if item is not None:
            index = self._model.indexFromItem(item)
            self.setCurrentIndex(index)
            self.setExpanded(index, True)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def show_details(self, details: AboutVersion, number: int) -> None:
        """Put what a version holds below it."""
        item = self._top.get(number)
        if item is None:
            return
        self._details[number] = details
        item.removeRows(0, item.rowCount())
        others = [table for table in details.tables if not table.is_changes]
        changes = [table for table in details.tables if table.is_changes]
        names = [base_name(one.name) for one in details.variants]
        self._add_group(
            item,
            self.tr("Variants"),
            details.variants,
            lambda one: one.name if names.count(base_name(one.name)) > 1 else base_name(one.name),
        )
        for words, tables in ((self.tr("Correspondence tables"), others), (self.tr("Change tables"), changes)):
            self._add_group(item, words, tables, lambda one: about_words.other_side(one, item.text()))
        if not item.hasChildren():
            self._add(item, _item(self.tr("No variants and no tables")))
        self._on_current()

    def forget(self, number: int, words: str) -> None:
        """What a version holds could not be had: say so below it."""
        item = self._top.get(number)
        if item is not None and number not in self._details:
            item.removeRows(0, item.rowCount())
            self._add(item, _item(words))

    def version(self) -> Version | None:
        """The version that the current row is, or belongs to."""
        index = self.currentIndex()
        while index.isValid() and index.parent().isValid():
            index = index.parent()
        return index.siblingAtColumn(0).data(_HELD) if index.isValid() else None

    def held(self) -> Version | Variant | Table | None:
        """What the current row is; its version for a group."""
        held = self.currentIndex().siblingAtColumn(0).data(_HELD)
        return held if held is not None else self.version()

    def details(self) -> AboutVersion | None:
        version = self.version()
        return self._details.get(version.id) if version else None

    def _add_group(self, parent: QStandardItem, words: str, held: Iterable, name) -> None:
        rows = list(held)
        if not rows:
            return
        group = _item(about_words.group(words, len(rows)))
        for one in rows:
            group.appendRow(_item(" ".join(name(one).split()), one))
        self._add(parent, group)
        for row in range(group.rowCount()):
            self.setFirstColumnSpanned(row, self._model.indexFromItem(group), True)
        self.setExpanded(self._model.indexFromItem(group), len(rows) <= 5)

    def _add(self, parent: QStandardItem, item: QStandardItem) -> None:
        parent.appendRow(item)
        self.setFirstColumnSpanned(item.row(), self._model.indexFromItem(parent), True)

    def _on_current(self) -> None:
        self._want(self.version())
        self.chosen.emit()

    def _on_expanded(self, index: QModelIndex) -> None:
        held = index.siblingAtColumn(0).data(_HELD)
        if isinstance(held, Version):
            self._want(held)

    def _on_activated(self, index: QModelIndex) -> None:
        if isinstance(index.siblingAtColumn(0).data(_HELD), (Variant, Table)):
            self.leaf_activated.emit()

    def _want(self, version: Version | None) -> None:
        if version is not None and version.id not in self._details:
            self.version_wanted.emit(version)

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()  # a tree takes it for a letter to search for
        else:
            super().keyPressEvent(event)


def _item(words: str, held: object = None, tip: str = "") -> QStandardItem:
    item = QStandardItem(words)
    item.setData(held, _HELD)
    item.setToolTip(tip or words)
    return item
