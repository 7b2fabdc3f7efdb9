"""The history in the dock: what each page writes down, and what can be done with it."""

import ast
import datetime
import shlex
import types

import pytest
from command_line import needs_program, runner
from fake_desk import on_screen, served_desk, wait_for
from klasskart.core.history import Deed
from klasskart.core.opendata import Dataset
from klasskart.core.recoding import Choices
from klasskart.gis.provider import KlasskartProvider
from klasskart.ui import deeds
from klasskart.ui.changes_asked import Wanted
from klasskart.ui.dock import KlasskartDock
from klasskart.ui.history_window import HistoryWindow
from klasskart.work.boundary_file import BoundaryRequest
from klasskart.work.history import History
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QApplication

JOIN = {"INPUT": "/tmp/a.gpkg|layername=a", "FIELD": "knr", "DATE": "2024-01-01", "PREFIX": "klass_"}


@pytest.fixture
def desk(qgis_app, standin, qgis_new_project, tmp_path):
    made = served_desk(standin, tmp_path / "cache", KLASSKART_TODAY="2026-11-21", KLASSKART_READ_TIMEOUT="120")
    made._history = History(tmp_path / "history.jsonl")
    yield made
    made.close()


@pytest.fixture
def dock(desk):
    with on_screen(KlasskartDock(desk), width=0) as made:
        yield made


