"""Figures that people have in files, as tables that QGIS opens: codes stay text, figures are numbers, guesses are said."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from ..core.errors import NotWritable, UnreadableTable
from ..core.feedback import SILENT, Feedback
from ..core.tables import Assumption, Column, Table, typed
from .archives import storage_error
from .figure_files import read_grid

__all__ = ["Assumption", "Column", "FigureTable", "read_table", "sheets"]

_SQL_TYPES = {"text": "TEXT", "integer": "INTEGER", "real": "REAL"}
_CHUNK = 5_000


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

    @property
    def text_columns(self) -> tuple[str, ...]:
        """The columns that may hold codes or names."""
        return tuple(column.name for column in self.columns if column.kind == "text")


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
    _write(table, target, layer, feedback.part(0.5, 1.0))
    return FigureTable(target, layer, table.columns, len(table.rows), table.assumptions, table.title, names)


def _layer_name(path: Path) -> str:
    """Name the layer like the file, without its endings."""
    name = re.sub(r"(\.(csv|tsv|txt|tab|json|xlsx|xlsm|xls|ods|zip|gz))+$", "", path.name, flags=re.IGNORECASE)
    name = re.sub(r'[\x00-\x1f"\'\\]', "_", name).strip() or "table"
    return f"table_{name}" if re.match(r"(gpkg|sqlite|rtree)_", name, re.IGNORECASE) else name


def _write(table: Table, target: Path, layer: str, feedback: Feedback) -> None:
    """Write beside the target and rename when whole."""
    part = target.with_name(f".{target.stem}.part.gpkg")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _create(part, layer, table.columns)
        _fill(part, layer, table, feedback)
        part.replace(target)
    except OSError as error:
        raise storage_error(error, target) from error
    except sqlite3.Error as error:
        raise NotWritable(target, str(error)) from error
    finally:
        for rest in (part, part.with_name(part.name + "-journal"), part.with_name(part.name + "-wal")):
            with suppress(OSError):
                rest.unlink(missing_ok=True)


def _create(path: Path, layer: str, columns: tuple[Column, ...]) -> None:
    """Make an empty attribute table by GDAL, which knows what a GeoPackage must hold."""
    from osgeo import gdal, ogr

    types = {"text": ogr.OFTString, "integer": ogr.OFTInteger64, "real": ogr.OFTReal}
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        if source is None:
            raise NotWritable(path, gdal.GetLastErrorMsg())
        made = source.CreateLayer(layer, None, ogr.wkbNone, [f"FID={_row_name(columns)}"])
        for column in columns:
            made.CreateField(ogr.FieldDefn(column.name, types[column.kind]))
        del made, source
    except RuntimeError as error:  # where another plugin has switched GDAL's exceptions on
        raise NotWritable(path, str(error)) from error
    finally:
        gdal.PopErrorHandler()


def _row_name(columns: tuple[Column, ...]) -> str:
    """Give the row number a name that no column has."""
    taken = {column.name.casefold() for column in columns}
    return next(name for name in ("fid", "row", *(f"row_{n}" for n in range(len(columns) + 1))) if name not in taken)


def _fill(path: Path, layer: str, table: Table, feedback: Feedback) -> None:
    """Insert the rows straight into the database: ten times as fast as feature by feature."""
    names = ", ".join(map(_quoted, (column.name for column in table.columns)))
    marks = ", ".join("?" * len(table.columns))
    with closing(sqlite3.connect(path)) as database:
        for start in range(0, len(table.rows), _CHUNK):
            feedback.check()
            rows = table.rows[start : start + _CHUNK]
            database.executemany(f"INSERT INTO {_quoted(layer)} ({names}) VALUES ({marks})", rows)
            feedback.progress(start / len(table.rows))
        database.commit()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
