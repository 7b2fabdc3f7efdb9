"""Preparing a join: which field meets which codes, what matches, and what each matching code brings along.

Nothing is changed here. The dock shows the report of `prepare` before anything happens; the algorithm carries it out at once.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..core.feedback import SILENT, Feedback
from ..core.matching import MatchReport
from .services import Services

# A column of a layer: every distinct value (None for null) and the number of features that have it.
Column = Mapping[object, int]

CODE_ATTRIBUTES = ("name", "level", "parent_code", "short_name", "presentation_name", "valid_from", "valid_to", "notes")
CORRESPONDENCE = "to:"  # an attribute `to:104` brings the code and name of that classification


@dataclass(frozen=True)
class Figures:
    """A table of the project as plain values: the analyst's own figures. `rows` hold the values of `names` in order."""

    title: str
    names: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    field: str = ""  # holds the codes; "" = found by overlap
    columns: tuple[str, ...] = ()  # to be joined; () = all but `field`


@dataclass(frozen=True)
class JoinChoice:
    """What the user asked for. Empty: found by value overlap (field, classification, level)."""

    day: datetime.date
    field: str = ""
    classification: int | None = None
    level: str = ""
    language: str = "nb"
    attributes: tuple[str, ...] = ("name", "level", "parent_code")
    figures: Figures | None = None


@dataclass(frozen=True)
class Attribute:
    """One column that a join adds, named without prefix. `kind` is text, integer or real; `empty`: no code has a value."""

    name: str
    kind: str = "text"
    empty: bool = False


@dataclass(frozen=True)
class Candidate:
    """One way to read the layer: `matched` of `features` have a code of that classification and level."""

    field: str
    classification: int
    level: str
    matched: int
    features: int

    @property
    def share(self) -> float:
        return self.matched / self.features if self.features else 0.0


@dataclass(frozen=True)
class Prepared:
    """All that a join needs: the way chosen, what would match, and `values`, the attributes of every code of the side."""

    field: str
    classification: int
    level: str
    day: datetime.date
    report: MatchReport
    attributes: tuple[Attribute, ...] = ()
    values: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    candidates: tuple[Candidate, ...] = ()  # best first; only the chosen way where everything was given
    title: str = ""  # the table's title, or "" for Klass
    key_field: str = ""  # the table's field of codes, or ""
    kept_from: datetime.datetime | None = None  # Klass did not answer: its codes were kept since then


def prepare(services: Services, columns: Mapping[str, Column], choice: JoinChoice, feedback: Feedback = SILENT) -> Prepared:
    """Find the way to join, fetch the codes and match.

    `columns` are the fields that may hold codes (it may be lazy: only looked-at fields are read). Raises NoKeyFound,
    FieldMissing, and what asking Klass raises. A join that matches nothing is told by `report.matched == 0`.
    """
