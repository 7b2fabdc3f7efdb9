"""Newer boundaries than those that somebody has."""

from __future__ import annotations

from ..core.errors import KeptSince
from ..core.feedback import SILENT, Feedback
from .boundaries import fetch
from .boundary_file import BoundaryFile, BoundaryRequest
from .freshness import Freshness, freshness
from .services import Services


def request_of(file: BoundaryFile) -> BoundaryRequest:
    """Give the request that boundaries came from."""
    vintage = None if file.newest else file.vintage
    return BoundaryRequest(file.unit, file.areas, vintage, file.crs, "coast" if file.coast else "sea", file.extent)


def newer(services: Services, file: BoundaryFile, feedback: Feedback = SILENT) -> BoundaryFile | None:
    """Give newer boundaries than these, or None where there are none. Raises where nobody answers.

    Those that were asked for as the newest are followed into the next year; those of a year stay of that year.
    """
    outgrown = file.newest and file.vintage != services.config.today.year
    if not (outgrown or file.missing):
        now = freshness(services, file.dataset, file.sources, file.moment, feedback)
        if now is Freshness.SAME:
            return None
    found = fetch(services, request_of(file), feedback=feedback)
    if found.kept:
        raise KeptSince("nedlasting", found.fetched)
    same = (found.vintage, found.missing, _marks(found)) == (file.vintage, file.missing, _marks(file))
    return None if same else found


def _marks(file: BoundaryFile) -> set[tuple[str, str, str, int]]:
    """What tells the files of one time from those of another, by whatever route they came."""
    return {(one.url.rpartition("/")[2].casefold(), one.etag, one.last_modified, one.size) for one in file.sources}
