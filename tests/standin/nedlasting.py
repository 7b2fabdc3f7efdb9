"""Geonorge's download API and the files behind it, with the habits of the real server."""

from __future__ import annotations

import datetime
import hashlib
import json
import threading
import uuid
from typing import Any

from flask import Blueprint, Response, request

from . import atom, coast
from . import datasets as sets
from .attributes import Order
from .boundaries import OwnBoundaries
from .datasets import DataSet, Published
from .deliveries import package, zipped

HOST = "https://nedlasting.geonorge.no"
REL = "http://rel.geonorge.no/download"


class Files:
    """The files: made when first asked for, then kept. `generation` of GeoJSON layouts can be changed at any time."""

    def __init__(self, boundaries: OwnBoundaries):
        self.boundaries = boundaries
        self.generation = "B"
        self._kept: dict[tuple, bytes] = {}
        self._lock = threading.Lock()

    def _made(self, file: Published, order: Order) -> bytes:
        if file.dataset.kind in sets.MAPS:
            return zipped(coast.map_members(file.dataset.folder, file.stem, self.boundaries.sea(file.area.code), file.epsg))
        if file.dataset.kind == sets.ILLUSTRATION:
            year = file.dataset.year
            land = [self.boundaries.land(kind, year) for kind in ("Kommuner", "Fylker")]
            return zipped(coast.illustration_members(year, *land))
        return package(order, file.stem, self.boundaries, self.generation)

    def content(self, file: Published) -> tuple[bytes, str]:
        """The bytes of a file, and whether they are recorded, derived or made."""
        dataset = file.dataset
        real = self.boundaries.file(dataset.kind, dataset.year, file.area.code, file.epsg, file.form)
        if real and self.generation == "B":
            return real.read_bytes(), "recorded"
        order = Order(dataset.kind, dataset.year, file.area.code, file.epsg, file.form)
        key = (order, file.stem, self.generation)
        with self._lock:
            if key not in self._kept:
                self._kept[key] = self._made(file, order)
            return self._kept[key], self.boundaries.provenance(dataset.kind, dataset.year)


