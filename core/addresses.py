"""Where the services are, and which other addresses may be called.

The configured addresses (host and port) are trusted, loopback included. Any other address, found in an answer or typed
by a user, must be http or https, without credentials in it, and not on a private network.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

from .errors import UntrustedAddress


@dataclass(frozen=True)
class Service:
    """One service: its name in settings, the environment variable that beats them, its real address, and who runs it."""

    name: str
    variable: str
    default: str
    title: str
    hosts: Mapping[str, str] = field(default_factory=dict)  # more real addresses; a configured one replaces them all


_DATANORGE = {
    "search": "https://search.api.fellesdatakatalog.digdir.no",
    "resource": "https://resource.api.fellesdatakatalog.digdir.no",
}

SERVICES = {
    service.name: service
    for service in (
        Service("klass", "KLASSKART_KLASS_URL", "https://data.ssb.no/api/klass/v1", "SSB Klass"),
        Service("nedlasting", "KLASSKART_NEDLASTING_URL", "https://nedlasting.geonorge.no", "Geonorge"),
        Service("wms", "KLASSKART_WMS_URL", "https://wms.geonorge.no", "Geonorge WMS"),
        Service("wfs", "KLASSKART_WFS_URL", "https://wfs.geonorge.no", "Geonorge WFS"),
        Service("wmts", "KLASSKART_WMTS_URL", "https://cache.kartverket.no", "Kartverket"),
        Service("kartkatalog", "KLASSKART_KARTKATALOG_URL", "https://kartkatalog.geonorge.no", "Geonorge kartkatalog"),
        Service("geonetwork", "KLASSKART_GEONETWORK_URL", "https://www.geonorge.no/geonetwork", "Geonorge"),
        Service("register", "KLASSKART_REGISTER_URL", "https://register.geonorge.no", "Geonorge register"),
        Service("kommuneinfo", "KLASSKART_KOMMUNEINFO_URL", "https://api.kartverket.no/kommuneinfo/v1", "Kartverket"),
        Service("brreg", "KLASSKART_BRREG_URL", "https://data.brreg.no/enhetsregisteret/api", "Brønnøysundregistrene"),
        Service("datanorge", "KLASSKART_DATANORGE_URL", "https://data.norge.no", "data.norge.no", _DATANORGE),
    )
}

_AT_HOST = {
    host: [service for service in SERVICES.values() if urlsplit(service.default).hostname == host]
    for host in {urlsplit(service.default).hostname or "" for service in SERVICES.values()}
}

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")

Resolve = Callable[[str], Iterable[str]]


def resolve_here(host: str) -> list[str]:
    """Give the addresses that this machine knows for a host name; none where it can't resolve it (behind a proxy)."""
    try:
        return sorted({str(answer[4][0]) for answer in socket.getaddrinfo(host, None)})
    except (OSError, UnicodeError):  # the latter: a name that can't be one
        return []


