"""Klass out of a folder of recordings: recorded bodies where the request is the recorded one, else tables derived from it."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from .catalogue import BYDEL, CENTRALITY, FYLKE, GRUNNKRETS, KOMMUNE, LEVEKAR, REGION
from .classification import Classification, Item, Registers
from .others import centrality, landsdeler, others
from .registers import bydel_pairs, fylke_pairs, unit_pairs, zones
from .tables import FOREVER

# The requests that the recorded bodies answer (their index says so; a date in a name is when it was recorded).
RECORDED = {
    "104_changes_from2018-01-01_to2019-01-02__2023-04-07.json": "104/changes?from=2018-01-01&to=2019-01-02",
    "104_changes_from2019-01-01_to2020-01-02__2023-04-07.json": "104/changes?from=2019-01-01&to=2020-01-02",
    "104_codes_from2016-01-01_to2018-01-02__2023-04-07.json": "104/codes?from=2016-01-01&to=2018-01-02",
    "104_codes_from2018-01-01_to2020-01-02__2022-11-06.json": "104/codes?from=2018-01-01&to=2020-01-02",
    "104_codes_from2022-07-10__2023-03.json": "104/codes?from=2022-07-10",
    "104_corresponds_131_from2016-01-01_to2018-01-02__2023-04-07.json": (
        "104/corresponds?targetClassificationId=131&from=2016-01-01&to=2018-01-02"
    ),
    "104_corresponds_131_from2018-01-01_to2020-01-02__2022-11-06.json": (
        "104/corresponds?targetClassificationId=131&from=2018-01-01&to=2020-01-02"
    ),
    "131_codesAt_2023-03-02__2023-03.json": "131/codesAt?date=2023-03-02",
    "2_codes_from2022-07-10_selectLevel1__2023-03.json": "2/codes?from=2022-07-10&selectLevel=1",
    "19_codes_from2022-07-10__2022-09.json": "19/codes?from=2022-07-10",
    "552_codesAt_2023-03-03__2023-03.json": "552/codesAt?date=2023-03-03",
    "classifications_103__2026-10-07.json": "103",
    "versions_1168__2026-10-07_trimmed.json": "/versions/1168",
}
BYDEL_STARTS = ["2002-01-01", "2004-01-01", "2018-01-01", "2020-01-01"]
# Parameters that say what is the case anyway.
DEFAULTS = {"language": "nb", "includeFuture": "false", "csvSeparator": ",", "selectLevel": "", "selectCodes": ""}


class Recorded:
    """The recorded bodies, found by path and query whatever their order; defaults may be spelled out."""

    def __init__(self, folder: Path):
        self._bodies = folder / "recordings" / "klass" / "bodies"
        self._names = {}
        for name, request in RECORDED.items():
            path, _, query = request.partition("?")
            path = path.strip("/") if path.startswith("/") else f"classifications/{path}"
            self._names[path, frozenset(part for part in query.split("&") if part)] = name

    def __call__(self, path: str, query: Mapping[str, str]) -> bytes | None:
        """Give the body; printed compactly, as the server sends it (some were re-indented by who recorded them)."""
        path = re.sub(r"\.json$", "", path)
        asked = frozenset(f"{key}={value}" for key, value in query.items() if DEFAULTS.get(key) != value)
        name = self._names.get((path, asked))
        if name is None:
            return None
        body = (self._bodies / name).read_bytes()
        if body[1:2] in (b"\n", b"\r"):
            return json.dumps(json.loads(body), ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        return body


def real_registers(folder: Path) -> Registers:
    """Build the classifications from the derived tables: kommuner since 1838, the rest since 2002."""
    history, changes, found = _tables(folder / "recordings" / "klass" / "derived")
    starts = [f"{year}-01-01" for year in range(2002, 2026)]

    def pairs(day: str) -> list[tuple[str, str]]:
        return changes.get(day, [])

    def regions(day: str) -> list[tuple[str, str]]:
        held = found["links"].get(max(year for year in starts if year <= day)[:4], {})
        return sorted((region, kommune) for kommune, region in held.items())

    registers = Registers(
        [
            Classification(KOMMUNE, sorted({item.start for item in history}), history, pairs),
            Classification(GRUNNKRETS, starts, found["units"], lambda day: unit_pairs(registers[GRUNNKRETS], day, pairs(day))),
            Classification(FYLKE, starts, found["fylke"], lambda day: fylke_pairs(registers[FYLKE], pairs(day), day)),
            Classification(BYDEL, BYDEL_STARTS, found["bydel"], lambda day: bydel_pairs(registers, day)),
            Classification(REGION, starts, found["region"]),
            *others(),
        ],
        {(REGION, KOMMUNE): regions, (CENTRALITY, KOMMUNE): centrality, (LEVEKAR, GRUNNKRETS): zones},
        "derived",
    )
    registers[KOMMUNE].variants.append(landsdeler(registers[KOMMUNE]))
    return registers


# Bodies of the other services, by path.
OTHERS = {
    "/kartkatalog/api/getdata/041f1e6e-bdbc-4091-b48f-8a5990f3cc5b": "geonorge/kartkatalog/getdata_041f1e6e_2026-07.json",
    "/geonetwork/srv/nor/csw?id=a8456aed-441a-40c4-831f-46bcbe4e6ff1": "geonorge/csw/GetRecordById_a8456aed_dataset.xml",
    "/geonetwork/srv/nor/csw?id=c750a3f5-1cb8-46aa-a5eb-e13ee0cb9689": "geonorge/csw/GetRecordById_c750a3f5_service.xml",
    "/wms/skwms1/wms.adm_enheter2": "geonorge/wms/adm_enheter2_GetCapabilities_1.3.0_trimmed.xml",
}


def recorded_body(folder: Path | None, path: str) -> bytes | None:
    """The recorded body for a path of the catalogue, a record of its CSW, or the capabilities of the WMS."""
    return (folder / "recordings" / OTHERS[path]).read_bytes() if folder and path in OTHERS else None


@lru_cache(maxsize=2)
def _tables(derived: Path) -> tuple:
    return _kommuner(derived), _kommune_changes(derived), _hierarchy(derived)


def _kommuner(derived: Path) -> list[Item]:
    rows = _csv(derived, "131_code-history_*.csv")
    notes = _notes(derived.parent / "bodies")
    return [
        Item(row["code"], row["name"], row["validFrom"], row["validTo"] or FOREVER, notes=notes.get(row["code"], ""))
        for row in rows
    ]


def _notes(bodies: Path) -> dict[str, str]:
    recorded = json.loads((bodies / "131_codesAt_2023-03-02__2023-03.json").read_text("utf-8"))
    return {row["code"]: row["notes"] for row in recorded["codes"]}


def _kommune_changes(derived: Path) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in _csv(derived, "131_changes_*.csv"):
        found.setdefault(row["changeOccurred"], []).append((row["oldCode"], row["newCode"]))
    return found


def _hierarchy(derived: Path) -> dict:
    """Read the yearly table of grunnkretser with all that is above them into items with periods."""
    seen: dict[str, dict[tuple, list[int]]] = {kind: {} for kind in ("units", "fylke", "bydel", "region")}
    links: dict[str, dict[str, str]] = {}
    with gzip.open(next(derived.glob("grunnkrets-hierarchy_*.csv.gz")), "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            year = int(row["version_date"][:4])
            bydel = "" if row["bydel_no"] == "NA" else row["bydel_no"]
            number, above = row["grunnkrets_no"], row["delomraade_no"]
            _see(seen["units"], (number, row["grunnkrets_name"], above, "" if number.endswith("9999") else bydel), year)
            _see(seen["units"], (above, row["delomraade_name"], None, ""), year)
            if not row["fylke_no"].startswith("EKA"):
                _see(seen["fylke"], (row["fylke_no"], row["fylke_name"].strip(), None, ""), year)
            _see(seen["region"], (row["economic_region_no"], row["economic_region_name"], None, ""), year)
            if bydel:
                _see(seen["bydel"], (bydel, row["bydel_name"], None, ""), year)
            links.setdefault(str(year), {})[row["kommune_no"]] = row["economic_region_no"]
    # The table of 2018 has codes of another classification for fylker; those of 2019 were the same units.
    for years in seen["fylke"].values():
        if 2019 in years and 2018 not in years:
            years.insert(years.index(2019), 2018)
    every = list(range(2002, 2026))
    for row in _csv(derived, "1_codes_2024__*.csv"):
        if row["code"].startswith("2100"):
            seen["units"][row["code"], row["name"], row["parentCode"] or None, ""] = every
    for row in _csv(derived, "geo_levels_2024__*.csv"):
        if row["level"] in ("fylke", "bydel") and row["code"].endswith("99"):
            kept = {key: years for key, years in seen[row["level"]].items() if key[0] != row["code"]}
            seen[row["level"]] = {**kept, (row["code"], row["name"], None, ""): every}
    return {**{kind: list(_items(found)) for kind, found in seen.items()}, "links": links}


def _see(found: dict[tuple, list[int]], key: tuple, year: int) -> None:
    years = found.setdefault(key, [])
    if not years or years[-1] != year:
        years.append(year)


def _items(found: dict[tuple, list[int]]) -> Iterable[Item]:
    for (code, name, parent, bydel), years in found.items():
        first = years[0]
        for year, following in zip(years, [*years[1:], None]):
            if following != year + 1:
                end = FOREVER if year == 2025 else f"{year + 1}-01-01"
                yield Item(code, name, f"{first}-01-01", end, "2" if parent else "1", parent, "", bydel)
                first = following


def _csv(derived: Path, pattern: str) -> Iterable[dict]:
    with next(derived.glob(pattern)).open(encoding="utf-8") as file:
        yield from csv.DictReader(file)
