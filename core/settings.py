"""Every setting, declared once: key, type, default, the environment variable that beats it, and what it is for."""

from __future__ import annotations

import datetime
import math
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from . import dates, portals
from .addresses import SERVICES, AddressBook

PREFIX = "klasskart/"


@dataclass(frozen=True)
class Setting:
    """One entry; `key` without the prefix. `kind` is str, float, int or bool."""

    key: str
    kind: type
    default: object
    about: str
    variable: str = ""

    def read(self, text: object) -> object:
        """Turn a stored value into its type; the default where it is missing or can't be read."""
        if text is None or text == "":
            return self.default
        if self.kind is bool:
            return str(text).strip().casefold() in ("1", "true", "yes", "on")
        try:
            value = self.kind(text)
        except (TypeError, ValueError, OverflowError):
            return self.default
        if self.kind is float and not (math.isfinite(value) and value > 0):
            return self.default  # all of them are seconds to wait
        return value


SETTINGS = {
    setting.key: setting
    for setting in (
        *(Setting(f"services/{s.name}", str, s.default, f"Address of {s.title}", s.variable) for s in SERVICES.values()),
        Setting("services/portals", str, "", "File that lists portals of kommuner: empty is our own", "KLASSKART_PORTALS_FILE"),
        Setting("services/authcfg", str, "", "QGIS authentication configuration sent to the configured services"),
        Setting("network/connect-timeout", float, 10.0, "Seconds to wait for a connection", "KLASSKART_CONNECT_TIMEOUT"),
        Setting("network/read-timeout", float, 60.0, "Seconds to wait for the next byte", "KLASSKART_READ_TIMEOUT"),
        Setting("network/allow-private", bool, False, "Call addresses on private networks too", "KLASSKART_ALLOW_PRIVATE"),
        Setting("cache/folder", str, "", "Where downloads and registers are kept", "KLASSKART_CACHE_DIR"),
        Setting("interface/language", str, "", "Language of the plugin: empty as QGIS, nb, nn or en"),
        Setting("context/language", str, "nb", "Language of names from Klass: nb, nn or en"),
        Setting("context/date", str, "", "Date that the pages share, yyyy-MM-dd: empty is today"),
        Setting("context/area", str, "0000", "Area that the pages share"),
        Setting("dock/page", int, 0, "Page that was open last"),
        Setting("codes/unit", str, "kommune", "Classification that the Codes page shows"),
        Setting("codes/level", str, "", "Level of codes that the Codes page shows: empty is all"),
        Setting("lineage/size", str, "", "Size of the window of a lineage, such as 900x560: empty is the usual one"),
        Setting("map/unit", str, "kommune", "Boundaries that the Map page gets"),
        Setting("map/coast", str, "sea", "Boundaries of the Map page: sea (as registered) or coast (without sea)"),
        Setting("map/names", str, "", "Names of kommuner and fylker on the map: norwegian, sami or kven; empty is all"),
        Setting(
            "map/keep", str, "", "Where boundaries are kept, as JSON: a file, or connection and schema; empty is the cache"
        ),
        Setting("map/format", str, "geojson", "Format of files that are saved as delivered: geojson, gml, fgdb, sosi, postgis"),
        Setting("map/folder", str, "", "Folder of files that are saved as delivered: empty is the project's, or downloads"),
        Setting("map/wms", str, "", "Service read last: an address, grunnkretser, background, features; empty: map of units"),
        Setting("map/favourites", str, "", "Map services that the user keeps: address, blank and title, one to a line"),
        Setting("opendata/order", str, "title", "Order of the list of open data: title or date"),
        Setting("browser/years", str, "", "Years of boundaries that Geonorge told of: data set and years, one to a line"),
        Setting("join/prefix", str, "klass_", "Prefix of joined attributes"),
    )
}


@dataclass(frozen=True)
class Config:
    """The settings that jobs need, as plain values. Built at the edge, passed inwards."""

    addresses: AddressBook = field(default_factory=AddressBook)
    connect_timeout: float = 10.0
    read_timeout: float = 60.0
    cache_folder: Path = Path(tempfile.gettempdir()) / "klasskart"
    portals_file: Path = portals.SHIPPED
    today: datetime.date = field(default_factory=datetime.date.today)

    @classmethod
    def read(
        cls,
        stored: Callable[[str], object] = lambda key: None,
        environment: Mapping[str, str] = os.environ,
        default_cache: Path | None = None,
    ) -> Config:
        """Collect the settings: the environment first, then `stored(key with prefix)`, then the defaults."""

        def value(key: str):
            setting = SETTINGS[key]
            given = environment.get(setting.variable) if setting.variable else None
            return setting.read(given or stored(PREFIX + key))

        folder = value("cache/folder")
        portals_file = Path(str(value("services/portals") or portals.SHIPPED)).expanduser()
        return cls(
            addresses=AddressBook(
                {name: str(value(f"services/{name}")) for name in SERVICES},
                allow_private=bool(value("network/allow-private")),
                portals=portals.addresses(portals_file),
            ),
            portals_file=portals_file,
            connect_timeout=float(value("network/connect-timeout")),
            read_timeout=float(value("network/read-timeout")),
            cache_folder=Path(str(folder)).expanduser() if folder else (default_cache or cls.cache_folder),
            today=today(environment),
        )


def today(environment: Mapping[str, str] = os.environ) -> datetime.date:
    """Today, or the day that KLASSKART_TODAY names."""
    given = environment.get("KLASSKART_TODAY")
    return dates.parse(given) if given else datetime.date.today()
