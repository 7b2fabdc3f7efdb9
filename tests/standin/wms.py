"""Geonorge's WMS of administrative units and of grunnkretser, as MapServer answers: nonsense extents on group layers,
exceptions with status 200, plain maps."""

from __future__ import annotations

import re
import struct
import urllib.request
import zlib
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape

from flask import Blueprint, Response, request

from .attributes import projector
from .boundaries import OwnBoundaries

NAME = "wms.adm_enheter2"
GRUNNKRETSER = "wms.grunnkretser"
SERVICE = "https://wms.geonorge.no/skwms1/wms.adm_enheter2?"
ROOT = "adm_enheter_V2_WMS"
UNIT_LAYERS = ("Grunnkretser", "Territorialgrense", "Riksgrense")  # of the other service, in no group
LAYERS = {
    "kommuner": {
        "kommuner_hist": "Kommuner historisk",
        "kommuner_gjel": "Kommuner gjeldene",  # spelled so
        "kommuner_fram": "Kommuner framtidig",
    },
    "fylker": {"fylker_hist": "Fylker historisk", "fylker_gjel": "Fylker gjeldene", "fylker_fram": "Fylker framtidig"},
}
FORMATS = ("image/png", "image/png; mode=8bit", "image/png8", "image/jpeg")
CRS = (
    25829, 25830, 25831, 25832, 900913, 3857, 25833, 25834, 25835, 25836, 900913, 4326, 3006, 27391, 27392, 27393, 27394,
    27395, 27396, 27397, 27398, 3034, 32636, 32635, 32633, 32634, 32631, 32632, 4258,
)  # fmt: skip
_KNOWN = {
    ROOT, *LAYERS, *(leaf for leaves in LAYERS.values() for leaf in leaves), *UNIT_LAYERS, "grunnkretser_WMS",
}  # fmt: skip
FAULTY = "msWMSLoadGetMapParams(): WMS server error."
NORTH_FIRST = {"4326", "4258", "3006", "3034"}
EXTENT = (-7.04219, 56.4897, 37.4864, 72.2495)  # west, south, east, north
UTM33 = ["-287395", "6.33795e+06", "1.30491e+06", "8.01677e+06"]


def blueprint(
    boundaries: OwnBoundaries, year: int, map_server: Callable[[], str], recorded: Callable[[str], bytes | None]
) -> Blueprint:
    """Mount the service; maps show the borders of a year. Where there is a map server, it answers in our place."""
    routes = Blueprint("wms", __name__)

    @routes.route(f"/skwms1/{NAME}", methods=["GET", "POST"])
    def serve():
        if map_server():
            return _passed_on(map_server())
        return _answered(capabilities)

    @routes.route(f"/skwms1/{GRUNNKRETSER}", methods=["GET", "POST"])
    def serve_units():
        return _answered(unit_capabilities)

    def _answered(made: Callable[[], str]) -> Response:
        asked = {key.upper(): value for key, value in request.values.items()}
        kind = asked.get("REQUEST", "").lower()
        if asked.get("SERVICE", "WMS").upper() != "WMS" or not kind:
            return _exception("msWMSDispatch(): WMS server error. Incomplete WMS request: SERVICE or REQUEST parameter missing")
        if kind in ("getcapabilities", "capabilities"):
            body = recorded(request.path)
            request.environ["standin.request"].provenance = "recorded" if body else "made"
            return Response(body or made(), content_type="text/xml; charset=UTF-8")
        if kind == "getmap":
            return _map(asked, boundaries, year)
        if kind == "getfeatureinfo":
            return _told(asked, boundaries, year)
        if kind == "getlegendgraphic":
            return Response(png(20, 20, bytearray([1] * 400)), content_type="image/png")
        return _exception(f"msWMSDispatch(): WMS server error. Invalid request: {kind}", "OperationNotSupported")

    return routes


def _passed_on(address: str) -> Response:
    """What a map server says, with the links that the real service would send."""
    with urllib.request.urlopen(f"{address}?{request.query_string.decode()}", timeout=60) as answer:
        body, kind = answer.read(), answer.headers["Content-Type"]
    if "xml" in kind:
        link = re.escape(address.rstrip("/").encode()) + rb"/?\??"
        body = re.sub(link, SERVICE.encode(), body)
    return Response(body, content_type=kind)


def _exception(words: str, code: str = "") -> Response:
    """A service exception, sent with status 200."""
    attribute = f' code="{code}"' if code else ""
    body = (
        '<?xml version=\'1.0\' encoding="UTF-8" standalone="no" ?>\n'
        '<ServiceExceptionReport version="1.3.0" xmlns="http://www.opengis.net/ogc">\n'
        f"<ServiceException{attribute}>\n{escape(words)}\n</ServiceException>\n</ServiceExceptionReport>\n"
    )
    return Response(body, 200, content_type="text/xml; charset=UTF-8")


# --- capabilities -------------------------------------------------------------------


