"""Boundaries packed the way Geonorge delivers them, in all the layouts that were met: A, B, C (and C mixed) and GML."""

from __future__ import annotations

import io
import json
import uuid
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from .boundaries import OwnBoundaries, border_kind
from .mesh import Ring, Shape, Stretch

TYPES = {"Kommuner": "Kommune", "Fylker": "Fylke", "Grunnkretser": "Grunnkrets"}
FIELDS = {
    "Kommuner": ("kommunenummer", "kommunenavn"),
    "Fylker": ("fylkesnummer", "fylkesnavn"),
    "Grunnkretser": ("grunnkretsnummer", "grunnkretsnavn"),
}
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


def package(order: Order, stem: str, boundaries: OwnBoundaries, generation: str) -> bytes:
    """Make the zip of an order; `stem` is the file's name without .zip. Generation: A, B, C or C1."""
    areas = boundaries.shapes(order.dataset, order.year, order.area)
    lines = _lines(order, boundaries, areas)
    project = projector(order.epsg)
    if order.form == "GML":
        members = {f"{stem}.gml": _gml(order, boundaries, areas, lines, project)}
    else:
        members = LAYOUTS[generation](order, stem, boundaries, areas, lines, project)
    return zipped(members)


def zipped(members: dict[str, str | bytes]) -> bytes:
    """Pack members with a fixed date, so that the same order gives the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (2025, 12, 10, 9, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return target.getvalue()


def _lines(order: Order, boundaries: OwnBoundaries, areas: dict[str, Shape]) -> list[Stretch]:
    if order.dataset == "Grunnkretser":
        from .mesh import borders

        return borders(areas)
    whole = boundaries.borders(order.dataset, order.year)
    return [stretch for stretch in whole if stretch.left in areas or stretch.right in areas]


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
    digits = 8 if epsg == "4258" else 2

    def project(ring: Ring) -> list[tuple[float, float]]:
        moved = move.TransformPoints([(x / 100, y / 100) for x, y in ring])
        return [(round(x, digits), round(y, digits)) for x, y, _ in moved]

    return project


# --- attributes ---------------------------------------------------------------------


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


def _valid_from(order: Order, boundaries: OwnBoundaries, code: str) -> str:
    division = next(year for year in DIVISIONS if year <= order.year)
    number = {"Kommuner": 131, "Fylker": 104, "Grunnkretser": 1}[order.dataset]
    before = boundaries.registers[number].at(f"{division - 1}-12-31")
    return MOVED if code in before and order.year >= 2024 else f"{division}-01-01"


def _area_attributes(order: Order, boundaries: OwnBoundaries, code: str) -> dict:
    """The attributes of an area since 2023; dots belong to the keys."""
    name = boundaries.name(order.dataset, order.year, code)
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
    valid = {"gyldigFra": _valid_from(order, boundaries, code), "gyldigTil": None}
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


def _old_attributes(order: Order, boundaries: OwnBoundaries, code: str) -> dict:
    """The attributes of generation A: lower case, names in a list only, no text field for them."""
    name = boundaries.name(order.dataset, order.year, code)
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


def _line_attributes(order: Order, place: int, kind: str) -> dict:
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


# --- GeoJSON ------------------------------------------------------------------------


def _points(points: Iterable[tuple[float, float]], depth: int) -> str:
    """Coordinates as the delivery chain prints them: a line each, tabs, CRLF."""
    outer, inner = "\t" * depth, "\t" * (depth + 1)
    cells = (f"{outer}[\r\n{inner}{x},\r\n{inner}{y}\r\n{outer}]" for x, y in points)
    return ",\r\n".join(cells)


def _nested(parts: Iterable[str], depth: int) -> str:
    outer = "\t" * depth
    return f"{outer}[\r\n" + ",\r\n".join(parts) + f"\r\n{outer}]"


def _polygon(polygon: list[Ring], project: Project, depth: int) -> str:
    return _nested((_nested([_points(project(ring), depth + 2)], depth + 1) for ring in polygon), depth)


def _feature(kind: str, coordinates: str, attributes: dict) -> str:
    properties = json.dumps(attributes, ensure_ascii=False, indent="\t").replace("\n", "\r\n\t\t\t\t")
    return (
        '\t\t\t{\r\n\t\t\t\t"type" : "Feature",\r\n\t\t\t\t"geometry" : {\r\n'
        f'\t\t\t\t\t"type" : "{kind}",\r\n\t\t\t\t\t"coordinates" : {coordinates.strip()}\r\n'
        f'\t\t\t\t}},\r\n\t\t\t\t"properties" : {properties}\r\n\t\t\t}}'
    )


def _collection(features: Iterable[str], epsg: str, name: str = "") -> str:
    title = f'\t\t"name" : "{name}",\r\n' if name else ""
    inner = f'\t\t\t"type" : "name",\r\n\t\t\t"properties" : {{\r\n\t\t\t\t"name" : "EPSG:{epsg}"\r\n\t\t\t}}\r\n'
    frame = f'\t\t"crs" : {{\r\n{inner}\t\t}}'
    body = ",\r\n".join(features)
    return f'{{\r\n\t\t"type" : "FeatureCollection",\r\n{title}{frame},\r\n\t\t"features" : [\r\n{body}\r\n\t\t]\r\n\t}}'


def _area_features(order, boundaries, areas, project) -> list[str]:
    return [
        _feature(
            "MultiPolygon",
            _nested((_polygon(polygon, project, 7) for polygon in shape), 6),
            _area_attributes(order, boundaries, code),
        )
        for code, shape in areas.items()
    ]


def _part_features(order, boundaries, areas, project) -> list[str]:
    return [
        _feature("Polygon", _polygon(polygon, project, 6), _old_attributes(order, boundaries, code))
        for code, shape in areas.items()
        for polygon in shape
    ]


def _line_features(order, lines: list[Stretch], project) -> list[str]:
    return [
        _feature(
            "LineString",
            _nested([_points(project(stretch.line), 7)], 6),
            _line_attributes(order, place, border_kind(stretch, order.dataset)),
        )
        for place, stretch in enumerate(lines)
    ]


def _sections(sections: dict[str, str]) -> str:
    return "{\r\n" + ",\r\n".join(f'\t"{key}" : {text}' for key, text in sections.items()) + "\r\n}\r\n"


def _layout_a(order, stem, boundaries, areas, lines, project) -> dict[str, str]:
    """One object with a collection per old table; a feature for each part."""
    key = "statistiske_enheter" if order.dataset == "Grunnkretser" else "administrative_enheter"
    unit = TYPES[order.dataset].lower()
    outer, inner = [], []
    for stretch in lines:
        (inner if border_kind(stretch, order.dataset) in ("Kommunegrense", "Grunnkretsgrense") else outer).append(stretch)
    sections = {f"{key}.{unit}": _collection(_part_features(order, boundaries, areas, project), order.epsg)}
    sections[f"{key}.fylkesgrense"] = _collection(_line_features(order, outer, project), order.epsg)
    if order.dataset != "Fylker":
        sections[f"{key}.{unit}grense"] = _collection(_line_features(order, inner, project), order.epsg)
    return {f"{stem}.geojson": _sections(sections)}


def _layout_b(order, stem, boundaries, areas, lines, project) -> dict[str, str]:
    """One object with a collection per feature type."""
    sections = {
        TYPES[order.dataset]: _collection(_area_features(order, boundaries, areas, project), order.epsg),
        "Grense": _collection(_line_features(order, lines, project), order.epsg),
    }
    return {f"{stem}.geojson": _sections(sections)}


def _layout_c(order, stem, boundaries, areas, lines, project) -> dict[str, str]:
    """A plain collection per feature type in a member of its own, with a byte order mark and a name."""
    found = {}
    for kind, features in (
        (TYPES[order.dataset], _area_features(order, boundaries, areas, project)),
        ("Grense", _line_features(order, lines, project)),
    ):
        name = stem.replace(f"_{order.dataset}", f"_{kind}")
        found[f"{name}.geojson"] = "\ufeff" + _collection(features, order.epsg, name)
    return found


def _layout_c_mixed(order, stem, boundaries, areas, lines, project) -> dict[str, str]:
    """One plain collection in which areas and borders stand together, told apart by objtype."""
    features = _area_features(order, boundaries, areas, project) + _line_features(order, lines, project)
    return {f"{stem}.geojson": "\ufeff" + _collection(features, order.epsg, stem)}


LAYOUTS = {"A": _layout_a, "B": _layout_b, "C": _layout_c, "C1": _layout_c_mixed, "GML": _layout_b}


# --- GML ----------------------------------------------------------------------------


def _gml(order: Order, boundaries: OwnBoundaries, areas: dict[str, Shape], lines: list[Stretch], project: Project) -> str:
    """GML 3.2 as the same chain writes it: nested identification, names repeated, degrees with latitude first."""
    family = "StatEnheterGrunnkretser" if order.dataset == "Grunnkretser" else "AdmEnheter"
    space = f"https://skjema.geonorge.no/SOSI/produktspesifikasjon/{family}/20240101"
    frame = f"urn:ogc:def:crs:EPSG::{order.epsg}"

    def positions(ring: Ring) -> str:
        points = project(ring)
        return " ".join(f"{y} {x}" if order.epsg == "4258" else f"{x} {y}" for x, y in points)

    members = [_gml_area(order, boundaries, code, shape, frame, positions) for code, shape in areas.items()]
    members += [_gml_line(order, place, stretch, frame, positions) for place, stretch in enumerate(lines)]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="{space}" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="{space} {space}/{order.dataset}.xsd" gml:id="_{order.dataset}">\n'
        + "\n".join(members)
        + "\n</gml:FeatureCollection>\n"
    )


def _gml_head(attributes: dict) -> str:
    """The elements that areas and borders share."""
    short = {key.rsplit(".", 1)[-1]: value for key, value in attributes.items()}
    parts = "".join(f"<app:{key}>{short[key]}</app:{key}>" for key in ("lokalId", "navnerom", "versjonId") if short[key])
    dates = "".join(f"<app:{key}>{short[key]}</app:{key}>" for key in ("oppdateringsdato", "gyldigFra", "datauttaksdato"))
    return f"<app:identifikasjon><app:Identifikasjon>{parts}</app:Identifikasjon></app:identifikasjon>{dates}"


def _gml_area(order, boundaries, code, shape, frame, positions) -> str:
    attributes = _area_attributes(order, boundaries, code)
    kind, identity = TYPES[order.dataset], attributes["identifikasjon.Identifikasjon.lokalId"]
    surfaces = "".join(
        f'<gml:surfaceMember><gml:Surface gml:id="id{identity}.{place}"><gml:patches><gml:PolygonPatch>'
        + "".join(
            f"<gml:{side}><gml:LinearRing><gml:posList>{positions(ring)}</gml:posList></gml:LinearRing></gml:{side}>"
            for side, ring in zip(["exterior", *["interior"] * len(polygon)], polygon)
        )
        + "</gml:PolygonPatch></gml:patches></gml:Surface></gml:surfaceMember>"
        for place, polygon in enumerate(shape)
    )
    number, called = FIELDS[order.dataset]
    rest = f"<app:{number}>{code}</app:{number}><app:{called}>{_escaped(attributes[called])}</app:{called}>"
    if order.dataset == "Grunnkretser":
        rest += f"<app:kommunenummer>{code[:4]}</app:kommunenummer>"
    else:
        rest += "".join(
            "<app:administrativEnhetNavn><app:AdministrativEnhetNavn>"
            f"<app:navn>{_escaped(entry['navn'])}</app:navn><app:språk>{entry['sprak']}</app:språk>"
            f"<app:rekkefølge>{entry['rekkefolge']}</app:rekkefølge>"
            "</app:AdministrativEnhetNavn></app:administrativEnhetNavn>"
            for entry in attributes["administrativenhetnavn"]
        )
        sami = str(attributes["samiskForvaltningsområde"]).lower()
        rest += f"<app:samiskForvaltningsområde>{sami}</app:samiskForvaltningsområde>"
    return (
        f'<gml:featureMember><app:{kind} gml:id="id{identity}">{_gml_head(attributes)}'
        f'<app:område><gml:MultiSurface gml:id="id{identity}.s" srsName="{frame}" srsDimension="2">{surfaces}'
        f"</gml:MultiSurface></app:område>{rest}</app:{kind}></gml:featureMember>"
    )


def _gml_line(order, place, stretch, frame, positions) -> str:
    attributes = _line_attributes(order, place, border_kind(stretch, order.dataset))
    identity = attributes["identifikasjon.Identifikasjon.lokalId"]
    return (
        f'<gml:featureMember><app:Grense gml:id="id{identity}">{_gml_head(attributes)}'
        f'<app:grense><gml:LineString gml:id="id{identity}.l" srsName="{frame}" srsDimension="2">'
        f"<gml:posList>{positions(stretch.line)}</gml:posList></gml:LineString></app:grense>"
        f"<app:avgrensningstype>{attributes['avgrensningstype']}</app:avgrensningstype></app:Grense></gml:featureMember>"
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
