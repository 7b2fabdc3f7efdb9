"""Boundaries kept in a file or database of the user's: on the Map page, and when newer ones come."""

import dataclasses
import datetime
import os
import socket
import threading
import time
import types

import pytest
from boundary_gpkg import boundary_content, tables
from fake_desk import make_desk, wait_for
from klasskart.clients.wms import WmsService
from klasskart.core.errors import Cancelled, DatabaseRefused, TableTaken
from klasskart.core.feedback import Feedback
from klasskart.core.keep_targets import DatabaseTarget, FileTarget, write
from klasskart.gis import databases, kept_elsewhere, origins
from klasskart.gis.jobs import Jobs
from klasskart.ui import keep_choice
from klasskart.ui.layers_page import LayersPage
from klasskart.work import boundaries, renewal
from klasskart.work.boundary_file import BoundaryFile
from klasskart.work.routes import Source
from qgis.core import QgsCredentials, QgsDataSourceUri, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QThread
from qgis.PyQt.QtTest import QTest

# Connections of QGIS's; other processes that run tests share its settings.
_PROCESS = os.environ.get("PYTEST_XDIST_WORKER", "")
GIS, GUARDED, AWAY = f"gis{_PROCESS}", f"guarded{_PROCESS}", f"away{_PROCESS}"

pytestmark = pytest.mark.usefixtures("qgis_app", "qgis_new_project")


def facts(path, **changes):
    values = {
        "path": path,
        "layer": "kommune",
        "unit": "kommune",
        "areas": ("0000",),
        "vintage": 2026,
        "crs": "EPSG:25833",
        "title": "Administrative enheter kommuner",
        "sources": (Source("https://nedlasting.geonorge.no/k.zip", etag='"1"'),),
        "fetched": "2026-11-20",
        "features": 2,
        "dataset": "041f1e6e-bdbc-4091-b48f-8a5990f3cc5b",
        "newest": True,
    }
    return BoundaryFile(**{**values, **changes})


@pytest.fixture
def file(tmp_path):
    return facts(boundary_content(tmp_path / "cache" / "boundaries").path)


@pytest.fixture
def gis(postgis, qgis_app):
    """A connection of QGIS's to the database, called gis; give the database."""
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    metadata.saveConnection(metadata.createConnection(postgis.uri(), {"saveUsername": True}), GIS)
    yield postgis
    metadata.deleteConnection(GIS)
    databases._logins.clear()


@pytest.fixture
def desk(tmp_path, file, monkeypatch):
    made = make_desk(tmp_path / "cache", Jobs())
    made.fakes.wms = types.SimpleNamespace(
        administrative="https://wms.geonorge.no", capabilities=lambda address, feedback: WmsService(address, "Maps", "1.3.0")
    )
    made.asked = []

    def fetch(services, request, *, fresh=False, feedback):
        made.asked.append(request)
        return file

    monkeypatch.setattr(boundaries, "fetch", fetch)
    yield made
    made.close()


def opened(desk):
    page = LayersPage(desk)
    page.resize(320, 600)
    page.show()
    page.on_shown()
    return page


@pytest.fixture
def page(desk):
    made = opened(desk)
    yield made
    made.hide()
    made.deleteLater()


def note(page, key="boundaries"):
    wait_for(lambda: any(one.key == key for one in page.notes.notes()))
    return next(one for one in page.notes.notes() if one.key == key)


def choose(page, text):
    box = page.boundaries.keep.places
    row = box.findText(text)
    assert row >= 0, [box.itemText(number) for number in range(box.count())]
    box.setCurrentIndex(row)
    box.activated.emit(row)


def layer_of(project=None):
    (layer,) = (project or QgsProject.instance()).mapLayers().values()
    return layer


# --- on the Map page ------------------------------------------------------------------------


def test_the_cache_is_where_boundaries_are_kept_unless_another_place_is_chosen(page, file):
    assert page.boundaries.keep.target() is None
    page.run_primary()
    assert "Kept in" not in note(page).text
    assert origins.place(layer_of())[0] == file.path