def blueprint(files: Files, known: dict[str, DataSet]) -> Blueprint:
    """Mount the API under /api and the files under /geonorge."""
    routes = Blueprint("nedlasting", __name__)
    orders: dict[str, dict] = {}
    registers = files.boundaries.registers

    def offered(dataset: DataSet) -> list[Published]:
        return list(sets.published(dataset, registers, files.generation))

    @routes.get("/api/capabilities/<identity>")
    def capabilities(identity: str):
        return _json(_capabilities(known[identity])) if identity in known else Response(status=404)

    @routes.get("/api/codelists/<what>/<identity>")
    def codelist(what: str, identity: str):
        if identity not in known:
            return _json([])  # unlike capabilities
        dataset = known[identity]
        if what == "area" and dataset.restricted and not request.authorization:
            return Response(status=401)
        makers = {"projection": _projections, "format": _formats}
        if what in makers:
            return _json(makers[what](dataset, files.generation))
        return _json([_area(dataset, area, files.generation) for area in sets.areas(dataset, registers)])

    @routes.post("/api/order")
    def order():
        asked = request.get_json(force=True)
        lines = [
            (line, known[line["metadataUuid"]]) for line in asked.get("orderLines", []) if line.get("metadataUuid") in known
        ]
        if any(dataset.restricted for _, dataset in lines) and not request.authorization:
            return _json("Order contains restricted datasets, but no user information is provided.", 500)
        reference = str(uuid.uuid4())
        matching = [file for line, dataset in lines for file in offered(dataset) if _matches(file, line)]
        receipt = _receipt(reference, matching, asked)
        orders[reference] = {"receipt": receipt, "files": {file.id: file for file in matching}}
        return _json(receipt)

    @routes.post("/api/can-download")
    def can_download():
        return _json({"canDownload": True})

    @routes.get("/api/order/<reference>")
    def ordered(reference: str):
        accept = request.headers.get("Accept")
        if accept is None:
            return _json({"Message": "An error has occurred."}, 500)  # it reads the first of none
        if accept.startswith("text/html"):
            return _redirect(f"/order/details/{reference}")
        if reference not in orders:
            return Response(status=404)
        receipt = dict(orders[reference]["receipt"])
        receipt["orderDate"] = receipt["orderDate"][:22]
        return _json(receipt)

    @routes.get("/api/download/order/<reference>/<identity>")
    def download(reference: str, identity: str):
        if request.method == "HEAD":
            return Response(status=405, headers={"Allow": "GET"})
        if not _is_uuid(reference):
            return _json({"Message": "orderUuid is not a valid uuid."}, 400)
        if reference == RESTRICTED_ORDER:
            return _redirect("/login")
        file = orders.get(reference, {}).get("files", {}).get(identity)
        return _redirect(f"/geonorge/{file.path}") if file else Response(status=404)

    @routes.get("/login")
    def login():
        page = "<!DOCTYPE html><html><head><title>Logg inn</title></head><body><form>GeoID</form></body></html>"
        return Response(page, content_type="text/html; charset=utf-8")

    @routes.get("/geonorge/Tjenestefeed_daglig.xml")
    def service_feed():
        return _feed(atom.service_feed(known.values()))

    @routes.get("/geonorge/ATOM-feeds/<name>")
    def dataset_feed(name: str):
        for dataset in known.values():
            for form, address in atom.feed_addresses(dataset).items():
                if address.endswith(f"/{name}"):
                    named = [file for file in offered(dataset) if file.form == form]
                    return _feed(atom.dataset_feed(dataset, form, named))
        return Response("404 - File or directory not found.", 404, content_type="text/html")

    @routes.get("/geonorge/<path:path>")
    def direct(path: str):
        file = _named(path)
        if file is None:
            return Response("404 - File or directory not found.", 404, content_type="text/html")
        content, provenance = files.content(file)
        response = Response(content, content_type="application/x-zip-compressed")
        request.environ["standin.request"].provenance = provenance
        response.headers["Accept-Ranges"] = "bytes"
        response.set_etag(hashlib.sha256(content).hexdigest()[:16])
        response.last_modified = datetime.datetime.fromisoformat(file.dataset.updated + "T09:00:00+00:00")
        return response.make_conditional(request, accept_ranges=True, complete_length=len(content))

    def _named(path: str) -> Published | None:
        folder = path.split("/")[1].lower() if path.count("/") == 3 else ""
        for dataset in known.values():
            if dataset.folder.lower() == folder and not dataset.restricted:
                return next((file for file in offered(dataset) if file.path.lower() == path.lower()), None)
        return None

    return routes


# An order of somebody else that holds data not open to all: its downloads lead to a login page.
RESTRICTED_ORDER = "3f854e9c-5345-4428-b2fd-1ea3db5d2f7a"


def _capabilities(dataset: DataSet) -> dict:
    def link(path: str, rel: str) -> dict:
        return {"href": f"{HOST}/api/{path}", "rel": rel, "templatedSpecified": False}

    lists = [link(f"codelists/{what}/{dataset.uuid}", f"{REL}/{what}") for what in ("projection", "format", "area")]
    return {
        "supportsProjectionSelection": True,
        "supportsFormatSelection": True,
        "supportsPolygonSelection": False,
        "supportsAreaSelection": True,
        **({"accessConstraintRequiredRole": "nd.download"} if dataset.restricted else {}),
        "supportsDownloadBundling": True,
        "distributedBy": "Geonorge",
        "deliveryNotificationByEmail": True,
        "_links": [
            *lists,
            link("order", f"{REL}/order"),
            # The real answer names itself without TLS.
            {**link(f"capabilities/{dataset.uuid}", "self"), "href": f"http{HOST[5:]}/api/capabilities/{dataset.uuid}"},
            link("can-download", f"{REL}/can-download"),
        ],
    }


