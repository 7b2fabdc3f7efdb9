"""Klasskart in the browser panel: a tree that asks nothing while it is looked at, and jobs for what goes to the map."""

import gc
import json
import types

import pytest
from fake_desk import served_desk, wait_for
from klasskart.core import favourites
from klasskart.core.favourites import Favourite
from klasskart.gis import browser_contents
from klasskart.gis.browser import KEY, Browser, DropHandler
from klasskart.gis.browser_contents import wish
from klasskart.gis.settings import Settings
from klasskart.ui.browsed import Browsed
from klasskart.work.cache import Cache
from qgis.core import QgsApplication, QgsMimeDataUtils, QgsProject, QgsSettings
from qgis.gui import QgsBrowserGuiModel, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QMimeData
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QPushButton, QWidget

pytestmark = pytest.mark.usefixtures("qgis_iface", "qgis_new_project")

DEFERRED = getattr(QEvent.Type.DeferredDelete, "value", QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def own_settings():
    for key in ("klasskart/map/favourites", "klasskart/browser/years"):
        QgsSettings().remove(key)
    yield
    for key in ("klasskart/map/favourites", "klasskart/browser/years"):
        QgsSettings().remove(key)


@pytest.fixture
def wishes():
    return []


@pytest.fixture
def browser(wishes):
    made = Browser(QIcon(), wishes.append)
    registry = QgsApplication.dataItemProviderRegistry()
    registry.addProvider(made)
    yield made
    registry.removeProvider(made)


@pytest.fixture
def model(browser):
    made = QgsBrowserGuiModel()
    made.initialize()
    yield made
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, DEFERRED)


def item(model, *words):
    """Open folder after folder by what stands on them; give the item."""
    index = next(model.index(row, 0) for row in range(model.rowCount()) if named(model, model.index(row, 0)) == "Klasskart")
    for word in words:
        opened(model, index)
        rows = [model.index(row, 0, index) for row in range(model.rowCount(index))]
        index = next(one for one in rows if named(model, one) == word)
    return index


def opened(model, index):
    if model.canFetchMore(index):
        model.fetchMore(index)


def named(model, index):
    return model.data(index)


def below(model, *words):
    index = item(model, *words)
    opened(model, index)
    rows = [model.index(row, 0, index) for row in range(model.rowCount(index))]
    return [named(model, row) for row in sorted(rows, key=lambda row: model.dataItem(row).sortKey())]  # as the panel does


# --- the tree -----------------------------------------------------------------------------------


def test_the_tree_holds_map_services_boundaries_and_favourites_and_asks_nothing(model, wishes):
    assert below(model) == ["Map Services", "Boundaries", "Favourites"]
    assert "Background maps (Kartverket)" in below(model, "Map Services")
    units = below(model, "Boundaries")
    assert units[:3] == ["Kommuner", "Fylker", "Grunnkretser"] and len(units) == 7
    assert below(model, "Favourites") == []
    assert wishes == []


def test_a_unit_has_this_year_and_the_years_that_were_told_of(model, monkeypatch):
    monkeypatch.setenv("KLASSKART_TODAY", "2026-11-21")
    assert below(model, "Boundaries", "Kommuner") == ["2026", "Find Other Years"]
    Settings().set("browser/years", f"{browser_contents.UNITS['kommune'].dataset.uuid} 2020 2024 2027")
    model.refresh(f"{browser_contents.BOUNDARIES}/kommune")
    years = ["2027 (not yet valid)", "2026", "2024", "2020", "Find Other Years"]
    assert below(model, "Boundaries", "Kommuner") == years
    assert below(model, "Boundaries", "Borders of kommuner") == years, "they come out of the same data"


def test_items_live_as_long_as_qgis_wants_them(model, monkeypatch):
    """Nobody else refers to them: Python must not take their half away."""
    monkeypatch.setenv("KLASSKART_TODAY", "2026-11-21")
    for unit, kind in (("Fylker", "Leaf"), ("Kommuner", "Folder")):
        index = item(model, "Boundaries", unit, "2026")
        gc.collect()
        found = model.dataItem(index)
        assert (type(found).__name__, found.hasDragEnabled()) == (kind, True)
        del found
        gc.collect()
        assert '"boundaries"' in model.dataItem(index).mimeUris()[0].uri


