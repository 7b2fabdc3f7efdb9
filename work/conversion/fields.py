"""The fields of a boundary layer: the product specification's names, whatever generation of files was delivered.

Delivered keys differ in case, letters and depth: `lokalid`, `lokalId`, `identifikasjon.Identifikasjon.lokalId`. Their last
part, in lower case and without Norwegian letters, is the name of the specification.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ...core.units import Unit

# Kinds of values: text, json, integer, real, boolean, list, date. `json` is text that holds JSON.
_COMMON = (
    "objtype",
    "lokalid",
    "navnerom",
    "versjonid",
    "oppdateringsdato",
    "datauttaksdato",
    "datafangstdato",
    "gyldigfra",
    "gyldigtil",
    "opphav",
)
_OF_UNIT = {
    "kommune": ("kommunenummer", "kommunenavn", *_COMMON, "samiskforvaltningsomrade", "administrativenhetnavn"),
    "fylke": ("fylkesnummer", "fylkesnavn", *_COMMON, "samiskforvaltningsomrade", "administrativenhetnavn"),
    "grunnkrets": ("grunnkretsnummer", "grunnkretsnavn", "delomradenummer", "kommunenummer", *_COMMON),
}
_OF_BORDERS = ("objtype", "avgrensningstype", *_COMMON[1:], "malemetode", "noyaktighet")
_FURTHER = ("delomradenavn", "kommunenummer", "kommunenavn", "fylkesnummer", "fylkesnavn", "bydelsnummer", "bydelsnavn")
_KINDS = {"samiskforvaltningsomrade": "boolean", "noyaktighet": "integer"}
_PRODUCT = {name for names in (*_OF_UNIT.values(), _OF_BORDERS, _FURTHER) for name in names}
# Digits of the numbers that a file may hold as integers, by field; the finest unit first.
CODE_DIGITS = {"grunnkretsnummer": 8, "kommunenummer": 4, "fylkesnummer": 2}
# Columns that the GeoPackage needs for itself.
_TAKEN = ("fid", "geom")


class Given(NamedTuple):
    """A field as delivered."""

    name: str
    kind: str


class Column(NamedTuple):
    """A field as written."""

    name: str
    kind: str


class Conversion(NamedTuple):
    """A value to be turned by hand: from the field at `source` to the column at `target`."""

    source: int
    target: int
    turn: Callable[[object], object]


@dataclass(frozen=True)
class NameFields:
    """Where a unit's names in several languages stand: one field of JSON, or parallel lists (GML). -1: not delivered."""

    navn: int
    sprak: int = -1
    rekkefolge: int = -1


@dataclass(frozen=True)
class Reading:
    """How the features of one delivered layer become rows."""

    copied: list[int]  # column for each delivered field, -1 for those that are not simply copied
    conversions: tuple[Conversion, ...]
    code: int = -1
    objtype: int = -1
    names: NameFields | None = None


def product_name(key: str) -> str:
    """Give the specification's name of a delivered key, "" for one that it doesn't know."""
    leaf = re.split(r"[.|]", key)[-1].casefold().replace("å", "a").replace("ø", "o").replace("æ", "ae")
    return leaf if leaf in _PRODUCT else ""


def is_of_unit(fields: Sequence[Given], unit: Unit) -> bool:
    """Whether a delivered layer may hold areas of this unit: it has their number, and an object type or no finer number."""
    known = {product_name(field.name) for field in fields}
    if unit.code_field not in known:
        return False
    return "objtype" in known or next(name for name in CODE_DIGITS if name in known) == unit.code_field


def columns(layers: Sequence[Sequence[Given]], unit: Unit) -> list[Column]:
    """Give the columns for the given layers: the specification's, the same for every delivery, then what else came."""
    names = _OF_BORDERS if unit.is_border else _OF_UNIT[unit.key]
    known = {product_name(field.name) for fields in layers for field in fields}
    ordered = [*names, *(name for name in _FURTHER if name in known and name not in names)]
    result = {name: Column(name, _KINDS.get(name, "text")) for name in ordered}
    for fields in layers:
        for index, field in enumerate(fields):
            name = _own_name(fields, index, unit)
            if name and name not in result:
                result[name] = Column(name, _stored_kind(field.kind))
            elif name and name not in _PRODUCT and result[name].kind != _stored_kind(field.kind):
                result[name] = Column(name, "text")  # two deliveries that don't agree
    return list(result.values())


def reading(fields: Sequence[Given], unit: Unit, written: Sequence[Column]) -> Reading:
    """Plan how a layer with these fields is read into the columns."""
    positions = {column.name: index for index, column in enumerate(written)}
    first = {name: index for index, name in reversed([*enumerate(product_name(field.name) for field in fields)])}
    copied, conversions = [-1] * len(fields), []
    for index, field in enumerate(fields):
        target = positions.get(_own_name(fields, index, unit), -1)
        if target < 0:
            continue
        turn = _turn(field.kind, written[target])
        if turn:
            conversions.append(Conversion(index, target, turn))
        else:
            copied[index] = target
    names = _name_fields(fields, unit)
    return Reading(copied, tuple(conversions), first.get(unit.code_field, -1), first.get("objtype", -1), names)


def stored_columns(layer) -> list[Column]:
    """Give the columns of a layer that we wrote."""
    from osgeo import ogr

    kinds = {ogr.OFTInteger: "integer", ogr.OFTInteger64: "integer", ogr.OFTReal: "real"}
    definition = layer.GetLayerDefn()
    found = []
    for index in range(definition.GetFieldCount()):
        field = definition.GetFieldDefn(index)
        kind = "boolean" if field.GetSubType() == ogr.OFSTBoolean else kinds.get(field.GetType(), "text")
        found.append(Column(field.GetName(), kind))
    return found


