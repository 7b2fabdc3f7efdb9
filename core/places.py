"""The fylker and kommuner that come with the plugin: for choosing an area before any service has answered.

Division of 2024 (unchanged since); numbers, Norwegian names and a point on land per kommune, from Kartverket (CC BY 4.0).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from .text import fold

_FILE = Path(__file__).resolve().parents[1] / "resources" / "places.csv"

# Fylker of earlier divisions, as the fylker of today that cover them (2020–2023, 2018–2019 and before).
FORMER_FYLKER = {
    "30": ("31", "32", "33"), "38": ("39", "40"), "54": ("55", "56"),
    "01": ("31",), "02": ("32",), "04": ("34",), "05": ("34",), "06": ("33",), "07": ("39",), "08": ("40",),
    "09": ("42",), "10": ("42",), "12": ("46",), "14": ("46",), "16": ("50",), "17": ("50",), "19": ("55",), "20": ("56",),
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A fylke (two digits) or a kommune (four); `lon`, `lat` of a point on land in degrees, None for a fylke."""

    number: str
    name: str
    fylke: str
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True)
class Places:
    """All fylker and kommuner, ordered by number."""

    fylker: tuple[Place, ...]
    kommuner: tuple[Place, ...]

    @cached_property
    def by_number(self) -> dict[str, Place]:
        return {place.number: place for place in (*self.fylker, *self.kommuner)}

    def label(self, place: Place) -> str:
        """Number and name, with the fylke behind a kommune: `1515 Herøy (Møre og Romsdal)`."""
        name = f"{place.number} {place.name}"
        # Klass writes the fylke into names that are shared: Herøy (Nordland).
        told = place.number == place.fylke or name.endswith(")")
        return name if told else f"{name} ({self.by_number[place.fylke].name})"

    def find(self, text: str) -> tuple[Place, ...]:
        """Give the places that a typed text names: a number, a name, or a label; several where a name is shared."""
        wanted = fold(text.strip())
        if not wanted:
            return ()
        number = wanted.split()[0]
        if number.isdigit():
            place = self.by_number.get(number.zfill(2) if len(number) <= 2 else number.zfill(4))
            return (place,) if place else ()
        everywhere = (*self.fylker, *self.kommuner)
        exact = tuple(p for p in everywhere if wanted in _spellings(p.name))
        # Oslo is both: the kommune is what people mean, and the fylke is the same area.
        return tuple(p for p in exact if not (p.number == p.fylke and len(exact) > 1)) or exact

    def inside(self, area: str) -> tuple[Place, ...]:
        """Give the kommuner of an area: one kommune, or those of a fylke, also of earlier divisions."""
        if area in self.by_number and len(area) == 4:
            return (self.by_number[area],)
        fylker = FORMER_FYLKER.get(area[:2], (area[:2],))
        return tuple(p for p in self.kommuner if p.fylke in fylker)


def _spellings(name: str) -> set[str]:
    """Give what a name may be typed as: whole, in one of its languages, or without the fylke behind it."""
    return {fold(name), fold(name.partition(" (")[0]), *map(fold, name.split(" - "))}


@lru_cache(maxsize=1)
def shipped() -> Places:
    """Read the list that comes with the plugin; once."""
    with _FILE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter=";"))
    places = [
        Place(
            row["number"], row["name"], row["number"][:2], *(float(row[axis]) if row[axis] else None for axis in ("lon", "lat"))
        )
        for row in rows
    ]
    return Places(tuple(p for p in places if len(p.number) == 2), tuple(p for p in places if len(p.number) == 4))
