"""The rows of a match report as a tree: groups, and below each the codes with their names, successors and features."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtGui import QFont

from ..core.match_report import Miss
from . import match_words
from .grouped_model import GroupedModel
from .icons import theme_icon
from .match_groups import Group

CODE, BECAME, FEATURES = range(3)

Role = Qt.ItemDataRole


class MatchModel(GroupedModel):
    """Groups in the given order; what a row says is worded in `match_words`."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()
        self._names: Mapping[str, str] = {}
        self._rows_of: dict[object, list[tuple[int, int]]] = {}

    def show_groups(self, groups: Sequence[Group], names: Mapping[str, str]) -> None:
        """Take other groups; `names` are those of the codes that others became."""
        self.beginResetModel()
        self._groups, self._names, self._rows_of = tuple(groups), names, {}
        for parent, group in enumerate(self._groups):
            for row, miss in enumerate(group.misses):
                for value in miss.values:
                    self._rows_of.setdefault(value, []).append((parent, row))
        self.endResetModel()

    # --- what stands where ----------------------------------------------------------

    @property
    def groups(self) -> tuple[Group, ...]:
        return self._groups

    def group_at(self, index: QModelIndex) -> Group | None:
        if not index.isValid():
            return None
        group, row = self.place_of(index)
        return self._groups[group] if row is None else None

    def misses_at(self, index: QModelIndex) -> tuple[Miss, ...]:
        """Give the miss of a row, or all of a group row."""
        if not index.isValid():
            return ()
        group, row = self.place_of(index)
        misses = self._groups[group].misses
        return misses if row is None else (misses[row],)

    def longest_became(self) -> str:
        """Give the longest text of the column that tells what codes became."""
        texts = (", ".join(miss.successors) for group in self._groups for miss in group.misses if miss.successors)
        return max(texts, key=len, default="")

    def indexes_of(self, values: Iterable[object]) -> list[QModelIndex]:
        """Find the rows of field values (None for null)."""
        places = sorted({place for value in values for place in self._rows_of.get(value, ())})
        return [self.index_of(parent, row) for parent, row in places]

    # --- what Qt asks -----------------------------------------------------------------

    def group_count(self) -> int:
        return len(self._groups)

    def size_of(self, group: int) -> int:
        return len(self._groups[group].misses)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 3

    def headerData(self, section: int, orientation, role: int = Role.DisplayRole):
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return match_words.headers()[section]
        if role == Role.TextAlignmentRole and section == FEATURES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: QModelIndex, role: int = Role.DisplayRole):
        if not index.isValid():
            return None
        group = self.group_at(index)
        return self._group_data(group, index.column(), role) if group else self._miss_data(index, role)

    def _group_data(self, group: Group, column: int, role: int):
        if role == Role.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        if column != CODE:
            return None
        if role == Role.DisplayRole:
            return match_words.heading(group)
        if role in (Role.ToolTipRole, Role.AccessibleTextRole):
            return match_words.explanation(group)
        if role == Role.DecorationRole and group.needs_choice:
            return theme_icon("mIconWarning")
        return None

    def _miss_data(self, index: QModelIndex, role: int):
        place, row = self.place_of(index)
        group = self._groups[place]
        miss = group.misses[row]
        if role == Role.DisplayRole:
            return match_words.cells(group.key, miss)[index.column()]
        if role == Role.ToolTipRole or (role == Role.AccessibleTextRole and index.column() == CODE):
            return match_words.sentence(group.key, miss, self._names)
        if role == Role.TextAlignmentRole and index.column() == FEATURES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Role.FontRole and group.key == "filler":
            font = QFont()
            font.setItalic(True)
            return font
        return None
