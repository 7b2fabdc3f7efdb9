"""One outage is survived by the next route that gives the same data, and it is said which was used."""

import dataclasses
import io
import zipfile

import pytest
from klasskart.core.errors import BadFile, Faulty, KlasskartError, OtherRoute, Refused, Unreachable
from klasskart.core.feedback import Feedback
from klasskart.work.boundaries import fetch
from klasskart.work.boundary_file import BoundaryRequest
from klasskart.work.routes import FEED, FILES, ORDER
from osgeo import ogr

BROKEN = {"status": 200, "body": b"PK\x03\x04 and then nothing of a zip", "content_type": "application/zip"}


def damaged_inside() -> bytes:
    """Give a zip that is whole, with a file in it that is not."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Basisdata.geojson", '{"Fylke": {"type": "FeatureCollection", "features": [' + "x" * 4000)
    return inner.getvalue()


DAMAGED_INSIDE = damaged_inside()


@pytest.fixture
def services(services):
    services.http._sleep = lambda seconds: None
    return services


@pytest.fixture
def told():
    return []


@pytest.fixture
def feedback(told):
    return Feedback(on_warning=told.append)


def routes_of(found) -> set[str]:
    return {source.route for source in found.sources}


def kommuner_in(found) -> list[str]:
    source = ogr.Open(str(found.path))
    return sorted(feature["kommunenummer"] for feature in source.GetLayer(found.layer))


def asked_for(standin, part: str) -> int:
    return sum(part in request.path for request in standin.requests)


def test_on_a_good_day_the_first_route_is_taken_and_nothing_is_said(services, feedback, told):
    assert routes_of(fetch(services, BoundaryRequest("fylke"), feedback=feedback)) == {FILES}
    assert routes_of(fetch(services, BoundaryRequest("fylke", ("46",)), feedback=feedback)) == {ORDER}
    assert told == []


def test_the_log_says_which_route_was_taken_and_which_were_not(services, standin, feedback):
    lines = []
    standin.break_next("/geonorge/Basisdata/Fylker", times=1, status=404)
    fetch(dataclasses.replace(services, log=lines.append), BoundaryRequest("fylke"), feedback=feedback)
    assert lines[0].startswith("fylke of 0000 through files, file of 0000: nedlasting said no (404)")
    assert lines[1].startswith("fylke of 0000 through order, file of 0000: taken: http://127.0.0.1:")


@pytest.mark.parametrize("status", [500, 502, 503])
def test_where_ordering_is_down_the_feed_names_the_same_file(services, standin, feedback, told, status):
    standin.break_next("/api/", status=status, times=99)
    found = fetch(services, BoundaryRequest("kommune", ("0301",)), feedback=feedback)
    assert (kommuner_in(found), routes_of(found)) == (["0301"], {FEED})
    (warning,) = told
    assert isinstance(warning, OtherRoute)
    assert (warning.failed, warning.taken, warning.area, warning.status) == (ORDER, FEED, "0301", status)
    assert found.sources[0].url.endswith("_0301_Oslo_25832_Kommuner_GeoJSON.zip")
    assert found.sources[0].updated.startswith("2025-12-10")


def test_where_the_country_file_is_broken_an_order_brings_it(services, standin, feedback, told):
    standin.break_next(".zip", **BROKEN)
    found = fetch(services, BoundaryRequest("fylke"), feedback=feedback)
    assert (found.features, routes_of(found)) == (15, {ORDER})
    assert [(warning.failed, warning.taken) for warning in told] == [(FILES, ORDER)]


def test_a_zip_that_is_damaged_inside_is_fetched_by_another_route(services, standin, feedback, told):
    standin.break_next(".zip", status=200, body=DAMAGED_INSIDE, content_type="application/zip")
    found = fetch(services, BoundaryRequest("fylke"), feedback=feedback)
    assert (found.features, routes_of(found)) == (15, {ORDER})
    assert [(type(warning), warning.failed) for warning in told] == [(OtherRoute, FILES)]


def test_a_connection_that_breaks_off_is_survived(services, standin, feedback):
    standin.break_next("/api/", status=502, times=99)
    standin.cut_off("_46_", times=99)
    found = fetch(services, BoundaryRequest("kommune", ("4601",)), feedback=feedback)
    assert kommuner_in(found) == ["4601"]


def test_where_neither_order_nor_feed_has_an_area_the_country_file_is_cut(services, standin, feedback, told):
    standin.break_next("/api/", status=503, times=99)
    standin.break_next("ATOM-feeds", status=503, times=99)
    found = fetch(services, BoundaryRequest("kommune", ("0301", "4601")), feedback=feedback)
    assert (kommuner_in(found), routes_of(found)) == (["0301", "4601"], {FILES})
    assert asked_for(standin, "_0000_") == 1, "one file serves both"
    assert {warning.area for warning in told} == {"0301", "4601"}


def test_what_is_down_is_not_asked_again_for_every_area(services, standin, feedback):
    standin.break_next("/api/", status=503, times=999)
    fetch(services, BoundaryRequest("kommune", ("0301", "4601", "1103", "5001")), feedback=feedback)
    assert asked_for(standin, "/api/capabilities") == 2 * 4, "two areas, each with three more tries"


def test_a_service_that_fails_once_is_asked_for_the_next_area(services, standin, feedback, told):
    standin.break_next("/api/order", status=503)
    standin.break_next("ATOM-feeds", status=404)
    standin.break_next("_0000_", status=403)
    found = fetch(services, BoundaryRequest("kommune", ("0301", "4601")), feedback=feedback)
    assert (found.missing, routes_of(found)) == (("0301",), {ORDER})
    assert [warning.status for warning in told] == [503]


def test_an_earlier_years_feed_is_found_through_the_catalogue(services, standin, feedback):
    standin.break_next("/api/order", status=503, times=99)
    found = fetch(services, BoundaryRequest("kommune", ("0301",), vintage=2020), feedback=feedback)
    assert (found.vintage, routes_of(found)) == (2020, {FEED})


def test_where_the_catalogue_is_down_too_the_feed_of_all_names_the_feed(services, standin, feedback):
    standin.break_next("/api/", status=503, times=999)
    found = fetch(services, BoundaryRequest("fylke", ("46",)), feedback=feedback)
    assert routes_of(found) == {FEED}
    assert asked_for(standin, "Tjenestefeed_daglig") == 1


def test_borders_of_a_fylke_never_come_as_those_of_the_country(services, standin, feedback):
    standin.break_next("/api/order", status=503, times=99)
    standin.break_next("ATOM-feeds", status=503, times=99)
    with pytest.raises((Faulty, Unreachable)):
        fetch(services, BoundaryRequest("fylkesgrense", ("46",)), feedback=feedback)


def test_where_every_route_is_down_the_first_failure_is_told(services, standin, feedback, told):
    standin.break_next("/api/", status=503, times=999)
    standin.break_next("/geonorge/", status=502, times=999)
    with pytest.raises(Faulty) as caught:
        fetch(services, BoundaryRequest("kommune", ("0301",)), feedback=feedback)
    assert caught.value.status == 503
    assert told == []


def test_one_of_two_kommuner_that_no_route_gives_is_named_and_the_other_comes(services, standin, feedback, told):
    standin.break_next("_0301_", status=503, times=99)
    found = fetch(services, BoundaryRequest("kommune", ("0301", "4601")), feedback=feedback)
    assert (found.missing, kommuner_in(found)) == (("0301",), ["4601"])
    assert [type(warning) for warning in told] == [Faulty]
    assert "_0301_" in told[0].asked


def test_a_plain_no_is_not_gone_around(services, standin, feedback):
    standin.break_next("/api/order", status=403, body="no")
    with pytest.raises(Refused):
        fetch(services, BoundaryRequest("kommune", ("0301",)), feedback=feedback)
    assert asked_for(standin, "ATOM-feeds") == 0


def test_a_file_that_only_moved_is_no_outage(services, standin, feedback, told):
    standin.break_next(".zip", status=404)
    assert routes_of(fetch(services, BoundaryRequest("fylke"), feedback=feedback)) == {ORDER}
    assert told == []


def test_a_file_that_is_damaged_on_every_route_is_told_with_its_address(services, standin, feedback):
    standin.break_next(".zip", **BROKEN, times=99)
    with pytest.raises(KlasskartError) as caught:
        fetch(services, BoundaryRequest("fylke"), feedback=feedback)
    assert isinstance(caught.value, BadFile)
    assert not (services.cache.folder / "boundaries").exists() or not list((services.cache.folder / "boundaries").iterdir())


def test_a_feed_that_leads_to_a_private_network_is_not_followed_and_the_outage_is_told(services, standin, feedback):
    standin.break_next("/api/order", status=503, times=9)
    entry = (
        "<entry><title>GEOJSON-format, 46 Vestland</title>"
        '<link rel="alternate" href="http://10.0.0.1/x_46_Vestland_25832_Fylker_GeoJSON.zip"/></entry>'
    )
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'
    standin.break_next("ATOM-feeds", status=200, body=feed, content_type="application/xml", times=9)
    with pytest.raises(Faulty) as caught:
        fetch(services, BoundaryRequest("fylke", ("46",)), feedback=feedback)
    assert caught.value.status == 503


def test_where_every_route_gives_a_damaged_file_the_damage_is_told(services, standin, feedback):
    standin.break_next(".zip", status=200, body=DAMAGED_INSIDE, content_type="application/zip", times=99)
    with pytest.raises(BadFile) as caught:
        fetch(services, BoundaryRequest("fylke"), feedback=feedback)
    assert caught.value.asked.endswith(".zip")
