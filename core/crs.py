"""Which coordinate system suits an area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .places import Places, shipped
from .units import WHOLE_COUNTRY

COUNTRY_EPSG = 25833  # EUREF89 / UTM zone 33, Kartverket's choice for maps of the whole country
_SAME_CRS = {900913: 3857}  # a number from before EPSG had one for web mercator
_ZONES = (25832, 25833, 25835)  # those that Norwegian data are delivered in: there is no 25834


@dataclass(frozen=True)
class SuitedCrs:
    """An EPSG code and why: country, zone (the UTM zone nearest to all of the area) or unknown (area not known)."""

    epsg: int
    reason: str


def suited_crs(areas: Sequence[str], places: Places | None = None) -> SuitedCrs:
    """Choose the UTM zone nearest to all the areas: 0000, fylke and kommune numbers, also of earlier divisions."""
    if not areas or WHOLE_COUNTRY in areas:
        return SuitedCrs(COUNTRY_EPSG, "country")
    known = places or shipped()
    longitudes = [place.lon for area in areas for place in known.inside(area) if place.lon is not None]
    if not longitudes:
        return SuitedCrs(COUNTRY_EPSG, "unknown")
    return SuitedCrs(min(_ZONES, key=lambda epsg: max(abs(lon - _middle(epsg)) for lon in longitudes)), "zone")


def _middle(epsg: int) -> float:
    """Give the meridian of a UTM zone, in degrees: zones are 6° wide, and the last two digits of these numbers."""
    # Reckoned, not asked of pyproj: two threads of QGIS 3.40 that used it one after the other ended QGIS.
    return epsg % 100 * 6 - 183


def epsg_of(text: str) -> int | None:
    """Read an EPSG number from `EPSG:25833`, `25833`, or a URN; None where there is none."""
    tail = str(text).strip().upper().replace("/", ":").rsplit(":", 1)[-1]
    return int(tail) if tail.isascii() and tail.isdigit() else None


def crs_name(said: str) -> str:
    """Read `urn:ogc:def:crs:EPSG::25833`, `EPSG:25833` or an address at opengis.net as EPSG:25833; "" for others."""
    number = epsg_of(said) if "EPSG" in said.upper() else None
    return f"EPSG:{_SAME_CRS.get(number, number)}" if number else ""
