"""Kartverket's kommuneinfo: in which kommune a point lies."""

from __future__ import annotations

from collections.abc import Mapping

from ..core.addresses import AddressBook
from ..core.errors import Refused, UnexpectedAnswer
from ..core.feedback import SILENT, Feedback
from .http import Http

_DEGREES = "4258"  # EPSG: ETRS89


class Kommuneinfo:
    """Questions to kommuneinfo."""

    def __init__(self, http: Http, addresses: AddressBook):
        self._http, self._addresses = http, addresses

    def kommune_at(self, lon: float, lat: float, *, feedback: Feedback = SILENT) -> str:
        """Give the number of the kommune at a point in degrees; "" at sea and abroad, where the service has none."""
        url = self._addresses.url("kommuneinfo", "punkt")
        asked = {"nord": f"{lat:.6f}", "ost": f"{lon:.6f}", "koordsys": _DEGREES}
        try:
            answer = self._http.get_json(url, asked, feedback=feedback)
        except Refused as error:
            if error.status == 404:
                return ""
            raise
        number = answer.get("kommunenummer") if isinstance(answer, Mapping) else None
        if not isinstance(number, str):
            raise UnexpectedAnswer("kommuneinfo", url, "a kommune", "other JSON", str(answer)[:100])
        return number
