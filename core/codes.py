"""Codes, code lists and what is known about Norwegian geography in Klass.

Norwegian words kept throughout: a *fylke* is a county, a *kommune* a municipality, a *bydel* a city district, a
*grunnkrets* the smallest statistical area and a *delområde* a group of grunnkretser.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Optional

from .errors import UnknownClassification

GRUNNKRETS, BYDEL, FYLKE, KOMMUNE = 1, 103, 104, 131
REGION, CENTRALITY = 108, 128  # økonomiske regioner, sentralitet
LEVEKAR = 745  # levekårssoner, whose codes look like grunnkretser

# Names that may stand for an id, and the level they mean (Klass 1 holds both delområde and grunnkrets).
NAMED_CLASSIFICATIONS = {
    "grunnkrets": (GRUNNKRETS, "2"),
    "delomrade": (GRUNNKRETS, "1"),
    "kommune": (KOMMUNE, "1"),
    "fylke": (FYLKE, "1"),
    "bydel": (BYDEL, "1"),
}

# Digits of a code, by classification and level.
CODE_LENGTHS = {(FYLKE, "1"): 2, (KOMMUNE, "1"): 4, (BYDEL, "1"): 6, (GRUNNKRETS, "1"): 8, (GRUNNKRETS, "2"): 8}

_CODELIST = ("kodeliste", "codelist")  # the service's words, in its languages

_FILLERS = {
    KOMMUNE: re.compile(r"(9999|\d\d99)$"),
    FYLKE: re.compile(r"99$"),
    BYDEL: re.compile(r"\d{4}99$"),
    GRUNNKRETS: re.compile(r"(\d{4}99(00|99)|9{8})$"),
}


class Code(NamedTuple):
    """One code of a list. Dates are text yyyy-MM-dd or None; `valid_to` is exclusive, as the service has it."""

    code: str
    parent_code: Optional[str]
    level: str
    name: str
    short_name: str = ""
    presentation_name: str = ""
    valid_from: Optional[str] = None
    valid_to: Optional[str] = None
    notes: str = ""


class Change(NamedTuple):
    """One row of Klass's changes: `old_code` became (a part of) `new_code` on `date` (yyyy-MM-dd). Either side may be None."""

    old_code: Optional[str]
    old_name: Optional[str]
    new_code: Optional[str]
    new_name: Optional[str]
    date: str


class Version(NamedTuple):
    """One version of a classification; dates yyyy-MM-dd, `valid_to` exclusive and None while open.

    `last_modified` is the service's own text: another one means other contents.
    """

    id: int
    name: str
    valid_from: str
    valid_to: Optional[str]
    languages: tuple[str, ...] = ()
    last_modified: str = ""

    def covers(self, day: str) -> bool:
        return self.meets(day, day)

    def meets(self, first: str, last: str) -> bool:
        """Whether it applies on one of the days from `first` to `last`."""
        return self.valid_from <= last and (not self.valid_to or first < self.valid_to)


class Correspondence(NamedTuple):
    """A code of one classification and one of another that it goes with; "" for a side that is missing.

    Dates are yyyy-MM-dd or None; `valid_to` is exclusive.
    """

    source_code: str
    source_name: str
    target_code: str
    target_name: str
    valid_from: Optional[str] = None
    valid_to: Optional[str] = None


class Listed(NamedTuple):
    """A classification as a list or a search names it; "" and 0 for what it does not say.

    `type` is Klassifikasjon or Kodeliste, in the language that was asked for; `family` the number of its family.
    """

    id: int
    name: str
    type: str = ""
    language: str = ""
    last_modified: str = ""
    url: str = ""
    family: int = 0

    @property
    def is_codelist(self) -> bool:
        """Whether it is a code list rather than a classification (standard)."""
        return self.type.casefold() in _CODELIST


@dataclass(frozen=True)
class Classification:
    """What Klass says about one classification; versions oldest first. `url` is the API's own link to it."""

    id: int
    name: str
    versions: tuple[Version, ...] = ()
    type: str = ""
    last_modified: str = ""
    url: str = ""


@dataclass(frozen=True)
class CodeList:
    """The codes of a classification on `day`, or over [`day`, `end`) where `end` is set, in the service's order."""

    classification: int
    day: datetime.date
    codes: tuple[Code, ...]
    language: str = "nb"
    end: datetime.date | None = None

    @cached_property
    def by_code(self) -> dict[str, Code]:
        return {code.code: code for code in self.codes}

    @cached_property
    def levels(self) -> tuple[str, ...]:
        return tuple(sorted({code.level for code in self.codes}))

    def at_level(self, level: str) -> CodeList:
        """Only the codes of `level`; every code where it is "" ."""
        if not level:
            return self
        return CodeList(
            self.classification, self.day, tuple(c for c in self.codes if c.level == level), self.language, self.end
        )


def classification_id(text: object) -> tuple[int, str]:
    """Give (id, level) for an id or one of the names; level "" where the text does not say. Raises UnknownClassification."""
    name = str(text).strip().casefold().replace("å", "a")
    if name in NAMED_CLASSIFICATIONS:
        return NAMED_CLASSIFICATIONS[name]
    if name.isascii() and name.isdigit():
        return int(name), ""
    raise UnknownClassification(text)


def of_level(change: Change, classification: int, level: str) -> bool:
    """Whether a change is one of a level: in Klass 1 a delområde ends in 00. All are where no level is said."""
    if not level or classification != GRUNNKRETS:
        return True
    return (change.new_code or change.old_code or "").endswith("00") == (level == "1")


def natural_parent(code: str, classification: int) -> str | None:
    """Give the code above one of Norwegian geography, whose first digits it is; None for a fylke and all other codes.

    A grunnkrets lies in a delområde, a delområde and a bydel in a kommune, a kommune in a fylke.
    """
    if classification == GRUNNKRETS:
        return code[:4] if code.endswith("00") else code[:6] + "00"
    return {BYDEL: code[:4], KOMMUNE: code[:2]}.get(classification)


def is_filler(code: str, classification: int) -> bool:
    """Whether the code stands for "unknown" rather than a place (9999, 99, 030199, 03019900, 03019999 …).

    Fillers are members of the classifications but have no geometry (Klass 131, 104, 103, and 1 since 2019).
    """
    pattern = _FILLERS.get(classification)
    return bool(pattern and pattern.match(code))
