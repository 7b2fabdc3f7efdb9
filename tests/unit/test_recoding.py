"""Codes are carried from one division to another on the rows of the real reforms, and nothing is guessed."""

import csv
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.core import adding_up
from klasskart.core.codes import Change
from klasskart.core.errors import BadChoice, NoCodesOnDate, SumRefused
from klasskart.core.keys import KeyShape
from klasskart.core.lives import ChangeGraph, Hole, Life, Lives
from klasskart.core.recoding import Choices, recode

D2019, D2020, D2024 = (datetime.date(year, 1, 1) for year in (2019, 2020, 2024))
KOMMUNE = KeyShape(4, 131, "1")
KEYS = ("oldCode", "oldName", "newCode", "newName", "changeOccurred")


@pytest.fixture(scope="module")
def graph(shared):
    folder = shared / "recordings" / "klass" / "derived"
    with next(folder.glob("131_code-history_*.csv")).open(encoding="utf-8") as file:
        lives = [Life(row["code"], row["name"], "1", row["validFrom"], row["validTo"]) for row in csv.DictReader(file)]
    with next(folder.glob("131_changes_*.csv")).open(encoding="utf-8") as file:
        changes = [Change(*(row[key] or None for key in KEYS)) for row in csv.DictReader(file)]
    return ChangeGraph(Lives(131, lives, sorted({life.start for life in lives})), changes)


def small(changes, lives, starts=("2019-01-01", "2020-01-01", "2024-01-01"), classification=131, missing=None):
    """A graph of rows (old, new, day) and lives (code, start, end); names are the codes."""
    rows = [Change(old, old, new, new, day) for old, new, day in changes]
    return ChangeGraph(
        Lives(classification, [Life(code, code, "1", start, end) for code, start, end in lives], starts), rows, missing
    )


def one(graph, code, since, until, **named):
    return recode({code: 1}, graph, since, until, **named).values[code]


@pytest.mark.parametrize(
    ("code", "since", "until", "status", "new", "chain"),
    [
        ("0101", D2019, D2024, "renumbered", "3101", "0101 → 3001 (2020-01-01) → 3101 (2024-01-01)"),
        ("0104", D2019, D2024, "merged", "3103", "0104 → 3002 (2020-01-01) → 3103 (2024-01-01)"),
        ("1103", D2019, D2020, "merged", "1103", "1103 → 1103 (2020-01-01)"),
        ("1507", D2020, D2024, "split", None, "1507 → 1508, 1580 (2024-01-01)"),
        ("1849", D2019, D2020, "merged", "1875", "1849 → 1875 (2020-01-01)"),
        ("1850", D2019, D2020, "split", None, "1850 → 1806, 1875 (2020-01-01)"),
        ("1853", D2020, D2024, "renamed", "1853", "1853 → 1853 (2022-01-01)"),
        ("0301", D2019, D2024, "unchanged", "0301", None),
        ("9999", D2019, D2024, "unchanged", "9999", None),
        ("3001", D2019, D2024, "unknown", None, None),
        ("4242", D2019, D2024, "unknown", None, None),
        ("3101", D2024, D2019, "renumbered", "0101", "3101 → 3001 (2024-01-01) → 0101 (2020-01-01)"),
        ("3103", D2024, D2020, "renumbered", "3002", "3103 → 3002 (2024-01-01)"),
        ("3002", D2020, D2019, "split", None, "3002 → 0104, 0136 (2020-01-01)"),
        ("1580", D2024, D2020, "merged", "1507", "1580 → 1507 (2024-01-01)"),
    ],
)
def test_the_status_looks_at_the_codes_own_way(graph, code, since, until, status, new, chain):
    found = one(graph, code, since, until)
    assert (found.status, found.new_code, found.chain) == (status, new, chain)


@pytest.mark.parametrize(
    ("code", "status", "new", "chain"),
    [
        ("0101", "renumbered", "3101", "0101 (2019-12-31) → 3001 (2020-01-01) → 3101 (2024-01-01)"),
        ("3001", "renumbered", "3101", "3001 (2023-12-31) → 3101 (2024-01-01)"),
        ("3101", "unchanged", "3101", "3101 (2024-01-01)"),
        ("4242", "unknown", None, None),
    ],
)
def test_a_column_that_mixes_reforms_needs_no_date(graph, code, status, new, chain):
    found = one(graph, code, None, D2024)
    assert (found.status, found.new_code, found.chain) == (status, new, chain)


