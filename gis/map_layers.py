"""Layers of map services, each with its extent, terms and credit."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDataSourceUri,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

from ..clients.ogcapi import OgcApiService
from ..clients.wfs import FeatureType, WfsService
from ..clients.wms import WmsLayer, WmsService
from ..clients.wmts import MatrixSet, WmtsLayer, WmtsService
from ..core.errors import UnexpectedAnswer
from .courier import courier
from .feature_services import open_features
from .metadata import describe, set_about, set_extent
from .wording import host_text, layer_fault_text

_USUAL_CRS = "EPSG:25833"
_ANSWERS = "10"  # how many features at most are told about at a point that is asked for


def open_layer(
    service: WmsService | WmtsService | WfsService | OgcApiService,
    layer: WmsLayer | WmtsLayer | FeatureType,
    *,
    style: str = "",
    crs: str = "",
    format: str = "",
    authcfg: str = "",
) -> QgsRasterLayer | QgsVectorLayer:
    """Open a layer of what a service offers. In any thread, as `open_wms`, `open_wmts` and `open_features`."""
    if isinstance(service, (WfsService, OgcApiService)):
        return open_features(service, layer, crs=crs, authcfg=authcfg)
    opener = open_wmts if isinstance(service, WmtsService) else open_wms
    return opener(service, layer, style=style, crs=crs, format=format, authcfg=authcfg)


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
    layer = _opened(address, ", ".join(one.title for one in chosen), service.url, "WMS capabilities")
    _limit_extent(layer, chosen)
    credit = next((one.attribution for one in chosen if one.attribution), service.credit)
    metadata = describe(
        layer.name(),
        next((one.abstract for one in chosen if one.abstract), service.abstract),
        [service.terms] if service.terms else [],
        [credit] if credit else [],
        [(service.title, "OGC:WMS", service.url)]
        + [(one.title, "WWW:LINK", one.metadata_url) for one in chosen if one.metadata_url],
        [],
    )
    set_extent(metadata, layer)
    set_about(layer, metadata, credit, next((one.attribution_url for one in chosen if one.attribution_url), ""))
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
    uri.setParam("featureCount", _ANSWERS)
    return _written(uri, authcfg)


# --- tiles ----------------------------------------------------------------------------------


def open_wmts(
    service: WmtsService, layer: WmtsLayer, *, style: str = "", crs: str = "", format: str = "", authcfg: str = ""
) -> QgsRasterLayer:
    """Open a layer of tiles, in the set whose CRS is asked for. In any thread, as `open_wms`. Raises UnexpectedAnswer."""
    tiles = tile_set(layer, crs)
    source = wmts_source(service.url, layer, tiles, style=style, format=format, authcfg=authcfg)
    opened = _opened(source, layer.title, service.url, "WMTS capabilities")
    metadata = describe(
        layer.title,
        layer.abstract or service.abstract,
        [service.terms] if service.terms else [],
        [service.credit] if service.credit else [],
        [(service.title, "OGC:WMTS", service.url)],
        [],
    )
    set_extent(metadata, opened)
    set_about(opened, metadata, service.credit, "")
    opened.moveToThread(courier().home)
    return opened


def tile_set(layer: WmtsLayer, crs: str) -> MatrixSet | None:
    """Give the set of tiles in a CRS; where the layer has none, one that QGIS draws anew: UTM 33 first, else any."""
    known = [one for one in layer.sets if one.crs]
    return layer.set_in(crs) or layer.set_in(_USUAL_CRS) or next(iter(known or layer.sets), None)


def wmts_source(
    url: str, layer: WmtsLayer, tiles: MatrixSet | None, *, style: str = "", format: str = "", authcfg: str = ""
) -> str:
    """Write a data source of QGIS's provider for tiles. `url` is that of the capabilities, tiles are asked for there too."""
    styles = [one.name for one in layer.styles]
    uri = QgsDataSourceUri()
    uri.setParam("url", url)
    uri.setParam("layers", layer.name)
    uri.setParam("styles", _offered(style, styles, "default"))
    uri.setParam("format", _offered(format, layer.formats, "image/png"))
    uri.setParam("crs", (tiles.crs if tiles else "") or _USUAL_CRS)
    uri.setParam("tileMatrixSet", tiles.name if tiles else "")
    return _written(uri, authcfg)


def _written(uri: QgsDataSourceUri, authcfg: str) -> str:
    """Write a source of which everything is asked for at the address that was checked, not at those that its answer names."""
    uri.setParam("dpiMode", "7")
    uri.setParam("IgnoreGetMapUrl", "1")
    uri.setParam("IgnoreGetFeatureInfoUrl", "1")
    if authcfg:
        uri.setAuthConfigId(authcfg)
    return bytes(uri.encodedUri()).decode("ascii")


def _opened(source: str, title: str, url: str, expected: str) -> QgsRasterLayer:
    layer = QgsRasterLayer(source, title, "wms")
    if not layer.isValid():
        raise UnexpectedAnswer(host_text(url), url, expected, "nothing", layer_fault_text(layer))
    return layer


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
