"""Grunnkretser → delområder, GeoPackage to GeoPackage, beside QGIS's own `native:dissolve` on the same layer.

Both run in fresh processes, in turns. Growth: seconds per thousand polygons of 100 000 beside those of 14 000, all of them with
the same number of points, where `make-norway` lies beside the checkout.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import norway
from common import ROOT, Row, growth_row, use_checkout

GOAL, MEMORY = 1.2, 300
_OURS = """
import pathlib, sys, time
sys.path.insert(0, {bench!r})
from common import forget_peak, peak_mib, use_checkout
use_checkout()
from osgeo import gdal, ogr
from klasskart.core.units import UNITS
from klasskart.work.conversion.dissolving import dissolve
from klasskart.work.conversion.fields import delomrade_of
forget_peak()
start, before = time.perf_counter(), peak_mib()
dissolve(
    pathlib.Path({source!r}), UNITS["grunnkrets"], UNITS["delomrade"], pathlib.Path({target!r}),
    whole_of=delomrade_of, describe=lambda code: {{"kommunenummer": code[:4]}},
)
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
parameters = {{"INPUT": {source!r} + "|layername=grunnkrets", "FIELD": ["delomradenummer"], "OUTPUT": {target!r}}}
processing.run("native:dissolve", parameters)
print(time.perf_counter() - start, 0)
"""


def timed(script: str, source: Path) -> tuple[float, float]:
    """Run in a fresh process; give seconds, and MiB above what it had at the start."""
    with tempfile.TemporaryDirectory() as folder:
        filled = script.format(bench=str(ROOT / "tools" / "bench"), source=str(source), target=str(Path(folder, "out.gpkg")))
        done = subprocess.run([sys.executable, "-c", filled], check=True, stdout=subprocess.PIPE, text=True)
    seconds, memory = done.stdout.split()[-2:]
    return float(seconds), float(memory)


def converted(delivery: Path, folder: Path) -> Path:
    """Make the layer of grunnkretser that both begin with."""
    use_checkout()
    from klasskart.core.units import UNITS
    from klasskart.work.conversion import convert

    return convert([delivery], UNITS["grunnkrets"], folder / f"{delivery.stem}.gpkg", layer="grunnkrets").path


def beside_native(folder: Path, times: int = 3):
    source = converted(norway.file("grunnkrets", "plain"), folder)
    runs, yardsticks = [], []
    for _ in range(times):
        runs.append(timed(_OURS, source))
        yardsticks.append(timed(_NATIVE, source)[0])
    seconds, yardstick, memory = min(run[0] for run in runs), min(yardsticks), max(run[1] for run in runs)
    yield Row(
        f"dissolve {norway.WHAT} to delområder",
        f"{seconds:.2f} s ({seconds / yardstick:.2f} ×)",
        f"≤ {GOAL} ×",
        f"{yardstick:.2f} s native:dissolve",
        seconds <= GOAL * yardstick,
    )
    yield Row("  its memory above the start", f"{memory:.0f} MB", f"≤ {MEMORY} MB", "", memory <= MEMORY)


def growth(folder: Path):
    if not norway.MAKER.exists():
        return
    found = []
    for count in (norway.SMALL, norway.LARGE):
        place = folder / str(count)
        place.mkdir()
        seconds, memory = timed(_OURS, converted(norway.many(count), place))
        found.append((seconds / count, memory))
    (small, _), (large, memory) = found
    yield growth_row("dissolve to delområder", small, large, memory)


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        return [*beside_native(Path(folder)), *growth(Path(folder))]
