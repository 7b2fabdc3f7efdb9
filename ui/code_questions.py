"""What the Codes page asks in the background. Plain functions of the services; no Qt."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace

from ..core import dates
from ..core.codes import FYLKE, KOMMUNE, Code
from ..core.errors import NoCodesOnDate
from ..core.places import Places
from ..work import classifications, registers
from ..work.registers import Register
from .code_rows import GEOGRAPHIC, CodeRows
from .context import places_of

_FIRST_DAY = datetime.date(1960, 1, 1)  # older than any list of Norwegian areas in Klass
DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Question:
    """Which codes: on `day`, or at some time in [`day`, `end`); `pattern` is that of presentation names."""

    classification: int
    day: datetime.date
    language: str
    end: datetime.date | None = None
    select: str = ""
    variant: str = ""
    pattern: str = ""
    future: bool = False


@dataclass(frozen=True)
class Listed:
    """An answer: the register, made ready for the tree, and the classification's name where it is not one of ours."""

    question: Question
    register: Register
    rows: CodeRows
    name: str = ""

    @property
    def age(self) -> datetime.timedelta:
        return datetime.datetime.now() - self.register.fetched.replace(tzinfo=None)


def kept(services, question: Question, feedback) -> Listed | None:
    """Give the answer as it lies on disk, however old; None where the question was never asked, or had no codes for an
    answer: why not does not lie there."""
    if question.end or question.select or question.variant or question.pattern:
        return None
    register = registers.kept_codes(
        services, question.classification, question.day, question.language, include_future=question.future
    )
    if register is None or not register.codes.codes:
        return None
    known = None if question.classification in GEOGRAPHIC else registers.kept_classification(services, question.classification)
    return Listed(question, replace(register, kept=False), CodeRows(register.codes), known.name if known else "")


def asked(services, question: Question, feedback, *, fresh: bool = False) -> Listed:
    """Give the answer: from disk while it is young, else from Klass."""
    register = registers.codes(
        services,
        question.classification,
        question.day,
        end=question.end,
        language=question.language,
        select=question.select,
        variant=question.variant,
        pattern=question.pattern,
        include_future=question.future,
        fresh=fresh,
        feedback=feedback,
    )
    name = ""
    if question.classification not in GEOGRAPHIC:
        name = registers.classification(services, question.classification, feedback=feedback).name
    return Listed(question, register, CodeRows(register.codes), name)


@dataclass(frozen=True)
class Described:
    """What the version of a day offers: names of levels by number, and variants."""

    levels: dict[str, str]
    variants: tuple[str, ...]


def described(services, classification: int, day: datetime.date, language: str, feedback) -> Described:
    """Ask for the levels and variants of the version that applies on a day; none where no version does."""
    about = classifications.about(services, classification, language=language, feedback=feedback)
    version = about.version_on(day.isoformat())
    if version is None:
        return Described({}, ())
    details = classifications.about_version(services, version.id, language=language, feedback=feedback)
    levels = {level.number: level.name for level in details.levels if level.name}
    return Described(levels, tuple(variant.name for variant in details.variants if variant.name))


@dataclass(frozen=True)
class OtherTime:
    """A code that applies at another time than the one asked for, and a day on which it does."""

    code: Code
    earlier: bool
    use: datetime.date


def at_other_times(services, question: Question, typed: str, feedback) -> OtherTime | None:
    """Find the time nearest to the day at which a typed code applied, or will."""
    end = max(question.day, services.config.today) + DAY
    try:
        register = registers.codes(
            services, question.classification, _FIRST_DAY, end=end, language=question.language, select=typed, feedback=feedback
        )
    except NoCodesOnDate:
        return None
    day = question.day.isoformat()
    found = [code for code in register.codes.codes if code.code == typed]
    earlier = [code for code in found if code.valid_to and code.valid_to <= day]
    later = [code for code in found if code.valid_from and code.valid_from > day]
    if earlier:
        code = max(earlier, key=lambda code: code.valid_to)
        return OtherTime(code, True, _last_new_year(code))
    if later:
        code = min(later, key=lambda code: code.valid_from)
        return OtherTime(code, False, dates.parse(code.valid_from))
    return None


def places_on(services, day: datetime.date, feedback, *, ask: bool) -> Places | None:
    """Give the fylker and kommuner of a day; only what is on disk unless `ask`. None where they are not known."""
    load: Callable = registers.codes if ask else _kept_only
    found = [load(services, number, day, feedback=feedback) for number in (FYLKE, KOMMUNE)]
    return places_of(*(register.codes for register in found)) if all(found) else None


def _kept_only(services, classification: int, day: datetime.date, *, feedback) -> Register | None:
    return registers.kept_codes(services, classification, day)


def _last_new_year(code: Code) -> datetime.date:
    """The last 1 January on which a code applied: the day that boundaries of its last year are of."""
    last = dates.day_before(dates.parse(code.valid_to))
    new_year = dates.new_year(last.year)
    return new_year if not code.valid_from or code.valid_from <= new_year.isoformat() else last