def _projection(epsg: str) -> dict:
    return {"code": epsg, "name": sets.PROJECTIONS[epsg], "codespace": f"http://www.opengis.net/def/crs/EPSG/0/{epsg}"}


def _projections(dataset: DataSet, generation: str) -> list[dict]:
    return [
        {**_projection(epsg), "formats": [{"name": name} for name in sets.formats(dataset, epsg, generation)]}
        for epsg in sets.PROJECTIONS
    ]


def _formats(dataset: DataSet, generation: str) -> list[dict]:
    offered = sets.formats(dataset, "25833", generation)
    return [
        {
            "name": name,
            "projections": [_projection(e) for e in sets.PROJECTIONS if name in sets.formats(dataset, e, generation)],
        }
        for name in offered
    ]


def _area(dataset: DataSet, area: sets.Area, generation: str) -> dict:
    """An entry of the area list. `formats` is unreliable: doubled and half empty for fylker, missing for kommuner."""
    item: dict[str, Any] = {"type": area.type, "name": area.name, "code": area.code}
    item["projections"] = _projections(dataset, generation)
    if area.type == "landsdekkende":
        item["formats"] = _formats(dataset, generation)
    elif area.type == "fylke":
        item["formats"] = [*_formats(dataset, generation), {"name": "GML"}]
    return item


def _matches(file: Published, line: dict) -> bool:
    """Within a list any value will do, an empty list asks for nothing; blanks at the end don't count."""
    areas = [(area.get("type"), area.get("code")) for area in line.get("areas") or []]
    epsgs = [projection.get("code") for projection in line.get("projections") or []]
    forms = [form.get("name", "").rstrip() for form in line.get("formats") or []]
    return (
        (not areas or (file.area.type, file.area.code) in areas)
        and (not epsgs or file.epsg in epsgs)
        and (not forms or file.form in forms)
    )


def _receipt(reference: str, files: list[Published], asked: dict) -> dict:
    return {
        "referenceNumber": reference,
        "files": [_ordered_file(reference, file) for file in files],
        "email": asked.get("email", ""),
        "orderDate": "2026-01-07T13:44:10.0705398+01:00",
        "downloadAsBundle": bool(asked.get("downloadAsBundle", False)),
        "_links": [
            {"href": f"{HOST}/api/order/{reference}", "rel": "self", "templatedSpecified": False},
            {"href": f"{HOST}/api/order/{reference}", "rel": f"{REL}/order/bundle", "templatedSpecified": False},
        ],
    }


def _ordered_file(reference: str, file: Published) -> dict:
    return {
        "downloadUrl": f"{HOST}/api/download/order/{reference}/{file.id}",
        "name": f"{file.stem}.zip",
        "fileId": file.id,
        "metadataUuid": file.dataset.uuid,
        "area": file.area.code,
        "areaName": file.area.name,
        "projection": file.epsg,
        "projectionName": sets.PROJECTIONS[file.epsg],
        "format": file.dataset.geojson if file.form == "GeoJSON" else file.form,
        "status": "ReadyForDownload",
        "metadataName": file.dataset.folder,
    }


def _json(body: Any, status: int = 200) -> Response:
    response = Response(json.dumps(body, ensure_ascii=False), status, content_type="application/json; charset=utf-8")
    if status == 200 and request.method == "GET":
        response.headers["Cache-Control"] = "max-age=2592000"
    return response


def _feed(xml: str) -> Response:
    return Response(xml, content_type="application/xml")


def _redirect(path: str) -> Response:
    return Response(status=302, headers={"Location": HOST + path})


def _is_uuid(text: str) -> bool:
    try:
        return bool(uuid.UUID(text))
    except ValueError:
        return False
