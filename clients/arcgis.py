"""ArcGIS feature and map services: which layers a service has. Its refusals come with status 200."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from ..core.addresses import AddressBook
from ..core.errors import Faulty, LoginNeeded, Refused, UnexpectedAnswer, UntrustedAddress
from ..core.feedback import SILENT, Feedback
from .http import Http
from .json_values import number_of, rows_of, text_of

_SERVICE = re.compile(r"(.*/(?:FeatureServer|MapServer|ImageServer))(?:/(\d+))?(?:/query)?/?$", re.IGNORECASE)
_SHAPES = {
    "esriGeometryPoint": "point", "esriGeometryMultipoint": "point", "esriGeometryPolyline": "line",
    "esriGeometryPolygon": "polygon", "esriGeometryEnvelope": "polygon", "esriGeometryMultiPatch": "polygon",
}  # fmt: skip
_REQUEST_KEYS = frozenset({"f", "where", "outfields", "token", "callback", "returngeometry", "outsr", "resultoffset"})
_WEB_MERCATOR = {102100: 3857, 102113: 3857, 900913: 3857}
_LOGIN = frozenset({401, 403, 498, 499})  # 498, 499: of a token that is wrong, or missing


@dataclass(frozen=True)
class ArcgisLayer:
    """A layer that can be shown. `shape` is point, line, polygon, picture (a raster) or table."""

    number: int
    name: str
    shape: str = ""


@dataclass(frozen=True)
class ArcgisService:
    """A service and its layers, without those that only group others. `url` ends in FeatureServer or MapServer.

    `is_pictures`: maps are drawn by the service. `crs` is EPSG:25833 and the like, "" where it is not told.
    """

    url: str
    title: str
    layers: tuple[ArcgisLayer, ...]
    is_pictures: bool = False
    crs: str = ""
    abstract: str = ""
    credit: str = ""


class Arcgis:
    """Asks services of ArcGIS Server and ArcGIS Online what they hold."""

    def __init__(self, http: Http, addresses: AddressBook):
        self._http = http
        self._addresses = addresses

    def service(self, address: str, *, feedback: Feedback = SILENT) -> ArcgisService:
        """Ask a service, or one layer of it, where the address names one. Resolves names: call it off the GUI thread.

        Raises LoginNeeded, Refused in the server's words, UnexpectedAnswer for what is no such service.
        """
        url, number = service_address(address)
        answer = self.ask(url if number is None else f"{url}/{number}", feedback)
        if number is None:
            return parse_service(url, answer)
        return parse_layer(url, number, answer)

    def ask(self, url: str, feedback: Feedback = SILENT) -> Mapping:
        """Ask one address for its description; what it refuses with status 200 is raised."""
        answer = self._http.get_json(url, {"f": "json"}, feedback=feedback)
        if not isinstance(answer, Mapping):
            raise UnexpectedAnswer(self._http.service_of(url), url, "ArcGIS service", "JSON", str(answer)[:100])
        raise_refusal(answer, self._http.service_of(url), url)
        return answer


def raise_refusal(answer: object, service: str, url: str) -> None:
    """Raise what an answer says went wrong, whatever its status was."""
    error = answer.get("error") if isinstance(answer, Mapping) else None
    if not isinstance(error, Mapping):
        return
    code = error.get("code")
    status = code if isinstance(code, int) else 200
    details = error.get("details")
    more = [text_of(one) for one in details] if isinstance(details, list) else []
    words = "; ".join(dict.fromkeys(one for one in (text_of(error.get("message")), *more) if one))
    if status in _LOGIN:
        raise LoginNeeded(service, url, status, words)
    raise (Faulty if status >= 500 else Refused)(service, url, status, words)


def service_address(address: str) -> tuple[str, int | None]:
    """Split an address into that of the service and the number of a layer (None: the whole of it)."""
    try:
        parts = urlsplit(address.strip())
        query = parse_qsl(parts.query)
    except ValueError:
        raise UntrustedAddress(address, "malformed") from None
    found = _SERVICE.match(parts.path.rstrip("/"))
    path, number = (found.group(1), found.group(2)) if found else (parts.path.rstrip("/"), None)
    kept = [(key, value) for key, value in query if key.casefold() not in _REQUEST_KEYS]
    url = urlunsplit((parts.scheme, parts.netloc, path, urlencode(kept), ""))
    return url, None if number is None else int(number)


# --- reading ------------------------------------------------------------------------------


def parse_service(url: str, answer: Mapping) -> ArcgisService:
    layers = [*_layers(answer.get("layers"), ""), *_layers(answer.get("tables"), "table")]
    info = answer.get("documentInfo")
    title = text_of(info.get("Title")) if isinstance(info, Mapping) else ""
    if not layers and "layers" not in answer and "tables" not in answer:
        raise UnexpectedAnswer(urlsplit(url).hostname or url, url, "ArcGIS service", "JSON", ", ".join(list(answer)[:8]))
    return ArcgisService(
        url,
        title or text_of(answer.get("mapName")) or url.rstrip("/").split("/")[-2],
        tuple(layers),
        _draws(url, answer),
        crs_of(answer.get("spatialReference")) or crs_of(_inside(answer, "fullExtent")),
        _plain(answer.get("serviceDescription") or answer.get("description")),
        _plain(answer.get("copyrightText")),
    )


def parse_layer(url: str, number: int, answer: Mapping) -> ArcgisService:
    kind, name = text_of(answer.get("type")), text_of(answer.get("name"))
    children = [row for row in rows_of(answer.get("subLayers")) if isinstance(row.get("id"), int)]
    if kind == "Group Layer" and children:
        layers = tuple(ArcgisLayer(number_of(row["id"]), text_of(row.get("name")) or text_of(row["id"])) for row in children)
    elif not kind and not name:
        raise UnexpectedAnswer(urlsplit(url).hostname or url, f"{url}/{number}", "ArcGIS service", "JSON", "")
    else:
        layers = (ArcgisLayer(number, name or str(number), _shape(answer, "table" if kind == "Table" else "")),)
    return ArcgisService(
        url,
        name,
        layers,
        _draws(url, answer),
        crs_of(answer.get("sourceSpatialReference")) or crs_of(_inside(answer, "extent")),
        _plain(answer.get("description")),
        _plain(answer.get("copyrightText")),
    )


def crs_of(reference: object) -> str:
    """Read a spatial reference: `latestWkid` is EPSG's number where `wkid` is one of Esri's own."""
    if not isinstance(reference, Mapping):
        return ""
    for key in ("latestWkid", "wkid"):
        number = reference.get(key)
        if isinstance(number, int) and number > 0:
            number = _WEB_MERCATOR.get(number, number)
            if number < 32768:  # above are Esri's
                return f"EPSG:{number}"
            return f"ESRI:{number}"
    return ""


def _layers(rows: object, shape: str) -> list[ArcgisLayer]:
    """Read a list of layers; those that group others hold nothing themselves."""
    found = []
    for row in rows_of(rows):
        number = row.get("id")
        if isinstance(number, int) and not row.get("subLayerIds") and text_of(row.get("type")) != "Group Layer":
            found.append(ArcgisLayer(number, text_of(row.get("name")) or str(number), _shape(row, shape)))
    return found


def _shape(row: Mapping, otherwise: str) -> str:
    if text_of(row.get("type")) == "Raster Layer":
        return "picture"
    return _SHAPES.get(text_of(row.get("geometryType")), otherwise)


def _draws(url: str, answer: Mapping) -> bool:
    """Whether the service draws maps: a map service that only answers queries is read as features."""
    if not url.casefold().endswith("mapserver"):
        return False
    able = text_of(answer.get("capabilities"))
    return not able or "map" in [one.strip().casefold() for one in able.split(",")]


def _inside(answer: Mapping, key: str) -> object:
    box = answer.get(key)
    return box.get("spatialReference") if isinstance(box, Mapping) else None


def _plain(words: object) -> str:
    from ..core.opendata import plain_text

    return plain_text(text_of(words))
