"""The page in QGIS's options: what is typed is looked at, stored when the dialog is accepted, and asked when one asks."""

import os
import types
from pathlib import Path

import pytest
from fake_desk import wait_for
from klasskart.core.favourites import Favourite
from klasskart.core.settings import SETTINGS
from klasskart.gis.options import OptionsFactory
from klasskart.gis.settings import Settings
from klasskart.ui import options_cache
from klasskart.ui.options_page import OptionsPage
from klasskart.work import verifying
from klasskart.work.cache import Cache
from qgis.core import QgsProject, QgsSettings, QgsVectorLayer
from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QSettings
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QLabel, QWidget

pytestmark = pytest.mark.usefixtures("qgis_iface", "qgis_new_project")


@pytest.fixture
def store(tmp_path):
    return QgsSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def make(store, tmp_path):
    """Make the page over a store and an environment of its own; what it applied is counted in `page.count`."""
    made = []

    def page(environment=None):
        said = types.SimpleNamespace(applied=0)

        def applied():
            said.applied += 1

        given = {"KLASSKART_CACHE_DIR": str(tmp_path / "cache")} if environment is None else environment
        built = OptionsPage(Settings(store, given), applied)
        built.count = said
        made.append(built)
        return built

    yield page
    for one in made:
        if not sip.isdeleted(one):
            one.deleteLater()


class Page(QgsOptionsPageWidget):
    def apply(self):
        raise AssertionError("nobody has accepted anything")


def test_the_factory_is_called_klasskart_and_builds_the_page_when_asked():
    built = []

    def build(parent):
        built.append(parent)
        return Page(parent)

    factory = OptionsFactory(QIcon(), build)
    assert (factory.title(), built) == ("Klasskart", [])
    parent = QWidget()
    assert factory.createWidget(parent).parent() is parent
    assert built == [parent]


def test_nothing_changed_is_nothing_stored(make, store):
    page = make()
    page.apply()
    assert store.allKeys() == []
    assert page.count.applied == 0


def test_what_was_changed_is_stored_when_the_dialog_is_accepted_and_not_before(make, store, tmp_path):
    page = make({})
    page.services.fields["klass"].editor.write("https://klass.example.no/api/")
    page.connect_timeout.editor.write(3.5)
    page.private.editor.write(True)
    page.cache.place.editor.write(str(tmp_path / "mine"))
    page.language.editor.write("nn")
    page.names.editor.write("sami")
    page.klass_names.editor.write("en")
    assert store.allKeys() == []
    page.apply()
    settings = Settings(store, {})
    assert settings.get("services/klass") == "https://klass.example.no/api"
    assert settings.get("network/connect-timeout") == 3.5
    assert settings.get("network/allow-private") is True
    assert settings.cache_folder() == tmp_path / "mine"
    assert (settings.get("interface/language"), settings.get("map/names")) == ("nn", "sami")
    assert settings.get("context/language") == "en"
    assert page.count.applied == 1
    assert make({}).services.fields["klass"].value() == "https://klass.example.no/api", "the next dialog shows it"


def test_every_setting_that_the_environment_can_decide_has_a_field(make):
    page = make({})
    assert {key for key, setting in SETTINGS.items() if setting.variable} <= {field.key for field in page.fields}


def test_the_usual_places_stand_there_as_people_write_them(make, monkeypatch, tmp_path):
    monkeypatch.setattr(options_cache.Path, "home", lambda: tmp_path)
    assert options_cache.home_words(tmp_path / ".cache" / "klasskart") == str(Path("~/.cache/klasskart"))
    assert options_cache.home_words(tmp_path.parent) == str(tmp_path.parent)
    portals = make({}).services.fields["portals"].editor.widget.lineEdit()
    assert portals.placeholderText() == "The list that comes with Klasskart"


def test_an_emptied_field_is_the_usual_address_again(make, store):
    Settings(store, {}).set("services/klass", "https://klass.example.no")
    page = make({})
    page.services.fields["klass"].editor.write("")
    page.apply()
    assert store.allKeys() == []
    assert page.services.fields["klass"].editor.widget.placeholderText() == "https://data.ssb.no/api/klass/v1"


