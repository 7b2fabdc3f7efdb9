"""The classifications that the stand-in serves, built from our own compact tables of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from .catalogue import BYDEL, CENTRALITY, FYLKE, GRUNNKRETS, KOMMUNE, LEVEKAR, REGION
from .classification import Classification, Item, Pairs, Registers
from .others import centrality, landsdeler, others
from .tables import FOREVER, period, table

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
            # What is still to come has no names in other languages yet.
            Classification(KOMMUNE, starts, kommuner, kommune_pairs, unpublished={coming: ("nn", "en")}),
            Classification(GRUNNKRETS, starts, units, lambda day: unit_pairs(registers[GRUNNKRETS], day, changes.get(day, []))),
            Classification(FYLKE, starts, fylker, lambda day: fylke_pairs(registers[FYLKE], changes.get(day, []), day)),
            # Bydel changes exist for 2020 only, and in bokmål only; regions have no change table at all.
            Classification(BYDEL, ["2004-01-01", "2018-01-01", "2020-01-01"], bydeler, lambda day: bydel_pairs(registers, day)),
            Classification(REGION, starts, regions),
            *others(),
        ],
        {(REGION, KOMMUNE): _regions, (CENTRALITY, KOMMUNE): centrality, (LEVEKAR, GRUNNKRETS): zones},
        "made",
    )
    registers[KOMMUNE].variants.append(landsdeler(registers[KOMMUNE]))
    return registers


def _regions(day: str) -> list[tuple[str, str]]:
    held = ((row[0], row[1], *period(*row[2:])) for row in table("regions"))
    return sorted((region, kommune) for kommune, region, start, end in held if start <= day < end)


def zones(day: str) -> list[tuple[str, str]]:
    """The grunnkretser of each levekårssone."""
    return sorted((zone, unit) for unit, zone in table("zones"))


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
