"""Zip on disk → indexed GeoPackage, beside `ogr2ogr` on the same features in the same form; and the memory it takes.

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
from common import ROOT, Row

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
from klasskart.core.units import UNITS
from klasskart.work.conversion import convert
forget_peak()
start, before = time.perf_counter(), peak_mib()
made = convert([pathlib.Path({source!r})], UNITS[{unit!r}], pathlib.Path({target!r}), layer={unit!r})
print(time.perf_counter() - start, peak_mib() - before, made.features)
"""


def ours(source: Path, unit: str) -> tuple[float, float]:
    """Convert in a fresh process; give seconds, and MiB above what it had at the start."""
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder, "ours.gpkg"))
        script = _OURS.format(bench=str(ROOT / "tools" / "bench"), source=str(source), unit=unit, target=target)
        done = subprocess.run([sys.executable, "-c", script], check=True, stdout=subprocess.PIPE, text=True)
    seconds, memory, _features = done.stdout.split()
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
        f"convert {what}",
        ratio,
        f"≤ {goal} ×",
        f"{yardstick:.2f} s {beside}, {min(valid):.2f} s valid",
        seconds <= goal * yardstick,
    )
    yield Row(f"  its memory above the start, {name}", f"{memory:.0f} MB", MEMORY, "", memory <= 300)


def rows() -> list[Row]:
    return [row for each in CASES for row in case(*each)]
