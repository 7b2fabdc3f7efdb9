"""Coordinate systems as GDAL knows them, always with east before north, as GeoPackage and GeoJSON have it."""

from __future__ import annotations

from ...core.errors import NotOffered

# SOSI's axis twins: the same coordinates, read north before east. Written as the usual ones.
_EAST_FIRST = {"3043": "25831", "3044": "25832", "3045": "25833", "3046": "25834", "3047": "25835"}


def system_of(text: str):
    """Give the osr.SpatialReference of WKT, EPSG:n or the like. Raises NotOffered for what is none."""
    from osgeo import osr

    system = osr.SpatialReference()
    try:
        failed = system.SetFromUserInput(text) != 0
    except RuntimeError:
        failed = True
    if failed:
        raise NotOffered("crs", text)
    usual = _EAST_FIRST.get(system.GetAuthorityCode(None) or "")
    if usual:
        system.ImportFromEPSG(int(usual))
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def authority_name(system) -> str:
    """Give EPSG:n, or the name of a system that no authority has numbered."""
    code = system.GetAuthorityCode(None)
    return f"{system.GetAuthorityName(None)}:{code}" if code else system.GetName()


def transformation(source, target):
    """Give the osr.CoordinateTransformation between two systems, None where they mean the same."""
    from osgeo import osr

    return None if source.IsSame(target) else osr.CoordinateTransformation(source, target)
