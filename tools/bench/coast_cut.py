"""Grunnkretser without their sea, GeoPackage to GeoPackage, beside QGIS's own `native:difference` on the same two layers.

The sea is one shape with a winding shore and many islands, made here; `native:difference` reads all of it for every unit.
"""

import math
import tempfile
from pathlib import Path

import norway
from common import Row, use_checkout
from dissolving import converted, timed

GOAL, MEMORY = 1.0, 300
_SHORE, _ISLANDS, _AROUND = 3_000, 100, 12  # points of the shore, islands, points of each
_OURS = """
import pathlib, sys, time
sys.path.insert(0, {{bench!r}})
from common import forget_peak, peak_mib, use_checkout
use_checkout()
from osgeo import gdal, ogr
from klasskart.core.units import UNITS
from klasskart.work.conversion.clipping import cut_at_coast
forget_peak()
start, before = time.perf_counter(), peak_mib()
made = cut_at_coast(pathlib.Path({{source!r}}), UNITS["grunnkrets"], [pathlib.Path({sea!r})], pathlib.Path({{target!r}}))
if not made.cut:
    raise SystemExit("nothing was cut")
print(time.perf_counter() - start, peak_mib() - before)
"""
_NATIVE = """
import sys, time
sys.path[:0] = ["/usr/share/qgis/python/plugins"]
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
import processing
from processing.core.Processing import Processing
Processing.initialize()
start = time.perf_counter()
layers = {{{{"INPUT": {{source!r}} + "|layername=grunnkrets", "OVERLAY": {sea!r} + "|layername=sea", "OUTPUT": {{target!r}}}}}}
processing.run("native:difference", layers)
print(time.perf_counter() - start, 0)
"""


def write_sea(source: Path, target: Path) -> None:
    """Write a sea over the western third of a layer."""
    from osgeo import gdal, ogr

    gdal.UseExceptions()
    dataset = ogr.Open(str(source))
    layer = dataset.GetLayerByName("grunnkrets")
    west, east, south, north = layer.GetExtent()
    middle, swing = west + (east - west) / 3, (east - west) / 10
    shore = []
    for number in range(_SHORE + 1):
        part = number / _SHORE
        winding = sum(math.sin(part * turns) / turns**0.5 for turns in (7, 61, 503, 4001))
        shore.append((middle + swing * winding / 2, south + part * (north - south)))
    sea = ogr.Geometry(ogr.wkbPolygon)
    sea.AddGeometry(_ring([(west - 1, south), *shore, (west - 1, north)]))
    side = math.ceil(_ISLANDS**0.5)
    for number in range(_ISLANDS):
        x = west + (number % side + 0.5) / side * (middle - 2 * swing - west)
        y = south + (number // side + 0.5) / side * (north - south)
        reach = min(middle - west, north - south) / side / 8
        turns = [2 * math.pi * corner / _AROUND for corner in range(_AROUND)]
        sea.AddGeometry(_ring([(x + reach * math.cos(turn), y + reach * math.sin(turn)) for turn in turns]))
    made = ogr.GetDriverByName("GPKG").CreateDataSource(str(target))
    written = made.CreateLayer("sea", layer.GetSpatialRef(), ogr.wkbMultiPolygon, ["GEOMETRY_NAME=geom", "FID=fid"])
    feature = ogr.Feature(written.GetLayerDefn())
    feature.SetGeometry(ogr.ForceToMultiPolygon(sea))
    written.CreateFeature(feature)


def _ring(points):
    from osgeo import ogr

    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in [*points, points[0]]:
        ring.AddPoint_2D(x, y)
    return ring


def filled(script: str, sea: Path) -> str:
    return script.format(sea=str(sea))


def rows() -> list[Row]:
    use_checkout()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        delivery = norway.many(norway.SMALL) if norway.MAKER.exists() else norway.file("grunnkrets", "plain")
        source = converted(delivery, folder)
        write_sea(source, folder / "sea.gpkg")
        runs = [timed(filled(_OURS, folder / "sea.gpkg"), source) for _ in range(3)]
        yardstick = timed(filled(_NATIVE, folder / "sea.gpkg"), source)[0]
    seconds, memory = min(run[0] for run in runs), max(run[1] for run in runs)
    return [
        Row(
            "cut 14 000 grunnkretser at the coast",
            f"{seconds:.2f} s ({seconds / yardstick:.2f} ×)",
            f"≤ {GOAL} ×",
            f"{yardstick:.2f} s native:difference",
            seconds <= GOAL * yardstick,
        ),
        Row("  its memory above the start", f"{memory:.0f} MB", f"≤ {MEMORY} MB", "", memory <= MEMORY),
    ]
