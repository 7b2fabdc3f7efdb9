"""Classifications as values: versions, items, variants, and the tables that link them.

Dates are ISO text throughout (they compare as dates do); an open end is FOREVER.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from .catalogue import BYDEL, CENTRALITY, ENTRIES, FYLKE, GRUNNKRETS, KOMMUNE, LEVEKAR, REGION, Entry
from .tables import FOREVER

# Ids that SSB uses; the others are ours.
VERSION_IDS = {
    GRUNNKRETS: {2020: 1163, 2021: 1455, 2023: 1908, 2024: 2266, 2025: 2879, 2026: 3306},
    BYDEL: {2002: 399, 2004: 398, 2018: 919, 2020: 1168},
}
TABLE_IDS = {
    **{
        (BYDEL, GRUNNKRETS, year): n
        for year, n in {2020: 475, 2021: 735, 2023: 1055, 2024: 1576, 2025: 2467, 2026: 2815}.items()
    },
    (BYDEL, BYDEL, 2020): 742,
    (KOMMUNE, BYDEL, 2020): 967,
    (FYLKE, KOMMUNE, 2020): 975,
    (FYLKE, KOMMUNE, 2024): 1017,
    (KOMMUNE, KOMMUNE, 2020): 1008,
    (KOMMUNE, KOMMUNE, 2024): 2490,
}
TURNED_IN = 2024  # the year from which these were stored the other way round


def _is_stored_on(source: int, target: int, day: str) -> bool:
    """Whether the tables of a day are stored on the source: SSB has turned some of them round over the years."""
    if {source, target} in ({REGION, KOMMUNE}, {CENTRALITY, KOMMUNE}):
        return (target == KOMMUNE) == (int(day[:4]) < TURNED_IN)
    return (source, target) != (GRUNNKRETS, LEVEKAR)


def _table_languages(source: int, target: int, year: int) -> tuple[str, ...]:
    """Some years' tables of bydeler were published in bokmål only."""
    if (source, target) == (BYDEL, GRUNNKRETS) and year not in (2023, 2024, 2025):
        return ("nb",)
    return ("nb",) if LEVEKAR in (source, target) else ("nb", "nn", "en")


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
    published: tuple[str, ...]


@dataclass(frozen=True)
class Variant:
    """Another grouping of a version's codes. Its items go by `start` and `end` of the version."""

    id: int
    base: str
    name: str
    version: Version
    items: tuple[Item, ...]
    published: tuple[str, ...] = ("nb",)


Pairs = Iterable["tuple[str | None, str | None]"]


@dataclass
class Classification:
    """`changes` gives the (old, new) codes of the day a version begins; None where no change tables were published.

    `unpublished` has, by the day a version begins, the languages in which that version is missing.
    """

    id: int
    starts: list[str]
    items: list[Item]
    changes: Callable[[str], Pairs] | None = None
    renamed: dict[str, str] = field(default_factory=dict)  # retroactive edits of names, as SSB makes them
    translated: dict[str, dict[str, str]] = field(default_factory=dict)  # names of codes by language
    unpublished: dict[str, tuple[str, ...]] = field(default_factory=dict)
    variants: list[Variant] = field(default_factory=list)
    made: bool = False  # made up by us, even where the others are derived from SSB's

    @property
    def entry(self) -> Entry:
        return ENTRIES[self.id]

    @property
    def name(self) -> str:
        return self.entry.name

    @property
    def changes_published(self) -> tuple[str, ...]:
        """The languages that its change tables are published in."""
        return ("nb",) if self.id == BYDEL else self.entry.published

    @cached_property
    def versions(self) -> list[Version]:
        """All versions, oldest first."""
        ends = [*self.starts[1:], FOREVER]
        known = VERSION_IDS.get(self.id, {})
        return [
            Version(
                known.get(int(start[:4]), self.id * 1000 + place),
                f"{self.entry.version} {start[:4]}",
                start,
                end,
                tuple(one for one in self.entry.published if one not in self.unpublished.get(start, ())),
            )
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

    def name_of(self, item: Item, language: str = "nb") -> str:
        return self.translated.get(language, {}).get(item.code) or self.renamed.get(item.code, item.name)


Links = Callable[[str], "list[tuple[str, str]]"]


def _turned(pairs: Links) -> Links:
    return lambda day: sorted((b, a) for a, b in pairs(day))


class Table(NamedTuple):
    """A correspondence table as it is stored: from a version to another one, or to the one before it (a change table)."""

    id: int
    source_of: Classification
    source: Version
    target_of: Classification
    target: Version
    languages: tuple[str, ...]

    @property
    def is_changes(self) -> bool:
        return self.source_of is self.target_of

    @property
    def period(self) -> tuple[str, str]:
        return max(self.source.start, self.target.start), min(self.source.end, self.target.end)


class Registers:
    """All classifications and what links them. `provenance` says whether the tables are derived from SSB's or made."""

    def __init__(self, classifications: Iterable[Classification], links: Mapping[tuple[int, int], Links], provenance: str):
        """`links` gives, by source and target, the pairs of a day that don't show in the codes themselves."""
        self.classifications = {found.id: found for found in sorted(classifications, key=lambda one: one.id)}
        turned = {(target, source): _turned(pairs) for (source, target), pairs in links.items()}
        self._links = {**turned, **links}
        self.provenance = provenance

    def __getitem__(self, number: int) -> Classification:
        return self.classifications[number]

    def _stored(self, source: int, target: int) -> Links | None:
        """The correspondence stored from source to target, as a function of the day; None when there is none."""
        return {
            (FYLKE, KOMMUNE): self._fylke_kommune,
            (KOMMUNE, GRUNNKRETS): self._kommune_grunnkrets,
            (BYDEL, GRUNNKRETS): self._bydel_grunnkrets,
            (KOMMUNE, BYDEL): lambda day: [
                (code[:4], code) for code in self[BYDEL].at(day) if code[:4] in self[KOMMUNE].at(day)
            ],
            **self._links,
        }.get((source, target))

    @cached_property
    def tables(self) -> list[Table]:
        """Every table, change tables too; by the number of its source, the newest first."""
        found = []
        for source in self.classifications.values():
            found += self._change_tables(source) if source.changes else []
            for target in self.classifications.values():
                if self._stored(source.id, target.id):
                    found += self._tables_between(source, target)
        return found

    def _change_tables(self, of: Classification) -> Iterator[Table]:
        for older, newer in reversed(list(zip(of.versions, of.versions[1:]))):
            number = TABLE_IDS.get((of.id, of.id, int(newer.start[:4])), 100_000 + newer.id)
            yield Table(number, of, newer, of, older, of.changes_published)

    def _tables_between(self, source: Classification, target: Classification) -> Iterator[Table]:
        for a in reversed(source.versions):
            for b in reversed(target.versions):
                start = max(a.start, b.start)
                if start < min(a.end, b.end) and _is_stored_on(source.id, target.id, start):
                    year = int(start[:4])
                    number = TABLE_IDS.get((source.id, target.id, year), 200_000 + 1000 * (source.id + target.id) + year % 1000)
                    yield Table(number, source, a, target, b, _table_languages(source.id, target.id, year))

    def between(self, source: Classification, target: Classification) -> list[Table]:
        return [table for table in self.tables if table.source_of is source and table.target_of is target]

    def pairs(self, table: Table) -> list[tuple[str | None, str | None]]:
        """The rows of a table: source code and target code; of a change table the new code and the old."""
        if table.is_changes:
            return [(new, old) for old, new in table.source_of.changes(table.source.start)]
        return self._stored(table.source_of.id, table.target_of.id)(table.period[0])

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
