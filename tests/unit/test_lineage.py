"""The life of a code as boxes and lines, from the recorded reforms."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.core.codes import Change
from klasskart.core.lineage import Gap, lineage, opening, together
from klasskart.core.lives import ChangeGraph, Life, Lives

KEYS = ("oldCode", "oldName", "newCode", "newName", "changeOccurred")


@pytest.fixture(scope="module")
def graph(shared):
    folder = shared / "recordings" / "klass" / "derived"
    with next(folder.glob("131_code-history_*.csv")).open(encoding="utf-8") as file:
        lives = [Life(row["code"], row["name"], "1", row["validFrom"], row["validTo"]) for row in csv.DictReader(file)]
    with next(folder.glob("131_changes_*.csv")).open(encoding="utf-8") as file:
        changes = [Change(*(row[key] or None for key in KEYS)) for row in csv.DictReader(file)]
    return ChangeGraph(Lives(131, lives, sorted({life.start for life in lives})), changes)


def codes(found, depth):
    return [box.code for box in found.boxes if box.depth == depth]


def lines(found):
    return {(found.boxes[old].code, found.boxes[new].code, date, kind) for old, new, date, kind in found.links}


def test_alesund_came_from_five_and_became_two(graph):
    found = lineage(graph, "1507", "2022-01-01", before=1)
    assert found.boxes[found.asked][:4] == ("1507", ("Ålesund",), "2020-01-01", "2024-01-01")
    assert codes(found, -1) == ["1504", "1523", "1529", "1534", "1546"]
    assert codes(found, 1) == ["1508", "1580"]
    assert ("1534", "1507", "2020-01-01", "merged") in lines(found)
    assert ("1507", "1580", "2024-01-01", "split") in lines(found)
    assert found.dates == ("2020-01-01", "2024-01-01")
    assert (found.earlier > 0, found.later, found.gaps) == (True, 0, ())
    assert [box.column for box in found.boxes] == [0] * 5 + [1] + [2] * 2


def test_the_merge_into_indre_ostfold(graph):
    found = lineage(graph, "3014", "2021-01-01", before=1)
    assert codes(found, -1) == ["0122", "0123", "0124", "0125", "0138"]
    assert codes(found, 1) == ["3118"]
    assert ("3014", "3118", "2024-01-01", "renumbered") in lines(found)


def test_three_days_of_change_each_way_are_drawn_first_in_whole_generations(graph):
    assert opening(graph, "3014", "2021-01-01") == (3, 3)
    assert opening(graph, "1507", "2022-01-01")[0] == 2, "a third generation would show eight days"
    assert opening(graph, "4242", "2022-01-01") == (3, 3)


def test_groups_of_the_same_day_are_told_apart(graph):
    found = lineage(graph, "1507", "2022-01-01", before=3)
    groups = [links for links in together(found.links) if links[0].date == "1965-01-01"]
    sides = [
        ({found.boxes[link.old].code for link in links}, {found.boxes[link.new].code for link in links}) for links in groups
    ]
    assert len(sides) == 2
    assert ({"1526", "1527", "1529"}, {"1527"}) in sides


def test_a_new_name_is_no_new_box(graph):
    found = lineage(graph, "1853", "2023-01-01", before=0)
    box = found.boxes[found.asked]
    assert len(box.names) > 1
    assert (box.name, box.end) == ("Evenes - Evenášši", "")


def test_a_code_that_takes_others_in_has_a_box_before_and_after(graph):
    found = lineage(graph, "1103", "2024-06-01", before=1)
    assert codes(found, -1) == ["1103", "1141", "1142"]
    assert found.boxes[found.asked].start == "2020-01-01"


def test_cousins_are_not_drawn_and_generations_are_counted(graph):
    found = lineage(graph, "1580", "2024-06-01", before=2)
    assert codes(found, 0) == ["1580"]
    assert codes(found, -1) == ["1507"]
    assert "1508" not in {box.code for box in found.boxes}
    whole = lineage(graph, "1580", "2024-06-01", before=None)
    assert whole.earlier == 0
    assert len(whole.boxes) > len(found.boxes)


def test_a_code_of_the_past_is_shown_as_it_was_last(graph):
    assert lineage(graph, "0101", "2024-06-01").boxes[lineage(graph, "0101", "2024-06-01").asked].end == "2020-01-01"
    assert lineage(graph, "1580", "2000-01-01").boxes[lineage(graph, "1580", "2000-01-01").asked].start == "2024-01-01"
    assert lineage(graph, "4242", "2024-06-01") is None


def test_a_hole_in_klass_is_a_loose_end():
    lives = [Life("1", "A", "1", "2019-01-01", "2020-01-01"), Life("2", "B", "1", "2020-01-01", "")]
    table = ChangeGraph(Lives(131, lives, ["2019-01-01", "2020-01-01"]), [], {"2020-01-01": "no change table"})
    found = lineage(table, "1", "2019-06-01")
    assert found.gaps == (Gap(0, "2020-01-01", False, "no change table"),)
    assert lineage(table, "2", "2021-01-01").gaps == (Gap(0, "2020-01-01", True, "no change table"),)


def test_every_kommune_since_1838_can_be_drawn_and_time_runs_one_way(graph):
    for code in list(graph.lives)[::7]:
        found = lineage(graph, code, "2024-06-01", before=None, after=None)
        assert found.gaps == ()
        for old, new, date, kind in found.links:
            assert found.boxes[old].end == date == found.boxes[new].start
            assert found.boxes[old].column < found.boxes[new].column
            assert kind in ("renumbered", "merged", "split", "rearranged")


days = st.sampled_from(("2020-01-01", "2021-01-01", "2022-01-01"))
rows = st.lists(st.tuples(st.none() | st.sampled_from("ABC"), st.none() | st.sampled_from("ABC"), days), max_size=12)
periods = st.lists(
    st.tuples(st.sampled_from("ABC"), st.sampled_from(("2019-01-01", "2021-01-01")), st.just("") | days), min_size=1
)


@given(rows, periods)
def test_whatever_klass_says_a_picture_comes_of_it(rows, periods):
    lives = [Life(code, code, "1", start, end) for code, start, end in periods if not end or start < end]
    changes = [Change(old, old, new, new, day) for old, new, day in rows]
    table = ChangeGraph(Lives(19, lives, ["2019-01-01", "2020-01-01", "2021-01-01", "2022-01-01"]), changes)
    for code in "ABC":
        found = lineage(table, code, "2021-06-01", before=None, after=None)
        assert (found is None) == (code not in table.lives)
        if found:
            assert found.boxes[found.asked].code == code
