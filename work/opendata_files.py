"""Files of map data that catalogues name: fetched, made into a GeoPackage of the cache, and used while they are the same."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from ..clients import bodies, map_data
from ..clients.answers import Answer
from ..core.errors import (
    BadFile,
    FileTooLarge,
    KeptSince,
    NoMapData,
    Refused,
    TooLarge,
    UnexpectedAnswer,
    UnreadableTable,
)
from ..core.feedback import SILENT, Feedback
from ..core.opendata_opening import LayerChoice
from ..core.storage import writing
from .cache import free_path
from .kept_files import load_record, store_record
from .opendata_conversion import DELIVERED
from .services import Services

LARGEST = 1 << 30  # bytes of a file that are fetched without being asked
LARGEST_TABLE = 100 << 20  # the same of a table, which is read into memory
_KIND = "opendata"
_RECHECK = datetime.timedelta(days=1)  # where a server says nothing by which a file could be compared
_OF_SHAPEFILE = (".dbf", ".shx", ".prj", ".cpg")
_LAYOUT = 1  # of what is kept: a file made by other rules is made anew


@dataclass(frozen=True)
class MapFile:
    """A GeoPackage in the cache and what is in it. `facts` are what the server said of the file, for comparing."""

    path: Path
    kind: str
    layers: tuple[LayerChoice, ...]
    url: str
    fetched_at: str
    assumed: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    layout: int = _LAYOUT
    reused: bool = False
    kept: bool = False

    @property
    def moment(self) -> datetime.datetime:
        return datetime.datetime.fromisoformat(self.fetched_at)


@dataclass(frozen=True)
class Wanted:
    """A file that is wanted: its address, what its layers are named after where it does not name them, longitude and latitude
    of where they should lie, and how many bytes may be fetched. `key` is what it is kept under, "" for its address."""

    url: str
    title: str
    near: tuple[float, float] | None = None
    most: int = LARGEST
    key: str = ""

    @property
    def name(self) -> str:
        return self.key or self.url


def looked_at(services: Services, url: str, feedback: Feedback = SILENT) -> Answer:
    """Ask for the first bytes of an address. Portals that make a file first are waited for."""
    waited = 0.0
    while True:
        answer = services.http.start(url, map_data.ENOUGH, feedback=feedback)
        if answer.status != _BEING_MADE or waited >= _LONGEST_WAIT:
            return answer
        services.http.pause(_POLL, feedback)
        waited += _POLL


_BEING_MADE, _POLL, _LONGEST_WAIT = 202, 3.0, 120.0  # status; seconds


def kept_file(services: Services, key: str) -> MapFile | None:
    """Give what is in the cache of an address, or of the `key` of a Wanted; nobody is asked."""

    def made(values: dict) -> MapFile:
        layers = tuple(LayerChoice(**layer) for layer in values["layers"])
        datetime.datetime.fromisoformat(values["fetched_at"])  # or `moment` would fail
        return MapFile(**{**values, "layers": layers})

    found = load_record(services.cache, _KIND, key, made)
    return found if found is not None and found.layout == _LAYOUT else None


def still_good(services: Services, key: str, feedback: Feedback) -> MapFile | None:
    """Give what is kept where nobody answers, with a warning; None where nothing is."""
    found = kept_file(services, key)
    if found is None:
        return None
    feedback.warn(KeptSince(services.http.service_of(found.url), found.moment.date().isoformat()))
    return dataclasses.replace(found, reused=True, kept=True)


def fetch(services: Services, wanted: Wanted, answer: Answer, feedback: Feedback = SILENT) -> MapFile:
    """Give a file as layers; nothing is transferred where `answer`, its first bytes, is of the one that is kept.

    Raises FileTooLarge, NoMapData, BadFile, UnreadableTable, and what `Http.download` raises. Another run that fetches the same
    is waited for.
    """
    asked = services.cache.now()
    with services.cache.alone(_KIND, wanted.name, feedback) as waited:
        found = kept_file(services, wanted.name)
        if found is not None and ((waited and found.moment >= asked) or _is_same(services, found, answer)):
            return dataclasses.replace(found, reused=True)
        _check_size(services, wanted, answer)
        return _made(services, wanted, answer, feedback)


def _is_same(services: Services, found: MapFile, answer: Answer) -> bool:
    """Whether a server still has the file that was fetched."""
    said = _facts(answer)
    for name in ("etag", "last-modified"):
        if said.get(name) and found.facts.get(name):
            return said[name] == found.facts[name] and said.get("content-length") == found.facts.get("content-length")
    if any(said[name] != found.facts.get(name) for name in ("content-length", "start")):
        return False
    return _is_whole(answer) or services.cache.now() - found.moment < _RECHECK


def _facts(answer: Answer) -> dict[str, str]:
    """Collect what a file is known by; `start` stands for its first bytes."""
    said = {name: answer.headers.get(name, "") for name in ("etag", "last-modified", "content-length")}
    return {**said, "start": hashlib.sha1(answer.content, usedforsecurity=False).hexdigest()}


def _is_whole(answer: Answer) -> bool:
    """Whether the first bytes are all there are."""
    return answer.headers.get("content-length") == str(len(answer.content)) and not answer.headers.get("content-encoding")


def _check_size(services: Services, wanted: Wanted, answer: Answer) -> None:
    said = answer.headers.get("content-length", "")
    size = int(said) if said.isascii() and said.isdigit() else 0
    if size > wanted.most:
        raise FileTooLarge(services.http.service_of(answer.url), answer.url, wanted.most, size)


def _made(services: Services, wanted: Wanted, answer: Answer, feedback: Feedback) -> MapFile:
    from .opendata_unpacking import NothingInside

    with services.cache.workplace(_KIND) as folder:
        source = _downloaded(services, wanted, answer, folder, feedback.part(0.0, 0.6))
        target = folder / "made.gpkg"
        try:
            kind, made = _converted(services, source, folder, target, wanted, answer.content_type, feedback.part(0.6, 1.0))
        except NothingInside as nothing:
            raise NoMapData(services.http.service_of(answer.url), answer.url, nothing.got, nothing.names) from nothing
        except UnreadableTable as error:
            got = bodies.kind_of(answer.content, answer.content_type)
            raise NoMapData(services.http.service_of(answer.url), answer.url, got, error.words) from error
        except BadFile as error:
            raise BadFile(**{**error.values(), "asked": answer.url}) from error
        path = free_path(services.cache.folder / _KIND, wanted.title)
        with writing(path):
            target.replace(path)
    found = MapFile(path, kind, made.layers, wanted.url, services.cache.now().isoformat(), made.assumed, _facts(answer))
    store_record(services.cache, _KIND, wanted.name, found, ("reused", "kept"), feedback)
    return found


def _downloaded(services: Services, wanted: Wanted, answer: Answer, folder: Path, feedback: Feedback) -> Path:
    """Write the file, of which `answer` has the first bytes."""
    target = folder / DELIVERED
    try:
        if _is_whole(answer):
            with writing(target):
                target.write_bytes(answer.content)
        else:
            services.http.download(wanted.url, target, accept="*/*", limit=wanted.most, expect=None, feedback=feedback)
    except TooLarge as error:
        raise FileTooLarge(error.service, error.asked, wanted.most, 0) from error
    if map_data.kind_of(answer.content) == "shapefile":
        _fetch_beside(services, wanted.url, target, feedback)
    return target


def _fetch_beside(services: Services, url: str, target: Path, feedback: Feedback) -> None:
    """Fetch what belongs to a Shapefile that is not packed; what is not there may be missing."""
    parts = urlsplit(url)
    if not parts.path.casefold().endswith(".shp"):
        return
    for suffix in _OF_SHAPEFILE:
        beside = urlunsplit(parts._replace(path=parts.path[: -len(suffix)] + suffix))
        try:
            services.http.download(beside, target.with_suffix(suffix), accept="*/*", expect=None, feedback=feedback)
        except (Refused, UnexpectedAnswer):
            continue


def _converted(
    services: Services, source: Path, folder: Path, target: Path, wanted: Wanted, content_type: str, feedback: Feedback
):
    """Give the true kind and what was made."""
    from .opendata_conversion import convert
    from .opendata_points import convert_table
    from .opendata_unpacking import NothingInside, look_into

    contents = look_into(source, folder / "unpacked", content_type, feedback.part(0.0, 0.2))
    rest = feedback.part(0.2, 1.0)
    if contents.table:
        size = contents.table.stat().st_size
        if size > LARGEST_TABLE and wanted.most <= LARGEST:
            raise FileTooLarge(services.http.service_of(wanted.url), wanted.url, LARGEST_TABLE, size)
        made = convert_table(contents.table, wanted.title, target, wanted.near, rest)
        if all(layer.shape == "table" and not layer.codes for layer in made.layers):
            raise NothingInside("table")
        return contents.kind, made
    return contents.kind, convert(contents.sources, target, wanted.title, wanted.near, rest)
