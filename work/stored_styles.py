"""Styles inside a GeoPackage, in the table where QGIS looks for them: whoever opens the file sees it drawn."""

from __future__ import annotations

from pathlib import Path

_TABLE = "layer_styles"
_STYLES = Path(__file__).resolve().parents[1] / "resources" / "styles"
# As QGIS makes the table; the number is the width of a text, 0 for any.
_TEXTS = {
    "f_table_catalog": 256,
    "f_table_schema": 256,
    "f_table_name": 256,
    "f_geometry_column": 256,
    "styleName": 30,
    "styleQML": 0,
    "styleSLD": 0,
}
_MORE_TEXTS = {"description": 0, "owner": 30, "ui": 30}


def style_file(unit: str) -> Path:
    """Give the QML of a unit (a key of `units.UNITS`)."""
    return _STYLES / f"{unit}.qml"


def store_style(dataset, table: str, qml: str) -> None:
    """Make a style (QML) the one that QGIS gives a table of an open GeoPackage. Raises RuntimeError, as GDAL does."""
    from osgeo import ogr

    layer = dataset.GetLayerByName(table)
    column = layer.GetGeometryColumn() if layer is not None else ""
    styles = dataset.GetLayerByName(_TABLE) or _new_table(dataset)
    forget_style(dataset, table)
    row = ogr.Feature(styles.GetLayerDefn())
    for name, value in (
        *(("f_table_catalog", ""), ("f_table_schema", ""), ("f_table_name", table), ("f_geometry_column", column)),
        *(("styleName", table[: _TEXTS["styleName"]]), ("styleQML", qml), ("styleSLD", "")),
        *(("useAsDefault", 1), ("description", "Klasskart"), ("owner", "")),
    ):
        row.SetField(name, value)
    if styles.CreateFeature(row) != 0:
        raise RuntimeError(_TABLE)


def forget_style(dataset, table: str) -> None:
    """Remove the styles of a table from an open GeoPackage."""
    styles = dataset.GetLayerByName(_TABLE)
    if styles is None:
        return
    for fid in [row.GetFID() for row in styles if row.GetField("f_table_name") == table]:
        styles.DeleteFeature(fid)


def _new_table(dataset):
    from osgeo import ogr

    made = dataset.CreateLayer(_TABLE, None, ogr.wkbNone, ["FID=id"])
    _add_texts(made, _TEXTS)
    default = ogr.FieldDefn("useAsDefault", ogr.OFTInteger)
    default.SetSubType(ogr.OFSTBoolean)
    made.CreateField(default)
    _add_texts(made, _MORE_TEXTS)
    when = ogr.FieldDefn("update_time", ogr.OFTDateTime)
    when.SetDefault("CURRENT_TIMESTAMP")
    made.CreateField(when)
    return made


def _add_texts(layer, widths: dict[str, int]) -> None:
    from osgeo import ogr

    for name, width in widths.items():
        field = ogr.FieldDefn(name, ogr.OFTString)
        field.SetWidth(width)
        layer.CreateField(field)
