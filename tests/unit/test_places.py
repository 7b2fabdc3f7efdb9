"""Finding an area by what people type."""

import pytest
from klasskart.core.places import Place, Places, shipped


def test_the_list_holds_the_division_of_2024():
    places = shipped()
    assert (len(places.fylker), len(places.kommuner)) == (15, 357)
    assert all(place.fylke in places.by_number for place in places.kommuner)


@pytest.mark.parametrize("text", ["0301", "301", "oslo", " Oslo ", "0301 Oslo (Oslo)"])
def test_oslo_is_found_however_it_is_written(text):
    assert [place.number for place in shipped().find(text)] == ["0301"]


def test_two_kommuner_of_one_name_are_both_given_and_told_apart():
    places = shipped()
    assert [places.label(p) for p in places.find("HERØY")] == ["1515 Herøy (Møre og Romsdal)", "1818 Herøy (Nordland)"]


def test_what_names_nothing_gives_nothing():
    assert shipped().find("") == ()
    assert shipped().find("Atlantis") == ()
    assert shipped().find("9999") == ()


def test_a_fylke_of_an_earlier_division_holds_the_kommuner_of_todays():
    assert {p.fylke for p in shipped().inside("30")} == {"31", "32", "33"}
    assert [p.number for p in shipped().inside("4601")] == ["4601"]


def test_names_that_klass_tells_apart_itself_are_found_without_their_fylke_and_say_it_once():
    kommuner = (Place("1515", "Herøy (Møre og Romsdal)", "15"), Place("1818", "Herøy (Nordland)", "18"))
    places = Places((Place("15", "Møre og Romsdal", "15"), Place("18", "Nordland", "18")), kommuner)
    assert places.find("herøy") == kommuner
    assert places.find("Herøy (Nordland)") == kommuner[1:]
    assert places.label(kommuner[1]) == "1818 Herøy (Nordland)"
