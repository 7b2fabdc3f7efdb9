"""Geonorge's download service for any data set: the file of the kommune, or of the smallest area that holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..clients.atom import best_file
from ..clients.nedlasting import AreaOffer, Nedlasting, plain_format
from ..core.crs import suited_crs
from ..core.errors import LoginNeeded, NoMapData, NotOffered, Refused
from ..core.feedback import SILENT, Feedback
from ..core.opendata import Dataset, Distribution
from ..core.units import WHOLE_COUNTRY
from .services import Services

# That a layer can be made of, the preferred first; their names as the service writes them, first words.
FORMATS = ("GeoPackage", "GPKG", "GeoJSON", "GML", "FGDB", "Shape", "ESRI", "Shapefile", "CSV")
_API = re.compile(r"(.*/api)/(?:capabilities|v2/capabilities)/?([0-9a-f-]{36})?/?$", re.IGNORECASE)
_RESTRICTED = re.compile(r"restricted|user information|begrens", re.IGNORECASE)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def is_order(services: Services, way: Distribution) -> bool:
    """Whether an address is that of a download service: of Geonorge's own, or of another that works the same way."""
    return way.kind == "download" and bool(_API.match(way.url.partition("?")[0]))


def ordered_file(
    services: Services, way: Distribution, dataset: Dataset, kommune: str = "", feedback: Feedback = SILENT
) -> str:
    """Order the file of a data set and give its address. Raises NotOffered, LoginNeeded, Refused, NoMapData for a data set
    without id."""
    found = _API.match(way.url.partition("?")[0])
    uuid = (found.group(2) if found else "") or uuid_of(dataset)
    if not uuid:
        raise NoMapData(services.http.service_of(way.url), way.url, "nothing", dataset.title)
    feedback.step("asking_geonorge")
    client = _client(services, way)
    area = area_for(client.areas(uuid, feedback=feedback), kommune)
    epsg = suited_crs((kommune,) if kommune else ()).epsg
    try:
        return client.order(uuid, area, epsg, formats=FORMATS, feedback=feedback).url
    except Refused as error:
        if _RESTRICTED.search(str(error.words)):  # said with status 500
            raise LoginNeeded(**error.values()) from error
        raise


def feed_file(services: Services, url: str, kommune: str = "", feedback: Feedback = SILENT) -> str:
    """Choose a file of an ATOM feed, of the kommune, else of what holds it; give its address. Raises NotOffered, and NoMapData
    for a feed without files."""
    ranks = {plain_format(name): rank for rank, name in enumerate(FORMATS)}
    every = services.atom.files(url, feedback=feedback)
    files = [file for file in every if file.format in ranks or not file.format]
    if every and not files:
        raise NotOffered("format", ", ".join(FORMATS), ", ".join(sorted({file.format for file in every})))
    if not files:
        raise NoMapData(services.http.service_of(url), url, "feed", "")
    area = _smallest([file.area for file in files], kommune)
    epsg = suited_crs((kommune,) if kommune else ()).epsg
    files.sort(key=lambda file: ranks.get(file.format, len(ranks)))
    found = best_file(files, area, epsg)
    return found.url if found else files[0].url


def kept_as(way: Distribution, dataset: Dataset, kommune: str) -> str:
    """Name what an order gives: the address of its file is another one each time."""
    return f"order {way.url} {uuid_of(dataset)} {kommune}"


def uuid_of(dataset: Dataset) -> str:
    named = (_UUID.search(one) for one in (*dataset.identifiers, dataset.page))
    return next((match.group() for match in named if match), "")


def area_for(offers: Sequence[AreaOffer], kommune: str) -> str:
    """Choose the area: the kommune, else its fylke, else the country, else the only one there is. Raises NotOffered."""
    return _smallest([offer.code for offer in offers if offer.choices], kommune)


def _smallest(codes: Sequence[str], kommune: str) -> str:
    wanted = [code for code in (kommune, kommune[:2], WHOLE_COUNTRY) if code]
    chosen = next((code for code in wanted if code in codes), codes[0] if len(set(codes)) == 1 else None)
    if chosen is None:
        raise NotOffered("area", kommune or WHOLE_COUNTRY, ", ".join(dict.fromkeys(codes[:30])))
    return chosen


def _client(services: Services, way: Distribution) -> Nedlasting:
    """Give the client of the service that an address belongs to."""
    found = _API.match(way.url.partition("?")[0])
    addresses = services.config.addresses
    moved = addresses.moved(way.url)
    if found is None or addresses.service_of(moved) == "nedlasting":
        return services.nedlasting
    return Nedlasting(services.http, addresses, base=found.group(1).removesuffix("/api"))
