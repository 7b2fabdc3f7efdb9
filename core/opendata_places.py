"""Whether a table can be put on the map: it has coordinates, or codes of places to be joined by."""

from __future__ import annotations

import re
from collections.abc import Sequence

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


def has_place(names: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Judge by the names of the columns, and of codes by what stands below them, too."""
    plain = [re.sub(r"[^a-z0-9]", "", fold(name)) for name in names]
    if any(x in plain and y in plain for x, y in _PAIRS) or _GEOMETRIES & set(plain):
        return True
    return any(_holds_codes(name, [row[place] for row in rows if place < len(row)]) for place, name in enumerate(plain))


def _holds_codes(name: str, cells: Sequence[str]) -> bool:
    found = _PLACES.fullmatch(name)
    if not found or (found.group(1) in _SHORT and not found.group(3)):
        return False
    codes = sum(bool(_DIGITS.fullmatch(cell.strip())) for cell in cells)
    return bool(codes) and codes >= (1 - _MOST_EMPTY) * len(cells)
