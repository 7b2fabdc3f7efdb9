"""Boundaries in a real PostGIS: whole or not at all, with index, comment and style, and nothing of the user's is lost."""

import dataclasses
import subprocess
import threading

import pytest
from boundary_gpkg import boundary_content
from klasskart.core.errors import Cancelled, DatabaseRefused, TableTaken
from klasskart.core.feedback import Feedback
from klasskart.core.keep_targets import DatabaseTarget
from klasskart.work.keep_in_database import free_table, keep_in_database, schemas

KART = DatabaseTarget("gis", "kart")
MINE = DatabaseTarget("gis", "kart", "mine")
OSLO_AAS = [["0301", "Oslo"], ["4601", "Ås"]]


@pytest.fixture
def content(tmp_path):
    return boundary_content(tmp_path)


def in_table(postgis, name):
    return postgis.sql(f'SELECT kommunenummer, kommunenavn FROM kart."{name}" ORDER BY fid')


def tables(postgis):
    return [row[0] for row in postgis.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'kart' ORDER BY 1")]


def test_a_table_has_its_shapes_in_their_crs_an_index_a_comment_and_its_features_numbers(postgis, content):
    assert keep_in_database(content, postgis.uri(), KART) == "kommuner_2026"
    assert in_table(postgis, "kommuner_2026") == OSLO_AAS
    registered = "SELECT f_geometry_column, srid, type FROM geometry_columns WHERE f_table_name = 'kommuner_2026'"
    assert postgis.sql(registered) == [["geom", "25833", "MULTIPOLYGON"]]
    indexes = " ".join(row[0] for row in postgis.sql("SELECT indexdef FROM pg_indexes WHERE schemaname = 'kart'"))
    assert "gist (geom)" in indexes
    assert "btree (kommunenummer)" in indexes
    (comment,) = postgis.sql("SELECT obj_description('kart.kommuner_2026'::regclass)")
    assert comment == ["Kommuner 2026. © Kartverket, CC BY 4.0."]
    assert postgis.sql("SELECT min(fid), max(fid) FROM kart.kommuner_2026") == [["1", "2"]]


def test_a_table_without_a_chosen_name_never_meets_another(postgis, content):
    names = [keep_in_database(content, postgis.uri(), KART) for _ in range(3)]
    assert names == tables(postgis) == ["kommuner_2026", "kommuner_2026_2", "kommuner_2026_3"]


def test_a_chosen_table_that_is_there_is_told_with_a_name_that_is_free(postgis, content):
    postgis.sql("CREATE VIEW kart.mine AS SELECT 1 AS one")
    for ask in (lambda: free_table(postgis.uri(), MINE, "x"), lambda: keep_in_database(content, postgis.uri(), MINE)):
        with pytest.raises(TableTaken) as told:
            ask()
        assert told.value.values() == {"table": "mine", "place": "gis: kart", "free": "mine_2"}
    assert postgis.sql("SELECT one FROM kart.mine") == [["1"]]


def test_a_table_is_replaced_when_asked(postgis, content, tmp_path):
    keep_in_database(content, postgis.uri(), MINE)
    new = boundary_content(tmp_path / "new", ("1508", "Ålesund"))
    assert keep_in_database(new, postgis.uri(), MINE, replace=True) == "mine"
    assert in_table(postgis, "mine") == [["1508", "Ålesund"]]
    assert tables(postgis) == ["mine"]
    assert postgis.sql("SELECT f_table_name FROM layer_styles") == [["mine"]]


def test_what_a_view_needs_is_not_replaced(postgis, content, tmp_path):
    keep_in_database(content, postgis.uri(), MINE)
    postgis.sql("CREATE VIEW kart.names AS SELECT kommunenavn FROM kart.mine")
    with pytest.raises(DatabaseRefused) as told:
        keep_in_database(boundary_content(tmp_path / "new", ("1", "x")), postgis.uri(), MINE, replace=True)
    assert told.value.reason == "other"
    assert "depend" in told.value.words
    assert postgis.sql("SELECT kommunenavn FROM kart.names") == [["Oslo"], ["Ås"]]


def test_a_table_of_somebody_elses_is_not_replaced(postgis, content):
    keep_in_database(content, postgis.uri(), MINE)
    with pytest.raises(DatabaseRefused) as told:
        keep_in_database(content, postgis.uri(user="writer"), MINE, replace=True)
    assert (told.value.reason, told.value.words) == ("rights", "kart.mine")
    assert in_table(postgis, "mine") == OSLO_AAS


@pytest.mark.parametrize("replace", [False, True])
def test_a_cancel_halfway_leaves_the_database_as_it_was(postgis, content, tmp_path, replace):
    keep_in_database(content, postgis.uri(), MINE)
    far = []
    feedback = Feedback(on_progress=far.append, is_cancelled=lambda: bool(far) and far[-1] > 0.4)
    many = boundary_content(tmp_path / "many", copies=2000)
    with pytest.raises(Cancelled):
        keep_in_database(many, postgis.uri(), MINE if replace else KART, replace=replace, feedback=feedback)
    assert 0.4 < far[-1] < 0.9
    assert tables(postgis) == ["mine"]
    assert in_table(postgis, "mine") == OSLO_AAS
    assert postgis.sql("SELECT f_table_name FROM layer_styles") == [["mine"]]


def test_a_connection_that_breaks_halfway_is_told_and_leaves_nothing(postgis, tmp_path):
    def break_off(fraction):
        if fraction > 0.4:
            postgis.sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'maps' AND pid <> pg_backend_pid()"
            )

    many = boundary_content(tmp_path / "many", copies=2000)
    with pytest.raises(DatabaseRefused) as told:
        keep_in_database(many, postgis.uri(), KART, feedback=Feedback(on_progress=break_off))
    assert told.value.words
    assert tables(postgis) == []


