"""Map services in real QGIS, against the stand-in: tiles, feature info, legends, and projects with dead addresses."""

import re

import pytest
from fake_desk import FakeSettings, make_desk, wait_for
from klasskart.core import dead_addresses
from klasskart.core.feedback import SILENT
from klasskart.gis import dead_layers, map_layers
from klasskart.gis.jobs import Jobs
from klasskart.ui.dead_addresses import try_all
from klasskart.ui.layers_page import LayersPage
from klasskart.work import map_services
from qgis.core import (
    QgsApplication,
    QgsMapSettings,
    QgsNetworkAccessManager,
    QgsPointXY,
    QgsProject,
    QgsRaster,
    QgsRasterLayer,
    QgsRectangle,
    QgsSettings,
)
from qgis.PyQt.QtCore import QSettings, QSize

OSLO = QgsRectangle(200_000, 6_600_000, 300_000, 6_700_000)
OPENCACHE = "http://opencache.statkart.no/gatekeeper/gk/gk.open_wmts?SERVICE%3DWMTS%26REQUEST%3DGetCapabilities"


@pytest.fixture(autouse=True)
def project(qgis_app, qgis_new_project):
    return QgsProject.instance()


def opened(services, key, name, **wanted):
    service = map_services.read(services, key)
    every = [*service.layers]
    for layer in every:
        every.extend(layer.children)
    return map_layers.open_layer(service, next(one for one in every if one.name == name), **wanted)


def asked(standin, since, word):
    return [one.query for one in standin.requests[since:] if word.casefold() in one.query.casefold()]


# --- tiles ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("crs", "tiles", "name"),
    [
        ("EPSG:25832", "utm32n", "topo"),
        ("EPSG:25833", "utm33n", "topograatone"),
        ("EPSG:25835", "utm35n", "toporaster"),
        ("EPSG:3857", "webmercator", "sjokartraster"),
        ("EPSG:25834", "utm33n", "sjokartraster"),  # there are none: QGIS redraws those of zone 33
    ],
)
def test_a_background_map_comes_in_the_tiles_of_the_projects_system(services, standin, crs, tiles, name):
    layer = opened(services, "background", name, crs=crs)
    assert layer.isValid() and layer.crs().authid() == ("EPSG:25833" if crs == "EPSG:25834" else crs)
    since = len(standin.requests)
    picture = layer.previewAsImage(QSize(120, 120))
    colours = {picture.pixel(x, y) for x in range(120) for y in range(120)}
    assert len(colours) > 1, f"no borders on a ground; asked was {standin.requests[since:]}"
    fetched = asked(standin, since, "GetTile")
    assert fetched and all(f"TILEMATRIXSET={tiles}&" in one and f"LAYER={name}&" in one for one in fetched)


def test_a_background_map_says_whose_it_is(services):
    layer = opened(services, "background", "topo", crs="EPSG:25833")
    assert (layer.name(), layer.attribution()) == ("Topografisk norgeskart", "Kartverket")
    assert (layer.metadata().licenses(), layer.metadata().links()[0].type) == (["CC BY 4.0"], "OGC:WMTS")


def test_grunnkretser_are_a_map_of_their_own(services):
    layer = opened(services, "grunnkretser", "Territorialgrense", crs="EPSG:25833")
    assert (layer.isValid(), layer.attribution()) == (True, "Kartverket")


@pytest.mark.parametrize("unit", ["kommuner", "fylker"])
@pytest.mark.parametrize("division", ["hist", "gjel", "fram"])
def test_units_are_maps_as_they_were_are_and_will_be(services, unit, division):
    layer = opened(services, "", f"{unit}_{division}", crs="EPSG:25833")
    assert layer.isValid() and f"layers={unit}_{division}&" in layer.source()
    assert 6_200_000 < layer.extent().yMinimum() < 6_500_000  # not off Africa, as their groups are


# --- feature info and legend --------------------------------------------------------------------


def test_a_point_of_a_map_tells_what_lies_there(services, standin):
    layer = opened(services, "", "kommuner_gjel", crs="EPSG:25833")
    provider, since = layer.dataProvider(), len(standin.requests)
    for kind in (QgsRaster.IdentifyFormat.IdentifyFormatText, QgsRaster.IdentifyFormat.IdentifyFormatHtml):
        told = provider.identify(QgsPointXY(262_000, 6_650_000), kind, OSLO, 100, 100)
        assert told.isValid() and "Kommuner 0301 Oslo" in next(iter(told.results().values()))
    assert all("FEATURE_COUNT=10" in one for one in asked(standin, since, "GetFeatureInfo"))


@pytest.mark.parametrize("style", ["", "default"])
def test_the_legend_comes_from_the_address_that_was_checked(services, standin, style):
    layer = opened(services, "", "fylker_gjel", crs="EPSG:25833", style=style)
    since = len(standin.requests)
    fetcher = layer.dataProvider().getLegendGraphicFetcher(QgsMapSettings())
    came = []
    fetcher.finish.connect(lambda picture: came.append(picture.size()))
    fetcher.error.connect(came.append)
    fetcher.start()
    wait_for(lambda: came)
    assert came == [QSize(20, 20)]
    assert asked(standin, since, "GetLegendGraphic")


# --- dead addresses ------------------------------------------------------------------------------


