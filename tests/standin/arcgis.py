"""An ArcGIS server: services with layers in groups and tables, a limit to each answer, and refusals with status 200."""

from __future__ import annotations

import json
import struct
import zlib
from typing import Any

from flask import Blueprint, Response, request

_UTM = {"wkid": 25833, "latestWkid": 25833}
_MOST = 100  # features to an answer


def _trees() -> list[dict[str, Any]]:
    return [
        {
            "attributes": {"OBJECTID": number, "Navn": f"Tre {number} på Grünerløkka"},
            "geometry": {"x": 262000 + 10 * number, "y": 6650000 + 5 * number},
        }
        for number in range(1, 251)
    ]


def _areas() -> list[dict[str, Any]]:
    ring = [[260000, 6648000], [260000, 6652000], [264000, 6652000], [264000, 6648000], [260000, 6648000]]
    return [{"attributes": {"OBJECTID": 1, "Navn": "Sentrum"}, "geometry": {"rings": [ring]}}]


def _rows() -> list[dict[str, Any]]:
    return [{"attributes": {"OBJECTID": number, "Navn": f"Rad {number}"}} for number in (1, 2)]


NAMES = ("Gront", "Enkel", "Bare_sporring")
# Number, name, type, geometry, its group, features
LAYERS = (
    (0, "Byens grønne", "Group Layer", None, -1, None),
    (1, "Trær", "Feature Layer", "esriGeometryPoint", 0, _trees),
    (2, "Områder", "Feature Layer", "esriGeometryPolygon", 0, _areas),
)
TABLES = ((3, "Merknader", "Table", None, -1, _rows),)
_FIELDS = [
    {"name": "OBJECTID", "type": "esriFieldTypeOID", "alias": "OBJECTID"},
    {"name": "Navn", "type": "esriFieldTypeString", "alias": "Navn", "length": 100},
]


def blueprint() -> Blueprint:
    """Mount `Gront` as both kinds of service, `Enkel` with one layer, `Laast`, which wants a token, and `Bare_sporring`."""
    routes = Blueprint("arcgis", __name__)

    @routes.get("/rest/services/Laast/FeatureServer")
    @routes.get("/rest/services/Laast/FeatureServer/<int:number>")
    def locked(number: int = 0):
        return _json({"error": {"code": 499, "message": "Token Required", "details": []}})

    @routes.get("/rest/services/<name>/<kind>")
    def service(name: str, kind: str):
        if name not in NAMES:
            return _not_found(name)
        return _json(_service(name, kind)) if _wants_json() else _page(name)

    @routes.get("/rest/services/<name>/<kind>/<int:number>")
    def layer(name: str, kind: str, number: int):
        found = _find(name, number)
        if name not in NAMES:
            return _not_found(name)
        if found is None:
            return _json({"error": {"code": 400, "message": "Invalid or missing input parameters.", "details": []}})
        return _json(_layer(found, name, kind)) if _wants_json() else _page(name)

    @routes.route("/rest/services/<name>/<kind>/<int:number>/query", methods=["GET", "POST"])
    def query(name: str, kind: str, number: int):
        found = _find(name, number)
        asked = {**request.args, **request.form}
        return _json(_answer(found, asked))

    @routes.get("/rest/services/<name>/MapServer/export")
    def export(name: str):
        width, height = (int(one) for one in request.args.get("size", "100,100").split(","))
        return Response(_picture(width, height), content_type="image/png")

    return routes


def _not_found(name: str) -> Response:
    return _json({"error": {"code": 404, "message": f"Service {name} not found", "details": []}})


def _wants_json() -> bool:
    return "json" in request.args.get("f", "").lower()


def _page(name: str) -> Response:
    return Response(f"<html><head><title>{name}</title></head><body>ArcGIS REST Services Directory</body></html>")


def _layers(name: str):
    return LAYERS if name != "Enkel" else ((0, "Turveier", "Feature Layer", "esriGeometryPoint", -1, _trees),)


