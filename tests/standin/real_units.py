"""Grunnkretser on real ground: delområder, split by bydel as they are, cut into as many pieces as they have grunnkretser.

The borders of delområder and bydeler are real so; those between grunnkretser are straight cuts of our own.
"""

from __future__ import annotations

import bisect
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from .classification import Item

FILE = "data/grunnkrets-delomrade/2025/extended/delomraade_l.geojson.zip"
FIRST_YEAR = 2024  # the division of the file
_NEAR = 2  # centimetres
Piece = tuple[str, str]  # number of the delområde (eight digits), and of the bydel or ""


def read_pieces(folder: Path) -> dict[str, dict[Piece, Any]]:
    """Kommune → pieces of its delområder, as geometries in EPSG:25833."""
    from osgeo import ogr, osr

    to, degrees = osr.SpatialReference(), osr.SpatialReference()
    for system, code in ((to, 25833), (degrees, 4326)):
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    move = osr.CoordinateTransformation(degrees, to)
    found: dict[str, dict[Piece, Any]] = defaultdict(dict)
    source = ogr.Open(f"/vsizip/{folder / FILE}/delomraade_l.geojson")
    for feature in source.GetLayer(0):
        number = (feature["delomraade_no"] or "")[:6] + "00"
        shape = feature.GetGeometryRef().Clone()
        shape.Transform(move)
        found[number[:4]][number, feature["bydel_no"] or ""] = shape if shape.IsValid() else shape.MakeValid()
    return dict(found)


def units(pieces: dict[Piece, Any], items: Iterable[Item], rounded: Callable) -> dict[str, list]:
    """Code → shape of the grunnkretser of a kommune; `rounded` turns a geometry into a shape."""
    groups: dict[Piece, list[str]] = defaultdict(list)
    known = {number: key for key in pieces for number in [key[0]]}
    for item in items:
        key = (item.parent or "", item.bydel)
        groups[key if key in pieces else known.get(item.parent or "", ("", ""))].append(item.code)
    groups.pop(("", ""), None)
    return _meeting(
        {
            code: shape
            for key, codes in groups.items()
            for code, part in zip(sorted(codes), _cut(pieces[key], len(codes)))
            if (shape := rounded(part))
        }
    )


def _meeting(shapes: dict[str, list]) -> dict[str, list]:
    """Give every edge the corners that others have on it, so that neighbours meet exactly in spite of the rounding."""
    corners = sorted({corner for shape in shapes.values() for polygon in shape for ring in polygon for corner in ring})
    return {code: [[_noded(ring, corners) for ring in polygon] for polygon in shape] for code, shape in shapes.items()}


def _noded(ring: list, corners: list) -> list:
    made = ring[:1]
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        low, high = min(y0, y1) - _NEAR, max(y0, y1) + _NEAR
        length = math.hypot(x1 - x0, y1 - y0)
        first = bisect.bisect_left(corners, (min(x0, x1) - _NEAR,))
        last = bisect.bisect_right(corners, (max(x0, x1) + _NEAR + 1,))
        on_it = [
            (along, (x, y))
            for x, y in corners[first:last]
            if low <= y <= high
            and abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) <= _NEAR * length
            and 0 < (along := (x1 - x0) * (x - x0) + (y1 - y0) * (y - y0)) < length * length
        ]
        made += [corner for _, corner in sorted(on_it)]
        made.append((x1, y1))
    return made


def _cut(shape, count: int) -> Iterator:
    """Halve a shape across its longer side until there are `count` pieces."""
    from osgeo import ogr

    if count == 1:
        yield shape
        return
    west, east, south, north = shape.GetEnvelope()
    first = count // 2
    wide = east - west >= north - south
    x = west + (east - west) * first / count if wide else east
    y = north if wide else south + (north - south) * first / count
    near = ogr.CreateGeometryFromWkt(_box(west - 1, south - 1, x if wide else east + 1, north + 1 if wide else y))
    here, there = shape.Intersection(near), shape.Difference(near)
    yield from _cut(here, first)
    yield from _cut(there, count - first)


def _box(west: float, south: float, east: float, north: float) -> str:
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"
