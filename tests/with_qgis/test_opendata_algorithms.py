"""Open data in Processing, against the stand-in: tables of one kommune and of several."""

import datetime

import pytest
from conftest import ROOT
from klasskart.gis.provider import KlasskartProvider
from qgis.core import (
    NULL,
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEventLoop, QTimer
from standin import Standin

pytestmark = pytest.mark.usefixtures("qgis_app", "qgis_new_project", "registry")


@pytest.fixture(scope="module")
def standin():
    with Standin(today=datetime.date(2026, 10, 1)) as running:
        yield running


@pytest.fixture(scope="module")
def registry(qgis_app, standin, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        for variable, value in standin.environment().items():
            patch.setenv(variable, value)
        patch.setenv("KLASSKART_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        registry, provider = QgsApplication.processingRegistry(), KlasskartProvider()
        registry.addProvider(provider)
        yield registry
        registry.removeProvider(provider)


@pytest.fixture(autouse=True)
def whole(standin):
    standin.datanorge_limit.left = 20.0
    yield
    standin.heal()


class Told(QgsProcessingFeedback):
    def __init__(self):
        super().__init__(False)
        self.warnings = []

    def pushWarning(self, text):
        self.warnings.append(text)


def algorithm(name):
    return QgsApplication.processingRegistry().algorithmById(f"klasskart:{name}").create()


def context_of_project():
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context


def run(name, feedback=None, **parameters):
    context = context_of_project()
    given = {"OUTPUT": "TEMPORARY_OUTPUT", **parameters}
    results, ok = algorithm(name).run(given, context, feedback or Told(), {}, False)
    assert ok
    return context.takeResultLayer(results["OUTPUT"]) or QgsVectorLayer(results["OUTPUT"], "saved", "ogr")


def rows(layer, *names):
    return [tuple(None if value == NULL else value for value in map(row.attribute, names)) for row in layer.getFeatures()]


def test_one_row_for_each_data_set_with_the_catalogues_that_list_it():
    found = run("opendata", KOMMUNE="Fredrikstad")
    names = [field.name() for field in found.fields()]
    assert names[:9] == ["title", "publisher", "kommune", "catalogues", "kind", "url", "licence", "updated", "identifier"]
    assert rows(found, "title", "publisher", "kommune", "catalogues", "kind")[0] == (
        "Badeplasser", "Fredrikstad kommune", "3107", "geonorge,datanorge,hub", "arcgis",
    )  # fmt: skip


def test_only_what_can_be_mapped_comes_unless_all_is_asked_for():
    few = dict(rows(run("opendata", KOMMUNE="0301"), "title", "why_not"))
    every = dict(rows(run("opendata", KOMMUNE="0301", MAPPABLE_ONLY=False), "title", "why_not"))
    assert set(few.values()) == {None} and set(few) < set(every)
    assert every["Ledningsnett"] == "restricted" and every["Planinnsyn"] == "page"


def test_words_narrow_the_list():
    assert rows(run("opendata", KOMMUNE="0301", QUERY="TRAFIKK wms"), "title") == [("Trafikk WMS",)]


def test_a_kommune_without_data_is_an_empty_table():
    assert rows(run("opendata", KOMMUNE="Utsira"), "title") == []


def test_the_table_can_be_saved(tmp_path):
    path = str(tmp_path / "data.gpkg")
    assert len(rows(run("opendata", KOMMUNE="3107", OUTPUT=path), "title")) == 2


@pytest.mark.parametrize(("text", "words"), [("Atlantis", "no kommune Atlantis"), ("Herøy", "1515"), ("1507", "1508")])
def test_a_kommune_that_is_not_told_is_refused_in_words(text, words):
    with pytest.raises(QgsProcessingException, match=words):
        run("opendata", KOMMUNE=text)


def test_a_catalogue_that_is_down_is_named_and_the_rest_comes(standin):
    standin.break_next("/hub/", status=403, times=9)
    told = Told()
    found = run("opendata", told, KOMMUNE="3107")
    assert rows(found, "title", "catalogues") == [("Badeplasser", "geonorge,datanorge")]
    (warning,) = told.warnings
    assert "Fredrikstad" in warning and "/hub/fredrikstad" in warning


def test_the_table_of_the_ten_largest_keeps_nothing_apart_from_could_not_ask(standin):
    standin.break_next("/ckan/", status=403, times=99)
    found = run("opendatatable", (told := Told()))
    assert [field.name() for field in found.fields()] == ["kommune", "name", "geonorge", "datanorge", "ckan", "hub"]
    counts = {row[0]: row[1:] for row in rows(found, "name", "geonorge", "datanorge", "ckan", "hub")}
    assert len(counts) == 10
    assert counts["Oslo"] == (6, 4, 0, 1) and counts["Stavanger"] == (0, 1, None, 0) and counts["Bergen"] == (0, 0, 0, 0)
    assert len(told.warnings) == 3


def test_the_table_in_the_docs_is_todays():
    found = run("opendatatable")
    names = [field.name() for field in found.fields()]
    lines = ["| " + " | ".join(map(str, row)) + " |" for row in (names, *rows(found, *names))]
    page = (ROOT / "docs" / "open-data.md").read_text("utf-8")
    assert "\n".join([lines[0], "|" + " --- |" * len(names), *lines[1:]]) in page


def test_it_runs_in_a_thread_beside_the_desktop_as_well():
    context, told = context_of_project(), Told()
    made = algorithm("opendata")
    task = QgsProcessingAlgRunnerTask(made, {"KOMMUNE": "0301", "OUTPUT": "TEMPORARY_OUTPUT"}, context, told)
    ended = []
    loop = QEventLoop()
    task.executed.connect(lambda ok, results: (ended.append((ok, results)), loop.quit()))
    QTimer.singleShot(60000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    assert ended and ended[0][0]


def test_tables_are_mappable_only_with_coordinates_or_codes():
    found = run("opendata", KOMMUNE="Trondheim", MAPPABLE_ONLY=False)
    why = dict(rows(found, "title", "why_not"))
    assert [title for title, reason in why.items() if reason is None] == ["Bytrær", "Levekår", "Snuplasser"]
    assert why["Budsjett"] == "no_place"


def test_the_record_behind_an_entry_says_where_the_data_are():
    found = {row[0]: row[1:] for row in rows(run("opendata", KOMMUNE="0301"), "title", "catalogues", "kind", "url")}
    assert found["Turveier"] == ("geonorge,csw", "wms", "https://kart.oslo.kommune.no/wms/tur?")
