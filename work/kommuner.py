"""Which kommune is meant, as of today: by number or name, also by those that a reform has taken away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from ..core import places
from ..core.codes import FYLKE, KOMMUNE, is_filler
from ..core.errors import Faulty, Refused, ServiceError, SeveralKommuner, UnknownKommune, Unreachable
from ..core.feedback import SILENT, Feedback
from ..core.kommuner import Kommune
from ..core.lives import Lives
from ..core.places_by_name import PlaceNames
from ..core.text import fold
from . import change_graph, registers
from .services import Services

if TYPE_CHECKING:
    from ..clients.brreg import Unit

_SILENT = (Unreachable, Faulty, Refused)  # a service, when it does not tell


def find(services: Services, text: str, *, feedback: Feedback = SILENT) -> Kommune:
    """Find a kommune of today. Raises UnknownKommune and SeveralKommuner; where Klass does not answer, our own list serves."""
    try:
        lives = change_graph.lives(services, KOMMUNE, feedback=feedback.part(0.0, 0.3)).lives
    except _SILENT:
        return _of_places(text)
    today = services.config.today.isoformat()
    valid = {code: name for code, name in lives.valid(today).items() if not is_filler(code, KOMMUNE)}
    asked = _asked(services, text, lives)
    if not asked:
        raise UnknownKommune(text)
    found = sorted({code for one in asked for code in _today(services, one, valid, feedback.part(0.3, 0.9))})
    if not found:
        raise UnknownKommune(text)
    if len(found) > 1:
        raise SeveralKommuner(text, ", ".join(f"{code} {valid[code]}" for code in found))
    return _kommune(found[0], valid)


def with_organisation(services: Services, kommune: Kommune, *, feedback: Feedback = SILENT) -> Kommune:
    """Add the organisation number of Enhetsregisteret, kept for a month; where that does not answer, of Geonorge's register.

    Raises the errors of the former, and UnknownKommune where it does not have the kommune.
    """

    def ask() -> list:
        return [list(unit) for unit in services.catalogues.brreg.kommuner(feedback=feedback)]

    try:
        kept = registers.kept_or_asked(services, "organisations", ask, registers.PAST, False, feedback)
    except _SILENT:
        unit = _registered(services, kommune.number, feedback)
        if unit is None:
            raise
        return replace(kommune, organisation=unit.organisation, register_name=unit.name)
    for organisation, number, name in kept.value:
        if number == kommune.number:
            return replace(kommune, organisation=organisation, register_name=name)
    raise UnknownKommune(kommune.number)


def _registered(services: Services, number: str, feedback: Feedback) -> Unit | None:
    try:
        return services.catalogues.register.organisation_of(number, feedback=feedback)
    except ServiceError:
        return None  # what is told is that Enhetsregisteret, which was asked first, does not answer


def _asked(services: Services, text: str, lives: Lives) -> tuple[str, ...]:
    """Give the codes that a number (0301, 301) or a name stands for, of today or of before; a label has both."""
    first = text.split()[0] if text.split() else ""
    if first.isdigit():
        code = first.zfill(4)
        return (code,) if lives.of(code) and not is_filler(code, KOMMUNE) else ()
    today = services.config.today
    named = _named_today(text, lives.valid(today.isoformat()))
    if named:
        return named
    try:
        fylker = change_graph.lives(services, FYLKE).lives
    except _SILENT:
        fylker = None
    found = PlaceNames([lives], today, fylker).find(text)
    return tuple(place.code for place in found.places) if found else ()


def _named_today(text: str, valid: dict[str, str]) -> tuple[str, ...]:
    """Give the kommuner of today that have a name; one that has it now beats those that had it once."""
    wanted = fold(" ".join(text.split())).removesuffix(" kommune")
    names = {code: {name, places.shipped().by_number[code].name if code in places.shipped().by_number else name}
             for code, name in valid.items()}  # fmt: skip
    return tuple(sorted(code for code, forms in names.items() if wanted in _forms(forms)))


def _forms(names: Iterable[str]) -> set[str]:
    parts = {part for name in names for part in (name, *name.split(" - "))}
    return {fold(form.strip()) for part in parts for form in (part, part.partition(" (")[0])}


def _today(services: Services, code: str, valid: dict[str, str], feedback: Feedback) -> tuple[str, ...]:
    """Follow a code to today."""
    if code in valid:
        return (code,)
    graph = change_graph.graph(services, KOMMUNE, feedback=feedback).graph
    followed = graph.history.successors(code, None, services.config.today)
    return tuple(one for one in followed.codes if one in valid)


def _of_places(text: str) -> Kommune:
    found = [place for place in places.shipped().find(text) if len(place.number) == 4]
    if not found:
        raise UnknownKommune(text)
    if len(found) > 1:
        raise SeveralKommuner(text, ", ".join(map(places.shipped().label, found)))
    return _kommune(found[0].number, {place.number: place.name for place in places.shipped().kommuner})


def _kommune(code: str, valid: dict[str, str]) -> Kommune:
    """Name a kommune: by the Norwegian name where we know it, with all of Klass's."""
    known = places.shipped().by_number.get(code)
    name = (known.name if known else valid[code]).partition(" (")[0]
    shares = sum(fold(other.partition(" (")[0]) == fold(name) for other in valid.values()) > 1
    return Kommune(code, name, tuple(dict.fromkeys((name, valid[code]))), shares_name=shares)
