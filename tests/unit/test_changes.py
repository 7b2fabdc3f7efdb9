"""What became of a code is read from the rows of the reforms, chain by chain."""

import csv
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.core.changes import History, kinds, spans, together
from klasskart.core.codes import Change

CHANGES = "recordings/klass/derived/131_changes_1839-2024__from-klassR-graph_2024-12.csv"
PERIODS = "recordings/klass/derived/131_code-history_1838-2024__from-klassR-graph_2024-12.csv"
KEYS = ("oldCode", "oldName", "newCode", "newName", "changeOccurred")


@pytest.fixture(scope="module")
def rows(shared):
    with (shared / CHANGES).open(encoding="utf-8") as file:
        return [Change(*(row[key] or None for key in KEYS)) for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def history(rows):
    return History(rows)


@pytest.mark.parametrize(
    ("code", "kind", "codes", "chain"),
    [
        ("3001", "renumbered", ("3101",), "3001 → 3101 (2024-01-01)"),
        ("0101", "renumbered", ("3101",), "0101 → 3001 (2020-01-01) → 3101 (2024-01-01)"),
        ("0104", "merged", ("3103",), "0104 → 3002 (2020-01-01) → 3103 (2024-01-01)"),
        ("0136", "merged", ("3103",), "0136 → 3002 (2020-01-01) → 3103 (2024-01-01)"),
        ("1507", "split", ("1508", "1580"), "1507 → 1508, 1580 (2024-01-01)"),
        ("1534", "split", ("1508", "1580"), "1534 → 1507 (2020-01-01) → 1508, 1580 (2024-01-01)"),
        ("1850", "split", ("1806", "1875"), "1850 → 1806, 1875 (2020-01-01)"),
        ("1849", "merged", ("1875",), "1849 → 1875 (2020-01-01)"),
        ("5012", "split", ("5055", "5056", "5059"), "5012 → 5055, 5056, 5059 (2020-01-01)"),
        ("1142", "merged", ("1103",), "1142 → 1103 (2020-01-01)"),
        ("0301", "unchanged", ("0301",), ""),
    ],
)
def test_a_retired_code_is_followed_to_2024(history, code, kind, codes, chain):
    way = history.successors(code, None, "2024-01-01")
    assert (way.kind, way.codes, way.chain) == (kind, codes, chain)


def test_each_branch_of_an_old_split_is_followed_too(history):
    way = history.successors("0720", None, "2024-01-01")
    assert (way.kind, way.codes) == ("split", ("3905", "3907"))
    assert way.chain == (
        "0720 → 0704, 0710 (2017-01-01); "
        "0704 → 3803 (2020-01-01) → 3905 (2024-01-01); 0710 → 3804 (2020-01-01) → 3907 (2024-01-01)"
    )


def test_the_code_that_takes_others_in_is_part_of_the_merge(history):
    assert history.successors("1103", "2019-12-31", "2024-01-01").kind == "merged"
    assert history.successors("1103", "2020-01-01", "2024-01-01").kind == "unchanged"


def test_a_new_name_is_no_new_number(history):
    way = history.successors("1853", "2021-01-01", "2024-01-01")
    assert (way.kind, way.codes, way.chain) == ("renamed", ("1853",), "")


def test_the_way_back_leads_to_the_forerunners(history):
    assert history.successors("3101", "2024-01-01", "2019-06-01").chain == "3101 → 3001 (2024-01-01) → 0101 (2020-01-01)"
    assert history.successors("1580", "2024-01-01", "2023-01-01").codes == ("1507",)
    assert history.successors("1507", "2020-01-01", "2019-01-01").codes == ("1504", "1523", "1529", "1534", "1546")


def test_nothing_is_known_of_a_code_that_never_changed(history):
    assert history.successors("4242", None, "2024-01-01").kind == "unknown"
    assert history.last_valid("4242", "2024-01-01") == ""
    assert History([], {"0301": "Oslo"}).valid_on("0301", "2024-01-01")


def test_the_last_day_of_a_code_is_the_day_before_the_reform(history):
    assert history.last_valid("3001", "2024-06-01") == "2023-12-31"
    assert history.last_valid("3001", "2022-06-01") == "2022-06-01"
    assert history.last_valid("3101", "2022-06-01") == ""


def test_the_periods_agree_with_the_known_history_of_all_codes(shared, history):
    ends: dict[str, str] = {}
    with (shared / PERIODS).open(encoding="utf-8") as file:
        for row in sorted(csv.DictReader(file), key=lambda row: row["validFrom"]):
            ends[row["code"]] = row["validTo"]
    known = [code for code in ends if history.periods(code)]
    assert len(known) > 1190
    assert [code for code in known if history.periods(code)[-1].end != ends[code]] == []


def test_the_reform_of_2020_is_judged_by_the_rows_that_hang_together(rows):
    of_2020 = [row for row in rows if row.date == "2020-01-01"]
    found = dict(zip(((row.old_code, row.new_code) for row in of_2020), kinds(of_2020)))
    assert found["0101", "3001"] == "renumbered"
    assert found["0104", "3002"] == found["0136", "3002"] == "merged"
    assert found["1103", "1103"] == found["1142", "1103"] == "merged"
    assert found["1850", "1806"] == found["1849", "1875"] == "rearranged"
    assert sum(kind == "renumbered" for kind in found.values()) == 202


@pytest.mark.parametrize(
    ("year", "counts"),
    [
        ("2018", {"renumbered": 46, "merged": 4, "renamed": 4}),
        ("2020", {"renumbered": 202, "merged": 38, "renamed": 3, "rearranged": 2}),
        ("2024", {"renumbered": 113, "renamed": 3, "split": 1}),
    ],
)
def test_each_reform_is_so_many_groups_of_rows(rows, year, counts):
    groups = together([row for row in rows if row.date.startswith(year)])
    assert Counter(kind for kind, _ in groups) == counts
    assert sum(len(members) for _, members in groups) == sum(row.date.startswith(year) for row in rows)


def test_the_reform_of_2020_made_43_codes_of_several(rows):
    sources = Counter(new for _, new in {(row.old_code, row.new_code) for row in rows if row.date == "2020-01-01"})
    assert sum(count > 1 for count in sources.values()) == 43


def test_new_and_ended_have_no_other_side():
    rows = (Change(None, None, "30", "A", "2020-01-01"), Change("01", "B", None, None, "2020-01-01"))
    assert kinds(rows) == ("new", "ended")
    way = History(rows).successors("01", None, "2021-01-01")
    assert (way.kind, way.codes, way.ended, way.chain) == ("ended", (), True, "01 → – (2020-01-01)")


def test_the_codes_of_2020_belong_to_2020_to_2023(shared, rows):
    with (shared / PERIODS).open(encoding="utf-8") as file:
        periods = [(row["code"], row["validFrom"], row["validTo"]) for row in csv.DictReader(file)]
    codes = {code for code, start, end in periods if start <= "2022-07-01" and (not end or end > "2022-07-01")}
    history = History(rows, dict.fromkeys(codes, ""))
    full = [(start, end) for start, end, count in spans(history, codes) if count == len(codes) == 357]
    assert (full[0][0], full[-1][1]) == ("2020-01-01", "2024-01-01")


code = st.sampled_from("ABCDEF")
change = st.builds(
    lambda old, new, year: Change(old, old, new, new, f"{year}-01-01"),
    st.none() | code,
    st.none() | code,
    st.integers(2000, 2006),
)


@given(st.lists(change, max_size=25), code)
def test_any_rows_give_a_way_that_ends(changes, code):
    history = History(changes, {"A": "a"})
    for since, until in ((None, "2006-01-01"), ("1999-01-01", "2007-01-01"), ("2007-01-01", "1999-01-01")):
        way = history.successors(code, since, until)
        assert way.ended == (way.kind not in ("unknown",) and not way.codes) or way.kind == "unknown"
        assert len(set(way.codes)) == len(way.codes)
        for part in way.chain.split("; "):
            days = re.findall(r"\((\S+)\)", part)
            assert days == sorted(set(days), reverse=bool(since and since > until))
    assert len(kinds(changes)) == len(changes)
    assert all(count >= 0 for _, _, count in spans(history, "ABCDEF"))
