"""The words for boundaries that can't be had, or are not all that was asked for."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication

from ..core import errors
from .wording import date_text, number_text, unit_text

translate = QCoreApplication.translate


def _no_units(error: errors.NoUnits) -> str:
    return translate("Messages", "There are no {units} in {areas}. The kommuner that have them are {known}.").format(
        units=unit_text(error.unit).lower(), areas=error.areas, known=error.known
    )


def _parts_left_out(error: errors.PartsLeftOut) -> str:
    return translate(
        "Messages", "Left out, because Klass does not say which of the {units} they belong to: {count} {parts} ({codes})."
    ).format(
        units=unit_text(error.unit).lower(),
        count=number_text(error.count or 0),
        parts=unit_text(error.parts).lower(),
        codes=error.codes,
    )


def _all_sea(error: errors.AllSea) -> str:
    return translate(
        "Messages", "Left out, because nothing of them is land on the map that was used: {count} {units} ({codes})."
    ).format(count=number_text(error.count or 0), units=unit_text(error.unit).lower(), codes=error.codes)


def _no_sea(error: errors.NoSea) -> str:
    return translate("Messages", "On {map}, these {units} do not reach the sea: they are as registered.").format(
        units=unit_text(error.unit).lower(), map=error.map
    )


def _nothing_there(error: errors.NothingThere) -> str:
    return translate(
        "Messages", "The map shows no {units} of {year} where it stands now. Move it, or choose an area by name or number."
    ).format(units=unit_text(error.unit).lower(), year=error.vintage)


def _unknown_area(error: errors.UnknownArea) -> str:
    known = error.suggestions if isinstance(error.suggestions, str) else ", ".join(map(str, error.suggestions))
    if error.vintage in ("", None):
        return translate(
            "Messages",
            "“{}” is not an area. Write numbers of fylker (2 digits) or kommuner (4 digits), or 0000 for the country.",
        ).format(error.area)
    if known:
        return translate("Messages", "There is no area {area} in the division of {year}. Did you mean {known}?").format(
            area=error.area, year=error.vintage, known=known
        )
    return translate(
        "Messages", "There is no area {area} in the division of {year}. Use a number of that year, or choose another year."
    ).format(area=error.area, year=error.vintage)


def _area_does_not_fit(error: errors.AreaDoesNotFit) -> str:
    return translate("Messages", "{unit} can't be limited to the kommune {area}. Choose a fylke, or the whole country.").format(
        unit=str(error.unit).capitalize(), area=error.area
    )


def _not_offered(error: errors.NotOffered) -> str:
    what = {
        "vintage": translate("Messages", "the division of {}"),
        "area": translate("Messages", "the area {}"),
        "format": translate("Messages", "the format {}"),
        "crs": translate("Messages", "the CRS {}"),
    }.get(str(error.what), "{}")
    offered = error.offered if isinstance(error.offered, str) else ", ".join(map(str, error.offered))
    text = translate("Messages", "Geonorge does not deliver {}.").format(what.format(error.asked))
    return text + " " + translate("Messages", "It delivers {}. Choose one of these.").format(offered) if offered else text


WORDS: dict[type, Callable[..., str]] = {
    errors.AllSea: _all_sea,
    errors.NoSea: _no_sea,
    errors.NoUnits: _no_units,
    errors.NothingThere: _nothing_there,
    errors.PartsLeftOut: _parts_left_out,
    errors.UnknownArea: _unknown_area,
    errors.AreaDoesNotFit: _area_does_not_fit,
    errors.NotOffered: _not_offered,
    errors.NotYetValid: lambda error: translate("Messages", "These boundaries are published, but not valid before {}.").format(
        date_text(error.date)
    ),
}
