"""What the Open Data page asks in the background, told piece by piece. Plain functions of the services; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..core.errors import Cancelled, KlasskartError
from ..core.feedback import Feedback
from ..core.kommuner import Kommune
from ..core.opendata import Dataset
from ..core.opendata_list import DatasetList
from ..work import kommuner, opendata
from ..work.opendata import CatalogueAnswer, Published, Source
from ..work.opendata_records import completed
from ..work.opendata_tables import looked_at

FOUND = "opendata_found"  # the step by which each piece is told; its fact is `found`, a Found


@dataclass(frozen=True)
class Question:
    """About which kommune (a number, maybe of before a reform): what it publishes, or what covers it."""

    kommune: str
    covering: bool = False


@dataclass(frozen=True)
class Found:
    """What is known so far: who is asked, what they have answered, and all of it put together."""

    question: Question
    kommune: Kommune
    sources: tuple[Source, ...]
    answers: tuple[CatalogueAnswer, ...] = ()
    datasets: DatasetList = field(default_factory=DatasetList)

    def answer_of(self, source: Source) -> CatalogueAnswer | None:
        return next((one for one in self.answers if (one.catalogue, one.source) == (source.catalogue, source.name)), None)


def ask(services, question: Question, feedback: Feedback) -> Found:
    """Ask about a kommune. Raises UnknownKommune, SeveralKommuner and BadFile; a catalogue's own error is its answer."""
    kommune = kommuner.find(services, question.kommune, feedback=feedback.part(0.0, 0.1))
    sources = (opendata.GEONORGE,) if question.covering else opendata.sources(services, kommune)
    return ask_again(services, Found(question, kommune, sources), sources, feedback.part(0.1, 1.0))


def ask_again(services, known: Found, wanted: Sequence[Source], feedback: Feedback) -> Found:
    """Ask some of the sources, and keep what the others have said. Rows of those that are asked stay until they answer."""
    kept = tuple(answer for source in known.sources if source not in wanted and (answer := known.answer_of(source)))
    found = replace(known, answers=kept)
    _tell(found, feedback)
    if known.question.covering:
        return _covering(services, found, feedback)
    before = {source: answer for source in wanted if (answer := known.answer_of(source))}
    return _published(services, found, wanted, before, feedback)


def _tell(found: Found, feedback: Feedback) -> None:
    feedback.step(FOUND, found=found)
    found.datasets.prepare()


def _published(
    services, found: Found, wanted: Sequence[Source], before: dict[Source, CatalogueAnswer], feedback: Feedback
) -> Found:
    def heard(answer: CatalogueAnswer) -> None:
        nonlocal found
        before.pop(Source(answer.catalogue, answer.source), None)
        answers = (*found.answers, answer)
        together = Published(found.kommune, (*answers, *before.values()))
        found = replace(found, answers=answers, datasets=DatasetList(together.datasets))
        _tell(found, feedback)

    try:
        opendata.search(services, found.kommune, only=wanted, tell=heard, feedback=feedback.part(0.0, 0.7))
    except Cancelled:
        raise
    except KlasskartError as error:
        if not any(answer.error is error for answer in found.answers):
            raise
    # The first rows are out; where they lead is found out now.
    for look, part in ((completed, (0.7, 0.8)), (looked_at, (0.8, 1.0))):
        found = replace(found, datasets=DatasetList(look(services, found.datasets.datasets, feedback=feedback.part(*part))))
        _tell(found, feedback)
    return found


def _covering(services, found: Found, feedback: Feedback) -> Found:
    (source,) = found.sources

    def with_datasets(datasets: tuple[Dataset, ...], error: KlasskartError | None = None, *, whole: bool = True) -> Found:
        answers = (CatalogueAnswer(source.catalogue, source.name, datasets, error),) if whole else ()
        return replace(found, answers=answers, datasets=DatasetList(datasets))

    try:
        datasets = opendata.covering(
            services, found.kommune, tell=lambda part: _tell(with_datasets(part, whole=False), feedback), feedback=feedback
        )
    except Cancelled:
        raise
    except KlasskartError as error:
        return with_datasets((), error)
    return with_datasets(datasets)
