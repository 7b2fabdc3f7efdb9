"""Geonorge's WFS of administrative units, as deegree answers: GML only, no pages, latitude first where the CRS is a urn."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from flask import Blueprint, Response, request

from .attributes import TYPES, Content, Order, projector
from .boundaries import OwnBoundaries
from .gml import features
from .mesh import Shape

NAME = "wfs.administrative_enheter"
SPACE = "https://skjema.geonorge.no/SOSI/produktspesifikasjon/AdmEnheter/20240101"
CRS = ("4258", "3035", "4326", "25829", "25830", "25831", "25832", "25833", "25834", "25835", "25836", "3857")  # fmt: skip
NORTH_FIRST = {"4258", "4326", "3035"}  # as EPSG has them; a urn means EPSG's own order
MOST = 10_000  # features in one answer; there is no second page
FORMATS = ('text/xml; subtype="gml/3.2.1"', "application/gml+xml; version=3.2")
_DATASETS = {**{kind: dataset for dataset, kind in TYPES.items() if dataset != "Grunnkretser"}, "Grense": "Kommuner"}
_OPERATIONS = ("GetCapabilities", "DescribeFeatureType", "GetFeature")
_FIELDS = {
    "Kommune": ("kommunenummer", "kommunenavn"),
    "Fylke": ("fylkesnummer", "fylkesnavn"),
    "Grense": ("avgrensningstype",),
}


def blueprint(boundaries: OwnBoundaries, year: int) -> Blueprint:
    """Mount the service; it gives the division of a year."""
    routes = Blueprint("wfs", __name__)

    @routes.route(f"/skwms1/{NAME}", methods=["GET"])
    def serve():
        asked = {key.upper(): value for key, value in request.args.items()}  # the catalogue's links have a stray ?&
        kind = asked.get("REQUEST", "").casefold()
        if asked.get("SERVICE", "").upper() != "WFS":
            return _exception("service", "Service parameter must be WFS.", "InvalidParameterValue")
        if kind == "getcapabilities":
            return _xml(capabilities(request.base_url))
        if kind == "describefeaturetype":
            return _xml(schema(_types(asked)), "text/xml; subtype=gml/3.2.1")
        if kind == "getfeature":
            return _features(asked, boundaries, year)
        return _exception("request", f"Operation {kind} is not supported.", "OperationNotSupported")

    return routes


def _xml(body: str, kind: str = "text/xml; charset=UTF-8") -> Response:
    return Response(f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n', content_type=kind)


def _exception(where: str, words: str, code: str) -> Response:
    answer = _xml(
        '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" version="2.0.0">'
        f'<ows:Exception exceptionCode="{code}" locator="{where}"><ows:ExceptionText>{escape(words)}</ows:ExceptionText>'
        "</ows:Exception></ows:ExceptionReport>"
    )
    answer.status_code = 400
    return answer


def _types(asked: dict[str, str]) -> list[str]:
    """The types that are asked for, without prefix: both TYPENAMES and TYPENAME are taken, with app: or bare."""
    named = asked.get("TYPENAMES") or asked.get("TYPENAME") or ",".join(_FIELDS)
    return [name.rpartition(":")[2].strip("()") for name in named.split(",")]


# --- capabilities and schema ----------------------------------------------------------


def capabilities(url: str) -> str:
    """The capabilities document, 2.0.0 whatever was asked for; `url` is where it says that it is."""
    ways = f'<ows:DCP><ows:HTTP><ows:Get xlink:href="{url}?"/><ows:Post xlink:href="{url}?"/></ows:HTTP></ows:DCP>'
    operations = "".join(f'<ows:Operation name="{name}">{ways}</ows:Operation>' for name in _OPERATIONS)
    return (
        '<WFS_Capabilities xmlns="http://www.opengis.net/wfs/2.0" xmlns:ows="http://www.opengis.net/ows/1.1" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:fes="http://www.opengis.net/fes/2.0" version="2.0.0">'
        "<ows:ServiceIdentification><ows:Title>Administrative enheter WFS</ows:Title><ows:Abstract>Fylker, kommuner og grenser."
        "</ows:Abstract><ows:ServiceType>WFS</ows:ServiceType><ows:ServiceTypeVersion>2.0.0</ows:ServiceTypeVersion>"
        "<ows:Fees>CC BY 4.0</ows:Fees><ows:AccessConstraints>None</ows:AccessConstraints></ows:ServiceIdentification>"
        "<ows:ServiceProvider><ows:ProviderName>Kartverket</ows:ProviderName></ows:ServiceProvider>"
        f"<ows:OperationsMetadata>{operations}{_limit('CountDefault', str(MOST))}{_limit('KVPEncoding', 'TRUE')}"
        f"{_limit('ImplementsResultPaging', 'FALSE')}</ows:OperationsMetadata>"
        f"<FeatureTypeList>{''.join(map(_listed, _FIELDS))}</FeatureTypeList></WFS_Capabilities>"
    )


def _limit(name: str, value: str) -> str:
    return f'<ows:Constraint name="{name}"><ows:NoValues/><ows:DefaultValue>{value}</ows:DefaultValue></ows:Constraint>'


def _listed(kind: str) -> str:
    other = "".join(f"<OtherCRS>urn:ogc:def:crs:EPSG::{code}</OtherCRS>" for code in CRS[1:])
    forms = "".join(f"<Format>{escape(form)}</Format>" for form in FORMATS)
    return (
        f'<FeatureType><Name xmlns:app="{SPACE}">app:{kind}</Name><Title>app:{kind}</Title>'
        f"<DefaultCRS>urn:ogc:def:crs:EPSG::{CRS[0]}</DefaultCRS>{other}<OutputFormats>{forms}</OutputFormats>"
        "<ows:WGS84BoundingBox><ows:LowerCorner>4.087526 57.759003</ows:LowerCorner>"
        "<ows:UpperCorner>31.761492 71.384880</ows:UpperCorner></ows:WGS84BoundingBox></FeatureType>"
    )


def schema(kinds: list[str]) -> str:
    """What the types hold, with identification and names as types of their own."""

    def element(name: str, kind: str, more: str = "") -> str:
        return f'<element name="{name}" type="{kind}"{more}/>'

    def holding(name: str, base: str, inside: str) -> str:
        return (
            f'<element name="{name}" substitutionGroup="{base}" type="app:{name}Type"/><complexType name="{name}Type">'
            f'<complexContent><extension base="{base}Type"><sequence>{inside}</sequence></extension></complexContent>'
            "</complexType>"
        )

    def kept_in(name: str) -> str:
        inside = f'<sequence><element ref="app:{name}"/></sequence>'
        return f'<complexType name="{name}PropertyType">{inside}</complexType>'

    head = element("identifikasjon", "app:IdentifikasjonPropertyType") + "".join(
        element(name, "dateTime" if name != "gyldigFra" else "date", ' minOccurs="0"')
        for name in ("oppdateringsdato", "gyldigFra", "datauttaksdato")
    )
    many = ' minOccurs="0" maxOccurs="unbounded"'
    area = element("område", "gml:MultiSurfacePropertyType")
    tail = element("administrativEnhetNavn", "app:AdministrativEnhetNavnPropertyType", many)
    tail += element("samiskForvaltningsområde", "boolean", ' minOccurs="0"')
    of_kind = {
        kind: head
        + (element("grense", "gml:CurvePropertyType") if kind == "Grense" else area)
        + "".join(element(name, "string") for name in _FIELDS[kind])
        + ("" if kind == "Grense" else tail)
        for kind in kinds
        if kind in _FIELDS
    }
    texts = {"Identifikasjon": ("lokalId", "navnerom", "versjonId"), "AdministrativEnhetNavn": ("navn", "språk", "rekkefølge")}
    data = "".join(
        f'<element name="{name}" type="app:{name}Type"/><complexType name="{name}Type"><sequence>'
        + "".join(element(one, "string") for one in parts)
        + f"</sequence></complexType>{kept_in(name)}"
        for name, parts in texts.items()
    )
    found = "".join(holding(kind, "gml:AbstractFeature", inside) for kind, inside in of_kind.items())
    return (
        f'<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:app="{SPACE}" xmlns:gml="http://www.opengis.net/gml/3.2" '
        f'elementFormDefault="qualified" targetNamespace="{SPACE}"><import namespace="http://www.opengis.net/gml/3.2" '
        f'schemaLocation="http://schemas.opengis.net/gml/3.2.1/gml.xsd"/>{found}{data}</schema>'
    )


# --- features ---------------------------------------------------------------------------


def _features(asked: dict[str, str], boundaries: OwnBoundaries, year: int) -> Response:
    kinds = _types(asked)
    if len(kinds) != 1 or kinds[0] not in _FIELDS:
        return _exception("typeNames", f"Unknown feature type {', '.join(kinds)}.", "InvalidParameterValue")
    if "json" in asked.get("OUTPUTFORMAT", "").casefold():
        return _exception("outputFormat", "Only GML is supported.", "InvalidParameterValue")
    frame = asked.get("SRSNAME") or f"urn:ogc:def:crs:EPSG::{CRS[0]}"
    epsg = frame.rpartition(":")[2]
    if epsg not in CRS:
        return _exception("srsName", f"CRS {frame} is not supported.", "InvalidParameterValue")
    content = _content(kinds[0], epsg, boundaries, year, _box(asked.get("BBOX", "")))
    request.environ["standin.request"].provenance = boundaries.provenance(content.order.dataset, year)
    matched = len(content.areas) + len(content.lines)
    most = min(int(asked.get("COUNT") or asked.get("MAXFEATURES") or MOST), MOST)
    start = int(asked.get("STARTINDEX") or 0)
    hits = asked.get("RESULTTYPE", "").casefold() == "hits"
    found = [] if hits else list(features(content, frame, _is_turned(frame)))[start : start + most]
    return _xml(
        '<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" '
        f'xmlns:app="{SPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" timeStamp="{year}-01-01T00:00:00Z" '
        f'numberMatched="{matched}" numberReturned="{len(found)}">'
        + "".join(f"<wfs:member>{one}</wfs:member>" for one in found)
        + "</wfs:FeatureCollection>",
        "application/gml+xml; version=3.2",
    )


def _content(kind: str, epsg: str, boundaries: OwnBoundaries, year: int, box: tuple | None) -> Content:
    """What is in a box (EPSG:25833, centimetres); None for everything."""
    order = Order(_DATASETS[kind], year, "0000", epsg, "GML")
    areas, lines = boundaries.shapes(order.dataset, year, "0000"), []
    if kind == "Grense":
        areas, lines = {}, boundaries.borders(order.dataset, year)
    if box:
        areas = {code: shape for code, shape in areas.items() if _meets(box, _corners(shape))}
        lines = [one for one in lines if _meets(box, one.line)]
    return Content(order, boundaries, areas, lines, projector(epsg))


def _is_turned(frame: str) -> bool:
    return frame.startswith("urn:") and frame.rpartition(":")[2] in NORTH_FIRST


def _corners(shape: Shape) -> list[tuple[int, int]]:
    return [corner for polygon in shape for ring in polygon for corner in ring]


def _meets(box: tuple, corners: list[tuple[int, int]]) -> bool:
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return min(across) <= box[2] and max(across) >= box[0] and min(up) <= box[3] and max(up) >= box[1]


def _box(said: str) -> tuple | None:
    """Read a box with its CRS as the fifth part (the service's own where there is none), in EPSG:25833 and centimetres."""
    from osgeo import osr

    parts = said.split(",")
    if len(parts) < 4:
        return None
    frame = parts[4] if len(parts) > 4 else f"urn:ogc:def:crs:EPSG::{CRS[0]}"
    epsg = re.sub(r".*[:/]", "", frame)
    west, south, east, north = map(float, parts[:4])
    if _is_turned(frame):
        west, south, east, north = south, west, north, east
    frames = [osr.SpatialReference(), osr.SpatialReference()]
    for reference, code in zip(frames, (epsg, "25833")):
        reference.ImportFromEPSG(int(code))
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    around = osr.CoordinateTransformation(*frames).TransformBounds(west, south, east, north, 21)
    return tuple(side * 100 for side in around)
