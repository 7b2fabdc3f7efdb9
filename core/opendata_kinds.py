"""What lies behind an address in a catalogue: by protocol first, then by the address, the content type, and its name.

Catalogues state formats by hand (`Esri REST`, `ZIP`, `WMS`, …) and often state them of a web page, so that a name alone is
the weakest evidence, and none at all for an address that is only said to give access to something.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from .text import fold

# In the order in which one is taken where a data set has several: features before pictures of them.
KINDS = (
    "arcgis", "wfs", "ogcapi", "geopackage", "geojson", "shapefile", "gml", "kml", "download", "wms", "wmts", "wcs",
    "csv", "xlsx", "other",
)  # fmt: skip
TABLES = ("csv", "xlsx")

# Protocols of Geonorge (and, in other spellings, of CSW records) that settle it.
_PROTOCOLS = {
    "ogc:wms": "wms",
    "ogc:wmts": "wmts",
    "wms-c": "wmts",
    "ogc:wfs": "wfs",
    "ogc:wcs": "wcs",
    "ogc:api-features": "ogcapi",
    "geonorge:download": "download",
    "w3c:atomfeed": "download",
}
_PAGES = ("www:link-1.0-http--link", "www:link-1.0-http--related", "geonorge:offline", "w3c:ws", "opendap")

_SUFFIXES = {
    "geojson": "geojson", "gpkg": "geopackage", "gml": "gml", "kml": "kml", "kmz": "kml", "csv": "csv", "tsv": "csv",
    "xlsx": "xlsx", "xls": "xlsx", "ods": "xlsx", "shp": "shapefile", "fgb": "download", "gdb": "download",
}  # fmt: skip
_SEGMENTS = {**_SUFFIXES, "shapefile": "shapefile", "filegdb": "download"}  # …/api/download/v1/items/<item>/shapefile
_NO_DATA = frozenset(
    [
        "html",
        "htm",
        "aspx",
        "php",
        "jsp",
        "pdf",
        "docx",
        "doc",
        "png",
        "jpg",
        "jpeg",
        "svg",
        "txt",
        "rdf",
        "ttl",
        "sosi",
        "sos",
        "3ds",
        "dwg",
        "dxf",
    ]
)

_MEDIA = {
    "application/vnd.ogc.wms_xml": "wms",
    "application/geo+json": "geojson",
    "application/vnd.geo+json": "geojson",
    "application/geopackage+sqlite3": "geopackage",
    "application/gml+xml": "gml",
    "application/vnd.google-earth.kml+xml": "kml",
    "application/vnd.google-earth.kmz": "kml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.ms-excel": "xlsx",
    "text/csv": "csv",
    "application/vnd.shp": "shapefile",
    "application/x-shapefile": "shapefile",
}

# Names of formats, folded and without what stands between the letters: "ESRI Shape", "OGC WMS", "WMS_SRVC".
_NAMES = {
    "wms": "wms", "ogcwms": "wms", "wmssrvc": "wms", "wmts": "wmts", "ogcwmts": "wmts", "wfs": "wfs", "ogcwfs": "wfs",
    "wfssrvc": "wfs", "wcs": "wcs", "ogcapifeatures": "ogcapi", "ogcapi": "ogcapi", "oapif": "ogcapi",
    "esrirest": "arcgis", "arcgisgeoservicesrestapi": "arcgis", "arcgisgeoservice": "arcgis", "esrirestapi": "arcgis",
    "geojson": "geojson", "gpkg": "geopackage", "geopackage": "geopackage", "shp": "shapefile", "shape": "shapefile",
    "esrishape": "shapefile", "esrishapefile": "shapefile", "shapefile": "shapefile", "gml": "gml", "kml": "kml",
    "kmz": "kml", "csv": "csv", "tsv": "csv", "xlsx": "xlsx", "xls": "xlsx", "excel": "xlsx", "ods": "xlsx",
    "fgdb": "download", "filegdb": "download", "gdb": "download", "filegeodatabase": "download",
}  # fmt: skip
SERVICE_KINDS = frozenset({"wms", "wmts", "wfs", "wcs", "ogcapi", "arcgis"})

_LAYER_OF_SERVICE = re.compile(r"/(?:FeatureServer|MapServer)(?:/(\d+))?/?$", re.IGNORECASE)


def kind_of(url: str, *, protocol: str = "", media: str = "", formats: tuple[str, ...] = (), access: bool = False) -> str:
    """Name the kind. `access` marks an address that merely gives access to the data: what is said of it is not believed."""
    said = protocol.strip().casefold()
    if said in _PROTOCOLS:
        return _PROTOCOLS[said]
    if said in _PAGES:
        return "other"
    found = _kind_of_address(url)
    if found:
        return found
    if access:
        return "other"
    kind = _MEDIA.get(media.partition(";")[0].strip().casefold())
    if kind:
        return kind
    named = [_NAMES[name] for name in map(_plain, formats) if name in _NAMES]
    return named[0] if named else "other"


def has_format(formats: tuple[str, ...]) -> bool:
    """Whether any format is told at all, be it one that can't be used."""
    return any(_plain(name) not in ("", "unknown") for name in formats)