def test_an_address_without_a_scheme_gets_a_sentence_and_is_not_stored_while_the_rest_is(make, store):
    page = make({})
    field = page.services.fields["klass"]
    field.editor.write("data.ssb.no/api")
    page.read_timeout.editor.write(30.0)
    assert "https://" in field.said.text() and "data.ssb.no/api" in field.said.text()
    assert not page.isValid()
    page.apply()
    assert store.allKeys() == ["klasskart/network/read-timeout"]
    field.editor.write("https://data.ssb.no/api")
    assert field.said.text() == "" and page.isValid()


def test_a_folder_that_can_not_be_written_gets_a_sentence_and_is_not_stored(make, store, tmp_path):
    (tmp_path / "file").touch()
    page = make({})
    page.cache.place.editor.write(str(tmp_path / "file" / "cache"))
    assert str(tmp_path / "file" / "cache") in page.cache.place.said.text()
    page.apply()
    assert store.allKeys() == []


def test_what_the_environment_decides_is_said_shown_and_left_alone(make, store):
    page = make({"KLASSKART_KLASS_URL": "http://127.0.0.1:9/klass", "KLASSKART_ALLOW_PRIVATE": "1"})
    field = page.services.fields["klass"]
    assert field.value() == "http://127.0.0.1:9/klass"
    assert field.editor.widget.isReadOnly() and not page.private.editor.widget.isEnabled()
    assert "KLASSKART_KLASS_URL" in field.said.text()
    assert page.private.value() is True and "KLASSKART_ALLOW_PRIVATE" in page.private.said.text()
    page.apply()
    assert store.allKeys() == []


def test_favourites_are_called_anew_added_and_removed(make, store):
    Settings(store, {}).set("map/favourites", "https://a.example.no/wms Planer\nhttps://b.example.no/wms")
    page = make()
    rows = page.favourites.rows
    assert [(rows.topLevelItem(row).text(0), rows.topLevelItem(row).text(1)) for row in range(2)] == [
        ("Planer", "https://a.example.no/wms"),
        ("", "https://b.example.no/wms"),
    ]
    rows.topLevelItem(0).setText(0, "Gamle planer")
    rows.topLevelItem(1).setSelected(True)
    page.favourites.remove.click()
    page.favourites.add.click()
    rows.topLevelItem(1).setText(1, "https://c.example.no/wfs")
    page.apply()
    kept = make().favourites.value()
    assert kept == (Favourite("https://a.example.no/wms", "Gamle planer"), Favourite("https://c.example.no/wfs", ""))


def test_a_favourite_without_a_scheme_is_told_and_not_stored(make, store):
    page = make()
    page.favourites.add.click()
    page.favourites.rows.topLevelItem(0).setText(1, "c.example.no/wfs")
    assert "c.example.no/wfs" in page.favourites.said.text()
    page.apply()
    assert store.allKeys() == []


# --- verify ---------------------------------------------------------------------------------


def test_verify_asks_each_service_where_it_stands_on_the_page(make, standin, tmp_path):
    environment = {**standin.environment(), "KLASSKART_CACHE_DIR": str(tmp_path / "cache")}
    klass = environment.pop("KLASSKART_KLASS_URL")
    page = make(environment)
    page.services.fields["klass"].editor.write(klass)
    page.services.verify.click()
    assert page.services.is_busy, "nothing waits"
    wait_for(lambda: not page.services.is_busy, 60)
    said = {name: verdict.text() for name, verdict in page.services.verdicts.items()}
    assert set(said) == set(verifying.QUESTIONS)
    assert len(set(said.values())) == 2, said  # one sentence for services, one for the list of portals
    assert any(request.path.startswith("/klass") for request in standin.requests)


