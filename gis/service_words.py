"""The words for services that do not answer, say no, or answer with something else."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication

from ..core import errors
from .wording import area_text, decimal_text, host_text, quoted, route_text, service_text, size_text

translate = QCoreApplication.translate


def _unreachable(error: errors.Unreachable) -> str:
    service, host, words = service_text(error.service), host_text(error.asked), quoted(error.words)
    if error.reason == "timeout":
        return translate(
            "Messages",
            "No contact with {service}. {host} did not answer within {seconds} seconds. A proxy may have stopped it. "
            "Nothing was changed.",
        ).format(service=service, host=host, seconds=decimal_text(error.seconds or 0))
    if error.reason == "name":
        return translate(
            "Messages",
            "No contact with {service}. No machine called {host} was found. Check that you are on the network. "
            "Nothing was changed.",
        ).format(service=service, host=host)
    if error.reason == "proxy":
        return translate(
            "Messages",
            "No contact with {service}. The proxy did not let it through: {words}. Check the proxy in QGIS's options, "
            "under Network. Nothing was changed.",
        ).format(service=service, words=words)
    if error.reason == "tls":
        return translate(
            "Messages",
            "No safe connection with {service}. The certificate of {host} was not accepted: {words}. A proxy may have put "
            "in its own: then add its authority in QGIS's options, under Authentication. Nothing was changed.",
        ).format(service=service, host=host, words=words)
    if error.reason == "login":
        return translate(
            "Messages",
            "{service} was not asked. The login chosen for it in the settings can't be used: {words}. Choose another. "
            "Nothing was changed.",
        ).format(service=service, words=words)
    if error.reason == "connection":
        return translate(
            "Messages",
            "No contact with {service}. {host} takes no connections now. Check the network, or try again in a few minutes. "
            "Nothing was changed.",
        ).format(service=service, host=host)
    return translate("Messages", "{service} broke off before everything had come. Try again. Nothing was changed.").format(
        service=service
    )


def _refused(error: errors.Refused) -> str:
    words = quoted(error.words) or str(error.status)
    return translate("Messages", "{service} said no: {words}. Nothing was changed.").format(
        service=service_text(error.service), words=words
    )


def _faulty(error: errors.Faulty) -> str:
    return translate("Messages", "{service} has a fault ({status}). Try again in a few minutes. Nothing was changed.").format(
        service=service_text(error.service), status=error.status
    )


def _unexpected(error: errors.UnexpectedAnswer) -> str:
    return translate(
        "Messages",
        "The answer from {host} is not what it should be: got {got}, expected {expected}. Open the address in a browser to "
        "see why. Nothing was changed.",
    ).format(host=host_text(error.asked), got=_noun(error.got), expected=_noun(error.expected))


def _noun(noun: object) -> str:
    nouns = {
        "web page": translate("Messages", "a web page"),
        "zip": translate("Messages", "a zip"),
        "JSON": translate("Messages", "JSON"),
        "WMS capabilities": translate("Messages", "a description of map layers"),
        "WMTS capabilities": translate("Messages", "a description of map layers"),
        "WFS capabilities": translate("Messages", "a description of map layers"),
        "OGC API": translate("Messages", "a description of map layers"),
        "WCS capabilities": translate("Messages", "a description of map layers"),
        "ArcGIS service": translate("Messages", "a description of an ArcGIS service"),
        "map data": translate("Messages", "map data"),
        "nothing": translate("Messages", "nothing"),
    }
    return nouns.get(str(noun), str(noun))


def _too_large(error: errors.TooLarge) -> str:
    return translate(
        "Messages",
        "The answer from {service} is larger than {size}, so it was left. Choose a smaller area. Nothing was changed.",
    ).format(service=service_text(error.service), size=size_text(int(error.limit or 0)))


def _untrusted(error: errors.UntrustedAddress) -> str:
    address = host_text(error.address)
    if error.reason == "private":
        return translate(
            "Messages",
            "{address} lies on a private network and is not called. If you trust it, allow private addresses in the settings.",
        ).format(address=address)
    if error.reason == "scheme":
        return translate("Messages", "{address} is not called: an address must begin with https:// or http://.").format(
            address=error.address
        )
    if error.reason == "credentials":
        return translate(
            "Messages",
            "{address} is not called: the address holds a user name. Take it out, and choose a login in the settings instead.",
        ).format(address=address)
    return translate("Messages", "{address} is not called: it can't be read as an address.").format(address=error.address)


def _other_route(error: errors.OtherRoute) -> str:
    return translate(
        "Messages", "{failed} did not deliver {area}. It came through {taken} instead; the boundaries are the same."
    ).format(failed=route_text(error.failed), taken=route_text(error.taken), area=area_text(error.area))


WORDS: dict[type, Callable[..., str]] = {
    errors.Unreachable: _unreachable,
    errors.Refused: _refused,
    errors.Faulty: _faulty,
    errors.UnexpectedAnswer: _unexpected,
    errors.TooLarge: _too_large,
    errors.UntrustedAddress: _untrusted,
    errors.OtherRoute: _other_route,
}
