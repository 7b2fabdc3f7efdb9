"""Kept registers, one code at a time: what lies on disk is told, what does not is missed aloud, and nobody is asked."""

import datetime
import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.core.codes import Code, natural_parent
from klasskart.core.errors import BadDates, UnknownClassification
from klasskart.work import change_graph, registers
from klasskart.work.cache import Cache
from klasskart.work.kept_codes import KeptCodes
from klasskart.work.kept_shelf import Place

TODAY = datetime.date(2026, 11, 21)
NEW_YEAR = datetime.date(2024, 1, 1)


@pytest.fixture
def missed():
    return []


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache"


@pytest.fixture
def kept(folder, missed):
    clock = iter(range(10**9))  # each look comes at another second
    return KeptCodes(lambda: Place(folder, TODAY), lambda error: missed.append(error.values()), clock=lambda: next(clock))


def keep(folder, key, value):
    Cache(folder).store(registers.KIND, key, value)


def keep_list(folder, number, day, *codes):
    keep(folder, f"codes_{number}_{day}__nb", ["nb", [list(Code(*code)) for code in codes]])


def keep_times(folder, number, starts, *rows):
    keep(folder, f"lives_{number}", [[[i, start, "a"] for i, start in enumerate(starts)], [list(row) for row in rows]])


def ours(folder, services):
    """The registers of the services' own cache."""
    return KeptCodes(lambda: Place(services.cache.folder, TODAY))


def test_the_list_of_the_day_tells_name_level_and_what_is_above(kept, folder, missed):
    keep_list(folder, 1, "2024-01-01", ("03010100", None, "1", "Sentrum"), ("03010101", "03010100", "2", "Sentrum Rode 1"))
    assert kept.on(1, "2024-01-01").find("03010101") == ("03010101", "Sentrum Rode 1", "2", "03010100")
    assert kept.on("delomrade", "2024-01-01").find("03010100").parent_code == "0301"
    assert kept.on("delomrade", "2024-01-01").find("03010101") is None
    assert missed == []


def test_today_is_meant_where_no_day_is_said(kept, folder):
    keep_list(folder, 131, TODAY, ("0301", None, "1", "Oslo"))
    for nothing in (None, ""):
        assert kept.on("kommune", nothing).find("0301").name == "Oslo"


@pytest.mark.parametrize("spelling", ["301", 301, 301.0, "K-0301", " 0301 ", "0301 Oslo"])
def test_codes_are_read_as_everywhere_else(kept, folder, spelling):
    keep_list(folder, 131, TODAY, ("0301", None, "1", "Oslo"), ("1101", None, "1", "Eigersund"))
    assert kept.on(131).find(spelling).code == "0301"


@pytest.mark.parametrize("nothing", [None, "", "Oslo", 12345, float("nan"), ["0301"], object()])
def test_what_is_no_code_is_none(kept, folder, nothing):
    keep_list(folder, 131, TODAY, ("0301", None, "1", "Oslo"))
    assert kept.on(131).find(nothing) is None


def test_codes_of_other_classifications_are_any_text(kept, folder):
    keep_list(folder, 6, TODAY, ("A", None, "1", "Jordbruk"), ("01.1", "A", "2", "Dyrking"))
    assert kept.on("6").find("01.1").parent_code == "A"
    assert kept.on(6).find("A").parent_code is None


def test_all_times_serve_every_day(kept, folder, missed):
    keep_times(
        folder,
        131,
        ["2020-01-01", "2024-01-01"],
        ("3001", "Halden", "1", "2020-01-01", "2024-01-01"),
        ("3101", "Halden", "1", "2024-01-01", None),
    )
    assert kept.on("kommune", "2023-12-31").find("3001").name == "Halden"
    assert kept.on("kommune", "2024-01-01").find("3001") is None
    assert kept.on("kommune").find(3101).parent_code == "31"
    assert [entry.code for entry in kept.on("kommune", "2022-05-17").entries()] == ["3001"]
    assert missed == []