def _find(name: str, number: int):
    return next((one for one in (*_layers(name), *TABLES) if one[0] == number), None)


def _extent() -> dict[str, Any]:
    return {"xmin": 260000, "ymin": 6648000, "xmax": 264000, "ymax": 6652000, "spatialReference": _UTM}


def _service(name: str, kind: str) -> dict[str, Any]:
    layers = [
        {"id": id, "name": title, "type": type, "geometryType": shape, "parentLayerId": parent,
         "subLayerIds": [one[0] for one in _layers(name) if one[4] == id] or None}
        for id, title, type, shape, parent, _ in _layers(name)
    ]  # fmt: skip
    tables = [{"id": id, "name": title, "type": "Table"} for id, title, *_ in TABLES if name != "Enkel"]
    found: dict[str, Any] = {
        "currentVersion": 11.1,
        "serviceDescription": "<p>Det grønne i byen</p>",
        "copyrightText": "Oslo kommune, Bymiljøetaten",
        "layers": layers,
        "tables": tables,
        "spatialReference": _UTM,
        "initialExtent": _extent(),
        "fullExtent": _extent(),
        "maxRecordCount": _MOST,
        "capabilities": _capabilities(name, kind),
        "supportedQueryFormats": "JSON",
    }
    if kind == "MapServer":
        found |= {"mapName": name, "supportedImageFormatTypes": "PNG32,PNG24,PNG,JPG"}
        found |= {"singleFusedMapCache": False, "documentInfo": {"Title": "Grønt kart"}}
    return found


def _capabilities(name: str, kind: str) -> str:
    if kind == "FeatureServer":
        return "Query"
    return "Query,Data" if name == "Bare_sporring" else "Map,Query,Data"


def _layer(one: tuple, name: str, kind: str) -> dict[str, Any]:
    id, title, type, shape, *_ = one
    found: dict[str, Any] = {
        "currentVersion": 11.1,
        "id": id,
        "name": title,
        "type": type,
        "description": "",
        "copyrightText": "Oslo kommune, Bymiljøetaten",
        "geometryType": shape,
        "objectIdField": "OBJECTID",
        "displayField": "Navn",
        "fields": _FIELDS,
        "maxRecordCount": _MOST,
        "capabilities": _capabilities(name, kind),
        "supportedQueryFormats": "JSON",
        "extent": _extent() if shape else None,
    }
    if type == "Group Layer":
        found["subLayers"] = [{"id": one[0], "name": one[1]} for one in LAYERS if one[4] == id]
    return found


def _answer(one: tuple, asked: dict[str, str]) -> dict[str, Any]:
    features = one[5]()
    if asked.get("objectIds"):
        wanted = {int(id) for id in asked["objectIds"].split(",")}
        features = [feature for feature in features if feature["attributes"]["OBJECTID"] in wanted]
    if asked.get("returnIdsOnly") == "true":
        return {"objectIdFieldName": "OBJECTID", "objectIds": [feature["attributes"]["OBJECTID"] for feature in features]}
    if asked.get("returnCountOnly") == "true":
        return {"count": len(features)}
    if asked.get("returnExtentOnly") == "true":
        return {"extent": _extent()}
    start = int(asked.get("resultOffset", 0))
    more = len(features) > start + _MOST
    found = {"objectIdFieldName": "OBJECTID", "fields": _FIELDS, "features": features[start : start + _MOST]}
    if one[3]:
        found |= {"geometryType": one[3], "spatialReference": _UTM}
    return {**found, "exceededTransferLimit": True} if more else found


def _picture(width: int, height: int) -> bytes:
    """A green PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    rows = (b"\0" + b"\x20\x90\x40\xff" * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _json(body: object) -> Response:
    return Response(json.dumps(body, ensure_ascii=False), content_type="application/json;charset=utf-8")
