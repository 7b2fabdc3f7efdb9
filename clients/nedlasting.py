"""Geonorge's download service: what a data set is offered as, ordering it, and the addresses that need no order.

The service matches areas on type and code, projections on code and formats on their exact name, trailing blanks
included ("GeoJSON "): what the lists say is echoed, what we compare is trimmed and folded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Optional

from ..core.addresses import AddressBook
from ..core.errors import NotOffered, Refused, UnexpectedAnswer, Unreachable
from ..core.feedback import SILENT, Feedback
from ..core.units import WHOLE_COUNTRY, Dataset
from .connection import version
from .http import Http
from .json_values import Row, rows_of, text_of

READY, WAITING = "ReadyForDownload", "WaitingForProcessing"
POLL_SECONDS = 5.0
MOST_NAMED = 30  # areas that an error lists: all fylker, but not every kommune
LONGEST_WAIT = 600.0  # seconds that a file under way is waited for

FORMATS = ("GeoJSON", "GML", "FGDB")  # that we read, the preferred first
CRS_ORDER = (25833, 25832, 25835, 4258, 3035)  # where the wanted one is not offered: the preferred first


@dataclass(frozen=True)
class Choice:
    """One file that can be ordered. `projection` and `format_name` are echoed as the service has them."""

    area_code: str
    area_type: str
    area_name: str
    projection_code: str
    projection: Mapping[str, str]
    format_name: str


@dataclass(frozen=True)
class AreaOffer:
    """One area and the files there are of it."""

    code: str
    type: str
    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class OrderedFile:
    """One file of an order; `url` is "" until `status` is ReadyForDownload."""

    url: str
    name: str
    area: str
    projection: str
    format: str
    status: str


@dataclass(frozen=True)
class _Offer:
    links: Mapping[str, str]
    areas: tuple[AreaOffer, ...]
    asked_now: bool = True


class Nedlasting:
    """Geonorge's download service. What it offers of a data set is remembered, and asked for anew before giving up."""

    # Country files of the boundary data sets lie at known addresses in these.
    direct_crs = frozenset(CRS_ORDER)

    def __init__(self, http: Http, addresses: AddressBook, base: str = ""):
        """`base` is the address of another service of the same kind; "" is Geonorge's."""
        self._http = http
        self._addresses = addresses
        self._base = base
        self._offers: dict[str, _Offer] = {}

    def capabilities(self, uuid: str, *, feedback: Feedback = SILENT) -> Mapping[str, str]:
        """Ask what the service of a data set can do: links by the last word of their rel (area, order, …).

        Refused (404) for an unknown one.
        """
        url = self._url(f"api/capabilities/{uuid}")
        answer = self._http.get_json(url, feedback=feedback)
        if not isinstance(answer, Mapping):
            raise UnexpectedAnswer(self._http.service_of(url), url, "capabilities", "other JSON", str(answer)[:100])
        return dict(_links(answer.get("_links")))

    def areas(self, uuid: str, *, feedback: Feedback = SILENT) -> tuple[AreaOffer, ...]:
        """Ask which areas there are, and in which projections and formats; () for an unknown data set."""
        return self._offer(uuid, feedback).areas

    def order(
        self,
        uuid: str,
        area: str,
        epsg: int | None,
        *,
        formats: Sequence[str] = FORMATS,
        choose: Chooser | None = None,
        feedback: Feedback = SILENT,
    ) -> OrderedFile:
        """Order the file of one area (0000, a fylke or kommune number) and give it ready for download.

        `choose` is best_choice (where `epsg` is not offered, another projection is taken) or exact_choice. Raises NotOffered
        for an area or formats that there are not, and for an order that comes back without files; Refused in the server's
        words where it will not deliver.
        """
        while True:
            offer = self._offer(uuid, feedback)
            try:
                choice = (choose or best_choice)(offer.areas, area, epsg, formats)
                return self._ordered(offer.links, uuid, choice, feedback)
            except NotOffered:
                # The lists are kept for weeks on the way; ours may be older than the files.
                self._offers.pop(uuid, None)
                if offer.asked_now:
                    raise

    def direct_url(self, dataset: Dataset, epsg: int, format_name: str = "GeoJSON") -> str:
        """Give the address of the country file. Only this one is safe to build: other areas' names are rewritten there."""
        name = f"Basisdata_0000_Norge_{epsg}_{dataset.folder}_{format_name}.zip"
        return self._addresses.url("nedlasting", f"geonorge/Basisdata/{dataset.folder}/{format_name}/{name}")

    def _url(self, path: str) -> str:
        return f"{self._base}/{path}" if self._base else self._addresses.url("nedlasting", path)

    # --- below -------------------------------------------------------------------------

    def _offer(self, uuid: str, feedback: Feedback) -> _Offer:
        if uuid in self._offers:
            return replace(self._offers[uuid], asked_now=False)
        links = self.capabilities(uuid, feedback=feedback)
        link = links.get("area") or self._url(f"api/codelists/area/{uuid}")
        answer = self._http.get_json(link, feedback=feedback)
        if not isinstance(answer, list):
            raise UnexpectedAnswer(self._http.service_of(link), link, "a list of areas", "other JSON", str(answer)[:100])
        self._offers[uuid] = _Offer(links, parse_areas(answer))
        return self._offers[uuid]

    def _ordered(self, links: Mapping[str, str], uuid: str, choice: Choice, feedback: Feedback) -> OrderedFile:
        link = links.get("order") or self._url("api/order")
        answer = self._http.post_json(link, order_body(uuid, choice), feedback=feedback)
        waited = 0.0
        while True:
            found = _file_of(parse_files(answer), choice)
            if found is None:
                raise NotOffered("file", _words_of(choice), "")
            if found.status == READY and found.url:
                return found
            reference = text_of(answer.get("referenceNumber")) if isinstance(answer, Mapping) else ""
            if found.status != WAITING or not reference:
                raise Refused(self._http.service_of(link), link, 200, found.status)
            if waited >= LONGEST_WAIT:
                raise Unreachable(self._http.service_of(link), link, "timeout", LONGEST_WAIT, found.status)
            self._http.pause(POLL_SECONDS, feedback)
            waited += POLL_SECONDS
            answer = self._http.get_json(f"{link.rstrip('/')}/{reference}", feedback=feedback)


