"""Any delivered file of map data into a GeoPackage of our own.

Files of strangers are read with the one driver that fits what they hold: left to choose, GDAL would take a file that tells it
to open others, at any address, for a layer. What a file does not say (its encoding, its coordinate system) is found out here,
once, so that it need not be guessed each time it is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..core.errors import BadFile
from ..core.feedback import SILENT, Feedback
from ..core.opendata_opening import LayerChoice
from . import coordinates, left_behind, opendata_codes
from .archives import require_space
from .gdal_session import gdal_session
from .opendata_copying import CLOSED, copy_part, parts_of

DELIVERED = "delivered"  # what a file is called while it is looked at
_SAMPLE = 500  # features that are looked at for where they lie
_MANY = 200  # layers of one file; KML has one for each folder
_DBF = 8 << 20  # bytes of attributes that tell their encoding

_DRIVERS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "geojson": (("GeoJSON", "TopoJSON", "ESRIJSON"), ()),
    "gml": (("GML",), ("DOWNLOAD_SCHEMA=NO", "WRITE_GFS=NO")),
    "kml": (("LIBKML", "KML"), ()),
    "shapefile": (("ESRI Shapefile",), ()),
    "geopackage": (("GPKG",), ()),
    "gdb": (("OpenFileGDB",), ()),
    "flatgeobuf": (("FlatGeobuf",), ()),
    "gpx": (("GPX",), ()),
    "mapinfo": (("MapInfo File",), ()),
}


@dataclass(frozen=True)
class Source:
    """One file (or folder) that GDAL reads as map data; `form` is a key of the drivers."""

    path: Path
    form: str


@dataclass(frozen=True)
class Made:
    """What became of a file: its layers, and the CRS that had to be guessed ("" where the file says it)."""

    layers: tuple[LayerChoice, ...]
    assumed: str = ""


def convert(
    sources: Sequence[Source],
    target: Path,
    title: str,
    near: tuple[float, float] | None = None,
    feedback: Feedback = SILENT,
) -> Made:
    """Write all layers of the sources into a new GeoPackage. `title` names a layer that the file does not name; `near`:
    longitude and latitude of where the data should lie.

    Raises BadFile for what can't be read and where there is no layer, DiskFull, NotWritable or Cancelled.
    """
    require_space(target.parent, sum(_size(source.path) for source in sources))
    taken: set[str] = set()
    layers: list[LayerChoice] = []
    assumed = ""
    feedback.step("converting")
    for number, source in enumerate(sources):
        part = feedback.part(number / len(sources), (number + 1) / len(sources))
        with gdal_session(**CLOSED):
            dataset = _opened_soon(source, part)
            texts = _texts(source, dataset, part)
            chosen = [dataset.GetLayer(index) for index in _layers(dataset)]
            for place, layer in enumerate(chosen):
                step = part.part(place / len(chosen), (place + 1) / len(chosen))
                guess = _guess(layer, near)
                layers += _copied(dataset, texts, layer, _name(layer, source, title), taken, guess, target, step)
                assumed = assumed or guess
            del dataset, texts, chosen, layer  # so that the file is let go
    if not layers:
        raise BadFile(sources[0].path if sources else target, "no_layer")
    return Made(tuple(layers), assumed)


def _texts(source: Source, dataset, feedback: Feedback):
    """Open GML again with every field as text where GDAL took some for numbers; None where there is no need."""
    if source.form != "gml" or not opendata_codes.numbers_of(dataset):
        return None
    return _opened_soon(source, feedback, GML_FIELDTYPES="ALWAYS_STRING")


def _copied(
    dataset, texts, layer, title: str, taken: set[str], guess: str, target: Path, feedback: Feedback
) -> Iterator[LayerChoice]:
    """Write one layer as a table for each of its shapes. `texts` is the dataset where its fields are text, or None."""
    parts = parts_of(dataset, layer)
    codes = opendata_codes.codes_of(layer, texts) if texts else frozenset()
    for number, part in enumerate(parts):
        name = _free(title, taken)
        step = feedback.part(number / len(parts), (number + 1) / len(parts))
        asked = opendata_codes.statement(layer, codes, part.where) if codes else ""
        given = texts if codes else dataset
        copy_part(given, layer, part, name, target, guess=guess, statement=asked, feedback=step)
        yield LayerChoice(name, title, part.shape)


# --- reading ------------------------------------------------------------------------------


def _opened_soon(source: Source, feedback: Feedback, **more: str):
    """Open a file. Of GeoJSON and GML all of it is read for that, which a user need not wait for to stop."""
    return left_behind.done(lambda _watch: _opened(source, **more), feedback)


def _opened(source: Source, **more: str):
    """Open a file, with more of GDAL's configuration."""
    from osgeo import gdal

    drivers, options = _DRIVERS[source.form]
    options = (*options, *_encoding(source.path)) if source.form == "shapefile" else options
    words = ""
    with gdal_session(**CLOSED, **more) as failures:
        try:
            dataset = gdal.OpenEx(str(source.path), gdal.OF_VECTOR, allowed_drivers=list(drivers), open_options=list(options))
        except RuntimeError as error:
            dataset, words = None, str(error)
    if dataset is None:
        raise BadFile(source.path, "unreadable", words=words or "; ".join(failures[:1]))
    return dataset