def test_a_fylke_can_be_had_by_itself_where_the_division_of_a_year_is_known(model, wishes, monkeypatch, tmp_path):
    monkeypatch.setenv("KLASSKART_TODAY", "2026-11-21")
    monkeypatch.setenv("KLASSKART_CACHE_DIR", str(tmp_path))
    Settings().set("browser/years", f"{browser_contents.UNITS['grunnkrets'].dataset.uuid} 2020")
    assert below(model, "Boundaries", "Grunnkretser", "2026")[:2] == ["03 Oslo", "11 Rogaland"]
    assert below(model, "Boundaries", "Grunnkretser", "2020") == []
    oslo = model.dataItem(item(model, "Boundaries", "Grunnkretser", "2026", "03 Oslo"))
    assert oslo.toolTip() == "Grunnkretser of Oslo as they were on 1.1.2026"
    assert oslo.handleDoubleClick() is True and oslo.hasDragEnabled()
    assert model.dataItem(item(model, "Boundaries", "Grunnkretser", "2026")).handleDoubleClick() is True, "and is not opened"
    assert [json.loads(one) for one in wishes] == [["part", "grunnkrets", 2026, "03"], ["boundaries", "grunnkrets", 2026]]
    row = ["30", None, "1", "Viken", "", "", None, None, ""]
    Cache(tmp_path).store("registers", "codes_104_2020-01-01__nb", ["nb", [row]])
    model.refresh(f"{browser_contents.BOUNDARIES}/grunnkrets")
    assert below(model, "Boundaries", "Grunnkretser", "2020") == ["30 Viken"]


def test_the_tree_goes_with_the_provider(wishes):
    registry = QgsApplication.dataItemProviderRegistry()
    model = QgsBrowserGuiModel()
    model.initialize()
    for _ in range(3):
        provider = Browser(QIcon(), wishes.append)
        registry.addProvider(provider)
        assert below(model, "Boundaries")
        registry.removeProvider(provider)
        gc.collect()
        assert "Klasskart" not in [named(model, model.index(row, 0)) for row in range(model.rowCount())]
    QCoreApplication.sendPostedEvents(None, DEFERRED)
    model.deleteLater()


def test_a_double_click_on_a_year_wishes_for_its_boundaries(model, wishes, monkeypatch):
    monkeypatch.setenv("KLASSKART_TODAY", "2026-11-21")
    assert model.dataItem(item(model, "Boundaries", "Fylker", "2026")).handleDoubleClick() is True
    assert [json.loads(one) for one in wishes] == [["boundaries", "fylke", 2026]]


def test_a_double_click_on_a_service_asks_it_and_opens_it(model, wishes):
    assert model.dataItem(item(model, "Map Services", "Grunnkretser (Geonorge)")).handleDoubleClick() is False
    assert [json.loads(one) for one in wishes] == [["read", "grunnkretser"]]


def test_layers_of_a_service_stand_below_it_once_it_was_read(model, browser):
    assert below(model, "Map Services", "Grunnkretser (Geonorge)") == ["Read the Layers"]
    layer = types.SimpleNamespace(name="grunnkretser", title="Grunnkretser", abstract="", children=())
    group = types.SimpleNamespace(name="", title="Alt", abstract="", children=(layer,))
    browser.services["grunnkretser"] = types.SimpleNamespace(layers=(group,))
    for path in browser_contents.paths_of("grunnkretser"):
        model.refresh(path)
    assert below(model, "Map Services", "Grunnkretser (Geonorge)") == ["Grunnkretser"]


def test_favourites_stand_by_title_or_address_and_follow_when_they_change(model):
    kept = [Favourite("https://a.example.no/wms?map=/x", "Planer"), Favourite("https://b.example.no/wfs")]
    Settings().set("map/favourites", favourites.write(kept))
    assert below(model, "Favourites") == ["https://b.example.no/wfs", "Planer"]
    assert below(model, "Favourites", "Planer") == ["Read the Layers"]
    Settings().set("map/favourites", favourites.write([Favourite(kept[0].address, "Gamle planer")]))
    model.refresh(browser_contents.FAVOURITES)
    assert below(model, "Favourites") == ["Gamle planer"]


