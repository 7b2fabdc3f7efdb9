"""Where a layer's data set is told about for people to read: at Geonorge, at Klass, or in the catalogue it was found in."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsMapLayer

from ..core.records import is_page, page_of

_LINK = "WWW:LINK"


def record_of(layer: QgsMapLayer) -> str:
    """Give the address of a layer's record; "" where it tells of none."""
    about = layer.metadata()
    licences = set(about.licenses())
    links = [link.url for link in about.links() if link.type == _LINK and link.name not in licences]
    pages = (page_of(address) for address in (*links, layer.attributionUrl()))
    return next(filter(is_page, pages), "")


def records_of(layers: Iterable[QgsMapLayer]) -> list[str]:
    """Give the records of some layers, each once."""
    return list(dict.fromkeys(filter(None, map(record_of, layers))))
