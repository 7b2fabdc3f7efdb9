"""Codes and versions as Klass has them, kept on disk for a while."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..core import dates
from ..core.codes import Classification, Code, CodeList, Version
from ..core.errors import (
    BadDates,
    Faulty,
    KeptSince,
    LanguageMissing,
    NoCodesOnDate,
    Refused,
    UnknownLevel,
    Unreachable,
)
from ..core.feedback import SILENT, Feedback
from .cache import Kept
from .services import Services

if TYPE_CHECKING:
    from ..clients.klass import Klass

PAST = datetime.timedelta(days=30)  # names of past days are still mended now and then
PRESENT = datetime.timedelta(days=1)
KIND = "registers"


@dataclass(frozen=True)
class Register:
    """A code list, when it was fetched, and whether it is an old one because the service did not answer."""

    codes: CodeList
    fetched: datetime.datetime
    kept: bool = False


def codes(
    services: Services,
    classification: int,
    day: datetime.date,
    *,
    end: datetime.date | None = None,
    language: str = "nb",
    level: str = "",
    select: str = "",
    variant: str = "",
    pattern: str = "",
    include_future: bool = False,
    fresh: bool = False,
    feedback: Feedback = SILENT,
) -> Register:
    """Give the codes valid on `day`, or at some time in [`day`, `end`); those of a variant where its name is given.

    `pattern` is what presentation names are made by, such as `{code} {name}`. Raises UnknownLevel, UnknownVariant,
    NoCodesOnDate, BadDates, BadSelection, BadPattern and UnknownClassification. A list that is not published in `language` is
    asked for in bokmål, with a warning; `CodeList.language` says which it became.
    """
    if end is not None and end <= day:
        raise BadDates(start=day.isoformat(), end=end.isoformat(), reason="order")
    feedback.step("fetching_codes", classification=classification, date=day)
    named: dict[str, Any] = {"variant": variant, "include_future": include_future, "feedback": feedback}
    asked = {**named, "select": select, **({"pattern": pattern} if pattern else {})}

    def ask() -> list:
        found = _ask_codes(services.klass, classification, day, end, language, asked)
        return [found.language, found.codes]

    key = _key(classification, day, end, language, select, "future" if include_future else "", variant, pattern)
    fresh = fresh or _changed_since(services, key, classification, day, end, feedback)
    kept = kept_or_asked(services, key, ask, lifetime(services, end or day), fresh, feedback)
    found = _code_list(kept.value, classification, day, end)
    if found.language != language:
        feedback.warn(LanguageMissing(classification, language))
    if not found.codes:
        _explain_empty(services, classification, day, end, include_future, feedback)
    if level and level not in found.levels and (found.codes or select):
        # A selection may leave a level out that there is.
        whole = codes(services, classification, day, end=end, language=language, **named).codes if select else found
        if level not in whole.levels:
            raise UnknownLevel(classification, level, ", ".join(whole.levels))
    return Register(found.at_level(level), kept.stored, kept.old)


def kept_codes(
    services: Services, classification: int, day: datetime.date, language: str = "nb", *, include_future: bool = False
) -> Register | None:
    """Give the codes of a day as they lie on disk, however old; None where they were never fetched. Asks nobody."""
    key = _key(classification, day, None, language, "", "future" if include_future else "")
    kept = services.cache.load(KIND, key)
    return Register(_code_list(kept.value, classification, day, None), kept.stored, True) if kept else None


def kept_classification(services: Services, id: int) -> Classification | None:
    """Give name and versions as they lie on disk, however old; None where they were never fetched. Asks nobody."""
    kept = services.cache.load(KIND, f"classification_{id}")
    return _classification(id, kept.value) if kept else None


def classification(services: Services, id: int, *, fresh: bool = False, feedback: Feedback = SILENT) -> Classification:
    """Give the name and the versions (oldest first, the ones of next year included). Raises UnknownClassification."""

    def ask() -> list:
        found = services.klass.classification(id, include_future=True, feedback=feedback)
        return [found.name, found.versions]

    return _classification(id, kept_or_asked(services, f"classification_{id}", ask, PRESENT, fresh, feedback).value)


def _classification(id: int, value) -> Classification:
    return Classification(id, value[0], versions_of(value))


def versions_of(value) -> tuple[Version, ...]:
    """Read the versions in what `classification` has kept."""
    return tuple(Version(*row)._replace(languages=tuple(row[4])) for row in value[1])


def _key(classification: int, day: datetime.date, end: datetime.date | None, language: str, *filters: str) -> str:
    return "_".join(("codes", str(classification), str(day), str(end or ""), language, *filters)).rstrip("_")


# --- asking ---------------------------------------------------------------------


def _ask_codes(klass: Klass, classification: int, day, end, language: str, named: dict) -> CodeList:
    def ask(language: str) -> CodeList:
        if end is None:
            return klass.codes_at(classification, day, language=language, **named)
        return klass.codes(classification, day, end, language=language, **named)

    try:
        return ask(language)
    except Refused as error:
        # One version of the period that is not published in a language is enough for a 404.
        if language == "nb" or error.status != 404:
            raise
        return ask("nb")


def _explain_empty(services, classification_number, day, end, include_future, feedback) -> None:
    """Raise NoCodesOnDate where no version covers the days; an empty list within a version is an answer."""
    versions = classification(services, classification_number, feedback=feedback).versions
    last_day = dates.day_before(end) if end else day
    today = services.config.today.isoformat()
    covering = [version for version in versions if version.meets(day.isoformat(), last_day.isoformat())]
    if any(include_future or v.valid_from <= today for v in covering):
        return
    future = min((v.valid_from for v in covering), default="")
    last = "" if not versions or not versions[-1].valid_to else dates.day_before(dates.parse(versions[-1].valid_to)).isoformat()
    raise NoCodesOnDate(classification_number, day.isoformat(), versions[0].valid_from if versions else "", last, future)


def _changed_since(services: Services, key: str, number: int, day, end, feedback: Feedback) -> bool:
    """Whether a version of those days was edited after its list was kept, as names are in hindsight. Asks once a day."""
    kept = services.cache.load(KIND, key)
    if kept is None or services.cache.age(kept.stored) < PRESENT:
        return False
    try:
        versions = classification(services, number, feedback=feedback).versions
    except (Unreachable, Faulty, Refused):
        return False  # the list itself will say what there is to say
    first, last = day.isoformat(), (dates.day_before(end) if end else day).isoformat()
    since = kept.stored.date().isoformat()
    return any(version.meets(first, last) and version.last_modified[:10] >= since for version in versions)


# --- keeping --------------------------------------------------------------------


@dataclass(frozen=True)
class Answer(Kept):
    """A kept value; `old` where it is one that should have been asked for again, and nobody answered."""

    old: bool = False


def kept_or_asked(
    services: Services, key: str, ask: Callable[[], object], lifetime: datetime.timedelta, fresh: bool, feedback: Feedback
) -> Answer:
    """Give what is kept while it is young; else ask and keep. Where nobody answers, an old one is better than none."""
    cache = services.cache
    kept = cache.load(KIND, key)
    if kept and not fresh and cache.age(kept.stored) < lifetime:
        return Answer(kept.value, kept.stored)
    try:
        value = ask()
    except (Unreachable, Faulty):
        if kept is None:
            raise
        return Answer(kept.value, kept.stored, old=True)
    return Answer(value, cache.remember(KIND, key, value, feedback))


def told_or_asked(
    services: Services, key: str, ask: Callable[[], object], lifetime: datetime.timedelta, fresh: bool, feedback: Feedback
) -> Any:
    """Give the value of `kept_or_asked`; that it is an old one is told by a warning."""
    answer = kept_or_asked(services, key, ask, lifetime, fresh, feedback)
    if answer.old:
        feedback.warn(KeptSince("klass", answer.stored.date()))
    return answer.value


def lifetime(services: Services, last_day: datetime.date) -> datetime.timedelta:
    """Tell how long an answer about days up to `last_day` is as good as a new one."""
    return PAST if last_day < services.config.today else PRESENT


def _code_list(value, classification_number: int, day: datetime.date, end: datetime.date | None) -> CodeList:
    language, rows = value
    return CodeList(classification_number, day, tuple(Code(*row) for row in rows), language, end)
