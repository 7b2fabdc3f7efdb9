"""Boundaries without the sea: what is sea by a map of the coast is taken from each unit; the others stay as they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from ...core.errors import BadFile
from ...core.feedback import SILENT, Feedback
from ...core.units import Unit
from ..gdal_session import gdal_session
from .dissolving import opened
from .fields import stored_columns
from .layer_file import LayerFile, new_layer
from .rows import Row
from .sea import SEA
from .shapes import settle_areas, settle_lines, unite_areas
from .spatial_reference import authority_name, system_of, transformation

# The map's outer border and ours differ by a few metres, which leaves strips of "land" along it: so narrow, in metres.
_STRIP = 50.0
_SAME = 1e-9  # of an area or a length: less is rounding
_METRES_A_DEGREE = 111_000.0
_MARGIN = 1.001  # of the box that the sea is cut to: its edges stay outside the unit


@dataclass(frozen=True)
class Clipped:
    """A finished file; `cut` counts the units that lost something, `all_sea` are the codes of those that lost everything."""

    path: Path
    features: int
    crs: str
    cut: int
    all_sea: tuple[str, ...]


class _Box(NamedTuple):
    """West, east, south, north, as GDAL's envelopes have it."""

    west: float
    east: float
    south: float
    north: float

    def meets(self, other: _Box) -> bool:
        return self.west <= other.east and other.west <= self.east and self.south <= other.north and other.south <= self.north

    def holds(self, other: _Box) -> bool:
        return self.west <= other.west and other.east <= self.east and self.south <= other.south and other.north <= self.north


class _Piece(NamedTuple):
    box: _Box
    shape: Any


def cut_at_coast(source: Path, unit: Unit, seas: Sequence[Path], target: Path, feedback: Feedback = SILENT) -> Clipped:
    """Cut the layer of `unit` in `source` (one of ours, named by the unit's key) with the layers `sea` of `seas`.

    Raises BadFile, DiskFull, NotWritable and Cancelled; `target` changes only when the file is whole.
    """
    feedback.step("cutting_coast")
    gone: list[str] = []
    cut = 0
    with gdal_session(), opened(source, unit.key) as layer:
        system = system_of(layer.GetSpatialRef().ExportToWkt())
        units = {feature.GetFID(): _box_of(feature) for feature in layer}
        pieces = list(_pieces(seas, system, feedback.part(0, 0.1)))
        strip = _STRIP / _METRES_A_DEGREE if system.IsGeographic() else _STRIP
        columns = stored_columns(layer)
        with new_layer(target, unit.key, unit, columns, system, feedback) as writing:
            wanted = [(fid, box) for fid, box in units.items() if box is not None]
            for done, (fid, near) in enumerate(_shared_out(wanted, pieces, feedback)):
                feedback.check()
                feedback.progress(0.1 + 0.9 * done / max(1, len(wanted)))
                feature = layer.GetFeature(fid)
                before = feature.GetGeometryRef()
                geometry = _cut(before, near, unit, strip)
                cut += geometry is not before
                if geometry is None:
                    gone.append(feature.GetField(unit.code_field) if unit.code_field else "")
                else:
                    writing.add(_row(writing, unit, feature, None if geometry is before else geometry))
    feedback.progress(1)
    return Clipped(target, writing.features, authority_name(system), cut, tuple(sorted(filter(None, gone))))


def _row(writing: LayerFile, unit: Unit, feature, geometry) -> Row:
    """Copy a feature, with another geometry where one is given."""
    from osgeo import ogr

    row = ogr.Feature(writing.definition)
    row.SetFrom(feature, 1)
    row.SetFID(-1)
    if geometry is not None:
        row.SetGeometry(geometry)
    code = feature.GetField(unit.code_field) if unit.code_field else ""
    return Row(code or "", "", row)


# --- the sea near each unit -----------------------------------------------------------


def _pieces(seas: Sequence[Path], system, feedback: Feedback) -> Iterator[_Piece]:
    for sea in seas:
        with opened(sea, SEA.key) as layer:
            change = transformation(system_of(layer.GetSpatialRef().ExportToWkt()), system)
            for feature in layer:
                feedback.check()
                shape = feature.GetGeometryRef().Clone()
                if change:
                    shape.Transform(change)
                    shape = settle_areas(shape)
                for part in shape if shape is not None else ():
                    yield _Piece(_Box(*part.GetEnvelope()), part.Clone())


