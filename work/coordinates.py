"""Which coordinate system numbers are in, where nobody says it: by where in Norway they would lie."""

from __future__ import annotations

import math
from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

from .conversion.spatial_reference import system_of, transformation
from .gdal_session import gdal_session

_WEST, _SOUTH, _EAST, _NORTH = -10.0, 57.0, 35.0, 81.5  # Norway with Jan Mayen and Svalbard, in degrees
_METRES = (25833, 25832, 25835, 3857)  # the likeliest first
_AROUND_THE_EARTH = 4.1e7  # metres


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
            if _is_norway(lon, lat):
                yield epsg, swapped, (lon, lat)


def degrees_of(epsg: int, x: float, y: float) -> tuple[float, float]:
    """Give longitude and latitude of a point in a system; what is not finite far outside of it."""
    if not max(abs(x), abs(y)) < _AROUND_THE_EARTH:  # PROJ would go round and round with 1e308
        return math.nan, math.nan
    # GDAL's, not pyproj's: on QGIS 3.40 two threads that used pyproj one after the other ended QGIS.
    with gdal_session():
        change = transformation(system_of(f"EPSG:{epsg}"), system_of("EPSG:4326"))
        try:
            lon, lat, _ = change.TransformPoint(x, y)
        except RuntimeError:
            return math.nan, math.nan
    return lon, lat


def _is_norway(lon: float, lat: float) -> bool:
    return _WEST <= lon <= _EAST and _SOUTH <= lat <= _NORTH


def _distance(place: tuple[float, float], near: tuple[float, float] | None) -> float:
    """Give degrees of latitude, about."""
    if near is None:
        return 0.0
    return math.hypot((place[0] - near[0]) * math.cos(math.radians(near[1])), place[1] - near[1])
