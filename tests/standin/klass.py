"""Klass as Statistics Norway's server answers: ranges, neighbouring versions, selections, negotiation, errors."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable
from typing import Any

from flask import Blueprint, Response, request

from .formats import as_csv, as_xml
from .registers import BYDEL, FOREVER, GRUNNKRETS, LEVELS, Classification, Item, Registers, Version

BASE = "https://data.ssb.no/api/klass/v1"
LANGUAGES = ("nb", "nn", "en")
NB_ONLY = {BYDEL, GRUNNKRETS}  # tables between these two were published in bokmål only in some years


class Refusal(Exception):
    """An answer that says no: status and the detail text."""

    def __init__(self, status: int, detail: str | None):
        super().__init__(detail)
        self.status, self.detail = status, detail


# --- what a request asks ------------------------------------------------------------


def day(name: str, *, required: bool = True) -> str | None:
    """Read a date parameter."""
    text = request.args.get(name)
    if text is None:
        if required:
            raise Refusal(400, f"Required request parameter '{name}' for method parameter type LocalDate is not present")
        return None
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError(text)
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refusal(
            400, f"Failed to convert value of type 'java.lang.String' to required type 'java.time.LocalDate': {text}"
        ) from None


def window(at: str) -> tuple[str, str | None]:
    """The asked range: one day for …At, else from/to with the end excluded and perhaps open."""
    if at:
        start = day(at)
        return start, (datetime.date.fromisoformat(start) + datetime.timedelta(days=1)).isoformat()
    start, end = day("from"), day("to", required=False)
    if end is not None and start >= end:
        raise Refusal(400, f"From is equal or after to. From: {start} To: {end}")
    return start, end


def language() -> str:
    asked = request.args.get("language", "nb").lower()
    if asked not in LANGUAGES:
        raise Refusal(400, f"Failed to convert value of type 'java.lang.String' to required type 'Language': {asked}")
    return asked


def flag(name: str) -> bool:
    return request.args.get(name, "false").lower() == "true"


def separator() -> str:
    asked = request.args.get("csvSeparator", ",")
    if len(asked) != 1:
        raise Refusal(400, "Separator must be a single character")
    return asked


def selected(codes: Iterable[dict], text: str) -> list[dict]:
    """Filter by selectCodes: unreadable terms are dropped without a word, and with none left nothing is filtered."""
    codes = list(codes)
    if not text:
        return codes
    if len(text) > 200:
        raise Refusal(400, "selectCodes too long")
    if not re.fullmatch(r"[0-9A-Za-z,.*\- ]*", text):
        raise Refusal(400, "selectCodes contains illegal characters")
    terms = [term.replace(" ", "") for term in text.split(",")]
    if len(terms) > 20:
        raise Refusal(400, "Too many selectCodes parameters")
    tests = [test for test in map(_test, terms) if test]
    return [row for row in codes if any(test(row["code"]) for test in tests)] if tests else codes


def _test(term: str):
    if match := re.fullmatch(r"([0-9*]+)-([0-9*]+)", term):
        low, high = match[1].rstrip("*"), match[2].rstrip("*")
        if "*" in low + high or not low or not high:
            return None
        return lambda code: code >= low and (code <= high or code.startswith(high))
    if re.fullmatch(r"[0-9A-Za-z.]+\*", term):
        return lambda code: code.startswith(term[:-1])
    if re.fullmatch(r"[0-9A-Za-z.]+", term):
        return lambda code: code == term
    return None


# --- the rules ----------------------------------------------------------------------


def overlapping(classification: Classification, start: str, end: str | None, today: str, future: bool) -> list[Version]:
    """Versions that touch the range, oldest first; those that begin after today only on demand."""
    return [
        version
        for version in classification.versions
        if version.start < (end or FOREVER) and start < version.end and (future or version.start <= today)
    ]


def code_rows(classification: Classification, start: str, end: str | None, today: str, future: bool) -> list[dict]:
    """The rows of `codes`: one per code, name and level, its periods in the range joined where they touch."""
    runs: dict[tuple[str, str, str], list[list]] = {}
    for version in overlapping(classification, start, end, today, future):
        first, last = max(version.start, start), min(version.end, end or FOREVER)
        if version.start <= today < version.end and not future:
            last = end or FOREVER
        for item in classification.at(version.start).values():
            periods = runs.setdefault((item.code, classification.name_of(item), item.level), [])
            if periods and periods[-1][1] == first:
                periods[-1][1:] = [last, item]
            else:
                periods.append([first, last, item])
    rows = [code_row(item, name, (first, last)) for (_, name, _), periods in runs.items() for first, last, item in periods]
    return sorted(rows, key=lambda row: (row["code"], row["validFromInRequestedRange"]))


def code_row(item: Item, name: str, asked: tuple[str, str]) -> dict[str, Any]:
    return {
        "code": item.code,
        "parentCode": item.parent,
        "level": item.level,
        "name": name,
        "shortName": "",
        "presentationName": _presented(item, name),
        "validFrom": None,
        "validTo": None,
        "validFromInRequestedRange": asked[0],
        "validToInRequestedRange": None if asked[1] == FOREVER else asked[1],
        "notes": item.notes,
    }


def _presented(item: Item, name: str) -> str:
    pattern = request.args.get("presentationNamePattern", "")
    values = {"code": item.code, "name": name, "shortname": ""}
    for change, apply in (("lowercase", str.lower), ("uppercase", str.upper), ("capitalize", str.capitalize)):
        for key, value in values.items():
            pattern = pattern.replace(f"{{{change}({key})}}", apply(value))
    for key, value in values.items():
        pattern = pattern.replace(f"{{{key}}}", value)
    return pattern


def change_rows(classification: Classification, versions: list[Version], asked_language: str) -> list[dict]:
    """The rows of `changes`: one table for each neighbouring pair of versions, or none at all."""
    rows = []
    for older, newer in zip(versions, versions[1:]):
        pairs = classification.changes(newer.start)
        if pairs is None:
            raise Refusal(404, f"{older.name} has no change table (correspondenceTable) with: {newer.name}")
        if classification.id == BYDEL and asked_language != "nb":
            continue  # not published in that language: left out without a word
        before, after = classification.at(older.start), classification.at(newer.start)
        rows += [_change(classification, before.get(old), after.get(new), newer.start) for old, new in pairs]
    return rows


def _change(classification: Classification, old: Item | None, new: Item | None, occurred: str) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for side, item in (("old", old), ("new", new)):
        row[side + "Code"] = item and item.code
        row[side + "Name"] = item and classification.name_of(item)
        row[side + "ShortName"] = "" if item else None
    return {**row, "changeOccurred": occurred}


def correspondence_rows(
    registers: Registers, source: Classification, target: Classification, asked: tuple, today: str, future: bool
) -> list[dict]:
    """The rows of `corresponds`: tables stored on the source, only else those stored the other way round."""
    start, end = asked
    stored, flipped = registers.tables(source.id, target.id), registers.tables(target.id, source.id)
    if not stored and not flipped:
        raise Refusal(404, f"Classification '{source.name}' has no correspondence table with Classification '{target.name}'")
    if {source.id, target.id} == NB_ONLY and language() != "nb":
        raise Refusal(
            404,
            "CorrespondenceTable: Bydelsinndeling 2020 - Delområde- og grunnkretsinndeling 2026 [from=2026-01-01, to=max]. "
            f"Is not published in language: {language().upper()}",
        )
    rows: dict[tuple, list[str]] = {}
    for first, last in _common(source, target, start, end, today, future):
        pairs = stored(first) if stored else [(b, a) for a, b in flipped(first)]
        sources, targets = source.at(first), target.at(first)
        for a, b in pairs:
            if a not in sources or b not in targets:
                continue
            key = (a, source.name_of(sources[a]), b, target.name_of(targets[b]))
            period = rows.get(key)
            if period and period[1] == first:
                period[1] = last
            else:
                rows[(*key, first) if period else key] = [first, last]
    return [_correspondence(key, period) for key, period in sorted(rows.items())]


def _common(source, target, start, end, today, future) -> list[tuple[str, str]]:
    """The stretches of the range in which neither classification changes."""
    mine = overlapping(source, start, end, today, future)
    theirs = overlapping(target, start, end, today, future)
    found = []
    for a in mine:
        for b in theirs:
            first, last = max(a.start, b.start, start), min(a.end, b.end, end or FOREVER)
            if first < last:
                found.append((first, last))
    return found


def _correspondence(key: tuple, period: list[str]) -> dict[str, Any]:
    return {
        "sourceCode": key[0],
        "sourceName": key[1],
        "sourceShortName": "",
        "targetCode": key[2],
        "targetName": key[3],
        "targetShortName": "",
        "validFrom": period[0],
        "validTo": None if period[1] == FOREVER else period[1],
    }


# --- the endpoints ------------------------------------------------------------------


def blueprint(registers: Registers, today: str, recorded=None) -> Blueprint:
    """Mount Klass. `recorded(path, query)` gives the body of a recorded answer, byte by byte, or None."""
    routes = Blueprint("klass", __name__)

    def classification(number: str) -> Classification:
        if not number.isdigit():
            raise Refusal(400, f"Method parameter 'id': Failed to convert value of type 'java.lang.String' : {number}")
        if int(number) not in registers.classifications:
            raise Refusal(404, f"Classification not found with id = {number}")
        return registers[int(number)]

    def codes(found: Classification, at: str) -> dict:
        start, end = window(at)
        language()
        rows = code_rows(found, start, end, today, flag("includeFuture"))
        level = request.args.get("selectLevel", "")
        rows = [row for row in rows if not level or row["level"] == level]
        rows = selected(rows, request.args.get("selectCodes", ""))
        if at:
            for row in rows:
                del row["validFromInRequestedRange"], row["validToInRequestedRange"]
        return {"codes": rows}

    def changes(found: Classification) -> dict:
        start, end = window("")
        versions = overlapping(found, start, end, today, flag("includeFuture"))
        return {"codeChanges": change_rows(found, versions, language())}

    def corresponds(found: Classification, at: str) -> dict:
        target = classification(request.args.get("targetClassificationId", ""))
        rows = correspondence_rows(registers, found, target, window(at), today, flag("includeFuture"))
        for row in rows if at else ():
            del row["validFrom"], row["validTo"]
        return {"correspondenceItems": rows}

    handlers = {
        "codes": lambda found: codes(found, ""),
        "codesAt": lambda found: codes(found, "date"),
        "changes": changes,
        "corresponds": lambda found: corresponds(found, ""),
        "correspondsAt": lambda found: corresponds(found, "date"),
        "variant": lambda found: _no_variant(found),
        "variantAt": lambda found: _no_variant(found),
    }

    def answer(path: str, make, table: bool = False) -> Response:
        """Negotiate the form: the suffix beats Accept, JSON where nothing fits."""
        try:
            form = _form(path)
            if form == "csv" and not table:
                raise Refusal(500, "No acceptable representation")
            separator()
            body = recorded(path, request.args) if recorded and form == "json" else None
            if body is not None:
                return _reply(body, "application/json", "recorded")
            return _formed(make(), form, registers.provenance)
        except Refusal as refusal:
            return _problem(refusal)

    @routes.get("/classifications")
    def listed():
        return answer("classifications", lambda: _page(list(registers.classifications.values())))

    @routes.get("/classifications/search")
    def search():
        def found():
            text = request.args.get("query")
            if text is None:
                raise Refusal(400, "Required request parameter 'query' for method parameter type String is not present")
            hits = [c for c in registers.classifications.values() if text.lower() in c.name.lower()]
            return _hits(hits)

        return answer("classifications/search", found)

    @routes.get("/classifications/<number>")
    def one(number: str):
        number, path = _cut(number, f"classifications/{number}")
        return answer(path, lambda: _metadata(classification(number), today, flag("includeFuture")))

    @routes.get("/classifications/<number>/<what>")
    def part(number: str, what: str):
        what, path = _cut(what, f"classifications/{number}/{what}")
        if what not in handlers:
            return _problem(Refusal(404, None))
        return answer(path, lambda: handlers[what](classification(number)), table=True)

    @routes.get("/versions/<number>")
    def version(number: str):
        number, path = _cut(number, f"versions/{number}")
        return answer(path, lambda: _version(registers, number), table=True)

    @routes.get("/")
    def guide():
        return Response(status=302, headers={"Location": f"{BASE}/api-guide.html"})

    @routes.route("/<path:unknown>")
    def nothing(unknown: str):
        return _problem(Refusal(404, None))

    return routes


def _no_variant(found: Classification) -> dict:
    name = request.args.get("variantName")
    if name is None:
        raise Refusal(400, "Required request parameter 'variantName' for method parameter type String is not present")
    raise Refusal(404, f"{found.name} does not have a variant named: '{name}' in requested date range")


def _cut(last: str, path: str) -> tuple[str, str]:
    """Take the suffix off the last part of a path; the path keeps it, for the negotiation."""
    return re.sub(r"\.(json|xml|csv)$", "", last), path


def _form(path: str) -> str:
    if match := re.search(r"\.(json|xml|csv|pdf|html)$", path):
        if match[1] in ("pdf", "html"):
            raise Refusal(404, None)
        return match[1]
    accept = request.headers.get("Accept", "")
    for kind in (part.strip().lower() for part in accept.split(",")):
        if kind.startswith("application/json"):
            return "json"
        if kind.startswith("text/csv"):
            return "csv"
        if kind.startswith(("application/xml", "text/xml")):
            return "xml"
    return "json"


def _formed(body: dict, form: str, provenance: str) -> Response:
    if form == "json":
        return _reply(
            json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8"), "application/json", provenance
        )
    if form == "xml":
        return _reply(as_xml(body), "application/xml;charset=UTF-8", provenance)
    charset = "UTF-8" if "utf-8" in request.headers.get("Accept", "").lower() else "ISO-8859-1"
    fields = request.args.get("csvFields", "")
    mark = ";" if "classificationItems" in body else separator()
    text, unknown = as_csv(body, mark, [name for name in fields.split(",") if name])
    if unknown:
        raise Refusal(400, f"CorrespondenceList does not contain the following field(s): {','.join(unknown)}")
    return _reply(text.encode(charset, "replace"), f"text/csv;charset={charset}", provenance)


def _reply(body: bytes, kind: str, provenance: str, status: int = 200) -> Response:
    response = Response(body, status, content_type=kind)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Vary"] = "Accept, X-Forwarded-Proto"
    request.environ["standin.request"].provenance = provenance
    return response


def _problem(refusal: Refusal) -> Response:
    titles = {400: "Bad Request", 404: "Not Found", 500: "Internal Server Error"}
    path = "/api/klass/v1" + request.path.split("/v1", 1)[-1]
    body = {"type": "about:blank", "title": titles[refusal.status], "status": refusal.status}
    if refusal.detail:
        body["detail"] = refusal.detail
    try:
        form = _form(request.path)
    except Refusal:
        form = "json"
    if form == "csv":
        return _reply((refusal.detail or "").encode("utf-8"), "text/plain;charset=UTF-8", "made", refusal.status)
    text = json.dumps({**body, "instance": path}, ensure_ascii=False, separators=(",", ":"))
    return _reply(text.encode("utf-8"), "application/json", "made", refusal.status)


# --- metadata -----------------------------------------------------------------------


def _link(path: str) -> dict:
    return {"href": f"{BASE}/{path}"}


def _page(found: list[Classification]) -> dict:
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
    number, size = int(request.args.get("page", 0)), int(request.args.get("size", 20))
    return _paged("classifications", entries, number, size)


def _paged(name: str, entries: list[dict], number: int, size: int) -> dict:
    """A page as Spring writes it: without `_embedded` when it is empty."""
    shown = entries[number * size : (number + 1) * size]
    pages = -(-len(entries) // size)
    page = {"size": size, "totalElements": len(entries), "totalPages": pages, "number": number}
    links: dict[str, Any] = {"self": _link(f"{request.path.split('/v1/')[-1]}?page={number}&size={size}")}
    if number + 1 < pages:
        links["next"] = _link(f"classifications?page={number + 1}&size={size}")
    links["search"] = {**_link("classifications/search{?query,includeCodelists}"), "templated": True}
    return {**({"_embedded": {name: shown}} if shown else {}), "_links": links, "page": page}


def _hits(found: list[Classification]) -> dict:
    """Search hits: one per language, so the same classification comes back several times."""
    hits = [
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
    return _paged("searchResults", hits, int(request.args.get("page", 0)), int(request.args.get("size", 20)))


def _metadata(classification: Classification, today: str, future: bool) -> dict:
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


def _version(registers: Registers, number: str) -> dict:
    for classification in registers.classifications.values():
        for version in classification.versions:
            if str(version.id) == number:
                return _version_body(classification, version)
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
