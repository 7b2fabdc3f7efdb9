"""Settings in QGIS's store: literal keys, typed values, and the environment first."""

import pathlib

import pytest
from klasskart.core.settings import SETTINGS
from klasskart.gis.settings import Settings, default_cache
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QSettings

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture
def store(tmp_path):
    return QgsSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def test_keys_are_literally_ours(store):
    Settings(store, {}).set("services/klass", "https://mirror.example/klass")
    assert store.value("klasskart/services/klass") == "https://mirror.example/klass"


@pytest.mark.parametrize(
    ("key", "value"),
    [("network/connect-timeout", 2.5), ("network/allow-private", True), ("dock/page", 2), ("context/area", "0301")],
)
def test_values_come_back_in_their_type(store, tmp_path, key, value):
    Settings(store, {}).set(key, value)
    store.sync()
    again = QgsSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    got = Settings(again, {}).get(key)
    assert (got, type(got)) == (value, type(value))


def test_what_was_never_set_has_its_default(store):
    settings = Settings(store, {})
    assert all(settings.get(key) == setting.default for key, setting in SETTINGS.items())


def test_setting_the_default_again_forgets_the_value(store):
    settings = Settings(store, {})
    settings.set("dock/page", 2)
    settings.set("dock/page", 0)
    assert not store.contains("klasskart/dock/page")


def test_undeclared_keys_are_refused(store):
    with pytest.raises(KeyError):
        Settings(store, {}).set("no/such", 1)


def test_the_environment_beats_what_is_stored(store):
    Settings(store, {}).set("services/klass", "https://mirror.example/klass")
    settings = Settings(store, {"KLASSKART_KLASS_URL": "http://127.0.0.1:1/klass", "KLASSKART_READ_TIMEOUT": "3"})
    assert settings.get("services/klass") == "http://127.0.0.1:1/klass"
    config = settings.config()
    assert config.addresses.url("klass") == "http://127.0.0.1:1/klass"
    assert config.read_timeout == 3.0


def test_the_cache_lies_where_caches_belong_unless_set(store, tmp_path):
    settings = Settings(store, {})
    assert settings.config().cache_folder == default_cache()
    settings.set("cache/folder", str(tmp_path))
    assert settings.config().cache_folder == pathlib.Path(tmp_path)
