"""The life of a code as a drill-in of a page: fetched in the background, drawn, and saved as a picture."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from qgis.gui import QgsPanelWidget
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QWidget

from ..core.errors import KlasskartError
from ..core.lineage import Lineage, lineage, opening
from ..work import change_graph, report_files
from ..work.change_graph import KeptGraph
from . import lineage_words
from .lineage_panel import LineagePanel
from .lineage_window import LineageWindow
from .notes import Note
from .save_files import ask_path
from .wording import day_text

_NOTE = "lineage"  # key of its notes


@dataclass(frozen=True)
class Wanted:
    """Which code's life, as it was on a day, and whether all that was earlier or later is drawn."""

    classification: int
    code: str
    day: datetime.date
    all_earlier: bool = False
    all_later: bool = False


def draw(services, wanted: Wanted, known: KeptGraph | None, feedback) -> tuple[KeptGraph, Lineage | None]:
    """Fetch the changes of a classification, unless they are known, and draw up the life of a code."""
    kept = known or change_graph.graph(services, wanted.classification, feedback=feedback)
    before, after = opening(kept.graph, wanted.code, wanted.day)
    before, after = None if wanted.all_earlier else before, None if wanted.all_later else after
    return kept, lineage(kept.graph, wanted.code, wanted.day, before=before, after=after)


class LineageDrill(QObject):
    """Opens the life of one code over the form of a page, or in a window of its own; in one of them at a time."""

    def __init__(self, page):
        super().__init__(page)
        self._page = page
        self._job = f"lineage-{page.objectName()}"
        self._panel: LineagePanel | None = None
        self._frame: QgsPanelWidget | None = None
        self._window: LineageWindow | None = None
        self._opener: QWidget | None = None  # what had the focus before
        self._wanted: Wanted | None = None
        self._kept: KeptGraph | None = None
        self._life: Lineage | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is a drill-in of the page now; a window stands beside whatever the page shows."""
        return self._panel is not None and self._window is None

    @property
    def panel(self) -> LineagePanel | None:
        return self._panel

    @property
    def window(self) -> LineageWindow | None:
        return self._window

    def tab_order(self) -> list[QWidget]:
        return self._panel.tab_order() if self._panel and self.is_open else []

    def open(self, classification: int, code: str, day: datetime.date) -> None:
        """Fetch and draw the life of a code as it was on a day, or nearest to it."""
        self._ask(Wanted(classification, code, day), None)

    def stop(self) -> None:
        """Nobody waits for the answer any more."""
        self._page.desk.jobs.forget(self._job)

    def _ask(self, wanted: Wanted, known: KeptGraph | None) -> None:
        self._page.desk.start(
            lambda services, feedback: draw(services, wanted, known, feedback),
            lambda drawn, error: self._on_drawn(wanted, drawn, error),
            title=self.tr("Fetching the lineage of {} …").format(wanted.code),
            key=self._job,
        )

    def _on_drawn(self, wanted: Wanted, drawn: tuple | None, error: KlasskartError | None) -> None:
        if error is not None or drawn is None:
            if error is not None:
                self._page.show_problem(error, lambda: self._ask(wanted, None), key=_NOTE)
            return
        kept, life = drawn
        if life is None:
            self._page.show_note(Note(self.tr("Klass has never had a code {}.").format(wanted.code), key=_NOTE))
            return
        self._page.notes.clear(_NOTE)
        self._wanted, self._kept, self._life = wanted, kept, life
        self._show(life)
        if kept.kept:
            words = self.tr("No network. The codes are from {}.").format(day_text(kept.fetched.date()))
            self._page.show_kept(words, lambda: self._ask(wanted, None), _NOTE)

    def _show(self, life: Lineage) -> None:
        """Show a life where one is shown already, else as a drill-in."""
        title = lineage_words.title(life)
        if self._panel is None:
            self._open_panel(title)
        elif self._window is not None:
            self._window.show_title(title)
            self._window.raise_()
        else:
            self._page.panels.rename_panel(self._frame, title)
        self._panel.show_life(life)

    def _open_panel(self, title: str) -> None:
        panel = self._panel = LineagePanel()
        panel.earlier_wanted.connect(lambda: self._draw_all(earlier=True))
        panel.later_wanted.connect(lambda: self._draw_all(later=True))
        panel.save_wanted.connect(self._ask_file)
        panel.large_wanted.connect(self.show_large)
        self._opener = self._page.window().focusWidget()
        self._frame = self._page.open_panel(panel, title)
        self._frame.panelAccepted.connect(self._on_closed)
        panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_large(self) -> None:
        """Take the picture out of the page into a window of its own; the page shows again what was beneath."""
        if self._panel is None or self._window is not None:
            return
        window = self._window = LineageWindow(self._panel, self._page.desk.settings, self._page)
        window.show_title(lineage_words.title(self._life))
        window.finished.connect(self._on_window_closed)
        self._panel.large.hide()
        self._frame.acceptPanel()
        window.show()
        self._panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw_all(self, *, earlier: bool = False, later: bool = False) -> None:
        was = self._wanted
        every = Wanted(was.classification, was.code, was.day, was.all_earlier or earlier, was.all_later or later)
        self._ask(every, self._kept)

    def _on_closed(self, *_) -> None:
        """The drill-in has gone: back to what it was opened from, where that is another drill-in."""
        self._frame, opener = None, self._opener
        self._opener = None
        if self._window is None:
            self._forget()
        self._page.on_drill_closed()
        if self._page.panels.is_open and opener is not None and not sip.isdeleted(opener) and opener.isVisible():
            opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_window_closed(self, *_) -> None:
        self._window.deleteLater()
        self._window = None
        self._forget()

    def _forget(self) -> None:
        self._panel = self._kept = self._life = None
        self.stop()

    # --- saving ---------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        path = ask_path(self._panel.window(), self.tr("Save Picture"), lineage_words.title(self._life), ".svg", ".png")
        if path:
            self.save(path)

    def save(self, path: Path) -> None:
        """Save the picture as SVG or PNG, by the ending of the path."""
        from .lineage_picture import LineagePicture  # QtSvg is needed here only

        picture = LineagePicture(self._life, self._page.font(), lineage_words.sentence(self._life), self._source())
        content = picture.png() if path.suffix.lower() == ".png" else picture.svg()
        self._page.desk.start(
            lambda services, feedback: report_files.save_bytes(content, path),
            lambda _, error: self._on_saved(path, error),
            title=self.tr("Saving the picture …"),
            key="lineage-save",
        )

    def _source(self) -> str:
        words = self.tr("Source: Statistics Norway, Klass {}. Fetched {}.")
        return words.format(self._wanted.classification, day_text(self._kept.fetched.date()))

    def _on_saved(self, path: Path, error: KlasskartError | None) -> None:
        if error is not None:
            self._page.show_problem(error, lambda: self.save(path))
        else:
            self._page.show_note(Note(self.tr("The picture is saved as {}.").format(path.name), "success", details=str(path)))
