"""A page's form and its drill-ins: one over the other, or side by side where there is room for both."""

from __future__ import annotations

from qgis.gui import QgsPanelWidget, QgsPanelWidgetStack
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QScrollArea, QSplitter, QToolButton, QVBoxLayout, QWidget

from .measures import margin
from .panel_title import PanelTitle

BESIDE_FROM = 640  # pixels
_SHARES = (55, 45)


class _PanelStack(QgsPanelWidgetStack):
    """Keys that a panel does not want are the page's: the stack itself swallows Esc."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


class ListAndDetail(QSplitter):
    """Shows the form, the uppermost drill-in, or from BESIDE_FROM on both. Neither is built anew when the width changes.

    The stack's main panel is empty: the form is never inside it, so it can stay in sight.
    """

    switched = pyqtSignal()  # between over and beside, or between open and closed

    def __init__(self, form: QWidget, parent: QWidget | None = None):
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._form = form
        self._state = (False, False)
        self._open: list[QgsPanelWidget] = []  # kept: the stack does not own what it shows, as far as Python can see
        self.stack = _PanelStack()
        self.main_panel = QgsPanelWidget()
        self.main_panel.setDockMode(True)
        self.stack.setMainPanel(self.main_panel)
        self._title = PanelTitle(self.stack)
        self._mend_stack()
        self.addWidget(form)
        self.addWidget(self.stack)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(margin(self))
        for place, share in enumerate(_SHARES):
            self.setStretchFactor(place, share)
        self._arrange()

    @property
    def is_open(self) -> bool:
        """Whether a drill-in is open."""
        return bool(self._open)

    @property
    def is_beside(self) -> bool:
        """Whether a drill-in stands beside the form."""
        return self.is_open and self._has_room()

    @property
    def covers_form(self) -> bool:
        return self.is_open and not self._has_room()

    @property
    def has_focus(self) -> bool:
        """Whether the keys go to the drill-in."""
        focused = self.window().focusWidget()
        return self.is_open and focused is not None and self.stack.isAncestorOf(focused)

    def open_panel(self, widget: QWidget, title: str) -> QgsPanelWidget:
        """Open a drill-in over those that are open."""
        panel = QgsPanelWidget(self)
        # QGIS does not say that the parent owns it: Python would delete it once more, in whatever thread it cleans up.
        sip.transferto(panel, None)
        self._open.append(panel)
        panel.setDockMode(True)
        panel.setPanelTitle(title)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(widget)
        self.stack.showPanel(panel)
        self._title.show_text(title)
        panel.panelAccepted.connect(lambda _=None: self._on_closed(panel))
        self._arrange()
        return panel

    def help_page(self) -> str:
        """Name the page of help (`HELP`) of the uppermost drill-in that has one; "" where none has."""
        widgets = (widget for panel in reversed(self._open) for widget in panel.findChildren(QWidget))
        return next((widget.HELP for widget in widgets if hasattr(widget, "HELP")), "")

    def rename_panel(self, panel: QgsPanelWidget, title: str) -> None:
        """Give an open drill-in another title."""
        panel.setPanelTitle(title)
        if panel is self._open[-1]:
            self._title.show_text(title)

    def close_panel(self) -> bool:
        """Close the uppermost drill-in; False where none is open."""
        if not self.is_open:
            return False
        self.stack.acceptCurrentPanel()
        return True

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of one of the two: beside each other they stand only where there is room."""
        hints = [self.widget(place).minimumSizeHint() for place in range(2)]
        return QSize(max(hint.width() for hint in hints), max(hint.height() for hint in hints))

    def _has_room(self) -> bool:
        needed = sum(_least_width(self.widget(place)) for place in range(2)) + self.handleWidth()
        return self.width() >= max(BESIDE_FROM - 2 * margin(self), needed)

    def _on_closed(self, panel: QgsPanelWidget) -> None:
        self._open.remove(panel)
        if self._open:
            self._title.show_text(self._open[-1].panelTitle())
        self._arrange()

    def _arrange(self) -> None:
        state = (self.is_open, self.is_beside)
        focused = self.window().focusWidget() if state != self._state else None
        self.stack.setVisible(self.is_open)
        self._form.setVisible(not self.covers_form)
        if state == self._state:
            return
        was, self._state = self._state, state
        self.refresh()  # at once: what is opened is drawn for the width that it will have
        if self.is_beside:
            room = self.width() - self.handleWidth()
            self.setSizes([room * share // 100 for share in _SHARES])
        if was[0] and state[0] and focused is not None and not focused.isVisible():
            self._open[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        self.switched.emit()

    def _mend_stack(self) -> None:
        words = QCoreApplication.translate("Page", "Back")
        self.back_buttons = self.stack.findChildren(QToolButton)
        for button in self.back_buttons:
            if not button.accessibleName():
                button.setAccessibleName(words)
                button.setToolTip(words)
        for area in self.stack.findChildren(QScrollArea):  # the stack's own, which stands in the way of Tab
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _least_width(widget: QWidget) -> int:
    """Give the width below which a widget is cut. A scroll area that scrolls up and down only does not tell it."""
    inside = widget.widget() if isinstance(widget, QScrollArea) else widget
    return max(widget.minimumSizeHint().width(), inside.minimumSizeHint().width())
