"""The units that Geonorge delivers boundaries of, and what their files are called and hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .codes import BYDEL, FYLKE, GRUNNKRETS, KOMMUNE
from .errors import UnknownArea


@dataclass(frozen=True)
class Dataset:
    """A data set of Geonorge. `folder` is its name in direct addresses; `title` what its catalogue entries begin with."""

    uuid: str
    folder: str
    title: str


FYLKER = Dataset("6093c8a8-fa80-11e6-bc64-92361f002671", "Fylker", "Administrative enheter fylker")
KOMMUNER = Dataset("041f1e6e-bdbc-4091-b48f-8a5990f3cc5b", "Kommuner", "Administrative enheter kommuner")
GRUNNKRETSER = Dataset("51d279f8-e2be-4f5e-9f72-1a53f7535ec1", "Grunnkretser", "Statistiske enheter grunnkretser")

# Shapes without sea, of some years, and the map data that have the coastline of the others.
ILLUSTRATION = Dataset("", "NorskeFylkerKommunerIllustrasjonsdata", "Norske fylker og kommuner illustrasjonsdata")
N250 = Dataset("442cae64-b447-478d-b384-545bc1d9ab48", "N250Kartdata", "N250 Kartdata")
N1000 = Dataset("aee42bb6-d0e9-4d70-86fe-6ea76c381055", "N1000Kartdata", "N1000 Kartdata")


@dataclass(frozen=True)
class Unit:
    """One kind of unit. `feature_type` is its object type; borders have no code of their own (`code_field` "").

    `made_of` is the key of the units that it is put together from, where Geonorge delivers no data set of it.
    """

    key: str
    dataset: Dataset
    feature_type: str
    code_field: str = ""
    name_field: str = ""
    classification: int = 0
    level: str = ""
    digits: int = 0
    made_of: str = ""

    @property
    def is_border(self) -> bool:
        return not self.code_field


UNITS = {
    unit.key: unit
    for unit in (
        Unit("kommune", KOMMUNER, "Kommune", "kommunenummer", "kommunenavn", KOMMUNE, "1", 4),
        Unit("fylke", FYLKER, "Fylke", "fylkesnummer", "fylkesnavn", FYLKE, "1", 2),
        Unit("fylkesgrense", FYLKER, "Grense"),
        Unit("kommunegrense", KOMMUNER, "Grense"),
        Unit("grunnkrets", GRUNNKRETSER, "Grunnkrets", "grunnkretsnummer", "grunnkretsnavn", GRUNNKRETS, "2", 8),
        Unit("delomrade", GRUNNKRETSER, "Delområde", "delomradenummer", "delomradenavn", GRUNNKRETS, "1", 8, "grunnkrets"),
        Unit("bydel", GRUNNKRETSER, "Bydel", "bydelsnummer", "bydelsnavn", BYDEL, "1", 6, "grunnkrets"),
    )
}

WHOLE_COUNTRY = "0000"


def parse_areas(text: str) -> tuple[str, ...]:
    """Read an area: 0000, or fylke and kommune numbers with comma, mixed. A lost zero comes back (301 → 0301, 3 → 03).

    Raises UnknownArea for what is not a number. Whether the numbers exist is the division's matter, not this function's.
    """
    parts = [part.strip() for part in str(text).replace(";", ",").split(",") if part.strip()]
    areas: list[str] = []
    for part in parts or [WHOLE_COUNTRY]:
        if not (part.isascii() and part.isdigit()) or len(part) > 4:
            raise UnknownArea(area=part)
        area = part.zfill(2) if len(part) <= 2 else part.zfill(4)
        if area not in areas:
            areas.append(area)
    return (WHOLE_COUNTRY,) if WHOLE_COUNTRY in areas else tuple(areas)


_BORDER_FIELD = "avgrensningstype"
_WORDS = (  # what services call the units, the longer ones before what they begin with
    ("kommunegrense", "kommunegrense"),
    ("fylkesgrense", "fylkesgrense"),
    ("grense", "kommunegrense"),  # of both kinds: they are told apart by their own field
    ("kommune", "kommune"),
    ("fylke", "fylke"),
    ("grunnkrets", "grunnkrets"),
    ("delområde", "delomrade"),
    ("delomrade", "delomrade"),
    ("bydel", "bydel"),
)


def recognised(name: str, fields: Iterable[str]) -> str:
    """Tell which unit a layer of a service holds, by what it is called and by the field it must have; "" for others."""
    called, held = name.rpartition(":")[2].casefold(), set(fields)
    key = next((key for word, key in _WORDS if called.startswith(word)), "")
    needed = (UNITS[key].code_field or _BORDER_FIELD) if key else ""
    return key if needed in held else ""