def test_a_list_of_another_day_of_the_same_version_serves(kept, folder):
    keep(
        folder,
        "classification_131",
        ["K", [[1, "", "2020-01-01", "2024-01-01", ["nb"], ""], [2, "", "2024-01-01", None, ["nb"], ""]]],
    )
    keep_list(folder, 131, "2026-11-01", ("3101", None, "1", "Halden"))
    assert kept.on("kommune").find("3101").name == "Halden"
    assert kept.on("kommune", "2023-12-31") is None


def test_what_is_above_comes_from_a_list_where_all_times_do_not_say_it(kept, folder):
    keep_times(folder, 6, ["2009-01-01"], ("01.1", "Dyrking", "2", "2009-01-01", None))
    assert kept.on(6).find("01.1").parent_code == ""
    keep(folder, "classification_6", ["N", [[1, "", "2009-01-01", None, ["nb"], ""]]])
    keep_list(folder, 6, "2010-01-01", ("A", None, "1", "Jordbruk"), ("01.1", "A", "2", "Dyrking"))
    assert kept.on(6).find("01.1").parent_code == "A"


def test_codes_that_a_version_takes_in_or_lets_go_of_half_way_are_not_stretched(kept, folder):
    keep(folder, "classification_103", ["B", [[1, "", "2020-01-01", None, ["nb"], ""]]])
    keep_list(
        folder,
        103,
        "2024-06-01",
        ("030101", None, "1", "Gamle Oslo"),
        ("110301", None, "1", "Ny", "", "", "2024-01-01", None),
    )
    assert kept.on("bydel", "2023-06-01").find("030101") and not kept.on("bydel", "2023-06-01").find("110301")


def test_what_is_not_kept_is_missed_once(kept, missed):
    for day in ("2024-01-01", "2024-01-02", "2024-01-01"):
        assert kept.on("kommune", day) is None
    assert kept.on("fylke") is None
    assert [(error["what"], error["classification"]) for error in missed] == [("codes", 131), ("codes", 104)]


def test_codes_from_an_earlier_year_serve_and_say_so(folder, missed):
    Cache(folder, now=lambda: datetime.datetime(2025, 3, 1)).store(
        registers.KIND, "lives_131", [[[1, "2024-01-01", "a"]], [["0301", "Oslo", "1", "2024-01-01", None]]]
    )
    kept = KeptCodes(lambda: Place(folder, TODAY), lambda error: missed.append(error.values()))
    assert kept.on("kommune").find("0301").name == "Oslo"
    assert kept.on("kommune", "2025-01-01").find("0301")
    assert missed == [{"what": "old", "classification": 131, "date": "2025-03-01"}]


def test_what_is_fetched_anew_is_seen_at_once(folder):
    kept = KeptCodes(lambda: Place(folder, TODAY), clock=lambda: 0.0)  # no second passes
    assert kept.on("kommune") is None
    keep_list(folder, 131, TODAY, ("0301", None, "1", "Kristiania"))
    assert kept.on("kommune").find("0301").name == "Kristiania"
    keep_list(folder, 131, TODAY, ("0301", None, "1", "Oslo"))
    assert kept.on("kommune").find("0301").name == "Oslo"


def test_what_another_program_fetches_is_seen_within_a_second(folder):
    now = [0.0]
    kept = KeptCodes(lambda: Place(folder, TODAY), clock=lambda: now[0])
    keep_list(folder, 131, TODAY, ("0301", None, "1", "Kristiania"))
    assert kept.on("kommune").find("0301").name == "Kristiania"
    file = folder / registers.KIND / f"codes_131_{TODAY}__nb.json"
    other = file.with_suffix(".part")
    other.write_text(file.read_text("utf-8").replace("Kristiania", "Oslo, by"), "utf-8")
    time.sleep(0.01)
    other.replace(file)
    assert kept.on("kommune").find("0301").name == "Kristiania"
    now[0] = 1.5
    assert kept.on("kommune").find("0301").name == "Oslo, by"


