"""Zip on disk → styled layer in QGIS, beside `ogr2ogr` on the same features in the same form; and the memory it takes.

Ours is more than a conversion: the zip is unpacked, every shape made valid, the GeoPackage indexed and opened as a layer with
its style, labels and metadata. Growth: what a polygon takes among 100 000 beside among 14 000, with as many points each.

`ogr2ogr` gets the unpacked file. It refuses nested GeoJSON of this size: its yardstick is the plain collection of the same
features. Our layers are always valid, so what `-makevalid` costs is told too. All run in fresh processes, in turns, so that
whatever else the machine does meets each.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import norway
from common import ROOT, Row, growth_row

MEMORY = "≤ 300 MB"
# what it is called, unit, form of ours, form of the yardstick, goal, what ogr2ogr is to pick
CASES = (
    ("plain GeoJSON", "grunnkrets", "plain", "plain", 1.1, ()),
    ("nested GeoJSON", "grunnkrets", "nested", "plain", 1.2, ()),
    ("GML", "grunnkrets", "gml", "gml", 1.1, ()),
    ("FGDB", "grunnkrets", "fgdb", "fgdb", 1.1, ()),
    ("mixed GeoJSON", "kommune", "mixed", "mixed", 1.1, ("-where", "objtype = 'Kommune'")),
    ("old nested GeoJSON", "kommune", "nested", "mixed", 1.2, ("-where", "objtype = 'Kommune'")),
)
_OURS = """
import pathlib, sys, time
sys.path.insert(0, {bench!r})
from common import forget_peak, peak_mib, use_checkout
use_checkout()
from osgeo import gdal, ogr
from qgis.core import QgsApplication, QgsProject
application = QgsApplication([], False)
application.initQgis()
from klasskart.core.units import UNITS
from klasskart.gis import layers
from klasskart.work.boundary_file import BoundaryFile
from klasskart.work.conversion import convert
forget_peak()
start, before = time.perf_counter(), peak_mib()
made = convert([pathlib.Path({source!r})], UNITS[{unit!r}], pathlib.Path({target!r}), layer={unit!r})
facts = dict(title="Norway", sources=(), fetched="2026-10-01", features=made.features)
file = BoundaryFile(made.path, made.layer, {unit!r}, ("0000",), 2026, made.crs, **facts)
layer = layers.boundary_layer(file, QgsProject.instance())
if layer.featureCount() != made.features or not layer.labelsEnabled() and {unit!r} == "kommune":
    raise SystemExit("no such layer")
print(time.perf_counter() - start, peak_mib() - before, made.features, flush=True)
import os
os._exit(0)  # QGIS without its desktop does not always end well
"""


def ours(source: Path, unit: str) -> tuple[float, float]:
    """Convert in a fresh process; give seconds, and MiB above what it had at the start."""
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder, "ours.gpkg"))
        script = _OURS.format(bench=str(ROOT / "tools" / "bench"), source=str(source), unit=unit, target=target)
        done = subprocess.run([sys.executable, "-c", script], check=True, stdout=subprocess.PIPE, text=True)
    seconds, memory, _features = done.stdout.split()[-3:]
    return float(seconds), float(memory)


def ogr2ogr(source: Path, options: tuple[str, ...]) -> float:
    """Convert as everybody would; give seconds."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["ogr2ogr", "--config", "GML_FIELDTYPES", "ALWAYS_STRING", *options, "-f", "GPKG"]
        if source.suffix == ".gml":
            command += ["-oo", "WRITE_GFS=NO"]  # a .gfs beside it would spare all rounds but one the first reading
        start = time.perf_counter()
        subprocess.run([*command, str(Path(folder, "yardstick.gpkg")), str(source)], check=True, capture_output=True)
        return time.perf_counter() - start


def case(name: str, unit: str, form: str, yardstick_form: str, goal: float, options: tuple[str, ...], times: int = 3):
    delivery, plain = norway.file(unit, form), norway.file(unit, yardstick_form)
    if delivery is None:
        return
    runs, yardsticks, valid = [], [], []
    for _ in range(times):
        runs.append(ours(norway.zipped(delivery), unit))
        yardsticks.append(ogr2ogr(plain, options))
        valid.append(ogr2ogr(plain, (*options, "-makevalid")))
    seconds, yardstick = min(run[0] for run in runs), min(yardsticks)
    memory = max(run[1] for run in runs)
    what = f"{norway.WHAT}, {name}" if unit == "grunnkrets" else f"357 kommuner, {name}"
    ratio = f"{seconds:.2f} s ({seconds / yardstick:.2f} ×)"
    beside = "ogr2ogr" if form == yardstick_form else "ogr2ogr on the plain one"
    yield Row(
        f"zip → styled layer, {what}",
        ratio,
        f"≤ {goal} ×",
        f"{yardstick:.2f} s {beside}, {min(valid):.2f} s valid",
        seconds <= goal * yardstick,
    )
    yield Row(f"  its memory above the start, {name}", f"{memory:.0f} MB", MEMORY, "", memory <= 300)


def growth(form: str):
    """Convert few and many polygons."""
    if not norway.MAKER.exists():
        return
    found = []
    for count in (norway.SMALL, norway.LARGE):
        runs = [ours(norway.zipped(norway.many(count, form)), "grunnkrets") for _ in range(2)]
        found.append((min(run[0] for run in runs) / count, max(run[1] for run in runs)))
    (small, _), (large, memory) = found
    yield growth_row(f"zip → styled layer, {form} GeoJSON", small, large, memory)


def rows() -> list[Row]:
    return [*(row for each in CASES for row in case(*each)), *growth("plain"), *growth("nested")]
