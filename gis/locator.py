"""Codes and places in QGIS's locator (Ctrl+K, then `kls` and a code or a name). Loaded at start: the search is elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable

from qgis.core import QgsLocatorFilter, QgsLocatorResult
from qgis.PyQt.QtCore import QCoreApplication

PREFIX = "kls"
COPY = 1  # the second action of a result


class UnitFilter(QgsLocatorFilter):
    """Finds units. QGIS searches in a new clone each time; `act(wish, values)` is what a result leads to.

    It is quick enough for the main thread, and stays there: in a worker PyQt would get hold of QGIS's feedback (`gis/courier`).
    """

    def __init__(self, act: Callable[[str, list], None]):
        super().__init__()
        self._act = act
        self.setUseWithoutPrefix(False)

    def clone(self) -> QgsLocatorFilter:
        return UnitFilter(self._act)

    def name(self) -> str:
        return "klasskart"

    def displayName(self) -> str:
        return QCoreApplication.translate("Locator", "Codes and Places")

    def prefix(self) -> str:
        return PREFIX

    def flags(self) -> QgsLocatorFilter.Flag:
        return QgsLocatorFilter.Flag.FlagFast

    def priority(self) -> QgsLocatorFilter.Priority:
        return QgsLocatorFilter.Priority.High

    def result(self, words: str, wish: str, *values: str) -> QgsLocatorResult:
        """Make a result of a wish and its values. As text: QGIS 3.22 loses hold of a Python list on its way."""
        return QgsLocatorResult(self, words, json.dumps([wish, *values]))

    def fetchResults(self, text, context, feedback) -> None:
        from .locator_results import results

        for result in results(self, text):
            self.resultFetched.emit(result)

    def triggerResult(self, result: QgsLocatorResult) -> None:
        wish, *values = json.loads(result.userData)
        self._act(wish, values)

    def triggerResultFromAction(self, result: QgsLocatorResult, action: int) -> None:
        wish, *values = json.loads(result.userData)
        self._act("copy" if action == COPY else wish, values)
