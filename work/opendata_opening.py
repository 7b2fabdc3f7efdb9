"""From an address in a catalogue to layers that can be opened: what truly lies there is found out by looking at the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

from ..clients import bodies, map_data
from ..clients.arcgis import ArcgisService, raise_refusal
from ..clients.ogcapi import OgcApiService
from ..clients.wcs import WcsService
from ..clients.wfs import WfsService
from ..clients.wms import WmsService, layer_choices
from ..clients.wmts import WmtsService
from ..core import places
from ..core.errors import (
    DeadLink,
    Faulty,
    KlasskartError,
    LoginNeeded,
    NoMapData,
    Refused,
    UnexpectedAnswer,
    Unreachable,
)
from ..core.feedback import SILENT, Feedback
from ..core.opendata import Dataset, Distribution
from ..core.opendata_kinds import SERVICE_KINDS
from ..core.opendata_opening import LayerChoice, Opening
from . import map_services, opendata_files, opendata_orders
from .opendata_files import LARGEST, MapFile, Wanted
from .services import Services

if TYPE_CHECKING:
    from .map_services import AnyService

_LOGIN = re.compile(r"\b(?:log ?in|sign ?in|logg (?:deg )?inn|logg på|innlogging|pålogging|authenticat\w+)\b", re.IGNORECASE)
_NAMING = ("layers", "layer", "typenames", "typename", "coverage", "identifier")  # parameters with names of layers
_LOGIN_STATUS, _GONE_STATUS = (401, 403), (404, 410)


def look(
    services: Services,
    dataset: Dataset,
    way: Distribution,
    *,
    kommune: str = "",
    most: int = LARGEST,
    feedback: Feedback = SILENT,
) -> Opening:
    """Find out what lies at an address and which layers it has; a file is fetched. Resolves names: call it in a job.

    `kommune` is the number of the one whose data are wanted: what is ordered is ordered for it. `most`: bytes of a file that
    may be fetched. Raises LoginNeeded, DeadLink, FileTooLarge, NoMapData, UntrustedAddress, BadFile, and what services
    raise.
    """
    try:
        return _Look(services, dataset, way, kommune, most, feedback).opening()
    except LoginNeeded:
        raise
    except Refused as error:
        raise _told_better(error) from error


class _Look:
    """One look at one address."""

    def __init__(self, services: Services, dataset: Dataset, way: Distribution, kommune: str, most: int, feedback: Feedback):
        self._services, self._dataset, self._way, self._feedback = services, dataset, way, feedback
        self._kommune, self._most = kommune, most
        addresses = services.config.addresses
        self._url = addresses.check(way.url if addresses.trusted(way.url) else addresses.moved(way.url))

    def opening(self) -> Opening:
        """Ask as what the catalogue says it is, and where that is wrong as what the answer is."""
        if opendata_orders.is_order(self._services, self._way):
            return self._ordered()
        if self._way.kind not in SERVICE_KINDS:
            return self._found()
        try:
            return self._asked(self._way.kind)
        except (UnexpectedAnswer, Refused) as error:
            return self._instead(error)

    def _instead(self, error: KlasskartError) -> Opening:
        """Look at what is there without a question in it; where that is no better, the first error stands."""
        if isinstance(error, LoginNeeded):
            raise error
        try:
            return self._found(but=self._way.kind)
        except KlasskartError as other:
            if isinstance(other, LoginNeeded):
                raise
            raise error from other

    def _found(self, but: str = "", url: str = "") -> Opening:
        """Judge by the first bytes. `but`: a kind that has been tried; `url`: where a feed led."""
        asked = url or self._url
        try:
            answer = opendata_files.looked_at(self._services, asked, self._feedback.part(0.0, 0.1))
        except (Unreachable, Faulty) as error:
            return self._kept(asked, error)
        kind = map_data.kind_of(answer.content, answer.content_type)
        if kind in SERVICE_KINDS and kind != but:
            return self._asked(kind)
        if kind == "feed" and not url:
            return self._found(url=opendata_orders.feed_file(self._services, asked, self._kommune, self._feedback))
        self._refuse(kind, answer)
        wanted = Wanted(asked, self._dataset.title, self._near(), self._most)
        return self._of_file(opendata_files.fetch(self._services, wanted, answer, self._feedback.part(0.1, 1.0)))

    def _refuse(self, kind: str, answer) -> None:
        """Raise what is clear from the first bytes."""
        service = self._services.http.service_of(answer.url)
        words = bodies.words_of(answer.content, answer.content_type)
        if kind == "web page":
            if _LOGIN.search(words):
                raise LoginNeeded(service, answer.url, answer.status, words)
            raise UnexpectedAnswer(service, answer.url, "map data", "web page", words)
        if kind == "refusal":
            try:
                raise_refusal(bodies.json_of(answer.content, answer.content_type), service, answer.url)
            except ValueError:
                raise Refused(service, answer.url, answer.status, words) from None
        if kind in ("nothing", "document", "picture", "packed", "XML", "binary", "feed", "refusal"):
            raise NoMapData(service, answer.url, kind, words if kind == "XML" else "")

    # --- services

    def _asked(self, kind: str) -> Opening:
        """Ask as a kind of service."""
        if kind == "arcgis":
            return self._arcgis()
        found = (
            self._services.wcs.capabilities(self._url, feedback=self._feedback)
            if kind == "wcs"
            else map_services.read(self._services, self._url, self._feedback)
        )
        way = replace(self._way, layer=self._way.layer or layer_named(self._url))
        return Opening(_kind_of(found), found.url, self._dataset, way, tuple(_choices(found)), found)

    def _arcgis(self) -> Opening:
        found = self._services.arcgis.service(self._url, feedback=self._feedback)
        if not found.layers:
            raise NoMapData(self._services.http.service_of(found.url), found.url, "nothing", found.title)
        layers = tuple(LayerChoice(str(one.number), one.name, _shape(found, one.shape)) for one in found.layers)
        return Opening("arcgis", found.url, self._dataset, self._way, layers, found)

    # --- files

    def _ordered(self) -> Opening:
        key = opendata_orders.kept_as(self._way, self._dataset, self._kommune)
        ask = self._feedback.part(0.0, 0.2)
        try:
            url = opendata_orders.ordered_file(self._services, self._way, self._dataset, self._kommune, ask)
            answer = opendata_files.looked_at(self._services, url, self._feedback.part(0.2, 0.25))
        except (Unreachable, Faulty) as error:
            return self._kept(key, error)
        self._refuse(map_data.kind_of(answer.content, answer.content_type), answer)
        wanted = Wanted(url, self._dataset.title, self._near(), self._most, key)
        return self._of_file(opendata_files.fetch(self._services, wanted, answer, self._feedback.part(0.25, 1.0)))

    def _kept(self, key: str, error: KlasskartError) -> Opening:
        """Give what was fetched before, where nobody answers; raise the error where there is nothing."""
        kept = opendata_files.still_good(self._services, key, self._feedback)
        if kept is None:
            raise error
        return self._of_file(kept)

    def _of_file(self, file: MapFile) -> Opening:
        day = file.moment.date().isoformat()
        return Opening(
            file.kind,
            file.url,
            self._dataset,
            self._way,
            file.layers,
            path=file.path,
            fetched=day,
            reused=file.reused,
            kept=file.kept,
            assumed=file.assumed,
        )

    def _near(self) -> tuple[float, float] | None:
        """Say where the data should lie: in the kommune, else in the extent that the catalogue tells, else the publisher."""
        known = places.shipped()
        here = known.by_number.get(self._kommune)
        if here is None and self._dataset.extent:
            west, south, east, north = self._dataset.extent
            return (west + east) / 2, (south + north) / 2
        if here is None:
            named = known.find(re.sub(r"\s+(?:kommune|herad)\b.*", "", self._dataset.publisher, flags=re.IGNORECASE))
            here = named[0] if len(named) == 1 else None
        return (here.lon, here.lat) if here and here.lon is not None and here.lat is not None else None


def _told_better(error: Refused) -> Refused:
    """Name what a status means for someone who follows a catalogue's link."""
    if error.status in _LOGIN_STATUS:
        return LoginNeeded(**error.values())
    return DeadLink(**error.values()) if error.status in _GONE_STATUS else error


def layer_named(url: str) -> str:
    """Give the layer, the type of features or the collection that an address names; "" for none, or several."""
    parts = urlsplit(url)
    asked = {key.casefold(): value for key, value in parse_qsl(parts.query)}
    named = next((asked[key] for key in _NAMING if asked.get(key)), "")
    below = re.search(r"/collections/([^/]+)", parts.path)
    name = named or (unquote(below.group(1)) if below else "")
    return "" if "," in name else name


def _kind_of(service: AnyService | WcsService) -> str:
    kinds = {WmsService: "wms", WmtsService: "wmts", WfsService: "wfs", OgcApiService: "ogcapi", WcsService: "wcs"}
    return kinds[type(service)]


def _choices(service: AnyService | WcsService) -> Iterator[LayerChoice]:
    shape = "picture" if isinstance(service, (WmsService, WmtsService, WcsService)) else ""
    for layer in layer_choices(service) if isinstance(service, WmsService) else service.layers:
        yield LayerChoice(layer.name, layer.title, shape)


def _shape(service: ArcgisService, shape: str) -> str:
    return "picture" if service.is_pictures and shape != "table" else shape
