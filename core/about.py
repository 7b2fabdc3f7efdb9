"""What Klass says about a classification besides its codes: what it is for, who keeps it, how it is built, what it meets."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import NamedTuple

from . import dates
from .codes import Listed, Version

_BASE = re.compile(r"(.*?)(\s+\d{4}(-\d\d)?)*\s+- variant\b", re.IGNORECASE)  # `Klimagasser 2024  - variant av …`


class Level(NamedTuple):
    """A level of a version: its number as text (as codes have it) and its name."""

    number: str
    name: str


class Table(NamedTuple):
    """A correspondence table between two versions, by id and name; `is_changes` where both are of the same classification."""

    id: int
    name: str
    source: str
    target: str
    is_changes: bool
    languages: tuple[str, ...] = ()
    source_id: int = 0
    target_id: int = 0

    def other_side(self, version: int) -> tuple[int, str]:
        """Give the version, by id and name, that the table leads to from one of its two; it is read either way round."""
        return (self.target_id, self.target) if self.source_id == version else (self.source_id, self.source)


class Variant(NamedTuple):
    """Another grouping of a version's codes; `name` is what `codes` takes as variant."""

    id: int
    name: str
    last_modified: str = ""


def base_name(variant: str) -> str:
    """Give a variant's name without its year and what it is a variant of: those change from version to version."""
    match = _BASE.match(variant)
    return " ".join((match.group(1) if match else variant).split())


class LogEntry(NamedTuple):
    """A correction that was made to a version; `date` is the service's own text."""

    date: str
    words: str


class Family(NamedTuple):
    """A family of classifications, such as Region; `size` is how many there are in it."""

    id: int
    name: str
    size: int


def day_of(version: Version, day: datetime.date) -> datetime.date:
    """Give a day of a version: the one asked for where the version applies then, else a day within it."""
    if version.covers(day.isoformat()):
        return day
    return dates.day_within(version.valid_from, version.valid_to or "") or day


@dataclass(frozen=True)
class About:
    """A classification: versions oldest first. Persons are left out: nobody is to be written to from here."""

    id: int
    name: str
    type: str = ""
    description: str = ""
    language: str = ""
    section: str = ""
    units: tuple[str, ...] = ()
    family: int = 0
    last_modified: str = ""
    url: str = ""
    versions: tuple[Version, ...] = ()

    @property
    def is_codelist(self) -> bool:
        return Listed(self.id, self.name, self.type).is_codelist

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which some version is published."""
        return tuple(dict.fromkeys(language for version in self.versions for language in version.languages))

    def version_on(self, day: str) -> Version | None:
        """Give the version valid on a day (yyyy-MM-dd)."""
        return next((version for version in self.versions if version.covers(day)), None)


@dataclass(frozen=True)
class AboutVersion:
    """One version: its levels, variants, correspondence tables and corrections."""

    id: int
    name: str
    introduction: str = ""
    section: str = ""
    legal_base: str = ""
    publications: str = ""
    derived_from: str = ""
    levels: tuple[Level, ...] = ()
    variants: tuple[Variant, ...] = ()
    tables: tuple[Table, ...] = ()
    log: tuple[LogEntry, ...] = ()
    url: str = ""
    count: int = 0  # of codes
