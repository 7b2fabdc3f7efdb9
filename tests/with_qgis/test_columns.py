"""Reading a layer's columns: every value counted once, in its own type."""

import pytest
from klasskart.gis.columns import Columns, columns_of
from osgeo import ogr
from qgis.core import QgsFeature, QgsField, QgsFields, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant


@pytest.fixture
def layer(tmp_path, qgis_app):
    path = str(tmp_path / "units.gpkg")
    source = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    table = source.CreateLayer("units", geom_type=ogr.wkbNone)
    table.CreateField(ogr.FieldDefn("number", ogr.OFTString))
    table.CreateField(ogr.FieldDefn("figure", ogr.OFTInteger))
    for number, figure in (("0301", 301), ("0301", 302), (None, 302)):
        row = ogr.Feature(table.GetLayerDefn())
        row["number"], row["figure"] = number, figure
        table.CreateFeature(row)
    del row, table, source
    return QgsVectorLayer(f"{path}|layername=units", "units", "ogr")


def test_values_are_counted_in_their_own_type_and_null_counts_too(layer):
    columns = columns_of(layer)
    assert columns["number"] == {"0301": 2, None: 1}
    assert columns["figure"] == {301: 1, 302: 2}


def test_the_row_number_is_not_offered_to_those_who_look_for_codes_but_can_be_read(layer):
    columns = columns_of(layer)
    assert list(columns) == ["number", "figure"]
    assert columns["fid"] == {1: 1, 2: 1, 3: 1}


def test_unsaved_edits_count(layer):
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().indexFromName("number"), "4601")
    assert columns_of(layer)["number"] == {"0301": 1, "4601": 1, None: 1}
    layer.rollBack()


def test_lists_are_counted_as_text(qgis_app):
    """JSON in a text field, as QGIS 3.44 reads it."""
    fields = QgsFields()
    fields.append(QgsField("names", QVariant.String))
    rows = []
    for value in (["nor", "sme"], ["nor", "sme"], "nor"):
        row = QgsFeature(fields)
        row.setAttributes([value])
        rows.append(row)
    assert Columns(fields, lambda request: rows)["names"] == {"['nor', 'sme']": 2, "nor": 1}
