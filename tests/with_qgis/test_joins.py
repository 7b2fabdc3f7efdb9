"""Joins in real QGIS: live and written, kept through saving and reopening, taken back, and refused where nothing may change."""

import dataclasses
import datetime
import threading

import pytest
from klasskart.core.codes import Code, CodeList
from klasskart.core.errors import FieldMissing, LayerBusy, LayerGone, NothingMatches
from klasskart.core.matching import KeySide, match
from klasskart.gis import columns, joins
from klasskart.work.joining import Attribute, Prepared
from qgis.core import (
    NULL,
    QgsFeature,
    QgsFeatureSource,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

pytestmark = pytest.mark.usefixtures("qgis_app", "qgis_new_project")

DAY = datetime.date(2024, 1, 1)
NAMES = {"0301": "Oslo", "1103": "Stavanger", "1508": "Ålesund", "5610": "Kárášjohka - Karasjok"}
CODES = CodeList(131, DAY, tuple(Code(code, None, "1", name) for code, name in NAMES.items()))


def memory(*values, kind="string(20)", title="Lag"):
    layer = QgsVectorLayer(f"Point?crs=EPSG:25833&field=knr:{kind}&field=tall:integer", title, "memory")
    features = []
    for number, value in enumerate(values):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([value, number])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(number, number)))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


def on_disk(folder, *values, kind="string(20)", driver="GPKG", title="Lag"):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = driver, "lag"
    path = str(folder / ("lag." + {"GPKG": "gpkg", "GeoJSON": "geojson"}[driver]))
    project = QgsProject.instance()
    QgsVectorFileWriter.writeAsVectorFormatV3(memory(*values, kind=kind), path, project.transformContext(), options)
    layer = QgsVectorLayer(f"{path}|layername=lag", title, "ogr")
    assert layer.isValid()
    return layer


def prepared(layer, attributes=("name", "parent_code")):
    column = columns.columns_of(layer)["knr"]
    report = match(column, KeySide.of_codes(CODES, "1"), day=DAY)
    values = {code.code: tuple(getattr(code, name) or None for name in attributes) for code in CODES.codes}
    return Prepared("knr", 131, "1", DAY, report, tuple(Attribute(name) for name in attributes), values)


def live(layer, folder, prefix="klass_", **named):
    project = QgsProject.instance()
    plan = prepared(layer, **named)
    return joins.live_join(project, layer, plan, prefix, joins.write_key_table(plan, folder))


def values_of(layer, *names):
    return [
        tuple(None if value == NULL else value for value in map(feature.attribute, names)) for feature in layer.getFeatures()
    ]


def in_thread(function):
    outcome = []

    def run():
        try:
            outcome.append(function())
        except BaseException as error:
            outcome.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(60)
    return outcome[0]


# --- reading columns --------------------------------------------------------------------


@pytest.mark.parametrize("place", ["memory", "GPKG", "GeoJSON"])
def test_values_are_counted_with_nulls_and_leading_zeros(tmp_path, place):
    values = ("0301", "0301", "1103", NULL, "", " 0301")
    layer = memory(*values) if place == "memory" else on_disk(tmp_path, *values, driver=place)
    assert columns.columns_of(layer)["knr"] == {"0301": 2, "1103": 1, None: 1, "": 1, " 0301": 1}


def test_numbers_stay_numbers(tmp_path):
    assert columns.columns_of(on_disk(tmp_path, 301, 301, 1103, kind="integer"))["knr"] == {301: 2, 1103: 1}
    assert columns.columns_of(memory(301.0, 1103.0, kind="double"))["knr"] == {301.0: 1, 1103.0: 1}


def test_unsaved_edits_count(tmp_path):
    layer = on_disk(tmp_path, "0301", "0301")
    layer.startEditing()
    first = next(layer.getFeatures())
    layer.changeAttributeValue(first.id(), layer.fields().indexFromName("knr"), "1103")
    assert columns.columns_of(layer)["knr"] == {"0301": 1, "1103": 1}
    layer.rollBack()