def _layers(dataset) -> list[int]:
    """Give the layers that hold anything; only a file that holds nothing has empty ones."""
    every = list(range(min(dataset.GetLayerCount(), _MANY)))
    filled = [index for index in every if dataset.GetLayer(index).GetFeatureCount()]
    return filled or every[:1]


def _name(layer, source: Source, title: str) -> str:
    """Name a layer: as the file does, but by the title where that is no name of anybody's."""
    name = re.sub(r"\s+", " ", layer.GetName()).strip()
    return title if name in ("", "OGRGeoJSON", DELIVERED) else name


def _free(name: str, taken: set[str]) -> str:
    number, free = 2, name
    while free.casefold() in taken:
        free, number = f"{name}_{number}", number + 1
    taken.add(free.casefold())
    return free


def _guess(layer, near: tuple[float, float] | None) -> str:
    """Name the CRS where the file has none, or says degrees of what can't be degrees; "" where it is right."""
    system = layer.GetSpatialRef()
    if not layer.GetGeomType() or layer.GetGeomType() == 100:  # a table
        return ""
    if system is not None and not (system.IsGeographic() and _is_far(layer)):
        return ""
    found = coordinates.guessed(_points(layer), near)
    return found.crs if found else ""


def _is_far(layer) -> bool:
    try:
        west, east, south, north = layer.GetExtent()
    except RuntimeError:
        return False
    return max(abs(west), abs(east)) > 400 or max(abs(south), abs(north)) > 400


def _points(layer) -> Iterator[tuple[float, float]]:
    layer.ResetReading()
    for _ in range(_SAMPLE):
        feature = layer.GetNextFeature()
        if feature is None:
            break
        geometry = feature.GetGeometryRef()
        if geometry is not None and not geometry.IsEmpty():
            west, east, south, north = geometry.GetEnvelope()
            yield (west + east) / 2, (south + north) / 2
    layer.ResetReading()


def _encoding(path: Path) -> tuple[str, ...]:
    """Find the encoding of a Shapefile's attributes by trying, where no .cpg beside it says the right one."""
    beside = {one.suffix.casefold(): one for one in path.parent.glob(f"{_escaped(path.stem)}.*")}
    if ".dbf" not in beside:
        return ()
    with beside[".dbf"].open("rb") as file:
        content = file.read(_DBF)
    rows = content[int.from_bytes(content[8:10], "little") :]
    said = beside[".cpg"].read_text("ascii", "replace").strip() if ".cpg" in beside else ""
    is_utf8 = _is_utf8(rows)
    if said and not ("UTF" in said.upper() and not is_utf8):
        return ()
    return ("ENCODING=UTF-8",) if is_utf8 else ("ENCODING=CP1252",)


def _is_utf8(content: bytes) -> bool:
    """Whether all that is no ASCII reads as UTF-8. Fields cut a letter in two now and then, as the end does: one in a hundred
    may be wrong."""
    letters = len(re.findall(rb"[\xc3-\xf4][\x80-\xbf]+", content))
    wrong = content.decode("utf-8", "replace").count("\ufffd")
    return wrong * 100 <= letters if letters else not wrong


def _escaped(stem: str) -> str:
    return re.sub(r"([\[*?])", r"[\1]", stem)


def _size(path: Path) -> int:
    return sum(each.stat().st_size for each in path.rglob("*")) if path.is_dir() else path.stat().st_size
