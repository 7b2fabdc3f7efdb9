"""The words for what Klass does not have, or not in the way it was asked for."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication

from ..core import errors
from .wording import classification_text, date_text

translate = QCoreApplication.translate


def _unknown_variant(error: errors.UnknownVariant) -> str:
    return translate(
        "Messages", "Klass has no variant “{variant}” of {units} on {date}. Choose another date, or no variant."
    ).format(variant=error.variant, units=classification_text(error.classification), date=date_text(error.date))


def _bad_pattern(error: errors.BadPattern) -> str:
    return translate(
        "Messages",
        "“{}” can't be used for presentation names. Write code, name or shortname in curly brackets, inside of them also "
        "lowercase(name), uppercase(name) or capitalize(name).",
    ).format(error.term or error.pattern)


def _unknown_classification(error: errors.UnknownClassification) -> str:
    return translate(
        "Messages", "Klass has no classification {}. Use its number, or grunnkrets, delomrade, kommune, fylke or bydel."
    ).format(error.classification)


def _unknown_level(error: errors.UnknownLevel) -> str:
    return translate("Messages", "{classification} have no level {level} in Klass. There are the levels {known}.").format(
        classification=classification_text(error.classification).capitalize(), level=error.level, known=error.known
    )


def _no_codes(error: errors.NoCodesOnDate) -> str:
    units = classification_text(error.classification)
    date = date_text(error.date)
    if error.future:
        return translate(
            "Messages",
            "The codes for {units} on {date} do not apply yet: they do from {future}. Choose to include future codes.",
        ).format(units=units, date=date, future=date_text(error.future))
    if error.last:
        return translate(
            "Messages",
            "Klass has no codes for {units} on {date}. It has them from {first} to {last}. Choose a date in between.",
        ).format(units=units, date=date, first=date_text(error.first), last=date_text(error.last))
    if error.first:
        return translate(
            "Messages", "Klass has no codes for {units} on {date}. It has them from {first}. Choose a later date."
        ).format(units=units, date=date, first=date_text(error.first))
    return translate("Messages", "Klass has no codes for {units} on {date}. Choose another date.").format(
        units=units, date=date
    )


def _bad_selection(error: errors.BadSelection) -> str:
    return translate(
        "Messages",
        "“{term}” does not select codes. Write codes, beginnings and ranges with commas between: 0301, 11*, 3001-3099.",
    ).format(term=error.term)


WORDS: dict[type, Callable[..., str]] = {
    errors.UnknownVariant: _unknown_variant,
    errors.BadPattern: _bad_pattern,
    errors.UnknownClassification: _unknown_classification,
    errors.UnknownLevel: _unknown_level,
    errors.NoCodesOnDate: _no_codes,
    errors.BadSelection: _bad_selection,
}
