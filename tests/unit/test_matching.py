"""A match says on both sides what did not fit, why, and what became of it."""

import csv
import datetime
import math

import pytest
from klasskart.core.changes import History
from klasskart.core.codes import Change, Code, CodeList
from klasskart.core.key_choice import best_key, score
from klasskart.core.matching import KeySide, match

DAY = datetime.date(2024, 1, 1)
PERIODS = "recordings/klass/derived/131_code-history_1838-2024__from-klassR-graph_2024-12.csv"
CHANGES = "recordings/klass/derived/131_changes_1839-2024__from-klassR-graph_2024-12.csv"
SMALL_AREAS = "recordings/klass/derived/1_codes_2024__from-norgeo_2024-10.csv"
KOMMUNER = CodeList(
    131,
    DAY,
    tuple(
        Code(code, None, "1", name)
        for code, name in (
            ("0301", "Oslo"),
            ("1508", "Ålesund"),
            ("1580", "Haram"),
            ("3101", "Halden"),
            ("3103", "Moss"),
            ("9999", "Uoppgitt"),
        )
    ),
)
HISTORY = History(
    [
        Change("0101", "Halden", "3001", "Halden", "2020-01-01"),
        Change("0104", "Moss", "3002", "Moss", "2020-01-01"),
        Change("0136", "Rygge", "3002", "Moss", "2020-01-01"),
        Change("3001", "Halden", "3101", "Halden", "2024-01-01"),
        Change("3002", "Moss", "3103", "Moss", "2024-01-01"),
        Change("1507", "Ålesund", "1508", "Ålesund", "2024-01-01"),
        Change("1507", "Ålesund", "1580", "Haram", "2024-01-01"),
    ],
    {code.code: code.name for code in KOMMUNER.codes},
)


@pytest.fixture(scope="module")
def divisions(shared):
    """Kommune codes and names of any day, and all changes."""
    with (shared / PERIODS).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with (shared / CHANGES).open(encoding="utf-8") as file:
        keys = ("oldCode", "oldName", "newCode", "newName", "changeOccurred")
        changes = [Change(*(row[key] or None for key in keys)) for row in csv.DictReader(file)]

    def at(day):
        chosen = [row for row in rows if row["validFrom"] <= day and (not row["validTo"] or day < row["validTo"])]
        codes = tuple(Code(row["code"], None, "1", row["name"]) for row in chosen)
        return CodeList(131, datetime.date.fromisoformat(day), codes)

    return at, changes


def test_kommuner_of_2020_meet_the_codes_of_2024(divisions):
    at, changes = divisions
    new = at("2024-01-01")
    column = {code.code: 1 for code in at("2020-01-01").codes if code.code != "9999"}
    report = match(column, new, History(changes, {code.code: code.name for code in new.codes}))
    assert (report.features, report.matched, report.unmatched_features) == (356, 242, 114)
    assert (report.codes, report.unused, len(report.duplicates)) == (357, 115, 0)
    assert all(miss.reason == "expired" and miss.successors and miss.valid == "2020–2023" for miss in report.misses)
    assert {miss.kind for miss in report.misses} == {"split", "renumbered"}
    (split,) = (miss for miss in report.misses if miss.kind == "split")
    assert (split.code, split.name, split.successors) == ("1507", "Ålesund", ("1508", "1580"))
    division = report.division
    assert (division.first_year, division.last_year, division.share) == (2020, 2023, 1.0)


def test_codes_of_tomorrow_are_not_valid_yet(divisions):
    at, changes = divisions
    column = {code.code: 1 for code in at("2024-01-01").codes if code.code != "9999"}
    report = match(column, at("2022-01-01"), History(changes))
    assert (report.matched, report.unmatched_features, report.unused) == (242, 115, 114)
    halden = next(miss for miss in report.misses if miss.code == "3101")
    assert (halden.reason, halden.kind, halden.successors) == ("unknown", "future", ("3001",))
    assert (report.division.first_year, report.division.last_year) == (2024, None)


def test_all_match_and_nothing_is_left_to_say():
    report = match({"0301": 1, "1508": 1, "1580": 1, "3101": 1, "3103": 1}, KOMMUNER, HISTORY)
    assert (report.matched, report.unused, report.rows, report.repairs, report.division) == (5, 0, (), (), None)


