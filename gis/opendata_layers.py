"""Layers of what was found in catalogues of open data, each with its licence, its credit and its link."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from qgis.core import (
    QgsAbstractMetadataBase,
    QgsDataSourceUri,
    QgsMapLayer,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..clients.arcgis import ArcgisService
from ..clients.wcs import WcsService
from ..core.errors import BadFile, Cancelled, KlasskartError, UnexpectedAnswer
from ..core.feedback import SILENT, Feedback
from ..core.opendata import Dataset
from ..core.opendata_opening import LayerChoice, Opening
from ..work import map_services
from ..work.services import Services
from . import map_layers
from .courier import courier
from .metadata import describe, set_about, set_extent
from .wording import date_text, host_text, layer_fault_text

translate = QCoreApplication.translate

_PICTURES = "PNG32"  # with see-through ground
_VOCABULARY = "Open data"  # whose keywords those of catalogues are


def open_layers(
    services: Services,
    opening: Opening,
    chosen: Sequence[LayerChoice],
    *,
    crs: str = "",
    authcfg: str = "",
    feedback: Feedback = SILENT,
) -> list[QgsMapLayer]:
    """Open layers of what `opendata_opening.look` found; in a job: the layers are handed to the GUI thread.

    `crs` is the project's, for services that offer it; `authcfg` goes to configured services only. A layer that can't be opened
    is told by a warning where others can. Raises BadFile, UnexpectedAnswer or UntrustedAddress where none can.
    """
    login = authcfg if services.config.addresses.trusted(opening.url) else ""
    opened: list[QgsMapLayer] = []
    failed: list[KlasskartError] = []
    for number, choice in enumerate(chosen):
        feedback.check()
        feedback.progress(number / len(chosen))
        try:
            layer = _opened(services, opening, choice, crs, login, feedback)
        except Cancelled:
            raise
        except KlasskartError as error:
            failed.append(error)
            continue
        layer.setName(title_of(opening, choice))
        _describe(layer, opening)
        layer.moveToThread(courier().home)
        opened.append(layer)
    if failed and not opened:
        raise failed[0]
    for error in failed:
        feedback.warn(error)
    return opened


def title_of(opening: Opening, choice: LayerChoice) -> str:
    """Name a layer: by the data set where it is all of it, and with what it shows where one layer has several shapes."""
    if len(opening.layers) == 1:
        return opening.dataset.title or choice.title
    if _is_mixed(opening, choice):
        shapes = {
            "point": translate("Layers", "{} (points)"),
            "line": translate("Layers", "{} (lines)"),
            "polygon": translate("Layers", "{} (areas)"),
        }
        return shapes.get(choice.shape, "{}").format(choice.title)
    return choice.title


def _opened(
    services: Services, opening: Opening, choice: LayerChoice, crs: str, authcfg: str, feedback: Feedback
) -> QgsMapLayer:
    if opening.path is not None:
        return open_file(opening.path, choice)
    if isinstance(opening.service, ArcgisService):
        return _open_arcgis(opening.service, choice, authcfg)
    if isinstance(opening.service, WcsService):
        return _open_coverage(opening.service, choice, crs, authcfg)
    layer = next(one for one in _all_layers(opening.service.layers) if one.name == choice.name)
    map_services.check_layer(services, opening.service, layer, feedback)
    return map_layers.open_layer(opening.service, layer, crs=crs, authcfg=authcfg)


def _all_layers(layers: Iterable) -> Iterable:
    for layer in layers:
        yield layer
        yield from _all_layers(layer.children)


def _is_mixed(opening: Opening, choice: LayerChoice) -> bool:
    """Whether the file has shapes of several kinds under one name."""
    return sum(one.title == choice.title for one in opening.layers) > 1


def open_file(path: Path, choice: LayerChoice) -> QgsVectorLayer:
    """Open a layer of a GeoPackage. Raises BadFile."""
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False  # a style in a stranger's file may hold more than colours
    layer = QgsVectorLayer(f"{path}|layername={choice.name}", choice.title, "ogr", options)
    if not layer.isValid():
        raise BadFile(str(path), "unreadable", "", layer_fault_text(layer))
    return layer


# --- coverages ------------------------------------------------------------------------------


def _open_coverage(service: WcsService, choice: LayerChoice, crs: str, authcfg: str) -> QgsRasterLayer:
    """Open a raster of a coverage service: its values, not a picture of them."""
    uri = QgsDataSourceUri()
    uri.setParam("url", service.url)
    uri.setParam("identifier", choice.name)
    uri.setParam("IgnoreGetMapUrl", "1")
    if service.version in ("1.0.0", "1.1.0", "1.1.1"):
        uri.setParam("version", service.version)
    if authcfg:
        uri.setAuthConfigId(authcfg)
    layer = QgsRasterLayer(bytes(uri.encodedUri()).decode("ascii"), choice.title, "wcs")
    if not layer.isValid():
        raise UnexpectedAnswer(host_text(service.url), service.url, "WCS capabilities", "nothing", layer_fault_text(layer))
    abstract = next((one.abstract for one in service.layers if one.name == choice.name and one.abstract), service.abstract)
    terms, credit = ([words] if words else [] for words in (service.terms, service.credit))
    metadata = describe(choice.title, abstract, terms, credit, [(service.title, "OGC:WCS", service.url)], [])
    set_about(layer, metadata, service.credit, "")
    return layer


# --- ArcGIS ---------------------------------------------------------------------------------


def _open_arcgis(service: ArcgisService, choice: LayerChoice, authcfg: str) -> QgsMapLayer:
    """Open a layer of an ArcGIS service: drawn by it, or as features."""
    if choice.shape == "picture":
        layer: QgsMapLayer = QgsRasterLayer(picture_source(service, choice, authcfg), choice.title, "arcgismapserver")
    else:
        layer = QgsVectorLayer(features_source(service, choice, authcfg), choice.title, "arcgisfeatureserver")
    if not layer.isValid():
        raise UnexpectedAnswer(host_text(service.url), service.url, "features", "nothing", layer_fault_text(layer))
    metadata = describe(
        choice.title,
        service.abstract,
        [],
        [service.credit] if service.credit else [],
        [(service.title, "ESRI:REST", f"{service.url}/{choice.name}")],
        [],
    )
    set_about(layer, metadata, service.credit, "")
    return layer


def features_source(service: ArcgisService, choice: LayerChoice, authcfg: str = "") -> str:
    uri = QgsDataSourceUri()
    uri.setParam("crs", service.crs)
    uri.setParam("url", f"{service.url}/{choice.name}")
    if authcfg:
        uri.setAuthConfigId(authcfg)
    return uri.uri(False)


def picture_source(service: ArcgisService, choice: LayerChoice, authcfg: str = "") -> str:
    uri = QgsDataSourceUri()
    uri.setParam("crs", service.crs)
    uri.setParam("format", _PICTURES)
    uri.setParam("layer", choice.name)
    uri.setParam("url", service.url)
    if authcfg:
        uri.setAuthConfigId(authcfg)
    return uri.uri(False)


# --- what a layer says about itself ----------------------------------------------------------


def _describe(layer: QgsMapLayer, opening: Opening) -> None:
    """Put what the catalogue says of the data set before what the service says of the layer."""
    dataset, said = opening.dataset, layer.metadata()
    metadata = describe(
        layer.name(),
        _joined(dataset.description, said.abstract()),
        _each(dataset.licence, said.licenses()),
        _each(dataset.publisher, said.rights()),
        [*_links(opening), *((link.name, link.type, link.url) for link in said.links())],
        _history(opening),
    )
    metadata.setIdentifier(next(iter(dataset.identifiers), ""))
    if dataset.keywords:
        metadata.setKeywords({_VOCABULARY: list(dataset.keywords)})
    if dataset.publisher:
        contact = QgsAbstractMetadataBase.Contact()
        contact.organization, contact.role = dataset.publisher, "publisher"
        metadata.addContact(contact)
    set_extent(metadata, layer)
    set_about(layer, metadata, credit_of(dataset, layer.attribution()), dataset.page or layer.attributionUrl())


def credit_of(dataset: Dataset, otherwise: str = "") -> str:
    """Whom to name under a map, and by which licence."""
    name = dataset.publisher or otherwise
    if name and not name.startswith("©"):
        name = f"© {name}"
    return ", ".join(words for words in (name, dataset.licence) if words)


def _links(opening: Opening) -> Iterable[tuple[str, str, str]]:
    dataset = opening.dataset
    if dataset.page:
        yield dataset.title, "WWW:LINK", dataset.page
    if opening.path is not None:
        yield translate("Layers", "Downloaded file"), "WWW:DOWNLOAD", opening.url
    if dataset.licence_url:
        yield dataset.licence or dataset.title, "WWW:LINK", dataset.licence_url


def _history(opening: Opening) -> list[str]:
    history = []
    if opening.fetched:
        words = translate("Layers", "Fetched from {host} on {date}")
        history.append(words.format(host=host_text(opening.url), date=date_text(opening.fetched)))
    if opening.dataset.updated:
        words = translate("Layers", "Data set updated on {}")
        history.append(words.format(date_text(opening.dataset.updated)))
    if opening.assumed:
        words = translate("Layers", "The file does not say its coordinate system: {} was assumed from where it lies")
        history.append(words.format(opening.assumed))
    return history


def _joined(*texts: str) -> str:
    return "\n\n".join(dict.fromkeys(text for text in texts if text))


def _each(first: str, rest: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(text for text in (first, *rest) if text))
