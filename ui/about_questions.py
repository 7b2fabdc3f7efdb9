"""What About asks in the background. Plain functions of the services; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.about import About, Table
from ..core.codes import Correspondence
from ..core.errors import ServiceError
from ..work import classifications


@dataclass(frozen=True)
class Told:
    """A classification, and the name of its family ("" where it is not known)."""

    about: About
    family: str = ""


def told(services, number: int, language: str, feedback) -> Told:
    """Ask what a classification is about. Raises UnknownClassification."""
    about = classifications.about(services, number, language=language, feedback=feedback)
    family = ""
    try:
        there = classifications.families(services, language=language, feedback=feedback) if about.family else ()
        family = next((one.name for one in there if one.id == about.family), "")
    except ServiceError as error:
        feedback.warn(error)
    return Told(about, family)


@dataclass(frozen=True)
class Pairs:
    """The pairs of a correspondence table, in the language that it was had in."""

    table: Table
    language: str
    rows: tuple[Correspondence, ...]


def pairs(services, table: Table, language: str, feedback) -> Pairs:
    return Pairs(table, *classifications.pairs(services, table, language=language, feedback=feedback))
