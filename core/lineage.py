"""The life of one code, ready to be drawn: whom it came from, what became of it, and where Klass does not say."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from .changes import Step, kinds
from .dates import day_before
from .lives import ChangeGraph

_PLAIN = ("renamed", "unchanged")


class Box(NamedTuple):
    """A code between two changes, under all the names that it had in that time; a new name alone is no change.

    Days run from `start` to before `end`, yyyy-MM-dd, "" while it goes on. `column` counts the changes in the picture
    before it. `depth` is 0 for the asked code, negative for its forerunners, positive for what it became.
    """

    code: str
    names: tuple[str, ...]
    start: str
    end: str
    column: int
    depth: int

    @property
    def name(self) -> str:
        return self.names[-1] if self.names else ""


class Link(NamedTuple):
    """A line from one box to another, by their places in `Lineage.boxes`; `kind` is one of `changes.KINDS`."""

    old: int
    new: int
    date: str
    kind: str


class Gap(NamedTuple):
    """A loose end: before or after a box nobody knows. `words` are the service's where a whole table is missing."""

    box: int
    date: str
    before: bool
    words: str = ""


@dataclass(frozen=True)
class Lineage:
    """A code's forerunners and descendants, no cousins. `dates` are the days of the links, oldest first.

    `earlier` and `later` say on how many more days something changed than is drawn.
    """

    asked: int
    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    gaps: tuple[Gap, ...]
    dates: tuple[str, ...]
    earlier: int = 0
    later: int = 0


def lineage(
    graph: ChangeGraph, code: str, day: datetime.date | str, *, before: int | None = 3, after: int | None = 3
) -> Lineage | None:
    """Draw up the life of a code as it was on `day`, or on its last day before, or first day after; None for no code.

    `before` and `after` limit the generations; None draws all of them.
    """
    when = _day_of(graph, code, str(day))
    if not when:
        return None
    return _Tree(graph, code, when).lineage(before, after)


def opening(graph: ChangeGraph, code: str, day: datetime.date | str, most: int = 3) -> tuple[int, int]:
    """Give how many generations to draw first, before and after: no more than `most`, on no more than `most` days."""

    def generations(backwards: bool) -> int:
        return next((count for count in range(most, 1, -1) if _days(graph, code, day, count, backwards) <= most), 1)

    return generations(True), generations(False)


def _days(graph: ChangeGraph, code: str, day: datetime.date | str, count: int, backwards: bool) -> int:
    found = lineage(graph, code, day, before=count if backwards else 0, after=0 if backwards else count)
    return len(found.dates) if found else 0


def _day_of(graph: ChangeGraph, code: str, day: str) -> str:
    lives = graph.lives.of(code)
    if not lives or graph.lives.valid_on(code, day):
        return day if lives else ""
    return graph.history.last_valid(code, day) or lives[0].start


def together(links: Iterable[Link]) -> list[list[Link]]:
    """Group links that hang together: of one day, and with a box in common. Oldest first."""
    groups: list[list[Link]] = []
    for link in sorted(links, key=lambda link: link.date):
        beside = [group for group in groups if any(_meet(link, other) for other in group)]
        groups = [group for group in groups if group not in beside]
        groups.append([*(one for group in beside for one in group), link])
    return groups


def _meet(link: Link, other: Link) -> bool:
    return link.date == other.date and (link.old == other.old or link.new == other.new)


class _Node(NamedTuple):
    code: str
    start: str
    end: str


