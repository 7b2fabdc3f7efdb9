"""Boundaries without the sea: Geonorge's own where there are any of the year, else cut with the coastline of its map data."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

from ..core.crs import COUNTRY_EPSG
from ..core.errors import AllSea, BadFile, NoSea, NotOffered, ServiceError
from ..core.feedback import Feedback
from ..core.places import FORMER_FYLKER
from ..core.storage import writing
from ..core.units import ILLUSTRATION, N250, N1000, UNITS, WHOLE_COUNTRY, Dataset, Unit
from .boundary_file import BoundaryFile, BoundaryRequest
from .cache import free_path
from .composing import Fetch, some
from .divisions import Division
from .routes import Routes
from .services import Services

_KIND = "coast"
_LIFETIME = datetime.timedelta(days=90)  # map data are renewed about once a year
_SHAPED = ("kommune", "fylke")  # the units that illustration data have
_COARSE = ("kommune", "fylke", "kommunegrense", "fylkesgrense")  # that the small map is good enough for, country-wide


def without_sea(
    services: Services, request: BoundaryRequest, target: Path, fetch: Fetch, *, fresh: bool, feedback: Feedback
) -> BoundaryFile:
    """Make the boundaries of a request (its vintage and CRS set) at `target`; `fetch` gives them as registered.

    Units of which nothing is left are told by a warning. Raises what `fetch` does, and ServiceError without a coast.
    """
    base = fetch(dataclasses.replace(request, coast="sea"), feedback.part(0, 0.5))
    own = _illustration(services, request, base, target, feedback.part(0.5, 1))
    return own or _cut(services, base, target, fresh, feedback.part(0.5, 1))


# --- Geonorge's own shapes ------------------------------------------------------------


def _illustration(
    services: Services, request: BoundaryRequest, base: BoundaryFile, target: Path, feedback: Feedback
) -> BoundaryFile | None:
    """Take the shapes that Geonorge has of just this year; None where it has none, or not of every unit."""
    from .conversion import convert

    if request.unit not in _SHAPED:
        return None
    try:
        known = services.kartkatalog.historic(ILLUSTRATION, feedback=feedback)
        dataset = next((one for one in known if one.year == base.vintage), None)
        if dataset is None:
            return None
        division = Division(dataset.uuid, dataset.year, dataset.title, False)
        with services.cache.workplace(_KIND) as folder:
            routes = Routes(services, UNITS[request.unit], division, COUNTRY_EPSG, folder)
            delivery = routes.deliver(WHOLE_COUNTRY, feedback.part(0, 0.5))
            made = convert(
                [delivery.path],
                UNITS[request.unit],
                target,
                layer=request.unit,
                areas=request.areas,
                crs=request.crs,
                finest=True,
                feedback=feedback.part(0.5, 1),
            )
    except (ServiceError, NotOffered, BadFile):
        feedback.check()
        return None
    if made.features != base.features:
        target.unlink(missing_ok=True)
        return None
    return dataclasses.replace(
        base,
        path=target,
        layer=made.layer,
        features=made.features,
        coast=dataset.title,
        coast_url=delivery.source.url,
        own_coast=True,
        reused=False,
    )


# --- cut with the coastline -----------------------------------------------------------


def _cut(services: Services, base: BoundaryFile, target: Path, fresh: bool, feedback: Feedback) -> BoundaryFile:
    from .conversion.clipping import cut_at_coast

    unit = UNITS[base.unit]
    dataset, areas = _map_for(base)
    seas, urls = [], []
    for number, area in enumerate(areas):
        part = feedback.part(0.6 * number / len(areas), 0.6 * (number + 1) / len(areas))
        path, url = _sea(services, dataset, area, fresh, part)
        seas.append(path)
        urls.append(url)
    made = cut_at_coast(base.path, unit, seas, target, feedback.part(0.6, 1))
    if not made.cut:
        feedback.warn(NoSea(unit.key, dataset.title))
    if made.all_sea:
        feedback.warn(AllSea(unit.key, some(made.all_sea), len(made.all_sea)))
    return dataclasses.replace(
        base, path=target, features=made.features, coast=dataset.title, coast_url=" ".join(urls), reused=False
    )


def _map_for(base: BoundaryFile) -> tuple[Dataset, tuple[str, ...]]:
    """Choose the map: a small one of the country, where the units are large; else a detailed one of today's fylker."""
    if WHOLE_COUNTRY in base.areas:
        if base.unit in _COARSE:
            return N1000, (WHOLE_COUNTRY,)
        if base.unit != "bydel":
            return N250, (WHOLE_COUNTRY,)
    wanted = base.areas if WHOLE_COUNTRY not in base.areas else _CITIES
    fylker = [now for area in wanted for now in FORMER_FYLKER.get(area[:2], (area[:2],))]
    return N250, tuple(dict.fromkeys(fylker))


_CITIES = ("03", "11", "46", "50")  # the fylker that have bydeler


def _sea(services: Services, dataset: Dataset, area: str, fresh: bool, feedback: Feedback) -> tuple[Path, str]:
    """Give the sea of an area as a layer of the cache, and the address that it came from."""
    from .conversion.sea import extract_sea

    key, cache = f"{dataset.folder}_{area}", services.cache
    kept = cache.load(_KIND, key)
    if kept and isinstance(kept.value, dict):
        path = cache.folder / _KIND / str(kept.value.get("path"))
        if path.is_file() and not fresh and cache.age(kept.stored) < _LIFETIME:
            return path, str(kept.value.get("url", ""))
    with cache.workplace(_KIND) as folder:
        division = Division(dataset.uuid, services.config.today.year, dataset.title, False)
        routes = Routes(services, Unit("sea", dataset, "Havflate"), division, COUNTRY_EPSG, folder)
        delivery = routes.deliver(area, feedback.part(0, 0.7))
        made = folder / "sea.gpkg"
        extract_sea([delivery.path], made, f"EPSG:{COUNTRY_EPSG}", feedback.part(0.7, 1))
        path = free_path(cache.folder / _KIND, key)
        with writing(path):
            made.replace(path)
    cache.remember(_KIND, key, {"path": path.name, "url": delivery.source.url}, feedback)
    return path, delivery.source.url
