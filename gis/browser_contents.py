"""What stands in the folders of the browser panel: by the path of each, out of what is known without asking."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ..clients.wfs import FeatureType
from ..core import favourites, places
from ..core.codes import FYLKE, is_filler
from ..core.units import UNITS
from ..core.years_told import years_of
from ..work.kept_codes import KeptCodes
from .browser import ROOT
from .browser_items import Entry
from .expression_values import place
from .settings import Settings
from .wording import unit_text

translate = QCoreApplication.translate

MAPS, BOUNDARIES, FAVOURITES = f"{ROOT}/maps", f"{ROOT}/boundaries", f"{ROOT}/favourites"
_PARTS = ("kommune", "grunnkrets", "delomrade")  # units of which the whole country is much: a fylke can be had, too
_SHIPPED_FROM = 2024  # the division of the fylker that come with the plugin
_UNITS = ("kommune", "fylke", "grunnkrets", "delomrade", "bydel", "kommunegrense", "fylkesgrense")


def wish(what: str, *values: object) -> str:
    """Write a wish as text: it travels as what is dragged."""
    return json.dumps([what, *values], ensure_ascii=False)


def entries(path: str, services: Mapping[str, object]) -> Sequence[Entry]:
    """Give what stands in a folder. `services` by address are those whose layers have been read."""
    if path == ROOT:
        return _top()
    if path == BOUNDARIES:
        return [_unit(key) for key in _UNITS]
    if path.startswith(BOUNDARIES):
        unit, _, year = path[len(BOUNDARIES) + 1 :].partition("/")
        return _parts(unit, int(year)) if year else _years(unit)
    if path == MAPS:
        return [_service(address, words, services) for address, words in _known_words().items()]
    if path == FAVOURITES:
        return [_favourite(one, services) for one in _kept()]
    return _layers(path, services)


def paths_of(address: str) -> list[str]:
    """Give the paths of the folders of a map service: among ours, and among the favourites."""
    own = [f"{MAPS}/{_key(address)}"] if address in _known_words() else []
    return [*own, *(f"{FAVOURITES}/{_favourite_key(one)}" for one in _kept() if one.address == address)]


def ends(layers: Iterable) -> list:
    """Give the layers that can be asked for: those at the ends of the tree."""
    found: list = []
    for layer in layers:
        found += ends(layer.children) if layer.children else [layer] if layer.name else []
    return found


# --- the first floor ------------------------------------------------------------------------


def _top() -> list[Entry]:
    return [
        Entry("maps", translate("Browser", "Map Services"), _theme("mIconWms"), is_folder=True),
        Entry("boundaries", translate("Browser", "Boundaries"), _theme("mIconPolygonLayer"), is_folder=True),
        Entry("favourites", translate("Browser", "Favourites"), _theme("mIconFavorites"), is_folder=True),
    ]


# --- boundaries -----------------------------------------------------------------------------


def _unit(key: str) -> Entry:
    find = wish("years", key)
    icon = _theme("mIconLineLayer" if UNITS[key].is_border else "mIconPolygonLayer")
    return Entry(key, unit_text(key), icon, is_folder=True, menu=((_years_words(), find),))


def _years(unit: str) -> list[Entry]:
    """The years that Geonorge has told of, the newest first, and this one; then the way to ask it."""
    settings = Settings()
    today = settings.config().today
    told = years_of(str(settings.get("browser/years")), UNITS[unit].dataset.uuid)
    found = [_year(unit, year, today) for year in sorted({*told, today.year}, reverse=True)]
    ask = Entry("ask", _years_words(), _theme("mActionRefresh"), wish("years", unit), order=0)
    return [*found, ask]


def _year(unit: str, year: int, today: datetime.date) -> Entry:
    words = translate("Browser", "{} (not yet valid)").format(year) if year > today.year else str(year)
    wanted = wish("boundaries", unit, year)
    tip = translate("Browser", "{units} as they were on 1.1.{year}, the whole country")
    return Entry(
        str(year),
        words,
        _theme("mIconLineLayer" if UNITS[unit].is_border else "mIconPolygonLayer"),
        wanted,
        is_folder=unit in _PARTS and bool(_fylker(year)),
        can_be_added=True,
        menu=((_add_words(), wanted),),
        tip=tip.format(units=unit_text(unit), year=year),
        order=-year,
    )


def _parts(unit: str, year: int) -> list[Entry]:
    """The fylker of a year, each with its units."""
    tip = translate("Browser", "{units} of {fylke} as they were on 1.1.{year}")
    found = []
    for number, name in _fylker(year):
        wanted = wish("part", unit, year, number)
        words = tip.format(units=unit_text(unit), fylke=name, year=year)
        menu, icon = ((_add_words(), wanted),), _theme("mIconPolygonLayer")
        found.append(Entry(number, f"{number} {name}", icon, wanted, can_be_added=True, menu=menu, tip=words))
    return found


def _fylker(year: int) -> list[tuple[str, str]]:
    """Number and name of each fylke on 1 January of a year, as far as that is known without asking."""
    kept = KeptCodes(place).on("fylke", f"{year}-01-01")
    if kept is not None:
        return [(one.code, one.name) for one in kept.entries() if not is_filler(one.code, FYLKE)]
    return [(one.number, one.name) for one in places.shipped().fylker] if year >= _SHIPPED_FROM else []


# --- map services ---------------------------------------------------------------------------


def _service(address: str, words: str, services: Mapping[str, object], key: str = "", menu: tuple = ()) -> Entry:
    read = wish("read", address)
    first = "" if address in services else read
    told = f"{words}\n{address}" if "://" in address else words
    menu = ((_read_words(), read), *menu)
    return Entry(key or _key(address), words, _theme("mIconWms"), first, is_folder=True, menu=menu, tip=told)


def _favourite(one: favourites.Favourite, services: Mapping[str, object]) -> Entry:
    remove = (translate("Browser", "Remove from Favourites"), wish("forget", one.address))
    words = one.title or one.address
    return _service(one.address, words, services, _favourite_key(one), (remove,))._replace(order=words.casefold())


def _layers(path: str, services: Mapping[str, object]) -> list[Entry]:
    """The layers of a service, or the way to ask it."""
    addresses = [*_known_words(), *(one.address for one in _kept())]
    address = next((one for one in addresses if path in paths_of(one)), None)
    if address is None:
        return []
    if address not in services:
        return [Entry("ask", _read_words(), _theme("mActionRefresh"), wish("read", address))]
    return [_layer(address, layer) for layer in ends(services[address].layers)]


def _layer(address: str, layer) -> Entry:
    wanted = wish("layer", address, layer.name)
    icon = _theme("mIconVector" if isinstance(layer, FeatureType) else "mIconRaster")
    tip = "\n".join(part for part in (layer.title, layer.name, layer.abstract) if part)
    return Entry(
        _key(layer.name),
        layer.title or layer.name,
        icon,
        wanted,
        can_be_added=True,
        menu=((_add_words(), wanted),),
        tip=tip,
    )


# --- words and icons ------------------------------------------------------------------------


def _kept() -> tuple[favourites.Favourite, ...]:
    return favourites.read(str(Settings().get("map/favourites")))


def _favourite_key(one: favourites.Favourite) -> str:
    """With its title: QGIS takes an item of the same path for the same, and goes on showing the title that it had."""
    return _key(f"{one.address} {one.title}")


def _key(text: str) -> str:
    """Write an address or a name as one part of a path."""
    return text.replace("%", "%25").replace("/", "%2F") or "administrative"


def _theme(name: str) -> QIcon:
    return QgsApplication.getThemeIcon(f"/{name}.svg")


def _add_words() -> str:
    return translate("Browser", "Add to Map")


def _read_words() -> str:
    return translate("Browser", "Read the Layers")


def _years_words() -> str:
    return translate("Browser", "Find Other Years")


def _known_words() -> dict[str, str]:
    """The keys of `work.map_services.KNOWN`, as the Map page calls them."""
    return {
        "": translate("Browser", "Administrative units (Geonorge)"),
        "grunnkretser": translate("Browser", "Grunnkretser (Geonorge)"),
        "background": translate("Browser", "Background maps (Kartverket)"),
        "features": translate("Browser", "Administrative units as features (Geonorge)"),
    }
