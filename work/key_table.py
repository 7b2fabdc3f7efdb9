"""The table that a join goes through: a row for every code, and for every value of the layer that is read as one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..core.feedback import SILENT, Feedback
from ..core.keys import as_text
from .joining import Attribute, Prepared
from .table_file import write_table

KEY, CODE = "key", "code"
LAYER = "join"


def columns_of(prepared: Prepared) -> tuple[Attribute, ...]:
    """Give the columns that a join adds, the cleaned code first. Names that meet one another get a number."""
    taken = {KEY, "fid"}
    found = []
    for attribute in (Attribute(CODE), *prepared.attributes):
        name, number = attribute.name, 2
        while name.casefold() in taken:
            name, number = f"{attribute.name}_{number}", number + 1
        taken.add(name.casefold())
        found.append(Attribute(name, attribute.kind, attribute.empty))
    return tuple(found)


def rows_of(prepared: Prepared, *, only_found: bool = False) -> Iterable[tuple[object, ...]]:
    """Give the rows (key, code, attributes …); `only_found`: none for codes that the layer does not have."""
    done: set[str] = set()
    for raw, code in prepared.report.keys.items():
        text = raw if type(raw) is str else as_text(raw)
        if text not in done and code in prepared.values:
            done.add(text)
            yield (text, code, *prepared.values[code])
    if not only_found:
        for code, values in prepared.values.items():
            if code not in done:
                yield (code, code, *values)


def write(prepared: Prepared, path: Path, *, only_found: bool = False, feedback: Feedback = SILENT) -> Path:
    """Write the table as a layer of a GeoPackage without geometry. Raises DiskFull or NotWritable; nothing is left then."""
    columns = (Attribute(KEY), *columns_of(prepared))
    return write_table(path, LAYER, columns, rows_of(prepared, only_found=only_found), feedback=feedback)
