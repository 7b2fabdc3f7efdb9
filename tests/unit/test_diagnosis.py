"""What a column holds is told from its values: classification, years, and what is to be mended."""

import csv
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.core.diagnosis import PROBLEMS, diagnose
from klasskart.core.errors import FieldMissing, NoKeyFound
from klasskart.core.lives import Life, Lives
from klasskart.core.places_by_name import PlaceNames, told_apart
from klasskart.core.settings import Config
from klasskart.work import diagnosing
from klasskart.work.services import open_services
from standin import Standin

TODAY = datetime.date(2024, 10, 1)


@pytest.fixture(scope="module")
def kommuner(shared):
    folder = shared / "recordings" / "klass" / "derived"
    with next(folder.glob("131_code-history_*.csv")).open(encoding="utf-8") as file:
        lives = [Life(row["code"], row["name"], "1", row["validFrom"], row["validTo"]) for row in csv.DictReader(file)]
    return Lives(131, lives, sorted({life.start for life in lives}))


@pytest.fixture(scope="module")
def fylker():
    names = {
        "08": "Telemark",
        "15": "Møre og Romsdal",
        "18": "Nordland",
        "31": "Østfold",
        "34": "Innlandet",
        "40": "Telemark",
        "56": "Finnmark",
    }
    return Lives(104, [Life(code, name, "1", "2024-01-01", "") for code, name in names.items()], ["2024-01-01"])


@pytest.fixture(scope="module")
def names(kommuner, fylker):
    return PlaceNames([kommuner, fylker], TODAY, fylker)


def ones(*values):
    return dict.fromkeys(values, 1)


def valid(kommuner, day):
    return [code for code in kommuner.valid(day) if code != "9999"]


def problem(found, kind):
    return next(one for one in found.problems if one.kind == kind)


def test_the_codes_of_a_year_are_told_with_the_share_of_the_other_divisions(kommuner):
    found = diagnose(ones(*valid(kommuner, "2020-06-01")), [(kommuner, "1")], TODAY)
    best, *rest = found.fits
    assert (best.classification, best.level, best.start, best.end) == (131, "1", "2020-01-01", "2024-01-01")
    assert (best.matched, best.distinct, best.share, best.example) == (356, 356, 1.0, "")
    now = next(fit for fit in rest if not fit.end)
    assert (now.start, now.matched, round(now.share, 2)) == ("2024-01-01", 242, 0.68)
    assert found.problems == ()
    assert not found.is_mixed


def test_divisions_with_the_same_share_are_one_span(kommuner):
    found = diagnose(ones("0301", "1103"), [(kommuner, "1")], TODAY)
    assert (found.best.start, found.best.end) == ("1838-01-01", "")
    assert len(found.fits) == 1


def test_a_mixed_column_is_said_to_be_mixed(kommuner):
    found = diagnose(ones("0101", "0104", "3001", "3101", "0301"), [(kommuner, "1")], TODAY)
    assert found.is_mixed
    assert (found.ever, found.best.matched) == (5, 3)
    assert found.best.example


def test_what_a_spreadsheet_did_is_counted_and_can_be_mended(kommuner):
    column = {301: 1, "301": 1, "K-1103": 1, "4601 ": 1, "xx": 2, "9999": 3, "4242": 4, None: 5, "": 6}
    found = diagnose(column, [(kommuner, "1")], TODAY)
    assert [(one.kind, one.values, one.features, one.repair) for one in found.problems] == [
        ("lost_zero", 2, 2, "0301"),
        ("malformed", 2, 2, "4601"),
        ("malformed", 1, 2, None),
        ("unknown", 1, 4, None),
        ("duplicate", 1, 2, None),
        ("filler", 1, 3, None),
    ]
    assert (found.features, found.empty, found.distinct, found.ever) == (24, 11, 5, 3)
    assert found.repairs == {301: "0301", "301": "0301", "K-1103": "1103", "4601 ": "4601"}


def test_in_a_table_of_many_years_repeated_codes_are_no_news(kommuner):
    found = diagnose(dict.fromkeys(valid(kommuner, "2024-06-01"), 5), [(kommuner, "1")], TODAY)
    assert found.problems == ()


