"""Layers of map services: their source, extent, credit and terms."""

import re

import pytest
from klasskart.clients.wms import parse_capabilities
from klasskart.core.errors import UnexpectedAnswer
from klasskart.gis import map_layers
from qgis.core import QgsCoordinateReferenceSystem, QgsDataSourceUri, QgsProject


@pytest.fixture
def project(qgis_app):
    return QgsProject()


CAPABILITIES = b"""<?xml version="1.0" encoding="UTF-8"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink">
<Service><Name>WMS</Name><Title>Enheter</Title><Fees>CC BY 4.0</Fees><ContactInformation><ContactPersonPrimary>
<ContactOrganization>Kartverket</ContactOrganization></ContactPersonPrimary></ContactInformation></Service>
<Capability><Request><GetMap><Format>image/jpeg</Format><Format>image/png</Format><DCPType><HTTP><Get>
<OnlineResource xlink:href="http://10.0.0.1/inside?"/></Get></HTTP></DCPType></GetMap></Request>
<Layer><Title>Rot</Title><CRS>EPSG:4258</CRS><CRS>EPSG:25833</CRS><CRS>EPSG:3857</CRS>
<EX_GeographicBoundingBox><westBoundLongitude>2</westBoundLongitude><eastBoundLongitude>33</eastBoundLongitude>
<southBoundLatitude>57</southBoundLatitude><northBoundLatitude>72</northBoundLatitude></EX_GeographicBoundingBox>
<Layer queryable="1"><Name>kommuner_gjel</Name><Title>Kommuner &amp; mer</Title>
<Style><Name>default</Name><Title>d</Title></Style></Layer>
<Layer><Name>fylker_gjel</Name><Title>Fylker</Title></Layer></Layer></Capability></WMS_Capabilities>"""


def service(url="https://wms.example/skwms1/wms.x?map=a b&lang=nb"):
    return parse_capabilities(CAPABILITIES, url)


def leaf(found, number=0):
    return found.layers[0].children[number]


def read_address(text):
    uri = QgsDataSourceUri()
    uri.setEncodedUri(text)
    return uri


def test_the_address_of_a_wms_layer_is_encoded_and_holds_what_was_chosen():
    found = service()
    address = map_layers.wms_address(found, [leaf(found)], style="default", crs="EPSG:3857", format="image/jpeg")
    uri = read_address(address)
    assert uri.param("url") == "https://wms.example/skwms1/wms.x?map=a b&lang=nb"
    assert [uri.param(name) for name in ("layers", "styles", "crs", "format")] == [
        "kommuner_gjel", "default", "EPSG:3857", "image/jpeg",
    ]  # fmt: skip
    assert re.search(r"url=https?[^&]*%26lang", address)
    assert "10.0.0.1" not in address
    assert uri.param("IgnoreGetMapUrl") == "1"


def test_several_layers_go_into_one_with_a_style_each():
    found = service()
    address = map_layers.wms_address(found, [leaf(found), leaf(found, 1)], style="default")
    uri = read_address(address)
    assert uri.params("layers") == ["kommuner_gjel", "fylker_gjel"]
    assert uri.params("styles") == ["default", ""]


def test_what_the_service_does_not_offer_gives_way_to_what_it_does():
    found = service()
    uri = read_address(map_layers.wms_address(found, [leaf(found)], style="pink", crs="EPSG:2000", format="image/webp"))
    assert [uri.param(name) for name in ("styles", "crs", "format")] == ["", "EPSG:25833", "image/png"]


def test_a_wms_that_does_not_answer_is_told_and_nothing_is_added(project):
    found = service("http://127.0.0.1:9/wms")
    with pytest.raises(UnexpectedAnswer):
        map_layers.wms_layer(found, leaf(found), project)
    assert project.mapLayers() == {}


def test_a_wms_layer_has_extent_credit_and_licence(project, tmp_path, serve_capabilities):
    url = serve_capabilities(CAPABILITIES)
    found = parse_capabilities(CAPABILITIES, url)
    layer = map_layers.wms_layer(found, leaf(found), project, style="default", crs="EPSG:25833", format="image/png")
    assert layer.isValid()
    assert layer.name() == "Kommuner & mer"
    assert layer.crs() == QgsCoordinateReferenceSystem("EPSG:25833")
    assert 6_200_000 < layer.extent().yMinimum() < 6_500_000
    assert (layer.metadata().rights(), layer.metadata().licenses()) == (["Kartverket"], ["CC BY 4.0"])
    assert layer.attribution() == "Kartverket"


@pytest.fixture
def serve_capabilities():
    """A server in a thread that answers every request with a body."""
    import http.server
    import threading

    servers = []

    def start(body):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/xml")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words):
                """Say nothing."""

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}/wms"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
