"""The units that a part of a map shows something of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...core.errors import NotOffered
from ...core.extent import Extent
from ...core.feedback import SILENT, Feedback
from ...core.units import Unit
from ..gdal_session import gdal_session
from .dissolving import opened
from .fields import stored_columns
from .layer_file import new_layer
from .rows import Row
from .spatial_reference import system_of, transformation

_DEGREES = "EPSG:4258"


def codes_in(source: Path, unit: Unit, extent: Extent, feedback: Feedback = SILENT) -> tuple[str, ...]:
    """Give the codes of the units of `source` (one of our layers) that meet the extent. Raises NotOffered for its CRS."""
    with gdal_session(), opened(source, unit.key) as layer:
        return tuple(sorted({feature.GetField(unit.code_field) or "" for feature in _meeting(layer, extent, feedback)} - {""}))


def keep_seen(source: Path, unit: Unit, extent: Extent, target: Path, feedback: Feedback = SILENT) -> int:
    """Copy the units that meet the extent, each of them whole; give how many. `target` is not made where there are none.

    Raises NotOffered (for the CRS of the extent), BadFile, DiskFull, NotWritable and Cancelled.
    """
    with gdal_session(), opened(source, unit.key) as layer:
        fids = [feature.GetFID() for feature in _meeting(layer, extent, feedback.part(0, 0.7))]
        if not fids:
            return 0
        system = system_of(layer.GetSpatialRef().ExportToWkt())
        with new_layer(target, unit.key, unit, stored_columns(layer), system, feedback) as writing:
            for fid in fids:
                feedback.check()
                writing.add(_row(writing, unit, layer.GetFeature(fid)))
    feedback.progress(1)
    return writing.features


def degrees_of(point: Extent) -> tuple[float, float]:
    """Give longitude and latitude of a point. Raises NotOffered for a system that can't tell them."""
    with gdal_session():
        change = transformation(system_of(point.crs), system_of(_DEGREES))
        shape = _moved(_shape(point), change) if change else _shape(point)
    if shape is None:
        raise NotOffered("crs", point.crs)
    return shape.GetX(), shape.GetY()


def _meeting(layer, extent: Extent, feedback: Feedback) -> Iterator:
    """Give the features that meet the extent, as they look on its map: each is taken there, for an extent of the whole world
    can't be brought to a zone of Norway."""
    shape = _shape(extent)
    change = transformation(system_of(layer.GetSpatialRef().ExportToWkt()), system_of(extent.crs))
    total = max(1, layer.GetFeatureCount())
    layer.ResetReading()
    for number, feature in enumerate(layer):
        feedback.check()
        feedback.progress(number / total)
        geometry = feature.GetGeometryRef()
        if geometry is not None and change:
            geometry = _moved(geometry, change)
        if geometry is not None and _boxes_meet(geometry.GetEnvelope(), extent) and geometry.Intersects(shape):
            yield feature


def _moved(geometry, change):
    """Give a copy in the system of the map; None where that can't show it."""
    moved = geometry.Clone()
    try:
        return moved if moved.Transform(change) == 0 else None
    except RuntimeError:
        return None


def _boxes_meet(box: tuple[float, float, float, float], extent: Extent) -> bool:
    west, east, south, north = box
    return west <= extent.east and extent.west <= east and south <= extent.north and extent.south <= north


def _shape(extent: Extent) -> Any:
    from osgeo import ogr

    west, south, east, north = extent.west, extent.south, extent.east, extent.north
    if west == east or south == north:
        return ogr.CreateGeometryFromWkt(f"POINT({west} {south})")
    ring = f"{west} {south},{east} {south},{east} {north},{west} {north},{west} {south}"
    return ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))")


def _row(writing, unit: Unit, feature) -> Row:
    from osgeo import ogr

    row = ogr.Feature(writing.definition)
    row.SetFrom(feature, 1)
    row.SetFID(-1)
    valid_from = feature.GetField("gyldigfra") if "gyldigfra" in writing.at else ""
    return Row((feature.GetField(unit.code_field) if unit.code_field else "") or "", valid_from or "", row)
