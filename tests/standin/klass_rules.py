"""The rules by which Klass makes its rows: ranges, neighbouring versions, stored directions, selections. No web in here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from .classification import Classification, Item, Registers, Table, Variant, Version
from .tables import FOREVER


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


def code_rows(classification: Classification, span: Span, language: str = "nb") -> list[dict]:
    """The rows of `codes`: one per code, name and level, its periods in the range joined where they touch."""
    versions = overlapping(classification, span)
    for version in versions:
        published(version, "ClassificationVersion:", language)
    held = [(version, list(classification.at(version.start).values())) for version in versions]
    return _rows(held, span, lambda item: classification.name_of(item, language))


def variant_rows(classification: Classification, name: str, span: Span, language: str) -> list[dict]:
    """The rows of `variant`: those of the variant with that name, short or whole, of each version in the range."""
    versions = overlapping(classification, span)
    held: list[Variant] = [one for one in classification.variants if one.version in versions]
    found = [one for one in held if one.base == name] or [one for one in held if one.name == name]
    if not found:
        raise Refusal(404, f"{classification.name} does not have a variant named: '{name}' in requested date range")
    for one in found:
        published(one, "ClassificationVariant:", language)
    return _rows([(one.version, one.items) for one in found], span, lambda item: item.name)


def published(what: Version | Variant | Table, called: str, language: str) -> None:
    """Refuse a language in which something is missing."""
    languages = what.languages if isinstance(what, Table) else what.published
    start, end = what.period if isinstance(what, Table) else _period(what)
    if language not in languages:
        until = "max" if end == FOREVER else end
        raise Refusal(404, f"{called} [from={start}, to={until}]. Is not published in language: {language.upper()}")


def _period(what: Version | Variant) -> tuple[str, str]:
    version = what.version if isinstance(what, Variant) else what
    return version.start, version.end


def _rows(held: Iterable[tuple[Version, Iterable[Item]]], span: Span, called: Callable[[Item], str]) -> list[dict]:
    runs: dict[tuple[str, str, str], list[list]] = {}
    for version, items in held:
        first, last = max(version.start, span.start), min(version.end, span.end)
        if version.start <= span.today < version.end and not span.future:
            last = span.end
        for item in items:
            periods = runs.setdefault((item.code, called(item), item.level), [])
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
        if classification.changes is None:
            raise Refusal(404, f"{older.name} has no change table (correspondenceTable) with: {newer.name}")
        if language not in classification.changes_published:
            continue  # not published in that language: left out without a word
        before, after = classification.at(older.start), classification.at(newer.start)
        rows += [
            _change(classification, before.get(old), after.get(new), (newer.start, language))
            for old, new in classification.changes(newer.start)
        ]
    return rows


def _change(classification: Classification, old: Item | None, new: Item | None, told: tuple[str, str]) -> dict[str, Any]:
    occurred, language = told
    row: dict[str, Any] = {}
    for side, item in (("old", old), ("new", new)):
        row[side + "Code"] = item and item.code
        row[side + "Name"] = item and classification.name_of(item, language)
        row[side + "ShortName"] = "" if item else None
    return {**row, "changeOccurred": occurred}


def correspondence_rows(
    registers: Registers, source: Classification, target: Classification, span: Span, language: str
) -> list[dict]:
    """The rows of `corresponds`: tables stored on the source, only else those stored the other way round."""
    tables = [table for table in registers.between(source, target) if table.source in overlapping(source, span)]
    if not tables:
        tables = [table for table in registers.between(target, source) if table.source in overlapping(target, span)]
    if not tables:
        raise Refusal(404, f"Classification '{source.name}' has no correspondence table with Classification '{target.name}'")
    for table in tables:  # even one that lies outside the range spoils it
        published(table, f"CorrespondenceTable: {table.source.name} - {table.target.name}", language)
    versions = {version for one in (source, target) for version in overlapping(one, span)}
    rows: dict[tuple, list[str]] = {}
    for table in sorted(tables, key=lambda table: table.period):
        if table.source in versions and table.target in versions:
            _add_rows(rows, registers, table, (source, target), span, language)
    return [_correspondence(key, period) for key, period in sorted(rows.items())]


def _add_rows(rows: dict, registers: Registers, table: Table, asked: tuple, span: Span, language: str) -> None:
    """Add the pairs of a table with their part of the range, joined to what is there where they touch."""
    source, target = asked
    first, last = max(table.period[0], span.start), min(table.period[1], span.end)
    if first >= last:
        return
    sources, targets = source.at(first), target.at(first)
    for pair in registers.pairs(table):
        a, b = pair if table.source_of is source else pair[::-1]
        if a not in sources or b not in targets:
            continue
        key = (a, source.name_of(sources[a], language), b, target.name_of(targets[b], language))
        period = rows.get(key)
        if period and period[1] == first:
            period[1] = last
        else:
            rows[(*key, first) if period else key] = [first, last]


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