def test_an_error_holds_on_to_no_connection(postgis, content):
    connected = "SELECT count(*) FROM pg_stat_activity WHERE usename = 'writer'"
    stopped = Feedback(is_cancelled=lambda: True)
    with pytest.raises(Cancelled) as told:
        keep_in_database(content, postgis.uri(user="writer"), KART, feedback=stopped)
    wait_until(lambda: postgis.sql(connected) == [["0"]])
    assert told.value.__traceback__ is not None


def test_a_failure_at_the_end_leaves_the_table_that_was_to_be_replaced(postgis, content, tmp_path):
    keep_in_database(content, postgis.uri(), MINE)
    broken = boundary_content(tmp_path / "new", ("1", "x"), field="no_such_field")
    with pytest.raises(DatabaseRefused) as told:
        keep_in_database(broken, postgis.uri(), MINE, replace=True)
    assert "no_such_field" in told.value.words
    assert in_table(postgis, "mine") == OSLO_AAS


def test_a_table_that_somebody_holds_is_told_as_busy(postgis, content, monkeypatch):
    keep_in_database(content, postgis.uri(), MINE)
    monkeypatch.setattr("klasskart.work.keep_in_database._WAIT", "100ms")
    holding = subprocess.Popen(
        [*postgis.psql(), "-c", "BEGIN; LOCK TABLE kart.mine; SELECT 'held'; SELECT pg_sleep(60)"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        wait_until(lambda: postgis.sql("SELECT 1 FROM pg_locks WHERE relation = 'kart.mine'::regclass AND granted"))
        with pytest.raises(DatabaseRefused) as told:
            keep_in_database(content, postgis.uri(), MINE, replace=True)
    finally:
        postgis.sql("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE relation = 'kart.mine'::regclass AND granted")
        holding.communicate()
    assert told.value.reason == "busy"


def test_who_may_make_no_table_in_a_schema_is_told_and_is_not_offered_it(postgis, content):
    with pytest.raises(DatabaseRefused) as told:
        keep_in_database(content, postgis.uri(user="reader"), KART)
    assert (told.value.reason, told.value.words) == ("rights", "kart")
    assert "kart" not in schemas("gis", postgis.uri(user="reader"))
    assert "kart" in schemas("gis", postgis.uri(user="writer"))
    assert schemas("gis", postgis.uri())[0] == "public"


def test_who_may_store_no_style_still_has_a_table(postgis, content):
    keep_in_database(content, postgis.uri(), KART)  # makes the table of styles, which belongs to another
    assert keep_in_database(content, postgis.uri(user="writer"), MINE) == "mine"
    assert in_table(postgis, "mine") == OSLO_AAS
    assert postgis.sql("SELECT f_table_name FROM layer_styles") == [["kommuner_2026"]]


@pytest.mark.parametrize(
    ("place", "schema", "reason"),
    [
        ({}, "no_such", "schema"),
        ({"database": "plain"}, "public", "postgis"),
        ({"database": "no_such"}, "public", "contact"),
        ({"user": "guarded"}, "kart", "login"),
        ({"user": "guarded", "more": "password='wrong'"}, "kart", "login"),
        ({"user": "nobody_at_all"}, "kart", "login"),
    ],
)
def test_why_a_database_does_not_take_it_is_told(postgis, content, place, schema, reason):
    with pytest.raises(DatabaseRefused) as told:
        keep_in_database(content, postgis.uri(**place), dataclasses.replace(KART, schema=schema))
    assert told.value.reason == reason
    assert "wrong" not in told.value.words


def test_a_server_that_is_not_there_is_told(content, tmp_path):
    with pytest.raises(DatabaseRefused) as told:
        keep_in_database(content, f"dbname='maps' host='{tmp_path}' user='x'", KART)
    assert told.value.reason == "contact"


def test_a_login_with_its_password_writes(postgis, content):
    login = postgis.uri(user="guarded", more="password='sesam'")  # pragma: allowlist secret
    assert keep_in_database(content, login, KART) == "kommuner_2026"


@pytest.mark.parametrize("name", ["Mine Kart", 'a"b', "o'neil", "ærfugl_øå", "select", "x" * 63])
def test_odd_names_of_tables_are_kept(postgis, content, name):
    assert keep_in_database(content, postgis.uri(), dataclasses.replace(KART, table=name)) == name
    assert tables(postgis) == [name]


def test_a_chosen_name_is_cut_where_the_database_would_cut_it(postgis, content):
    long = dataclasses.replace(KART, table="å" * 50)
    assert keep_in_database(content, postgis.uri(), long) == "å" * 31
    with pytest.raises(TableTaken):
        free_table(postgis.uri(), long, "x")


def test_a_long_title_is_cut_by_bytes(postgis, content):
    long = dataclasses.replace(content, title="Å" * 80)
    names = [keep_in_database(long, postgis.uri(), KART) for _ in range(2)]
    assert names == tables(postgis) == ["å" * 27, "å" * 27 + "_2"]


def test_several_that_write_at_once_all_have_a_table(postgis, content):
    names, started = [], threading.Barrier(3)

    def write():
        started.wait()
        names.append(keep_in_database(content, postgis.uri(), KART))

    threads = [threading.Thread(target=write) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(names) == tables(postgis) == ["kommuner_2026", "kommuner_2026_2", "kommuner_2026_3"]
    assert all(in_table(postgis, name) == OSLO_AAS for name in names)


def wait_until(condition):
    for _ in range(1000):
        if condition():
            return
        threading.Event().wait(0.02)
    raise AssertionError("nothing came")
