"""What a layer says about itself: title, licence, credit, links, extent and time."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsAbstractMetadataBase, QgsDateTimeRange, QgsLayerMetadata, QgsMapLayer


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