def test_what_a_double_click_does_stands_in_the_menu_too(model, wishes, monkeypatch):
    monkeypatch.setenv("KLASSKART_TODAY", "2026-11-21")
    Settings().set("map/favourites", "https://a.example.no/wms Planer")
    menu = QWidget()
    actions = model.dataItem(item(model, "Favourites", "Planer")).actions(menu)
    assert [action.text() for action in actions] == ["Read the Layers", "Remove from Favourites"]
    actions[1].trigger()
    (add,) = model.dataItem(item(model, "Boundaries", "Kommuner", "2026")).actions(menu)
    add.trigger()
    assert [json.loads(one)[0] for one in wishes] == ["forget", "boundaries"]


# --- dragging ---------------------------------------------------------------------------------


def test_what_is_dragged_reaches_the_handler_as_a_wish(model, wishes, monkeypatch):
    monkeypatch.setenv("KLASSKART_TODAY", "2026-11-21")
    dragged = model.mimeData([item(model, "Boundaries", "Kommuner", "2026")])
    carried = QMimeData()  # as it comes out of another process: text only
    for kind in dragged.formats():
        carried.setData(kind, dragged.data(kind))
    (uri,) = QgsMimeDataUtils.decodeUriList(carried)
    assert (uri.layerType, uri.providerKey) == ("custom", KEY)
    handler = DropHandler(wishes.append)
    assert handler.customUriProviderKey() == KEY
    assert handler.canHandleCustomUriCanvasDrop(uri, None)
    assert handler.handleCustomUriCanvasDrop(uri, None)
    handler.handleCustomUriDrop(uri)
    assert [json.loads(one) for one in wishes] == [["boundaries", "kommune", 2026]] * 2


def test_what_others_drag_is_left_to_them():
    uri = QgsMimeDataUtils.Uri()
    uri.layerType, uri.providerKey = "custom", "somebody"
    assert not DropHandler(lambda wish: None).canHandleCustomUriCanvasDrop(uri, None)


def test_years_and_services_themselves_can_not_be_dragged(model):
    for words in (("Boundaries", "Kommuner", "Find Other Years"), ("Map Services", "Grunnkretser (Geonorge)")):
        assert model.mimeData([item(model, *words)]).formats() in ([], ["application/x-vnd.qgis.qgis.uri"])
        assert not model.dataItem(item(model, *words)).mimeUris()


# --- what wishes lead to -----------------------------------------------------------------------


@pytest.fixture
def browsed(standin, tmp_path):
    bar = QgsMessageBar()
    desk = served_desk(standin, tmp_path)
    desk.iface = types.SimpleNamespace(messageBar=lambda: bar)
    refreshed = []
    made = Browsed(desk, {}, refreshed.append)
    made.desk, made.bar, made.refreshed = desk, bar, refreshed
    yield made
    made.close()
    desk.close()


def idle(browsed):
    return lambda: not browsed.desk.jobs.busy


def layers():
    return [layer.name() for layer in QgsProject.instance().mapLayers().values()]


def test_boundaries_come_in_a_job_and_can_be_taken_away_again(browsed):
    browsed.act(wish("boundaries", "fylke", 2024))
    assert browsed.desk.jobs.busy and layers() == [], "nothing waits"
    wait_for(idle(browsed), 60)
    assert layers() == ["Fylker 2024"]
    (strip,) = browsed.bar.items()
    assert "Fylker 2024" in strip.text() and "Kartverket" in strip.text()
    strip.findChild(QPushButton).click()
    assert layers() == []


def test_the_units_of_one_fylke_come_too(browsed):
    browsed.act(wish("part", "kommune", 2024, "03"))
    wait_for(idle(browsed), 60)
    assert layers() == ["Kommuner 2024 (03)"]
    (deed,) = browsed.desk.history.deeds()
    assert (deed.algorithm, deed.parameters["AREA"], deed.layer) == ("boundaries", "03", "Kommuner 2024 (03)")
    browsed.act(wish("part", "kommune", 2024, "../03"))
    assert not browsed.desk.jobs.busy


