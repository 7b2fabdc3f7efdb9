"""Layers of any file into tables of a GeoPackage, one for each kind of shape: points, lines and areas never share one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..core.errors import BadFile, DiskFull
from ..core.feedback import Feedback
from ..core.storage import refusal
from . import left_behind
from .gdal_session import gdal_session
from .left_behind import Watch
from .table_file import quoted

# Nothing else is fetched or read because a file says so.
CLOSED = {"GML_SKIP_RESOLVE_ELEMS": "ALL", "OGR_SQLITE_SYNCHRONOUS": "OFF", "SHAPE_RESTORE_SHX": "YES"}

_SHAPES = {"POINT": "point", "LINESTRING": "line", "POLYGON": "polygon"}
_CURVES = {
    "CIRCULARSTRING": "LINESTRING", "COMPOUNDCURVE": "LINESTRING", "CURVE": "LINESTRING", "MULTICURVE": "LINESTRING",
    "CURVEPOLYGON": "POLYGON", "SURFACE": "POLYGON", "MULTISURFACE": "POLYGON", "POLYHEDRALSURFACE": "POLYGON",
    "TIN": "POLYGON", "TRIANGLE": "POLYGON",
}  # fmt: skip


@dataclass(frozen=True)
class Part:
    """The features of a layer that become one table. `shape` is a word of opendata_opening.SHAPES; `where` chooses them (""
    for all); `promoted`: some have several parts, so that all are written as if they had."""

    shape: str
    where: str = ""
    promoted: bool = False


def parts_of(dataset, layer) -> tuple[Part, ...]:
    """Tell by which shapes a layer is to be divided. A layer that says what it holds is believed."""
    from osgeo import ogr

    kind = ogr.GT_Flatten(layer.GetGeomType())
    if kind == ogr.wkbNone:
        return (Part("table"),)
    if kind not in (ogr.wkbUnknown, ogr.wkbGeometryCollection):
        plain = _plain(ogr.GeometryTypeToName(kind).replace(" ", "").upper())
        return (Part(_SHAPES.get(plain, ""), promoted=plain != "POINT"),)
    families: dict[str, list[str]] = {}
    for said in _kinds(dataset, layer):
        families.setdefault(_plain(said), []).append(said)
    column = _column_of_kinds(dataset, layer)
    return tuple(
        _part(column, plain, kinds, rest=not number) for number, (plain, kinds) in enumerate(sorted(families.items()))
    ) or (Part(""),)


def _kinds(dataset, layer) -> Iterator[str]:
    name = layer.GetName().replace('"', '\\"')
    told = dataset.ExecuteSQL(f'SELECT DISTINCT OGR_GEOMETRY FROM "{name}"', dialect="OGRSQL")  # nosec B608
    for row in told or ():
        if row.GetField(0):
            yield row.GetField(0)
    dataset.ReleaseResultSet(told)


def _column_of_kinds(dataset, layer) -> str:
    """Write what gives the kind of a shape in a filter: a GeoPackage is asked by SQLite itself."""
    if dataset.GetDriver().ShortName != "GPKG":
        return "OGR_GEOMETRY"
    return f"ST_GeometryType({quoted(layer.GetGeometryColumn())})"


def _part(column: str, plain: str, kinds: list[str], *, rest: bool) -> Part:
    """Choose the features of a family; the first takes those without a shape along."""
    where = f"{column} IN ({', '.join(repr(kind) for kind in kinds)})"
    where += f" OR {column} IS NULL" if rest else ""
    promoted = plain in _SHAPES and (plain != "POINT" or len(kinds) > 1)
    return Part(_SHAPES.get(plain, ""), where, promoted)


def _plain(kind: str) -> str:
    """Give the family of a kind: MULTIPOLYGON and CURVEPOLYGON are polygons."""
    return _CURVES.get(kind) or kind.removeprefix("MULTI")


def copy_part(
    dataset,
    layer,
    part: Part,
    name: str,
    target: Path,
    *,
    guess: str,
    statement: str,
    feedback: Feedback,
) -> None:
    """Write features into a new table of a GeoPackage, made where it is missing. `guess` is a CRS that the file does not say,
    `statement` asks for the features instead of the layer's name; "" for neither.

    Raises BadFile, DiskFull, NotWritable or Cancelled.
    """
    wanted: dict[str, object] = {
        "layers": None if statement else [layer.GetName()],
        "where": None if statement else part.where or None,
        "SQLStatement": statement or None,
        "SQLDialect": "OGRSQL" if statement else None,
        "options": ["-forceNullable", "-unsetDefault"],  # what a schema demands, the data may not keep to
        "format": "GPKG",
        "layerName": name,
        "accessMode": "update" if target.exists() else None,
        "geometryType": "PROMOTE_TO_MULTI" if part.promoted else None,
        "dstSRS": guess or None,
        "reproject": False,
        "layerCreationOptions": [f"FID={_row_name(layer)}"],
    }
    words = left_behind.done(lambda watch: _translated(dataset, target, wanted, watch), feedback)
    if words is not None:
        refused = refusal(target, words)
        raise refused if isinstance(refused, DiskFull) else BadFile(dataset.GetDescription(), "corrupt", words=words)


def _translated(dataset, target: Path, wanted: dict[str, object], watch: Watch) -> str | None:
    """Let GDAL copy; give what it complains about, None where it went well."""
    from osgeo import gdal

    def go_on(fraction: float, _message: object, _data: object) -> int:
        watch.fraction = fraction
        return 0 if watch.stopped else 1

    with gdal_session(**CLOSED) as failures:
        try:
            made = gdal.VectorTranslate(str(target), dataset, callback=go_on, **wanted)
        except RuntimeError as error:
            return str(error)
        is_whole = made is not None
        made = None
        return None if is_whole else "; ".join(failures[:1])


def _row_name(layer) -> str:
    """Give the row number a name that no column has."""
    definition = layer.GetLayerDefn()
    taken = {definition.GetFieldDefn(index).GetName().casefold() for index in range(definition.GetFieldCount())}
    return next(name for name in ("fid", "row", *(f"row_{n}" for n in range(len(taken) + 1))) if name not in taken)
