"""Delivered boundaries into one layer of a GeoPackage: the specification's fields, one feature per unit, valid, indexed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ...core.errors import BadFile, DiskFull, NotWritable, StorageError
from ...core.feedback import SILENT, Feedback
from ...core.storage import storage_error
from ...core.units import WHOLE_COUNTRY, Unit
from ..archives import require_space
from ..gdal_session import gdal_session
from . import delivered, fields
from .read_ahead import read_ahead
from .rows import Row, RowMaker, may_be
from .shapes import collect_areas
from .spatial_reference import authority_name, system_of, transformation


@dataclass(frozen=True)
class Converted:
    """A finished file. `forms`: what was delivered, of geojson-a, -b, -c, gml and fgdb. `valid_from_max`: text or ""."""

    path: Path
    layer: str
    features: int
    crs: str
    forms: tuple[str, ...]
    valid_from_max: str


def convert(
    deliveries: Sequence[Path],
    unit: Unit,
    target: Path,
    *,
    layer: str,
    areas: Sequence[str] = (WHOLE_COUNTRY,),
    crs: str | None = None,
    feedback: Feedback = SILENT,
) -> Converted:
    """Merge deliveries (zips, or the files in them) into one layer; `target` changes only when the new file is whole.

    `areas` keeps the units whose number begins with one of them (`features` is 0 where there are none); borders are kept
    whole. `crs` None: that of the first delivery. Raises BadFile, DiskFull, NotWritable, NotOffered (crs) or Cancelled.
    """
    target = Path(target)
    with _workplace(target) as folder, gdal_session(OGR_SQLITE_SYNCHRONOUS="OFF") as failures:
        feedback.step("unpacking")
        wanted = [each for each in delivered.layers(deliveries, folder, feedback.part(0, 0.25)) if _may_hold(each, unit)]
        if not wanted:
            raise BadFile(Path(deliveries[0]), "no_layer", words=unit.feature_type)
        feedback.step("converting")
        system = system_of(crs or wanted[0].crs)
        prefixes = () if unit.is_border or WHOLE_COUNTRY in areas else tuple(areas)
        made = folder / "made.gpkg"
        require_space(folder, sum(_size(path) for path in {each.file for each in wanted}))
        try:
            columns = fields.columns([_fields_of(each, unit) for each in wanted], unit)
            writing = _Writing(made, layer, unit, columns, system)
            with writing:
                for row in _rows(wanted, unit, writing, prefixes, feedback.part(0.25, 0.95)):
                    writing.add(row)
                writing.finish(feedback)
        except RuntimeError as error:  # GDAL's exceptions are on
            raise _refusal(target, [str(error)]) from error
        if failures:
            raise _refusal(target, failures)
        feedback.check()
        _replace(made, target)
    feedback.progress(1)
    forms = tuple(dict.fromkeys(each.form for each in wanted))
    return Converted(target, layer, writing.features, authority_name(system), forms, writing.valid_from_max)


class _Writing:
    """The GeoPackage being written; closed at the end of `with`, which is when its spatial index is made."""

    def __init__(self, path: Path, name: str, unit: Unit, columns: Sequence[fields.Column], system):
        self.features, self.valid_from_max = 0, ""
        self.columns, self.system = columns, system
        self._path, self._name, self._unit = path, name, unit
        self._fids: dict[str, list[int]] = {}

    def __enter__(self) -> _Writing:
        from osgeo import gdal, ogr

        self._dataset = gdal.GetDriverByName("GPKG").Create(str(self._path), 0, 0, 0, gdal.GDT_Unknown)
        if self._dataset is None:
            raise RuntimeError(gdal.GetLastErrorMsg())
        kind = ogr.wkbMultiLineString if self._unit.is_border else ogr.wkbMultiPolygon
        self._layer = self._dataset.CreateLayer(self._name, self.system, kind, ["GEOMETRY_NAME=geom", "FID=fid"])
        for column in self.columns:
            self._layer.CreateField(_definition(column))
        self.definition = self._layer.GetLayerDefn()
        self._dataset.StartTransaction()
        return self

    def __exit__(self, *error: object) -> None:
        self.definition = self._layer = self._dataset = None

    def add(self, row: Row) -> None:
        if self._layer.CreateFeature(row.feature) != 0:
            raise RuntimeError(_last_words())
        self.features += 1
        self.valid_from_max = max(self.valid_from_max, row.valid_from)
        if row.code:
            self._fids.setdefault(row.code, []).append(row.feature.GetFID())

    def finish(self, feedback: Feedback) -> None:
        """Collect units that came in parts, and make the index on their numbers."""
        for fids in self._fids.values():
            if len(fids) > 1:
                feedback.check()
                self._collect(fids)
        if self._dataset.CommitTransaction() != 0:
            raise RuntimeError(_last_words())
        if self._unit.code_field:
            name, field = self._name.replace('"', '""'), self._unit.code_field
            self._dataset.ExecuteSQL(f'CREATE INDEX "{name}_{field}" ON "{name}" ("{field}")')

    def _collect(self, fids: list[int]) -> None:
        features = [self._layer.GetFeature(fid) for fid in fids]
        geometries = [each.GetGeometryRef() for each in features]
        features[0].SetGeometry(collect_areas(geometry for geometry in geometries if geometry is not None))
        self._layer.SetFeature(features[0])
        for fid in fids[1:]:
            self._layer.DeleteFeature(fid)
        self.features -= len(fids) - 1


def _rows(
    wanted: Sequence[delivered.Layer], unit: Unit, writing: _Writing, prefixes: tuple[str, ...], feedback: Feedback
) -> Iterator[Row]:
    total, before = max(1, sum(each.count for each in wanted)), 0
    for each in wanted:
        change = transformation(system_of(each.crs), writing.system)
        reader = each.open(_fields_of(each, unit))
        maker = RowMaker(reader, each.names, unit, writing.columns, writing.definition, change, prefixes)
        for read, code, feature in read_ahead(maker.chosen(reader.features(), feedback)):
            feedback.check()
            feedback.progress((before + read) / total)
            yield maker.row(code, feature)
        before += each.count


def _may_hold(layer: delivered.Layer, unit: Unit) -> bool:
    if unit.is_border:
        return layer.dimension in (1, -1)
    return layer.dimension in (2, -1) and fields.is_of_unit(_fields_of(layer, unit), unit)


def _fields_of(layer: delivered.Layer, unit: Unit) -> tuple[fields.Given, ...]:
    return layer.fields_of(lambda objtype: may_be(objtype, unit))


def _definition(column: fields.Column):
    from osgeo import ogr

    kinds = {"integer": ogr.OFTInteger64, "boolean": ogr.OFTInteger, "real": ogr.OFTReal}
    definition = ogr.FieldDefn(column.name, kinds.get(column.kind, ogr.OFTString))
    if column.kind == "boolean":
        definition.SetSubType(ogr.OFSTBoolean)
    return definition


@contextmanager
def _workplace(target: Path) -> Iterator[Path]:
    """Give a folder beside the target, gone afterwards: what is made there is renamed, not copied."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent))
    except OSError as error:
        raise storage_error(error, target) from error
    try:
        yield folder
    except OSError as error:
        raise storage_error(error, target) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _replace(made: Path, target: Path) -> None:
    for leftover in ("-wal", "-shm", "-journal"):  # of the old file: SQLite would read them into the new one
        target.with_name(target.name + leftover).unlink(missing_ok=True)
    made.replace(target)


def _refusal(target: Path, words: Sequence[str]) -> StorageError:
    said = "; ".join(words[:1])
    return DiskFull(target) if "disk is full" in said or "No space" in said else NotWritable(target, said)


def _last_words() -> str:
    from osgeo import gdal

    return gdal.GetLastErrorMsg()


def _size(path: Path) -> int:
    return sum(each.stat().st_size for each in path.rglob("*")) if path.is_dir() else path.stat().st_size
