"""ArcGIS Hub sites: their feed of data sets, in today's shape and that of 2018. Errors come with status 200."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from ..core.errors import Refused, UnexpectedAnswer
from ..core.feedback import SILENT, Feedback
from ..core.opendata import Dataset, Distribution, day_of, plain_text
from ..core.portals import Portal
from .http import Http
from .json_values import Row, object_of, rows_of, text_of

FEEDS = ("api/feed/dcat-us/1.1.json", "data.json")  # today's, and the one that it took the place of
ITEMS = "api/search/v1/collections/all/items?limit=100"
MOST_PAGES = 50
GONE = (404, 410)  # owners may switch feeds off
_NAMED_PAGE = "web page"


class Hub:
    """Questions to ArcGIS Hub sites."""

    def __init__(self, http: Http):
        self._http = http

    def datasets(self, portal: Portal, *, feedback: Feedback = SILENT) -> Iterator[Dataset]:
        """Give everything a site lists: its feed in one answer, or where it has none, its search page by page."""
        read = dataset_of
        try:
            rows: Iterable[object] = self._feed(portal.address, feedback)
        except Refused as refusal:
            if refusal.status not in GONE:
                raise
            rows, read = self._items(portal.address, feedback), dataset_of_item
        yield from filter(None, (read(row) for row in rows if isinstance(row, Mapping)))

    def _items(self, address: str, feedback: Feedback) -> Iterator[object]:
        """Follow the search from page to page by its own links."""
        url = f"{address}/{ITEMS}"
        for _ in range(MOST_PAGES):
            answer = object_of(self._http.get_json(url, feedback=feedback))
            if not isinstance(answer.get("features"), list):
                raise UnexpectedAnswer(self._http.service_of(url), url, "a list of data sets", "other JSON", str(answer)[:100])
            yield from rows_of(answer.get("features"))
            links = {text_of(link.get("rel")): text_of(link.get("href")) for link in rows_of(answer.get("links"))}
            if not links.get("next") or not answer["features"]:
                return
            url = links["next"]

    def _feed(self, address: str, feedback: Feedback) -> list:
        *newer, oldest = FEEDS
        for path in newer:
            try:
                return self._listed(f"{address}/{path}", feedback)
            except Refused as refusal:
                if refusal.status not in GONE:
                    raise
        return self._listed(f"{address}/{oldest}", feedback)

    def _listed(self, url: str, feedback: Feedback) -> list:
        answer = self._http.get_json(url, feedback=feedback)
        body = answer if isinstance(answer, Mapping) else {}
        error = body.get("error")
        if isinstance(error, Mapping):
            status = error.get("code")
            words = text_of(error.get("message"))
            raise Refused(self._http.service_of(url), url, status if isinstance(status, int) else 200, words)
        if not isinstance(body.get("dataset"), list):
            raise UnexpectedAnswer(self._http.service_of(url), url, "a list of data sets", "other JSON", str(answer)[:100])
        return body["dataset"]


def dataset_of(row: Row) -> Dataset | None:
    """Read an entry of either shape; missing texts are "" there."""
    title, identifier = text_of(row.get("title")), text_of(row.get("identifier"))
    if not (title and identifier):
        return None
    parts = row.get("distribution")
    ways = [_way(one) for one in parts if isinstance(one, Mapping)] if isinstance(parts, list) else []
    publisher = row.get("publisher")
    keywords = row.get("keyword")
    licence = text_of(row.get("license"))
    is_address = licence.startswith(("http://", "https://"))
    return Dataset(
        title=title,
        catalogues=("hub",),
        identifiers=(identifier,),
        publisher=text_of(publisher.get("name")) if isinstance(publisher, Mapping) else "",
        description=plain_text(text_of(row.get("description"))),
        distributions=tuple(way for way in ways if way),
        licence="" if is_address else plain_text(licence, 300),
        licence_url=licence if is_address else "",
        updated=day_of(row.get("modified")),
        page=text_of(row.get("landingPage")),
        restricted=text_of(row.get("accessLevel")) not in ("", "public"),
        extent=_extent(row.get("spatial")),
        keywords=tuple(word for word in keywords if isinstance(word, str)) if isinstance(keywords, list) else (),
    )


def dataset_of_item(row: Row) -> Dataset | None:
    """Read a hit of the search; its times are milliseconds."""
    told = object_of(row.get("properties"))
    title, item = text_of(told.get("title")), text_of(row.get("id")) or text_of(told.get("id"))
    if not (title and item):
        return None
    way = Distribution.of(told.get("url"), formats=(text_of(told.get("type")),))
    return Dataset(
        title=title,
        catalogues=("hub",),
        identifiers=(item,),
        description=plain_text(text_of(told.get("description")) or text_of(told.get("snippet"))),
        distributions=(way,) if way else (),
        licence=plain_text(text_of(told.get("licenseInfo")), 300),
        updated=_day_of_milliseconds(told.get("modified")),
        restricted=text_of(told.get("access")) not in ("", "public"),
    )


def _day_of_milliseconds(value: object) -> str:
    try:
        moment = datetime.datetime.fromtimestamp(int(value) / 1000, datetime.timezone.utc) if isinstance(value, int) else None
    except (OverflowError, OSError, ValueError):
        return ""
    return moment.date().isoformat() if moment else ""


def _way(row: Row) -> Distribution | None:
    """Read a way to the data; the web page of the entry is none."""
    name, title = text_of(row.get("format")), text_of(row.get("title"))
    if name.casefold() == _NAMED_PAGE:
        return None
    url = text_of(row.get("downloadURL")) or text_of(row.get("accessURL"))
    return Distribution.of(url, media=text_of(row.get("mediaType")), formats=(name,), title=title)


def _extent(value: object) -> tuple[float, float, float, float] | None:
    """Read west, south, east and north out of "18.9,69.6,19.0,69.7"."""
    try:
        west, south, east, north = map(float, value.split(",") if isinstance(value, str) else ())
    except ValueError:
        return None
    return west, south, east, north
