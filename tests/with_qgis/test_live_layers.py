"""Live layers in real QGIS: WFS from the stand-in, OGC API Features from QGIS Server."""

import threading

import pytest
from fake_desk import on_screen, served_desk, wait_for
from klasskart.clients import wfs
from klasskart.core.errors import UnexpectedAnswer, UntrustedAddress
from klasskart.core.settings import Config
from klasskart.gis import columns, feature_services, joins, map_layers
from klasskart.gis.courier import courier
from klasskart.ui.layers_page import LayersPage
from klasskart.work import map_services
from klasskart.work.boundary_file import BoundaryRequest
from klasskart.work.services import open_services
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpression,
    QgsFeatureRequest,
    QgsLayoutItemMap,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
)
from standin import mapserver
from standin import wfs as standin_wfs

OSLO = (10.75, 59.96)  # degrees, in the kommune of the country that the stand-in made
needs_server = pytest.mark.skipif(not mapserver.installed(), reason="QGIS Server is not installed")


@pytest.fixture(autouse=True)
def project(qgis_app, qgis_new_project):
    return QgsProject.instance()


def opened(services, address, name, **wanted):
    service = map_services.read(services, address)
    layer = next(one for one in service.layers if one.name == name)
    map_services.check_layer(services, service, layer)
    return map_layers.open_layer(service, layer, **wanted)


def kommune_at(layer, lon, lat):
    """The number of the kommune or fylke of a layer at a place, found in the layer's own CRS."""
    to = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4258"), layer.crs(), QgsProject.instance())
    point = to.transform(QgsPointXY(lon, lat))
    around = QgsRectangle(point.x(), point.y(), point.x(), point.y()).buffered(1e-5 if layer.crs().isGeographic() else 1)
    found = layer.getFeatures(QgsFeatureRequest(around))
    return [one["kommunenummer"] for one in found if one.geometry().contains(point)]


# --- WFS ------------------------------------------------------------------------------------


@pytest.mark.parametrize("crs", ["EPSG:25833", "EPSG:4258", "EPSG:3035", "EPSG:25832"])
def test_a_kommune_of_the_wfs_lies_where_it_should_in_every_crs(services, crs):
    layer = opened(services, "features", "app:Kommune", crs=crs)
    assert layer.crs().authid() == crs
    assert kommune_at(layer, *OSLO) == ["0301"]


def test_a_crs_that_is_not_offered_gives_way_to_the_services_own(services):
    assert opened(services, "features", "app:Fylke", crs="EPSG:2154").crs().authid() == "EPSG:4258"


def test_only_what_is_in_view_is_asked_for_and_codes_stay_text(services, standin):
    layer = opened(services, "features", "app:Kommune", crs="EPSG:25833")
    since = len(standin.requests)
    around = QgsRectangle(258_000, 6_650_000, 272_000, 6_656_000)
    assert {one["kommunenummer"] for one in layer.getFeatures(QgsFeatureRequest(around))} >= {"0301"}
    assert "BBOX=" in standin.requests[since].query
    assert layer.fields().field("kommunenummer").typeName() == "string"
    assert all("startindex" not in one.query.casefold() for one in standin.requests)  # the service gives no pages


def test_a_live_layer_tells_whose_it_is_and_comes_in_our_style(services):
    layer = opened(services, "features", "app:Grense")
    assert (layer.name(), layer.attribution()) == ("Grense", "Kartverket")
    assert (layer.metadata().licenses(), layer.metadata().rights()) == (["CC BY 4.0"], ["Kartverket"])
    assert [(link.type, link.name) for link in layer.metadata().links()] == [("OGC:WFS", "Administrative enheter WFS")]
    assert layer.renderer().classAttribute() == "avgrensningstype"
    assert opened(services, "features", "app:Kommune").labelsEnabled()


def test_a_live_layer_that_was_opened_in_a_worker_belongs_to_the_gui_thread(services, project):
    found = []
    home = courier().home
    worker = threading.Thread(target=lambda: found.append(opened(services, "features", "app:Fylke")))
    worker.start()
    worker.join(30)
    assert found[0].thread() is home or found[0].thread() == home
    project.addMapLayer(found[0])
    assert sum(1 for _ in found[0].getFeatures()) == 15


