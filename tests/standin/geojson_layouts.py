"""The layouts in which GeoJSON was delivered over the years: A, B, C, and C with all types in one collection."""

from __future__ import annotations

import json
from collections.abc import Iterable

from .attributes import TYPES, Content, Project, area_attributes, line_attributes, old_attributes
from .boundaries import border_kind
from .mesh import Ring, Stretch


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


def _area_features(content: Content) -> list[str]:
    return [
        _feature(
            "MultiPolygon",
            _nested((_polygon(polygon, content.project, 7) for polygon in shape), 6),
            area_attributes(content, code),
        )
        for code, shape in content.areas.items()
    ]


def _part_features(content: Content) -> list[str]:
    return [
        _feature("Polygon", _polygon(polygon, content.project, 6), old_attributes(content, code))
        for code, shape in content.areas.items()
        for polygon in shape
    ]


def _line_features(content: Content, lines: list[Stretch]) -> list[str]:
    return [
        _feature(
            "LineString",
            _nested([_points(content.project(stretch.line), 7)], 6),
            line_attributes(content.order, place, border_kind(stretch, content.order.dataset)),
        )
        for place, stretch in enumerate(lines)
    ]


def _sections(sections: dict[str, str]) -> str:
    return "{\r\n" + ",\r\n".join(f'\t"{key}" : {text}' for key, text in sections.items()) + "\r\n}\r\n"


def _layout_a(content: Content, stem: str) -> dict[str, str]:
    """One object with a collection per old table; a feature for each part."""
    key = "statistiske_enheter" if content.order.dataset == "Grunnkretser" else "administrative_enheter"
    unit = TYPES[content.order.dataset].lower()
    outer: list[Stretch] = []
    inner: list[Stretch] = []
    for stretch in content.lines:
        (inner if border_kind(stretch, content.order.dataset) in ("Kommunegrense", "Grunnkretsgrense") else outer).append(
            stretch
        )
    sections = {f"{key}.{unit}": _collection(_part_features(content), content.order.epsg)}
    sections[f"{key}.fylkesgrense"] = _collection(_line_features(content, outer), content.order.epsg)
    if content.order.dataset != "Fylker":
        sections[f"{key}.{unit}grense"] = _collection(_line_features(content, inner), content.order.epsg)
    return {f"{stem}.geojson": _sections(sections)}


def _layout_b(content: Content, stem: str) -> dict[str, str]:
    """One object with a collection per feature type."""
    sections = {
        TYPES[content.order.dataset]: _collection(_area_features(content), content.order.epsg),
        "Grense": _collection(_line_features(content, content.lines), content.order.epsg),
    }
    return {f"{stem}.geojson": _sections(sections)}


def _layout_c(content: Content, stem: str) -> dict[str, str]:
    """A plain collection per feature type in a member of its own, with a byte order mark and a name."""
    found = {}
    for kind, features in (
        (TYPES[content.order.dataset], _area_features(content)),
        ("Grense", _line_features(content, content.lines)),
    ):
        name = stem.replace(f"_{content.order.dataset}", f"_{kind}")
        found[f"{name}.geojson"] = "\ufeff" + _collection(features, content.order.epsg, name)
    return found


def _layout_c_mixed(content: Content, stem: str) -> dict[str, str]:
    """One plain collection in which areas and borders stand together, told apart by objtype."""
    features = _area_features(content) + _line_features(content, content.lines)
    return {f"{stem}.geojson": "\ufeff" + _collection(features, content.order.epsg, stem)}


LAYOUTS = {"A": _layout_a, "B": _layout_b, "C": _layout_c, "C1": _layout_c_mixed, "GML": _layout_b, "FGDB": _layout_b}
