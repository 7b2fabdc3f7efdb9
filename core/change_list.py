"""What changed in a time as a list to read: the rows that hang together as one change, grouped by kind, and searched."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .changes import kinds, together
from .codes import Change, Version
from .dates import day_before, parse
from .lives import Hole
from .text import fold

COLUMNS = ("old_code", "old_name", "new_code", "new_name", "change_date", "kind")
ORDER = ("split", "rearranged", "merged", "renumbered", "renamed", "new", "ended", "untold")  # the rarest and hardest first


class Named(NamedTuple):
    """A code under the name that it had before or after a change."""

    code: str
    name: str

    def __str__(self) -> str:
        return f"{self.code} {self.name}".strip()


@dataclass(frozen=True)
class Event:
    """Rows of one day that hang together. `kind` is one of ORDER; of an untold one `hole` says what Klass does not."""

    kind: str
    date: str
    rows: tuple[Change, ...] = ()
    hole: Hole | None = None
    name: str = ""  # of the code of a hole

    @cached_property
    def old(self) -> tuple[Named, ...]:
        return tuple(sorted({Named(row.old_code, row.old_name or "") for row in self.rows if row.old_code}))

    @cached_property
    def new(self) -> tuple[Named, ...]:
        return tuple(sorted({Named(row.new_code, row.new_name or "") for row in self.rows if row.new_code}))

    @property
    def codes(self) -> tuple[tuple[Named, datetime.date], ...]:
        """Every code with a day on which it was valid, the one that the event is about first."""
        day = parse(self.date)
        old = [(named, day_before(day)) for named in self.old]
        new = [(named, day) for named in self.new]
        if self.hole and self.hole.code:
            return ((Named(self.hole.code, self.name), day if self.hole.what == "new" else day_before(day)),)
        return tuple([*old, *new] if self.kind in ("split", "rearranged", "ended") else [*new, *old])

    @cached_property
    def searched(self) -> str:
        return fold(" ".join(str(named) for named, _ in self.codes))


@dataclass(frozen=True)
class ChangeList:
    """Events by kind, in the order of ORDER; each group by date and code. No group is empty."""

    groups: tuple[tuple[str, tuple[Event, ...]], ...]

    @classmethod
    def of(cls, events: Iterable[Event]) -> ChangeList:
        found: dict[str, list[Event]] = {kind: [] for kind in ORDER}
        for event in events:
            found[event.kind].append(event)
        return cls(tuple((kind, tuple(sorted(some, key=_by_day_and_code))) for kind, some in found.items() if some))

    def __iter__(self) -> Iterator[Event]:
        return (event for _, events in self.groups for event in events)

    @property
    def told(self) -> int:
        """How many changes there are, without what Klass does not tell."""
        return sum(len(events) for kind, events in self.groups if kind != "untold")

    @cached_property
    def days(self) -> tuple[str, ...]:
        return tuple(sorted({event.date for event in self}))

    def search(self, text: str) -> ChangeList:
        """Only what has a code or name with the text in it; all of it where the text is empty."""
        typed = fold(text.strip())
        if not typed:
            return self
        found = ((kind, tuple(event for event in some if typed in event.searched)) for kind, some in self.groups)
        return ChangeList(tuple((kind, some) for kind, some in found if some))


EMPTY = ChangeList(())


def events(changes: Sequence[Change]) -> tuple[Event, ...]:
    """Give what hangs together among the rows of any days, each as one event."""
    return tuple(Event(kind, rows[0].date, rows) for kind, rows in together(changes))


def table_rows(changes: Sequence[Change]) -> Iterator[tuple[object, ...]]:
    """Give the rows of COLUMNS."""
    return ((*row, kind) for row, kind in zip(changes, kinds(changes)))


def usual_period(versions: Sequence[Version], day: datetime.date) -> tuple[datetime.date, datetime.date]:
    """Give the days after and until which changes are most often asked for: since the division before that of `day` began."""
    starts = [parse(version.valid_from) for version in versions]
    begun = [start for start in starts if start <= day]
    return (begun[-2:] or [day])[0], day


def _by_day_and_code(event: Event) -> tuple[str, str]:
    codes = event.codes
    return event.date, codes[0][0].code if codes else ""
