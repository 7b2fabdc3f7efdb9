"""Records of data sets as ISO 19139 has them: what the owner says of the data.

Texts stand as plain characters or as the words of a link (Anchor), with translations beside them that are no part of the
text. What is not told is an empty element as often as a missing one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..core.dataset_record import Contact, DatasetRecord, Link
from . import markup
from .markup import Element

_RELATED = "WWW:LINK-1.0-http--related"  # product sheets, legends and thumbnails: half of them empty
_SAYS_NOTHING = ("åpne data", "ingen begrensninger på bruk er oppgitt.")


def parse_record(metadata: Element, uuid: str) -> DatasetRecord:
    """Read an MD_Metadata of a data set, a series or a service."""
    about = next(iter(metadata.findall("identificationInfo/*")), None)
    citation = markup.child(about, "citation", "CI_Citation")
    dates = dict(_dates(citation))
    licence, licence_url = _licence(about)
    return DatasetRecord(
        uuid=_text(metadata, "fileIdentifier") or uuid,
        title=_text(citation, "title"),
        abstract=_text(about, "abstract"),
        contacts=tuple(dict.fromkeys(_contacts(about))),
        created=dates.get("creation", ""),
        published=dates.get("publication", ""),
        revised=dates.get("revision", ""),
        described=_day(_text(metadata, "dateStamp")),
        licence=licence,
        licence_url=licence_url,
        terms=tuple(_terms(about)),
        crs=tuple(dict.fromkeys(_systems(metadata))),
        extent=_extent(about),
        links=tuple(dict.fromkeys(_links(metadata))),
        keywords=tuple(dict.fromkeys(_keywords(about))),
    )


def _words(element: Element) -> str:
    """Give the text inside an element, without the translations beside it; "" where there is none."""
    inner = next((one for one in element if one.tag != "PT_FreeText"), None)
    return " ".join("".join(inner.itertext()).split()) if inner is not None else ""


def _text(parent: Element | None, *path: str) -> str:
    found = markup.child(parent, *path)
    return _words(found) if found is not None else ""


def _contacts(about: Element | None) -> Iterator[Contact]:
    for party in about.iterfind("pointOfContact/CI_ResponsibleParty") if about is not None else ():
        organisation, role = _text(party, "organisationName"), party.find("role/CI_RoleCode")
        if organisation:
            yield Contact(organisation, (role.get("codeListValue") or "") if role is not None else "")


def _dates(citation: Element | None) -> Iterator[tuple[str, str]]:
    for date in citation.iterfind("date/CI_Date") if citation is not None else ():
        kind, day = date.find("dateType/CI_DateTypeCode"), _day(_text(date, "date"))
        if kind is not None and day:
            yield kind.get("codeListValue") or "", day


def _day(said: str) -> str:
    return said[:10] if re.match(r"\d{4}-\d\d-\d\d", said) else ""


def _licence(about: Element | None) -> tuple[str, str]:
    """Find the licence: a link among the constraints on use. Its short name, where that stands in brackets."""
    for constraints in _legal(about):
        anchor = constraints.find("otherConstraints/Anchor")
        if constraints.find("useConstraints") is not None and anchor is not None:
            words = _text(constraints, "otherConstraints")
            short = re.search(r"\(([^()]+)\)$", words)
            return (short.group(1) if short else words), (anchor.get("href") or "").strip()
    return "", ""


def _terms(about: Element | None) -> Iterator[str]:
    """Give what is asked of users in plain words: how to give credit, mostly."""
    for constraints in _legal(about):
        for other in constraints.iterfind("otherConstraints"):
            words = _words(other) if other.find("CharacterString") is not None else ""
            if words and words.casefold() not in _SAYS_NOTHING:
                yield words


def _legal(about: Element | None) -> list[Element]:
    return about.findall("resourceConstraints/MD_LegalConstraints") if about is not None else []


def _systems(metadata: Element) -> Iterator[str]:
    """Give the CRS as EPSG:25833, however they are written: so, as an address, or as a URN."""
    for identifier in metadata.iterfind("referenceSystemInfo/MD_ReferenceSystem/referenceSystemIdentifier/RS_Identifier"):
        anchor = identifier.find("code/Anchor")
        said = " ".join((_text(identifier, "code"), (anchor.get("href") or "") if anchor is not None else ""))
        found = re.search(r"EPSG[:/]+(?:\d*[:/])?(\d{4,5})\b", said, re.IGNORECASE)
        if found:
            yield f"EPSG:{found.group(1)}"


def _extent(about: Element | None) -> tuple[float, float, float, float] | None:
    if about is None:
        return None
    box = about.find("extent/EX_Extent/geographicElement/EX_GeographicBoundingBox")
    sides = ("westBoundLongitude", "southBoundLatitude", "eastBoundLongitude", "northBoundLatitude")
    try:
        west, south, east, north = (float(_text(box, side)) for side in sides)
    except ValueError:
        return None
    return west, south, east, north


def _links(metadata: Element) -> Iterator[Link]:
    for resource in metadata.iterfind("distributionInfo//CI_OnlineResource"):
        url, protocol = _text(resource, "linkage"), _text(resource, "protocol")
        if url.startswith(("https://", "http://")) and protocol != _RELATED:
            yield Link(_text(resource, "name"), protocol, url)


def _keywords(about: Element | None) -> Iterator[str]:
    for keyword in about.iterfind("descriptiveKeywords/MD_Keywords/keyword") if about is not None else ():
        if words := _words(keyword):
            yield words
