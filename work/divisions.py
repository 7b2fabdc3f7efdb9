"""Which of Geonorge's data sets holds the division of a year, and whether that division has an area."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from ..core import dates, units
from ..core.codes import FYLKE, KOMMUNE, is_filler
from ..core.errors import NoCodesOnDate, NotOffered, ServiceError, UnknownArea
from ..core.feedback import SILENT, Feedback
from ..core.units import WHOLE_COUNTRY, Unit
from . import registers
from .services import Services

_PUBLISHED = 12  # the month in which the division of the next year is published


@dataclass(frozen=True)
class Division:
    """The data set that holds a division: the current one, or one of an earlier year."""

    uuid: str
    year: int
    title: str
    current: bool


def find_division(services: Services, unit: Unit, vintage: int | None, *, feedback: Feedback = SILENT) -> Division:
    """Find the data set whose division was valid on 1 January of `vintage`: one of that year in the catalogue, else the
    nearest in time with the same codes. Next year's comes as the current one: whether it has come, its files tell.

    Raises NotOffered with the years that there are.
    """
    dataset, this_year = unit.dataset, services.config.today.year
    if vintage is None or vintage == this_year:
        return Division(dataset.uuid, this_year, dataset.title, True)
    if vintage == this_year + 1:
        return Division(dataset.uuid, vintage, dataset.title, True)
    if not datetime.MINYEAR <= vintage <= this_year:
        raise NotOffered("vintage", vintage, str(this_year))
    historic = historic_divisions(services, unit, feedback)
    if vintage in historic:
        return historic[vintage]
    if _same_codes(services, unit, dates.new_year(vintage), dates.new_year(this_year), feedback):
        return Division(dataset.uuid, vintage, dataset.title, True)
    before = max((year for year in historic if year < vintage), default=None)
    if before and _same_codes(services, unit, dates.new_year(before), dates.new_year(vintage), feedback):
        return Division(historic[before].uuid, vintage, historic[before].title, False)
    raise NotOffered("vintage", vintage, ", ".join(map(str, sorted({*historic, this_year}))))


def historic_divisions(services: Services, unit: Unit, feedback: Feedback) -> dict[int, Division]:
    """Give the data sets of earlier years that the catalogue knows, by year, oldest first."""
    found = services.kartkatalog.historic(unit.dataset, feedback=feedback)
    return {one.year: Division(one.uuid, one.year, one.title, False) for one in found}


def applies_today(services: Services, unit: Unit, valid_from: str, feedback: Feedback) -> bool:
    """Whether units that are valid from `valid_from` (yyyy-MM-dd or "") on are those of today.

    The files of a new year come some weeks before it. They serve where the codes stay; without an answer from Klass too.
    """
    today = services.config.today
    if valid_from[:10] <= today.isoformat():
        return True
    try:
        return _same_codes(services, unit, today, dates.parse(valid_from), feedback)
    except ServiceError:
        return True


def applies_next_year(services: Services, unit: Unit, valid_from: str, changed: datetime.date, feedback: Feedback) -> bool:
    """Whether files with units valid from `valid_from` on, changed at the source on `changed`, are next year's division.

    They are where they hold units that only begin then. Where no code changes they look as this year's do: those that
    were published for the new year, in December or later, are taken.
    """
    today = services.config.today
    new_year = dates.new_year(today.year + 1)
    if today.isoformat() < valid_from[:10] <= new_year.isoformat():
        return True
    return changed >= datetime.date(today.year, _PUBLISHED, 1) and _same_codes(services, unit, today, new_year, feedback)


@dataclass(frozen=True)
class Years:
    """The years whose divisions Geonorge delivers, oldest first; `coming` is next year's, once it is published."""

    delivered: tuple[int, ...]
    coming: int | None = None


def years(services: Services, unit: Unit, *, feedback: Feedback = SILENT) -> Years:
    """Ask which years there are of a unit."""
    today = services.config.today
    known = {*historic_divisions(services, unit, feedback), today.year}
    try:
        updated = services.kartkatalog.record(unit.dataset.uuid, feedback=feedback).updated
    except ServiceError:
        updated = ""
    published = updated >= datetime.date(today.year, _PUBLISHED, 1).isoformat()
    return Years(tuple(sorted(year for year in known if year <= today.year)), today.year + 1 if published else None)


def check_areas(services: Services, areas: Sequence[str], year: int, feedback: Feedback) -> None:
    """Name the first area that the division of `year` does not have. Where Klass does not answer, the delivery will tell."""
    try:
        for area in areas:
            if area == WHOLE_COUNTRY:
                continue
            classification, day = FYLKE if len(area) == 2 else KOMMUNE, dates.new_year(year)
            known = registers.codes(
                services, classification, day, include_future=day > services.config.today, feedback=feedback
            )
            if area not in known.codes.by_code or is_filler(area, known.codes.classification):
                raise UnknownArea(area, year)
    except (ServiceError, NoCodesOnDate):
        return


def _same_codes(services: Services, unit: Unit, first: datetime.date, second: datetime.date, feedback: Feedback) -> bool:
    """Whether the codes of two days are the same; not where there are none."""
    classification = unit.classification or {units.FYLKER: FYLKE, units.KOMMUNER: KOMMUNE}[unit.dataset]
    future = max(first, second) > services.config.today
    try:
        sets = [
            frozenset(registers.codes(services, classification, day, include_future=future, feedback=feedback).codes.by_code)
            for day in (first, second)
        ]
    except NoCodesOnDate:
        return False
    return sets[0] == sets[1]
