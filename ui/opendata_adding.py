"""The way of a data set onto the map: looked at in the background, its layers chosen where there are several, then added."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from ..core.errors import Cancelled, KlasskartError
from ..core.opendata import Dataset, Distribution
from ..core.opendata_opening import LayerChoice, Opening
from . import deeds
from .drill import Drill
from .layer_choice_panel import LayerChoicePanel
from .notes import Note, NoteAction
from .wording import counted, day_text

_JOB = "opendata-add"  # of the job and of its notes


class OpenDataAdding(Drill):
    """Adds data sets for the page, one at a time, and tells of them in its notes. Its drill-in chooses layers."""

    def __init__(self, page):
        super().__init__(page)
        self._desk = page.desk
        self._opening: Opening | None = None  # whose layers are chosen
        self._kommune = ""  # whose data set was last asked for
        self.is_busy = False
        page.desk.project_cleared.connect(self._on_project_cleared)

    def filter_line(self) -> QWidget | None:
        return self._panel.search if self._panel and self._panel.search.isVisibleTo(self._panel) else None

    def paint_primary(self, primary: QPushButton) -> bool:
        """Word the primary while layers are chosen; False where they are not."""
        if self._panel is None:
            return False
        count = len(self._panel.chosen())
        primary.setText(counted("OpenDataAdding", "Add %n Layer(s)", count) if count else self.tr("Add Layers"))
        primary.setEnabled(bool(count) and not self.is_busy)
        primary.setToolTip("" if count else self.tr("Tick the layers to add first"))
        return True

    def run_primary(self) -> bool:
        """Add the layers that are ticked; False where none are being chosen."""
        if self._panel is None:
            return False
        self._open_layers(self._opening, self._panel.chosen())
        return True

    # --- looking ----------------------------------------------------------------------

    def add(self, dataset: Dataset, way: Distribution, kommune: str) -> None:
        """Find out what lies there; then add it, or let its layers be chosen."""
        from ..work import opendata_opening

        heard: list[KlasskartError] = []
        self._kommune = kommune
        self._start(
            lambda services, feedback: opendata_opening.look(
                services, dataset, way, kommune=kommune, feedback=feedback.heard_by(heard)
            ),
            lambda opening, error: self._on_looked(dataset, way, kommune, opening, error),
            self.tr("Looking at {} …").format(dataset.title),
        )

    def _on_looked(
        self, dataset: Dataset, way: Distribution, kommune: str, opening: Opening | None, error: KlasskartError | None
    ) -> None:
        if error is not None:
            self._tell_problem(dataset, way, error, lambda: self.add(dataset, way, kommune))
        elif opening.suggested:
            self._open_layers(opening, opening.suggested)
        else:
            self._choose(opening)

    def _tell_problem(self, dataset: Dataset, way: Distribution, error: KlasskartError, again) -> None:
        """Say what stood in the way; where there are other ways, lead to them."""
        from ..gis import messages

        others = [one for one in dataset.distributions if one.kind != "other" and one != way]
        if isinstance(error, Cancelled) or not others:
            self._page.show_problem(error, again, key=_JOB)
            return
        message = messages.sentence(error)
        again_words = self.tr("Try Again")
        actions = (NoteAction(again_words, again), NoteAction(self.tr("Other Ways…"), lambda: self._page.show_ways(dataset)))
        self._page.show_note(Note(message.text, "problem", actions, message.details, _JOB))

    # --- choosing ---------------------------------------------------------------------

    def _choose(self, opening: Opening) -> None:
        if self._panel is not None:
            self._page.close_panel()
        self._opening = opening
        words = counted("OpenDataAdding", "{} has %n layer(s). Tick those to add.", len(opening.layers)).format(
            opening.dataset.title
        )
        panel = self._panel = LayerChoicePanel(words, opening.layers)
        panel.changed.connect(self._page.paint)
        self._frame = self._page.open_panel(panel, self.tr("Layers"))
        self._frame.panelAccepted.connect(self._on_closed)
        panel.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_closed(self, *_) -> None:
        self._panel = self._frame = self._opening = None
        self._page.on_drill_closed()

    # --- adding -----------------------------------------------------------------------

    def _open_layers(self, opening: Opening, chosen: Sequence[LayerChoice]) -> None:
        from ..gis import opendata_layers

        heard: list[KlasskartError] = []
        crs = self._desk.project.crs().authid()
        authcfg = str(self._desk.settings.get("services/authcfg") or "")
        self._start(
            lambda services, feedback: opendata_layers.open_layers(
                services, opening, chosen, crs=crs, authcfg=authcfg, feedback=feedback.heard_by(heard)
            ),
            lambda layers, error: self._on_opened(opening, chosen, layers, error, heard),
            self.tr("Opening {} …").format(opening.dataset.title),
        )

    def _on_opened(self, opening: Opening, chosen, layers: list | None, error: KlasskartError | None, heard: list) -> None:
        if error is not None:
            again = lambda: self._open_layers(opening, chosen)  # noqa: E731
            self._tell_problem(opening.dataset, opening.distribution, error, again)
            return
        if self._panel is not None:
            self._page.close_panel()
        project = self._desk.project
        ids = [project.addMapLayer(layer).id() for layer in layers]
        deeds.open_data_added(self._desk, self._kommune, opening.dataset, layers)
        undo = NoteAction(self.tr("Remove Again"), lambda: project.removeMapLayers(ids))
        to_join = len(ids) == 1 and any(choice.codes for choice in chosen)
        join = NoteAction(self.tr("Join…"), lambda: self._desk.open_page("KlasskartJoinPage", ids[0]), stays=True)
        words = self._done_words(opening, layers)
        self._page.show_note(Note(words, "success", (join, undo) if to_join else (undo,), key=_JOB))
        self._tell_holes(heard)

    def _done_words(self, opening: Opening, layers: Sequence) -> str:
        if len(layers) == 1:
            said = [self.tr("“{}” is in the map.").format(layers[0].name())]
        else:
            said = [counted("OpenDataAdding", "%n layer(s) of {} are in the map.", len(layers)).format(opening.dataset.title)]
        if opening.kept:
            said.append(self.tr("Nobody answered: this is what was fetched on {}.").format(day_text(opening.fetched)))
        if opening.assumed:
            said.append(self.tr("Its coordinate system is not told: {} is assumed.").format(opening.assumed))
        licence = opening.dataset.licence
        return " ".join([*said, *([licence] if licence else [])])

    def _tell_holes(self, heard: Sequence[KlasskartError]) -> None:
        """Name what could not be opened; the rest is in the map."""
        from ..gis import messages

        if heard:
            details = "\n".join(messages.sentence(one).full for one in heard[1:])
            self._page.show_note(Note(messages.sentence(heard[0]).text, "problem", details=details, key="opendata-missing"))

    # --- jobs -------------------------------------------------------------------------

    def _start(self, work, done, title: str) -> None:
        self._page.notes.clear(_JOB)
        self.is_busy = True

        def ended(result, error: KlasskartError | None) -> None:
            self.is_busy = False
            done(result, error)
            self._page.paint()

        self._desk.start(work, ended, title=title, key=_JOB)
        self._page.paint()

    def _on_project_cleared(self) -> None:
        """What is still on its way belongs to a project that is closed."""
        self._desk.jobs.cancel(_JOB)
        self._page.notes.clear(_JOB)