def test_names_are_looked_up_and_those_of_several_places_told_apart_by_fylke(kommuner, names):
    column = ones("Oslo", "ålesund", "Herøy", "Våler", "Bø", "Karasjok", "Atlantis")
    found = diagnose(column, [(kommuner, "1")], TODAY, names)
    assert found.repairs == {"Oslo": "0301", "ålesund": "1508", "Karasjok": "5610"}
    told = {one.example: one.repair for one in found.problems if one.kind == "name"}
    assert told["Herøy"] == "1515 Herøy (Møre og Romsdal); 1818 Herøy (Nordland)"
    assert told["Våler"] == "3114 Våler (Østfold); 3419 Våler (Innlandet)"
    assert told["Bø"] == "0821 Bø (Telemark); 1867 Bø (Nordland)"
    assert problem(found, "unknown").example == "Atlantis"
    assert (found.classification, found.fits) == (131, ())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Herøy (Nordland)", ["1818"]),
        ("Herøy i Nordland", ["1818"]),
        ("Herøy, Møre og R.", ["1515"]),
        ("HERØY  (Nordland)", ["1818"]),
        ("Bø i Telemark", ["0821"]),
        ("Halden", ["3101"]),
        ("Våler (Viken)", ["3018"]),
        ("Våler (Hedmark)", ["0426"]),
        ("Herøy (Atlantis)", None),
        ("0301", None),
        ("Møre og Romsdal", ["15"]),
        ("Kárášjohka", ["5610"]),
        ("Karasjok - Karasjohka", ["5610"]),
        ("Halden - Oslo", None),
    ],
)
def test_a_name_may_say_its_fylke(names, text, codes):
    found = names.find(text)
    assert (found and [place.code for place in found.places]) == codes


@pytest.mark.parametrize(
    ("nordland", "more", "ostfold"), [("Nordland", "møre og romsdal", "Østfold"), (18, 15, 31), ("18", "15", "31")]
)
def test_a_field_of_fylker_tells_names_of_several_places_apart(names, nordland, more, ostfold):
    found = told_apart("fylke", {("Herøy", nordland): 1, ("Herøy", more): 2, ("Halden", ostfold): 1}, names)
    assert found.field == "fylke"
    assert found.codes == {("Herøy", nordland): "1818", ("Herøy", more): "1515"}


def test_numbers_that_names_of_one_place_contradict_are_no_fylker(names):
    assert told_apart("folk", {("Herøy", 18): 1, ("Oslo", 15): 1, ("Halden", 18): 1}, names) is None
    assert told_apart("folk", {("Herøy", 18): 1}, names) is None


def test_a_field_that_tells_nothing_is_none(names):
    assert told_apart("tekst", {("Oslo", "Oslo"): 1, ("Herøy", None): 1, ("Herøy", "x"): 1, (None, "Oslo"): 1}, names) is None


def test_the_names_are_told_apart_where_two_fields_can_be_read_together(services):
    rows = [("Herøy", "Nordland"), ("Herøy", "Møre og Romsdal"), ("Oslo", "Oslo")]
    columns = {"navn": ones("Oslo") | {"Herøy": 2}, "fylke": ones("Nordland", "Møre og Romsdal", "Oslo")}
    found = diagnosing.prepare(services, columns, "navn", pairs=lambda one, other: dict.fromkeys(rows, 1))
    assert found.apart.field == "fylke"
    assert found.apart.codes == {("Herøy", "Nordland"): "1818", ("Herøy", "Møre og Romsdal"): "1515"}
    assert list(found.ambiguous) == ["Herøy"]


def test_the_values_of_a_problem_are_kept_so_that_they_can_be_mended_or_shown(kommuner):
    column = {301: 1, "301": 1, "1101": 1, "1103": 1, "xx": 2, "9999": 3, "4242": 4}
    found = diagnose(column, [(kommuner, "1")], TODAY)
    assert {one.kind: set(one.raw) for one in found.problems} == {
        "lost_zero": {301, "301"},
        "malformed": {"xx"},
        "unknown": {"4242"},
        "duplicate": {301, "301"},
        "filler": {"9999"},
    }


def test_the_division_of_a_day_is_found(kommuner):
    found = diagnose(ones("3001", "0301"), [(kommuner, "1")], TODAY)
    assert found.on(datetime.date(2021, 6, 1)).matched == 2
    assert found.on(datetime.date(2024, 1, 1)).matched == 1
    assert found.on(datetime.date(2024, 1, 1)).example == "3001"
    assert found.on(datetime.date(1700, 1, 1)) is None


def test_some_names_among_codes_are_told_too(kommuner, names):
    found = diagnose(ones("0301", "1103", "Bergen"), [(kommuner, "1")], TODAY, names)
    assert found.best.matched == 2
    assert (problem(found, "name").example, problem(found, "name").repair) == ("Bergen", "4601")


def test_levekarssoner_look_like_grunnkretser_and_are_told_apart(shared):
    folder = shared / "recordings" / "klass" / "derived"
    with next(folder.glob("geo_levels_2024__*.csv")).open(encoding="utf-8") as file:
        zones = [row["code"] for row in csv.DictReader(file) if row["level"] == "levekaar"]
    with next(folder.glob("1_codes_2024__*.csv")).open(encoding="utf-8") as file:
        units = [Life(row["code"], row["name"], row["level"], "2024-01-01", "") for row in csv.DictReader(file)]
    kretser = Lives(1, units, ["2024-01-01"])
    alone = diagnose(ones(*zones), [(kretser, "1"), (kretser, "2")], TODAY)
    assert (problem(alone, "lookalike").values, problem(alone, "unknown").values) == (35, 172)
    zoned = Lives(745, [Life(code, code, "1", "2024-01-01", "") for code in zones], ["2024-01-01"])
    found = diagnose(ones(*zones), [(kretser, "1"), (kretser, "2"), (zoned, "1")], TODAY)
    assert (found.classification, found.best.share) == (745, 1.0)
    assert (problem(found, "lookalike").classification, problem(found, "lookalike").values) == (1, 35)


