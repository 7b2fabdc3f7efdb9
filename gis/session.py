"""The services as QGIS reaches them: its settings, its network, its log."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication

from ..work.services import Services
from . import log
from .settings import Settings


def prepare_network(settings: Settings) -> None:
    """Have the courier in place, and ask for the master password where a login is configured.

    On the GUI thread, before a job starts.
    """
    from .courier import courier

    courier()
    if settings.get("services/authcfg"):
        QgsApplication.authManager().setMasterPassword(True)


def open_services(settings: Settings, tell: Callable[[str], None] = log.info) -> Services:
    """Build the clients over QGIS's network; `tell` gets a line for each request. Imports httpx: call it in a job."""
    from ..work import services
    from .transport import QgisTransport
    from .waits import pause

    config = settings.config()
    transport = QgisTransport(str(settings.get("services/authcfg") or ""), config.addresses.trusted)
    return services.open_services(config, transport, tell, pause)
