"""Boundaries in the formats that maps are seldom made of: geodatabases, PostGIS dumps and SOSI, as the deliveries are."""

from __future__ import annotations

import tempfile
import uuid
from pathlib import Path
from typing import Any

from .attributes import FIELDS, TYPES, Content, area_attributes, line_attributes
from .boundaries import border_kind
from .mesh import Shape

_KOORDSYS = {"25832": 22, "25833": 23, "25835": 25}
_DATES = ("datafangstdato", "oppdateringsdato", "datauttaksdato", "gyldigFra", "gyldigTil")


def geodatabase(content: Content, stem: str) -> dict[str, bytes]:
    """A folder .gdb with a layer of areas in lower case, one of borders, and a table of names that points to the areas."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / f"{stem}.gdb"
        _written("OpenFileGDB", place, content, "SHAPE", [])
        return {f"{stem}.gdb/{path.name}": path.read_bytes() for path in sorted(place.iterdir()) if path.is_file()}


def dump(content: Content, stem: str) -> dict[str, bytes]:
    """An .sql with a schema that is called otherwise with each delivery, and `omrade` for the areas."""
    schema = f"{content.order.dataset.lower()}_{uuid.uuid5(uuid.NAMESPACE_URL, stem).hex}"
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / f"{stem}.sql"
        _written("PGDUMP", place, content, "omrade", [f"SCHEMA={schema}", "CREATE_SCHEMA=YES"])
        return {f"{stem}.sql": place.read_bytes()}


def _written(driver: str, place: Path, content: Content, geometry: str, options: list[str]) -> None:
    from osgeo import gdal, ogr, osr

    gdal.UseExceptions()
    system = osr.SpatialReference()
    system.ImportFromEPSG(int(content.order.epsg))
    dataset = gdal.GetDriverByName(driver).Create(str(place), 0, 0, 0, gdal.GDT_Unknown)
    column = f"GEOMETRY_NAME={geometry}"
    areas = dataset.CreateLayer(TYPES[content.order.dataset].lower(), system, ogr.wkbMultiPolygon, [column, *options])
    for name in ("objid", "lokalid", "objtype", *FIELDS[content.order.dataset], "kommunenummer", *map(str.lower, _DATES)):
        if areas.GetLayerDefn().GetFieldIndex(name) < 0:
            areas.CreateField(ogr.FieldDefn(name, ogr.OFTInteger if name == "objid" else ogr.OFTString))
    attributes = {code: area_attributes(content, code) for code in content.areas}
    for number, (code, shape) in enumerate(content.areas.items(), 1):
        areas.CreateFeature(_feature(areas, {"objid": number, **attributes[code]}, _multi_polygon(content, shape)))
    lines = dataset.CreateLayer("grense", system, ogr.wkbLineString, [column.replace("omrade", "grense"), *options])
    for name in ("lokalid", "avgrensningstype"):
        lines.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for number, stretch in enumerate(content.lines):
        said = line_attributes(content.order, number, border_kind(stretch, content.order.dataset))
        lines.CreateFeature(_feature(lines, said, _line(content, stretch.line)))
    if content.order.dataset != "Grunnkretser":
        _write_names(dataset, content, attributes, options)
    dataset.FlushCache()
    del areas, lines, dataset


def _write_names(dataset, content: Content, attributes: dict[str, dict], options: list[str]) -> None:
    from osgeo import ogr

    names = dataset.CreateLayer("administrativenhetnavn", None, ogr.wkbNone, options)
    key = f"{TYPES[content.order.dataset].lower()}_fk"
    for name in ("navn", "rekkefolge", "sprak", key):
        names.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for number, code in enumerate(content.areas, 1):
        for entry in attributes[code]["administrativenhetnavn"]:
            names.CreateFeature(_feature(names, {**entry, key: number}, None))


def _feature(layer, values: dict[str, Any], geometry):
    from osgeo import ogr

    feature = ogr.Feature(layer.GetLayerDefn())
    for key, value in values.items():
        at = layer.GetLayerDefn().GetFieldIndex(key.rsplit(".", 1)[-1].lower())
        if at >= 0 and value is not None:
            feature.SetField(at, value)
    if geometry is not None:
        feature.SetGeometry(geometry)
    return feature


def _multi_polygon(content: Content, shape: Shape):
    from osgeo import ogr

    made = ogr.Geometry(ogr.wkbMultiPolygon)
    for polygon in shape:
        rings = ogr.Geometry(ogr.wkbPolygon)
        for ring in polygon:
            line = ogr.Geometry(ogr.wkbLinearRing)
            for x, y in content.project(ring):
                line.AddPoint_2D(x, y)
            line.CloseRings()
            rings.AddGeometry(line)
        made.AddGeometry(rings)
    return made


def _line(content: Content, points):
    from osgeo import ogr

    made = ogr.Geometry(ogr.wkbLineString)
    for x, y in content.project(points):
        made.AddPoint_2D(x, y)
    return made


# --- SOSI -------------------------------------------------------------------------------


def sosi(content: Content, stem: str) -> dict[str, bytes]:
    """A .sos: a KURVE for each ring, a FLATE for each area that names its curves, holes in brackets; north first, in cm."""
    number, called = FIELDS[content.order.dataset]
    kind = TYPES[content.order.dataset]
    curves: list[str] = []
    surfaces: list[str] = []
    for code, shape in content.areas.items():
        references = []
        for polygon in shape:
            for place, ring in enumerate(polygon):
                curves.append(_curve(content, len(curves) + 1, ring, f"{kind}grense"))
                references.append(f"(:{len(curves)})" if place else f":{len(curves)}")
        attributes = area_attributes(content, code)
        surfaces.append(
            f'..OBJTYPE {kind}\n..{number.upper()} {code}\n..{called.upper()} "{attributes[called]}"\n'
            f"..OPPDATERINGSDATO 20251128\n..REF {' '.join(references)}\n..NØ\n{_northing(content, shape[0][0])[0]}\n"
        )
    numbered = [f".FLATE {len(curves) + place}:\n{text}" for place, text in enumerate(surfaces, 1)]
    corners = [point for shape in content.areas.values() for point in content.project(shape[0][0])]
    east, north = zip(*corners)
    text = (
        ".HODE\n..TEGNSETT ISO8859-10\n..TRANSPAR\n"
        f"...KOORDSYS {_KOORDSYS[content.order.epsg]}\n...ORIGO-NØ 0 0\n...ENHET 0.01\n..OMRÅDE\n"
        f"...MIN-NØ {int(min(north))} {int(min(east))}\n...MAX-NØ {int(max(north)) + 1} {int(max(east)) + 1}\n"
        "..SOSI-VERSJON 4.5\n..SOSI-NIVÅ 4\n"
    )
    body = "".join([text, *curves, *numbered, ".SLUTT\n"])
    return {f"{stem}.sos": body.encode("iso8859-10", "replace")}


def _curve(content: Content, serial: int, ring, objtype: str) -> str:
    points = "\n".join(_northing(content, ring))
    return f".KURVE {serial}:\n..OBJTYPE {objtype}\n..NØ\n{points}\n"


def _northing(content: Content, ring) -> list[str]:
    return [f"{round(y * 100)} {round(x * 100)}" for x, y in content.project(ring)]
