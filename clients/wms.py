"""Web map services: what a server offers, read from its capabilities (WMS 1.3.0 and 1.1.1)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from ..core.addresses import AddressBook
from ..core.errors import Refused, UnexpectedAnswer, UntrustedAddress
from ..core.feedback import SILENT, Feedback
from . import bodies, markup
from .capabilities import ask
from .http import Http
from .markup import Element, child, href, text, texts

ADMINISTRATIVE = "skwms1/wms.adm_enheter2"  # Geonorge's service of fylker and kommuner
GRUNNKRETSER = "skwms1/wms.grunnkretser"

# What belongs to one request and not to the address of a service. The rest (map=, token=, …) stays.
# fmt: off
_REQUEST_KEYS = frozenset(
    {
        "service", "request", "version", "acceptversions", "updatesequence", "layers", "styles", "crs", "srs", "bbox",
        "width", "height", "format", "transparent", "bgcolor", "exceptions", "layer", "style", "sld", "sld_version",
        "query_layers", "info_format", "feature_count", "i", "j", "x", "y",
    }
)
# fmt: on
_NO_WORDS = frozenset({"", "none", "no conditions apply", "ingen", "-"})


class Extent(NamedTuple):
    """Degrees, longitude first."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True)
class WmsStyle:
    name: str
    title: str
    legend_url: str = ""


@dataclass(frozen=True)
class WmsLayer:
    """One layer with what it inherits. A group's `name` is "" where it can't be asked for.

    `extent` is None where the server says nothing or nonsense (no size, or outside the layer that it is in).
    """

    name: str
    title: str
    abstract: str = ""
    styles: tuple[WmsStyle, ...] = ()
    crs: tuple[str, ...] = ()
    extent: Extent | None = None
    queryable: bool = False
    attribution: str = ""
    attribution_url: str = ""
    metadata_url: str = ""
    children: tuple[WmsLayer, ...] = ()

    def walk(self) -> Iterator[WmsLayer]:
        """Give this layer and all below it, as the server nests them."""
        yield self
        for layer in self.children:
            yield from layer.walk()


@dataclass(frozen=True)
class WmsService:
    """A service and its layers. `url` is where it was asked, without a request; `map_url` where it wants maps asked for."""

    url: str
    title: str
    version: str
    abstract: str = ""
    map_url: str = ""
    formats: tuple[str, ...] = ()
    info_formats: tuple[str, ...] = ()
    layers: tuple[WmsLayer, ...] = ()
    fees: str = ""
    access_constraints: str = ""
    organisation: str = ""
    largest: tuple[int, int] = (0, 0)
    legend_url: str = ""  # where it wants legends asked for, unless a style says another place

    @property
    def credit(self) -> str:
        """Whom to name under a map: the root layer's attribution, else who runs the service."""
        return next((layer.attribution for layer in self.layers if layer.attribution), self.organisation)

    @property
    def terms(self) -> str:
        """What the service says about its use; "" where that is nothing."""
        return use_terms(self.fees, self.access_constraints)


class Wms:
    """Asks map services what they offer."""

    def __init__(self, http: Http, addresses: AddressBook):
        self._http = http
        self._addresses = addresses

    @property
    def administrative(self) -> str:
        """The address of Geonorge's service of fylker and kommuner."""
        return self._addresses.url("wms", ADMINISTRATIVE)

    def capabilities(self, address: str, *, feedback: Feedback = SILENT) -> WmsService:
        """Ask a service for its layers; `address` as a user pastes it. Resolves names: call it off the GUI thread.

        Raises UntrustedAddress, UnexpectedAnswer for what is no WMS, and Refused in the server's words: also where
        it sends its refusal with status 200.
        """
        url = service_address(address)
        params = {"SERVICE": "WMS", "REQUEST": "GetCapabilities", "VERSION": "1.3.0"}
        service = ask(self._http, self._addresses, url, params, parse_capabilities, feedback)
        return replace(service, map_url=self._addresses.moved(service.map_url))


