"""The words for what goes wrong with catalogues of open data: which kommune, and what could not be asked."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication

from ..core import errors
from ..core.addresses import SERVICES
from . import service_words
from .wording import host_text, service_text, size_text

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


def _login(error: errors.LoginNeeded) -> str:
    if str(error.service) in SERVICES:
        text = translate("Messages", "{service} gives this only to those who log in. Choose your login in the settings.")
    else:
        text = translate(
            "Messages", "{service} gives this only to those who log in. If you may, add it with QGIS's own data source manager."
        )
    return text.format(service=service_text(error.service))


def _too_large(error: errors.FileTooLarge) -> str:
    if error.size:
        text = translate(
            "Messages",
            "The file at {host} is {size}, so it was left. Save it with a browser and open it from your disk, or choose "
            "another of the data set's formats.",
        )
        return text.format(host=host_text(error.asked), size=size_text(int(error.size)))
    text = translate(
        "Messages",
        "The file at {host} is larger than {size}, so it was left. Save it with a browser and open it from your disk, or "
        "choose another of the data set's formats.",
    )
    return text.format(host=host_text(error.asked), size=size_text(int(error.limit or 0)))


def _no_map_data(error: errors.NoMapData) -> str:
    host = host_text(error.asked)
    if error.got == "zip":
        return translate(
            "Messages", "The zip from {host} holds nothing that can be put on the map, only {names}. Tell the publisher."
        ).format(host=host, names=error.words or "–")
    if error.got == "nothing":
        return translate("Messages", "{host} has nothing at this address that can be put on the map.").format(host=host)
    nouns = {
        "document": translate("Messages", "a document"),
        "picture": translate("Messages", "a picture"),
        "packed": translate("Messages", "a packed file of a kind that can't be opened here"),
        "feed": translate("Messages", "a list of files"),
        "binary": translate("Messages", "a file of an unknown kind"),
        "table": translate("Messages", "a table without coordinates or codes of places"),
    }
    return translate(
        "Messages", "What {host} has at this address is {got}: it can't be put on the map. Open the address in a browser."
    ).format(host=host, got=nouns.get(str(error.got), str(error.got)))


WORDS: dict[type, Callable[..., str]] = {
    errors.FilterIgnored: _filter_ignored,
    errors.UnknownKommune: lambda error: translate(
        "Messages", "There is no kommune {}. Write its number or its name, such as 0301 or Oslo."
    ).format(error.kommune),
    errors.SeveralKommuner: lambda error: translate("Messages", "“{kommune}” may be {candidates}. Write the number.").format(
        kommune=error.kommune, candidates=error.candidates
    ),
    errors.NotAsked: _not_asked,
    errors.LoginNeeded: _login,
    errors.DeadLink: lambda error: translate(
        "Messages",
        "There is nothing at this address of {host} any more ({status}). The catalogue has an old link: look for the data set "
        "in another, or tell the publisher.",
    ).format(host=host_text(error.asked), status=error.status),
    errors.FileTooLarge: _too_large,
    errors.NoMapData: _no_map_data,
    errors.NotAlone: lambda error: translate(
        "Messages", "{service} listed data sets of others among those of {owner}. They are left out."
    ).format(service=service_text(error.service), owner=error.owner),
}
