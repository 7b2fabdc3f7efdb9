"""What every page is about: a day, an area and the language of names."""

from __future__ import annotations

import datetime

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core import dates
from ..core.choices import LANGUAGES
from ..core.codes import Code, CodeList, is_filler
from ..core.errors import BadDates, UnknownArea
from ..core.places import Place, Places, shipped
from ..core.units import WHOLE_COUNTRY, parse_areas

COUNTRY = (WHOLE_COUNTRY,)


class Context(QObject):
    """The date, area and language that the pages share; remembered between sessions.

    `settings` has get(key) and set(key, value). A day equal to today is not stored, so that tomorrow it is tomorrow.
    """

    changed = pyqtSignal()
    places_changed = pyqtSignal()

    def __init__(self, settings, today: datetime.date, parent: QObject | None = None):
        super().__init__(parent)
        self._settings = settings
        self.today = today
        self._places: Places | None = None
        self._day = _stored_day(settings) or today
        self._area = _stored_area(settings)
        self._language = _stored_language(settings)

    @property
    def day(self) -> datetime.date:
        return self._day

    @property
    def area(self) -> tuple[str, ...]:
        """Fylke and kommune numbers, or ("0000",) for the whole country."""
        return self._area

    @property
    def language(self) -> str:
        return self._language

    @property
    def places(self) -> Places:
        """The fylker and kommuner of the day as far as known, else those that come with the plugin."""
        return self._places or shipped()

    @property
    def is_country(self) -> bool:
        return self._area == COUNTRY

    def set_day(self, day: datetime.date) -> None:
        if day != self._day:
            self._day = day
            self._settings.set("context/date", "" if day == self.today else day.isoformat())
            self.changed.emit()

    def set_area(self, area: tuple[str, ...]) -> None:
        if area != self._area:
            self._area = area
            self._settings.set("context/area", ",".join(area))
            self.changed.emit()

    def set_language(self, language: str) -> None:
        if language != self._language:
            self._language = language
            self._settings.set("context/language", language)
            self.changed.emit()

    def take_settings(self) -> None:
        """Go on with the language of names that was chosen in QGIS's options."""
        self.set_language(_stored_language(self._settings))

    def set_places(self, places: Places | None) -> None:
        """Take the fylker and kommuner that apply on the day (from a register); None: those that come with the plugin."""
        if places != self._places:
            self._places = places
            self.places_changed.emit()

    def label_of(self, number: str) -> str:
        """Number, name and fylke; only the number where the division of the day does not have it."""
        place = self.places.by_number.get(number) or shipped().by_number.get(number)
        return label_of(self.places, place) if place else number

    def area_label(self) -> str:
        """The area in words, `` for the whole country."""
        return "" if self.is_country else ", ".join(map(self.label_of, self._area))


def label_of(places: Places, place: Place) -> str:
    """Number and name; the fylke behind, unless it is called the same (0301 Oslo)."""
    fylke = places.by_number.get(place.fylke)
    if not fylke or fylke.name == place.name:
        return f"{place.number} {place.name}"
    return places.label(place)


def places_of(fylker: CodeList, kommuner: CodeList) -> Places:
    """Make the choice of areas from the codes of a day; "not a place" codes are left out."""

    def place(code: Code) -> Place:
        return Place(code.code, code.name, code.code[:2])

    def of(codes: CodeList) -> tuple[Place, ...]:
        return tuple(place(code) for code in codes.codes if not is_filler(code.code, codes.classification))

    return Places(of(fylker), of(kommuner))


def _stored_language(settings) -> str:
    stored = str(settings.get("context/language"))
    return stored if stored in LANGUAGES else LANGUAGES[0]


def _stored_day(settings) -> datetime.date | None:
    try:
        return dates.parse(str(settings.get("context/date") or ""))
    except BadDates:
        return None


def _stored_area(settings) -> tuple[str, ...]:
    try:
        return parse_areas(str(settings.get("context/area") or WHOLE_COUNTRY))
    except UnknownArea:
        return COUNTRY
