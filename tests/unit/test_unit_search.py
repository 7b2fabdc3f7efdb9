"""Finding units while typing: codes first, then names, namesakes told apart, and what was once."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from klasskart.core.text import fold
from klasskart.core.unit_search import FoundUnit, UnitSearch
from klasskart.work import registers, unit_search
from klasskart.work.kept_codes import KeptCodes
from klasskart.work.kept_shelf import Place

TODAY = datetime.date(2026, 11, 21)
UNITS = [
    FoundUnit("kommune", "0301", "Oslo", ("Oslo",)),
    FoundUnit("kommune", "1515", "Herøy (Møre og Romsdal)", ("Møre og Romsdal",)),
    FoundUnit("kommune", "1818", "Herøy (Nordland)", ("Nordland",)),
    FoundUnit("kommune", "3020", "Nordre Follo", ("Akershus",)),
    FoundUnit("kommune", "1836", "Nesna", ("Nordland",)),
    FoundUnit("kommune", "3228", "Nes (Akershus)", ("Akershus",)),
    FoundUnit("kommune", "5610", "Kárášjohka - Karasjok", ("Finnmark",)),
    FoundUnit("fylke", "18", "Nordland"),
    FoundUnit("bydel", "030101", "Gamle Oslo", ("Oslo",)),
    FoundUnit("grunnkrets", "03010901", "Majorstuen Rode 1", ("Oslo",)),
    FoundUnit("grunnkrets", "18180301", "Herøyholmen", ("Herøy (Nordland)", "Nordland")),
]


def found(typed, units=UNITS):
    return [unit.code for unit in UnitSearch(units).find(typed)]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("0301", ["0301", "030101", "03010901"]),
        ("301", ["0301", "3020"][:1]),
        ("18", ["18", "1818", "1836", "18180301"]),
        ("herøy", ["1515", "1818", "18180301"]),
        ("HEROY", ["1515", "1818", "18180301"]),
        ("nes", ["3228", "1836"]),
        ("Kárášjohka - Karasjok", ["5610"]),
        ("herøy nordland", ["1818", "18180301"]),
        ("nordland", ["18", "1818"]),
        ("nord", ["3020", "18", "1818"]),
        ("karasjohka", ["5610"]),
        ("karasjok", ["5610"]),
        ("rode", ["03010901"]),
        ("holmen", ["18180301"]),
        ("1818 Herøy (Nordland)", ["1818", "18180301"]),
        ("«Herøy», Nordland", ["1818", "18180301"]),
        ("zzz", []),
        ("oslo zzz", []),
        ("", []),
        ("   ", []),
        ("\t", []),
        ("\x1foslo", ["0301", "030101"]),
    ],
)
def test_what_is_typed_finds(typed, codes):
    assert found(typed) == codes


def test_names_spelled_as_was_typed_stand_before_those_that_only_sound_like_it():
    names = {"1845": "Sørfold", "1870": "Sortland", "3415": "Sør-Odal", "4225": "Lyngdal sør"}
    units = [FoundUnit("kommune", code, name, ("Oslo",)) for code, name in names.items()]
    assert found("sør", units) == ["1845", "3415", "1870", "4225"]
    assert found("sor", units) == ["1845", "1870", "3415", "4225"]


def test_as_many_as_are_asked_for():
    units = [FoundUnit("grunnkrets", f"{number:08d}", f"Rode {number}", ("Oslo",)) for number in range(3000)]
    search = UnitSearch(units)
    assert len(search.find("rode")) == 30
    assert [unit.code for unit in search.find("rode 2999")] == ["00002999"]
    assert [unit.code for unit in search.find("rode oslo", 2)] == ["00000000", "00000001"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(alphabet="aåb øre1-(", max_size=8), max_size=12), st.text(alphabet="aåb ø1(", max_size=6))
def test_whatever_is_found_has_every_word_that_was_typed(names, typed):
    units = [FoundUnit("kommune", f"{number:04d}", name, ("Oslo",)) for number, name in enumerate(names)]
    words = [word.strip("-()") for word in fold(typed).split() if any(map(str.isalnum, word))]
    for unit in UnitSearch(units).find(typed):
        line = fold(f"{unit.code} {unit.name} Oslo")
        assert all(word in line or "0" + word == unit.code for word in words)


@given(st.sampled_from(UNITS))
def test_every_unit_is_found_by_its_code_and_by_its_name(unit):
    assert found(unit.code)[0] == unit.code
    assert unit.code in found(unit.name)


# --- what is kept ---------------------------------------------------------------------------


@pytest.fixture
def kept(services):
    return KeptCodes(lambda: Place(services.cache.folder, TODAY))


def test_kommuner_and_fylker_are_there_from_the_start_and_the_rest_is_missed(kept):
    units = unit_search.kept_units(kept)
    assert units.missing == (131, 104, 103, 1)
    assert [(unit.name, unit.places) for unit in units.search.find("1515")] == [("Herøy", ("Møre og Romsdal",))]
    assert {unit.unit for unit in units.search.find("oslo")} == {"kommune", "fylke"}


def test_what_was_fetched_is_found_with_its_places_and_without_fillers(services, kept):
    unit_search.fetch(services, (131, 104, 103, 1))
    units = unit_search.kept_units(kept)
    assert units.missing == ()
    assert [unit.places for unit in units.search.find("46")][:1] == [()], "a fylke lies in nothing"
    krets = units.search.find("03010101")[0]
    assert (krets.unit, krets.places) == ("grunnkrets", ("Oslo - Oslove",))
    assert units.search.find("9999") == []
    assert units.search.find("uoppgitt") == []


def test_a_code_that_is_no_more_is_missed_until_its_times_are_kept(services, kept):
    for number in (131, 104, 103, 1):
        registers.codes(services, number, TODAY)
    units = unit_search.kept_units(kept)
    assert units.search.find("1507") == [] and units.missing == (131, 104, 103)
    unit_search.fetch(services, units.missing)
    assert unit_search.kept_units(kept).missing == ()
    former = unit_search.kept_units(kept).search.find("1507")
    assert [(unit.name, unit.start, unit.end) for unit in former] == [("Ålesund", "2020-01-01", "2024-01-01")]
    assert [unit.code for unit in unit_search.kept_units(kept).search.find("ålesund")][:2] == ["1508", "1507"]
