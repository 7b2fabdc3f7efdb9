"""The table that a join goes through: a row for every code, and for every value of the layer that is read as one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from ..core.errors import DiskFull, NotWritable
from ..core.feedback import SILENT, Feedback
from ..core.keys import as_text
from .cache import writing
from .gdal_session import gdal_session
from .joining import Attribute, Prepared

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
    feedback.check()
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    columns = (Attribute(KEY), *columns_of(prepared))
    return write_table(path, LAYER, columns, rows_of(prepared, only_found=only_found))


def write_table(path: Path, layer: str, columns: Sequence[Attribute], rows: Iterable[Sequence[object]]) -> Path:
    """Write a table as the only layer of a new GeoPackage: whole, or not at all."""
    part = path.with_name(f".{path.stem}.part.gpkg")
    try:
        with writing(part):
            part.unlink(missing_ok=True)
        _create(part, layer, columns)
        _fill(part, layer, [column.name for column in columns], rows)
        with writing(path):
            part.replace(path)
    except BaseException:
        with writing(part):
            part.unlink(missing_ok=True)
        raise
    return path


def _create(path: Path, layer: str, columns: Sequence[Attribute]) -> None:
    from osgeo import gdal, ogr

    kinds: Mapping[str, int] = {"text": ogr.OFTString, "integer": ogr.OFTInteger64, "real": ogr.OFTReal}
    # SQLite's own journal is of no use for a file that is thrown away where it does not become whole.
    with gdal_session(OGR_SQLITE_SYNCHRONOUS="OFF", OGR_SQLITE_JOURNAL="OFF") as failures:
        dataset = table = None
        try:
            dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
            table = dataset.CreateLayer(layer, None, ogr.wkbNone, ["ASPATIAL_VARIANT=GPKG_ATTRIBUTES"])
            for column in columns:
                table.CreateField(ogr.FieldDefn(column.name, kinds[column.kind]))
        except (RuntimeError, AttributeError):
            raise NotWritable(path=str(path), words="; ".join(failures)) from None
        finally:
            table = dataset = None
        if failures:  # told when the file was closed, too
            raise NotWritable(path=str(path), words="; ".join(failures))


def _fill(path: Path, layer: str, names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Insert with SQLite itself: ten times as fast as feature by feature, and it takes text, numbers and None as they are."""
    quoted = ", ".join('"' + name.replace('"', '""') + '"' for name in names)
    places = ", ".join("?" * len(names))
    try:
        with closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")
            with counted_once(database, layer):
                database.executemany(f'INSERT INTO "{layer}" ({quoted}) VALUES ({places})', rows)
            database.commit()
    except sqlite3.Error as error:
        if "full" in str(error):
            raise DiskFull(path=str(path)) from error
        raise NotWritable(path=str(path), words=str(error)) from error


@contextmanager
def counted_once(database: sqlite3.Connection, layer: str) -> Iterator[None]:
    """Insert many rows inside: GDAL's count of them, kept by a trigger for each row, is put right once instead."""
    name = layer.replace('"', '""')
    asked = "SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
    triggers = database.execute(asked, (layer,)).fetchall()
    for trigger, _ in triggers:
        database.execute(f'DROP TRIGGER "{trigger}"')
    yield
    for _, sql in triggers:
        database.execute(sql)
    counted = f'(SELECT COUNT(*) FROM main."{name}")'
    database.execute(f"UPDATE main.gpkg_ogr_contents SET feature_count = {counted} WHERE table_name = ?", (layer,))
