"""Finding classifications and code lists: all of them, or those that some words, a number, a family or a section name."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..core.about import About, AboutVersion, Family, Table
from ..core.codes import Correspondence, Listed
from ..core.errors import KeptSince, Refused, UnknownClassification
from ..core.feedback import SILENT, Feedback
from . import registers
from .services import Services

if TYPE_CHECKING:
    from ..clients.klass_about import KlassAbout


@dataclass(frozen=True)
class Listing:
    """Every classification by id, when the list was fetched, and whether it is an old one because nobody answered."""

    entries: tuple[Listed, ...]
    fetched: datetime.datetime
    kept: bool = False


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
        every = listing(services, include_codelists=include_codelists, language=language, fresh=fresh, feedback=feedback)
        if every.kept:
            feedback.warn(KeptSince("klass", every.fetched.date()))
        return every.entries
    hits = services.klass.search(query, section=section, include_codelists=include_codelists, feedback=feedback)
    found = list(once(hits, language))
    if query.isascii() and query.isdigit() and all(one.id != int(query) for one in found):
        found = [*_by_number(services, int(query), feedback), *found]
    return tuple(found)


def listing(
    services: Services,
    *,
    include_codelists: bool = False,
    language: str = "nb",
    fresh: bool = False,
    feedback: Feedback = SILENT,
) -> Listing:
    """Give every classification; a day old at most while the service answers."""

    def ask() -> list:
        return list(services.klass.classifications(language=language, include_codelists=include_codelists, feedback=feedback))

    key = f"classifications_{language}_{_flag(include_codelists)}"
    kept = registers.kept_or_asked(services, key, ask, registers.PRESENT, fresh, feedback)
    entries = tuple(sorted({row[0]: Listed(*row) for row in kept.value}.values()))
    return Listing(entries, kept.stored, kept.old)


def about(services: Services, number: int, *, language: str = "nb", fresh: bool = False, feedback: Feedback = SILENT) -> About:
    """Tell what a classification is for, who keeps it and which versions it has. Raises UnknownClassification."""
    from ..clients.klass_about import parse_about

    def ask(klass: KlassAbout) -> Mapping:
        try:
            return klass.classification(number, language=language, feedback=feedback)
        except Refused as refusal:
            if refusal.status == 404:
                raise UnknownClassification(number) from refusal
            raise

    return parse_about(_kept(services, f"about_{number}_{language}", ask, fresh, feedback), number)


def about_version(
    services: Services, number: int, *, language: str = "nb", fresh: bool = False, feedback: Feedback = SILENT
) -> AboutVersion:
    """Tell of a version's levels, variants, correspondence tables and corrections."""
    from ..clients.klass_about import parse_version

    def ask(klass: KlassAbout) -> Mapping:
        answer = klass.version(number, language=language, feedback=feedback)
        items = answer.get("classificationItems")
        # Only their number is told: the codes themselves are a register of their own.
        return {**answer, "classificationItems": [None] * len(items) if isinstance(items, list) else []}

    return parse_version(_kept(services, f"version_{number}_{language}", ask, fresh, feedback))


def families(
    services: Services,
    *,
    section: str = "",
    include_codelists: bool = False,
    language: str = "nb",
    feedback: Feedback = SILENT,
) -> tuple[Family, ...]:
    """Give the families of classifications, with as many as one of SSB's sections has in each where its number is given."""
    from ..clients.klass_about import parse_families

    def ask(klass: KlassAbout) -> Mapping:
        return klass.families(section=section, include_codelists=include_codelists, language=language, feedback=feedback)

    key = f"families_{section}_{language}_{_flag(include_codelists)}"
    return parse_families(_kept(services, key, ask, False, feedback))


def family(
    services: Services,
    number: int,
    *,
    section: str = "",
    include_codelists: bool = False,
    language: str = "nb",
    feedback: Feedback = SILENT,
) -> tuple[Listed, ...]:
    """Give the classifications of a family, those of one of SSB's sections where its number is given."""
    from ..clients.klass_about import parse_family

    def ask(klass: KlassAbout) -> Mapping:
        return klass.family(number, section=section, include_codelists=include_codelists, language=language, feedback=feedback)

    key = f"family_{number}_{section}_{language}_{_flag(include_codelists)}"
    return parse_family(_kept(services, key, ask, False, feedback))


