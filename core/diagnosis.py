"""Telling what a column holds: codes of which classification, of which years, and what is wrong with the rest."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import NamedTuple, Optional

from .codes import is_filler
from .keys import CleanKey, KeyShape, as_text
from .lives import Lives
from .places_by_name import Named, PlaceNames, ToldApart
from .recoding import read_code

PROBLEMS = ("lost_zero", "malformed", "unknown", "duplicate", "name", "lookalike", "filler")

_HALF = 0.5  # where more of the codes are unknown, those that are known are so by chance
_MOST_AMBIGUOUS = 20  # names of several places that get a row each


class Fit(NamedTuple):
    """How many of the `distinct` codes were valid from `start` to before `end` (yyyy-MM-dd, "" while it goes on).

    `example` is one that was not; "" where all were.
    """

    classification: int
    level: str
    start: str
    end: str
    distinct: int
    matched: int
    example: str = ""

    @property
    def share(self) -> float:
        return self.matched / self.distinct if self.distinct else 0.0

    def covers(self, day: datetime.date) -> bool:
        return self.start <= day.isoformat() and (not self.end or day.isoformat() < self.end)


class Problem(NamedTuple):
    """One thing to mend: `kind` is one of PROBLEMS, in how many distinct `values` and in how many `features`.

    `example` is a raw value and `repair` what it is to be; None where nobody can say.
    """

    kind: str
    values: int
    features: int
    example: str
    repair: Optional[str] = None
    classification: int = 0
    level: str = ""
    raw: tuple[object, ...] = ()  # the values themselves; of a duplicate all that are read as one of the codes


@dataclass(frozen=True)
class Diagnosis:
    """What a column holds. `fits` are divisions, the best and newest first; `repairs` what can be mended at once.

    `distinct` counts codes: what is empty or a filler is none. `ever` of them were valid at some time. `classification` is 0
    where nothing fits.
    """

    field: str
    classification: int
    level: str
    features: int
    empty: int
    distinct: int
    ever: int
    fits: tuple[Fit, ...]
    problems: tuple[Problem, ...]
    repairs: Mapping[object, str]
    names: Mapping[object, Named] = dataclass_field(default_factory=dict)  # values that are names of places
    apart: ToldApart | None = None  # names of several places, where another field tells which

    @property
    def ambiguous(self) -> dict[object, Named]:
        """The values that are names of several places."""
        return {value: named for value, named in self.names.items() if len(named.places) > 1}

    def on(self, day: datetime.date) -> Fit | None:
        """Give the division that a day is in, where some of the codes applied then."""
        same = (fit for fit in self.fits if (fit.classification, fit.level) == (self.classification, self.level))
        return next((fit for fit in same if fit.covers(day)), None)

    @property
    def best(self) -> Fit | None:
        return self.fits[0] if self.fits else None

    @property
    def is_mixed(self) -> bool:
        """Whether the codes come from several divisions, so that none of them has all."""
        return bool(self.fits) and self.fits[0].matched < self.ever


class Reading:
    """A column read as codes of one level of a classification through all of its versions."""

    def __init__(self, column: Mapping[object, int], lives: Lives, level: str):
        self.lives = lives.at_level(level)
        self.level = level
        self.column = column
        self.cleaned: dict[object, CleanKey] = {}
        self.values: dict[str, list[object]] = defaultdict(list)
        shape = KeyShape.of(self.lives.ever())
        self.length = shape.length
        for value in column:
            whole = isinstance(value, str) and value in self.lives
            cleaned = self.cleaned[value] = CleanKey(str(value)) if whole else read_code(value, shape)
            if cleaned.key is not None:
                self.values[cleaned.key].append(value)
        self.fillers = {code for code in self.values if is_filler(code, lives.classification)}
        self.known = {code for code in self.values if code in self.lives} - self.fillers
        self.unread = [value for value, cleaned in self.cleaned.items() if cleaned.problem == "malformed"]
        self.distinct = len(self.values) - len(self.fillers) + len(self.unread)

    @property
    def classification(self) -> int:
        return self.lives.classification

    @property
    def ever(self) -> float:
        """The share of the codes that were valid at some time."""
        return len(self.known) / self.distinct if self.distinct else 0.0

    def fits(self, today: datetime.date) -> list[Fit]:
        """Give the divisions that have some of the codes, the best first; neighbours with the same share are one.

        None that is still to come; but what is decided for then may be the end of today's.
        """
        joined: list[tuple[str, str, int]] = []
        for start, end, count in self.lives.spans(self.known):
            if joined and joined[-1][2] == count:
                joined[-1] = (joined[-1][0], end, count)
            elif count or joined:
                joined.append((start, end, count))
        fits = [
            Fit(self.classification, self.level, start, end, self.distinct, count, self._missing(start))
            for start, end, count in joined
            if count and start <= today.isoformat()
        ]
        return sorted(fits, key=lambda fit: (fit.matched, fit.start), reverse=True)

    def _missing(self, start: str) -> str:
        """Give a code that was not valid on a day, one of another day where there is one; the first in order."""
        codes = [code for code in self.values if code not in self.fillers and not self.lives.valid_on(code, start)]
        return min(self.known.intersection(codes) or codes, default="") or (as_text(self.unread[0]) if self.unread else "")


def diagnose(
    column: Mapping[object, int],
    levels: Iterable[tuple[Lives, str]],
    today: datetime.date,
    names: PlaceNames | None = None,
    field: str = "",
) -> Diagnosis:
    """Judge a column (distinct value → number of features) by some levels of classifications, and by names of places.

    Work goes by distinct value. Both levels of a classification together (level "") count only where neither has as many.
    """
    readings = [Reading(column, lives, level) for lives, level in levels]
    readings.sort(key=lambda one: _rank(one, today), reverse=True)
    best = readings[0] if readings and readings[0].known else None
    return _Told(column, best, readings[1:] if best else [], names, today).diagnosis(field)


def _rank(reading: Reading, today: datetime.date) -> tuple[float, float, bool, int]:
    fits = reading.fits(today)
    share = fits[0].share if fits else 0.0
    return (round(reading.ever, 2), round(share, 2), bool(reading.level), -len(reading.lives))


class _Told:
    """What one reading of a column leaves to be said."""

    def __init__(
        self,
        column: Mapping[object, int],
        best: Reading | None,
        others: Sequence[Reading],
        names: PlaceNames | None,
        today: datetime.date,
    ):
        self._column, self._best, self._others, self._today = column, best, others, today
        filled = [value for value in column if as_text(value)]
        self._unread = best.unread if best else filled
        self._named: dict[object, Named] = {}
        for value in self._unread:
            found = names.find(as_text(value)) if names else None
            if found:
                self._named[value] = found
        self._filled = filled
        self._repairs: dict[object, str] = {}

    def diagnosis(self, field: str) -> Diagnosis:
        best, features = self._best, sum(self._column.values())
        problems = sorted(self._problems(), key=lambda problem: PROBLEMS.index(problem.kind))
        return Diagnosis(
            field,
            best.classification if best else self._classification_of_names(),
            best.level if best else "",
            features,
            features - sum(self._column[value] for value in self._filled),
            best.distinct if best else len(self._filled),
            len(best.known) if best else 0,
            self._fits(),
            tuple(problems),
            self._repairs,
            self._named,
        )

    def _fits(self) -> tuple[Fit, ...]:
        if self._best is None:
            return ()
        fits = self._best.fits(self._today)
        if self._best.ever < _HALF:
            # Nothing fits well: what else it could be is worth a row.
            fits += [one.fits(self._today)[0] for one in self._others if one.known and one.level]
        return tuple(sorted(fits, key=lambda fit: fit.matched, reverse=True))

    def _problems(self) -> Iterator[Problem]:
        if self._best is not None:
            yield from self._repaired(self._best)
            yield from self._strange(self._best)
            yield from self._doubled(self._best)
            yield from self._lookalikes(self._best)
        yield from self._names()
        unread = [value for value in self._unread if value not in self._named]
        if unread:
            yield self._problem("malformed" if self._best else "unknown", unread, None)

    def _problem(self, kind: str, values: Sequence[object], repair: str | None, reading: Reading | None = None) -> Problem:
        reading = reading or self._best
        count = sum(self._column[value] for value in values)
        where = (reading.classification, reading.level) if reading else (0, "")
        return Problem(kind, len(values), count, as_text(values[0]), repair, *where, tuple(values))

    def _repaired(self, best: Reading) -> Iterator[Problem]:
        """Codes that can be read after all: with their zero, without what stands around them."""
        mended: dict[str, list[object]] = {"lost_zero": [], "malformed": []}
        for code in best.known:
            for value in best.values[code]:
                repairs = best.cleaned[value].repairs
                if repairs:
                    mended["lost_zero" if "zero" in repairs else "malformed"].append(value)
                    self._repairs[value] = code
        for kind, values in mended.items():
            if values:
                values.sort(key=as_text)
                yield self._problem(kind, values, self._repairs[values[0]])

    def _strange(self, best: Reading) -> Iterator[Problem]:
        for kind, codes in (("filler", best.fillers), ("unknown", set(best.values) - best.known - best.fillers)):
            values = [value for code in sorted(codes) for value in best.values[code]]
            if values:
                yield self._problem(kind, values, None)

    def _doubled(self, best: Reading) -> Iterator[Problem]:
        """Codes on several features, where most are on one: in a table of many years that is no news."""
        counts = {code: sum(self._column[value] for value in best.values[code]) for code in best.known}
        doubled = sorted(code for code, count in counts.items() if count > 1)
        if doubled and 2 * len(doubled) <= len(counts):
            yield Problem(
                "duplicate",
                len(doubled),
                sum(counts[code] for code in doubled),
                doubled[0],
                None,
                best.classification,
                best.level,
                tuple(value for code in doubled for value in best.values[code]),
            )

    def _lookalikes(self, best: Reading) -> Iterator[Problem]:
        """Codes that are written like those of another classification, or like these by chance."""
        if best.ever < _HALF:
            yield self._problem("lookalike", [best.values[code][0] for code in sorted(best.known)], None)
            return
        for other in self._others:
            if other.classification != best.classification and other.length == best.length and other.known:
                yield self._problem("lookalike", [other.values[code][0] for code in sorted(other.known)], None, other)

    def _names(self) -> Iterator[Problem]:
        """Names where codes should be; those of several places are told one by one."""
        single = [value for value, named in self._named.items() if len(named.places) == 1]
        for value in single:
            self._repairs[value] = self._named[value].places[0].code
        if single:
            yield self._named_problem(single, self._repairs[single[0]])
        several = [value for value in self._named if value not in self._repairs]
        for value in several[:_MOST_AMBIGUOUS]:
            yield self._named_problem([value], "; ".join(place.label for place in self._named[value].places))
        if len(several) > _MOST_AMBIGUOUS:
            yield self._named_problem(several[_MOST_AMBIGUOUS:], None)

    def _named_problem(self, values: Sequence[object], repair: str | None) -> Problem:
        return self._problem("name", values, repair)._replace(classification=self._classification_of_names(), level="")

    def _classification_of_names(self) -> int:
        """Give the classification that most of the names belong to; that of the codes where there are any."""
        if self._best is not None or not self._named:
            return self._best.classification if self._best else 0
        counts: dict[int, int] = defaultdict(int)
        for named in self._named.values():
            counts[named.classification] += 1
        return max(counts, key=counts.__getitem__)
