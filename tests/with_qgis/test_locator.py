"""Places in QGIS's locator: what is found at each key, and what Enter and the second action do."""

import datetime
import types

import pytest
from fake_desk import served_desk, wait_for
from klasskart.gis import locator, locator_results
from klasskart.ui.found_units import FoundUnits
from klasskart.work import change_graph, registers
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsLocator,
    QgsLocatorContext,
    QgsLocatorResult,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsHighlight, QgsMapCanvas, QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QApplication, QPushButton

TODAY = datetime.date(2026, 11, 21)
ALL = (131, 104, 103, 1)


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("KLASSKART_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("KLASSKART_TODAY", TODAY.isoformat())


@pytest.fixture
def acted():
    return []


@pytest.fixture
def search(qgis_app, acted):
    """The locator of QGIS with our filter; gives copies of the results of a text."""
    owner, results = QgsLocator(), []
    owner.registerFilter(locator.UnitFilter(lambda wish, values: acted.append((wish, values))))
    owner.foundResult.connect(lambda result: results.append(QgsLocatorResult(result)))

    def find(text):
        results.clear()
        owner.fetchResults(text, QgsLocatorContext())
        wait_for(lambda: not owner.isRunning())
        return list(results)

    find.owner = owner
    yield find
    owner.deleteLater()


@pytest.fixture
def iface(qgis_app):
    canvas, bar, searched = QgsMapCanvas(), QgsMessageBar(), []
    canvas.resize(400, 400)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    canvas.show()
    bar.show()
    made = types.SimpleNamespace(mapCanvas=lambda: canvas, messageBar=lambda: bar, activeLayer=lambda: None, searched=searched)
    made.locatorSearch = searched.append
    yield made
    canvas.hide()
    bar.hide()
    bar.deleteLater()
    canvas.deleteLater()
    QCoreApplication.processEvents()


@pytest.fixture
def desk(iface, standin, tmp_path, qgis_new_project):
    made = served_desk(standin, tmp_path / "cache", KLASSKART_TODAY=TODAY.isoformat(), KLASSKART_READ_TIMEOUT="120")
    made.iface = iface
    yield made
    made.close()
    sip.delete(made)


@pytest.fixture
def units(desk):
    opened = []
    made = FoundUnits(desk, lambda page, subject: opened.append((page, subject)))
    made.opened = opened
    yield made
    made.close()
    sip.delete(made)


def keep(services, *numbers):
    for number in numbers:
        registers.codes(services, number, TODAY)


def words(iface):
    item = iface.messageBar().currentItem()
    return item.text() if item else ""


def press(iface, name):
    item = iface.messageBar().currentItem()
    next(button for button in item.findChildren(QPushButton) if button.text() == name).click()


def marks(iface):
    return [item for item in iface.mapCanvas().scene().items() if isinstance(item, QgsHighlight)]


# --- finding ----------------------------------------------------------------------------------


def test_the_two_herøys_differ_in_fylke_and_a_grunnkrets_says_where_it_lies(services, search):
    keep(services, *ALL)
    found = {result.displayString: result.description for result in search("kls herøy")}
    assert found["1515 Herøy (Møre og Romsdal)"] == "Kommune, Møre og Romsdal"
    assert found["1818 Herøy (Nordland)"].startswith("Kommune, Nordland")
    krets = search("kls 03010101")[0]
    assert krets.description == "Grunnkrets, Oslo - Oslove"
    assert not krets.icon.isNull()
    assert [action.text for action in krets.actions] == ["Copy 03010101"]


def test_the_best_stands_first(services, search):
    keep(services, *ALL)
    scores = [result.score for result in search("kls oslo")]
    assert scores == sorted(scores, reverse=True) and len(set(scores)) == len(scores)
    assert search("kls oslo")[0].displayString == "0301 Oslo - Oslove"


def test_only_with_the_prefix_and_nothing_is_asked(services, search, standin):
    keep(services, *ALL)
    standin.requests.clear()
    assert search("oslo") == []
    for text in ("kls ", "kls o", "kls os", "kls oslo"):
        search(text)
    assert standin.requests == []


def test_without_registers_one_line_says_how_to_get_them(search, acted):
    found = search("kls majorstuen")
    assert [result.displayString for result in found] == [
        "Get the codes of kommuner, fylker, bydeler, grunnkretser from SSB, former ones too, to find them here"
    ]
    found[0].filter.triggerResult(found[0])
    assert acted == [("fetch", ["majorstuen", "131", "104", "103", "1"])]
    assert [result.displayString for result in search("kls herøy")][:2] == ["1515 Herøy", "1818 Herøy"], "they come with us"


def test_what_was_just_fetched_is_found_at_the_next_key(services, search):
    assert len(search("kls majorst")) == 1
    keep(services, *ALL)
    assert search("kls majorstu")[0].displayString == "03010900 Majorstuen"


def test_a_former_kommune_leads_to_its_lineage(services, search, acted):
    keep(services, *ALL)
    change_graph.lives(services, 131)
    result = search("kls 1507")[0]
    assert (result.displayString, result.description) == ("1507 Ålesund", "Kommune until 31.12.2023: show its lineage")
    result.filter.triggerResult(result)
    assert acted == [("life", ["kommune", "1507", "2023-12-31"])]
    result.filter.triggerResultFromAction(result, locator.COPY)
    assert acted[1] == ("copy", ["kommune", "1507", "2023-12-31"])


def test_many_searches_leave_no_clones(services, search):
    keep(services, 131, 104)
    made = []
    first = locator.UnitFilter.__init__

    def count(self, act):
        first(self, act)
        made.append(self.destroyed.connect(lambda: made.pop()))

    locator.UnitFilter.__init__ = count
    try:
        for number in range(50):
            search(f"kls {number:02d}")
    finally:
        locator.UnitFilter.__init__ = first
    QCoreApplication.processEvents()
    assert made == []


def test_a_register_that_changes_while_it_is_read_harms_nothing(services, search):
    keep(services, 131)
    for _ in range(5):
        registers.codes(services, 131, TODAY, fresh=True)
        locator_results._UNITS.load()
        assert search("kls oslo")[0].displayString == "0301 Oslo - Oslove"


# --- acting -----------------------------------------------------------------------------------


def layer_of(field, *codes, crs="EPSG:25833", more=""):
    layer = QgsVectorLayer(f"Polygon?crs={crs}&field={field}:string{more}", field, "memory")
    features = []
    for number, code in enumerate(codes):
        feature = QgsFeature(layer.fields())
        feature.setAttribute(field, code)
        west = 100000 + 200000 * number
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, 6600000, west + 1000, 6601000)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_enter_zooms_to_the_unit_in_a_layer_that_has_it(units, desk, iface, standin):
    layer_of("kommunenummer", "9998", "0301", more="&field=grunnkretsnummer:string")  # grunnkretser: not it
    layer_of("Kommunenummer", "1515", "0301")
    units.act("show", ["kommune", "0301", "0301 Oslo"])
    wait_for(lambda: not desk.jobs.busy)
    assert iface.mapCanvas().extent().contains(QgsRectangle(300000, 6600000, 301000, 6601000))
    assert iface.mapCanvas().extent().width() < 3000
    assert standin.requests == [] and words(iface) == ""


