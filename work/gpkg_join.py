"""New columns for a layer, from GeoPackage to GeoPackage by SQLite itself: no feature passes through Python or GDAL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ..core.feedback import SILENT, Feedback
from .gdal_session import gdal_session
from .table_file import TableColumn, counted_once, quoted

_STEPS = 50_000  # of SQLite's machine, between two looks at cancel


class Unfit(Exception):
    """This table can't be joined so; any other way will do."""


@dataclass(frozen=True)
class Table:
    """A layer that is a plain table of a GeoPackage on disk; `subset` is a condition in SQL, or ""."""

    path: Path
    layer: str
    subset: str = ""


@dataclass(frozen=True)
class NewColumns:
    """Columns that a layer gets: `rows` hold a value of `field` and then a value for each of them.

    A feature whose value is in no row, or is null, gets `otherwise`.
    """

    field: str
    columns: Sequence[TableColumn]
    rows: Iterable[Sequence[object]]
    otherwise: Sequence[object]


@dataclass(frozen=True)
class _Shape:
    """The columns of a layer as SQLite names them; `geometry` is "" where it has none."""

    fid: str
    geometry: str
    fields: tuple[str, ...]


def write(source: Table, new: NewColumns, target: Path, layer: str, feedback: Feedback = SILENT) -> None:
    """Write the layer with new columns behind its own into a new file; `target` may be left unfinished.

    Raises Unfit, Cancelled, and what SQLite says of a full disk (as Unfit: the other way will say it better).
    """
    feedback.check()
    try:
        shape = _create(source, new, target, layer)
        _fill(source, shape, new, target, layer, feedback)
        if shape.geometry:
            _index(target, layer, shape.geometry)
    except sqlite3.Error as error:
        feedback.check()
        raise Unfit(str(error)) from error
    feedback.progress(1.0)


def _create(source: Table, new: NewColumns, target: Path, layer: str) -> _Shape:
    """Make an empty layer like the source's, with the new fields; its spatial index comes when it is full."""
    from osgeo import gdal, ogr

    kinds = {"text": ogr.OFTString, "integer": ogr.OFTInteger64, "real": ogr.OFTReal}
    with gdal_session(OGR_SQLITE_SYNCHRONOUS="OFF", OGR_SQLITE_JOURNAL="OFF") as failures:
        given = like = made = table = None
        try:
            given = gdal.OpenEx(str(source.path), gdal.OF_VECTOR | gdal.OF_READONLY)
            like = given.GetLayerByName(source.layer)
            shape = _shape(like)
            made = gdal.GetDriverByName("GPKG").Create(str(target), 0, 0, 0, gdal.GDT_Unknown)
            options = [f"FID={shape.fid}", "SPATIAL_INDEX=NO"]
            options += [f"GEOMETRY_NAME={shape.geometry}"] if shape.geometry else []
            table = made.CreateLayer(layer, like.GetSpatialRef(), like.GetGeomType(), options)
            definition = like.GetLayerDefn()
            for place in range(definition.GetFieldCount()):
                table.CreateField(definition.GetFieldDefn(place))
            for column in new.columns:
                table.CreateField(ogr.FieldDefn(column.name, kinds[column.kind]))
            made.FlushCache()
        except (RuntimeError, AttributeError, TypeError):
            raise Unfit("; ".join(failures)) from None
        finally:
            like = table = given = made = None
        if failures:  # told when the file was closed, too
            raise Unfit("; ".join(failures))
    return shape


def _shape(layer) -> _Shape:
    definition = layer.GetLayerDefn()
    fields = tuple(definition.GetFieldDefn(place).GetName() for place in range(definition.GetFieldCount()))
    if not layer.GetFIDColumn():
        raise Unfit("no row numbers")
    return _Shape(layer.GetFIDColumn(), layer.GetGeometryColumn(), fields)


def _fill(source: Table, shape: _Shape, new: NewColumns, target: Path, layer: str, feedback: Feedback) -> None:
    own = [shape.fid, *([shape.geometry] if shape.geometry else []), *shape.fields]
    names = [*own, *(column.name for column in new.columns)]
    columns = [f"new{place}" for place in range(len(new.columns))]
    values = [f"CASE WHEN found.raw IS NULL THEN ? ELSE {column} END" for column in columns]
    where = f"WHERE {source.subset}" if source.subset else ""
    with closing(sqlite3.connect(target.absolute().as_uri(), uri=True)) as database:
        database.set_progress_handler(feedback.cancelled, _STEPS)
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("ATTACH ? AS given", (f"{source.path.absolute().as_uri()}?mode=ro",))
        database.execute(f"CREATE TEMP TABLE found (raw PRIMARY KEY, {', '.join(columns)}) WITHOUT ROWID")
        places = ", ".join("?" * (len(columns) + 1))
        rows = (row for row in new.rows if row[0] is not None)
        database.executemany(f"INSERT INTO found VALUES ({places})", rows)  # nosec B608
        with counted_once(database, layer):
            database.execute(
                f"INSERT INTO main.{quoted(layer)} ({', '.join(map(quoted, names))}) "  # nosec B608
                f"SELECT {', '.join([*(f'layer.{quoted(name)}' for name in own), *values])} "
                f"FROM (SELECT * FROM given.{quoted(source.layer)} {where}) AS layer "
                f"LEFT JOIN found ON found.raw = layer.{quoted(new.field)}",
                tuple(new.otherwise),
            )
        database.commit()


def _index(target: Path, layer: str, geometry: str) -> None:
    """Make what GDAL makes while it writes: the spatial index, and the extent."""
    from osgeo import gdal

    with gdal_session(OGR_SQLITE_SYNCHRONOUS="OFF", OGR_SQLITE_JOURNAL="OFF") as failures:
        dataset = None
        try:
            dataset = gdal.OpenEx(str(target), gdal.OF_VECTOR | gdal.OF_UPDATE)
            asked = ", ".join("'" + name.replace("'", "''") + "'" for name in (layer, geometry))
            dataset.ReleaseResultSet(dataset.ExecuteSQL(f"SELECT CreateSpatialIndex({asked})"))
            dataset.ExecuteSQL(f"RECOMPUTE EXTENT ON {quoted(layer)}")
        except (RuntimeError, AttributeError):
            raise Unfit("; ".join(failures)) from None
        finally:
            dataset = None
