"""A list of data sets as it is filtered: words, kinds, licences, catalogues, and two orders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.core.choices import OPEN_DATA_COLUMNS
from klasskart.core.opendata import CATALOGUES, Dataset, Distribution
from klasskart.core.opendata_kinds import KINDS
from klasskart.core.opendata_list import LICENCES, MAPPABLE, ORDERS, DatasetList, Limits, key_of, licence_of, table_row


def way(kind, number=0):
    return Distribution(f"https://kart.example.no/{kind}/{number}", kind)


def dataset(title, *kinds, catalogues=("geonorge",), **told):
    return Dataset(title, catalogues, (title,), distributions=tuple(map(way, kinds)), **told)


WFS = dataset("Turveier", "wfs", "geojson", updated="2020-01-01", licence="NLOD 2.0", publisher="Oslo kommune")
WMS = dataset("Støysoner", "wms", catalogues=("geonorge", "hub"), updated="2024-05-01")
PAGE = dataset("Planinnsyn", "other", updated="2026-01-01", licence="CC BY 4.0")
ALL = DatasetList([WMS, WFS, PAGE])


def shown(limits, order="title"):
    listed = ALL.shown(limits, order)
    return [one.title for one in listed.mappable], [one.title for one in listed.others]


def test_without_limits_everything_is_there_what_can_be_mapped_first():
    assert shown(Limits()) == (["Støysoner", "Turveier"], ["Planinnsyn"])
    assert ALL.mappable == 2 and len(ALL) == 3 and not Limits().any


@pytest.mark.parametrize(
    ("limits", "titles"),
    [
        (Limits("STOY"), ["Støysoner"]),
        (Limits("oslo tur"), ["Turveier"]),
        (Limits(kind="geojson"), ["Turveier"]),
        (Limits(kind=MAPPABLE), ["Støysoner", "Turveier"]),
        (Limits(licence="cc-by"), ["Planinnsyn"]),
        (Limits(licence=""), ["Støysoner"]),
        (Limits(catalogue="hub"), ["Støysoner"]),
        (Limits("plan", kind="wms"), []),
    ],
)
def test_limits_leave_what_fits_all_of_them(limits, titles):
    mappable, others = shown(limits)
    assert mappable + others == titles and limits.any


def test_the_newest_come_first_in_each_of_the_two_groups():
    older = dataset("Arkiv", "other")
    listed = DatasetList([WFS, WMS, PAGE, older]).shown(Limits(), "date")
    assert [one.title for one in listed.mappable] == ["Støysoner", "Turveier"]
    assert [one.title for one in listed.others] == ["Planinnsyn", "Arkiv"]  # without a day it is last


def test_what_there_is_to_choose_is_counted():
    assert dict(ALL.kinds) == {"wfs": 1, "geojson": 1, "wms": 1, "other": 1}
    assert dict(ALL.licences) == {"nlod": 1, "cc-by": 1, "": 1}
    assert dict(ALL.catalogues) == {"geonorge": 3, "hub": 1}


@pytest.mark.parametrize(
    ("licence", "url", "family"),
    [
        ("Norsk lisens for offentlige data (NLOD)", "", "nlod"),
        ("", "https://data.norge.no/nlod/no/2.0", "nlod"),
        ("", "http://publications.europa.eu/resource/authority/licence/NLOD_2_0", "nlod"),
        ("CC BY 4.0", "", "cc-by"),
        ("", "https://creativecommons.org/licenses/by/4.0/", "cc-by"),
        ("", "https://creativecommons.org/publicdomain/zero/1.0/", "cc0"),
        ("CC0", "", "cc0"),
        ("", "https://creativecommons.org/licenses/by-nc/4.0/", "other"),
        ("Åpne data", "", "open"),
        ("Etter avtale", "", "other"),
        ("", "", ""),
    ],
)
def test_licences_are_known_by_words_and_by_address(licence, url, family):
    assert licence_of(dataset("x", licence=licence, licence_url=url)) == family


def test_a_data_set_is_known_again_when_more_has_been_heard_of_it():
    assert key_of(WFS) == key_of(dataset("Turveier", "wms", catalogues=("geonorge", "datanorge")))


def test_a_row_of_the_table_has_all_columns_and_text_only():
    row = table_row(PAGE, "0301")
    assert len(row) == len(OPEN_DATA_COLUMNS) and all(isinstance(cell, str) for cell in row)
    assert row[OPEN_DATA_COLUMNS.index("why_not")] == "no_format"


datasets = st.builds(
    dataset,
    st.text(max_size=8),
    st.sampled_from(KINDS),
    catalogues=st.lists(st.sampled_from(CATALOGUES), min_size=1, unique=True).map(tuple),
    updated=st.sampled_from(("", "2020-01-01", "2024-01-01")),
    licence=st.sampled_from(("", "NLOD", "CC BY 4.0", "?")),
    restricted=st.booleans(),
)
limits = st.builds(
    Limits,
    words=st.text(max_size=3),
    kind=st.sampled_from(("", MAPPABLE, *KINDS)),
    licence=st.sampled_from((None, *LICENCES)),
    catalogue=st.sampled_from(("", *CATALOGUES)),
)


@given(st.lists(datasets, max_size=12), limits, st.sampled_from(ORDERS))
def test_limits_take_away_only_and_both_orders_hold_the_same(found, limits, order):
    made = DatasetList(found)
    listed = made.shown(limits, order)
    left = [id(one) for one in (*listed.mappable, *listed.others)]
    assert set(left) <= {id(one) for one in found} and len(left) == len(set(left))
    assert all(one.is_mappable for one in listed.mappable) and not any(one.is_mappable for one in listed.others)
    assert {id(one) for one in (*made.shown(limits, "title").mappable, *made.shown(limits, "title").others)} == set(left)
    assert len(made.shown(Limits(), order)) == len(found)