def test_where_no_layer_has_it_the_boundary_is_fetched_and_shown_until_the_strip_is_closed(units, desk, iface):
    units.act("show", ["kommune", "0301", "0301 Oslo"])
    wait_for(lambda: "Getting the boundary of 0301 Oslo" in words(iface))
    wait_for(lambda: not desk.jobs.busy, 60)
    assert "0301 Oslo: boundary of 2026, © Kartverket." in words(iface)
    assert marks(iface) and QgsProject.instance().mapLayers() == {}
    assert len(iface.messageBar().items()) == 1, "what was said before is gone"
    iface.messageBar().popWidget()
    wait_for(lambda: not marks(iface))


def test_the_boundary_is_told_in_front_of_what_qgis_says_about_jobs(units, desk, iface):
    units.act("show", ["kommune", "0301", "0301 Oslo"])
    wait_for(lambda: not desk.jobs.busy, 60)
    wait_for(lambda: marks(iface))
    iface.messageBar().pushMessage("Task complete", "Getting the boundary of 0301 Oslo …")
    wait_for(lambda: "boundary of 2026" in words(iface))
    assert marks(iface), "it is shown as long as it is told"


def test_the_boundary_becomes_a_layer_on_request(units, desk, iface):
    units.act("show", ["grunnkrets", "03010101", "03010101 Sentrum"])
    wait_for(lambda: not desk.jobs.busy, 60)
    wait_for(lambda: marks(iface))
    press(iface, "Add as a Layer")
    layers = list(QgsProject.instance().mapLayers().values())
    assert [layer.name() for layer in layers] == ["Grunnkretser 2026 (0301)"]
    assert marks(iface) == []
    units.act("show", ["grunnkrets", "03010101", "03010101 Sentrum"])
    wait_for(lambda: not desk.jobs.busy)
    assert marks(iface) == [], "now there is a layer that has it"


def test_a_unit_that_geonorge_does_not_have_is_told_above_the_map(units, desk, iface):
    units.act("show", ["kommune", "9998", "9998 Ingensteds"])
    wait_for(lambda: not desk.jobs.busy, 60)
    assert "9998" in words(iface) and marks(iface) == []


def test_fetching_can_be_stopped(units, desk, iface):
    units.act("show", ["kommune", "0301", "0301 Oslo"])
    wait_for(lambda: "Getting the boundary" in words(iface))
    press(iface, "Cancel")
    wait_for(lambda: not desk.jobs.busy)
    assert "Stopped" in words(iface) and marks(iface) == []


def test_missing_registers_are_fetched_and_the_search_goes_on(units, desk, iface, search):
    units.act("fetch", ["majorst", "131", "104", "103", "1"])
    wait_for(lambda: iface.searched, 60)
    assert iface.searched == ["kls majorst"] and words(iface) == ""
    assert search(iface.searched[0])[0].displayString == "03010900 Majorstuen"


def test_the_second_action_copies_the_code(units, iface):
    units.act("copy", ["kommune", "0301", "0301 Oslo"])
    assert QApplication.clipboard().text() == "0301"
    assert words(iface) == "0301 is copied."


def test_the_life_of_a_former_kommune_opens_in_the_dock(units):
    units.act("life", ["kommune", "1507", "2023-12-31"])
    assert units.opened == [("KlasskartCodesPage", (131, "1507", datetime.date(2023, 12, 31)))]


def test_a_project_that_is_closed_takes_the_outline_with_it(units, desk, iface):
    units.act("show", ["kommune", "0301", "0301 Oslo"])
    wait_for(lambda: not desk.jobs.busy, 60)
    wait_for(lambda: marks(iface))
    QgsProject.instance().clear()
    assert marks(iface) == []
    assert QgsApplication.taskManager().countActiveTasks() == 0
