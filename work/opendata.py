"""What a kommune publishes: all catalogues asked side by side, what is the same in several put together."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass

from ..core import opendata, portals
from ..core.errors import Cancelled, KlasskartError, NotAsked, UntrustedAddress
from ..core.feedback import SILENT, Feedback
from ..core.kommuner import Kommune
from ..core.opendata import Dataset
from ..core.portals import Portal
from . import kommuner, side_by_side
from .services import Services

SEARCHED = ("geonorge", "datanorge", "ckan", "hub")
_PLAIN = re.compile(r"[!-\[\]-~]*")  # no blank, no backslash, nothing that is read in two ways
_FIRST_TOLD = 100  # a page


@dataclass(frozen=True)
class CatalogueAnswer:
    """What one catalogue (a word of CATALOGUES) or one portal of it said: data sets, or why it could not be asked."""

    catalogue: str
    source: str
    datasets: tuple[Dataset, ...] = ()
    error: KlasskartError | None = None


@dataclass(frozen=True)
class Published:
    """What was found of a kommune. `datasets` are put together; `answers` are what each catalogue said."""

    kommune: Kommune
    answers: tuple[CatalogueAnswer, ...]

    @property
    def datasets(self) -> tuple[Dataset, ...]:
        entries = [one for answer in self.answers for one in answer.datasets]
        return opendata.ordered(opendata.merged(entries))

    def count(self, catalogue: str) -> int | None:
        """How many data sets a catalogue lists: 0 for none, None where (a part of) it could not be asked."""
        answers = [answer for answer in self.answers if answer.catalogue == catalogue]
        if any(answer.error for answer in answers):
            return None
        return len(opendata.merged([one for answer in answers for one in answer.datasets]))


@dataclass(frozen=True)
class Source:
    """One catalogue, or one portal of it, as a CatalogueAnswer names it."""

    catalogue: str
    name: str


GEONORGE, DATANORGE = Source("geonorge", "kartkatalog"), Source("datanorge", "datanorge")  # the others are portals

Question = Callable[[Feedback], tuple[Dataset, ...]]


def sources(services: Services, kommune: Kommune) -> tuple[Source, ...]:
    """Give what is asked about a kommune. Asks nobody."""
    return tuple(_sources(services, kommune, True))


def search(
    services: Services,
    kommune: Kommune,
    *,
    details: bool = True,
    only: Container[Source] | None = None,
    tell: Callable[[CatalogueAnswer], None] = lambda answer: None,
    feedback: Feedback = SILENT,
) -> Published:
    """Ask all catalogues what a kommune publishes; `tell` gets each answer as it comes, in this thread.

    A catalogue that can't be asked is told by a NotAsked warning. Where none can, the first error is raised. Without
    `details` it is not asked where data.norge.no's data are, which is enough for counting. `only` limits it to some sources.
    """
    asked = _sources(services, kommune, details)
    by_name = {f"{one.catalogue} {one.name}": question for one, question in asked.items() if only is None or one in only}
    answers: list[CatalogueAnswer] = []

    def done(outcome: side_by_side.Outcome[tuple[Dataset, ...]]) -> None:
        if isinstance(outcome.error, Cancelled):
            raise outcome.error
        catalogue, source = outcome.key.split(" ", 1)
        answer = CatalogueAnswer(catalogue, source, outcome.value or (), outcome.error)
        answers.append(answer)
        if outcome.error:
            feedback.warn(NotAsked(source, kommune.name, outcome.error))
        tell(answer)

    side_by_side.run(by_name, done, services.pause, feedback)
    if answers and all(answer.error for answer in answers):
        raise answers[0].error or Cancelled()
    return Published(kommune, tuple(sorted(answers, key=lambda one: SEARCHED.index(one.catalogue))))


def covering(
    services: Services,
    kommune: Kommune,
    *,
    tell: Callable[[tuple[Dataset, ...]], None] = lambda found: None,
    feedback: Feedback = SILENT,
) -> tuple[Dataset, ...]:
    """Give what Geonorge lists as covering a kommune, whoever publishes it; `tell` gets what there is after a page and more."""
    feedback.step("asking_catalogue", catalogue="kartkatalog")
    found: list[Dataset] = []
    told = _FIRST_TOLD
    for entry in services.catalogues.geonorge.covering(kommune, feedback=feedback):
        found += _kept(services, (entry,))
        if len(found) == told:
            tell(opendata.ordered(found))
            told *= 4  # seldom, as all of them are put in order each time
    return opendata.ordered(found)


def table(
    services: Services, asked: Iterable[str], *, feedback: Feedback = SILENT
) -> Iterable[tuple[Kommune, Mapping[str, int | None]]]:
    """Count for each kommune what each catalogue lists: 0 for nothing, None where it could not be asked."""
    found = [kommuner.find(services, text, feedback=feedback.part(0.0, 0.1)) for text in dict.fromkeys(asked)]
    for number, kommune in enumerate(found):
        part = feedback.part(0.1 + 0.9 * number / len(found), 0.1 + 0.9 * (number + 1) / len(found))
        answers: list[CatalogueAnswer] = []
        try:
            search(services, kommune, details=False, tell=answers.append, feedback=part)
        except Cancelled:
            raise
        except KlasskartError:
            part.progress(1.0)  # none could be asked: each has been told, and the row says so
        published = Published(kommune, tuple(answers))
        yield kommune, {catalogue: published.count(catalogue) for catalogue in SEARCHED}


def _sources(services: Services, kommune: Kommune, details: bool) -> dict[Source, Question]:
    """Give the questions by whom they are put to."""

    def geonorge(feedback: Feedback) -> tuple[Dataset, ...]:
        feedback.step("asking_catalogue", catalogue="kartkatalog")
        return _kept(services, services.catalogues.geonorge.published_by(kommune, feedback=feedback))

    def datanorge(feedback: Feedback) -> tuple[Dataset, ...]:
        feedback.step("asking_catalogue", catalogue="datanorge")
        organisation = kommuner.with_organisation(services, kommune, feedback=feedback).organisation
        ask = services.catalogues.datanorge
        found = ask.datasets(organisation, details=details, feedback=feedback.part(0.0, 0.7))
        apis = ask.services(organisation, details=details, feedback=feedback.part(0.7, 1.0))
        return (*_kept(services, found), *_kept(services, apis))

    questions: dict[Source, Question] = {GEONORGE: geonorge, DATANORGE: datanorge}
    for portal in portals.read(services.config.portals_file):
        if portal.kommune == kommune.number:
            questions[Source(portal.kind, portal.address)] = _asking(services, portal)
    return questions


def _asking(services: Services, portal: Portal) -> Question:
    client = services.catalogues.ckan if portal.kind == "ckan" else services.catalogues.hub

    def ask(feedback: Feedback) -> tuple[Dataset, ...]:
        feedback.step("asking_catalogue", catalogue=services.http.service_of(portal.address))
        return _kept(services, client.datasets(portal, feedback=feedback))

    return ask


def _kept(services: Services, found: Iterable[Dataset]) -> tuple[Dataset, ...]:
    """Move links to the configured services, and leave out those that lead where we do not go."""
    addresses = services.config.addresses
    good: dict[str, bool] = {}  # scheme and host of addresses that may be used as they are: thousands have the same

    def allowed(url: str) -> str:
        origin = "/".join(url.split("/", 3)[:3])
        if origin not in good:
            good[origin] = judged(f"{origin}/") == f"{origin}/"
        return url if good[origin] and _PLAIN.fullmatch(url) else judged(url)

    def judged(url: str) -> str:
        moved = url if addresses.trusted(url) else addresses.moved(url)
        try:
            return addresses.check(moved, resolve=False)
        except UntrustedAddress:
            return ""

    return tuple(opendata.checked(one, allowed) for one in found)