@pytest.fixture
def provider(qgis_app, standin, tmp_path, monkeypatch):
    for variable, value in standin.environment().items():
        monkeypatch.setenv(variable, value)
    monkeypatch.setenv("KLASSKART_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("KLASSKART_TODAY", "2026-11-21")
    made = KlasskartProvider()
    QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider(made)


@pytest.fixture
def window(qgis_app, tmp_path):
    history = History(tmp_path / "history.jsonl")
    made = HistoryWindow(history, None)
    made.history = history
    yield made
    made.hide()
    made.deleteLater()


def page(dock, name):
    return next(one for one in dock.pages if one.objectName() == name)


def runs(provider, deed):
    """Run what the command for Python says, and give the layer."""
    call = ast.parse(deed.python).body[0].value
    name, parameters = (ast.literal_eval(argument) for argument in call.args)
    algorithm = provider.algorithm(name.partition(":")[2]).create()
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    ok, why = algorithm.checkParameterValues(parameters, context)
    assert ok, why
    results, _ = algorithm.run(parameters, context, QgsProcessingFeedback(), {}, False)
    return context.takeResultLayer(results["OUTPUT"])


def test_the_button_stands_beside_the_tabs_and_opens_one_window(dock):
    dock.history_button.click()
    first = dock._history
    assert first.isVisible() and not first.list.isVisible() and "Nothing" in first.empty.headline.text()
    assert not first.again.isEnabled() and not first.clear.isEnabled()
    first.close()
    dock.history_button.click()
    assert dock._history is first
    assert dock.history_button.accessibleName() == "History"


def test_boundaries_that_were_fetched_are_written_down_and_can_be_run_again(dock, desk, provider):
    page(dock, "KlasskartLayersPage").get(BoundaryRequest("kommune", ("0301",), 2024))
    wait_for(lambda: desk.history.deeds(), 60)
    deed = desk.history.deeds()[0]
    assert (deed.algorithm, deed.layer, deed.count) == ("boundaries", "Kommuner 2024 (0301)", 1)
    assert deed.parameters["VINTAGE"] == "2024" and deed.parameters["AREA"] == "0301"
    assert runs(provider, deed).featureCount() == 1


def test_codes_that_were_added_are_written_down_with_their_area(dock, desk, provider):
    desk.context.set_day(datetime.date(2024, 1, 1))
    desk.context.set_area(("46",))
    dock.open_page("KlasskartCodesPage")
    shown = page(dock, "KlasskartCodesPage")
    wait_for(lambda: shown.asked.listed is not None and shown.asked.listed.question.day.year == 2024, 60)
    shown.on_primary()
    wait_for(lambda: desk.history.deeds(), 60)
    deed = desk.history.deeds()[0]
    assert (deed.algorithm, deed.count) == ("codes", 43)
    assert deed.parameters["SELECT_CODES"] == "46*" and deed.parameters["DATE"] == "2024-01-01"
    assert runs(provider, deed).featureCount() == 43


def layer_of(*codes):
    layer = QgsVectorLayer("NoGeometry?field=knr:string", "Mine", "memory")
    features = []
    for code in codes:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([code])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_a_join_is_written_down_and_can_be_run_again(dock, desk, provider):
    layer = layer_of("0301", "1101", "9998")
    desk.context.set_day(datetime.date(2024, 1, 1))
    dock.open_page("KlasskartJoinPage", layer.id())
    shown = page(dock, "KlasskartJoinPage")
    wait_for(lambda: shown.prepared is not None, 60)
    shown.join()
    wait_for(lambda: desk.history.deeds(), 60)
    deed = desk.history.deeds()[0]
    assert (deed.algorithm, deed.count, deed.parameters["INPUT"]) == ("join", 2, "Mine")
    assert deed.in_memory and deed.parameters["LANGUAGE"] == "nb"
    joined = runs(provider, deed)
    assert {f["knr"]: f["klass_name"] for f in joined.getFeatures()}["1101"] == "Eigersund"


def test_changed_codes_are_written_down_and_can_be_run_again(dock, desk, provider):
    layer = layer_of("3001", "3002")
    desk.context.set_day(datetime.date(2024, 1, 1))
    dock.open_page("KlasskartJoinPage", (layer.id(), "change", "knr"))
    shown = page(dock, "KlasskartJoinPage")
    wait_for(lambda: shown.drills.change.is_open, 60)
    shown.drills.change.make()
    wait_for(lambda: desk.history.deeds(), 60)
    deed = desk.history.deeds()[0]
    assert (deed.algorithm, deed.count, deed.parameters["CLASSIFICATION"]) == ("recode", 2, "kommune")
    assert {f["new_code"] for f in runs(provider, deed).getFeatures()} == {"3101", "3103"}


def test_what_was_chosen_for_a_split_is_chosen_again(dock, desk, provider):
    layer = layer_of("1507", "3001")
    desk.context.set_day(datetime.date(2024, 1, 1))
    dock.open_page("KlasskartJoinPage", (layer.id(), "change", "knr"))
    drill = page(dock, "KlasskartJoinPage").drills.change
    wait_for(lambda: drill.is_open, 60)
    drill._panel.take(Choices({"1507": (("1580", 1.0),)}))
    drill.make()
    wait_for(lambda: desk.history.deeds(), 60)
    again = {f["knr"]: f["new_code"] for f in runs(provider, desk.history.deeds()[0]).getFeatures()}
    assert again == {"1507": "1580", "3001": "3101"}


def test_changes_that_were_added_are_written_down_and_can_be_run_again(dock, desk, provider):
    dock.open_page("KlasskartCodesPage")
    shown = page(dock, "KlasskartCodesPage")
    wait_for(lambda: shown.asked.listed is not None, 60)
    changes = shown.drills.changes
    changes.open()
    changes._ask(Wanted(131, datetime.date(2024, 1, 1), "nb", datetime.date(2023, 12, 31), datetime.date(2024, 1, 1)))
    wait_for(lambda: changes._found is not None and changes._found.rows, 60)
    changes.add_table()
    wait_for(lambda: desk.history.deeds(), 60)
    deed = desk.history.deeds()[0]
    assert (deed.algorithm, deed.parameters["CLASSIFICATION"]) == ("changes", "131")
    assert deed.parameters["FROM_DATE"] == "2023-12-31" and deed.parameters["TO_DATE"] == "2024-01-01"
    assert runs(provider, deed).featureCount() == deed.count > 100


def test_open_data_is_written_down_and_found_again_by_its_title(desk):
    dataset = Dataset("Sykkelruter", ("hub",), publisher="Oslo kommune")
    layer = QgsVectorLayer("Point", "Sykkelruter", "memory")
    deeds.open_data_added(desk, "0301", dataset, [layer])
    deed = desk.history.deeds()[0]
    assert (deed.algorithm, dict(deed.parameters), deed.count) == ("opendata", {"KOMMUNE": "0301", "QUERY": "Sykkelruter"}, 1)


def test_passwords_are_not_written_down(qgis_app):
    source = "dbname='/nowhere.sqlite' user='kari' password='hemmelig' table=\"b\""
    place = deeds._place(QgsVectorLayer(source, "b", "spatialite"))
    assert place.startswith("spatialite://") and "kari" in place and "hemmelig" not in place


@needs_program
def test_the_command_for_a_terminal_really_runs(dock, desk, provider, standin, tmp_path):
    """As it was copied, blanks and æøå in the path of the layer and all."""
    path = tmp_path / "mine tall på kart.csv"
    path.write_text("knr,folk\n1507,66670\n3001,31177\n", "utf-8")
    layer = QgsVectorLayer(str(path), "Tall", "ogr")
    QgsProject.instance().addMapLayer(layer)
    desk.context.set_day(datetime.date(2024, 1, 1))
    dock.open_page("KlasskartJoinPage", (layer.id(), "change", "knr"))
    drill = page(dock, "KlasskartJoinPage").drills.change
    wait_for(lambda: drill.is_open, 60)
    drill._panel.take(Choices({"1507": (("1580", 1.0),)}))
    drill.make()
    wait_for(lambda: desk.history.deeds(), 60)
    program, *arguments = shlex.split(desk.history.deeds()[0].command)
    assert program == "qgis_process"
    runner(standin, tmp_path / "terminal")(*arguments)
    made = QgsVectorLayer(str(tmp_path / "terminal" / "recode.gpkg"), "made", "ogr")
    assert {f["knr"]: f["new_code"] for f in made.getFeatures()} == {"1507": "1580", "3001": "3101"}


def test_a_profile_that_can_not_be_written_stops_nothing(dock, desk, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    desk._history = History(tmp_path / "file" / "history.jsonl")
    page(dock, "KlasskartLayersPage").get(BoundaryRequest("kommune", ("0301",), 2024))
    wait_for(lambda: QgsProject.instance().mapLayers(), 60)
    wait_for(lambda: not desk.jobs.busy)
    assert [note.kind for note in page(dock, "KlasskartLayersPage").notes.notes()] == ["success"]


def test_the_list_says_what_on_which_layer_and_when(window):
    window.history.add("boundaries", {"UNIT": "kommune"}, "Kommuner 2024", 357)
    window.history.add("join", JOIN, "a", 242)
    window.show_now()
    rows = [[window.list.topLevelItem(row).text(column) for column in (0, 1)] for row in range(2)]
    assert rows == [["242 feature(s) joined", "a"], ["357 boundaries fetched", "Kommuner 2024"]]
    today = datetime.date.today()
    assert window.list.topLevelItem(0).text(2).startswith(f"{today.day}.{today.month}.{today.year} ")
    assert window.chosen.algorithm == "join", "the newest is chosen"


def test_where_there_is_little_room_the_moment_stands_in_the_tooltip(window):
    window.history.add("join", JOIN, "Kommuner 2024", 242)
    window.show_now()
    assert not window.list.isColumnHidden(2)
    window.resize(280, 300)
    wait_for(lambda: window.list.isColumnHidden(2))
    assert window.width() == 280, "nothing in it needs more"
    assert window.list.topLevelItem(0).text(2) in window.list.topLevelItem(0).toolTip(1)
    window.resize(600, 300)
    wait_for(lambda: not window.list.isColumnHidden(2))


def test_commands_are_copied(window):
    window.history.add("join", JOIN, "a", 242)
    window.show_now()
    window.python.click()
    assert QApplication.clipboard().text().startswith("processing.run('klasskart:join', {'INPUT': '/tmp/a.gpkg|layername=a'")
    assert window.told.text() == "Copied: 242 feature(s) joined"
    window.command.click()
    assert QApplication.clipboard().text().startswith("qgis_process run klasskart:join '--INPUT=/tmp/a.gpkg|layername=a'")


def test_the_keyboard_copies_too_and_what_was_told_goes_with_another_row(window):
    window.history.add("codes", {"CLASSIFICATION": "131"}, "Kommuner", 1)
    window.history.add("join", JOIN, "a", 242)
    window.show_now()
    window._copying.activated.emit()
    assert QApplication.clipboard().text().startswith("processing.run('klasskart:join'")
    assert window.told.isVisible()
    window.list.setCurrentItem(window.list.topLevelItem(1))
    assert not window.told.isVisible() and window.list.currentItem().text(0) == "1 code(s) fetched"


def test_what_a_terminal_can_not_find_is_not_offered_to_it(window):
    window.history.add("join", {**JOIN, "INPUT": "Mine"}, "Mine", 3, in_memory=True)
    window.show_now()
    assert window.python.isEnabled() and not window.command.isEnabled()
    assert "Mine" in window.command.toolTip() and "memory" in window.command.toolTip()


def test_do_again_opens_the_algorithm_with_what_was_given(window, monkeypatch):
    opened = []
    dialog = types.SimpleNamespace(show=lambda: opened.append("shown"))
    made = lambda name, given: opened.append((name, given)) or dialog  # noqa: E731
    monkeypatch.setattr(processing, "createAlgorithmDialog", made, raising=False)
    window.history.add("join", JOIN, "a", 242)
    window.show_now()
    window.again.click()
    assert opened == [("klasskart:join", JOIN), "shown"]


def test_without_processing_it_says_what_to_do(window, monkeypatch):
    monkeypatch.delattr(processing, "createAlgorithmDialog", raising=False)
    window.history.add("join", JOIN, "a", 242)
    window.show_now()
    window.again.click()
    assert "Processing" in window.told.text()


def test_the_list_can_be_cleared(window):
    window.history.add("join", JOIN, "a", 242)
    window.show_now()
    window.clear.click()
    assert window.history.deeds() == [] and window.list.topLevelItemCount() == 0 and not window.python.isEnabled()


def test_what_another_version_wrote_is_shown_as_it_is(window):
    window._history = types.SimpleNamespace(deeds=lambda: [Deed("yesterday", "later", {}, "a", 1)])
    window.show_now()
    item = window.list.topLevelItem(0)
    assert [item.text(column) for column in range(3)] == ["klasskart:later", "a", "yesterday"]
