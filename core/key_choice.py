"""Which field of a layer meets which side: found by how much their values overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .keys import as_text, sampled
from .matching import KeySide

# How much of a match each repair leaves for the choice of the field: shortening always finds something.
_WEIGHTS = {"shortened": 0.4, "delomrade": 0.9}
_REPAIRED = 0.97
# Names are a last resort: two places may share one, and a name outlives its place.
_FREE_FORM, _NAMES = 0.6, 0.2
# Below the first a match is chance (running numbers meet some codes); below the second it only wins for lack of others.
_CHANCE, _REAL = 0.05, 0.2
_RUNNING = 0.8  # running numbers meet a good part of the fylker, and years the kommuner of former times
_SAMPLE = 2_000  # distinct values that settle which column is the key
_KEY_WORDS = ("kommune", "fylke", "grunnkrets", "delomr", "bydel", "krets", "nummer", "_nr", "_no", "code", "kode", "region")


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
            chance = _REAL if _strength(side) < 1.0 else _RUNNING if running and side.shape.is_place else _CHANCE
            if fit.quality >= chance and (len(sides) == 1 or not _is_figures(side)):
                distinct = fit.distinct * len(column) / len(sample)
                found.append(Candidate(name, side, fit, _rank(name, side, fit, distinct / filled, filled / features)))
    return sorted(found, key=lambda candidate: candidate.rank, reverse=True)


def _rank(name: str, side: KeySide, fit: Score, own: float, filled: float) -> tuple[float, ...]:
    """Rank by tier, quality, level and name. `own`: distinct values to a feature; `filled`: share of features with a value."""
    constant = fit.distinct <= 1 and own < 1.0
    quality = fit.quality * (0.5 + 0.5 * min(1.0, own)) * filled * _strength(side)
    # Cut to two digits, most numbers are some fylke's.
    cut = side.shape.length == 2 and 2 * fit.shortened > fit.matched_distinct and fit.share < _RUNNING
    tier = 0.0 if fit.quality < _REAL else 1.0 if constant or cut else 2.0
    hint = sum(word in name.casefold() for word in _KEY_WORDS)
    return (tier, round(quality, 3), float(side.shape.length), float(hint))


def _strength(side: KeySide) -> float:
    """How much a match with these keys tells: all for codes of a fixed length, little for names."""
    if side.shape.is_place or side.shape.length >= 6:
        return 1.0
    numbered = sum(1 for key in side.names if any(map(str.isdigit, key)))
    return _FREE_FORM if 2 * numbered >= len(side.names) else _NAMES


def _is_figures(side: KeySide) -> bool:
    """Whether a table's column holds numbers of no shape that recur: amounts, which running numbers meet as well as any key."""
    if not side.is_table or side.shape.length:
        return False
    recur = 10 * len(side.rows) < 9 * sum(side.rows.values())
    return recur and all(_is_number(value) for value in sampled(list(side.rows), _SAMPLE))


def _is_number(value: object) -> bool:
    return as_text(value).replace(".", "", 1).lstrip("-").isdigit()


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
