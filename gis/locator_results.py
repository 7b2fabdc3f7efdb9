"""What the locator shows for a text: units with what they are and where they lie, and what would have to be fetched."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsApplication, QgsLocatorResult
from qgis.PyQt.QtCore import QCoreApplication

from ..core import dates
from ..core.unit_search import FoundUnit
from ..work import registers
from ..work.cache import Cache
from ..work.kept_codes import KeptCodes
from ..work.kept_shelf import Place
from ..work.unit_search import KeptUnits, kept_units
from .courier import courier
from .expression_values import place
from .garbage import left_to_main_thread
from .locator import COPY, UnitFilter
from .wording import classification_text, date_text

translate = QCoreApplication.translate


def results(owner: UnitFilter, text: str) -> list[QgsLocatorResult]:
    """Search for a text. With none yet, what is kept is loaded in the background meanwhile."""
    typed = text.strip()
    if not typed:
        _UNITS.load()
        return []
    kept = _UNITS.loaded()
    found = [_unit_result(owner, unit, number) for number, unit in enumerate(kept.search.find(typed))]
    if kept.missing and len(found) < _FEW:
        found.append(_missing_result(owner, kept.missing, typed))
    return found


_FEW = 10  # hits with which nobody misses more


@dataclass(frozen=True)
class _State:
    """By what one sees that other registers are kept than there were."""

    place: Place
    stored: int
    folder: int


class _Units:
    """The units that are kept, loaded in a thread of their own."""

    def __init__(self):
        self._state: _State | None = None
        self._loader: threading.Thread | None = None
        self._kept: KeptUnits | None = None

    def load(self) -> None:
        """Begin to load, where what is kept is other than what is loaded."""
        state = _state()
        if state != self._state:
            courier()  # made here, not in the thread
            self._state = state
            self._loader = threading.Thread(target=self._run, args=(state.place,), daemon=True)
            self._loader.start()

    def loaded(self) -> KeptUnits:
        """Give the units; the first time it takes until they are read from disk, some hundredths of a second."""
        self.load()
        if self._loader is not None:
            self._loader.join()
            self._loader = None
        return self._kept

    def _run(self, where: Place) -> None:
        with left_to_main_thread():
            self._kept = kept_units(KeptCodes(lambda: where))


_UNITS = _Units()


def _state() -> _State:
    here = place()
    folder: Path = here.cache_folder / registers.KIND
    try:
        changed = folder.stat().st_mtime_ns
    except OSError:
        changed = 0
    return _State(here, Cache.stored, changed)


# --- words ------------------------------------------------------------------------------


def _unit_result(owner: UnitFilter, unit: FoundUnit, number: int) -> QgsLocatorResult:
    label = f"{unit.code} {unit.name}"
    if unit.end:
        last = dates.day_before(dates.parse(unit.end))
        result = owner.result(label, "life", unit.unit, unit.code, last.isoformat())
    else:
        result = owner.result(label, "show", unit.unit, unit.code, label)
    result.description = _where(unit)
    result.icon = QgsApplication.getThemeIcon("/mIconPolygonLayer.svg")
    result.score = 1 - number / 1000
    copy = translate("Locator", "Copy {}").format(unit.code)
    result.actions = [QgsLocatorResult.ResultAction(COPY, copy, QgsApplication.iconPath("mActionEditCopy.svg"))]
    return result


def _where(unit: FoundUnit) -> str:
    """Say what a unit is, and where or when."""
    kind = kind_text(unit.unit)
    if unit.end:
        until = date_text(dates.day_before(dates.parse(unit.end)))
        return translate("Locator", "{kind} until {date}: show its lineage").format(kind=kind, date=until)
    return ", ".join((kind, *unit.places))


def kind_text(unit: str) -> str:
    """Name a kind of unit, as the first word."""
    kinds = {
        "kommune": translate("Locator", "Kommune"),
        "fylke": translate("Locator", "Fylke"),
        "bydel": translate("Locator", "Bydel"),
        "delomrade": translate("Locator", "Delområde"),
        "grunnkrets": translate("Locator", "Grunnkrets"),
    }
    return kinds.get(unit, unit)


def _missing_result(owner: UnitFilter, missing: tuple[int, ...], typed: str) -> QgsLocatorResult:
    kinds = ", ".join(classification_text(number) for number in missing)
    words = translate("Locator", "Get the codes of {} from SSB, former ones too, to find them here").format(kinds)
    result = owner.result(words, "fetch", typed, *map(str, missing))
    result.icon = QgsApplication.getThemeIcon("/mActionRefresh.svg")
    result.score = 0.0
    return result
