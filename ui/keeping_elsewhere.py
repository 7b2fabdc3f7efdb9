"""Boundaries that are kept in a file or database of the user's: getting them there, and asking before anything is replaced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ..core.errors import DatabaseRefused, KlasskartError, TableTaken
from ..work import boundaries
from ..work.boundary_file import BoundaryFile, BoundaryRequest
from .map_area import fill_map
from .notes import Note, NoteAction

if TYPE_CHECKING:
    from ..gis.kept_elsewhere import Place

KEY = "keep"  # of jobs and notes


@dataclass(frozen=True)
class Got:
    """Boundaries, and the layer that shows them where they are kept; None where that is the cache."""

    file: BoundaryFile
    layer: QgsVectorLayer | None = None
    place: str = ""


def get(
    services, request: BoundaryRequest, place: Place | None, feedback, *, fresh: bool = False, replace: bool = False
) -> Got:
    """Fetch boundaries and keep them at a place (None: the cache); what is in the way there is told before the fetch."""
    if place is None:
        return Got(boundaries.fetch(services, request, fresh=fresh, feedback=feedback))
    from ..gis import kept_elsewhere

    kept_elsewhere.require_free(place, replace=replace, feedback=feedback)
    file = boundaries.fetch(services, request, fresh=fresh, feedback=feedback)
    return Got(file, kept_elsewhere.keep(file, place, replace=replace, feedback=feedback), place.title)


class KeepingElsewhere(QObject):
    """The Map page's part that knows where boundaries go."""

    def __init__(self, page):
        super().__init__(page)
        self._page, self._desk, self._choice = page, page.desk, page.boundaries.keep
        self._choice.schemas_wanted.connect(self.find_schemas)
        self._choice.opened.connect(self.offer)

    def offer(self) -> None:
        """Offer the connections that QGIS has now."""
        from ..gis import databases

        self._choice.show_connections(databases.names())

    def place(self) -> Place | None:
        """Give the place that is chosen, None for the cache. Raises DatabaseRefused."""
        from ..gis import kept_elsewhere

        return kept_elsewhere.place_for(self._choice.target())

    def show(self, got: Got) -> QgsVectorLayer:
        """Put boundaries into the project, from where they are kept. Raises BadFile."""
        from ..gis import kept_elsewhere, layers

        if not any(layer.isSpatial() for layer in self._desk.project.mapLayers().values()):
            fill_map(self._desk)
        if got.layer is None:
            return layers.boundary_layer(got.file, self._desk.project)
        self._choice.set_table("")  # what is got next is something else
        return kept_elsewhere.show(got.layer, got.file, self._desk.project)

    def words(self, got: Got) -> str:
        """Say where boundaries are kept; "" for the cache."""
        from ..gis import kept_elsewhere

        if got.layer is None:
            return ""
        return self.tr("Kept in {place}, table {table}.").format(place=got.place, table=kept_elsewhere.table_of(got.layer))

    def answers(self, error: KlasskartError, request: BoundaryRequest, key: str) -> bool:
        """Ask the user about an error that an answer mends; False for any other."""
        if isinstance(error, TableTaken):
            self._ask_table(error, request, key)
            return True
        return self._ask_login(error, lambda: self._page.get(request))

    def find_schemas(self, connection: str) -> None:
        """Ask a database for its schemas in the background."""
        from ..gis import databases, kept_elsewhere

        self._page.notes.clear(KEY)
        try:
            access = databases.access(connection)
        except KlasskartError as error:
            self._page.show_problem(error, key=KEY)
            return
        self._desk.start(
            lambda services, feedback: kept_elsewhere.schemas(access, feedback),
            lambda found, error: self._on_schemas(connection, found, error),
            title=self.tr("Asking the database …"),
            key=KEY,
        )

    def cancel(self) -> None:
        self._desk.jobs.cancel(KEY)

    def _on_schemas(self, connection: str, found: list[str] | None, error: KlasskartError | None) -> None:
        if error is None and not found:
            error = DatabaseRefused(connection, "rights", self.tr("any schema"))
        if error is None:
            self._choice.show_schemas(connection, found)
        elif not self._ask_login(error, lambda: self.find_schemas(connection)):
            self._page.show_problem(error, lambda: self.find_schemas(connection), key=KEY)

    def _ask_table(self, error: TableTaken, request: BoundaryRequest, key: str) -> None:
        from ..gis import messages

        other = NoteAction(self.tr("New Table {}").format(error.free), lambda: self._get_as(error.free, request))
        replace = NoteAction(self.tr("Replace {}").format(error.table), lambda: self._page.get(request, replace=True))
        self._page.show_note(Note(messages.sentence(error).text, "problem", (other, replace), key=key))

    def _get_as(self, table: str, request: BoundaryRequest) -> None:
        self._choice.set_table(table)
        self._page.get(request)

    def _ask_login(self, error: KlasskartError, again) -> bool:
        """Have QGIS ask for user and password where a chosen database wants others; False where that is not it."""
        from ..gis import databases

        if not _wants_login(error):
            return False
        try:
            given = databases.ask_login(databases.access(error.database), error.words)
        except KlasskartError:
            return False
        if given:
            again()
        return given

    def logged_in(self, problems: Sequence[tuple[Place | None, KlasskartError]]) -> bool:
        """Have QGIS ask for the logins that layers' databases want; whether one was given."""
        from ..gis import databases

        wanted = {place.access: error for place, error in problems if place is not None and _wants_login(error)}
        given = {access: databases.ask_login(access, error.words) for access, error in wanted.items()}
        return any(given.values())


def _wants_login(error: KlasskartError) -> bool:
    return isinstance(error, DatabaseRefused) and error.reason == "login"
