"""Newer boundaries take the place of older ones behind a layer, and everything that was made on it stays."""

import dataclasses
import datetime

import pytest
from klasskart.core.errors import BadFile, LayerBusy, LayerGone, OwnEdits
from klasskart.core.settings import Config
from klasskart.gis import cache_use, layers, origins, renewing
from klasskart.work.boundaries import fetch
from klasskart.work.boundary_file import BoundaryFile, BoundaryRequest, as_made
from klasskart.work.renewal import newer
from klasskart.work.routes import Source
from klasskart.work.services import open_services
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt.QtGui import QColor
from standin import Standin

pytestmark = pytest.mark.usefixtures("qgis_app", "qgis_new_project")


@pytest.fixture
def project():
    return QgsProject.instance()


def made(folder, name, *rows, **facts) -> BoundaryFile:
    layer = QgsVectorLayer(
        "MultiPolygon?crs=EPSG:25833&field=kommunenummer:string&field=kommunenavn:string", "kommune", "memory"
    )
    features = []
    for place, row in enumerate(rows):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        x = place * 1000
        feature.setGeometry(QgsGeometry.fromWkt(f"MULTIPOLYGON((({x} 0, {x + 900} 0, {x + 900} 900, {x} 0)))"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "kommune"
    path = folder / f"{name}.gpkg"
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    given = {
        "path": path,
        "layer": "kommune",
        "unit": "kommune",
        "areas": ("0000",),
        "vintage": 2025,
        "crs": "EPSG:25833",
        "title": "Administrative enheter kommuner",
        "sources": (Source("https://nedlasting.geonorge.no/geonorge/x.zip", '"a"', "", 10, "order", "2025-01-05T10:00:00"),),
        "fetched": "2025-02-01",
        "features": len(rows),
        "dataset": "041f1e6e-bdbc-4091-b48f-8a5990f3cc5b",
        "newest": True,
        "fetched_at": "2025-02-01T10:00:00",
    }
    return BoundaryFile(**{**given, **facts})


@pytest.fixture
def old(tmp_path):
    return made(tmp_path, "old", ("0301", "Oslo"), ("1507", "Ålesund"))


@pytest.fixture
def new(tmp_path):
    return made(tmp_path, "new", ("0301", "Oslo"), ("1508", "Ålesund"), ("1580", "Haram"), vintage=2026, fetched="2026-02-01")


def table(project):
    figures = QgsVectorLayer("NoGeometry?field=nr:string&field=value:integer", "figures", "memory")
    rows = []
    for number, code in enumerate(("0301", "1507", "1508", "1580")):
        feature = QgsFeature(figures.fields())
        feature.setAttributes([code, number])
        rows.append(feature)
    figures.dataProvider().addFeatures(rows)
    return project.addMapLayer(figures)


def join(layer, other, field, other_field, cached=True):
    info = QgsVectorLayerJoinInfo()
    info.setJoinLayer(other)
    info.setTargetFieldName(field)
    info.setJoinFieldName(other_field)
    info.setUsingMemoryCache(cached)
    info.setPrefix("j_")
    assert layer.addJoin(info)


def test_a_layer_knows_where_it_came_from_also_in_a_saved_project(tmp_path, project, old):
    layers.boundary_layer(old, project)
    project.write(str(tmp_path / "project.qgz"))
    project.clear()
    project.read(str(tmp_path / "project.qgz"))
    (layer,) = project.mapLayers().values()
    assert origins.of(layer) == old


def test_a_layer_of_many_areas_has_a_short_name_and_its_metadata_tell_all_of_them(project, old):
    many = ("0301", "3201", "3203", "3205", "3207")
    layer = layers.boundary_layer(dataclasses.replace(old, areas=many), project)
    assert layer.name() == "Kommuner 2025 (0301, 3201, 3203, …)"
    assert "Areas: 0301, 3201, 3203, 3205, 3207." in layer.metadata().abstract()
    few = layers.boundary_layer(dataclasses.replace(old, areas=many[:4]), project)
    assert few.name() == "Kommuner 2025 (0301, 3201, 3203, 3205)"


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"areas": 1}', "null"])
def test_what_another_version_noted_is_no_origin(project, old, text):
    layer = layers.boundary_layer(old, project)
    layer.setCustomProperty("klasskart/boundaries", text)
    assert origins.of(layer) is None


def test_only_layers_of_boundaries_are_looked_for(project, old):
    layer = layers.boundary_layer(old, project)
    table(project)
    assert list(renewing.boundary_layers(project.mapLayers().values())) == [layer.id()]


def test_style_labels_joins_filter_and_place_stay(project, old, new):
    figures = table(project)
    layer = layers.boundary_layer(old, project)
    layer.renderer().symbol().setColor(QColor("#ff8800"))
    join(layer, figures, "kommunenummer", "nr")
    layer.setSubsetString("kommunenummer <> '0301'")
    labels = layer.labeling().settings().fieldName
    identity = layer.id()
    assert renewing.replace_data(project, identity, new) == old.path
    assert project.mapLayer(identity) is layer
    assert origins.place(layer) == (new.path, "kommune")
    assert isinstance(layer.renderer(), QgsSingleSymbolRenderer)
    assert layer.renderer().symbol().color().name() == "#ff8800"
    assert layer.labelsEnabled()
    assert layer.labeling().settings().fieldName == labels
    rows = sorted((f["kommunenummer"], f["j_value"]) for f in layer.getFeatures())
    assert rows == [("1508", 2), ("1580", 3)]
    assert origins.of(layer) == dataclasses.replace(new)
    assert "2026" in layer.metadata().title()


def test_a_layer_that_is_joined_to_it_sees_the_new_values(project, old, new):
    layer = layers.boundary_layer(old, project)
    figures = table(project)
    join(figures, layer, "nr", "kommunenummer")
    before = {f["nr"]: f["j_kommunenavn"] for f in figures.getFeatures()}
    assert before["1507"] == "Ålesund"
    renewing.replace_data(project, layer.id(), new)
    after = {f["nr"]: f["j_kommunenavn"] for f in figures.getFeatures()}
    assert (after["1580"], after["1508"]) == ("Haram", "Ålesund")
    assert not after["1507"]


def test_our_name_follows_the_year_and_the_users_own_stays(project, old, new):
    ours, theirs = layers.boundary_layer(old, project), layers.boundary_layer(old, project)
    theirs.setName("My areas")
    for layer in (ours, theirs):
        renewing.replace_data(project, layer.id(), new)
    assert (ours.name(), theirs.name()) == ("Kommuner 2026", "My areas")


def test_edits_elsewhere_are_not_touched_and_a_layer_in_edit_mode_is_left(project, old, new):
    layer, other = layers.boundary_layer(old, project), table(project)
    other.startEditing()
    other.changeAttributeValue(next(other.getFeatures()).id(), 1, 99)
    renewing.replace_data(project, layer.id(), new)
    assert other.isEditable()
    assert other.isModified()
    other.rollBack()
    layer.startEditing()
    with pytest.raises(LayerBusy):
        renewing.replace_data(project, layer.id(), old)
    assert origins.place(layer)[0] == new.path
    layer.rollBack()


def test_what_the_user_edited_is_not_lost_to_newer_boundaries(project, old, new):
    layer = layers.boundary_layer(as_made(old), project)
    oslo = next(layer.getFeatures())
    layer.startEditing()
    layer.changeAttributeValue(oslo.id(), layer.fields().indexFromName("kommunenavn"), "Kristiania")
    assert layer.commitChanges()
    with pytest.raises(OwnEdits):
        renewing.replace_data(project, layer.id(), new)
    assert origins.place(layer)[0] == old.path
    assert "Kristiania" in [feature["kommunenavn"] for feature in layer.getFeatures()]


def test_boundaries_that_were_only_looked_at_become_newer(project, old, new):
    layer = layers.boundary_layer(as_made(old), project)
    layer.startEditing()
    layer.commitChanges()
    renewing.replace_data(project, layer.id(), new)
    assert origins.place(layer)[0] == new.path


def test_a_file_that_cannot_be_read_leaves_the_layer_as_it_is(project, old, new):
    layer = layers.boundary_layer(old, project)
    new.path.write_bytes(b"no database")
    with pytest.raises(BadFile):
        renewing.replace_data(project, layer.id(), new)
    assert layer.isValid()
    assert origins.of(layer) == old


def test_a_layer_that_was_removed_meanwhile_is_told(project, old, new):
    layer = layers.boundary_layer(old, project)
    identity = layer.id()
    project.removeMapLayer(identity)
    with pytest.raises(LayerGone):
        renewing.replace_data(project, identity, new)


def test_a_filter_on_a_field_that_is_no_more_is_let_go(project, old, new):
    layer = layers.boundary_layer(old, project)
    layer.setSubsetString("kommunenavn = 'Oslo'")
    source = QgsVectorLayer("MultiPolygon?crs=EPSG:25833&field=kommunenummer:string", "kommune", "memory")
    feature = QgsFeature(source.fields())
    feature.setAttributes(["0301"])
    feature.setGeometry(QgsGeometry.fromWkt("MULTIPOLYGON(((0 0, 9 0, 9 9, 0 0)))"))
    source.dataProvider().addFeatures([feature])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "kommune"
    QgsVectorFileWriter.writeAsVectorFormatV3(source, str(new.path), QgsCoordinateTransformContext(), options)
    renewing.replace_data(project, layer.id(), new)
    assert layer.isValid()
    assert [f["kommunenummer"] for f in layer.getFeatures()] == ["0301"]


def test_from_geonorge_to_a_newer_layer_and_the_old_file_goes(tmp_path, project):
    with Standin(today=datetime.date(2026, 11, 21)) as standin:
        environment = {**standin.environment(), "KLASSKART_CACHE_DIR": str(tmp_path / "cache"), "KLASSKART_READ_TIMEOUT": "60"}
        services = open_services(Config.read(environment=environment))
        folder = services.config.cache_folder
        file = fetch(services, BoundaryRequest("fylke", ("03",)))
        layer = layers.boundary_layer(file, project)
        assert newer(services, origins.of(layer)) is None
        was = dataclasses.replace(file.sources[0], etag='"older"')  # as if it had been fetched before a change
        origins.note(layer, dataclasses.replace(file, sources=(was,)))
        fetch(services, BoundaryRequest("fylke", ("03",)), fresh=True)
        found = newer(services, origins.of(layer))
        former = renewing.replace_data(project, layer.id(), found)
        services.close()
    assert former == file.path
    assert layer.isValid()
    assert layer.featureCount() == 1
    assert cache_use.remove_unheld(folder, [former, found.path], cache_use.files_of(project, folder)) == [found.path]
    assert not former.exists()
    assert found.path.exists()
