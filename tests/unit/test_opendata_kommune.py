"""Whose data: the kommune at a point of the map, and its organisation number when the first register is down."""

import datetime

import pytest
from klasskart._vendor import httpx
from klasskart.clients.http import Http
from klasskart.clients.kommuneinfo import Kommuneinfo
from klasskart.clients.register import Register
from klasskart.core.errors import Cancelled, Faulty, NotOffered, UnexpectedAnswer
from klasskart.core.extent import Extent
from klasskart.core.feedback import Feedback
from klasskart.core.kommuner import Kommune
from klasskart.core.settings import Config
from klasskart.work import in_extent, kommuner, opendata
from opendata_services import opened
from standin import Standin

VOSS = Kommune("4621", "Voss", ("Voss",))


@pytest.fixture(scope="module")
def standin():
    with Standin(today=datetime.date(2026, 10, 1)) as running:
        yield running


@pytest.fixture
def services(standin, tmp_path):
    standin.datanorge_limit.left = 20.0
    found = opened(standin, tmp_path)
    found.http._sleep = lambda seconds: None
    yield found
    found.close()
    standin.heal()


def over(answer):
    return Http(Config(), httpx.MockTransport(lambda request: answer), sleep=lambda seconds: None)


@pytest.mark.parametrize(
    ("point", "number"),
    [
        (Extent.of_point(10.75, 59.95, "EPSG:4258"), "0301"),
        (Extent.of_point(597_900, 6_646_900, "EPSG:25832"), "0301"),
        (Extent.of_point(10.40, 63.36, "EPSG:4258"), "5001"),
        (Extent.of_point(18.95, 69.65, "EPSG:4326"), "5501"),
        (Extent.of_point(0.0, 60.0, "EPSG:4258"), ""),  # at sea
        (Extent.of_point(18.06, 59.33, "EPSG:4258"), ""),  # abroad
    ],
)
def test_the_kommune_at_a_point_of_any_map_is_told(services, point, number):
    assert in_extent.kommune_at(services, point) == number


def test_a_point_that_has_no_place_on_earth_is_refused(services):
    with pytest.raises(NotOffered):
        in_extent.kommune_at(services, Extent.of_point(1e30, 0.0, "EPSG:25833"))


@pytest.mark.parametrize("body", [[], {}, {"kommunenummer": None}, "no"])
def test_an_answer_that_names_no_kommune_is_a_fault_of_the_service(body):
    with pytest.raises(UnexpectedAnswer):
        Kommuneinfo(over(httpx.Response(200, json=body)), Config().addresses).kommune_at(10.0, 60.0)


def test_geonorge_knows_the_organisation_number_when_enhetsregisteret_is_down(services, standin):
    standin.break_next("/brreg/", status=503, times=99)
    found = kommuner.with_organisation(services, VOSS)
    standin.heal()
    assert found.organisation and found.organisation == kommuner.with_organisation(services, VOSS).organisation


def test_data_norge_is_asked_all_the_same_when_enhetsregisteret_is_down(services, standin):
    standin.break_next("/brreg/", status=503, times=99)
    found = opendata.search(services, kommuner.find(services, "Fredrikstad"))
    assert found.count("datanorge") == 1


def test_when_both_registers_are_down_the_first_is_named(services, standin):
    standin.break_next("/brreg/", status=503, times=99)
    standin.break_next("/register/", status=503, times=99)
    with pytest.raises(Faulty) as told:
        kommuner.with_organisation(services, VOSS)
    assert told.value.service == "brreg"


def test_stopping_is_not_taken_for_a_register_that_is_down(services):
    with pytest.raises(Cancelled):
        kommuner.with_organisation(services, VOSS, feedback=Feedback(is_cancelled=lambda: True))


@pytest.mark.parametrize(
    "row",
    [{}, {"OrganizationNumber": None}, {"OrganizationNumber": "x"}, {"OrganizationNumber": "1", "MunicipalityCode": "0301"}],
)
def test_an_organisation_that_is_not_the_kommune_is_none(row):
    assert Register(over(httpx.Response(200, json=row)), Config().addresses).organisation_of("4621") is None


def test_the_register_may_leave_out_what_it_was_asked_by():
    row = {"OrganizationNumber": 960510542, "MunicipalityCode": None, "Name": "Voss kommune"}
    assert Register(over(httpx.Response(200, json=row)), Config().addresses).organisation_of("4621").organisation == "960510542"


# --- asking some again


def test_one_source_can_be_asked_again_by_itself(services, standin):
    oslo = kommuner.find(services, "0301")
    asked = opendata.sources(services, oslo)
    assert [one.catalogue for one in asked] == ["geonorge", "datanorge", "hub"]
    before = len(standin.requests)
    answers = opendata.search(services, oslo, only={asked[2]}).answers
    assert [(one.catalogue, len(one.datasets)) for one in answers] == [("hub", 1)]
    assert all("/hub/" in request.path for request in standin.requests[before:])


def test_what_covers_a_kommune_is_told_page_by_page(services, monkeypatch):
    monkeypatch.setattr(opendata, "_FIRST_TOLD", 2)
    told = []
    found = opendata.covering(services, kommuner.find(services, "0301"), tell=told.append)
    assert [len(part) for part in told] == [2] and set(told[0]) < set(found)


def test_a_data_set_of_several_catalogues_has_a_page_in_each(services):
    (one,) = (one for one in opendata.search(services, kommuner.find(services, "3107")).datasets if one.title == "Badeplasser")
    assert [name for name, _ in one.links] == ["hub", "geonorge", "datanorge"]
    assert all(address.startswith("http") for _, address in one.links)
