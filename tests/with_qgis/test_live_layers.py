"""Live layers in real QGIS: WFS from the stand-in, OGC API Features from QGIS Server."""

import threading

import pytest
from klasskart.clients import wfs
from klasskart.core.errors import UnexpectedAnswer, UntrustedAddress
from klasskart.core.settings import Config
from klasskart.gis import feature_services, map_layers
from klasskart.gis.courier import courier
from klasskart.work import map_services
from klasskart.work.services import open_services
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsPointXY,
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
    with mapserver.serve(mapserver.write_project(tmp_path_factory.mktemp("api"))) as address:
        yield address


def allowed(tmp_path):
    """Services that may call this machine, as an address that a user types is otherwise not."""
    environment = {"KLASSKART_ALLOW_PRIVATE": "1", "KLASSKART_CACHE_DIR": str(tmp_path)}
    return open_services(Config.read(environment=environment))


@needs_server
def test_collections_of_an_ogc_api_become_live_layers(api, tmp_path):
    service = map_services.read(allowed(tmp_path), f"{api}wfs3")
    assert [(one.name, one.title) for one in service.layers] == [
        ("fylker_gjel", "Fylker gjeldene"), ("kommuner_gjel", "Kommuner gjeldene"),
    ]  # fmt: skip
    layer = opened(allowed(tmp_path), f"{api}wfs3", "kommuner_gjel")
    assert layer.dataProvider().name() == "OAPIF"
    assert (layer.name(), layer.featureCount()) == ("Kommuner gjeldene", 357)
    assert kommune_at(layer, *OSLO) == ["0301"]
    assert layer.labelsEnabled()


@needs_server
@pytest.mark.parametrize("below", ["wfs3/collections", "wfs3/collections/kommuner_gjel/items?limit=1", "wfs3.json"])
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
    layer = opened(allowed(tmp_path), f"{api}?SERVICE=WFS", "kommuner_gjel", crs="EPSG:25833")
    assert layer.dataProvider().name() == "WFS"
    assert kommune_at(layer, *OSLO) == ["0301"]
