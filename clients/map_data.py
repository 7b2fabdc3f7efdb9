"""What an answer is, as map data, judged by its first bytes alone: catalogues and servers often say something else."""

from __future__ import annotations

import re

from . import bodies

ENOUGH = 64 * 1024  # bytes of an answer that tell

_MAGIC = (
    (b"SQLite format 3\x00", "geopackage"),
    (b"fgb\x03", "download"),
    (b"\x00\x00\x27\x0a", "shapefile"),
    (b"\xd0\xcf\x11\xe0", "xlsx"),
    (b"\x1f\x8b", "packed"),
    (b"%PDF", "document"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"Rar!", "packed"),
    (b"7z\xbc\xaf", "packed"),
)
_ROOT = re.compile(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)([^>]*)")
_GEOJSON = re.compile(
    r'"type"\s*:\s*"(?:FeatureCollection|Feature|GeometryCollection|Topology|(?:Multi)?(?:Point|LineString|Polygon))"'
)
_ROOTS = {
    "wms_capabilities": "wms",
    "wmt_ms_capabilities": "wms",
    "wfs_capabilities": "wfs",
    "wcs_capabilities": "wcs",
    "kml": "kml",
    "featurecollection": "gml",
    "feed": "feed",
    "serviceexceptionreport": "refusal",
    "serviceexception": "refusal",
    "exceptionreport": "refusal",
}


def kind_of(content: bytes, content_type: str = "") -> str:
    """Name what it is: a word of KINDS, or one of zip, packed, feed, refusal, web page, document, picture, nothing, JSON,
    XML, text, binary.

    `csv` is any text that is nothing else; `json` records are "JSON".
    """
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    kind = bodies.kind_of(content, content_type)
    if kind == "XML":
        return _kind_of_xml(bodies.text_of(content[:ENOUGH], content_type))
    if kind == "JSON":
        return _kind_of_json(bodies.text_of(content[:ENOUGH], content_type))
    return "csv" if kind == "text" else kind


def _kind_of_xml(text: str) -> str:
    root = _ROOT.search(re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL))
    if root is None:
        return "XML"
    name, attributes = root.group(1).casefold(), root.group(2)
    if name == "capabilities":  # WMTS 1.0 and WCS 1.1 and 2.0 have the same name for it
        return "wcs" if "/wcs" in attributes else "wmts"
    if name in _ROOTS:
        return _ROOTS[name]
    return "gml" if "opengis.net/gml" in attributes else "XML"


def _kind_of_json(text: str) -> str:
    """Judge JSON of which the end may be missing."""
    start = text.lstrip()
    if start.startswith("{"):
        if re.search(r'^\{\s*"error"\s*:\s*\{', start):
            return "refusal"
        if '"esriGeometry' in text or ('"currentVersion"' in text and ('"layers"' in text or '"capabilities"' in text)):
            return "arcgis"
        if _GEOJSON.search(text):
            return "geojson"
        if '"links"' in text and ("/conformance" in text or '"collections"' in text or "rel/data" in text):
            return "ogcapi"
    return "JSON"
