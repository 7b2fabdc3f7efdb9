"""Geonorge's catalogue: which data sets there are of a kind and of which year, and what a record says about its data.

Its search counts items from 1, hides historic series unless asked, answers in English when it thinks it should, and
says "no hits" when its own index is down.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..core.addresses import AddressBook
from ..core.errors import Faulty, Refused, UnexpectedAnswer
from ..core.feedback import SILENT, Feedback
from ..core.text import fold
from ..core.units import Dataset
from .http import Http
from .json_values import Row, number_of, rows_of, text_of

PAGE = 100  # hits asked for at once
MOST_PAGES = 3  # of a search by words: since 2026 it goes on with hits that are only alike in meaning

_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")

_HISTORIC = "historiske"
_PLAIN_WORDS = {"historiske", "historisk", "data", "versjoner", "norge"}


@dataclass(frozen=True)
class Hit:
    """One search result; `updated` yyyy-MM-dd or ""; `members` are the data sets of a series."""

    uuid: str
    title: str
    type: str
    organisations: tuple[str, ...] = ()
    updated: str = ""
    is_open: bool = True
    members: tuple[Hit, ...] = ()


@dataclass(frozen=True)
class HistoricDataset:
    """A data set that holds the division of an earlier year."""

    uuid: str
    title: str
    year: int
    updated: str = ""


@dataclass(frozen=True)
class CatalogueRecord:
    """What a record says. `extent` is west, south, east, north in degrees; `download` the base of its order service;
    `feeds` its ATOM feeds as (format, address)."""

    uuid: str
    title: str
    abstract: str = ""
    organisation: str = ""
    updated: str = ""
    licence: str = ""
    licence_url: str = ""
    is_open: bool = True
    page: str = ""
    download: str = ""
    map_service: str = ""
    extent: tuple[float, float, float, float] | None = None
    members: tuple[Hit, ...] = ()
    feeds: tuple[tuple[str, str], ...] = ()


class Kartkatalog:
    """Questions to the catalogue."""

    def __init__(self, http: Http, addresses: AddressBook):
        self._http = http
        self._addresses = addresses

    @property
    def address(self) -> str:
        return self._addresses.url("kartkatalog", "api/search")

    def search(
        self,
        text: str = "",
        *,
        facets: Iterable[tuple[str, str]] = (),
        hidden: bool = False,
        page: int = PAGE,
        feedback: Feedback = SILENT,
    ) -> Iterator[Hit]:
        """Give hits as they are asked for, page by page. Facets as (name, value); `hidden` brings historic series.

        Raises Faulty where the catalogue finds nothing at all, not even without words: its index is down then.
        """
        return filter(None, map(_hit, self.rows(text, facets=facets, hidden=hidden, page=page, feedback=feedback)))

    def rows(
        self,
        text: str = "",
        *,
        facets: Iterable[tuple[str, str]] = (),
        hidden: bool = False,
        page: int = PAGE,
        feedback: Feedback = SILENT,
    ) -> Iterator[Row]:
        """Give hits with everything that the catalogue tells of them, as `search` does."""
        facets, offset = tuple(facets), 1
        while True:
            answer = self._page(text, facets, hidden, page, offset, feedback)
            rows = rows_of(answer.get("Results"))
            found = number_of(answer.get("NumFound"))
            if offset == 1 and not rows:
                self._check_alive(feedback)
            yield from rows
            offset += len(rows)
            if not rows or offset > found:
                return

    def historic(self, dataset: Dataset, *, feedback: Feedback = SILENT) -> tuple[HistoricDataset, ...]:
        """Find the data sets of earlier years: by title, or as members of a series; oldest first, one a year.

        A data set of the kind itself is preferred to one that holds all units of a year.
        """
        by_year: dict[int, HistoricDataset] = {}
        found = list(self._found(dataset.title, dataset, feedback))
        if not any(series.type.startswith("series") for _, series in found):
            found += self._found(" ".join([*dataset.title.split()[:2], _HISTORIC]), dataset, feedback)
        for fits in (_fits, _is_of_all_units):
            for hit, series in found:
                historic = _historic(hit, dataset) if fits(hit, dataset, series) else None
                if historic:
                    by_year.setdefault(historic.year, historic)
        return tuple(by_year[year] for year in sorted(by_year))

    def _found(self, words: str, dataset: Dataset, feedback: Feedback) -> Iterator[tuple[Hit, Hit]]:
        """Give hits of a search, each with the series that it is from (itself where there is none)."""
        for number, hit in enumerate(self.search(words, hidden=True, feedback=feedback)):
            if number >= PAGE * MOST_PAGES:
                return
            for found in self._of_series(hit, dataset, feedback) if hit.type.startswith("series") else (hit,):
                yield found, hit

    def record(self, uuid: str, *, feedback: Feedback = SILENT) -> CatalogueRecord:
        """What the catalogue says about one data set, series or service. Refused (404) for an unknown one."""
        url = self._addresses.url("kartkatalog", f"api/getdata/{uuid}")
        answer = self._http.get_json(url, feedback=feedback)
        if not isinstance(answer, Mapping):
            raise _not("a record", answer, url)
        page = self._addresses.url("kartkatalog", f"metadata/uuid/{uuid}")
        return parse_record(answer, uuid, page)

    # --- below -------------------------------------------------------------------------

    def _page(
        self, text: str, facets: Iterable[tuple[str, str]], hidden: bool, limit: int, offset: int, feedback: Feedback
    ) -> Row:
        url = self._addresses.url("kartkatalog", "api/search")
        params = {"text": text, "limit": str(limit), "offset": str(offset), "lang": "no"}
        if hidden:
            params["listhidden"] = "true"
        for number, (name, value) in enumerate(facets):
            # No dot between bracket and name, whatever its documentation says: such facets are ignored.
            params[f"facets[{number}]name"], params[f"facets[{number}]value"] = name, value
        answer = self._http.get_json(url, params, feedback=feedback)
        if not isinstance(answer, Mapping) or "Results" not in answer:
            raise _not("search results", answer, url)
        return answer

    def _check_alive(self, feedback: Feedback) -> None:
        """Tell "no such thing" from an index that is down: both come as no hits with status 200."""
        if not rows_of(self._page("", (), False, 1, 1, feedback).get("Results")):
            raise Faulty("kartkatalog", self._addresses.url("kartkatalog", "api/search"), 200, "NumFound: 0")

    def _of_series(self, hit: Hit, dataset: Dataset, feedback: Feedback) -> tuple[Hit, ...]:
        if hit.members or not fold(hit.title).startswith(_stem(dataset)):
            return hit.members
        try:
            return self.record(hit.uuid, feedback=feedback).members
        except Refused:  # found by the search, and gone from the catalogue: the others may still have the year
            return ()


def _stem(dataset: Dataset) -> str:
    """Give what the titles of all units of a kind begin with: "administrative enheter", "statistiske enheter"."""
    return " ".join(fold(dataset.title).split()[:2])


def _fits(found: Hit, dataset: Dataset, series: Hit) -> bool:
    """Judge a hit by its title: it begins as the data set's (or its series' does)."""
    wanted = fold(dataset.title)
    return fold(found.title).startswith(wanted) or fold(series.title).startswith(wanted)


def _is_of_all_units(found: Hit, dataset: Dataset, _series: Hit) -> bool:
    """Whether a title names no unit but the kind of them: Administrative enheter - historiske data 2017."""
    title = fold(found.title)
    rest = title.removeprefix(_stem(dataset))
    return rest != title and not set(re.findall(r"[^\W\d]+", rest)) - _PLAIN_WORDS


def _historic(found: Hit, dataset: Dataset) -> HistoricDataset | None:
    """Read the year at the end of a title; None for what is no open data set of an earlier year."""
    years = _YEAR.findall(found.title)
    if not (years and found.is_open) or found.uuid == dataset.uuid or found.type not in ("", "dataset"):
        return None
    return HistoricDataset(found.uuid, found.title, int(years[-1]), found.updated)


# --- answers ------------------------------------------------------------------------------


def parse_record(answer: Row, uuid: str, page: str) -> CatalogueRecord:
    """Read a record of getdata."""
    constraints = answer.get("Constraints")
    constraints = constraints if isinstance(constraints, Mapping) else {}
    details = answer.get("DistributionDetails")
    details = details if isinstance(details, Mapping) else {}
    download = text_of(details.get("URL")) if text_of(details.get("Protocol")) == "GEONORGE:DOWNLOAD" else ""
    return CatalogueRecord(
        uuid=text_of(answer.get("Uuid")) or uuid,
        title=text_of(answer.get("Title")),
        abstract=text_of(answer.get("Abstract")),
        organisation=text_of(answer.get("Organization")),
        updated=local_day(answer.get("DateUpdated")),
        licence=text_of(constraints.get("OtherConstraintsLinkText")),
        licence_url=text_of(constraints.get("OtherConstraintsLink")),
        is_open=is_open(answer),
        page=page,
        download=download or text_of(answer.get("DownloadUrl")),
        map_service=text_of(answer.get("ServiceDistributionUrlForDataset")),
        extent=_extent(answer.get("BoundingBox")),
        members=tuple(filter(None, map(_hit, rows_of(answer.get("SerieDatasets"))))),
        feeds=tuple(_feeds(answer.get("DistributionsFormats"))),
    )


def _feeds(ways: object) -> Iterator[tuple[str, str]]:
    for way in rows_of(ways):
        if text_of(way.get("Protocol")) == "W3C:AtomFeed" and text_of(way.get("URL")):
            yield text_of(way.get("FormatName")), text_of(way.get("URL"))


def _hit(row: Row) -> Hit | None:
    uuid, title = text_of(row.get("Uuid")), text_of(row.get("Title"))
    if not uuid or not title:
        return None
    owners = row.get("Organizations")
    owners = owners if isinstance(owners, list) else [row.get("Organization")]
    members = tuple(filter(None, map(_hit, rows_of(row.get("SerieDatasets")))))
    named = tuple(owner for owner in map(text_of, owners) if owner)
    return Hit(uuid, title, text_of(row.get("Type")), named, local_day(row.get("Date")), is_open(row), members)


def is_open(row: Row) -> bool:
    """Whether everyone may have the data."""
    return row.get("AccessIsRestricted") is not True and row.get("AccessIsProtected") is not True


def local_day(value: object) -> str:
    """Read a date: local without zone, or in UTC, where 22:00Z and 23:00Z are midnight in Norway."""
    said = text_of(value).strip()
    if said.endswith("Z"):
        try:
            moment = datetime.datetime.fromisoformat(said[:19])
        except ValueError:
            return ""
        return (moment + datetime.timedelta(hours=2)).date().isoformat()
    return said[:10] if re.match(r"\d{4}-\d\d-\d\d", said) else ""


def _extent(box: object) -> tuple[float, float, float, float] | None:
    """Read the bounding box; its numbers are text with a decimal comma."""
    if not isinstance(box, Mapping):
        return None
    sides = (text_of(box.get(f"{side}Bound{axis}")) for side, axis in _SIDES)
    try:
        west, south, east, north = (float(side.replace(",", ".")) for side in sides)
    except ValueError:
        return None
    return west, south, east, north


_SIDES = (("West", "Longitude"), ("South", "Latitude"), ("East", "Longitude"), ("North", "Latitude"))


def _not(expected: str, answer: object, url: str) -> UnexpectedAnswer:
    return UnexpectedAnswer("kartkatalog", url, expected, "other JSON", str(answer)[:100])
