"""What Klass answers about codes, changes, correspondences and classifications, read tolerantly as values of core."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from operator import itemgetter

from ..core.codes import Change, Classification, Code, Listed, Version
from .json_values import Row, number_of, rows_of, text_of

_PLAIN = ("code", "parentCode", "level", "name", "shortName", "presentationName", "validFrom", "validTo", "notes")
_RANGED = (*_PLAIN[:6], "validFromInRequestedRange", "validToInRequestedRange", "notes")


def parse_codes(rows: Sequence[Row]) -> tuple[Code, ...]:
    """Read code rows in their order; a row without a code is left out.

    16 000 come at once. Where every row is as the service has them today they are read and checked column by column;
    else, row by row.
    """
    keys = _RANGED if rows and _RANGED[6] in rows[0] else _PLAIN
    try:
        columns = [list(map(itemgetter(key), rows)) for key in keys]
    except KeyError:
        columns = []
    if columns and all(map(_is_clean, _PLAIN, columns)):
        return tuple(map(partial(tuple.__new__, Code), zip(*columns)))
    return tuple(code for code in map(_tolerant, rows) if code)


def _is_clean(key: str, column: list) -> bool:
    """Whether a column needs no care: text everywhere, None only where Code has it, "" never instead of it."""
    if key in ("parentCode", "validFrom", "validTo"):
        return set(map(type, column)) <= {str, type(None)} and "" not in column
    try:
        "".join(column)  # the quickest way to ask whether all of it is text
    except TypeError:
        return False
    return key != "code" or "" not in column


def _tolerant(row: Row) -> Code | None:
    """Read a row with keys missing, null or of another type. None without a code."""
    code = text_of(row.get("code"))
    if not code:
        return None
    keys = _RANGED if _RANGED[6] in row else _PLAIN
    _, parent, level, name, short, presentation, start, end, notes = (text_of(row.get(key)) for key in keys)
    return Code(code, parent or None, level, name, short, presentation, start or None, end or None, notes)


def parse_changes(rows: Iterable[Row]) -> tuple[Change, ...]:
    """Read change rows, sorted by date, old and new code; a row without date, or without any code, is left out."""
    changes = []
    for row in rows:
        keys = ("oldCode", "oldName", "newCode", "newName")
        old, old_name, new, new_name = (text_of(row.get(key)) or None for key in keys)
        date = text_of(row.get("changeOccurred"))
        if date and (old or new):
            changes.append(Change(old, old_name if old else None, new, new_name if new else None, date))
    return tuple(sorted(changes, key=lambda c: (c.date, c.old_code or "", c.new_code or "")))


def parse_correspondences(rows: Iterable[Row]) -> tuple[tuple[str, str, str, str], ...]:
    """Read correspondence rows in their order; "" for a missing side, none without any."""
    pairs = []
    for row in rows:
        source, target = text_of(row.get("sourceCode")), text_of(row.get("targetCode"))
        if source or target:
            pairs.append((source, text_of(row.get("sourceName")), target, text_of(row.get("targetName"))))
    return tuple(pairs)


def parse_listed(row: Row) -> Listed | None:
    """Read one classification of a list or a search; "" for what the answer does not say, None without an id."""
    number = number_of(row.get("id"), -1)
    if number < 0:
        return None
    links = row.get("_links")
    link = links.get("self") if isinstance(links, Mapping) else None
    url = text_of(link.get("href")) if isinstance(link, Mapping) else ""
    name, kind, language, changed = (
        text_of(row.get(key)) for key in ("name", "classificationType", "language", "lastModified")
    )
    return Listed(number, name, kind, language, changed, url, number_of(row.get("classificationFamilyId")))


def parse_classification(answer: Row, asked: int) -> Classification:
    """Read a classification; its versions come unsorted, and the open one without an end."""
    versions = (_version(row) for row in rows_of(answer.get("versions")))
    ordered = sorted((v for v in versions if v), key=lambda version: (version.valid_from, version.id))
    listed = parse_listed({**answer, "id": answer.get("id", asked)})
    kind, changed, url = (listed.type, listed.last_modified, listed.url) if listed else ("", "", "")
    return Classification(number_of(answer.get("id"), asked), text_of(answer.get("name")), tuple(ordered), kind, changed, url)


def _version(row: Row) -> Version | None:
    start = text_of(row.get("validFrom"))
    published = row.get("published")
    languages = tuple(text_of(one) for one in published) if isinstance(published, list) else ()
    end = text_of(row.get("validTo")) or None
    changed = text_of(row.get("lastModified"))
    return Version(number_of(row.get("id")), text_of(row.get("name")), start, end, languages, changed) if start else None