def test_a_whole_list_of_two_levels_is_neither_of_them():
    lives = [Life("03010100", "A", "1", "2020-01-01", ""), Life("03010101", "B", "2", "2020-01-01", "")]
    both = Lives(1, lives, ["2020-01-01"])
    levels = [(both, "1"), (both, "2"), (both, "")]
    assert diagnose(ones("03010100", "03010101"), levels, TODAY).level == ""
    assert diagnose(ones("03010101"), levels, TODAY).level == "2"
    assert diagnose(ones("03010100"), levels, TODAY).level == "1"


def test_nothing_and_garbage_get_an_answer(kommuner):
    assert diagnose({}, [(kommuner, "1")], TODAY).fits == ()
    assert diagnose({None: 3}, [], TODAY).empty == 3
    garbage = diagnose(ones(*(f"søppel {n}" for n in range(10_000))), [(kommuner, "1")], TODAY)
    assert [(one.kind, one.values) for one in garbage.problems] == [("unknown", 10_000)]


values = (
    st.none() | st.integers(-10, 99_999) | st.floats(allow_nan=False) | st.text(max_size=8) | st.sampled_from(["0101", "9999"])
)


@given(st.dictionaries(values, st.integers(1, 5), max_size=20))
def test_any_column_is_told_whole(column):
    lives = Lives(131, [Life("0101", "Halden", "1", "1838-01-01", "2020-01-01")], ["1838-01-01", "2020-01-01"])
    found = diagnose(column, [(lives, "1")], TODAY)
    assert found.features == sum(column.values())
    assert all(one.kind in PROBLEMS and one.features >= one.values > 0 for one in found.problems)
    assert all(0 < fit.matched <= found.distinct for fit in found.fits)


# --- with a service -----------------------------------------------------------------


@pytest.fixture(scope="module")
def services(tmp_path_factory):
    with Standin(today=datetime.date(2026, 10, 1)) as running:
        folder = str(tmp_path_factory.mktemp("cache"))
        opened = open_services(Config.read(environment={**running.environment(), "KLASSKART_CACHE_DIR": folder}))
        yield opened
        opened.close()


def test_the_field_of_codes_is_found_among_others(services):
    columns = {
        "id": ones(*range(1, 400)),
        "navn": ones("Oslo", "Halden"),
        "knr": ones("0301", "3001", "1507"),
        "folk": ones(700_000, 30_000, 66_000),
    }
    found = diagnosing.prepare(services, columns)
    assert (found.field, found.classification) == ("knr", 131)
    assert (found.best.start, found.best.end) == ("2020-01-01", "2024-01-01")


def test_a_table_of_names_alone_is_found_by_them(services):
    found = diagnosing.prepare(services, {"sted": ones("Oslo", "Halden", "Herøy"), "tekst": ones("a b", "c d", "e")})
    assert found.field == "sted"
    assert found.repairs == {"Oslo": "0301", "Halden": "3101"}


def test_names_are_those_of_the_day_that_is_asked_for(services):
    column = {"sted": ones("Halden", "Oslo")}
    for year, code in ((2019, "0101"), (2021, "3001"), (2024, "3101")):
        assert diagnosing.prepare(services, column, day=datetime.date(year, 6, 1)).repairs["Halden"] == code


def test_names_win_over_small_numbers_that_might_be_fylker(services):
    columns = {"sted": ones("Oslo", "Halden"), "antall": {1: 1, 3: 1}}
    assert diagnosing.prepare(services, columns).field == "sted"
    assert diagnosing.prepare(services, {"antall": {1: 1, 3: 1}}).field == "antall"


def test_six_digits_are_bydeler_or_delomrader_in_short(services):
    assert diagnosing.prepare(services, {"b": ones("030101", "030102")}).classification == 103


def test_a_table_without_codes_and_a_field_that_is_not_there_are_errors(services):
    with pytest.raises(NoKeyFound):
        diagnosing.prepare(services, {"tekst": ones("a b", "c d")}, layer="Lag")
    with pytest.raises(FieldMissing):
        diagnosing.prepare(services, {"tekst": ones("a")}, "nei", layer="Lag")
    assert diagnosing.prepare(services, {"tekst": ones("a b")}, "tekst").problems[0].kind == "unknown"


def test_what_is_asked_of_klass_is_only_what_the_digits_allow():
    assert diagnosing._likely([ones("0301", "1103")]) == [131]
    assert diagnosing._likely([ones(301, 1103)]) == [131]
    assert diagnosing._likely([ones("03010101")]) == [1, 745]
    assert diagnosing._likely([ones("Oslo"), {}]) == []
