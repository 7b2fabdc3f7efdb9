"""Reading what map services offer: those that the plugin knows, and any address."""

from __future__ import annotations

from ..clients import wms, wmts
from ..clients.wms import WmsService
from ..clients.wmts import WmtsService
from ..core.feedback import SILENT, Feedback
from .services import Services

# What the Map page calls them, and where they are: service and path. "" is also what an empty setting means.
KNOWN = {"": ("wms", wms.ADMINISTRATIVE), "grunnkretser": ("wms", wms.GRUNNKRETSER), "background": ("wmts", wmts.BACKGROUND)}


def read(services: Services, address: str, feedback: Feedback = SILENT) -> WmsService | WmtsService:
    """Ask a service of `KNOWN`, or one at an address, for its layers. Raises what `Wms.capabilities` raises."""
    kind, path = KNOWN.get(address, ("", ""))
    url = services.config.addresses.url(kind, path) if kind else address
    if kind == "wmts" or wmts.is_wmts_address(url):
        return services.wmts.capabilities(url, feedback=feedback)
    return services.wms.capabilities(url, feedback=feedback)
