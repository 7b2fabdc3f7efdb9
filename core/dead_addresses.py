"""Addresses of Norwegian map services that are gone, in data sources of QGIS's WMS provider, and what took their place.

Gone are: opencache.statkart.no (switched off in 2024; WMS, WMTS and tiles by zoom, x and y), the form of its successor that
was used in early 2024, openwms.statkart.no (now wms.geonorge.no), and the first service of administrative units. Layers of
background maps have other names today, and some maps are no longer offered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from .addresses import AddressBook

CACHE = "v1/service?SERVICE=WMTS&REQUEST=GetCapabilities"
_TILES = "v1/wmts/1.0.0/{}/default/webmercator/{{z}}/{{y}}/{{x}}.png"
_CACHE_HOST = re.compile(r"opencache\d?\.statkart\.no")
_WMS_HOSTS = ("openwms.statkart.no", "wms.geonorge.no")
_FIRST_UNITS, _UNITS, _ALL_UNITS = "wms.adm_enheter", "wms.adm_enheter2", "adm_enheter_V2_WMS"
_SETS = {"32": ("utm32n", "EPSG:25832"), "33": ("utm33n", "EPSG:25833"), "35": ("utm35n", "EPSG:25835")}
_TOPOGRAPHIC = ("topo", "norges_grunnkart", "norgeskart", "kartdata", "matrikkel_bakgrunn", "bakgrunnskart", "egk", "terreng")
_MERCATOR = ("webmercator", "EPSG:3857")
_OLD_CATALOGUE = ("www.geonorge.no", "/geonetwork/srv/no/")

Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Repair:
    """`source` takes the place of a dead data source; "" where nothing does. `host` is the one that is gone."""

    source: str
    host: str


def find(source: str, addresses: AddressBook) -> Repair | None:
    """Tell what is to be done about a data source; None where its address is not known to be dead."""
    pairs = _read(source)
    url = _value(pairs, "url")
    parts = _split(url)
    if parts is None:
        return None
    host, path = (parts.hostname or "").lower(), parts.path
    if _CACHE_HOST.fullmatch(host) or (host == "cache.kartverket.no" and re.match(r"/\w+/v1/wmts", path)):
        return Repair(_cached(pairs, url, addresses), host)
    service = path.rstrip("/").rpartition("/")[2]
    if host == _WMS_HOSTS[0] or (host == _WMS_HOSTS[1] and service == _FIRST_UNITS):
        return Repair(_moved(pairs, service, addresses), host)
    return None


def current_catalogue(url: str, addresses: AddressBook) -> str:
    """Give today's address of Geonorge's catalogue for the one that QGIS came with until 2026; "" for any other."""
    parts = _split(url)
    if parts is None or (parts.hostname or "").lower() != _OLD_CATALOGUE[0] or not parts.path.startswith(_OLD_CATALOGUE[1]):
        return ""
    return addresses.url("geonetwork", "srv/nor/csw")


def url_of(source: str) -> str:
    """Give the address in a data source."""
    return _value(_read(source), "url")


def background_of(layer: str) -> str:
    """Give the background map of today that shows what an old one did; "" where none does (aerial photographs)."""
    name = layer.casefold()
    if name.startswith(("sjo_hovedkart", "sjokart")):
        return "sjokartraster"
    if name.startswith("toporaster"):
        return "toporaster"
    if not name.startswith(_TOPOGRAPHIC):
        return ""
    return "topograatone" if "gra" in name or "grå" in name else "topo"


# --- what takes its place ---------------------------------------------------------------


def _cached(pairs: Pairs, url: str, addresses: AddressBook) -> str:
    asked = {key.casefold(): value for key, value in parse_qsl(_split(url).query)}
    names = [value for key, value in pairs if key == "layers"] or [asked.get("layers") or asked.get("layer") or ""]
    layer = background_of(names[0])
    if not layer:
        return ""
    if _value(pairs, "type") == "xyz":
        return _write(_with(pairs, {"url": addresses.url("wmts", _TILES.format(layer))}))
    return _tiled(pairs, layer, addresses)


def _tiled(pairs: Pairs, layer: str, addresses: AddressBook) -> str:
    """Write the source of a background map, in the coordinate system that the old layer had."""
    name, crs = _set_of(_value(pairs, "tileMatrixSet"), _value(pairs, "crs"))
    kept = [("authcfg", value) for key, value in pairs if key == "authcfg"]
    new = {
        "url": addresses.url("wmts", CACHE), "layers": layer, "styles": "default", "format": "image/png", "crs": crs,
        "tileMatrixSet": name, "dpiMode": "7", "IgnoreGetMapUrl": "1", "IgnoreGetFeatureInfoUrl": "1",
    }  # fmt: skip
    return _write([*new.items(), *kept])


def _set_of(*said: str) -> tuple[str, str]:
    """Find the tiles of a CRS in what stands in a source: EPSG:32633, EPSG:25833, utm33n, googlemaps …"""
    for words in said:
        if re.search(r"3857|900913|google|mercator", words, re.IGNORECASE):
            return _MERCATOR
        zone = re.search(r"(?:258|326|utm)(32|33|35)", words, re.IGNORECASE)
        if zone:
            return _SETS[zone.group(1)]
    return _SETS["33"]


def _moved(pairs: Pairs, service: str, addresses: AddressBook) -> str:
    layers = [value for key, value in pairs if key == "layers"]
    background = background_of(service.removeprefix("wms."))
    if background and not service.startswith("wms.norges_grunnkart"):
        return _tiled(pairs, background, addresses)
    changes = {"url": addresses.url("wms", f"skwms1/{service}"), "IgnoreGetMapUrl": "1", "IgnoreGetFeatureInfoUrl": "1"}
    if service != _FIRST_UNITS:
        return _write(_with(pairs, changes))
    rest = [(key, value) for key, value in pairs if key not in ("layers", "styles")]
    units = list(dict.fromkeys(map(_units_of, layers))) or [_ALL_UNITS]
    named = [pair for unit in units for pair in (("layers", unit), ("styles", ""))]
    return _write([*_with(rest, {**changes, "url": addresses.url("wms", f"skwms1/{_UNITS}")}), *named])


def _units_of(layer: str) -> str:
    name = layer.casefold()
    return "kommuner_gjel" if "komm" in name else "fylker_gjel" if "fylk" in name else _ALL_UNITS


# --- data sources -------------------------------------------------------------------------


def _read(source: str) -> Pairs:
    """Read key=value&key=value, percent-encoded; a plus sign is a plus sign there."""
    parts = (part.partition("=") for part in source.split("&"))
    return [(unquote(key), unquote(value)) for key, _, value in parts if key]


def _write(pairs: Pairs) -> str:
    return "&".join(f"{quote(key)}={quote(value, safe=':/?,;')}" for key, value in pairs)


def _with(pairs: Pairs, changes: dict[str, str]) -> Pairs:
    return [*((key, value) for key, value in pairs if key not in changes), *changes.items()]


def _value(pairs: Pairs, wanted: str) -> str:
    return next((value for key, value in pairs if key == wanted), "")


def _split(url: str):
    try:
        return urlsplit(url.strip())
    except ValueError:
        return None
