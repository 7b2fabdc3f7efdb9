"""What Klass says about its classifications and versions."""

from __future__ import annotations

from typing import Any

from .klass_rules import NB_ONLY, Refusal
from .registers import FOREVER, LEVELS, Classification, Registers, Version

BASE = "https://data.ssb.no/api/klass/v1"
LANGUAGES = ("nb", "nn", "en")


def _link(path: str) -> dict:
    return {"href": f"{BASE}/{path}"}


def listed(found: list[Classification], number: int, size: int) -> dict:
    """The list of classifications."""
    entries = [
        {
            "name": classification.name,
            "id": classification.id,
            "classificationType": "Klassifikasjon",
            "classificationFamilyId": 15,
            "lastModified": "2025-12-03T10:05:55.000+0000",
            "_links": {"self": _link(f"classifications/{classification.id}")},
        }
        for classification in found
    ]
    return _paged("classifications", "classifications", entries, number, size)


def _paged(path: str, name: str, entries: list[dict], number: int, size: int) -> dict:
    """A page as Spring writes it: without `_embedded` when it is empty."""
    shown = entries[number * size : (number + 1) * size]
    pages = -(-len(entries) // size)
    page = {"size": size, "totalElements": len(entries), "totalPages": pages, "number": number}
    links: dict[str, Any] = {"self": _link(f"{path}?page={number}&size={size}")}
    if number + 1 < pages:
        links["next"] = _link(f"{path}?page={number + 1}&size={size}")
    links["search"] = {**_link("classifications/search{?query,includeCodelists}"), "templated": True}
    return {**({"_embedded": {name: shown}} if shown else {}), "_links": links, "page": page}


def hits(found: list[Classification], number: int, size: int) -> dict:
    """Search hits: one per language, so the same classification comes back several times."""
    entries = [
        {
            "name": classification.name,
            "id": classification.id,
            "language": tongue,
            "snippet": classification.name,
            "searchScore": 1.0,
            "_links": {"self": _link(f"classifications/{classification.id}")},
        }
        for classification in found
        for tongue in ("nb", "en")
    ]
    return _paged("classifications/search", "searchResults", entries, number, size)


def metadata(classification: Classification, today: str, future: bool) -> dict:
    """A classification with its versions."""
    versions = [version for version in classification.versions if future or version.start <= today]
    versions = versions[1:2] + versions[:1] + versions[2:]  # the service does not sort them
    parameters = {
        "codes": "?from=<yyyy-MM-dd>,to=<yyyy-MM-dd>,csvSeparator,level,selectCodes,presentationNamePattern",
        "codesAt": "?date=<yyyy-MM-dd>,csvSeparator,level,selectCodes,presentationNamePattern",
        "corresponds": "?targetClassificationId,from=<yyyy-MM-dd>,to=<yyyy-MM-dd>,csvSeparator",
        "correspondsAt": "?targetClassificationId,date=<yyyy-MM-dd>,csvSeparator",
        "changes": "?from=<yyyy-MM-dd>,to=<yyyy-MM-dd>,csvSeparator",
    }
    path = f"classifications/{classification.id}"
    templates = {name: {**_link(f"{path}/{name}{{{text}}}"), "templated": True} for name, text in parameters.items()}
    return {
        "name": classification.name,
        "id": classification.id,
        "classificationType": "Klassifikasjon",
        "lastModified": "2026-01-07T07:31:55.000+0000",
        "description": classification.name,
        "primaryLanguage": "nb",
        "copyrighted": False,
        "includeShortName": False,
        "includeNotes": classification.id not in NB_ONLY,
        "contactPerson": {"name": "", "email": "", "phone": ""},
        "owningSection": "320 - Seksjon for befolkningsstatistikk",
        "statisticalUnits": ["Region"],
        "versions": [_summary(version, today, future) for version in versions],
        "_links": {"self": _link(path), **templates},
        "classificationFamilyId": 15,
    }


def _summary(version: Version, today: str, future: bool) -> dict:
    open_ended = version.end == FOREVER or (version.start <= today < version.end and not future)
    return {
        "name": version.name,
        "id": version.id,
        "validFrom": version.start,
        **({} if open_ended else {"validTo": version.end}),
        "lastModified": "2026-01-07T07:31:55.000+0000",
        "published": list(LANGUAGES),
        "_links": {"self": _link(f"versions/{version.id}")},
    }


def version(registers: Registers, number: str) -> dict:
    """A version with its items."""
    for classification in registers.classifications.values():
        for found in classification.versions:
            if str(found.id) == number:
                return _version_body(classification, found)
    raise Refusal(404, f"Classification Version not found with id = {number}")


def _version_body(classification: Classification, version: Version) -> dict:
    items = [
        {
            "code": item.code,
            "parentCode": item.parent or "",
            "level": item.level,
            "name": classification.name_of(item),
            "shortName": None,
            "notes": item.notes or None,
        }
        for item in classification.at(version.start).values()
    ]
    return {
        "name": version.name,
        "id": version.id,
        "validFrom": version.start,
        **({} if version.end == FOREVER else {"validTo": version.end}),
        "lastModified": "2026-01-07T07:31:55.000+0000",
        "published": list(LANGUAGES),
        "introduction": "",
        "contactPerson": {"name": "", "email": "", "phone": ""},
        "owningSection": "320 - Seksjon for befolkningsstatistikk",
        "legalBase": "",
        "publications": "",
        "derivedFrom": "",
        "correspondenceTables": [],
        "classificationVariants": [],
        "changelogs": [],
        "levels": [{"levelNumber": i, "levelName": name} for i, name in enumerate(LEVELS[classification.id], 1)],
        "classificationItems": items,
        "_links": {"self": _link(f"versions/{version.id}")},
    }
