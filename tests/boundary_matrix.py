"""What boundaries are tried in: the one list that the tests run through and that docs/boundaries.md shows."""

from __future__ import annotations

from typing import NamedTuple

# The delivered forms by the name that the stand-in has for them.
FORMS = {
    "A": "GeoJSON of 2018–2022 (keyed objects)",
    "B": "GeoJSON of 2023–2025 (nested names)",
    "C": "GeoJSON of 2026 (one file per type, BOM)",
    "C1": "GeoJSON of 2026 (one mixed collection)",
    "GML": "GML 3.2",
    "FGDB": "FGDB",
}
COASTS = ("sea", "coast")
YEARS = (2022, 2024, 2026)  # the last is today's
SYSTEMS = ("EPSG:25832", "EPSG:25833", "EPSG:25835", "EPSG:3035", "EPSG:4258")
ONLY_UTM = ("FGDB",)
ROUTES = ("files", "order", "feed")
PUT_TOGETHER = ("delomrade", "bydel")  # whole files of their parts are tried with these
REAL_YEARS = (2020, 2024)


class Tried(NamedTuple):
    """One unit: the area it is tried with, the fewest features there, and whether real shapes of it lie in REAL."""

    area: str
    least: int
    real: str = ""


UNITS_TRIED = {
    "kommune": Tried("0301", 1, "46"),
    "fylke": Tried("03", 1, "46"),
    "kommunegrense": Tried("0301", 2, "46"),
    "fylkesgrense": Tried("03", 1, "46"),
    "grunnkrets": Tried("0301", 500),
    "delomrade": Tried("0301", 50),
    "bydel": Tried("0301", 15),
}


def routes_of(unit: str) -> tuple[str, ...]:
    """The routes that a unit is tried by."""
    return ROUTES[1:] if unit in PUT_TOGETHER else ROUTES


def table() -> str:
    """Write the list as a table of Markdown."""
    years = ", ".join(map(str, YEARS))
    forms = "A, B, C, C1, GML, FGDB"
    systems = ", ".join(name.removeprefix("EPSG:") for name in SYSTEMS)
    head = [
        "| unit (`UNIT`) | years | coast | formats | CRS | routes | real shapes |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    rows = []
    for unit, tried in UNITS_TRIED.items():
        real = ", ".join(map(str, REAL_YEARS)) + ", sea and coast" if tried.real else "–"
        cells = [f"`{unit}`", years, ", ".join(COASTS), forms, systems, ", ".join(routes_of(unit)), real]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join([*head, *rows])


def legend() -> str:
    """Say what the short names of the formats mean, as a list of Markdown."""
    return "\n".join(f"- **{key}**: {words}" for key, words in FORMS.items())
