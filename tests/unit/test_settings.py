"""Settings: one table, the environment first, and nothing that is stored can break a start."""

import datetime
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.core.addresses import SERVICES
from klasskart.core.errors import BadDates
from klasskart.core.settings import PREFIX, SETTINGS, Config, today


def test_keys_have_no_prefix_and_every_entry_says_what_it_is_for():
    assert PREFIX == "klasskart/"
    for key, setting in SETTINGS.items():
        assert key == setting.key
        assert re.fullmatch(r"[a-z]+/[a-z-]+", key)
        assert setting.about
        assert isinstance(setting.default, setting.kind)


def test_every_service_has_a_setting_and_a_variable():
    for name, service in SERVICES.items():
        assert SETTINGS[f"services/{name}"].variable == service.variable == f"KLASSKART_{name.upper()}_URL"


def test_without_anything_the_defaults_hold():
    config = Config.read(environment={})
    assert (config.connect_timeout, config.read_timeout) == (10.0, 60.0)
    assert config.addresses.url("klass") == "https://data.ssb.no/api/klass/v1"
    assert config.cache_folder.name == "klasskart"
    assert config.today == datetime.date.today()


def test_the_environment_beats_what_is_stored_and_that_beats_the_default():
    stored = {
        "klasskart/services/klass": "https://mirror.example.org/klass",
        "klasskart/services/wms": "https://mirror.example.org/wms",
        "klasskart/network/read-timeout": "5",
        "klasskart/network/connect-timeout": "7",
        "klasskart/cache/folder": "/stored",
    }
    environment = {
        "KLASSKART_KLASS_URL": "http://127.0.0.1:9/klass/",
        "KLASSKART_READ_TIMEOUT": "1.5",
        "KLASSKART_CACHE_DIR": "/given",
        "KLASSKART_TODAY": "2024-01-01",
    }
    config = Config.read(stored.get, environment)
    assert config.addresses.url("klass") == "http://127.0.0.1:9/klass"
    assert config.addresses.url("wms") == "https://mirror.example.org/wms"
    assert (config.connect_timeout, config.read_timeout) == (7.0, 1.5)
    assert config.cache_folder == Path("/given")
    assert config.today == datetime.date(2024, 1, 1)


def test_an_empty_variable_is_none():
    assert Config.read({"klasskart/network/read-timeout": "5"}.get, {"KLASSKART_READ_TIMEOUT": ""}).read_timeout == 5.0


def test_the_cache_may_have_another_default():
    assert Config.read(environment={}, default_cache=Path("/profile")).cache_folder == Path("/profile")


@pytest.mark.parametrize(
    ("text", "allowed"), [("1", True), ("true", True), ("True", True), ("0", False), ("false", False), ("", False)]
)
def test_private_networks_are_opened_by_a_word(text, allowed):
    config = Config.read(environment={"KLASSKART_ALLOW_PRIVATE": text})
    if allowed:
        assert config.addresses.check("http://10.0.0.1/") == "http://10.0.0.1/"
    else:
        with pytest.raises(Exception, match="private"):
            config.addresses.check("http://10.0.0.1/")


@pytest.mark.parametrize("text", ["soon", "nan", "inf", "-1", "0", None, [], "1e999"])
def test_seconds_that_make_no_sense_are_the_default(text):
    assert SETTINGS["network/read-timeout"].read(text) == 60.0


def test_a_day_that_is_none_is_told():
    assert today({"KLASSKART_TODAY": "2026-10-01"}) == datetime.date(2026, 10, 1)
    with pytest.raises(BadDates):
        today({"KLASSKART_TODAY": "1.10.2026"})


anything = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.integers(), max_size=2)


@given(st.sampled_from(sorted(SETTINGS)), anything)
def test_whatever_is_stored_a_setting_has_its_type(key, stored):
    setting = SETTINGS[key]
    assert isinstance(setting.read(stored), setting.kind)
