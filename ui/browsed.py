"""What becomes of a wish from the browser panel: jobs that put boundaries and map services on the map, or ask for more."""

from __future__ import annotations

import json
from collections.abc import Callable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

from ..core import favourites, years_told
from ..core.errors import Cancelled, KlasskartError
from ..core.units import UNITS, WHOLE_COUNTRY
from ..gis import browser_contents, layers, map_layers, messages
from ..gis.layers import boundary_title
from ..work import boundaries, divisions, map_services
from ..work.boundary_file import CREDIT, BoundaryFile, BoundaryRequest
from . import deeds
from .message_strip import MessageStrip

_FAVOURITES = "map/favourites"


class Browsed(QObject):
    """Carries out wishes. `services` are the map services that have been read, by address; `refresh(path)` has the browser
    look into a folder again."""

    def __init__(self, desk, services: dict[str, object], refresh: Callable[[str], None], parent: QObject | None = None):
        super().__init__(parent)
        self._desk, self._services, self._refresh = desk, services, refresh
        self._strip = MessageStrip(desk.iface.messageBar(), self)
        self._running: set[str] = set()  # keys of jobs: a wish each, so that several can be under way

    def act(self, text: str) -> None:
        """Do what was wished. Text that nobody here has written (it may be dragged from anywhere) is left alone."""
        try:
            what, *values = json.loads(text)
        except (ValueError, TypeError):
            return
        wishes = {
            "boundaries": (self._add_boundaries, (str, int)),
            "part": (self._add_boundaries, (str, int, str)),
            "years": (self._find_years, (str,)),
            "read": (self._read, (str,)),
            "layer": (self._add_layer, (str, str)),
            "forget": (self._forget, (str,)),
        }
        run, kinds = wishes.get(what if isinstance(what, str) else "", (None, ()))
        if run is not None and tuple(map(type, values)) == kinds:
            run(*values)

    def close(self) -> None:
        self._desk.jobs.forget(*self._running)
        self._strip.clear()

    # --- boundaries -----------------------------------------------------------------------

    def _add_boundaries(self, unit: str, year: int, area: str = WHOLE_COUNTRY) -> None:
        if unit not in UNITS or not (area.isascii() and area.isdigit()):
            return
        heard: list[KlasskartError] = []
        request = BoundaryRequest(unit, (area,), year)
        self._start(
            lambda services, feedback: boundaries.fetch(services, request, feedback=feedback.heard_by(heard)),
            lambda file: self._on_boundaries(request, file, heard),
            self.tr("Getting boundaries …"),
            unit,
            year,
            area,
        )

    def _on_boundaries(self, request: BoundaryRequest, file: BoundaryFile, heard: list[KlasskartError]) -> None:
        try:
            layer = layers.boundary_layer(file, self._desk.project)
        except KlasskartError as error:
            self._tell_error(error)
            return
        deeds.boundaries_fetched(self._desk, request, file, layer)
        words = [self.tr("{} is in the map.").format(boundary_title(file)), *(messages.sentence(one).text for one in heard)]
        self._tell_added([*words, CREDIT], [layer.id()])

    def _find_years(self, unit: str) -> None:
        if unit not in UNITS:
            return
        self._start(
            lambda services, feedback: divisions.years(services, UNITS[unit], feedback=feedback),
            lambda years: self._on_years(unit, years),
            self.tr("Asking Geonorge for its years …"),
            unit,
        )

    def _on_years(self, unit: str, years: divisions.Years) -> None:
        found = (*years.delivered, *([years.coming] if years.coming else []))
        dataset, kept = UNITS[unit].dataset.uuid, str(self._desk.settings.get("browser/years"))
        self._desk.settings.set("browser/years", years_told.with_years(kept, dataset, found))
        self._strip.clear()
        for one in UNITS.values():
            if one.dataset.uuid == dataset:
                self._refresh(f"{browser_contents.BOUNDARIES}/{one.key}")

    # --- map services -----------------------------------------------------------------------

    def _read(self, address: str) -> None:
        """Ask a map service for its layers; they stand below it then."""
        self._start(
            lambda services, feedback: map_services.read(services, address, feedback),
            lambda service: self._on_read(address, service),
            self.tr("Reading the map service …"),
            address,
        )

    def _on_read(self, address: str, service) -> None:
        self._services[address] = service
        self._strip.clear()
        for path in browser_contents.paths_of(address):
            self._refresh(path)

    def _add_layer(self, address: str, name: str) -> None:
        """Open a layer in the background, and put it into the project."""
        known, project = self._services.get(address), self._desk.project
        crs = project.crs().authid() if _is_begun(project) else ""
        authcfg, trusted = str(self._desk.settings.get("services/authcfg") or ""), self._desk.config.addresses.trusted

        def open_layer(services, feedback):
            service = known or map_services.read(services, address, feedback)
            layer = next((one for one in browser_contents.ends(service.layers) if one.name == name), None)
            if layer is None:
                return service, None
            map_services.check_layer(services, service, layer, feedback)
            login = authcfg if trusted(service.url) else ""
            return service, map_layers.open_layer(service, layer, crs=crs, format="image/png", authcfg=login)

        self._start(
            open_layer,
            lambda found: self._on_layer(address, name, *found),
            self.tr("Opening the map service …"),
            address,
            name,
        )

    def _on_layer(self, address: str, name: str, service, layer) -> None:
        self._services[address] = service
        if layer is None:
            words = self.tr("{service} has no layer {name} any more.").format(service=service.title, name=name)
            self._strip.say(words, kind="problem")
            return
        added = self._desk.project.addMapLayer(layer)
        credit = [f"© {service.credit.lstrip('© ')}"] if service.credit else []
        self._tell_added([self.tr("{} is in the map.").format(added.name()), *credit], [added.id()])

    def _forget(self, address: str) -> None:
        """Take a map service from the favourites."""
        kept = favourites.read(str(self._desk.settings.get(_FAVOURITES)))
        rest = favourites.changed(kept, address, wanted=False)
        self._desk.settings.set(_FAVOURITES, favourites.write(rest))
        self._desk.settings_changed.emit()
        self._refresh(browser_contents.FAVOURITES)

    # --- jobs and words -----------------------------------------------------------------------

    def _start(self, work: Callable, then: Callable, title: str, *about: object) -> None:
        """Run a job; the same wish again takes the place of the one before."""
        key = " ".join(("browser", title, *map(str, about)))

        def done(result, error: KlasskartError | None) -> None:
            self._running.discard(key)
            if error is None:
                then(result)
            else:
                self._tell_error(error)

        self._running.add(key)
        self._desk.start(work, done, title=title, key=key)
        self._strip.say(title, (self.tr("Cancel"), self._cancel))

    def _cancel(self) -> None:
        for key in tuple(self._running):
            self._desk.jobs.cancel(key)

    def _tell_added(self, words: list[str], ids: list[str]) -> None:
        undo = (self.tr("Remove Again"), lambda: self._remove(ids))
        self._strip.say(" ".join(words), undo, kind="success")

    def _remove(self, ids: list[str]) -> None:
        self._strip.clear()
        self._desk.project.removeMapLayers([one for one in ids if self._desk.project.mapLayer(one)])

    def _tell_error(self, error: KlasskartError) -> None:
        if isinstance(error, Cancelled):
            self._strip.clear()
        else:
            self._strip.say(messages.sentence(error).text, kind="problem")


def _is_begun(project: QgsProject) -> bool:
    """Whether the project's CRS is one that was chosen: degrees are what QGIS begins an empty project with."""
    return bool(project.mapLayers()) or not project.crs().isGeographic()
