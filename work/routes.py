"""The ways by which Geonorge gives the file of an area: where one is down, the next gives the same data.

files    the country file at its known address, without an order
order    the download API, which leads to the file
feed     the ATOM feeds, which name it

Where an area can't be had, the fylke or the country that holds it serves: what is too much is left out by the conversion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.crs import COUNTRY_EPSG
from ..core.errors import (
    BadFile,
    Faulty,
    KlasskartError,
    NotOffered,
    OtherRoute,
    Refused,
    ServiceError,
    UnexpectedAnswer,
    Unreachable,
    UntrustedAddress,
)
from ..core.feedback import Feedback
from ..core.units import WHOLE_COUNTRY, Unit
from . import archives
from .cache import safe_name
from .divisions import Division

if TYPE_CHECKING:
    from ..clients.atom import Feed, FeedFile
    from .services import Services

FILES, ORDER, FEED = "files", "order", "feed"
_GONE = frozenset({404, 410})
_PATIENCE = 2  # failures in a row before a service is left alone


@dataclass(frozen=True)
class Source:
    """One delivered file, what tells whether it is still the same, and the route that it came by.

    `updated` is what an ATOM feed said of it, where the feed was asked.
    """

    url: str
    etag: str = ""
    last_modified: str = ""
    size: int = 0
    route: str = ""
    updated: str = ""


@dataclass(frozen=True)
class Delivery:
    """The file for an area; `holds` is the area that it was made for, which may be a larger one."""

    area: str
    holds: str
    path: Path
    source: Source


@dataclass(frozen=True)
class _Way:
    route: str
    holds: str
    follow: Callable[[Path, Feedback], Delivery]

    @property
    def name(self) -> tuple[str, str]:
        return self.route, self.holds


class Routes:
    """The routes of one job. What did not answer for several of its areas is not asked for the others."""

    def __init__(self, services: Services, unit: Unit, division: Division, epsg: int | None, folder: Path):
        self._services, self._unit, self._division, self._epsg, self._folder = services, unit, division, epsg, folder
        self._silent: dict[str, list[ServiceError]] = {ORDER: [], FEED: []}  # failures since the last answer
        self._had: dict[tuple[str, str], Delivery] = {}
        self._damaged: dict[tuple[str, str], BadFile] = {}
        self._feeds: list[Feed] | None = None
        self._listed: dict[str, tuple[FeedFile, ...]] = {}

    def deliver(self, area: str, feedback: Feedback) -> Delivery:
        """Fetch the file of an area by the first route that gives it; another than the first is told by a warning.

        Raises the first failure where no route does.
        """
        attempt = _Attempt()
        for way in self._ways(area):
            if way.name in self._damaged:
                attempt.skip(self._damaged[way.name])
                continue
            if not attempt.may_follow(way):
                continue
            feedback.check()
            try:
                delivery = self._by(way, area, feedback)
            except (ServiceError, BadFile, NotOffered) as error:
                attempt.note(way, error)
                self._log(area, way, str(error))
            except _Unasked as unasked:
                attempt.note(way, unasked.error, asked=False)
                self._log(area, way, str(unasked.error))
            except UntrustedAddress as error:
                attempt.note(way, error)
                self._log(area, way, str(error))
                break  # whoever gives such an address is not asked on
            else:
                self._log(area, way, f"taken: {delivery.source.url}")
                if attempt.outages:
                    feedback.warn(_other_route(attempt.outages[0][0].route, delivery, attempt.outages[0][1]))
                return delivery
        raise attempt.failure

    def instead(self, damaged: Delivery, error: BadFile, feedback: Feedback) -> Delivery:
        """Fetch the file that turned out damaged by another route. Raises the damage where there is none."""
        self._damaged[damaged.source.route, damaged.holds] = error
        try:
            delivery = self.deliver(damaged.area, feedback)
        except KlasskartError:
            feedback.check()
            raise error from None
        feedback.warn(_other_route(damaged.source.route, delivery, error))
        return delivery

    def _log(self, area: str, way: _Way, outcome: str) -> None:
        self._services.log(f"{self._unit.key} of {area} through {way.route}, file of {way.holds}: {outcome}")

    # --- which ways there are -----------------------------------------------------------

    def _ways(self, area: str) -> Iterator[_Way]:
        for holds in _held_by(area, self._unit):
            if holds == WHOLE_COUNTRY and self._division.current:
                yield _Way(FILES, holds, self._country_file)
            yield _Way(ORDER, holds, partial(self._ordered, holds))
            yield _Way(FEED, holds, partial(self._in_feed, holds))

    def _by(self, way: _Way, area: str, feedback: Feedback) -> Delivery:
        if way.name not in self._had:
            feedback.step("fetching_area", area=way.holds, route=way.route)
            delivery = way.follow(self._folder / f"{way.route}-{way.holds}", feedback)
            archives.check(delivery.path)
            self._had[way.name] = delivery
        had = self._had[way.name]
        return Delivery(area, way.holds, had.path, had.source)

    # --- the ways -------------------------------------------------------------------------

    def _country_file(self, folder: Path, feedback: Feedback) -> Delivery:
        nedlasting = self._services.nedlasting
        epsg = self._epsg if self._epsg in nedlasting.direct_crs else COUNTRY_EPSG
        return self._download(nedlasting.direct_url(self._unit.dataset, epsg), "", FILES, WHOLE_COUNTRY, folder, feedback)

    def _ordered(self, holds: str, folder: Path, feedback: Feedback) -> Delivery:
        with _Asking(self._silent[ORDER]):
            file = self._services.nedlasting.order(self._division.uuid, holds, self._epsg, feedback=feedback)
        return self._download(file.url, file.name or f"{holds}.zip", ORDER, holds, folder, feedback)

    def _in_feed(self, holds: str, folder: Path, feedback: Feedback) -> Delivery:
        from ..clients.atom import best_file

        with _Asking(self._silent[FEED]):
            for feed in self._feeds_of(feedback):
                if feed.url not in self._listed:
                    self._listed[feed.url] = self._services.atom.files(feed.url, feedback=feedback)
                file = best_file(self._listed[feed.url], holds, self._epsg)
                if file:
                    break
            else:
                raise NotOffered("area", holds, "")
        return self._download(file.url, "", FEED, holds, folder, feedback, file.updated)

    def _feeds_of(self, feedback: Feedback) -> list[Feed]:
        if self._feeds is None:
            self._feeds = feeds_of(self._services, self._division.uuid, feedback)
        return self._feeds

    def _download(
        self, url: str, name: str, route: str, holds: str, folder: Path, feedback: Feedback, updated: str = ""
    ) -> Delivery:
        target = folder / safe_name(name or url.rsplit("/", 1)[-1])
        got = self._services.http.download(url, target, feedback=feedback)
        return Delivery(holds, holds, got.path, Source(got.url, got.etag, got.last_modified, got.size, route, updated))


class _Unasked(Exception):
    """A service did not say which file it is; `error` tells why."""

    def __init__(self, error: ServiceError):
        super().__init__(error)
        self.error = error


class _Asking:
    """A context in which a service is asked for a file; not when it was silent often enough: each costs its time-out."""

    def __init__(self, silent: list[ServiceError]):
        self._silent = silent

    def __enter__(self) -> None:
        if len(self._silent) >= _PATIENCE:
            raise _Unasked(self._silent[-1])

    def __exit__(self, _kind, error, _trace) -> None:
        if isinstance(error, (Unreachable, Faulty)):
            self._silent.append(error)
        else:
            self._silent.clear()
        if isinstance(error, ServiceError):
            raise _Unasked(error) from error


class _Attempt:
    """What has been tried for one area, and what may be tried next."""

    def __init__(self) -> None:
        self._failures: list[tuple[_Way, KlasskartError]] = []
        self._not_there: set[str] = set()  # areas that are not offered
        self._unasked: set[str] = set()  # routes that did not say
        self._final = False
        self._damages: list[BadFile] = []  # of ways that need not be tried

    def may_follow(self, way: _Way) -> bool:
        """A larger area is no way around one broken file, but where nobody says which file it is, and where there is none."""
        if self._final or way.holds in self._not_there or way.route in self._unasked:
            return False
        first = self._failures[0][0].holds if self._failures else way.holds
        return way.holds == first or first in self._not_there or {ORDER, FEED} <= self._unasked

    def skip(self, damage: BadFile) -> None:
        """Pass over a way whose file turned out damaged earlier."""
        self._damages.append(damage)

    def note(self, way: _Way, error: KlasskartError, *, asked: bool = True) -> None:
        self._failures.append((way, error))
        if isinstance(error, NotOffered) and error.what == "area":
            self._not_there.add(way.holds)
        elif not asked:
            self._unasked.add(way.route)
            self._final = not _is_outage(error)
        else:
            self._final = not _is_outage(error)

    @property
    def outages(self) -> list[tuple[_Way, KlasskartError]]:
        """The failures that are news; that a file moved or an area has none is not."""
        return [(way, error) for way, error in self._failures if not isinstance(error, NotOffered) and not _is_gone(error)]

    @property
    def failure(self) -> KlasskartError:
        """The first failure that is more than that there is no such file."""
        every = [*(error for _, error in self._failures), *self._damages]
        return next((error for error in every if not isinstance(error, NotOffered)), every[0])


def feeds_of(services: Services, uuid: str, feedback: Feedback, formats: Sequence[str] | None = None) -> list[Feed]:
    """Find the feeds of a data set in some formats, else in those that we read: its record in the catalogue names them, else
    the feed of all does."""
    from ..clients.atom import Feed, in_order
    from ..clients.nedlasting import FORMATS, plain_format

    wanted = FORMATS if formats is None else formats

    try:
        record = services.kartkatalog.record(uuid, feedback=feedback)
        named = in_order((Feed(url, plain_format(name)) for name, url in record.feeds), wanted)
    except ServiceError:
        named = []
    return named or in_order(services.atom.feeds(uuid, feedback=feedback), wanted)


def _held_by(area: str, unit: Unit) -> tuple[str, ...]:
    """Give an area and the larger ones that hold it. Borders can't be told apart by area: their own file, or none."""
    if area == WHOLE_COUNTRY:
        return (area,)
    larger = (area[:2], WHOLE_COUNTRY) if len(area) == 4 else (WHOLE_COUNTRY,)
    return (area,) if unit.is_border else (area, *larger)


def _is_outage(error: KlasskartError) -> bool:
    """Whether the next route may give what this one did not. A plain no is no outage; one with 500 may be both."""
    if isinstance(error, Refused):
        return error.status in _GONE or int(error.status) >= 500 or int(error.status) == 200
    return isinstance(error, (Unreachable, Faulty, UnexpectedAnswer, BadFile))


def _is_gone(error: KlasskartError) -> bool:
    """Whether a file is just not where it was: that the next route finds it is no news."""
    return isinstance(error, Refused) and error.status in _GONE


def _other_route(failed: str, delivery: Delivery, error: KlasskartError) -> OtherRoute:
    told = error.values()
    facts = {name: told.get(name, "") for name in ("asked", "status", "words")}
    return OtherRoute(failed, delivery.source.route, delivery.area, **facts)
