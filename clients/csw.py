"""The CSW of Geonorge: the whole record behind an entry, as ISO 19139. Its errors may come with status 200."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..core.addresses import AddressBook
from ..core.dataset_record import DatasetRecord
from ..core.errors import Faulty, UnexpectedAnswer
from ..core.feedback import SILENT, Feedback
from ..core.opendata import Distribution
from . import markup
from .http import MIB, Http
from .iso19139 import parse_record
from .markup import Element

LARGEST = 8 * MIB  # bytes of one record
_SIDES = ("westBoundLongitude", "southBoundLatitude", "eastBoundLongitude", "northBoundLatitude")
_RELATED = "www:link-1.0-http--related"  # product sheet, legend, help: no way to the data
_PSEUDO = re.compile(r"@PATH:(?P<path>[^@]+)(?:@LAYER:(?P<layer>[^@]+))?")


@dataclass(frozen=True)
class CswRecord:
    """What a record tells about the way to its data. `extent` is west, south, east, north in degrees."""

    uuid: str
    distributions: tuple[Distribution, ...] = ()
    licence_url: str = ""
    extent: tuple[float, float, float, float] | None = None


class Csw:
    """Questions to the CSW."""

    def __init__(self, http: Http, addresses: AddressBook):
        self._http, self._addresses = http, addresses

    def record(self, uuid: str, *, feedback: Feedback = SILENT) -> CswRecord | None:
        """Tell the ways to the data of one record; None where there is no such. Raises Faulty for reports of exceptions."""
        found = self._metadata(uuid, None, feedback)
        return None if found is None else record_of(found)

    def dataset(self, uuid: str, *, patience: float | None = None, feedback: Feedback = SILENT) -> DatasetRecord | None:
        """Tell what the owner says of a data set; None where there is no such. Raises Faulty for reports of exceptions.

        `patience` is how many seconds of silence to bear.
        """
        found = self._metadata(uuid, patience, feedback)
        return None if found is None else parse_record(found, uuid)

    def _metadata(self, uuid: str, patience: float | None, feedback: Feedback) -> Element | None:
        url = self._addresses.url("geonetwork", "srv/nor/csw")
        asked = {"service": "CSW", "request": "GetRecordById", "version": "2.0.2", "elementSetName": "full", "id": uuid}
        asked["outputSchema"] = "http://www.isotc211.org/2005/gmd"
        answer = self._http.get(url, asked, accept="application/xml", limit=LARGEST, patience=patience, feedback=feedback)
        try:
            root = markup.parse(answer.content)
        except markup.BadMarkup as error:
            raise UnexpectedAnswer("geonetwork", url, "XML", "broken XML", str(error)) from error
        if root.tag == "ExceptionReport":
            raise Faulty("geonetwork", url, answer.status, markup.text(root)[:300])
        if root.tag != "GetRecordByIdResponse":
            raise UnexpectedAnswer("geonetwork", url, "a record", "other XML", root.tag)
        return root.find("MD_Metadata")


def record_of(element: Element) -> CswRecord:
    """Read a record."""
    licences = (one.get("href") or "" for one in element.iterfind(".//otherConstraints/Anchor"))
    return CswRecord(
        markup.text(element, "fileIdentifier"),
        tuple(dict.fromkeys(_ways(element))),
        next((one for one in licences if "licen" in one or "creativecommons" in one or "nlod" in one), ""),
        _extent(element),
    )


def _ways(element: Element) -> Iterator[Distribution]:
    formats = tuple(markup.text(one) for one in element.iterfind(".//distributionFormat/MD_Format/name"))
    for online in element.iterfind("./distributionInfo//CI_OnlineResource"):
        url, protocol = markup.text(online, "linkage", "URL"), markup.text(online, "protocol")
        if protocol.casefold() == _RELATED:
            continue
        pseudo = _PSEUDO.search(url)
        layer = (pseudo["layer"] or "") if pseudo else ""
        name = layer or (markup.text(online, "name") if protocol.startswith("OGC:") else "")
        uuid = markup.text(element, "fileIdentifier")
        address = pseudo["path"] if pseudo else url
        if protocol == "GEONORGE:DOWNLOAD":
            address = f"{address.rstrip('/')}/{uuid}"
        way = Distribution.of(address, protocol="OGC:WMS" if pseudo else protocol, formats=formats[:1], layer=name)
        if way:
            yield way


def _extent(element: Element) -> tuple[float, float, float, float] | None:
    box = element.find(".//EX_GeographicBoundingBox")
    try:
        west, south, east, north = (float(markup.text(box, side)) for side in _SIDES)
    except ValueError:
        return None
    return west, south, east, north
