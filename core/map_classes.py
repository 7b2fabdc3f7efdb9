"""Figures on a map: which values go into one class, in which colour, and which circles tell how many.

Colours are facts of ColorBrewer (YlGnBu, PuOr; Apache licence) and of Okabe and Ito, 2008: colour-blind people tell them apart.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest

from .map_columns import CATEGORY, YEAR, filled, in_order, is_about_data, is_called_code, kind_of, number_of, numbers

CLASSES = 5
LIGHT_TO_DARK = {  # YlGnBu by number of classes, the lowest first
    1: ("#41b6c4",),
    2: ("#edf8b1", "#2c7fb8"),
    3: ("#edf8b1", "#7fcdbb", "#2c7fb8"),
    4: ("#ffffcc", "#a1dab4", "#41b6c4", "#225ea8"),
    5: ("#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"),
    6: ("#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494", "#081d58"),  # its own six are not told apart
}
BELOW_ZERO = {1: ("#f1a340",), 2: ("#e66101", "#fdb863"), 3: ("#b35806", "#f1a340", "#fee0b6")}  # PuOr, towards zero
ABOVE_ZERO = {1: ("#998ec3",), 2: ("#b2abd2", "#5e3c99"), 3: ("#d8daeb", "#998ec3", "#542788")}  # PuOr, away from zero
# Okabe and Ito, the last as dark grey: names on black could not be read.
CATEGORIES = ("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7", "#555555")
OTHERS = "#d9d9d9"

_SHOWN = 0.5  # share of the features whose value must have a colour of its own before a category is proposed
_MOST_DIGITS = 15
_MOST_DECIMALS = 2  # of a class that is one number, where these tell it from the others
_SIDE, _CROWDED = 3, 0.6  # classes on one side of zero at most; share of the features in one that is too many
_PER = (1, 100, 1000, 100_000)


@dataclass(frozen=True)
class Band:
    """Numbers from `low` up to, but without, `high` (None: open), and how many features have one. `only`: it is one number."""

    low: float | None
    high: float | None
    colour: str
    features: int
    only: float | None = None


@dataclass(frozen=True)
class Category:
    """A value with its colour, and how many features have it; `value` None: all the others, which share a colour."""

    value: object
    colour: str
    features: int


@dataclass(frozen=True)
class Summary:
    """What a column holds, ready to be drawn: its kind (one of those above, "" for nothing), classes, and what has no value.

    `low` and `high` are its least and its greatest number, `decimals` how many its numbers have at most, `percent`: they are
    written with that sign. `rank` tells how likely it is what one wants to see (0: most). No categories: nearly each feature
    has a value of its own.
    """

    kind: str = ""
    rank: int = 9
    bands: tuple[Band, ...] = ()
    categories: tuple[Category, ...] = ()
    low: float = 0.0
    high: float = 0.0
    decimals: int = 0
    percent: bool = False
    without_number: int = 0
    without_value: int = 0


def summary(name: str, column: Mapping[object, int]) -> Summary:
    """Sum up a column (value → features): all that takes time is done here, for a thread of its own."""
    kind, features = kind_of(name, column), sum(column.values())
    if not kind:
        return Summary(without_number=features, without_value=features)
    empty = sum(column.get(value, 0) for value in (None, ""))
    coloured = categories(column)
    rated = Summary(kind, rank(name, kind, column, coloured), categories=coloured, without_value=empty)
    found = numbers(column) if kind != CATEGORY else {}
    if not found:
        return replace(rated, without_number=features)
    return replace(
        rated,
        bands=bands(found),
        low=min(found),
        high=max(found),
        decimals=decimals_of(found),
        percent=all(isinstance(value, str) and "%" in value for value in column if number_of(value) is not None),
        without_number=features - sum(found.values()),
    )


def rank(name: str, kind: str, column: Mapping[object, int], coloured: Sequence[Category]) -> int:
    """Tell how likely a column is what one wants to see on a map: 0 is the likeliest. Codes, years and names come last.

    Of categories those are likely (2, 3) that many features share, as of a fylke: most of these have a colour of their own.
    """
    values = filled(column)
    if not kind:
        return 9
    if is_about_data(name, values):
        return 6
    if kind != CATEGORY:
        return 5 if kind == YEAR or len(values) < 2 else 0
    is_code, features = is_called_code(name), sum(values.values())
    shown = sum(category.features for category in coloured if category.value is not None)
    if 2 <= len(values) <= features / 2 and shown >= _SHOWN * features:
        return 3 if is_code else 2
    return 6 if is_code else 4


# --- classes of numbers ---------------------------------------------------------------


def bands(column: Mapping[float, int]) -> tuple[Band, ...]:
    """Put numbers (the lowest first → features) into classes of equal count; on both sides of zero as many on each.

    Breaks are rounded to two digits, or to as many as keep the classes apart. A few different numbers are a class each.
    """
    if not column:
        return ()
    if min(column) < 0 < max(column):
        return _both_sides(column)
    if len(column) <= CLASSES:
        return _one_each(column, LIGHT_TO_DARK[len(column)])
    breaks = _breaks(column, CLASSES)
    return _between(column, breaks, LIGHT_TO_DARK[len(breaks) + 1])


def _both_sides(column: Mapping[float, int]) -> tuple[Band, ...]:
    """Put as many classes on each side of zero; more on one where the other's few figures would leave most in one class."""
    sides = [{number: column[number] for number in column if (number < 0) == is_below} for is_below in (True, False)]
    each = min(_SIDE, *map(len, sides))
    each = min(len(_breaks(side, each)) + 1 for side in sides)
    found = _around_zero(column, [_breaks(side, each) for side in sides])
    if max(band.features for band in found) <= _CROWDED * sum(column.values()):
        return found
    return _around_zero(column, [_breaks(side, min(_SIDE, len(side))) for side in sides])


