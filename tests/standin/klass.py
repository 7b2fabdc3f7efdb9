"""Klass as Statistics Norway's server answers: ranges, neighbouring versions, selections, negotiation, errors."""

from __future__ import annotations

import datetime
import json
import re

from flask import Blueprint, Response, request

from . import klass_lists as lists
from . import klass_metadata as metadata
from .catalogue import LANGUAGES
from .classification import Classification, Registers
from .formats import as_csv, as_xml
from .klass_lists import BASE
from .klass_rules import (
    Refusal,
    Span,
    change_rows,
    code_rows,
    correspondence_rows,
    overlapping,
    presented,
    selected,
    variant_rows,
)
from .tables import FOREVER

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


def asked() -> dict[str, str]:
    return request.args.to_dict()


def flag(name: str) -> bool:
    return request.args.get(name, "false").lower() == "true"


def turned(row: dict) -> dict:
    """A correspondence with source and target exchanged."""
    sides = {"source": "target", "target": "source"}
    return {key: row[sides[key[:6]] + key[6:]] if key[:6] in sides else value for key, value in row.items()}


def separator() -> str:
    asked = request.args.get("csvSeparator", ",")
    if len(asked) != 1:
        raise Refusal(400, "Separator must be a single character")
    return asked


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

    def span(at: str) -> Span:
        start, end = window(at)
        return Span(start, end or FOREVER, today, flag("includeFuture"))

    def codes(found: Classification, at: str) -> dict:
        return filtered(code_rows(found, span(at), language()), "selectLevel", at)

    def variant(found: Classification, at: str) -> dict:
        return filtered(variant_rows(found, required("variantName"), span(at), language()), "level", at)

    def filtered(rows: list[dict], level_name: str, at: str) -> dict:
        """Each endpoint reads the level by another name, and takes no notice of the other."""
        level, pattern = request.args.get(level_name, ""), request.args.get("presentationNamePattern", "")
        rows = [row for row in rows if not level or row["level"] == level]
        rows = selected(rows, request.args.get("selectCodes", ""))
        for row in rows:
            row["presentationName"] = presented(row, pattern)
            if at:
                del row["validFromInRequestedRange"], row["validToInRequestedRange"]
        return {"codes": rows}

    def changes(found: Classification) -> dict:
        return {"codeChanges": change_rows(found, overlapping(found, span("")), language())}

    def corresponds(found: Classification, at: str) -> dict:
        target = classification(request.args.get("targetClassificationId", ""))
        rows = correspondence_rows(registers, found, target, span(at), language())
        for row in rows if at else ():
            del row["validFrom"], row["validTo"]
        if at and flag("inverted"):
            rows = sorted((turned(row) for row in rows), key=lambda row: (row["sourceCode"], row["targetCode"]))
        return {"correspondenceItems": rows}

    handlers = {
        "codes": lambda found: codes(found, ""),
        "codesAt": lambda found: codes(found, "date"),
        "changes": changes,
        "corresponds": lambda found: corresponds(found, ""),
        "correspondsAt": lambda found: corresponds(found, "date"),
        "variant": lambda found: variant(found, ""),
        "variantAt": lambda found: variant(found, "date"),
    }

    def provenance_of(number: str) -> str:
        found = registers.classifications.get(int(number)) if number.isdigit() else None
        return "made" if found and found.made else registers.provenance

    def answer(path: str, make, table: bool = False, provenance: str = registers.provenance) -> Response:
        """Negotiate the form: the suffix beats Accept, JSON where nothing fits."""
        try:
            form = _form(path)
            if form == "csv" and not table:
                raise Refusal(500, "No acceptable representation")
            separator()
            body = recorded(path, request.args) if recorded and form == "json" else None
            if body is not None:
                return _reply(body, "application/json", "recorded")
            return _formed(make(), form, provenance)
        except Refusal as refusal:
            return _problem(refusal)

    def chosen(by_section: bool = True) -> list[Classification]:
        section = request.args.get("ssbSection", "") if by_section else ""
        return lists.chosen(registers.classifications.values(), flag("includeCodelists"), section)

    @routes.get("/classifications")
    def listed():
        def page():
            found = chosen(by_section=False)  # the plain list does not know the parameter
            if "changedSince" in request.args:
                found = lists.changed_after(found, request.args["changedSince"])
            entries = [lists.entry(one, language(), flag("includeDescription")) for one in found]
            return lists.paged("classifications", "classifications", entries, asked())

        return answer("classifications", page)

    @routes.get("/classifications/search")
    def search():
        def page():
            entries = lists.hits(chosen(), required("query"))
            return lists.paged("classifications/search", "searchResults", entries, asked())

        return answer("classifications/search", page)

    @routes.get("/classificationfamilies")
    def families():
        return answer("classificationfamilies", lambda: lists.families(chosen(), language()))

    @routes.get("/classificationfamilies/<number>")
    def family(number: str):
        number, path = _cut(number, f"classificationfamilies/{number}")
        return answer(path, lambda: lists.family(number, chosen(), language()))

    @routes.get("/ssbsections")
    def sections():
        return answer("ssbsections", lambda: lists.sections(registers.classifications.values()))

    @routes.get("/classifications/<number>")
    def one(number: str):
        number, path = _cut(number, f"classifications/{number}")
        return answer(path, lambda: metadata.classification(classification(number), language(), today, flag("includeFuture")))

    @routes.get("/classifications/<number>/<what>")
    def part(number: str, what: str):
        what, path = _cut(what, f"classifications/{number}/{what}")
        if what not in handlers:
            return _problem(Refusal(404, None))
        return answer(path, lambda: handlers[what](classification(number)), True, provenance_of(number))

    @routes.get("/versions/<number>")
    def version(number: str):
        number, path = _cut(number, f"versions/{number}")
        return answer(path, lambda: metadata.version(registers, number, language()), table=True)

    @routes.get("/variants/<number>")
    def variants(number: str):
        number, path = _cut(number, f"variants/{number}")
        return answer(path, lambda: metadata.variant(registers, number, language()), table=True)

    @routes.get("/correspondencetables/<number>")
    def correspondence_table(number: str):
        number, path = _cut(number, f"correspondencetables/{number}")
        return answer(path, lambda: metadata.correspondence_table(registers, number, language()), table=True)

    @routes.get("/")
    def guide():
        return Response(status=302, headers={"Location": f"{BASE}/api-guide.html"})

    @routes.route("/<path:unknown>")
    def nothing(unknown: str):
        return _problem(Refusal(404, None))

    return routes


def required(name: str) -> str:
    value = request.args.get(name)
    if value is None:
        raise Refusal(400, f"Required request parameter '{name}' for method parameter type String is not present")
    return value


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
    mark = ";" if {"classificationItems", "correspondenceMaps"} & set(body) else separator()
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
