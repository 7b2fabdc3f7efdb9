"""Layers in the project, each with its name, dates, source, licence and credit, and a quiet style at once."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path

from qgis.core import (
    QgsAbstractMetadataBase,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDataSourceUri,
    QgsDateTimeRange,
    QgsLayerMetadata,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QDate, QDateTime, QTime

from ..clients.wms import WmsLayer, WmsService
from ..core.about import Table
from ..core.change_list import COLUMNS as CHANGE_FIELDS
from ..core.change_list import table_rows
from ..core.codes import Change, Code, CodeList, Correspondence
from ..core.errors import BadFile, UnexpectedAnswer
from ..core.storage import writing
from ..core.units import UNITS, WHOLE_COUNTRY
from ..work.boundaries import CREDIT, LICENCE, BoundaryFile
from ..work.cache import free_path
from ..work.joining import Attribute
from ..work.table_file import write_table
from . import origins, styles
from .courier import courier
from .wording import date_text, host_text, layer_fault_text, unit_text

translate = QCoreApplication.translate

CODE_FIELDS = ("code", "parent_code", "level", "name", "short_name", "presentation_name", "valid_from", "valid_to", "notes")
PAIR_FIELDS = ("source_code", "source_name", "target_code", "target_name")
_PUBLIC_DOMAIN = "CC0 1.0"  # of the illustration data
_SSB = "Statistisk sentralbyrå (SSB)"
_CATALOGUE = "https://kartkatalog.geonorge.no"
_KLASS = "https://www.ssb.no/klass/klassifikasjoner/{}"
_USUAL_CRS = "EPSG:25833"
_CODES = "klasskart/codes"  # a property of tables of codes: they are no figures of the user's


# --- boundaries -----------------------------------------------------------------------


def boundary_layer(file: BoundaryFile, project: QgsProject, *, style: bool = True) -> QgsVectorLayer:
    """Put boundaries into the project, from where they lie in the cache. On the GUI thread. Raises BadFile."""
    layer = open_boundaries(file)
    if style:
        styles.apply(layer, file.unit)
    return project.addMapLayer(layer)


def open_boundaries(file: BoundaryFile) -> QgsVectorLayer:
    """Open boundaries as a layer with its metadata, in any project or none. Raises BadFile."""
    layer = QgsVectorLayer(boundary_source(file), boundary_title(file), "ogr")
    if not layer.isValid():
        raise BadFile(str(file.path), "unreadable", "", layer_fault_text(layer))
    describe_boundaries(layer, file)
    return layer


def boundary_source(file: BoundaryFile) -> str:
    return f"{file.path}|layername={file.layer}"


def describe_boundaries(layer: QgsVectorLayer, file: BoundaryFile) -> None:
    """Write into the layer what it shows, whose it is, and where it came from."""
    links = [(file.title, "WWW:LINK", f"{_CATALOGUE}/search?text={file.title.replace(' ', '+')}")]
    links += [(translate("Layers", "Downloaded file"), "WWW:DOWNLOAD", source.url) for source in file.sources]
    history = [translate("Layers", "Fetched from Geonorge on {}").format(date_text(file.fetched))]
    if file.updated:
        history.append(translate("Layers", "Changed at Geonorge: {}").format(file.updated))
    about = translate("Layers", "{title}: the division valid on {date}, from Kartverket through Geonorge.")
    about = about.format(title=file.title, date=date_text(f"{file.vintage}-01-01"))
    if UNITS[file.unit].made_of:
        about += " " + translate("Layers", "Put together from grunnkretser; the names are from SSB.")
    if file.coast:
        about += " " + coast_text(file)
        links += [(file.coast, "WWW:DOWNLOAD", url) for url in file.coast_url.split()]
    metadata = _metadata(
        boundary_title(file),
        about,
        [_PUBLIC_DOMAIN if file.own_coast else LICENCE],
        [CREDIT, _SSB] if UNITS[file.unit].made_of else [CREDIT],
        links,
        history,
    )
    start = QDateTime(QDate(file.vintage, 1, 1), QTime(0, 0))
    _set_extent(metadata, layer, QgsDateTimeRange(start, start.addYears(1), True, False))
    _set_about(layer, metadata, CREDIT, _CATALOGUE)
    origins.note(layer, file)


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
    title = f"{title} ({', '.join(areas)})" if areas else title
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
    metadata = _metadata(title, about, ["CC BY 4.0"], [_SSB], [("Klass", "WWW:LINK", address)], [])
    _set_about(layer, metadata, _SSB, address)
    if only_codes:
        layer.setCustomProperty(_CODES, True)
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


# --- map services -------------------------------------------------------------------------


def wms_layer(
    service: WmsService,
    layers: WmsLayer | Sequence[WmsLayer],
    project: QgsProject,
    *,
    style: str = "",
    crs: str = "",
    format: str = "",
    authcfg: str = "",
) -> QgsRasterLayer:
    """Put one layer of a map service into the project, or several in one. QGIS asks the service for its capabilities again.

    `service` is what `Wms.capabilities` gave: its address has been checked. Raises UnexpectedAnswer.
    """
    layer = open_wms(service, layers, style=style, crs=crs or project.crs().authid(), format=format, authcfg=authcfg)
    return project.addMapLayer(layer)


def open_wms(
    service: WmsService,
    layers: WmsLayer | Sequence[WmsLayer],
    *,
    style: str = "",
    crs: str = "",
    format: str = "",
    authcfg: str = "",
) -> QgsRasterLayer:
    """Open layers of a map service. May be called in a worker thread: the layer is then handed to the GUI thread."""
    chosen = (layers,) if isinstance(layers, WmsLayer) else tuple(layers)
    address = wms_address(service, chosen, style=style, crs=crs, format=format, authcfg=authcfg)
    layer = QgsRasterLayer(address, ", ".join(one.title for one in chosen), "wms")
    if not layer.isValid():
        host = host_text(service.url)
        raise UnexpectedAnswer(host, service.url, "WMS capabilities", "nothing", layer_fault_text(layer))
    _limit_extent(layer, chosen)
    credit = next((one.attribution for one in chosen if one.attribution), service.credit)
    metadata = _metadata(
        layer.name(),
        next((one.abstract for one in chosen if one.abstract), service.abstract),
        [service.terms] if service.terms else [],
        [credit] if credit else [],
        [(service.title, "OGC:WMS", service.url)]
        + [(one.title, "WWW:LINK", one.metadata_url) for one in chosen if one.metadata_url],
        [],
    )
    _set_extent(metadata, layer)
    _set_about(layer, metadata, credit, next((one.attribution_url for one in chosen if one.attribution_url), ""))
    layer.moveToThread(courier().home)
    return layer


def wms_address(
    service: WmsService, layers: Sequence[WmsLayer], *, style: str = "", crs: str = "", format: str = "", authcfg: str = ""
) -> str:
    """Write a data source of QGIS's WMS provider. What the service does not offer gives way to what it does.

    Maps are asked for where the capabilities came from: an address inside the answer has not been checked.
    """
    uri = QgsDataSourceUri()
    uri.setParam("url", service.url)
    uri.setParam("crs", _offered(crs, layers[0].crs, _USUAL_CRS))
    uri.setParam("format", _offered(format, service.formats, "image/png"))
    for layer in layers:  # a parameter that is set again is added
        uri.setParam("layers", layer.name)
        uri.setParam("styles", style if style in [one.name for one in layer.styles] else "")
    uri.setParam("contextualWMSLegend", "0")
    uri.setParam("dpiMode", "7")
    uri.setParam("IgnoreGetMapUrl", "1")
    uri.setParam("IgnoreGetFeatureInfoUrl", "1")
    if authcfg:
        uri.setAuthConfigId(authcfg)
    return bytes(uri.encodedUri()).decode("ascii")


def _offered(wanted: str, offered: Sequence[str], usual: str) -> str:
    return next((one for one in (wanted, usual) if one in offered), offered[0] if offered else usual)


def _limit_extent(layer: QgsRasterLayer, layers: Sequence[WmsLayer]) -> None:
    """Set the extent that the capabilities give in degrees: the one in metres is nonsense on some servers."""
    known = [one.extent for one in layers if one.extent]
    if not known:
        return
    around = QgsRectangle(*known[0])
    for extent in known[1:]:
        around.combineExtentWith(QgsRectangle(*extent))
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    try:
        transform = QgsCoordinateTransform(degrees, layer.crs(), QgsCoordinateTransformContext())
        layer.setExtent(transform.transformBoundingBox(around))
    except QgsCsException:
        return  # an extent outside of what the CRS is made for: QGIS's own stays


# --- metadata -------------------------------------------------------------------------------


def _metadata(
    title: str,
    abstract: str,
    licences: Sequence[str],
    rights: Sequence[str],
    links: Sequence[tuple[str, str, str]],
    history: Sequence[str],
) -> QgsLayerMetadata:
    metadata = QgsLayerMetadata()
    metadata.setType("dataset")
    metadata.setLanguage("nb")
    metadata.setTitle(title)
    metadata.setAbstract(abstract)
    metadata.setLicenses(list(licences))
    metadata.setRights(list(rights))
    metadata.setLinks([QgsAbstractMetadataBase.Link(name, kind, url) for name, kind, url in links])
    metadata.setHistory(list(history))
    return metadata


def _set_extent(metadata: QgsLayerMetadata, layer: QgsMapLayer, time: QgsDateTimeRange | None = None) -> None:
    metadata.setCrs(layer.crs())
    spatial = QgsLayerMetadata.SpatialExtent()
    spatial.bounds = layer.extent().toBox3d(0, 0)
    spatial.extentCrs = layer.crs()
    extent = QgsLayerMetadata.Extent()
    extent.setSpatialExtents([spatial])
    if time is not None:
        extent.setTemporalExtents([time])
    metadata.setExtent(extent)


def _set_about(layer: QgsMapLayer, metadata: QgsLayerMetadata, credit: str, url: str) -> None:
    layer.setMetadata(metadata)
    # These two stand in map services that QGIS publishes, and where credit is put on a map.
    layer.setAttribution(credit)
    layer.setAttributionUrl(url)
