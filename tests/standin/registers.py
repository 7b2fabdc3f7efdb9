"""The classifications that the stand-in serves, as versions, items and links; and our own compact tables of them.

Dates are ISO text throughout (they compare as dates do); an open end is FOREVER.
"""

from __future__ import annotations

import lzma
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

DATA = Path(__file__).with_name("data")
FOREVER = "9999-12-31"

GRUNNKRETS, BYDEL, FYLKE, REGION, KOMMUNE = 1, 103, 104, 108, 131
NAMES = {
    GRUNNKRETS: ("Standard for delområde- og grunnkretsinndeling", "Delområde- og grunnkretsinndeling"),
    BYDEL: ("Standard for bydelsinndeling", "Bydelsinndeling"),
    FYLKE: ("Standard for fylkesinndeling", "Fylkesinndeling"),
    REGION: ("Standard for økonomiske regioner", "Økonomiske regioner"),
    KOMMUNE: ("Standard for kommuneinndeling", "Kommuneinndeling"),
}
LEVELS = {GRUNNKRETS: ["Delområde", "Grunnkrets"], BYDEL: ["Bydel"], FYLKE: ["Fylke"], REGION: ["Region"], KOMMUNE: ["Kommune"]}
# Ids that SSB uses; the others are ours.
VERSION_IDS = {
    GRUNNKRETS: {2020: 1163, 2021: 1455, 2023: 1908, 2024: 2266, 2025: 2879, 2026: 3306},
    BYDEL: {2002: 399, 2004: 398, 2018: 919, 2020: 1168},
}


@dataclass(frozen=True)
class Item:
    """A code with the name that it had from `start` until before `end`. `bydel`: of a grunnkrets in the four cities."""

    code: str
    name: str
    start: str
    end: str = FOREVER
    level: str = "1"
    parent: str | None = None
    notes: str = ""
    bydel: str = ""


@dataclass(frozen=True)
class Version:
    id: int
    name: str
    start: str
    end: str


Pairs = Iterable["tuple[str | None, str | None]"]


@dataclass
class Classification:
    """`changes` gives the (old, new) codes of the day a version begins; None where no change table was published."""

    id: int
    starts: list[str]
    items: list[Item]
    changes: Callable[[str], Pairs | None]
    renamed: dict[str, str] = field(default_factory=dict)  # retroactive edits of names, as SSB makes them

    @property
    def name(self) -> str:
        return NAMES[self.id][0]

    @cached_property
    def versions(self) -> list[Version]:
        """All versions, oldest first."""
        called, ends = NAMES[self.id][1], [*self.starts[1:], FOREVER]
        known = VERSION_IDS.get(self.id, {})
        return [
            Version(known.get(int(start[:4]), self.id * 1000 + place), f"{called} {start[:4]}", start, end)
            for place, (start, end) in enumerate(zip(self.starts, ends))
        ]

    def at(self, day: str) -> dict[str, Item]:
        """The codes of the version that holds on a day, in order of code."""
        start = max((start for start in self.starts if start <= day), default="")
        return self._at(start) if start else {}

    def _at(self, start: str) -> dict[str, Item]:
        kept = self.__dict__.setdefault("_kept", {})
        if start not in kept:
            rows = (item for item in self.items if item.start <= start < item.end)
            kept[start] = dict(sorted((item.code, item) for item in rows))
        return kept[start]

    def name_of(self, item: Item) -> str:
        return self.renamed.get(item.code, item.name)


