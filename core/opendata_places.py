"""Whether a table can be put on the map: it has coordinates, or codes of places to be joined by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .text import fold

# Names of columns, folded and without what stands between their letters, in pairs.
_PAIRS = (
    ("lon", "lat"), ("long", "lat"), ("lng", "lat"), ("longitude", "latitude"), ("lengdegrad", "breddegrad"), ("x", "y"),
    ("ost", "nord"), ("oest", "nord"), ("utmost", "utmnord"), ("easting", "northing"), ("xkoordinat", "ykoordinat"),
    ("utmx", "utmy"), ("koordinatx", "koordinaty"), ("coordx", "coordy"), ("xcoord", "ycoord"), ("pointx", "pointy"),
)  # fmt: skip
_GEOMETRIES = frozenset({"wkt", "geom", "geometry", "thegeom", "geometri", "koordinater", "geopunkt", "latlon", "latlng"})
_PLACES = re.compile(
    r"(kommune|komm|k|grunnkrets|krets|gkrets|delomrade|bydel|fylke|region)(s)?(nummer|nr|kode|no|num|code|id)?"
)
_SHORT = frozenset({"k", "komm", "region"})  # these are codes only with "nr" or the like behind them
_DIGITS = re.compile(r"[KkBb]?[-. ]?\d{2,8}")
_MOST_EMPTY = 0.2
_NUMBER = r"-?\d+(?:[.,]\d+)?"
PAIR = re.compile(rf"\s*[\[(]?\s*({_NUMBER})\s*(?:[;\s]|,\s|,(?=-?\d+\.))\s*({_NUMBER})\s*[\])]?\s*$")  # 59.91,10.75


class PlaceColumns(NamedTuple):
    """Where in a table the place of a row stands, as numbers of columns; -1 for none. `pair` has x and y in one, as text;
    `geometry` WKT or GeoJSON; `codes` numbers of kommuner, grunnkretser and the like."""

    x: int = -1
    y: int = -1
    pair: int = -1
    geometry: int = -1
    codes: int = -1

    @property
    def has_points(self) -> bool:
        return self.x >= 0 or self.pair >= 0 or self.geometry >= 0


def has_place(names: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Judge by the names of the columns, and of codes by what stands below them, too."""
    return place_columns(names, rows) is not None


def place_columns(names: Sequence[str], rows: Sequence[Sequence[str]]) -> PlaceColumns | None:
    """Find the columns that tell places: coordinates before codes; None where there are none."""
    plain = [re.sub(r"[^a-z0-9]", "", fold(name)) for name in names]
    codes = next((place for place, name in enumerate(plain) if _holds_codes(name, _cells(rows, place))), -1)
    for x, y in _PAIRS:
        if x in plain and y in plain:
            return PlaceColumns(x=plain.index(x), y=plain.index(y), codes=codes)
    for place, name in enumerate(plain):
        if name in _GEOMETRIES:
            pairs = any(map(PAIR.match, _cells(rows, place)))
            return PlaceColumns(pair=place, codes=codes) if pairs else PlaceColumns(geometry=place, codes=codes)
    return PlaceColumns(codes=codes) if codes >= 0 else None


def _cells(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return [row[place] for row in rows if place < len(row)]


def _holds_codes(name: str, cells: Sequence[str]) -> bool:
    found = _PLACES.fullmatch(name)
    if not found or (found.group(1) in _SHORT and not found.group(3)):
        return False
    codes = sum(bool(_DIGITS.fullmatch(cell.strip())) for cell in cells)
    return bool(codes) and codes >= (1 - _MOST_EMPTY) * len(cells)
