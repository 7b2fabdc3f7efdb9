"""What became of a code: Klass's changes read as chains across reforms, and judged by all rows that hang together."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .codes import Change
from .dates import day_before

KINDS = ("renamed", "renumbered", "merged", "split", "rearranged", "new", "ended")


class Step(NamedTuple):
    """What happened to one code on one day. `kind` is renamed, renumbered, merged, split, ended or lost.

    A code is lost where Klass has a hole: the code lists have it no longer, and no change says what became of it.
    """

    code: str
    codes: tuple[str, ...]
    date: str
    kind: str


@dataclass(frozen=True)
class Succession:
    """The whole way of one code between two days.

    `kind` is split as soon as one step gave several codes, else merged, ended, renumbered, renamed or unchanged; unknown
    where no change mentions the code. `codes` are all that it led to, in order. `chain` is text such as
    `0101 → 3001 (2020-01-01) → 3101 (2024-01-01)`, "" where nothing happened.
    """

    kind: str
    codes: tuple[str, ...]
    chain: str = ""
    ended: bool = False
    steps: tuple[Step, ...] = ()


class Period(NamedTuple):
    """Days on which a code was valid: from the first to before `end`, yyyy-MM-dd; "" where the changes do not say."""

    start: str
    end: str


class History:
    """All changes of one classification, and the names known for its codes.

    `periods` are those of the code lists where they are known. They beat what the changes tell: no change is taken for the
    fate of a code that was not valid just then (numbers come back decades later, for another place), and a code that gives
    to others or takes them in, and stands in the lists before and after, is one of those that it became.
    """

    def __init__(
        self,
        changes: Iterable[Change],
        names: Mapping[str, str] | None = None,
        periods: Mapping[str, Sequence[Period]] | None = None,
    ):
        by_day: dict[str, list[Change]] = defaultdict(list)
        for change in changes:
            by_day[change.date].append(change)
        self.dates = tuple(sorted(by_day))
        self._forward = _Way()
        self._backward = _Way()
        self._periods: dict[str, Sequence[Period]] = {}
        self._names: dict[str, str] = {}
        self._listed = dict(periods or {})
        for day in self.dates:
            self._read(day, by_day[day])
        self._names.update(names or {})
        self._current = frozenset(names or ())
        self._backward.finish()
        if self._listed:
            self._periods = self._listed
            self._forward.ends = {code: tuple(period.end for period in own) for code, own in self._listed.items()}
            self._backward.ends = {code: tuple(period.start for period in own[::-1]) for code, own in self._listed.items()}

    def _read(self, day: str, rows: Sequence[Change]) -> None:
        old = {row.old_code for row in rows if row.old_code}
        new = {row.new_code for row in rows if row.new_code}
        for row in rows:
            self._forward.add(day, row.old_code, row.new_code, row.old_name != row.new_name)
            self._backward.add(day, row.new_code, row.old_code, row.old_name != row.new_name)
            for code, name in ((row.old_code, row.old_name), (row.new_code, row.new_name)):
                if code and name:
                    self._names[code] = name
        pairs = {(row.old_code, row.new_code) for row in rows}
        for code in old | new:
            lives = self._listed.get(code, ())
            if (code, code) not in pairs and any(start < day and (not end or day < end) for start, end in lives):
                self._forward.add(day, code, code, False)
                self._backward.add(day, code, code, False)
        if not self._listed:
            self._guess_periods(day, old, new)

    def _guess_periods(self, day: str, old: set[str], new: set[str]) -> None:
        """Tell from the changes alone when codes were valid."""
        for code in old | new:
            periods = list(self._periods.get(code, [Period("", "")] if code in old else []))
            if code in old:
                # Also where an earlier row had ended it: a table is missing in between, and it lived until now.
                periods[-1] = Period(periods[-1].start, "" if code in new else day)
            elif not periods or periods[-1].end:
                periods.append(Period(day, ""))
            self._periods[code] = periods

    def knows(self, code: str) -> bool:
        return code in self._periods or code in self._current

    def name_of(self, code: str) -> str:
        """Give the newest known name, "" where there is none."""
        return self._names.get(code, "")

    def periods(self, code: str) -> tuple[Period, ...]:
        """Give the times in which the code was valid, oldest first; () for a code that is not known."""
        return tuple(self._periods.get(code, (Period("", ""),) if code in self._current else ()))

    def valid_on(self, code: str, day: datetime.date | str) -> bool:
        text = _iso(day)
        return any(start <= text and (not end or text < end) for start, end in self.periods(code))

    def last_valid(self, code: str, until: datetime.date | str) -> str:
        """Give the last day up to `until` on which the code was valid, yyyy-MM-dd; "" where it never was."""
        text = _iso(until)
        for start, end in reversed(self.periods(code)):
            if start <= text:
                return text if not end or text < end else day_before(datetime.date.fromisoformat(end)).isoformat()
        return ""

    def steps(self, code: str, *, backwards: bool = False) -> tuple[Step, ...]:
        """Give every change of one code, oldest first: what it became, or backwards what it came from; lost ends included."""
        way = self._backward if backwards else self._forward
        days = {*way.days(code), *filter(None, way.ends.get(code, ()))}
        return tuple(way.step(code, day) for day in sorted(days))

    def successors(self, code: str, since: datetime.date | str | None, until: datetime.date | str) -> Succession:
        """Follow a code from `since` to `until`, backwards where `until` is the earlier.

        Without `since` it starts on the last day up to `until` on which the code was valid. Changes of `since` itself have
        already happened; those of `until` are followed.
        """
        end = _iso(until)
        start = _iso(since) if since else self.last_valid(code, until)
        if not start or not self.knows(code):
            return Succession("unknown", ())
        way, inside = (self._forward, (start, end)) if start <= end else (self._backward, (end, start))
        steps: list[Step] = []
        codes = way.follow(code, inside, steps, {}, backwards=way is self._backward)
        kind = _whole_kind(code, codes, steps)
        return Succession(kind, codes, _chain(steps, way is self._backward), not codes, tuple(steps))


class _Way:
    """Changes in one direction: from each code to what it became, day by day."""

    def __init__(self) -> None:
        self._next: dict[str, dict[str, list[str]]] = defaultdict(dict)
        self._sources: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._renamed: set[tuple[str, str]] = set()
        self.ends: dict[str, tuple[str, ...]] = {}  # days on which the code lists end (or, backwards, begin) a code, in order

    def add(self, day: str, code: str | None, other: str | None, renamed: bool) -> None:
        if code:
            others = self._next[code].setdefault(day, [])
            if other and other not in others:
                others.append(other)
            if renamed:
                self._renamed.add((day, code))
        if other and code:
            self._sources[day, other].add(code)

    def finish(self) -> None:
        """Turn the days round, for the way back."""
        for days in self._next.values():
            turned = dict(reversed(days.items()))
            days.clear()
            days.update(turned)

    def follow(
        self,
        code: str,
        inside: tuple[str, str],
        steps: list[Step],
        known: dict[tuple[str, str], tuple[str, ...]],
        *,
        backwards: bool = False,
    ) -> tuple[str, ...]:
        """Give the codes that `code` leads to by the changes after inside[0] up to inside[1], and note the steps.

        `known` holds the ways that were followed already: branches meet again.
        """
        place = (code, inside[1] if backwards else inside[0])
        if place in known:
            return known[place]
        known[place] = (code,)
        day = self._next_day(code, inside, backwards)
        if day is None:
            return known[place]
        step = self.step(code, day)
        steps.append(step)
        rest = (inside[0], _before(day)) if backwards else (day, inside[1])
        found: dict[str, None] = {}
        for other in step.codes:
            found.update(dict.fromkeys(self.follow(other, rest, steps, known, backwards=backwards)))
        known[place] = tuple(sorted(found))
        return known[place]

    def days(self, code: str) -> Iterable[str]:
        """Give the days on which there are rows for a code, in the direction of the way."""
        return self._next.get(code, {})

    def step(self, code: str, day: str) -> Step:
        """Give what became of a code on a day on which it has a row, or on which the code lists end it."""
        if day not in self.days(code):
            return Step(code, (), day, "lost")
        others = sorted(self._next[code][day])
        return Step(code, tuple(others), day, self._kind(day, code, others))

    def _next_day(self, code: str, inside: tuple[str, str], backwards: bool) -> str | None:
        """Give the day of the code's next change, or of its end in the code lists where that comes first."""
        day = next((day for day in self.days(code) if inside[0] < day <= inside[1]), None)
        end = next((end for end in self.ends.get(code, ()) if end and inside[0] < end <= inside[1]), None)
        if day is None or end is None:
            return day or end
        return max(day, end) if backwards else min(day, end)

    def _kind(self, day: str, code: str, others: list[str]) -> str:
        if not others:
            return "ended"
        if len(others) > 1:
            return "split"
        if len(self._sources[day, others[0]]) > 1:
            return "merged"
        if others[0] != code:
            return "renumbered"
        return "renamed" if (day, code) in self._renamed else "unchanged"