@pytest.fixture
def old_project(services, tmp_path):
    """A project on disk as QGIS wrote it, with addresses that have died since; read again, so that its layers are broken."""
    made = QgsProject()
    tiles = opened(services, "background", "topo", crs="EPSG:25833")
    tiles.setName("Bakgrunn")
    tiles.setOpacity(0.4)
    units = opened(services, "", "fylker_gjel", crs="EPSG:25833")
    made.addMapLayers([tiles, units])
    path = tmp_path / "old.qgs"
    assert made.write(str(path))
    text = path.read_text("utf-8")
    text = re.sub(r"(?:contextual|)url=http[^&<\"]*/v1/service[^&<\"]*", f"url={OPENCACHE}", text)
    text = re.sub(r"url=http[^&<\"]*wms.adm_enheter2", "url=http://openwms.statkart.no/skwms1/wms.adm_enheter", text)
    text = text.replace("tileMatrixSet=utm33n", "tileMatrixSet=EPSG:32633").replace("layers=topo&", "layers=topo4&")
    path.write_text(text.replace("layers=fylker_gjel", "layers=Fylker"), "utf-8")
    project = QgsProject.instance()
    assert project.read(str(path))
    yield project
    project.clear()


@pytest.fixture
def page(services, tmp_path):
    settings = FakeSettings(tmp_path)
    settings.config = lambda: services.config
    desk = make_desk(tmp_path, Jobs(), settings=settings)
    desk.fakes.config, desk.fakes.wms, desk.fakes.wmts = services.config, services.wms, services.wmts
    made = LayersPage(desk)
    made.resize(320, 600)
    made.services.setCollapsed(True)
    made.show()
    yield made
    made.hide()
    made.deleteLater()
    desk.close()
    wait_for(lambda: QgsApplication.taskManager().countActiveTasks() == 0)


def by_name(project, name):
    return project.mapLayersByName(name)[0]


def test_an_old_project_is_repaired_and_keeps_what_its_layers_were(old_project, page, standin):
    before = {layer.id() for layer in old_project.mapLayers().values()}
    assert not any(layer.isValid() for layer in old_project.mapLayers().values())
    page.paint()
    assert page.repair_button.isVisible()
    page.repair_button.click()
    wait_for(lambda: page.notes.notes() and by_name(old_project, "Bakgrunn").isValid())
    tiles, units = by_name(old_project, "Bakgrunn"), by_name(old_project, "Fylker gjeldene")
    assert tiles.isValid() and "tileMatrixSet=utm33n" in tiles.source() and "layers=topo&" in tiles.source()
    assert units.isValid() and "layers=fylker_gjel" in units.source()
    assert {layer.id() for layer in old_project.mapLayers().values()} == before
    assert tiles.opacity() == pytest.approx(0.4)
    assert page.notes.notes()[0].kind == "success" and "Bakgrunn" in page.notes.notes()[0].text
    assert not page.repair_button.isVisible()


def test_nothing_dead_is_replaced_by_what_does_not_answer(old_project, page, standin):
    standin.break_next("/v1/service", status=503, times=float("inf"))
    QgsNetworkAccessManager.instance().cache().clear()  # QGIS may have kept what the service said before it broke
    old = by_name(old_project, "Bakgrunn").source()
    try:
        page.dead.repair([by_name(old_project, "Bakgrunn").id()])
        wait_for(lambda: page.notes.notes())
        assert [note.kind for note in page.notes.notes()] == ["problem"]
        assert by_name(old_project, "Bakgrunn").source() == old
    finally:
        standin.heal()


def test_a_map_that_is_no_longer_offered_is_said_and_can_be_removed(page, qgis_new_project):
    gone = QgsRasterLayer(
        "type=xyz&url=https://opencache.statkart.no/gk?layers%3Dnib%26zoom%3D%7Bz%7D%26x%3D%7Bx%7D%26y%3D%7By%7D", "Foto", "wms"
    )
    QgsProject.instance().addMapLayer(gone)
    page.dead.repair()
    wait_for(lambda: page.notes.notes())
    note = page.notes.notes()[0]
    assert note.kind == "problem" and "Foto" in note.text
    note.actions[0].run()
    assert not QgsProject.instance().mapLayers()


def test_layers_that_are_alive_are_left_alone(page, services):
    page.dead.repair([])
    assert [note.kind for note in page.notes.notes()] == ["info"]


def test_tiles_that_are_used_by_two_layers_are_tried_once(services, monkeypatch):
    old = "url=https://opencache.statkart.no/gk&layers={}&crs=EPSG:25835&tileMatrixSet=EPSG:25835"
    dead = {name: dead_addresses.find(old.format(name), services.config.addresses) for name in ("topo4", "topo2", "nib")}
    tried = []
    monkeypatch.setattr(dead_layers, "try_source", tried.append)
    assert try_all(dead, SILENT) == {}
    assert tried == [dead["topo4"].source]


def test_the_old_entry_of_metasearch_gets_its_new_address(page, services, tmp_path):
    settings = QgsSettings(str(tmp_path / "qgis.ini"), QSettings.Format.IniFormat)
    settings.setValue("MetaSearch/Norway/url", "http://www.geonorge.no/geonetwork/srv/no/csw")
    settings.setValue("MetaSearch/Sweden/url", "https://www.geodata.se/geonetwork/srv/swe/csw")
    found = dead_layers.old_catalogues(services.config.addresses, settings)
    assert found == {"Norway": services.config.addresses.url("geonetwork", "srv/nor/csw")}
    dead_layers.mend_catalogues(found, settings)
    assert dead_layers.old_catalogues(services.config.addresses, settings) == {}
    assert settings.value("MetaSearch/Sweden/url") == "https://www.geodata.se/geonetwork/srv/swe/csw"