def layer_choices(service: WmsService) -> tuple[WmsLayer, ...]:
    """Give the layers worth adding: those without layers below. Groups of Geonorge's have extents off Africa."""
    every = (layer for root in service.layers for layer in root.walk())
    return tuple(layer for layer in every if layer.name and not layer.children)


def service_address(pasted: str, more: frozenset[str] = frozenset()) -> str:
    """Make the bare address of a service from what a user pastes: without a request in it, with https where none is said.

    `more` are keys of a request that only some services have.
    """
    pasted = pasted.strip().strip("<>\"'")
    if pasted and "://" not in pasted:
        pasted = "https://" + pasted
    try:
        parts = urlsplit(pasted)
        query = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        raise UntrustedAddress(pasted, "malformed") from None
    if not parts.hostname:
        raise UntrustedAddress(pasted, "malformed")
    kept = [(key, value) for key, value in query if key and key.casefold() not in _REQUEST_KEYS | more]
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode(kept, safe="/:,"), ""))


def use_terms(*said: str) -> str:
    """Join what a service says about its use; "" where that is nothing."""
    return "; ".join(dict.fromkeys(words for words in said if words.casefold() not in _NO_WORDS))


def legend_addresses(service: WmsService, layer: WmsLayer) -> tuple[str, ...]:
    """Give where QGIS may ask for the legend of a layer: it takes the addresses from the capabilities as they are."""
    said = (*(style.legend_url for style in layer.styles), service.legend_url)
    return tuple(dict.fromkeys(url for url in said if "://" in url))


# --- reading ------------------------------------------------------------------------------


def parse_capabilities(content: bytes, url: str, service: str = "", content_type: str = "") -> WmsService:
    """Read capabilities. `url` and `service` say in errors who was asked. Raises UnexpectedAnswer and Refused."""
    service = service or urlsplit(url).hostname or url

    def unexpected(got: str, words: str) -> UnexpectedAnswer:
        return UnexpectedAnswer(service, url, "WMS capabilities", got, words)

    kind = bodies.kind_of(content, content_type)
    if kind not in ("XML", "text", "binary"):  # the last two may be XML in UTF-16
        raise unexpected(kind, bodies.words_of(content, content_type))
    try:
        root = markup.parse(content)
    except markup.BadMarkup as error:
        raise unexpected("broken XML" if kind == "XML" else kind, str(error)) from None
    if root.tag in ("ServiceExceptionReport", "ServiceException", "ExceptionReport", "Exception"):
        raise Refused(service, url, 200, bodies.short(exception_words(root)))
    if root.tag not in ("WMS_Capabilities", "WMT_MS_Capabilities"):
        raise unexpected(root.tag, "")
    return _service(root, url)


def exception_words(root: Element) -> str:
    """Collect the words of a service exception of any generation; its code where there are none."""
    reports = (
        [root] if root.tag == "ServiceException" else [e for e in root.iter() if e.tag in ("ServiceException", "Exception")]
    )
    words = [text(report) or report.get("code") or report.get("exceptionCode") or "" for report in reports]
    return "; ".join(word for word in words if word) or text(root)


def _service(root: Element, url: str) -> WmsService:
    about, capability = root.find("Service"), root.find("Capability")
    version = root.get("version", "")
    blank = WmsLayer("", "")
    get_map, get_info = child(capability, "Request", "GetMap"), child(capability, "Request", "GetFeatureInfo")
    roots = capability.findall("Layer") if capability is not None else []
    return WmsService(
        url=url,
        title=text(about, "Title") or next((text(layer, "Title") for layer in roots), ""),
        version=version,
        abstract=text(about, "Abstract"),
        map_url=href(get_map, "DCPType", "HTTP", "Get"),
        formats=tuple(dict.fromkeys(texts(get_map, "Format"))),
        info_formats=tuple(dict.fromkeys(texts(get_info, "Format"))),
        layers=tuple(_layer(layer, blank, version) for layer in roots),
        fees=text(about, "Fees"),
        access_constraints=text(about, "AccessConstraints"),
        organisation=text(about, "ContactInformation", "ContactPersonPrimary", "ContactOrganization"),
        legend_url=href(child(capability, "Request", "GetLegendGraphic"), "DCPType", "HTTP", "Get"),
        largest=(_whole(text(about, "MaxWidth")), _whole(text(about, "MaxHeight"))),
    )


