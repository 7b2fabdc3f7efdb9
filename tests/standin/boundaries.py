"""Where the shapes come from: the country of our own, or real boundaries in a folder. Shapes are in EPSG:25833, centimetres."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from . import coast, country, real_units
from .catalogue import FYLKE, GRUNNKRETS, KOMMUNE
from .classification import Registers
from .mesh import Ring, Shape, Stretch, area, borders


class OwnBoundaries:
    """The country that we made; kommuner, fylker and grunnkretser of 2020 and later."""

    def __init__(self, registers: Registers):
        self.registers = registers

    def provenance(self, dataset: str, year: int) -> str:
        return "made"

    def shapes(self, dataset: str, year: int, area_code: str) -> dict[str, Shape]:
        """Code → shape of every unit of a dataset (Kommuner, Fylker, Grunnkretser) in an area."""
        if dataset == "Grunnkretser":
            return self._units(year, area_code)
        whole = country.fylker(year) if dataset == "Fylker" else country.kommuner(year)
        return {code: found for code, found in whole.items() if inside(code, area_code)}

    def _units(self, year: int, area_code: str) -> dict[str, Shape]:
        found: dict[str, Shape] = {}
        by_kommune: dict[str, list[str]] = {}
        for code, item in self.registers[GRUNNKRETS].at(f"{year}-01-01").items():
            if item.level == "2" and not code.endswith("9999"):
                by_kommune.setdefault(code[:4], []).append(code)
        for kommune in sorted(set(country.numbers_in(year).values())):
            if inside(kommune, area_code) and kommune in by_kommune:
                found.update(country.units(year, kommune, tuple(by_kommune[kommune])))
        return found

    @lru_cache(maxsize=16)  # noqa: B019 - lives as long as the server
    def borders(self, dataset: str, year: int) -> list[Stretch]:
        return borders(self.shapes(dataset, year, "0000"))

    def name(self, dataset: str, year: int, code: str) -> str:
        number = {"Kommuner": KOMMUNE, "Fylker": FYLKE, "Grunnkretser": GRUNNKRETS}[dataset]
        # The mapping authority takes new names in later than Statistics Norway does.
        for held in (min(year, 2025), year):
            item = self.registers[number].at(f"{held}-01-01").get(code)
            if item:
                return item.name
        return code

    def file(self, dataset: str, year: int, area_code: str, epsg: str, form: str) -> Path | None:
        """A real delivery that can be sent as it is."""
        return None

    def sea(self, area_code: str) -> Shape:
        """The sea of an area of today's division."""
        return coast.sea(area_code)

    def land(self, dataset: str, year: int) -> dict[str, Shape]:
        """Code → what is land of every kommune or fylke of a year."""
        return coast.land(year, dataset == "Fylker")


class RealBoundaries(OwnBoundaries):
    """Real shapes of kommuner, fylker and delområder; borders between grunnkretser stay of our own making."""

    FILES: ClassVar = {
        ("Kommuner", 2020): ("data/kommuner-fylker/2020/Kommuner-large.json.zip", "kommunenummer", 4),
        ("Kommuner", 2024): ("data/kommuner-fylker/2024/Kommuner-L.topojson.zip", "kommunenummer", 4),
        ("Fylker", 2020): ("data/kommuner-fylker/2020/Fylker-large.json.zip", "fylkesnummer", 2),
        ("Fylker", 2024): ("data/geonorge/Basisdata_0000_Norge_25833_Fylker_GeoJSON.zip", "fylkesnummer", 2),
    }

    def __init__(self, registers: Registers, folder: Path):
        super().__init__(registers)
        self.folder = folder

    def provenance(self, dataset: str, year: int) -> str:
        return "made" if dataset == "Grunnkretser" else "derived"

    def shapes(self, dataset: str, year: int, area_code: str) -> dict[str, Shape]:
        if dataset == "Grunnkretser":
            return self._real_units(year, area_code)
        whole = self._whole(dataset, 2024 if year >= 2024 else 2020)
        return {code: found for code, found in whole.items() if inside(code, area_code)}

    def _real_units(self, year: int, area_code: str) -> dict[str, Shape]:
        pieces = self._pieces() if year >= real_units.FIRST_YEAR else {}
        if not pieces:
            return super().shapes("Grunnkretser", year, area_code)
        by_kommune: dict[str, list] = {}
        for code, item in self.registers[GRUNNKRETS].at(f"{year}-01-01").items():
            if item.level == "2" and not code.endswith("9999") and inside(code, area_code):
                by_kommune.setdefault(code[:4], []).append(item)
        found: dict[str, Shape] = {}
        for kommune, items in sorted(by_kommune.items()):
            found.update(real_units.units(pieces.get(kommune, {}), items, _rounded))
        return found

    @lru_cache(maxsize=1)  # noqa: B019 - lives as long as the server
    def _pieces(self) -> dict:
        return real_units.read_pieces(self.folder) if (self.folder / real_units.FILE).exists() else {}

    @lru_cache(maxsize=4)  # noqa: B019 - lives as long as the server
    def _whole(self, dataset: str, year: int) -> dict[str, Shape]:
        name, field, digits = self.FILES[dataset, year]
        return read_shapes(self.folder / name, field, digits)

    def sea(self, area_code: str) -> Shape:
        fylker = self._whole("Fylker", 2024)
        return [
            polygon
            for code in fylker
            if inside(code, area_code[:2] if area_code != "0000" else "0000")
            for polygon in self._sea(code)
        ]

    @lru_cache(maxsize=16)  # noqa: B019 - lives as long as the server
    def _sea(self, fylke: str) -> Shape:
        """What the fylke has beyond the land of its kommuner; small pieces only come of the kommuner's coarser shapes."""
        left = _geometry(self._whole("Fylker", 2024)[fylke])
        for code, found in self._whole("Kommuner", 2024).items():
            if code.startswith(fylke):
                left = left.Difference(_geometry(found))
        return [polygon for polygon in _rounded(left) if sum(map(area, polygon)) / 2 > 5e6 * 10_000]

    def land(self, dataset: str, year: int) -> dict[str, Shape]:
        return self._whole(dataset, 2024 if year >= 2024 else 2020)  # these are without sea

    def file(self, dataset: str, year: int, area_code: str, epsg: str, form: str) -> Path | None:
        if (dataset, area_code, epsg, form) == ("Fylker", "0000", "25833", "GeoJSON") and year >= 2024:
            return self.folder / self.FILES["Fylker", 2024][0]
        return None


