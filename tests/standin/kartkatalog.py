"""The catalogue: search (1-based offset, hidden series) and single records (decimal commas, local dates)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint, Response, request

from .atom import feed_addresses
from .datasets import PROJECTIONS, DataSet
from .published import GEONORGE, TOTAL, Record

HOST = "https://kartkatalog.geonorge.no"
CAPABILITIES = "https://nedlasting.geonorge.no/api/capabilities/"
SERIES = {
    "02b6c97b-63da-4d46-9a70-6e9ef3442d54": ("Statistiske enheter grunnkretser - historiske data", ("Grunnkretser",)),
    "9bc064e3-6c34-4c3a-8421-00290052e9c0": ("Administrative enheter - historiske versjoner", ("Kommuner", "Fylker")),
}
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def blueprint(known: dict[str, DataSet], recorded: Callable[[str], bytes | None]) -> Blueprint:
    """Mount /api/search and /api/getdata/{uuid}. Historic data sets and their series show up only with listhidden=true."""
    routes = Blueprint("kartkatalog", __name__)

    @routes.get("/api/search")
    def search():
        words = request.args.get("text", "").lower().split()
        hidden = request.args.get("listhidden", "").lower() == "true"
        found = [_series(uuid, known) for uuid in SERIES] if hidden else []
        found += [_result(dataset) for dataset in known.values() if hidden or not dataset.historic]
        if words:
            found = [entry for entry in found if any(word in entry["Title"].lower() for word in words)]
            found.sort(key=lambda entry: -sum(word in entry["Title"].lower() for word in words))
        else:
            found += [_published(record) for record in GEONORGE] if (facets := _facets(request.args)) else []
            found = [entry for entry in found if _fits(entry, facets)] if facets else _whole_catalogue(found)
        try:
            limit, offset = int(request.args.get("limit", 10)), int(request.args.get("offset", 1))
            if limit < 1 or offset < 1:
                raise ValueError(limit)
        except ValueError:
            return _json({"error": "Invalid search parameters", "details": "limit and offset start at 1"}, 400)
        page = [_shown(entry) for entry in found[offset - 1 : offset - 1 + limit]]
        return _json(
            {"NumFound": len(found), "Limit": limit, "Offset": offset, "Results": page, "Facets": [], "Type": "search"}
        )

    @routes.get("/api/getdata/<uuid>")
    def getdata(uuid: str):
        if uuid in SERIES:
            return _json(_series_record(uuid, known))
        if body := recorded(request.path):
            request.environ["standin.request"].provenance = "recorded"
            return Response(body, content_type="application/json; charset=utf-8")
        return _json(_record(known[uuid])) if uuid in known else Response(status=404)

    return routes


# Names that the reader takes and that the second list lets through; `organization` is not among the latter.
_FACETS = (
    "type",
    "theme",
    "organizations",
    "nationalinitiative",
    "DistributionProtocols",
    "area",
    "dataaccess",
    "spatialscope",
)
_DROPPED = ("organization",)


def _shown(entry: dict) -> dict:
    return {key: value for key, value in entry.items() if not key.startswith("_")}


def _facets(args: Mapping[str, str]) -> dict[str, list[str]]:
    """Read facets[0]name and so on, up to the first gap; unknown ones are left out without a word."""
    found: dict[str, list[str]] = {}
    number = 0
    while (name := args.get(f"facets[{number}]name")) is not None:
        known = [one for one in _FACETS if one.lower() == name.lower()]
        if known and name.lower() not in _DROPPED:
            found.setdefault(name, []).append(args.get(f"facets[{number}]value", ""))
        number += 1
    return found


def _fits(entry: dict, facets: dict[str, list[str]]) -> bool:
    """Values of a facet are alternatives; a name in another case is a field that no record has."""
    held = {"organizations": entry["Organizations"], "area": entry.get("_areas", ()), "type": [entry["Type"]]}
    return all(any(value in held.get(name, ()) for value in values) for name, values in facets.items())


def _whole_catalogue(found: list[dict]) -> list[dict]:
    """Everything: ours, and as many others as the real catalogue has."""
    ours = [*found, *(_published(record) for record in GEONORGE)]
    others = [
        {"Uuid": f"{number:08d}-0000-4000-8000-000000000000", "Title": f"Utvalg {number}", "Type": "dataset",
         "Organization": "Geovekst", "Organizations": ["Geovekst"]}
        for number in range(TOTAL - len(ours))
    ]  # fmt: skip
    return [*others[:500], *ours, *others[500:]]


def _published(record: Record) -> dict[str, Any]:
    """What a kommune owns. Null members are left out; bars in titles are not escaped."""
    protocol, address, _ = record.ways[0] if record.ways else ("", "", "")
    entry = {
        "Uuid": record.uuid,
        "Title": record.title,
        "Abstract": f"{record.title} i kommunen.",
        "Type": record.kind,
        "Organization": record.owner,
        "Organizations": [record.owner],
        "DistributionUrl": address,
        "DistributionProtocol": protocol,
        "GetCapabilitiesUrl": address,
        "ShowDetailsUrl": f"{HOST}/metadata/uuid/{record.uuid}",
        "AccessIsOpendata": not record.restricted,
        "AccessIsRestricted": record.restricted,
        "AccessIsProtected": False,
        "DataAccess": "Norge digitalt begrenset" if record.restricted else "Åpne data",
        "Date": "2024-05-01T22:00:00Z",
        "ServiceWfsDistributionUrlForDataset": "",
        "Distributions": [f"{record.owner}|{way[0]}|{way[1]}|{way[2]}||||" for way in record.ways],
        "DatasetServices": [
            f"57c7fca8-c652-44f0-9762-688614891286|{title}||service|{record.owner}||{way}|{url}||||no restrictions|"
            for title, way, url in record.services
        ],
        "_areas": [f"0/{record.kommune[:2]}", f"0/{record.kommune[:2]}/{record.kommune}"],
    }
    return {key: value for key, value in entry.items() if value != "" or key.startswith("Service")}


def _result(dataset: DataSet) -> dict[str, Any]:
    return {
        "Uuid": dataset.uuid,
        "Title": dataset.title,
        "Abstract": f"Inndelingen per 1.1.{dataset.year}.",
        "Type": "dataset",
        "TypeTranslated": "Datasett",
        "Theme": "Basis geodata",
        "Organization": "Kartverket",
        "Organizations": ["Kartverket"],
        "DistributionUrl": CAPABILITIES,
        "DistributionProtocol": "GEONORGE:DOWNLOAD",
        "ShowDetailsUrl": f"{HOST}/metadata/uuid/{dataset.uuid}",
        "IsOpenData": not dataset.restricted,
        "AccessIsOpendata": not dataset.restricted,
        "AccessIsRestricted": dataset.restricted,
        "AccessIsProtected": False,
        "DataAccess": "Norge digitalt begrenset" if dataset.restricted else "Åpne data",
        "GetCapabilitiesUrl": CAPABILITIES,
        "Date": f"{dataset.updated}T23:00:00Z",
        "SpatialScope": "Nasjonal",
    }


def _members(uuid: str, known: dict[str, DataSet]) -> list[dict]:
    kinds = SERIES[uuid][1]
    members = [dataset for dataset in known.values() if dataset.kind in kinds and dataset.historic and not dataset.restricted]
    return [
        {
            "Uuid": dataset.uuid,
            "Title": dataset.title,
            "Type": "dataset",
            "DistributionProtocol": "GEONORGE:DOWNLOAD",
            "GetCapabilitiesUrl": CAPABILITIES,
            "Theme": "Basis geodata",
            "Organization": "Kartverket",
            "DistributionUrl": CAPABILITIES,
            "AccessIsOpendata": True,
            "AccessIsRestricted": False,
        }
        for dataset in sorted(members, key=lambda dataset: dataset.uuid)
    ]


def _series(uuid: str, known: dict[str, DataSet]) -> dict[str, Any]:
    return {
        "Uuid": uuid,
        "Title": SERIES[uuid][0],
        "Type": "series",
        "TypeTranslated": "Datasettserie",
        "TypeName": "series_historic",
        "Organization": "Kartverket",
        "Organizations": ["Kartverket"],
        "ShowDetailsUrl": f"{HOST}/metadata/uuid/{uuid}",
        "AccessIsOpendata": True,
        "AccessIsRestricted": False,
        "SerieDatasets": _members(uuid, known),
        "Date": "2025-12-09T23:00:00Z",
    }


def _common(uuid: str, title: str, updated: str) -> dict[str, Any]:
    """What records of data sets and of series share. Numbers carry the decimal comma, dates no zone."""
    return {
        "BoundingBox": {
            "EastBoundLongitude": "33,00",
            "NorthBoundLatitude": "72,00",
            "SouthBoundLatitude": "57,00",
            "WestBoundLongitude": "2,00",
        },
        "Constraints": {
            "AccessConstraints": "Åpne data",
            "OtherConstraintsLink": LICENCE,
            "OtherConstraintsLinkText": "Creative Commons BY 4.0 (CC BY 4.0)",
            "UseConstraints": "Lisens",
        },
        "Organization": "Kartverket",
        "DateMetadataUpdated": f"{updated}T00:00:00",
        "DateUpdated": f"{updated}T00:00:00",
        "Title": title,
        "NorwegianTitle": title,
        "Uuid": uuid,
        "Status": "Kontinuerlig oppdatert",
        "AccessIsOpendata": True,
        "AccessIsRestricted": False,
    }


def _record(dataset: DataSet) -> dict[str, Any]:
    units = "fylkesvis, landsfiler" if dataset.kind == "Fylker" else "fylkesvis, kommunevis, landsfiler"
    names = ("FGDB", "GeoJSON", "GML", "PostGIS", "SOSI")
    ways = [
        {"ProtocolName": "Geonorge nedlastning", "FormatName": name, "URL": CAPABILITIES, "Protocol": "GEONORGE:DOWNLOAD",
         "Organization": "Kartverket", "UnitsOfDistribution": units}
        for name in names
    ]  # fmt: skip
    ways += [
        {"ProtocolName": "Atom Feed", "FormatName": name, "URL": address, "Protocol": "W3C:AtomFeed",
         "Organization": "Kartverket"}
        for name, address in feed_addresses(dataset).items()
    ]  # fmt: skip
    return {
        **_common(dataset.uuid, dataset.title, dataset.updated),
        "Abstract": f"Inndelingen per 1.1.{dataset.year}.",
        "DistributionDetails": {"Protocol": "GEONORGE:DOWNLOAD", "ProtocolName": "Geonorge nedlastning", "URL": CAPABILITIES},
        "DistributionFormats": [{"Name": name} for name in names],
        "DistributionsFormats": ways,
        "ReferenceSystems": [
            {"CoordinateSystem": name, "CoordinateSystemUrl": f"http://www.opengis.net/def/crs/EPSG/0/{epsg}"}
            for epsg, name in PROJECTIONS.items()
        ],
        "HierarchyLevel": "dataset",
        "Type": "dataset",
    }


def _series_record(uuid: str, known: dict[str, DataSet]) -> dict[str, Any]:
    return {
        **_common(uuid, SERIES[uuid][0], "2025-12-10"),
        "HierarchyLevel": "series",
        "Type": "series",
        "SerieDatasets": _members(uuid, known),
    }


def _json(body: Any, status: int = 200) -> Response:
    return Response(json.dumps(body, ensure_ascii=False), status, content_type="application/json; charset=utf-8")
