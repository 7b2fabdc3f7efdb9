"""Which other classifications the codes of one have counterparts in, as the tables of its version on a day tell.

Klass tells the versions on both sides of a table, but not which classification a version belongs to. Names propose one (a
version is called after its classification and its first year); only the id of the version among its versions settles it.
"""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..core.codes import Classification, Listed
from ..core.errors import UnknownClassification
from ..core.feedback import SILENT, Feedback
from . import classifications, registers
from .services import Services

_WEEK = datetime.timedelta(days=7)  # tables come with new versions, and those are asked about anew
_PREFIX = re.compile(r"(standard|kodeliste) for ", re.IGNORECASE)
_DATE = re.compile(r" (\d{2}-)?\d{4}(-\d{2})?$")  # `2020`, or the month too: `2020-07`
_LIKE = 0.6  # how alike names must be to be worth a question
_GUESSES = 2  # names that are tried


class Counterpart(NamedTuple):
    """A classification by number, and its name as Klass has it, without "Standard for"."""

    number: int
    name: str


@dataclass(frozen=True)
class Counterparts:
    """Those there are on a day, by name; and versions that have a table, but whose classification was not found."""

    found: tuple[Counterpart, ...] = ()
    unplaced: tuple[str, ...] = ()


def find(
    services: Services, classification: int, day: datetime.date, *, fresh: bool = False, feedback: Feedback = SILENT
) -> Counterparts:
    """Find the classifications that have a table with this one on `day`, whichever way round it is stored.

    Empty where there is none, or no version that day. Raises UnknownClassification and what asking Klass raises.
    """
    today, date = services.config.today.isoformat(), day.isoformat()
    versions = registers.classification(services, classification, feedback=feedback).versions
    version = next((version for version in versions if version.covers(date)), None)
    if version is None:
        return Counterparts()

    def ask() -> list:
        return _placed(services, classification, version.id, feedback)

    lifetime = registers.PAST if version.valid_to and version.valid_to <= today else _WEEK
    placed, unplaced = registers.kept_or_asked(services, f"counterparts_{version.id}", ask, lifetime, fresh, feedback).value
    found = {(name, number) for number, name, start, end in placed if start <= date and (not end or date < end)}
    return Counterparts(tuple(Counterpart(number, name) for name, number in sorted(found)), tuple(unplaced))


def _placed(services: Services, classification: int, version: int, feedback: Feedback) -> list:
    """Give [number, name, first day, end] of each version that a table leads to, and the names of those not placed."""
    wanted = _versions_met(services, version, feedback)
    listed = classifications.find(services, include_codelists=True, feedback=feedback)
    placed: list[list] = []
    unplaced: list[str] = []
    for number, (name, ids) in enumerate(sorted(wanted.items())):
        feedback.check()
        feedback.progress(number / len(wanted))
        home = _home(services, name, ids, listed, feedback)
        if home is None:
            unplaced += ids.values()
        elif home.id != classification:
            placed += [[home.id, _bare(home.name), v.valid_from, v.valid_to] for v in home.versions if v.id in ids]
    return [placed, sorted(unplaced)]


def _versions_met(services: Services, version: int, feedback: Feedback) -> dict[str, dict[int, str]]:
    """Group the versions on the other side of a version's tables by the name that they share; id to whole name."""
    met: dict[str, dict[int, str]] = {}
    for table in classifications.about_version(services, version, feedback=feedback).tables:
        other, name = table.other_side(version)
        if other and not table.is_changes:
            met.setdefault(_DATE.sub("", name).casefold(), {})[other] = name
    return met


def _home(
    services: Services, name: str, ids: Mapping[int, str], listed: Iterable[Listed], feedback: Feedback
) -> Classification | None:
    """Give the classification that has one of the versions, of those whose name is the same or much alike."""
    by_name: dict[str, list[int]] = {}
    for one in listed:
        by_name.setdefault(_bare(one.name).casefold(), []).append(one.id)
    alike = difflib.get_close_matches(name, by_name, _GUESSES, _LIKE)  # the same name is the first of them
    for number in (number for close in alike for number in by_name[close]):
        try:
            found = registers.classification(services, number, feedback=feedback)
        except UnknownClassification:
            continue  # gone since the list was kept
        if any(version.id in ids for version in found.versions):
            return found
    return None


def _bare(name: str) -> str:
    bare = _PREFIX.sub("", name, count=1) if _PREFIX.match(name) else name
    return bare[:1].upper() + bare[1:]
