"""The data sets of Geonorge that the stand-in knows: current ones, those of earlier years, and one that is not open."""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from .catalogue import FYLKE, KOMMUNE
from .classification import Registers
from .tables import table

CURRENT = {
    "Kommuner": ("041f1e6e-bdbc-4091-b48f-8a5990f3cc5b", "Administrative enheter kommuner"),
    "Fylker": ("6093c8a8-fa80-11e6-bc64-92361f002671", "Administrative enheter fylker"),
    "Grunnkretser": ("51d279f8-e2be-4f5e-9f72-1a53f7535ec1", "Statistiske enheter grunnkretser"),
}
HISTORIC = {
    ("Kommuner", 2020): "cedaf13d-7ed2-4f1f-a214-3005be9f6172",
    ("Fylker", 2023): "7284fe8e-fed6-4172-ae56-a7f7c9fd4759",
    ("Grunnkretser", 2024): "1f6e38a3-ca49-41d2-99bc-012deefe92d9",
}
# Map data of the N series, and the shapes without sea that Geonorge has of some years.
MAPS = {
    "N250Kartdata": ("442cae64-b447-478d-b384-545bc1d9ab48", "N250 Kartdata"),
    "N1000Kartdata": ("aee42bb6-d0e9-4d70-86fe-6ea76c381055", "N1000 Kartdata"),
}
ILLUSTRATION = "NorskeFylkerKommunerIllustrasjonsdata"
ILLUSTRATIONS = {2020: "7408853f-eb7d-48dd-bb6c-80c7e80f7392", 2021: "f08fca3c-33ee-49b9-be9f-028ebba5e460"}
RESTRICTED = "73f863ba-628f-48af-b7fa-30d3ab331b8d"
FIRST_YEAR = 2020  # our ground begins here
PROJECTIONS = {
    "3035": "EUREF89 / ETRS89-LAEA Europe",
    "4258": "EUREF 89 Geografisk (ETRS 89) 2d",
    "25832": "EUREF89 UTM sone 32, 2d",
    "25833": "EUREF89 UTM sone 33, 2d",
    "25835": "EUREF89 UTM sone 35, 2d",
}


@dataclass(frozen=True)
class DataSet:
    """`kind` is Kommuner, Fylker or Grunnkretser; `year` that of its division; `folder` its name in file addresses."""

    uuid: str
    kind: str
    year: int
    title: str
    folder: str
    updated: str
    restricted: bool = False

    @property
    def historic(self) -> bool:
        return self.folder != self.kind

    @property
    def geojson(self) -> str:
        """How its GeoJSON is called in code lists: for administrative units with a blank at the end."""
        return "GeoJSON " if self.kind in ("Kommuner", "Fylker") else "GeoJSON"


def datasets(today: str) -> dict[str, DataSet]:
    """All data sets by uuid. The current ones show the division of today; each earlier year has one of its own."""
    now = max(int(today[:4]), FIRST_YEAR)
    found = []
    for kind, (identity, title) in CURRENT.items():
        found.append(DataSet(identity, kind, now, title, kind, f"{now - 1}-12-10"))
        for year in range(FIRST_YEAR, now):
            own = str(uuid.uuid5(uuid.NAMESPACE_URL, f"standin/{kind}/{year}"))
            called = f"{title} {year}" if kind == "Grunnkretser" else f"{title} - historiske data {year}"
            found.append(DataSet(HISTORIC.get((kind, year), own), kind, year, called, f"{kind}{year}", f"{year}-01-15"))
    for kind, (identity, title) in MAPS.items():
        found.append(DataSet(identity, kind, now, title, kind, f"{now - 1}-12-18"))
    for year, identity in ILLUSTRATIONS.items():
        title = f"Norske fylker og kommuner illustrasjonsdata {year} (klippet etter kyst)"
        found.append(DataSet(identity, ILLUSTRATION, year, title, f"{ILLUSTRATION}{year}", f"{year}-02-01"))
    found.append(DataSet(RESTRICTED, "Kommuner", now, "FKB-Arealbruk", "FKB-Arealbruk", f"{now}-02-01", restricted=True))
    return {dataset.uuid: dataset for dataset in found}


