"""Finding classifications and code lists: all of them, or those that some words, a number, a family or a section name."""

from __future__ import annotations

from collections.abc import Iterable

from ..core.codes import Listed
from ..core.errors import UnknownClassification
from ..core.feedback import SILENT, Feedback
from . import registers
from .services import Services


def find(
    services: Services,
    query: str = "",
    *,
    section: str = "",
    include_codelists: bool = False,
    language: str = "nb",
    fresh: bool = False,
    feedback: Feedback = SILENT,
) -> tuple[Listed, ...]:
    """Give every classification by id, or what the service finds for words, the best first and each once.

    A number also finds the classification that has it. Of the hits in several languages the one in `language` is given.
    """
    feedback.step("fetching_list")
    query = query.strip()
    if not query:
        return _all(services, include_codelists, language, fresh, feedback)
    hits = services.klass.search(query, section=section, include_codelists=include_codelists, feedback=feedback)
    found = list(once(hits, language))
    if query.isascii() and query.isdigit() and all(one.id != int(query) for one in found):
        found = [*_by_number(services, int(query), feedback), *found]
    return tuple(found)


def once(hits: Iterable[Listed], language: str) -> Iterable[Listed]:
    """Give one hit for each classification, in their order: that in the language, else in bokmål, else the first."""
    best: dict[int, Listed] = {}
    for hit in hits:
        kept = best.get(hit.id)
        if kept is None or _worth(hit, language) > _worth(kept, language):
            best[hit.id] = hit
    return best.values()


def _worth(hit: Listed, language: str) -> int:
    return 2 if hit.language == language else 1 if hit.language == "nb" else 0


def _all(services: Services, include_codelists: bool, language: str, fresh: bool, feedback: Feedback) -> tuple[Listed, ...]:
    def ask() -> list:
        return list(services.klass.classifications(language=language, include_codelists=include_codelists, feedback=feedback))

    key = f"classifications_{language}_{'codelists' if include_codelists else ''}"
    kept = registers.kept_or_asked(services, key, ask, registers.PRESENT, fresh, feedback)
    return tuple(sorted({row[0]: Listed(*row) for row in kept.value}.values()))


def _by_number(services: Services, number: int, feedback: Feedback) -> list[Listed]:
    try:
        found = services.klass.classification(number, feedback=feedback)
    except UnknownClassification:
        return []
    return [Listed(found.id, found.name, found.type, "", found.last_modified, found.url)]
