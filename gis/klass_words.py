"""The words for what Klass does not have in the way it was asked for: variants, and patterns of names."""

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


WORDS: dict[type, Callable[..., str]] = {
    errors.UnknownVariant: _unknown_variant,
    errors.BadPattern: _bad_pattern,
}
