"""What lies in the cache is kept with the project: a colleague who gets the folder can open it."""

import pathlib
import shutil
import types

import pytest
from fake_desk import make_desk, on_screen, wait_for
from klasskart.clients.wms import WmsService
from klasskart.core.errors import BadFile, Cancelled, LayerBusy
from klasskart.core.feedback import Feedback
from klasskart.gis import keeping
from klasskart.gis.jobs import Jobs
from klasskart.ui.layers_page import LayersPage
from klasskart.work.keep_file import Copy, copy_layers, table_name, tables_in
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt.QtGui import QColor

pytestmark = pytest.mark.usefixtures("qgis_app", "qgis_new_project")


@pytest.fixture
def project():
    return QgsProject.instance()


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


def stored(folder, name, layer_name, fields, *rows, shape=""):
    path = folder / f"{name}.gpkg"
    path.parent.mkdir(parents=True, exist_ok=True)
    made = QgsVectorLayer(f"{'MultiPolygon?crs=EPSG:25833&' if shape else 'NoGeometry?'}{fields}", layer_name, "memory")
    features = []
    for row in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(list(row))
        if shape:
            feature.setGeometry(QgsGeometry.fromWkt(shape))
        features.append(feature)
    made.dataProvider().addFeatures(features)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = layer_name
    QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), QgsCoordinateTransformContext(), options)
    return path


@pytest.fixture
def areas(cache):
    shape = "MULTIPOLYGON(((0 0, 9 0, 9 9, 0 0)))"
    return stored(cache / "boundaries", "kommune", "kommune", "field=kommunenummer:string", ["0301"], ["4601"], shape=shape)


@pytest.fixture
def codes(cache):
    return stored(
        cache / "tables", "codes", "codes", "field=code:string&field=name:string", ["0301", "Oslo"], ["4601", "Bergen"]
    )


def shown(project, path, layer_name, title):
    return project.addMapLayer(QgsVectorLayer(f"{path}|layername={layer_name}", title, "ogr"))


def joined(layer, table):
    info = QgsVectorLayerJoinInfo()
    info.setJoinLayer(table)
    info.setTargetFieldName("kommunenummer")
    info.setJoinFieldName("code")
    info.setPrefix("k_")
    assert layer.addJoin(info)


def kept(project, cache, layer_ids=None):
    made = keeping.plan(keeping.in_cache(project, cache, layer_ids), keeping.target_of(project))
    copy_layers(made.copies, made.target)
    return keeping.show_copies(project, made)


