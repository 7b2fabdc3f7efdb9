"""Boundaries from Geonorge: find the division, order or take the files, convert them, and keep the result."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..core import units
from ..core.crs import epsg_of, suited_crs
from ..core.dataset_record import DatasetRecord
from ..core.errors import (
    AreaDoesNotFit,
    BadFile,
    Faulty,
    KlasskartError,
    NotOffered,
    ServiceError,
    UnknownArea,
    Unreachable,
)
from ..core.extent import Extent
from ..core.feedback import SILENT, Feedback
from ..core.storage import writing
from ..core.units import UNITS, WHOLE_COUNTRY, Unit
from .boundary_file import KIND, BoundaryFile, BoundaryRequest, as_made, kept_file, remember, seconds_of
from .cache import free_path
from .coast import without_sea
from .composing import compose
from .dataset_records import fetch_record, kept_record
from .divisions import Division, applies_next_year, applies_today, check_areas, find_division, historic_divisions
from .freshness import Freshness, freshness
from .in_extent import within
from .routes import Delivery, Routes
from .services import Services

if TYPE_CHECKING:
    from .conversion import Converted

_RECHECK = datetime.timedelta(days=1)  # where the files carry nothing to compare
_COAST = "_coast"  # ends the keys of boundaries without the sea


def fetch(services: Services, request: BoundaryRequest, *, fresh: bool = False, feedback: Feedback = SILENT) -> BoundaryFile:
    """Give the boundaries as one layer in a GeoPackage; nothing is transferred while nothing newer exists.

    Areas that can't be had are named through `feedback.warn` and in `missing`; it raises where none can. Next year's
    division is given once it is published. Another run that fetches the same is waited for.
    """
    unit = UNITS[request.unit]
    check_fit(unit, request.areas)
    if request.extent is not None:
        return _seen(services, request, request.extent, fresh, feedback)
    crs = request.crs or f"EPSG:{suited_crs(request.areas).epsg}"
    year = services.config.today.year if request.vintage is None else request.vintage
    key = f"{unit.key}_{'-'.join(request.areas)}_{year}_{crs.replace(':', '')}"
    key += _COAST if request.coast == "coast" else ""
    asked = services.cache.now()
    feedback.step("asking_geonorge")
    with services.cache.alone(KIND, key, feedback) as waited:
        found = kept_file(services.cache, key)
        if found is not None and found.is_edited:
            found = None  # the edits stay in the project that has them; who asks for boundaries gets Geonorge's
        if found is not None and waited and found.since(asked):
            found = dataclasses.replace(found, reused=True)  # the other one has just fetched it
        elif found is not None:
            found = None if fresh else _checked(services, key, found, feedback)
        if found is None:
            found = _fetched(services, key, request, crs, fresh, feedback)
    return dataclasses.replace(found, newest=request.vintage is None, about=_about(services, found, feedback))


def _about(services: Services, found: BoundaryFile, feedback: Feedback) -> DatasetRecord | None:
    """Give what the catalogue says; it is asked when something was transferred, and not twice in one run."""
    if found.about is not None or found.reused:
        return found.about or kept_record(services, found.dataset)
    return fetch_record(services, found.dataset, feedback)


def _checked(services: Services, key: str, kept: BoundaryFile, feedback: Feedback) -> BoundaryFile | None:
    """Give what is kept, if it is still current or nobody answers."""
    current = _still_current(services, key, kept, feedback)
    return None if current is None else dataclasses.replace(kept, reused=True, kept=not current)


def _fetched(services: Services, key: str, request: BoundaryRequest, crs: str, fresh: bool, feedback: Feedback) -> BoundaryFile:
    unit = UNITS[request.unit]
    if request.coast == "coast" or unit.made_of:
        year = request.vintage or services.config.today.year
        return _derived(services, key, dataclasses.replace(request, vintage=year, crs=crs), fresh, feedback)
    division = find_division(services, unit, request.vintage, feedback=feedback)
    check_areas(services, request.areas, division.year, feedback)
    try:
        return _transfer(services, key, unit, request.areas, division, crs, feedback)
    except (_OtherDivision, NotOffered, UnknownArea) as error:
        # The files of a new year come some weeks before it; those of this year are among the historic ones then.
        historic = historic_divisions(services, unit, feedback) if division.current else {}
        if division.year in historic:
            return _transfer(services, key, unit, request.areas, historic[division.year], crs, feedback)
        if isinstance(error, _OtherDivision):
            offered = {*historic, services.config.today.year} - {division.year}
            raise NotOffered("vintage", division.year, ", ".join(map(str, sorted(offered)))) from None
        raise


def _derived(services: Services, key: str, request: BoundaryRequest, fresh: bool, feedback: Feedback) -> BoundaryFile:
    """Put units together, or cut them at the coast; what that begins with comes through `fetch` as any other does."""

    def parts(wanted: BoundaryRequest, feedback: Feedback) -> BoundaryFile:
        return fetch(services, wanted, fresh=fresh, feedback=feedback)

    target, whole = free_path(services.cache.folder / KIND, key), True
    if request.coast == "coast":
        made = without_sea(services, request, target, parts, fresh=fresh, feedback=feedback)
        whole = kept_file(services.cache, key.removesuffix(_COAST)) is not None
    else:
        made, whole = compose(services, request, target, parts, feedback)
    made = as_made(made)
    if whole:  # names that Klass did not give are asked for again
        remember(services.cache, key, made, feedback)
    return made


def _seen(services: Services, request: BoundaryRequest, extent: Extent, fresh: bool, feedback: Feedback) -> BoundaryFile:
    def around(wanted: BoundaryRequest, feedback: Feedback) -> BoundaryFile:
        return fetch(services, wanted, fresh=fresh, feedback=feedback)

    return within(services, dataclasses.replace(request, extent=None), extent, around, feedback)


def check_fit(unit: Unit, areas: Sequence[str]) -> None:
    """Raise AreaDoesNotFit where a fylke would be cut by a kommune."""
    if unit.dataset is units.FYLKER:
        for area in areas:
            if len(area) == 4 and area != WHOLE_COUNTRY:
                raise AreaDoesNotFit(unit.key, area)


# --- transfer ---------------------------------------------------------------------


class _OtherDivision(Exception):
    """What is delivered as current is not the division that is wanted: of a year to come, or not yet of it."""


def _transfer(services, key: str, unit: Unit, areas: Sequence[str], division: Division, crs: str, feedback) -> BoundaryFile:
    with services.cache.workplace(KIND) as folder:
        routes = Routes(services, unit, division, epsg_of(crs), folder)
        deliveries = _download(routes, areas, feedback.part(0.0, 0.6))
        made = folder / "made.gpkg"
        converted, used = _convert(routes, deliveries, unit, made, crs, feedback.part(0.6, 1.0))
        if division.current and not _holds(services, unit, division, converted.valid_from_max, used, feedback):
            raise _OtherDivision
        if not converted.features:
            raise UnknownArea(", ".join(areas), division.year)
        target = free_path(services.cache.folder / KIND, key)
        with writing(target):
            made.replace(target)
    had = {delivery.area for delivery in used}
    found = BoundaryFile(
        path=target,
        layer=converted.layer,
        unit=unit.key,
        areas=tuple(areas),
        vintage=division.year,
        crs=converted.crs,
        title=division.title,
        sources=tuple(dict.fromkeys(delivery.source for delivery in used)),
        fetched=services.config.today.isoformat(),
        features=converted.features,
        valid_from=converted.valid_from_max,
        missing=tuple(area for area in areas if area not in had),
        dataset=division.uuid,
        fetched_at=services.cache.now().isoformat(),
    )
    found = as_made(found)
    remember(services.cache, key, found, feedback)
    return found


def _holds(services, unit: Unit, division: Division, valid_from: str, used: Sequence[Delivery], feedback: Feedback) -> bool:
    """Whether the current files hold the division of a year: they are next year's from some weeks before it on."""
    if division.year <= services.config.today.year:
        return applies_today(services, unit, valid_from, feedback)
    changed = max((seconds_of(delivery.source.last_modified) for delivery in used), default=0.0)
    return applies_next_year(services, unit, valid_from, datetime.date.fromtimestamp(changed), feedback)


