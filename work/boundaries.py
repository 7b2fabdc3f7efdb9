"""Boundaries from Geonorge: find the division, order or take the files, convert them, and keep the result."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..core import dates, units
from ..core.codes import FYLKE, KOMMUNE
from ..core.crs import COUNTRY_EPSG, epsg_of, suited_crs
from ..core.errors import (
    AreaDoesNotFit,
    Faulty,
    KlasskartError,
    NotOffered,
    Refused,
    ServiceError,
    StorageError,
    UnknownArea,
    Unreachable,
    UntrustedAddress,
)
from ..core.feedback import SILENT, Feedback
from ..core.units import UNITS, WHOLE_COUNTRY, Unit
from . import registers
from .services import Services

if TYPE_CHECKING:
    from ..clients.nedlasting import Nedlasting, OrderedFile

_KIND = "boundaries"
_RECHECK = datetime.timedelta(days=1)  # where the files carry nothing to compare
LICENCE = "CC BY 4.0"
CREDIT = "© Kartverket"


@dataclass(frozen=True)
class BoundaryRequest:
    """What is wanted: a key of `units.UNITS`, areas as `units.parse_areas` gives them, the division of 1 January of
    `vintage` (None: the newest that is valid today), and a CRS such as EPSG:25833 (None: suited to the areas)."""

    unit: str
    areas: tuple[str, ...] = (WHOLE_COUNTRY,)
    vintage: int | None = None
    crs: str | None = None


@dataclass(frozen=True)
class Source:
    """One delivered file and what tells whether it is still the same."""

    url: str
    etag: str = ""
    last_modified: str = ""
    size: int = 0


@dataclass(frozen=True)
class BoundaryFile:
    """A GeoPackage in the cache and where it came from. `missing` are the areas that could not be had.

    `reused`: nothing was transferred. `kept`: nobody answered, so it may be old. `features` counts units (or borders).
    """

    path: Path
    layer: str
    unit: str
    areas: tuple[str, ...]
    vintage: int
    crs: str
    title: str
    sources: tuple[Source, ...]
    fetched: str
    features: int
    valid_from: str = ""
    missing: tuple[str, ...] = ()
    reused: bool = False
    kept: bool = False

    @property
    def updated(self) -> str:
        """When the newest of the files was changed, as the server says it; "" where it does not."""
        return max((source.last_modified for source in self.sources), default="")


@dataclass(frozen=True)
class Division:
    """The data set that holds a division: the current one, or one of an earlier year."""

    uuid: str
    year: int
    title: str
    current: bool


def fetch(services: Services, request: BoundaryRequest, *, fresh: bool = False, feedback: Feedback = SILENT) -> BoundaryFile:
    """Give the boundaries as one layer in a GeoPackage; nothing is transferred while nothing newer exists.

    Areas that can't be had are named through `feedback.warn` and in `missing`; it raises where none can.
    """
    unit = UNITS[request.unit]
    _check_fit(unit, request.areas)
    crs = request.crs or f"EPSG:{suited_crs(request.areas).epsg}"
    year = request.vintage or services.config.today.year
    key = f"{unit.key}_{'-'.join(request.areas)}_{year}_{crs.replace(':', '')}"
    feedback.step("asking_geonorge")
    kept = _kept(services, key)
    if kept and not fresh:
        current = _still_current(services, key, kept, feedback)
        if current is not None:
            return dataclasses.replace(kept, reused=True, kept=not current)
    division = find_division(services, unit, request.vintage, feedback=feedback)
    _check_areas(services, unit, request.areas, year, feedback)
    return _transfer(services, key, unit, request.areas, division, crs, feedback)


def find_division(services: Services, unit: Unit, vintage: int | None, *, feedback: Feedback = SILENT) -> Division:
    """Find the data set whose division was valid on 1 January of `vintage`: one of that year in the catalogue, else the
    nearest in time with the same codes. Raises NotOffered with the years that there are."""
    dataset, this_year = unit.dataset, services.config.today.year
    if vintage is None or vintage == this_year:
        return Division(dataset.uuid, this_year, dataset.title, True)
    if vintage > this_year:
        raise NotOffered("vintage", vintage, str(this_year))
    historic = sorted(services.kartkatalog.historic(dataset, feedback=feedback), key=lambda found: found.year)
    for found in historic:
        if found.year == vintage:
            return Division(found.uuid, vintage, found.title, False)
    earlier = [found for found in historic if found.year < vintage]
    if _same_codes(services, unit, vintage, this_year, feedback):
        return Division(dataset.uuid, vintage, dataset.title, True)
    if earlier and _same_codes(services, unit, earlier[-1].year, vintage, feedback):
        return Division(earlier[-1].uuid, vintage, earlier[-1].title, False)
    years = sorted({found.year for found in historic} | {this_year})
    raise NotOffered("vintage", vintage, ", ".join(map(str, years)))


# --- what was asked for -----------------------------------------------------------


def _check_fit(unit: Unit, areas: Sequence[str]) -> None:
    """A fylke can't be cut by a kommune."""
    if unit.dataset is units.FYLKER:
        for area in areas:
            if len(area) == 4 and area != WHOLE_COUNTRY:
                raise AreaDoesNotFit(unit.key, area)


def _check_areas(services: Services, unit: Unit, areas: Sequence[str], year: int, feedback: Feedback) -> None:
    """Name the first area that the division of `year` does not have. Where Klass does not answer, the delivery will tell."""
    try:
        for area in areas:
            if area == WHOLE_COUNTRY:
                continue
            known = registers.codes(services, FYLKE if len(area) == 2 else KOMMUNE, dates.new_year(year), feedback=feedback)
            if area not in known.codes.by_code:
                raise UnknownArea(area, year)
    except ServiceError:
        return


