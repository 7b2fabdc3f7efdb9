"""Grunnkretser put together to larger units: one layer in, one out, shared borders gone, nothing between neighbours."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...core.errors import BadFile
from ...core.feedback import SILENT, Feedback
from ...core.units import Unit
from ..gdal_session import gdal_session, open_vector
from .fields import Column
from .layer_file import LayerFile, new_layer
from .rows import Row
from .shapes import unite_areas
from .spatial_reference import authority_name, system_of

_AROUND = ("kommunenummer", "kommunenavn", "fylkesnummer", "fylkesnavn")
_DATES = ("oppdateringsdato", "datauttaksdato")  # of the parts, the newest
_MOST_WORKERS = 4


@dataclass(frozen=True)
class Dissolved:
    """A finished file; `left_out` are the codes of parts that belong to no unit."""

    path: Path
    layer: str
    features: int
    crs: str
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class _Group:
    code: str
    fids: tuple[int, ...]


def dissolve(
    source: Path,
    parts: Unit,
    unit: Unit,
    target: Path,
    *,
    whole_of: Callable[[str], str],
    describe: Callable[[str], Mapping[str, str]],
    feedback: Feedback = SILENT,
) -> Dissolved:
    """Dissolve the layer of `parts` in `source` (one of ours, named by the unit's key) to a layer of `unit`.

    `whole_of(code of a part)` is the code of its unit, "" for none; `describe(code of a unit)` gives further fields, used where
    the delivery has none. Raises BadFile, DiskFull, NotWritable and Cancelled; `target` changes only when the file is whole.
    """
    feedback.step("dissolving")
    with gdal_session(), opened(source, parts.key) as layer:
        system = system_of(layer.GetSpatialRef().ExportToWkt())
        groups, left_out = _groups(layer, parts.code_field, whole_of, feedback)
        with new_layer(target, unit.key, unit, _columns(unit), system, feedback) as writing:
            copied = [name for name in _names(layer) if name in writing.at]
            for number, (group, values, geometry) in enumerate(_united(layer, groups, copied, feedback)):
                feedback.check()
                feedback.progress(number / len(groups))
                writing.add(_row(writing, unit, group.code, {**describe(group.code), **values}, geometry))
    feedback.progress(1)
    return Dissolved(target, unit.key, writing.features, authority_name(system), left_out)


def _columns(unit: Unit) -> list[Column]:
    names = (unit.code_field, unit.name_field, *_AROUND, "objtype", *_DATES)
    return [Column(name, "text") for name in names]


def _row(writing: LayerFile, unit: Unit, code: str, values: Mapping[str, str], geometry) -> Row:
    from osgeo import ogr

    feature = ogr.Feature(writing.definition)
    for name, value in {**values, unit.code_field: code, "objtype": unit.feature_type}.items():
        if value:
            feature.SetField(writing.at[name], value)
    if geometry is not None:
        feature.SetGeometryDirectly(geometry)
    return Row(code, "", feature)


# --- reading ----------------------------------------------------------------------


@contextmanager
def opened(source: Path, name: str) -> Iterator[Any]:
    """Open a layer of ours; its data set has to outlive it."""
    dataset = open_vector(source, "GPKG")
    layer = dataset.GetLayerByName(name) if dataset is not None else None
    if layer is None:
        raise BadFile(source, "no_layer", name)
    yield layer
    del dataset


def _names(layer) -> list[str]:
    definition = layer.GetLayerDefn()
    return [definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())]


def _groups(layer, field: str, whole_of: Callable[[str], str], feedback: Feedback) -> tuple[list[_Group], tuple[str, ...]]:
    """Read the numbers alone, and say which features make up which unit."""
    found: dict[str, list[int]] = {}
    left_out: list[str] = []
    layer.SetIgnoredFields(["OGR_GEOMETRY", *(name for name in _names(layer) if name != field)])
    for feature in layer:
        feedback.check()
        code = feature.GetField(field)
        whole = whole_of(code)
        if whole:
            found.setdefault(whole, []).append(feature.GetFID())
        else:
            left_out.append(code)
    layer.SetIgnoredFields([])
    return [_Group(code, tuple(found[code])) for code in sorted(found)], tuple(sorted(left_out))


def _united(
    layer, groups: Sequence[_Group], names: Sequence[str], feedback: Feedback
) -> Iterator[tuple[_Group, dict[str, str], Any]]:
    """Read group by group, a little ahead of the threads that unite them: GDAL works without Python's lock."""
    workers = min(_MOST_WORKERS, os.cpu_count() or 1)
    pool = ThreadPoolExecutor(workers, thread_name_prefix="klasskart-dissolve")
    waiting: deque[tuple[_Group, dict[str, str], Future]] = deque()
    try:
        for group in groups:
            feedback.check()
            values, geometries = _read(layer, group, names)
            waiting.append((group, values, pool.submit(unite_areas, geometries)))
            if len(waiting) > 2 * workers:
                first, told, geometry = waiting.popleft()
                yield first, told, geometry.result()
        while waiting:
            first, told, geometry = waiting.popleft()
            yield first, told, geometry.result()
    finally:
        pool.shutdown(cancel_futures=True)


def _read(layer, group: _Group, names: Sequence[str]) -> tuple[dict[str, str], list]:
    """Give what the parts say of their unit, and copies of their shapes."""
    values: dict[str, str] = {}
    geometries = []
    for fid in group.fids:
        feature = layer.GetFeature(fid)
        for name in names:
            value = feature.GetField(name)
            if value and (name not in values or (name in _DATES and value > values[name])):
                values[name] = value
        geometry = feature.GetGeometryRef()
        if geometry is not None:
            geometries.append(geometry.Clone())
    return values, geometries