def _around_zero(column: Mapping[float, int], breaks: Sequence[Sequence[float]]) -> tuple[Band, ...]:
    low, high = breaks
    return _between(column, [*low, 0.0, *high], BELOW_ZERO[len(low) + 1] + ABOVE_ZERO[len(high) + 1])


def _one_each(column: Mapping[float, int], colours: Sequence[str]) -> tuple[Band, ...]:
    found = list(column)
    lows, highs = [None, *found[1:]], [*found[1:], None]
    return tuple(
        Band(low, high, colour, column[number], number) for low, high, colour, number in zip(lows, highs, colours, found)
    )


def _between(column: Mapping[float, int], breaks: Sequence[float], colours: Sequence[str]) -> tuple[Band, ...]:
    counts = [0] * len(colours)
    for number, features in column.items():
        counts[bisect_right(breaks, number)] += features
    return tuple(
        Band(low, high, colour, features)
        for low, high, colour, features in zip([None, *breaks], [*breaks, None], colours, counts)
    )


def _breaks(column: Mapping[float, int], classes: int) -> list[float]:
    """Give the rounded numbers between classes of equal count; fewer where many features have the same number."""
    raw, sorted_numbers = _quantiles(column, classes), list(column)
    for digits in range(2, _MOST_DIGITS + 1):
        rounded = [_rounded(number, digits) for number in raw]
        if _all_filled(sorted_numbers, rounded):
            return rounded
    return raw


def _quantiles(column: Mapping[float, int], classes: int) -> list[float]:
    """Give the numbers at which a class begins, each higher than the lowest number and than the one before."""
    total, passed = sum(column.values()), 0
    found: list[float] = []
    lowest = next(iter(column), None)
    for number, features in column.items():
        due = len(found) + 1
        if due < classes and number != lowest and passed * classes >= due * total:
            found.append(number)
        passed += features
    return found or ([sorted(column)[1]] if classes > 1 and len(column) > 1 else [])


def _all_filled(sorted_numbers: Sequence[float], breaks: Sequence[float]) -> bool:
    """Whether there are numbers below the first break, between any two, and from the last one on."""
    places = [0, *(bisect_left(sorted_numbers, number) for number in breaks), len(sorted_numbers)]
    return all(start < end for start, end in zip(places, places[1:]))


