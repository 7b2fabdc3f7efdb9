"""Make the compact code tables in `data/` from SSB's published codes (facts: numbers, names, dates of change).

    python tests/standin/make_data.py FOLDER      FOLDER holds recordings/ and data/

Only needed when the tables shall be made anew; the stand-in itself reads nothing but `data/`.
Source of the codes: Statistisk sentralbyrå (Klass), CC BY 4.0. Centres: after Kartverket, CC BY 4.0.
"""

from __future__ import annotations

import csv
import gzip
import lzma
import sys
from collections.abc import Iterable
from pathlib import Path

DATA = Path(__file__).with_name("data")
FIRST, LAST = 2019, 2025  # what the sources hold; LAST means "and ever since"


def main(folder: Path) -> None:
    derived = folder / "recordings" / "klass" / "derived"
    units, links, levels = read_hierarchy(derived)
    add_svalbard_and_buckets(derived, units, levels)
    write("grunnkretser.csv.xz", "code;name;bydel;first;last", years(units))
    write("levels.csv.xz", "kind;code;name;first;last", years(levels))
    write("zones.csv.xz", "grunnkrets;zone", zones(derived))
    write("regions.csv.xz", "kommune;region;first;last", years(links))
    write("kommuner.csv.xz", "code;name;first;last", kommuner(derived))
    write("kommune-changes.csv.xz", "date;old;new", kommune_changes(derived))
    write("centres.csv.xz", "code;name;fylke;lon;lat;land_km2", centres(folder / "data" / "kommune-centres-2024.csv"))


def read_hierarchy(derived: Path):
    """Collect the years in which each grunnkrets, delområde, bydel, fylke and region had its name."""
    units: dict[tuple, set[int]] = {}
    links: dict[tuple, set[int]] = {}
    levels: dict[tuple, set[int]] = {}
    source = next(derived.glob("grunnkrets-hierarchy_*.csv.gz"))
    with gzip.open(source, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            year = int(row["version_date"][:4])
            if year < FIRST:
                continue
            bydel = "" if row["bydel_no"] == "NA" else row["bydel_no"]
            units.setdefault((row["grunnkrets_no"], row["grunnkrets_name"], bydel), set()).add(year)
            units.setdefault((row["delomraade_no"], row["delomraade_name"], ""), set()).add(year)
            links.setdefault((row["kommune_no"], row["economic_region_no"]), set()).add(year)
            levels.setdefault(("fylke", row["fylke_no"], row["fylke_name"]), set()).add(year)
            levels.setdefault(("region", row["economic_region_no"], row["economic_region_name"]), set()).add(year)
            if bydel:
                levels.setdefault(("bydel", bydel, row["bydel_name"]), set()).add(year)
    return units, links, levels


def add_svalbard_and_buckets(derived: Path, units: dict, levels: dict) -> None:
    """Add what the hierarchy leaves out: Svalbard in classification 1, "Uoppgitt" of fylke and bydel, levekårssoner."""
    every = set(range(FIRST, LAST + 1))
    with next(derived.glob("1_codes_2024__*.csv")).open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["code"].startswith("2100"):
                units[(row["code"], row["name"], "")] = every
    with next(derived.glob("geo_levels_2024__*.csv")).open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            known = {key[1] for key in levels if key[0] == row["level"]}
            if row["level"] == "levekaar":
                levels[(row["level"], row["code"], row["name"])] = {2024, LAST}
            elif row["level"] in ("fylke", "bydel") and row["code"].endswith("99") and row["code"] not in known:
                levels[(row["level"], row["code"], row["name"])] = every


def years(found: dict[tuple, set[int]]) -> Iterable[tuple]:
    """Turn sets of years into rows with first and last year, one row per unbroken run."""
    for key, held in sorted(found.items()):
        ordered = sorted(held)
        first = ordered[0]
        for year, following in zip(ordered, [*ordered[1:], None]):
            if following != year + 1:
                yield (*key, first, year)
                first = following


def kommuner(derived: Path) -> Iterable[tuple]:
    with next(derived.glob("131_code-history_*.csv")).open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            end = row["validTo"]
            if end and end <= f"{FIRST}-01-01":
                continue
            if not row["validFrom"].endswith("-01-01") and row["validFrom"] > f"{FIRST}-01-01":
                raise SystemExit(f"not a New Year: {row}")
            first = max(FIRST, int(row["validFrom"][:4]))
            yield row["code"], row["name"], first, int(end[:4]) - 1 if end else LAST


def kommune_changes(derived: Path) -> Iterable[tuple]:
    with next(derived.glob("131_changes_*.csv")).open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["changeOccurred"] > f"{FIRST}-01-01":
                yield row["changeOccurred"], row["oldCode"], row["newCode"]


def zones(derived: Path) -> Iterable[tuple]:
    with next(derived.glob("1_codes_2024__*.csv")).open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["levekaar"]:
                yield row["code"], row["levekaar"]


def centres(path: Path) -> Iterable[tuple]:
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            yield (row["kommunenummer"], row["kommunenavn"], row["fylkesnummer"], row["lon"], row["lat"], row["land_km2"])


def write(name: str, header: str, rows: Iterable[tuple]) -> None:
    text = "\n".join([header, *(";".join(map(str, row)) for row in rows)]) + "\n"
    (DATA / name).write_bytes(lzma.compress(text.encode("utf-8"), preset=9))
    print(f"{name}: {text.count(chr(10)) - 1} rows, {(DATA / name).stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