class Registers:
    """All classifications and what links them. `provenance` says whether the tables are derived from SSB's or made."""

    def __init__(self, classifications: Iterable[Classification], regions: Callable[[str], dict[str, str]], provenance: str):
        self.classifications = {classification.id: classification for classification in classifications}
        self._regions = regions
        self.provenance = provenance

    def __getitem__(self, number: int) -> Classification:
        return self.classifications[number]

    def tables(self, source: int, target: int) -> Callable[[str], list[tuple[str, str]]] | None:
        """The correspondence stored from source to target, as a function of the day; None when there is none."""
        return {
            (FYLKE, KOMMUNE): self._fylke_kommune,
            (KOMMUNE, GRUNNKRETS): self._kommune_grunnkrets,
            (BYDEL, GRUNNKRETS): self._bydel_grunnkrets,
            (KOMMUNE, BYDEL): lambda day: [
                (code[:4], code) for code in self[BYDEL].at(day) if code[:4] in self[KOMMUNE].at(day)
            ],
            (REGION, KOMMUNE): lambda day: sorted((region, kommune) for kommune, region in self._regions(day).items()),
        }.get((source, target))

    def _fylke_kommune(self, day: str) -> list[tuple[str, str]]:
        fylker = self[FYLKE].at(day)
        return [(code[:2], code) for code in self[KOMMUNE].at(day) if code[:2] in fylker]

    def _kommune_grunnkrets(self, day: str) -> list[tuple[str, str]]:
        kommuner = self[KOMMUNE].at(day)
        return [
            (code[:4], code)
            for code, item in self[GRUNNKRETS].at(day).items()
            if item.level == "2" and code[:4] in kommuner and code[:4] != "9999"
        ]

    def _bydel_grunnkrets(self, day: str) -> list[tuple[str, str]]:
        return [(item.bydel, code) for code, item in self[GRUNNKRETS].at(day).items() if item.bydel]


# --- our own tables -----------------------------------------------------------------


@cache
def table(name: str) -> list[list[str]]:
    """The rows of one of our tables, without the header."""
    text = lzma.decompress((DATA / f"{name}.csv.xz").read_bytes()).decode("utf-8")
    return [line.split(";") for line in text.splitlines()[1:]]


def period(first: str, last: str, newest: int = 2025) -> tuple[str, str]:
    return f"{first}-01-01", FOREVER if int(last) >= newest else f"{int(last) + 1}-01-01"


# A change that was never decided, so that there is a future to hide: Utsira joins Haugesund on the next New Year's Day.
FUTURE_MERGER = ("1151", "1106")


def own_registers(today: str) -> Registers:
    """Build all classifications from our tables: a version for each year from 2019, and the next one, still to come."""
    coming = f"{int(today[:4]) + 1}-01-01"
    starts = [f"{year}-01-01" for year in range(2019, int(coming[:4]) + 1)]
    changes = kommune_changes(coming)
    kommuner = list(_merged(_oslo_renamed(_kommuner()), coming))
    units = list(_merged(_units(), coming, prefix=True))
    fylker, bydeler, regions = (list(_levels(kind)) for kind in ("fylke", "bydel", "region"))

    def kommune_pairs(day: str) -> Pairs:
        return changes.get(day, [])

    registers = Registers(
        [
            Classification(KOMMUNE, starts, kommuner, kommune_pairs),
            Classification(GRUNNKRETS, starts, units, lambda day: unit_pairs(registers[GRUNNKRETS], day, changes.get(day, []))),
            Classification(FYLKE, starts, fylker, lambda day: fylke_pairs(registers[FYLKE], changes.get(day, []), day)),
            # Bydel changes exist for 2020 only, and in bokmål only; regions have no change table at all.
            Classification(BYDEL, ["2004-01-01", "2018-01-01", "2020-01-01"], bydeler, lambda day: bydel_pairs(registers, day)),
            Classification(REGION, starts, regions, lambda day: None),
        ],
        lambda day: {row[0]: row[1] for row in table("regions") if period(*row[2:])[0] <= day < period(*row[2:])[1]},
        "made",
    )
    return registers


def kommune_changes(coming: str) -> dict[str, list[tuple[str, str]]]:
    """(old, new) by date, out of our table."""
    found: dict[str, list[tuple[str, str]]] = {"2026-01-01": [("0301", "0301")]}
    for day, old, new in table("kommune-changes"):
        found.setdefault(day, []).append((old, new))
    old, new = FUTURE_MERGER
    found.setdefault(coming, []).extend([(new, new), (old, new)])
    return found


def fylke_pairs(fylker: Classification, kommune_pairs: Pairs, day: str) -> Pairs:
    """Which fylke became which, as far as codes came or went that day (a kommune that only moved leaves no row)."""
    before, after = _before(fylker, day), fylker.at(day)
    moved = Counter((old[:2], new[:2]) for old, new in kommune_pairs if old and new and old[:2] != new[:2])
    gone = {
        pair for pair in moved if pair[0] not in after and moved[pair] == max(n for p, n in moved.items() if p[0] == pair[0])
    }
    born = {
        pair for pair in moved if pair[1] not in before and moved[pair] == max(n for p, n in moved.items() if p[1] == pair[1])
    }
    # Where most of an old one went, and where most of a new one came from; a kommune or two that went elsewhere don't count.
    return sorted(gone | born, key=lambda pair: (pair[1], pair[0]))