def test_another_folder_or_day_in_the_settings_holds_from_then_on(folder, tmp_path):
    place, now = [Place(folder, TODAY)], [0.0]
    kept = KeptCodes(lambda: place[0], clock=lambda: now[0])
    keep_list(folder, 131, TODAY, ("0301", None, "1", "Oslo"))
    assert kept.on("kommune")
    place[0], now[0] = Place(tmp_path / "other", TODAY), 2.0
    assert kept.on("kommune") is None
    place[0], now[0] = Place(folder, TODAY), 4.0
    assert kept.on("kommune").find("0301")


def test_damaged_files_are_as_good_as_none(kept, folder):
    keep(folder, "lives_131", {"from": "another version"})
    keep(folder, f"codes_131_{TODAY}__nb", None)
    keep(folder, "classification_131", [1])
    assert kept.on("kommune") is None
    assert kept.between("kommune") is None


def test_unknown_classifications_and_days_are_refused(kept):
    with pytest.raises(UnknownClassification):
        kept.on("planet")
    with pytest.raises(BadDates):
        kept.on("kommune", "1.1.2024")


# --- from one day to another --------------------------------------------------------------


def test_a_code_is_led_to_another_day_where_the_changes_are_kept(services, standin):
    change_graph.graph(services, 131)
    standin.requests.clear()
    kept = ours(None, services)
    way = kept.between("kommune", "2023-01-01", "2024-01-01")
    assert [way.new_code(code) for code in ("3001", 301, "1507", "9998", None, [])] == ["3101", "0301", None, None, None, None]
    assert kept.between("kommune", "2024-01-01", "2023-01-01").new_code("3101") == "3001"
    assert kept.between("kommune").new_code("0101") == "3101", "from its last day to today"
    assert standin.requests == []


def test_nothing_is_led_where_a_table_is_missing(services, missed):
    change_graph.lives(services, 131)
    change_graph.changes(services, 131, datetime.date(2023, 1, 1), NEW_YEAR)  # only the one of 2024
    kept = KeptCodes(lambda: Place(services.cache.folder, TODAY), lambda error: missed.append(error.values()))
    assert kept.between("kommune", "2023-06-01", "2024-01-01").new_code("3001") == "3101"
    assert missed == []
    assert kept.between("kommune", "2019-01-01", "2024-01-01") is None
    assert kept.between("kommune") is None, "a code's last day may be any"
    assert [error["what"] for error in missed] == ["changes"]


def test_many_days_and_spellings_do_not_pile_up(folder):
    keep_times(folder, 131, ["2000-01-01"], ("0301", "Oslo", "1", "2000-01-01", None))
    kept = KeptCodes(lambda: Place(folder, TODAY))
    for number in range(1500):
        day = datetime.date(2020, 1, 1) + datetime.timedelta(days=number)
        assert kept.on("kommune", day.isoformat()).find("0301")
    assert len(kept._known) <= 512


def test_threads_that_draw_find_the_same(folder):
    codes = [(f"{number:04d}", None, "1", f"Navn {number}") for number in range(2000)]
    keep_list(folder, 131, TODAY, *codes)
    kept = KeptCodes(lambda: Place(folder, TODAY))
    faults = []

    def draw():
        for code, _, _, name in codes:
            if kept.on("kommune").find(code).name != name:
                faults.append(code)

    threads = [threading.Thread(target=draw) for _ in range(6)]
    for thread in threads:
        thread.start()
    keep_list(folder, 131, TODAY, *codes)
    for thread in threads:
        thread.join()
    assert faults == []


@given(st.from_regex(r"\A\d{8}\Z"))
def test_what_is_above_in_geography_are_first_digits(code):
    above = natural_parent(code, 1)
    assert above == (code[:4] if code.endswith("00") else code[:6] + "00")
    assert natural_parent(code[:4], 131) == code[:2] and natural_parent(code[:2], 104) is None
