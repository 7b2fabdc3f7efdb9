"""Finding out what a column holds: which field, which classification and years, what can be mended. Nothing is changed."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from ..core.codes import BYDEL, FYLKE, GRUNNKRETS, KOMMUNE, LEVEKAR, REGION
from ..core.diagnosis import Diagnosis, diagnose
from ..core.errors import FieldMissing, KeptSince, NoKeyFound, Refused, UnknownClassification
from ..core.feedback import SILENT, Feedback
from ..core.key_choice import Candidate, best_key
from ..core.keys import as_text, sampled
from ..core.lives import Lives
from ..core.matching import KeySide
from ..core.places_by_name import PlaceNames, ToldApart, told_apart
from . import change_graph
from .joining import Column
from .services import Services

# Which classifications codes of so many digits may belong to; one digit less has lost a zero.
_BY_LENGTH = {
    1: (FYLKE,),
    2: (FYLKE,),
    3: (KOMMUNE,),
    4: (KOMMUNE,),
    5: (BYDEL, REGION),
    6: (BYDEL, GRUNNKRETS),
    7: (GRUNNKRETS, LEVEKAR),
    8: (GRUNNKRETS, LEVEKAR),
}
_NAMED = (KOMMUNE, FYLKE, BYDEL)
_EXTRA = (REGION, LEVEKAR)  # not every service has them, and most columns are other codes
_SAMPLE = 2000
_MOST_FYLKER = 100  # different values of a field, for it to be worth reading as one of fylker
_LIKELY = 0.1  # share of the sample that must have that many digits


# Two fields of the same rows: (value of the one, value of the other) → number of features.
Pairs = Callable[[str, str], Mapping[tuple[object, object], int]]


def prepare(
    services: Services,
    columns: Mapping[str, Column],
    field: str = "",
    *,
    layer: str = "",
    pairs: Pairs | None = None,
    day: datetime.date | None = None,
    feedback: Feedback = SILENT,
) -> Diagnosis:
    """Diagnose a field, or the one that holds codes (or names of places) where none is named.

    Names are those of places on `day`, today where none is given. `pairs` reads two fields together: with it, names of
    several places are told apart by a field of fylker.
    Raises FieldMissing and NoKeyFound, and what asking Klass raises.
    """
    if field and field not in columns:
        raise FieldMissing(layer, field)
    feedback.step("reading_layer")
    read = {name: columns[name] for name in ((field,) if field else columns)}
    feedback.check()
    known = _lives(services, _likely(read.values()), feedback.part(0.1, 0.8))
    feedback.step("diagnosing")
    levels = [one for lives in known for one in _levels(lives)]
    today = services.config.today
    names = _names(services, read, known, min(day or today, today), feedback.part(0.8, 0.9))
    name = field or _field(read, levels, names)
    if not name:
        raise NoKeyFound(layer)
    found = diagnose(read[name], levels, today, names, name)
    if found.ambiguous and names is not None and pairs is not None:
        found = replace(found, apart=_told_apart(columns, name, names, pairs, feedback))
    feedback.progress(1.0)
    return found


def _told_apart(
    columns: Mapping[str, Column], field: str, names: PlaceNames, pairs: Pairs, feedback: Feedback
) -> ToldApart | None:
    """Find the field whose fylker tell most of the names apart."""
    told = []
    for other in columns:
        feedback.check()
        if other != field and len(columns[other]) <= _MOST_FYLKER:
            told.append(told_apart(other, pairs(field, other), names))
    return max(filter(None, told), key=lambda one: len(one.codes), default=None)


def _likely(columns: Iterable[Column]) -> list[int]:
    """Tell from the number of digits which classifications are worth asking for, the likeliest first."""
    wanted: dict[int, float] = {}
    for column in columns:
        texts = [text for text in map(as_text, sampled(list(column), _SAMPLE)) if text]
        lengths = Counter(map(_digits, texts))
        for length, count in lengths.items():
            for number in _BY_LENGTH.get(length, ()) if count >= _LIKELY * len(texts) else ():
                wanted[number] = max(wanted.get(number, 0.0), count / len(texts))
    return sorted(wanted, key=lambda number: (number in _EXTRA, -wanted[number]))


def _digits(text: str) -> int:
    """Count the digits of the first number in a text; 0 for none."""
    start = next((place for place, letter in enumerate(text) if letter.isdigit()), len(text))
    end = next((place for place in range(start, len(text)) if not text[place].isdigit()), len(text))
    return end - start


def _lives(services: Services, wanted: Sequence[int], feedback: Feedback) -> list[Lives]:
    found = []
    for number, classification in enumerate(wanted):
        part = feedback.part(number / len(wanted), (number + 1) / len(wanted))
        try:
            kept = change_graph.lives(services, classification, feedback=part)
        except (UnknownClassification, Refused):
            if classification not in _EXTRA:
                raise
            continue
        if kept.kept:
            feedback.warn(KeptSince("klass", kept.fetched.date()))
        found.append(kept.lives)
        part.progress(1.0)
    return found


def _levels(lives: Lives) -> list[tuple[Lives, str]]:
    """Give each level, and where there are several all of them together: a whole list has both."""
    levels = [(lives, level) for level in lives.levels]
    return [*levels, (lives, "")] if len(levels) > 1 else levels


def _names(
    services: Services, columns: Mapping[str, Column], known: Sequence[Lives], day: datetime.date, feedback: Feedback
) -> PlaceNames | None:
    """Give the names of places, where some column has words in it."""
    texts = (text for column in columns.values() for text in map(as_text, sampled(list(column), _SAMPLE)))
    if not any(letter.isalpha() for text in texts for letter in text):
        return None
    have = {lives.classification: lives for lives in known}
    missing = [number for number in _NAMED if number not in have]
    have.update((lives.classification, lives) for lives in _lives(services, missing, feedback))
    return PlaceNames([have[number] for number in _NAMED], day, have[FYLKE])


def _field(columns: Mapping[str, Column], levels: Sequence[tuple[Lives, str]], names: PlaceNames | None) -> str:
    """Find the field of codes by overlap; else the one in which most values are names; "" for none."""
    sides = [KeySide.of_codes(lives.at_level(level).ever()) for lives, level in levels]
    ranked = best_key(columns, sides)
    # Any small number becomes a fylke where a zero is put before it: that counts for lack of others only.
    good = sorted((one for one in ranked if one.score.share >= 0.5), key=_is_small_number)
    if good and not _is_small_number(good[0]):
        return good[0].field
    shares = {name: _named_share(column, names) for name, column in columns.items()} if names else {}
    best = max(shares, key=shares.__getitem__, default="")
    if best and shares[best] >= 0.5:
        return best
    return (good or ranked)[0].field if ranked else ""


def _is_small_number(found: Candidate) -> bool:
    return found.side.shape.length == 2 and not found.score.exact


def _named_share(column: Column, names: PlaceNames) -> float:
    texts = [text for text in map(as_text, sampled(list(column), _SAMPLE)) if text]
    return sum(names.find(text) is not None for text in texts) / len(texts) if texts else 0.0