def capabilities() -> str:
    """The capabilities document of administrative units, 1.3.0 whatever was asked for."""
    groups = "".join(_group(name, leaves) for name, leaves in LAYERS.items())
    return _document("Administrative enheter WMS versjon 2", "WMS-tjeneste over fylker og kommuner.", ROOT, groups)


def unit_capabilities() -> str:
    """The capabilities document of grunnkretser."""
    leaves = "".join(_leaf(name, name) for name in UNIT_LAYERS)
    return _document(
        "Statistiske enheter grunnkretser WMS", "WMS-tjeneste over grunnkretser.", "grunnkretser_WMS", leaves
    ).replace(SERVICE, f"https://wms.geonorge.no/skwms1/{GRUNNKRETSER}?")


def _document(title: str, about: str, root: str, layers: str) -> str:
    link = f'<OnlineResource xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{SERVICE}"/>'
    way = f"<DCPType><HTTP><Get>{link}</Get><Post>{link}</Post></HTTP></DCPType>"
    forms = "".join(f"<Format>{form}</Format>" for form in FORMATS)
    return (
        '<?xml version=\'1.0\' encoding="UTF-8" standalone="no" ?>\n'
        '<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:sld="http://www.opengis.net/sld" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
        f"<Service><Name>WMS</Name><Title>{title}</Title><Abstract>{about}</Abstract>"
        f"{link}<ContactInformation><ContactPersonPrimary><ContactPerson/><ContactOrganization>Kartverket"
        "</ContactOrganization></ContactPersonPrimary></ContactInformation>"
        "<Fees>None</Fees><AccessConstraints>None</AccessConstraints><MaxWidth>8192</MaxWidth><MaxHeight>8192</MaxHeight>"
        "</Service>\n<Capability><Request>"
        f"<GetCapabilities><Format>text/xml</Format>{way}</GetCapabilities>"
        f"<GetMap>{forms}{way}</GetMap>"
        f"<GetFeatureInfo><Format>text/html</Format><Format>text/plain</Format>{way}</GetFeatureInfo>"
        "</Request><Exception><Format>XML</Format><Format>INIMAGE</Format><Format>BLANK</Format></Exception>\n"
        '<sld:UserDefinedSymbolization SupportSLD="1" UserLayer="0" UserStyle="1" RemoteWFS="0"/>\n'
        f'<Layer queryable="1"><Name>{root}</Name><Title>{title}</Title>'
        + "".join(f"<CRS>EPSG:{code}</CRS>" for code in CRS)
        + _extent(*EXTENT)
        + '<BoundingBox CRS="EPSG:25833" minx="{}" miny="{}" maxx="{}" maxy="{}"/>'.format(*UTM33)
        + f"{_style(root)}{layers}</Layer>\n</Capability></WMS_Capabilities>\n"
    )


def _extent(west: float, south: float, east: float, north: float) -> str:
    return (
        f"<EX_GeographicBoundingBox><westBoundLongitude>{west}</westBoundLongitude><eastBoundLongitude>{east}"
        f"</eastBoundLongitude><southBoundLatitude>{south}</southBoundLatitude><northBoundLatitude>{north}"
        "</northBoundLatitude></EX_GeographicBoundingBox>"
        f'<BoundingBox CRS="EPSG:4258" minx="{south}" miny="{west}" maxx="{north}" maxy="{east}"/>'
    )


def _style(layer: str) -> str:
    address = escape(
        f"{SERVICE}version=1.3.0&service=WMS&request=GetLegendGraphic&sld_version=1.1.0&layer={layer}&format=image/png"
    )
    return (
        '<Style><Name>default</Name><Title>default</Title><LegendURL width="20" height="20"><Format>image/png</Format>'
        f'<OnlineResource xmlns:xlink="http://www.w3.org/1999/xlink" xlink:type="simple" xlink:href="{address}"/>'
        "</LegendURL></Style>"
    )


def _group(name: str, leaves: dict[str, str]) -> str:
    """A group layer; its extent is degrees taken for metres, off Africa."""
    inner = "".join(_leaf(leaf, title) for leaf, title in leaves.items())
    return (
        f"<Layer><Name>{name}</Name><Title>{name.capitalize()}</Title><Abstract>{name}</Abstract>"
        f"{_extent(10.5113, 0.000509, 10.5116, 0.000651)}{_style(name)}{inner}</Layer>"
    )


def _leaf(name: str, title: str) -> str:
    return (
        f'<Layer queryable="1" opaque="0" cascaded="0"><Name>{name}</Name><Title>{title}</Title><CRS>EPSG:4258</CRS>'
        f"{_extent(*EXTENT)}{_style(name)}</Layer>"
    )


# --- maps ---------------------------------------------------------------------------