def test_a_filter_of_the_layer_counts(tmp_path):
    layer = on_disk(tmp_path, "0301", "0301", "1103")
    layer.setSubsetString('"tall" > 0')
    assert columns.columns_of(layer)["knr"] == {"0301": 1, "1103": 1}


def test_columns_are_read_in_another_thread_even_after_the_layer_went(tmp_path):
    for layer in (memory("0301", "1103"), on_disk(tmp_path, "0301", "1103")):
        read = columns.columns_of(layer)
        del layer
        assert in_thread(lambda read=read: dict(read["knr"])) == {"0301": 1, "1103": 1}


def test_joined_and_computed_fields_are_read_too(tmp_path):
    layer = on_disk(tmp_path, "0301", "1103")
    QgsProject.instance().addMapLayer(layer)
    live(layer, tmp_path)
    assert columns.columns_of(layer)["klass_code"] == {"0301": 1, "1103": 1}


def test_a_table_is_read_as_plain_values_without_its_row_numbers(tmp_path):
    layer = on_disk(tmp_path, "0301", NULL)
    figures = in_thread(columns.figures_of(layer, "knr"))
    assert (figures.title, figures.names, figures.field) == ("Lag", ("knr", "tall"), "knr")
    assert figures.rows == (("0301", 0), (None, 1))


# --- live -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("string(20)", ("301", " 0301", "K-1103", "5610", "9999", NULL)),
        ("integer", (301, 301, 1103, 5610, 9999, NULL)),
        ("double", (301.0, 301.0, 1103.0, 5610.0, 9999.5, NULL)),
    ],
)
def test_a_live_join_shows_code_and_attributes_for_whatever_was_read_as_a_code(tmp_path, kind, values):
    layer = memory(*values, kind=kind)
    QgsProject.instance().addMapLayer(layer)
    made = live(layer, tmp_path)
    assert made.names == ("klass_code", "klass_name", "klass_parent_code")
    assert values_of(layer, "klass_code", "klass_name") == [
        ("0301", "Oslo"),
        ("0301", "Oslo"),
        ("1103", "Stavanger"),
        ("5610", "Kárášjohka - Karasjok"),
        (None, None),
        (None, None),
    ]


def test_a_live_join_is_a_join_of_qgis_with_a_table_that_is_no_memory_layer(tmp_path):
    layer = memory("0301")
    QgsProject.instance().addMapLayer(layer)
    made = live(layer, tmp_path)
    (info,) = layer.vectorJoins()
    assert (info.prefix(), info.targetFieldName()) == ("klass_", "knr")
    assert info.joinFieldNamesSubset() == ["code", "name", "parent_code"]
    table = QgsProject.instance().mapLayer(made.table_id)
    assert (table.providerType(), table.isSpatial()) == ("ogr", False)
    assert table.source().partition("|")[0].endswith(".gpkg")
    assert QgsProject.instance().layerTreeRoot().findLayerIds()[-1] == made.table_id


