"""What a kommune publishes: data sets as catalogues list them, and the rules by which several entries are one.

The same layer may stand in a kommune's own ArcGIS Hub, in Geonorge, which imported it, and in data.norge.no, which harvested
that. Identifiers tell it best; then addresses that lead to one thing only; then title and publisher. The weaker two never
join what one catalogue lists apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlsplit

from .opendata_kinds import KINDS, TABLES, has_format, is_page, is_whole_service, kind_of, layer_number
from .text import fold

CATALOGUES = ("geonorge", "datanorge", "ckan", "hub", "csw")

# Why a data set can't be put on the map, the most telling first.
WHY_NOT = ("restricted", "untrusted", "no_place", "format", "page", "no_format", "no_address")

_TRUST = ("hub", "ckan", "geonorge", "csw", "datanorge")  # whose words are taken: the nearest to the publisher first

_ITEM = re.compile(r"(?<![0-9a-f])([0-9a-f]{32})(?:_(\d+)|&sublayer=(\d+))?(?![0-9a-f])", re.IGNORECASE)
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Distribution:
    """One way to the data. `formats` as the catalogue states them; `layer` is the layer's name in a service, or "".
    `page` says that it is something to read."""

    url: str
    kind: str
    formats: tuple[str, ...] = ()
    title: str = ""
    layer: str = ""
    page: bool = False

    @classmethod
    def of(
        cls,
        url: object,
        *,
        protocol: str = "",
        media: str = "",
        formats: Iterable[str] = (),
        title: str = "",
        layer: str = "",
        access: bool = False,
    ) -> Distribution | None:
        """Judge an address; None for what is none."""
        text = url.strip() if isinstance(url, str) else ""
        if not _is_address(text):
            return None
        said = tuple(one for one in formats if one)
        named = (*said, title) if "zip" in map(fold, said) else said  # ZIP is of Shapefiles or of a file geodatabase
        kind = kind_of(text, protocol=protocol, media=media, formats=named, access=access)
        is_other = kind == "other"
        return cls(text, kind, said, title, layer, is_other and (access or is_page(said, media, protocol)))


@dataclass(frozen=True)
class Dataset:
    """One entry of a catalogue, or several that are the same.

    `identifiers` are all it is known by, the first its own; `updated` is yyyy-MM-dd or ""; `extent` west, south, east, north
    in degrees; `place` says whether a table has coordinates or codes (None: not looked at); `untrusted` that an address of it
    leads where we do not go; `pages` are the catalogues and their pages, of several entries that are one.
    """

    title: str
    catalogues: tuple[str, ...]
    identifiers: tuple[str, ...] = ()
    publisher: str = ""
    description: str = ""
    distributions: tuple[Distribution, ...] = ()
    licence: str = ""
    licence_url: str = ""
    updated: str = ""
    page: str = ""
    restricted: bool = False
    extent: tuple[float, float, float, float] | None = None
    keywords: tuple[str, ...] = ()
    place: bool | None = None
    untrusted: bool = False
    pages: tuple[tuple[str, str], ...] = ()

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Give the catalogues that have a page about it, with the page's address."""
        return self.pages or tuple((name, self.page) for name in self.catalogues[:1] if self.page)

    @cached_property
    def best(self) -> Distribution | None:
        """The way that serves a map best; of tables only where they have places; None where there is no address at all."""
        ways = [way for way in self.distributions if self._maps(way)] or list(self.distributions)
        return min(ways, key=lambda way: KINDS.index(way.kind), default=None)

    @property
    def kind(self) -> str:
        return self.best.kind if self.best else "other"

    @property
    def url(self) -> str:
        """Where the data are, or what can be read about them."""
        return self.best.url if self.best else self.page

    @property
    def is_mappable(self) -> bool:
        return not self.why_not

    @cached_property
    def why_not(self) -> str:
        """Say why it can't be put on the map: a word of WHY_NOT, "" where it can."""
        if self.restricted:
            return "restricted"
        if any(map(self._maps, self.distributions)):
            return ""
        if self.untrusted:
            return "untrusted"
        if any(way.kind in TABLES for way in self.distributions):
            return "no_place"
        if not self.distributions:
            return "no_address"
        if all(way.page for way in self.distributions):
            return "page"
        return "format" if any(has_format(way.formats) for way in self.distributions) else "no_format"

    def _maps(self, way: Distribution) -> bool:
        return bool(self.place) if way.kind in TABLES else way.kind != "other"

    def holds(self, words: Iterable[str]) -> bool:
        """Whether every (folded) word occurs in what is told of it."""
        return all(word in self.told for word in words)

    @cached_property
    def told(self) -> str:
        """All that is told of it, folded."""
        return fold(" ".join((self.title, self.publisher, self.description, *self.keywords)))


def ordered(datasets: Iterable[Dataset]) -> tuple[Dataset, ...]:
    """What can be put on the map first, then by title."""
    return tuple(sorted(datasets, key=lambda one: (bool(one.why_not), fold(one.title), one.identifiers)))


def found_by(datasets: Iterable[Dataset], query: str) -> tuple[Dataset, ...]:
    """Only those that hold every word of a query; all of them where it is empty."""
    words = fold(query).split()
    return tuple(one for one in datasets if one.holds(words))


