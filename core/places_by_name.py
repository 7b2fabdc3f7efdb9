"""Finding places by name. Names are never keys: several places may have the same, and then all are given."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .codes import KOMMUNE, is_filler
from .dates import day_before
from .keys import as_text
from .lives import Life, Lives
from .text import fold

# A name with what tells it apart: Våler (Østfold), Herøy i Nordland, Bø, Telemark.
_TOLD_APART = re.compile(r"(.+?)(?:\s*\(\s*|\s*,\s*|\s+i\s+)([^()]+?)\s*\)?")
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_LETTER = re.compile(r"[^\W\d_]")
_AGREE = 0.9  # of the features with names of one place, for a field to be one of fylker
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


@dataclass(frozen=True)
class ToldApart:
    """Names of several places, told apart by another `field`: (name, value of that field) → code."""

    field: str
    codes: Mapping[tuple[object, object], str]


class PlaceNames:
    """The names in some classifications. The first list that has a name wins."""

    def __init__(self, lists: Sequence[Lives], day: datetime.date, fylker: Lives | None = None):
        self._day = day.isoformat()
        self._since = day.replace(year=day.year - _MEMORY, day=1).isoformat()
        self._fylker = fylker
        self._by_name = [(lives, _index(lives)) for lives in lists]

    def find(self, text: str, fylke: str = "") -> Named | None:
        """Give the places that a text names; None for a text that is no name. `fylke` is a name or number to tell them apart.

        Where several had the name at the same time in the last decades all of them are given, also those that have ended:
        a table may be older than today.
        """
        if not _LETTER.search(text):
            return None
        wanted = fold(" ".join(text.split()))
        told = _TOLD_APART.fullmatch(wanted)
        for lives, index in self._by_name:
            if wanted in index:
                return self._in_fylke(lives, index[wanted], fylke) if fylke else self._named(lives, index[wanted])
            if told and told[1] in index:
                found = self._in_fylke(lives, index[told[1]], told[2].rstrip("."))
                if found:
                    return found
        parts = [fold(" ".join(part.split())) for part in text.split(" - ")]
        return self._in_parts(parts) if len(parts) > 1 else None

    def _in_parts(self, parts: Sequence[str]) -> Named | None:
        """Give the place of a name in several languages one of which is written otherwise; parts must not disagree."""
        for lives, index in self._by_name:
            found = {self._named(lives, index[part]) for part in parts if part in index}
            if found:
                return found.pop() if len(found) == 1 else None
        return None

    def _in_fylke(self, lives: Lives, namesakes: Sequence[Life], fylke: str) -> Named | None:
        """Give those that lie in a fylke, or lay in it while it was one; None where none does."""
        wanted, number = fold(fylke.strip()), fylke.strip().zfill(2)
        places = {life: self._place(lives, life) for life in namesakes} if lives.classification == KOMMUNE and wanted else {}
        fitting = [
            life
            for life, place in places.items()
            if number == life.code[:2] or (not wanted.isdigit() and fold(place.fylke).startswith(wanted))
        ]
        return self._named(lives, fitting) if fitting else None

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


def told_apart(field: str, pairs: Mapping[tuple[object, object], int], names: PlaceNames) -> ToldApart | None:
    """Tell names of several places apart by a field of fylker: pairs (name, value of the field) → number of features.

    None where it is no such field: names of one place must agree with it, and numbers are believed on that ground only.
    """
    codes: dict[tuple[object, object], str] = {}
    agree = differ = 0
    for (value, other), features in pairs.items():
        text, fylke = as_text(value), as_text(other)
        named = names.find(text) if fylke else None
        if named is None or named.classification != KOMMUNE:
            continue
        within = names.find(text, fylke)
        if len(named.places) > 1 and within is not None and len(within.places) == 1:
            codes[value, other] = within.places[0].code
        elif len(named.places) == 1:
            agree, differ = agree + features * (within is not None), differ + features * (within is None)
    in_words = all(not as_text(other).isdigit() for _, other in codes)
    believed = agree >= _AGREE * (agree + differ) and (agree or in_words)
    return ToldApart(field, codes) if codes and believed else None


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
