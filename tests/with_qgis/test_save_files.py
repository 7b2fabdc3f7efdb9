"""Where a file goes: with the ending of its kind, and under a name that every system takes."""

from pathlib import Path

import pytest
from klasskart.ui import save_files

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture
def answer(monkeypatch):
    """Answer the dialog, and note what it was asked with."""
    asked = []

    def set_answer(path, kind=0):
        def get(parent, title, name, kinds):
            asked.append((name, kinds.split(";;")))
            return path, asked[-1][1][kind]

        monkeypatch.setattr(save_files.QFileDialog, "getSaveFileName", get)
        return asked

    return set_answer


def test_the_ending_is_that_of_the_chosen_kind_where_none_is_typed(answer):
    answer("/tmp/report", kind=1)
    assert save_files.ask_path(None, "Save", "report", ".xlsx", ".csv") == Path("/tmp/report.csv")


def test_an_ending_that_is_typed_stays(answer):
    answer("/tmp/report.csv", kind=0)
    assert save_files.ask_path(None, "Save", "report", ".xlsx", ".csv") == Path("/tmp/report.csv")


def test_who_wants_no_file_gets_none(answer):
    answer("")
    assert save_files.ask_path(None, "Save", "report", ".csv") is None


def test_a_layer_may_be_called_what_no_file_can(answer):
    asked = answer("")
    save_files.ask_path(None, "Save", "inn/ut: 2024?", ".html", ".csv", ".xlsx")
    assert asked[0][0] == "inn-ut- 2024-.html"
    assert [kind.partition("*")[2] for kind in asked[0][1]] == [".html)", ".csv)", ".xlsx)"]
