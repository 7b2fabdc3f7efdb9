"""The big country that the benches work on: 14 000 grunnkretser with 400 points each, in every form that is delivered.

Made once into build/bench by `make-norway` where that lies beside the checkout; else by our own stand-in, with as many
grunnkretser but simpler shapes. `WHAT` says which, for the table.
"""

import datetime
import io
import re
import subprocess
import zipfile
from pathlib import Path

from common import ROOT, use_checkout

MAKER = ROOT.parent / "shared" / "tools" / "make-norway"
FOLDER = ROOT / "build" / "bench"
TODAY = datetime.date(2026, 10, 1)
_ARGUMENTS = "--kommuner 357 --grunnkretser 14000 --vertices 400 --seed 1 --formats geojson,gml,fgdb --levels grunnkrets"
SMALL, LARGE, FEW_POINTS = 14_000, 100_000, 60  # for what grows with the number of polygons
WHAT = "14 000 × 400" if MAKER.exists() else "stand-in's own shapes"

# form → the file that make-norway calls so, and where in the stand-in's offer it is
_MADE = {
    ("grunnkrets", "plain"): "grunnkretser_plain.geojson",
    ("grunnkrets", "nested"): "Basisdata_0000_Norge_25833_Grunnkretser_GeoJSON.geojson",
    ("grunnkrets", "gml"): "Basisdata_0000_Norge_25833_Grunnkretser_GML.gml",
    ("grunnkrets", "fgdb"): "norway.gdb",
    ("kommune", "nested"): "kommuner_legacy.geojson",
    ("kommune", "mixed"): "kommuner_mixed.geojson",
}
_OFFERED = {
    ("grunnkrets", "plain"): ("C", "Grunnkretser", "GeoJSON"),
    ("grunnkrets", "nested"): ("B", "Grunnkretser", "GeoJSON"),
    ("grunnkrets", "gml"): ("GML", "Grunnkretser", "GML"),
    ("kommune", "nested"): ("A", "Kommuner", "GeoJSON"),
    ("kommune", "mixed"): ("C1", "Kommuner", "GeoJSON"),
}


def file(unit: str, form: str) -> Path | None:
    """Give a delivery unpacked; None for a form that can't be made here."""
    if MAKER.exists():
        folder = FOLDER / "norway"
        if not (folder / "manifest.json").exists():
            subprocess.run([MAKER, *_ARGUMENTS.split(), "--out", folder], check=True, stdout=subprocess.DEVNULL)
        return folder / _MADE[unit, form]
    return _own(unit, form) if (unit, form) in _OFFERED else None


def many(count: int, form: str = "plain") -> Path:
    """Give `count` grunnkretser of few points each, as GeoJSON unpacked; only where `make-norway` lies beside the checkout."""
    folder = FOLDER / f"many-{count}"
    if not (folder / "manifest.json").exists():
        arguments = f"--grunnkretser {count} --vertices {FEW_POINTS} --formats geojson --levels grunnkrets --out {folder}"
        subprocess.run([MAKER, *arguments.split()], check=True, stdout=subprocess.DEVNULL)
    return folder / _MADE["grunnkrets", form]


def zipped(path: Path) -> Path:
    """Give the same as a zip, as Geonorge sends it."""
    target = path.with_name(path.name + ".zip")
    if not target.exists():
        part = target.with_suffix(".part")
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for member in sorted(path.rglob("*")) if path.is_dir() else [path]:
                archive.write(member, member.relative_to(path.parent))
        part.replace(target)
    return target


def grunnkretser_with_real_codes() -> Path:
    """Give the nested delivery of the grunnkretser as a zip, numbered as the stand-in's Klass numbers them."""
    use_checkout()
    from standin.catalogue import GRUNNKRETS
    from standin.registers import own_registers

    source = file("grunnkrets", "nested")
    target = source.with_name("numbered_" + source.name)
    if not target.exists():
        day = TODAY.isoformat()
        items = own_registers(day)[GRUNNKRETS].at(day)
        codes = iter(sorted(code for code, item in items.items() if item.level == "2" and not code.endswith("9999")))
        pattern = re.compile(rb'("grunnkretsnummer":\s*")\d{8}"')
        with source.open("rb") as lines, target.open("wb") as numbered:
            for line in lines:
                numbered.write(pattern.sub(lambda found: found[1] + next(codes).encode() + b'"', line))
    return zipped(target)


def _own(unit: str, form: str) -> Path:
    """Take a delivery of the stand-in, as it would send it."""
    generation, dataset, name = _OFFERED[unit, form]
    folder = FOLDER / "own" / f"{unit}_{form}"
    if not folder.exists():
        use_checkout()
        from standin.attributes import Order
        from standin.boundaries import OwnBoundaries
        from standin.deliveries import package
        from standin.registers import own_registers

        stem = f"Basisdata_0000_Norge_25833_{dataset}_{name}"
        boundaries = OwnBoundaries(own_registers(TODAY.isoformat()))
        content = package(Order(dataset, TODAY.year, "0000", "25833", name), stem, boundaries, generation)
        part = folder.with_suffix(".part")
        zipfile.ZipFile(io.BytesIO(content)).extractall(part)
        part.rename(folder)
    return max((path for path in folder.iterdir() if path.suffix != ".zip"), key=lambda path: path.stat().st_size)
