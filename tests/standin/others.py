"""Classifications and code lists that are no divisions of the country, or group kommuner; and variants.

Codes and names of sex, marital status and industries are SSB's; which group a kommune is in is made up.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache

from .catalogue import CENTRALITY, INDUSTRY, KOSTRA, LEVEKAR, MARITAL, SEX
from .classification import Classification, Item, Variant, Version
from .tables import table

GROUPS = (
    ("Mest sentrale kommuner", "Most central municipalities"),
    ("Nest mest sentrale kommuner", "Second most central municipalities"),
    ("Mellomsentrale kommuner 1", "Municipalities of medium centrality 1"),
    ("Mellomsentrale kommuner 2", "Municipalities of medium centrality 2"),
    ("Nest minst sentrale kommuner", "Second least central municipalities"),
    ("Minst sentrale kommuner", "Least central municipalities"),
)
SEXES = {"1": ("Mann", "Male"), "2": ("Kvinne", "Female")}
STATES = {
    "1": ("Ugift", "Unmarried"),
    "2": ("Gift", "Married"),
    "3": ("Enke/enkemann", "Widow/widower"),
    "4": ("Skilt", "Divorced"),
    "5": ("Separert", "Separated"),
    "6": ("Registrert partner", "Registered partner"),
    "7": ("Separert partner", "Separated partner"),
    "8": ("Skilt partner", "Divorced partner"),
    "9": ("Gjenlevende partner", "Surviving partner"),
}
# Only the first four sections have their divisions here.
INDUSTRIES = {
    "A": ("Jordbruk, skogbruk og fiske", "Agriculture, forestry and fishing"),
    "01": ("Jordbruk og tjenester tilknyttet jordbruk, jakt og viltstell", "Crop and animal production, hunting"),
    "02": ("Skogbruk og tjenester tilknyttet skogbruk", "Forestry and logging"),
    "03": ("Fiske, fangst og akvakultur", "Fishing and aquaculture"),
    "B": ("Bergverksdrift og utvinning", "Mining and quarrying"),
    "05": ("Bryting av steinkull og brunkull", "Mining of coal and lignite"),
    "06": ("Utvinning av råolje og naturgass", "Extraction of crude petroleum and natural gas"),
    "07": ("Bryting av metallholdig malm", "Mining of metal ores"),
    "08": ("Bryting og bergverksdrift ellers", "Other mining and quarrying"),
    "09": ("Tjenester tilknyttet bergverksdrift og utvinning", "Mining support service activities"),
    "D": ("Elektrisitets-, gass-, damp- og varmtvannsforsyning", "Electricity, gas, steam and air conditioning supply"),
    "35": ("Elektrisitets-, gass-, damp- og varmtvannsforsyning", "Electricity, gas, steam and air conditioning supply"),
    "P": ("Undervisning", "Education"),
    "85": ("Undervisning", "Education"),
}
KOSTRA_GROUPS = 17
LANDSDELER = {
    "1": ("Oslo og Viken", "03 31 32 33"),
    "2": ("Innlandet", "34"),
    "3": ("Agder og Sør-Østlandet", "39 40 42"),
    "4": ("Vestlandet", "11 15 46"),
    "5": ("Trøndelag", "50"),
    "6": ("Nord-Norge", "18 55 56"),
}


def others() -> list[Classification]:
    """Build them all; levekårssoner of 2024 among them, which are SSB's codes and grunnkretser."""
    zones = [Item(code, name, "2024-01-01") for kind, code, name, *_ in table("levels") if kind == "levekaar"]
    kostra = [Item(f"EKG{n:02}", f"KOSTRA-gruppe {n:02}", "2020-01-01") for n in range(1, KOSTRA_GROUPS + 1)]
    groups = {str(place): names for place, names in enumerate(GROUPS, 1)}
    starts = ["2020-01-01", "2024-01-01"]
    industries = _plain(INDUSTRY, ["2009-01-01"], INDUSTRIES)
    industries.variants.append(_sectors(industries.versions[0]))
    return [
        _plain(SEX, ["1911-01-01"], SEXES),
        industries,
        _plain(MARITAL, ["1993-01-01"], STATES),
        Classification(KOSTRA, ["2020-01-01"], kostra, made=True),
        # The older of the two was never published in English or nynorsk, and no table says what changed.
        _plain(CENTRALITY, starts, groups, unpublished={"2020-01-01": ("nn", "en")}),
        Classification(LEVEKAR, ["2024-01-01"], zones),
    ]


def _plain(number: int, starts: list[str], names: dict[str, tuple[str, str]], **more) -> Classification:
    """A classification whose codes stay the same; letters are above the numbers that follow them."""
    items, above = [], None
    for code, (name, _) in names.items():
        if code.isalpha():
            above = code
        parent = above if code != above else None
        items.append(Item(code, name, starts[0], level="2" if parent else "1", parent=parent))
    english = {code: name for code, (_, name) in names.items()}
    return Classification(number, starts, items, translated={"en": english}, made=True, **more)


def _sectors(version: Version) -> Variant:
    """Industries in three sectors, in two languages."""
    name = {"P": "Primær", "S": "Sekundær", "T": "Tertiær"}
    under = {"P": "A", "S": "BD", "T": "P"}
    tops = [Item(code, f"{text} næring", version.start) for code, text in name.items()]
    below = [
        Item(f"{top}.{section}", INDUSTRIES[section][0], version.start, level="2", parent=top)
        for top, sections in under.items()
        for section in sections
    ]
    return variant(6001, "Tre sektorer", version, [*tops, *below], ("nb", "en"))


def landsdeler(kommuner: Classification) -> Variant:
    """The kommuner of 2024 below six parts of the country: a variant of their version."""
    version = next(one for one in kommuner.versions if one.start == "2024-01-01")
    above = {fylke: part for part, (_, fylker) in LANDSDELER.items() for fylke in fylker.split()}
    items = [Item(code, name, version.start) for code, (name, _) in LANDSDELER.items()]
    items += [
        Item(code, item.name, version.start, level="2", parent=above[code[:2]])
        for code, item in kommuner.at(version.start).items()
        if code[:2] in above
    ]
    return variant(1312, "Landsdeler", version, items)


def variant(number: int, base: str, version: Version, items: list[Item], published: tuple[str, ...] = ("nb",)) -> Variant:
    """Name a variant as Klass does: two blanks before the word."""
    name = f"{base} {version.start[:7]}  - variant av {version.name}"
    return Variant(number, base, name, version, tuple(sorted(items, key=lambda item: item.code)), published)


def centrality(day: str) -> list[tuple[str, str]]:
    """The group of each kommune by how many others have their centre within 60 km. Made up, but not by chance."""
    return _centrality(2024 if day >= "2024" else 2020)


@cache
def _centrality(year: int) -> list[tuple[str, str]]:
    came_from = {new: old for day, old, new in table("kommune-changes") if day == "2024-01-01"} if year < 2024 else {}
    places: dict[str, tuple[float, float]] = {}
    for code, _, _, lon, lat, _ in table("centres"):
        places.setdefault(came_from.get(code, code), (float(lon), float(lat)))
    ranked = sorted(places, key=lambda code: (-sum(1 for _ in _near(places[code], places.values())), code))
    size = math.ceil(len(ranked) / len(GROUPS))
    return sorted((str(1 + place // size), code) for place, code in enumerate(ranked))


def _near(place: tuple[float, float], others_: object) -> Iterator[tuple[float, float]]:
    for other in others_:
        east = (other[0] - place[0]) * 111 * math.cos(math.radians(place[1]))
        if math.hypot(east, (other[1] - place[1]) * 111) < 60:
            yield other
