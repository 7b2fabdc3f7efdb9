"""Boundaries of what a map shows: the units that its extent meets, each of them whole."""

from __future__ import annotations

import dataclasses

from ..core import units
from ..core.errors import BadFile, NothingThere, NotOffered, ServiceError
from ..core.extent import Extent
from ..core.feedback import SILENT, Feedback
from ..core.units import UNITS, WHOLE_COUNTRY
from .boundary_file import KIND, BoundaryFile, BoundaryRequest, as_made
from .cache import free_path
from .composing import Fetch
from .services import Services

_COUNTRY = (WHOLE_COUNTRY,)


def within(services: Services, request: BoundaryRequest, extent: Extent, fetch: Fetch, feedback: Feedback) -> BoundaryFile:
    """Give the units of a request that meet the extent, in a file of their own.

    They come from what `fetch` gives of the fylker around, or of the whole country where units are large: so the next extent
    nearby needs no transfer. Raises what `fetch` does, and NothingThere.
    """
    from .conversion.seen import keep_seen

    unit = UNITS[request.unit]
    areas = _fylker_around(services, request, extent, fetch, feedback.part(0, 0.2))
    base = fetch(dataclasses.replace(request, areas=areas), feedback.part(0.2, 0.9))
    feedback.step("choosing_seen")
    target = free_path(services.cache.folder / KIND, f"{unit.key}_extent_{base.vintage}")
    features = keep_seen(base.path, unit, extent, target, feedback.part(0.9, 1))
    if not features:
        raise NothingThere(unit.key, base.vintage)
    return as_made(dataclasses.replace(base, path=target, areas=request.areas, features=features, extent=extent))


def kommuner_in(extent: Extent, vintage: int | None, fetch: Fetch, feedback: Feedback = SILENT) -> tuple[str, ...]:
    """Give the areas of a division that the extent meets: numbers of kommuner, 0000 where it meets all of them.

    The boundaries of the country's kommuner tell; they are fetched where they are not kept. Raises NothingThere.
    """
    from .conversion.seen import codes_in

    unit = UNITS["kommune"]
    file = fetch(BoundaryRequest(unit.key, vintage=vintage), feedback.part(0, 0.8))
    found = codes_in(file.path, unit, extent, feedback.part(0.8, 1))
    if not found:
        raise NothingThere(unit.key, file.vintage)
    return _COUNTRY if len(found) == file.features else found


def kommune_at(services: Services, point: Extent, feedback: Feedback = SILENT) -> str:
    """Ask kommuneinfo for the number of today's kommune at a point: "" at sea and abroad. Raises its errors, and NotOffered."""
    from .conversion.seen import degrees_of

    return services.catalogues.kommuneinfo.kommune_at(*degrees_of(point), feedback=feedback)


def _fylker_around(
    services: Services, request: BoundaryRequest, extent: Extent, fetch: Fetch, feedback: Feedback
) -> tuple[str, ...]:
    """Give the fylker that the extent meets, for small units of the whole country; else the areas as they are."""
    from .conversion.seen import codes_in

    if UNITS[request.unit].dataset is not units.GRUNNKRETSER or request.areas != _COUNTRY:
        return request.areas
    fylke = UNITS["fylke"]
    try:
        file = fetch(dataclasses.replace(request, unit=fylke.key, coast="sea"), feedback)
        found = codes_in(file.path, fylke, extent, feedback)
    except (ServiceError, NotOffered, BadFile):
        feedback.check()
        return request.areas
    if not found:
        raise NothingThere(request.unit, file.vintage)
    return _COUNTRY if len(found) == file.features else found
