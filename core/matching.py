"""Matching a column with codes, and saying on both sides what did not match and why. Nothing here changes anything."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from .changes import History, Succession, spans
from .codes import CodeList, is_filler
from .keys import CleanKey, KeyShape, as_text, clean, sampled
from .match_report import REASONS, Division, MatchReport, Miss, Repair

__all__ = [
    "REASONS",
    "Candidate",
    "Division",
    "KeySide",
    "MatchReport",
    "Miss",
    "Repair",
    "Score",
    "best_key",
    "match",
    "score",
]

# How much of a match each repair leaves for the choice of the field: shortening always finds something.
_WEIGHTS = {"shortened": 0.5, "delomrade": 0.95}
_FREE_FORM, _REPAIRED = 0.6, 0.97
# Below the first a match is chance (running numbers meet some codes); below the second it only wins for lack of others.
_CHANCE, _REAL = 0.05, 0.2
_RUNNING = 0.8  # running numbers meet a good part of the fylker, and years the kommuner of former times
_SAMPLE = 20_000  # distinct values that settle which column is the key
_KEY_WORDS = ("kommune", "fylke", "grunnkrets", "delomr", "bydel", "krets", "nummer", "_nr", "_no", "code", "kode", "region")


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


# --- which field and which level ------------------------------------------------------


@dataclass(frozen=True)
class Score:
    """How a column fits a side, in distinct values; nothing and fillers are not counted. `exact` needed no repair."""

    share: float
    matched_distinct: int
    distinct: int
    repaired: int
    shortened: int
    quality: float

    @property
    def exact(self) -> int:
        return self.matched_distinct - self.repaired


@dataclass(frozen=True)
class Candidate:
    """One column that fits one side; the best has the highest `rank`."""

    field: str
    side: KeySide
    score: Score
    rank: tuple[float, ...]


def score(column: Mapping[object, int] | Iterable[object], side: KeySide) -> Score:
    """Score a column, or a sample of it, by the overlap of its distinct values with one side."""
    distinct = matched = repaired = shortened = 0
    weight = 0.0
    met: set[str] = set()
    for value in set(column):
        cleaned = side.clean(value)
        if cleaned.problem == "no_code" or cleaned.key in side.fillers:
            continue
        distinct += 1
        if cleaned.key in side.places:
            matched += 1
            met.add(cleaned.key)
            repaired += bool(cleaned.repairs)
            shortened += "shortened" in cleaned.repairs
            weight += min((_WEIGHTS.get(kind, _REPAIRED) for kind in cleaned.repairs), default=1.0)
    quality = weight / distinct if distinct else 0.0
    if side.is_table and matched:
        # A table of a few places still fits a layer of all.
        quality = max(quality, len(met) / len(side.places) * weight / matched)
    return Score(matched / distinct if distinct else 0.0, matched, distinct, repaired, shortened, quality)


def best_key(columns: Mapping[str, Mapping[object, int] | Iterable[object]], sides: Sequence[KeySide]) -> list[Candidate]:
    """Rank the columns (a mapping value → features, or a sample) that overlap with the sides, the best first.

    Names of fields only settle a draw: a field called like the key is not always the key. A layer's own key has another
    value on each feature, so such columns gain; one with the same value everywhere never beats a real one. Very long
    columns are sampled, and the scores then count the sample.
    """
    found = []
    for name, values in columns.items():
        column = values if isinstance(values, Mapping) else _counted(values)
        features = sum(column.values())
        filled = features - column.get(None, 0) - column.get("", 0)
        sample = sampled(list(column), _SAMPLE)
        running = _is_running(sample, len(column))
        for side in sides:
            fit = score(sample, side)
            if fit.quality >= (_RUNNING if running and side.shape.is_place else _CHANCE):
                distinct = fit.distinct * len(column) / len(sample)
                found.append(Candidate(name, side, fit, _rank(name, side, fit, distinct / filled, filled / features)))
    return sorted(found, key=lambda candidate: candidate.rank, reverse=True)


def _rank(name: str, side: KeySide, fit: Score, own: float, filled: float) -> tuple[float, ...]:
    """Rank by tier, quality, level and name. `own`: distinct values to a feature; `filled`: share of features with a value."""
    constant = fit.distinct <= 1 and own < 1.0
    quality = fit.quality * (0.5 + 0.5 * min(1.0, own)) * filled * (1.0 if side.shape.is_place else _FREE_FORM)
    tier = 0.0 if fit.quality < _REAL else 1.0 if constant else 2.0
    hint = sum(word in name.casefold() for word in _KEY_WORDS)
    return (tier, round(quality, 3), float(side.shape.length), float(hint))


def _is_running(sample: Sequence[object], distinct: int) -> bool:
    """Whether nearly all values are numbers that follow on each other, as those of rows do and codes do not (but 01, 02 …)."""
    texts = [text for text in map(as_text, sample) if text.isascii() and text.isdigit()]
    if not 0.9 * len(sample) <= len(texts) > 3 or any(text[0] == "0" < text for text in texts):
        return False
    numbers = [int(text) for text in texts]
    return max(numbers) - min(numbers) < 1.1 * distinct


def _counted(values: Iterable[object]) -> dict[object, int]:
    counts: dict[object, int] = defaultdict(int)
    for value in values:
        counts[value] += 1
    return counts