def inside(code: str, area_code: str) -> bool:
    return area_code == "0000" or code.startswith(area_code)


def read_shapes(path: Path, field: str, digits: int) -> dict[str, Shape]:
    """Read areas with OGR: valid, in EPSG:25833, whole centimetres, number as text with its zeros."""
    from osgeo import gdal, ogr, osr

    gdal.UseExceptions()
    to = osr.SpatialReference()
    to.ImportFromEPSG(25833)
    to.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # it would tell every self-intersection that MakeValid mends
    try:
        source = ogr.Open(f"/vsizip/{path}/{zipfile.ZipFile(path).namelist()[0]}")
        layer = source.GetLayer(0)
        origin = layer.GetSpatialRef() or _wgs84()
        origin.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        move = None if origin.IsSame(to) else osr.CoordinateTransformation(origin, to)
        return dict(sorted((str(feature[field]).zfill(digits), _shape_of(feature.GetGeometryRef(), move)) for feature in layer))
    finally:
        gdal.PopErrorHandler()


def _wgs84():
    from osgeo import osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    return reference


def _shape_of(geometry, move) -> Shape:
    if not geometry.IsValid():
        geometry = geometry.MakeValid()
    if move:
        geometry = geometry.Clone()
        geometry.Transform(move)
    shape = _rounded(geometry)
    again = _geometry(shape)
    return shape if again.IsValid() else _rounded(again.MakeValid())


def _rounded(geometry) -> Shape:
    found = []
    for polygon in _polygons(json.loads(geometry.ExportToJson())):
        rings = [_turned(ring, place == 0) for place, ring in enumerate(map(_whole_centimetres, polygon)) if len(set(ring)) > 2]
        if rings and len(rings[0]) > 3:
            found.append([ring for ring in rings if len(ring) > 3])
    return found


def _polygons(geometry: dict) -> list:
    kind = geometry["type"]
    if kind == "Polygon":
        return [geometry["coordinates"]]
    if kind == "MultiPolygon":
        return geometry["coordinates"]
    return [polygon for part in geometry.get("geometries", []) for polygon in _polygons(part)]


def _whole_centimetres(ring: Sequence) -> Ring:
    points = [(round(x * 100), round(y * 100)) for x, y, *_ in ring]
    return [point for point, before in zip(points, [None, *points]) if point != before]


def _turned(ring: Ring, outer: bool) -> Ring:
    return ring if (area(ring) > 0) == outer else ring[::-1]


def _geometry(shape: Shape):
    from osgeo import ogr

    polygons = [[[(x / 100, y / 100) for x, y in ring] for ring in polygon] for polygon in shape]
    return ogr.CreateGeometryFromJson(json.dumps({"type": "MultiPolygon", "coordinates": polygons}))


def border_kind(stretch: Stretch, dataset: str) -> str:
    """What the model calls a border (avgrensningstype)."""
    left, right = stretch.left, stretch.right
    if right is None:
        return "Riksgrense" if _inland(stretch) else "Territorialgrense"
    if left[:2] != right[:2]:
        return "Fylkesgrense"
    if left[:4] != right[:4] or dataset == "Kommuner":
        return "Kommunegrense"
    return "Delområdegrense" if left[:6] != right[:6] else "Grunnkretsgrense"


def _inland(stretch: Stretch) -> bool:
    """Whether the country ends here at a neighbour rather than the sea: it looks east or south, north of Svinesund."""
    east, north = stretch.outward
    return stretch.line[0][1] > 656_000_000 and 0.86 * east - 0.5 * north > 0.2 * (east * east + north * north) ** 0.5
