"""Matching a column with codes, and saying on both sides what did not match and why. Nothing here changes anything."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from .changes import History, Succession, spans
from .codes import CodeList, is_filler
from .keys import CleanKey, KeyShape, as_text, clean
from .match_report import REASONS, Division, MatchReport, Miss, Repair

__all__ = [
    "REASONS",
    "Division",
    "KeySide",
    "MatchReport",
    "Miss",
    "Repair",
    "match",
]


@dataclass(frozen=True)
class KeySide:
    """The side that gives the columns: a level of a code list, or the key column of a table.

    `names` and `parents` are by key; `rows` how often a table's key occurs; `keys` what a table's raw values are read as
    (repaired or not); `repairs` what was done to them; `title` is free for the caller (a field name, say).
    """

    shape: KeyShape
    names: Mapping[str, str]
    parents: Mapping[str, str | None] = field(default_factory=dict)
    fillers: frozenset[str] = frozenset()
    rows: Mapping[str, int] = field(default_factory=dict)
    keys: Mapping[object, str] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()
    title: str = ""

    @classmethod
    def of_codes(cls, codes: CodeList, level: str = "", title: str = "") -> KeySide:
        """Take the codes of one level of a list, every code where `level` is ""."""
        chosen = codes.at_level(level)
        names = {code.code: code.name for code in chosen.codes}
        return cls(
            KeyShape.of(chosen),
            names,
            {code.code: code.parent_code for code in chosen.codes},
            frozenset(code for code in names if is_filler(code, codes.classification)),
            title=title,
        )

    @classmethod
    def of_column(cls, column: Mapping[object, int], shape: KeyShape | None = None, title: str = "") -> KeySide:
        """Take a table's key column (value → number of rows). Without `shape` it is guessed from the values."""
        shape = shape or KeyShape.guess(column)
        keys: dict[object, str] = {}
        rows: dict[str, int] = defaultdict(int)
        tally = _Tally()
        for value, count in column.items():
            cleaned = clean(value, shape)
            if "shortened" in cleaned.repairs:  # a longer code in a table is another key, not a repeated shorter one
                cleaned = CleanKey(as_text(value))
            if cleaned.key:
                keys[value] = cleaned.key
                rows[cleaned.key] += count
                tally.add(value, cleaned, count)
        fillers = frozenset(key for key in rows if is_filler(key, shape.classification))
        return cls(shape, dict.fromkeys(rows, ""), {}, fillers, dict(rows), keys, tally.repairs(), title)

    @property
    def is_table(self) -> bool:
        return bool(self.rows)

    @cached_property
    def places(self) -> frozenset[str]:
        """The keys that are no fillers."""
        return frozenset(self.names) - self.fillers

    def clean(self, value: object) -> CleanKey:
        """Read a value as a key of this side; what is a key already stays as it is."""
        if type(value) is str and value in self.names:
            return CleanKey(value)
        return clean(value, self.shape)


def match(
    column: Mapping[object, int],
    side: KeySide | CodeList,
    history: History | None = None,
    day: datetime.date | str | None = None,
) -> MatchReport:
    """Match a column (distinct value → number of features, None and NULL counted too) with one side.

    `history` explains codes that are not valid on `day`; `day` is the list's own where `side` is a CodeList.
    """
    if isinstance(side, CodeList):
        day = day or side.day
        side = KeySide.of_codes(side)
    explained = _Explained(side, history, day or datetime.date.today())
    groups: dict[tuple[str, str], list[object]] = defaultdict(list)
    found: dict[str, list[object]] = defaultdict(list)
    keys: dict[object, str] = {}
    tally = _Tally()
    places, read = side.places, side.clean
    for value, count in column.items():
        cleaned = read(value)
        key = cleaned.key
        if cleaned.repairs and key is not None:
            tally.add(value, cleaned, count)
        if key in places:
            keys[value] = key
            found[key].append(value)
        else:
            groups[("", cleaned.problem + ":" + as_text(value)) if key is None else (key, "")].append(value)
    features = sum(column.values())
    misses = tuple(explained.miss(values, problem.partition(":")[0], key, column) for (key, problem), values in groups.items())
    return MatchReport(
        features=features,
        matched=features - sum(miss.features for miss in misses),
        codes=len(places),
        misses=misses,
        unused_codes=tuple(explained.unused(code) for code in side.names if code in places and code not in found),
        duplicates=(*_doubled_features(found, column, side), *_doubled_rows(side)),
        repairs=tally.repairs(),
        keys=keys,
        distinct=len(found) + sum(1 for miss in misses if miss.reason not in ("no_code", "filler")),
        division=explained.division([*found, *(key for key, _ in groups if key)]),
        side=side,
    )


