"""What is delivered: an order, the shapes that answer it, and their attributes in the spelling of each generation."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from .boundaries import OwnBoundaries
from .mesh import Ring, Shape, Stretch

TYPES = {"Kommuner": "Kommune", "Fylker": "Fylke", "Grunnkretser": "Grunnkrets"}
FIELDS = {
    "Kommuner": ("kommunenummer", "kommunenavn"),
    "Fylker": ("fylkesnummer", "fylkesnavn"),
    "Grunnkretser": ("grunnkretsnummer", "grunnkretsnavn"),
}
DEGREES = ("4258", "4326")
# What changed hands with the division; the units that went on unchanged carry the day their data were moved.
DIVISIONS = (2024, 2020)
MOVED = "2023-11-07"
NAMESPACE = "https://data.geonorge.no/sosi/inndelinger/inndelingsbase"


@dataclass(frozen=True)
class Order:
    """One file: dataset (Kommuner, Fylker, Grunnkretser), the year of the division, area, EPSG code, format."""

    dataset: str
    year: int
    area: str
    epsg: str
    form: str


Project = Callable[[Ring], "list[tuple[float, float]]"]


@dataclass(frozen=True)
class Content:
    """The shapes and border lines of an order, and how their corners are written."""

    order: Order
    boundaries: OwnBoundaries
    areas: dict[str, Shape]
    lines: list[Stretch]
    project: Project


@cache
def projector(epsg: str) -> Project:
    """A function from corners (EPSG:25833, cm) to coordinates as they stand in a file: east, north or lon, lat."""
    if epsg == "25833":
        return lambda ring: [(x / 100, y / 100) for x, y in ring]
    from osgeo import osr

    frames = []
    for code in ("25833", epsg):
        frame = osr.SpatialReference()
        frame.ImportFromEPSG(int(code))
        frame.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        frames.append(frame)
    move = osr.CoordinateTransformation(*frames)
    digits = 8 if epsg in DEGREES else 2

    def project(ring: Ring) -> list[tuple[float, float]]:
        moved = move.TransformPoints([(x / 100, y / 100) for x, y in ring])
        return [(round(x, digits), round(y, digits)) for x, y, _ in moved]

    return project


def _names(name: str, code: str) -> list[dict]:
    """All names of a unit with language and rank, not in order of rank, as delivered."""
    parts = name.split(" - ")
    if len(parts) == 1:
        return [{"navn": name, "rekkefolge": "0", "sprak": "nor"}]
    other = "sma" if code.startswith(("50", "34", "1825", "1826")) else "smj" if code.startswith("187") else "sme"
    spoken = [other, "nor", "fkv"] if name.startswith(("Gáivuotna", "Omasvuotna")) else ["nor", other, "fkv"]
    if len(parts) == 2 and parts[0] in _SAMI_FIRST:
        spoken = [other, "nor"]
    found = [
        {"navn": part, "rekkefolge": str(rank), "sprak": tongue} for rank, (part, tongue) in enumerate(zip(parts, spoken), 1)
    ]
    return [found[-1], *found[:-1]]


_SAMI_FIRST = {
    "Aarborte", "Hábmer", "Snåase", "Raarvihke", "Dielddanuorri", "Loabák", "Guovdageaidnu", "Kárášjohka", "Deatnu", "Unjárga",
}  # fmt: skip


def _id(order: Order, code: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{NAMESPACE}/{order.dataset}/{code}"))


def _valid_from(content: Content, code: str) -> str:
    order = content.order
    division = next(year for year in DIVISIONS if year <= order.year)
    number = {"Kommuner": 131, "Fylker": 104, "Grunnkretser": 1}[order.dataset]
    before = content.boundaries.registers[number].at(f"{division - 1}-12-31")
    return MOVED if code in before and order.year >= 2024 else f"{division}-01-01"


def area_attributes(content: Content, code: str) -> dict:
    """The attributes of an area since 2023; dots belong to the keys."""
    order = content.order
    name = content.boundaries.name(order.dataset, order.year, code)
    number, called = FIELDS[order.dataset]
    identity = {
        "identifikasjon.Identifikasjon.lokalId": _id(order, code),
        "identifikasjon.Identifikasjon.navnerom": f"{NAMESPACE}/{order.dataset.lower()}",
        "identifikasjon.Identifikasjon.versjonId": "4",
    }
    dates = {
        "datafangstdato": None,
        "oppdateringsdato": "2025-11-28T16:43:54+01:00",
        "datauttaksdato": "2025-12-10T18:36:17+01:00",
        "opphav": None,
    }
    valid = {"gyldigFra": _valid_from(content, code), "gyldigTil": None}
    if order.dataset == "Grunnkretser":
        return {"objtype": "Grunnkrets", **identity, **dates, number: code, called: name, "kommunenummer": code[:4], **valid}
    return {
        "objtype": TYPES[order.dataset],
        "samiskForvaltningsområde": " - " in name,
        **identity,
        **dates,
        number: code,
        "administrativenhetnavn": _names(name, code),
        called: name,
        **valid,
    }


def old_attributes(content: Content, code: str) -> dict:
    """The attributes of generation A: lower case, names in a list only, no text field for them."""
    order = content.order
    name = content.boundaries.name(order.dataset, order.year, code)
    dates = {"datauttaksdato": "20191220110340", "datafangstdato": None, "oppdateringsdato": "2019-12-17", "opphav": None}
    identity = {"lokalid": _id(order, code)[:6], "navnerom": f"http://skjema.geonorge.no/{order.dataset}", "versjonid": "4.1"}
    if order.dataset == "Grunnkretser":
        unit = {"objid": int(code), "objtype": "Grunnkrets", "grunnkretsnummer": code, "grunnkretsnavn": name}
        return {**unit, **identity, **dates, "kommunenummer": code[:4]}
    names = [{**entry, "rekkefolge": "" if entry["rekkefolge"] == "0" else entry["rekkefolge"]} for entry in _names(name, code)]
    return {
        FIELDS[order.dataset][0]: code,
        "objtype": TYPES[order.dataset],
        **identity,
        **dates,
        "samiskforvaltningsomrade": len(names) > 1,
        "navn": names,
    }


def line_attributes(order: Order, place: int, kind: str) -> dict:
    return {
        "objtype": "Grense",
        "identifikasjon.Identifikasjon.lokalId": _id(order, f"grense/{order.area}/{place}"),
        "identifikasjon.Identifikasjon.navnerom": f"{NAMESPACE}/grenser",
        "identifikasjon.Identifikasjon.versjonId": None,
        "oppdateringsdato": "2025-11-28T16:43:54+01:00",
        "gyldigFra": "1904-01-01" if place % 7 == 0 else MOVED,
        "gyldigTil": None,
        "datafangstdato": None,
        "kvalitet.Posisjonskvalitet.målemetode": "78",
        "kvalitet.Posisjonskvalitet.nøyaktighet": (200, 1500, 1000, 10)[place % 4],
        "datauttaksdato": "2025-12-10T18:36:17+01:00",
        "opphav": "Kartverket",
        "avgrensningstype": kind,
    }
