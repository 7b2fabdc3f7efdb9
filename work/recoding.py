"""Preparing to change a column's codes: what became of each of them, and what nobody knows. Nothing is changed here."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..core.errors import ChangesMissing, CodesLost, KeptSince, SplitOpen
from ..core.feedback import SILENT, Feedback
from ..core.lives import ChangeGraph
from ..core.recoding import Choices, Recoding, recode, shape_of
from . import change_graph, registers
from .joining import Column
from .services import Services

_MOST_NAMED = 10  # codes in one warning, and splits that get one each


@dataclass(frozen=True)
class RecodeChoice:
    """What the user asked for. `since` None: each code from its last day. `choices` are rows (old code, new code, weight)."""

    classification: int
    until: datetime.date
    since: datetime.date | None = None
    level: str = ""
    language: str = "nb"
    on_split: str = "empty"
    choices: Sequence[Sequence[object]] = ()


def prepare(services: Services, column: Column, choice: RecodeChoice, feedback: Feedback = SILENT) -> Recoding:
    """Fetch what is not kept, recode each distinct value, and warn of holes and of splits that wait for a choice.

    Raises NoCodesOnDate, BadChoice, and what asking Klass raises.
    """
    kept = change_graph.graph(services, choice.classification, feedback=feedback.part(0.0, 0.8))
    graph = kept.graph
    if kept.kept:
        feedback.warn(KeptSince("klass", kept.fetched.date()))
    graph.lives.check_day(choice.until)
    names = _names(services, graph, choice, feedback.part(0.8, 0.9))
    feedback.step("recoding")
    found = recode(
        column,
        graph,
        choice.since,
        choice.until,
        level=choice.level,
        on_split=choice.on_split,
        choices=Choices.read(choice.choices, shape_of(graph, choice.level)) if choice.choices else None,
        names=names,
    )
    _warn(found, graph, feedback)
    feedback.progress(1.0)
    return found


def read_choices(
    services: Services, classification: int, level: str, rows: Sequence[Sequence[object]], feedback: Feedback = SILENT
) -> Choices:
    """Read a table of choices (old code, new code, weight) for a level of a classification. Raises BadChoice."""
    kept = change_graph.graph(services, classification, feedback=feedback)
    return Choices.read(rows, shape_of(kept.graph, level))


def _names(services: Services, graph: ChangeGraph, choice: RecodeChoice, feedback: Feedback) -> Mapping[str, str]:
    """Give the names on the last day in another language than bokmål; {} where that is wanted. Where they are not published
    it is warned of, and the names are in bokmål."""
    if choice.language == "nb":
        return {}
    future = choice.until > services.config.today
    codes = registers.codes(
        services, graph.classification, choice.until, language=choice.language, include_future=future, feedback=feedback
    ).codes
    return {code.code: code.name for code in codes.codes}


def _warn(found: Recoding, graph: ChangeGraph, feedback: Feedback) -> None:
    """Name the tables that are missing, the codes that were lost without a row, and the splits that nobody has settled."""
    for hole in found.holes:
        if hole.what == "table":
            feedback.warn(ChangesMissing(found.classification, hole.date, hole.words))
    lost: dict[str, list[str]] = defaultdict(list)
    for recoded in found.values.values():
        if recoded.lost and recoded.lost not in graph.missing and recoded.code not in lost[recoded.lost]:
            lost[recoded.lost].append(recoded.code)
    for day, codes in sorted(lost.items()):
        feedback.warn(CodesLost(found.classification, day, named(codes), len(codes)))
    waiting = {recoded.code: recoded for recoded in found.open.values() if not recoded.is_settled}
    for code, recoded in list(waiting.items())[:_MOST_NAMED]:
        feedback.warn(SplitOpen(code, graph.lives.name_of(code), ", ".join(recoded.successors), recoded.chain))
    if len(waiting) > _MOST_NAMED:
        feedback.warn(SplitOpen(named(list(waiting)[_MOST_NAMED:]), "", "", ""))


def named(codes: Sequence[str]) -> str:
    """Give the first codes with commas, and how many more there are."""
    rest = len(codes) - _MOST_NAMED
    return ", ".join(codes[:_MOST_NAMED]) + (f" … (+{rest})" if rest > 0 else "")
