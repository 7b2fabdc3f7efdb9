"""Figures on a map: which values go into one class, in which colour, and which circles tell how many.

Colours are facts of ColorBrewer (YlGnBu, PuOr; Apache licence) and of Okabe and Ito, 2008: colour-blind people tell them apart.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import merge, nsmallest
from typing import Any

CLASSES = 5
LIGHT_TO_DARK = {  # YlGnBu by number of classes, the lowest first
    1: ("#41b6c4",),
    2: ("#edf8b1", "#2c7fb8"),
    3: ("#edf8b1", "#7fcdbb", "#2c7fb8"),
    4: ("#ffffcc", "#a1dab4", "#41b6c4", "#225ea8"),
    5: ("#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"),
}
BELOW_ZERO = {1: ("#f1a340",), 2: ("#e66101", "#fdb863"), 3: ("#b35806", "#f1a340", "#fee0b6")}  # PuOr, towards zero
ABOVE_ZERO = {1: ("#998ec3",), 2: ("#b2abd2", "#5e3c99"), 3: ("#d8daeb", "#998ec3", "#542788")}  # PuOr, away from zero
# Okabe and Ito, the last as dark grey: names on black could not be read.
CATEGORIES = ("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7", "#555555")
OTHERS = "#d9d9d9"

SHARE, COUNT, YEAR, CATEGORY = "share", "count", "year", "category"

BLANKS = " \u00a0\u202f\u2009"  # between thousands, as spreadsheets write them
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)
_DROPPED = str.maketrans({**dict.fromkeys(BLANKS, ""), "%": "", ",": ".", "−": "-"})
_NUMERIC = 0.5  # share of the texts of a column that must be numbers
_SHARE_WORDS = re.compile(
    r"prosent|percent|pct|andel|share|rate|per[ _.]|pr[ _.]|%|snitt|gjennomsnitt|average|median|index|indeks"
)
_CODE_WORDS = re.compile(
    r"(^|_|\b)(fid|id|ogc_fid|objid|kode|code|key|nr|knr|orgnr|level|nivå)(\d|_|\b|$)|nummer|number|_no$"
    r"|^(klass_)?(fylke|kommune|bydel|delområde|delomrade|grunnkrets)$"
)
_YEAR_WORDS = re.compile(r"år(_|\b|\d|$)|årstall|(^|_|\b)(aar|year|vintage|tid|periode?)(_|\b|\d|$)")
_YEARS = range(1500, 2201)
_SHOWN = 0.5  # share of the features whose value must have a colour of its own before a category is proposed
_MOST_DIGITS = 15
_MOST_DECIMALS = 2  # of a class that is one number, where these tell it from the others
_PER = (1, 100, 1000, 100_000)
_PART = 5000  # numbers that are sorted at once


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


def number_of(value: Any) -> float | None:
    """Read a number, also from text as spreadsheets write it: `12,5`, `1 234`, `−3`, `12,5 %`. None where it is none."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, str):
        text = value.translate(_DROPPED)
        if not _NUMBER.fullmatch(text):
            return None
        value = text
    try:
        number = float(value)  # type: ignore[arg-type]  # what is no number says so
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def numbers(column: Mapping[object, int]) -> dict[float, int]:
    """Give the numbers of a column (value → features), the lowest first."""
    found: dict[float, int] = {}
    for value, features in column.items():
        number = number_of(value)
        if number is not None:
            found[number] = found.get(number, 0) + features
    return {number: found[number] for number in _sorted(list(found))}


def _sorted(found: list[float]) -> Iterable[float]:
    """Sort in parts: while Python sorts, no other thread of it runs, and that of the windows would wait."""
    return merge(*(sorted(found[start : start + _PART]) for start in range(0, len(found), _PART)))


def kind_of(name: str, column: Mapping[object, int]) -> str:
    """Tell what a column holds: SHARE, COUNT (whole numbers that can be added up), YEAR or CATEGORY; "" where it holds nothing.

    Text counts as numbers where most of it can be read so; codes such as 0301 stay text, and numbers that are called codes
    are no quantity either.
    """
    filled, folded = _filled(column), name.casefold()
    if not filled:
        return ""
    found = [number for number in map(number_of, filled) if number is not None]
    if len(found) < _NUMERIC * len(filled) or not found or _is_code_text(filled):
        return CATEGORY
    whole = all(number == int(number) and number >= 0 for number in found)
    if whole and _CODE_WORDS.search(folded):
        return CATEGORY
    if whole and _YEAR_WORDS.search(folded) and all(number in _YEARS for number in found):
        return YEAR
    return COUNT if whole and not _SHARE_WORDS.search(folded) else SHARE


def _filled(column: Mapping[object, int]) -> dict[object, int]:
    return {value: features for value, features in column.items() if value is not None and value != ""}


def _is_code_text(values: Iterable[object]) -> bool:
    """Whether texts are codes: of digits only, and with a zero in front that a number would not have."""
    return any(isinstance(value, str) and value.isdigit() and len(value) > 1 and value[0] == "0" for value in values)


def rank(name: str, kind: str, column: Mapping[object, int], coloured: Sequence[Category]) -> int:
    """Tell how likely a column is what one wants to see on a map: 0 is the likeliest. Codes, years and names come last.

    Of categories those are likely (2, 3) that many features share, as of a fylke: most of these have a colour of their own.
    """
    filled = _filled(column)
    if not kind:
        return 9
    if kind != CATEGORY:
        return 5 if kind == YEAR or len(filled) < 2 else 0
    is_code, features = is_called_code(name), sum(filled.values())
    shown = sum(category.features for category in coloured if category.value is not None)
    if 2 <= len(filled) <= features / 2 and shown >= _SHOWN * features:
        return 3 if is_code else 2
    return 6 if is_code else 4


def is_called_code(name: str) -> bool:
    """Whether a column is called as those of codes and numbers of things are."""
    return bool(_CODE_WORDS.search(name.casefold()))


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
    below = {number: features for number, features in column.items() if number < 0}
    above = {number: features for number, features in column.items() if number >= 0}
    each = min(3, len(below), len(above))
    low, high = _breaks(below, each), _breaks(above, each)
    each = min(len(low), len(high)) + 1
    low, high = _breaks(below, each), _breaks(above, each)
    colours = BELOW_ZERO[len(low) + 1] + ABOVE_ZERO[len(high) + 1]
    return _between(column, [*low, 0.0, *high], colours)


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
    sizes = list(_sorted([abs(rate) for rate in found if rate]))
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


def categories(column: Mapping[object, int]) -> tuple[Category, ...]:
    """Give a colour to each of the most frequent values, in the order of their text; the rest share one, the last.

    None where nearly each feature has a value of its own: all but a few would be of that rest.
    """
    filled = _filled(column)
    if len(filled) > len(CATEGORIES) and 2 * len(filled) > sum(filled.values()):
        return ()
    most = nsmallest(len(CATEGORIES), filled, key=lambda value: (-filled[value], str(value)))
    found = [Category(value, colour, filled[value]) for value, colour in zip(sorted(most, key=_in_order), CATEGORIES)]
    others = sum(filled.values()) - sum(category.features for category in found)
    if others:
        found.append(Category(None, OTHERS, others))
    return tuple(found)


def _in_order(value: object) -> tuple[bool, float, str]:
    number = None if isinstance(value, str) else number_of(value)
    return number is None, number or 0.0, str(value)
