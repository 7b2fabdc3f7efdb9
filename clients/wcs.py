"""Coverage services (WCS 1.0.0, 1.1 and 2.0): the rasters a server offers, read from its capabilities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..core.addresses import AddressBook
from ..core.errors import UnexpectedAnswer
from ..core.feedback import SILENT, Feedback
from .capabilities import ask, root_of
from .http import Http
from .markup import Element, child, href, text
from .wms import exception_words, service_address, use_terms

_VERSION = "1.0.0"  # every server has it, and QGIS reads it best
_ROOTS = ("WCS_Capabilities", "Capabilities")
_CALLED_BY_QGIS = ("DescribeCoverage", "GetCoverage")
_REQUEST_KEYS = frozenset({"coverage", "coverageid", "identifier", "identifiers"})


@dataclass(frozen=True)
class Coverage:
    """One raster."""

    name: str
    title: str
    abstract: str = ""


@dataclass(frozen=True)
class WcsService:
    """A service and its rasters. `url` is where it was asked; `endpoints` where it wants to be asked on: QGIS goes there."""

    url: str
    title: str
    version: str
    abstract: str = ""
    layers: tuple[Coverage, ...] = ()
    terms: str = ""
    credit: str = ""
    endpoints: tuple[str, ...] = ()


class Wcs:
    """Asks coverage services what they offer."""

    def __init__(self, http: Http, addresses: AddressBook):
        self._http = http
        self._addresses = addresses

    def capabilities(self, address: str, *, feedback: Feedback = SILENT) -> WcsService:
        """Ask a service for its rasters; `address` as catalogues have it. Resolves names: call it off the GUI thread.

        Raises UntrustedAddress, also for one that QGIS would call, UnexpectedAnswer for what is no WCS, and Refused.
        """
        url = service_address(address, _REQUEST_KEYS)
        params = {"SERVICE": "WCS", "REQUEST": "GetCapabilities", "VERSION": _VERSION}
        service = ask(self._http, self._addresses, url, params, parse_capabilities, feedback)
        for endpoint in service.endpoints:
            self._addresses.check(endpoint)
        return service


def parse_capabilities(content: bytes, url: str, service: str = "", content_type: str = "") -> WcsService:
    """Read capabilities. `url` and `service` say in errors who was asked. Raises UnexpectedAnswer and Refused."""
    service = service or urlsplit(url).hostname or url
    root = root_of(content, content_type, "WCS capabilities", service, url, exception_words)
    coverages = tuple(_coverages(root))
    if root.tag not in _ROOTS or not coverages:
        raise UnexpectedAnswer(service, url, "WCS capabilities", root.tag, "")
    about = next((one for one in map(root.find, ("Service", "ServiceIdentification")) if one is not None), None)
    return WcsService(
        url=url,
        title=text(about, "label") or text(about, "Title") or text(about, "name"),
        version=root.get("version", ""),
        abstract=text(about, "description") or text(about, "Abstract"),
        layers=coverages,
        terms=use_terms(*(text(about, tag) for tag in ("fees", "Fees", "accessConstraints", "AccessConstraints"))),
        credit=text(about, "responsibleParty", "organisationName") or text(root, "ServiceProvider", "ProviderName"),
        endpoints=tuple(dict.fromkeys(url for url in _endpoints(root) if url)),
    )


def _coverages(root: Element) -> Iterator[Coverage]:
    for brief in root.iterfind("ContentMetadata/CoverageOfferingBrief"):
        name = text(brief, "name")
        if name:
            yield Coverage(name, text(brief, "label") or name, text(brief, "description"))
    for summary in root.iterfind("Contents//CoverageSummary"):
        name = text(summary, "Identifier") or text(summary, "CoverageId")
        if name:
            yield Coverage(name, text(summary, "Title") or name, text(summary, "Abstract"))


def _endpoints(root: Element) -> Iterator[str]:
    for name in _CALLED_BY_QGIS:
        for way in ("Get", "Post"):
            yield href(child(root, "Capability", "Request", name), "DCPType", "HTTP", way)
    for operation in root.iterfind("OperationsMetadata/Operation"):
        if operation.get("name") in _CALLED_BY_QGIS:
            for link in operation.iterfind("DCP/HTTP/*"):
                yield (link.get("href") or "").strip()
