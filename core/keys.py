"""Join keys as text: what a code may look like after spreadsheets, databases and web tables had it, and what it was.

Every repair has a name, so that it can be shown. Nothing here guesses between two codes: what could be read in two ways
is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Optional

from .codes import BYDEL, CODE_LENGTHS, FYLKE, GRUNNKRETS, KOMMUNE, CodeList

# zero: a lost leading zero came back (301 → 0301); decimal: a fraction of nothing went (3001.0 → 3001); blank: blanks
# around it went, also no-break ones; prefix: letters before or a name behind went (K-3001 Halden → 3001); delomrade: the
# 6-digit form of a delområde (030117 → 03011700); shortened: the first digits of a longer code (03010101 → 0301).
REPAIRS = ("zero", "decimal", "blank", "prefix", "delomrade", "shortened")

# Numbers that a fylke has, or has had since 1972, and Svalbard. Most other four-digit columns (post codes, years,
# figures) begin differently.
FYLKE_NUMBERS = frozenset(
    f"{n:02}" for n in (*range(1, 13), *range(14, 22), *range(30, 35), 38, 39, 40, 42, 46, 50, 54, 55, 56, 99)
)

# Lengths of codes whose first digits are a code of this length (fylke, kommune).
_LONGER = {2: (4, 6, 8), 4: (6, 8)}

_BLANKS = " \t\r\n\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u200b\u200c\u200d\u2060" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_NOTHING = frozenset({"", "null", "nan"})
_NOTHING_IN_DIGITS = _NOTHING | {"none", "na", "n/a", "#n/a", "-", "–", ".", "..", "...", ":"}
_DECIMAL = re.compile(r"([0-9]+)[.,]0+")
_WORDS = (
    "kommunenummer|kommunenr|kommune|komm|knr|fylkesnummer|fylkesnr|fylke|fnr|bydel|delområde|grunnkrets|krets|eka|no|nr|k|f"
)
_DECORATED = re.compile(
    rf"""['"=]*
    (?:(?:{_WORDS})[-–.:_\s]*|[a-zæøå][-–.:_]\s*)?       # K-3001, K.3101, EKA02, NO-03
    ([0-9]+)
    (?:['"]+|(?:\s*[-–—:,]\s*|\s+|\s*(?=\())(?=[^\W\d_]|[(«"']).*)?   # 0101 – Halden; never 030101a or 21-22 Svalbard
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)

# Statbank's mark of a code that is no more: "030101 Bygdøy-Frogner (1988-2003)". Numbers of bydeler were given out again
# (030101 is Gamle Oslo now), so there it is another code than its digits say; and no delområde, which six digits may be too.
_RETIRED = re.compile(r"\([0-9]{0,4}\s*[-–]\s*[0-9]{4}\)$")


@dataclass(frozen=True)
class KeyShape:
    """What the keys of one side look like.

    `length` digits each, or 0 for free form. With `classification` set they are codes of that Klass classification and get
    the whole cleaning. What does not fit is malformed where `strict`, and taken as it stands otherwise (a table's own keys).
    """

    length: int = 0
    classification: int = 0
    level: str = ""
    strict: bool = True

    @property
    def is_place(self) -> bool:
        """Whether the keys are codes of kommuner, fylker, bydeler, delområder or grunnkretser."""
        return bool(self.length) and self.classification in (GRUNNKRETS, BYDEL, FYLKE, KOMMUNE)

    @classmethod
    def of(cls, codes: CodeList) -> KeyShape:
        """Give the shape of a code list (one level of it; both levels of Klass 1 have the same)."""
        levels = codes.levels
        level = levels[0] if len(levels) == 1 else ""
        known = CODE_LENGTHS.get((codes.classification, level or "1"), 0)
        length = _one_length([code.code for code in codes.codes])
        return cls(length, codes.classification if length == known or not known else 0, level)

    @classmethod
    def guess(cls, values: Iterable[object]) -> KeyShape:
        """Guess the shape of a table's own key column: codes of a place, another fixed number of digits, or free form."""
        texts = [text for text in map(as_text, sampled(list(values), 2000)) if text.casefold() not in _NOTHING_IN_DIGITS]
        for shape in _GUESSES:
            keys = [key for key, repairs, _ in (clean(text, shape) for text in texts) if key and "shortened" not in repairs]
            if 3 * len(keys) >= 2 * len(texts) > 0 and _looks_like_places(keys, texts, shape):
                return _guessed(shape, keys)
        return cls(_one_length(texts), strict=False)


class CleanKey(NamedTuple):
    """A value read as a key; `key` is None with `problem` no_code (nothing there) or malformed."""

    key: Optional[str]
    repairs: tuple[str, ...] = ()
    problem: str = ""


_NO_CODE = CleanKey(None, (), "no_code")
_MALFORMED = CleanKey(None, (), "malformed")
_GUESSES = (
    KeyShape(4, KOMMUNE, "1"),
    KeyShape(8, GRUNNKRETS, "2"),
    KeyShape(6, BYDEL, "1"),
    KeyShape(2, FYLKE, "1"),
)


