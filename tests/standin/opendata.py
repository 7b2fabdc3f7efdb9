"""Enhetsregisteret, data.norge.no, CKAN and ArcGIS Hub with their quirks."""

from __future__ import annotations

import json
import threading
import time
import uuid
from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, redirect, request

from . import published
from .country import utm33
from .mesh import Shape

_MEMBERS = ("creator", "distribution", "endpointURL", "keyword", "landingPage", "modified", "spatial", "temporal", "theme")


def brreg() -> Blueprint:
    """Mount /enheter: all kommuner in pages from 0; names in capitals."""
    routes = Blueprint("brreg", __name__)

    @routes.get("/enheter")
    def units():
        size, number = int(request.args.get("size", 20)), int(request.args.get("page", 0))
        if size > 10000:
            return _json({"message": "size"}, 400)
        found = list(published.kommuner().items()) if request.args.get("organisasjonsform") == "KOMM" else []
        part = found[number * size : (number + 1) * size]
        page = {"size": size, "totalElements": len(found), "totalPages": -(-len(found) // size), "number": number}
        return _json({"_embedded": {"enheter": [_unit(*one) for one in part]}, "_links": {}, "page": page})

    return routes


def _unit(kommune: str, name: str) -> dict[str, Any]:
    kind = "HERAD" if name in ("Kvam", "Ulvik", "Voss") else "KOMMUNE"
    return {
        "organisasjonsnummer": published.organisation(kommune),
        "navn": f"{name.partition(' (')[0].upper()} {kind}",
        "organisasjonsform": {"kode": "KOMM", "beskrivelse": "Kommune"},
        "forretningsadresse": {"land": "Norge", "landkode": "NO", "kommune": name.upper(), "kommunenummer": kommune},
    }


def register() -> Blueprint:
    """Mount a kommune as Geonorge's register of organisations has it; members that are not told are null."""
    routes = Blueprint("register", __name__)

    @routes.get("/api/v2/organisasjoner/kommuner/<kommune>")
    def organisation(kommune: str):
        name = published.kommuner().get(kommune)
        if not name:
            return Response(status=404)
        return _json({
            "Name": f"{name.partition(' (')[0]} kommune",
            "OrganizationNumber": published.organisation(kommune),
            "MunicipalityCode": kommune,
            "ShortName": None,
            "Status": "Gyldig",
        })  # fmt: skip

    return routes


def kommuneinfo(kommuner: Callable[[], dict[str, Shape]]) -> Blueprint:
    """Mount /punkt: the kommune at a point in degrees. All three parameters are required; at sea and abroad it is 404."""
    routes = Blueprint("kommuneinfo", __name__)

    @routes.get("/punkt")
    def point():
        try:
            lat, lon = float(request.args["nord"]), float(request.args["ost"])
        except (KeyError, ValueError):
            return _json({"message": "nord, ost, koordsys"}, 400)
        if request.args.get("koordsys") not in ("4258", "4326"):
            return _json({"message": "koordsys"}, 400)
        x, y = (100 * metres for metres in utm33(lon, lat))
        found = next((code for code, shape in kommuner().items() if _holds(shape, x, y)), "")
        if not found:
            return Response(status=404)
        name = published.kommuner().get(found, found)
        return _json({"fylkesnavn": "", "fylkesnummer": found[:2], "kommunenavn": name, "kommunenummer": found})

    return routes


def _holds(shape: Shape, x: float, y: float) -> bool:
    """Whether a point lies in one of the polygons: a ray from it crosses their rings an odd number of times."""
    crossings = 0
    for ring in (ring for polygon in shape for ring in polygon):
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]]):
            crossings += (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)
    return crossings % 2 == 1


def csw(whole: Callable[[str], str], recorded: Callable[[str], bytes | None]) -> Blueprint:
    """Mount GetRecordById; an unknown record is an answer without one, and a percent sign breaks the server.

    `whole` gives the record of a data set of boundaries by its id, "" for any other.
    """
    routes = Blueprint("csw", __name__)

    @routes.get("/srv/nor/csw")
    def record():
        id = request.args.get("id", "")
        if "%" in id or request.args.get("request") != "GetRecordById":
            words = "java.lang.RuntimeException: java.util.UnknownFormatConversionException: Conversion = 'F'"
            report = (
                '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows" version="1.2.0">'
                f'<ows:Exception exceptionCode="NoApplicableCode"><ows:ExceptionText>{words}</ows:ExceptionText>'
                "</ows:Exception></ows:ExceptionReport>"
            )
            return Response(report, content_type="application/xml")
        if taken := recorded(f"{request.path}?id={id}"):
            request.environ["standin.request"].provenance = "recorded"
            return Response(taken, content_type="application/xml")
        ways = published.CSW.get(id)
        body = whole(id) if ways is None else _metadata(id, ways)
        root = '<csw:GetRecordByIdResponse xmlns:csw="http://www.opengis.net/cat/csw/2.0.2">'
        return Response(f"{root}{body}</csw:GetRecordByIdResponse>", content_type="application/xml")

    return routes


