"""What a kommune publishes as layers of real QGIS: every kind through its own provider, with licence, credit and link."""

import re
import sys
import threading
import urllib.request
from pathlib import Path

import pytest
from fake_desk import served_desk, wait_for
from klasskart.core.errors import KlasskartError, UnexpectedAnswer, UntrustedAddress
from klasskart.core.feedback import Feedback
from klasskart.core.opendata import Dataset, Distribution
from klasskart.core.settings import Config
from klasskart.gis import keeping
from klasskart.gis.opendata_layers import open_layers
from klasskart.gis.transport import QgisTransport
from klasskart.work.keep_file import copy_layers
from klasskart.work.opendata_opening import look
from klasskart.work.services import open_services
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSize, QThread
from standin import Standin, mapserver
from standin.datasets import RESTRICTED
from standin.held import Held

sys.path.append(str(Path(__file__).parents[1] / "unit"))
import map_bodies

POINT, LINE, AREA = QgsWkbTypes.PointGeometry, QgsWkbTypes.LineGeometry, QgsWkbTypes.PolygonGeometry
DATASET = Dataset(
    "Trær i byen",
    ("hub", "geonorge"),
    ("35719234a38144afb3f67413dc6bcd0b_0",),
    publisher="Oslo kommune",
    description="Alle trærne",
    licence="NLOD 2.0",
    licence_url="https://data.norge.no/nlod/no/2.0",
    updated="2026-09-01",
    page="https://oslo.example/trær",
    keywords=("trær",),
)


@pytest.fixture
def opened(qgis_app, services, standin):
    """Look at an address and open what is chosen there (names), or what is suggested."""

    def at(path, *names, body=b"", kind="", dataset=DATASET):
        if body:
            standin.files[path.rpartition("/")[2]] = Held(body)
        url = standin.url + path
        opening = look(services, dataset, Distribution(url, kind or Distribution.of(url).kind))
        chosen = [one for one in opening.layers if one.name in names] if names else opening.suggested
        return open_layers(services, opening, chosen, crs="EPSG:25833")

    yield at
    standin.files.clear()


def names_in(layer):
    return [feature["navn"] for feature in layer.getFeatures()]


def test_a_file_is_a_layer_that_says_whose_it_is(opened, standin):
    (layer,) = opened("/held/a.geojson", body=map_bodies.geojson())
    assert (layer.isValid(), layer.name(), layer.featureCount(), layer.crs().authid()) == (True, "Trær i byen", 3, "EPSG:4326")
    assert names_in(layer)[0] == "Eik på Grünerløkka"
    about = layer.metadata()
    assert (about.licenses(), about.rights(), about.abstract()) == (["NLOD 2.0"], ["Oslo kommune"], "Alle trærne")
    assert about.identifier() == "35719234a38144afb3f67413dc6bcd0b_0"
    links = {link.url: link.type for link in about.links()}
    assert links == {
        "https://oslo.example/trær": "WWW:LINK",
        f"{standin.url}/held/a.geojson": "WWW:DOWNLOAD",
        "https://data.norge.no/nlod/no/2.0": "WWW:LINK",
    }
    assert (layer.attribution(), layer.attributionUrl()) == ("© Oslo kommune, NLOD 2.0", "https://oslo.example/trær")
    assert len(about.history()) == 2


def test_several_shapes_in_a_file_are_layers_of_their_own(opened):
    layers = opened("/held/a.geojson", body=map_bodies.mixed_geojson())
    assert [(layer.featureCount(), layer.geometryType()) for layer in layers] == [(2, LINE), (1, POINT), (1, AREA)]
    assert len({layer.name() for layer in layers}) == 3


def test_layers_of_the_cache_can_be_kept_with_the_project(opened, services, qgis_new_project, tmp_path):
    project = QgsProject.instance()
    layers = opened("/held/a.geojson", body=map_bodies.mixed_geojson())
    project.addMapLayers(layers)
    plan = keeping.plan(keeping.in_cache(project, services.cache.folder), tmp_path / "kept.gpkg")
    copy_layers(plan.copies, plan.target)
    keeping.show_copies(project, plan)
    assert [(layer.featureCount(), layer.geometryType()) for layer in layers] == [(2, LINE), (1, POINT), (1, AREA)]
    assert all("kept.gpkg" in layer.source() for layer in layers)


