"""From a delivered feature to a row of the boundary layer."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from ...core.feedback import Feedback
from ...core.units import UNITS, Unit
from .delivered import Reader
from .fields import (
    CODE_DIGITS,
    Column,
    delomrade_of,
    full_code,
    joined_name,
    names_of,
    reading,
)
from .shapes import settle_areas, settle_lines

_AREAS = {unit.feature_type.casefold() for unit in UNITS.values() if unit.code_field}


class Row(NamedTuple):
    """A feature to write (osgeo.ogr.Feature), with its code ("" for borders) and the day that it became valid."""

    code: str
    valid_from: str
    feature: Any


def may_be(objtype: str, unit: Unit) -> bool:
    """Whether features of an object type (in lower case, "" where not said) may be of the unit."""
    return objtype in ("", unit.feature_type.casefold()) if unit.code_field else objtype not in _AREAS


class RowMaker:
    """Makes the rows of one delivered layer. `transform` is None or an osr.CoordinateTransformation."""

    def __init__(
        self,
        reader: Reader,
        names: Mapping[str, list[dict[str, str]]],
        unit: Unit,
        columns: Sequence[Column],
        definition,
        transform,
        prefixes: tuple[str, ...],
    ):
        self._names, self._unit, self._definition = names, unit, definition
        self._transform, self._prefixes = transform, prefixes
        self._reading = reading(reader.fields, unit, columns)
        self._at = {column.name: index for index, column in enumerate(columns)}
        self._key = next((i for i, given in enumerate(reader.fields) if given.name.casefold() == "objid"), -1)

    def chosen(self, features: Iterable, feedback: Feedback) -> Generator[tuple[int, str, object], None, None]:
        """Give (how many were read, code, feature) of those of this unit inside the areas, their geometry as it is written."""
        for read, feature in enumerate(features, 1):
            feedback.check()
            code = "" if self._unit.is_border else self._code(feature)
            geometry = feature.GetGeometryRef()
            if self._is_wanted(code, self._objtype(feature), geometry):
                settled = None if geometry is None else self._settled(geometry)
                if settled is not geometry:
                    feature.SetGeometry(settled)
                yield read, code, feature

    def row(self, code: str, feature) -> Row:
        """Give the row of a chosen feature."""
        from osgeo import ogr

        row = ogr.Feature(self._definition)
        row.SetFromWithMap(feature, 1, self._reading.copied)
        for source, target, turn in self._reading.conversions:
            if feature.IsFieldSetAndNotNull(source):
                _set(row, target, turn(feature.GetField(source)))
        self._add_names(feature, row)
        if code:
            self._add_codes(code, row)
        return Row(code, row.GetFieldAsString(self._at["gyldigfra"]), row)

    def _code(self, feature) -> str:
        at = self._reading.code
        return full_code(feature.GetFieldAsString(at), self._unit.digits) if feature.IsFieldSetAndNotNull(at) else ""

    def _is_wanted(self, code: str, objtype: str, geometry) -> bool:
        if not may_be(objtype, self._unit):
            return False
        if self._unit.is_border:
            return geometry.GetDimension() == 1 if geometry is not None else "grense" in objtype
        is_area = geometry is None or geometry.GetDimension() == 2
        return bool(code) and code.startswith(self._prefixes or "") and is_area

    def _objtype(self, feature) -> str:
        return feature.GetFieldAsString(self._reading.objtype).casefold() if self._reading.objtype >= 0 else ""

    def _settled(self, geometry):
        if self._transform:
            geometry.Transform(self._transform)
        return settle_lines(geometry) if self._unit.is_border else settle_areas(geometry)

    def _add_names(self, feature, row) -> None:
        fields = self._reading.names
        if fields:
            navn = feature.GetField(fields.navn)
            names = names_of(navn, *(feature.GetField(at) if at >= 0 else None for at in (fields.sprak, fields.rekkefolge)))
            plain = navn if isinstance(navn, str) and not names else ""
        elif self._names and self._key >= 0:
            names, plain = self._names.get(feature.GetFieldAsString(self._key), []), ""
        else:
            return
        if names:
            _set(row, self._at["administrativenhetnavn"], json.dumps(names, ensure_ascii=False))
        if not row.IsFieldSetAndNotNull(self._at[self._unit.name_field]):
            _set(row, self._at[self._unit.name_field], joined_name(names) or plain or None)

    def _add_codes(self, code: str, row) -> None:
        """Write the code with its zeros; fill in the units around a grunnkrets, which its number tells."""
        own = self._at[self._unit.code_field]
        if row.GetFieldAsString(own) != code:
            row.SetField(own, code)
        if self._unit.code_field == "grunnkretsnummer":
            row.SetField(self._at["delomradenummer"], delomrade_of(code))
            if not row.IsFieldSetAndNotNull(self._at["kommunenummer"]):
                row.SetField(self._at["kommunenummer"], code[: CODE_DIGITS["kommunenummer"]])


def _set(row, index: int, value: object) -> None:
    if value is None:
        row.SetFieldNull(index)
    else:
        row.SetField(index, value)