def test_every_reason_is_told_once_with_its_features():
    column = {
        301: 2,
        "0301 ": 1,
        None: 3,
        "": 1,
        math.nan: 1,
        "9999": 4,
        "030101a": 1,
        "1507": 1,
        "0104": 2,
        "8888": 1,
    }
    report = match(column, KOMMUNER, HISTORY)
    assert {(miss.reason, miss.kind, miss.code, miss.features) for miss in report.misses} == {
        ("no_code", "", "", 5),
        ("filler", "", "9999", 4),
        ("malformed", "", "", 1),
        ("expired", "split", "1507", 1),
        ("expired", "merged", "0104", 2),
        ("unknown", "", "8888", 1),
    }
    assert report.matched + report.unmatched_features == report.features == sum(column.values())
    assert report.keys == {301: "0301", "0301 ": "0301"}
    assert {repair.kind: (repair.values, repair.features, repair.before, repair.after) for repair in report.repairs} == {
        "zero": (1, 2, "301", "0301"),
        "blank": (1, 1, "0301 ", "0301"),
    }
    (double,) = report.duplicates
    assert (double.side, double.code, double.features, double.values) == ("feature", "0301", 3, (301, "0301 "))
    moss = next(miss for miss in report.misses if miss.code == "0104")
    assert (moss.successors, moss.chain) == (("3103",), "0104 → 3002 (2020-01-01) → 3103 (2024-01-01)")
    assert (moss.name, moss.last_valid) == ("Moss", "2019-12-31")


def test_a_filler_is_never_a_missing_place_on_either_side():
    report = match({"9999": 1, "0399": 1}, KOMMUNER)
    assert {miss.reason for miss in report.misses} == {"filler"}
    assert all(not miss.successors for miss in report.misses)
    assert "9999" not in {miss.code for miss in report.unused_codes}


def test_without_changes_a_retired_code_is_unknown():
    (miss,) = match({"1507": 1}, KOMMUNER).misses
    assert (miss.reason, miss.successors) == ("unknown", ())


def test_longer_codes_share_theirs_on_purpose():
    report = match({"03010101": 1, "03010102": 1, "31010101": 1}, KOMMUNER)
    assert (report.matched, report.duplicates) == (3, ())
    assert [repair.kind for repair in report.repairs] == ["shortened"]


def test_a_table_gives_its_own_keys_and_its_doubles_are_named():
    table = KeySide.of_column({"K-0301 Oslo": 1, "K-3101 Halden": 2, "K-1507 Ålesund": 1, "K-Rest": 1, None: 1})
    report = match({"0301": 1, "3101": 1, "1508": 1}, table, HISTORY, DAY)
    assert (report.matched, report.codes) == (2, 4)
    assert {(miss.code, miss.reason) for miss in report.misses} == {("1508", "unknown")}
    assert report.misses[0].name == "Ålesund"
    assert [(miss.side, miss.code, miss.features) for miss in report.duplicates] == [("code", "3101", 2)]
    unused = {miss.code: miss for miss in report.unused_codes}
    assert set(unused) == {"1507", "K-Rest"}
    assert (unused["1507"].kind, unused["1507"].successors) == ("split", ("1508", "1580"))
    assert [(repair.kind, repair.values) for repair in table.repairs] == [("prefix", 3)]
    assert table.keys["K-0301 Oslo"] == "0301"


def test_a_table_with_kommuner_and_bydeler_keeps_them_apart():
    table = KeySide.of_column({"0301": 1, "1103": 1, "3101": 1, "4601": 1, "5001": 1, "030101": 1})
    report = match({"030101": 1, "0301": 1, "030102": 1}, table)
    assert report.keys == {"030101": "030101", "0301": "0301", "030102": "0301"}
    assert table.rows["0301"] == 1


def test_names_can_be_keys_when_a_table_has_nothing_else():
    report = match({"Oslo": 1, "Moss ": 1, "Bergen": 1}, KeySide.of_column({"Oslo": 1, "Moss": 1}))
    assert (report.matched, [miss.reason for miss in report.misses]) == (2, ["unknown"])


@pytest.fixture(scope="module")
def sides(shared, divisions):
    with (shared / SMALL_AREAS).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    small = CodeList(1, DAY, tuple(Code(row["code"], row["parentCode"], row["level"], row["name"]) for row in rows))
    fylker = sorted({code.code[:2] for code in divisions[0]("2024-01-01").codes})
    return (
        KeySide.of_codes(CodeList(104, DAY, tuple(Code(code, None, "1", "") for code in fylker)), title="fylke"),
        KeySide.of_codes(divisions[0]("2024-01-01"), title="kommune"),
        KeySide.of_codes(small, "1", title="delområde"),
        KeySide.of_codes(small, "2", title="grunnkrets"),
    )


