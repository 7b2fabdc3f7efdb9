"""Boundaries as a live layer: what Geonorge's WFS gives where no file of them can be had."""

from __future__ import annotations

import datetime

from ..clients import wfs
from ..clients.wfs import FeatureType, WfsService
from ..core.errors import BadFile, KlasskartError, NotOffered, ServiceError
from ..core.feedback import SILENT, Feedback
from .boundary_file import BoundaryRequest
from .services import Services

_TYPES = {"kommune": "Kommune", "fylke": "Fylke", "kommunegrense": "Grense", "fylkesgrense": "Grense"}


def serves(request: BoundaryRequest, error: KlasskartError, today: datetime.date) -> bool:
    """Whether the WFS has what could not be fetched: it has fylker, kommuner and their borders as they are today, with sea."""
    same = request.vintage in (None, today.year) and request.coast == "sea"
    return same and request.unit in _TYPES and isinstance(error, (ServiceError, BadFile))


def find(services: Services, unit: str, feedback: Feedback = SILENT) -> tuple[WfsService, FeatureType]:
    """Ask the WFS for the type that holds a unit; borders of fylker and of kommuner are one. Raises NotOffered."""
    service = services.wfs.capabilities(services.config.addresses.url("wfs", wfs.ADMINISTRATIVE), feedback=feedback)
    found = next((one for one in service.layers if one.name.rpartition(":")[2] == _TYPES[unit]), None)
    if found is None:
        raise NotOffered("unit", unit, ", ".join(one.title for one in service.layers))
    services.log(f"{unit} as a live layer: {found.name} of {service.url}")
    return service, found
