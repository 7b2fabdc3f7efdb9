"""What a delivered file holds that can become a layer: itself, or what is in the zip that it is."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..clients import map_data, markup
from ..core.errors import BadFile
from ..core.feedback import SILENT, Feedback
from . import archives
from .opendata_conversion import Source

UNPACKED = 4 << 30  # bytes
_HEAD = 64 * 1024
_MOST_NAMED = 8

_SUFFIXES = {
    ".shp": "shapefile", ".gpkg": "geopackage", ".geojson": "geojson", ".json": "geojson", ".topojson": "geojson",
    ".gml": "gml", ".xml": "gml", ".kml": "kml", ".fgb": "flatgeobuf", ".gpx": "gpx", ".tab": "mapinfo", ".mif": "mapinfo",
    ".csv": "table", ".tsv": "table", ".xlsx": "table", ".xls": "table", ".ods": "table",
}  # fmt: skip
_COMPANIONS = frozenset(
    {".shx", ".dbf", ".prj", ".cpg", ".cst", ".xsd", ".gfs", ".dat", ".map", ".id", ".mid", ".gdbtable", ".gdbtablx"}
    | {".gdbindexes", ".atx", ".spx", ".freelist", ".horizon", ".timestamps", ""}
)
_OF_SHAPEFILE = (".dbf", ".shx", ".prj", ".cpg")
_FORMS = {"geojson": "geojson", "gml": "gml", "kml": "kml", "geopackage": "geopackage", "download": "flatgeobuf"}
_KINDS = frozenset({"geojson", "gml", "kml", "geopackage", "shapefile"})  # the rest is "download"


@dataclass(frozen=True)
class Contents:
    """What can become layers: `sources` of map data, else the largest `table`. `kind` is a word of KINDS."""

    kind: str
    sources: tuple[Source, ...] = ()
    table: Path | None = None


class NothingInside(Exception):
    """A file without anything for a map; `got` is what it is, `names` some of what is in it."""

    def __init__(self, got: str, names: Sequence[str] = ()):
        super().__init__(got)
        self.got = got
        self.names = ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")


def look_into(path: Path, folder: Path, content_type: str = "", feedback: Feedback = SILENT) -> Contents:
    """Find the map data in a file; a zip is unpacked into `folder`. Raises NothingInside and BadFile."""
    with path.open("rb") as file:
        found = map_data.kind_of(file.read(_HEAD), content_type)
    if found == "zip":
        return _packed(path, folder, feedback)
    if found in ("csv", "xlsx", "JSON"):
        return Contents("xlsx" if found == "xlsx" else "csv", table=path)
    if found == "shapefile":
        return Contents("shapefile", (Source(_named(path, ".shp"), "shapefile"),))
    if found not in _FORMS:
        raise NothingInside(found)
    return Contents(found, (_checked(Source(path, _FORMS[found])),))


def _packed(path: Path, folder: Path, feedback: Feedback) -> Contents:
    names = _names(path)
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names or ("content.xml" in names and "mimetype" in names):
        return Contents("xlsx", table=path)
    feedback.step("unpacking")
    archives.unpack(path, folder, wanted=_is_wanted, limit_bytes=UNPACKED, feedback=feedback)
    sources = tuple(_sources(folder))
    maps = tuple(_checked(source) for source in sources if source.form != "table" and _is_what_it_says(source))
    if maps:
        forms = {source.form for source in maps}
        return Contents(maps[0].form if len(forms) == 1 and forms <= _KINDS else "download", maps)
    tables = [source.path for source in sources if source.form == "table"]
    if tables:
        return Contents("csv", table=max(tables, key=lambda table: table.stat().st_size))
    raise NothingInside("zip", names)


def _names(path: Path) -> list[str]:
    try:
        with zipfile.ZipFile(path) as archive:
            return [member.filename for member in archive.infolist() if not member.is_dir()]
    except zipfile.BadZipFile as error:
        raise BadFile(path, "corrupt", words=str(error)) from error


def _is_wanted(name: str) -> bool:
    """Whether a file of a zip is map data or belongs to some; pictures and reports stay packed."""
    name = name.casefold()
    if "__macosx/" in name:
        return False
    suffix = Path(name).suffix
    return suffix in _SUFFIXES or suffix in _COMPANIONS or ".gdb/" in name


def _sources(folder: Path) -> Iterator[Source]:
    for database in sorted(folder.rglob("*.gdb")):
        if database.is_dir():
            yield Source(database, "gdb")
    for path in sorted(folder.rglob("*")):
        form = _SUFFIXES.get(path.suffix.casefold())
        if form == "shapefile":
            _align(path)
        if form and path.is_file() and not any(parent.suffix.casefold() == ".gdb" for parent in path.parents):
            yield Source(path, form)


def _align(path: Path) -> None:
    """Give what belongs to a Shapefile its name: zips from Windows mix capitals, which only there mean the same."""
    for beside in list(path.parent.iterdir()):
        suffix, right = beside.suffix.casefold(), path.with_suffix(beside.suffix.casefold())
        belongs = suffix in _OF_SHAPEFILE and beside.stem.casefold() == path.stem.casefold()
        if belongs and not right.exists():
            beside.rename(right)


def _is_what_it_says(source: Source) -> bool:
    """Whether a file holds what its name says: .xml and .json are used for much else."""
    if source.form not in ("gml", "geojson", "kml", "geopackage") or source.path.is_dir():
        return True
    with source.path.open("rb") as file:
        return map_data.kind_of(file.read(_HEAD)) == source.form


def _checked(source: Source) -> Source:
    """Refuse XML with entities before GDAL reads it. Raises BadFile."""
    if source.form in ("gml", "kml", "gpx") and source.path.suffix.casefold() != ".kmz":
        with source.path.open("rb") as file:
            try:
                markup.check_start(iter(lambda: file.read(_HEAD), b""))
            except markup.BadMarkup as error:
                raise BadFile(source.path, "corrupt", words=str(error)) from error
    return source


def _named(path: Path, suffix: str) -> Path:
    """Give a file the ending by which its format knows what belongs to it."""
    return path if path.suffix.casefold() == suffix else path.rename(path.with_suffix(suffix))
