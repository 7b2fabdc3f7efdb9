"""The words for what can go wrong with boundaries that are put together, or cut at the coast."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication

from ..core import errors
from .wording import unit_text

translate = QCoreApplication.translate


def _no_units(error: errors.NoUnits) -> str:
    return translate("Messages", "There are no {units} in {areas}. The kommuner that have them are {known}.").format(
        units=unit_text(error.unit).lower(), areas=error.areas, known=error.known
    )


def _parts_left_out(error: errors.PartsLeftOut) -> str:
    return translate(
        "Messages", "Left out, because Klass does not say which of the {units} they belong to: {count} {parts} ({codes})."
    ).format(units=unit_text(error.unit).lower(), count=error.count, parts=unit_text(error.parts).lower(), codes=error.codes)


def _all_sea(error: errors.AllSea) -> str:
    return translate(
        "Messages", "Left out, because nothing of them is land on the map that was used: {count} {units} ({codes})."
    ).format(count=error.count, units=unit_text(error.unit).lower(), codes=error.codes)


def _no_sea(error: errors.NoSea) -> str:
    return translate("Messages", "On {map}, these {units} do not reach the sea: they are as registered.").format(
        units=unit_text(error.unit).lower(), map=error.map
    )


WORDS: dict[type, Callable[..., str]] = {
    errors.AllSea: _all_sea,
    errors.NoSea: _no_sea,
    errors.NoUnits: _no_units,
    errors.PartsLeftOut: _parts_left_out,
}