@dataclass(frozen=True)
class Area:
    code: str
    name: str
    type: str
    published: bool = True


def areas(dataset: DataSet, registers: Registers) -> list[Area]:
    """The areas of a data set as its code list has them: by type, then name, with withdrawn units among them."""
    day = f"{dataset.year}-01-01"
    found = [Area("0000", "Hele landet", "landsdekkende")]
    if dataset.kind == ILLUSTRATION:
        return found
    found += [Area(code, _short(code, item.name), "fylke") for code, item in registers[FYLKE].at(day).items() if code != "99"]
    if dataset.year >= 2024:
        found.append(Area("30", "Viken (gammel)", "fylke", published=False))
    if dataset.kind != "Fylker":
        kommuner = registers[KOMMUNE].at(day)
        found += [Area(code, _short(code, item.name), "kommune") for code, item in kommuner.items() if code != "9999"]
    return sorted(found, key=lambda area: (area.type, area.name))


def _short(code: str, name: str) -> str:
    """The Norwegian one of several names."""
    known = {row[0]: row[1] for row in table("centres")}
    return known.get(code) or name.split(" - ")[0]


def formats(dataset: DataSet, epsg: str, generation: str) -> list[str]:
    """What the code list offers in a projection. Of map data FGDB, PostGIS and SOSI are listed, but nothing was put there."""
    if dataset.kind == ILLUSTRATION:
        return ["GeoJSON"] if epsg == "25833" else []
    if dataset.kind in MAPS:
        return [] if epsg in ("3035", "4258") else ["FGDB", "GML", "PostGIS", "SOSI"]
    offered = [] if generation in ("GML", "FGDB") else [dataset.geojson]
    offered += [] if generation == "FGDB" else ["GML"]
    return offered if epsg in ("3035", "4258") else ["FGDB", *offered, "PostGIS", "SOSI"]


@dataclass(frozen=True)
class Published:
    """A file that can be had."""

    dataset: DataSet
    area: Area
    epsg: str
    form: str  # GeoJSON, GML, FGDB, PostGIS or SOSI

    @property
    def stem(self) -> str:
        place = "Norge" if self.area.code == "0000" else folded(self.area.name)
        return f"Basisdata_{self.area.code}_{place}_{self.epsg}_{self.dataset.folder}_{self._spelled}"

    @property
    def path(self) -> str:
        return f"Basisdata/{self.dataset.folder}/{self._spelled}/{self.stem}.zip"

    @property
    def _spelled(self) -> str:
        """The format as addresses have it: dumps of kommuner are in capitals there."""
        return "POSTGIS" if (self.form, self.dataset.kind) == ("PostGIS", "Kommuner") else self.form

    @property
    def id(self) -> str:
        return str(uuid.uuid5(uuid.NAMESPACE_URL, self.path))


def published(dataset: DataSet, registers: Registers, generation: str) -> Iterator[Published]:
    """Every file of a data set."""
    if dataset.kind == ILLUSTRATION:
        yield Published(dataset, areas(dataset, registers)[0], "25833", "GeoJSON")
        return
    for area in areas(dataset, registers):
        if dataset.kind in MAPS and area.published:
            yield from (Published(dataset, area, epsg, "GML") for epsg in ("25832", "25833", "25835"))
        elif area.published and not (dataset.kind == "Fylker" and area.type == "kommune"):
            for epsg in PROJECTIONS:
                for form in formats(dataset, epsg, generation):
                    yield Published(dataset, area, epsg, form.strip())


def folded(name: str) -> str:
    """A name as it stands in file names: ASCII, underscores."""
    plain = name.translate(str.maketrans({"ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "đ": "d", "ŋ": "n", "ŧ": "t"}))
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return "".join(letter if letter.isalnum() or letter == "-" else "_" for letter in plain)