def test_a_table_of_codes_is_a_table_that_can_be_joined(opened):
    (layer,) = opened("/held/a.csv", body=b"Grunnkretsnummer;Andel\n03010101;3,5\n")
    assert (layer.isSpatial(), layer.fields().names()) == (False, ["fid", "Grunnkretsnummer", "Andel"])
    assert next(layer.getFeatures())["Grunnkretsnummer"] == "03010101"


def test_a_table_with_coordinates_lies_in_its_place(opened):
    (layer,) = opened("/held/a.csv", body="Navn;Øst;Nord\nEik;262000,5;6649900,1\n".encode("latin-1"))
    assert layer.crs().authid() == "EPSG:25833" and "EPSG:25833" in layer.metadata().history()[-1]
    assert layer.extent().contains(QgsRectangle(262000, 6649900, 262000, 6649900)) or layer.featureCount() == 1


# --- ArcGIS ---------------------------------------------------------------------------------


def test_an_arcgis_feature_layer_gives_all_its_features_page_by_page(opened):
    (layer,) = opened("/arcgis/rest/services/Gront/FeatureServer/1")
    assert (layer.isValid(), layer.providerType(), layer.crs().authid()) == (True, "arcgisfeatureserver", "EPSG:25833")
    assert len(list(layer.getFeatures(QgsFeatureRequest()))) == 250
    assert next(layer.getFeatures())["Navn"] == "Tre 1 på Grünerløkka"
    assert layer.metadata().rights() == ["Oslo kommune", "Oslo kommune, Bymiljøetaten"]


def test_layers_of_an_arcgis_service_are_chosen_by_their_numbers(opened):
    layers = opened("/arcgis/rest/services/Gront/FeatureServer", "1", "2")
    assert [(layer.name(), layer.geometryType()) for layer in layers] == [("Trær", POINT), ("Områder", AREA)]


def test_an_arcgis_map_service_is_drawn_by_the_server(opened, standin):
    (layer,) = opened("/arcgis/rest/services/Gront/MapServer", "1")
    assert (layer.isValid(), layer.providerType()) == (True, "arcgismapserver")
    picture = layer.previewAsImage(QSize(50, 50))
    assert picture.pixelColor(25, 25).green() > 100
    assert any("/MapServer/export" in asked.path and "show" in asked.query for asked in standin.requests)


# --- map services -----------------------------------------------------------------------------


def test_layers_of_a_map_service_are_opened_as_chosen(opened):
    (layer,) = opened("/wms/skwms1/wms.adm_enheter2?service=WMS", "fylker_gjel", kind="wms")
    assert (layer.isValid(), layer.providerType()) == (True, "wms")
    assert layer.attribution() == "© Oslo kommune, NLOD 2.0"
    assert "Kartverket" in layer.metadata().rights()


def test_one_layer_that_fails_leaves_the_others(qgis_app, services, standin):
    url = f"{standin.url}/arcgis/rest/services/Bare_sporring/FeatureServer"  # QGIS keeps answers of the other
    opening = look(services, DATASET, Distribution(url, "arcgis"))
    standin.break_next("/FeatureServer/2", status=500, times=99)
    warnings = []
    layers = open_layers(services, opening, opening.layers[:2], feedback=Feedback(on_warning=warnings.append))
    assert [layer.name() for layer in layers] == ["Trær"] and isinstance(warnings[0], UnexpectedAnswer)
    with pytest.raises(UnexpectedAnswer):
        open_layers(services, opening, opening.layers[1:2])


def test_a_layer_whose_legend_lies_on_a_private_network_is_not_opened(qgis_app, services, standin):
    """QGIS asks for legends where the capabilities say."""
    with urllib.request.urlopen(f"{standin.url}/wms/skwms1/wms.adm_enheter2?SERVICE=WMS&REQUEST=GetCapabilities") as answer:
        document = answer.read().decode()
    told = re.sub(r'(<LegendURL.*?xlink:href=")[^"]*', r"\1http://10.0.0.1/legend", document, flags=re.DOTALL)
    assert "10.0.0.1" in told
    standin.files["wms"] = Held(told.encode(), "text/xml")
    opening = look(services, DATASET, Distribution(f"{standin.url}/held/wms?service=WMS", "wms"))
    with pytest.raises(UntrustedAddress):
        open_layers(services, opening, [one for one in opening.layers if one.name == "fylker_gjel"])


