"""Finding a classification as a drill-in: words or a number, what to limit the search by, and a list."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ..core.codes import Listed
from .buttons import icon_button
from .empty_state import EmptyState
from .find_model import FAMILY, NAME, NUMBER, TYPE, FindModel
from .find_questions import Catalogue
from .forms import Beside, narrow, tell_whole
from .icons import theme_icon
from .measures import em, spacing
from .notes import muted, readable_placeholder, wrapped_label
from .page import scrolling
from .search_keys import on_down

_FAMILY_FROM, _TYPE_FROM = 40, 28  # em of width from which these columns stand there; the tooltips have them always


class FindPanel(QWidget):
    """Shows what was found. It only tells what its user wants; asking is the drill-in's matter."""

    words_changed = pyqtSignal(str)
    limits_changed = pyqtSignal()
    chosen = pyqtSignal()  # another row is the current one
    show_wanted = pyqtSignal()
    fresh_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.search = QgsFilterLineEdit()
        self.search.setShowSearchIcon(True)
        self.search.setShowClearButton(True)
        self.search.setPlaceholderText(self.tr("Words or number"))
        self.search.setAccessibleName(self.tr("Words or Number of the Classification"))
        readable_placeholder(self.search)
        self.codelists = QCheckBox(self.tr("Also code lists"))
        self.codelists.setToolTip(self.tr("Code lists are smaller classifications, made for a single statistic"))
        self.family = self._box(self.tr("Family"))
        self.section = self._box(self.tr("Section of Statistics Norway"))
        self.model = FindModel(self)
        self.list = self._list()
        self.empty = EmptyState()
        self.count = muted(wrapped_label())
        self.refresh = icon_button(theme_icon("mActionRefresh"), self.tr("Fetch Again"))
        self.show_limits(None)
        self._arrange()
        self._connect()

    def tab_order(self) -> list[QWidget]:
        boxes = [self.search, self.codelists, self.family, self.section]
        return [*boxes, self.list, *self.empty.buttons, self.refresh]

    def chosen_family(self) -> int:
        return self.family.currentData() or 0

    def chosen_section(self) -> str:
        return self.section.currentData() or ""

    def chosen_entry(self) -> Listed | None:
        """The row that is the current one."""
        index = self.list.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def clear_limits(self) -> None:
        with QSignalBlocker(self.family), QSignalBlocker(self.section):
            self.family.setCurrentIndex(0)
            self.section.setCurrentIndex(0)
        self.limits_changed.emit()

    def show_limits(self, catalogue: Catalogue | None) -> None:
        """Offer the families and sections of a list; what is chosen stays where it is still there."""
        families = [(name, number) for number, name in (catalogue.families.items() if catalogue else ())]
        sections = [(name, name) for name in (catalogue.sections if catalogue else ())]
        for box, first, entries in (
            (self.family, self.tr("All families"), families),
            (self.section, self.tr("All sections"), sections),
        ):
            kept = box.currentData()
            with QSignalBlocker(box):
                box.clear()
                box.addItem(first, None)
                for name, data in entries:
                    box.addItem(name, data)
                    box.setItemData(box.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
                box.setCurrentIndex(max(0, box.findData(kept)) if kept else 0)
            box.setEnabled(bool(entries))

    def show_rows(self, rows: Sequence[Listed], catalogue: Catalogue | None, *, first: bool = False) -> None:
        """Show what was found; the current row stays the current one where it is still there, unless the `first` is wanted."""
        if rows == self.model.rows and not first:
            return
        kept = None if first else self.chosen_entry()
        self.model.show(rows, catalogue.families if catalogue else {})
        row = self.model.row_of(kept.id) if kept else -1
        if rows:
            index = self.model.index(max(0, row), NUMBER)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        self._fit_columns()
        self.chosen.emit()

    def show_empty(self, telling: bool) -> None:
        """Put what `empty` says in the place of the list, or the list back."""
        self._pages.setCurrentWidget(self._empty_place if telling else self.list)

    # --- building ---------------------------------------------------------------------

    def _box(self, words: str) -> QComboBox:
        box = narrow(QComboBox())
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setAccessibleName(words)
        box.setToolTip(words)
        return tell_whole(box)

    def _list(self) -> QTreeView:
        view = QTreeView()
        view.setModel(self.model)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAlternatingRowColors(True)
        view.setAllColumnsShowFocus(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setAccessibleName(self.tr("Classifications"))
        view.setMinimumHeight(5 * view.fontMetrics().height())
        view.setMinimumWidth(8 * em(self))
        header = view.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        return view

    def _arrange(self) -> None:
        limits = Beside()
        limits.setSpacing(spacing(self))
        limits.addWidget(self.family, 1)
        limits.addWidget(self.section, 1)
        self._pages = QStackedWidget()
        self._empty_place = scrolling(self.empty)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty_place)
        last = QHBoxLayout()
        last.setSpacing(spacing(self))
        last.addWidget(self.count, 1)
        last.addWidget(self.refresh, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(self))
        layout.addWidget(self.search)
        layout.addLayout(limits)
        layout.addWidget(self.codelists)
        layout.addWidget(self._pages, 1)
        layout.addLayout(last)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.words_changed)
        self.search.returnPressed.connect(self.show_wanted)
        on_down(self.search, lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.codelists.toggled.connect(lambda _: self.limits_changed.emit())
        self.family.currentIndexChanged.connect(lambda _: self.limits_changed.emit())
        self.section.currentIndexChanged.connect(lambda _: self.limits_changed.emit())
        self.list.activated.connect(lambda _: self.show_wanted.emit())
        self.list.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())
        self.refresh.clicked.connect(self.fresh_wanted)

    def _fit_columns(self) -> None:
        """Let the list have the columns that there is room for."""
        room, metrics = self.width() // em(self), self.fontMetrics()
        longest = max((str(one.id) for one in self.model.rows), key=len, default="")
        header = self.list.header()
        header.resizeSection(NUMBER, max(metrics.horizontalAdvance(longest) + em(self), header.sectionSizeHint(NUMBER)))
        self.list.setColumnHidden(TYPE, not self.codelists.isChecked() or room < _TYPE_FROM)
        self.list.setColumnHidden(FAMILY, room < _FAMILY_FROM)
        header.resizeSection(TYPE, metrics.horizontalAdvance(self.tr("Classification")) + 2 * em(self))
        header.resizeSection(FAMILY, 14 * em(self))

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit_columns()
