"""Units that Geonorge has no data set of: delområder and bydeler, put together from grunnkretser."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ..core import dates
from ..core.codes import BYDEL, FYLKE, GRUNNKRETS, KOMMUNE, is_filler
from ..core.errors import NoCodesOnDate, NoUnits, PartsLeftOut, ServiceError, UnknownArea
from ..core.feedback import Feedback
from ..core.units import UNITS, WHOLE_COUNTRY, Unit
from . import correspondences, registers
from .boundary_file import BoundaryFile, BoundaryRequest
from .divisions import check_areas
from .services import Services

_MOST_NAMED = 10

Fetch = Callable[[BoundaryRequest, Feedback], BoundaryFile]


def compose(
    services: Services, request: BoundaryRequest, target: Path, fetch: Fetch, feedback: Feedback
) -> tuple[BoundaryFile, bool]:
    """Make the units of a request (its vintage and CRS set) at `target`, and say whether they got their names.

    The parts come from `fetch`. Raises what that raises, NoUnits, and ServiceError where Klass must say what belongs together.
    """
    from .conversion.dissolving import dissolve

    unit, year = UNITS[request.unit], request.vintage or services.config.today.year
    day = dates.new_year(year)
    parts = UNITS[unit.made_of]
    areas, whole_of = request.areas, _delomrade_of
    if unit.classification == BYDEL:
        bydeler = _bydeler(services, day, feedback)
        areas, whole_of = _with_bydeler(services, request, year, bydeler, feedback), lambda code: bydeler.get(code, "")
    base = fetch(dataclasses.replace(request, unit=parts.key, areas=areas), feedback.part(0, 0.7))
    describe, named = _names(services, unit, day, feedback)
    made = dissolve(base.path, parts, unit, target, whole_of=whole_of, describe=describe, feedback=feedback.part(0.7, 1))
    if not made.features:
        raise UnknownArea(", ".join(request.areas), year)
    if made.left_out:
        feedback.warn(PartsLeftOut(unit.key, parts.key, some(made.left_out), len(made.left_out)))
    found = dataclasses.replace(
        base, path=target, layer=made.layer, unit=unit.key, areas=request.areas, features=made.features, reused=False
    )
    return found, named


def _delomrade_of(code: str) -> str:
    from .conversion.fields import delomrade_of

    return delomrade_of(code)


# --- bydeler ----------------------------------------------------------------------


def _bydeler(services: Services, day: datetime.date, feedback: Feedback) -> dict[str, str]:
    """Give the bydel of each grunnkrets that has one. Klass stores the table the other way round; fillers are no places."""
    pairs = correspondences.fetch(services, GRUNNKRETS, BYDEL, day, feedback=feedback)
    return {
        pair.source_code: pair.target_code
        for pair in pairs
        if pair.source_code and pair.target_code and not is_filler(pair.target_code, BYDEL)
    }


def _with_bydeler(
    services: Services, request: BoundaryRequest, year: int, bydeler: Mapping[str, str], feedback: Feedback
) -> tuple[str, ...]:
    """Give the kommuner of the areas that have bydeler: the others' grunnkretser need not be fetched."""
    check_areas(services, request.areas, year, feedback)
    kommuner = sorted({code[:4] for code in bydeler})
    inside = {
        area: [kommune for kommune in kommuner if area == WHOLE_COUNTRY or kommune.startswith(area)] for area in request.areas
    }
    without = [area for area, found in inside.items() if not found]
    problem = NoUnits(request.unit, ", ".join(without), ", ".join(kommuner))
    if len(without) == len(inside):
        raise problem
    if without:
        feedback.warn(problem)
    return tuple(sorted({kommune for found in inside.values() for kommune in found}))


def some(codes: Sequence[str]) -> str:
    """Name the first codes of many."""
    return ", ".join(codes[:_MOST_NAMED]) + (" …" if len(codes) > _MOST_NAMED else "")


# --- names ------------------------------------------------------------------------


def _names(
    services: Services, unit: Unit, day: datetime.date, feedback: Feedback
) -> tuple[Callable[[str], dict[str, str]], bool]:
    """Give what describes a unit by its code, and whether Klass answered: units without names are better than none."""
    try:
        own, kommuner, fylker = (
            _names_of(services, classification, day, feedback) for classification in (unit.classification, KOMMUNE, FYLKE)
        )
    except (ServiceError, NoCodesOnDate) as error:
        feedback.warn(error)
        own = kommuner = fylker = {}

    def describe(code: str) -> dict[str, str]:
        return {
            unit.name_field: own.get(code, ""),
            "kommunenummer": code[:4],
            "kommunenavn": kommuner.get(code[:4], ""),
            "fylkesnummer": code[:2],
            "fylkesnavn": fylker.get(code[:2], ""),
        }

    return describe, bool(own)


def _names_of(services: Services, classification: int, day: datetime.date, feedback: Feedback) -> dict[str, str]:
    future = day > services.config.today
    found = registers.codes(services, classification, day, include_future=future, feedback=feedback)
    return {code.code: code.name for code in found.codes.codes}