# --- through QGIS Server ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def qgis_server(qgis_app, tmp_path_factory):
    with mapserver.serve(mapserver.write_project(tmp_path_factory.mktemp("server"))) as address:
        yield address


@pytest.mark.skipif(not mapserver.installed(), reason="QGIS Server is not installed")
@pytest.mark.parametrize(
    ("path", "said", "kind", "provider"),
    [
        ("?SERVICE=WMS&REQUEST=GetCapabilities", "wms", "wms", "wms"),
        ("?SERVICE=WFS&REQUEST=GetCapabilities", "wfs", "wfs", "WFS"),
        ("wfs3", "ogcapi", "ogcapi", "OAPIF"),
        ("wfs3/collections/kommuner_gjel", "ogcapi", "ogcapi", "OAPIF"),
        ("?SERVICE=WFS", "wms", "wfs", "WFS"),  # what a catalogue calls it is not believed
        ("wfs3", "csv", "ogcapi", "OAPIF"),
    ],
)
def test_services_of_a_real_server_are_opened_by_what_they_are(qgis_server, tmp_path, path, said, kind, provider):
    environment = {"KLASSKART_ALLOW_PRIVATE": "1", "KLASSKART_CACHE_DIR": str(tmp_path)}
    services = open_services(Config.read(environment=environment))
    opening = look(services, DATASET, Distribution(qgis_server + path, said))
    chosen = [one for one in opening.layers if one.name == "kommuner_gjel"]
    assert (opening.kind, len(chosen)) == (kind, 1)
    (layer,) = open_layers(services, opening, chosen, crs="EPSG:25833")
    assert (layer.isValid(), layer.dataProvider().name()) == (True, provider)
    assert layer.attribution() == "© Oslo kommune, NLOD 2.0" and layer.metadata().licenses()[0] == "NLOD 2.0"
    if kind == "wms":
        assert not layer.previewAsImage(QSize(50, 50)).isNull()
    else:
        assert layer.featureCount() == 357 or len(list(layer.getFeatures())) == 357
    services.close()


@pytest.fixture(scope="module")
def raster_server(qgis_app, tmp_path_factory):
    """QGIS Server with a raster of heights as a coverage."""
    folder = tmp_path_factory.mktemp("rasters")
    made = gdal.GetDriverByName("GTiff").Create(str(folder / "h.tif"), 50, 50, 1, gdal.GDT_Float32)
    made.SetProjection(QgsCoordinateReferenceSystem("EPSG:25833").toWkt())
    made.SetGeoTransform((262000, 10, 0, 6650500, 0, -10))
    made.GetRasterBand(1).Fill(17)
    made = None
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    layer = QgsRasterLayer(str(folder / "h.tif"), "Høyde")
    layer.setShortName("hoyde")
    project.addMapLayer(layer)
    project.writeEntry("WCSLayers", "/", [layer.id()])
    project.write(str(folder / "p.qgs"))
    with mapserver.serve(folder / "p.qgs") as address:
        yield address


@pytest.mark.skipif(not mapserver.installed(), reason="QGIS Server is not installed")
def test_a_coverage_gives_its_values(raster_server, tmp_path):
    environment = {"KLASSKART_ALLOW_PRIVATE": "1", "KLASSKART_CACHE_DIR": str(tmp_path)}
    services = open_services(Config.read(environment=environment))
    opening = look(services, DATASET, Distribution(f"{raster_server}?service=WCS&request=GetCapabilities", "wcs"))
    assert (opening.kind, [(one.name, one.title, one.shape) for one in opening.layers]) == (
        "wcs",
        [("hoyde", "Høyde", "picture")],
    )
    (layer,) = open_layers(services, opening, opening.suggested, crs="EPSG:25833")
    assert (layer.isValid(), layer.providerType(), layer.crs().authid()) == (True, "wcs", "EPSG:25833")
    assert layer.dataProvider().sample(QgsPointXY(262105, 6650395), 1) == (17.0, True)
    assert layer.metadata().licenses()[0] == "NLOD 2.0"
    services.close()


