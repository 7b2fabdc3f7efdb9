"""Tables that a page puts into the project: written in the background, then added, told of, and removed again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ..core.errors import KlasskartError
from .notes import Note, NoteAction

_KEY = "table"  # of the job and of its note


@dataclass(frozen=True)
class TableToAdd:
    """How a table is written (in any thread), put into the project, told of, and tried again."""

    write: Callable[[Path], Path]  # takes the cache folder
    put: Callable[[Path], QgsVectorLayer]
    told: Callable[[QgsVectorLayer], str]
    again: Callable[[], None]


class ProjectTables(QObject):
    """Adds tables for one page, one at a time, and tells of them in its notes."""

    def __init__(self, page):
        super().__init__(page)
        self._page = page
        page.desk.project_cleared.connect(self._on_project_cleared)

    def add(self, table: TableToAdd) -> None:
        folder = self._page.desk.config.cache_folder
        self._page.desk.start(
            lambda services, feedback: table.write(folder),
            lambda path, error: self._on_written(table, path, error),
            title=self.tr("Writing the table …"),
            key=_KEY,
        )

    def _on_written(self, table: TableToAdd, path: Path | None, error: KlasskartError | None) -> None:
        try:
            if error is not None:
                raise error
            layer = table.put(path)
        except KlasskartError as problem:
            self._page.show_problem(problem, table.again)
            return
        project, number = self._page.desk.project, layer.id()
        undo = NoteAction(self.tr("Remove Again"), lambda: project.removeMapLayer(number))
        self._page.show_note(Note(table.told(layer), "success", (undo,), key=_KEY))

    def _on_project_cleared(self) -> None:
        """A table that is still on its way belongs to a project that is closed."""
        self._page.desk.jobs.cancel(_KEY)
        self._page.notes.clear(_KEY)
