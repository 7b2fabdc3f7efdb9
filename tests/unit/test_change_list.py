"""What changed in a time is read as a list: what hangs together once, by kind, and found by any of its codes and names."""

import csv
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.core.change_list import COLUMNS, ORDER, ChangeList, Event, events, table_rows, usual_period
from klasskart.core.codes import Change, Version
from klasskart.core.lives import Hole

CHANGES = "recordings/klass/derived/131_changes_1839-2024__from-klassR-graph_2024-12.csv"
KEYS = ("oldCode", "oldName", "newCode", "newName", "changeOccurred")
HALDEN = Change("3001", "Halden", "3101", "Halden", "2024-01-01")
ALESUND = (
    Change("1507", "Ålesund", "1508", "Ålesund", "2024-01-01"),
    Change("1507", "Ålesund", "1580", "Haram", "2024-01-01"),
)
FJORD = (
    Change("1524", "Norddal", "1578", "Fjord", "2020-01-01"),
    Change("1526", "Stordal", "1578", "Fjord", "2020-01-01"),
)
GONE = Change("2121", "Bjørnøya", None, None, "2020-01-01")


@pytest.fixture(scope="module")
def recorded(shared):
    with (shared / CHANGES).open(encoding="utf-8") as file:
        return [Change(*(row[key] or None for key in KEYS)) for row in csv.DictReader(file)]


@pytest.mark.parametrize(
    ("year", "groups"),
    [
        ("2018", [("merged", 4), ("renumbered", 46), ("renamed", 4)]),
        ("2020", [("rearranged", 2), ("merged", 38), ("renumbered", 202), ("renamed", 3)]),
        ("2024", [("split", 1), ("renumbered", 113), ("renamed", 3)]),
    ],
)
def test_each_reform_is_listed_with_what_is_hardest_first(recorded, year, groups):
    found = ChangeList.of(events([row for row in recorded if row.date.startswith(year)]))
    assert [(kind, len(some)) for kind, some in found.groups] == groups
    assert found.told == sum(count for _, count in groups)
    assert found.days == (f"{year}-01-01",)


def test_a_split_is_about_the_code_that_was_and_a_merge_about_the_one_that_came():
    split, merge, number, gone = events([*ALESUND, *FJORD, HALDEN, GONE])
    assert (split.kind, split.codes[0][0].code, split.codes[0][1]) == ("split", "1507", datetime.date(2023, 12, 31))
    assert (merge.kind, merge.codes[0][0].code, merge.codes[0][1]) == ("merged", "1578", datetime.date(2020, 1, 1))
    assert [named.code for named, _ in split.codes] == ["1507", "1508", "1580"]
    assert number.codes[0][0].code == "3101"
    assert (gone.kind, gone.codes) == ("ended", (((("2121", "Bjørnøya")), datetime.date(2019, 12, 31)),))


@pytest.mark.parametrize("text", ["1524", "stordal", "FJORD", "  fjord "])
def test_a_merge_is_found_by_each_of_its_codes_and_names(text):
    found = ChangeList.of(events([*ALESUND, *FJORD, HALDEN])).search(text)
    assert [(kind, len(some)) for kind, some in found.groups] == [("merged", 1)]


def test_accents_and_case_do_not_stand_in_the_way():
    found = ChangeList.of(events(ALESUND))
    assert found.search("ÅLESUND").told == found.search("alesund").told == 1
    assert found.search("") is found
    assert found.search("oslo").groups == ()


def test_what_klass_does_not_tell_stands_last_and_is_no_change():
    holes = (
        Event("untold", "2020-01-01", hole=Hole("2020-01-01", "table", "", "no table")),
        Event("untold", "2020-01-01", hole=Hole("2020-01-01", "new", "0301"), name="Oslo"),
    )
    found = ChangeList.of([*holes, *events([HALDEN])])
    assert [kind for kind, _ in found.groups] == ["renumbered", "untold"]
    assert found.told == 1
    assert [event.codes for event in holes] == [(), ((("0301", "Oslo"), datetime.date(2020, 1, 1)),)]
    assert found.search("oslo").told == 0 and len(list(found.search("oslo"))) == 1


def test_the_table_has_the_columns_of_the_algorithm_and_empty_sides_stay_empty():
    rows = list(table_rows([HALDEN, GONE]))
    assert rows[0] == ("3001", "Halden", "3101", "Halden", "2024-01-01", "renumbered")
    assert rows[1] == ("2121", "Bjørnøya", None, None, "2020-01-01", "ended")
    assert {len(row) for row in rows} == {len(COLUMNS)}


@pytest.mark.parametrize(
    ("day", "after"),
    [("2026-11-21", "2020-01-01"), ("2024-01-01", "2020-01-01"), ("2023-12-31", "2018-01-01"), ("2019-05-05", "2018-01-01")],
)
def test_the_usual_time_begins_with_the_division_before(day, after):
    versions = [Version(n, "", start, None) for n, start in enumerate(("2018-01-01", "2020-01-01", "2024-01-01"))]
    asked = datetime.date.fromisoformat(day)
    assert usual_period(versions, asked) == (datetime.date.fromisoformat(after), asked)


def test_before_the_first_division_nothing_can_have_changed():
    day = datetime.date(1900, 1, 1)
    assert usual_period([], day) == usual_period([Version(1, "", "2018-01-01", None)], day) == (day, day)


codes = st.one_of(st.none(), st.text("0123456789", min_size=2, max_size=2))
changes = st.lists(
    st.builds(Change, codes, st.just("Gammel"), codes, st.just("Ny"), st.sampled_from(["2018-01-01", "2020-01-01"])),
    max_size=20,
)


@given(changes)
def test_no_row_is_lost_and_none_is_listed_twice(rows):
    rows = [row for row in rows if row.old_code or row.new_code]
    found = ChangeList.of(events(rows))
    assert sorted(map(repr, rows)) == sorted(repr(row) for event in found for row in event.rows)
    assert [kind for kind, _ in found.groups] == [kind for kind in ORDER if kind in dict(found.groups)]