def bydel_pairs(registers: Registers, day: str) -> Pairs:
    before, after = _before(registers[BYDEL], day), registers[BYDEL].at(day)
    moved = [(code, code) for code in before if code in after and before[code].name != after[code].name]
    new = [(None, code) for code in after if code not in before]
    return [*moved, *((code, None) for code in before if code not in after), *new]


def unit_pairs(units: Classification, day: str, kommune_pairs: Pairs) -> Pairs:
    """Follow grunnkretser and delområder: by number within the successor kommune, else by name, else a one-sided row."""
    before, after = _before(units, day), units.at(day)
    heirs: dict[str, list[str]] = {}
    for old, new in kommune_pairs:
        if old and new and old != new:
            heirs.setdefault(old, []).append(new)
    named: dict[tuple[str, str], list[str]] = {}
    for code, item in after.items():
        named.setdefault((code[:4], item.name), []).append(code)
    pairs: list[tuple[str | None, str | None]] = []
    taken: set[str] = set()
    for code, item in before.items():
        if code in after:
            if item.name != after[code].name:
                pairs.append((code, code))
            continue
        found = _heir(code, item.name, heirs.get(code[:4], [code[:4]]), after, named)
        taken.update(found)
        pairs.extend((code, new) for new in found or [None])
    pairs.extend((None, code) for code in after if code not in before and code not in taken)
    return pairs


def _heir(code: str, name: str, kommuner: list[str], after: dict[str, Item], named: dict) -> list[str]:
    same = [kommune + code[4:] for kommune in kommuner if kommune + code[4:] in after]
    by_number = [new for new in same if after[new].name == name]
    by_name = [
        new for kommune in kommuner for new in named.get((kommune, name), []) if new.endswith("00") == code.endswith("00")
    ]
    return (by_number or by_name or same)[:1]


def _before(classification: Classification, day: str) -> dict[str, Item]:
    """The codes of the version before the one that begins on a day."""
    earlier = [start for start in classification.starts if start < day]
    return classification.at(earlier[-1]) if earlier else {}


def _kommuner() -> Iterator[Item]:
    for code, name, first, last in table("kommuner"):
        yield Item(code, name, *period(first, last))


def _oslo_renamed(items: Iterable[Item]) -> Iterator[Item]:
    """Oslo has a southern Sámi name too from 2026, before it is in the maps."""
    for item in items:
        if item.code == "0301" and item.end == FOREVER:
            yield Item("0301", "Oslo", item.start, "2026-01-01")
            yield Item("0301", "Oslo - Oslove", "2026-01-01")
        else:
            yield item


def _merged(items: Iterable[Item], coming: str, prefix: bool = False) -> Iterator[Item]:
    """End the code (or all codes that begin with it) that ceases on the coming New Year's Day."""
    gone = FUTURE_MERGER[0]
    for item in items:
        hit = item.code.startswith(gone) if prefix else item.code == gone
        if hit and item.end > coming:
            yield Item(item.code, item.name, item.start, coming, item.level, item.parent, item.notes, item.bydel)
            if prefix and not item.code.startswith(gone + "99"):
                yield _renumbered(item, coming)
        else:
            yield item


def _renumbered(item: Item, coming: str) -> Item:
    """The unit under the number of the kommune that takes it in, in a delområde of its own."""
    old, new = FUTURE_MERGER

    def code(text: str) -> str:
        return new + "9" + text[5:] if text.startswith(old) else text

    return Item(code(item.code), item.name, coming, FOREVER, item.level, item.parent and code(item.parent), item.notes)


def _units() -> Iterator[Item]:
    for code, name, bydel, first, last in table("grunnkretser"):
        start, end = period(first, last)
        if code.endswith("00"):
            yield Item(code, name, start, end, "1")
        else:
            yield Item(code, name, start, end, "2", code[:6] + "00", bydel="" if code.endswith("9999") else bydel)


def _levels(kind: str) -> Iterator[Item]:
    for found, code, name, first, last in table("levels"):
        if found == kind:
            start, end = period(first, last)
            yield Item(code, name.strip(), "2004-01-01" if kind == "bydel" and first == "2019" else start, end)