def is_page(formats: tuple[str, ...], media: str = "", protocol: str = "") -> bool:
    """Whether it is said to be something to read."""
    return (
        "html" in media
        or protocol.casefold().startswith("www:link")
        or any(_plain(name) in ("html", "webpage", "website", "nettside") for name in formats)
    )


def layer_number(url: str) -> str:
    """Give the number of the layer at the end of an ArcGIS address; "" for a whole service or anything else."""
    found = _LAYER_OF_SERVICE.search(urlsplit(url).path)
    return found.group(1) or "" if found else ""


def is_whole_service(url: str, kind: str) -> bool:
    """Whether many data sets may share the address."""
    return kind in SERVICE_KINDS and not layer_number(url)


def _kind_of_address(url: str) -> str:
    """Judge by the address alone; "other" for what is certainly no data, "" where it does not tell."""
    parts = urlsplit(url)
    path = unquote(parts.path).rstrip("/").casefold()
    asked = {key.casefold(): value.casefold() for key, value in parse_qsl(parts.query)}
    service = asked.get("service", "")
    if service in ("wms", "wmts", "wfs", "wcs"):
        return service
    for ending in ("wms", "wfs", "wcs"):
        if path.endswith(f"/{ending}server"):
            return ending
    if _LAYER_OF_SERVICE.search(path):
        return "arcgis"
    last = path.rpartition("/")[2]
    suffix = last.rpartition(".")[2] if "." in last else ""
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    if suffix in _NO_DATA:
        return "other"
    if "/api/download/v1/items/" in path or asked.get("outputformat"):
        return _SEGMENTS.get(last) or _NAMES.get(_plain(asked.get("outputformat", "")), "")
    if path.endswith(("/wfs", "/wms")):
        return path[-3:]
    return ""


def _plain(name: str) -> str:
    """Strip a format's name of what stands in it: file-type URIs, blanks, colons."""
    last = name.rstrip("/").rpartition("/")[2] if "://" in name else name
    if "/" in last:  # a media type
        return _NAMES_OF_MEDIA.get(last.casefold(), last.casefold())
    return re.sub(r"[^a-z0-9]", "", fold(last))


_NAMES_OF_MEDIA = {media: kind if kind in _NAMES else "" for media, kind in _MEDIA.items()}
_NAMES_OF_MEDIA["text/html"] = "html"
_NAMES_OF_MEDIA["application/vnd.geo+json"] = _NAMES_OF_MEDIA["application/geo+json"] = "geojson"
_NAMES_OF_MEDIA["application/geopackage+sqlite3"] = "geopackage"
