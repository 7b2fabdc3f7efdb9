"""What the owner of a data set says about it, as ISO 19139 has it. Organisations only: persons are nobody's business here."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, NamedTuple


class Contact(NamedTuple):
    """An organisation and what it is to the data: owner, publisher, pointOfContact …"""

    organisation: str
    role: str


class Link(NamedTuple):
    """An address where the data, or more about them, can be had; `protocol` as the record has it."""

    name: str
    protocol: str
    url: str


@dataclasses.dataclass(frozen=True)
class DatasetRecord:
    """One record. Dates are yyyy-MM-dd, "" where not told; `extent` is west, south, east, north in degrees.

    `crs` are those that the data are kept in, such as EPSG:25833; `terms` whatever else the owner asks of users.
    """

    uuid: str
    title: str
    abstract: str = ""
    contacts: tuple[Contact, ...] = ()
    created: str = ""
    published: str = ""
    revised: str = ""
    described: str = ""
    licence: str = ""
    licence_url: str = ""
    terms: tuple[str, ...] = ()
    crs: tuple[str, ...] = ()
    extent: tuple[float, float, float, float] | None = None
    links: tuple[Link, ...] = ()
    keywords: tuple[str, ...] = ()

    def as_values(self) -> dict[str, object]:
        """Give what can be kept as JSON; `record_of` reads it."""
        return dataclasses.asdict(self)


def record_of(values: object) -> DatasetRecord | None:
    """Read what `as_values` gave, whether or not it went through JSON; None for what is no record of this version."""
    if not isinstance(values, Mapping):
        return None
    known = {field.name for field in dataclasses.fields(DatasetRecord)}
    try:
        found: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in values.items() if name in known
        }
        found["contacts"] = tuple(Contact(*one) for one in found.get("contacts", ()))
        found["links"] = tuple(Link(*one) for one in found.get("links", ()))
        return DatasetRecord(**found)
    except (TypeError, ValueError):
        return None
