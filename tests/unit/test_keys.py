"""Codes come back from spreadsheets in many dresses; each is recognised, and none is turned into another."""

import datetime
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.core.codes import BYDEL, FYLKE, GRUNNKRETS, KOMMUNE, Code, CodeList
from klasskart.core.keys import CleanKey, KeyShape, clean

KOMMUNER = KeyShape(4, KOMMUNE, "1")
FYLKER = KeyShape(2, FYLKE, "1")
BYDELER = KeyShape(6, BYDEL, "1")
DELOMRADER = KeyShape(8, GRUNNKRETS, "1")
GRUNNKRETSER = KeyShape(8, GRUNNKRETS, "2")
ALL_SHAPES = (KOMMUNER, FYLKER, BYDELER, DELOMRADER, GRUNNKRETSER, KeyShape(5, 108, "1"), KeyShape(0, 6, "1"))


@pytest.mark.parametrize(
    ("value", "key", "repairs"),
    [
        ("0301", "0301", ()),
        (3001, "3001", ()),
        (3001.0, "3001", ()),
        (301, "0301", ("zero",)),
        ("301", "0301", ("zero",)),
        (301.0, "0301", ("zero",)),
        ("301.0", "0301", ("decimal", "zero")),
        ("3001,00", "3001", ("decimal",)),
        (" 301", "0301", ("blank", "zero")),
        ("\u00a00301\u202f", "0301", ("blank",)),
        ("\ufeff0301", "0301", ("blank",)),
        ("K-0301", "0301", ("prefix",)),
        ("K-3001 Halden", "3001", ("prefix",)),
        ("K.3101", "3101", ("prefix",)),
        ("k3101", "3101", ("prefix",)),
        ("0101 Halden", "0101", ("prefix",)),
        ("0101\u00a0–\u00a0Halden", "0101", ("prefix",)),
        ("0702-Holmestrand", "0702", ("prefix",)),
        ("0706 Sandefjord (-2016)", "0706", ("prefix",)),
        ('="0301"', "0301", ("prefix",)),
        ("'0301", "0301", ("prefix",)),
        ("03010101", "0301", ("shortened",)),
        (3010101, "0301", ("zero", "shortened")),
        ("030101", "0301", ("shortened",)),
    ],
)
def test_a_kommune_is_recognised_in_every_dress(value, key, repairs):
    assert clean(value, KOMMUNER) == CleanKey(key, repairs)


@pytest.mark.parametrize(
    ("value", "shape", "key", "repairs"),
    [
        (3, FYLKER, "03", ("zero",)),
        ("EKA02", FYLKER, "02", ("prefix",)),
        ("NO-03", FYLKER, "03", ("prefix",)),
        ("0301", FYLKER, "03", ("shortened",)),
        (301, FYLKER, "03", ("zero", "shortened")),
        (30101, BYDELER, "030101", ("zero",)),
        ("030117", DELOMRADER, "03011700", ("delomrade",)),
        (30117, DELOMRADER, "03011700", ("zero", "delomrade")),
        (3011700, DELOMRADER, "03011700", ("zero",)),
        ("03011701", DELOMRADER, "03011700", ("shortened",)),
        (2311202, GRUNNKRETSER, "02311202", ("zero",)),
        (3001, KeyShape(5, 108, "1"), "03001", ("zero",)),
        (" A01.1 ", KeyShape(0, 6, "1"), "A01.1", ("blank",)),
    ],
)
def test_each_level_has_its_own_dresses(value, shape, key, repairs):
    assert clean(value, shape) == CleanKey(key, repairs)