def _download(routes: Routes, areas: Sequence[str], feedback: Feedback) -> list[Delivery]:
    """Fetch a file for each area that can be had; raises where none can."""
    deliveries: list[Delivery] = []
    failure: KlasskartError | None = None
    for number, area in enumerate(areas):
        try:
            deliveries.append(routes.deliver(area, feedback.part(number / len(areas), (number + 1) / len(areas))))
        except (ServiceError, NotOffered, BadFile) as error:
            feedback.check()
            failure = failure or error
            if len(areas) > 1:
                feedback.warn(error)
    if failure and not deliveries:
        raise failure
    return deliveries


def _convert(
    routes: Routes, deliveries: list[Delivery], unit: Unit, target: Path, crs: str, feedback: Feedback
) -> tuple[Converted, list[Delivery]]:
    """Convert, and give the deliveries that were used. One that is damaged is fetched by another route; where there is
    none it costs its own area only, if there are others."""
    from .conversion import convert

    while True:
        areas = [delivery.area for delivery in deliveries]
        paths = list(dict.fromkeys(delivery.path for delivery in deliveries))
        try:
            return convert(paths, unit, target, layer=unit.key, areas=areas, crs=crs, feedback=feedback), deliveries
        except BadFile as error:
            damaged = deliveries if len(paths) == 1 else [one for one in deliveries if one.path == Path(error.path)]
            told = BadFile(**{**error.values(), "asked": damaged[0].source.url if damaged else ""})
            if not damaged:
                raise told from error
            deliveries = _replaced(routes, deliveries, damaged, told, feedback)


def _replaced(
    routes: Routes, deliveries: list[Delivery], damaged: list[Delivery], error: BadFile, feedback: Feedback
) -> list[Delivery]:
    """Fetch what is damaged anew, and leave out what can't be had. Raises the damage where nothing is left."""
    found: list[Delivery] = []
    for delivery in deliveries:
        if delivery not in damaged:
            found.append(delivery)
            continue
        try:
            found.append(routes.instead(delivery, error, feedback.part(0.0, 0.5)))
        except BadFile:
            if len(deliveries) > 1:
                feedback.warn(error)
    if not found:
        raise error
    return found


def _still_current(services: Services, key: str, found: BoundaryFile, feedback: Feedback) -> bool | None:
    """Whether the files at the source are those that were converted: True, False where nobody answers, None where not."""
    if found.missing:
        return None
    try:
        now = freshness(services, found.dataset, found.sources, found.moment, feedback)
    except (Unreachable, Faulty):
        return False
    if now is Freshness.UNTOLD:
        stored = services.cache.load(KIND, key)
        return True if stored and services.cache.age(stored.stored) <= _RECHECK else None
    return True if now is Freshness.SAME else None