def _shared_out(units: Sequence[tuple[int, _Box]], pieces: Sequence[_Piece], feedback: Feedback) -> Iterator:
    """Give (fid, the sea in its box) of every unit: halve units and sea again and again, so that no coast is read twice as
    often as it must. Boxes are cut larger than the units, so their edges never show in a result."""
    feedback.check()
    if not units:
        return
    around = _grown(_around([box for _, box in units]))
    near = [cut for piece in pieces if piece.box.meets(around) for cut in _in_box(piece, around)]
    if len(units) == 1 or not near:
        for fid, _ in units:
            yield fid, near
        return
    wide = around.east - around.west >= around.north - around.south
    ordered = sorted(units, key=lambda unit: unit[1].west + unit[1].east if wide else unit[1].south + unit[1].north)
    half = len(ordered) // 2
    yield from _shared_out(ordered[:half], near, feedback)
    yield from _shared_out(ordered[half:], near, feedback)


def _in_box(piece: _Piece, box: _Box) -> list[_Piece]:
    from osgeo import ogr

    if box.holds(piece.box):
        return [piece]
    west, east, south, north = box
    ring = f"{west} {south},{east} {south},{east} {north},{west} {north},{west} {south}"
    try:
        found = piece.shape.Intersection(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))"))
    except RuntimeError:
        found = None
    if found is None:
        return [piece]  # more than needed does no harm
    return [_Piece(_Box(*part.GetEnvelope()), part) for part in _polygons(found)]


def _polygons(geometry) -> Iterator:
    """Give copies of the polygons in a geometry, wherever they are in collections."""
    from osgeo import ogr

    if geometry.GetGeometryType() == ogr.wkbPolygon:
        if not geometry.IsEmpty():
            yield geometry.Clone()
        return
    for part in geometry if geometry.GetGeometryCount() and geometry.GetDimension() == 2 else ():
        yield from _polygons(part)


def _box_of(feature) -> _Box | None:
    geometry = feature.GetGeometryRef()
    return None if geometry is None or geometry.IsEmpty() else _Box(*geometry.GetEnvelope())


def _around(boxes: Sequence[_Box]) -> _Box:
    west, east, south, north = zip(*boxes)
    return _Box(min(west), max(east), min(south), max(north))


def _grown(box: _Box) -> _Box:
    width, height = (_MARGIN - 1) * (box.east - box.west) + 1e-9, (_MARGIN - 1) * (box.north - box.south) + 1e-9
    return _Box(box.west - width, box.east + width, box.south - height, box.north + height)


# --- cutting --------------------------------------------------------------------------


def _cut(geometry, near: Sequence[_Piece], unit: Unit, strip: float):
    """Give what is left of a unit: itself where no sea comes near, None where nothing is."""
    box = _Box(*geometry.GetEnvelope())
    shapes = [piece.shape for piece in near if piece.box.meets(box)]
    if not shapes:
        return geometry
    sea = shapes[0] if len(shapes) == 1 else unite_areas([_as_multi(shape) for shape in shapes])
    left = geometry.Difference(sea)
    if left is None:
        raise BadFile("", "corrupt", unit.key)
    if abs(_size(geometry) - _size(left)) <= _SAME * _size(geometry):
        return geometry  # they only touch
    if unit.is_border:
        return settle_lines(left)
    settled = settle_areas(left)
    return None if settled is None else _without_strips(settled, geometry, strip)


def _size(geometry) -> float:
    return geometry.GetArea() if geometry.GetDimension() == 2 else geometry.Length()


def _as_multi(polygon):
    from osgeo import ogr

    made = ogr.Geometry(ogr.wkbMultiPolygon)
    made.AddGeometry(polygon)
    return made


def _without_strips(left, before, strip: float):
    """Drop parts that are but a strip along the old border; a real islet lies inside of it."""
    from osgeo import ogr

    kept = ogr.Geometry(ogr.wkbMultiPolygon)
    kept.AssignSpatialReference(left.GetSpatialReference())
    border = None
    for part in left:
        if 2 * part.GetArea() < strip * part.Boundary().Length():
            border = border or before.Boundary()
            if part.Intersects(border):
                continue
        kept.AddGeometry(part)
    return None if kept.IsEmpty() else kept