def full_code(value: object, digits: int) -> str:
    """Give a number as text with its leading zeros: 301 → 0301, 301.0 → 0301."""
    text = str(value).strip()
    text = text[:-2] if text.endswith(".0") else text
    return text.zfill(digits) if text.isascii() and text.isdigit() else text


def delomrade_of(code: str) -> str:
    """Give the delområde of a grunnkrets as Klass writes it: eight digits of which the last two are 00."""
    return code[:6] + "00"


def names_of(navn: object, sprak: object = None, rekkefolge: object = None) -> list[dict[str, str]]:
    """Read names in several languages: JSON text of objects, or parallel lists. [] where there is only plain text."""
    if isinstance(navn, str) and navn.lstrip().startswith("["):
        try:
            found = json.loads(navn)
        except ValueError:
            return []
        return [name for name in found if isinstance(name, dict) and name.get("navn")]
    lists = {"navn": _listed(navn), "rekkefolge": _listed(rekkefolge), "sprak": _listed(sprak)}
    if not lists["sprak"]:
        return []
    whole = {key: values for key, values in lists.items() if len(values) == len(lists["navn"])}
    return [dict(zip(whole, map(str, values))) for values in zip(*whole.values())]


def joined_name(names: Sequence[dict[str, str]]) -> str:
    """Join names as the product does, in the order that they give themselves: "Troms - Romsa - Tromssa"."""
    return " - ".join(str(name["navn"]) for name in sorted(names, key=_rank))


def _rank(name: dict[str, str]) -> int:
    text = str(name.get("rekkefolge") or "")
    return int(text) if text.isdigit() else 0


def _listed(value: object) -> list[object]:
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _leaf(key: str) -> str:
    return re.split(r"[.|]", key)[-1].casefold().replace("å", "a").replace("ø", "o")


def _name_fields(fields: Sequence[Given], unit: Unit) -> NameFields | None:
    """Find the names of a kommune or fylke that are not simply copied to its columns."""
    if unit.key not in ("kommune", "fylke"):
        return None
    leaves = [_leaf(field.name) for field in fields]
    whole = [i for i, leaf in enumerate(leaves) if leaf == "administrativenhetnavn"]
    plain = [i for i, leaf in enumerate(leaves) if leaf == unit.name_field and fields[i].kind == "text"]
    if whole and plain:
        return None

    def find(leaf: str) -> int:
        return leaves.index(leaf) if leaf in leaves else -1

    structured = next((i for i, leaf in enumerate(leaves) if leaf == unit.name_field and fields[i].kind == "json"), -1)
    navn = whole[0] if whole else max(structured, find("navn"))
    if navn < 0 or (plain and fields[navn].kind == "text" and find("sprak") < 0):
        return None
    return NameFields(navn, find("sprak"), find("rekkefolge"))


def _own_name(fields: Sequence[Given], index: int, unit: Unit) -> str:
    """Name the column of a delivered field, "" for a field whose values go elsewhere."""
    key = fields[index].name
    names = _name_fields(fields, unit)
    if names and index in (names.navn, names.sprak, names.rekkefolge):
        return ""
    name = product_name(key)
    first = next((i for i, field in enumerate(fields) if name and product_name(field.name) == name), -1)
    if first == index and not (name == "administrativenhetnavn" and unit.key not in ("kommune", "fylke")):
        return name
    earlier = [field.name.casefold() for field in fields[:index]]
    stem = key + "_" if key.casefold() in (*_TAKEN, *_PRODUCT) else key
    return stem + "_" * earlier.count(key.casefold())


def _stored_kind(kind: str) -> str:
    return kind if kind in ("integer", "real", "boolean") else "text"


def _turn(kind: str, column: Column) -> Callable[[object], object] | None:
    """Give what turns a value of `kind` into the column's, None where GDAL copies it rightly."""
    if column.name in CODE_DIGITS and kind != "text":
        return lambda value: full_code(value, CODE_DIGITS[column.name])
    if column.name == "delomradenummer":
        return lambda value: delomrade_of(full_code(value, 6 if len(str(value)) < 7 else 8))
    if column.name in ("gyldigfra", "gyldigtil"):
        return lambda value: _day(value) if value else None
    if column.kind == "text":
        return {"list": _as_json, "date": _day_and_time, "boolean": lambda value: "true" if value else "false"}.get(kind)
    if column.kind == "boolean" and kind != "boolean":
        return _truth
    if column.kind == "integer" and kind in ("text", "real"):
        return _number
    return None


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _day_and_time(value: object) -> str:
    """Rewrite GDAL's 2023/11/28 16:43:54+01 as 2023-11-28T16:43:54+01:00."""
    text = str(value).replace("/", "-").replace(" ", "T")
    return re.sub(r"([+-]\d\d)$", r"\1:00", text) if "T" in text else text


def _day(value: object) -> str:
    text = str(value).replace("/", "-")
    return text[:10] if re.match(r"\d{4}-\d\d-\d\d", text) else text


def _truth(value: object) -> int | None:
    return {"true": 1, "1": 1, "ja": 1, "false": 0, "0": 0, "nei": 0}.get(str(value).strip().casefold())


def _number(value: object) -> int | None:
    try:
        return int(float(str(value).strip()))
    except (ValueError, OverflowError):
        return None