def test_verify_says_in_a_sentence_what_is_wrong_with_each(make, standin, tmp_path):
    environment = {
        **standin.environment(),
        "KLASSKART_CACHE_DIR": str(tmp_path / "cache"),
        "KLASSKART_PORTALS_FILE": str(tmp_path / "none.csv"),
        "KLASSKART_BRREG_URL": standin.environment()["KLASSKART_BRREG_URL"] + "/nowhere",
    }
    environment.pop("KLASSKART_KLASS_URL")
    page = make(environment)
    page.services.fields["klass"].editor.write("http://127.0.0.1:9/klass")
    page.services.ask_all()
    wait_for(lambda: not page.services.is_busy, 60)
    said = {name: verdict.text() for name, verdict in page.services.verdicts.items()}
    assert "127.0.0.1" in said["klass"] and said["klass"].count(".") >= 2
    assert "none.csv" in said["portals"]
    assert said["brreg"] not in (said["wms"], "")
    page.services.fields["klass"].editor.write("http://127.0.0.1:10/klass")
    assert page.services.verdicts["klass"].text() == "", "that was about another address"


def test_verify_can_be_stopped(make, standin, tmp_path):
    page = make({**standin.environment(), "KLASSKART_CACHE_DIR": str(tmp_path / "cache")})
    page.services.verify.click()
    page.services.verify.click()
    wait_for(lambda: not page.services.is_busy, 60)
    assert page.services.verify.text() == "Verify"


def test_a_page_that_is_closed_while_it_asks_is_not_called_back(make, standin, tmp_path):
    page = make({**standin.environment(), "KLASSKART_CACHE_DIR": str(tmp_path / "cache")})
    jobs = page.services._jobs
    page.services.verify.click()
    assert jobs.busy
    sip.delete(page)  # as the dialog does
    assert not jobs.busy


# --- fetched data ---------------------------------------------------------------------------


def aged(path):
    """Make a file as old as those that may be cleaned up."""
    os.utime(path, (1_600_000_000, 1_600_000_000))
    return path


def kinds(page):
    rows = page.cache.contents
    return {rows.topLevelItem(row).text(0): rows.topLevelItem(row).text(1) for row in range(rows.topLevelItemCount())}


def test_the_page_lists_what_was_fetched_when_it_is_first_seen(make, tmp_path):
    Cache(tmp_path / "cache").store("registers", "codes_131", {"a": 1})
    Cache(tmp_path / "cache").store("registers", "codes_104", {"a": 1})
    for kind in ("metadata", "joins", "from", "elsewhere"):
        Cache(tmp_path / "cache").store(kind, "uuid", {"a": 1})
    page = make()
    assert kinds(page) == {"All": "0"}, "QGIS makes every page with the dialog: it costs nothing until it is seen"
    page.show()
    wait_for(lambda: kinds(page).get("All") == "6")
    found = {"Codes": "2", "Other": "2", "Descriptions of data sets": "1", "Joined codes": "1", "All": "6"}
    assert kinds(page) == found


def test_cleaning_up_keeps_what_the_open_project_uses(make, tmp_path):
    boundaries = tmp_path / "cache" / "boundaries"
    boundaries.mkdir(parents=True)
    used, unused = boundaries / "used.geojson", boundaries / "unused.geojson"
    for path in (used, unused):
        path.write_text('{"type": "FeatureCollection", "features": []}', "utf-8")
        aged(path)
    QgsProject.instance().addMapLayer(QgsVectorLayer(str(used), "Kommuner", "ogr"))
    page = make()
    page.show()
    wait_for(lambda: kinds(page).get("All") == "2")
    page.cache.clean.click()
    wait_for(lambda: kinds(page).get("All") == "1")
    assert used.exists() and not unused.exists()
    assert "1 file(s) removed" in page.cache.said.text() or "1 file removed" in page.cache.said.text()


def test_cleaning_up_an_empty_folder_is_not_offered(make):
    assert not make().cache.clean.isEnabled()


# --- by keyboard and by ear -------------------------------------------------------------------


def test_every_editor_has_a_name_for_screen_readers(make):
    page = make()
    for field in page.fields:
        widget = field.editor.widget
        inner = widget.lineEdit() if hasattr(widget, "filePath") else widget
        assert inner.accessibleName() or getattr(inner, "text", str)(), field.key
    labels = [label.text() for label in page.findChildren(QLabel)]
    assert not any(text.endswith(":") for text in labels if text)