def best(columns, sides):
    first = best_key(columns, sides)[0]
    return first.field, first.side.title


def test_each_level_is_found_by_its_own_codes(sides):
    by_title = {side.title: sorted(side.places) for side in sides}
    for title, codes in by_title.items():
        assert best({"x": codes}, sides) == ("x", title)
    grunnkretser = by_title["grunnkrets"]
    columns = {
        "fid": list(range(len(grunnkretser))),
        "kommune": [code[:4] for code in grunnkretser],
        "fylkesnummer": [code[:2] for code in grunnkretser],
        "grk": [int(code) for code in grunnkretser],
    }
    assert best(columns, sides) == ("grk", "grunnkrets")


def test_the_key_of_old_kommuner_beats_their_fylke(divisions, sides):
    old = [code.code for code in divisions[0]("2020-01-01").codes]
    columns = {"fylke_no": [code[:2] for code in old], "k": old, "population": [7000 + 13 * n for n in range(len(old))]}
    assert best(columns, sides) == ("k", "kommune")


def test_a_column_called_like_the_key_does_not_win_by_its_name(sides):
    kommuner = sorted(sides[1].places)
    columns = {"kommunenummer": ["Kommune"] * len(kommuner), "kode": ["0301"] * len(kommuner), "b": kommuner}
    assert best(columns, sides) == ("b", "kommune")
    assert best({"fid": kommuner, "kommunenr": kommuner}, sides) == ("kommunenr", "kommune")


def test_a_single_feature_may_have_a_single_code(sides):
    assert best({"navn": ["Oslo"], "knr": [301]}, sides)[0] == "knr"


def test_a_key_on_every_feature_beats_one_that_few_have(sides):
    bydel = KeySide.of_codes(CodeList(103, DAY, (Code("030101", None, "1", ""), Code("030102", None, "1", ""))), title="bydel")
    kommuner = sorted(sides[1].places)
    columns = {"bydel_no": [*[None] * 300, "030101", "030102"], "kommune_no": kommuner[:302]}
    assert best(columns, [*sides, bydel]) == ("kommune_no", "kommune")


def test_a_table_of_a_few_places_fits_a_layer_of_all(sides):
    columns = {"fid": list(range(1, 358)), "knr": sorted(sides[1].places)}
    table = [
        KeySide.of_column({1: 1, 2: 1, 3: 1}, title="rang"),
        KeySide.of_column({"K-0301 Oslo": 1, "K-4601 Bergen": 1, "K-5001 Trondheim": 1}, title="sted"),
    ]
    assert best(columns, table) == ("knr", "sted")


def test_old_fylker_are_found_though_most_have_another_number_now(sides):
    old = [f"{n:02}" for n in range(1, 21) if n != 13]
    assert best({"population": [100_000 + 7919 * n for n in range(19)], "fylke_no": old}, sides) == ("fylke_no", "fylke")


def test_running_numbers_meet_some_codes_by_chance_only(sides):
    assert best_key({"fid": list(range(1, 19))}, sides) == []
    assert best_key({"objid": list(range(1, 16_000))}, sides[1:]) == []


def test_nothing_that_overlaps_gives_no_candidates(sides):
    assert best_key({"navn": ["Oslo", None, ""]}, sides) == []


def test_the_score_counts_distinct_values_without_fillers():
    fit = score({"0301": 5, 3101: 1, "1507": 1, "9999": 1, None: 2, "03010101": 1}, KeySide.of_codes(KOMMUNER))
    assert (fit.distinct, fit.matched_distinct, fit.repaired, fit.shortened, fit.share) == (4, 3, 1, 1, 0.75)


def test_amounts_are_no_key_though_running_numbers_meet_them(sides):
    columns = {"fid": list(range(1, 358)), "knr": sorted(sides[1].places)}
    amounts = KeySide.of_column(dict.fromkeys(range(400), 3), title="folk")
    assert best_key(columns, [amounts, amounts]) == []
    numbered = KeySide.of_column(dict.fromkeys(range(400), 1), title="id")
    assert best(columns, [amounts, numbered]) == ("fid", "id")
    assert best(columns, [amounts]) == ("fid", "folk")  # who chooses it gets it
