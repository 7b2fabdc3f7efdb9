"""The classifications that were found, as a list: one row each, the number first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt

from ..core.codes import Listed

NUMBER, NAME, TYPE, FAMILY = range(4)


class FindModel(QAbstractTableModel):
    """Rows of `Listed`; families are named by number."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._rows: Sequence[Listed] = ()
        self._families: Mapping[int, str] = {}

    def show(self, rows: Sequence[Listed], families: Mapping[int, str]) -> None:
        self.beginResetModel()
        self._rows, self._families = rows, families
        self.endResetModel()

    @property
    def rows(self) -> Sequence[Listed]:
        return self._rows

    def row_of(self, number: int) -> int:
        """The row of a classification; -1 where it is not shown."""
        return next((row for row, one in enumerate(self._rows) if one.id == number), -1)

    def rowCount(self, parent=QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent=QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("No."), self.tr("Name"), self.tr("Type"), self.tr("Family"))[section]
        return None

    def data(self, index: QModelIndex, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (str(one.id), one.name, self._type(one), self._families.get(one.family, ""))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((f"{one.id} {one.name}", self._kind(one))).strip()
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == NUMBER:
            return ", ".join(part for part in (f"{one.id} {one.name}", self._kind(one)) if part)
        return None

    def _type(self, one: Listed) -> str:
        if not one.type:
            return ""
        return self.tr("Code list") if one.is_codelist else self.tr("Classification")

    def _kind(self, one: Listed) -> str:
        return " · ".join(part for part in (self._type(one), self._families.get(one.family, "")) if part)