class AddressBook:
    """The configured address of every service, and the rule about all others."""

    def __init__(
        self,
        configured: Mapping[str, str] | None = None,
        *,
        allow_private: bool = False,
        resolve: Resolve = resolve_here,
        portals: Iterable[str] = (),
    ):
        given = configured or {}
        self._bases = {
            name: ((given.get(name) or "").strip() or service.default).rstrip("/") for name, service in SERVICES.items()
        }
        self._allow_private = allow_private
        self._resolve = resolve
        self._hosts = {
            (name, host): address if self._bases[name] == service.default else self._bases[name]
            for name, service in SERVICES.items()
            for host, address in service.hosts.items()
        }
        self._trusted = {_origin(base) for base in (*self._bases.values(), *self._hosts.values(), *portals)}

    def url(self, service: str, path: str = "", host: str = "") -> str:
        """Give the address of `path` (with or without a leading slash) at a service, or at one of its hosts."""
        base = self._hosts[service, host] if host else self._bases[service]
        return base + ("/" + path.lstrip("/") if path else "")

    def service_of(self, url: str) -> str:
        """Name the service whose address this is: by the longest base it begins with, else by origin, else the host."""
        under = [name for name, base in self._bases.items() if url == base or url.startswith((base + "/", base + "?"))]
        if under:
            return max(under, key=lambda name: len(self._bases[name]))
        origin = _origin(url)
        bases = (*self._bases.items(), *((name, base) for (name, _), base in self._hosts.items()))
        return next((name for name, base in bases if _origin(base) == origin), origin[0] or url)

    def moved(self, url: str) -> str:
        """Move an absolute link whose host is a service's default host to the configured address of that service."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            return url
        candidates = _AT_HOST.get(parts.hostname or "", ())
        if not candidates:
            return url
        # Several services may share a host: the one whose path the link continues, else the first.
        service = max(candidates, key=lambda s: _is_under(parts.path, urlsplit(s.default).path) * len(s.default))
        base = urlsplit(self._bases[service.name])
        if self._bases[service.name] == service.default:
            # Not configured otherwise; old links still say http.
            usual = port in (None, 80, 443)
            return urlunsplit(parts._replace(scheme=base.scheme, netloc=base.netloc)) if usual else url
        default_path = urlsplit(service.default).path
        rest = parts.path[len(default_path) :] if _is_under(parts.path, default_path) else parts.path
        return urlunsplit((base.scheme, base.netloc, base.path + rest, parts.query, parts.fragment))

    def trusted(self, url: str) -> bool:
        """Whether host and port are those of a configured service."""
        return url.lower().startswith(("http://", "https://")) and _is_plain(url) and _origin(url) in self._trusted

    def check(self, url: str, *, resolve: bool = True) -> str:
        """Give the address back, or raise UntrustedAddress. Resolves names: call it off the GUI thread.

        Without `resolve` only literal addresses are looked at: for those that are shown, and not called yet.
        """
        if self.trusted(url):
            return url
        host = host_of(url)
        if not self._allow_private and any(map(_is_private, self._addresses(host, resolve))):
            raise UntrustedAddress(url, "private")
        return url

    def _addresses(self, host: str, resolve: bool) -> Iterable[str]:
        host = host.rstrip(".")  # the dot of a whole name
        if _ip(host):
            return [host]
        if host == "localhost" or host.endswith(".localhost"):
            return ["127.0.0.1"]
        return self._resolve(host) if resolve else ()


def host_of(url: str) -> str:
    """Give the host of an address that has the form of one that may be called. Raises UntrustedAddress for all others."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        raise UntrustedAddress(url, "malformed") from None
    if parts.scheme not in ("http", "https"):
        raise UntrustedAddress(url, "scheme")
    if not host or not _is_plain(url):
        raise UntrustedAddress(url, "malformed")
    if parts.username or parts.password:
        raise UntrustedAddress(url, "credentials")
    return host


def _is_plain(url: str) -> bool:
    """Whether every program reads the same host in it: some take a backslash for a slash, or leave control characters out."""
    head = url.partition("?")[0]
    return url.isprintable() and "\\" not in head and " " not in head.partition("://")[2].partition("/")[0]


def _origin(url: str) -> tuple[str, int | None]:
    try:
        parts = urlsplit(url)
        return parts.hostname or "", parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError:
        return url, None


def _is_under(path: str, base: str) -> bool:
    return not base or path == base or path.startswith(base.rstrip("/") + "/")


def _ip(host: str):
    """Read a literal address, also the shapes that resolvers take: 127.1, 0x7f000001, 2130706433, ::ffff:127.0.0.1."""
    try:
        address = ipaddress.ip_address(host.split("%")[0])
    except ValueError:
        try:
            address = ipaddress.IPv4Address(socket.inet_aton(host))
        except OSError:
            return None
    return getattr(address, "ipv4_mapped", None) or address


def _is_private(host: str) -> bool:
    """Whether a literal address is not one of the open internet; an IPv4 address wrapped in IPv6 counts as itself."""
    address = _ip(host)
    if address is None:
        return False
    wrapped = _wrapped(address)
    return not address.is_global or address.is_multicast or (wrapped is not None and not wrapped.is_global)


def _wrapped(address) -> ipaddress.IPv4Address | None:
    """Give the IPv4 address that a 6to4 or NAT64 address leads to."""
    if isinstance(address, ipaddress.IPv6Address) and address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return getattr(address, "sixtofour", None)