def test_a_file_is_asked_for_and_gets_a_table_with_the_layer_and_all_it_knows(page, desk, tmp_path, monkeypatch):
    path = tmp_path / "mine" / "maps.gpkg"
    monkeypatch.setattr(keep_choice, "ask_path", lambda *_, **__: path.with_suffix(""))
    choose(page, "File …")
    assert page.boundaries.keep.target() == FileTarget(path)
    page.run_primary()
    assert "Kept in maps.gpkg, table kommuner_2026." in note(page).text
    layer = layer_of()
    assert origins.place(layer) == (path, "kommuner_2026")
    assert layer.name() == "Kommuner 2026"
    assert [feature["kommunenummer"] for feature in layer.getFeatures()] == ["0301", "4601"]
    assert layer.metadata().licenses() == ["CC BY 4.0"]
    assert layer.labelsEnabled()
    assert origins.of(layer).dataset == "041f1e6e-bdbc-4091-b48f-8a5990f3cc5b"
    assert layer.thread() is QThread.currentThread()
    assert QgsVectorLayer(layer.source(), "x", "ogr").renderer().type() == layer.renderer().type()
    assert desk.settings.get("map/keep") == write(FileTarget(path))


def test_a_table_of_a_chosen_name_is_replaced_only_when_asked(page, desk, tmp_path):
    path = tmp_path / "maps.gpkg"
    desk.settings.set("map/keep", write(FileTarget(path)))
    again = opened(desk)
    for answer in (None, "New Table mine_2", "Replace mine"):
        again.boundaries.keep.table.setText("mine")
        again.run_primary()
        told = note(again)
        if answer:
            assert told.text == "maps.gpkg already has a table called mine. Nothing was changed."
            again.notes.clear()
            next(action for action in told.actions if action.text == answer).run()
            told = note(again)
        assert told.kind == "success"
        again.notes.clear()
    assert tables(path) == {"mine", "mine_2", "layer_styles"}
    assert len(desk.asked) == 3  # what is in the way is told before anything is fetched
    again.hide()
    again.deleteLater()


def test_the_name_of_a_table_is_forgotten_once_it_is_used(page, desk, tmp_path):
    desk.settings.set("map/keep", write(FileTarget(tmp_path / "maps.gpkg")))
    again = opened(desk)
    again.boundaries.keep.table.setText("mine")
    again.run_primary()
    note(again)
    assert again.boundaries.keep.target() == FileTarget(tmp_path / "maps.gpkg", "")
    again.hide()
    again.deleteLater()


def test_who_wants_no_file_keeps_the_place_that_was_chosen(page, monkeypatch):
    monkeypatch.setattr(keep_choice, "ask_path", lambda *_, **__: None)
    choose(page, "File …")
    assert page.boundaries.keep.target() is None
    assert page.boundaries.keep.places.currentText() == "Klasskart's cache"


def test_a_database_gets_a_table_with_style_comment_and_origin(gis, page, desk):
    choose(page, f"{GIS} (PostGIS)")
    wait_for(lambda: page.boundaries.keep.schema.count() > 1)
    schema = page.boundaries.keep.schema
    assert [schema.itemText(row) for row in range(schema.count())] == ["public", "kart"]
    schema.setCurrentText("kart")
    schema.activated.emit(schema.currentIndex())
    page.run_primary()
    assert f"Kept in {GIS}: kart, table kommuner_2026." in note(page).text
    layer = layer_of()
    assert (layer.providerType(), layer.featureCount(), layer.crs().authid()) == ("postgres", 2, "EPSG:25833")
    assert layer.thread() is QThread.currentThread()
    assert origins.of(layer).vintage == 2026
    assert layer.metadata().licenses() == ["CC BY 4.0"]
    (comment,) = gis.sql("SELECT obj_description('kart.kommuner_2026'::regclass)")
    assert comment == [
        "Kommuner 2026. © Kartverket, CC BY 4.0. Source: "
        "https://kartkatalog.geonorge.no/metadata/uuid/041f1e6e-bdbc-4091-b48f-8a5990f3cc5b, fetched on 20.11.2026."
    ]
    assert desk.settings.get("map/keep") == write(DatabaseTarget(GIS, "kart"))


def test_a_colleague_who_adds_the_table_sees_it_drawn(gis, page):
    choose(page, f"{GIS} (PostGIS)")
    page.run_primary()
    note(page)
    ours = layer_of()
    theirs = QgsVectorLayer(ours.source(), "theirs", "postgres")
    assert theirs.labelsEnabled()
    assert theirs.renderer().symbol().color() == ours.renderer().symbol().color()
    gis.sql("DROP TABLE public.kommuner_2026")


