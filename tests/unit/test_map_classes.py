"""Figures become classes that can be told apart, whatever the figures are like."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.core import map_classes
from klasskart.core.map_classes import bands, categories, circle_numbers
from klasskart.core.map_columns import CATEGORY, COUNT, SHARE, YEAR, kind_of, number_of, numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12,5", 12.5),
        ("1 234", 1234),
        ("1\u00a0234,5", 1234.5),
        ("1\u202f234", 1234),
        ("−3,5", -3.5),
        ("12,5 %", 12.5),
        (" 7 ", 7),
        (3, 3),
        (2.5, 2.5),
        ("", None),
        (":", None),
        ("..", None),
        ("1,234,5", None),
        ("Oslo", None),
        ("nan", None),
        (math.inf, None),
        (True, None),
        (None, None),
    ],
)
def test_numbers_are_read_as_spreadsheets_write_them(text, number):
    assert number_of(text) == number


def column_of(values):
    found = {}
    for value in values:
        found[value] = found.get(value, 0) + 1
    return found


def test_shares_counts_and_categories_are_told_apart():
    assert kind_of("arbeidsledige", column_of(["1,5", "2,25", "3,0", None])) == SHARE
    assert kind_of("folketall", column_of([717710, 4523, 203])) == COUNT
    assert kind_of("folketall", column_of(["717 710", "4 523", ":"])) == COUNT
    assert kind_of("andel unge", column_of([12, 14, 9])) == SHARE
    assert kind_of("endring", column_of([-3, 4, 9])) == SHARE
    assert kind_of("partifarge", column_of(["Ap", "H", "Sp"])) == CATEGORY
    assert kind_of("kommunenummer", column_of(["0301", "1101"])) == CATEGORY
    assert kind_of("tom", column_of([None, ""])) == ""


def rank_of(name, values):
    return map_classes.summary(name, column_of(values)).rank


def test_figures_come_before_categories_codes_years_and_names():
    columns = {
        "kommunenummer": [f"{number:04}" for number in range(300)],
        "navn": [f"kommune {number}" for number in range(300)],
        "år": [2022 + number % 3 for number in range(300)],
        "fylkesnummer": [f"{number % 15:02}" for number in range(300)],
        "fylkesnavn": [f"fylke {number % 15}" for number in range(300)],
        "arbeidsledige": [number / 10 for number in range(300)],
    }
    order = sorted(columns, key=lambda name: rank_of(name, columns[name]))
    assert order == ["arbeidsledige", "fylkesnavn", "fylkesnummer", "navn", "år", "kommunenummer"]
    assert [rank_of(name, columns[name]) <= 3 for name in order] == [True, True, True, False, False, False]


def test_a_category_of_which_most_would_be_others_is_not_proposed():
    """85 economic regions in eight colours are a grey map."""
    assert rank_of("region", [f"region {number % 85}" for number in range(357)]) == 4


@pytest.mark.parametrize("name", ["år", "klass_år", "byggeår", "Year", "tid", "periode", "årstall"])
def test_years_are_no_counts(name):
    assert kind_of(name, column_of([2022, "2023", 2024])) == YEAR


def test_years_that_come_again_and_again_are_years_whatever_they_are_called():
    assert kind_of("inndeling", {2019: 70, 2020: 70, 2024: 72}) == YEAR
    assert kind_of("innbyggere", {2019: 1, 2020: 1, 1984: 1}) == COUNT


def test_what_is_called_like_years_but_holds_other_numbers_is_counted():
    assert kind_of("får", column_of([20, 300, 4000])) == COUNT
    assert kind_of("år", column_of([2.5, 3])) == SHARE


def test_numbers_that_are_called_codes_are_no_counts():
    assert kind_of("knr", column_of([301, 1101, 1103])) == CATEGORY
    assert kind_of("klass_level", column_of([1, 2])) == CATEGORY
    assert kind_of("fylke", column_of(["11", "15"])) == CATEGORY
    assert kind_of("kommune_no", column_of(["1101", "1103"])) == CATEGORY
    for name in ("Fylkesnr. 2019", "kommuneCode", "county_num_2020", "Kommunenr", "fylke_no", "fylkeskode"):
        assert kind_of(name, column_of([11, 15])) == CATEGORY, name
    assert kind_of("antall noter", column_of([11, 15])) == COUNT
    assert kind_of("Number of employees", column_of([11, 15])) == COUNT
    assert kind_of("number_of_employees", column_of([11, 15])) == COUNT
    assert kind_of("innbyggere i kommune", column_of([1101, 1103])) == COUNT


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("gyldigfra", ["2023-11-07", "2024-01-01"]),
        ("sett", ["2023-11-07T00:00:00", "2024-01-01T00:00:00"]),
        ("opphav", ["Kartverket", "kommunen"]),
        ("versjonid", [1, 2]),
        ("oppdateringsdato", [20230101, 20240101]),
    ],
)
def test_what_a_delivery_says_of_itself_is_not_proposed(name, values):
    assert rank_of(name, values * 100) == 6
    assert rank_of("kandidater", [3, 4, 5]) == 0


def test_yes_and_no_as_numbers_are_no_counts():
    assert kind_of("samiskforvaltningsomrade", column_of([0, 1, 0])) == CATEGORY
    assert kind_of("ulykker", column_of([0, 1, 2])) == COUNT


def test_where_each_has_a_value_of_its_own_there_are_no_categories():
    assert categories(column_of(f"kommune {number}" for number in range(357))) == ()
    assert len(categories(column_of(["Oslo", "Bergen", "Moss"]))) == 3


def test_a_column_tells_its_decimals_and_whether_it_is_written_in_percent():
    found = map_classes.summary("andel", column_of(["1,25 %", "12 %", ":"]))
    assert (found.decimals, found.percent) == (2, True)
    assert not map_classes.summary("andel", column_of(["1,2", "12 %"])).percent


def test_a_few_numbers_with_endless_decimals_are_told_apart_by_few():
    found = map_classes.shown_decimals(bands(numbers({1 / 3: 1, 2 / 3: 1})))
    assert found == 2
    assert map_classes.shown_decimals(bands(numbers({0.1231: 1, 0.1234: 1}))) == 4


def test_five_classes_of_equal_count_with_round_breaks():
    found = bands(column_of(number / 10 for number in range(1, 101)))
    assert [band.high for band in found] == [2.1, 4.1, 6.1, 8.1, None]
    assert [band.features for band in found] == [20] * 5
    assert [band.colour for band in found] == list(map_classes.LIGHT_TO_DARK[5])


def test_skewed_figures_are_spread_over_the_classes():
    """Equal steps would put all but a few kommuner into the lowest class."""
    found = bands(column_of(int(200 * 1.02**number) for number in range(357)))
    assert max(band.features for band in found) < 100


def test_breaks_are_rounded_to_two_digits():
    found = bands(column_of([1234, 2345, 3456, 4567, 5678, 6789, 7891, 8912, 9123, 9999]))
    assert [band.high for band in found[:-1]] == [3500, 5700, 7900, 9100]


def test_figures_that_lie_close_together_get_as_many_digits_as_they_need():
    found = bands(column_of(1000 + number / 100 for number in range(50)))
    assert len(found) == 5
    assert all(band.features for band in found)


def test_a_few_different_figures_are_a_class_each():
    found = bands(numbers({1: 10, 2: 5, 3: 1}))
    assert [(band.low, band.high, band.only, band.features) for band in found] == [
        (None, 2, 1, 10),
        (2, 3, 2, 5),
        (3, None, 3, 1),
    ]


def test_on_both_sides_of_zero_the_break_is_zero_with_as_many_classes_on_each():
    found = bands(numbers(column_of([*range(-3, 0), *range(90)])))
    breaks = [band.high for band in found[:-1]]
    assert breaks[len(breaks) // 2] == 0
    assert len(found) == 6
    assert found[0].colour == "#b35806" and found[-1].colour == "#542788"


def test_one_figure_below_zero_is_enough_for_two_sides():
    found = bands(numbers({-1: 5, 2: 3, 7: 3}))
    assert [(band.high, band.features) for band in found] == [(0, 5), (None, 6)]


def test_one_figure_above_zero_does_not_put_all_the_others_into_one_class():
    found = bands(numbers({-number: 1 for number in range(1, 351)} | {1.5: 7}))
    assert [band.features > 100 for band in found] == [True, True, True, False]
    assert [band.colour for band in found] == [*map_classes.BELOW_ZERO[3], *map_classes.ABOVE_ZERO[1]]


def test_where_most_have_the_same_figure_no_class_is_empty():
    found = bands(numbers({0: 300, 1: 10, 2: 9, 3: 8, 4: 7, 5: 6, 6: 5}))
    assert all(band.features for band in found)
    assert len(found) > 1


@given(
    st.dictionaries(
        st.one_of(st.integers(-(10**9), 10**9), st.floats(-1e6, 1e6, allow_nan=False)),
        st.integers(1, 50),
        min_size=1,
        max_size=60,
    )
)
def test_every_feature_is_in_one_class_and_no_class_is_empty(column):
    column = numbers(column)
    found = bands(column)
    assert sum(band.features for band in found) == sum(column.values())
    assert all(band.features for band in found)
    assert found[0].low is None and found[-1].high is None
    assert all(before.high == after.low for before, after in zip(found, found[1:]))
    highs = [band.high for band in found[:-1]]
    assert highs == sorted(set(highs))


def test_circles_of_the_legend_have_round_numbers():
    assert circle_numbers(717710) == (700_000, 200_000, 40_000)
    assert circle_numbers(3) == (3,)
    assert circle_numbers(0) == ()


def test_the_most_frequent_categories_have_a_colour_and_the_rest_share_one():
    column = {f"næring {number:02}": 20 - number for number in range(12)} | {None: 3, "": 1}
    found = categories(column)
    assert len(found) == 9
    assert [category.value for category in found[:2]] == ["næring 00", "næring 01"]
    assert found[-1].value is None and found[-1].colour == map_classes.OTHERS
    assert sum(category.features for category in found) == sum(20 - number for number in range(12))


def test_categories_stand_in_the_order_of_their_text_or_number():
    assert [category.value for category in categories({10: 1, 9: 5, 2: 2})] == [2, 9, 10]


def test_a_column_is_summed_up_with_what_has_no_value():
    found = map_classes.summary("ledige", {"1,5": 2, "2,5": 1, ":": 3, None: 4, "": 5})
    assert (found.kind, found.low, found.high, found.decimals) == (SHARE, 1.5, 2.5, 1)
    assert (found.without_number, found.without_value) == (12, 9)
    assert [band.features for band in found.bands] == [2, 1]


def test_nothing_at_all_is_no_kind():
    assert map_classes.summary("ledige", {None: 4}).kind == ""
    assert map_classes.summary("ledige", {}).kind == ""


def test_one_column_per_another_is_scaled_so_that_it_can_be_read():
    found, per = map_classes.rates({(20, 1000): 3, ("30", "1 000"): 2, (5, 0): 1, (None, 7): 1, (4, None): 1})
    assert per == 100
    assert {round(rate, 6) if rate is not None else None: features for rate, features in found.items()} == {2: 3, 3: 2, None: 3}


@pytest.mark.parametrize(("pairs", "per"), [({(500, 10): 1}, 1), ({(1, 500): 1}, 1000), ({(1, 10**9): 1}, 100_000), ({}, 1)])
def test_rates_are_per_as_many_as_they_need(pairs, per):
    assert map_classes.rates(pairs)[1] == per


def test_rates_are_shares_whatever_their_numbers():
    assert map_classes.summary("folketall per areal", {2.0: 3, 5.0: 2}).kind == SHARE
