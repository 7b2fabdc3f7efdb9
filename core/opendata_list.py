"""A list of data sets made ready for being filtered as one types: what can be mapped first, by title or by date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from .opendata import CATALOGUES, Dataset
from .opendata_kinds import KINDS
from .text import fold

# Families of licences, as far as catalogues tell them; "" where nothing is told.
LICENCES = ("nlod", "cc0", "cc-by", "open", "other", "")
ORDERS = ("title", "date")
MAPPABLE = "map"  # in the place of a kind: whatever can be put on the map

_MARKS = (
    ("nlod", ("nlod", "norsk lisens for offentlige data", "norwegian licence for open")),
    ("cc0", ("cc0", "cc 0", "publicdomain/zero", "cc_0")),
    ("cc-by", ("cc by", "cc-by", "ccby", "cc_by", "licenses/by/", "creative commons navngivelse")),
    ("open", ("apne data", "open data", "norge digitalt")),
)


@dataclass(frozen=True)
class Limits:
    """What is to be left: words, a kind (or MAPPABLE), a family of licences, a catalogue; "" and None limit nothing."""

    words: str = ""
    kind: str = ""
    licence: str | None = None
    catalogue: str = ""

    @property
    def any(self) -> bool:
        return any(getattr(self, field.name) != field.default for field in fields(self))


@dataclass(frozen=True)
class Listed:
    """What limits leave: data sets that can be put on the map, and those that can't."""

    mappable: tuple[Dataset, ...] = ()
    others: tuple[Dataset, ...] = ()

    def __len__(self) -> int:
        return len(self.mappable) + len(self.others)


class DatasetList:
    """Data sets in two orders. `mappable` is how many can be put on the map; `kinds`, `licences` and `catalogues` are how many
    there are of each. Best made in a job."""

    def __init__(self, datasets: Iterable[Dataset] = ()):
        self.datasets = tuple(datasets)
        newest = sorted(self.datasets, key=lambda one: one.updated, reverse=True)
        self._orders: dict[str, Sequence[Dataset]] = {"title": self.datasets, "date": newest}
        self._kinds = {id(one): frozenset(kinds_of(one)) for one in self.datasets}
        self._licences = {id(one): licence_of(one) for one in self.datasets}
        self.mappable = sum(one.is_mappable for one in self.datasets)
        self.kinds = _counted((kind for kinds in self._kinds.values() for kind in kinds), KINDS)
        self.licences = _counted(self._licences.values(), LICENCES)
        self.catalogues = _counted((name for one in self.datasets for name in one.catalogues), CATALOGUES)

    def prepare(self) -> None:
        """Make ready what words are looked for in. What can wait until the first rows are out."""
        for one in self.datasets:
            _ = one.told

    def __len__(self) -> int:
        return len(self.datasets)

    def shown(self, limits: Limits, order: str = "title") -> Listed:
        """Give what limits leave, in an order of ORDERS."""
        found: Iterable[Dataset] = self._orders[order]
        for word in fold(limits.words).split():
            found = [one for one in found if word in one.told]
        if limits.kind == MAPPABLE:
            found = [one for one in found if one.is_mappable]
        elif limits.kind:
            found = [one for one in found if limits.kind in self._kinds[id(one)]]
        if limits.licence is not None:
            found = [one for one in found if self._licences[id(one)] == limits.licence]
        if limits.catalogue:
            found = [one for one in found if limits.catalogue in one.catalogues]
        return Listed(tuple(one for one in found if not one.why_not), tuple(one for one in found if one.why_not))


def kinds_of(dataset: Dataset) -> set[str]:
    """Give the kinds of all ways to the data; only "other" where there is no way."""
    return {way.kind for way in dataset.distributions} or {"other"}


def licence_of(dataset: Dataset) -> str:
    """Give the family (of LICENCES) of what is told of the licence, in words or as an address."""
    told = fold(f"{dataset.licence} {dataset.licence_url}").strip()
    if not told:
        return ""
    return next((family for family, marks in _MARKS if any(mark in told for mark in marks)), "other")


def key_of(dataset: Dataset) -> tuple[str, str]:
    """Give what a data set is known by when more has been heard of it."""
    return dataset.title, next(iter(sorted(dataset.identifiers)), dataset.url)


def table_row(dataset: Dataset, kommune: str) -> tuple[str, ...]:
    """Give a data set as a row of `choices.OPEN_DATA_COLUMNS`."""
    return (
        dataset.title,
        dataset.publisher,
        kommune,
        ",".join(dataset.catalogues),
        dataset.kind,
        dataset.url,
        dataset.licence or dataset.licence_url,
        dataset.updated,
        next(iter(dataset.identifiers), ""),
        dataset.why_not,
    )


def _counted(values: Iterable[str], order: Sequence[str]) -> tuple[tuple[str, int], ...]:
    counts = Counter(values)
    return tuple((value, counts[value]) for value in order if counts[value])
