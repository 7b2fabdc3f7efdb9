"""Figures that a file without types gives as text: what is one, what only looks like one, and what it is worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.core.adding_up import figure_of, holds_figures


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("691108", 691108),
        ("1 234", 1234),
        ("12,5", 12.5),
        ("−3", -3),
        (":", None),
        ("", None),
        (7, 7),
        (2.5, 2.5),
        (None, None),
    ],
)
def test_a_figure_is_read_as_spreadsheets_write_it(text, figure):
    assert figure_of(text) == figure and type(figure_of(text)) is type(figure)


@pytest.mark.parametrize(
    ("name", "values", "holds"),
    [
        ("folk", ["691108", "14787", None, ":"], True),
        ("andel", ["12,5", ".."], True),
        ("folk", ["691108", "ukjent"], False),
        ("kommune", ["0301", "1101"], False),
        ("knr", ["3001", "3002"], False),
        ("navn", ["Oslo"], False),
        ("Number of employees", ["12", "7"], True),
        ("number_of_children", ["12", "7"], True),
        ("antall_barnehager", ["0", "1"], True),
        ("telefonnummer", ["12", "7"], False),
        ("folk", [":", None], False),
        ("folk", [], False),
    ],
)
def test_a_column_is_one_of_figures_or_not(name, values, holds):
    assert holds_figures(name, dict.fromkeys(values, 1)) is holds


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_come_back_whole(number):
    assert figure_of(str(number)) == number and isinstance(figure_of(str(number)), int)
