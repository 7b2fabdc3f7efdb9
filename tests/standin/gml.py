"""Boundaries as GML 3.2, the way the same delivery chain writes it for other data sets."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .attributes import DEGREES, FIELDS, TYPES, Content, Order, area_attributes, line_attributes
from .boundaries import border_kind
from .mesh import Ring, Shape, Stretch

NORTH_FIRST = (*DEGREES, "3035")  # as these systems are defined, which is what the long name of a system stands for


def gml(content: Content) -> str:
    """GML 3.2 as the same chain writes it: nested identification, names repeated, degrees with latitude first."""
    order = content.order
    family = "StatEnheterGrunnkretser" if order.dataset == "Grunnkretser" else "AdmEnheter"
    space = f"https://skjema.geonorge.no/SOSI/produktspesifikasjon/{family}/20240101"
    found = features(content, f"urn:ogc:def:crs:EPSG::{order.epsg}", order.epsg in NORTH_FIRST)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="{space}" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="{space} {space}/{order.dataset}.xsd" gml:id="_{order.dataset}">\n'
        + "\n".join(f"<gml:featureMember>{one}</gml:featureMember>" for one in found)
        + "\n</gml:FeatureCollection>\n"
    )


def features(content: Content, frame: str, turned: bool) -> Iterator[str]:
    """Every area and border line as an element; `frame` is the srsName of their shapes, `turned` writes northings first."""

    def positions(ring: Ring) -> str:
        return " ".join(f"{y} {x}" if turned else f"{x} {y}" for x, y in content.project(ring))

    for code, shape in content.areas.items():
        yield _area(content, code, shape, frame, positions)
    for place, stretch in enumerate(content.lines):
        yield _line(content.order, place, stretch, frame, positions)


def _head(attributes: dict) -> str:
    """The elements that areas and borders share."""
    short = {key.rsplit(".", 1)[-1]: value for key, value in attributes.items()}
    parts = "".join(f"<app:{key}>{short[key]}</app:{key}>" for key in ("lokalId", "navnerom", "versjonId") if short[key])
    dates = "".join(f"<app:{key}>{short[key]}</app:{key}>" for key in ("oppdateringsdato", "gyldigFra", "datauttaksdato"))
    return f"<app:identifikasjon><app:Identifikasjon>{parts}</app:Identifikasjon></app:identifikasjon>{dates}"


def _area(content: Content, code: str, shape: Shape, frame: str, positions: Callable[[Ring], str]) -> str:
    attributes = area_attributes(content, code)
    order = content.order
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
        f'<app:{kind} gml:id="id{identity}">{_head(attributes)}'
        f'<app:område><gml:MultiSurface gml:id="id{identity}.s" srsName="{frame}" srsDimension="2">{surfaces}'
        f"</gml:MultiSurface></app:område>{rest}</app:{kind}>"
    )


def _line(order: Order, place: int, stretch: Stretch, frame: str, positions: Callable[[Ring], str]) -> str:
    attributes = line_attributes(order, place, border_kind(stretch, order.dataset))
    identity = attributes["identifikasjon.Identifikasjon.lokalId"]
    return (
        f'<app:Grense gml:id="id{identity}">{_head(attributes)}'
        f'<app:grense><gml:LineString gml:id="id{identity}.l" srsName="{frame}" srsDimension="2">'
        f"<gml:posList>{positions(stretch.line)}</gml:posList></gml:LineString></app:grense>"
        f"<app:avgrensningstype>{attributes['avgrensningstype']}</app:avgrensningstype></app:Grense>"
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
