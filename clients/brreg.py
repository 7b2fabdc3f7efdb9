"""Enhetsregisteret: the organisation number of each kommune. Numbers of kommuner tell them apart, names do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..core.addresses import AddressBook
from ..core.errors import UnexpectedAnswer
from ..core.feedback import SILENT, Feedback
from .http import Http


class Unit(NamedTuple):
    """A kommune as an organisation: its number there, its number as a kommune, and its name, in capitals."""

    organisation: str
    kommune: str
    name: str


class Brreg:
    """Questions to Enhetsregisteret."""

    def __init__(self, http: Http, addresses: AddressBook):
        self._http, self._addresses = http, addresses

    def kommuner(self, *, feedback: Feedback = SILENT) -> Iterator[Unit]:
        """Give all kommuner of today, page by page from 0."""
        url, number = self._addresses.url("brreg", "enheter"), 0
        while True:
            asked = {"organisasjonsform": "KOMM", "size": "1000", "page": str(number)}
            answer = self._http.get_json(url, asked, feedback=feedback)
            held = answer.get("_embedded") if isinstance(answer, Mapping) else None
            units = held.get("enheter") if isinstance(held, Mapping) else None
            if not isinstance(units, list) and number == 0:
                raise UnexpectedAnswer("brreg", url, "a list of units", "other JSON", str(answer)[:100])
            yield from filter(None, map(_unit, units or ()))
            number += 1
            page = answer.get("page") if isinstance(answer, Mapping) else None
            pages = page.get("totalPages") if isinstance(page, Mapping) else 0
            if not isinstance(pages, int) or number >= pages:
                return


def _unit(row: object) -> Unit | None:
    if not isinstance(row, Mapping) or not isinstance(row.get("organisasjonsnummer"), str):
        return None
    address = row.get("forretningsadresse")
    kommune = address.get("kommunenummer") if isinstance(address, Mapping) else None
    name = row.get("navn")
    return Unit(row["organisasjonsnummer"], kommune, str(name or "")) if isinstance(kommune, str) else None
