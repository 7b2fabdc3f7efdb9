"""Conversion beside `ogr2ogr`: seconds of both from the same run, and the memory that ours takes above its start.

    python3 tests/bench/bench_convert.py [--rounds N] [--folder DIR]

Needs `ogr2ogr` and the maker of test data beside the checkout (../shared/tools/make-norway). The yardsticks: `ogr2ogr` on
the unpacked file and on the zip; with `-makevalid`, as our layers are always valid; for nested GeoJSON, which it refuses at
this size, `ogr2ogr` on the plain collection of the same features.
"""

from __future__ import annotations

import argparse
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
MAKER = ROOT.parent / "shared" / "tools" / "make-norway"
MAKER_ARGUMENTS = "--kommuner 357 --grunnkretser 14000 --vertices 400 --seed 1 --formats gpkg,geojson,gml"

# name, unit, what we convert, what ogr2ogr converts, the goal
CASES = [
    ("GeoJSON, plain", "grunnkrets", "grunnkretser_plain.geojson", "grunnkretser_plain.geojson", 1.1),
    (
        "GeoJSON, nested",
        "grunnkrets",
        "Basisdata_0000_Norge_25833_Grunnkretser_GeoJSON.geojson",
        "grunnkretser_plain.geojson",
        1.2,
    ),
    (
        "GML",
        "grunnkrets",
        "Basisdata_0000_Norge_25833_Grunnkretser_GML.gml",
        "Basisdata_0000_Norge_25833_Grunnkretser_GML.gml",
        1.1,
    ),
    ("GeoJSON, mixed", "kommune", "kommuner_mixed.geojson", "kommuner_mixed.geojson", 1.1),
]

OURS = """
import importlib.util, pathlib, resource, sys, time
from osgeo import gdal, ogr
spec = importlib.util.spec_from_file_location("klasskart", {root!r} + "/__init__.py", submodule_search_locations=[{root!r}])
sys.modules["klasskart"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sys.modules["klasskart"])
from klasskart.core.units import UNITS
from klasskart.work.conversion import convert
start, memory = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
made = convert([pathlib.Path({source!r})], UNITS[{unit!r}], pathlib.Path({target!r}), layer={unit!r})
seconds = time.perf_counter() - start
print(seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory) / 1024, made.features)
"""


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--folder", type=pathlib.Path, help="where the test data are, or are made; else a temporary folder")
    chosen = arguments.parse_args()
    if not shutil.which("ogr2ogr") or not MAKER.exists():
        print("bench_convert: needs ogr2ogr (Debian: gdal-bin) and", MAKER)
        return 1
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or pathlib.Path(temporary)
        make_data(folder)
        print(f"{'':18} {'ours':>7} {'ogr2ogr':>8} {'ratio':>6} {'goal':>5} {'on zip':>7} {'-makevalid':>10} {'memory':>9}")
        for name, unit, source, yardstick, goal in CASES:
            row(name, unit, zipped(folder / source), folder / yardstick, goal, chosen.rounds)
    return 0


def make_data(folder: pathlib.Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "manifest.json").exists():
        subprocess.run([MAKER, *MAKER_ARGUMENTS.split(), "--out", folder], check=True, stdout=subprocess.DEVNULL)


def zipped(path: pathlib.Path) -> pathlib.Path:
    target = path.with_suffix(path.suffix + ".zip")
    if not target.exists():
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(path, path.name)
    return target


def row(name: str, unit: str, source: pathlib.Path, yardstick: pathlib.Path, goal: float, rounds: int) -> None:
    """Measure in turns, so that whatever else the machine does meets both."""
    ours, memory, plain, packed, valid = [], [], [], [], []
    for _ in range(rounds):
        seconds, above = convert(source, unit)
        ours.append(seconds)
        memory.append(above)
        plain.append(ogr2ogr(str(yardstick)))
        packed.append(ogr2ogr(f"/vsizip/{zipped(yardstick)}"))
        valid.append(ogr2ogr(str(yardstick), "-makevalid"))
    mine, theirs = statistics.median(ours), statistics.median(plain)
    print(
        f"{name:18} {mine:6.2f}s {theirs:7.2f}s {mine / theirs:6.2f} {goal:5.1f} {statistics.median(packed):6.2f}s"
        f" {statistics.median(valid):9.2f}s {max(memory):6.0f} MB",
        flush=True,
    )


def convert(source: pathlib.Path, unit: str) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        script = OURS.format(root=str(ROOT), source=str(source), unit=unit, target=f"{folder}/ours.gpkg")
        done = subprocess.run([sys.executable, "-c", script], check=True, stdout=subprocess.PIPE, text=True)
    seconds, memory, _features = done.stdout.split()
    return float(seconds), float(memory)


def ogr2ogr(source: str, *options: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        # A .gfs beside a GML would spare ogr2ogr its first reading in all rounds but one.
        command = ["ogr2ogr", "--config", "GML_FIELDTYPES", "ALWAYS_STRING", "-oo", "WRITE_GFS=NO", *options]
        start = time.perf_counter()
        subprocess.run([*command, "-f", "GPKG", f"{folder}/yardstick.gpkg", source], check=True, capture_output=True)
        return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
