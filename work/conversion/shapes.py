"""Geometry as a boundary layer wants it: linear, in two dimensions, of one type, valid."""

from __future__ import annotations

from ..gdal_session import gdal_session
from .shared_edges import united_by_edges

_CRACKS, _CRACKS_DEGREES = 0.5, 5e-11  # square metres of holes that a unit may lose, and about the same in degrees


def settle_areas(geometry):
    """Give a valid MultiPolygon, or None where nothing with an area is left. May change `geometry`."""
    from osgeo import ogr

    geometry = _plain(geometry)
    if not geometry.IsValid():
        geometry = _mended(geometry)
    return _of_type(geometry, ogr.wkbPolygon, ogr.wkbMultiPolygon)


def settle_lines(geometry):
    """Give a MultiLineString, or None where there are no lines. May change `geometry`."""
    from osgeo import ogr

    return _of_type(_plain(geometry), ogr.wkbLineString, ogr.wkbMultiLineString)


def collect_areas(geometries):
    """Make one valid MultiPolygon of the parts of a unit; parts that touch or overlap become one."""
    from osgeo import ogr

    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for geometry in geometries:
        for part in geometry:
            whole.AddGeometry(part)
    return settle_areas(whole if whole.IsValid() else whole.UnionCascaded())


def unite_areas(geometries):
    """Dissolve neighbours (MultiPolygons) to one, None where there are no shapes. May be called in any thread."""
    geometries = [geometry for geometry in geometries if not geometry.IsEmpty()]
    if not geometries:
        return None
    with gdal_session():
        made = united_by_edges(geometries)
        if made is None:
            made = _overlaid(geometries)
    made.AssignSpatialReference(geometries[0].GetSpatialReference())
    return settle_areas(_without_cracks(made))


def _overlaid(geometries):
    """Dissolve shapes that overlap, or touch where only one of them has a corner."""
    from osgeo import ogr

    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for geometry in geometries:
        for part in geometry:
            whole.AddGeometry(part)
    try:
        made = whole.UnionCascaded()
    except RuntimeError:
        made = None
    return made if made is not None else _mended(whole)


def _without_cracks(geometry):
    """Fill the holes that rounding leaves between neighbours, the smallest first, as long as they are next to nothing."""
    from osgeo import ogr

    system = geometry.GetSpatialReference()
    left = _CRACKS_DEGREES if system is not None and system.IsGeographic() else _CRACKS
    polygons = [geometry] if geometry.GetGeometryType() == ogr.wkbPolygon else list(geometry)
    holes = [
        (polygon.GetGeometryRef(ring).GetArea(), at, ring)
        for at, polygon in enumerate(polygons)
        for ring in range(1, polygon.GetGeometryCount())
    ]
    filled = []
    for area, at, ring in sorted(holes):
        left -= area
        if left < 0:
            break
        filled.append((at, ring))
    for at, ring in sorted(filled, reverse=True):  # the last first, or the numbers of the others would change
        polygons[at].RemoveGeometry(ring)
    return geometry


def _plain(geometry):
    """Give it without curves and heights. Types up to GeometryCollection (7) have neither (OGC 06-103r4, 8.2.3)."""
    if 0 < geometry.GetGeometryType() <= 7:
        return geometry
    if geometry.HasCurveGeometry(True):
        geometry = geometry.GetLinearGeometry()
    if geometry.Is3D() or geometry.IsMeasured():
        geometry.Set3D(False)
        geometry.SetMeasured(False)
    return geometry


def _mended(geometry):
    """Make it valid by structure: where parts of one unit overlap they are one, the older method makes a hole of it."""
    with gdal_session():
        for attempt in (lambda: geometry.MakeValid(["METHOD=STRUCTURE"]), geometry.MakeValid, lambda: geometry.Buffer(0)):
            try:
                made = attempt()
            except (RuntimeError, TypeError):  # GEOS before 3.10, or GDAL before 3.4, knows no method
                made = None
            if made is not None:
                return made
    return None


def _of_type(geometry, single: int, multi: int):
    """Keep the parts of one type, wherever they are in collections."""
    from osgeo import ogr

    if geometry is None or geometry.IsEmpty():
        return None
    kind = geometry.GetGeometryType()
    if kind == multi:
        return geometry
    result = ogr.Geometry(multi)
    result.AssignSpatialReference(geometry.GetSpatialReference())
    for part in [geometry] if kind == single else geometry:
        found = part if kind == single else _of_type(part, single, multi)
        for piece in () if found is None else [found] if found.GetGeometryType() == single else found:
            result.AddGeometry(piece)
    return None if result.IsEmpty() else result
