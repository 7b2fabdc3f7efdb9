"""Which coordinate system numbers are in, where nobody says it: by where in Norway they would lie."""

from __future__ import annotations

import math
from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

_WEST, _SOUTH, _EAST, _NORTH = -10.0, 57.0, 35.0, 81.5  # Norway with Jan Mayen and Svalbard, in degrees
_METRES = (25833, 25832, 25835, 3857)  # the likeliest first

_AXIS = 6_378_137.0  # metres


class Guess(NamedTuple):
    """`crs` as EPSG:25833; `swapped`: what was given as x is the northing or the latitude."""

    crs: str
    swapped: bool


def guessed(points: Iterable[tuple[float, float]], near: tuple[float, float] | None = None) -> Guess | None:
    """Judge by the middle of the points (x, y); None where it lies nowhere in Norway. `near`: longitude and latitude of
    where it should be."""
    known = [(x, y) for x, y in points if math.isfinite(x) and math.isfinite(y) and (x or y)]
    if not known:
        return None
    x, y = median(x for x, _ in known), median(y for _, y in known)
    if abs(x) <= 180 and abs(y) <= 180:
        return _degrees(x, y)
    found = [(_distance(place, near), Guess(f"EPSG:{epsg}", swapped)) for epsg, swapped, place in _places(x, y)]
    if near and found:
        return min(found)[1]
    return found[0][1] if found else None


def _degrees(x: float, y: float) -> Guess | None:
    for swapped, (lon, lat) in ((False, (x, y)), (True, (y, x))):
        if _is_norway(lon, lat):
            return Guess("EPSG:4326", swapped)
    return Guess("EPSG:4326", False) if abs(y) <= 90 else None


def _places(x: float, y: float) -> Iterable[tuple[int, bool, tuple[float, float]]]:
    """Give where in Norway the numbers would lie, by system and order."""
    for swapped in (False, True):
        for epsg in _METRES:
            lon, lat = degrees_of(epsg, *((y, x) if swapped else (x, y)))
            if math.isfinite(lon) and _is_norway(lon, lat):
                yield epsg, swapped, (lon, lat)


def degrees_of(epsg: int, x: float, y: float) -> tuple[float, float]:
    """Give longitude and latitude of a point in web mercator (3857) or a UTM zone (25831 …), to some metres; NaN far outside.

    Reckoned after Krüger's series on GRS80, not asked of pyproj: two threads of QGIS 3.40 that used it ended QGIS.
    """
    if epsg == 3857:
        return math.degrees(x / _AXIS), math.degrees(2 * math.atan(math.exp(min(20.0, y / _AXIS))) - math.pi / 2)
    n = 1 / (2 * 298.257222101 - 1)
    radius = 0.9996 * _AXIS / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    xi, eta = y / radius, (x - 500_000) / radius
    if abs(eta) > 1 or abs(xi) > math.pi / 2:
        return math.nan, math.nan
    back = (n / 2 - 2 * n**2 / 3 + 37 * n**3 / 96, n**2 / 48 + n**3 / 15, 17 * n**3 / 480)
    north = xi - sum(b * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, b in enumerate(back, 1))
    east = eta - sum(b * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, b in enumerate(back, 1))
    chi = math.asin(math.sin(north) / math.cosh(east))
    to_lat = (2 * n - 2 * n**2 / 3 - 2 * n**3, 7 * n**2 / 3 - 8 * n**3 / 5, 56 * n**3 / 15)
    lat = chi + sum(d * math.sin(2 * j * chi) for j, d in enumerate(to_lat, 1))
    return epsg % 100 * 6 - 183 + math.degrees(math.atan2(math.sinh(east), math.cos(north))), math.degrees(lat)


def _is_norway(lon: float, lat: float) -> bool:
    return _WEST <= lon <= _EAST and _SOUTH <= lat <= _NORTH


def _distance(place: tuple[float, float], near: tuple[float, float] | None) -> float:
    """Give degrees of latitude, about."""
    if near is None:
        return 0.0
    return math.hypot((place[0] - near[0]) * math.cos(math.radians(near[1])), place[1] - near[1])
