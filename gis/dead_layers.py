"""Layers of a project whose map service is gone, and QGIS's own old entry of Geonorge's catalogue."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsDataProvider, QgsMapLayer, QgsRasterLayer, QgsSettings

from ..core import dead_addresses
from ..core.addresses import AddressBook
from ..core.dead_addresses import Repair
from ..core.errors import UnexpectedAnswer
from .wording import host_text, layer_fault_text

_CATALOGUES = "MetaSearch"  # where QGIS keeps the catalogues that its MetaSearch plugin asks


def repair_of(layer: QgsMapLayer, addresses: AddressBook) -> Repair | None:
    """Tell what is to be done about a layer; None where its address is not known to be dead."""
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "wms":
        return None
    return dead_addresses.find(layer.source(), addresses)


def dead_layers(layers: Iterable[QgsMapLayer], addresses: AddressBook) -> dict[str, Repair]:
    """Give what is to be done by layer id, of the layers that are dead."""
    found = ((layer.id(), repair_of(layer, addresses)) for layer in layers)
    return {layer_id: repair for layer_id, repair in found if repair is not None}


def try_source(source: str) -> None:
    """Open a data source, so that nothing dead is replaced by something that does not answer. For a worker thread.

    QGIS keeps the description of the service that it reads here: `mend` then finds it without a wait. Raises UnexpectedAnswer.
    """
    layer = QgsRasterLayer(source, "", "wms")
    if not layer.isValid():
        url = dead_addresses.url_of(source)
        raise UnexpectedAnswer(host_text(url), url, "WMS capabilities", "nothing", layer_fault_text(layer))


def mend(layer: QgsRasterLayer, repair: Repair) -> None:
    """Give a layer its new source. Name, place, style, opacity and id stay. On the GUI thread."""
    layer.setDataSource(repair.source, layer.name(), "wms", QgsDataProvider.ProviderOptions(), False)


def old_catalogues(addresses: AddressBook, settings: QgsSettings | None = None) -> dict[str, str]:
    """Give today's address by name of each catalogue of MetaSearch whose address is dead."""
    settings = settings or QgsSettings()
    settings.beginGroup(_CATALOGUES)
    names = settings.childGroups()
    settings.endGroup()
    found = {
        name: dead_addresses.current_catalogue(str(settings.value(f"{_CATALOGUES}/{name}/url") or ""), addresses)
        for name in names
    }
    return {name: address for name, address in found.items() if address}


def mend_catalogues(found: dict[str, str], settings: QgsSettings | None = None) -> None:
    settings = settings or QgsSettings()
    for name, address in found.items():
        settings.setValue(f"{_CATALOGUES}/{name}/url", address)
