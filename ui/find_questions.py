"""What Find Classification asks in the background, and what it finds without asking. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..core.codes import Listed
from ..core.errors import ServiceError
from ..core.text import fold
from ..work import classifications
from ..work.classifications import Listing


@dataclass(frozen=True)
class Catalogue:
    """Every classification in a language, by name, and what they can be limited by: families by number, and sections."""

    listing: Listing
    language: str
    codelists: bool
    families: Mapping[int, str] = field(default_factory=dict)
    sections: tuple[str, ...] = ()

    def __post_init__(self):
        ordered = sorted(((fold(one.name), one) for one in self.listing.entries), key=lambda pair: (pair[0], pair[1].id))
        object.__setattr__(self, "_ordered", ordered)
        object.__setattr__(self, "_by_id", {one.id: one for _, one in ordered})

    def search(self, text: str) -> tuple[Listed, ...]:
        """Give those that have every word in their name, or whose number begins with the text; that number itself first."""
        words = fold(text).split()
        found = [one for name, one in self._ordered if _fits(name, one, words)]
        return tuple(sorted(found, key=lambda one: str(one.id) != text.strip()))

    def completed(self, hit: Listed) -> Listed:
        """Give a hit of the service with what only the list says: type and family."""
        known = self._by_id.get(hit.id)
        return hit._replace(type=hit.type or known.type, family=hit.family or known.family) if known else hit

    def with_hits(self, found: Iterable[Listed], hits: Iterable[Listed]) -> tuple[Listed, ...]:
        """Give what was found here, and behind it what the service found besides: nothing moves under the reader's hand."""
        there = {one.id: one for one in found}
        for hit in hits:
            there.setdefault(hit.id, self.completed(hit))
        return tuple(there.values())


def _fits(name: str, one: Listed, words: list[str]) -> bool:
    return all(word in name for word in words) or (len(words) == 1 and str(one.id).startswith(words[0]))


def catalogue(services, *, codelists: bool, language: str, fresh: bool, feedback) -> Catalogue:
    """Fetch the list and what it can be limited by; without the latter the list is still whole."""
    named = {"include_codelists": codelists, "language": language}
    listing = classifications.listing(services, **named, fresh=fresh, feedback=feedback)
    families: dict[int, str] = {}
    sections: tuple[str, ...] = ()
    try:
        there = classifications.families(services, **named, feedback=feedback)
        families = {one.id: one.name for one in sorted(there, key=lambda one: fold(one.name)) if one.size}
        sections = tuple(sorted(classifications.sections(services, feedback=feedback)))
    except ServiceError as error:
        feedback.warn(error)
    return Catalogue(listing, language, codelists, families, sections)


def limited(services, *, family: int, section: str, codelists: bool, language: str, feedback) -> frozenset[int]:
    """Give the numbers of the classifications of a family, of a section, or of both."""
    named = {"section": classifications.section_number(section), "include_codelists": codelists, "language": language}
    if family:
        found = classifications.family(services, family, **named, feedback=feedback)
    else:
        found = classifications.of_section(services, feedback=feedback, **named)
    return frozenset(one.id for one in found)


def hits(services, text: str, *, section: str, codelists: bool, language: str, feedback) -> tuple[Listed, ...]:
    """Ask the service for words or a number, each classification once."""
    number = classifications.section_number(section)
    return classifications.find(
        services, text, section=number, include_codelists=codelists, language=language, feedback=feedback
    )
