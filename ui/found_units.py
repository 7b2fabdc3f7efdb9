"""What becomes of a unit that was found in the locator: it is shown on the map, copied, or its register is fetched."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from qgis.core import QgsMapLayerType, QgsVectorLayer, QgsVectorLayerFeatureSource, QgsWkbTypes
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QApplication

from ..core.errors import BadFile, KlasskartError
from ..core.units import UNITS
from ..gis import layers, messages, origins
from ..gis.locator import PREFIX
from ..work import boundaries, unit_search
from ..work.boundary_file import CREDIT, BoundaryFile, BoundaryRequest
from . import join_marks
from .message_strip import MessageStrip

_JOB = "locator"
_BELOW_THE_STRIP = 1.25  # of what is shown: the strip of words lies over the map
_SHORT = 5  # seconds that a passing word stands
_QUICK = ("ogr", "memory", "spatialite")  # providers whose features are on this machine
# Layers of these units have codes of larger ones too, on each feature.
_SMALLER = {"fylke": ("kommune", "bydel", "delomrade", "grunnkrets"), "kommune": ("bydel", "delomrade", "grunnkrets")}


class FoundUnits(QObject):
    """Shows one unit at a time. `open_page(name, subject)` brings a page of the dock into sight."""

    def __init__(self, desk, open_page: Callable[[str, object], object], parent: QObject | None = None):
        super().__init__(parent)
        self._desk, self._open_page = desk, open_page
        self._marks = join_marks.Marks(desk.iface.mapCanvas())
        self._outline: QgsVectorLayer | None = None
        self._strip = MessageStrip(desk.iface.messageBar(), self)
        self._strip.closed.connect(self._take_marks)  # what is shown goes with the words about it
        desk.project.cleared.connect(self._clear)

    def act(self, wish: str, values: list) -> None:
        """Do what a result of the locator wishes, with its values."""
        {"show": self.show, "copy": self._copy, "fetch": self._fetch, "life": self._show_life}[wish](*values)

    def close(self) -> None:
        self._desk.project.cleared.disconnect(self._clear)
        self._desk.jobs.forget(_JOB)
        self._clear()

    # --- on the map -------------------------------------------------------------------

    def show(self, unit: str, code: str, label: str) -> None:
        """Zoom to a unit: in a layer of the project that has it, else its boundary is fetched."""
        self._clear()
        places = [(layer, field) for layer, field in self._layers_of(unit)]
        sources = [(QgsVectorLayerFeatureSource(layer), field, self._pixel(layer)) for layer, field in places]

        def look(services, feedback):
            for number, (source, field, pixel) in enumerate(sources):
                place = join_marks.find(source, field, [code], pixel, feedback)
                if place.ids:
                    return places[number][0].id(), place
            return None

        self._start(look, lambda found: self._on_looked(found, unit, code, label))

    def _on_looked(self, found, unit: str, code: str, label: str) -> None:
        layer = self._desk.project.mapLayer(found[0]) if found else None
        if layer is None:
            self._fetch_outline(unit, code, label)
            return
        self._marks.zoom_to(found[1], layer, self._desk.project)
        self._desk.iface.mapCanvas().flashFeatureIds(layer, list(found[1].ids))

    def _layers_of(self, unit: str) -> list[tuple[QgsVectorLayer, str]]:
        """Give the layers whose features are such units, with their field of codes; those from Geonorge first."""
        wanted, found = UNITS[unit].code_field, []
        smaller = {UNITS[one].code_field for one in _SMALLER.get(unit, ())}
        for layer in self._desk.project.mapLayers().values():
            if layer.type() != QgsMapLayerType.VectorLayer or layer.providerType() not in _QUICK or not layer.isValid():
                continue
            fields = {name.lower(): name for name in layer.fields().names()}
            polygons = layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
            if polygons and wanted in fields and not smaller & fields.keys():
                origin = origins.of(layer)
                found.append((origin is None or origin.unit != unit, layer, fields[wanted]))
        return [(layer, field) for _, layer, field in sorted(found, key=lambda one: one[0])]

    def _fetch_outline(self, unit: str, code: str, label: str) -> None:
        area = code if len(code) <= 4 else code[:4]
        request = BoundaryRequest(unit, (area,))
        job = self._start(
            lambda services, feedback: boundaries.fetch(services, request, feedback=feedback),
            lambda file: self._on_fetched(file, unit, code, label),
            self.tr("Getting the boundary of {} …").format(label),
        )
        cancel = (self.tr("Cancel"), job.cancel)
        self._strip.say(self.tr("Getting the boundary of {} …").format(label), cancel)

    def _on_fetched(self, file: BoundaryFile, unit: str, code: str, label: str) -> None:
        try:
            self._outline = layer = layers.open_boundaries(file)
        except BadFile as error:
            self._tell_error(error)
            return
        source, field, pixel = QgsVectorLayerFeatureSource(layer), UNITS[unit].code_field, self._pixel(layer)
        self._start(
            lambda services, feedback: join_marks.find(source, field, [code], pixel, feedback),
            lambda place: self._show_outline(place, file, label),
        )

    def _show_outline(self, place: join_marks.Place, file: BoundaryFile, label: str) -> None:
        if not place.ids:
            self._strip.say(
                self.tr("{label} has no boundary in Geonorge's data of {year}.").format(label=label, year=file.vintage)
            )
            return
        self._marks.show(place, self._outline)
        self._marks.zoom_to(place, self._outline, self._desk.project, _BELOW_THE_STRIP)
        words = self.tr("{label}: boundary of {year}, {credit}.")
        words = words.format(label=label, year=file.vintage, credit=CREDIT)
        self._strip.say(words, (self.tr("Add as a Layer"), lambda: self._add(file)))

    def _add(self, file: BoundaryFile) -> None:
        """Put the boundaries that hold the unit into the project."""
        self._clear()
        try:
            layers.boundary_layer(file, self._desk.project)
        except BadFile as error:
            self._tell_error(error)

    def _pixel(self, layer: QgsVectorLayer) -> float:
        return self._marks.pixel(layer, self._desk.project)

    # --- codes ------------------------------------------------------------------------

    def _copy(self, *values: str) -> None:
        code = values[1]
        QApplication.clipboard().setText(code)
        self._clear()
        self._strip.say(self.tr("{} is copied.").format(code), seconds=_SHORT)

    def _fetch(self, typed: str, *missing: str) -> None:
        """Get registers that are not kept, and search for the text again."""
        self._clear()
        numbers = tuple(map(int, missing))
        job = self._start(
            lambda services, feedback: unit_search.fetch(services, numbers, feedback),
            lambda nothing: self._search_again(typed),
            self.tr("Getting codes …"),
        )
        self._strip.say(self.tr("Getting codes …"), (self.tr("Cancel"), job.cancel))

    def _search_again(self, typed: str) -> None:
        self._clear()
        self._desk.iface.locatorSearch(f"{PREFIX} {typed}")

    def _show_life(self, unit: str, code: str, day: str) -> None:
        """Show in the dock what became of a unit that is no more."""
        subject = (UNITS[unit].classification, code, datetime.date.fromisoformat(day))
        self._open_page("KlasskartCodesPage", subject)

    # --- jobs and words ---------------------------------------------------------------

    def _start(self, work: Callable, then: Callable, title: str = "Klasskart"):
        def done(result, error: KlasskartError | None) -> None:
            if error is None:
                then(result)
            else:
                self._take_marks()
                self._tell_error(error)

        return self._desk.start(work, done, title=title, key=_JOB, quiet=title == "Klasskart")

    def _tell_error(self, error: KlasskartError) -> None:
        self._strip.say(messages.sentence(error).text, kind="problem")

    def _clear(self) -> None:
        self._strip.clear()
        self._take_marks()

    def _take_marks(self) -> None:
        self._marks.clear()
        self._outline = None