def kinds(changes: Sequence[Change]) -> tuple[str, ...]:
    """Judge each change by all rows of its day that hang together through an old or a new code. Same order as given."""
    groups = _groups(changes)
    by_group = {group: _group_kind(rows) for group, rows in _members(changes, groups).items()}
    return tuple(by_group[group] for group in groups)


def together(changes: Sequence[Change]) -> tuple[tuple[str, tuple[Change, ...]], ...]:
    """Give the rows that hang together, group by group with its kind, in the order in which each begins."""
    return tuple((_group_kind(rows), tuple(rows)) for rows in _members(changes, _groups(changes)).values())


def _members(changes: Sequence[Change], groups: Sequence[int]) -> dict[int, list[Change]]:
    members: dict[int, list[Change]] = defaultdict(list)
    for change, group in zip(changes, groups):
        members[group].append(change)
    return members


def _groups(changes: Sequence[Change]) -> list[int]:
    """Give each change the number of the group that it hangs together with."""
    parent = list(range(len(changes)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = index = parent[parent[index]]
        return index

    first: dict[tuple[str, str, str], int] = {}
    for index, change in enumerate(changes):
        for side, code in (("old", change.old_code), ("new", change.new_code)):
            if code:
                parent[root(index)] = root(first.setdefault((change.date, side, code), index))
    return [root(index) for index in range(len(changes))]


def _group_kind(rows: Sequence[Change]) -> str:
    old = {row.old_code for row in rows if row.old_code}
    new = {row.new_code for row in rows if row.new_code}
    if not old or not new:
        return "ended" if old else "new"
    if len(old) > 1:
        return "merged" if len(new) == 1 else "rearranged"
    if len(new) > 1:
        return "split"
    return "renamed" if old == new else "renumbered"


def _whole_kind(code: str, codes: tuple[str, ...], steps: Sequence[Step]) -> str:
    found = {step.kind for step in steps}
    if "split" in found:
        return "split"
    if not codes:
        return "ended"
    if "merged" in found:
        return "merged"
    if codes != (code,):
        return "renumbered"
    return "renamed" if "renamed" in found else "unchanged"


def _chain(steps: Sequence[Step], backwards: bool) -> str:
    """Write the way as text. After a split each branch that went on is written on its own, behind a semicolon.

    A code that nobody knows the fate of leads to "?", one that ended to "–".
    """
    parts: list[str] = []
    at: tuple[str, str] | None = None  # the code that the last part leads to, and when it came there
    for step in steps:
        if step.codes == (step.code,) and step.kind != "merged":
            continue
        arrow = f" → {', '.join(step.codes) or ('?' if step.kind == 'lost' else '–')} ({step.date})"
        # The same code in another branch may have had its fate before this one came to it.
        if at and at[0] == step.code and (step.date < at[1] if backwards else step.date > at[1]):
            parts[-1] += arrow
        else:
            parts.append(step.code + arrow)
        at = (step.codes[0], step.date) if len(step.codes) == 1 else None
    return "; ".join(parts)


def _iso(day: datetime.date | str) -> str:
    return day if isinstance(day, str) else day.isoformat()


def _before(day: str) -> str:
    return day_before(datetime.date.fromisoformat(day)).isoformat()


def spans(history: History, codes: Iterable[str]) -> list[tuple[str, str, int]]:
    """Count how many of the codes were valid in each time between two changes: (first day, end, count), oldest first.

    The first time begins at "" and the last ends at "": the changes do not say more.
    """
    dates = history.dates
    edges = [0] * (len(dates) + 2)
    for code in codes:
        for start, end in history.periods(code):
            edges[bisect_right(dates, start) if start else 0] += 1
            edges[bisect_right(dates, end) if end else len(dates) + 1] -= 1
    counted, running = [], 0
    for index in range(len(dates) + 1):
        running += edges[index]
        counted.append((dates[index - 1] if index else "", dates[index] if index < len(dates) else "", running))
    return counted
