"""Codes in GML, which says nothing of types: 0301 must not become 301 because it looks like a number."""

from __future__ import annotations

from collections.abc import Iterator

from ..core.tables import is_code_name
from .table_file import quoted


def numbers_of(dataset) -> bool:
    """Whether any field was taken for a whole number."""
    layers = (dataset.GetLayer(index) for index in range(dataset.GetLayerCount()))
    return any(next(_whole_numbers(layer), None) is not None for layer in layers)


def codes_of(guessed, texts) -> frozenset[str]:
    """Name the fields that are codes: by their name, or as some begin with a zero. `guessed` is a layer as GDAL took its types
    to be; `texts` the dataset where the same fields are text."""
    return frozenset(
        name for name in _whole_numbers(guessed) if is_code_name(name) or _begins_with_zero(texts, guessed.GetName(), name)
    )


def statement(guessed, codes: frozenset[str], where: str = "") -> str:
    """Write a question in OGR's SQL to the dataset where all is text: with the types of `guessed`, but for the codes."""
    from osgeo import ogr

    types = {ogr.OFTInteger: "integer", ogr.OFTInteger64: "bigint", ogr.OFTReal: "float"}
    definition = guessed.GetLayerDefn()
    columns = []
    for index in range(definition.GetFieldCount()):
        field = definition.GetFieldDefn(index)
        name = quoted(field.GetName())
        wanted = types.get(field.GetType()) if field.GetName() not in codes else None
        columns.append(f"CAST({name} AS {wanted}) AS {name}" if wanted else name)
    return f"SELECT {', '.join(columns)} FROM {quoted(guessed.GetName())}" + (f" WHERE {where}" if where else "")  # nosec B608


def _whole_numbers(layer) -> Iterator[str]:
    from osgeo import ogr

    definition = layer.GetLayerDefn()
    for index in range(definition.GetFieldCount()):
        field = definition.GetFieldDefn(index)
        if field.GetType() in (ogr.OFTInteger, ogr.OFTInteger64):
            yield field.GetName()


def _begins_with_zero(texts, layer: str, field: str) -> bool:
    asked = f"SELECT COUNT(*) FROM {quoted(layer)} WHERE {quoted(field)} LIKE '0_%'"  # nosec B608
    told = texts.ExecuteSQL(asked, dialect="OGRSQL")
    found = any(row.GetField(0) for row in told or ())
    texts.ReleaseResultSet(told)
    return found
