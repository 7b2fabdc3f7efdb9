"""The life of a code as a drill-in of a page: fetched in the background, drawn, and saved as a picture."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ..core.errors import KlasskartError
from ..core.lineage import Lineage, lineage, opening
from ..work import change_graph, report_files
from ..work.change_graph import KeptGraph
from . import lineage_words
from .lineage_panel import LineagePanel
from .notes import Note, NoteAction
from .wording import day_text

_JOB = "lineage"


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
    """Opens the life of one code over the form of a page."""

    def __init__(self, page):
        super().__init__(page)
        self._page = page
        self._panel: LineagePanel | None = None
        self._frame: QWidget | None = None
        self._wanted: Wanted | None = None
        self._kept: KeptGraph | None = None
        self._life: Lineage | None = None

    @property
    def is_open(self) -> bool:
        return self._panel is not None

    @property
    def panel(self) -> LineagePanel | None:
        return self._panel

    def tab_order(self) -> list[QWidget]:
        return self._panel.tab_order() if self._panel else []

    def open(self, classification: int, code: str, day: datetime.date) -> None:
        """Fetch and draw the life of a code as it was on a day, or nearest to it."""
        self._ask(Wanted(classification, code, day), None)

    def _ask(self, wanted: Wanted, known: KeptGraph | None) -> None:
        self._page.desk.start(
            lambda services, feedback: draw(services, wanted, known, feedback),
            lambda drawn, error: self._on_drawn(wanted, drawn, error),
            title=self.tr("Fetching the lineage of {} …").format(wanted.code),
            key=_JOB,
        )

    def _on_drawn(self, wanted: Wanted, drawn: tuple | None, error: KlasskartError | None) -> None:
        if error is not None or drawn is None:
            if error is not None:
                self._page.show_problem(error, lambda: self._ask(wanted, None), key=_JOB)
            return
        kept, life = drawn
        if life is None:
            self._page.show_note(Note(self.tr("Klass has never had a code {}.").format(wanted.code), key=_JOB))
            return
        self._page.notes.clear(_JOB)
        self._wanted, self._kept, self._life = wanted, kept, life
        if self._panel is None:
            self._open_panel(lineage_words.title(life))
        else:
            self._page.panels.rename_panel(self._frame, lineage_words.title(life))
        self._panel.show_life(life)
        if kept.kept:
            words = self.tr("No network. The codes are from {}.").format(day_text(kept.fetched.date()))
            again = NoteAction(self.tr("Try Again"), lambda: self._ask(wanted, None))
            self._page.show_note(Note(words, "info", (again,), key=_JOB))

    def _open_panel(self, title: str) -> None:
        panel = self._panel = LineagePanel()
        panel.earlier_wanted.connect(lambda: self._draw_all(earlier=True))
        panel.later_wanted.connect(lambda: self._draw_all(later=True))
        panel.save_wanted.connect(self._ask_file)
        # Kept: the panel stack does not own what it shows, as far as Python can see.
        self._frame = self._page.open_panel(panel, title)
        self._frame.panelAccepted.connect(self._on_closed)
        panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw_all(self, *, earlier: bool = False, later: bool = False) -> None:
        was = self._wanted
        every = Wanted(was.classification, was.code, was.day, was.all_earlier or earlier, was.all_later or later)
        self._ask(every, self._kept)

    def _on_closed(self, *_) -> None:
        self._panel = self._frame = self._kept = self._life = None
        self._page.desk.jobs.cancel(_JOB)
        self._page.on_drill_closed()

    # --- saving ---------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        kinds = self.tr("SVG picture (*.svg)") + ";;" + self.tr("PNG picture (*.png)")
        name = lineage_words.title(self._life).replace("/", "-")
        path, kind = QFileDialog.getSaveFileName(self._page, self.tr("Save Picture"), f"{name}.svg", kinds)
        if path:
            self.save(Path(path if Path(path).suffix else path + (".png" if "*.png" in kind else ".svg")))

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
