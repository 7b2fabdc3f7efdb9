"""The sea out of N-series map data (N50 … N5000 Kartdata): surfaces called Havflate, out to the territorial border."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ...core.feedback import SILENT, Feedback
from ...core.units import Dataset, Unit
from .. import archives
from ..gdal_session import gdal_session
from . import delivered
from .layer_file import new_layer, workplace
from .rows import Row
from .shapes import settle_areas
from .spatial_reference import system_of, transformation

SEA = Unit("sea", Dataset("", "", ""), "Havflate")
_TYPE = "havflate"
_THEME = "arealdekke"  # the part of the map data that has it: heights and roads are many times as much


def extract_sea(deliveries: Sequence[Path], target: Path, crs: str, feedback: Feedback = SILENT) -> int:
    """Write the sea of deliveries (zips) as a layer `sea`; give the number of surfaces, 0 inland. Raises as `convert` does."""
    feedback.step("converting")
    found = 0
    with workplace(target) as folder, gdal_session():
        files = [file for number, path in enumerate(deliveries) for file in _unpacked(path, folder / f"zip{number}", feedback)]
        wanted = [layer for layer in delivered.layers(files, folder, feedback.part(0.2, 0.5)) if _may_hold(layer)]
        system = system_of(crs)
        with new_layer(target, SEA.key, SEA, [], system, feedback, areas=True) as writing:
            from osgeo import ogr

            for geometry in _surfaces(wanted, system, feedback):
                row = ogr.Feature(writing.definition)
                row.SetGeometryDirectly(geometry)
                writing.add(Row("", "", row))
                found += 1
    return found


def _unpacked(path: Path, folder: Path, feedback: Feedback) -> list[Path]:
    """Unpack what is of the theme; all of it where no name says so."""
    themed = archives.unpack(path, folder, wanted=lambda name: _THEME in name.casefold(), feedback=feedback.part(0, 0.2))
    files = themed or archives.unpack(path, folder, feedback=feedback.part(0, 0.2))
    geodatabases = sorted({file.parent for file in files if file.name.casefold() == "a00000001.gdbtable"})
    return [*geodatabases, *(file for file in files if file.parent not in geodatabases and file.suffix.casefold() != ".gfs")]


def _may_hold(layer: delivered.Layer) -> bool:
    """GML has a layer for each type; elsewhere a field tells it."""
    if layer.name.casefold() == _TYPE:
        return True
    return layer.dimension in (2, -1) and layer.form != "gml" and any(f.name.casefold() == "objtype" for f in layer.fields)


def _surfaces(layers: Sequence[delivered.Layer], system, feedback: Feedback) -> Iterator:
    for layer in layers:
        change = transformation(system_of(layer.crs), system)
        at = next((index for index, field in enumerate(layer.fields) if field.name.casefold() == "objtype"), -1)
        reader = layer.open(layer.fields)
        if at >= 0:
            at = [field.name.casefold() for field in reader.fields].index("objtype")
        for feature in reader.features():
            feedback.check()
            geometry = feature.GetGeometryRef()
            if geometry is None or (layer.name.casefold() != _TYPE and feature.GetFieldAsString(at).casefold() != _TYPE):
                continue
            if change:
                geometry.Transform(change)
            settled = settle_areas(geometry.Clone())
            if settled is not None:
                yield settled
