"""A classification through all of its versions, kept on disk: every code that ever was, and what became of each.

Tables of changes are asked for in windows of several versions. Where one is missing Klass refuses the whole window, so that
it is halved until the missing one stands alone: it is remembered as a hole. Only what is new or was changed since is asked
for again.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..core import dates
from ..core.codes import Change, Version
from ..core.errors import Refused
from ..core.feedback import SILENT, Feedback
from ..core.lives import ChangeGraph, Life, Lives
from . import registers
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
    """The same with all changes; `fetched` is when the changes were."""

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
        named = {"include_future": True, "feedback": feedback.part(0.1, 1.0)}
        codes = services.klass.codes(classification, start, None, **named).codes
        rows = [[code.code, code.name, code.level, code.valid_from or versions[0].valid_from, code.valid_to] for code in codes]
        return [_signature(versions), rows]

    key = f"lives_{classification}"
    before = services.cache.load(registers.KIND, key)
    fresh = fresh or bool(before and before.value[0] != _signature(versions))
    answer = registers.kept_or_asked(services, key, ask, registers.PAST, fresh, feedback)
    found = (Life(code, name, level, start, end or "") for code, name, level, start, end in answer.value[1])
    starts = [version.valid_from for version in versions]
    return KeptLives(Lives(classification, found, starts), answer.stored, answer.old)


def graph(services: Services, classification: int, *, fresh: bool = False, feedback: Feedback = SILENT) -> KeptGraph:
    """Give every code and every change of a classification, with the holes named. Raises UnknownClassification."""
    listed = lives(services, classification, fresh=fresh, feedback=feedback.part(0.0, 0.3))
    versions = registers.classification(services, classification, feedback=feedback).versions
    feedback.step("fetching_changes", classification=classification)
    key = f"change-tables_{classification}"
    before = services.cache.load(registers.KIND, key)
    age = services.cache.age(before.stored) if before else registers.PAST
    kept = _still_true(before.value, versions, age) if before and age < registers.PAST and not fresh else {}
    wanted = [version.valid_from for version in versions[1:] if version.valid_from not in kept]

    def ask() -> dict:
        tables = dict(kept)
        for days, part in _windows(wanted, versions, feedback.part(0.3, 1.0)):
            tables.update(_ask_tables(services, classification, days, part))
        stamps = _stamps(versions)
        return {day: [stamps[day], *table] for day, table in tables.items()}

    answer = registers.kept_or_asked(services, key, ask, registers.PAST, bool(wanted), feedback)
    tables = {day: table for day, (_, *table) in answer.value.items()}
    changes = (Change(*row[:4], day) for day, (rows, _) in sorted(tables.items()) for row in rows)
    missing = {day: words for day, (_, words) in tables.items() if words}
    return KeptGraph(ChangeGraph(listed.lives, changes, missing), answer.stored, answer.old or listed.kept)


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


def _still_true(value: Mapping[str, list], versions: Sequence[Version], age: datetime.timedelta) -> dict[str, list]:
    """Give the kept tables between versions that are as they were. One that was missing may have come since yesterday."""
    stamps = _stamps(versions)
    return {
        day: [rows, words]
        for day, (stamp, rows, words) in value.items()
        if stamps.get(day) == stamp and not (words and age >= registers.PRESENT)
    }


def _stamps(versions: Sequence[Version]) -> dict[str, list]:
    """What tells that neither version on the two sides of a day was changed."""
    pairs = zip(versions, versions[1:])
    return {newer.valid_from: [older.id, older.last_modified, newer.id, newer.last_modified] for older, newer in pairs}


def _signature(versions: Sequence[Version]) -> list[list]:
    return [[version.id, version.valid_from, version.last_modified] for version in versions]
