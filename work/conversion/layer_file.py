"""The GeoPackage of a boundary layer while it is written: made beside its place, and put there when it is whole."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ...core.errors import DiskFull, NotWritable, StorageError
from ...core.feedback import Feedback
from ...core.storage import storage_error
from ...core.units import UNITS, Unit
from ..gdal_session import gdal_session
from ..stored_styles import store_style, style_file
from .fields import Column
from .rows import Row
from .shapes import collect_areas


@contextmanager
def new_layer(
    target: Path, name: str, unit: Unit, columns: Sequence[Column], system, feedback: Feedback, *, areas: bool | None = None
) -> Iterator[LayerFile]:
    """Write a layer inside the block; `target` changes only when the block ends well. Raises DiskFull and NotWritable.

    `areas` says whether it holds areas or lines, where the unit does not.
    """
    with workplace(target) as folder, gdal_session(OGR_SQLITE_SYNCHRONOUS="OFF") as failures:
        made = folder / "made.gpkg"
        try:
            with LayerFile(made, name, unit, columns, system, not unit.is_border if areas is None else areas) as writing:
                yield writing
                writing.finish(feedback)
        except RuntimeError as error:  # GDAL's exceptions are on
            raise _refusal(target, [str(error)]) from error
        if failures:
            raise _refusal(target, failures)
        feedback.check()
        _replace(made, target)


class LayerFile:
    """The GeoPackage being written; closed at the end of `with`, which is when its spatial index is made."""

    def __init__(self, path: Path, name: str, unit: Unit, columns: Sequence[Column], system, areas: bool):
        self.features, self.valid_from_max = 0, ""
        self.columns, self.system = columns, system
        self.at = {column.name: index for index, column in enumerate(columns)}
        self._path, self._name, self._unit, self._areas = path, name, unit, areas
        self._fids: dict[str, list[int]] = {}

    def __enter__(self) -> LayerFile:
        from osgeo import gdal, ogr

        self._dataset = gdal.GetDriverByName("GPKG").Create(str(self._path), 0, 0, 0, gdal.GDT_Unknown)
        if self._dataset is None:
            raise RuntimeError(gdal.GetLastErrorMsg())
        kind = ogr.wkbMultiPolygon if self._areas else ogr.wkbMultiLineString
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
        """Collect units that came in parts, make the index on their numbers, and add how they are drawn."""
        for fids in self._fids.values():
            if len(fids) > 1:
                feedback.check()
                self._collect(fids)
        if self._dataset.CommitTransaction() != 0:
            raise RuntimeError(_last_words())
        if self._unit.code_field:
            name, field = self._name.replace('"', '""'), self._unit.code_field
            self._dataset.ExecuteSQL(f'CREATE INDEX "{name}_{field}" ON "{name}" ("{field}")')
        if self._unit.key in UNITS:  # the sea is for cutting only
            store_style(self._dataset, self._name, style_file(self._unit.key).read_text("utf-8"))

    def _collect(self, fids: list[int]) -> None:
        features = [self._layer.GetFeature(fid) for fid in fids]
        geometries = [each.GetGeometryRef() for each in features]
        features[0].SetGeometry(collect_areas(geometry for geometry in geometries if geometry is not None))
        self._layer.SetFeature(features[0])
        for fid in fids[1:]:
            self._layer.DeleteFeature(fid)
        self.features -= len(fids) - 1


def _definition(column: Column):
    from osgeo import ogr

    kinds = {"integer": ogr.OFTInteger64, "boolean": ogr.OFTInteger, "real": ogr.OFTReal}
    definition = ogr.FieldDefn(column.name, kinds.get(column.kind, ogr.OFTString))
    if column.kind == "boolean":
        definition.SetSubType(ogr.OFSTBoolean)
    return definition


@contextmanager
def workplace(target: Path) -> Iterator[Path]:
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