def _same_codes(services: Services, unit: Unit, first: int, second: int, feedback: Feedback) -> bool:
    classification = unit.classification or {units.FYLKER: FYLKE, units.KOMMUNER: KOMMUNE}[unit.dataset]
    sets = [
        frozenset(registers.codes(services, classification, dates.new_year(year), feedback=feedback).codes.by_code)
        for year in (first, second)
    ]
    return sets[0] == sets[1]


# --- transfer ---------------------------------------------------------------------


def _transfer(services, key: str, unit: Unit, areas: Sequence[str], division: Division, crs: str, feedback) -> BoundaryFile:
    from .convert import convert

    missing: list[str] = []
    with services.cache.workplace(_KIND) as folder:
        deliveries, sources = _download(services, unit, areas, division, crs, folder, missing, feedback.part(0.0, 0.6))
        target = services.cache.folder / _KIND / f"{key}_{services.cache.stamp()}.gpkg"
        wanted = tuple(area for area in areas if area not in missing)
        converted = convert(deliveries, unit, target, layer=unit.key, areas=wanted, crs=crs, feedback=feedback.part(0.6, 1.0))
    if not converted.features:
        target.unlink(missing_ok=True)
        raise UnknownArea(", ".join(areas), division.year)
    found = BoundaryFile(
        path=target,
        layer=converted.layer,
        unit=unit.key,
        areas=tuple(areas),
        vintage=division.year,
        crs=converted.crs,
        title=division.title,
        sources=tuple(sources),
        fetched=services.config.today.isoformat(),
        features=converted.features,
        valid_from=converted.valid_from_max,
        missing=tuple(missing),
    )
    _remember(services, key, found, feedback)
    return found


def _download(
    services, unit, areas, division, crs, folder: Path, missing: list[str], feedback
) -> tuple[list[Path], list[Source]]:
    """Fetch a file for each area. The country file has an address that can be built; all others are ordered."""
    deliveries: list[Path] = []
    sources: list[Source] = []
    failure: KlasskartError | None = None
    for number, area in enumerate(areas):
        part = feedback.part(number / len(areas), (number + 1) / len(areas))
        try:
            download = _download_area(services, unit, area, division, crs, folder / f"{number}.zip", part)
        except (ServiceError, NotOffered) as error:
            feedback.check()
            failure = failure or error
            missing.append(area)
            if len(areas) > 1:
                feedback.warn(error)
            continue
        deliveries.append(download.path)
        sources.append(Source(download.url, download.etag, download.last_modified, download.size))
    if failure and not deliveries:
        raise failure
    return deliveries, sources


def _download_area(services, unit, area: str, division: Division, crs: str, target: Path, feedback):
    nedlasting = services.nedlasting
    if area == WHOLE_COUNTRY and division.current:
        epsg = epsg_of(crs) if epsg_of(crs) in nedlasting.direct_crs else COUNTRY_EPSG
        try:
            return services.http.download(nedlasting.direct_url(unit.dataset, epsg), target, feedback=feedback)
        except Refused as error:
            if error.status != 404:
                raise  # an address that has moved is what ordering is for; a refusal is not
    feedback.step("ordering", area=area)
    return services.http.download(
        _order(nedlasting, division.uuid, area, epsg_of(crs), feedback).url, target, feedback=feedback
    )


def _order(nedlasting: Nedlasting, uuid: str, area: str, epsg: int | None, feedback: Feedback) -> OrderedFile:
    """Order an area; where it has no file of its own, the fylke or the country that holds it: what is too much is left out."""
    try:
        return nedlasting.order(uuid, area, epsg, feedback=feedback)
    except NotOffered as error:
        if error.what != "area" or area == WHOLE_COUNTRY:
            raise
        return _order(nedlasting, uuid, area[:2] if len(area) == 4 else WHOLE_COUNTRY, epsg, feedback)


# --- keeping ----------------------------------------------------------------------


def _kept(services: Services, key: str) -> BoundaryFile | None:
    kept = services.cache.load(_KIND, key)
    try:
        values = dict(kept.value)
        values["path"] = services.cache.folder / _KIND / values["path"]
        values["areas"], values["missing"] = tuple(values["areas"]), tuple(values["missing"])
        values["sources"] = tuple(Source(**source) for source in values["sources"])
        found = BoundaryFile(**values)
    except (AttributeError, TypeError, ValueError, KeyError):
        return None  # nothing kept, or by another version of the plugin
    return found if found.path.is_file() else None


def _remember(services: Services, key: str, found: BoundaryFile, feedback: Feedback) -> None:
    values = dataclasses.asdict(found)
    values["path"] = found.path.name  # the cache may be moved
    for name in ("reused", "kept"):
        values.pop(name)
    try:
        services.cache.store(_KIND, key, values)
    except StorageError as error:
        feedback.warn(error)


def _still_current(services: Services, key: str, found: BoundaryFile, feedback: Feedback) -> bool | None:
    """Whether the files at the source are those that were converted: True, False where nobody answers, None where not."""
    if found.missing:
        return None
    for source in found.sources:
        try:
            answer = services.http.head(source.url, feedback=feedback)
        except (Unreachable, Faulty):
            return False
        except (ServiceError, UntrustedAddress):
            return None  # also where the services have another address since
        headers = answer.headers
        now = (headers.get("etag", ""), headers.get("last-modified", ""), int(headers.get("content-length") or 0))
        if now != (source.etag, source.last_modified, source.size):
            return None
        if not any(now[:2]):
            stored = services.cache.load(_KIND, key)
            if stored is None or services.cache.age(stored.stored) > _RECHECK:
                return None
    return True
