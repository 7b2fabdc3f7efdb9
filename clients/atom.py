"""Geonorge's ATOM feeds: which files there are of a data set, where each lies, and when it was changed.

What the feeds say of themselves is not to be trusted: every link claims to be GML, the area stands in categories of two
kinds or only in the title, and times carry no zone. What is left out of an entry is read from the name of its file.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from ..core.addresses import AddressBook
from ..core.feedback import SILENT, Feedback
from ..core.text import fold
from ..core.units import WHOLE_COUNTRY
from . import markup
from .http import Http
from .markup import Element
from .nedlasting import CRS_ORDER, FORMATS, plain_format

_SERVICE_FEED = "geonorge/Tjenestefeed_daglig.xml"  # of all data sets: some megabytes
_FORMAT = re.compile(r"(\w+)-format\b", re.IGNORECASE)
_FEED_FORMAT = re.compile(r"AtomFeed([A-Za-z]+)\.")
_FILE = re.compile(r"_(\d{2}|\d{4})_[^/]*?_(\d{4,5})_[^/]*?_([A-Za-z]+)\.zip$")
_AREA = re.compile(r"-format,\s*(\d{2}(?:\d\d)?)\b", re.IGNORECASE)
_RESTRICTED = "restricted"


@dataclass(frozen=True)
class Feed:
    """The feed of one data set in one format; `format` as `nedlasting.plain_format` gives it."""

    url: str
    format: str


@dataclass(frozen=True)
class FeedFile:
    """A file that a feed names. `updated` as the feed has it: Norwegian time without a zone."""

    url: str
    area: str
    epsg: str
    format: str
    updated: str

    @property
    def changed(self) -> datetime.datetime | None:
        """When the file was changed last, as Norwegian clocks say; None where that can't be read."""
        return norwegian_time(self.updated)


class Atom:
    """The feeds."""

    def __init__(self, http: Http, addresses: AddressBook):
        self._http = http
        self._addresses = addresses

    def feeds(self, uuid: str, *, feedback: Feedback = SILENT) -> tuple[Feed, ...]:
        """Find the feeds of a data set in the feed of all; () where there are none."""
        entries = self._entries(self._addresses.url("nedlasting", _SERVICE_FEED), feedback)
        return tuple(_feeds_of(entry for entry in entries if markup.text(entry, "spatial_dataset_identifier_code") == uuid))

    def files(self, feed_url: str, *, feedback: Feedback = SILENT) -> tuple[FeedFile, ...]:
        """List the files of a data set's feed that are open to all."""
        return tuple(filter(None, map(_file_of, self._entries(feed_url, feedback))))

    def _entries(self, url: str, feedback: Feedback) -> list[Element]:
        answer = self._http.get(url, accept="application/atom+xml, application/xml, */*", feedback=feedback)
        try:
            root = markup.parse(answer.content)
        except markup.BadMarkup:
            root = None
        if root is None or root.tag != "feed":
            raise self._http.unexpected("XML", answer.content, answer.content_type, answer.url)
        return root.findall("entry")


# --- choosing ------------------------------------------------------------------------


def in_order(feeds: Iterable[Feed], formats: Sequence[str] = FORMATS) -> list[Feed]:
    """Give the feeds in formats that we read, the preferred first."""
    ranks = {plain_format(name): rank for rank, name in enumerate(formats)}
    return sorted((feed for feed in feeds if feed.format in ranks), key=lambda feed: ranks[feed.format])


def best_file(files: Iterable[FeedFile], area: str, epsg: int | None) -> FeedFile | None:
    """Choose the file of an area: in the wanted projection if it is there. None where the feed has no such area."""
    ranks = {str(code): rank for rank, code in enumerate(CRS_ORDER)}
    of_area = [file for file in files if file.area == area]
    return min(of_area, key=lambda file: (file.epsg != str(epsg), ranks.get(file.epsg, len(ranks))), default=None)


def norwegian_time(text: str) -> datetime.datetime | None:
    """Read a time as Norwegian clocks have it. One in UTC is taken for winter's: an hour is no matter for yearly files."""
    found = re.match(r"(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z?)", text.strip())
    try:
        moment = datetime.datetime.fromisoformat(found.group(1)) if found else None
    except ValueError:
        return None
    return moment + datetime.timedelta(hours=1) if moment and found and found.group(2) else moment


# --- entries -------------------------------------------------------------------------


def _feeds_of(entries: Iterable[Element]) -> Iterable[Feed]:
    for entry in entries:
        url = _link(entry)
        said = _FEED_FORMAT.search(url) or _FORMAT.search(markup.text(entry, "title"))
        if url and said:
            yield Feed(url, plain_format(said.group(1)))


def _file_of(entry: Element) -> FeedFile | None:
    categories = [(one.get("term") or "", one.get("scheme") or "") for one in entry.findall("category")]
    url, title = _link(entry), markup.text(entry, "title")
    if not url or any(_RESTRICTED in term for term, _ in categories):
        return None
    named = _FILE.search(unquote(url))
    area, epsg, form = named.groups() if named else ("", "", "")
    said = _FORMAT.search(title)
    return FeedFile(
        url,
        _area_of(categories, title) or area,
        next((term.partition(":")[2] for term, _ in categories if term.upper().startswith("EPSG:")), epsg),
        plain_format(said.group(1) if said else form),
        markup.text(entry, "updated"),
    )


def _area_of(categories: Sequence[tuple[str, str]], title: str) -> str:
    """Find the number of the area: a category of the register's numbers, else the title. "" for neither."""
    for term, scheme in categories:
        if "nummer" in scheme and term.isdigit():
            return term
    found = _AREA.search(title)
    if found:
        return found.group(1)
    return WHOLE_COUNTRY if "landsdekkende" in fold(title) else ""


def _link(entry: Element) -> str:
    """Give the address that an entry leads to. Older entries have another link before it, with the address as its text."""
    links = entry.findall("link")
    return next((link.get("href") or "" for link in links if link.get("rel") == "alternate"), "").strip()
