"""Tile services (WMTS 1.0.0): the layers a server offers, and in which coordinate systems its tiles lie."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..core.addresses import AddressBook
from ..core.crs import crs_name
from ..core.errors import UnexpectedAnswer
from ..core.feedback import SILENT, Feedback
from .capabilities import ask, root_of
from .http import Http
from .markup import Element, child, text, texts
from .wms import Extent, WmsStyle, exception_words, sane_extent, service_address, use_terms

BACKGROUND = "v1/service"  # Kartverket's cache, asked with parameters: QGIS then fetches tiles from that address too

_QUESTION = "SERVICE=WMTS&REQUEST=GetCapabilities"


@dataclass(frozen=True)
class MatrixSet:
    """A division into tiles; `crs` as QGIS writes it: EPSG:25833. "" where the server names one that can't be read."""

    name: str
    crs: str


@dataclass(frozen=True)
class WmtsLayer:
    """One layer; the names are those of `wms.WmsLayer`, as far as tiles have the same."""

    name: str
    title: str
    abstract: str = ""
    styles: tuple[WmsStyle, ...] = ()
    formats: tuple[str, ...] = ()
    sets: tuple[MatrixSet, ...] = ()
    extent: Extent | None = None
    children: tuple[WmtsLayer, ...] = ()

    @property
    def crs(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.crs for one in self.sets if one.crs))

    def set_in(self, crs: str) -> MatrixSet | None:
        """Give the first set of tiles in a CRS; None where the server has none."""
        return next((one for one in self.sets if one.crs and one.crs == crs), None)


@dataclass(frozen=True)
class WmtsService:
    """A service and its layers. `url` is what QGIS asks for the capabilities; `tile_urls` where they say the tiles are."""

    url: str
    title: str
    abstract: str = ""
    layers: tuple[WmtsLayer, ...] = ()
    fees: str = ""
    access_constraints: str = ""
    organisation: str = ""
    tile_urls: tuple[str, ...] = ()

    @property
    def formats(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(form for layer in self.layers for form in layer.formats))

    @property
    def credit(self) -> str:
        return self.organisation

    @property
    def terms(self) -> str:
        return use_terms(self.fees, self.access_constraints)


class Wmts:
    """Asks tile services what they offer."""

    def __init__(self, http: Http, addresses: AddressBook):
        self._http = http
        self._addresses = addresses

    def capabilities(self, address: str, *, feedback: Feedback = SILENT) -> WmtsService:
        """Ask a service for its layers; `address` as a user pastes it. Resolves names: call it off the GUI thread.

        Raises UntrustedAddress, also where the tiles lie at an address that must not be called, UnexpectedAnswer and Refused.
        """
        url = capabilities_address(address)
        service = ask(self._http, self._addresses, url, None, parse_capabilities, feedback)
        for tiles in service.tile_urls:
            self._addresses.check(tiles)
        return service


def capabilities_address(pasted: str) -> str:
    """Make the address of the capabilities from what a user pastes: a document as it is, else a service with the question."""
    url = service_address(pasted)
    if urlsplit(url).path.casefold().endswith(".xml"):
        return url
    return f"{url}{'&' if urlsplit(url).query else '?'}{_QUESTION}"


# --- reading ------------------------------------------------------------------------------


def parse_capabilities(content: bytes, url: str, service: str = "", content_type: str = "") -> WmtsService:
    """Read capabilities. `url` and `service` say in errors who was asked. Raises UnexpectedAnswer and Refused."""
    service = service or urlsplit(url).hostname or url
    root = root_of(content, content_type, "WMTS capabilities", service, url, exception_words)
    contents = root.find("Contents")
    if root.tag != "Capabilities" or contents is None:
        raise UnexpectedAnswer(service, url, "WMTS capabilities", root.tag, "")
    return _service(root, contents, url)


def _service(root: Element, contents: Element, url: str) -> WmtsService:
    about = root.find("ServiceIdentification")
    named = {text(one, "Identifier"): crs_name(text(one, "SupportedCRS")) for one in contents.iterfind("TileMatrixSet")}
    return WmtsService(
        url=url,
        title=text(about, "Title"),
        abstract=text(about, "Abstract"),
        layers=tuple(layer for layer in (_layer(one, named) for one in contents.iterfind("Layer")) if layer.name),
        fees=text(about, "Fees"),
        access_constraints=text(about, "AccessConstraints"),
        organisation=text(root, "ServiceProvider", "ProviderName"),
        tile_urls=() if _asked_with_parameters(root) else tuple(_tile_urls(contents)),
    )


def _layer(element: Element, named: dict[str, str]) -> WmtsLayer:
    name = text(element, "Identifier")
    links = [text(link, "TileMatrixSet") for link in element.iterfind("TileMatrixSetLink")]
    styles = sorted(element.iterfind("Style"), key=lambda style: style.get("isDefault", "").casefold() != "true")
    names = [(text(style, "Identifier"), text(style, "Title")) for style in styles]
    return WmtsLayer(
        name=name,
        title=text(element, "Title") or name,
        abstract=text(element, "Abstract"),
        styles=tuple(WmsStyle(style, title or style) for style, title in names if style),
        formats=tuple(dict.fromkeys(texts(element, "Format"))),
        sets=tuple(MatrixSet(link, named[link]) for link in links if link in named),
        extent=_extent(element.find("WGS84BoundingBox")),
    )


def _extent(box: Element | None) -> Extent | None:
    corners = f"{text(box, 'LowerCorner')} {text(box, 'UpperCorner')}".split()
    try:
        return sane_extent(Extent(*map(float, corners)))
    except (TypeError, ValueError):
        return None


def _asked_with_parameters(root: Element) -> bool:
    """Whether tiles can be asked for with parameters: QGIS then asks where the capabilities came from."""
    operations = root.iterfind("OperationsMetadata/Operation")
    return any(
        operation.get("name") == "GetTile" and child(operation, "DCP", "HTTP", "Get") is not None for operation in operations
    )


def _tile_urls(contents: Element) -> Iterable[str]:
    """Give the addresses that tiles are fetched from, once for each host, without what QGIS fills in."""
    links = (link.get("template", "") for link in contents.iterfind("Layer/ResourceURL"))
    whole = (re.sub(r"[{}]", "", link.strip()) for link in links if link)
    return dict.fromkeys(f"{parts.scheme}://{parts.netloc}/" for parts in map(urlsplit, whole))