def _layer(element: Element, parent: WmsLayer, version: str) -> WmsLayer:
    """Read a layer and those below it. CRS and styles add to the parent's, extent and attribution replace them."""
    name = text(element, "Name")
    codes = (code for tag in ("CRS", "SRS") for said in texts(element, tag) for code in said.split())
    styles = {style.name: style for style in (*parent.styles, *map(_style, element.iterfind("Style"))) if style.name}
    attribution = element.find("Attribution")
    known = parent.extent
    said, extent = _extent(element, version)
    layer = WmsLayer(
        name=name,
        title=text(element, "Title") or name,
        abstract=text(element, "Abstract"),
        styles=tuple(styles.values()),
        crs=tuple(dict.fromkeys((*parent.crs, *(code.upper() for code in codes)))),
        extent=sane_extent(extent, known) if said else known,
        queryable=element.get("queryable", "").strip().casefold() in ("1", "true"),
        attribution=text(attribution, "Title") if attribution is not None else parent.attribution,
        attribution_url=href(attribution) if attribution is not None else parent.attribution_url,
        metadata_url=href(element, "MetadataURL"),
    )
    # Layers below a group with a nonsense extent are measured by the group's own parent.
    passed = layer if layer.extent else replace(layer, extent=known)
    return replace(layer, children=tuple(_layer(below, passed, version) for below in element.iterfind("Layer")))


def _style(element: Element) -> WmsStyle:
    name = text(element, "Name")
    return WmsStyle(name, text(element, "Title") or name, href(element, "LegendURL"))


def _extent(element: Element, version: str) -> tuple[bool, Extent | None]:
    """Read the extent in degrees: whether the layer says one itself, and what it can be read as."""
    new, old = element.find("EX_GeographicBoundingBox"), element.find("LatLonBoundingBox")
    if new is not None:
        sides = ("westBoundLongitude", "southBoundLatitude", "eastBoundLongitude", "northBoundLatitude")
        return True, _numbers([text(new, side) for side in sides])
    if old is not None:
        return True, _numbers([old.get(side, "") for side in ("minx", "miny", "maxx", "maxy")])
    for box in element.iterfind("BoundingBox"):
        code = (box.get("CRS") or box.get("SRS") or "").upper()
        if code in ("CRS:84", "EPSG:4326", "EPSG:4258"):
            # From 1.3.0 on the axes of a geographic EPSG code come as EPSG has them: latitude first.
            turned = version.startswith("1.3") and code != "CRS:84"
            order = ("miny", "minx", "maxy", "maxx") if turned else ("minx", "miny", "maxx", "maxy")
            return True, _numbers([box.get(side, "") for side in order])
    return False, None


def _numbers(values: list[str]) -> Extent | None:
    try:
        numbers = [float(value) for value in values]
    except ValueError:
        return None
    return Extent(*numbers) if all(map(math.isfinite, numbers)) else None


def sane_extent(extent: Extent | None, around: Extent | None = None) -> Extent | None:
    """Cut an extent to the globe; None where nothing is left, or nothing within the layer around it."""
    if extent is None:
        return None
    west, east = max(extent.west, -180.0), min(extent.east, 180.0)
    south, north = max(extent.south, -90.0), min(extent.north, 90.0)
    if not (west < east and south < north):
        return None
    if around and (west > around.east or east < around.west or south > around.north or north < around.south):
        return None
    return Extent(west, south, east, north)


def _whole(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() else 0
