"""Preparing a join: which field meets which codes, what matches, and what each matching code brings along.

Nothing is changed here. The dock shows the report of `prepare` before anything happens; the algorithm carries it out at once.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..core.changes import History
from ..core.codes import BYDEL, CODE_LENGTHS, FYLKE, GRUNNKRETS, KOMMUNE, CodeList
from ..core.errors import FieldMissing, KlasskartError, NoCodesOnDate, NoKeyFound, ServiceError, UnknownLevel
from ..core.feedback import SILENT, Feedback
from ..core.key_choice import Candidate, Score, best_key
from ..core.keys import KeyShape, clean, sampled
from ..core.matching import KeySide, MatchReport, match
from . import change_graph, join_values, registers
from .join_values import Attribute, Figures, Values, Wish
from .services import Services

# A column of a layer: every distinct value (None for null) and the number of features that have it.
Column = Mapping[object, int]

_PLACES = (KOMMUNE, GRUNNKRETS, FYLKE, BYDEL)
_SAMPLE = 500  # values that tell what a column looks like
_LIKELY = 0.3  # share of them that must look like codes
_CLEAR = 0.5  # quality of a match that needs no second look


@dataclass(frozen=True)
class JoinChoice:
    """What the user asked for. Empty: found by value overlap (field, classification, level). `layer` is its title.

    `along` are attributes `to:…` that are wished for where a classification is the one joined; what can't be had of them does
    not stand in the way of the join.
    """

    day: datetime.date
    layer: str = ""
    field: str = ""
    classification: int | None = None
    level: str = ""
    language: str = "nb"
    attributes: tuple[str, ...] = ("name", "level", "parent_code")
    along: Mapping[int, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    figures: Figures | None = None


@dataclass(frozen=True)
class Way:
    """One way to join: the layer's field with a level of a classification, or with the table's `key_field`."""

    field: str
    classification: int
    level: str
    score: Score
    key_field: str = ""


@dataclass(frozen=True)
class Prepared:
    """All that a join needs: the way chosen, what would match, and `values`, the attributes of every code of the side."""

    field: str
    classification: int
    level: str
    day: datetime.date
    report: MatchReport
    attributes: tuple[Attribute, ...] = ()
    values: Mapping[str, tuple[object, ...]] = dataclasses.field(default_factory=dict)
    ways: tuple[Way, ...] = ()  # all that fit, the best first
    title: str = ""  # the table's title, or "" for Klass
    key_field: str = ""  # the table's field of codes, or ""
    kept_from: datetime.datetime | None = None  # Klass did not answer: its codes were kept since then
    holes: Mapping[str, KlasskartError] = dataclasses.field(default_factory=dict)  # of `along`: why it is not there


@dataclass(frozen=True)
class _Source:
    """A side, and where its attributes come from: a register, or a table (`register` None)."""

    side: KeySide
    classification: int
    level: str
    register: registers.Register | None = None
    key_field: str = ""


def prepare(services: Services, columns: Mapping[str, Column], choice: JoinChoice, feedback: Feedback = SILENT) -> Prepared:
    """Find the way to join, fetch the codes and match.

    `columns` are the fields that may hold codes (it may be lazy: only looked-at fields are read). Raises NoKeyFound,
    FieldMissing, and what asking Klass raises. A join that matches nothing is told by `report.matched == 0`.
    """
    if choice.field and choice.field not in columns:
        raise FieldMissing(choice.layer, choice.field)
    names = (choice.field,) if choice.field else tuple(columns)
    feedback.step("reading_layer")
    read = {name: columns[name] for name in names}
    feedback.check()
    if choice.figures:
        sources = _table_sources(choice.figures, choice)
    else:
        sources = _klass_sources(services, read, choice, feedback.part(0.0, 0.6))
    source, name, ways = _choose(services, read, sources, choice, feedback)
    feedback.step("matching")
    report = _explained_match(services, read[name], source, choice, feedback.part(0.6, 0.9))
    values = _values(services, source, choice, feedback.part(0.9, 1.0))
    register = source.register
    return Prepared(
        field=name,
        classification=source.classification,
        level=source.level,
        day=choice.day,
        report=report,
        attributes=values.attributes,
        values=values.rows,
        ways=ways,
        title=choice.figures.title if choice.figures else "",
        key_field=source.key_field,
        kept_from=register.fetched if register and register.kept else None,
        holes=values.holes,
    )


def _values(services: Services, source: _Source, choice: JoinChoice, feedback: Feedback) -> Values:
    if choice.figures:
        return join_values.of_figures(choice.figures, source.side, source.key_field)
    if source.register is None:
        return Values()
    wish = Wish(choice.day, choice.language, choice.attributes, tuple(choice.along.get(source.classification, ())))
    return join_values.of_codes(services, source.register.codes, source.level, source.side, wish, feedback)


# --- the other side -----------------------------------------------------------------


def _table_sources(figures: Figures, choice: JoinChoice) -> list[_Source]:
    """Every column of the table that may hold the codes, or the one that was chosen."""
    if figures.field and figures.field not in figures.names:
        raise FieldMissing(figures.title, figures.field)
    found = []
    for index, name in enumerate(figures.names):
        if figures.field not in ("", name):
            continue
        counts: dict[object, int] = {}
        for row in figures.rows:
            counts[row[index]] = counts.get(row[index], 0) + 1
        side = KeySide.of_column(counts, title=name)
        classification = choice.classification or side.shape.classification
        found.append(_Source(side, classification, choice.level or side.shape.level, None, name))
    return found


def _klass_sources(services, columns: Mapping[str, Column], choice: JoinChoice, feedback: Feedback) -> list[_Source]:
    """The levels of the chosen classification, or of those that the values look like."""
    wanted = [choice.classification] if choice.classification else _likely_classifications(columns)
    found: list[_Source] = []
    levels: set[str] = set()
    missing: NoCodesOnDate | None = None
    for number, classification in enumerate(wanted):
        part = feedback.part(number / len(wanted), (number + 1) / len(wanted))
        try:
            # All levels: those above give their names.
            register = registers.codes(services, classification, choice.day, language=choice.language, feedback=part)
        except NoCodesOnDate as error:
            missing = missing or error  # alone no reason to stop: bydeler are younger than the other lists
            continue
        levels.update(register.codes.levels)
        found += _levels(register, classification, choice.level)
        part.progress(1.0)
    if levels and not found:
        raise UnknownLevel(wanted[0], choice.level, ", ".join(sorted(levels)))
    if missing and not found:
        raise missing
    return found


def _levels(register: registers.Register, classification: int, level: str) -> list[_Source]:
    levels = [one for one in register.codes.levels if level in ("", one)]
    return [_Source(KeySide.of_codes(register.codes, one), classification, one, register) for one in levels]


def _likely_classifications(columns: Mapping[str, Column]) -> list[int]:
    """Tell from the shape of the values which classifications are worth asking for; longer codes are not cut for it."""
    shapes = {KeyShape(length, number, level): number for (number, level), length in CODE_LENGTHS.items()}
    likely: dict[int, float] = {}
    for column in columns.values():
        values = sampled(list(column), _SAMPLE)
        for shape, number in shapes.items():
            cleaned = [clean(value, shape) for value in values]
            some = [one for one in cleaned if one.problem != "no_code"]
            fits = sum(1 for one in some if one.key and "shortened" not in one.repairs)
            if some and fits / len(some) >= _LIKELY:
                likely[number] = max(likely.get(number, 0.0), fits / len(some))
    return sorted(likely, key=lambda number: (-likely[number], _PLACES.index(number)))


def _choose(
    services, columns: Mapping[str, Column], sources: Sequence[_Source], choice: JoinChoice, feedback: Feedback
) -> tuple[_Source, str, tuple[Way, ...]]:
    """Give the best source and field. Where everything was chosen there is no question, even if nothing matches."""
    by_side = {id(source.side): source for source in sources}
    ranked = best_key(columns, [source.side for source in sources])
    ways = [_way(candidate.field, by_side[id(candidate.side)], candidate.score) for candidate in ranked]
    if ways and (ranked[0].score.quality >= _CLEAR or len(sources) * len(columns) == 1):
        return by_side[id(ranked[0].side)], ranked[0].field, tuple(ways)
    if choice.figures is None:
        # Perhaps most of the codes have ended: then their field is found by the codes of all years.
        found = _best_of_all_years(services, columns, sources, feedback)
        if found and found[1].score.quality >= max(_CLEAR, 2 * ranked[0].score.quality if ranked else 0.0):
            source, name = found[0], found[1].field
            ways.sort(key=lambda way: (way.field, way.classification, way.level) != (name, source.classification, source.level))
            return source, name, tuple(ways)
    if ways:
        return by_side[id(ranked[0].side)], ranked[0].field, tuple(ways)
    if len(sources) == 1 and choice.field:
        return sources[0], choice.field, ()
    raise NoKeyFound(choice.layer, choice.figures.title if choice.figures else "")


def _way(name: str, source: _Source, score: Score) -> Way:
    return Way(name, source.classification, source.level, score, source.key_field)


def _best_of_all_years(
    services, columns: Mapping[str, Column], sources: Sequence[_Source], feedback: Feedback
) -> tuple[_Source, Candidate] | None:
    """Find the source and field that fit best when every code that ever was counts; None where nobody answers or none fits."""
    ever: dict[int, CodeList] = {}
    for classification in dict.fromkeys(source.classification for source in sources):
        try:
            ever[classification] = change_graph.lives(services, classification, feedback=feedback).lives.ever()
        except ServiceError:
            continue
    known = [source for source in sources if source.classification in ever]
    sides = [KeySide.of_codes(ever[source.classification], source.level) for source in known]
    by_side = {id(side): source for side, source in zip(sides, known)}
    ranked = best_key(columns, sides)
    return (by_side[id(ranked[0].side)], ranked[0]) if ranked else None


# --- matching -------------------------------------------------------------------------


def _explained_match(services, column: Column, source: _Source, choice: JoinChoice, feedback: Feedback) -> MatchReport:
    """Match; where codes are missing, ask Klass what became of them. Without an answer the report just says less."""
    report = match(column, source.side, day=choice.day)
    if not source.classification or not any(miss.reason == "unknown" for miss in report.misses):
        return report
    try:
        history = _history(services, source, feedback)
    except (ServiceError, NoCodesOnDate) as error:
        feedback.warn(error)
        return report
    return match(column, source.side, history, choice.day)


def _history(services, source: _Source, feedback: Feedback) -> History:
    # A table of changes that is missing for some year long ago is nothing to worry the user with.
    quiet = Feedback(feedback.progress, feedback.cancelled, feedback.step)
    graph = change_graph.graph(services, source.classification, feedback=quiet).graph
    names = {code: graph.lives.name_of(code) for code in graph.lives}
    return History(graph.changes, names, graph.lives.periods)