@pytest.mark.parametrize("value", [None, "", "  ", "\u00a0", math.nan, "NULL", "..", ":"])
def test_nothing_is_no_code(value):
    assert clean(value, KOMMUNER) == CleanKey(None, (), "no_code")


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        ("030101a", KOMMUNER),  # another bydel than 030101, which is retired
        ("030101a Bydel Gamle Oslo", BYDELER),
        ("030100aa Oslo total", BYDELER),
        ("030101 Bygdøy-Frogner (1988-2003)", BYDELER),  # 030101 was given to another bydel later
        ("030101 Bygdøy-Frogner (1988-2003)", DELOMRADER),
        ("21-22 Svalbard og Jan Mayen", FYLKER),
        ("Rest", KOMMUNER),
        ("Halden", KOMMUNER),
        ("E18 Sandvika", FYLKER),
        ("0301 1101", KOMMUNER),
        (12, KOMMUNER),
        (-301, KOMMUNER),
        (301.5, KOMMUNER),
        (math.inf, KOMMUNER),
        (True, KOMMUNER),
        ("K-301", KOMMUNER),  # a zero is given back to bare numbers only
        ("٠٣٠١", KOMMUNER),
        ("974760673", KOMMUNER),
        ("030117", GRUNNKRETSER),  # a delområde or a bydel, not a grunnkrets
        ("03010101", BYDELER),  # no grunnkrets says in its digits which bydel it is in
    ],
)
def test_what_is_no_code_is_not_made_one(value, shape):
    assert clean(value, shape) == CleanKey(None, (), "malformed")


@given(st.integers(0, 10**8 - 1), st.sampled_from(ALL_SHAPES[:5]))
def test_a_valid_code_is_never_touched(number, shape):
    code = f"{number:08}"[: shape.length]
    if shape is DELOMRADER:
        code = code[:6] + "00"
    assert clean(code, shape) == CleanKey(code, ())


values = st.one_of(
    st.none(),
    st.text(),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.from_regex(r"\s*[A-Z]?-?\d{1,9}[.,]?0?( \w+)?", fullmatch=True),
)


@given(
    values,
    st.sampled_from(
        [*ALL_SHAPES, KeyShape(4, KOMMUNE, "1", strict=False), KeyShape(0, strict=False), KeyShape(6, strict=False)]
    ),
)
def test_cleaning_twice_is_cleaning_once(value, shape):
    once = clean(value, shape)
    if once.key is None:
        assert once.problem in ("no_code", "malformed")
    else:
        assert clean(once.key, shape).key == once.key


@given(st.integers(0, 99999))
def test_a_number_keeps_its_digits_and_gets_at_most_one_zero_as_a_kommune(number):
    cleaned = clean(number, KOMMUNER)
    if cleaned.key and "shortened" not in cleaned.repairs:
        assert int(cleaned.key) == number
        assert number >= 100


def codes(classification, *rows):
    return CodeList(classification, datetime.date(2024, 1, 1), tuple(Code(code, None, level, "") for code, level in rows))


def test_the_shape_follows_the_list():
    assert KeyShape.of(codes(KOMMUNE, ("0301", "1"))) == KOMMUNER
    assert KeyShape.of(codes(GRUNNKRETS, ("03010101", "2"))) == GRUNNKRETSER
    assert KeyShape.of(codes(GRUNNKRETS, ("03010100", "1"))) == DELOMRADER
    assert KeyShape.of(codes(108, ("03001", "1"))) == KeyShape(5, 108, "1")
    assert KeyShape.of(codes(6, ("A", "1"), ("01.1", "2"))).length == 0


@pytest.mark.parametrize(
    ("column", "length", "classification", "level"),
    [
        (["0301", "1101"], 4, KOMMUNE, "1"),
        ([301, 1101, 4601], 4, KOMMUNE, "1"),
        (["K-3001 Halden", "K-3002 Moss", "K-Rest", "K-3003 Sarpsborg", "K-0301 Oslo"], 4, KOMMUNE, "1"),
        ([3010101, 11030202], 8, GRUNNKRETS, "2"),
        (["03010100", "11030200"], 8, GRUNNKRETS, "1"),
        (["030101", "460101"], 6, 0, ""),
        ([3, 11, 46], 2, FYLKE, "1"),
        (["Halden", "Moss"], 0, 0, ""),
        (list(range(1, 2000)), 0, 0, ""),
        (["7010", "8010", "6010"], 4, 0, ""),
        ([], 0, 0, ""),
    ],
)
def test_the_shape_of_a_table_is_seen_in_its_keys(column, length, classification, level):
    shape = KeyShape.guess(column)
    assert (shape.length, shape.classification, shape.level, shape.strict) == (length, classification, level, False)


def test_a_tables_odd_keys_stand_as_they_are():
    assert clean(" Rest ", KeyShape(4, KOMMUNE, "1", strict=False)) == CleanKey("Rest", ("blank",))
