"""Tables in catalogues: on the map only with coordinates or codes, which a look at their first rows tells."""

import datetime

import pytest
from klasskart.core.opendata import Dataset, Distribution
from klasskart.core.opendata_places import has_place
from klasskart.work import kommuner, opendata
from klasskart.work.opendata_tables import START, looked_at
from opendata_services import opened
from standin import Standin


@pytest.fixture(scope="module")
def standin():
    with Standin(today=datetime.date(2026, 10, 1)) as running:
        yield running


@pytest.fixture
def services(standin, tmp_path):
    found = opened(standin, tmp_path)
    yield found
    found.close()
    standin.heal()


@pytest.mark.parametrize(
    "names",
    [
        "Navn Longitude Latitude",
        "lon lat",
        "ØST Nord",
        "x y navn",
        "Id WKT",
        "Koordinat_X Koordinat_Y",
        "breddegrad lengdegrad",
    ],
)
def test_coordinates_are_known_by_the_names_of_their_columns(names):
    assert has_place(names.split(), [])


@pytest.mark.parametrize(
    ("name", "cells", "has"),
    [
        ("Kommunenr", ["0301", "1103"], True),
        ("kommune_nummer", ["301", "1103"], True),
        ("Knr", ["K-0301"], True),
        ("grunnkretsnummer", ["50010101", "50010102"], True),
        ("Delområde", ["500101"], True),
        ("Kommune", ["Oslo", "Bergen"], False),  # names are no codes
        ("K", ["1", "2"], False),
        ("Kontonr", ["1000"], False),
        ("Årstall", ["2024"], False),
        ("Kommunenr", [], False),
        ("x", ["1"], False),
    ],
)
def test_codes_are_known_by_name_and_by_what_stands_below(name, cells, has):
    assert has_place(["Tekst", name], [["a", cell] for cell in cells]) is has


def test_only_tables_with_places_can_be_put_on_the_map(services, standin):
    found = opendata.search(services, kommuner.find(services, "Trondheim")).datasets
    assert {one.title: one.why_not for one in found if one.kind == "csv"} == dict.fromkeys(
        ("Bytrær", "Levekår", "Budsjett", "Flyttet", "Borte"), "no_place"
    )
    seen = looked_at(services, found)
    assert [one.title for one in seen if one.is_mappable] == ["Bytrær", "Levekår", "Snuplasser"]
    assert {one.title: one.place for one in seen} == {
        "Bytrær": True, "Levekår": True, "Snuplasser": None, "Budsjett": False, "Flyttet": False, "Borte": None,
    }  # fmt: skip
    (asked,) = [request for request in standin.requests if request.path.endswith("bytraer.csv")]
    assert asked.bytes_sent >= START


def test_a_look_goes_nowhere_that_must_not_be_called(services, standin):
    other = Dataset("A", ("ckan",), ("1",), distributions=(Distribution("http://127.0.0.1:9/a.csv", "csv"),))
    assert looked_at(services, [other])[0].place is None
    assert not [request for request in standin.requests if request.path == "/a.csv"]


def test_nothing_is_asked_where_nothing_is_to_be_looked_at(services, standin):
    before = len(standin.requests)
    made = Dataset("A", ("ckan",), ("1",), distributions=(Distribution("https://x.no/a.gml", "gml"),))
    assert looked_at(services, [made]) == (made,) and len(standin.requests) == before