# --- choosing --------------------------------------------------------------------------


def best_choice(areas: Sequence[AreaOffer], area: str, epsg: int | None, formats: Sequence[str] = FORMATS) -> Choice:
    """Choose the file of an area: in the wanted projection if it is there, the first of `formats`. Raises NotOffered."""
    choices = _known_choices(areas, area)
    ranks = {plain_format(name): rank for rank, name in enumerate(formats)}
    readable = [choice for choice in choices if plain_format(choice.format_name) in ranks]
    if not readable:
        raise NotOffered("format", ", ".join(formats), ", ".join(dict.fromkeys(c.format_name.strip() for c in choices)))
    projections = {str(code): rank for rank, code in enumerate(CRS_ORDER)}
    return min(
        readable,
        key=lambda choice: (
            choice.projection_code != str(epsg),
            projections.get(choice.projection_code, len(projections)),
            ranks[plain_format(choice.format_name)],
        ),
    )


def exact_choice(areas: Sequence[AreaOffer], area: str, epsg: int | None, formats: Sequence[str]) -> Choice:
    """Choose the file of an area in just this projection, the first of `formats`. Raises NotOffered."""
    choice = best_choice(areas, area, epsg, formats)
    if choice.projection_code != str(epsg):
        wanted = {plain_format(name) for name in formats}
        offered = [one.projection_code for one in of_area(areas, area) if plain_format(one.format_name) in wanted]
        raise NotOffered("crs", f"EPSG:{epsg}", ", ".join(f"EPSG:{code}" for code in dict.fromkeys(offered)))
    return choice


Chooser = Callable[[Sequence[AreaOffer], str, Optional[int], Sequence[str]], Choice]


def of_area(areas: Sequence[AreaOffer], area: str) -> list[Choice]:
    """Give the files of an area; [] where there are none."""
    with_code = [offer for offer in areas if offer.code == area]
    of_type = [offer for offer in with_code if offer.type.casefold() == _type_of(area)] or with_code
    return [choice for offer in of_type for choice in offer.choices]


def _known_choices(areas: Sequence[AreaOffer], area: str) -> list[Choice]:
    """Give the files of an area. Raises NotOffered for one that is not in the list."""
    if not any(offer.code == area for offer in areas):
        codes = [offer.code for offer in areas if offer.type.casefold() == _type_of(area)] or [offer.code for offer in areas]
        raise NotOffered("area", area, ", ".join(codes[:MOST_NAMED]) + (" …" if len(codes) > MOST_NAMED else ""))
    return of_area(areas, area)


