"""The Map page: boundaries of the year, and map services."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QLabel, QWidget

from ..core import favourites
from ..core.crs import suited_crs
from ..core.errors import AllSea, KlasskartError, NoSea, NoUnits, OtherRoute, PartsLeftOut
from ..core.units import UNITS
from ..gis.map_extent import bring_into_sight
from ..work import divisions, map_services
from ..work.boundary_file import CREDIT, BoundaryFile, BoundaryRequest
from ..work.divisions import Years
from . import deeds
from .boundary_form import BoundaryForm
from .boundary_renewal import BoundaryRenewal
from .buttons import icon_button
from .dead_addresses import DeadAddresses
from .delivered_drill import DeliveredDrill
from .icons import theme_icon
from .keeping import Keeping
from .keeping_elsewhere import Got, KeepingElsewhere
from .keeping_elsewhere import get as get_boundaries
from .live_boundaries import LiveBoundaries
from .map_area import no_map_words
from .map_services import MapServices
from .measures import spacing
from .notes import Note, NoteAction, muted, wrapped_label
from .page import Page
from .printing import Printing
from .wording import counted, day_text

BOUNDARIES, SERVICES = "boundaries", "wms"  # keys of jobs and notes


class LayersPage(Page):
    """Gets boundaries as a layer and adds layers of map services."""

    def __init__(self, desk, parent: QWidget | None = None):
        super().__init__(desk, parent)
        self.setObjectName("KlasskartLayersPage")
        self._getting: BoundaryRequest | None = None
        self._warnings: list[KlasskartError] = []
        self._read_address = ""  # of the map service whose layers are listed
        self.boundaries = BoundaryForm(desk)
        self.services = MapServices(desk.project)
        self.services.show_favourites(favourites.read(str(desk.settings.get("map/favourites"))))
        self.services.offer_address(str(desk.settings.get("map/wms")))
        self.renew_button = self.add_row_action(
            icon_button(theme_icon("mActionRefresh"), self.tr("Look for Newer Boundaries in the Project"))
        )
        self.keep_button = self.add_row_action(
            icon_button(theme_icon("mActionFileSaveAs"), self.tr("Keep Layers with the Project"))
        )
        self.renewal = BoundaryRenewal(self)
        self.live = LiveBoundaries(self)
        self.repair_button = self.add_row_action(
            icon_button(theme_icon("mActionLink"), self.tr("Repair Dead Addresses of Map Services"))
        )
        self.keeping = Keeping(self)
        self.elsewhere = KeepingElsewhere(self)
        self.dead = DeadAddresses(self)
        self.printing = Printing(self)
        self.files = DeliveredDrill(self, self.boundaries)
        self._build()
        self._connect()
        self.paint()

    def tab_order(self) -> list[QWidget]:
        return [*self.boundaries.tab_order(), *self.services.tab_order(), *self.files.tab_order()]

    def paint(self) -> None:
        if self.files.is_open:
            self.files.paint_primary(self.primary)
        else:
            self.primary.setText(self.tr("Get Boundaries"))
            self.primary.setEnabled(self._getting is None)
        self.renew_button.setEnabled(self.renewal.is_possible)
        self.keep_button.setEnabled(self.keeping.is_possible)
        self.repair_button.setVisible(self.dead.is_possible)
        self.printing.button.setEnabled(self.printing.is_possible)
        self.boundaries.paint()
        self.services.paint()

    def on_shown(self) -> None:
        self.elsewhere.offer()

    def open_with(self, subject: str | tuple[str, tuple[str, ...]]) -> None:
        """Begin with a kind of boundaries, a key of `units.UNITS`; or do to layers, given by their ids, what is wished: renew,
        keep, repair or print."""
        if isinstance(subject, str):
            self.boundaries.choose_unit(subject)
            self.boundaries.year.follow_date()  # whoever sends people here has set the date
        else:
            wish, layer_ids = subject
            ways = {
                "renew": self.renewal.look,
                "keep": self.keeping.keep,
                "repair": self.dead.repair,
                "print": self.printing.make,
            }
            ways[wish](layer_ids)

    # --- boundaries -------------------------------------------------------------------

    def on_primary(self) -> None:
        if self.files.is_open:
            self.files.run_primary()
        elif self.boundaries.lacks_map:
            self.show_note(Note(no_map_words(), key=BOUNDARIES))
        else:
            self.get(self.boundaries.request())

    def get(self, request: BoundaryRequest, *, fresh: bool = False, replace: bool = False) -> None:
        """Get boundaries in the background, to where they are to be kept; then they are a layer of the project."""
        self._warnings = []
        self.notes.clear(BOUNDARIES)
        try:
            place = self.elsewhere.place()
        except KlasskartError as error:
            self.show_problem(error, lambda: self.get(request), key=BOUNDARIES)
            return
        self._getting = request
        self.paint()
        heard = self._warnings
        self.desk.start(
            lambda services, feedback: get_boundaries(
                services, request, place, feedback.heard_by(heard), fresh=fresh, replace=replace
            ),
            lambda got, error: self._on_got(request, got, error),
            title=self.tr("Getting boundaries …"),
            key=BOUNDARIES,
        )

    def _on_got(self, request: BoundaryRequest, got: Got | None, error: KlasskartError | None) -> None:
        self._getting = None
        self.paint()
        if error is None:
            error = self._add_layer(request, got)
        if error is not None and not self.elsewhere.answers(error, request, BOUNDARIES):
            self.show_problem(error, lambda: self.get(request), key=BOUNDARIES, more=self.live.offer(request, error))

    def _add_layer(self, request: BoundaryRequest, got: Got) -> KlasskartError | None:
        try:
            layer = self.elsewhere.show(got)
        except KlasskartError as error:
            return error
        bring_into_sight(self.desk.iface.mapCanvas() if self.desk.iface else None, layer)
        deeds.boundaries_fetched(self.desk, request, got.file, layer)
        join = NoteAction(self.tr("Join…"), lambda: self.desk.open_page("KlasskartJoinPage", layer.id()), stays=True)
        remove = NoteAction(self.tr("Remove Again"), lambda: self._remove(layer.id()))
        actions = (remove,) if UNITS[got.file.unit].is_border else (join, remove)
        words = self._done_words(got.file, self.elsewhere.words(got))
        self.show_note(Note(words, "success", actions, key=BOUNDARIES))
        self._tell_missing(request, got.file)
        self._tell_left_out(got.file)
        return None

    def _done_words(self, file: BoundaryFile, kept: str) -> str:
        """How many, of which day, with what coast, whether it was there before, where it is kept, and whose."""
        words = [self._counted(file), self._applies(file)]
        if file.coast:
            from ..gis import layers

            words.append(layers.coast_text(file))
        if file.kept:
            words.append(self.tr("Geonorge did not answer: this is what was fetched on {}.").format(day_text(file.fetched)))
        elif file.reused:
            words.append(self.tr("You already had this, from {}.").format(day_text(file.fetched)))
        elif any(isinstance(warning, OtherRoute) for warning in self._warnings):
            words.append(self.tr("Geonorge's usual way was down: it came another way."))
        return " ".join([*words, *filter(None, [kept]), CREDIT])  # the last, as it has no full stop

    def _applies(self, file: BoundaryFile) -> str:
        day = day_text(f"{file.vintage}-01-01")
        return (self.tr("Not valid before {}.") if file.is_to_come else self.tr("As of {}.")).format(day)

    def _counted(self, file: BoundaryFile) -> str:
        n = file.features
        return {
            "kommune": lambda: counted("LayersPage", "%n kommune(r) are in the map.", n),
            "fylke": lambda: counted("LayersPage", "%n fylke(r) are in the map.", n),
            "delomrade": lambda: counted("LayersPage", "%n delområde(r) are in the map.", n),
            "grunnkrets": lambda: counted("LayersPage", "%n grunnkrets(er) are in the map.", n),
            "bydel": lambda: counted("LayersPage", "%n bydel(er) are in the map.", n),
        }.get(file.unit, lambda: counted("LayersPage", "%n border(s) are in the map.", n))()

    def _tell_missing(self, request: BoundaryRequest, file: BoundaryFile) -> None:
        """Name what could not be had; the rest is there."""
        if not file.missing:
            return
        from ..gis import messages

        names = ", ".join(map(self.desk.context.label_of, file.missing))
        reasons = "\n".join(messages.sentence(warning).full for warning in self._warnings)
        words = self.tr("{} is missing. The rest is in the map.").format(names)
        again = NoteAction(self.tr("Try Again"), lambda: self.get(request, fresh=True))
        self.show_note(Note(words, "problem", (again,), reasons, key="missing"))

    def _tell_left_out(self, file: BoundaryFile) -> None:
        """Say what is not in the layer although nothing failed."""
        from ..gis import messages

        holes = [warning for warning in self._warnings if isinstance(warning, (AllSea, NoSea, NoUnits, PartsLeftOut))]
        if holes and not file.missing:
            self.show_note(Note(" ".join(messages.sentence(hole).text for hole in holes), key="missing"))

    def _remove(self, layer_id: str) -> None:
        self.desk.project.removeMapLayer(layer_id)

    # --- what the form asks --------------------------------------------------------------

    def _find_suited(self, area: tuple[str, ...]) -> None:
        """Find the CRS in the background."""
        self.desk.start(
            lambda services, feedback: suited_crs(area),
            lambda suited, error: self.boundaries.show_suited(area, suited) if suited else None,
            title=self.tr("Finding the coordinate system …"),
            key="crs",
            quiet=True,
        )

    def _find_years(self, unit: str) -> None:
        """Ask Geonorge once for the years it has; a typed year needs no answer."""
        dataset = UNITS[unit].dataset
        if dataset.uuid in self._years:
            self._on_years(dataset.uuid, self._years[dataset.uuid])
            return
        self.desk.start(
            lambda services, feedback: divisions.years(services, UNITS[unit], feedback=feedback),
            lambda years, error: self._on_years(dataset.uuid, years),
            title=self.tr("Asking Geonorge for its years …"),
            key="years",
            quiet=True,
        )

    def _on_years(self, uuid: str, years: Years | None) -> None:
        if years is not None:
            self._years[uuid] = years
            self.boundaries.year.offer(years.delivered, years.coming)

    # --- map services ------------------------------------------------------------------------

    def read_service(self, address: str) -> None:
        """Ask a map service for its layers: one of `map_services.KNOWN`, or an address."""
        self.notes.clear(SERVICES)
        if address != self._read_address:
            self.services.show_service(None)  # the layers of one service below the address of another would mislead
        self._read_address = address
        self.services.set_busy(True)
        self.desk.start(
            lambda services, feedback: map_services.read(services, address, feedback),
            lambda service, error: self._on_service(address, service, error),
            title=self.tr("Reading the map service …"),
            key=SERVICES,
        )

    def _on_service(self, address: str, service, error: KlasskartError | None) -> None:
        self.services.set_busy(False)
        if error is not None:
            self.show_problem(error, lambda: self.read_service(address), key=SERVICES)
            return
        self.desk.settings.set("map/wms", address)
        self.services.offer_address(address)
        self.services.show_service(service, address)

    def keep_favourite(self, address: str, title: str, wanted: bool) -> None:
        """Put a map service among the user's own, or take it away."""
        kept = favourites.read(str(self.desk.settings.get("map/favourites")))
        kept = favourites.changed(kept, address, title, wanted=wanted)
        self.desk.settings.set("map/favourites", favourites.write(kept))
        self.desk.settings_changed.emit()  # heard here too, and in the browser panel

    def add_service_layers(self, chosen: list) -> None:
        """Open the chosen layers in the background (QGIS asks the service once more) and put them into the project."""
        from ..gis import map_layers

        service = self.services.service
        style, crs, image_format = self.services.chosen()
        crs = crs or self.desk.project.crs().authid()
        authcfg = str(self.desk.settings.get("services/authcfg") or "") if self._is_ours(service.url) else ""

        def open_all(services, feedback) -> list:
            opened = []
            for layer in chosen:
                feedback.check()
                map_services.check_layer(services, service, layer, feedback)
                opened.append(map_layers.open_layer(service, layer, style=style, crs=crs, format=image_format, authcfg=authcfg))
            return opened

        self.notes.clear(SERVICES)
        self.services.set_busy(True)
        self.desk.start(
            open_all,
            lambda opened, error: self._on_opened(chosen, opened, error),
            title=self.tr("Opening the map service …"),
            key=SERVICES,
        )

    def _is_ours(self, url: str) -> bool:
        """Whether stored credentials may go to this address."""
        return self.desk.config.addresses.trusted(url)

    def _on_opened(self, chosen: list, opened: list | None, error: KlasskartError | None) -> None:
        self.services.set_busy(False)
        if error is not None:
            self.show_problem(error, lambda: self.add_service_layers(chosen), key=SERVICES)
            return
        ids = [self.desk.project.addMapLayer(layer).id() for layer in opened]
        words = counted("LayersPage", "%n layer(s) are in the map.", len(ids))
        credit = self.services.service.credit
        undo = NoteAction(self.tr("Remove Again"), lambda: self.desk.project.removeMapLayers(ids))
        self.show_note(Note(f"{words} © {credit.lstrip('© ')}" if credit else words, "success", (undo,), key=SERVICES))

    # --- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self._years: dict[str, Years] = {}
        heading = QLabel(self.tr("Boundaries"))
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self.form.setSpacing(2 * spacing(self))
        self.form.addWidget(heading)
        self.form.addWidget(self.boundaries)
        self.form.addWidget(muted(wrapped_label(self.tr("Fetched once, used again while nothing newer exists"))))
        self.form.addWidget(self.services)
        self.form.addStretch(1)

    def _connect(self) -> None:
        self.boundaries.crs_wanted.connect(self._find_suited)
        self.boundaries.years_wanted.connect(self._find_years)
        self.boundaries.files_wanted.connect(self.files.open)
        self.services.read_wanted.connect(self.read_service)
        self.services.add_wanted.connect(self.add_service_layers)
        self.services.favourite_wanted.connect(self.keep_favourite)
        self.renew_button.clicked.connect(lambda: self.renewal.look())
        self.keep_button.clicked.connect(lambda: self.keeping.keep())
        self.repair_button.clicked.connect(lambda: self.dead.repair())
        self.desk.settings_changed.connect(self._on_settings)
        self.desk.project_cleared.connect(self._on_project_cleared)
        self.desk.layers_changed.connect(self.paint)

    def _on_settings(self) -> None:
        self.services.show_favourites(favourites.read(str(self.desk.settings.get("map/favourites"))))
        self.boundaries.names.show_stored()

    def _on_project_cleared(self) -> None:
        """What is still on its way belongs to a project that is closed."""
        if self._getting is not None:
            self.desk.jobs.cancel(BOUNDARIES)
        self.desk.jobs.cancel(SERVICES)
        self.renewal.cancel()
        self.live.cancel()
        self.keeping.cancel()
        self.elsewhere.cancel()
        self.dead.cancel()
        self.notes.clear()
