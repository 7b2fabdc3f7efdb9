"""Geonorge's register of organisations: the organisation number of a kommune, where Enhetsregisteret does not tell it."""

from __future__ import annotations

from collections.abc import Mapping

from ..core.addresses import AddressBook
from ..core.errors import Refused
from ..core.feedback import SILENT, Feedback
from .brreg import Unit
from .http import Http
from .json_values import text_of


class Register:
    """Questions to the register."""

    def __init__(self, http: Http, addresses: AddressBook):
        self._http, self._addresses = http, addresses

    def organisation_of(self, kommune: str, *, feedback: Feedback = SILENT) -> Unit | None:
        """Give a kommune as an organisation; None where the register does not have it."""
        url = self._addresses.url("register", f"api/v2/organisasjoner/kommuner/{kommune}")
        try:
            answer = self._http.get_json(url, feedback=feedback)
        except Refused as error:
            if error.status == 404:
                return None
            raise
        row = answer if isinstance(answer, Mapping) else {}
        number, told = text_of(row.get("OrganizationNumber")), text_of(row.get("MunicipalityCode"))
        is_it = number.isdigit() and (not told or told.zfill(4) == kommune)
        return Unit(number, kommune, text_of(row.get("Name"))) if is_it else None
