"""What Geonorge delivers, as layers that stream: GeoJSON of three generations, GML and file geodatabases.

Forms are recognised by content, never by name. GeoJSON generation A (until about 2022) and B (2023–2025) are an object of
collections; C is plain collections, one file each or areas and borders mixed in one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ...core.errors import BadFile
from ...core.feedback import SILENT, Feedback
from .. import archives
from ..gdal_session import gdal_session
from .fields import Given
from .geojson_parts import BOM, Collection, collections
from .outlines import outline_geojson, outline_gml

_HEAD, _START = 1 << 16, 1 << 20
# GDAL learns the fields from so much of a GeoJSON; the outline tells whether it learnt them all.
_FIRST_PASS = 16 << 20
# Numbers beyond these are metres, and country files in metres are in this system.
_DEGREES, _METRES = 360, "EPSG:25833"
_GML_OPTIONS = ["WRITE_GFS=NO", "DOWNLOAD_SCHEMA=NO", "EXPOSE_GML_ID=NO"]
_SESSION = {
    "OGR_GEOJSON_MAX_OBJ_SIZE": "0",  # of one feature: ranges of collections are streamed
    "GML_FIELDTYPES": "ALWAYS_STRING",  # or 0301 becomes 301
    "GML_SKIP_RESOLVE_ELEMS": "ALL",  # nothing from the net
    "GML_DOWNLOAD_SCHEMA": "NO",
}


@dataclass(frozen=True)
class Opening:
    """How GDAL opens a layer."""

    path: str
    driver: str
    options: tuple[str, ...] = ()
    layer: str = ""


@dataclass(frozen=True)
class Layer:
    """A delivered layer. `dimension` of its geometry: 1 lines, 2 areas, 0 points, -1 mixed or not known.

    `used` tells, of a layer of several object types, the fields that each one has.
    """

    form: str
    file: Path
    name: str
    fields: tuple[Given, ...]
    dimension: int
    count: int
    crs: str  # WKT, or EPSG:n
    opening: Opening
    used: dict[str, frozenset[str]] = field(default_factory=dict)
    names: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def fields_of(self, is_wanted: Callable[[str], bool]) -> tuple[Given, ...]:
        """Give the fields that object types have for which `is_wanted(type in lower case)` holds."""
        if not self.used:
            return self.fields
        names = frozenset().union(*(names for objtype, names in self.used.items() if is_wanted(objtype)))
        return tuple(each for each in self.fields if each.name in names)

    def open(self, needed: Sequence[Given]) -> Reader:
        """Open the layer for reading at least the `needed` fields."""
        if self.opening.driver == "GeoJSON":
            with gdal_session(OGR_GEOJSON_MAX_BYTES_FIRST_PASS=str(_FIRST_PASS), **_SESSION):
                dataset, layer = _open(self.opening)
            if layer is not None and set(needed) <= set(_fields(layer)):
                return Reader(self, dataset, layer)
        with gdal_session(**_SESSION) as failures:
            dataset, layer = _open(self.opening)
        if layer is None:
            raise BadFile(self.file, "corrupt", self.name, "; ".join(failures[:1]))
        return Reader(self, dataset, layer)


class Reader:
    """An open layer. `fields` in the order in which its features have them."""

    def __init__(self, layer: Layer, dataset, opened):
        self.fields = _fields(opened)
        self._layer, self._dataset, self._opened = layer, dataset, opened

    def features(self) -> Iterator:
        """Read every feature (osgeo.ogr.Feature), then close. Raises BadFile where they end too early."""
        with gdal_session(**_SESSION) as failures:
            read = 0
            try:
                for feature in self._opened:
                    read += 1
                    yield feature
                    failures.clear()  # what GDAL says of single features is no reason to stop
            except RuntimeError as error:
                raise BadFile(self._layer.file, "corrupt", self._layer.name, str(error)) from error
            finally:
                self._opened = self._dataset = None
            if read < self._layer.count or failures:
                raise BadFile(self._layer.file, "corrupt", self._layer.name, "; ".join(failures[:1]))


def layers(deliveries: Iterable[Path], folder: Path, feedback: Feedback = SILENT) -> list[Layer]:
    """Find the layers of deliveries (zips, or the files that were in them); `folder` takes what is unpacked.

    Raises BadFile (reason no_layer where nothing is recognised), DiskFull, NotWritable.
    """
    deliveries = [Path(path) for path in deliveries]
    found: list[Layer] = []
    for number, delivery in enumerate(deliveries):
        part = feedback.part(number / len(deliveries), (number + 1) / len(deliveries))
        place = folder / str(number)
        place.mkdir()
        here = list(_of_delivery(delivery, place, part))
        if not here:
            raise BadFile(delivery, "no_layer")
        found += here
    return found


def _of_delivery(delivery: Path, place: Path, feedback: Feedback) -> Iterator[Layer]:
    if _head(delivery).startswith(b"PK\x03\x04"):
        files = archives.unpack(delivery, place / "files", feedback=feedback.part(0, 0.6))
    elif delivery.is_dir():
        files = [path for path in delivery.rglob("*") if path.is_file()]
    else:
        files = [delivery]
    geodatabases = sorted({path.parent for path in files if path.name.casefold() == "a00000001.gdbtable"})
    files = [path for path in files if path.parent not in geodatabases]
    with gdal_session(**_SESSION):
        for geodatabase in geodatabases:
            yield from _geodatabase(geodatabase)
        for number, path in enumerate(files):
            part = feedback.part(0.6 + 0.4 * number / len(files), 0.6 + 0.4 * (number + 1) / len(files))
            yield from _of_file(path, place / f"outline{number}", place in path.parents, part)


def _of_file(path: Path, outline: Path, own: bool, feedback: Feedback) -> Iterator[Layer]:
    head = _head(path).removeprefix(BOM).lstrip()
    if head.startswith(b"{"):
        for number, collection in enumerate(collections(path, feedback.part(0, 0.5))):
            yield _geojson(path, collection, outline.with_name(f"{outline.name}-{number}"), feedback.part(0.5, 1))
    elif root := re.search(rb"<(\w+:)?FeatureCollection\b", head):
        if b"<!DOCTYPE" in head[: root.start()]:  # entities can be declared nowhere else
            raise BadFile(path, "unreadable", words="DOCTYPE")
        yield from _gml(path, outline.with_suffix(".gml"), own, feedback)
    elif head.startswith(b".HODE"):
        raise BadFile(path, "unreadable", words="SOSI")


def _geojson(path: Path, collection: Collection, outline: Path, feedback: Feedback) -> Layer:
    outline_geojson(path, collection.start, collection.size, outline, feedback)
    options = ("DATE_AS_STRING=YES",)  # as delivered: GDAL's dates lose their zone
    _dataset, layer = _open(Opening(str(outline), "GeoJSON", options))
    if layer is None:
        raise BadFile(path, "corrupt", collection.key)
    whole = f"/vsisubfile/{collection.start}_{collection.size},{path}"
    form = "geojson-c" if not collection.key else "geojson-a" if "." in collection.key else "geojson-b"
    found = _described(layer, form, path, collection.key, Opening(whole, "GeoJSON", options), used=_used(layer))
    # Without a crs member GDAL takes the standard's degrees, whatever the numbers.
    return replace(found, crs=_METRES) if layer.GetSpatialRef().IsGeographic() and _in_metres(path, collection) else found


def _used(layer) -> dict[str, frozenset[str]]:
    """Give the fields that the features of each object type have, where a layer holds several types."""
    names = [given.name for given in _fields(layer)]
    at = next((index for index, name in enumerate(names) if name.casefold() == "objtype"), -1)
    if at < 0:
        return {}
    unseen: dict[str, set[int]] = {}
    for feature in layer:
        left = unseen.setdefault(feature.GetFieldAsString(at).casefold(), set(range(len(names))))
        left.difference_update([index for index in left if feature.IsFieldSet(index)])
    layer.ResetReading()
    if len(unseen) < 2:
        return {}
    return {objtype: frozenset(names) - {names[index] for index in left} for objtype, left in unseen.items()}


def _in_metres(path: Path, collection: Collection) -> bool:
    with path.open("rb") as file:
        file.seek(collection.start)
        start = file.read(min(collection.size, _START))
    first = re.search(rb'"coordinates"\s*:[\s\[]*([-+.\deE]+)\s*,\s*([-+.\deE]+)', start)
    return first is not None and any(abs(float(number)) > _DEGREES for number in first.groups())


def _gml(path: Path, outline: Path, own: bool, feedback: Feedback) -> Iterator[Layer]:
    outline_gml(path, outline, feedback)
    learning = ("WRITE_GFS=YES", *_GML_OPTIONS[1:])
    dataset, _ = _open(Opening(str(outline), "GML", learning))
    template = outline.with_suffix(".gfs")
    if dataset is None or not template.exists():
        raise BadFile(path, "corrupt")
    options = (*_GML_OPTIONS, f"GFS_TEMPLATE={template}")
    if own:  # beside the file GDAL takes it as it is, a template is compared with the whole file first
        template.replace(path.with_suffix(".gfs"))
        options = tuple(_GML_OPTIONS)
    for index in range(dataset.GetLayerCount()):
        layer = dataset.GetLayer(index)
        yield _described(layer, "gml", path, layer.GetName(), Opening(str(path), "GML", options, layer.GetName()))


def _geodatabase(folder: Path) -> Iterator[Layer]:
    if folder.suffix.casefold() != ".gdb":
        folder = folder.rename(folder.with_name(folder.name + ".gdb"))
    opening = Opening(str(folder), "OpenFileGDB")
    dataset, _ = _open(opening)
    if dataset is None:
        raise BadFile(folder, "corrupt")
    names = _names_table(dataset)
    for index in range(dataset.GetLayerCount()):
        layer = dataset.GetLayer(index)
        if layer.GetLayerDefn().GetGeomFieldCount():
            opening = Opening(str(folder), "OpenFileGDB", (), layer.GetName())
            yield _described(layer, "fgdb", folder, layer.GetName(), opening, names=names)


def _names_table(dataset) -> dict[str, list[dict[str, str]]]:
    """Read the table of names in several languages of a geodatabase, by the key of the unit that they belong to."""
    layer = dataset.GetLayerByName("administrativenhetnavn")
    names: dict[str, list[dict[str, str]]] = {}
    for feature in layer or ():
        row = {key.casefold(): value for key, value in feature.items().items() if value is not None}
        key = next((str(value) for name, value in row.items() if name.endswith("_fk")), "")
        names.setdefault(key, []).append({name: str(row[name]) for name in ("navn", "rekkefolge", "sprak") if name in row})
    return names


def _open(opening: Opening):
    """Give (dataset, layer), or (None, None). Keep the dataset as long as the layer."""
    from osgeo import gdal

    try:
        dataset = gdal.OpenEx(
            opening.path, gdal.OF_VECTOR, allowed_drivers=[opening.driver], open_options=list(opening.options)
        )
        if dataset is None:
            return None, None
        layer = dataset.GetLayerByName(opening.layer) if opening.layer else dataset.GetLayer(0)
    except RuntimeError:
        return None, None
    return dataset, layer


def _described(layer, form: str, file: Path, name: str, opening: Opening, **more) -> Layer:
    from osgeo import ogr

    flat = ogr.GT_GetLinear(ogr.GT_Flatten(layer.GetGeomType()))
    dimension = {
        ogr.wkbPoint: 0,
        ogr.wkbMultiPoint: 0,
        ogr.wkbLineString: 1,
        ogr.wkbMultiLineString: 1,
        ogr.wkbPolygon: 2,
        ogr.wkbMultiPolygon: 2,
    }.get(flat, -1)
    system = layer.GetSpatialRef()
    crs = system.ExportToWkt() if system else ""
    return Layer(form, file, name, _fields(layer), dimension, layer.GetFeatureCount(), crs, opening, **more)


def _fields(layer) -> tuple[Given, ...]:
    from osgeo import ogr

    kinds = {
        ogr.OFTInteger: "integer",
        ogr.OFTInteger64: "integer",
        ogr.OFTReal: "real",
        ogr.OFTString: "text",
        ogr.OFTDate: "date",
        ogr.OFTDateTime: "date",
        ogr.OFTTime: "date",
    }
    definition = layer.GetLayerDefn()
    found = []
    for index in range(definition.GetFieldCount()):
        each = definition.GetFieldDefn(index)
        subtype = {ogr.OFSTBoolean: "boolean", ogr.OFSTJSON: "json"}.get(each.GetSubType())
        found.append(Given(each.GetName(), subtype or kinds.get(each.GetType(), "list")))
    return tuple(found)


def _head(path: Path) -> bytes:
    if path.is_dir():
        return b""
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError as error:
        raise BadFile(path, "unreadable", words=error.strerror or str(error)) from error
