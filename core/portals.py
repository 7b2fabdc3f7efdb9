"""The portals of kommuner: which CKAN and ArcGIS Hub sites there are, out of a file that people can extend.

A row each: kind (ckan or hub), address, number of the kommune, and in CKAN the name of its organisation there.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from .errors import BadFile

SHIPPED = Path(__file__).resolve().parents[1] / "resources" / "portals.csv"
KINDS = ("ckan", "hub")


@dataclass(frozen=True)
class Portal:
    """One site as it concerns one kommune; `address` without a trailing slash."""

    kind: str
    address: str
    kommune: str
    organisation: str = ""


def read(path: Path = SHIPPED) -> tuple[Portal, ...]:
    """Read the list; rows that start with # and empty ones are notes. Raises BadFile."""
    try:
        lines = [line for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip() and line[0] != "#"]
    except (OSError, UnicodeError) as error:
        raise BadFile(str(path), "unreadable", words=str(error)) from error
    found = []
    for row in csv.DictReader(lines, delimiter=";"):
        portal = Portal(*((row.get(name) or "").strip() for name in ("kind", "address", "kommune", "organisation")))
        if portal.kind not in KINDS or not portal.address.startswith(("http://", "https://")) or not portal.kommune:
            raise BadFile(str(path), "corrupt", words=";".join(str(cell) for cell in row.values()))
        found.append(Portal(portal.kind, portal.address.rstrip("/"), portal.kommune.zfill(4), portal.organisation))
    return tuple(found)


def addresses(path: Path) -> tuple[str, ...]:
    """Give the addresses of the list; none where it can't be read, which is told when it is used."""
    try:
        return tuple(portal.address for portal in read(path))
    except BadFile:
        return ()
