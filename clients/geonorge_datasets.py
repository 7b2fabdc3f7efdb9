"""Whose data Geonorge's catalogue lists. Its records name ways to the data as texts with bars between the parts."""

from __future__ import annotations

from collections.abc import Iterator

from ..core.errors import FilterIgnored, NotAlone
from ..core.feedback import SILENT, Feedback
from ..core.kommuner import Kommune
from ..core.opendata import Dataset, Distribution
from .json_values import Row, text_of
from .kartkatalog import Kartkatalog, is_open, local_day

PAGE = 100
MOST_OTHERS = 500  # hits of others after which the filter can't have held
_SERVICE_PARTS = 12  # behind the uuid: title, parent, level, owner, layer, protocol, address, …
_WAY_PARTS = 8  # owner, protocol, address, format, version, name, units, units in English


class GeonorgeDatasets:
    """Questions about the data of one kommune."""

    def __init__(self, catalogue: Kartkatalog):
        self._catalogue = catalogue

    def published_by(self, kommune: Kommune, *, feedback: Feedback = SILENT) -> Iterator[Dataset]:
        """Give what the kommune owns.

        The catalogue drops the names of facets that it does not know and then lists everything, so the owner of every hit is
        looked at. Raises FilterIgnored where it lists the others'; warns of a few with NotAlone.
        """
        # Only `organizations` is read since 2025-10, whatever the documentation says; several of a facet are alternatives.
        facets = [("organizations", name) for name in kommune.owner_names]
        if kommune.shares_name:
            facets.append(("area", kommune.area))
        own, others = 0, 0
        for row in self._catalogue.rows(facets=facets, page=PAGE, feedback=feedback):
            mine = any(map(kommune.owns, owners_of(row)))
            own, others = own + mine, others + (not mine)
            if others >= (MOST_OTHERS if own else PAGE):
                break
            if mine and (found := dataset_of(row)):
                yield found
        if others >= MOST_OTHERS or (others and not own):
            raise FilterIgnored("kartkatalog", self._catalogue.address, facets[0][1])
        if others:
            feedback.warn(NotAlone("kartkatalog", self._catalogue.address, kommune.name, others))

    def covering(self, kommune: Kommune, *, feedback: Feedback = SILENT) -> Iterator[Dataset]:
        """Give what covers the kommune, whoever owns it: by the area that each record is filed under."""
        for row in self._catalogue.rows(facets=[("area", kommune.area)], page=PAGE, feedback=feedback):
            if found := dataset_of(row):
                yield found


def owners_of(row: Row) -> tuple[str, ...]:
    owners = row.get("Organizations")
    owners = owners if isinstance(owners, list) and owners else [row.get("Organization")]
    return tuple(owner for owner in owners if isinstance(owner, str) and owner)


def dataset_of(row: Row) -> Dataset | None:
    """Read one hit; None for one without id or title."""
    uuid, title = text_of(row.get("Uuid")), text_of(row.get("Title"))
    if not (uuid and title):
        return None
    owners = owners_of(row)
    ways = [*_services(row, uuid), *_own_way(row, uuid), *_ways(row, uuid)]
    return Dataset(
        title=title,
        catalogues=("geonorge",),
        identifiers=(uuid,),
        publisher=owners[0] if owners else "",
        description=text_of(row.get("Abstract")),
        distributions=tuple(dict.fromkeys(ways)),
        licence=text_of(row.get("DataAccess")) if is_open(row) else "",
        updated=local_day(row.get("Date")),
        page=text_of(row.get("ShowDetailsUrl")),
        restricted=not is_open(row),
    )


def _own_way(row: Row, uuid: str) -> Iterator[Distribution]:
    """The one way that the catalogue thinks best; of services it is their only one."""
    protocol, name = text_of(row.get("DistributionProtocol")), text_of(row.get("DistributionName"))
    yield from _way(text_of(row.get("DistributionUrl")), protocol, uuid, layer=name if protocol.startswith("OGC:") else "")
    if wfs := text_of(row.get("ServiceWfsDistributionUrlForDataset")):
        yield from _way(wfs, "OGC:WFS", uuid)
    if wms := text_of(row.get("ServiceDistributionUrlForDataset")):
        yield from _way(wms, "OGC:WMS", uuid)


def _services(row: Row, uuid: str) -> Iterator[Distribution]:
    """Services of a data set. Titles may hold bars themselves, so the parts are counted from the right."""
    for text in _lines(row, "DatasetServices"):
        parts = text.partition("|")[2].rsplit("|", _SERVICE_PARTS - 1)
        if len(parts) == _SERVICE_PARTS:
            title, layer, protocol, url = parts[0], parts[4], parts[5], parts[6]
            yield from _way(url, protocol, uuid, title=title, layer=layer)


def _ways(row: Row, uuid: str) -> Iterator[Distribution]:
    for text in _lines(row, "Distributions"):
        parts = text.split("|", _WAY_PARTS - 3)
        parts = [*parts[:-1], *parts[-1].rsplit("|", 2)]
        if len(parts) == _WAY_PARTS:
            yield from _way(parts[2], parts[1], uuid, format=parts[3], title=parts[5])


def _way(url: str, protocol: str, uuid: str, *, format: str = "", title: str = "", layer: str = "") -> Iterator[Distribution]:
    if protocol.upper() == "GEONORGE:DOWNLOAD" and url:
        url, format = f"{url.rstrip('/')}/{uuid}", ""  # the base of the order service: one way, whatever its formats
    way = Distribution.of(url, protocol=protocol, formats=(format,), title=title, layer=layer)
    if way:
        yield way


def _lines(row: Row, name: str) -> list[str]:
    found = row.get(name)
    return [line for line in found if isinstance(line, str)] if isinstance(found, list) else []
