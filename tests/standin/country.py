"""A Norway of our own: cells around the kommune centres, put together to the divisions of 2020 and later.

The outline grows out of the centres and land areas alone, so it is shaped like Norway without being a map of it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from .mesh import Cell, Shape, honeycomb, shape, split
from .tables import table

BOX = (-120_000.0, 6_420_000.0, 1_130_000.0, 7_960_000.0)  # EPSG:25833
SIDE = 3_400.0
SEA = 14_000.0  # how far the kommuner reach beyond a disc of their land area


@dataclass(frozen=True)
class Centre:
    code: str
    x: float
    y: float
    reach: float  # metres


@cache
def centres() -> tuple[Centre, ...]:
    """The kommuner of 2024 as points in EPSG:25833 with the radius of their land."""
    found = []
    for code, _, _, lon, lat, land in table("centres"):
        x, y = utm33(float(lon), float(lat))
        found.append(Centre(code, x, y, math.sqrt(float(land) * 1e6 / math.pi)))
    return tuple(found)


def utm33(lon: float, lat: float) -> tuple[float, float]:
    """Transverse Mercator on GRS80, central meridian 15° E; good to a metre within the country, which is enough here."""
    a, f, k = 6378137.0, 1 / 298.257222101, 0.9996
    n = f / (2 - f)
    radius = a / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    series = (n / 2 - 2 * n**2 / 3 + 5 * n**3 / 16, 13 * n**2 / 48 - 3 * n**3 / 5, 61 * n**3 / 240)
    phi, lam = math.radians(lat), math.radians(lon - 15)
    e = 2 * math.sqrt(n) / (1 + n)
    t = math.sinh(math.atanh(math.sin(phi)) - e * math.atanh(e * math.sin(phi)))
    xi, eta = math.atan2(t, math.cos(lam)), math.atanh(math.sin(lam) / math.sqrt(1 + t * t))
    north = xi + sum(s * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, s in enumerate(series, 1))
    east = eta + sum(s * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, s in enumerate(series, 1))
    return 500_000 + k * radius * east, k * radius * north


@cache
def ground() -> dict[Cell, str]:
    """Every cell of the country with the number of its kommune in the division of 2024."""
    cells = honeycomb(BOX, SIDE)
    near = _near()
    owners: dict[tuple[int, int], str] = {}
    for place, cell in cells.items():
        x, y = (value / 100 for value in cell.centre)
        best = min(
            ((math.hypot(c.x - x, c.y - y), c) for c in near.get((int(x // 50_000), int(y // 50_000)), ())),
            key=lambda pair: pair[0] ** 2 - 0.6 * pair[1].reach ** 2,
            default=None,
        )
        if best and any(math.hypot(c.x - x, c.y - y) < c.reach + SEA for c in near[int(x // 50_000), int(y // 50_000)]):
            owners[place] = best[1].code
    _fill_lakes(owners, cells)
    _give_everyone_ground(owners, cells)
    return {cells[place]: code for place, code in owners.items()}


def _near() -> dict[tuple[int, int], list[Centre]]:
    """Centres by square of 50 km: all that can matter to a point in it."""
    squares = defaultdict(list)
    for centre in centres():
        reach = centre.reach + SEA + 45_000
        for column in range(int((centre.x - reach) // 50_000), int((centre.x + reach) // 50_000) + 1):
            for row in range(int((centre.y - reach) // 50_000), int((centre.y + reach) // 50_000) + 1):
                squares[column, row].append(centre)
    return squares


def _fill_lakes(owners: dict, cells: dict) -> None:
    """Give holes in the country, which no sea reaches, to a neighbour."""
    outside, todo = set(), [place for place in cells if place not in owners and _at_rim(place, cells)]
    while todo:
        place = todo.pop()
        if place in outside:
            continue
        outside.add(place)
        todo += [other for other in around(place) if other in cells and other not in owners and other not in outside]
    holes = [place for place in cells if place not in owners and place not in outside]
    while holes:
        for place in list(holes):
            giver = next((other for other in around(place) if other in owners), None)
            if giver:
                owners[place] = owners[giver]
                holes.remove(place)


def _at_rim(place: tuple[int, int], cells: dict) -> bool:
    return any(other not in cells for other in around(place))


def around(place: tuple[int, int]) -> list[tuple[int, int]]:
    column, row = place
    shift = row % 2
    return [
        (column - 1, row),
        (column + 1, row),
        (column - 1 + shift, row - 1),
        (column + shift, row - 1),
        (column - 1 + shift, row + 1),
        (column + shift, row + 1),
    ]


def _give_everyone_ground(owners: dict, cells: dict) -> None:
    """The cell nearest to a centre belongs to that kommune, however small it is."""
    taken: set = set()
    for centre in sorted(centres(), key=lambda c: c.reach):
        free = (place for place in _close(centre, cells) if place not in taken)
        place = min(free, key=lambda p: math.dist(cells[p].centre, (centre.x * 100, centre.y * 100)))
        owners[place] = centre.code
        taken.add(place)


def _close(centre: Centre, cells: dict) -> list:
    row = round((centre.y - BOX[1]) / (1.5 * SIDE))
    column = round((centre.x - BOX[0]) / (math.sqrt(3) * SIDE))
    around = [(column + i, row + j) for i in (-2, -1, 0, 1, 2) for j in (-2, -1, 0, 1, 2)]
    return [place for place in around if place in cells]


# --- divisions ----------------------------------------------------------------------


@cache
def numbers_in(year: int) -> dict[str, str]:
    """Which kommune of a year (2020 or later) each kommune of 2024 lies in: itself, or the one it came from."""
    if year >= 2024:
        return {centre.code: centre.code for centre in centres()}
    if year < 2020:
        raise ValueError(f"no ground for the division of {year}")
    came_from = {new: old for day, old, new in table("kommune-changes") if day == "2024-01-01"}
    return {centre.code: came_from.get(centre.code, centre.code) for centre in centres()}


@lru_cache(maxsize=16)
def kommuner(year: int) -> dict[str, Shape]:
    """The shape of every kommune of a year."""
    return _shapes({cell: numbers_in(year)[code] for cell, code in ground().items()})


@lru_cache(maxsize=16)
def fylker(year: int) -> dict[str, Shape]:
    return _shapes({cell: numbers_in(year)[code][:2] for cell, code in ground().items()})


def _shapes(owners: dict[Cell, str]) -> dict[str, Shape]:
    groups: dict[str, list[Cell]] = defaultdict(list)
    for cell, owner in owners.items():
        groups[owner].append(cell)
    return {code: shape(groups[code]) for code in sorted(groups)}


@lru_cache(maxsize=4096)
def units(year: int, kommune: str, codes: tuple[str, ...]) -> dict[str, Shape]:
    """Divide a kommune among its units: codes that lie close in order lie close on the ground."""
    numbers = numbers_in(year)
    home = [cell for cell, code in ground().items() if numbers[code] == kommune]
    return {code: shape(cells) for code, cells in unit_cells(home, codes).items()}


def unit_cells(home: list[Cell], codes: tuple[str, ...]) -> dict[str, list[Cell]]:
    parts = 1
    while 3 * len(home) * parts**2 < 4 * len(codes):
        parts *= 2
    pieces = [piece for cell in home for piece in split(cell, parts)]
    return dict(_shared_out(pieces, list(codes)))


def _shared_out(cells: list[Cell], codes: list[str]):
    """Halve codes and ground again and again, across the longer side."""
    if len(codes) == 1:
        return [(codes[0], cells)]
    xs, ys = [cell.corners[0][0] for cell in cells], [cell.corners[0][1] for cell in cells]
    axis = 0 if max(xs) - min(xs) >= max(ys) - min(ys) else 1
    ordered = sorted(cells, key=lambda cell: (cell.centre[axis], cell.centre[1 - axis]))
    half = len(codes) // 2
    cut = max(half, min(len(cells) - (len(codes) - half), round(len(cells) * half / len(codes))))
    return [*_shared_out(ordered[:cut], codes[:half]), *_shared_out(ordered[cut:], codes[half:])]
