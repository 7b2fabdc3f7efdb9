"""Find Classification as a drill-in of the Codes page: the kept list at once, and what the service finds besides."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QPushButton

from ..core.codes import Listed
from ..core.errors import Cancelled, KlasskartError
from . import find_questions
from .drill import Drill
from .find_panel import FindPanel
from .find_questions import Catalogue
from .notes import NoteAction
from .wording import counted, day_text, number_text

_LIST, _LIMIT, _SEARCH = "find-list", "find-limit", "find-search"
_PAUSE = 300  # milliseconds of typing pause before the service is asked
_SHORTEST = 2  # letters that are worth asking the service for


class FindDrill(Drill):
    """Lists classifications over the form of a page: waiting, listed, none or failed, as `_paint` draws it."""

    def __init__(self, page):
        super().__init__(page)
        self._catalogue: Catalogue | None = None
        self._error: KlasskartError | None = None
        self._allowed: frozenset[int] | None = None
        self._hits: tuple[str, tuple[Listed, ...]] = ("", ())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask_hits)
        self._busy: set[str] = set()

    def chosen(self) -> Listed | None:
        return self._panel.chosen_entry() if self._panel else None

    def open(self, words: str = "") -> None:
        """Open the list, searched for words."""
        if self._panel is not None:
            self._panel.search.setText(words)
            self._panel.search.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        panel = self._panel = FindPanel()
        self._catalogue, self._error, self._allowed, self._hits = None, None, None, ("", ())
        panel.search.setText(words)
        panel.words_changed.connect(lambda _: self._on_words())
        panel.limits_changed.connect(self._on_limits)
        panel.chosen.connect(self._page.paint)
        panel.show_wanted.connect(self.show_codes)
        panel.fresh_wanted.connect(lambda: self._ask_list(fresh=True))
        self._frame = self._page.open_panel(panel, self.tr("Find Classification"))
        self._frame.panelAccepted.connect(self._on_closed)
        panel.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask_list()
        self._on_words()

    def escape(self) -> bool:
        """Clear the search; False where there is nothing to clear."""
        if self._panel is None or not self._panel.search.text():
            return False
        self._panel.search.clear()
        return True

    def run_primary(self) -> None:
        self.show_codes()

    def show_codes(self) -> None:
        """Use what is chosen in the Codes page."""
        one = self.chosen()
        if one is not None:
            self._page.show_classification(one.id, one.name)

    def paint_primary(self, primary: QPushButton) -> None:
        primary.setText(self.tr("Show Codes"))
        primary.setToolTip(self.tr("Shows the codes of this classification on the page's date"))
        primary.setVisible(True)
        primary.setEnabled(self.chosen() is not None)

    def on_language(self) -> None:
        """Names are wanted in another language."""
        if self.is_open:
            self._hits = ("", ())
            self._ask_list()
            self._on_words()

    def _on_closed(self, *_) -> None:
        self._panel = self._frame = None
        self._pause.stop()
        self._busy.clear()
        self._page.desk.jobs.forget(_LIST, _LIMIT, _SEARCH)
        self._page.on_drill_closed()

    # --- asking -----------------------------------------------------------------------

    def _named(self) -> dict:
        return {"codelists": self._panel.codelists.isChecked(), "language": self._page.desk.context.language}

    def _start(self, key: str, work, done, title: str, *, quiet: bool = False):
        """Start a job whose answer is heard while the drill-in is open, and not after a newer one with its key."""
        self._busy.add(key)

        def heard(found, error: KlasskartError | None) -> None:
            if self._panel is None:
                return
            self._busy.discard(key)
            done(found, error)
            self._paint()

        job = self._page.desk.start(work, heard, title=title, key=key, quiet=quiet)
        self._paint()
        return job

    def _ask_list(self, *, fresh: bool = False) -> None:
        named, self._error = self._named(), None
        self._start(
            _LIST,
            lambda services, feedback: find_questions.catalogue(services, **named, fresh=fresh, feedback=feedback),
            self._on_list,
            self.tr("Fetching the list of classifications …"),
        )

    def _on_list(self, catalogue: Catalogue | None, error: KlasskartError | None) -> None:
        if catalogue is None:
            self._error = error
            if self._catalogue is not None and error is not None:
                self._page.show_problem(error, self._ask_list, key=_LIST)
            return
        self._catalogue = catalogue
        self._panel.show_limits(catalogue)
        self._page.notes.clear(_LIST)
        if catalogue.listing.kept:
            words = self.tr("No network. The list is from {}.").format(day_text(catalogue.listing.fetched.date()))
            self._page.show_kept(words, self._ask_list, _LIST)

    def _on_limits(self) -> None:
        panel, named = self._panel, self._named()
        if self._catalogue is None or self._catalogue.codelists != named["codelists"]:
            self._ask_list()
        family, section = panel.chosen_family(), panel.chosen_section()
        self._allowed = None
        if family or section:
            self._start(
                _LIMIT,
                lambda services, feedback: find_questions.limited(
                    services, family=family, section=section, **named, feedback=feedback
                ),
                self._on_limited,
                self.tr("Fetching the list of classifications …"),
            )
        else:
            self._page.desk.jobs.cancel(_LIMIT)
            self._busy.discard(_LIMIT)
        self._hits = ("", ())
        self._on_words()

    def _on_limited(self, allowed: frozenset[int] | None, error: KlasskartError | None) -> None:
        self._allowed = allowed
        if error is not None and not isinstance(error, Cancelled):
            self._page.show_problem(error, self._on_limits, key=_LIMIT)
        if allowed is None and (self._panel.chosen_family() or self._panel.chosen_section()):
            self._panel.clear_limits()

    def _on_words(self) -> None:
        """Filter the list at once; ask the service when the typing pauses."""
        words = self._panel.search.text().strip()
        if len(words) >= _SHORTEST:
            self._pause.start()
        else:
            self._pause.stop()
            self._page.desk.jobs.cancel(_SEARCH)
            self._busy.discard(_SEARCH)
        self._paint(first=True)

    def _ask_hits(self) -> None:
        if self._panel is None:
            return
        words, section, named = self._panel.search.text().strip(), self._panel.chosen_section(), self._named()
        self._start(
            _SEARCH,
            lambda services, feedback: find_questions.hits(services, words, section=section, **named, feedback=feedback),
            lambda found, error: self._on_hits(words, found, error),
            self.tr("Searching for {} …").format(words),
            quiet=True,
        )

    def _on_hits(self, words: str, found: tuple[Listed, ...] | None, error: KlasskartError | None) -> None:
        """Where the service does not answer, what the list itself holds stands there all the same."""
        self._page.notes.clear(_SEARCH)
        if found is not None:
            self._hits = (words, found)
        elif error is not None and not isinstance(error, Cancelled) and self._catalogue and not self._catalogue.listing.kept:
            self._page.show_problem(error, self._ask_hits, key=_SEARCH)

    # --- showing ----------------------------------------------------------------------

    def _rows(self) -> tuple[Listed, ...]:
        catalogue, words = self._catalogue, self._panel.search.text().strip()
        if catalogue is None or (self._allowed is None and _LIMIT in self._busy):
            return ()
        found = catalogue.search(words)
        if self._hits[0] == words:
            found = catalogue.with_hits(found, self._hits[1])
        return found if self._allowed is None else tuple(one for one in found if one.id in self._allowed)

    def _paint(self, *, first: bool = False) -> None:
        """`first`: another search, whose first row becomes the current one."""
        panel = self._panel
        if panel is None:
            return
        rows = self._rows()
        panel.search.setShowSpinner(bool(self._busy))
        panel.show_rows(rows, self._catalogue, first=first)
        waiting = bool(self._busy) or self._pause.isActive()
        panel.show_empty(self._tell_empty(bool(rows), waiting))
        listed = self._catalogue is not None
        panel.refresh.setEnabled(_LIST not in self._busy)
        panel.count.setText(self._count_words(len(rows)) if listed and rows else "")
        if listed:
            fetched = day_text(self._catalogue.listing.fetched.date())
            panel.refresh.setToolTip(self.tr("Fetched {}. Fetch again").format(fetched))
        self._page.paint()

    def _count_words(self, count: int) -> str:
        total = len(self._catalogue.listing.entries)
        if count < total:
            return self.tr("{} of {} classifications").format(number_text(count), number_text(total))
        return counted("FindDrill", "%n classification(s)", count)

    def _tell_empty(self, found: bool, waiting: bool) -> bool:
        """Fill the place of the list where there is nothing in it; False where the list stands, also while waiting."""
        from ..gis import messages

        empty = self._panel.empty
        if found or waiting:
            return False
        if self._catalogue is None and self._error is not None:
            message = messages.sentence(self._error)
            again = NoteAction(self.tr("Try Again"), self._ask_list)
            if isinstance(self._error, Cancelled):
                empty.tell(message.text, "", (again,))
            else:
                empty.tell(self.tr("The list could not be fetched"), message.text, (again,), "mIconWarning", message.details)
            return True
        words = self._panel.search.text().strip()
        headline = (
            self.tr("No classification matches “{}”.").format(words) if words else self.tr("There are no classifications here.")
        )
        empty.tell(headline, "", self._wider())
        return True

    def _wider(self) -> list[NoteAction]:
        """Offer to look further."""
        panel, actions = self._panel, []
        if panel.chosen_family() or panel.chosen_section():
            actions.append(NoteAction(self.tr("All Families and Sections"), panel.clear_limits))
        if not panel.codelists.isChecked():
            actions.append(NoteAction(self.tr("Also Code Lists"), lambda: panel.codelists.setChecked(True)))
        return actions