def test_a_connection_that_was_remembered_and_is_gone_is_the_cache_again(page, desk):
    desk.settings.set("map/keep", write(DatabaseTarget("no such", "kart")))
    again = opened(desk)
    assert again.boundaries.keep.target() is None
    again.hide()
    again.deleteLater()


def test_a_remembered_connection_stands_there_with_its_schema(gis, desk):
    desk.settings.set("map/keep", write(DatabaseTarget(GIS, "kart")))
    again = opened(desk)
    assert again.boundaries.keep.target() == DatabaseTarget(GIS, "kart")
    assert again.boundaries.keep.schema.isVisible()
    again.hide()
    again.deleteLater()


def test_a_database_that_does_not_answer_is_told_in_one_sentence(page, tmp_path):
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    metadata.saveConnection(metadata.createConnection(f"dbname='x' host='{tmp_path}'", {}), AWAY)
    try:
        page.on_shown()
        choose(page, f"{AWAY} (PostGIS)")
        told = note(page, "keep")
        assert told.text == f"No contact with the database “{AWAY}”. Look at its connection in QGIS. Nothing was changed."
        assert str(tmp_path) in told.details
    finally:
        metadata.deleteConnection(AWAY)


def test_a_connection_that_goes_between_is_told(gis, page):
    choose(page, f"{GIS} (PostGIS)")
    QgsProviderRegistry.instance().providerMetadata("postgres").deleteConnection(GIS)
    page.run_primary()
    assert note(page).text.startswith(f"QGIS has no connection called “{GIS}” any more.")


def test_the_control_is_reached_by_keyboard_and_shows_only_what_the_place_has(page, tmp_path):
    keep = page.boundaries.keep
    assert [widget.isVisible() for widget in keep.tab_order()] == [True, False, False]
    assert keep.tab_order()[0] in page.tab_order()
    assert all(widget.accessibleName() for widget in keep.tab_order())
    assert keep.places.itemText(keep.places.count() - 1) == "File …"  # the arrow keys choose all that is before
    QTest.keyClicks(keep.table, "mi|ne")
    assert keep.table.text() == "mine"
    assert page.minimumSizeHint().width() <= 280


# --- logins ---------------------------------------------------------------------------------


class Asked(QgsCredentials):
    """Stands where QGIS's dialog is."""

    def __init__(self, *answers):
        super().__init__()
        self.answers, self.realms = list(answers), []
        self.setInstance(self)

    def request(self, realm, user, password, message):
        self.realms.append(realm)
        answer = self.answers.pop(0) if self.answers else ()
        return (True, *answer) if answer else (False, user, password)

    def requestMasterPassword(self, password, stored):
        return False, password


@pytest.fixture
def guarded(postgis, qgis_app):
    before = QgsCredentials.instance()
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    uri = postgis.uri().replace("user='postgres'", "")
    metadata.saveConnection(metadata.createConnection(uri, {}), GUARDED)
    yield postgis
    metadata.deleteConnection(GUARDED)
    databases._logins.clear()
    del before


def test_a_login_that_qgis_does_not_know_is_asked_for_once(guarded, page):
    keeper = Asked(("guarded", "wrong"), ("guarded", "sesam"))  # pragma: allowlist secret
    page.on_shown()
    choose(page, f"{GUARDED} (PostGIS)")
    wait_for(lambda: page.boundaries.keep.schema.currentText() == "kart")
    page.run_primary()
    assert note(page).kind == "success"
    assert layer_of().featureCount() == 2
    assert len(keeper.realms) == 2
    assert "sesam" not in layer_of().source()


# --- at a cancel ------------------------------------------------------------------------------


def test_a_cancel_does_not_wait_for_a_server_that_hangs(file, tmp_path):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        login = f"dbname='x' host='127.0.0.1' port='{silent.getsockname()[1]}' user='x'"
        where = kept_elsewhere.Place(DatabaseTarget("x"), databases.Access("x", login, login, login))
        stop = threading.Event()
        threading.Timer(0.3, stop.set).start()
        began = time.monotonic()
        with pytest.raises(Cancelled):
            kept_elsewhere.write(file, where, feedback=Feedback(is_cancelled=stop.is_set))
        assert time.monotonic() - began < 5  # libpq itself waits for ten seconds


