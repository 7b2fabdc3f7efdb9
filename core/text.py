"""Text as people type it: case, accents and Sámi letters do not stand in the way of finding a name."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart, as a Norwegian keyboard would write them.
_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ŋ": "n", "ŧ": "t", "ł": "l", "ß": "ss", "þ": "th", "ð": "d"})


def fold(text: str) -> str:
    """Give the form that is compared in searches: lower case, without accents. `Kárášjohka` → `karasjohka`."""
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    parts = unicodedata.normalize("NFD", lowered.translate(_PLAIN))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