def _rounded(number: float, digits: int) -> float:
    return float(f"{number:.{digits - 1}e}")


def decimals_of(found: Iterable[float]) -> int:
    """Give how many decimals numbers need to be written whole."""
    written = [f"{number:.10f}".rstrip("0") for number in found if number != int(number)]
    return max((len(text.partition(".")[2]) for text in written), default=0)


def shown_decimals(found: Sequence[Band]) -> int:
    """Give how many decimals the names of classes need: those of their breaks, or as many as keep single numbers apart."""
    single = [band.only for band in found if band.only is not None]
    needed = decimals_of(single or [band.high for band in found if band.high is not None])
    if not single or needed <= _MOST_DECIMALS:
        return needed
    apart = (many for many in range(_MOST_DECIMALS, needed) if len({round(number, many) for number in single}) == len(single))
    return next(apart, needed)


# --- one column per another -------------------------------------------------------------


def rates(pairs: Mapping[tuple[object, object], int]) -> tuple[dict[object, int], int]:
    """Divide one column by another ((value, value) → features); give rate → features, and per how many the rates are.

    They are per 1, or per the 100, 1000 or 100 000 that most of them need to be 1 or more. None stands for no rate.
    """
    found: dict[float | None, int] = {}
    for (value, other), features in pairs.items():
        number, base = number_of(value), number_of(other)
        rate = number / base if number is not None and base else None
        found[rate] = found.get(rate, 0) + features
    sizes = list(in_order([abs(rate) for rate in found if rate]))
    middle = sizes[len(sizes) // 2] if sizes else 1.0
    per = next((many for many in _PER if middle * many >= 1), _PER[-1])
    scaled: dict[object, int] = {}
    for rate, features in found.items():
        number = None if rate is None else rate * per
        scaled[number] = scaled.get(number, 0) + features
    return scaled, per


# --- circles and categories -----------------------------------------------------------


def circle_numbers(highest: float) -> tuple[float, ...]:
    """Give round numbers for the circles of a legend, the largest first: 1 digit of the highest, a quarter and a twentieth."""
    if highest <= 0:
        return ()
    largest = 10 ** math.floor(math.log10(highest)) * int(f"{highest:e}"[0])
    found = [_rounded(number, 1) for number in (largest, largest / 4, largest / 20)]
    return tuple(dict.fromkeys(number for number in found if number >= 1 or highest < 1))


def categories(column: Mapping[object, int], codes: Mapping[object, object] | None = None) -> tuple[Category, ...]:
    """Give a colour to each of the most frequent values; the rest share one, the last.

    They are in the order of their codes (value → code) where these are known, else of their text. None where nearly each
    feature has a value of its own: all but a few would be of that rest.
    """
    values, known = filled(column), codes or {}
    if len(values) > len(CATEGORIES) and 2 * len(values) > sum(values.values()):
        return ()
    most = nsmallest(len(CATEGORIES), values, key=lambda value: (-values[value], str(value)))
    ordered = sorted(most, key=lambda value: _in_order(known.get(value, value)))
    found = [Category(value, colour, values[value]) for value, colour in zip(ordered, CATEGORIES)]
    others = sum(values.values()) - sum(category.features for category in found)
    if others:
        found.append(Category(None, OTHERS, others))
    return tuple(found)


def shaded(found: Sequence[Category]) -> tuple[Category, ...]:
    """Colour categories that go from most to least from dark to light; more of them than there are shades stay as they are."""
    named = [category for category in found if category.value is not None]
    if not named or len(named) > max(LIGHT_TO_DARK):
        return tuple(found)
    shades = dict(zip((category.value for category in named), reversed(LIGHT_TO_DARK[len(named)])))
    return tuple(replace(category, colour=shades.get(category.value, category.colour)) for category in found)


def _in_order(value: object) -> tuple[bool, float, str]:
    number = None if isinstance(value, str) else number_of(value)
    return number is None, number or 0.0, str(value)
