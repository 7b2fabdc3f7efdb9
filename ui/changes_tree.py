"""The list of changes as a tree: a row for each kind, and below it its changes, each in as many lines as it needs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import QAbstractItemView, QMenu, QStyle, QStyledItemDelegate

from ..core.change_list import EMPTY, ChangeList, Event, table_rows
from . import changes_words
from .copying_tree import CopyingTree
from .grouped_model import GroupedModel
from .icons import own_icon, theme_icon
from .measures import em

_MOST_OPENED, _MOST_FOUND = 200, 1000  # changes of a group that is opened by itself, also of what a search has left

_WRAP = int(getattr(Qt.TextFlag.TextWordWrap, "value", Qt.TextFlag.TextWordWrap))

Role = Qt.ItemDataRole


class ChangesModel(GroupedModel):
    """Groups and changes of a ChangeList; what a row says is worded in `changes_words`."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._list = EMPTY
        self._with_day = False

    @property
    def list(self) -> ChangeList:
        return self._list

    def show(self, found: ChangeList, with_day: bool) -> None:
        self.beginResetModel()
        self._list, self._with_day = found, with_day
        self.endResetModel()

    def events_at(self, index: QModelIndex) -> tuple[Event, ...]:
        """Give the change of a row, or all of a group row."""
        if not index.isValid():
            return ()
        group, row = self.place_of(index)
        events = self._list.groups[group][1]
        return events if row is None else (events[row],)

    # --- what Qt asks -----------------------------------------------------------------

    def group_count(self) -> int:
        return len(self._list.groups)

    def size_of(self, group: int) -> int:
        return len(self._list.groups[group][1])

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: QModelIndex, role: int = Role.DisplayRole):
        if not index.isValid():
            return None
        group, row = self.place_of(index)
        if row is None:
            return self._group_data(*self._list.groups[group], role)
        event = self._list.groups[group][1][row]
        if role == Role.DisplayRole:
            return changes_words.line(event, self._with_day)
        return changes_words.sentence(event) if role in (Role.ToolTipRole, Role.AccessibleTextRole) else None

    def _group_data(self, kind: str, events: tuple[Event, ...], role: int):
        if role == Role.DisplayRole:
            return changes_words.heading(kind, len(events))
        if role == Role.ToolTipRole:
            return changes_words.explanation(kind)
        if role == Role.AccessibleTextRole:
            return f"{changes_words.heading(kind, len(events))}. {changes_words.explanation(kind)}"
        if role == Role.DecorationRole and kind == "untold":
            return theme_icon("mIconWarning")
        if role == Role.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        return None


class _Wrapping(QStyledItemDelegate):
    """Gives each row the height that its words need in the width of the view. Whoever selects all has every row measured."""

    def __init__(self, parent):
        super().__init__(parent)
        self._one_line: tuple[str, int] = ("", 0)  # the font, and the height of a row of one line in it

    def sizeHint(self, option, index) -> QSize:
        font = option.font.key()
        if font != self._one_line[0]:
            self._one_line = font, super().sizeHint(option, index).height()
        height, view = self._one_line[1], self.parent()
        if not index.parent().isValid():
            return QSize(0, height)
        edge = 2 * (view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view) + 1)
        width = max(8 * em(view), view.viewport().width() - 2 * view.indentation() - edge)
        metrics, line = option.fontMetrics, option.fontMetrics.lineSpacing()
        words = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, index.data())
        more = max(0, round(words.height() / line) - 1)
        return QSize(width, height + more * (line + 1))  # drawn lines are a fraction of a pixel higher


class ChangesTree(CopyingTree):
    """Shows a ChangeList. Enter or a double click on a change asks for the life of its code, the menu for that of any."""

    code_wanted = pyqtSignal(str, object)  # code, a day on which it was valid

    def __init__(self, parent=None):
        super().__init__(parent)
        self._model = ChangesModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Wrapping(self))
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)
        self.setIndentation(em(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)  # only rows in sight are measured
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # one that comes and goes changes the width
        self.setAccessibleName(self.tr("Changes"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(5 * self.fontMetrics().height())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda point: self.menu().exec(self.viewport().mapToGlobal(point)))
        self.activated.connect(self._on_activated)

    @property
    def changes(self) -> ChangesModel:
        return self._model

    def show_changes(self, found: ChangeList, *, with_day: bool, searching: bool) -> None:
        """Show what a search has left; `with_day`: each change says its day."""
        self._model.show(found, with_day)
        most = _MOST_FOUND if searching else _MOST_OPENED
        for row, (_, events) in enumerate(found.groups):
            self.setExpanded(self._model.index(row, 0), len(found.groups) == 1 or len(events) <= most)

    def chosen(self) -> tuple[Event, ...]:
        """Give the changes of the selected rows, those of selected groups included, in the order shown."""
        wanted: set[int] = set()
        for part in self.selectionModel().selection():
            for row in range(part.top(), part.bottom() + 1):
                wanted.update(id(event) for event in self._model.events_at(self._model.index(row, 0, part.parent())))
        return tuple(event for event in self._model.list if id(event) in wanted)

    def choose(self, events: Collection[Event]) -> None:
        """Select changes, as far as they are shown."""
        wanted, selection = {id(event) for event in events}, QItemSelection()
        for row, (_, some) in enumerate(self._model.list.groups if wanted else ()):
            parent = self._model.index(row, 0)
            places = [place for place, event in enumerate(some) if id(event) in wanted]
            for first, last in _runs(places):
                selection.select(self._model.index(first, 0, parent), self._model.index(last, 0, parent))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def copied_text(self) -> str:
        """The rows of the chosen changes, or of all shown: Excel takes them as columns."""
        rows = [row for event in self.chosen() or self._model.list for row in event.rows]
        return "\n".join("\t".join(str(cell or "") for cell in row) for row in table_rows(rows))

    def menu(self) -> QMenu:
        """Offer the life of every code of the current change, and to copy."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        index = self.currentIndex()
        events = self._model.events_at(index) if index.parent().isValid() else ()
        for named, day in events[0].codes if events else ():
            action = menu.addAction(own_icon("lineage"), self.tr("Lineage of {}").format(named))
            action.triggered.connect(lambda _=False, code=named.code, day=day: self.code_wanted.emit(code, day))
        menu.addSeparator()
        menu.addAction(theme_icon("mActionEditCopy"), self.tr("Copy Changes")).triggered.connect(lambda _=False: self.copy())
        return menu

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _on_activated(self, index: QModelIndex) -> None:
        if index.parent().isValid():
            for named, day in self._model.events_at(index)[0].codes[:1]:
                self.code_wanted.emit(named.code, day)


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Join neighbouring numbers: (first, last) of each run."""
    run: list[int] = []
    for place in places:
        if run and place > run[-1] + 1:
            yield run[0], run[-1]
            run = []
        run.append(place)
    if run:
        yield run[0], run[-1]
