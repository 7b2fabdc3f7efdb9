"""Keeping boundaries and tables with the project, so that it can be sent to a colleague."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QObject

from ..core.errors import KlasskartError
from .notes import Note, NoteAction
from .wording import counted

KEY = "keeping"  # of jobs and notes


class Keeping(QObject):
    """The Map page's part that copies what lies in the cache into a file beside the project."""

    def __init__(self, page):
        super().__init__(page)
        self._page, self._desk = page, page.desk

    @property
    def is_possible(self) -> bool:
        return bool(self._layers())

    def keep(self, layer_ids: Sequence[str] | None = None) -> None:
        """Keep some layers and the tables joined to them; all that lie in the cache where None."""
        from ..gis import keeping
        from ..work.keep_file import copy_layers

        self._page.notes.clear(KEY)
        layers, target = self._layers(layer_ids), keeping.target_of(self._desk.project)
        if not layers:
            self._tell(self.tr("These layers do not lie in Klasskart's cache: they are kept where they are."))
            return
        if target is None:
            self._tell(self.tr("Save the project to a file first. The layers are then kept beside it."))
            return
        try:
            plan = keeping.plan(layers, target)
        except KlasskartError as error:
            self._page.show_problem(error, lambda: self.keep(layer_ids), key=KEY)
            return
        self._desk.start(
            lambda services, feedback: copy_layers(plan.copies, target, feedback),
            lambda _nothing, error: self._on_copied(layer_ids, plan, error),
            title=self.tr("Copying layers …"),
            key=KEY,
        )

    def cancel(self) -> None:
        self._desk.jobs.cancel(KEY)

    def _layers(self, layer_ids: Sequence[str] | None = None) -> list:
        from ..gis import keeping

        return keeping.in_cache(self._desk.project, self._desk.config.cache_folder, layer_ids)

    def _on_copied(self, layer_ids: Sequence[str] | None, plan, error: KlasskartError | None) -> None:
        from ..gis import keeping

        if error is not None:
            self._page.show_problem(error, lambda: self.keep(layer_ids), key=KEY)
            return
        former = keeping.show_copies(self._desk.project, plan)
        self._desk.release(former)
        self._page.paint()
        words = counted("Keeping", "%n layer(s) now lie beside the project, in {}.", len(plan.layers)).format(plan.target.name)
        save = NoteAction(self.tr("Save Project"), lambda: self._desk.project.write())
        advice = self.tr("Save the project, and send both files together.")
        self._page.show_note(Note(f"{words} {advice}", "success", (save,), key=KEY))

    def _tell(self, words: str) -> None:
        self._page.show_note(Note(words, key=KEY))
