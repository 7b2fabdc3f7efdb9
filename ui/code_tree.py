"""The codes as a tree that filters itself: a plain search and a model reset cost a few milliseconds over 16 000 codes."""

from __future__ import annotations

from enum import IntEnum

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView

from ..core.codes import Code
from .code_rows import CodeRows, Shown
from .copying_tree import CopyingTree
from .measures import em
from .wording import period_text

CODE, NAME, APPLIES = range(3)
_MOST_OPENED = 200  # groups of hits that are opened by themselves


class CodeRole(IntEnum):
    """What a row can be asked for beside its text."""

    CODE = int(getattr(Qt.ItemDataRole.UserRole, "value", Qt.ItemDataRole.UserRole)) + 1
    NAME = CODE + 1
    FILLER = CODE + 2
    POSITION = CODE + 3


class CodeTreeModel(QAbstractItemModel):
    """Rows of a `CodeRows`, as far as a search leaves them. Index ids are parent positions + 1, so no row costs an object."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._rows: CodeRows | None = None
        self._shown = Shown([])
        self._row_of: dict[int, int] = {}
        self._italic = QFont()
        self._italic.setItalic(True)

    @property
    def rows(self) -> CodeRows | None:
        return self._rows

    @property
    def shown(self) -> Shown:
        return self._shown

    def show(self, rows: CodeRows | None, shown: Shown) -> None:
        """Show what a search has left of a list."""
        self.beginResetModel()
        self._rows, self._shown = rows, shown
        self._row_of = {position: row for row, position in enumerate(shown.roots)}
        for positions in shown.children.values():
            self._row_of.update((position, row) for row, position in enumerate(positions))
        self.endResetModel()

    def index_of(self, position: int, column: int = CODE) -> QModelIndex:
        """The index of a position of the list; invalid where it is not shown."""
        row = self._row_of.get(position)
        return QModelIndex() if row is None else self.createIndex(row, column, self._shown_parent(position) + 1)

    def code_at(self, index: QModelIndex) -> Code | None:
        return self._rows.codes[self._position(index)] if index.isValid() and self._rows else None

    def groups(self) -> list[int]:
        """The positions that have rows below them."""
        return list(self._shown.children)

    # --- QAbstractItemModel ------------------------------------------------------------

    def columnCount(self, parent=QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 3 if self._rows and self._rows.list.end else 2

    def rowCount(self, parent=QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._shown.roots)
        if parent.column() != CODE:
            return 0
        return len(self._shown.children.get(self._position(parent), ()))

    def index(self, row: int, column: int, parent=QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._position(parent) + 1 if parent.isValid() else 0)

    def parent(self, index: QModelIndex) -> QModelIndex:
        above = index.internalId() - 1 if index.isValid() else -1
        return self.index_of(above) if above >= 0 else QModelIndex()

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Code"), self.tr("Name"), self.tr("Valid"))[section]
        return None

    def data(self, index: QModelIndex, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid() or not self._rows:
            return None
        position = self._position(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(position, index.column())
        if role == Qt.ItemDataRole.FontRole:
            return self._italic if self._rows.is_filler(position) else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(position)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == CODE:
            return self._sentence(position)
        return self._named(position, role)

    def _named(self, position: int, role):
        code = self._rows.codes[position]
        if role == CodeRole.CODE:
            return code.code
        if role == CodeRole.NAME:
            return code.name
        if role == CodeRole.FILLER:
            return self._rows.is_filler(position)
        return position if role == CodeRole.POSITION else None

    def _text(self, position: int, column: int) -> str:
        code = self._rows.codes[position]
        if column == CODE:
            return code.code
        if column == NAME:
            name = shown_name(code)
            return self.tr("{} – not a place").format(name) if self._rows.is_filler(position) else name
        return period_text(code.valid_from, code.valid_to)

    def _tool_tip(self, position: int) -> str:
        notes = self._rows.codes[position].notes
        return "\n\n".join(part for part in (self._sentence(position), notes) if part)

    def _sentence(self, position: int) -> str:
        code = self._rows.codes[position]
        period = period_text(code.valid_from, code.valid_to)
        words = f"{code.code} {self._text(position, NAME)}"
        return self.tr("{}, applies {}").format(words, period) if period else words

    def _position(self, index: QModelIndex) -> int:
        above = index.internalId()
        siblings = self._shown.children[above - 1] if above else self._shown.roots
        return siblings[index.row()]

    def _shown_parent(self, position: int) -> int:
        above = self._rows.parents[position]
        return above if above in self._shown.children and above in self._row_of else -1


def shown_name(code: Code) -> str:
    """The name as it was wished for, else as Klass has it."""
    return code.presentation_name or code.name


class CodeTreeView(CopyingTree):
    """The tree; keeps selection and open groups by code while the model resets, and copies codes."""

    code_activated = pyqtSignal(object)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._model = CodeTreeModel(self)
        self._open: set[str] = set()
        self._restoring = False
        self.setModel(self._model)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(self.tr("Codes"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(5 * self.fontMetrics().height())
        self.setMinimumWidth(8 * em(self))
        self.header().setSectionsMovable(False)
        self.header().setStretchLastSection(True)
        self.expanded.connect(lambda index: self._remember(index, True))
        self.collapsed.connect(lambda index: self._remember(index, False))
        self.activated.connect(lambda index: self.code_activated.emit(self._model.code_at(index)))

    @property
    def codes(self) -> CodeTreeModel:
        return self._model

    def show_codes(self, rows: CodeRows | None, shown: Shown, *, searching: bool) -> None:
        """Show a search's result. Groups of hits open by themselves while they are few; else as the user left them."""
        selected = self.selected_codes()
        self._model.show(rows, shown)
        self.setRootIsDecorated(bool(shown.children))
        self._restoring = True
        self._restore_groups(searching)
        self._restore_selection({code.code for code in selected})
        self._restoring = False
        self._fit_columns()

    def selected_codes(self) -> list[Code]:
        """The selected codes in the order shown."""
        indexes = sorted(self.selectionModel().selectedRows(CODE), key=lambda index: index.data(CodeRole.POSITION) or 0)
        return [code for code in map(self._model.code_at, indexes) if code]

    def copied_text(self) -> str:
        """The selected codes, each with its name behind a tab: Excel takes it as two columns."""
        return "\n".join(f"{code.code}\t{shown_name(code)}" for code in self.selected_codes())

    def go_to_first(self) -> None:
        """Go to the first row, where there is one."""
        first = self._model.index(0, 0)
        if first.isValid():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentIndex(first)

    def _remember(self, index: QModelIndex, is_open: bool) -> None:
        code = index.data(CodeRole.CODE)
        if not self._restoring and code:
            (self._open.add if is_open else self._open.discard)(code)

    def _restore_groups(self, searching: bool) -> None:
        groups = self._model.groups()
        if searching:
            wanted = groups if len(groups) <= _MOST_OPENED else []
        else:
            wanted = [group for group in groups if self._model.rows.codes[group].code in self._open]
        for group in wanted:
            self.setExpanded(self._model.index_of(group), True)

    def _restore_selection(self, wanted: set[str]) -> None:
        rows = self._model.rows
        if not wanted or rows is None:
            return
        selection = self.selectionModel()
        flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
        for position, code in enumerate(rows.codes):
            if code.code in wanted:
                index = self._model.index_of(position)
                if index.isValid():
                    selection.select(index, flags)
                    self.scrollTo(index)

    def _fit_columns(self) -> None:
        rows = self._model.rows
        if rows is None or not rows.codes:
            return
        longest = max(rows.codes, key=lambda code: len(code.code)).code
        depth = 2 if self._model.shown.children else 0
        width = self.fontMetrics().horizontalAdvance(longest) + depth * self.indentation() + em(self)
        self.header().resizeSection(CODE, max(width, self.header().sectionSizeHint(CODE)))
        if self._model.columnCount() > APPLIES:
            self.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Interactive)
            self._fit_names()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit_names()

    def _fit_names(self) -> None:
        """Beside the time in which codes apply, names have what is left: they may be cut, the tooltip has them whole."""
        if self._model.columnCount() > APPLIES:
            period = self.fontMetrics().horizontalAdvance("00.00.0000–00.00.0000") + em(self)
            left = self.viewport().width() - self.header().sectionSize(CODE) - period
            self.header().resizeSection(NAME, max(5 * em(self), left))
