"""Finding units of Norwegian geography by code or name, among all of them, while someone types."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from .text import fold

MOST = 30
_SHORTEST_INSIDE = 3  # letters of a text that is also looked for in the middle of words
_FEW = 1000  # lines that are looked through one by one
_AROUND = "".join(map(chr, range(32))) + " ()[]{}«»“”„\"'’.,;:!?*–-/\\"  # of a word
_NAME, _WHOLE, _PLACE = "\t", "\x1e", "\x1f"  # before a name, where it ends, and before that of where a unit lies


class FoundUnit(NamedTuple):
    """A unit by its key in `units.UNITS`. `places` are the kommune and the fylke that it lies in, as far as it does.

    `start` and `end` (exclusive, yyyy-MM-dd) say when it was, for one that is no more; "" for those of today.
    """

    unit: str
    code: str
    name: str
    places: tuple[str, ...] = ()
    start: str = ""
    end: str = ""


class UnitSearch:
    """A search over units, those first that matter more. All of them stand in one text, which is searched as a whole."""

    def __init__(self, units: Iterable[FoundUnit]):
        self._units = tuple(units)
        self._lines: list[str] = []
        self._starts: list[int] = []  # of the lines in the text, and where the names in them end
        self._ends: list[int] = []
        length = 0
        for unit in self._units:
            line = f"\n{unit.code}{_folded(unit.name)}{_PLACE}"
            self._starts.append(length)
            self._ends.append(length + len(line) - 1)
            self._lines.append(line + fold(" ".join(unit.places)))
            length += len(self._lines[-1])
        self._text = "".join(self._lines)

    def __len__(self) -> int:
        return len(self._units)

    def find(self, typed: str, most: int = MOST) -> list[FoundUnit]:
        """Give the units that a text means: codes that begin with it, then names, then words, then parts of them.

        More words narrow it down, by where a unit lies too: `herøy nordland`.
        """
        first, *others = _words(typed) or [""]
        if not first:
            return []
        few = self._few_with(others)
        found: dict[int, int] = {}  # lines, and which of the beginnings found them
        for rank, before in enumerate(self._beginnings(first)):
            for number in self._lines_with(before, others) if few is None else self._lines_of(few, before, others):
                found.setdefault(number, rank)
                if len(found) == most:
                    return self._in_order(found, typed)
        return self._in_order(found, typed)

    def _in_order(self, found: Mapping[int, int], typed: str) -> list[FoundUnit]:
        """Give units by rank; among equals those that are spelled as was typed: `sør` means Sør-Odal before Sortland."""
        exact = " ".join(typed.casefold().split())
        if exact.isascii():
            return [self._units[one] for one in found]
        order = sorted(found, key=lambda one: (found[one], exact not in self._units[one].name.casefold()))
        return [self._units[one] for one in order]

    def _few_with(self, words: Sequence[str]) -> list[int] | None:
        """Give the lines with the rarest of some words; None where there are too many to be looked through one by one."""
        counts = {word: self._text.count(word) for word in words}
        rarest = min(counts, key=counts.__getitem__, default="")
        if not rarest or counts[rarest] > _FEW:
            return None
        return [number for number, line in enumerate(self._lines) if rarest in line] if counts[rarest] else []

    def _lines_of(self, few: Sequence[int], part: str, others: Sequence[str]) -> Iterator[int]:
        for number in few:
            line = self._lines[number]
            if line.find(part, 0, self._ends[number] - self._starts[number] + 1) >= 0 and all(word in line for word in others):
                yield number

    def _beginnings(self, first: str) -> Iterator[str]:
        yield f"\n{first}{_NAME}"
        if first.isdigit():
            yield f"\n0{first}{_NAME}"  # a code that lost its zero
            yield f"\n{first}"
            return
        yield f"{_NAME}{first}{_WHOLE}"
        yield f"{_NAME}{first}"
        yield from (f"{mark}{first}" for mark in " -(/")
        if len(first) >= _SHORTEST_INSIDE:
            yield first

    def _lines_with(self, part: str, others: Sequence[str]) -> Iterator[int]:
        """Give the lines that have a part in their code or name, and other words anywhere."""
        position = self._text.find(part)
        while position >= 0:
            number = bisect_right(self._starts, position) - 1
            line = self._lines[number]
            if position <= self._ends[number] and all(word in line for word in others):
                yield number
            position = self._text.find(part, self._starts[number] + len(line))


def _words(typed: str) -> list[str]:
    """Take a text apart, without what surrounds words in a label or a list: `1818 Herøy (Nordland)`."""
    words = (part.strip(_AROUND) for part in fold(typed).split())
    return [word for word in words if any(map(str.isalnum, word))]


def _folded(name: str) -> str:
    """Mark each of the names in several languages, and where it ends before the fylke that tells namesakes apart."""
    parts = (part.partition(" (") for part in fold(name).split(" - "))
    return "".join(f"{_NAME}{part}{_WHOLE}{bracket}{told}" for part, bracket, told in parts)
