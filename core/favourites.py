"""Map services that the user keeps: an address each, with the title it gave itself. Kept as text, one to a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Favourite(NamedTuple):
    address: str
    title: str = ""


def read(text: str) -> tuple[Favourite, ...]:
    """Read what `write` wrote: address, blank, title. An address that stands twice counts once."""
    lines = (line.split() for line in str(text).splitlines())
    found = {parts[0]: Favourite(parts[0], " ".join(parts[1:])) for parts in lines if parts}
    return tuple(found.values())


def write(favourites: Iterable[Favourite]) -> str:
    return "\n".join(" ".join((one.address, *one.title.split())) for one in favourites)


def changed(favourites: Iterable[Favourite], address: str, title: str = "", *, wanted: bool) -> tuple[Favourite, ...]:
    """Give them with an address as the last, or without it."""
    rest = tuple(one for one in favourites if one.address != address)
    return (*rest, Favourite(address, title)) if wanted else rest