def sampled(values: Sequence[object], limit: int) -> Sequence[object]:
    """Give at most about `limit` of the values, evenly spread: columns are often sorted."""
    return values if len(values) <= limit else values[:: len(values) // limit]


def as_text(value: object) -> str:
    """Give a value as text without blanks around it; whole floats without their fraction, None and NaN as ""."""
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).strip(_BLANKS)


def clean(value: object, shape: KeyShape) -> CleanKey:
    """Read a value (text, number, None) as a key of `shape`. What is a key comes back as it is, so twice gives the same."""
    length = shape.length
    if length and type(value) is str and len(value) == length and value.isascii() and value.isdigit():
        return _as_level(value, (), shape)
    text = as_text(value)
    if text.casefold() in (_NOTHING_IN_DIGITS if length else _NOTHING):
        return _NO_CODE
    repairs = ("blank",) if isinstance(value, str) and len(text) != len(value) else ()
    if not length:
        return CleanKey(text, repairs)
    found = _digits(text, repairs, shape) if shape.is_place or not shape.strict else _padded(text, repairs, shape)
    if found.key is None and not shape.strict:
        return CleanKey(text, repairs)
    return found


def _digits(text: str, repairs: tuple[str, ...], shape: KeyShape) -> CleanKey:
    """Find the digits of a place's code in a text and fit them to the shape."""
    decimal = _DECIMAL.fullmatch(text)
    if decimal:
        text, repairs = decimal[1], (*repairs, "decimal")
    if text.isascii() and text.isdigit():
        return _fitted(text, repairs, shape)
    retired = shape.length in (6, 8) and _RETIRED.search(text)
    decorated = None if retired else _DECORATED.fullmatch(text)
    # A zero is only given back to bare numbers: "K-301" or "12 Halden" is something else than a code with a lost zero.
    if decorated and len(decorated[1]) in (shape.length, *_longer(shape)):
        return _fitted(decorated[1], (*repairs, "prefix"), shape)
    return _MALFORMED


def _fitted(digits: str, repairs: tuple[str, ...], shape: KeyShape) -> CleanKey:
    """Give digits the length of the shape: as they are, with their zero, or the first ones of a longer code."""
    lengths = (shape.length, *_longer(shape))
    if len(digits) + 1 in lengths and len(digits) not in lengths:
        digits, repairs = "0" + digits, (*repairs, "zero")
    if len(digits) == shape.length:
        return _as_level(digits, repairs, shape)
    if len(digits) not in lengths:
        return _padded(digits, repairs, shape) if not shape.classification else _MALFORMED
    if shape.length == 8:
        return CleanKey(digits + "00", (*repairs, "delomrade"))
    if shape.length == 6 and not digits.endswith("00"):
        return _MALFORMED
    return CleanKey(digits[: shape.length], (*repairs, "delomrade" if shape.length == 6 else "shortened"))


def _as_level(digits: str, repairs: tuple[str, ...], shape: KeyShape) -> CleanKey:
    """Lead a grunnkrets to its delområde where the side has delområder: both have 8 digits, a delområde ends in 00."""
    if shape.length == 8 and shape.level == "1" and shape.classification == GRUNNKRETS and not digits.endswith("00"):
        return CleanKey(digits[:6] + "00", (*repairs, "shortened"))
    return CleanKey(digits, repairs)


def _padded(text: str, repairs: tuple[str, ...], shape: KeyShape) -> CleanKey:
    """Give plain digits of another classification their leading zeros."""
    if not (text.isascii() and text.isdigit()) or len(text) > shape.length:
        return _MALFORMED
    return CleanKey(text, repairs) if len(text) == shape.length else CleanKey(text.zfill(shape.length), (*repairs, "zero"))


def _longer(shape: KeyShape) -> tuple[int, ...]:
    """Other lengths that lead to a key of this shape."""
    if shape.length == 8:
        return (6,) if shape.level == "1" and shape.classification == GRUNNKRETS else ()
    if shape.length == 6:
        # A delområde in its 6-digit form may meet one of 8 digits; a bydel is no part of a longer code.
        return () if shape.classification == BYDEL else (8,)
    return _LONGER.get(shape.length, ()) if shape.is_place else ()


def _one_length(texts: list[str]) -> int:
    """Give the number of digits that all the texts have, 0 where they differ or are not digits."""
    lengths = {len(text) if text.isascii() and text.isdigit() else 0 for text in texts}
    return lengths.pop() if len(lengths) == 1 else 0


def _looks_like_places(keys: list[str], texts: list[str], shape: KeyShape) -> bool:
    """Whether keys begin with numbers of fylker, and bare numbers are not shorter (as running numbers are)."""
    short = sum(1 for text in texts if text.isdigit() and len(text) < shape.length - 1)
    return short <= 0.01 * len(texts) and sum(key[:2] in FYLKE_NUMBERS for key in keys) >= 0.9 * len(keys)


def _guessed(shape: KeyShape, keys: list[str]) -> KeyShape:
    """Settle what the digits leave open: 6 may be bydeler or delområder, 8 that all end in 00 are delområder."""
    if shape.length == 6:
        return KeyShape(6, strict=False)
    if shape.length == 8:
        return KeyShape(8, GRUNNKRETS, "1" if all(key.endswith("00") for key in keys) else "2", strict=False)
    return KeyShape(shape.length, shape.classification, shape.level, strict=False)
