"""Figures of a GeoPackage table added up by the values of a field, in SQLite: a row for each value instead of each feature."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing

from ..core.feedback import SILENT, Feedback
from .gpkg_join import Table
from .table_file import quoted

_STEPS = 50_000  # of SQLite's machine, between two looks at cancel

ValueRow = tuple[object, tuple[object, ...], tuple[object, ...]]


def by_value(
    table: Table, key: str, sums: Sequence[str], others: Sequence[str], feedback: Feedback = SILENT
) -> list[ValueRow] | None:
    """Give for each value of `key` its sums, and of `others` what is the same in all of its rows, None where it is not.

    None where SQLite can't say it, or where a sum hides what is in it: five and minus five are not nothing. Raises Cancelled.
    """
    name, where = quoted(table.layer), f" WHERE {table.subset}" if table.subset else ""
    figures = [f"SUM({column}), MIN({column}), MAX({column})" for column in map(quoted, sums)]
    same = [
        f"CASE WHEN COUNT({column}) = COUNT(*) AND MIN({column}) = MAX({column}) THEN MIN({column}) END"
        for column in map(quoted, others)
    ]
    try:
        with closing(sqlite3.connect(f"{table.path.as_uri()}?mode=ro", uri=True)) as database:
            database.set_progress_handler(feedback.cancelled, _STEPS)
            # A name in quotes that is no column would be taken for text.
            columns = {row[1] for row in database.execute(f"PRAGMA table_info({name})")}
            if not columns.issuperset((key, *sums, *others)):
                return None
            rows = database.execute(
                f"SELECT {', '.join([quoted(key), *figures, *same])} FROM {name}{where} GROUP BY 1"  # nosec B608
            ).fetchall()
    except sqlite3.Error:  # a filter with functions of GDAL's, a locked file, a sum beyond all numbers
        feedback.check()
        return None
    cut = 1 + 3 * len(sums)
    if any(not row[place] and (row[place + 1] or row[place + 2]) for row in rows for place in range(1, cut, 3)):
        return None
    return [(row[0], row[1:cut:3], row[cut:]) for row in rows]