def of_section(
    services: Services,
    section: str,
    *,
    include_codelists: bool = False,
    language: str = "nb",
    feedback: Feedback = SILENT,
) -> tuple[Listed, ...]:
    """Give the classifications that one of SSB's sections keeps, by its number. Klass tells them family by family only."""
    named: dict[str, Any] = {"section": section, "include_codelists": include_codelists, "language": language}
    found: list[Listed] = []
    there = families(services, **named, feedback=feedback)
    for number, one in enumerate(there):
        feedback.check()
        feedback.progress(number / len(there))
        if one.size:
            found += family(services, one.id, **named, feedback=feedback)
    return tuple(sorted({one.id: one for one in found}.values()))


def section_number(section: str) -> str:
    """Give the number of a section, which its name begins with: `320 - Seksjon for befolkningsstatistikk` → `320`."""
    return section.partition(" - ")[0].strip()


def pairs(
    services: Services, table: Table, *, language: str = "nb", feedback: Feedback = SILENT
) -> tuple[str, tuple[Correspondence, ...]]:
    """Give the pairs of a version's correspondence table, and the language they are in.

    A table that is not published in the language is asked for in one that it is published in, bokmål before others.
    """
    from ..clients.klass_about import KlassAbout, parse_table

    if table.languages and language not in table.languages:
        language = "nb" if "nb" in table.languages else table.languages[0]
    klass = KlassAbout(services.http, services.config.addresses)

    def ask() -> list:
        return list(parse_table(klass.table(table.id, language=language, feedback=feedback)))

    rows = registers.told_or_asked(services, f"table_{table.id}_{language}", ask, registers.PRESENT, False, feedback)
    return language, tuple(Correspondence(*row) for row in rows)


def sections(services: Services, *, feedback: Feedback = SILENT) -> tuple[str, ...]:
    """Give the names of SSB's sections, each beginning with its number."""
    from ..clients.klass_about import parse_sections

    return parse_sections(_kept(services, "sections", lambda klass: klass.sections(feedback=feedback), False, feedback))


def _kept(services: Services, key: str, ask: Callable[[KlassAbout], Mapping], fresh: bool, feedback: Feedback) -> Mapping:
    """Give the service's words as they were kept, or asked for; a day old at most while it answers, else with a warning."""
    from ..clients.klass_about import KlassAbout

    klass = KlassAbout(services.http, services.config.addresses)

    def ask_once() -> object:
        return _without_persons(ask(klass))

    return registers.told_or_asked(services, key, ask_once, registers.PRESENT, fresh, feedback)


def _without_persons(value: object) -> object:
    """Leave out names and addresses of persons, wherever they stand: there is no need to keep them."""
    if isinstance(value, Mapping):
        return {key: _without_persons(one) for key, one in value.items() if key != "contactPerson"}
    return [_without_persons(one) for one in value] if isinstance(value, list) else value


def once(hits: Iterable[Listed], language: str) -> Iterable[Listed]:
    """Give one hit for each classification, in their order: that in the language, else in bokmål, else the first."""
    best: dict[int, Listed] = {}
    for hit in hits:
        kept = best.get(hit.id)
        if kept is None or _worth(hit, language) > _worth(kept, language):
            best[hit.id] = hit
    return best.values()


def _flag(include_codelists: bool) -> str:
    return "codelists" if include_codelists else ""


def _worth(hit: Listed, language: str) -> int:
    return 2 if hit.language == language else 1 if hit.language == "nb" else 0


def _by_number(services: Services, number: int, feedback: Feedback) -> list[Listed]:
    try:
        found = services.klass.classification(number, feedback=feedback)
    except UnknownClassification:
        return []
    return [Listed(found.id, found.name, found.type, "", found.last_modified, found.url)]