def test_a_code_that_is_not_valid_yet_is_unknown_without_a_date(graph):
    assert one(graph, "3101", None, D2020).status == "unknown"


def test_a_split_names_all_successors_and_keeps_the_old_code_only_where_asked(graph):
    empty, kept = (one(graph, "1507", D2020, D2024, on_split=how) for how in ("empty", "keep"))
    assert (empty.new_code, empty.new_name, empty.successors) == (None, None, ("1508", "1580"))
    assert (kept.new_code, kept.new_name, kept.status) == ("1507", "Ålesund", "split")


def test_new_names_are_those_of_the_day_or_of_the_language_asked_for(graph):
    assert one(graph, "1902", D2019, D2024).new_name == "Tromsø"
    assert one(graph, "1902", D2019, D2024, names={"5501": "Romsa"}).new_name == "Romsa"


def test_codes_that_a_spreadsheet_has_hurt_are_read_and_others_are_not(graph):
    column = {101: 1, "101": 1, "0101 Halden": 1, "01010101": 1, "Halden": 1, None: 2, "": 1, 101.5: 1}
    found = recode(column, graph, D2019, D2024)
    assert {value: row.new_code for value, row in found.values.items()} == {
        101: "3101", "101": "3101", "0101 Halden": "3101", "01010101": None, "Halden": None, None: None, "": None, 101.5: None,
    }  # fmt: skip
    assert found.counts == {"unknown": 6, "renumbered": 3}
    assert found.codes == {"unknown": 5, "renumbered": 3}


def test_what_needs_a_look_comes_first_and_splits_first_of_all(graph):
    found = recode({"0301": 1, "xx": 9, "1507": 2, "3001": 4}, graph, D2020, D2024)
    assert list(found.open) == ["1507", "xx"]


def test_a_day_before_the_first_version_is_an_error(graph):
    with pytest.raises(NoCodesOnDate):
        one(graph, "0101", datetime.date(1800, 1, 1), D2024)


def test_a_day_after_the_last_version_is_an_error_that_names_the_last_day():
    ended = small([], [("1", "2019-01-01", "2020-07-01")])
    with pytest.raises(NoCodesOnDate) as caught:
        one(ended, "1", D2019, D2024)
    assert (caught.value.first, caught.value.last) == ("2019-01-01", "2020-06-30")


# --- choices ----------------------------------------------------------------------


def test_a_choice_settles_a_split_and_stays_a_split(graph):
    choices = Choices.read([(1507, "1508", None)], KOMMUNE)
    found = one(graph, "1507", D2020, D2024, choices=choices)
    assert (found.new_code, found.new_name, found.status) == ("1508", "Ålesund", "split")


def test_of_several_choices_the_heaviest_is_the_new_code_and_of_equals_none(graph):
    weights = Choices.read([("1507", "1508", 53100), ("1507", "1580", "9400,0")], KOMMUNE)
    assert one(graph, "1507", D2020, D2024, choices=weights).new_code == "1508"
    equal = Choices.read([("1507", "1508", 1), ("1507", "1580", 1)], KOMMUNE)
    assert one(graph, "1507", D2020, D2024, choices=equal).new_code is None


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([("1507", "1508", -1)], "weight"),
        ([("1507", "1508", "mye")], "weight"),
        ([("1507", "1508", None), ("1507", "1580", None)], "weight"),
        ([("1507", "1508", 0), ("1507", "1580", 0)], "weight"),
        ([("1507", "1508", 1), ("1507", "1508", 1)], "twice"),
        ([("1507", None, 1)], "empty"),
    ],
)
def test_choices_that_make_no_sense_are_named(rows, reason):
    with pytest.raises(BadChoice) as caught:
        Choices.read(rows, KOMMUNE)
    assert caught.value.reason == reason


def test_a_choice_that_klass_does_not_have_is_refused(graph):
    choices = Choices.read([("1507", "1506", None)], KOMMUNE)
    with pytest.raises(BadChoice) as caught:
        one(graph, "1507", D2020, D2024, choices=choices)
    assert (caught.value.reason, caught.value.successors) == ("not_successor", "1508, 1580")


# --- holes ------------------------------------------------------------------------


def test_a_missing_table_loses_the_codes_that_went_and_says_so():
    graph = small([], [("1", "2019-01-01", "2020-01-01"), ("2", "2019-01-01", "")], missing={"2020-01-01": "no change table"})
    found = recode({"1": 1, "2": 1}, graph, D2019, D2024)
    assert found.values["1"].status == "ended"
    assert (found.values["1"].chain, found.values["1"].lost) == ("1 → ? (2020-01-01)", "2020-01-01")
    assert found.values["2"].status == "unchanged"
    assert found.holes == (Hole("2020-01-01", "table", "", "no change table"),)


