"""Adding boundaries as a live layer, where Geonorge's files can't be had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject

from ..core.errors import KlasskartError
from ..work import live_layers
from .notes import Note, NoteAction

if TYPE_CHECKING:
    from ..work.boundary_file import BoundaryRequest

KEY = "live"  # of jobs and notes
_USUAL_CRS = "EPSG:25833"


class LiveBoundaries(QObject):
    """The Map page's way out when every way to a file is down."""

    def __init__(self, page):
        super().__init__(page)
        self._page, self._desk = page, page.desk

    def offer(self, request: BoundaryRequest, error: KlasskartError) -> tuple[NoteAction, ...]:
        """Give the next step for boundaries that could not be fetched; none where the live service has something else."""
        if not live_layers.serves(request, error, self._desk.config.today):
            return ()
        return (NoteAction(self.tr("Add Live Layer"), lambda: self.add(request)),)

    def add(self, request: BoundaryRequest) -> None:
        """Open the live layer in the background, as that asks the service, and put it into the project."""
        from ..gis import feature_services

        settings = self._desk.settings
        crs = request.crs or _USUAL_CRS

        def open_layer(services, feedback):
            service, found = live_layers.find(services, request.unit, feedback)
            ours = services.config.addresses.trusted(service.url)
            authcfg = str(settings.get("services/authcfg") or "") if ours else ""
            return feature_services.open_features(service, found, crs=crs, authcfg=authcfg)

        self._page.notes.clear(KEY)
        self._desk.start(
            open_layer,
            lambda layer, error: self._on_opened(request, layer, error),
            title=self.tr("Opening the live layer …"),
            key=KEY,
        )

    def cancel(self) -> None:
        self._desk.jobs.cancel(KEY)

    def _on_opened(self, request: BoundaryRequest, layer, error: KlasskartError | None) -> None:
        if error is not None:
            self._page.show_problem(error, lambda: self.add(request), key=KEY)
            return
        project, credit = self._desk.project, layer.attribution()
        layer_id = project.addMapLayer(layer).id()
        words = self.tr("{} is in the map as a live layer: what is shown comes from Geonorge while you look at the map.")
        words = words.format(layer.name())
        words = f"{words} © {credit.lstrip('© ')}" if credit else words
        undo = NoteAction(self.tr("Remove Again"), lambda: project.removeMapLayer(layer_id))
        self._page.show_note(Note(words, "success", (undo,), key=KEY))
