"""Feature services (WFS 2.0.0, 1.1.0 and 1.0.0): what a server offers, read from its capabilities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..core.addresses import AddressBook
from ..core.crs import crs_name
from ..core.errors import UnexpectedAnswer
from ..core.feedback import SILENT, Feedback
from . import bodies
from .capabilities import ask, root_of
from .http import Http
from .markup import Element, child, text, texts
from .wms import Extent, WmsStyle, exception_words, sane_extent, service_address, use_terms

ADMINISTRATIVE = "skwms1/wfs.administrative_enheter"  # Geonorge's service of fylker, kommuner and their borders

_VERSIONS = "2.0.0,1.1.0,1.0.0"  # best first
_CALLED_BY_QGIS = ("DescribeFeatureType", "GetFeature")
# What belongs to one request, besides what `wms.service_address` takes away.
_REQUEST_KEYS = frozenset(
    {"typename", "typenames", "outputformat", "srsname", "maxfeatures", "count", "startindex", "resulttype", "namespaces"}
)


@dataclass(frozen=True)
class FeatureType:
    """One type of features, or one collection; the names are those of `wms.WmsLayer`, as far as features have the same.

    `crs` as QGIS writes them (EPSG:25833), the service's own first; empty where there is no choice.
    """

    name: str
    title: str
    abstract: str = ""
    crs: tuple[str, ...] = ()
    extent: Extent | None = None
    attribution: str = ""
    terms: str = ""
    metadata_url: str = ""
    styles: tuple[WmsStyle, ...] = ()
    children: tuple[FeatureType, ...] = ()


@dataclass(frozen=True)
class WfsService:
    """A service and its types of features. `url` is where it was asked, without a request; `endpoints` where it wants
    features asked for: QGIS goes there. `pages` tells whether it gives them in pages."""

    url: str
    title: str
    version: str
    abstract: str = ""
    layers: tuple[FeatureType, ...] = ()
    fees: str = ""
    access_constraints: str = ""
    organisation: str = ""
    endpoints: tuple[str, ...] = ()
    pages: bool = False
    formats: tuple[str, ...] = ()  # of pictures: none to choose

    @property
    def credit(self) -> str:
        return self.organisation

    @property
    def terms(self) -> str:
        return use_terms(self.fees, self.access_constraints)


class Wfs:
    """Asks feature services what they offer."""

    def __init__(self, http: Http, addresses: AddressBook):
        self._http = http
        self._addresses = addresses

    @property
    def administrative(self) -> str:
        """The address of Geonorge's service of fylker and kommuner."""
        return self._addresses.url("wfs", ADMINISTRATIVE)

    def capabilities(self, address: str, *, feedback: Feedback = SILENT) -> WfsService:
        """Ask a service for its types; `address` as a user pastes it. Resolves names: call it off the GUI thread.

        Raises UntrustedAddress, also where features are to be asked for at an address that must not be called,
        UnexpectedAnswer for what is no WFS, and Refused in the server's words.
        """
        url = service_address(address, _REQUEST_KEYS)
        params = {"SERVICE": "WFS", "REQUEST": "GetCapabilities", "ACCEPTVERSIONS": _VERSIONS}
        service = ask(self._http, self._addresses, url, params, parse_capabilities, feedback)
        for endpoint in service.endpoints:
            self._addresses.check(endpoint)
        return service


# --- reading ------------------------------------------------------------------------------


def parse_capabilities(content: bytes, url: str, service: str = "", content_type: str = "") -> WfsService:
    """Read capabilities. `url` and `service` say in errors who was asked. Raises UnexpectedAnswer and Refused."""
    service = service or urlsplit(url).hostname or url
    if bodies.kind_of(content, content_type) == "web page":  # those that are well-formed could be parsed
        words = bodies.words_of(content, content_type)
        raise UnexpectedAnswer(service, url, "WFS capabilities", "web page", words)
    root = root_of(content, content_type, "WFS capabilities", service, url, exception_words)
    if root.tag != "WFS_Capabilities":
        raise UnexpectedAnswer(service, url, "WFS capabilities", root.tag, "")
    return _service(root, url)


def _service(root: Element, url: str) -> WfsService:
    about = root.find("ServiceIdentification")
    if about is None:
        about = root.find("Service")  # 1.0.0
    constraints = root.iterfind("OperationsMetadata/Constraint")
    paging = [text(one, "DefaultValue") for one in constraints if one.get("name") == "ImplementsResultPaging"]
    types = (_type(one) for one in root.iterfind("FeatureTypeList/FeatureType"))
    return WfsService(
        url=url,
        title=text(about, "Title"),
        version=root.get("version", ""),
        abstract=text(about, "Abstract"),
        layers=tuple(one for one in types if one.name),
        fees=text(about, "Fees"),
        access_constraints=text(about, "AccessConstraints"),
        organisation=text(root, "ServiceProvider", "ProviderName"),
        endpoints=tuple(dict.fromkeys(_endpoints(root))),
        pages=[words.casefold() for words in paging] == ["true"],
    )


def _type(element: Element) -> FeatureType:
    name = text(element, "Name")
    tags = ("DefaultCRS", "DefaultSRS", "SRS", "OtherCRS", "OtherSRS")  # of 2.0.0, 1.1.0 and 1.0.0
    codes = (crs_name(said) for tag in tags for said in texts(element, tag))
    link = element.find("MetadataURL")
    return FeatureType(
        name=name,
        title=_title(text(element, "Title"), name),
        abstract=text(element, "Abstract"),
        crs=tuple(dict.fromkeys(code for code in codes if code)),
        extent=_extent(element.find("WGS84BoundingBox")),
        metadata_url=((link.get("href") or text(element, "MetadataURL")) if link is not None else "").strip(),
    )


def _title(said: str, name: str) -> str:
    """Give what a type is called: servers repeat the name where nobody wrote a title, and its prefix tells users nothing."""
    return said if said and said != name else name.rpartition(":")[2]


def _extent(box: Element | None) -> Extent | None:
    corners = f"{text(box, 'LowerCorner')} {text(box, 'UpperCorner')}".split()
    try:
        return sane_extent(Extent(*map(float, corners)))
    except (TypeError, ValueError):
        return None


def _endpoints(root: Element) -> Iterator[str]:
    """Give the addresses at which QGIS will ask for features and for their description."""
    for operation in root.iterfind("OperationsMetadata/Operation"):
        ways = child(operation, "DCP", "HTTP")
        if operation.get("name") in _CALLED_BY_QGIS and ways is not None:
            yield from (href for way in ways if (href := (way.get("href") or "").strip()))
