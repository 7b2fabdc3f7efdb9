"""Carrying out a join that was looked at, and taking it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import KlasskartError, LayerBusy, LayerGone
from ..gis import map_styles
from ..work.joining import Prepared
from ..work.key_table import columns_of
from . import deeds, join_words, join_work
from .join_columns import ColumnsBox
from .notes import Note, NoteAction

_JOB = "join-run"


class JoinRun(QObject):
    """Joins for a page, one at a time. `joined` tells what was joined, `undone` that it was taken back."""

    joined = pyqtSignal(object)  # Prepared
    undone = pyqtSignal()

    def __init__(self, page):
        super().__init__(page)
        self._page = page
        self._running = False

    @property
    def is_running(self) -> bool:
        return self._running

    def start(self, layer: QgsVectorLayer, prepared: Prepared, columns: ColumnsBox, live: bool, table: str = "") -> None:
        """Join the ticked columns; `table` is the id of the layer they are from, "" for Klass.

        What fails is told by the page, and can be tried again there.
        """
        if layer.isEditable():
            self._page.show_problem(LayerBusy(layer.name(), "editing"), self._page.join)
            return
        chosen = join_work.chosen(prepared, columns.ticked(), columns.others.ticked())
        plan = join_work.Plan(layer.id(), layer.name(), chosen, columns.prefix, live, table, _titles(chosen, columns))
        self._running = True
        self._page.notes.clear()
        self._page.paint()
        desk = self._page.desk
        desk.start(
            join_work.writing(layer, plan, desk.config.cache_folder),
            lambda written, error: self._on_written(plan, written, error),
            title=self.tr("Joining …"),
            key=_JOB,
        )

    def _on_written(self, plan: join_work.Plan, written: Path, error: KlasskartError | None) -> None:
        try:
            if error is not None:
                raise error
            self._tell(plan, join_work.finish(self._page.desk.project, plan, written))
        except KlasskartError as problem:
            self._page.show_problem(problem, None if isinstance(problem, LayerGone) else self._page.join)
        finally:
            self._running = False
            self._page.paint()

    def _tell(self, plan: join_work.Plan, done: join_work.Done) -> None:
        prepared = plan.prepared
        self.joined.emit(prepared)
        self._note(plan, done)
        titles = {name: plan.titles.get(column, column) for name, column in _named(prepared, done.names)}
        map_styles.note_source(done.layer, titles, prepared.title or "SSB")
        undo = NoteAction(self.tr("Undo"), lambda: self._undo(done))
        style = NoteAction(self.tr("Style"), lambda: self._page.drills.figures.ask(done.layer, done.names), stays=True)
        words = join_words.done(prepared, done.layer.name(), done.names)
        actions = (style, undo) if done.layer.isSpatial() else (undo,)
        self._page.show_note(Note(words, "success", actions, key="done"))

    def _note(self, plan: join_work.Plan, done: join_work.Done) -> None:
        project = self._page.desk.project
        deeds.joined(
            self._page.desk, project.mapLayer(plan.layer), project.mapLayer(plan.table), plan.prepared, plan.prefix, done.layer
        )

    def _undo(self, done: join_work.Done) -> None:
        self._page.drills.figures.take_back(done.layer, done.names)  # else what it was drawn after would be gone
        done.undo()
        self._page.show_note(Note(self.tr("The join was taken back."), key="done"))
        self.undone.emit()


def _titles(prepared: Prepared, columns: ColumnsBox) -> dict[str, str]:
    """Say what Klass's columns are called; those of a table of one's own keep their names."""
    return {} if prepared.title else {column.name: columns.title_of(column.name) for column in columns_of(prepared)}


def _named(prepared: Prepared, names: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Pair the fields that a join gave with its columns; the first one, the code, is left out where it was there."""
    columns = [column.name for column in columns_of(prepared)]
    return zip(names, columns[1:] if len(names) < len(columns) else columns)