def test_a_code_without_a_row_is_named_and_not_linked():
    lives = [("1", "2019-01-01", "2020-01-01"), ("2", "2020-01-01", ""), ("3", "2019-01-01", "2020-01-01")]
    graph = small([("3", None, "2020-01-01")], lives)
    assert graph.holes == (Hole("2020-01-01", "ended", "1"), Hole("2020-01-01", "new", "2"))
    assert one(graph, "1", D2019, D2024).chain == "1 → ? (2020-01-01)"
    assert one(graph, "3", D2019, D2024).chain == "3 → – (2020-01-01)"


def test_a_number_that_came_back_is_not_taken_for_the_old_one():
    lives = [("1", "2019-01-01", "2020-01-01"), ("1", "2024-01-01", "2025-01-01"), ("2", "2025-01-01", "")]
    graph = small([("1", "2", "2025-01-01")], lives, ("2019-01-01", "2020-01-01", "2024-01-01", "2025-01-01"))
    until = datetime.date(2026, 1, 1)
    assert one(graph, "1", D2019, until).new_code is None
    assert one(graph, "1", D2024, until).new_code == "2"


def test_a_code_that_lives_on_without_a_row_of_its_own_is_one_of_its_own_successors():
    lives = [("1", "2019-01-01", ""), ("2", "2020-01-01", ""), ("3", "2019-01-01", "2024-01-01")]
    graph = small([("1", "2", "2020-01-01"), ("3", "1", "2024-01-01")], lives)
    assert one(graph, "1", D2019, D2020).successors == ("1", "2")
    assert one(graph, "3", D2020, D2024).status == "merged"
    assert one(graph, "1", D2020, D2024).status == "merged"


def test_the_real_graph_of_kommuner_has_no_hole_since_1838(graph):
    assert graph.holes == ()


def test_every_kommune_number_leads_to_codes_that_the_code_history_has(graph):
    for start in ("1838-06-01", "1900-06-01", "1950-06-01", "1965-06-01", "2019-06-01"):
        day = datetime.date.fromisoformat(start)
        found = recode(dict.fromkeys(graph.lives.valid(day), 1), graph, day, D2024)
        assert {code for row in found.values.values() for code in row.successors} <= set(graph.lives.valid(D2024))
        assert "unknown" not in found.counts and "ended" not in found.counts


def test_every_number_that_ever_was_ends_in_a_code_of_today_without_a_date(graph):
    found = recode(dict.fromkeys(graph.lives, 1), graph, None, D2024)
    assert len(found.values) == 1199
    assert set(found.counts) <= {"split", "merged", "renumbered", "renamed", "unchanged"}
    assert {code for row in found.values.values() for code in row.successors} == set(graph.lives.valid(D2024))


def test_the_division_of_2019_reaches_every_kommune_of_2024_and_back(graph):
    there = recode(dict.fromkeys(graph.lives.valid(D2019), 1), graph, D2019, D2024)
    assert {code for row in there.values.values() for code in row.successors} == set(graph.lives.valid(D2024))
    back = recode(dict.fromkeys(graph.lives.valid(D2024), 1), graph, D2024, D2019)
    pairs = {(old, new) for old, row in there.values.items() for new in row.successors}
    assert pairs == {(old, new) for new, row in back.values.items() for old in row.successors}


def test_pure_renumberings_lead_back_to_the_start(graph):
    there = recode(dict.fromkeys(graph.lives.valid(D2020), 1), graph, D2020, D2024)
    renumbered = {row.new_code: old for old, row in there.values.items() if row.status == "renumbered"}
    assert len(renumbered) == 113
    back = recode(dict.fromkeys(renumbered, 1), graph, D2024, D2020)
    assert {new: row.new_code for new, row in back.values.items()} == renumbered


# --- adding up --------------------------------------------------------------------


def added(graph, table, since=D2019, until=D2024, **named):
    found = recode({code: 1 for code, *_ in table}, graph, since, until, **named)
    rows = [(number, code, figures, ()) for number, (code, *figures) in enumerate(table)]
    return adding_up.add_up(rows, found, ["folk", "areal"][: len(table[0]) - 1])


