"""Our settings in QGIS's store: keys are literally `klasskart/…` on every version."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

from ..core.settings import PREFIX, SETTINGS, Config


class Settings:
    """The table of `core.settings` over QgsSettings; the environment beats what is stored."""

    def __init__(self, store: QgsSettings | None = None, environment: Mapping[str, str] = os.environ):
        self._store = store or QgsSettings()
        self._environment = environment

    def get(self, key: str):
        """Give a setting in its type. Raises KeyError for a key that is not declared."""
        setting = SETTINGS[key]
        given = self._environment.get(setting.variable) if setting.variable else None
        return setting.read(given or self._store.value(PREFIX + key))

    def set(self, key: str, value: object) -> None:
        """Store a setting; the default is not stored, so that it may change with a later version."""
        setting = SETTINGS[key]
        if value is None or value == setting.default:
            self._store.remove(PREFIX + key)
        else:
            self._store.setValue(PREFIX + key, str(value).lower() if setting.kind is bool else value)

    def beaten_by(self, key: str) -> str:
        """Name the environment variable that decides a setting now; "" where what is stored does."""
        variable = SETTINGS[key].variable
        return variable if variable and self._environment.get(variable) else ""

    def with_values(self, values: Mapping[str, object]) -> Settings:
        """Give these settings as they would be with some other values; nothing is stored."""
        return Settings(_Tried(self._store, values), self._environment)

    def cache_folder(self) -> Path:
        """Give where downloads and registers are kept."""
        given = str(self.get("cache/folder"))
        return Path(given).expanduser() if given else default_cache()

    def config(self) -> Config:
        """Collect what jobs need, as plain values."""
        return Config.read(self._store.value, self._environment, default_cache())


class _Tried:
    """A store in which some values are others; `values` by key, without the prefix."""

    def __init__(self, store: QgsSettings, values: Mapping[str, object]):
        self._store = store
        self._values = {PREFIX + key: value for key, value in values.items()}

    def value(self, key: str) -> object:
        return self._values[key] if key in self._values else self._store.value(key)


def default_cache() -> Path:
    """The folder of the profile's user where caches belong; the same for every profile of the user."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
    return Path(place or QgsApplication.qgisSettingsDirPath()) / "klasskart"
