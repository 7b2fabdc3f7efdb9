"""Layers in the project, each with its name, dates, source, licence and credit, and a quiet style at once."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path

from qgis.core import QgsDateTimeRange, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QDate, QDateTime, QTime

from ..core.about import Table
from ..core.change_list import COLUMNS as CHANGE_FIELDS
from ..core.change_list import table_rows
from ..core.codes import Change, Code, CodeList, Correspondence
from ..core.errors import BadFile
from ..core.records import geonorge_page
from ..core.storage import writing
from ..core.units import UNITS, WHOLE_COUNTRY
from ..work.boundary_file import CREDIT, LICENCE, BoundaryFile
from ..work.cache import free_path
from ..work.joining import Attribute
from ..work.table_file import write_table
from . import origins, styles
from .layer_marks import CODES
from .metadata import add_record, describe, set_about, set_extent
from .wording import date_text, layer_fault_text, unit_text

translate = QCoreApplication.translate

CODE_FIELDS = ("code", "parent_code", "level", "name", "short_name", "presentation_name", "valid_from", "valid_to", "notes")
PAIR_FIELDS = ("source_code", "source_name", "target_code", "target_name")
_MOST_TITLED = 4  # areas that the name of a layer tells
_PUBLIC_DOMAIN = "CC0 1.0"  # of the illustration data
_SSB = "Statistisk sentralbyrå (SSB)"
_CATALOGUE = "https://kartkatalog.geonorge.no"
_KLASS = "https://www.ssb.no/klass/klassifikasjoner/{}"


# --- boundaries -----------------------------------------------------------------------


def boundary_layer(file: BoundaryFile, project: QgsProject, *, style: bool = True) -> QgsVectorLayer:
    """Put boundaries into the project, from where they lie in the cache. On the GUI thread. Raises BadFile."""
    layer = open_boundaries(file)
    if style:
        styles.apply(layer, file.unit)
    return project.addMapLayer(layer)


def open_boundaries(file: BoundaryFile) -> QgsVectorLayer:
    """Open boundaries as a layer with its metadata, in any project or none. Raises BadFile."""
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False  # the one in the file is for others: here the user's words and names go into it
    layer = QgsVectorLayer(boundary_source(file), boundary_title(file), "ogr", options)
    if not layer.isValid():
        raise BadFile(str(file.path), "unreadable", "", layer_fault_text(layer))
    describe_boundaries(layer, file)
    return layer


def boundary_source(file: BoundaryFile) -> str:
    return f"{file.path}|layername={file.layer}"


def describe_boundaries(layer: QgsVectorLayer, file: BoundaryFile) -> None:
    """Write into the layer what it shows, whose it is, and where it came from."""
    links = [(file.title, "WWW:LINK", page_of(file))]
    links += [(translate("Layers", "Downloaded file"), "WWW:DOWNLOAD", source.url) for source in file.sources]
    history = [translate("Layers", "Fetched from Geonorge on {}").format(date_text(file.fetched))]
    if file.updated:
        history.append(translate("Layers", "Changed at Geonorge: {}").format(file.updated))
    about = translate("Layers", "{title}: the division valid on {date}, from Kartverket through Geonorge.")
    about = about.format(title=file.title, date=date_text(f"{file.vintage}-01-01"))
    if len(file.areas) > _MOST_TITLED:
        about += " " + translate("Layers", "Areas: {}.").format(", ".join(file.areas))
    if UNITS[file.unit].made_of:
        about += " " + translate("Layers", "Put together from grunnkretser; the names are from SSB.")
    if file.coast:
        about += " " + coast_text(file)
        links += [(file.coast, "WWW:DOWNLOAD", url) for url in file.coast_url.split()]
    metadata = describe(
        boundary_title(file),
        f"{about} {CREDIT}, {licence_of(file)}.",
        [licence_of(file)],
        [CREDIT, _SSB] if UNITS[file.unit].made_of else [CREDIT],
        links,
        history,
    )
    if file.about:
        add_record(metadata, file.about)
    metadata.setIdentifier(file.dataset)
    start = QDateTime(QDate(file.vintage, 1, 1), QTime(0, 0))
    set_extent(metadata, layer, QgsDateTimeRange(start, start.addYears(1), True, False))
    set_about(layer, metadata, CREDIT, page_of(file))
    origins.note(layer, file)


def licence_of(file: BoundaryFile) -> str:
    """Give the licence of boundaries: what the catalogue says, else the usual one."""
    if file.own_coast:
        return _PUBLIC_DOMAIN
    return (file.about.licence if file.about else "") or LICENCE


def page_of(file: BoundaryFile) -> str:
    """Give the page of the data set in the catalogue; a search for it where its id is not known."""
    if file.dataset:
        return geonorge_page(file.dataset)
    return f"{_CATALOGUE}/search?text={file.title.replace(' ', '+')}"


def coast_text(file: BoundaryFile) -> str:
    """Say how boundaries came to be without sea."""
    if file.own_coast:
        return translate("Layers", "Without sea: simplified shapes that Geonorge has of this year ({}).").format(file.coast)
    return translate("Layers", "Without sea: cut with the coastline of {}.").format(file.coast)


def boundary_title(file: BoundaryFile) -> str:
    """Name the layer: Kommuner 2024, or Kommuner 2024 (0301, 32)."""
    title = f"{unit_text(file.unit)} {file.vintage}"
    if file.coast:
        title = translate("Layers", "{} without sea").format(title)
    areas = [area for area in file.areas if area not in (WHOLE_COUNTRY, *file.missing)]
    more = [*areas[: _MOST_TITLED - 1], "…"] if len(areas) > _MOST_TITLED else areas  # the metadata name them all
    title = f"{title} ({', '.join(more)})" if areas else title
    if file.extent:
        title = translate("Layers", "{} within an extent").format(title)
    if file.is_to_come:
        return translate("Layers", "{title}, not valid before {date}").format(
            title=title, date=date_text(f"{file.vintage}-01-01")
        )
    return title


# --- codes ------------------------------------------------------------------------------


def code_rows(codes: Iterable[Code]) -> Iterable[tuple[object, ...]]:
    """Give codes as rows of CODE_FIELDS; None where there is nothing."""
    return (tuple(getattr(code, name) or None for name in CODE_FIELDS) for code in codes)


def write_code_table(codes: CodeList, cache_folder: Path) -> Path:
    """Write codes as a table of the cache. In any thread. Raises DiskFull and NotWritable."""
    return _write_texts(cache_folder, f"klass_{codes.classification}_{codes.day}", "codes", CODE_FIELDS, code_rows(codes.codes))


def write_change_table(changes: Sequence[Change], name: str, cache_folder: Path) -> Path:
    """Write changes as a table of the cache, with the columns of klasskart:changes. Raises DiskFull and NotWritable."""
    return _write_texts(cache_folder, name, "changes", CHANGE_FIELDS, table_rows(changes))


def _write_texts(cache_folder: Path, name: str, layer: str, fields: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    folder = Path(cache_folder) / "tables"
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    path = free_path(folder, name)
    return write_table(path, layer, tuple(Attribute(field) for field in fields), rows)


def code_table_layer(
    codes: CodeList, cache_folder: Path, project: QgsProject, *, title: str, path: Path | None = None
) -> QgsVectorLayer:
    """Put codes into the project as a table: the one that `write_code_table` has written, else written now."""
    path = path or write_code_table(codes, cache_folder)
    when = date_text(codes.day) + (f"–{date_text(codes.end)}" if codes.end else "")
    about = translate("Layers", "Codes of Klass {number} that apply on {date}, from SSB.")
    words = about.format(number=codes.classification, date=when)
    return _klass_table(path, "codes", f"{title} {when}", words, codes.classification, project)


def change_table_layer(
    path: Path, classification: int, after: datetime.date, until: datetime.date, project: QgsProject, *, title: str
) -> QgsVectorLayer:
    """Put what `write_change_table` has written into the project. Raises BadFile."""
    about = translate("Layers", "What became of codes of Klass {number} after {after}, up to and including {until}, from SSB.")
    words = about.format(number=classification, after=date_text(after), until=date_text(until))
    return _klass_table(path, "changes", title, words, classification, project)


def _klass_table(
    path: Path, name: str, title: str, about: str, number: int, project: QgsProject, *, only_codes: bool = True
) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername={name}", title, "ogr")
    if not layer.isValid():
        raise BadFile(str(path), "unreadable", "", layer_fault_text(layer))
    address = _KLASS.format(number)
    metadata = describe(title, about, ["CC BY 4.0"], [_SSB], [("Klass", "WWW:LINK", address)], [])
    set_about(layer, metadata, _SSB, address)
    if only_codes:
        layer.setCustomProperty(CODES, True)
    project.addMapLayer(layer, False)
    project.layerTreeRoot().addLayer(layer)  # the last in the list: it draws nothing
    return layer


def klass_page(classification: int) -> str:
    """Give the address of a classification's page at ssb.no."""
    return _KLASS.format(classification)


def write_pairs(table: Table, pairs: Iterable[Correspondence], cache_folder: Path) -> Path:
    """Write the pairs of a correspondence table as a table of the cache. In any thread. Raises DiskFull and NotWritable."""
    rows = (tuple(text or None for text in pair[: len(PAIR_FIELDS)]) for pair in pairs)
    return _write_texts(cache_folder, f"klass_table_{table.id}", "pairs", PAIR_FIELDS, rows)


def pairs_layer(table: Table, classification: int, path: Path, project: QgsProject) -> QgsVectorLayer:
    """Put what `write_pairs` has written into the project; it can be joined as a table of one's own. Raises BadFile."""
    about = translate("Layers", "Correspondence table {number} of Klass, from SSB: {source} – {target}.")
    words = about.format(number=table.id, source=table.source, target=table.target)
    return _klass_table(path, "pairs", table.name, words, classification, project, only_codes=False)
