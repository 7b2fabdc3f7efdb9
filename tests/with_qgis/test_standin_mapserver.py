"""QGIS's own WMS client meets a real WMS: QGIS Server on our own borders, behind the stand-in's address."""

import urllib.request

import pytest
from qgis.core import QgsRasterLayer
from standin import Standin, mapserver

pytestmark = pytest.mark.skipif(not mapserver.installed(), reason="QGIS Server is not installed")


@pytest.fixture(scope="module")
def map_server(qgis_app, tmp_path_factory):
    with mapserver.serve(mapserver.write_project(tmp_path_factory.mktemp("server"))) as address:
        yield address


def test_a_layer_of_the_real_wms_opens_in_qgis(map_server):
    with Standin() as standin:
        standin.map_server = map_server
        address = standin.environment()["KLASSKART_WMS_URL"] + "/skwms1/wms.adm_enheter2?"
        with urllib.request.urlopen(address + "SERVICE=WMS&REQUEST=GetCapabilities") as answer:
            document = answer.read().decode("utf-8")
        assert "kommuner_gjel" in document and "https://wms.geonorge.no/skwms1/wms.adm_enheter2?" in document
        assert map_server.rstrip("/") not in document
        # IgnoreGetMapUrl: the links in the document lead to the real service.
        source = f"url={address}&layers=kommuner_gjel&styles=&format=image/png&crs=EPSG:25833&IgnoreGetMapUrl=1"
        layer = QgsRasterLayer(source, "kommuner", "wms")
        assert layer.isValid(), layer.error().message()
        picture = layer.previewAsImage(layer.extent().toRectF().size().toSize().scaled(200, 200, 1))
        assert not picture.isNull() and any("request=getmap" in asked.query.lower() for asked in standin.requests)
