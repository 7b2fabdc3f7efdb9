"""What changed between two days, as a drill-in: the days, how much it was, and the changes by kind."""

from __future__ import annotations

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ..core.change_list import EMPTY, ChangeList
from ..core.errors import BadDates, Cancelled, KlasskartError
from . import changes_words
from .buttons import icon_button
from .changes_asked import Found
from .changes_tree import ChangesTree
from .empty_state import EmptyState
from .icons import theme_icon
from .measures import spacing
from .notes import NoteAction, readable_placeholder, wrapped_label
from .page import scrolling
from .period_box import PeriodBox
from .wording import day_text


class ChangesPanel(QWidget):
    """States: waiting, listed, none, failed. It only tells what its user wants; doing it is the page's matter."""

    HELP = "codes-through-time"  # its page of help

    period_wanted = pyqtSignal()  # the days are other ones
    again_wanted = pyqtSignal()
    code_wanted = pyqtSignal(str, object)  # code, a day on which it was valid
    save_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._list = EMPTY
        self.shown = self._list  # what the search leaves
        self.period = PeriodBox()
        self.headline = wrapped_label()
        self.headline.setTextFormat(Qt.TextFormat.RichText)
        self.headline.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.remarks = wrapped_label()
        self.search = QgsFilterLineEdit()
        self.search.setShowSearchIcon(True)
        self.search.setShowClearButton(True)
        self.search.setPlaceholderText(self.tr("Search code or name"))
        self.search.setAccessibleName(self.tr("Search code or name"))
        readable_placeholder(self.search)
        self.tree = ChangesTree()
        self.empty = EmptyState()
        self.copy = icon_button(theme_icon("mActionEditCopy"), self.tr("Copy Changes"))
        self.save = icon_button(theme_icon("mActionFileSave"), self.tr("Save as CSV…"))
        self._arrange()
        self.period.changed.connect(self.period_wanted)
        self.search.textChanged.connect(lambda _: self._show_searched())
        self.tree.code_wanted.connect(self.code_wanted)
        self.copy.clicked.connect(self.tree.copy)
        self.save.clicked.connect(self.save_wanted)

    def tab_order(self) -> list[QWidget]:
        form = [*self.period.tab_order(), self.headline, self.search, self.tree]
        return [*form, self.empty.headline, *self.empty.buttons, self.copy, self.save]

    def escape(self) -> bool:
        """Clear the search; False where there is none."""
        searching = bool(self.search.text())
        self.search.clear()
        return searching

    # --- states -----------------------------------------------------------------------

    def show_waiting(self) -> None:
        """Nothing of other days stays in sight."""
        self._show(EMPTY, listed=True)
        self.search.setShowSpinner(True)

    def show_found(self, found: Found, unit: str) -> None:
        """Show what was found; `unit` names the classification."""
        from ..gis import messages

        self.search.setShowSpinner(False)
        self.period.show_days(found.after, found.until)
        self.period.offer(found.versions, found.wanted.day)
        remarks = dict.fromkeys(messages.sentence(remark).text for remark in found.remarks)
        self._show(found.list, listed=bool(found.list.groups), remarks="\n".join(remarks))
        if not found.list.groups:
            self.empty.tell(*self._none_words(found, unit))

    def add_untold(self, found: ChangeList) -> None:
        """Show a list that has got more of what Klass does not tell; the search and the selection stay."""
        if found != self._list:
            self._show(found, listed=bool(found.groups), remarks=self.remarks.text())

    def show_failed(self, error: KlasskartError) -> None:
        from ..gis import messages

        self.search.setShowSpinner(False)
        self._show(EMPTY, listed=False)
        message = messages.sentence(error)
        if isinstance(error, BadDates):
            swap = NoteAction(self.tr("Swap the Dates"), self._swap)
            self.empty.tell(message.text, "", (swap,), "mIconWarning")
        elif isinstance(error, Cancelled):
            self.empty.tell(message.text, "", (NoteAction(self.tr("Fetch Changes"), self.again_wanted.emit),))
        else:
            again = NoteAction(self.tr("Try Again"), self.again_wanted.emit)
            words = self.tr("The changes could not be fetched")
            self.empty.tell(words, message.text, (again,), "mIconWarning", message.details)

    def _swap(self) -> None:
        after, until = self.period.days
        self.period.show_days(until, after)
        self.period_wanted.emit()

    def _show(self, found: ChangeList, *, listed: bool, remarks: str = "") -> None:
        self._list = found
        self.headline.setText(changes_words.headline(found, "<b style='font-size: large'>{}</b>") if found.groups else "")
        self.headline.setAccessibleName(changes_words.headline(found, "{}"))
        self.headline.setVisible(bool(found.groups))
        self.remarks.setText(remarks)
        self.remarks.setVisible(bool(remarks))
        self._pages.setCurrentWidget(self.tree if listed else self._empty_place)
        self.search.setEnabled(listed)
        self._show_searched()

    def _show_searched(self) -> None:
        text = self.search.text().strip()
        chosen = self.tree.chosen()
        found = self.shown = self._list.search(text)
        self.tree.show_changes(found, with_day=len(self._list.days) > 1, searching=bool(text))
        self.tree.choose(chosen)
        if self._list.groups:
            self._pages.setCurrentWidget(self.tree if found.groups else self._empty_place)
        if text and self._list.groups and not found.groups:
            self.empty.tell(self.tr("No changes match “{}”.").format(text))
        for button in (self.copy, self.save):
            button.setEnabled(any(event.rows for event in found))

    def _none_words(self, found: Found, unit: str) -> tuple[str, str]:
        """Say why the list is empty: nothing changed, nothing could have, or nobody wrote it down."""
        days = day_text(found.after), day_text(found.until)
        if found.no_tables:
            words = self.tr("What became of the codes of {} after {}, up to and including {}, is not published.")
            return self.tr("SSB has no tables of changes here"), words.format(unit, *days)
        if len(found.versions) < 2:
            return self.tr("Nothing changed"), self.tr("{} has had one division only.").format(unit)
        return self.tr("Nothing changed"), self.tr("{}: after {}, up to and including {}.").format(unit, *days)

    # --- building ---------------------------------------------------------------------

    def _arrange(self) -> None:
        self._pages = QStackedWidget()
        self._empty_place = scrolling(self.empty)
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self._empty_place)
        self._pages.setMinimumHeight(6 * self.fontMetrics().height())
        actions = QHBoxLayout()
        actions.setSpacing(spacing(self))
        actions.addStretch(1)
        actions.addWidget(self.copy)
        actions.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(self))
        for widget in (self.period, self.headline, self.remarks, self.search):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
        column.addLayout(actions)
