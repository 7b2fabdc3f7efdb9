"""data.norge.no (Felles datakatalog): whose data sets and APIs it lists, and where they lead.

Its search takes POST only and counts pages from 0; filters that it does not know are ignored without a word; its hits do not
say where the data are. Ten requests a minute are allowed, after twenty at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..core.addresses import AddressBook
from ..core.errors import FilterIgnored, Refused, UnexpectedAnswer
from ..core.feedback import SILENT, Feedback
from ..core.opendata import Dataset, Distribution, day_of, plain_text
from .http import Http
from .json_values import Row, object_of, rows_of, text_of
from .limits import Limit

PAGE = 100
PAGES = "https://data.norge.no"  # where people read about a record
TRIES = 4
TOO_MANY = 429
_LANGUAGES = ("nb", "no", "nn", "en")


class DataNorge:
    """Questions to it by organisation number."""

    def __init__(self, http: Http, addresses: AddressBook):
        self._http, self._addresses = http, addresses
        self._limits = {"search": Limit(20, 10 / 60), "resource": Limit(10, 5)}

    def datasets(self, organisation: str, *, details: bool = True, feedback: Feedback = SILENT) -> Iterator[Dataset]:
        """Give the data sets of an organisation and its units; without `details` not where they lead (for counting)."""
        yield from self._found("datasets", organisation, details, feedback)

    def services(self, organisation: str, *, details: bool = True, feedback: Feedback = SILENT) -> Iterator[Dataset]:
        """Give its APIs."""
        yield from self._found("data-services", organisation, details, feedback)

    def _found(self, kind: str, organisation: str, details: bool, feedback: Feedback) -> Iterator[Dataset]:
        for hits in self._pages(kind, organisation, feedback):
            told = self._details(kind, [text_of(hit.get("id")) for hit in hits], feedback) if details else {}
            for hit in hits:
                found = dataset_of(told.get(text_of(hit.get("id"))) or hit, hit)
                if found:
                    yield found

    def _pages(self, kind: str, organisation: str, feedback: Feedback) -> Iterator[list[Row]]:
        path = f"/KOMMUNE/{organisation}"
        url = self._addresses.url("datanorge", f"search/{kind}", host="search")
        number = 0
        while True:
            body = {"query": "", "filters": {"orgPath": {"value": path}}, "pagination": {"page": number, "size": PAGE}}
            answer = self._post("search", url, body, feedback)
            if not isinstance(answer, Mapping) or not isinstance(answer.get("hits"), list):
                raise UnexpectedAnswer("datanorge", url, "search results", "other JSON", str(answer)[:100])
            hits = [hit for hit in answer["hits"] if isinstance(hit, Mapping)]
            own = [hit for hit in hits if _is_under(hit, path)]
            if hits and not own:
                raise FilterIgnored("datanorge", url, path)
            yield [hit for hit in own if not _is_deleted(hit)]
            number += 1
            page = answer.get("page")
            pages = page.get("totalPages") if isinstance(page, Mapping) else 0
            if not hits or not isinstance(pages, int) or number >= pages:
                return

    def _details(self, kind: str, ids: list[str], feedback: Feedback) -> dict[str, Row]:
        """Ask for the records of many at once, or one by one where that is not offered."""
        if not ids:
            return {}
        url = self._addresses.url("datanorge", f"v1/{kind}", host="resource")
        try:
            answer = self._post("resource", url, {"ids": ids}, feedback)
        except Refused as refusal:
            if refusal.status == TOO_MANY:
                raise
            return self._one_by_one(url, ids, feedback)
        rows = answer if isinstance(answer, list) else []
        found = {text_of(row.get("id")): row for row in rows if isinstance(row, Mapping)}
        return found if found else self._one_by_one(url, ids, feedback)

    def _one_by_one(self, url: str, ids: list[str], feedback: Feedback) -> dict[str, Row]:
        found = {}
        for one in ids:
            self._limits["resource"].wait(self._http.pause, feedback)
            try:
                answer = self._http.get_json(f"{url}/{one}", feedback=feedback)
            except Refused as refusal:
                if refusal.status not in (404, 410):
                    raise
                continue  # found by the search, and gone: its hit says what there is to say
            if isinstance(answer, Mapping):
                found[one] = answer
        return found

    def _post(self, host: str, url: str, body: object, feedback: Feedback) -> object:
        """Post at the pace of the service; where it says "too many" all the same, wait and try again."""
        limit, tries = self._limits[host], TRIES
        while True:
            limit.wait(self._http.pause, feedback)
            tries -= 1
            try:
                return self._http.post_json(url, body, feedback=feedback)
            except Refused as refusal:
                if refusal.status != TOO_MANY or not tries:
                    raise
                limit.drained()


def dataset_of(row: Row, hit: Row | None = None) -> Dataset | None:
    """Read a record, or a hit where there is none; a record has all members, most of them null."""
    hit = hit or row
    owner = object_of(row.get("publisher")) or object_of(hit.get("organization"))
    harvest = object_of(row.get("harvest")) or object_of(hit.get("metadata"))
    access = object_of(row.get("accessRights"))
    ways, pages, licence = _ways(row)
    uri, id = text_of(row.get("uri")), text_of(row.get("id"))
    title = _words(row.get("title")) or _words(hit.get("title")) or uri or id
    if not title:
        return None
    return Dataset(
        title=title,
        catalogues=("datanorge",),
        identifiers=tuple(dict.fromkeys(one for one in (uri, *filter(_names_it, pages)) if one)) or (id,),
        publisher=_words(owner.get("prefLabel")) or text_of(owner.get("name")),
        description=plain_text(_words(row.get("description"))),
        distributions=tuple(dict.fromkeys(ways)),
        licence=licence[0],
        licence_url=licence[1],
        updated=day_of(row.get("modified")) or day_of(harvest.get("modified")) or day_of(harvest.get("firstHarvested")),
        page=next(iter(pages), ""),
        pages=(("datanorge", f"{PAGES}/{_section(hit)}/{id}"),) if id else (),
        restricted=text_of(access.get("code")) in ("RESTRICTED", "NON_PUBLIC"),
        keywords=tuple(filter(None, map(_words, rows_of(row.get("keyword"))))),
    )


def _section(row: Row) -> str:
    """Give the part of the catalogue that a record or a hit stands in, as its pages have it."""
    told = text_of(row.get("searchType")) or text_of(row.get("type"))
    return "data-services" if "service" in told.casefold() else "datasets"


def _ways(row: Row) -> tuple[list[Distribution], list[str], tuple[str, str]]:
    """Read where a record leads: ways, pages about it, and the licence. `accessURL` is often a page, whatever its format."""
    ways: list[Distribution | None] = []
    licences: list[tuple[str, str]] = []
    for part in rows_of(row.get("distribution")):
        formats, media = _formats(part.get("fdkFormat")), _media(part.get("fdkFormat"))
        title = _words(part.get("title"))
        ways += [Distribution.of(url, media=media, formats=formats, title=title) for url in _texts(part.get("downloadURL"))]
        ways += [Distribution.of(url, formats=formats, title=title, access=True) for url in _texts(part.get("accessURL"))]
        licences += [(_words(one.get("prefLabel")), text_of(one.get("uri"))) for one in rows_of(part.get("license"))]
    formats = _formats(row.get("fdkFormat"))
    ways += [Distribution.of(url, formats=formats, access=True) for url in _texts(row.get("endpointURL"))]
    found = [way for way in ways if way]
    pages = [way.url for way in found if way.kind == "other"] + _texts(row.get("landingPage"))
    return found, list(dict.fromkeys(pages)), next(iter(licences), ("", ""))


def _names_it(page: str) -> bool:
    """Whether a page is that of the data set in another catalogue."""
    return any(part in page for part in ("/metadata/uuid/", "/dataset/", "/datasets/", "item.html?id="))


def _formats(found: object) -> tuple[str, ...]:
    rows = rows_of(found)
    return tuple(text_of(row.get("name")) or text_of(row.get("code")) or text_of(row.get("uri")) for row in rows)


def _media(found: object) -> str:
    named = [text_of(row.get("code")) for row in rows_of(found) if text_of(row.get("type")) == "MEDIA_TYPE"]
    return named[0] if len(named) == 1 else ""


def _is_under(hit: Row, path: str) -> bool:
    owner = object_of(hit.get("organization")) or object_of(hit.get("publisher"))
    held = text_of(owner.get("orgPath"))
    return held == path or held.startswith(path + "/")


def _is_deleted(hit: Row) -> bool:
    return object_of(hit.get("metadata")).get("deleted") is True


def _words(value: object) -> str:
    """Give a text in Norwegian where there is one."""
    if isinstance(value, str):
        return value
    told = object_of(value)
    texts = [text_of(told.get(language)) for language in (*_LANGUAGES, *told)]
    return next(filter(None, texts), "")


def _texts(value: object) -> list[str]:
    found = value if isinstance(value, list) else [value]
    return [text for text in found if isinstance(text, str) and text]
