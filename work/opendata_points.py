"""A table with places in it into a GeoPackage: points where it has coordinates, else a table whose codes can be joined."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..core.errors import UnreadableTable
from ..core.feedback import SILENT, Feedback
from ..core.opendata_opening import LayerChoice
from ..core.opendata_places import PAIR, PlaceColumns, place_columns
from ..core.storage import refusal
from ..core.tables import Table, typed
from . import coordinates, left_behind
from .figure_files import read_grid
from .gdal_session import gdal_session
from .opendata_conversion import Made, Source, convert
from .table_file import write_table

_SAMPLE = 500  # rows that are looked at for where they lie
_CHUNK = 5_000  # rows between two looks at cancel


def convert_table(
    source: Path, name: str, target: Path, near: tuple[float, float] | None = None, feedback: Feedback = SILENT
) -> Made:
    """Write a table into a new GeoPackage; `name` is what its layer is called. Raises UnreadableTable, also where it has no
    rows, DiskFull, NotWritable or Cancelled."""
    feedback.step("converting")
    table = left_behind.done(lambda _watch: typed(read_grid(source)[0]), feedback)
    if table is None:
        raise UnreadableTable(source, "empty")
    return write_places(table, name, target, near, feedback)


def write_places(table: Table, name: str, target: Path, near: tuple[float, float] | None, feedback: Feedback = SILENT) -> Made:
    """Write typed rows; where the coordinates lie nowhere in Norway they stay columns of a table."""
    names = [column.name for column in table.columns]
    found = place_columns(names, [["" if cell is None else str(cell) for cell in row] for row in table.rows[:_SAMPLE]])
    columns = found or PlaceColumns()
    codes = names[columns.codes] if columns.codes >= 0 else ""
    if columns.has_points:
        shapes = _Shapes(table, columns, near)
        if shapes.are_there:
            made = _written(table, name, shapes, target, feedback)
            layers = tuple(replace(layer, codes=codes) for layer in made.layers)
            return Made(layers, shapes.crs if shapes.is_guessed else "")
    write_table(target, name, table.columns, table.rows, feedback=feedback)
    return Made((LayerChoice(name, name, "table", codes),))


def _written(table: Table, name: str, shapes: _Shapes, target: Path, feedback: Feedback) -> Made:
    if shapes.are_points:
        _write(table, name, shapes, target, feedback)
        return Made((LayerChoice(name, name, "point"),))
    rows = target.with_name("rows.gpkg")
    _write(table, name, shapes, rows, feedback.part(0.0, 0.7))
    return convert([Source(rows, "geopackage")], target, name, feedback=feedback.part(0.7, 1.0))


class _Shapes:
    """Makes the shape of a row."""

    def __init__(self, table: Table, columns: PlaceColumns, near: tuple[float, float] | None):
        self._columns = columns
        self._swapped = False
        self.crs, self.is_guessed = "EPSG:4326", False
        sample = [place for row in table.rows[:_SAMPLE] if (place := self._middle(row))]
        guess = coordinates.guessed(sample, near)
        self.are_there = guess is not None
        if guess:
            self.crs, self._swapped = guess
            self.is_guessed = self.crs != "EPSG:4326"

    @property
    def are_points(self) -> bool:
        return self._columns.geometry < 0

    def of(self, row: Sequence[object]):
        """Give the ogr.Geometry of a row; None where it has none."""
        from osgeo import ogr

        if self._columns.geometry >= 0:
            shape = _shape(row[self._columns.geometry])
            if shape is not None and self._swapped:
                shape.SwapXY()
            return shape
        place = self._numbers(row)
        if place is None:
            return None
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(*(reversed(place) if self._swapped else place))
        return point

    def _middle(self, row: Sequence[object]) -> tuple[float, float] | None:
        if self._columns.geometry < 0:
            return self._numbers(row)
        shape = _shape(row[self._columns.geometry])
        if shape is None or shape.IsEmpty():
            return None
        west, east, south, north = shape.GetEnvelope()
        return (west + east) / 2, (south + north) / 2

    def _numbers(self, row: Sequence[object]) -> tuple[float, float] | None:
        if self._columns.pair >= 0:
            found = PAIR.match(str(row[self._columns.pair] or ""))
            numbers = (_number(found.group(2)), _number(found.group(1))) if found else (None, None)  # latitude first, mostly
        else:
            numbers = _number(row[self._columns.x]), _number(row[self._columns.y])
        x, y = numbers
        return (x, y) if x is not None and y is not None and (x or y) else None


def _number(cell: object) -> float | None:
    if isinstance(cell, (int, float)):
        return float(cell) if math.isfinite(cell) else None
    try:
        number = float(str(cell or "").strip().replace("\u00a0", "").replace(" ", "").replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _shape(cell: object):
    """Read WKT or a GeoJSON geometry; None for anything else."""
    from osgeo import ogr

    text = str(cell or "").strip()
    if not text:
        return None
    with gdal_session():
        try:
            if text.startswith("{"):
                json.loads(text)
                return ogr.CreateGeometryFromJson(text)
            return ogr.CreateGeometryFromWkt(text.rpartition(";")[2])
        except (RuntimeError, ValueError):
            return None


def _write(table: Table, name: str, shapes: _Shapes, target: Path, feedback: Feedback) -> None:
    from osgeo import gdal, ogr

    from .conversion.spatial_reference import system_of

    kinds = {"text": ogr.OFTString, "integer": ogr.OFTInteger64, "real": ogr.OFTReal}
    taken = {column.name.casefold() for column in table.columns}
    with gdal_session(OGR_SQLITE_SYNCHRONOUS="OFF") as failures:
        dataset = layer = None
        try:
            dataset = gdal.GetDriverByName("GPKG").Create(str(target), 0, 0, 0, gdal.GDT_Unknown)
            kind = ogr.wkbPoint if shapes.are_points else ogr.wkbUnknown
            options = [f"FID={_free('fid', taken)}", f"GEOMETRY_NAME={_free('geom', taken)}"]
            layer = dataset.CreateLayer(name, system_of(shapes.crs), kind, options)
            for column in table.columns:
                layer.CreateField(ogr.FieldDefn(column.name, kinds[column.kind]))
            _fill(layer, table, shapes, feedback)
        except (RuntimeError, AttributeError) as error:
            raise refusal(target, "; ".join(failures) or str(error)) from None
        finally:
            layer = dataset = None


def _free(name: str, taken: set[str]) -> str:
    """Give a column a name that no other has."""
    return next(one for one in (name, *(f"{name}_{n}" for n in range(len(taken) + 1))) if one not in taken)


def _fill(layer, table: Table, shapes: _Shapes, feedback: Feedback) -> None:
    from osgeo import ogr

    definition = layer.GetLayerDefn()
    layer.StartTransaction()
    for number, row in enumerate(table.rows):
        if number % _CHUNK == 0:
            feedback.check()
            feedback.progress(number / len(table.rows))
        feature = ogr.Feature(definition)
        for index, cell in enumerate(row):
            if cell is not None:
                feature.SetField(index, cell)
        shape = shapes.of(row)
        if shape is not None:
            feature.SetGeometryDirectly(shape)
        layer.CreateFeature(feature)
    layer.CommitTransaction()
