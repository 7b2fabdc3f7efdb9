"""Years that a service has told of, kept as a line of text for each data set."""

from hypothesis import given
from hypothesis import strategies as st
from klasskart.core.years_told import with_years, years_of


def test_nothing_told_is_no_years():
    assert years_of("", "a") == ()


def test_each_data_set_has_its_own():
    text = with_years(with_years("", "a", [2024, 2020]), "b", [2026])
    assert (years_of(text, "a"), years_of(text, "b"), years_of(text, "c")) == ((2020, 2024), (2026,), ())


def test_what_is_told_anew_counts():
    assert years_of(with_years("a 2019 2020", "a", [2020, 2024]), "a") == (2020, 2024)


def test_what_somebody_wrote_into_the_settings_does_no_harm():
    assert years_of("\n\n  \na 2020 x ² 2020 -3\n", "a") == (2020,)


@given(st.dictionaries(st.sampled_from("abc"), st.sets(st.integers(1838, 2200), min_size=1)))
def test_what_is_written_is_read(told):
    text = ""
    for dataset, years in told.items():
        text = with_years(text, dataset, years)
    assert {dataset: set(years_of(text, dataset)) for dataset in told} == told