def checked(dataset: Dataset, allowed: Callable[[str], str]) -> Dataset:
    """Leave out addresses that must not be called. `allowed` gives the address to use instead, "" for none."""
    ways, refused = [], False
    for way in dataset.distributions:
        url = allowed(way.url)
        refused |= not url
        if url:
            ways.append(replace(way, url=url))
    page = allowed(dataset.page) if dataset.page else ""
    return replace(dataset, distributions=tuple(ways), page=page, untrusted=dataset.untrusted or refused)


# --- which entries are the same -----------------------------------------------------------


def merged(datasets: Sequence[Dataset]) -> tuple[Dataset, ...]:
    """Join the entries that are the same data set, in the order of CATALOGUES; nothing else is lost."""
    groups = [[one] for one in datasets]
    groups = _joined(groups, _identity_keys, weak=False)
    if len(_catalogues(list(datasets))) > 1:
        groups = _joined(groups, _address_keys, weak=True)
        groups = _joined(groups, _name_keys, weak=True)
    return tuple(map(_one, groups))


Group = list[Dataset]


def _joined(groups: list[Group], keys_of: Callable[[Dataset], Iterable[str]], *, weak: bool) -> list[Group]:
    by_key: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for key in {key for one in group for key in keys_of(one)}:
            by_key[key].append(number)
    roots = list(range(len(groups)))

    def root(number: int) -> int:
        while roots[number] != number:
            number = roots[number]
        return number

    held = [_catalogues(group) for group in groups]
    for numbers in by_key.values():
        together = sorted({root(number) for number in numbers})
        if weak and len({name for number in together for name in held[number]}) < sum(len(held[n]) for n in together):
            continue  # one catalogue lists them apart
        for number in together[1:]:
            roots[number] = together[0]
            held[together[0]] = held[together[0]] | held[number]
    result: dict[int, Group] = defaultdict(list)
    for number, group in enumerate(groups):
        result[root(number)] += group
    return list(result.values())


def _catalogues(group: Group) -> frozenset[str]:
    return frozenset(name for one in group for name in one.catalogues)


def _identity_keys(dataset: Dataset) -> Iterable[str]:
    """Give what survives being harvested: the id of an ArcGIS item with its layer, and UUIDs."""
    for identifier in dataset.identifiers:
        item = _ITEM.search(identifier)
        if item:
            layer = item.group(2) or item.group(3) or _only_layer(dataset)
            yield f"item {item.group(1).casefold()} {layer}"
        elif uuid := _UUID.search(identifier):
            yield f"uuid {uuid.group().casefold()}"
        else:
            yield f"id {identifier.casefold()}"


def _only_layer(dataset: Dataset) -> str:
    """Give the layer number that the addresses tell where the identifier has none."""
    numbers = {layer_number(way.url) for way in dataset.distributions if way.kind == "arcgis"}
    return numbers.pop() if len(numbers) == 1 else ""


def _address_keys(dataset: Dataset) -> Iterable[str]:
    """Give the addresses that lead to one thing only, http and https alike."""
    for way in dataset.distributions:
        if not is_whole_service(way.url, way.kind) and way.kind != "other":
            yield _plain_address(way.url)


def _plain_address(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.netloc.casefold()}{parts.path.rstrip('/')}?{parts.query}"


def _name_keys(dataset: Dataset) -> Iterable[str]:
    if dataset.title and dataset.publisher:
        yield f"{' '.join(fold(dataset.title).split())}\n{fold(dataset.publisher)}"


def _one(group: Group) -> Dataset:
    """Make one of several: words of the catalogue nearest to the publisher, ways of all, restrictions of any."""
    if len(group) == 1:
        return group[0]
    near = sorted(group, key=lambda one: min(_TRUST.index(name) for name in one.catalogues))
    ways: dict[str, Distribution] = {}
    for one in near:
        for way in one.distributions:
            key = f"{way.kind} {_plain_address(way.url)}"
            ways.setdefault(key, way)
    names = _catalogues(group)
    return Dataset(
        title=near[0].title,
        catalogues=tuple(name for name in CATALOGUES if name in names),
        identifiers=tuple(dict.fromkeys(identifier for one in near for identifier in one.identifiers)),
        distributions=tuple(ways.values()),
        updated=max(one.updated for one in group),
        restricted=all(one.restricted for one in group),
        extent=next((one.extent for one in near if one.extent), None),
        keywords=tuple(dict.fromkeys(word for one in near for word in one.keywords)),
        place=next((one.place for one in near if one.place is not None), None),
        untrusted=any(one.untrusted for one in group),
        pages=tuple(dict.fromkeys(link for one in near for link in one.links)),
        **{name: next((getattr(one, name) for one in near if getattr(one, name)), "") for name in _TEXTS},
    )


_TEXTS = ("publisher", "description", "licence", "licence_url", "page")


def _is_address(text: str) -> bool:
    """Whether it is an address of the net at all; harvested records hold anything in its place."""
    try:
        parts = urlsplit(text)
        return parts.scheme.casefold() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def plain_text(html: str, most: int = 4000) -> str:
    """Strip a description of its tags."""
    import html as markup

    return " ".join(markup.unescape(_TAG.sub(" ", html[: 4 * most])).split())[:most]


def day_of(value: object) -> str:
    """Give the day of a time as text, "" where there is none; the year 1 stands for "unknown"."""
    text = value[:10] if isinstance(value, str) else ""
    return text if re.fullmatch(r"\d{4}-\d\d-\d\d", text) and not text.startswith("0001") else ""
