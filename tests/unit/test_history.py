"""What was done: written down line by line, bounded, and told as commands that run it again."""

import shlex
import sqlite3
import threading
from contextlib import closing
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.core import history as lines
from klasskart.core.errors import NotWritable
from klasskart.core.history import Deed
from klasskart.work.history import MOST, History


@pytest.fixture
def history(tmp_path):
    return History(tmp_path / "profile" / "history.jsonl")


def test_the_newest_comes_first_and_all_is_there_again(history, tmp_path):
    history.add("boundaries", {"UNIT": "kommune", "AREA": "46"}, "Kommuner 2024 (46)", 43)
    history.add("join", {"FIELD": "knr", "TABLE_COLUMNS": ["folk", "år"]}, "Kommuner", 43)
    again = History(tmp_path / "profile" / "history.jsonl").deeds()
    assert [(deed.algorithm, deed.layer, deed.count) for deed in again] == [
        ("join", "Kommuner", 43),
        ("boundaries", "Kommuner 2024 (46)", 43),
    ]
    assert again[0].parameters == {"FIELD": "knr", "TABLE_COLUMNS": ["folk", "år"]}


def test_without_a_file_there_is_nothing_and_clearing_forgets(history):
    assert history.deeds() == []
    history.clear()
    history.add("codes", {})
    history.clear()
    assert history.deeds() == []


def test_it_does_not_grow_for_ever(history, tmp_path):
    for number in range(3 * MOST):
        history.add("codes", {"CLASSIFICATION": str(number)})
    assert len(history.deeds()) == MOST
    assert history.deeds()[0].parameters["CLASSIFICATION"] == str(3 * MOST - 1)
    assert len((tmp_path / "profile" / "history.jsonl").read_text("utf-8").splitlines()) < 2 * MOST
    assert [file.name for file in (tmp_path / "profile").iterdir()] == ["history.jsonl"]


def test_lines_of_others_and_half_lines_are_left_out(history, tmp_path):
    history.add("codes", {"DATE": "2024-01-01"})
    with (tmp_path / "profile" / "history.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"when": "2026"}\n[1]\nnull\n{"when": "x", "algorithm": "join", "parameters": 7}\n{"when": "20')
    assert [deed.algorithm for deed in history.deeds()] == ["codes"]


def test_a_profile_that_can_not_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(NotWritable):
        History(tmp_path / "file" / "history.jsonl").add("codes", {})


def test_threads_write_whole_lines(history):
    def write(name):
        for number in range(20):
            history.add("codes", {"N": f"{name}{number}" * 50})

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(history.deeds()) == 80


def test_commands_run_it_again():
    deed = Deed("2026-11-21T10:00:00", "join", {"INPUT": "/tmp/ø' layer.gpkg|layername=a", "FIELD": "knr", "X": True}, "a", 2)
    assert deed.python == (
        "processing.run('klasskart:join', {'INPUT': \"/tmp/ø' layer.gpkg|layername=a\", 'FIELD': 'knr', 'X': True, "
        "'OUTPUT': 'TEMPORARY_OUTPUT'})"
    )
    assert shlex.split(deed.command)[:5] == [
        "qgis_process",
        "run",
        "klasskart:join",
        "--INPUT=/tmp/ø' layer.gpkg|layername=a",
        "--FIELD=knr",
    ]
    assert shlex.split(deed.command)[5:] == ["--X=true", "--OUTPUT=join.gpkg"]
    assert "--SUM_FIELDS=a,b" in Deed("", "recode", {"SUM_FIELDS": ["a", "b"]}).command


@given(
    st.builds(
        Deed,
        st.text(),
        st.text(),
        st.dictionaries(st.text(), st.one_of(st.text(), st.booleans(), st.lists(st.text()))),
        st.text(),
        st.integers(0, 10**9),
    )
)
def test_a_deed_comes_back_from_its_line(deed):
    assert "\n" not in deed.line
    assert lines.read([deed.line]) == [deed]


def test_a_table_of_any_length_is_a_source_that_says_every_value():
    rows = [(f"{number:04}", "Sør's", None if number % 2 else 0.5) for number in range(1200)]
    query = unquote(lines.table_source(("old_code", "new_code", "weight"), rows).partition("query=")[2].partition("&")[0])
    with closing(sqlite3.connect(":memory:")) as database:
        found = database.execute(query)
        assert [column[0] for column in found.description] == ["old_code", "new_code", "weight"]
        assert found.fetchall() == rows
    assert lines.table_source(("old_code",), []) == ""