def _metadata(id: str, ways: tuple[tuple[str, str], ...]) -> str:
    online = "".join(
        f"<gmd:onLine><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>{address}</gmd:URL></gmd:linkage>"
        f"<gmd:protocol><gco:CharacterString>{protocol}</gco:CharacterString></gmd:protocol></gmd:CI_OnlineResource></gmd:onLine>"
        for protocol, address in ways
    )
    return (
        '<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco">'
        f"<gmd:fileIdentifier><gco:CharacterString>{id}</gco:CharacterString></gmd:fileIdentifier>"
        f"<gmd:distributionInfo><gmd:MD_Distribution><gmd:transferOptions>{online}</gmd:transferOptions></gmd:MD_Distribution>"
        "</gmd:distributionInfo></gmd:MD_Metadata>"
    )


class Bucket:
    """So many requests at once, filled up again over time."""

    def __init__(self, most: int, per_second: float):
        self.most, self.per_second, self.left, self.since = most, per_second, float(most), time.monotonic()
        self._lock = threading.Lock()

    def take(self) -> bool:
        with self._lock:
            now = time.monotonic()
            self.left = min(self.most, self.left + (now - self.since) * self.per_second)
            self.since = now
            if self.left < 1:
                return False
            self.left -= 1
            return True


def datanorge(bucket: Bucket) -> Blueprint:
    """Mount the search (POST only, pages from 0) and the records."""
    routes = Blueprint("datanorge", __name__)

    @routes.post("/search/<kind>")
    def search(kind: str):
        if not bucket.take():
            return Response(status=429, headers={"Retry-After": "6"})
        try:
            body = json.loads(request.get_data())
            filters, page = body.get("filters") or {}, body.get("pagination") or {}
            path = (filters.get("orgPath") or {}).get("value", "")
        except (ValueError, AttributeError):
            return _json({"status": 400, "error": "Bad Request"}, 400)
        found = [one for one in published.DATANORGE if one[0] == kind and (one[2] == path or one[2].startswith(path + "/"))]
        found = found if path else [one for one in published.DATANORGE if one[0] == kind]
        size, number = int(page.get("size", 10)), int(page.get("page", 0))
        part = found[number * size : (number + 1) * size]
        told = {
            "currentPage": number,
            "size": len(part),
            "totalElements": len(found),
            "totalPages": -(-len(found) // size),
        }
        return _json({"hits": [_hit(one) for one in part], "aggregations": {}, "page": told})

    @routes.post("/v1/<kind>")
    def records(kind: str):
        ids = json.loads(request.get_data()).get("ids", [])
        return _json([_record(one) for one in published.DATANORGE if one[0] == kind and one[1] in ids])

    @routes.get("/v1/<kind>/<id>")
    def record(kind: str, id: str):
        found = next((one for one in published.DATANORGE if one[0] == kind and one[1] == id), None)
        return _json(_record(found)) if found else Response(status=404)

    @routes.get("/organizations")
    def organisations():
        if "json" not in request.headers.get("Accept", ""):
            return Response("@prefix rov: <http://www.w3.org/ns/regorg#> .\n", content_type="text/turtle")
        rows = [{"organizationId": path.split("/")[2], "orgPath": path} for path in sorted({o[2] for o in published.DATANORGE})]
        return _json(rows)

    return routes


def _owner(path: str) -> dict[str, Any]:
    number = path.split("/")[2]
    kommune = next(kommune for kommune, organisation in published.ORGANISATIONS.items() if organisation == number)
    name = f"{published.kommuner()[kommune]} kommune"
    return {"id": path.rpartition("/")[2], "uri": "", "orgPath": path, "name": name.upper(), "prefLabel": {"nb": name}}


def _hit(one: tuple) -> dict[str, Any]:
    """A hit holds what it has, and never where the data are."""
    kind, id, path, title, uri, _ = one
    hit = {
        "id": id,
        "uri": uri,
        "title": {"nb": title},
        "organization": _owner(path),
        "searchType": "DATASET" if kind == "datasets" else "DATA_SERVICE",
        "metadata": {"firstHarvested": "2021-03-17T10:00:04Z", "modified": "2023-02-02T14:09:30Z", "deleted": False},
    }
    return {key: value for key, value in hit.items() if value}


def _record(one: tuple) -> dict[str, Any]:
    """A record has all members, most of them null."""
    kind, id, path, title, uri, ways = one
    record: dict[str, Any] = dict.fromkeys(_MEMBERS)
    record |= {
        "id": id,
        "uri": uri or None,
        "type": kind,
        "title": {"nb": title},
        "publisher": _owner(path),
        "accessRights": {"code": "PUBLIC", "uri": "http://publications.europa.eu/resource/authority/access-right/PUBLIC"},
        "harvest": {"firstHarvested": "2021-03-17T10:00:23Z", "modified": "2022-11-25T08:30:59Z"},
    }
    if kind == "data-services":
        return {**record, "endpointURL": [address for _, address, _ in ways]}
    record["distribution"] = [
        {
            "accessURL": [address] if member == "accessURL" else None,
            "downloadURL": [address] if member == "downloadURL" else None,
            "fdkFormat": [{"code": name, "name": name, "type": "FILE_TYPE", "uri": None} for name in formats],
            "license": [{"uri": "NLOD_2_0", "prefLabel": {"no": "Norsk lisens for offentlige data"}}],
            "title": None,
        }
        for member, address, formats in ways
    ] or None
    return record


def ckan() -> Blueprint:
    """Mount package_search and package_show; letters are escaped, errors say `success: false`."""
    routes = Blueprint("ckan", __name__)

    @routes.get("/api/3/action/package_search")
    def search():
        field, _, wanted = request.args.get("fq", "").partition(":")
        if field not in ("organization", ""):
            return _failed("Search Query Error", 400)
        found = [one for one in published.CKAN if not wanted or one[3] == wanted]
        rows, start = min(1000, int(request.args.get("rows", 10))), int(request.args.get("start", 0))
        result = {"count": len(found), "results": [_package(one) for one in found[start : start + rows]], "facets": {}}
        return _escaped({"help": request.base_url, "success": True, "result": result})

    @routes.get("/api/3/action/package_show")
    def show():
        found = next((one for one in published.CKAN if request.args.get("id") in one[:2]), None)
        if not found:
            return _failed("Not Found Error", 404)
        return _escaped({"help": request.base_url, "success": True, "result": _package(found)})

    @routes.get("/files/<name>")
    def file(name: str):
        kind, body = published.FILES.get(name, ("", b""))
        return Response(body, content_type=kind) if body else Response(status=404)

    @routes.get("/old/<path:rest>")
    def moved(rest: str):
        return redirect(f"{request.host_url}ckan/{rest}?{request.query_string.decode()}", 301)

    return routes


def _package(one: tuple) -> dict[str, Any]:
    id, name, title, organisation, resources = one
    return {
        "id": id,
        "name": name,
        "title": title,
        "notes": f"{title} i kommunen.",
        "private": False,
        "state": "active",
        "license_id": "NLOD-2.0",
        "license_title": "Norsk lisens for offentlige data (NLOD)",
        "metadata_modified": "2026-09-28T12:21:33.575307",
        "organization": {"name": organisation, "title": organisation.replace("-", " ").capitalize(), "state": "active"},
        "resources": [
            {"id": str(uuid.uuid4()), "name": f"{title} {kind}", "format": kind, "url": _address(address), "mimetype": None,
             "state": "active", "datastore_active": False}
            for kind, address in resources
        ],
        "tags": [{"display_name": "kart", "name": "kart"}],
    }  # fmt: skip


def _address(address: str) -> str:
    return f"{request.host_url}ckan{address}" if address.startswith("/") else address


def _failed(kind: str, status: int) -> Response:
    return _escaped({"help": "", "success": False, "error": {"message": kind, "__type": kind}}, status)


def hub() -> Blueprint:
    """Mount the feeds of some sites: today's, or that of 2018; and a service that wants a log-in."""
    routes = Blueprint("hub", __name__)

    @routes.get("/<site>/api/feed/dcat-us/1.1.json")
    def today(site: str):
        if site not in published.HUBS or site in published.OLD_FEEDS:
            return Response(status=404)
        return _json({"@type": "dcat:Catalog", "dataset": [_entry(site, one) for one in published.HUBS[site]]})

    @routes.get("/<site>/data.json")
    def before(site: str):
        if site not in published.OLD_FEEDS:
            return Response(status=404)
        return _json({"@type": "dcat:Catalog", "dataset": [_old_entry(site, one) for one in published.HUBS[site]]})

    @routes.get("/<site>/api/search/v1/collections/<name>/items")
    def items(site: str, name: str):
        start, size = int(request.args.get("startindex", 1)), int(request.args.get("limit", 10))
        found = published.HUBS.get(site, ())
        part = found[start - 1 : start - 1 + size]
        links = [{"rel": "self", "href": request.url}]
        if start - 1 + size < len(found):
            links.append({"rel": "next", "href": f"{request.base_url}?limit={size}&startindex={start + size}"})
        features = [{"id": one[1], "type": "Feature", "properties": {"title": one[3], "url": one[4]}} for one in part]
        return _json({"type": "FeatureCollection", "features": features, "numberMatched": len(found), "links": links})

    return routes


def _entry(site: str, one: tuple) -> dict[str, Any]:
    kommune, item, layer, title, service = one
    host = f"https://{site}.opendata.arcgis.com"
    ways = [
        {"title": "ArcGIS Hub Dataset", "format": "Web Page", "mediaType": "text/html", "accessURL": f"{host}/maps/{item}"},
        {
            "title": "ArcGIS GeoService",
            "format": "ArcGIS GeoServices REST API",
            "mediaType": "application/json",
            "accessURL": service,
        },
    ]
    if layer:
        files = f"{host}/api/download/v1/items/{item}"
        ways += [
            {
                "title": "GeoJSON",
                "format": "GeoJSON",
                "mediaType": "application/vnd.geo+json",
                "accessURL": f"{files}/geojson?layers=0",
            },
            {"title": "Shapefile", "format": "ZIP", "mediaType": "application/zip", "accessURL": f"{files}/shapefile?layers=0"},
        ]
    return {
        "@type": "dcat:Dataset",
        "identifier": f"https://www.arcgis.com/home/item.html?id={item}" + (f"&sublayer={layer}" if layer else ""),
        "landingPage": f"{host}/maps/{item}",
        "title": title,
        "description": f"<p>{title}&nbsp;i kommunen</p>",
        "keyword": ["kart"],
        "modified": "2025-06-16T13:30:03.000Z",
        "publisher": {"name": f"{published.kommuner()[kommune]} kommune"},
        "accessLevel": "public",
        "spatial": "",
        "theme": "",
        "license": "<span>CC BY 4.0</span>",
        "distribution": ways,
    }


def _old_entry(site: str, one: tuple) -> dict[str, Any]:
    kommune, item, layer, title, service = one
    page = f"http://{site}.opendata.arcgis.com/datasets/{item}_{layer}"
    return {
        "@type": "dcat:Dataset",
        "identifier": page,
        "landingPage": page,
        "title": title,
        "description": title,
        "modified": "2017-11-28T14:20:00.000Z",
        "publisher": {"name": f"{published.kommuner()[kommune]} kommune"},
        "accessLevel": "public",
        "spatial": "18.9,69.6,19.0,69.7",
        "theme": ["geospatial"],
        "license": f"{page}/license.json",
        "webService": service,
        "distribution": [
            {"title": "ArcGIS Open Dataset", "format": "Web page", "mediaType": "text/html", "accessURL": page},
            {"title": "Esri Rest API", "format": "Esri REST", "mediaType": "application/json", "accessURL": service},
            {"title": "Shapefile", "format": "ZIP", "mediaType": "application/zip", "downloadURL": f"{page}.zip"},
        ],
    }


def portals_file(url: str) -> str:
    """The list of portals, as it stands here."""
    rows = [f"{kind};{url}/{path};{kommune};{organisation}" for kind, path, kommune, organisation in published.PORTALS]
    return "\n".join(["kind;address;kommune;organisation", *rows, ""])


def _json(body: object, status: int = 200) -> Response:
    return Response(json.dumps(body, ensure_ascii=False), status, content_type="application/json; charset=utf-8")


def _escaped(body: object, status: int = 200) -> Response:
    return Response(json.dumps(body), status, content_type="application/json;charset=utf-8")
