"""Geonorge's own files, in any format, saved in a folder of the user's just as they are delivered."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..core.errors import BadFile, FileThere, KlasskartError, NotOffered, OtherRoute, ServiceError, Unreachable
from ..core.feedback import SILENT, Feedback
from ..core.storage import writing
from ..core.units import UNITS
from . import archives
from .divisions import Division, find_division
from .routes import FEED, ORDER, feeds_of
from .services import Services

# GDAL's drivers for what is delivered, the first that is there serves. A dump is for a database: none reads it as a layer.
_DRIVERS = {
    "geojson": ("GeoJSON",),
    "gml": ("GML",),
    "fgdb": ("OpenFileGDB", "FileGDB"),
    "sosi": ("SOSI",),
    "postgis": (),
    "gpkg": ("GPKG",),
    "shape": ("ESRI Shapefile",),
    "csv": ("CSV",),
}
_FIRST = ("geojson", "gml", "fgdb", "sosi", "postgis")  # in this order; others follow
_PATIENCE = 2  # areas in a row that a silent service is asked about
_UNSAFE = re.compile(r'[\x00-\x1f<>:"|?*]+')


@dataclass(frozen=True)
class Offer:
    """What a division is delivered as: the title of its data set, and the CRS (EPSG codes) of each format.

    `unreadable` are the formats that this QGIS can't open as layers.
    """

    division: Division
    formats: Mapping[str, tuple[str, ...]]
    unreadable: frozenset[str]


@dataclass(frozen=True)
class Wanted:
    """The files of some areas of a division, in one format and CRS (an EPSG code), as an `Offer` names them."""

    division: Division
    areas: tuple[str, ...]
    format: str
    epsg: str


@dataclass
class Outcome:
    """What came of it so far, by area, also when it was stopped: files, those that were there already, and failures."""

    saved: dict[str, Path] = field(default_factory=dict)
    there: dict[str, Path] = field(default_factory=dict)
    failed: dict[str, KlasskartError] = field(default_factory=dict)


def offer(services: Services, unit: str, areas: Sequence[str], vintage: int | None, *, feedback: Feedback = SILENT) -> Offer:
    """Ask what the files of some areas can be had as: what is offered of all of them that there are.

    Raises NotOffered for a year without a division, and where none of the areas has files.
    """
    from ..clients.nedlasting import of_area, plain_format

    feedback.step("asking_geonorge")
    division = find_division(services, UNITS[unit], vintage, feedback=feedback)
    offered = services.nedlasting.areas(division.uuid, feedback=feedback)
    common: dict[str, list[str]] | None = None
    for area in areas:
        here: dict[str, list[str]] = {}
        for choice in of_area(offered, area):
            here.setdefault(choice.format_name.strip(), []).append(choice.projection_code)
        if here and common is None:
            common = here
        elif here and common is not None:
            common = {name: [one for one in codes if one in here.get(name, ())] for name, codes in common.items()}
    if not common:
        raise NotOffered("area", ", ".join(areas), "")
    ranks = {name: rank for rank, name in enumerate(_FIRST)}
    names = sorted(
        (name for name in common if common[name]), key=lambda name: (ranks.get(plain_format(name), len(ranks)), name)
    )
    unreadable = frozenset(name for name in names if not readable(plain_format(name)))
    return Offer(division, {name: tuple(dict.fromkeys(common[name])) for name in names}, unreadable)


def readable(plain: str) -> bool:
    """Whether the GDAL of this QGIS opens a format (as `nedlasting.plain_format` writes it) as a layer."""
    from osgeo import gdal

    return any(gdal.GetDriverByName(name) is not None for name in _DRIVERS.get(plain, (plain.upper(),)))


def save(
    services: Services,
    wanted: Wanted,
    folder: Path,
    outcome: Outcome,
    *,
    replace: bool = False,
    feedback: Feedback = SILENT,
) -> Outcome:
    """Save the files in `folder` under the names that Geonorge gives them, and tell in `outcome`.

    A file that is there is left alone unless `replace`; one area that fails costs itself only. Raises where the disk does not
    take any, and Cancelled: what stands in `outcome.saved` is whole.
    """
    silent: list[Unreachable] = []
    for number, area in enumerate(wanted.areas):
        part = feedback.part(number / len(wanted.areas), (number + 1) / len(wanted.areas))
        part.check()
        try:
            if len(silent) >= _PATIENCE:
                raise silent[-1]
            outcome.saved[area] = _save_area(services, wanted, area, folder, replace, part)
            silent.clear()
        except FileThere as there:
            outcome.there[area] = Path(there.path)
            silent.clear()
        except (ServiceError, NotOffered, BadFile) as error:
            part.check()
            outcome.failed[area] = error
            silent = [*silent, error] if isinstance(error, Unreachable) else []
    return outcome


def _save_area(services: Services, wanted: Wanted, area: str, folder: Path, replace: bool, feedback: Feedback) -> Path:
    from .conversion.layer_file import workplace

    feedback.step("fetching_area", area=area, route=ORDER)
    url, name = _find(services, wanted, area, feedback)
    target = folder / _file_name(name or url.rpartition("/")[2], f"{area}_{wanted.epsg}.zip")
    if target.exists() and not replace:
        raise FileThere(target)
    with workplace(target) as place:  # beside its target: what is whole is renamed
        part = place / target.name
        services.http.download(url, part, feedback=feedback)
        archives.check(part)
        feedback.check()
        _put(part, target, replace)
    return target


def _put(part: Path, target: Path, replace: bool) -> None:
    """Give the finished file its name. One that another program has put there meanwhile stays, too."""
    with writing(target):
        if replace:
            part.replace(target)
            return
        try:
            os.link(part, target)  # unlike a rename, this never takes the place of another file
        except FileExistsError:
            raise FileThere(target) from None
        except OSError:  # a file system without links
            if target.exists():
                raise FileThere(target) from None
            part.replace(target)


def _find(services: Services, wanted: Wanted, area: str, feedback: Feedback) -> tuple[str, str]:
    """Give address and name of a file: an order tells, and a feed where the order service is down."""
    from ..clients.nedlasting import exact_choice

    try:
        file = services.nedlasting.order(
            wanted.division.uuid,
            area,
            int(wanted.epsg),
            formats=(wanted.format,),
            choose=exact_choice,
            feedback=feedback,
        )
    except ServiceError as error:
        feedback.check()
        url = _in_feed(services, wanted, area, feedback)
        if not url:
            raise
        told = {name: error.values().get(name, "") for name in ("asked", "status", "words")}
        feedback.warn(OtherRoute(ORDER, FEED, area, **told))
        return url, ""
    return file.url, file.name


def _in_feed(services: Services, wanted: Wanted, area: str, feedback: Feedback) -> str:
    """Give the address that the feeds have of a file; "" where they have none, or are down as well."""
    try:
        for feed in feeds_of(services, wanted.division.uuid, feedback, formats=(wanted.format,)):
            for file in services.atom.files(feed.url, feedback=feedback):
                if (file.area, file.epsg) == (area, wanted.epsg):
                    return file.url
    except ServiceError:
        feedback.check()
    return ""


def _file_name(name: str, otherwise: str) -> str:
    """Give the name of a file that can't leave its folder."""
    bare = _UNSAFE.sub("_", name.replace("\\", "/").rpartition("/")[2]).strip(". ")
    return bare or otherwise
