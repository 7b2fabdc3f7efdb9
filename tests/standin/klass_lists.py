"""What Klass lists: classifications, hits of a search, families, sections. Pages as Spring writes them."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from .catalogue import FAMILIES, TYPES, Entry
from .classification import Classification
from .klass_rules import Refusal

BASE = "https://data.ssb.no/api/klass/v1"


def link(path: str) -> dict:
    return {"href": f"{BASE}/{path}"}


def chosen(found: Iterable[Classification], codelists: bool, section: str = "") -> list[Classification]:
    """Leave code lists out unless asked for, and what other sections keep; only the number of a section counts."""
    number = section.partition(" - ")[0].strip()
    return [
        one
        for one in found
        if (codelists or one.entry.type == "Klassifikasjon") and (not number or one.entry.section.startswith(f"{number} "))
    ]


def changed_after(found: Iterable[Classification], moment: str) -> list[Classification]:
    """Those changed later than a moment with its offset, such as 2015-10-31T01:30:00.000-0200."""
    try:
        since = _moment(moment)
    except ValueError:
        raise Refusal(400, f"Failed to convert value of type 'java.lang.String' to required type 'Date': {moment}") from None
    return [one for one in found if _moment(one.entry.changed) > since]


def _moment(text: str) -> datetime.datetime:
    return datetime.datetime.strptime(re.sub(r"([+-]\d\d):(\d\d)$", r"\1\2", text), "%Y-%m-%dT%H:%M:%S.%f%z")


def entry(found: Classification, language: str, described: bool = False) -> dict[str, Any]:
    """A classification as it stands in a list."""
    about = found.entry
    return {
        "name": about.called(language),
        "id": found.id,
        "classificationType": TYPES[about.type][language],
        "classificationFamilyId": about.family,
        "lastModified": about.changed,
        **({"description": about.description} if described else {}),
        "_links": {"self": link(f"classifications/{found.id}")},
    }


def paged(path: str, name: str, entries: list[dict], asked: dict[str, str]) -> dict:
    """A page: without `_embedded` when it is empty, with links to its neighbours when it is not alone."""
    try:
        number, size = int(asked.get("page", 0)), min(int(asked.get("size", 20)), 2000)
    except ValueError:
        raise Refusal(400, "Failed to convert value of type 'java.lang.String' to required type 'int'") from None
    shown = entries[number * size : (number + 1) * size]
    pages = -(-len(entries) // size)

    def at(place: int) -> dict:
        return link(f"{path}?" + urlencode({**asked, "page": place, "size": size}))

    links = {"self": at(number)}
    if pages > 1:
        around = {"first": 0, "prev": number - 1, "self": number, "next": number + 1, "last": pages - 1}
        links = {rel: at(place) for rel, place in around.items() if 0 <= place < pages}
    if name == "classifications":
        links["search"] = {**link("classifications/search{?query,includeCodelists}"), "templated": True}
    page = {"size": size, "totalElements": len(entries), "totalPages": pages, "number": number}
    return {**({"_embedded": {name: shown}} if shown else {}), "_links": links, "page": page}


def hits(found: Iterable[Classification], query: str) -> list[dict]:
    """Search hits, the best first: one per language, so the same classification comes back several times."""
    scored = [
        (score, one, language)
        for one in found
        for language in one.entry.published
        if (score := _score(one.entry, language, query))
    ]
    scored.sort(key=lambda hit: (-hit[0], hit[1].id))
    return [
        {
            "name": one.entry.called(language),
            "id": one.id,
            "language": language,
            "snippet": one.entry.description,
            "searchScore": score,
            "_links": {"self": link(f"classifications/{one.id}")},
        }
        for score, one, language in scored
    ]


def _score(about: Entry, language: str, query: str) -> float:
    """How well a text fits: each word of the query counts in the title, misspelt or begun too, less in the description."""
    titled, told = (re.findall(r"\w+", text.lower()) for text in (about.called(language), about.description))
    score = 0.0
    for word in re.findall(r"\w+", query.lower()):
        if any(word in one for one in titled):
            score += 2.0
        elif difflib.get_close_matches(word, titled, 1, 0.85):
            score += 1.5
        elif any(one.startswith(word) for one in told):
            score += 0.5
    return score


def families(found: list[Classification], language: str) -> dict:
    """All families, with how many of the classifications each has."""
    entries = [
        {
            "name": names[language],
            "id": number,
            "numberOfClassifications": sum(one.entry.family == number for one in found),
            "_links": {"self": link(f"classificationfamilies/{number}")},
        }
        for number, names in FAMILIES.items()
    ]
    return {"_embedded": {"classificationFamilies": entries}, "_links": {"self": link("classificationfamilies")}}


def family(number: str, found: list[Classification], language: str) -> dict:
    if not number.isdigit():
        raise Refusal(400, f"Method parameter 'id': Failed to convert value of type 'java.lang.String' : {number}")
    if int(number) not in FAMILIES:
        raise Refusal(404, f"ClassificationFamily not found with id = {number}")
    return {
        "name": FAMILIES[int(number)][language],
        "id": int(number),
        "classifications": [entry(one, language) for one in found if one.entry.family == int(number)],
        "_links": {"self": link(f"classificationfamilies/{number}")},
    }


def sections(found: Iterable[Classification]) -> dict:
    entries = [{"name": name} for name in sorted({one.entry.section for one in found})]
    return {"_embedded": {"ssbSections": entries}, "_links": {"self": link("ssbsections")}}