def _type_of(area: str) -> str:
    return "landsdekkende" if area == WHOLE_COUNTRY else "fylke" if len(area) == 2 else "kommune"


def plain_format(name: str) -> str:
    """Give the form in which format names are compared: `"GeoJSON "` → geojson, `GML 3.2.1` → gml."""
    return name.split()[0].casefold() if name.strip() else ""


def order_body(uuid: str, choice: Choice) -> dict[str, object]:
    """Make the order of one file, in the service's own strings. Open data need no e-mail address."""
    line = {
        "metadataUuid": uuid,
        "areas": [{"code": choice.area_code, "name": choice.area_name, "type": choice.area_type}],
        "formats": [{"name": choice.format_name}],
        "projections": [dict(choice.projection)],
    }
    client = {"softwareClient": "Klasskart", "softwareClientVersion": version()}
    return {"email": "", "downloadAsBundle": False, **client, "orderLines": [line]}


def _file_of(files: Sequence[OrderedFile], choice: Choice) -> OrderedFile | None:
    """Pick the ordered file; a service may leave out what it was ordered by."""

    def strangeness(file: OrderedFile) -> tuple[bool, bool, bool]:
        return (
            file.area not in ("", choice.area_code),
            file.projection not in ("", choice.projection_code),
            plain_format(file.format) not in ("", plain_format(choice.format_name)),
        )

    fitting = [file for file in files if not any(strangeness(file))]
    return min(fitting, key=lambda file: file.status != READY, default=None)


def _words_of(choice: Choice) -> str:
    return f"{choice.area_code} EPSG:{choice.projection_code} {choice.format_name.strip()}"


# --- answers ------------------------------------------------------------------------------


def parse_areas(answer: Sequence[object]) -> tuple[AreaOffer, ...]:
    """Read the area list; an entry without code is left out, one without files has no choices."""
    offers = []
    for row in rows_of(answer):
        code, kind, name = (text_of(row.get(key)) for key in ("code", "type", "name"))
        if code:
            offers.append(AreaOffer(code, kind, _without_age(name), tuple(_choices(row, code, kind, name))))
    return tuple(offers)


def _choices(row: Row, code: str, kind: str, name: str) -> Iterator[Choice]:
    """Combine projections and formats. `projections[].formats[]` is the truth; without it, the area's own `formats`."""
    seen = set()
    for projection in rows_of(row.get("projections")):
        epsg = text_of(projection.get("code"))
        echo = {key: text for key in ("code", "name", "codespace") if (text := text_of(projection.get(key)))}
        names = _format_names(projection.get("formats")) or _formats_in(row.get("formats"), epsg)
        for format_name in names:
            if epsg and (epsg, format_name) not in seen:
                seen.add((epsg, format_name))
                yield Choice(code, kind, name, epsg, echo, format_name)


def _formats_in(formats: object, epsg: str) -> list[str]:
    """Name the formats that are offered in a projection, or that do not say in which."""

    def fits(row: Row) -> bool:
        codes = [text_of(projection.get("code")) for projection in rows_of(row.get("projections"))]
        return not codes or epsg in codes

    return _format_names([row for row in rows_of(formats) if fits(row)])


def _format_names(formats: object) -> list[str]:
    return [name for row in rows_of(formats) if (name := text_of(row.get("name"))).strip()]


def parse_files(answer: object) -> tuple[OrderedFile, ...]:
    """Read the files of an order's receipt."""
    rows = rows_of(answer.get("files")) if isinstance(answer, Mapping) else []
    keys = ("downloadUrl", "name", "area", "projection", "format", "status")
    return tuple(OrderedFile(*(text_of(row.get(key)) for key in keys)) for row in rows)


def _without_age(name: str) -> str:
    """Leave out what the register adds to the names of former and coming units."""
    return name.removesuffix(" (gammel)").removesuffix(" (ny)")


def _links(rows: object) -> Iterator[tuple[str, str]]:
    for row in rows_of(rows):
        rel, href = text_of(row.get("rel")), text_of(row.get("href"))
        if rel and href:
            yield rel.rstrip("/").rsplit("/", 1)[-1], href.split("{")[0]
