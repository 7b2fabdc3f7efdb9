"""From a delivered feature to a row of the boundary layer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from ..core.units import Unit
from .boundary_fields import (
    CODE_DIGITS,
    Column,
    delomrade_of,
    full_code,
    joined_name,
    names_of,
    reading,
)
from .delivered import Layer
from .shapes import settle_areas, settle_lines


class Row(NamedTuple):
    """A feature to write (osgeo.ogr.Feature), with its code ("" for borders) and the day that it became valid."""

    code: str
    valid_from: str
    feature: object


class RowMaker:
    """Makes the rows of one delivered layer. `transform` is None or an osr.CoordinateTransformation."""

    def __init__(self, layer: Layer, unit: Unit, columns: Sequence[Column], definition, transform, prefixes: tuple[str, ...]):
        self._layer, self._unit, self._definition = layer, unit, definition
        self._transform, self._prefixes = transform, prefixes
        self._reading = reading(layer.fields, unit, columns)
        self._at = {column.name: index for index, column in enumerate(columns)}
        self._key = next((i for i, given in enumerate(layer.fields) if given.name.casefold() == "objid"), -1)

    def row(self, feature) -> Row | None:
        """Give the row of a feature, None for one of another unit or outside the areas."""
        from osgeo import ogr

        if self._unit.is_border:
            code = ""
            wanted = self._is_border(feature)
        else:
            code = self._code(feature)
            wanted = self._is_area(feature, code)
        if not wanted:
            return None
        self._settle(feature)
        row = ogr.Feature(self._definition)
        row.SetFromWithMap(feature, 1, self._reading.copied)
        for source, target, turn in self._reading.conversions:
            if feature.IsFieldSetAndNotNull(source):
                _set(row, target, turn(feature.GetField(source)))
        self._add_names(feature, row)
        if code:
            row.SetField(self._at[self._unit.code_field], code)
            self._add_parents(code, row)
        return Row(code, row.GetFieldAsString(self._at["gyldigfra"]), row)

    def _code(self, feature) -> str:
        at = self._reading.code
        return full_code(feature.GetFieldAsString(at), self._unit.digits) if feature.IsFieldSetAndNotNull(at) else ""

    def _is_area(self, feature, code: str) -> bool:
        objtype = self._objtype(feature)
        if not code or (objtype and objtype != self._unit.feature_type.casefold()):
            return False
        geometry = feature.GetGeometryRef()
        return (geometry is None or geometry.GetDimension() == 2) and code.startswith(self._prefixes or ("",))

    def _is_border(self, feature) -> bool:
        geometry = feature.GetGeometryRef()
        return geometry.GetDimension() == 1 if geometry is not None else "grense" in self._objtype(feature)

    def _objtype(self, feature) -> str:
        return feature.GetFieldAsString(self._reading.objtype).casefold() if self._reading.objtype >= 0 else ""

    def _settle(self, feature) -> None:
        geometry = feature.GetGeometryRef()
        if geometry is None:
            return
        if self._transform:
            geometry.Transform(self._transform)
        settled = settle_lines(geometry) if self._unit.is_border else settle_areas(geometry)
        if settled is not geometry:
            feature.SetGeometry(settled)

    def _add_names(self, feature, row) -> None:
        fields = self._reading.names
        if fields:
            navn = feature.GetField(fields.navn)
            names = names_of(navn, *(feature.GetField(at) if at >= 0 else None for at in (fields.sprak, fields.rekkefolge)))
            plain = navn if isinstance(navn, str) and not names else ""
        elif self._layer.names and self._key >= 0:
            names, plain = self._layer.names.get(feature.GetFieldAsString(self._key), []), ""
        else:
            return
        if names:
            _set(row, self._at["administrativenhetnavn"], json.dumps(names, ensure_ascii=False))
        if not row.IsFieldSetAndNotNull(self._at[self._unit.name_field]):
            _set(row, self._at[self._unit.name_field], joined_name(names) or plain or None)

    def _add_parents(self, code: str, row) -> None:
        """Fill in the units around a grunnkrets, which its number tells."""
        if self._unit.code_field != "grunnkretsnummer":
            return
        _set(row, self._at["delomradenummer"], delomrade_of(code))
        if not row.IsFieldSetAndNotNull(self._at["kommunenummer"]):
            _set(row, self._at["kommunenummer"], code[: CODE_DIGITS["kommunenummer"]])


def _set(row, index: int, value: object) -> None:
    if value is None:
        row.SetFieldNull(index)
    else:
        row.SetField(index, value)
