"""Change Codes as a drill-in of the Join page: nothing is written before it was seen, and the layer itself stays as it is."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QPushButton

from ..core.errors import Cancelled, ChangesMissing, CodesLost, KeptSince, KlasskartError
from ..core.recoding import Choices
from . import change_words, column_work, deeds
from .change_panel import ChangePanel
from .drill import Drill
from .new_layers import add_layer
from .notes import Note, NoteAction
from .save_files import ask_path
from .selecting import PROBLEM, Selecting
from .wording import counted

_CHANGE, _SUM, _WRITE, _SAVE, _LOAD = "codes-change", "codes-sum", "codes-write", "codes-save", "codes-load"
_TOLD = (ChangesMissing, CodesLost, KeptSince)  # a split has a row of its own


class ChangeDrill(Drill):
    """Finds out what becomes of a column's codes until the dock's day, shows it, and writes it when it is wanted."""

    lineage_wanted = pyqtSignal(int, str)  # classification, code

    def __init__(self, page):
        super().__init__(page)
        self._asked: tuple[QgsVectorLayer, column_work.Change] | None = None
        self._changed: column_work.Changed | None = None
        self._warnings: list[KlasskartError] = []
        self._summing = self._refused = self._writing = False
        self._selecting = Selecting(page)

    @property
    def asked(self) -> tuple[QgsVectorLayer, column_work.Change] | None:
        """What is shown or under way, to be asked again for another day."""
        return self._asked

    def ask(self, layer: QgsVectorLayer, change: column_work.Change) -> None:
        """Find out what would become of the codes; then show it."""
        context = self._page.desk.context
        self._asked = (layer, change)
        heard = self._warnings = []
        self._page.notes.clear(PROBLEM)
        work = column_work.changing(layer, change, context.day, context.language)
        self._page.desk.start(
            lambda services, feedback: work(services, feedback.heard_by(heard)),
            lambda changed, error: self._on_found(layer, change, changed, error),
            title=self.tr("Reading the codes …"),
            key=_CHANGE,
        )

    def stop(self) -> None:
        self._asked = None
        self._page.desk.jobs.forget(_CHANGE)

    def _on_found(self, layer, change, changed: column_work.Changed | None, error: KlasskartError | None) -> None:
        if self._asked is None:  # nobody waits for it any more
            return
        if error is not None:
            self._asked = None
            self._page.show_problem(error, lambda: self.ask(layer, change), PROBLEM)
        elif not sip.isdeleted(layer) and not self.is_open:
            self._open(layer, changed)

    def _open(self, layer: QgsVectorLayer, changed: column_work.Changed) -> None:
        from ..gis import messages

        self._changed = changed
        self._summing = self._refused = self._writing = False
        told = dict.fromkeys(messages.sentence(one).text for one in self._warnings if isinstance(one, _TOLD))
        panel = self._panel = ChangePanel(layer, changed, list(told))
        panel.changed.connect(self._on_changed)
        panel.lineage_wanted.connect(lambda code: self.lineage_wanted.emit(changed.recoding.classification, code))
        panel.select_wanted.connect(lambda values: self._selecting.select(layer, changed.change.field, values))
        panel.save_wanted.connect(self._ask_file)
        panel.load_wanted.connect(self._ask_choices)
        # Kept: the panel stack does not own what it shows, as far as Python can see.
        title = change_words.title(changed.change.years, changed.recoding.until.year)
        self._frame = self._page.open_panel(panel, title)
        self._frame.panelAccepted.connect(self._on_closed)
        panel.headline.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_closed(self, *_) -> None:
        self._panel = self._frame = self._asked = None
        self._page.desk.jobs.cancel(_SUM)
        self._page.on_drill_closed()

    @property
    def _layer(self) -> QgsVectorLayer | None:
        layer = self._asked[0] if self._asked else None
        return None if layer is None or sip.isdeleted(layer) else layer

    # --- sums ---------------------------------------------------------------------------

    def _on_changed(self) -> None:
        """The user chose: try to add up, where that is wanted."""
        panel, layer = self._panel, self._layer
        names = panel.sum_fields if panel else []
        self._summing, self._refused = bool(names), False
        if panel is None or layer is None or not names:
            self._page.desk.jobs.cancel(_SUM)
            if panel is not None:
                panel.show_sums(None)
        else:
            chosen = column_work.Changed(self._changed.change, panel.recoding)
            self._page.desk.start(
                column_work.summing(layer, chosen, names), self._on_summed, title=self.tr("Adding up …"), key=_SUM
            )
        self._page.paint()

    def _on_summed(self, sums: column_work.Sums | None, error: KlasskartError | None) -> None:
        from ..gis import messages

        if self._panel is None or isinstance(error, Cancelled):
            return
        self._summing, self._refused = False, error is not None
        self._panel.show_sums(sums, messages.sentence(error).text if error else "")
        self._page.paint()

    # --- files ----------------------------------------------------------------------------

    def _ask_file(self, choices: bool) -> None:
        title = self.tr("Save Choices") if choices else self.tr("Save List")
        name = change_words.file_name(self._changed.change.years, self._changed.recoding.until.year, choices)
        path = ask_path(self._page, title, name, ".xlsx", ".csv")
        if path:
            self.save(path, choices)

    def save(self, path: Path, choices: bool = False) -> None:
        """Save the list old → new, or the choices for what was split, as xlsx or csv."""
        if self._panel is None:
            return
        self._page.desk.start(
            column_work.saving(self._panel.recoding, path, choices),
            lambda _, error: self._on_saved(path, choices, error),
            title=self.tr("Saving the list …"),
            key=_SAVE,
        )

    def _on_saved(self, path: Path, choices: bool, error: KlasskartError | None) -> None:
        if error is not None:
            self._page.show_problem(error, lambda: self.save(path, choices), PROBLEM)
            return
        words = self.tr("The choices are saved as {}.") if choices else self.tr("The list is saved as {}.")
        self._page.show_note(Note(words.format(path.name), "success", details=str(path), key="saved"))

    def _ask_choices(self) -> None:
        kinds = self.tr("Tables ({})").format("*.csv *.xlsx *.txt *.tsv *.ods") + ";;" + self.tr("All files (*)")
        path, _ = QFileDialog.getOpenFileName(self._page, self.tr("Load Choices"), "", kinds)
        if path:
            self.load(Path(path))

    def load(self, path: Path) -> None:
        """Read choices for what was split (old_code, new_code, weight) and show them."""
        self._page.desk.start(
            column_work.loading(self._changed.change, path),
            lambda choices, error: self._on_loaded(path, choices, error),
            title=self.tr("Reading {} …").format(path.name),
            key=_LOAD,
        )

    def _on_loaded(self, path: Path, choices: Choices | None, error: KlasskartError | None) -> None:
        if self._panel is None:
            return
        try:
            if error is not None:
                raise error
            taken = self._panel.take(choices)
        except KlasskartError as problem:
            self._page.show_problem(problem, lambda: self.load(path), PROBLEM)
            return
        self._page.notes.clear(PROBLEM)
        words = counted("ChangeDrill", "%n choice(s) are taken from {}.", taken).format(path.name)
        self._page.show_note(Note(words, "success" if taken else "info", key="loaded"))

    # --- writing --------------------------------------------------------------------------

    def paint_primary(self, primary: QPushButton) -> None:
        layer = self._layer
        spatial = layer is not None and layer.isSpatial()
        primary.setText(self.tr("Make New Layer") if spatial else self.tr("Make New Table"))
        primary.setVisible(True)
        primary.setEnabled(layer is not None and not (self._summing or self._refused or self._writing))

    def make(self) -> None:
        """Write what is shown as a new layer of the project."""
        panel, layer = self._panel, self._layer
        if panel is None or layer is None or self._writing:
            return
        chosen, sums = column_work.Changed(self._changed.change, panel.recoding), panel.sum_fields
        self._writing = True
        self._page.notes.clear()
        self._page.paint()
        self._page.desk.start(
            column_work.writing(layer, chosen, sums, self._page.desk.config.cache_folder),
            lambda path, error: self._on_written(layer, chosen, sums, path, error),
            title=self.tr("Writing codes …"),
            key=_WRITE,
        )

    def _on_written(self, layer, chosen: column_work.Changed, sums: list, path: Path | None, error) -> None:
        page, self._writing = self._page, False
        try:
            if error is not None:
                raise error
            new = add_layer(page.desk.project, layer, path, self.tr("{name}, codes of {year}"), chosen.recoding.until.year)
        except KlasskartError as problem:
            page.show_problem(problem, self.make if self.is_open else None, PROBLEM)
            page.paint()
            return
        deeds.codes_changed(page.desk, layer, chosen, sums, new)
        page.close_panels()
        page.replace_table(layer, new)
        identity = new.id()
        undo = NoteAction(self.tr("Undo"), lambda: self._undo(identity))
        page.show_note(Note(change_words.made(new.name(), chosen.recoding), "success", (undo,), key="done"))

    def _undo(self, identity: str) -> None:
        self._page.desk.project.removeMapLayer(identity)
        self._page.show_note(Note(self.tr("The new layer was taken back."), key="done"))
