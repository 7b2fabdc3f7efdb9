"""A clean-up of the cache never takes what an open project, another window or a saved project uses."""

import json
import shutil

import pytest
from klasskart.gis import cache_use
from klasskart.gis.cache_use import Window, held, note_saved, remove_unheld
from qgis.core import QgsCoordinateTransformContext, QgsProject, QgsVectorFileWriter, QgsVectorLayer
from qgis.PyQt.QtCore import QLockFile

pytestmark = pytest.mark.usefixtures("qgis_app", "qgis_new_project")


@pytest.fixture
def project():
    return QgsProject.instance()


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


@pytest.fixture
def window(project, cache):
    made = Window(project, cache)
    yield made
    made.close()


def stored(cache, name="a"):
    path = cache / "boundaries" / f"{name}.gpkg"
    path.parent.mkdir(parents=True, exist_ok=True)
    layer = QgsVectorLayer("Point?crs=EPSG:25833&field=kommunenummer:string", "kommune", "memory")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "kommune"
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    return path


def shown(project, path):
    return project.addMapLayer(QgsVectorLayer(f"{path}|layername=kommune", path.stem, "ogr"))


def test_files_of_the_open_project_are_held(project, cache, window, tmp_path):
    path, other = stored(cache), stored(cache, "b")
    shown(project, path)
    shown(project, stored(tmp_path, "elsewhere"))
    assert window.files() == {path}
    assert held(cache, window.files(), window.token) == {path}
    assert remove_unheld(cache, [path, other], window.files(), window.token) == [path]
    assert path.exists()
    assert not other.exists()


def test_nothing_outside_the_cache_is_ever_removed(project, cache, tmp_path):
    mine = stored(tmp_path, "mine")
    assert remove_unheld(cache, [mine], set()) == []
    assert mine.exists()


def test_a_window_that_lives_holds_its_files_for_the_others(project, cache, window):
    path = stored(cache)
    shown(project, path)
    assert held(cache, set(), "another window") == {path}
    window.close()
    assert held(cache, set(), "another window") == set()
    assert not list((cache / "windows").glob("*.json"))


def test_a_window_that_crashed_holds_nothing(cache):
    path = stored(cache)
    (cache / "windows").mkdir()
    (cache / "windows" / "dead.json").write_text(json.dumps([path.name]))
    assert held(cache, set()) == set()
    assert not (cache / "windows" / "dead.json").exists()


def test_a_window_whose_list_can_not_be_read_is_no_fault(cache):
    stored(cache)
    (cache / "windows").mkdir()
    (cache / "windows" / "odd.json").write_text("{")
    lock = QLockFile(str(cache / "windows" / "odd.lock"))
    assert lock.tryLock(0)
    assert held(cache, set()) == set()
    lock.unlock()


def test_without_layers_of_the_cache_a_window_writes_nothing(project, cache, window, tmp_path):
    shown(project, stored(tmp_path, "elsewhere"))
    assert not cache.exists()


@pytest.mark.parametrize("ending", ["qgz", "qgs"])
def test_a_saved_project_holds_its_files_after_it_is_closed(project, cache, tmp_path, ending):
    path = stored(cache)
    layer = shown(project, path)
    project.write(str(tmp_path / f"mine.{ending}"))
    note_saved(project, cache)
    project.clear()
    assert held(cache, set()) == {path}
    # Saved again without the layer, from wherever: the project's own text decides.
    project.read(str(tmp_path / f"mine.{ending}"))
    project.removeMapLayer(next(iter(project.mapLayers())))
    project.write()
    assert held(cache, set()) == set()
    del layer


def test_a_project_that_is_deleted_holds_nothing_any_more(project, cache, tmp_path):
    path = stored(cache)
    shown(project, path)
    project.write(str(tmp_path / "projects.qgz"))
    note_saved(project, cache)
    project.clear()
    (tmp_path / "projects.qgz").unlink()
    assert held(cache, set()) == set()
    assert not list((cache / "projects").iterdir())


def test_a_project_on_a_disk_that_is_away_still_holds_its_files(project, cache, tmp_path):
    path = stored(cache)
    shown(project, path)
    (tmp_path / "disk").mkdir()
    project.write(str(tmp_path / "disk" / "mine.qgz"))
    note_saved(project, cache)
    project.clear()
    shutil.rmtree(tmp_path / "disk")
    assert held(cache, set()) == {path}


def test_a_project_without_layers_of_the_cache_is_not_noted(project, cache, tmp_path):
    project.write(str(tmp_path / "mine.qgz"))
    note_saved(project, cache)
    assert not cache.exists()


def test_an_unsaved_project_is_not_noted(project, cache):
    shown(project, stored(cache))
    note_saved(project, cache)
    assert not (cache / "projects").exists()


def test_layers_of_other_kinds_are_no_files_of_the_cache(project, cache):
    project.addMapLayer(QgsVectorLayer("Point", "memory", "memory"))
    assert cache_use.files_of(project, cache) == set()