def test_figures_of_merged_units_are_added_and_their_ways_joined(graph):
    groups = added(graph, [("0104", 30, 1.5), ("0136", 12, None), ("0301", 700, 2.0)])
    moss = groups["3103"]
    assert (moss.sums, moss.status, moss.rows) == ([42, 1.5], "merged", [0, 1])
    assert moss.chain == ("0104 → 3002 (2020-01-01) → 3103 (2024-01-01); 0136 → 3002 (2020-01-01) → 3103 (2024-01-01)")
    assert groups["0301"].chain is None


def test_a_figure_of_a_split_code_is_refused_with_the_reason(graph):
    with pytest.raises(SumRefused) as caught:
        added(graph, [("1507", 66, 1.0)], D2020)
    assert (caught.value.field, caught.value.code, caught.value.successors) == ("folk", "1507", "1508, 1580")
    with pytest.raises(SumRefused):
        added(graph, [("1507", 66, 1.0)], D2020, on_split="keep")


def test_a_split_code_without_a_figure_is_no_harm(graph):
    groups = added(graph, [("1507", None, 0), ("0301", 1, 1)], D2020)
    assert groups[None].sums == [None, 0]


def test_a_figure_is_shared_out_by_the_users_weights(graph):
    choices = Choices.read([("1507", "1508", 3), ("1507", "1580", 1)], KOMMUNE)
    groups = added(graph, [("1507", 100)], D2020, choices=choices)
    assert {code: group.sums for code, group in groups.items()} == {"1508": [75.0], "1580": [25.0]}
    assert all(group.rows == [] for group in groups.values())


figures = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(-1000, 1000) | st.none(), min_size=1)
merges = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("uvwxyz"))


@given(figures, merges)
def test_merging_loses_nothing_of_a_sum_and_no_code(table, map_to):
    lives = [(code, "2019-01-01", "2020-01-01" if code in map_to else "") for code in "abcdefgh"]
    lives += [(code, "2020-01-01", "") for code in set(map_to.values())]
    graph = small([(old, new, "2020-01-01") for old, new in map_to.items()], lives, classification=19)
    found = recode(dict.fromkeys(table, 1), graph, D2019, D2024)
    assert set(found.values) == set(table)
    rows = [(number, code, [figure], ()) for number, (code, figure) in enumerate(table.items())]
    groups = adding_up.add_up(rows, found, ["n"])
    assert sum(group.sums[0] or 0 for group in groups.values()) == sum(figure or 0 for figure in table.values())
    assert sorted(row for group in groups.values() for row in group.rows) == list(range(len(rows)))


@given(st.permutations("abcdefgh"))
def test_there_and_back_over_renumberings_is_the_start(new):
    pairs = dict(zip("ABCDEFGH", new))
    lives = [(code, "2019-01-01", "2020-01-01") for code in pairs] + [(code, "2020-01-01", "") for code in new]
    graph = small([(old, other, "2020-01-01") for old, other in pairs.items()], lives, classification=19)
    there = recode(dict.fromkeys(pairs, 1), graph, D2019, D2024)
    back = recode({row.new_code: 1 for row in there.values.values()}, graph, D2024, D2019)
    assert all(back.values[row.new_code].new_code == code for code, row in there.values.items())


days = st.sampled_from(("2020-01-01", "2021-01-01", "2022-01-01"))
rows = st.lists(st.tuples(st.none() | st.sampled_from("ABCDE"), st.none() | st.sampled_from("ABCDE"), days), max_size=15)
periods = st.lists(st.tuples(st.sampled_from("ABCDE"), st.sampled_from(("2019-01-01", "2021-01-01")), st.just("") | days))


@given(rows, periods)
def test_whatever_klass_says_every_value_gets_an_answer(rows, periods):
    lives = [(code, start, end) for code, start, end in periods if not end or start < end]
    graph = small(rows, lives, ("2019-01-01", "2020-01-01", "2021-01-01", "2022-01-01"), classification=19)
    for since, until in ((D2019, D2024), (D2024, D2019), (None, D2024)):
        if not all(graph.lives.valid(day) for day in filter(None, (since, until))):
            with pytest.raises(NoCodesOnDate):
                recode({"A": 1}, graph, since, until)
            continue
        found = recode(dict.fromkeys("ABCDE", 1), graph, since, until)
        assert set(found.values) == set("ABCDE")
        for row in found.values.values():
            assert (row.status == "split") == (len(row.successors) > 1) or row.status == "split"
            assert row.new_code is None or row.new_code in row.successors
