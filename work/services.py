"""The collaborators of every job, built in one place and passed inwards."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..core.addresses import AddressBook
from ..core.settings import Config
from .cache import Cache

if TYPE_CHECKING:
    from .._vendor import httpx
    from ..clients.arcgis import Arcgis
    from ..clients.atom import Atom
    from ..clients.brreg import Brreg
    from ..clients.ckan import Ckan
    from ..clients.csw import Csw
    from ..clients.datanorge import DataNorge
    from ..clients.geonorge_datasets import GeonorgeDatasets
    from ..clients.http import Http
    from ..clients.hub import Hub
    from ..clients.kartkatalog import Kartkatalog
    from ..clients.klass import Klass
    from ..clients.kommuneinfo import Kommuneinfo
    from ..clients.nedlasting import Nedlasting
    from ..clients.ogcapi import OgcApi
    from ..clients.register import Register
    from ..clients.wcs import Wcs
    from ..clients.wfs import Wfs
    from ..clients.wms import Wms
    from ..clients.wmts import Wmts


@dataclass(frozen=True)
class Catalogues:
    """The clients of catalogues of open data, and of those who know whose they are and where a kommune lies."""

    geonorge: GeonorgeDatasets
    datanorge: DataNorge
    ckan: Ckan
    hub: Hub
    csw: Csw
    brreg: Brreg
    register: Register
    kommuneinfo: Kommuneinfo


def _unheard(line: str) -> None:
    """Take a line where nobody reads a log."""


@dataclass(frozen=True)
class Services:
    """The clients, the cache and the settings that they share. One may serve many threads; `pause` is how they wait, `log`
    takes lines of English for whoever looks for the cause of something."""

    config: Config
    http: Http
    klass: Klass
    nedlasting: Nedlasting
    atom: Atom
    kartkatalog: Kartkatalog
    wms: Wms
    wmts: Wmts
    wfs: Wfs
    ogcapi: OgcApi
    wcs: Wcs
    arcgis: Arcgis
    cache: Cache
    catalogues: Catalogues
    pause: Callable[[float], None] = time.sleep
    log: Callable[[str], None] = _unheard

    def close(self) -> None:
        self.http.close()


def open_services(
    config: Config,
    transport: httpx.BaseTransport | None = None,
    log: Callable[[str], None] | None = None,
    pause: Callable[[float], None] = time.sleep,
) -> Services:
    """Build the clients over a transport: QGIS's network inside QGIS, httpx's own elsewhere. Asks nothing yet.

    `pause(seconds)` is how a thread waits for a service or for another program. Imports httpx (some 30 ms): call it when the
    first job needs it, not at start.
    """
    from ..clients.arcgis import Arcgis
    from ..clients.atom import Atom
    from ..clients.http import Http
    from ..clients.kartkatalog import Kartkatalog
    from ..clients.klass import Klass
    from ..clients.nedlasting import Nedlasting
    from ..clients.ogcapi import OgcApi
    from ..clients.wcs import Wcs
    from ..clients.wfs import Wfs
    from ..clients.wms import Wms
    from ..clients.wmts import Wmts

    http = Http(config, transport, sleep=pause, log=log)
    addresses = config.addresses
    kartkatalog = Kartkatalog(http, addresses)
    return Services(
        config,
        http,
        Klass(http, addresses),
        Nedlasting(http, addresses),
        Atom(http, addresses),
        kartkatalog,
        Wms(http, addresses),
        Wmts(http, addresses),
        Wfs(http, addresses),
        OgcApi(http, addresses),
        Wcs(http, addresses),
        Arcgis(http, addresses),
        Cache(config.cache_folder, pause=pause),
        _catalogues(http, addresses, kartkatalog),
        pause,
        log or _unheard,
    )


def _catalogues(http: Http, addresses: AddressBook, kartkatalog: Kartkatalog) -> Catalogues:
    from ..clients.brreg import Brreg
    from ..clients.ckan import Ckan
    from ..clients.csw import Csw
    from ..clients.datanorge import DataNorge
    from ..clients.geonorge_datasets import GeonorgeDatasets
    from ..clients.hub import Hub
    from ..clients.kommuneinfo import Kommuneinfo
    from ..clients.register import Register

    return Catalogues(
        GeonorgeDatasets(kartkatalog),
        DataNorge(http, addresses),
        Ckan(http),
        Hub(http),
        Csw(http, addresses),
        Brreg(http, addresses),
        Register(http, addresses),
        Kommuneinfo(http, addresses),
    )
