"""ArcGIS Hub sites: their feed of data sets, in today's shape and that of 2018. Errors come with status 200."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..core.errors import Refused, UnexpectedAnswer
from ..core.feedback import SILENT, Feedback
from ..core.opendata import Dataset, Distribution, day_of, plain_text
from ..core.portals import Portal
from .http import Http
from .json_values import Row, text_of

FEEDS = ("api/feed/dcat-us/1.1.json", "data.json")  # today's, and the one that it took the place of
_NAMED_PAGE = "web page"


class Hub:
    """Questions to ArcGIS Hub sites."""

    def __init__(self, http: Http):
        self._http = http

    def datasets(self, portal: Portal, *, feedback: Feedback = SILENT) -> Iterator[Dataset]:
        """Give everything a site lists, in one answer. Raises Refused where it has no feed at all."""
        for row in self._feed(portal.address, feedback):
            found = dataset_of(row) if isinstance(row, Mapping) else None
            if found:
                yield found

    def _feed(self, address: str, feedback: Feedback) -> list:
        *newer, oldest = FEEDS
        for path in newer:
            try:
                return self._listed(f"{address}/{path}", feedback)
            except Refused as refusal:
                if refusal.status not in (404, 410):
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
