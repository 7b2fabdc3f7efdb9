"""Columns of figures: which values are numbers, and whether a column holds shares, counts, years or categories."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from heapq import merge
from typing import Any

from .codes import CENTRALITY

SHARE, COUNT, YEAR, CATEGORY = "share", "count", "year", "category"

BLANKS = " \u00a0\u202f\u2009"  # between thousands, as spreadsheets write them
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)
_DROPPED = str.maketrans({**dict.fromkeys(BLANKS, ""), "%": "", ",": ".", "−": "-"})
_NUMERIC = 0.5  # share of the texts of a column that must be numbers
_SHARE_WORDS = re.compile(
    r"prosent|percent|pct|andel|share|rate|per[ _.]|pr[ _.]|%|snitt|gjennomsnitt|average|median|index|indeks"
)
_CODE_WORDS = re.compile(
    r"(^|_|\b)(fid|id|ogc_fid|objid|key|level|nivå)(\d|_|\b|$)|(kode|code|nr)([._\d]|\b|$)|nummer|number(?!s?[ _.]?of)"
    r"|_nu?[mo](_|$)|^(klass_)?(fylke|kommune|bydel|delområde|delomrade|grunnkrets)$"
)
_YEAR_WORDS = re.compile(r"år(_|\b|\d|$)|årstall|(^|_|\b)(aar|year|vintage|tid|periode?)(_|\b|\d|$)")
_YEARS, _OUR_YEARS = range(1500, 2201), range(1950, 2051)
# What a delivery says of itself, not of the units: when it was made, by whom, of which version and level.
_ABOUT_WORDS = re.compile(
    r"(dato|date)(_|\b|$)|gyldig|valid_|versjon|version|objtype|opphav|navnerom|lokalid|datauttak|(^|_)(level|nivå)$"
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(\D.*)?|\d{1,2}\.\d{1,2}\.\d{4}")
_NAME_AND_CODE = (("name", "code"), ("navn", "nummer"), ("name", "no"), ("name", "num"), ("navn", "nr"))
_RANKING = re.compile(rf"(^|_)to_{CENTRALITY}_(code|name)$")  # as a join calls the columns of a classification
_PART = 5000  # numbers that are sorted at once


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
    return {number: found[number] for number in in_order(list(found))}


def in_order(found: list[float]) -> Iterable[float]:
    """Sort in parts: while Python sorts, no other thread of it runs, and that of the windows would wait."""
    return merge(*(sorted(found[start : start + _PART]) for start in range(0, len(found), _PART)))


def kind_of(name: str, column: Mapping[object, int]) -> str:
    """Tell what a column holds: SHARE, COUNT (whole numbers that can be added up), YEAR or CATEGORY; "" where it holds nothing.

    Text counts as numbers where most of it can be read so; codes such as 0301 stay text, and numbers that are called codes
    are no quantity either, nor are yes and no as 1 and 0.
    """
    values, folded = filled(column), name.casefold()
    if not values:
        return ""
    found = [number for number in map(number_of, values) if number is not None]
    if len(found) < _NUMERIC * len(values) or not found or _is_code_text(values):
        return CATEGORY
    whole = all(number == int(number) and number >= 0 for number in found)
    if whole and (is_called_code(name) or is_yes_or_no(values)):
        return CATEGORY
    if whole and _are_years(folded, column, found):
        return YEAR
    return COUNT if whole and not _SHARE_WORDS.search(folded) else SHARE


def _are_years(name: str, column: Mapping[object, int], found: Iterable[float]) -> bool:
    """Whether whole numbers are years: they are called so, or are a few of our time that come again and again."""
    years = set(found)
    if _YEAR_WORDS.search(name):
        return all(year in _YEARS for year in years)
    return all(year in _OUR_YEARS for year in years) and 2 * len(years) <= sum(filled(column).values())


def filled(column: Mapping[object, int]) -> dict[object, int]:
    """Give a column without what stands for no value."""
    return {value: features for value, features in column.items() if value is not None and value != ""}


def _is_code_text(values: Iterable[object]) -> bool:
    """Whether texts are codes: of digits only, and with a zero in front that a number would not have."""
    return any(isinstance(value, str) and value.isdigit() and len(value) > 1 and value[0] == "0" for value in values)


def is_yes_or_no(column: Mapping[object, int]) -> bool:
    """Whether a column holds nothing but 1 and 0: no quantity to draw, though what is added up is one."""
    values = filled(column)
    return all(number_of(value) in (None, 0, 1) for value in values) and len(numbers(values)) == 2 and not _is_code_text(values)


def is_called_code(name: str) -> bool:
    """Whether a column is called as those of codes and numbers of things are."""
    return bool(_CODE_WORDS.search(name.casefold()))


def is_about_data(name: str, column: Mapping[object, int]) -> bool:
    """Whether a column says when and by whom data was made, and nothing of the units: its name does, or it holds days."""
    days = (isinstance(value, str) and _DAY.fullmatch(value) for value in filled(column))
    return bool(_ABOUT_WORDS.search(name.casefold())) or all(days)


def is_ranking(name: str) -> bool:
    """Whether the categories of a column go from most to least in the order of their codes, as those of centrality do."""
    return bool(_RANKING.search(name))


def code_beside(name: str, names: Iterable[str]) -> str:
    """Name the column of codes that goes with one of names, as `to_128_code` with `to_128_name`; "" where there is none."""
    known = set(names)
    beside = (code.join(name.rsplit(word, 1)) for word, code in _NAME_AND_CODE if word in name)
    return next((other for other in beside if other in known), "")
