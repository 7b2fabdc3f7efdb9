"""A tree of two levels, as Qt asks for it: groups, and the rows of each."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex

_GROUP = 0  # internal id of group rows; that of a row is its group's row + 1


class GroupedModel(QAbstractItemModel):
    """Base of such models: they tell `group_count` and `size_of` each group, and find their own by `place_of` an index."""

    def group_count(self) -> int:
        raise NotImplementedError

    def size_of(self, group: int) -> int:
        raise NotImplementedError

    def place_of(self, index: QModelIndex) -> tuple[int, int | None]:
        """Give the numbers of a valid index's group and of its row there; None for the group's own row."""
        if index.internalId() == _GROUP:
            return index.row(), None
        return index.internalId() - 1, index.row()

    def index_of(self, group: int, row: int) -> QModelIndex:
        """Give the index of a row, in the first column."""
        return self.createIndex(row, 0, group + 1)

    # --- what Qt asks -----------------------------------------------------------------

    def index(self, row: int, column: int, parent: QModelIndex = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP)

    def parent(self, index: QModelIndex) -> QModelIndex:
        if not index.isValid() or index.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _GROUP)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return self.group_count()
        return self.size_of(parent.row()) if parent.internalId() == _GROUP and parent.column() == 0 else 0
