"""Check as a drill-in of the Join page: what a column holds, and one click for what can be mended."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, pyqtSignal

from ..core.errors import KlasskartError, LayerGone
from . import column_work
from .check_panel import CheckPanel
from .drill import Drill
from .mending import Mending, mending
from .new_layers import add_layer
from .notes import Note, NoteAction
from .save_files import ask_path
from .selecting import PROBLEM, Selecting
from .wording import counted

_CHECK, _MEND, _SAVE = "codes-check", "codes-mend", "codes-save"


class CheckDrill(Drill):
    """Finds out what a field of a layer holds and shows it over the form of a page."""

    lineage_wanted = pyqtSignal(int, str)  # classification, code

    def __init__(self, page):
        super().__init__(page)
        self._layer: QgsVectorLayer | None = None
        self._checked: column_work.Checked | None = None
        self._asked: tuple[QgsVectorLayer, str] | None = None
        self._selecting = Selecting(page)

    @property
    def under_way(self) -> tuple[QgsVectorLayer, str] | None:
        """What was asked for and is not answered yet."""
        return self._asked

    def ask(self, layer: QgsVectorLayer, field: str = "") -> None:
        """Look into a field, or the one that holds codes where none is named; then show what was found."""
        self._layer, self._asked = layer, (layer, field)
        self._page.notes.clear(PROBLEM)
        self._page.desk.start(
            column_work.checking(layer, field, self._page.desk.context.day),
            lambda checked, error: self._on_checked(layer, field, checked, error),
            title=self.tr("Reading the codes …"),
            key=_CHECK,
        )

    def stop(self) -> None:
        """Nobody waits for the answer any more: it is not told."""
        self._asked = None
        self._page.notes.clear(PROBLEM)
        self._page.desk.jobs.forget(_CHECK)

    def _on_checked(self, layer, field: str, checked: column_work.Checked | None, error: KlasskartError | None) -> None:
        self._asked = None
        if error is not None:
            self._page.show_problem(error, lambda: self.ask(layer, field), PROBLEM)
        elif not sip.isdeleted(layer) and not self.is_open:
            self._open(layer, checked)

    def _open(self, layer: QgsVectorLayer, checked: column_work.Checked) -> None:
        self._checked = checked
        panel = self._panel = CheckPanel(checked.found, self._page.desk.context.day)
        panel.mend_wanted.connect(self.mend)
        panel.select_wanted.connect(lambda values: self._selecting.select(layer, checked.found.field, values))
        panel.day_wanted.connect(self._page.desk.context.set_day)
        panel.change_wanted.connect(lambda: self._page.change.ask(layer, checked.change()))
        panel.boundaries_wanted.connect(self._get_boundaries)
        panel.lineage_wanted.connect(lambda code: self.lineage_wanted.emit(checked.found.classification, code))
        panel.save_wanted.connect(self._ask_file)
        # Kept: the panel stack does not own what it shows, as far as Python can see.
        title = self.tr("Check: {}").format(f"{layer.name()} · {checked.found.field}")
        self._frame = self._page.open_panel(panel, title)
        self._frame.panelAccepted.connect(self._on_closed)
        panel.headline.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_closed(self, *_) -> None:
        self._panel = self._frame = None
        self._page.on_drill_closed()

    def _get_boundaries(self, unit: str, day) -> None:
        if day is not None:
            self._page.desk.context.set_day(day)
        self._page.desk.open_page("KlasskartLayersPage", unit)

    # --- mending ----------------------------------------------------------------------------

    def mend(self, wanted: Mending) -> None:
        """Write a new layer that has the codes as they should be in a field of their own."""
        layer, checked = self._layer, self._checked
        if layer is None or sip.isdeleted(layer):
            return
        self._page.notes.clear()
        self._page.desk.start(
            mending(layer, checked, wanted, self._page.desk.config.cache_folder),
            lambda path, error: self._on_mended(layer, wanted, path, error),
            title=self.tr("Writing codes …"),
            key=_MEND,
        )

    def _on_mended(self, layer, wanted: Mending, path: Path | None, error: KlasskartError | None) -> None:
        page = self._page
        try:
            if error is not None:
                raise error
            new = add_layer(page.desk.project, layer, path, self.tr("{name}, mended"))
        except KlasskartError as problem:
            again = None if isinstance(problem, LayerGone) else lambda: self.mend(wanted)
            page.show_problem(problem, again, PROBLEM)
            return
        rest = self._panel is not None and len(self._panel.mending) > len(wanted)
        if not page.replace_table(layer, new):
            page.show_layer(new)
        field = new.fields().names()[-1]
        words = counted("CheckDrill", "%n value(s) are mended in “{}”, in the field {}.", len(wanted))
        if None in wanted.codes.values():
            words = counted("CheckDrill", "%n value(s) are left empty in “{}”, in the field {}.", len(wanted))
        identity = new.id()
        undo = NoteAction(self.tr("Undo"), lambda: page.desk.project.removeMapLayer(identity))
        check = NoteAction(self.tr("Check the Rest"), lambda: page.open_with((identity, "check", field)))
        actions = (check, undo) if rest else (undo,)
        page.show_note(Note(words.format(new.name(), field), "success", actions, key="done"))

    # --- saving -----------------------------------------------------------------------------

    def _ask_file(self) -> None:
        path = ask_path(self._page, self.tr("Save Report"), self._layer.name(), ".html", ".csv", ".xlsx")
        if path:
            self.save(path)

    def save(self, path: Path) -> None:
        """Save what was found as csv, xlsx or as a page, by the ending of the path."""
        found, name = self._checked.found, self._layer.name()
        self._page.desk.start(
            lambda services, feedback: column_work.save(found, name, services.config.today, path),
            lambda _, error: self._on_saved(path, error),
            title=self.tr("Saving the report …"),
            key=_SAVE,
        )

    def _on_saved(self, path: Path, error: KlasskartError | None) -> None:
        if error is not None:
            self._page.show_problem(error, lambda: self.save(path), PROBLEM)
        else:
            self._page.show_note(Note(self.tr("The report is saved as {}.").format(path.name), "success", details=str(path)))
