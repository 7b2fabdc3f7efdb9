"""The units that can be found by typing: those of today from the registers that are kept, and what kommuner once were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..core import places
from ..core.codes import BYDEL, FYLKE, KOMMUNE, is_filler
from ..core.feedback import SILENT, Feedback
from ..core.unit_search import FoundUnit, UnitSearch
from ..core.units import UNITS
from . import change_graph, registers
from .kept_codes import KeptCodes
from .services import Services

_ORDER = ("kommune", "fylke", "bydel", "delomrade", "grunnkrets")  # as people ask for them
_FORMER = {"kommune": KOMMUNE, "fylke": FYLKE, "bydel": BYDEL}  # units whose earlier codes are found too


@dataclass(frozen=True)
class KeptUnits:
    """A search over what is kept; `missing` are the classifications that are not, wholly or in their earlier codes."""

    search: UnitSearch
    missing: tuple[int, ...]


def kept_units(kept: KeptCodes) -> KeptUnits:
    """Collect the units of today. Kommuner and fylker come with the plugin where they are not kept."""
    names = {unit: _names(kept, unit) for unit in _ORDER}
    missing = tuple(dict.fromkeys(UNITS[unit].classification for unit in _ORDER if _is_missed(kept, unit)))
    current = (one for unit in _ORDER for one in _current(unit, names))
    return KeptUnits(UnitSearch((*current, *_former(kept, names))), missing)


def fetch(services: Services, missing: tuple[int, ...], feedback: Feedback = SILENT) -> None:
    """Fetch the registers of today that are missing, and what was before."""
    for number, classification in enumerate(missing):
        part = feedback.part(number / len(missing), (number + 1) / len(missing))
        registers.codes(services, classification, services.config.today, feedback=part.part(0.0, 0.5))
        if classification in _FORMER.values():
            change_graph.lives(services, classification, feedback=part.part(0.5, 1.0))


def _is_missed(kept: KeptCodes, unit: str) -> bool:
    return kept.on(unit) is None or (unit in _FORMER and kept.times(_FORMER[unit]) is None)


def _names(kept: KeptCodes, unit: str) -> dict[str, str]:
    day, number = kept.on(unit), UNITS[unit].classification
    if day is not None:
        return {entry.code: entry.name for entry in day.entries() if not is_filler(entry.code, number)}
    shipped = {"kommune": places.shipped().kommuner, "fylke": places.shipped().fylker}.get(unit, ())
    return {place.number: place.name for place in shipped}


def _current(unit: str, names: dict[str, dict[str, str]]) -> Iterator[FoundUnit]:
    for code, name in names[unit].items():
        yield FoundUnit(unit, code, name, _places(code, names))


def _places(code: str, names: dict[str, dict[str, str]]) -> tuple[str, ...]:
    """Name the kommune and the fylke that a unit lies in; once where both are called the same."""
    kommune = names["kommune"].get(code[:4], "").partition(" (")[0] if len(code) > 4 else ""
    fylke = names["fylke"].get(code[:2], "") if len(code) > 2 else ""
    if kommune and fylke in kommune.split(" - "):
        return (kommune,)
    return tuple(name for name in (kommune, fylke) if name)


def _former(kept: KeptCodes, names: dict[str, dict[str, str]]) -> Iterator[FoundUnit]:
    """Give kommuner, fylker and bydeler that are no more, as they were last, newest first; where their times are kept."""
    for unit, number in _FORMER.items():
        lives = kept.times(number)
        if lives is None:
            continue
        last = [lives.of(code)[-1] for code in lives if code not in names[unit] and not is_filler(code, number)]
        for life in sorted(last, key=lambda life: life.end, reverse=True):
            if life.end:
                yield FoundUnit(unit, life.code, life.name, (), life.start, life.end)
