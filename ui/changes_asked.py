"""What the list of changes asks in the background. Plain functions of the services; no Qt."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ..core.change_list import EMPTY, ChangeList, Event, events, usual_period
from ..core.codes import Change, Version
from ..core.errors import ChangesMissing, KlasskartError, Refused
from ..core.feedback import Feedback
from ..core.lives import ChangeGraph, Hole
from ..work import change_graph, registers


@dataclass(frozen=True)
class Wanted:
    """Everything after a day, up to and including another; the usual days of `day` where they are None."""

    classification: int
    day: datetime.date
    language: str
    after: datetime.date | None = None
    until: datetime.date | None = None


@dataclass(frozen=True)
class Found:
    """An answer: rows as Klass has them, and the same as a list. `no_tables` are the service's words where all are missing."""

    wanted: Wanted
    after: datetime.date
    until: datetime.date
    versions: tuple[Version, ...]
    rows: tuple[Change, ...] = ()
    list: ChangeList = EMPTY
    remarks: tuple[KlasskartError, ...] = ()
    no_tables: str = ""


def ask(services, wanted: Wanted, feedback: Feedback) -> Found:
    """Fetch what changed. Raises BadDates where the days stand the wrong way round."""
    versions = registers.classification(services, wanted.classification, feedback=feedback.part(0.0, 0.1)).versions
    usual = usual_period(versions, wanted.day)
    after, until = wanted.after or usual[0], wanted.until or usual[1]
    remarks: list[KlasskartError] = []
    rest = feedback.part(0.1, 1.0)
    listening = Feedback(rest.progress, rest.cancelled, rest.step, remarks.append)
    try:
        rows = change_graph.changes(services, wanted.classification, after, until, language=wanted.language, feedback=listening)
    except Refused as refusal:
        if refusal.status != 404:
            raise
        return Found(wanted, after, until, versions, no_tables=str(refusal.words) or "404")
    missing = [one for one in remarks if isinstance(one, ChangesMissing)]
    untold = (Event("untold", str(one.date), hole=Hole(str(one.date), "table", "", str(one.words))) for one in missing)
    others = tuple(one for one in remarks if one not in missing)
    return Found(wanted, after, until, versions, rows, ChangeList.of([*events(rows), *untold]), others)


def untold(services, found: Found, feedback: Feedback) -> tuple[Event, ...]:
    """Find the codes that came or went without a row: only the lists of all codes tell of them."""
    lives = change_graph.lives(services, found.wanted.classification, feedback=feedback).lives
    missing = {event.date: "" for event in found.list if event.hole}
    graph = ChangeGraph(lives, found.rows, missing)
    holes = (hole for hole in graph.holes_between(found.after, found.until) if hole.code)
    return tuple(Event("untold", hole.date, hole=hole, name=_name_at(graph, hole)) for hole in holes)


def _name_at(graph: ChangeGraph, hole: Hole) -> str:
    """The name that a code came or went with."""
    lives = graph.lives.of(hole.code)
    fitting = [life for life in lives if hole.date in (life.start, life.end)]
    return (fitting or lives)[0].name