def test_a_project_that_moved_with_its_file_opens_with_layers_joins_and_filters(project, cache, areas, codes, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    project.write(str(home / "map.qgz"))
    layer, table = shown(project, areas, "kommune", "Kommuner 2026"), shown(project, codes, "codes", "Codes")
    joined(layer, table)
    layer.setSubsetString("kommunenummer <> '4601'")
    assert sorted(kept(project, cache)) == sorted([areas, codes])
    assert layer.subsetString() == "kommunenummer <> '4601'"
    project.write()
    project.clear()
    shutil.move(str(home), str(tmp_path / "colleague"))
    shutil.rmtree(cache)
    assert project.read(str(tmp_path / "colleague" / "map.qgz"))
    assert len(project.mapLayers()) == 2
    assert all(one.isValid() for one in project.mapLayers().values())
    (opened,) = [one for one in project.mapLayers().values() if one.isSpatial()]
    assert str(tmp_path / "colleague") in opened.source()
    assert [(f["kommunenummer"], f["k_name"]) for f in opened.getFeatures()] == [("0301", "Oslo")]


def test_paths_are_relative_even_in_a_project_that_had_absolute_ones(project, cache, areas, tmp_path):
    project.writeEntryBool("Paths", "/Absolute", True)
    project.write(str(tmp_path / "map.qgs"))
    shown(project, areas, "kommune", "Kommuner")
    kept(project, cache)
    project.write()
    assert "./map_klasskart.gpkg|layername=kommuner" in (tmp_path / "map.qgs").read_text("utf-8")


def test_one_layer_takes_the_tables_joined_to_it_along_and_no_other(project, cache, areas, codes, tmp_path):
    layer, table = shown(project, areas, "kommune", "Kommuner"), shown(project, codes, "codes", "Codes")
    other = shown(project, areas, "kommune", "Other")
    joined(layer, table)
    found = keeping.in_cache(project, cache, [layer.id()])
    assert [one.id() for one in found] == [layer.id(), table.id()]
    assert other.id() not in [one.id() for one in found]


def test_layers_of_one_source_share_one_table(project, cache, areas, tmp_path):
    project.write(str(tmp_path / "map.qgz"))
    shown(project, areas, "kommune", "Kommuner")
    shown(project, areas, "kommune", "The same")
    kept(project, cache)
    assert tables_in(tmp_path / "map_klasskart.gpkg") == {"kommuner", "layer_styles"}


def test_a_colleague_who_opens_the_file_sees_the_colours_of_the_project(project, cache, areas, codes, tmp_path):
    project.write(str(tmp_path / "map.qgz"))
    layer = shown(project, areas, "kommune", "Kommuner")
    layer.renderer().symbol().setColor(QColor("#123456"))
    kept(project, cache)
    opened = QgsVectorLayer(f"{tmp_path / 'map_klasskart.gpkg'}|layername=kommuner", "x", "ogr")
    assert opened.renderer().symbol().color().name() == "#123456"


def test_what_was_kept_before_stays_when_more_comes(project, cache, areas, codes, tmp_path):
    project.write(str(tmp_path / "map.qgz"))
    first = shown(project, areas, "kommune", "Kommuner")
    kept(project, cache)
    second = shown(project, stored(cache / "boundaries", "b", "kommune", "field=a:string", ["x"]), "kommune", "Kommuner")
    kept(project, cache)
    assert tables_in(tmp_path / "map_klasskart.gpkg") == {"kommuner", "kommuner_2", "layer_styles"}
    assert [first.featureCount(), second.featureCount()] == [2, 1]


def test_what_does_not_lie_in_the_cache_is_left_where_it_is(project, cache, tmp_path):
    shown(project, stored(tmp_path, "mine", "mine", "field=a:string", ["x"]), "mine", "Mine")
    project.addMapLayer(QgsVectorLayer("Point", "memory", "memory"))
    assert keeping.in_cache(project, cache) == []


def test_a_layer_in_edit_mode_is_told(project, cache, areas, tmp_path):
    layer = shown(project, areas, "kommune", "Kommuner")
    layer.startEditing()
    with pytest.raises(LayerBusy):
        keeping.plan([layer], tmp_path / "x.gpkg")
    layer.rollBack()


@pytest.mark.parametrize("there_before", [False, True])
def test_a_failure_or_cancel_leaves_the_file_as_it_was(areas, codes, tmp_path, there_before):
    target = tmp_path / "x.gpkg"
    if there_before:
        copy_layers([Copy(codes, "codes", "codes")], target)
    with pytest.raises(Cancelled):
        copy_layers([Copy(areas, "kommune", "kommune")], target, Feedback(is_cancelled=lambda: True))
    with pytest.raises(BadFile):
        copy_layers([Copy(areas, "kommune", "kommune"), Copy(pathlib.Path(__file__), "a", "b")], target)
    assert tables_in(target) == ({"codes"} if there_before else set())
    assert target.exists() is there_before


@pytest.mark.parametrize(
    ("title", "name"),
    [("Kommuner 2026 (0301, 32)", "kommuner_2026_0301_32"), ("  ", "layer"), ("Bærum/Ås", "bærum_ås"), ("x" * 99, "x" * 60)],
)
def test_tables_are_named_as_their_layers(title, name):
    assert table_name(title, ()) == name
    assert table_name(title, {name, f"{name}_2"}) == f"{name}_3"


# --- on the Map page ------------------------------------------------------------------------


@pytest.fixture
def page(qgis_app, qgis_new_project, tmp_path):
    desk = make_desk(tmp_path, Jobs())
    desk.fakes.wms = types.SimpleNamespace(
        administrative="https://wms.geonorge.no", capabilities=lambda address, feedback: WmsService(address, "Maps", "1.3.0")
    )
    with on_screen(LayersPage(desk), width=0) as made:
        yield made
    desk.close()


def test_the_button_keeps_all_and_the_note_saves_the_project(page, project, tmp_path_factory):
    folder = page.desk.config.cache_folder
    project.write(str(tmp_path_factory.mktemp("home") / "map.qgz"))
    assert not page.keep_button.isEnabled()
    path = stored(folder / "boundaries", "k", "kommune", "field=kommunenummer:string", ["0301"])
    shown(project, path, "kommune", "Kommuner")
    page.keep_button.click()
    wait_for(lambda: page.notes.notes())
    (note,) = page.notes.notes()
    assert (note.kind, "map_klasskart.gpkg" in note.text) == ("success", True)
    note.actions[0].run()
    assert not project.isDirty()
    wait_for(lambda: not path.exists())
    assert not page.keep_button.isEnabled()


def test_an_unsaved_project_is_to_be_saved_first(page, project):
    folder = page.desk.config.cache_folder
    shown(project, stored(folder / "boundaries", "k", "kommune", "field=a:string", ["x"]), "kommune", "Kommuner")
    page.keep_button.click()
    (note,) = page.notes.notes()
    assert "Save the project" in note.text
    assert page.keep_button.isEnabled()
