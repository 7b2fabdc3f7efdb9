"""Live layers: features that a service gives while the map is looked at (WFS, OGC API Features)."""

from __future__ import annotations

from qgis.core import QgsDataSourceUri, QgsVectorLayer

from ..clients.ogcapi import OgcApiService
from ..clients.wfs import FeatureType, WfsService
from ..core.errors import UnexpectedAnswer
from ..core.units import recognised
from . import styles
from .courier import courier
from .metadata import describe, set_about, set_extent
from .wording import host_text, layer_fault_text


def open_features(
    service: WfsService | OgcApiService, layer: FeatureType, *, crs: str = "", authcfg: str = ""
) -> QgsVectorLayer:
    """Open a type of features or a collection: with its credit, its terms, and our style where it is a unit that we know.

    Makes requests: call it in a worker thread, the layer is then handed to the GUI thread. `service` is what `Wfs.capabilities`
    or `OgcApi.collections` gave: its addresses have been checked. Raises UnexpectedAnswer.
    """
    if isinstance(service, WfsService):
        provider, protocol, expected = "WFS", "OGC:WFS", "WFS capabilities"
        source = wfs_source(service, layer, crs=crs, authcfg=authcfg)
    else:
        provider, protocol, expected = "OAPIF", "OGC:API-Features", "OGC API"
        source = ogcapi_source(service, layer, authcfg=authcfg)
    opened = QgsVectorLayer(source, layer.title, provider)
    if not opened.isValid():
        raise UnexpectedAnswer(host_text(service.url), service.url, expected, "nothing", layer_fault_text(opened))
    _describe(opened, service, layer, protocol)
    unit = recognised(layer.name, opened.fields().names())
    if unit and opened.isSpatial():
        styles.apply(opened, unit)
    opened.moveToThread(courier().home)
    return opened


def wfs_source(service: WfsService, layer: FeatureType, *, crs: str = "", authcfg: str = "") -> str:
    """Write a source of QGIS's WFS provider: in the CRS asked for where it is offered, else in the service's own."""
    uri = _source(service.url, layer.name, authcfg)
    uri.setParam("version", service.version or "auto")
    uri.setParam("pagingEnabled", "true" if service.pages else "false")
    offered = crs if crs in layer.crs else next(iter(layer.crs), "")
    if offered:
        uri.setParam("srsname", offered)
    return uri.uri(False)


def ogcapi_source(service: OgcApiService, layer: FeatureType, *, authcfg: str = "") -> str:
    """Write a source of QGIS's provider for OGC API Features. Which CRS it asks for is the provider's matter."""
    uri = _source(service.url, layer.name, authcfg)
    uri.setParam("pagingEnabled", "true")
    return uri.uri(False)


def _source(url: str, name: str, authcfg: str) -> QgsDataSourceUri:
    """Begin a source: of the features in view only, as kommuner of the whole country are tens of megabytes."""
    uri = QgsDataSourceUri()
    uri.setParam("url", url)
    uri.setParam("typename", name)
    uri.setParam("restrictToRequestBBOX", "1")
    if authcfg:
        uri.setAuthConfigId(authcfg)
    return uri


def _describe(opened: QgsVectorLayer, service: WfsService | OgcApiService, layer: FeatureType, protocol: str) -> None:
    credit, terms = layer.attribution or service.credit, layer.terms or service.terms
    links = [(service.title, protocol, service.url)]
    if layer.metadata_url:
        links.append((layer.title, "WWW:LINK", layer.metadata_url))
    about = layer.abstract or service.abstract
    metadata = describe(layer.title, about, [terms] if terms else [], [credit] if credit else [], links, [])
    set_extent(metadata, opened)
    set_about(opened, metadata, credit, "")