class _Explained:
    """Why codes are missing, by the changes of their classification."""

    def __init__(self, side: KeySide, history: History | None, day: datetime.date | str):
        self._side = side
        self._history = history
        self._day = day if isinstance(day, str) else day.isoformat()

    def miss(self, values: list[object], problem: str, key: str, column: Mapping[object, int]) -> Miss:
        text = as_text(values[0])
        count = sum(column[value] for value in values)
        if problem:
            return Miss("feature", text, "", "", count, problem, values=tuple(values))
        if key in self._side.fillers or is_filler(key, self._side.shape.classification):
            return Miss("feature", text, key, self._side.names.get(key, ""), count, "filler", values=tuple(values))
        return Miss("feature", text, key, self._name(key), count, *self._fate(key), values=tuple(values))

    def unused(self, code: str) -> Miss:
        """Tell of a code without feature; a table's may have become another."""
        miss = Miss("code", code, code, self._name(code), self._side.rows.get(code, 0), "no_feature")
        if not self._side.is_table:
            return miss
        _, successors, kind, chain, first, last = self._fate(code)
        return miss._replace(successors=successors, kind=kind, chain=chain, first_valid=first, last_valid=last)

    def _fate(self, code: str) -> tuple[str, tuple[str, ...], str, str, str, str]:
        """Give reason, successors, kind, chain, first and last valid day."""
        history, day = self._history, self._day
        if history is None or not history.knows(code) or history.valid_on(code, day):
            return "unknown", (), "", "", "", ""
        last = history.last_valid(code, day)
        if last:
            way = history.successors(code, last, day)
            start = next(start for start, end in reversed(history.periods(code)) if start <= last)
            return "expired", _codes(way), way.kind, way.chain, start, last
        start = history.periods(code)[0].start
        way = history.successors(code, start, day)
        return "unknown", _codes(way), "future", way.chain, start, ""

    def _name(self, code: str) -> str:
        return self._side.names.get(code, "") or (self._history.name_of(code) if self._history else "")

    def division(self, keys: Sequence[str]) -> Division | None:
        """Find the time in which the codes applied together, where that is clearly another than the day of the match."""
        fillers, classification = self._side.fillers, self._side.shape.classification
        codes = [key for key in keys if key not in fillers and not is_filler(key, classification)]
        if self._history is None or not codes:
            return None
        history = self._history
        counted = spans(history, codes)
        now = sum(history.valid_on(code, self._day) for code in codes)
        best = max(count for _, _, count in counted)
        # A cure is only worth a word where it brings everything, or a good deal more.
        if best <= now or (best < len(codes) and best - now < 0.1 * len(codes)):
            return None
        last = max(index for index, span in enumerate(counted) if span[2] == best)
        first = last
        while first and counted[first - 1][2] == best:
            first -= 1
        total = len(codes)
        return Division(counted[first][0], counted[last][1], best / total, total, best, now / total)


class _Tally:
    """Counts repairs by kind and keeps the first example of each."""

    def __init__(self) -> None:
        self._counts: dict[str, tuple[int, int]] = {}
        self._examples: dict[str, tuple[str, str]] = {}

    def add(self, value: object, cleaned: CleanKey, features: int) -> None:
        for kind in cleaned.repairs:
            values, before = self._counts.get(kind, (0, 0))
            self._counts[kind] = (values + 1, before + features)
            self._examples.setdefault(kind, (str(value), cleaned.key or ""))

    def repairs(self) -> tuple[Repair, ...]:
        return tuple(Repair(kind, *self._counts[kind], *self._examples[kind]) for kind in self._counts)


def _doubled_features(found: Mapping[str, list[object]], column: Mapping[object, int], side: KeySide) -> Iterable[Miss]:
    """Tell of codes that several features have. Longer codes that were shortened share theirs on purpose."""
    for key, values in found.items():
        total = sum(column[value] for value in values)
        if total > 1:
            whole = [value for value in values if "shortened" not in side.clean(value).repairs]
            count = sum(column[value] for value in whole)
            if count > 1:
                yield Miss("feature", as_text(whole[0]), key, side.names[key], count, "duplicate", values=tuple(whole))


def _doubled_rows(side: KeySide) -> Iterable[Miss]:
    return (Miss("code", key, key, side.names[key], count, "duplicate") for key, count in side.rows.items() if count > 1)


def _codes(way: Succession) -> tuple[str, ...]:
    return way.codes if way.kind != "unknown" else ()
