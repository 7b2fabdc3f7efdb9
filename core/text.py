"""Text as people type it: case, accents and Sámi letters do not stand in the way of finding a name."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart, as a Norwegian keyboard would write them.
_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ŋ": "n", "ŧ": "t", "ł": "l", "ß": "ss", "þ": "th", "ð": "d"})


class _WithoutMarks(dict):
    """A table for `translate` that leaves out combining marks; it learns each character when that is first met."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_WITHOUT_MARKS = _WithoutMarks()


def fold(text: str) -> str:
    """Give the form that is compared in searches: lower case, without accents. `Kárášjohka` → `karasjohka`."""
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    return unicodedata.normalize("NFD", lowered.translate(_PLAIN)).translate(_WITHOUT_MARKS)
