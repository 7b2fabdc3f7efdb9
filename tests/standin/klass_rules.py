"""The rules by which Klass makes its rows: ranges, neighbouring versions, stored directions, selections. No web in here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from .registers import BYDEL, FOREVER, GRUNNKRETS, Classification, Item, Registers, Version

NB_ONLY = {BYDEL, GRUNNKRETS}  # tables between these two were published in bokmål only in some years


class Refusal(Exception):
    """An answer that says no: status and the detail text."""

    def __init__(self, status: int, detail: str | None):
        super().__init__(detail)
        self.status, self.detail = status, detail


class Span(NamedTuple):
    """An asked range, its end excluded, and whether versions that begin after today are wanted too."""

    start: str
    end: str  # FOREVER when it is open
    today: str
    future: bool = False


def overlapping(classification: Classification, span: Span) -> list[Version]:
    """Versions that touch the range, oldest first."""
    return [
        version
        for version in classification.versions
        if version.start < span.end and span.start < version.end and (span.future or version.start <= span.today)
    ]


def code_rows(classification: Classification, span: Span) -> list[dict]:
    """The rows of `codes`: one per code, name and level, its periods in the range joined where they touch."""
    runs: dict[tuple[str, str, str], list[list]] = {}
    for version in overlapping(classification, span):
        first, last = max(version.start, span.start), min(version.end, span.end)
        if version.start <= span.today < version.end and not span.future:
            last = span.end
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
        "presentationName": "",
        "validFrom": None,
        "validTo": None,
        "validFromInRequestedRange": asked[0],
        "validToInRequestedRange": None if asked[1] == FOREVER else asked[1],
        "notes": item.notes,
    }


def presented(row: dict, pattern: str) -> str:
    """Fill a presentationNamePattern; all its words are lower case."""
    values = {"code": row["code"], "name": row["name"], "shortname": row["shortName"]}
    for change, apply in (("lowercase", str.lower), ("uppercase", str.upper), ("capitalize", str.capitalize)):
        for key, value in values.items():
            pattern = pattern.replace(f"{{{change}({key})}}", apply(value))
    for key, value in values.items():
        pattern = pattern.replace(f"{{{key}}}", value)
    return pattern


def change_rows(classification: Classification, versions: list[Version], language: str) -> list[dict]:
    """The rows of `changes`: one table for each neighbouring pair of versions, or none at all."""
    rows = []
    for older, newer in zip(versions, versions[1:]):
        pairs = classification.changes(newer.start)
        if pairs is None:
            raise Refusal(404, f"{older.name} has no change table (correspondenceTable) with: {newer.name}")
        if classification.id == BYDEL and language != "nb":
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
    registers: Registers, source: Classification, target: Classification, span: Span, language: str
) -> list[dict]:
    """The rows of `corresponds`: tables stored on the source, only else those stored the other way round."""
    stored, flipped = registers.tables(source.id, target.id), registers.tables(target.id, source.id)
    if not stored and not flipped:
        raise Refusal(404, f"Classification '{source.name}' has no correspondence table with Classification '{target.name}'")
    if {source.id, target.id} == NB_ONLY and language != "nb":
        raise Refusal(
            404,
            "CorrespondenceTable: Bydelsinndeling 2020 - Delområde- og grunnkretsinndeling 2026 [from=2026-01-01, to=max]. "
            f"Is not published in language: {language.upper()}",
        )
    rows: dict[tuple, list[str]] = {}
    for first, last in _common(source, target, span):
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


def _common(source: Classification, target: Classification, span: Span) -> list[tuple[str, str]]:
    """The stretches of the range in which neither classification changes."""
    found = []
    for a in overlapping(source, span):
        for b in overlapping(target, span):
            first, last = max(a.start, b.start, span.start), min(a.end, b.end, span.end)
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
