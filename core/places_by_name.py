"""Finding places by name. Names are never keys: several places may have the same, and then all are given."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .codes import KOMMUNE, is_filler
from .dates import day_before
from .lives import Life, Lives
from .text import fold

# A name with what tells it apart: Våler (Østfold), Herøy i Nordland, Bø, Telemark.
_TOLD_APART = re.compile(r"(.+?)(?:\s*\(\s*|\s*,\s*|\s+i\s+)([^()]+?)\s*\)?")
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_LETTER = re.compile(r"[^\W\d_]")
_MEMORY = 30  # years in which tables may have been made


class PlaceName(NamedTuple):
    """A code with its name; `label` tells it apart from others: `1515 Herøy (Møre og Romsdal)`."""

    code: str
    name: str
    label: str
    fylke: str = ""


@dataclass(frozen=True)
class Named:
    """The places that a text names, one or several, all of the same classification."""

    classification: int
    places: tuple[PlaceName, ...]


class PlaceNames:
    """The names in some classifications. The first list that has a name wins."""

    def __init__(self, lists: Sequence[Lives], day: datetime.date, fylker: Lives | None = None):
        self._day = day.isoformat()
        self._since = day.replace(year=day.year - _MEMORY, day=1).isoformat()
        self._fylker = fylker
        self._by_name = [(lives, _index(lives)) for lives in lists]

    def find(self, text: str) -> Named | None:
        """Give the places that a text names; None for a text that is no name.

        Where several had the name at the same time in the last decades all of them are given, also those that have ended:
        a table may be older than today.
        """
        if not _LETTER.search(text):
            return None
        wanted = fold(" ".join(text.split()))
        told = _TOLD_APART.fullmatch(wanted)
        for lives, index in self._by_name:
            if wanted in index:
                return self._named(lives, index[wanted])
            if told and told[1] in index:
                places = self._named(lives, index[told[1]]).places
                fitting = tuple(place for place in places if fold(place.fylke).startswith(told[2].rstrip(".")))
                if fitting:
                    return Named(lives.classification, fitting)
        return None

    def _named(self, lives: Lives, namesakes: Sequence[Life]) -> Named:
        """Take the namesakes of today, or of the last day on which there were more of them."""
        days = {self._day}
        for life in namesakes:
            days |= {life.start, day_before(datetime.date.fromisoformat(life.end)).isoformat() if life.end else self._day}
        recent = [day for day in days if self._since <= day <= self._day]
        together = {day: [one for one in namesakes if one.start <= day and (not one.end or day < one.end)] for day in recent}
        best = max(recent, key=lambda day: (len(together[day]), day))
        found = together[best] or [max(namesakes, key=lambda life: life.start)]
        return Named(lives.classification, tuple(self._place(lives, life) for life in sorted(found)))

    def _place(self, lives: Lives, life: Life) -> PlaceName:
        """Give a place with the fylke that it lies in, or lay in."""
        fylke = ""
        if self._fylker is not None and lives.classification == KOMMUNE:
            day = day_before(datetime.date.fromisoformat(life.end)).isoformat() if life.end else self._day
            fylke = self._fylker.name_of(life.code[:2], day)
        name = _BRACKETS.sub("", life.name) if fylke else life.name
        return PlaceName(life.code, life.name, f"{life.code} {name}" + (f" ({fylke})" if fylke else ""), fylke)


def _index(lives: Lives) -> dict[str, list[Life]]:
    """Give the lives by every form of their names: whole, in each language, and without the fylke behind."""
    index: dict[str, dict[Life, None]] = defaultdict(dict)
    for code in lives:
        if is_filler(code, lives.classification):
            continue
        for life in lives.of(code):
            forms = {life.name, *life.name.split(" - ")}
            for form in forms | {_BRACKETS.sub("", form) for form in forms}:
                index[fold(" ".join(form.split()))][life] = None
    return {name: list(found) for name, found in index.items()}
