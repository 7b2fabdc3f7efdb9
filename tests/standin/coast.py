"""The sea of our country, as map data of the N series has it, and Geonorge's own shapes without sea (illustration data)."""

from __future__ import annotations

from functools import cache

from . import country
from .attributes import projector
from .mesh import Cell, Ring, Shape, shape

_LAND = 4_000.0  # metres around a centre that are land, however small the kommune
_BELT = 4  # cells that the sea reaches inland from the outer rim


@cache
def sea_cells() -> frozenset[Cell]:
    """The cells of the country that are sea: away from every centre, and reached from the rim that faces no neighbour."""
    cells = country.honeycomb(country.BOX, country.SIDE)
    ground = country.ground()
    owned = {place for place, cell in cells.items() if cell in ground}
    dry = {place for place in owned if _is_land(cells[place])}
    wet = {place for place in owned - dry if any(other not in owned for other in country.around(place))}
    reached = {place for place in wet if not _faces_neighbour(cells[place])}
    front = set(reached)
    for _ in range(_BELT):
        front = {other for place in front for other in country.around(place) if other in owned - dry - reached}
        reached |= front
    return frozenset(cells[place] for place in reached)


def _is_land(cell: Cell) -> bool:
    x, y = (value / 100 for value in cell.centre)
    centre = _centres()[country.ground()[cell]]
    return (centre.x - x) ** 2 + (centre.y - y) ** 2 < max(centre.reach, _LAND) ** 2


@cache
def _centres() -> dict[str, country.Centre]:
    return {centre.code: centre for centre in country.centres()}


def _faces_neighbour(cell: Cell) -> bool:
    """East of a line that follows the border to Sweden, Finland and Russia."""
    x, y = (value / 100 for value in cell.centre)
    return y > 6_560_000 and x > 300_000 + 0.55 * (y - 6_560_000)


@cache
def sea(area_code: str) -> Shape:
    """The sea of an area of today's division."""
    numbers = country.ground()
    return shape(cell for cell in sea_cells() if area_code == "0000" or numbers[cell].startswith(area_code))


@cache
def land(year: int, fylker: bool) -> dict[str, Shape]:
    """What is land of every kommune (or fylke) of a year."""
    numbers, wet = country.numbers_in(year), sea_cells()
    groups: dict[str, list[Cell]] = {}
    for cell, code in country.ground().items():
        if cell not in wet:
            groups.setdefault(numbers[code][: 2 if fylker else 4], []).append(cell)
    return {code: shape(cells) for code, cells in sorted(groups.items())}


def map_members(folder: str, stem: str, waters: Shape, epsg: str) -> dict[str, str]:
    """The zip of N-series map data in GML: a file for each theme, the sea among the land cover."""
    themed = {theme: stem.replace(folder, folder.replace("Kartdata", theme)) + ".gml" for theme in ("Arealdekke", "Hoyde")}
    space = f"https://skjema.geonorge.no/SOSI/produktspesifikasjon/{folder}/20220801"
    surfaces = "\n".join(
        _member("Havflate", place, _surface(polygon, place, epsg), "område") for place, polygon in enumerate(waters)
    )
    heights = _member("Høydekurve", 0, _line(((0, 0), (100_00, 100_00)), epsg), "senterlinje")
    shore = _member("Kystkontur", 1, _line(((0, 0), (100_00, 0)), epsg), "grense")
    return {themed["Arealdekke"]: _collection(space, surfaces + "\n" + shore), themed["Hoyde"]: _collection(space, heights)}


def _collection(space: str, members: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="{space}" gml:id="_map">\n{members}\n'
        "</gml:FeatureCollection>\n"
    )


def _member(kind: str, place: int, geometry: str, name: str) -> str:
    return (
        f'<gml:featureMember><app:{kind} gml:id="{kind}.{place}"><app:oppdateringsdato>2023-12-18</app:oppdateringsdato>'
        f"<app:{name}>{geometry}</app:{name}></app:{kind}></gml:featureMember>"
    )


def _positions(ring: Ring, epsg: str) -> str:
    return " ".join(f"{x} {y}" for x, y in projector(epsg)(ring))


def _surface(polygon: list[Ring], place: int, epsg: str) -> str:
    rings = "".join(
        f"<gml:{side}><gml:LinearRing><gml:posList>{_positions(ring, epsg)}</gml:posList></gml:LinearRing></gml:{side}>"
        for side, ring in zip(["exterior", *["interior"] * len(polygon)], polygon)
    )
    frame = f"urn:ogc:def:crs:EPSG::{epsg}"
    patches = f"<gml:patches><gml:PolygonPatch>{rings}</gml:PolygonPatch></gml:patches>"
    return f'<gml:Surface gml:id="s{place}" srsName="{frame}" srsDimension="2">{patches}</gml:Surface>'


def _line(ring, epsg: str) -> str:
    frame = f"urn:ogc:def:crs:EPSG::{epsg}"
    inner = f"<gml:posList>{_positions(list(ring), epsg)}</gml:posList>"
    return f'<gml:LineString gml:id="l{ring[1][1]}" srsName="{frame}" srsDimension="2">{inner}</gml:LineString>'


def illustration_members(year: int, kommuner: dict[str, Shape], fylker: dict[str, Shape]) -> dict[str, str]:
    """The zip of illustration data: plain collections, in a folder in the newest; twice in different detail."""
    import json

    def collection(number: str, named: str, found: dict[str, Shape], every: int) -> str:
        features = [
            {
                "type": "Feature",
                "properties": {number: code, named: code},
                "geometry": {
                    "type": "MultiPolygon",
                    "coordinates": [[_thinned(ring, every) for ring in polygon] for polygon in parts],
                },
            }
            for code, parts in found.items()
        ]
        crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25833"}}
        return json.dumps({"type": "FeatureCollection", "name": named, "crs": crs, "features": features})

    members = {}
    for name, number, named, found in (
        ("Kommuner", "kommunenummer", "kommunenavn", kommuner),
        ("Fylker", "fylkesnummer", "fylkesnavn", fylker),
    ):
        place = f"GeoJSON/{name}" if year >= 2024 else name
        members[f"{place}.geojson"] = collection(number, named, found, 1)
        if year >= 2024:
            members[f"{place}_simple1000.geojson"] = collection(number, named, found, 3)
    return members


def _thinned(ring: Ring, every: int) -> list[list[float]]:
    kept = ring if len(ring) < 12 else [*ring[:-1:every], ring[0]]
    return [[x / 100, y / 100] for x, y in kept]
