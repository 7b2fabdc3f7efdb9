"""Figures that people have in files, as tables that QGIS opens: codes stay text, figures are numbers, guesses are said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ..core.errors import UnreadableTable
from ..core.feedback import SILENT, Feedback
from ..core.tables import Assumption, Column, typed
from .figure_files import read_grid
from .table_file import write_table

__all__ = ["Assumption", "Column", "FigureTable", "read_table", "sheets"]


@dataclass(frozen=True)
class FigureTable:
    """A table as a layer of a GeoPackage, and what had to be assumed to read it.

    `title` is what stood above it; `sheets` are all sheets of a workbook, of which one was read.
    """

    path: Path
    layer: str
    columns: tuple[Column, ...]
    rows: int
    assumptions: tuple[Assumption, ...]
    title: str = ""
    sheets: tuple[str, ...] = ()


def sheets(path: Path) -> tuple[str, ...]:
    """List the sheets of a workbook; () for other files. Raises UnreadableTable."""
    return read_grid(Path(path))[1]


def read_table(path: Path, target: Path, *, sheet: str = "", feedback: Feedback = SILENT) -> FigureTable:
    """Read a file (separated text, Excel, ODS, JSON-stat, JSON records, any of them zipped) into the GeoPackage `target`.

    Without `sheet` the first one that holds anything is taken. An existing `target` is replaced when the new one is whole.
    Raises UnreadableTable, and DiskFull or NotWritable for the target.
    """
    path, target = Path(path), Path(target)
    grid, names = read_grid(path, sheet)
    feedback.check()
    table = typed(grid)
    if table is None:
        raise UnreadableTable(path, "empty")
    feedback.progress(0.5)
    layer = _layer_name(path)
    write_table(target, layer, table.columns, table.rows, feedback=feedback)
    return FigureTable(target, layer, table.columns, len(table.rows), table.assumptions, table.title, names)


def _layer_name(path: Path) -> str:
    """Name the layer like the file, without its endings."""
    name = re.sub(r"(\.(csv|tsv|txt|tab|json|xlsx|xlsm|xls|ods|zip|gz))+$", "", path.name, flags=re.IGNORECASE)
    name = re.sub(r'[\x00-\x1f"\'\\]', "_", name).strip() or "table"
    return f"table_{name}" if re.match(r"(gpkg|sqlite|rtree)_", name, re.IGNORECASE) else name