def test_a_service_that_fell_silent_is_told_when_a_layer_is_opened():
    service = wfs.parse_capabilities(standin_wfs.capabilities("http://127.0.0.1:9/wfs").encode(), "http://127.0.0.1:9/wfs")
    with pytest.raises(UnexpectedAnswer) as told:
        feature_services.open_features(service, service.layers[0])
    assert (told.value.service, told.value.got) == ("127.0.0.1", "nothing")


def test_the_login_goes_along(services):
    service = map_services.read(services, "features")
    assert "authcfg=abc1234" in feature_services.wfs_source(service, service.layers[0], authcfg="abc1234")


# --- OGC API --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def api(qgis_app, tmp_path_factory):
    """QGIS Server with the four collections of the specification; gives its address."""
    project = mapserver.write_project(tmp_path_factory.mktemp("api"), layers=mapserver.COLLECTIONS)
    with mapserver.serve(project) as address:
        yield address


def allowed(tmp_path):
    """Services that may call this machine, as an address that a user types is otherwise not."""
    environment = {"KLASSKART_ALLOW_PRIVATE": "1", "KLASSKART_CACHE_DIR": str(tmp_path)}
    return open_services(Config.read(environment=environment))


@needs_server
def test_the_four_collections_of_an_ogc_api_become_live_layers(api, tmp_path):
    services = allowed(tmp_path)
    service = map_services.read(services, f"{api}wfs3")
    assert {one.name for one in service.layers} == {"Fylker", "Fylkesgrenser", "Kommuner", "Kommunegrenser"}
    layers = {one.name: opened(services, f"{api}wfs3", one.name) for one in service.layers}
    assert {layer.dataProvider().name() for layer in layers.values()} == {"OAPIF"}
    assert (layers["Fylker"].featureCount(), layers["Kommuner"].featureCount()) == (15, 357)
    assert layers["Kommuner"].labelsEnabled() and layers["Fylker"].labelsEnabled()
    borders = [layers[name].renderer().classAttribute() for name in ("Fylkesgrenser", "Kommunegrenser")]
    assert borders == ["avgrensningstype", "avgrensningstype"]
    assert kommune_at(layers["Kommuner"], *OSLO) == ["0301"]
    assert layers["Kommuner"].metadata().links()[0].type == "OGC:API-Features"


@needs_server
def test_a_collection_comes_page_by_page(api, tmp_path):
    layer = opened(allowed(tmp_path), f"{api}wfs3", "Kommunegrenser")
    assert sum(1 for _ in layer.getFeatures()) == layer.featureCount() > 1000


@needs_server
@pytest.mark.parametrize("below", ["wfs3/collections", "wfs3/collections/Kommuner/items?limit=1", "wfs3.json"])
def test_an_address_below_the_landing_page_will_do(api, tmp_path, below):
    assert map_services.read(allowed(tmp_path), api + below).collections_url == f"{api}wfs3/collections"


@needs_server
def test_an_ogc_api_on_this_machine_is_not_called_unless_that_is_allowed(api, services):
    with pytest.raises(UntrustedAddress):
        map_services.read(services, f"{api}wfs3")
    services_of_a_wfs = f"{api}?SERVICE=WFS"
    with pytest.raises(UntrustedAddress):
        map_services.read(services, services_of_a_wfs)


@needs_server
def test_the_wfs_of_qgis_server_is_recognised_by_its_answer(api, tmp_path):
    layer = opened(allowed(tmp_path), f"{api}?SERVICE=WFS", "Kommuner", crs="EPSG:25833")
    assert layer.dataProvider().name() == "WFS"
    assert kommune_at(layer, *OSLO) == ["0301"]


# --- on the Map page ------------------------------------------------------------------------


@pytest.fixture
def page(standin, tmp_path):
    desk = served_desk(standin, tmp_path, KLASSKART_TODAY="2026-11-21")
    with on_screen(LayersPage(desk), 320, 600) as made:
        yield made
    desk.close()
    wait_for(lambda: QgsApplication.taskManager().countActiveTasks() == 0)