def test_a_live_join_survives_saving_and_reopening(tmp_path):
    layer = on_disk(tmp_path, "0301", "1103", "x")
    project = QgsProject.instance()
    project.addMapLayer(layer)
    live(layer, tmp_path)
    assert project.write(str(tmp_path / "project.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "project.qgz"))
    (again,) = [one for one in project.mapLayers().values() if one.name() == "Lag"]
    assert values_of(again, "klass_code", "klass_name") == [("0301", "Oslo"), ("1103", "Stavanger"), (None, None)]


def test_undo_takes_out_join_and_table(tmp_path):
    layer = memory("0301")
    project = QgsProject.instance()
    project.addMapLayer(layer)
    made = live(layer, tmp_path)
    made.undo()
    assert layer.vectorJoins() == []
    assert layer.fields().names() == ["knr", "tall"]
    assert project.mapLayer(made.table_id) is None
    made.undo()  # twice does no harm


def test_undo_after_the_layer_was_removed_does_no_harm(tmp_path):
    layer = memory("0301")
    QgsProject.instance().addMapLayer(layer)
    made = live(layer, tmp_path)
    QgsProject.instance().removeMapLayer(layer.id())
    made.undo()
    assert QgsProject.instance().mapLayers() == {}


def test_joining_again_replaces_the_join_and_undo_brings_the_former_back(tmp_path):
    layer = memory("0301")
    project = QgsProject.instance()
    project.addMapLayer(layer)
    live(layer, tmp_path, attributes=("name",))
    second = live(layer, tmp_path, attributes=("name", "level"))
    assert layer.fields().names() == ["knr", "tall", "klass_code", "klass_name", "klass_level"]
    assert len(project.mapLayers()) == 2
    second.undo()
    assert layer.fields().names() == ["knr", "tall", "klass_code", "klass_name"]
    assert values_of(layer, "klass_name") == [("Oslo",)]


def figures_of(layer, title, **values):
    plan = prepared(layer, attributes=())
    named = {code: tuple(values.values()) for code in NAMES}
    return dataclasses.replace(plan, title=title, attributes=tuple(Attribute(name) for name in values), values=named)


def live_figures(layer, folder, title, **values):
    plan = figures_of(layer, title, **values)
    return joins.live_join(QgsProject.instance(), layer, plan, "klass_", joins.write_key_table(plan, folder))


def test_figures_joined_after_codes_leave_the_codes_where_they_are(tmp_path):
    layer = memory("0301")
    QgsProject.instance().addMapLayer(layer)
    live(layer, tmp_path, attributes=("name",))
    figures = live_figures(layer, tmp_path, "innbyggere", people="9")
    assert layer.fields().names() == ["knr", "tall", "klass_code", "klass_name", "klass_people"]
    assert figures.names == ("klass_people",)
    assert values_of(layer, "klass_name", "klass_people") == [("Oslo", "9")]
    figures.undo()
    assert values_of(layer, "klass_name") == [("Oslo",)]


def test_two_tables_of_figures_stand_beside_each_other_and_each_replaces_only_itself(tmp_path):
    layer = memory("0301")
    QgsProject.instance().addMapLayer(layer)
    live_figures(layer, tmp_path, "innbyggere", people="9")
    live_figures(layer, tmp_path, "skoler", schools="2")
    live_figures(layer, tmp_path, "skoler", schools="3", pupils="40")
    assert layer.fields().names() == [
        "knr", "tall", "klass_code", "klass_people", "klass_2_code", "klass_2_schools", "klass_2_pupils",
    ]  # fmt: skip
    assert values_of(layer, "klass_people", "klass_2_schools") == [("9", "3")]


def test_what_is_drawn_after_a_join_is_drawn_anew_when_the_join_changes(tmp_path):
    layer = memory("0301")
    QgsProject.instance().addMapLayer(layer)
    asked = []
    layer.repaintRequested.connect(lambda *_: asked.append(True))
    made = live(layer, tmp_path)
    assert asked
    asked.clear()
    made.undo()
    assert asked


def test_a_prefix_that_meets_fields_of_the_layer_gets_a_number(tmp_path):
    layer = QgsVectorLayer("Point?field=knr:string&field=klass_name:string", "Lag", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["0301", "mine"])
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    made = live(layer, tmp_path)
    assert made.names == ("klass_2_code", "klass_2_name", "klass_2_parent_code")
    assert values_of(layer, "klass_name", "klass_2_name") == [("mine", "Oslo")]


def test_a_layer_in_edit_mode_is_left_alone(tmp_path):
    layer = memory("0301")
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    with pytest.raises(LayerBusy):
        live(layer, tmp_path)
    assert layer.vectorJoins() == []
    assert len(QgsProject.instance().mapLayers()) == 1
    layer.rollBack()


def test_a_layer_that_went_meanwhile_is_told(tmp_path):
    layer = memory("0301")
    project = QgsProject.instance()
    project.addMapLayer(layer)
    plan = prepared(layer)
    table = joins.write_key_table(plan, tmp_path)
    project.removeMapLayer(layer.id())
    for gone in (layer, None):
        with pytest.raises(LayerGone):
            joins.live_join(project, gone, plan, "klass_", table)
    assert project.mapLayers() == {}


def test_a_field_that_went_meanwhile_is_told(tmp_path):
    layer = memory("0301")
    project = QgsProject.instance()
    project.addMapLayer(layer)
    plan = prepared(layer)
    table = joins.write_key_table(plan, tmp_path)
    layer.dataProvider().deleteAttributes([0])
    layer.updateFields()
    with pytest.raises(FieldMissing):
        joins.live_join(project, layer, plan, "klass_", table)
    assert layer.vectorJoins() == []


def test_a_join_of_nothing_is_not_carried_out(tmp_path):
    layer = memory("x", "y")
    with pytest.raises(NothingMatches):
        joins.write_key_table(prepared(layer), tmp_path)
    assert not (tmp_path / "joins").exists()


# --- written ------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["memory", "GPKG", "GeoJSON"])
def test_a_written_join_keeps_every_feature_and_adds_text(tmp_path, place):
    values = ("301", "1103", "9999", NULL, " 0301")
    layer = memory(*values) if place == "memory" else on_disk(tmp_path, *values, driver=place)
    plan, source, target = prepared(layer), joins.Source(layer), tmp_path / "out" / "new.gpkg"
    path = in_thread(lambda: joins.written_join(source, plan, "klass_", target))
    assert path == target
    made = QgsVectorLayer(str(path))
    assert [name for name in made.fields().names() if name not in ("fid", "id")] == [
        "knr", "tall", "klass_code", "klass_name", "klass_parent_code",
    ]  # fmt: skip
    assert values_of(made, "knr", "tall", "klass_code", "klass_name") == [
        ("301", 0, "0301", "Oslo"),
        ("1103", 1, "1103", "Stavanger"),
        ("9999", 2, None, None),
        (None, 3, None, None),
        (" 0301", 4, "0301", "Oslo"),
    ]
    assert made.crs().authid() == "EPSG:25833" if place != "GeoJSON" else True
    assert [feature.geometry().isNull() for feature in made.getFeatures()] == [False] * 5
    assert list(tmp_path.glob("joins/*")) == []
    assert [file.name for file in target.parent.iterdir() if not file.name.endswith(("-wal", "-shm"))] == ["new.gpkg"]


def test_a_written_geopackage_keeps_row_numbers_types_filter_and_index(tmp_path):
    layer = on_disk(tmp_path, "0301", "1103", "5610", "x")
    layer.setSubsetString('"tall" > 0')
    path = joins.written_join(joins.Source(layer), prepared(layer), "klass_", tmp_path / "out.gpkg")
    made = QgsVectorLayer(str(path))
    assert [(feature.id(), feature["tall"], feature["klass_code"]) for feature in made.getFeatures()] == [
        (2, 1, "1103"), (3, 2, "5610"), (4, 3, NULL),
    ]  # fmt: skip
    assert made.featureCount() == 3
    assert made.hasSpatialIndex() == QgsFeatureSource.SpatialIndexPresence.SpatialIndexPresent
    assert [field.typeName() for field in made.fields()] == [field.typeName() for field in layer.fields()] + ["String"] * 3
    assert layer.extent().contains(made.extent())


def test_a_join_in_sql_and_one_by_features_give_the_same(tmp_path, monkeypatch):
    values = ("301", " 0301", "K-1103", "5610", "9999", NULL, "x'y")
    layer = on_disk(tmp_path, *values)
    plan, source = prepared(layer), joins.Source(layer)
    by_sql = QgsVectorLayer(str(joins.written_join(source, plan, "klass_", tmp_path / "sql.gpkg")))
    source.table = None
    by_features = QgsVectorLayer(str(joins.written_join(source, plan, "klass_", tmp_path / "features.gpkg")))
    assert by_sql.fields().names() == by_features.fields().names()
    assert [f.attributes() for f in by_sql.getFeatures()] == [f.attributes() for f in by_features.getFeatures()]
    assert [f.geometry().asWkt() for f in by_sql.getFeatures()] == [f.geometry().asWkt() for f in by_features.getFeatures()]


def test_a_filter_that_sqlite_alone_does_not_know_is_followed_too(tmp_path):
    layer = on_disk(tmp_path, "0301", "1103")
    assert layer.setSubsetString('ST_MinX("geom") > 0.5')
    assert columns.columns_of(layer)["knr"] == {"1103": 1}
    made = QgsVectorLayer(str(joins.written_join(joins.Source(layer), prepared(layer), "klass_", tmp_path / "out.gpkg")))
    assert values_of(made, "klass_name") == [("Stavanger",)]


def test_unsaved_edits_are_written_too(tmp_path):
    layer = on_disk(tmp_path, "0301", "0301")
    layer.startEditing()
    layer.changeAttributeValue(next(layer.getFeatures()).id(), layer.fields().indexFromName("knr"), "1103")
    joins.written_join(joins.Source(layer), prepared(layer), "klass_", tmp_path / "new.gpkg")
    made = QgsVectorLayer(str(tmp_path / "new.gpkg"))
    assert values_of(made, "klass_name") == [("Stavanger",), ("Oslo",)]
    layer.rollBack()


def test_figures_stay_numbers_in_both_kinds_of_join(tmp_path):
    layer = memory("0301", "1103")
    QgsProject.instance().addMapLayer(layer)
    plan = prepared(layer)
    plan = Prepared(
        plan.field, 131, "1", DAY, plan.report,
        (Attribute("antall", "integer"), Attribute("andel", "real"), Attribute("key"), Attribute("code")),
        {"0301": (5_000_000_000, 1.5, "a", "b"), "1103": (None, None, None, None)},
    )  # fmt: skip
    joins.written_join(joins.Source(layer), plan, "k_", tmp_path / "new.gpkg")
    made = QgsVectorLayer(str(tmp_path / "new.gpkg"))
    names = ("k_code", "k_antall", "k_andel", "k_key_2", "k_code_2")
    expected = [("0301", 5_000_000_000, 1.5, "a", "b"), ("1103", None, None, None, None)]
    assert values_of(made, *names) == expected
    joins.live_join(QgsProject.instance(), layer, plan, "k_", joins.write_key_table(plan, tmp_path))
    assert values_of(layer, *names) == expected


def test_a_cancelled_written_join_leaves_nothing(tmp_path):
    from klasskart.core.errors import Cancelled
    from klasskart.core.feedback import Feedback

    layer = memory(*["0301"] * 10_000)
    plan, asked = prepared(layer), []
    feedback = Feedback(is_cancelled=lambda: asked.append(1) or len(asked) > 2)
    with pytest.raises(Cancelled):
        joins.written_join(joins.Source(layer), plan, "klass_", tmp_path / "new.gpkg", feedback)
    assert list(tmp_path.iterdir()) == []


def test_the_table_of_a_join_is_called_what_people_call_it(tmp_path):
    layer = QgsProject.instance().addMapLayer(on_disk(tmp_path, "0301"))
    plan = prepared(layer)
    assert joins.table_title(plan) == "Kommuner 1.1.2024 (Klass)"
    assert joins.table_title(dataclasses.replace(plan, classification=1, level="1")) == "Delområder 1.1.2024 (Klass)"
    assert joins.table_title(dataclasses.replace(plan, classification=7)) == "Klass 7 1.1.2024"
    assert joins.table_title(dataclasses.replace(plan, title="befolkning")) == "befolkning (join)"
    done = joins.live_join(QgsProject.instance(), layer, plan, "klass_", joins.write_key_table(plan, tmp_path))
    assert QgsProject.instance().mapLayer(done.table_id).name() == "Kommuner 1.1.2024 (Klass)"
