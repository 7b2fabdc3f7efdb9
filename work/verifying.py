"""Asking each service one small question, to see whether its address is the right one."""

from __future__ import annotations

from collections.abc import Callable

from ..clients import wfs, wms, wmts
from ..core import portals
from ..core.codes import KOMMUNE
from ..core.errors import UnexpectedAnswer
from ..core.feedback import SILENT, Feedback
from ..core.units import UNITS
from .services import Services

Question = Callable[[Services, Feedback], object]

PORTALS = "portals"  # a file, and not a service: its addresses belong to others


def verify(services: Services, name: str, *, feedback: Feedback = SILENT) -> None:
    """Ask a service (a key of QUESTIONS) as the plugin's own work does; the answer itself is not kept.

    Raises what is wrong: the errors of services, and BadFile for a list of portals that can't be read.
    """
    if QUESTIONS[name](services, feedback) is None:
        raise UnexpectedAnswer(name, services.config.addresses.url(name), "JSON", "nothing")


def _kommune(services: Services, feedback: Feedback) -> object:
    return services.klass.classification(KOMMUNE, feedback=feedback)


def _offer(services: Services, feedback: Feedback) -> object:
    return services.nedlasting.capabilities(UNITS["kommune"].dataset.uuid, feedback=feedback)


def _record(services: Services, feedback: Feedback) -> object:
    return services.catalogues.csw.record(UNITS["kommune"].dataset.uuid, feedback=feedback)


def _hit(services: Services, feedback: Feedback) -> object:
    return next(services.kartkatalog.search(page=1, feedback=feedback), None)


def _place(services: Services, feedback: Feedback) -> object:
    """A point in the middle of Oslo, which is in some kommune: "" is what an address of another service leads to."""
    return services.catalogues.kommuneinfo.kommune_at(10.75, 59.91, feedback=feedback) or None


def _registered(services: Services, feedback: Feedback) -> object:
    return services.catalogues.register.organisation_of("0301", feedback=feedback)


def _organisation(services: Services, feedback: Feedback) -> object:
    return next(services.catalogues.brreg.kommuner(feedback=feedback), None)


def _datasets(services: Services, feedback: Feedback) -> object:
    """Oslo's, of which none need be there: that the search answers as one is enough."""
    return next(services.catalogues.datanorge.datasets("958935420", details=False, feedback=feedback), ())


def _capabilities(kind: str, path: str) -> Question:
    def ask(services: Services, feedback: Feedback) -> object:
        address = services.config.addresses.url(kind, path)
        return getattr(services, kind).capabilities(address, feedback=feedback)

    return ask


# The services that some work of the plugin asks, in the order in which people meet them.
QUESTIONS: dict[str, Question] = {
    "klass": _kommune,
    "nedlasting": _offer,
    "wms": _capabilities("wms", wms.ADMINISTRATIVE),
    "wfs": _capabilities("wfs", wfs.ADMINISTRATIVE),
    "wmts": _capabilities("wmts", wmts.BACKGROUND),
    "kartkatalog": _hit,
    "geonetwork": _record,
    "kommuneinfo": _place,
    "brreg": _organisation,
    "register": _registered,
    "datanorge": _datasets,
    PORTALS: lambda services, feedback: portals.read(services.config.portals_file),
}
