"""The base of the dock's pages: a panel stack, notes, and a footer with one primary button."""

from __future__ import annotations

from qgis.gui import QgsPanelWidget
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import Cancelled, KlasskartError
from .list_and_detail import ListAndDetail
from .measures import margin, spacing
from .notes import Note, NoteAction, Notes


class Page(QWidget):
    """One page of the dock.

    A page builds its form into `self.form` (a QVBoxLayout that scrolls where `scrolls`), adds row actions
    with `add_row_action`, and overrides what it needs of `on_primary`, `paint`, `first_focus`,
    `tab_order`. Everything that is enabled, visible or worded by state is set in `paint`, and nowhere else.
    """

    scrolls = True

    def __init__(self, desk, parent: QWidget | None = None):
        super().__init__(parent)
        self.desk = desk
        self.notes = Notes(self)
        self.form = QVBoxLayout()
        self.panels = ListAndDetail(self._body(), self)
        self.primary = QPushButton(self)
        self.primary.clicked.connect(self._on_primary_clicked)
        self._progress_place = QVBoxLayout()
        self._row_actions = QHBoxLayout()
        self._actions: list[QToolButton] = []
        self._around: tuple[list[QWidget], list[QWidget]] = ([], [])  # of the dock: before the page's, and before its footer
        self._arrange()
        self.panels.switched.connect(lambda: self.paint())

    # --- what pages override ----------------------------------------------------

    def on_primary(self) -> None:
        """Do what the primary button says."""

    def paint(self) -> None:
        """Set every enabled, visible and text that depends on the state."""

    def first_focus(self) -> QWidget | None:
        """The widget that gets the focus when the dock opens on this page; None: the area, above all pages."""
        return self.primary

    def filter_line(self) -> QWidget | None:
        """The widget that Ctrl+F goes to."""
        return None

    def tab_order(self) -> list[QWidget]:
        """The page's widgets, top to bottom, and those of its drill-ins."""
        return []

    def on_shown(self) -> None:
        """The page has come into sight."""

    # --- what pages use -----------------------------------------------------------

    def add_row_action(self, button: QToolButton) -> QToolButton:
        """Put a button into the left of the footer."""
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._actions.append(button)
        self._row_actions.addWidget(button)
        return button

    def show_note(self, note: Note) -> None:
        self.notes.show_note(note)

    def show_problem(self, error: KlasskartError, again=None, key: str = "problem", more: tuple[NoteAction, ...] = ()) -> None:
        """Tell what failed, in the words of `gis/messages.py`; cancelling is an outcome, told quietly.

        `more` are next steps besides trying again.
        """
        from ..gis import messages

        message = messages.sentence(error)
        kind = "info" if isinstance(error, Cancelled) else "problem"
        words = QCoreApplication.translate("Page", "Try Again")
        actions = (NoteAction(words, again), *more) if again and kind == "problem" else ()
        self.show_note(Note(message.text, kind, actions, message.details, key))

    def show_kept(self, words: str, again, key: str = "kept") -> None:
        """Say that nobody answered, and from when it is what stands there."""
        action = NoteAction(QCoreApplication.translate("Page", "Try Again"), again)
        self.show_note(Note(words, "info", (action,), key=key))

    def open_panel(self, widget: QWidget, title: str) -> QgsPanelWidget:
        """Open a drill-in over the form, or beside it where there is room; Esc and the back arrow close it."""
        panel = self.panels.open_panel(widget, title)
        panel.panelAccepted.connect(lambda _=None: self.paint())
        self.order_tabs()
        self.paint()
        return panel

    def close_panel(self) -> bool:
        """Close the uppermost drill-in; False where none is open."""
        if not self.panels.close_panel():
            return False
        self.paint()
        return True

    def close_panels(self) -> None:
        """Close every drill-in, those beneath too."""
        while self.close_panel():
            continue

    def help_page(self) -> str:
        """Name the page of help on the drill-in that is open; "" where that of the page will do."""
        return self.panels.help_page()

    def escape(self) -> bool:
        """Do what Esc means here; True where it meant something."""
        return self.close_panel()

    # --- what the dock uses ---------------------------------------------------------

    def host_progress(self, row: QWidget) -> None:
        """Take the dock's one progress row in between notes and footer."""
        self._progress_place.addWidget(row)

    def set_tab_order(self, before: QWidget, progress: QWidget) -> None:
        self._around = [before], [progress]
        self.order_tabs()

    def order_tabs(self) -> None:
        """Put what stands on the page now into the order of Tab."""
        before, after = self._around
        order = [*before, *self._with_back(self.tab_order()), *self.notes.focus_order(), *after, *self._actions, self.primary]
        seen = [widget for widget in order if widget.isVisibleTo(self) or not self.isAncestorOf(widget)]  # hidden ones break it
        for first, second in zip(seen, seen[1:]):
            QWidget.setTabOrder(first, second)

    def _with_back(self, order: list[QWidget]) -> list[QWidget]:
        """The back arrow comes before what stands below it."""
        place = next((place for place, widget in enumerate(order) if self.panels.stack.isAncestorOf(widget)), len(order))
        return [*order[:place], *self.panels.back_buttons, *order[place:]]

    def run_primary(self) -> None:
        """Press the primary button where it can be pressed."""
        if self.primary.isEnabled() and self.primary.isVisibleTo(self):
            self.primary.click()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self.on_shown)  # first it is painted, then it asks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.escape():
            event.accept()
            return
        super().keyPressEvent(event)

    # --- building ---------------------------------------------------------------------

    def _on_primary_clicked(self) -> None:
        self.on_primary()

    def _body(self) -> QWidget:
        body = QWidget()
        body.setLayout(self.form)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setSpacing(spacing(self))
        return scrolling(body) if self.scrolls else body

    def _arrange(self) -> None:
        footer = QHBoxLayout()
        footer.setSpacing(spacing(self))
        footer.addLayout(self._row_actions)
        footer.addStretch(1)
        footer.addWidget(self.primary)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[margin(self)] * 4)
        layout.setSpacing(spacing(self))
        layout.addWidget(self.panels, 1)
        layout.addWidget(self.notes)
        layout.addLayout(self._progress_place)
        layout.addLayout(footer)


def scrolling(body: QWidget) -> QScrollArea:
    """Put a widget into an area that scrolls up and down only."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus, and is scrolled to
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    area.setWidget(body)
    return area
