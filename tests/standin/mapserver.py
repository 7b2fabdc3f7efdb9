"""A real WMS for QGIS's client to meet: QGIS Server (`qgis_mapserver`) on a project with our own borders."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .attributes import Order
from .boundaries import OwnBoundaries
from .deliveries import package
from .registers import own_registers

PROGRAM = "qgis_mapserver"


class Published(NamedTuple):
    """A layer that is served: from which data set and type, under what title and name."""

    dataset: str
    feature_type: str
    title: str
    name: str


MAPS = (
    Published("Fylker", "Fylke", "Fylker gjeldene", "fylker_gjel"),
    Published("Kommuner", "Kommune", "Kommuner gjeldene", "kommuner_gjel"),
)
# The collections of the specification of the OGC API for administrative units.
COLLECTIONS = (
    Published("Fylker", "Fylke", "Fylker", "Fylker"),
    Published("Fylker", "Grense", "Fylkesgrenser", "Fylkesgrenser"),
    Published("Kommuner", "Kommune", "Kommuner", "Kommuner"),
    Published("Kommuner", "Grense", "Kommunegrenser", "Kommunegrenser"),
)


def installed() -> bool:
    return shutil.which(PROGRAM) is not None


def write_project(folder: Path, year: int = 2024, layers: tuple[Published, ...] = MAPS) -> Path:
    """Make a project with layers in a group; they are its maps and its collections. Needs a running QgsApplication."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsReferencedRectangle, QgsVectorLayer

    boundaries = OwnBoundaries(own_registers(f"{year}-06-01"))
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    group = project.layerTreeRoot().addGroup("adm_enheter")
    ids = []
    for one in layers:
        path = folder / f"{one.dataset}.zip"
        path.write_bytes(package(Order(one.dataset, year, "0000", "25833", "GeoJSON"), one.dataset, boundaries, "B"))
        source = f"/vsizip/{path}/{one.dataset}.geojson|layername={one.feature_type}"
        layer = QgsVectorLayer(source, one.title, "ogr")
        layer.setShortName(one.name)
        project.addMapLayer(layer, False)
        ids.append(layer.id())
        group.addLayer(layer)
        extent = layer.extent()
    project.writeEntry("WFSLayers", "/", ids)
    project.writeEntry("WMSServiceCapabilities", "/", True)
    project.writeEntry("WMSServiceTitle", "/", "Administrative enheter")
    project.writeEntry(
        "WMSExtent", "/", [str(v) for v in (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())]
    )
    project.writeEntry("WMSCrsList", "/", ["EPSG:25833", "EPSG:25832", "EPSG:3857", "EPSG:4258"])
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(extent, project.crs()))
    target = folder / "adm_enheter.qgs"
    if not project.write(str(target)):
        raise OSError(project.error())
    return target


@contextlib.contextmanager
def serve(project: Path, seconds: float = 60) -> Iterator[str]:
    """Run QGIS Server on a project; gives the address of its WMS once it answers."""
    port = _free_port()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QGIS_SERVER_LOG_LEVEL": "2"}
    command = [PROGRAM, "-p", str(project), f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}/"
    try:
        _wait(address, server, seconds)
        yield address
    finally:
        server.terminate()
        server.wait(10)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(address: str, server: subprocess.Popen, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if server.poll() is not None:
            raise RuntimeError(f"{PROGRAM} ended with {server.returncode}")
        try:
            urllib.request.urlopen(f"{address}?SERVICE=WMS&REQUEST=GetCapabilities", timeout=10).close()
            return
        except OSError:  # not yet
            time.sleep(0.2)
    raise TimeoutError(f"{PROGRAM} did not answer in {seconds} s")
