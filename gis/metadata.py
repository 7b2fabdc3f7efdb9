"""What a layer says about itself: title, licence, credit, links, extent and time."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsAbstractMetadataBase, QgsDateTimeRange, QgsLayerMetadata, QgsMapLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..core.dataset_record import DatasetRecord
from .wording import date_text

translate = QCoreApplication.translate
_VOCABULARY = "Geonorge"


def describe(
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


def add_record(metadata: QgsLayerMetadata, record: DatasetRecord) -> None:
    """Add what the owner says of the whole data set to what we say of the layer, which comes first."""
    metadata.setAbstract("\n\n".join(filter(None, (metadata.abstract(), record.abstract))))
    metadata.setConstraints([QgsLayerMetadata.Constraint(words, "use") for words in record.terms])
    if record.keywords:
        metadata.setKeywords({_VOCABULARY: list(record.keywords)})
    for organisation, role in record.contacts:
        contact = QgsAbstractMetadataBase.Contact()
        contact.organization, contact.role = organisation, role
        metadata.addContact(contact)
    links = [QgsAbstractMetadataBase.Link(name or record.title, kind, url) for name, kind, url in record.links]
    if record.licence_url:
        links.append(QgsAbstractMetadataBase.Link(record.licence, "WWW:LINK", record.licence_url))
    metadata.setLinks([*metadata.links(), *links])
    if record.revised:
        metadata.addHistoryItem(translate("Layers", "Data set revised on {}").format(date_text(record.revised)))


def set_extent(metadata: QgsLayerMetadata, layer: QgsMapLayer, time: QgsDateTimeRange | None = None) -> None:
    metadata.setCrs(layer.crs())
    spatial = QgsLayerMetadata.SpatialExtent()
    spatial.bounds = layer.extent().toBox3d(0, 0)
    spatial.extentCrs = layer.crs()
    extent = QgsLayerMetadata.Extent()
    extent.setSpatialExtents([spatial])
    if time is not None:
        extent.setTemporalExtents([time])
    metadata.setExtent(extent)


def set_about(layer: QgsMapLayer, metadata: QgsLayerMetadata, credit: str, url: str) -> None:
    layer.setMetadata(metadata)
    # These two stand in map services that QGIS publishes, and where credit is put on a map.
    layer.setAttribution(credit)
    layer.setAttributionUrl(url)
