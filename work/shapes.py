"""Geometry as a boundary layer wants it: linear, in two dimensions, of one type, valid."""

from __future__ import annotations


def settle_areas(geometry):
    """Give a valid MultiPolygon, or None where nothing with an area is left. May change `geometry`."""
    from osgeo import ogr

    geometry = _plain(geometry)
    if not geometry.IsValid():
        # By structure: where parts of one unit overlap they are one, the older method makes a hole of it (GEOS 3.10).
        geometry = _mended(geometry, ["METHOD=STRUCTURE"]) or _mended(geometry, []) or geometry.Buffer(0)
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


def _plain(geometry):
    if geometry.HasCurveGeometry(True):
        geometry = geometry.GetLinearGeometry()
    if geometry.Is3D() or geometry.IsMeasured():
        geometry.Set3D(False)
        geometry.SetMeasured(False)
    return geometry


def _mended(geometry, options: list[str]):
    try:
        return geometry.MakeValid(options)
    except RuntimeError:  # GDAL's exceptions may be on, and an older GEOS doesn't know the method
        return None


def _of_type(geometry, single: int, multi: int):
    """Keep the parts of one type, wherever they are in collections."""
    from osgeo import ogr

    if geometry.IsEmpty():
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