# --- newer ones ---------------------------------------------------------------------------------


@pytest.fixture
def newer(tmp_path, monkeypatch):
    """What Geonorge has now: the division of 2027."""
    content = boundary_content(tmp_path / "cache" / "boundaries" / "new", ("1508", "Ålesund"))
    found = facts(content.path, vintage=2027, fetched="2027-01-02")
    monkeypatch.setattr(renewal, "newer", lambda services, file, feedback: found)
    return found


def kept(file, place):
    layer = kept_elsewhere.show(kept_elsewhere.keep(file, place), file, QgsProject.instance())
    assert origins.of(layer)
    return layer


def test_newer_boundaries_in_a_file_lie_beside_the_older_ones(page, file, newer, tmp_path):
    path = tmp_path / "maps.gpkg"
    layer = kept(file, kept_elsewhere.Place(FileTarget(path)))
    page.renew_button.click()
    told = note(page, "renewal").text
    assert "newer boundaries. Kommuner 2027." in told
    assert told.endswith("New tables, the older ones stay: maps.gpkg (kommuner_2027)")
    assert origins.place(layer) == (path, "kommuner_2027")
    assert origins.of(layer).vintage == 2027
    assert [feature["kommunenummer"] for feature in layer.getFeatures()] == ["1508"]
    assert tables(path) == {"kommuner_2026", "kommuner_2027", "layer_styles"}


def test_newer_boundaries_in_a_database_lie_beside_the_older_ones_and_two_layers_share_a_table(gis, page, file, newer):
    place = kept_elsewhere.place_for(DatabaseTarget(GIS, "kart"))
    layers = [kept(file, place)]
    layers.append(QgsProject.instance().addMapLayer(layers[0].clone()))
    page.renew_button.click()
    note(page, "renewal")
    names = [row[0] for row in gis.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'kart' ORDER BY 1")]
    assert names == ["kommuner_2026", "kommuner_2027"]
    for layer in layers:
        assert (layer.isValid(), QgsDataSourceUri(layer.source()).table()) == (True, "kommuner_2027")
        assert [feature["kommunenummer"] for feature in layer.getFeatures()] == ["1508"]


def test_a_table_whose_schema_may_no_longer_be_written_to_stays_as_it_is(gis, page, file, newer):
    layer = kept(file, kept_elsewhere.place_for(DatabaseTarget(GIS, "kart")))
    uri = QgsDataSourceUri(layer.source())
    uri.setUsername("reader")
    gis.sql("GRANT SELECT ON kart.kommuner_2026 TO reader")
    layer.setDataSource(uri.uri(False), layer.name(), "postgres")
    page.renew_button.click()
    assert "You may not write to kart" in note(page, "renewal problem").text
    assert QgsDataSourceUri(layer.source()).table() == "kommuner_2026"


def test_what_lies_in_the_cache_still_goes_to_the_cache(page, file, newer):
    from klasskart.gis import layers

    layer = layers.boundary_layer(file, QgsProject.instance())
    page.renew_button.click()
    note(page, "renewal")
    assert origins.place(layer)[0] == newer.path


def test_a_layer_of_the_cache_has_no_place_and_others_have_theirs(gis, file, tmp_path):
    from klasskart.gis import layers

    folder = tmp_path / "cache"
    assert kept_elsewhere.place_of(layers.open_boundaries(file), folder) is None
    assert kept_elsewhere.place_of(layers.open_boundaries(file), tmp_path / "other").target == FileTarget(file.path)
    in_database = kept(file, kept_elsewhere.place_for(DatabaseTarget(GIS, "kart")))
    assert kept_elsewhere.place_of(in_database, folder).target == DatabaseTarget("maps", "kart")


def test_errors_of_the_worker_reach_the_caller(gis, file):
    place = kept_elsewhere.place_for(DatabaseTarget(GIS, "kart", "mine"))
    kept_elsewhere.write(file, place)
    with pytest.raises(TableTaken):
        kept_elsewhere.require_free(place)
    with pytest.raises(DatabaseRefused):
        kept_elsewhere.place_for(DatabaseTarget("no such"))
    kept_elsewhere.write(dataclasses.replace(file, fetched=datetime.date(2026, 1, 1).isoformat()), place, replace=True)