def _map(asked: dict[str, str], boundaries: OwnBoundaries, year: int) -> Response:
    layers = [name for name in asked.get("LAYERS", "").split(",") if name]
    for name in layers:
        if name not in _KNOWN:
            return _exception(f"{FAULTY} Invalid layer(s) given in the LAYERS parameter.", "LayerNotDefined")
    code = (asked.get("CRS") or asked.get("SRS") or "").upper().removeprefix("EPSG:")
    if not code.isdigit() or int(code) not in CRS:
        return _exception(
            f"{FAULTY} Invalid CRS given : CRS must be valid for all requested layers.",
            "InvalidCRS",
        )
    try:
        width, height, box = _frame(asked, code)
    except (KeyError, ValueError):
        return _exception(f"{FAULTY} Invalid values for BBOX.", "InvalidBBox")
    kind = _shown(layers)
    request.environ["standin.request"].provenance = boundaries.provenance(kind, year)
    picture = draw(boundaries, kind, max(year, 2020), "3857" if code == "900913" else code, box, width, height)
    return Response(picture, content_type="image/png")


def _frame(asked: dict[str, str], code: str) -> tuple[int, int, list[float]]:
    """Read size and box, east before north. Raises KeyError and ValueError."""
    width, height = int(asked["WIDTH"]), int(asked["HEIGHT"])
    box = [float(value) for value in asked["BBOX"].split(",")]
    if not (0 < width <= 8192 and 0 < height <= 8192 and len(box) == 4 and box[0] < box[2] and box[1] < box[3]):
        raise ValueError(asked)
    if asked.get("VERSION", "1.3.0") == "1.3.0" and code in NORTH_FIRST:
        box = [box[1], box[0], box[3], box[2]]
    return width, height, box


def _shown(layers: list[str]) -> str:
    """What a map of these layers shows the borders of."""
    if layers and all(name.startswith("fylker") for name in layers):
        return "Fylker"
    return "Grunnkretser" if "Grunnkretser" in layers else "Kommuner"


def _told(asked: dict[str, str], boundaries: OwnBoundaries, year: int) -> Response:
    """What is at a point of a map, as plain text or HTML."""
    from osgeo import ogr

    code = (asked.get("CRS") or asked.get("SRS") or "").upper().removeprefix("EPSG:")
    try:
        if not code.isdigit() or int(code) not in CRS:
            raise ValueError(code)
        width, height, box = _frame(asked, code)
        across, down = int(asked.get("I") or asked["X"]), int(asked.get("J") or asked["Y"])
    except (KeyError, ValueError):
        return _exception(f"{FAULTY} Invalid values for BBOX.", "InvalidBBox")
    east = box[0] + (across + 0.5) * (box[2] - box[0]) / width
    north = box[3] - (down + 0.5) * (box[3] - box[1]) / height
    kind = _shown(asked.get("QUERY_LAYERS", "").split(","))
    at = ogr.CreateGeometryFromWkt(f"POINT ({east} {north})")
    project = projector("3857" if code == "900913" else code)
    for number, shape in boundaries.shapes(kind, max(year, 2020), "0000").items():
        for polygon in shape:
            rings = ",".join("(" + ",".join(f"{x} {y}" for x, y in (*ring, ring[0])) + ")" for ring in map(project, polygon))
            if ogr.CreateGeometryFromWkt(f"POLYGON ({rings})").Contains(at):
                return _found(asked, f"{kind} {number} {boundaries.name(kind, max(year, 2020), number)}")
    return Response("Search returned no results.\n", content_type="text/plain; charset=UTF-8")


def _found(asked: dict[str, str], words: str) -> Response:
    if asked.get("INFO_FORMAT", "").startswith("text/html"):
        return Response(f"<html><body><p>{escape(words)}</p></body></html>", content_type="text/html; charset=UTF-8")
    return Response(f"GetFeatureInfo results:\n{words}\n", content_type="text/plain; charset=UTF-8")


def draw(boundaries, kind: str, year: int, epsg: str, box: list[float], width: int, height: int) -> bytes:
    """Draw the borders as thin lines on a clear ground."""
    pixels = bytearray(width * height)
    project = projector(epsg)
    across, up = width / (box[2] - box[0]), height / (box[3] - box[1])
    for stretch in boundaries.borders(kind, year):
        points = [((x - box[0]) * across, (box[3] - y) * up) for x, y in project(stretch.line)]
        for a, b in zip(points, points[1:]):
            for x, y in _dots(a, b):
                if 0 <= x < width and 0 <= y < height:
                    pixels[y * width + x] = 1
    return png(width, height, pixels)


def _dots(a: tuple[float, float], b: tuple[float, float]) -> Iterator[tuple[int, int]]:
    steps = min(int(max(abs(b[0] - a[0]), abs(b[1] - a[1]))) + 1, 20_000)
    for step in range(steps + 1):
        yield int(a[0] + (b[0] - a[0]) * step / steps), int(a[1] + (b[1] - a[1]) * step / steps)


def png(width: int, height: int, pixels: bytearray) -> bytes:
    """A picture of two colours: 0 clear, 1 a dark red."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\0" + bytes(pixels[y * width : (y + 1) * width]) for y in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0))
        + chunk(b"PLTE", bytes((255, 255, 255, 150, 40, 60)))
        + chunk(b"tRNS", bytes((0, 255)))
        + chunk(b"IDAT", zlib.compress(rows, 6))
        + chunk(b"IEND", b"")
    )
