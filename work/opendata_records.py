"""Back to Geonorge for the record behind an entry, where the catalogue that listed it does not say where the data are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ..core.errors import Cancelled, KlasskartError, NotAsked, Refused, UntrustedAddress
from ..core.feedback import SILENT, Feedback
from ..core.opendata import CATALOGUES, Dataset, checked, ordered
from . import side_by_side
from .services import Services

_RECORD = re.compile(r"/metadata/uuid/([\w.-]+)")
_OPEN = ("page", "no_format", "no_address")


def completed(services: Services, datasets: Sequence[Dataset], *, feedback: Feedback = SILENT) -> tuple[Dataset, ...]:
    """Give the data sets with the ways of their records in Geonorge, of those that have none. One warning where it is down."""
    found = dict(enumerate(datasets))
    questions = {str(n): _question(services, uuid_of(one)) for n, one in found.items() if one.why_not in _OPEN and uuid_of(one)}
    failed: list[KlasskartError] = []

    def done(outcome: side_by_side.Outcome[Dataset | None]) -> None:
        if isinstance(outcome.error, Cancelled):
            raise outcome.error
        if outcome.error is not None and not (isinstance(outcome.error, Refused) and outcome.error.status == 404):
            failed.append(outcome.error)
        told = outcome.value
        if told is not None and told.distributions:
            number = int(outcome.key)
            found[number] = _with(found[number], told)

    if questions:
        side_by_side.run(questions, done, services.pause, feedback)
    if failed:
        feedback.warn(NotAsked("geonetwork", datasets[0].publisher, failed[0]))
    return ordered(found.values())


def uuid_of(dataset: Dataset) -> str:
    """Give its id in Geonorge, "" where it is not known there."""
    links = [dataset.page, *dataset.identifiers] if "geonorge" in dataset.catalogues else dataset.identifiers
    named = (_RECORD.search(link) for link in links)
    return next((match.group(1) for match in named if match), "")


def _question(services: Services, uuid: str) -> Callable[[Feedback], Dataset | None]:
    addresses = services.config.addresses

    def allowed(url: str) -> str:
        try:
            return addresses.check(url if addresses.trusted(url) else addresses.moved(url), resolve=False)
        except UntrustedAddress:
            return ""

    def ask(feedback: Feedback) -> Dataset | None:
        record = services.catalogues.csw.record(uuid, feedback=feedback)
        if record is None:
            return None
        ways = tuple(way for way in record.distributions if way.kind != "other")
        told = Dataset("", ("csw",), (uuid,), distributions=ways, licence_url=record.licence_url, extent=record.extent)
        return checked(told, allowed)

    return ask


def _with(dataset: Dataset, told: Dataset) -> Dataset:
    names = {*dataset.catalogues, "csw"}
    return replace(
        dataset,
        catalogues=tuple(name for name in CATALOGUES if name in names),
        distributions=(*dataset.distributions, *told.distributions),
        licence_url=dataset.licence_url or told.licence_url,
        extent=dataset.extent or told.extent,
    )
