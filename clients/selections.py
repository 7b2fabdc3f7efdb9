"""Selections of codes and patterns of names as Klass takes them: what it would pass over without a word is an error here."""

from __future__ import annotations

import re

from ..core.errors import BadPattern, BadSelection

# What the service takes in one selection; it refuses more.
MOST_TERMS = 20
MOST_CHARACTERS = 200

_EXACT_OR_PREFIX = re.compile(r"[0-9A-Za-z.]+\*?$")
_RANGE = re.compile(r"([0-9]+)\*?\s*-\s*([0-9]+)(\*?)$")

_PLACE = re.compile(r"\{([^{}]*)\}")
_KNOWN_PLACE = re.compile(r"(?:code|name|shortname|(?:lowercase|uppercase|capitalize)\((?:code|name|shortname)\))$")


def name_pattern(text: str) -> str:
    """Give a pattern of presentation names, such as `{code} {capitalize(name)}`, as the service replaces it.

    It knows lower case only: the `{shortName}` of its own guide is mended. Raises BadPattern for what it would not replace.
    """

    def place(match: re.Match) -> str:
        mended = "".join(match.group(1).split()).lower()
        if not _KNOWN_PLACE.match(mended):
            raise BadPattern(text, match.group(0))
        return f"{{{mended}}}"

    pattern = _PLACE.sub(place, text.strip())
    rest = _PLACE.sub("", pattern)
    if pattern and ("{" in rest or "}" in rest or rest == pattern):
        raise BadPattern(text, text.strip())
    return pattern


def select_terms(text: str) -> list[str]:
    """Split a selection such as `0301, 11*, 3001-34*` into as many as the service takes at once; [] for none.

    Raises BadSelection for a term that the service would leave out without a word. Without any term left it would
    even answer with every code.
    """
    terms = list(dict.fromkeys(term.strip() for term in text.split(",") if term.strip()))
    if not terms and text.strip():
        raise BadSelection(text, "empty")
    requests: list[str] = []
    count = 0
    for term in map(_checked_term, terms):
        if requests and count < MOST_TERMS and len(requests[-1]) + 1 + len(term) <= MOST_CHARACTERS:
            requests[-1] += "," + term
            count += 1
        else:
            requests.append(term)
            count = 1
    return requests


def _checked_term(term: str) -> str:
    if len(term) > MOST_CHARACTERS:
        raise BadSelection(term, "too_long")
    if not term.isascii():
        raise BadSelection(term, "malformed")
    between = _RANGE.match(term)
    if between and _is_kept(*between.groups()):
        return "".join(term.split())
    if not _EXACT_OR_PREFIX.match(term):
        raise BadSelection(term, "malformed")
    return term


def _is_kept(first: str, last: str, star: str) -> bool:
    """Whether the service keeps a range: it compares text, and drops one whose end is not above its start.

    With a star the end is the next prefix (34* ends below 35), and below 1000 after 999*, as text.
    """
    if not star:
        return first <= last + "\uffff"
    above = last.rstrip("9")
    end = above[:-1] + str(int(above[-1]) + 1) if above else "1" + "0" * len(last)
    return first < end