class _Tree:
    """The boxes found so far, generation by generation in both directions."""

    def __init__(self, graph: ChangeGraph, code: str, day: str):
        self._graph = graph
        self._asked = self._node(code, day)
        self._kinds: dict[tuple[str, str, str], str] = {}

    def lineage(self, before: int | None, after: int | None) -> Lineage:
        nodes: dict[_Node, int] = {self._asked: 0}
        pairs: dict[tuple[_Node, _Node], str] = {}
        cut = [self._walk(nodes, pairs, limit, backwards) for limit, backwards in ((before, True), (after, False))]
        dates = sorted(set(pairs.values()))
        order = sorted(nodes, key=lambda node: (bisect_right(dates, node.start), node.code, node.start))
        places = {node: place for place, node in enumerate(order)}
        links = sorted(
            Link(places[old], places[new], day, self._kind(old.code, new.code, day)) for (old, new), day in pairs.items()
        )
        boxes = (
            Box(node.code, self._names(node), node.start, node.end, bisect_right(dates, node.start), nodes[node])
            for node in order
        )
        return Lineage(places[self._asked], tuple(boxes), tuple(links), tuple(self._gaps(places)), tuple(dates), cut[0], cut[1])

    def _walk(self, nodes: dict, pairs: dict, limit: int | None, backwards: bool) -> int:
        """Add the generations of one direction; give on how many more days something changed beyond the limit."""
        generation, depth, cut, seen = [self._asked], 0, set(), {self._asked}
        while generation:
            drawn = limit is None or depth < limit
            following = []
            for node in generation:
                for other, day in self._beside(node, backwards):
                    if drawn:
                        pairs[(other, node) if backwards else (node, other)] = day
                        nodes.setdefault(other, -depth - 1 if backwards else depth + 1)
                    else:
                        cut.add(day)
                    if other not in seen:
                        seen.add(other)
                        following.append(other)
            generation, depth = following, depth + 1
        return len(cut)

    def _beside(self, node: _Node, backwards: bool) -> Iterable[tuple[_Node, str]]:
        """Give the boxes that one came from, or became, with the day."""
        day = node.start if backwards else node.end
        step = next((step for step in self._graph.history.steps(node.code, backwards=backwards) if step.date == day), None)
        for code in step.codes if step else ():
            when = day_before(datetime.date.fromisoformat(day)).isoformat() if backwards else day
            yield self._node(code, when), day

    def _node(self, code: str, day: str) -> _Node:
        """Find the box in which a code is on a day: between two changes that are more than a new name."""
        history = self._graph.history
        forward = {step.date: step for step in history.steps(code)}
        backward = {step.date: step for step in history.steps(code, backwards=True)}
        days = sorted(date for date in {*forward, *backward} if not _is_plain(forward.get(date), backward.get(date)))
        period = next((one for one in history.periods(code) if one.start <= day and (not one.end or day < one.end)), None)
        start = max([date for date in days if date <= day] + ([period.start] if period else []), default="")
        ends = [date for date in days if date > day] + ([period.end] if period and period.end else [])
        return _Node(code, start, min(ends, default=""))

    def _names(self, node: _Node) -> tuple[str, ...]:
        lives = self._graph.lives.of(node.code)
        names = (
            life.name for life in lives if (not node.end or life.start < node.end) and (not life.end or node.start < life.end)
        )
        return tuple(dict.fromkeys(names))

    def _kind(self, old: str, new: str, day: str) -> str:
        if not any(key[2] == day for key in self._kinds):
            rows = [change for change in self._graph.changes if change.date == day]
            self._kinds.update(((row.old_code or "", row.new_code or "", day), kind) for row, kind in zip(rows, kinds(rows)))
        # A code that takes others in without a row of its own, or gives to them, is a part of what happened to those.
        near = next((kind for (a, b, date), kind in self._kinds.items() if date == day and (a == old or b == new)), "")
        return self._kinds.get((old, new, day)) or near

    def _gaps(self, places: dict[_Node, int]) -> Iterable[Gap]:
        history, missing = self._graph.history, self._graph.missing
        first = min(self._graph.lives.starts, default="")
        for node, place in places.items():
            for day, backwards in ((node.start, True), (node.end, False)):
                steps = history.steps(node.code, backwards=backwards)
                if day > first and any(step.date == day and step.kind == "lost" for step in steps):
                    yield Gap(place, day, backwards, missing.get(day, ""))


def _is_plain(forward: Step | None, backward: Step | None) -> bool:
    """Whether nothing but the name of the code changed on a day."""
    if forward is None or backward is None:
        return False
    return forward.codes == (forward.code,) == backward.codes and forward.kind in _PLAIN and backward.kind in _PLAIN