def test_tiles_are_opened_in_the_system_of_the_project(opened):
    (layer,) = opened("/wmts/v1/service?SERVICE=WMTS&REQUEST=GetCapabilities", "topo", kind="wmts")
    assert (layer.isValid(), layer.providerType(), layer.crs().authid()) == (True, "wms", "EPSG:25833")


# --- in a job ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "kind", "names"),
    [
        ("/held/a.geojson", "geojson", ()),
        ("/arcgis/rest/services/Enkel/FeatureServer/0", "arcgis", ("0",)),
        ("/arcgis/rest/services/Enkel/MapServer", "arcgis", ("0",)),
        ("/wms/skwms1/wms.adm_enheter2?service=WMS", "wms", ("fylker_gjel",)),
        ("/wfs/skwms1/wfs.administrative_enheter?service=WFS", "wfs", ("app:Fylke",)),
    ],
)
def test_layers_of_a_job_belong_to_the_main_thread(qgis_app, qgis_new_project, standin, tmp_path, path, kind, names):
    standin.files["a.geojson"] = Held(map_bodies.geojson())
    desk = served_desk(standin, tmp_path)
    threads, told = [], []

    def work(services, feedback):
        threads.append(QThread.currentThread())
        opening = look(services, DATASET, Distribution(standin.url + path, kind), feedback=feedback)
        chosen = [one for one in opening.layers if one.name in names] or opening.suggested
        return open_layers(services, opening, chosen, feedback=feedback)

    desk.start(work, lambda layers, error: told.append((layers, error)), title="", key="try")
    wait_for(lambda: told)
    layers, error = told[0]
    assert error is None, str(error)
    (layer,) = layers
    assert threads[0] is not QThread.currentThread()
    assert layer.thread() == QThread.currentThread()
    assert QgsProject.instance().addMapLayer(layer) is not None
    if isinstance(layer, QgsVectorLayer):
        assert next(layer.getFeatures(), None) is not None
    else:
        assert not layer.previewAsImage(QSize(20, 20)).isNull()
    desk.close()
    standin.files.clear()


# --- restricted data -------------------------------------------------------------------------------


@pytest.fixture
def login(qgis_app):
    """The id of a login in QGIS's store."""
    manager = QgsApplication.authManager()
    if manager.isDisabled() or not manager.setMasterPassword("only-for-this-test", True):
        pytest.skip("this QGIS has no working authentication store")
    config = QgsAuthMethodConfig("Basic")
    config.setName("klasskart-opendata")
    config.setConfigMap({"username": "kari", "password": "hemmelig", "realm": ""})
    assert manager.storeAuthenticationConfig(config)
    yield config.id()
    manager.removeAuthenticationConfig(config.id())


def test_restricted_data_are_ordered_with_the_login_of_qgis_which_goes_nowhere_else(standin, tmp_path, login):
    environment = {**standin.environment(), "KLASSKART_CACHE_DIR": str(tmp_path), "KLASSKART_ALLOW_PRIVATE": "1"}
    config = Config.read(environment=environment)
    services = open_services(config, QgisTransport(login, config.addresses.trusted))
    closed = Dataset("FKB-Arealbruk", ("geonorge",), (RESTRICTED,), restricted=True)
    way = Distribution("https://nedlasting.geonorge.no/api/capabilities/", "download")
    told = []
    with Standin() as other:
        other.files["delivered.geojson"] = Held(map_bodies.geojson())
        there = f"{other.url}/held/delivered.geojson"
        standin.break_next("/api/download/order/", status=302, times=2, headers={"Location": there})
        threading.Thread(target=lambda: told.append(_outcome(lambda: look(services, closed, way, kommune="0301")))).start()
        wait_for(lambda: told)
        assert getattr(told[0], "kind", told[0]) == "geojson"
        assert all(asked.authorization for asked in standin.requests if "/api/order" in asked.path)
        assert other.requests and not any(asked.authorization for asked in other.requests)
    services.close()


def _outcome(work):
    try:
        return work()
    except KlasskartError as error:
        return error