def test_two_that_are_dragged_together_both_come(browsed):
    browsed.act(wish("boundaries", "fylke", 2024))
    browsed.act(wish("boundaries", "kommune", 2024))
    wait_for(idle(browsed), 60)
    assert sorted(layers()) == ["Fylker 2024", "Kommuner 2024"]
    assert len(browsed.bar.items()) == 1


def test_years_are_asked_for_once_and_remembered(browsed, standin):
    browsed.act(wish("years", "kommune"))
    wait_for(idle(browsed), 60)
    told = browsed.desk.settings.get("browser/years")
    assert "2020" in told and "2024" in told
    assert browsed.refreshed == [f"{browser_contents.BOUNDARIES}/kommune", f"{browser_contents.BOUNDARIES}/kommunegrense"]
    assert browsed.bar.items() == []


def test_a_service_is_read_and_its_layer_goes_to_the_map(browsed):
    browsed.act(wish("read", ""))
    wait_for(idle(browsed), 60)
    assert browsed.refreshed == browser_contents.paths_of("")
    layer = browser_contents.ends(browsed._services[""].layers)[0]
    browsed.act(wish("layer", "", layer.name))
    wait_for(idle(browsed), 60)
    assert layers() == [layer.title]


def test_a_layer_that_is_dragged_from_another_window_is_read_first(browsed):
    browsed.act(wish("read", "features"))
    wait_for(idle(browsed), 60)
    name = browser_contents.ends(browsed._services["features"].layers)[0].name
    browsed._services.clear()
    browsed.act(wish("layer", "features", name))
    wait_for(idle(browsed), 60)
    assert len(layers()) == 1


def test_a_layer_that_is_gone_is_told(browsed):
    browsed.act(wish("layer", "", "no_such_layer"))
    wait_for(idle(browsed), 60)
    assert layers() == [] and "no_such_layer" in browsed.bar.items()[0].text()


def test_what_goes_wrong_is_told_above_the_map(browsed, standin):
    standin.break_next("/wms", status=500, times=100)
    browsed.act(wish("read", ""))
    wait_for(idle(browsed), 60)
    (strip,) = browsed.bar.items()
    assert "Geonorge" in strip.text() and not strip.findChildren(QPushButton, "nothing")


def test_what_came_of_it_stands_there_and_not_what_qgis_says_about_jobs(browsed):
    browsed.act(wish("boundaries", "fylke", 2024))
    wait_for(lambda: layers() == ["Fylker 2024"], 60)
    wait_for(idle(browsed))
    browsed.bar.pushMessage("Task complete", "Getting boundaries …")  # QGIS does, sooner or later
    wait_for(lambda: "Fylker 2024" in browsed.bar.currentItem().text())
    assert len(browsed.bar.items()) == 1
    browsed.bar.pushMessage("Somebody", "has something else to say")
    wait_for(lambda: not browsed._strip._soon.isActive())
    assert len(browsed.bar.items()) == 2 and "something else" in browsed.bar.currentItem().text()


def test_a_favourite_is_taken_away(browsed):
    browsed.desk.settings.set("map/favourites", "https://a.example.no/wms Planer\nhttps://b.example.no/wfs")
    told = []
    browsed.desk.settings_changed.connect(lambda: told.append(True))
    browsed.act(wish("forget", "https://a.example.no/wms"))
    assert browsed.desk.settings.get("map/favourites") == "https://b.example.no/wfs"
    assert told == [True]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "7",
        '["boundaries", "planet", 2024]',
        '["boundaries", "kommune", "2024"]',
        '["rm", "/"]',
        '[["years"], "kommune"]',
    ],
)
def test_what_is_none_of_our_wishes_is_left_alone(browsed, text):
    browsed.act(text)
    assert not browsed.desk.jobs.busy


def test_an_address_on_a_private_network_that_is_dragged_in_is_not_called(browsed):
    browsed.act(wish("layer", "http://10.1.2.3/wms", "x"))
    wait_for(idle(browsed), 60)
    assert "10.1.2.3" in browsed.bar.items()[0].text()


def test_closing_stops_what_runs(browsed):
    browsed.act(wish("boundaries", "kommune", 2024))
    browsed.close()
    wait_for(idle(browsed), 30)
    assert layers() == [] and browsed.bar.items() == []
