"""Every kommune number since 1838: the change graph beside the code lists and tables that others have of the same history."""

import csv
import datetime
import gzip
import pathlib
import re
from collections import defaultdict
from typing import NamedTuple

import pytest
from klasskart.core.codes import Change
from klasskart.core.lives import ChangeGraph, Life, Lives
from klasskart.core.recoding import recode

README = pathlib.Path(__file__).resolve().parents[2] / "README.md"
KEYS = ("oldCode", "oldName", "newCode", "newName", "changeOccurred")
TODAY = datetime.date(2024, 6, 1)


class Disagreement(NamedTuple):
    """A number whose way is told otherwise by another source, from the day on which the two part."""

    code: str
    date: str
    cause: str
    source: str


GROUPING = "SSB's grouping of kommuner 1994–2024 (kommuner-1994-2024.xlsx)"
CHOSEN = "split in Klass; the grouping puts the whole number with one of the two"
LATER = "became 1507 in 2020, which Klass splits; the grouping knows which part this one is"
# The list may only shrink, and its length stands in the README.
DISAGREEMENTS = [
    Disagreement("0720", "2017-01-01", CHOSEN + "; SSB's table on the web leaves the row to 0704 out", GROUPING),
    Disagreement("1504", "2024-01-01", LATER, GROUPING),
    Disagreement("1507", "2024-01-01", CHOSEN, GROUPING),
    Disagreement("1523", "2024-01-01", LATER, GROUPING),
    Disagreement("1529", "2024-01-01", LATER, GROUPING),
    Disagreement("1534", "2024-01-01", LATER, GROUPING),
    Disagreement("1546", "2024-01-01", LATER, GROUPING),
]


@pytest.fixture(scope="module")
def graph(shared):
    folder = shared / "recordings" / "klass" / "derived"
    with next(folder.glob("131_code-history_*.csv")).open(encoding="utf-8") as file:
        lives = [Life(row["code"], row["name"], "1", row["validFrom"], row["validTo"]) for row in csv.DictReader(file)]
    with next(folder.glob("131_changes_*.csv")).open(encoding="utf-8") as file:
        changes = [Change(*(row[key] or None for key in KEYS)) for row in csv.DictReader(file)]
    return ChangeGraph(Lives(131, lives, sorted({life.start for life in lives})), changes)


def day_before(text):
    return (datetime.date.fromisoformat(text) - datetime.timedelta(days=1)).isoformat()


def test_every_change_joins_codes_that_the_history_has_on_either_side_of_the_day(graph):
    assert len(graph.lives) == 1199 and len(graph.changes) == 2164
    for change in graph.changes:
        assert graph.lives.life_on(change.old_code, day_before(change.date)).name == change.old_name, change
        assert graph.lives.life_on(change.new_code, change.date).name == change.new_name, change


def walked(graph, code, since, until):
    """Follow a code day by day with nothing but rows and lists: all that is known of a day happens at once."""
    rows = defaultdict(lambda: defaultdict(set))
    for change in graph.changes:
        rows[change.date][change.old_code].add(change.new_code)
    here = {code}
    for day in sorted(rows):
        if since < day <= until:
            lived_on = {one for one in here if graph.lives.valid_on(one, day)}
            here = lived_on | {new for one in here for new in rows[day].get(one, ())}
    return here


@pytest.mark.parametrize("since", ["1838-06-01", "1950-06-01", "2017-06-01", "2019-06-01", "2023-06-01"])
def test_a_plain_walk_from_day_to_day_comes_to_the_same_codes(graph, since):
    codes = graph.lives.valid(since)
    found = recode(dict.fromkeys(codes, 1), graph, datetime.date.fromisoformat(since), TODAY).values
    assert {code: set(found[code].successors) for code in codes} == {
        code: walked(graph, code, since, TODAY.isoformat()) for code in codes
    }


def test_every_number_without_a_date_comes_to_where_a_plain_walk_from_its_last_day_comes(graph):
    found = recode(dict.fromkeys(graph.lives, 1), graph, None, TODAY).values
    for code in graph.lives:
        last = graph.lives.periods[code][-1].end
        since = day_before(last) if last else TODAY.isoformat()
        assert set(found[code].successors) == walked(graph, code, since, TODAY.isoformat()), code


@pytest.mark.parametrize(("since", "until"), [("1838-06-01", "2024-06-01"), ("2024-06-01", "1838-06-01")])
def test_no_chain_runs_back_in_time(graph, since, until):
    days = [datetime.date.fromisoformat(day) for day in (since, until)]
    found = recode(dict.fromkeys(graph.lives.valid(since), 1), graph, *days).values
    for recoded in found.values():
        for part in (recoded.chain or "").split("; "):
            dates = re.findall(r"\((\S+)\)", part)
            assert dates == sorted(set(dates), reverse=since > until), recoded.chain


def test_the_lists_of_each_year_hold_the_same_numbers(shared, graph):
    years = defaultdict(set)
    table = next((shared / "recordings" / "klass" / "derived").glob("grunnkrets-hierarchy_*.csv.gz"))
    with gzip.open(table, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            years[row["version_date"]].add(row["kommune_no"])
    assert len(years) == 24
    for day, codes in years.items():
        assert set(graph.lives.valid(day)) - {"9999"} == codes - {"9999"}, day


def pairs_of_the_web_table(path):
    """Read "code - name" of the new and the old; an empty new one means the one above."""
    openpyxl = pytest.importorskip("openpyxl")
    pairs, new = set(), ""
    for cells in list(openpyxl.load_workbook(path, read_only=True).active.iter_rows(values_only=True))[1:]:
        new = cells[0][:4] if cells[0] else new
        pairs.add((cells[1][:4], new))
    return pairs


@pytest.mark.parametrize("year", [2017, 2018, 2019, 2020])
def test_ssbs_tables_of_changes_on_the_web_say_the_same_but_leave_out_what_kept_its_number(shared, graph, year):
    told = pairs_of_the_web_table(shared / "data" / "klass" / "change-tables" / f"kommune_change_ssb_jan{year}.xlsx")
    mine = {(change.old_code, change.new_code) for change in graph.changes if change.date == f"{year}-01-01"}
    assert told <= mine
    assert {(old, new) for old, new in mine - told if old != new} == ({("0720", "0704")} if year == 2017 else set())


def test_ssbs_own_grouping_of_old_numbers_agrees_but_for_the_list(shared, graph):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(shared / "data" / "klass" / "kommuner-1994-2024.xlsx", read_only=True)
    grouped = {str(row[2]): str(row[0])[2:] for row in list(book.active.iter_rows(values_only=True))[1:] if row[2]}
    found = recode(dict.fromkeys(grouped, 1), graph, None, TODAY).values
    # Svalbard and the shelf are no kommuner in Klass; what was rearranged in 2020 is a rest in the grouping.
    compared = {code for code, group in grouped.items() if found[code].status != "unknown" and group != "Rest"}
    other = {code for code in compared if found[code].successors != (grouped[code],)}
    assert len(compared) == 834
    assert all(found[code].status == "split" and grouped[code] in found[code].successors for code in other)
    assert other == {one.code for one in DISAGREEMENTS}
    assert all(one.date in found[one.code].chain for one in DISAGREEMENTS)


def test_the_length_of_the_list_stands_in_the_readme():
    assert f"but for {len(DISAGREEMENTS)} numbers" in " ".join(README.read_text("utf-8").split())
