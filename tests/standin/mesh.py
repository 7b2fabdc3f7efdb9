"""A honeycomb over the country, exact in whole centimetres: shapes are sets of cells, borders the edges between sets.

Because shapes share the very same corners, they fit without gaps or overlaps at every level, whatever is put together.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

Point = tuple[int, int]  # east, north in centimetres
Ring = list[Point]
Shape = list[list[Ring]]  # polygons: the outer ring (anticlockwise), then its holes
UNIT = 64  # corners lie on multiples of this, so that an edge can be halved six times without rounding


@dataclass(frozen=True)
class Cell:
    """A piece of ground: its corners anticlockwise. Neighbours share corners exactly."""

    corners: tuple[Point, ...]

    @property
    def centre(self) -> tuple[float, float]:
        return sum(p[0] for p in self.corners) / len(self.corners), sum(p[1] for p in self.corners) / len(self.corners)


def honeycomb(box: tuple[float, float, float, float], side: float) -> dict[tuple[int, int], Cell]:
    """Cover a box (metres) with six-cornered cells of a side length (metres), each corner pushed a little off its place."""
    across, up = math.sqrt(3) * side, 1.5 * side
    cells = {}
    for row in range(int((box[3] - box[1]) / up) + 1):
        for column in range(int((box[2] - box[0]) / across) + 1):
            x = box[0] + (column + (row % 2) / 2) * across
            y = box[1] + row * up
            cells[column, row] = Cell(tuple(_corner(x, y, side, turn) for turn in range(6)))
    return cells


def _corner(x: float, y: float, side: float, turn: int) -> Point:
    angle = math.radians(60 * turn + 30)
    # Rounded first, so that the three cells at a corner name it alike and move it alike.
    east, north = round((x + side * math.cos(angle)) * 10), round((y + side * math.sin(angle)) * 10)
    east, north = round(east / 100), round(north / 100)
    push = side * 0.14
    dx, dy = (_noise(east, north, salt) * push for salt in (1, 2))
    return _snap((east * 10 + dx) * 100), _snap((north * 10 + dy) * 100)


def _noise(a: int, b: int, salt: int) -> float:
    """A number in [-1, 1) that looks random and is always the same."""
    mixed = (a * 73856093 ^ b * 19349663 ^ salt * 83492791) & 0xFFFFFFFF
    mixed = (mixed ^ mixed >> 13) * 1274126177 & 0xFFFFFFFF
    return (mixed ^ mixed >> 16) / 2**31 - 1


def _snap(value: float) -> int:
    return round(value / UNIT) * UNIT


def split(cell: Cell, parts: int) -> list[Cell]:
    """Cut a six-cornered cell into three lozenges of parts × parts cells (parts: 1, 2, 4 … 64)."""
    middle = tuple(_snap(value) for value in cell.centre)
    corners = cell.corners
    pieces = []
    for turn in (0, 2, 4):
        pieces += _lozenge((middle, corners[turn], corners[(turn + 1) % 6], corners[(turn + 2) % 6]), parts)
    return pieces


def _lozenge(corners: tuple[Point, ...], parts: int) -> list[Cell]:
    a, b, c, d = corners

    def at(i: int, j: int) -> Point:
        x, y = (
            (a[k] * (parts - i) * (parts - j) + b[k] * i * (parts - j) + c[k] * i * j + d[k] * (parts - i) * j) // parts**2
            for k in (0, 1)
        )
        return x, y

    return [Cell((at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1))) for i in range(parts) for j in range(parts)]


def edges(cells: Iterable[Cell]) -> dict[tuple[Point, Point], None]:
    """The directed edges that bound a set of cells; inner ones, met from both sides, cancel."""
    left: dict[tuple[Point, Point], None] = {}
    for cell in cells:
        for a, b in zip(cell.corners, (*cell.corners[1:], cell.corners[0])):
            if (b, a) in left:
                del left[b, a]
            else:
                left[a, b] = None
    return left


def shape(cells: Iterable[Cell]) -> Shape:
    """Put cells together: valid polygons, rings simple and closed (first corner repeated)."""
    onward: dict[Point, list[Point]] = defaultdict(list)
    for a, b in edges(cells):
        onward[a].append(b)
    rings = []
    while onward:
        rings += _simple(_walk(onward))
    outer = [[ring] for ring in rings if area(ring) > 0]
    for hole in (ring for ring in rings if area(ring) < 0):
        middle = ((hole[0][0] + hole[1][0]) / 2, (hole[0][1] + hole[1][1]) / 2)
        holders = [polygon for polygon in outer if contains(polygon[0], middle)]
        min(holders, key=lambda polygon: area(polygon[0])).append(hole)
    return outer


def _walk(onward: dict[Point, list[Point]]) -> Ring:
    start = next(iter(onward))
    ring = [start]
    while len(ring) == 1 or ring[-1] != start:
        here = ring[-1]
        following = onward[here]
        ring.append(following.pop())
        if not following:
            del onward[here]
    return ring


def _simple(ring: Ring) -> list[Ring]:
    """Cut a closed walk wherever it comes back to a corner, so that no ring touches itself."""
    found, path, seen = [], [], {}
    for point in ring:
        if point in seen:
            start = seen[point]
            loop = path[start:]
            for left in loop[1:]:
                del seen[left]
            del path[start + 1 :]
            found.append([*loop, point])
        else:
            seen[point] = len(path)
            path.append(point)
    return found


def area(ring: Ring) -> float:
    """Twice the signed area."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))


def contains(ring: Ring, point: tuple[float, float]) -> bool:
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


@dataclass(frozen=True)
class Stretch:
    """A border line between two owners (the right one None where the country ends), and which way it looks outward."""

    left: str
    right: str | None
    line: Ring
    outward: tuple[float, float]


def borders(shapes: dict[str, Shape]) -> list[Stretch]:
    """The lines between shapes whose corners coincide; each once, seen from the lower number."""
    sides = {(a, b): owner for owner, found in shapes.items() for ring in _rings(found) for a, b in zip(ring, ring[1:])}
    pieces: dict[tuple[str, str | None], list[tuple[Point, Point]]] = defaultdict(list)
    for (a, b), owner in sides.items():
        other = sides.get((b, a))
        if owner != other and (other is None or owner < other):
            pieces[owner, other].append((a, b))
    return [Stretch(left, right, line, _outward(line)) for (left, right), found in pieces.items() for line in _chained(found)]


def _rings(found: Shape) -> list[Ring]:
    return [ring for polygon in found for ring in polygon]


def _outward(line: Ring) -> tuple[float, float]:
    """The direction to the right of a line, as from its first to its last corner (of its first edge, when it is closed)."""
    a, b = line[0], line[-1] if line[-1] != line[0] else line[1]
    return b[1] - a[1], a[0] - b[0]


def _chained(pieces: list[tuple[Point, Point]]) -> list[Ring]:
    onward: dict[Point, list[Point]] = defaultdict(list)
    entered: dict[Point, int] = defaultdict(int)
    for a, b in pieces:
        onward[a].append(b)
        entered[b] += 1
    lines = []
    starts = [a for a in onward if not entered[a]]
    while onward:
        here = starts.pop() if starts else next(iter(onward))
        if here not in onward:
            continue
        line = [here]
        while onward.get(line[-1]):
            following = onward[line[-1]].pop()
            if not onward[line[-1]]:
                del onward[line[-1]]
            line.append(following)
        if len(line) > 1:
            lines.append(line)
    return lines