def test_types_of_the_wfs_are_listed_and_added_from_the_box_of_map_services(page, project):
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
    page.read_service("features")  # a reading that is under way gives way
    wait_for(lambda: page.services.service is not None and "wfs" in page.services.service.url)
    tree = page.services.tree
    assert [tree.model().index(row, 0).data() for row in range(tree.model().rowCount())] == ["Kommune", "Fylke", "Grense"]
    tree.setCurrentIndex(tree.model().index(1, 0))
    assert page.services.crs_box.currentText() == "EPSG:25832"
    assert [box.isVisible() for box in (page.services.style_box, page.services.format_box)] == [False, False]
    assert page.services.redrawn.isHidden()
    page.services.add.click()
    wait_for(lambda: page.notes.notes())
    (layer,) = project.mapLayers().values()
    assert (layer.name(), layer.crs().authid()) == ("Fylke", "EPSG:25832")
    assert page.notes.notes()[0].text == "1 layer(s) are in the map. © Kartverket"
    assert page.desk.settings.get("map/wms") == "features"


def test_boundaries_that_no_route_gives_come_as_a_live_layer_instead(page, standin, project):
    standin.break_next("/nedlasting", status=503, times=float("inf"))
    page.desk.services().http._sleep = lambda seconds: None
    try:
        page.get(BoundaryRequest("kommune", ("03",)))
        wait_for(lambda: page.notes.notes())
        page.notes.strips()[0].buttons[1].click()
        wait_for(lambda: project.mapLayers() and page.notes.notes())
    finally:
        standin.heal()
    (layer,) = project.mapLayers().values()
    assert layer.crs().authid() == "EPSG:25833"
    assert kommune_at(layer, *OSLO) == ["0301"]
    (note,) = page.notes.notes()
    assert note.kind == "success" and note.text.startswith("Kommune is in the map as a live layer")
    note.actions[0].run()
    assert not project.mapLayers()


def test_a_live_layer_that_can_not_be_had_either_is_told_and_can_be_tried_again(page, standin, project):
    standin.break_next("/wfs/", status=503, times=float("inf"))
    page.desk.services().http._sleep = lambda seconds: None
    try:
        page.live.add(BoundaryRequest("fylkesgrense"))
        wait_for(lambda: page.notes.notes())
    finally:
        standin.heal()
    (note,) = page.notes.notes()
    assert (note.kind, note.actions[0].text) == ("problem", "Try Again")
    assert not project.mapLayers()


# --- as input of other work -------------------------------------------------------------------


def test_the_codes_of_a_live_layer_are_read_in_a_worker(services, project):
    layer = opened(services, "features", "app:Kommune", crs="EPSG:25833")
    project.addMapLayer(layer)
    read, found = columns.columns_of(layer), []
    worker = threading.Thread(target=lambda: found.append(read["kommunenummer"]))
    worker.start()
    wait_for(lambda: found)
    worker.join()
    assert len(found[0]) == 357 and "0301" in found[0]


def test_noting_a_live_layer_for_a_join_asks_the_service_nothing(services, standin):
    layer = opened(services, "features", "app:Kommune", crs="EPSG:25832")
    since = len(standin.requests)
    assert joins.Source(layer).count == -1
    assert standin.requests[since:] == []


# --- credit ---------------------------------------------------------------------------------


def test_a_map_in_a_layout_can_name_whose_its_layers_are(services, project):
    """QGIS's `map_credits()` is how a credit line is written into a layout; it reads the rights of the layers shown."""
    project.addMapLayer(opened(services, "features", "app:Fylke", crs="EPSG:25833"))
    project.addMapLayer(opened(services, "background", "topo", crs="EPSG:25833"))
    layout = QgsPrintLayout(project)
    shown = QgsLayoutItemMap(layout)
    shown.setId("map")
    shown.setLayers(list(project.mapLayers().values()))
    layout.addLayoutItem(shown)
    expression = QgsExpression("array_to_string(map_credits('map'))")
    assert expression.evaluate(layout.createExpressionContext()) == "Kartverket"
