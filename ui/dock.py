"""The dock: context, tabs, pages, and the one progress row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QShortcut, QStackedWidget, QVBoxLayout, QWidget

from .context_bar import ContextBar
from .desk import Desk
from .icons import theme_icon
from .measures import margin, spacing
from .page import Page
from .page_tabs import PageTabs
from .progress_row import ProgressRow

_ICONS = {
    "KlasskartCodesPage": "mActionOpenTable",
    "KlasskartLayersPage": "mIconPolygonLayer",
    "KlasskartJoinPage": "propertyicons/join",
}
NARROWEST = 280


def build_pages(desk: Desk) -> list[Page]:
    """Make the pages in the order of work."""
    from .codes_page import CodesPage
    from .join_page import JoinPage
    from .layers_page import LayersPage

    return [CodesPage(desk), LayersPage(desk), JoinPage(desk)]


class KlasskartDock(QgsDockWidget):
    """The one dock of the plugin. Shows state and passes wishes on; the pages do the work."""

    def __init__(self, desk: Desk, pages: Callable[[Desk], Sequence[Page]] = build_pages, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("KlasskartDock")
        self.setWindowTitle("Klasskart")
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self.desk = desk
        self.context_bar = ContextBar(desk)
        self.tabs = PageTabs()
        self.tabs.setAccessibleName(QCoreApplication.translate("Dock", "Pages"))
        self.progress = ProgressRow()
        self.pages = list(pages(desk))
        self._stack = QStackedWidget()
        for page in self.pages:
            self.tabs.add_page(page.title(), theme_icon(_ICONS.get(page.objectName(), "mActionOptions")))
            self._stack.addWidget(page)
        self.setWidget(self._build())
        self._add_shortcuts()
        desk.job_started.connect(self.progress.follow)
        desk.page_wanted.connect(self.open_page)
        desk.context.changed.connect(self._on_context)
        self.tabs.currentChanged.connect(self._on_tab)
        self.tabs.setCurrentIndex(self._stored_page())
        self._on_tab(self.tabs.currentIndex())

    @property
    def current_page(self) -> Page:
        return self.pages[max(0, self._stack.currentIndex())]

    def open_page(self, name: str, subject: object = None) -> None:
        """Bring a page into sight and hand it what it is to work on (`open_with`, where the page has it)."""
        for index, page in enumerate(self.pages):
            if page.objectName() == name:
                self.setUserVisible(True)
                self.tabs.setCurrentIndex(index)
                if subject is not None and hasattr(page, "open_with"):
                    page.open_with(subject)
                page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_page(self) -> None:
        """Put the focus where work on the page begins."""
        self.current_page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self.desk.refresh_places()

    def _on_context(self) -> None:
        if self.isVisible():
            self.desk.refresh_places()

    def _build(self) -> QWidget:
        root = QWidget()
        root.setMinimumWidth(min(NARROWEST, 20 * root.fontMetrics().height()))
        head = QVBoxLayout()
        head.setContentsMargins(margin(root), margin(root), margin(root), 0)
        head.setSpacing(spacing(root) * 2)
        head.addWidget(self.context_bar)
        head.addWidget(self.tabs)
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
            ("Esc", lambda: self.current_page.escape()),
            ("Ctrl+PgUp", lambda: self._step(-1)),
            ("Ctrl+PgDown", lambda: self._step(1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.widget())
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _find(self) -> None:
        line = self.current_page.filter_line()
        if line is not None:
            line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def _stored_page(self) -> int:
        stored = int(self.desk.settings.get("dock/page") or 0)
        return stored if 0 <= stored < len(self.pages) else 0

    def _on_tab(self, index: int) -> None:
        if not 0 <= index < len(self.pages):
            return
        page = self.pages[index]
        self._stack.setCurrentIndex(index)
        page.host_progress(self.progress)
        page.paint()
        self._set_tab_order(page)
        self.desk.settings.set("dock/page", index)

    def _set_tab_order(self, page: Page) -> None:
        bar = self.context_bar.tab_order()
        for first, second in zip(bar, [*bar[1:], self.tabs]):
            QWidget.setTabOrder(first, second)
        page.set_tab_order(self.tabs, self.progress.cancel_button)
