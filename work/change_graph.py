"""A classification through all of its versions, kept on disk: every code that ever was, and what became of each.

Tables of changes are asked for in windows of several versions. Where one is missing Klass refuses the whole window, so that
it is halved until the missing one stands alone: it is remembered as a hole. Only what is new or was changed since is asked
for again.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..core import dates
from ..core.codes import Change, Version
from ..core.errors import (
    BadDates,
    ChangesMissing,
    Faulty,
    KeptSince,
    LanguageMissing,
    Refused,
    Unreachable,
)
from ..core.feedback import SILENT, Feedback
from ..core.lives import ChangeGraph, Life, Lives
from . import registers
from .cache import Kept
from .services import Services

_WINDOW = 20  # versions whose changes are asked for at once: those of all 141 in one would be a very long answer
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class KeptLives:
    """Every code of a classification, when it was fetched, and whether it is old because the service did not answer."""

    lives: Lives
    fetched: datetime.datetime
    kept: bool = False


@dataclass(frozen=True)
class KeptGraph:
    """The same with all changes; `fetched` is when the oldest of their tables was."""

    graph: ChangeGraph
    fetched: datetime.datetime
    kept: bool = False


def lives(services: Services, classification: int, *, fresh: bool = False, feedback: Feedback = SILENT) -> KeptLives:
    """Give every code that ever was, those of versions to come included. Raises UnknownClassification."""
    versions = registers.classification(services, classification, fresh=fresh, feedback=feedback.part(0.0, 0.1)).versions
    feedback.step("fetching_codes", classification=classification)

    def ask() -> list:
        if not versions:
            return [[], []]
        start = dates.parse(versions[0].valid_from)
        part = feedback.part(0.1, 1.0)
        codes = services.klass.codes(classification, start, None, include_future=True, feedback=part).codes
        rows = [[code.code, code.name, code.level, code.valid_from or versions[0].valid_from, code.valid_to] for code in codes]
        return [_signature(versions), rows]

    key = f"lives_{classification}"
    before = services.cache.load(registers.KIND, key)
    fresh = fresh or bool(before and before.value[0] != _signature(versions))
    answer = registers.kept_or_asked(services, key, ask, registers.PAST, fresh, feedback)
    return KeptLives(lives_of(classification, answer.value), answer.stored, answer.old)


def lives_of(classification: int, value) -> Lives:
    """Read what `lives` has kept."""
    versions, rows = value
    found = (Life(code, name, level, start, end or "") for code, name, level, start, end in rows)
    return Lives(classification, found, [start for _, start, _ in versions])


def graph_of(lives: Lives, kept: Kept) -> tuple[ChangeGraph, frozenset[str]]:
    """Read the tables that are kept, however old, and say of which days there are any. Asks nobody."""
    tables = _Tables(_read(kept), True)
    missing = {day: table.words for day, table in tables.found.items() if table.words}
    return ChangeGraph(lives, tables.changes, missing), frozenset(tables.found)


def graph(services: Services, classification: int, *, fresh: bool = False, feedback: Feedback = SILENT) -> KeptGraph:
    """Give every code and every change of a classification, with the holes named. Raises UnknownClassification."""
    listed = lives(services, classification, fresh=fresh, feedback=feedback.part(0.0, 0.3))
    versions = registers.classification(services, classification, feedback=feedback).versions
    days = [version.valid_from for version in versions[1:]]
    tables = _tables(services, classification, versions, days, fresh, feedback.part(0.3, 1.0))
    missing = {day: table.words for day, table in tables.found.items() if table.words}
    fetched = min((table.fetched for table in tables.found.values()), default=listed.fetched)
    return KeptGraph(ChangeGraph(listed.lives, tables.changes, missing), fetched, tables.old or listed.kept)


def changes(
    services: Services,
    classification: int,
    start: datetime.date,
    end: datetime.date,
    *,
    language: str = "nb",
    feedback: Feedback = SILENT,
) -> tuple[Change, ...]:
    """Give everything that took effect after `start`, up to and including `end`; by date, old and new code.

    Only the tables of these days are fetched. Each missing one is told by a warning; where all are missing it is the
    service's Refused. Names that are not published in `language` come in bokmål, with a warning. Raises BadDates too.
    """
    if start > end:
        raise BadDates(start.isoformat(), end.isoformat(), "order")
    versions = registers.classification(services, classification, feedback=feedback).versions
    days = [v.valid_from for v in versions[1:] if start.isoformat() < v.valid_from <= end.isoformat()]
    tables = _tables(services, classification, versions, days, False, feedback.part(0.0, 0.7))
    missing = {day: table.words for day, table in tables.found.items() if table.words}
    if missing and len(missing) == len(days):
        raise Refused("klass", f"{classification}/changes", 404, missing[days[-1]])
    for day, words in missing.items():
        feedback.warn(ChangesMissing(classification, day, words))
    if tables.old:
        feedback.warn(KeptSince("klass", min(table.fetched for table in tables.found.values()).date()))
    if language == "nb":
        return tables.changes
    return _in_language(services, classification, tables.changes, versions, language, feedback.part(0.7, 1.0))


def _in_language(
    services: Services,
    classification: int,
    rows: Sequence[Change],
    versions: Sequence[Version],
    language: str,
    feedback: Feedback,
) -> tuple[Change, ...]:
    """Put names of another language in: Klass leaves out tables that are not published in it, without a word."""
    found: dict[tuple[str, str | None, str | None], Change] = {}
    for days, part in _windows(sorted({row.date for row in rows}), versions, feedback):
        start, end = dates.parse(days[0]) - _DAY, dates.parse(days[-1]) + _DAY
        try:
            told = services.klass.changes(classification, start, end, language=language, include_future=True, feedback=part)
        except Refused as refusal:
            if refusal.status != 404:
                raise
            continue
        found.update({(row.date, row.old_code, row.new_code): row for row in told})
    if any((row.date, row.old_code, row.new_code) not in found for row in rows):
        feedback.warn(LanguageMissing(classification, language))
    return tuple(found.get((row.date, row.old_code, row.new_code), row) for row in rows)


# --- asking ---------------------------------------------------------------------


def _windows(wanted: Sequence[str], versions: Sequence[Version], feedback: Feedback) -> Iterator[tuple[list[str], Feedback]]:
    """Group the days that are asked for: neighbours together, as many as go into a window."""
    groups: list[list[str]] = []
    left = set(wanted)
    neighbours = False
    for version in versions[1:]:
        if version.valid_from not in left:
            neighbours = False
            continue
        if not neighbours or len(groups[-1]) == _WINDOW:
            groups.append([])
        groups[-1].append(version.valid_from)
        neighbours = True
    for number, group in enumerate(groups):
        feedback.check()
        yield group, feedback.part(number / len(groups), (number + 1) / len(groups))


def _ask_tables(services: Services, classification: int, days: Sequence[str], feedback: Feedback) -> dict[str, list]:
    """Give [rows, words] for each of some neighbouring days; words where there is no table, and no rows then."""
    start, end = dates.parse(days[0]) - _DAY, dates.parse(days[-1]) + _DAY
    try:
        changes = services.klass.changes(classification, start, end, include_future=True, feedback=feedback)
    except Refused as refusal:
        if refusal.status != 404:
            raise
        if len(days) == 1:
            return {days[0]: [[], str(refusal.words) or "404"]}
        feedback.check()
        half = len(days) // 2
        first = _ask_tables(services, classification, days[:half], feedback.part(0.0, 0.5))
        return {**first, **_ask_tables(services, classification, days[half:], feedback.part(0.5, 1.0))}
    return {day: [rows, ""] for day, rows in _by_day(changes, days).items()}


def _by_day(changes: Iterable[Change], days: Sequence[str]) -> dict[str, list]:
    found: dict[str, list] = {day: [] for day in days}
    for change in changes:
        if change.date in found:
            found[change.date].append(list(change[:4]))
    return found


# --- keeping --------------------------------------------------------------------


class _Table(NamedTuple):
    """The changes of one day, or why there are none. `stamp` tells whether a version beside it was changed since."""

    rows: list
    words: str
    stamp: list
    fetched: datetime.datetime


@dataclass(frozen=True)
class _Tables:
    """Tables by day; `old` where they should have been asked for again, and nobody answered."""

    found: Mapping[str, _Table]
    old: bool

    @property
    def changes(self) -> tuple[Change, ...]:
        rows = (
            Change(old, old_name, new, new_name, day)
            for day, table in self.found.items()
            for old, old_name, new, new_name in table.rows
        )
        return tuple(sorted(rows, key=lambda row: (row.date, row.old_code or "", row.new_code or "")))


def _tables(
    services: Services, classification: int, versions: Sequence[Version], days: Sequence[str], fresh: bool, feedback: Feedback
) -> _Tables:
    """Give the tables of some days: what is kept and still true, the rest asked for and kept beside it."""
    feedback.step("fetching_changes", classification=classification)
    key, stamps = f"change-tables_{classification}", _stamps(versions)
    kept = _read(services.cache.load(registers.KIND, key))
    good = {} if fresh else {day: table for day, table in kept.items() if _still_true(services, table, stamps.get(day))}
    wanted = [day for day in days if day not in good]
    if not wanted:
        return _Tables({day: good[day] for day in days}, False)
    asked: dict[str, list] = {}
    try:
        for some, part in _windows(wanted, versions, feedback):
            asked.update(_ask_tables(services, classification, some, part))
    except (Unreachable, Faulty):
        if not all(day in kept for day in days):
            raise
        return _Tables({day: kept[day] for day in days}, True)
    now = services.cache.now()
    good.update({day: _Table(rows, words, stamps[day], now) for day, (rows, words) in asked.items()})
    value = {day: [*table[:3], table.fetched.isoformat()] for day, table in sorted(good.items())}
    services.cache.remember(registers.KIND, key, value, feedback)
    return _Tables({day: good[day] for day in days}, False)


def _read(kept: Kept | None) -> dict[str, _Table]:
    if kept is None:
        return {}
    return {
        day: _Table(rows, words, stamp, datetime.datetime.fromisoformat(fetched))
        for day, (rows, words, stamp, fetched) in kept.value.items()
    }


def _still_true(services: Services, table: _Table, stamp: list | None) -> bool:
    """Whether a table lies between versions that are as they were. One that was missing may have come since yesterday."""
    lifetime = registers.PRESENT if table.words else registers.PAST
    return table.stamp == stamp and services.cache.age(table.fetched) < lifetime


def _stamps(versions: Sequence[Version]) -> dict[str, list]:
    """What tells that neither version on the two sides of a day was changed."""
    pairs = zip(versions, versions[1:])
    return {newer.valid_from: [older.id, older.last_modified, newer.id, newer.last_modified] for older, newer in pairs}


def _signature(versions: Sequence[Version]) -> list[list]:
    return [[version.id, version.valid_from, version.last_modified] for version in versions]
