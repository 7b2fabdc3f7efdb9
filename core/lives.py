"""The codes of a classification through all of its versions: from which day until which day each was valid, and as what."""

from __future__ import annotations

import datetime
import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from .changes import History, Period
from .codes import Change, Code, CodeList
from .dates import day_before
from .errors import NoCodesOnDate


class Life(NamedTuple):
    """A time in which a code had one name: days from `start` to before `end`, yyyy-MM-dd, "" while it goes on."""

    code: str
    name: str
    level: str
    start: str
    end: str


class Hole(NamedTuple):
    """What Klass does not say. `what` is table (no change table at all on that day, `words` tell), ended or new (a code)."""

    date: str
    what: str
    code: str = ""
    words: str = ""


class Lives:
    """Every code that ever was in a classification. `starts` are the days on which its versions begin, oldest first."""

    def __init__(self, classification: int, lives: Iterable[Life], starts: Sequence[str]):
        self.classification = classification
        self.starts = tuple(sorted(starts))
        self._by_code: dict[str, list[Life]] = defaultdict(list)
        for life in sorted(lives, key=lambda life: (life.code, life.start)):
            self._by_code[life.code].append(life)

    @classmethod
    def of_codes(cls, codes: CodeList, starts: Sequence[str]) -> Lives:
        """Take a list over a period without end, with the dates in which each code and name was valid."""
        first = min(starts, default="")
        return cls(codes.classification, (_life(code, first) for code in codes.codes), starts)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_code)

    def __len__(self) -> int:
        return len(self._by_code)

    def of(self, code: str) -> tuple[Life, ...]:
        """Give the times of a code, oldest first; () for one that never was."""
        return tuple(self._by_code.get(code, ()))

    @cached_property
    def periods(self) -> dict[str, tuple[Period, ...]]:
        """The times in which each code was valid, whatever its name."""
        return {code: tuple(_joined(lives)) for code, lives in self._by_code.items()}

    @cached_property
    def levels(self) -> tuple[str, ...]:
        return tuple(sorted({life.level for lives in self._by_code.values() for life in lives}))

    def at_level(self, level: str) -> Lives:
        """Only the codes of a level; all of them where it is ""."""
        if not level:
            return self
        kept = (life for lives in self._by_code.values() for life in lives if life.level == level)
        return Lives(self.classification, kept, self.starts)

    def valid_on(self, code: str, day: datetime.date | str) -> bool:
        return self.life_on(code, day) is not None

    def life_on(self, code: str, day: datetime.date | str) -> Life | None:
        text = str(day)
        for life in self._by_code.get(code, ()):
            if life.start <= text and (not life.end or text < life.end):
                return life
        return None

    def name_of(self, code: str, day: datetime.date | str = "") -> str:
        """Give the name on a day, the newest one without a day or where there was none then; "" for an unknown code."""
        lives = self._by_code.get(code)
        if not lives:
            return ""
        life = self.life_on(code, day) if day else None
        return (life or lives[-1]).name

    def valid(self, day: datetime.date | str) -> dict[str, str]:
        """Give code and name of all that are valid on a day."""
        text = str(day)
        return {life.code: life.name for lives in self._by_code.values() for life in lives if _covers(life, text)}

    def ever(self) -> CodeList:
        """Give every code once, under its newest name."""
        newest = (lives[-1] for lives in self._by_code.values())
        codes = tuple(Code(life.code, None, life.level, life.name) for life in newest)
        return CodeList(self.classification, datetime.date.max, codes)

    def check_day(self, day: datetime.date) -> None:
        """Raise NoCodesOnDate for a day on which no code is valid: before the first version, or after the last has ended."""
        text = day.isoformat()
        if any(_covers(life, text) for lives in self._by_code.values() for life in lives):
            return
        ends = [life.end for lives in self._by_code.values() for life in lives]
        last = "" if "" in ends or not ends else day_before(datetime.date.fromisoformat(max(ends))).isoformat()
        raise NoCodesOnDate(self.classification, text, self.starts[0] if self.starts else "", last, "")

    def spans(self, codes: Iterable[str]) -> list[tuple[str, str, int]]:
        """Count how many of the codes each division has: (first day, end or "", count), oldest first, those to come last."""
        edges = [0] * (len(self.starts) + 1)
        for code in codes:
            for start, end in self.periods.get(code, ()):
                edges[max(0, bisect_right(self.starts, start) - 1)] += 1
                edges[bisect_right(self.starts, end) - 1 if end else len(self.starts)] -= 1
        ends = [*self.starts[1:], ""]
        return list(zip(self.starts, ends, itertools.accumulate(edges)))


class ChangeGraph:
    """The changes of a classification beside its code lists: what became of each code, and what nobody tells.

    `missing` are the days for which there is no change table, with the service's words.
    """

    def __init__(self, lives: Lives, changes: Iterable[Change], missing: Mapping[str, str] | None = None):
        self.lives = lives
        self.changes = tuple(changes)
        self.missing = dict(missing or {})

    @property
    def classification(self) -> int:
        return self.lives.classification

    @cached_property
    def history(self) -> History:
        return History(self.changes, periods=self.lives.periods)

    @cached_property
    def holes(self) -> tuple[Hole, ...]:
        """Every day without a table, and every code that came or went on another without a row; by day and code."""
        old = {(row.date, row.old_code) for row in self.changes}
        new = {(row.date, row.new_code) for row in self.changes}
        first = min(self.lives.starts, default="")
        found = [Hole(day, "table", "", words) for day, words in self.missing.items()]
        for code, periods in self.lives.periods.items():
            for start, end in periods:
                if start > first and start not in self.missing and (start, code) not in new:
                    found.append(Hole(start, "new", code))
                if end and end not in self.missing and (end, code) not in old:
                    found.append(Hole(end, "ended", code))
        return tuple(sorted(found))

    def holes_between(self, start: datetime.date | str, end: datetime.date | str) -> tuple[Hole, ...]:
        """Give the holes after the earlier of two days up to and including the later."""
        first, last = sorted((str(start), str(end)))
        return tuple(hole for hole in self.holes if first < hole.date <= last)


def _life(code: Code, first: str) -> Life:
    return Life(code.code, code.name, code.level, code.valid_from or first, code.valid_to or "")


def _covers(life: Life, day: str) -> bool:
    return life.start <= day and (not life.end or day < life.end)


def _joined(lives: Sequence[Life]) -> Iterable[Period]:
    """Join times that touch: a new name is no new code."""
    start, end = lives[0].start, lives[0].end
    for life in lives[1:]:
        if end and life.start > end:
            yield Period(start, end)
            start = life.start
        end = "" if not end or not life.end else max(end, life.end)
    yield Period(start, end)
