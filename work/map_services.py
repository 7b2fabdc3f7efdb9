"""Reading what services of maps and features offer: those that the plugin knows, and any address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Union
from urllib.parse import parse_qsl, urlsplit

from ..clients import wfs, wms, wmts
from ..clients.ogcapi import OgcApiService
from ..clients.wfs import FeatureType, WfsService
from ..clients.wms import WmsLayer, WmsService
from ..clients.wmts import WmtsService
from ..core.errors import Faulty, KlasskartError, Refused, UnexpectedAnswer
from ..core.feedback import SILENT, Feedback
from .services import Services

if TYPE_CHECKING:  # Python keeps unions for ever, and with them all of a plugin that was loaded anew
    AnyService = Union[WmsService, WmtsService, WfsService, OgcApiService]

# What the Map page calls them, and where they are: service and path. "" is also what an empty setting means.
KNOWN = {
    "": ("wms", wms.ADMINISTRATIVE),
    "grunnkretser": ("wms", wms.GRUNNKRETSER),
    "background": ("wmts", wmts.BACKGROUND),
    "features": ("wfs", wfs.ADMINISTRATIVE),
}

_KINDS = ("ogcapi", "wms", "wfs", "wmts")
_OF_ANSWER = {
    "WMS_Capabilities": "wms",
    "WMT_MS_Capabilities": "wms",
    "WFS_Capabilities": "wfs",
    "Capabilities": "wmts",
    "JSON": "ogcapi",
}
_IN_PATHS = (("collections", "ogcapi"), ("wfs3", "ogcapi"), ("wmts", "wmts"), ("wms", "wms"), ("wfs", "wfs"))


def read(services: Services, address: str, feedback: Feedback = SILENT) -> AnyService:
    """Ask a service of `KNOWN`, or one at an address, for its layers. What it is, its answers tell.

    Raises what the clients' questions raise: of several failures the first.
    """
    kind, path = KNOWN.get(address, ("", ""))
    if kind:
        return _ask(services, kind, services.config.addresses.url(kind, path), feedback)
    said = kind_of(address)
    left = [said, *(one for one in _KINDS if one != said)] if said else [*_KINDS]
    failures: list[KlasskartError] = []
    while left:
        kind = left.pop(0)
        try:
            return _ask(services, kind, address, feedback)
        except (UnexpectedAnswer, Refused, Faulty) as error:
            failures.append(error)
            told = _OF_ANSWER.get(str(getattr(error, "got", "")))
            left.sort(key=lambda one: one != told)
    raise failures[0]


def kind_of(address: str) -> str:
    """Tell what an address says of itself: wms, wmts, wfs or ogcapi, by the service that is asked for or its path; "" else."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    asked = {key.casefold(): value.casefold() for key, value in parse_qsl(parts.query)}
    if asked.get("service") in _KINDS:
        return asked["service"]
    below_first = reversed(parts.path.casefold().split("/"))  # Geonorge's WFS lies in a folder called skwms1
    return next((kind for folder in below_first for part, kind in _IN_PATHS if part in folder), "")


def check_layer(services: Services, service: AnyService, layer: object, feedback: Feedback = SILENT) -> None:
    """Look at the addresses that QGIS will only meet when it opens a layer. Raises UntrustedAddress."""
    if isinstance(service, WmsService) and isinstance(layer, WmsLayer):
        for address in wms.legend_addresses(service, layer):
            services.config.addresses.check(address)
    if isinstance(service, OgcApiService) and isinstance(layer, FeatureType):
        services.ogcapi.check_items(service, layer, feedback=feedback)


def _ask(services: Services, kind: str, address: str, feedback: Feedback) -> AnyService:
    client = getattr(services, kind)
    ask = client.collections if kind == "ogcapi" else client.capabilities
    return ask(address, feedback=feedback)
