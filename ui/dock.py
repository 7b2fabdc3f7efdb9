"""The dock: context, tabs, pages, and the one progress row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt, QTimer
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QHBoxLayout, QShortcut, QStackedWidget, QVBoxLayout, QWidget

from .buttons import icon_button
from .context_bar import ContextBar
from .desk import Desk
from .icons import any_icon, theme_icon
from .map_area import MapArea
from .measures import margin, spacing
from .page import Page
from .page_tabs import PageTabs
from .progress_row import ProgressRow

NARROWEST = 280


@dataclass(frozen=True)
class PageEntry:
    """A page before it is built: the object's name, the tab's words and icon, what builds it, and its page of help."""

    name: str
    words: str
    icon: str
    build: Callable[[Desk], Page]
    help: str = "index"


def page_entries() -> tuple[PageEntry, ...]:
    """The pages in the order of work."""

    translate = QCoreApplication.translate
    return (
        PageEntry("KlasskartCodesPage", translate("Dock", "Codes"), "mActionOpenTable", _codes_page, "codes"),
        PageEntry("KlasskartLayersPage", translate("Dock", "Map"), "mIconPolygonLayer", _layers_page, "map"),
        PageEntry("KlasskartJoinPage", translate("Dock", "Join"), "propertyicons/join", _join_page, "join"),
        PageEntry("KlasskartOpenDataPage", translate("Dock", "Open Data"), "opendata", _open_data_page, "open-data"),
    )


def _codes_page(desk: Desk) -> Page:
    from .codes_page import CodesPage

    return CodesPage(desk)


def _layers_page(desk: Desk) -> Page:
    from .layers_page import LayersPage

    return LayersPage(desk)


def _join_page(desk: Desk) -> Page:
    from .join_page import JoinPage

    return JoinPage(desk)


def _open_data_page(desk: Desk) -> Page:
    from .opendata_page import OpenDataPage

    return OpenDataPage(desk)


class KlasskartDock(QgsDockWidget):
    """The one dock of the plugin. Shows state and passes wishes on; the pages do the work.

    It opens with the page in sight; the others are built once that has been painted, or when they are wanted.
    """

    def __init__(self, desk: Desk, entries: Sequence[PageEntry] = (), parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("KlasskartDock")
        self.setWindowTitle("Klasskart")
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self.desk = desk
        self.context_bar = ContextBar(desk)
        self.map_area = MapArea(desk, lambda: self.current_page, self)
        self.tabs = PageTabs()
        self.tabs.setAccessibleName(QCoreApplication.translate("Dock", "Pages"))
        self.history_button = icon_button(theme_icon("mIconHistory"), QCoreApplication.translate("Dock", "History"))
        self.history_button.clicked.connect(self.show_history)
        self._history: QWidget | None = None
        self.progress = ProgressRow()
        self._entries = tuple(entries) or page_entries()
        self._built: dict[int, Page] = {}
        self._painted = False
        self._stack = QStackedWidget()
        for entry in self._entries:
            self.tabs.add_page(entry.words, any_icon(entry.icon))
            self._stack.addWidget(QWidget())
        self.setWidget(self._build())
        self._add_shortcuts()
        desk.job_started.connect(self.progress.follow)
        desk.jobs.restarted.connect(self.progress.follow_instead)
        desk.jobs.ending.connect(self.progress.make_way)
        desk.jobs.faulted.connect(self._on_fault)
        desk.page_wanted.connect(self.open_page)
        desk.context.changed.connect(self._on_context)
        self.context_bar.help.clicked.connect(lambda: self.ask_for_help())
        self.context_bar.area.extent_wanted.connect(self.map_area.take_extent)
        self.context_bar.area.point_wanted.connect(self.map_area.take_point)
        self.tabs.currentChanged.connect(self._on_tab)
        self.tabs.setCurrentIndex(self._stored_page())
        self._on_tab(self.tabs.currentIndex())

    @property
    def pages(self) -> list[Page]:
        """Every page, in the order of the tabs; built now where it was not yet."""
        return [self._page(index) for index in range(len(self._entries))]

    @property
    def current_page(self) -> Page:
        return self._page(max(0, self._stack.currentIndex()))

    def comfortable_width(self) -> int:
        """Give the width with which the dock first opens: every tab has its words."""
        around = 2 * margin(self) + spacing(self) + self.history_button.sizeHint().width()
        return self.tabs.comfortable_width() + around

    def open_page(self, name: str, subject: object = None) -> None:
        """Bring a page into sight and hand it what it is to work on (`open_with`, where the page has it)."""
        for index, entry in enumerate(self._entries):
            if entry.name == name:
                page = self._page(index)
                self.setUserVisible(True)
                self.tabs.setCurrentIndex(index)
                if subject is not None and hasattr(page, "open_with"):
                    page.open_with(subject)
                self.focus_page()

    def show_history(self) -> None:
        """Show what was fetched, joined and recoded."""
        if self._history is None:
            from .history_window import HistoryWindow

            self._history = HistoryWindow(self.desk.history, self)
        self._history.show_now()

    def focus_page(self) -> None:
        """Put the focus where work on the page begins."""
        (self.current_page.first_focus() or self.context_bar.area).setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_for_help(self) -> None:
        """Wish for the page of help on what is in sight: that of the uppermost drill-in which has one, else the page's."""
        page = self._entries[max(0, self._stack.currentIndex())].help
        self.desk.help_wanted.emit(self.current_page.help_page() or page)

    def showEvent(self, event) -> None:
        super().showEvent(event)
        if self._painted:
            QTimer.singleShot(0, self._on_painted)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Notes and rows come and go: what there is now is put in order when somebody presses Tab."""
        self.current_page.order_tabs()
        return super().focusNextPrevChild(forward)

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._on_painted)
        return super().eventFilter(watched, event)

    def _on_painted(self) -> None:
        """What can wait until the dock stands there."""
        self.context_bar.area.fill()
        self.desk.refresh_places()
        self._build_next()

    def _build_next(self) -> None:
        """Build one page that is not there yet, then let QGIS have its turn."""
        missing = [index for index in range(len(self._entries)) if index not in self._built]
        if missing:
            self._page(missing[0])
            QTimer.singleShot(0, self._build_next)

    def _page(self, index: int) -> Page:
        if index not in self._built:
            page = self._built[index] = self._entries[index].build(self.desk)
            place = self._stack.widget(index)
            self._stack.insertWidget(index, page)
            self._stack.removeWidget(place)
            place.deleteLater()
        return self._built[index]

    def _on_context(self) -> None:
        if self.isVisible():
            self.desk.refresh_places()

    def _build(self) -> QWidget:
        root = QWidget()
        root.installEventFilter(self)
        root.setMinimumWidth(min(NARROWEST, 20 * root.fontMetrics().height()))
        head = QVBoxLayout()
        head.setContentsMargins(margin(root), margin(root), margin(root), 0)
        head.setSpacing(spacing(root) * 2)
        head.addWidget(self.context_bar)
        tabs = QHBoxLayout()
        tabs.setSpacing(spacing(root))
        tabs.addWidget(self.tabs, 1)
        tabs.addWidget(self.history_button)
        head.addLayout(tabs)
        layout = QVBoxLayout(root)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        return root

    def _add_shortcuts(self) -> None:
        for keys, slot in (
            ("Ctrl+F", self._find),
            ("Ctrl+Return", lambda: self.current_page.run_primary()),
            ("Ctrl+Enter", lambda: self.current_page.run_primary()),
            ("F1", self.ask_for_help),
            ("Esc", lambda: self.current_page.escape()),
            ("Ctrl+PgUp", lambda: self._step(-1)),
            ("Ctrl+PgDown", lambda: self._step(1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.widget())
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _on_fault(self, job, fault) -> None:
        """A fault of ours in what comes after a job is told like any other."""
        self.current_page.show_problem(fault, key="fault")

    def _find(self) -> None:
        line = self.current_page.filter_line()
        if line is not None:
            line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def _stored_page(self) -> int:
        stored = int(self.desk.settings.get("dock/page") or 0)
        return stored if 0 <= stored < len(self._entries) else 0

    def _on_tab(self, index: int) -> None:
        if not 0 <= index < len(self._entries):
            return
        page = self._page(index)
        self._stack.setCurrentIndex(index)
        page.host_progress(self.progress)
        page.paint()
        self._set_tab_order(page)
        self.desk.settings.set("dock/page", index)

    def _set_tab_order(self, page: Page) -> None:
        bar = self.context_bar.tab_order()
        order = [*bar, self.tabs, self.history_button]
        for first, second in zip(order, order[1:]):
            QWidget.setTabOrder(first, second)
        page.set_tab_order(self.history_button, self.progress.cancel_button)
