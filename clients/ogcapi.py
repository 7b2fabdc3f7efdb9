"""OGC API Features: the collections a server offers, read from its landing page and what that leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from ..core.addresses import AddressBook
from ..core.crs import crs_name
from ..core.errors import UnexpectedAnswer
from ..core.feedback import SILENT, Feedback
from . import bodies
from .http import MIB, Http
from .wfs import FeatureType
from .wms import Extent, sane_extent, service_address

_COLLECTIONS = "/collections"
_JSON = "application/json"
_EXPECTED = "OGC API"
_CALLED_BY_QGIS = ("service-desc", "data")  # of the landing page
_REQUEST_KEYS = frozenset({"f", "limit", "offset", "bbox-crs", "datetime"})


@dataclass(frozen=True)
class OgcApiService:
    """A service and its collections. `url` is its landing page, `collections_url` the list of them."""

    url: str
    title: str
    abstract: str = ""
    collections_url: str = ""
    layers: tuple[FeatureType, ...] = ()
    credit: str = ""
    terms: str = ""
    formats: tuple[str, ...] = ()  # of pictures: none to choose


class OgcApi:
    """Asks services what collections they have."""

    def __init__(self, http: Http, addresses: AddressBook):
        self._http = http
        self._addresses = addresses

    def collections(self, address: str, *, feedback: Feedback = SILENT) -> OgcApiService:
        """Ask a service for its collections; `address` as a user pastes it: the landing page, or one below it.

        Resolves names: call it off the GUI thread. Raises UntrustedAddress, also for addresses in its answers that QGIS
        would call, and UnexpectedAnswer for what is no such service.
        """
        url = landing_address(address)
        url = self._addresses.check(url if self._addresses.trusted(url) else self._addresses.moved(url))
        landing = self._json(url, feedback)
        links = list(_links(landing, url))
        data = _best(links, "data")
        if not data:
            raise UnexpectedAnswer(self._addresses.service_of(url), url, _EXPECTED, "JSON", "")
        for rel, _kind, href in links:
            if rel in _CALLED_BY_QGIS:
                self._addresses.check(href)
        return parse_collections(landing, self._json(data, feedback), url, data)

    def check_items(self, service: OgcApiService, collection: FeatureType, *, feedback: Feedback = SILENT) -> None:
        """Look where the first page of a collection leads: QGIS follows it from page to page. Raises UntrustedAddress."""
        parts = urlsplit(service.collections_url)
        url = urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/{collection.name}/items"))
        page = self._json(url, feedback, {"limit": "1"})
        for rel, _kind, href in _links(page, url):
            if rel == "next":
                self._addresses.check(href)

    def _json(self, url: str, feedback: Feedback, params: dict[str, str] | None = None) -> dict:
        answer = self._http.get(url, params, accept=_JSON, limit=32 * MIB, feedback=feedback)
        kind = bodies.kind_of(answer.content, answer.content_type)
        try:
            found = bodies.json_of(answer.content, answer.content_type)
        except ValueError:
            found = None
        if not isinstance(found, dict):
            got = kind if found is None and kind != "JSON" else "JSON"
            words = bodies.words_of(answer.content, answer.content_type)
            raise UnexpectedAnswer(self._addresses.service_of(url), url, _EXPECTED, got, words)
        return found


def landing_address(pasted: str) -> str:
    """Make the address of the landing page from what a user pastes: that of a collection or its items lies below it."""
    parts = urlsplit(service_address(pasted))
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if key not in _REQUEST_KEYS]
    path = parts.path.partition(_COLLECTIONS)[0]
    return urlunsplit((parts.scheme, parts.netloc, path or "/", urlencode(kept, safe="/:,"), ""))


# --- reading ------------------------------------------------------------------------------


def parse_collections(landing: dict, listed: dict, url: str, collections_url: str) -> OgcApiService:
    """Read a landing page and a list of collections. Whatever is missing is left empty."""
    credit = _words(landing, "attribution")
    found = [_collection(one) for one in _dicts(listed.get("collections")) if _has_features(one)]
    return OgcApiService(
        url=url,
        title=_words(landing, "title") or urlsplit(url).hostname or url,
        abstract=_words(landing, "description"),
        collections_url=collections_url,
        layers=tuple(one for one in found if one.name),
        credit=credit or next((one.attribution for one in found if one.attribution), ""),
        terms=_licence(landing) or _licence(listed),
    )


def _collection(element: dict) -> FeatureType:
    name = str(element.get("id") or element.get("name") or "")
    codes = (crs_name(code) for code in _texts(element.get("crs")))
    return FeatureType(
        name=name,
        title=_words(element, "title") or name,
        abstract=_words(element, "description"),
        crs=tuple(dict.fromkeys(code for code in codes if code)),
        extent=_extent(element.get("extent")),
        attribution=_words(element, "attribution"),
        terms=_licence(element),
        metadata_url=next((href for rel, _, href in _links(element, "") if rel == "describedby"), ""),
    )


def _has_features(collection: dict) -> bool:
    """Whether a collection is one of features: servers list pictures, tables of records and processes beside them."""
    kind = collection.get("itemType")
    return kind is None or str(kind).casefold() == "feature"


def _extent(said: object) -> Extent | None:
    """Read the first box: the one around all of them, of four numbers, or six with heights."""
    spatial = said.get("spatial") if isinstance(said, dict) else None
    boxes = spatial.get("bbox") if isinstance(spatial, dict) else None
    box = boxes[0] if isinstance(boxes, list) and boxes else None
    if not isinstance(box, list) or len(box) not in (4, 6):
        return None
    sides = [*box[:2], *box[len(box) // 2 :][:2]]
    if not all(isinstance(side, (int, float)) and not isinstance(side, bool) for side in sides):
        return None
    return sane_extent(Extent(*map(float, sides)))


def _licence(element: dict) -> str:
    links = [link for link in _dicts(element.get("links")) if link.get("rel") == "license"]
    return next((_words(link, "title") or _words(link, "href") for link in links), "")


def _links(element: dict, base: str) -> Iterator[tuple[str, str, str]]:
    """Give relation, type and whole address of every link."""
    for link in _dicts(element.get("links")):
        href = _words(link, "href")
        if href:
            yield _words(link, "rel"), _words(link, "type"), urljoin(base, href)


def _best(links: Iterable[tuple[str, str, str]], relation: str) -> str:
    """Give the address of a relation, as JSON where it says so; "" where there is none."""
    found = sorted((kind != _JSON, href) for rel, kind, href in links if rel == relation)
    return found[0][1] if found else ""


def _dicts(found: object) -> Iterator[dict]:
    yield from (one for one in found if isinstance(one, dict)) if isinstance(found, list) else ()


def _texts(found: object) -> Iterator[str]:
    yield from (one for one in found if isinstance(one, str)) if isinstance(found, list) else ()


def _words(element: dict, key: str) -> str:
    found = element.get(key)
    return " ".join(found.split()) if isinstance(found, str) else ""
