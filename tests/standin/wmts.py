"""The background cache: four maps in four coordinate systems, asked for with parameters or by paths (row before column)."""

from __future__ import annotations

from flask import Blueprint, Response, abort, request

from .boundaries import OwnBoundaries
from .wms import draw

LAYERS = {
    "topo": "Topografisk norgeskart",
    "topograatone": "Topografisk norgeskart gråtone",
    "toporaster": "Toporaster",
    "sjokartraster": "Sjøkart raster",
}
# Name: EPSG code, west and north edge, metres of the first level's one tile.
SETS = {
    "webmercator": ("3857", -20037508.342789244, 20037508.342789244, 40075016.685578488),
    "utm32n": ("25832", -2000000.0, 9045984.0, 5545984.0),
    "utm33n": ("25833", -2500000.0, 9045984.0, 5545984.0),
    "utm35n": ("25835", -3500000.0, 9045984.0, 5545984.0),
}
LEVELS = 19
SERVICE = "https://cache.kartverket.no/v1/service?"
TILES = "https://cache.kartverket.no/v1/wmts/1.0.0"


def blueprint(boundaries: OwnBoundaries, year: int) -> Blueprint:
    """Mount the service; tiles show the borders of fylker in a year."""
    routes = Blueprint("wmts", __name__)

    @routes.route("/v1/service")
    def serve():
        asked = {key.upper(): value for key, value in request.args.items()}
        kind = asked.get("REQUEST", "").lower()
        if asked.get("SERVICE", "").upper() != "WMTS":
            return _exception("unknown SERVICE parameter", "InvalidParameterValue")
        if kind == "getcapabilities":
            return Response(capabilities(_operations()), content_type="application/xml")
        if kind == "gettile":
            names = ("LAYER", "TILEMATRIXSET", "TILEMATRIX", "TILEROW", "TILECOL")
            return _tile(*(asked.get(name, "") for name in names))
        return _exception(f"unknown WMTS request type '{kind}'", "InvalidParameterValue")

    @routes.route("/v1/wmts/1.0.0/WMTSCapabilities.xml")
    def document():
        return Response(capabilities(""), content_type="application/xml")

    @routes.route("/v1/wmts/1.0.0/<layer>/default/<name>/<level>/<row>/<column>.png")
    def tile(layer: str, name: str, level: str, row: str, column: str):
        return _tile(layer, name, level, row, column)

    def _tile(layer: str, name: str, level: str, row: str, column: str) -> Response:
        if layer not in LAYERS or name not in SETS or not (level.isdigit() and int(level) < LEVELS):
            abort(404)
        epsg, west, north, width = SETS[name]
        side = width / 2 ** int(level)
        left, top = west + int(column) * side, north - int(row) * side
        box = [left, top - side, left + side, top]
        return Response(draw(boundaries, "Fylker", max(year, 2020), epsg, box, 256, 256), content_type="image/png")

    return routes


def _exception(words: str, code: str) -> Response:
    body = (
        '<?xml version="1.0"?>\n<ExceptionReport version="1.1.0" xmlns="http://www.opengis.net/ows/1.1">'
        f'<Exception exceptionCode="{code}"><ExceptionText>{words}</ExceptionText></Exception></ExceptionReport>'
    )
    return Response(body, 400, content_type="text/xml; charset=utf-8")


# --- capabilities -------------------------------------------------------------------


def capabilities(operations: str) -> str:
    """The capabilities document: with operations it leads to parameters, without to paths."""
    return (
        '<?xml version="1.0"?>\n<Capabilities xmlns="http://www.opengis.net/wmts/1.0" '
        'xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">\n'
        "<ows:ServiceIdentification><ows:Title>Kartverkets cachetjenester</ows:Title>"
        "<ows:Abstract>Bakgrunnskart i cache.</ows:Abstract><ows:ServiceType>OGC WMTS</ows:ServiceType>"
        "<ows:ServiceTypeVersion>1.0.0</ows:ServiceTypeVersion><ows:Fees>none</ows:Fees>"
        "<ows:AccessConstraints>CC BY 4.0</ows:AccessConstraints></ows:ServiceIdentification>\n"
        "<ows:ServiceProvider><ows:ProviderName>Kartverket</ows:ProviderName></ows:ServiceProvider>\n"
        f"{operations}<Contents>"
        + "".join(_layer(name, title, not operations) for name, title in LAYERS.items())
        + "".join(_set(name) for name in SETS)
        + "</Contents></Capabilities>\n"
    )


def _operations() -> str:
    way = (
        f'<ows:DCP><ows:HTTP><ows:Get xlink:href="{SERVICE}"><ows:Constraint name="GetEncoding"><ows:AllowedValues>'
        "<ows:Value>KVP</ows:Value></ows:AllowedValues></ows:Constraint></ows:Get></ows:HTTP></ows:DCP>"
    )
    named = "".join(f'<ows:Operation name="{name}">{way}</ows:Operation>' for name in ("GetCapabilities", "GetTile"))
    return f"<ows:OperationsMetadata>{named}</ows:OperationsMetadata>\n"


def _layer(name: str, title: str, by_path: bool) -> str:
    template = f"{TILES}/{name}/default/{{TileMatrixSet}}/{{TileMatrix}}/{{TileRow}}/{{TileCol}}.png"
    link = f'<ResourceURL format="image/png" resourceType="tile" template="{template}"/>' if by_path else ""
    return (
        f"<Layer><ows:Title>{title}</ows:Title><ows:WGS84BoundingBox><ows:LowerCorner>-10.0 55.0</ows:LowerCorner>"
        f"<ows:UpperCorner>40.0 82.0</ows:UpperCorner></ows:WGS84BoundingBox><ows:Identifier>{name}</ows:Identifier>"
        '<Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format>'
        + "".join(f"<TileMatrixSetLink><TileMatrixSet>{one}</TileMatrixSet></TileMatrixSetLink>" for one in SETS)
        + f"{link}</Layer>\n"
    )


def _set(name: str) -> str:
    epsg, west, north, width = SETS[name]
    matrices = "".join(
        f"<TileMatrix><ows:Identifier>{level:02d}</ows:Identifier>"
        f"<ScaleDenominator>{width / 256 / 2**level / 0.00028!r}</ScaleDenominator>"
        f"<TopLeftCorner>{west!r} {north!r}</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight>"
        f"<MatrixWidth>{2**level}</MatrixWidth><MatrixHeight>{2**level}</MatrixHeight></TileMatrix>"
        for level in range(LEVELS)
    )
    crs = f"<ows:SupportedCRS>EPSG:{epsg}</ows:SupportedCRS>"
    return f"<TileMatrixSet><ows:Identifier>{name}</ows:Identifier>{crs}{matrices}</TileMatrixSet>\n"
