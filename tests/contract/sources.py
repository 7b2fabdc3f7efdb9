"""Whom the promises are put to: recorded bodies, or services over HTTP (the stand-in or the real ones)."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from pathlib import Path

from promises import Promise, Reply

REAL = {
    "klass": "https://data.ssb.no/api/klass/v1",
    "nedlasting": "https://nedlasting.geonorge.no",
    "kartkatalog": "https://kartkatalog.geonorge.no",
    "wms": "https://wms.geonorge.no",
    "wfs": "https://wfs.geonorge.no",
    "csw": "https://www.geonorge.no/geonetwork",
    "wmts": "https://cache.kartverket.no",
    "brreg": "https://data.brreg.no/enhetsregisteret/api",
    "register": "https://register.geonorge.no",
    "kommuneinfo": "https://api.kartverket.no/kommuneinfo/v1",
    "search": "https://search.api.fellesdatakatalog.digdir.no",
    "resource": "https://resource.api.fellesdatakatalog.digdir.no",
    "ckan": "https://opencom.no",
    "hub": "https://hub-frstadkomm.opendata.arcgis.com",
    "hub of 2018": "https://data-tromso.opendata.arcgis.com",
}


class Recording:
    """Answers whatever is asked with the one recorded body of a promise."""

    def __init__(self, promise: Promise, recordings: Path):
        self._path = recordings / promise.recorded

    def __call__(self, service: str, path: str, **_: object) -> Reply:
        return Reply(200, {}, self._path.read_bytes())

    def version(self, classification: int, start: str) -> int:
        return 0  # the recording does not say

    def variant(self, classification: int) -> dict:
        return {"id": 0, "name": "", "validFrom": ""}


class Services:
    """Asks over HTTP; redirects are given back, not followed."""

    def __init__(self, bases: dict[str, str], timeout: float = 60):
        self._bases, self._timeout = bases, timeout
        self._opener = urllib.request.build_opener(_NoRedirects)

    def __call__(
        self,
        service: str,
        path: str,
        *,
        method: str = "",
        accept: str = "application/json",
        body: object = None,
        headers: dict[str, str] | None = None,
    ) -> Reply:
        data = json.dumps(body).encode("utf-8") if body is not None else None
        said = {
            "Accept": accept,
            "User-Agent": "Klasskart-contract",
            **({"Content-Type": "application/json"} if data else {}),
            **(headers or {}),
        }
        request = urllib.request.Request(self._bases[service] + path, data, said, method=method or ("POST" if data else "GET"))
        try:
            with self._opener.open(request, timeout=self._timeout) as answer:
                return _reply(answer)
        except urllib.error.HTTPError as answer:
            return _reply(answer)

    def version(self, classification: int, start: str) -> int:
        """The id of the version that begins on a day."""
        versions = self("klass", f"/classifications/{classification}").json["versions"]
        return next(version["id"] for version in versions if version["validFrom"] == start)

    def variant(self, classification: int) -> dict:
        """The first variant of the newest version that has any, with the day its version begins."""
        versions = self("klass", f"/classifications/{classification}").json["versions"]
        for version in sorted(versions, key=lambda one: one["validFrom"], reverse=True):
            variants = self("klass", f"/versions/{version['id']}").json["classificationVariants"]
            if variants:
                return {**variants[0], "validFrom": version["validFrom"]}
        raise LookupError(f"no version of {classification} has a variant")


def _reply(answer) -> Reply:
    return Reply(answer.status, {key.lower(): value for key, value in answer.headers.items()}, answer.read())


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def standin_bases(environment: dict[str, str]) -> dict[str, str]:
    portals = Path(environment["KLASSKART_PORTALS_FILE"]).read_text("utf-8").splitlines()
    addresses = {kommune: address for _, address, kommune, _ in (line.split(";") for line in portals[1:])}
    data_norge = environment["KLASSKART_DATANORGE_URL"]
    others = {
        "search": data_norge,
        "resource": data_norge,
        "ckan": addresses["1103"],
        "csw": environment["KLASSKART_GEONETWORK_URL"],
    }
    others |= {"hub": addresses["3107"], "hub of 2018": addresses["5501"]}
    return {name: others.get(name) or environment[f"KLASSKART_{name.upper()}_URL"] for name in REAL}
