"""The words for what goes wrong with catalogues of open data: which kommune, and what could not be asked."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication

from ..core import errors
from . import service_words
from .wording import service_text

translate = QCoreApplication.translate


def _filter_ignored(error: errors.FilterIgnored) -> str:
    return translate(
        "Messages",
        "{service} listed everyone's data where only those of {owner} were asked for, so none of them are shown. "
        "The service may have changed: look for a newer version of the plugin.",
    ).format(service=service_text(error.service), owner=error.owner)


def _not_asked(error: errors.NotAsked) -> str:
    words = {**service_words.WORDS, **WORDS}.get(type(error.error), str)
    text = translate("Messages", "What {catalogue} lists of {kommune} is missing, because it could not be asked. {why}")
    return text.format(catalogue=service_text(error.catalogue), kommune=error.kommune, why=words(error.error)).strip()


WORDS: dict[type, Callable[..., str]] = {
    errors.FilterIgnored: _filter_ignored,
    errors.UnknownKommune: lambda error: translate(
        "Messages", "There is no kommune {}. Write its number or its name, such as 0301 or Oslo."
    ).format(error.kommune),
    errors.SeveralKommuner: lambda error: translate("Messages", "“{kommune}” may be {candidates}. Write the number.").format(
        kommune=error.kommune, candidates=error.candidates
    ),
    errors.NotAsked: _not_asked,
    errors.NotAlone: lambda error: translate(
        "Messages", "{service} listed data sets of others among those of {owner}. They are left out."
    ).format(service=service_text(error.service), owner=error.owner),
}
