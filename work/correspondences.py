"""Which codes of one classification go with which of another, on a day or over a period."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence

from ..core import dates
from ..core.codes import GRUNNKRETS, Correspondence, Version
from ..core.errors import (
    BadDates,
    CorrespondenceMissing,
    LanguageMissing,
    NoCodesOnDate,
    NoCorrespondence,
    Refused,
)
from ..core.feedback import SILENT, Feedback
from . import registers
from .services import Services

_NOT_IN_LANGUAGE = "not published in language"
_DAY = datetime.timedelta(days=1)


def fetch(
    services: Services,
    source: int,
    target: int,
    day: datetime.date,
    *,
    end: datetime.date | None = None,
    language: str = "nb",
    levels: tuple[str, str] = ("", ""),
    feedback: Feedback = SILENT,
) -> tuple[Correspondence, ...]:
    """Give the pairs valid on `day`, without dates; or at some time in [`day`, `end`), each with its part of it.

    The direction in which Klass stores a table does not matter. `levels` keep the codes of one level on either side. A table
    without rows is an empty answer; none at all is NoCorrespondence, and a stretch without one is told by a warning. Raises
    NoCodesOnDate, BadDates and UnknownClassification.
    """
    if end is not None and end <= day:
        raise BadDates(day.isoformat(), end.isoformat(), "order")
    one = _Asking(services, source, target, language, feedback)
    found = one.on(day) if end is None else one.between(day, end)
    for side, number, level in ((0, source, levels[0]), (2, target, levels[1])):
        if level and number == GRUNNKRETS:  # the only one whose levels have names of their own
            codes = registers.codes(services, number, day, end=end, include_future=True, feedback=feedback).codes
            known = {code.code for code in codes.at_level(level).codes}
            found = tuple(pair for pair in found if pair[side] in known)
    return found


class _Asking:
    """Questions about one pair of classifications; a language in which nothing is published is only tried once."""

    def __init__(self, services: Services, source: int, target: int, language: str, feedback: Feedback):
        self._services, self._source, self._target = services, source, target
        self._language, self._feedback = language, feedback

    def on(self, day: datetime.date) -> tuple[Correspondence, ...]:
        future = day > self._services.config.today

        def ask(language: str) -> list:
            klass, feedback = self._services.klass, self._feedback
            pairs = klass.correspond_at(
                self._source, self._target, day, language=language, include_future=future, feedback=feedback
            )
            return list(pairs)

        try:
            found = self._in_language(lambda language: self._kept(f"{day}_{language}", day, lambda: ask(language)))
        except Refused as refusal:
            if refusal.status != 404:
                raise
            self._check_versions(day)  # a day without versions has no table either, but that is not the reason
            raise NoCorrespondence(self._source, self._target, day.isoformat(), "", refusal.words) from refusal
        if not found:
            self._check_versions(day)
        return found

    def between(self, start: datetime.date, end: datetime.date) -> tuple[Correspondence, ...]:
        """Ask division by division: in one answer Klass gives tables stored one way round only."""
        edges = self._edges(start, end)
        found: list[Correspondence] = []
        refusals: list[tuple[datetime.date, datetime.date, Refused]] = []
        for number, (first, last) in enumerate(zip(edges, edges[1:])):
            self._feedback.check()
            self._feedback.progress(number / (len(edges) - 1))
            try:
                found += self._in_language(lambda language: self._ask(first, last, language))  # noqa: B023
            except Refused as refusal:
                if refusal.status != 404:
                    raise
                refusals.append((first, last, refusal))
        if len(refusals) == len(edges) - 1:
            self._check_versions(start, end)
            words, days = refusals[-1][2].words, (start.isoformat(), end.isoformat())
            raise NoCorrespondence(self._source, self._target, *days, words) from refusals[-1][2]
        for first, last, told in refusals:
            days = (first.isoformat(), last.isoformat())
            self._feedback.warn(CorrespondenceMissing(self._source, self._target, *days, told.words))
        if not found:
            self._check_versions(start, end)
        return tuple(_joined(found))

    def _ask(self, first: datetime.date, last: datetime.date, language: str) -> tuple[Correspondence, ...]:
        def ask() -> list:
            klass, feedback = self._services.klass, self._feedback
            rows = klass.corresponds(
                self._source, self._target, first, last, language=language, include_future=True, feedback=feedback
            )
            return list(rows)

        rows = self._kept(f"{first}_{last}_{language}", last - _DAY, ask)
        days = first.isoformat(), last.isoformat()
        return tuple(row._replace(valid_from=row.valid_from or days[0], valid_to=row.valid_to or days[1]) for row in rows)

    def _kept(self, key: str, last: datetime.date, ask: Callable[[], list]) -> tuple[Correspondence, ...]:
        """Give what was kept up to the `last` day, or ask; an older answer serves where nobody answers, and that is said."""
        named = f"corresponds_{self._source}_{self._target}_{key}"
        lifetime = registers.lifetime(self._services, last)
        rows = registers.told_or_asked(self._services, named, ask, lifetime, False, self._feedback)
        return tuple(Correspondence(*row) for row in rows)

    def _in_language(self, ask):
        """Ask in the language, or in bokmål where one of the tables is not published in it."""
        try:
            return ask(self._language)
        except Refused as refusal:
            if self._language == "nb" or refusal.status != 404 or _NOT_IN_LANGUAGE not in str(refusal.words):
                raise
        self._feedback.warn(LanguageMissing(self._source, self._language))
        self._language = "nb"
        return ask("nb")

    def _versions(self, classification: int) -> tuple[Version, ...]:
        return registers.classification(self._services, classification, feedback=self._feedback).versions

    def _edges(self, start: datetime.date, end: datetime.date) -> list[datetime.date]:
        """Give the first day, each day inside on which one of the two changes, and the end; what no version covers is cut."""
        mine, theirs = self._versions(self._source), self._versions(self._target)
        starts = [min((v.valid_from for v in versions), default="") for versions in (mine, theirs)]
        first = max([start.isoformat(), *filter(None, starts)])
        if first >= end.isoformat():
            raise NoCodesOnDate(self._source, start.isoformat(), max(starts), "", "")
        inside = {v.valid_from for v in (*mine, *theirs) if first < v.valid_from < end.isoformat()}
        return [dates.parse(day) for day in sorted({first, *inside, end.isoformat()})]

    def _check_versions(self, day: datetime.date, end: datetime.date | None = None) -> None:
        """Raise NoCodesOnDate where one of the two has no version then: a table without rows is an answer."""
        last = (end - _DAY if end else day).isoformat()
        for classification in (self._source, self._target):
            versions = self._versions(classification)
            if not any(version.meets(day.isoformat(), last) for version in versions):
                first = versions[0].valid_from if versions else ""
                ended = versions[-1].valid_to if versions else None
                until = dates.day_before(dates.parse(ended)).isoformat() if ended else ""
                raise NoCodesOnDate(classification, day.isoformat(), first, until, "")


def _joined(rows: Sequence[Correspondence]) -> Iterable[Correspondence]:
    """Join rows whose times touch; sorted as the service sorts."""
    open_row: Correspondence | None = None
    for row in sorted(rows, key=lambda row: (row[:4], row.valid_from or "")):
        if open_row is not None and open_row[:4] == row[:4] and open_row.valid_to == row.valid_from:
            open_row = open_row._replace(valid_to=row.valid_to)
            continue
        if open_row is not None:
            yield open_row
        open_row = row
    if open_row is not None:
        yield open_row
