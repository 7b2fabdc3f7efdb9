"""Boundaries, from a request to a GeoPackage in the cache, over real sockets."""

import dataclasses
import datetime
import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from klasskart.core.errors import (
    AreaDoesNotFit,
    BadFile,
    Cancelled,
    KlasskartError,
    NotOffered,
    Refused,
    UnexpectedAnswer,
    UnknownArea,
)
from klasskart.core.feedback import Feedback
from klasskart.core.settings import Config
from klasskart.core.units import UNITS
from klasskart.work.boundaries import fetch
from klasskart.work.boundary_file import BoundaryRequest
from klasskart.work.divisions import years
from klasskart.work.routes import Source
from klasskart.work.services import open_services
from osgeo import ogr
from standin import Standin


def zips(standin) -> list[str]:
    return [r.path for r in standin.requests if r.method == "GET" and r.path.endswith(".zip") and r.status == 200]


@contextmanager
def opened(found):
    """The layer; its data set has to outlive it, or GDAL crashes."""
    source = ogr.Open(str(found.path))
    yield source.GetLayer(found.layer)
    del source


def values_in(found, *fields: str) -> list[tuple]:
    with opened(found) as layer:
        return sorted(tuple(feature[field] for field in fields) for feature in layer)


def codes_in(found, field: str = "kommunenummer") -> list[str]:
    return [value for (value,) in values_in(found, field)]


def left_in(services) -> list[str]:
    folder = services.cache.folder / "boundaries"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_the_whole_country_comes_as_one_file_with_one_feature_a_kommune(services, standin):
    found = fetch(services, BoundaryRequest("kommune"))
    assert found.features == len(set(codes_in(found))) == 357
    assert "0301" in codes_in(found)
    assert (found.crs, found.vintage) == ("EPSG:25833", 2026)
    assert not any("/api/order" in request.path for request in standin.requests)
    assert len(zips(standin)) == 1


def test_a_second_run_transfers_no_boundaries(services, standin):
    first = fetch(services, BoundaryRequest("fylke"))
    standin.requests.clear()
    second = fetch(services, BoundaryRequest("fylke"))
    assert second.reused
    assert not second.kept
    assert second.path == first.path
    assert zips(standin) == []
    assert sum(request.bytes_sent for request in standin.requests) == 0


def test_a_file_that_has_changed_at_the_source_is_fetched_again(services, standin):
    first = fetch(services, BoundaryRequest("fylke"))
    record = next((services.cache.folder / "boundaries").glob("*.json"))
    kept = json.loads(record.read_text("utf-8"))
    kept["value"]["sources"][0]["etag"] = '"older"'
    record.write_text(json.dumps(kept), "utf-8")
    standin.requests.clear()
    second = fetch(services, BoundaryRequest("fylke"))
    assert not second.reused
    assert len(zips(standin)) == 1
    assert first.features == second.features == 15


def test_boundaries_that_somebody_edited_are_not_given_to_the_next_and_not_overwritten(services, standin):
    first = fetch(services, BoundaryRequest("fylke"))
    source = ogr.Open(str(first.path), update=1)
    layer = source.GetLayer(first.layer)
    feature = next(iter(layer))
    layer.DeleteFeature(feature.GetFID())
    del feature, layer, source
    second = fetch(services, BoundaryRequest("fylke"))
    assert second.path != first.path
    assert len(values_in(second, "fylkesnummer")) == 15
    assert len(values_in(first, "fylkesnummer")) == 14
    assert fetch(services, BoundaryRequest("fylke")).path == second.path


@pytest.mark.parametrize("coast", ["sea", "coast"])
def test_the_first_who_gets_boundaries_knows_their_state_as_the_next_does(services, coast):
    first, second = (fetch(services, BoundaryRequest("fylke", ("03",), coast=coast)) for _ in range(2))
    assert second.reused and first.changed == second.changed != ""
    assert not first.is_edited


def test_boundaries_beside_which_only_a_style_was_kept_are_used_again(services):
    first = fetch(services, BoundaryRequest("fylke"))
    source = ogr.Open(str(first.path), update=1)
    styles = source.CreateLayer("styles", geom_type=ogr.wkbNone)
    styles.CreateFeature(ogr.Feature(styles.GetLayerDefn()))
    del styles, source
    assert fetch(services, BoundaryRequest("fylke")).path == first.path


def test_a_file_from_an_address_that_is_no_longer_a_service_is_fetched_anew(services, standin):
    fetch(services, BoundaryRequest("fylke"))
    record = next((services.cache.folder / "boundaries").glob("*.json"))
    record.write_text(record.read_text("utf-8").replace(standin.url, "http://127.0.0.1:9"), "utf-8")
    assert not fetch(services, BoundaryRequest("fylke")).reused


def test_a_fylke_is_ordered_and_comes_in_its_own_zone(services, standin):
    found = fetch(services, BoundaryRequest("kommune", ("46",)))
    assert {code[:2] for code in codes_in(found)} == {"46"}
    assert found.features == 43
    assert found.crs == "EPSG:25832"
    assert [r.status for r in standin.requests if r.path.endswith("/api/order")] == [200]


def test_kommuner_and_fylker_may_be_mixed(services):
    found = fetch(services, BoundaryRequest("kommune", ("03", "4601")))
    assert codes_in(found) == ["0301", "4601"]


@pytest.mark.parametrize("generation", ["A", "B", "C", "C1", "GML"])
def test_every_delivered_form_gives_the_same_layer(services, standin, generation):
    standin.generation = generation
    found = fetch(services, BoundaryRequest("kommune", ("0301", "4601")), fresh=True)
    assert codes_in(found) == ["0301", "4601"]
    assert values_in(found, "kommunenummer", "kommunenavn") == [("0301", "Oslo"), ("4601", "Bergen")]
    with opened(found) as layer:
        assert all(feature.geometry().IsValid() for feature in layer)


def test_a_crs_that_the_service_does_not_offer_is_made_here(services):
    found = fetch(services, BoundaryRequest("kommune", ("0301",), crs="EPSG:4326"))
    assert found.crs == "EPSG:4326"
    with opened(found) as layer:
        west, east, south, north = layer.GetExtent()
    assert 10 < west < east < 12
    assert 59 < south < north < 61


def test_borders_are_every_feature_of_the_delivered_set(services):
    found = fetch(services, BoundaryRequest("fylkesgrense"))
    kinds = values_in(found, "avgrensningstype")
    assert found.features == len(kinds) > 15
    assert ("Fylkesgrense",) in kinds


def test_grunnkretser_of_a_kommune_carry_their_delomrade_as_klass_writes_it(services):
    found = fetch(services, BoundaryRequest("grunnkrets", ("0301",)))
    pairs = values_in(found, "grunnkretsnummer", "delomradenummer")
    assert all(len(code) == 8 and code.startswith("0301") for code, _ in pairs)
    assert all(group == code[:6] + "00" for code, group in pairs)


# --- years ------------------------------------------------------------------------


def test_an_earlier_years_division_is_found_through_the_catalogue(services):
    found = fetch(services, BoundaryRequest("kommune", vintage=2020))
    assert (found.vintage, found.features) == (2020, 356)
    assert "3001" in codes_in(found)
    assert "3101" not in codes_in(found)


def test_a_year_without_a_reform_since_is_todays_division(services):
    found = fetch(services, BoundaryRequest("kommune", ("0301",), vintage=2024))
    assert (found.vintage, found.features) == (2024, 1)


def test_a_year_that_is_not_delivered_is_refused_with_the_years_that_are(services):
    with pytest.raises(NotOffered) as caught:
        fetch(services, BoundaryRequest("kommune", vintage=2030))
    assert caught.value.what == "vintage"


def test_an_area_is_one_of_that_years(services):
    assert fetch(services, BoundaryRequest("kommune", ("30",), vintage=2020)).features > 40
    with pytest.raises(UnknownArea) as caught:
        fetch(services, BoundaryRequest("kommune", ("30",)))
    assert caught.value.area == "30"


@pytest.mark.parametrize("year", [0, 1700, 10_000])
def test_a_year_that_nobody_has_a_division_of_is_refused(services, year):
    with pytest.raises(NotOffered) as caught:
        fetch(services, BoundaryRequest("kommune", ("0301",), vintage=year))
    assert (caught.value.what, caught.value.asked) == ("vintage", year)


def test_files_that_come_before_the_new_year_are_not_taken_for_todays_division(tmp_path):
    with Standin(today=datetime.date(2024, 1, 2)) as early:
        environment = {**early.environment(), "KLASSKART_CACHE_DIR": str(tmp_path), "KLASSKART_TODAY": "2023-12-20"}
        services = open_services(Config.read(environment=environment))
        for area in ("30", "0000"):
            found = fetch(services, BoundaryRequest("kommune", (area,)))
            assert found.vintage == 2023
            assert "3001" in codes_in(found)
            assert "3101" not in codes_in(found)
        assert len(codes_in(found)) == 356
        assert fetch(services, BoundaryRequest("kommune", ("0301",))).features == 1
        services.close()


def test_next_years_division_is_given_once_it_is_published_and_marked_as_to_come(tmp_path):
    with Standin(today=datetime.date(2024, 1, 2)) as early:
        environment = {**early.environment(), "KLASSKART_CACHE_DIR": str(tmp_path), "KLASSKART_TODAY": "2023-12-20"}
        services = open_services(Config.read(environment=environment))
        found = fetch(services, BoundaryRequest("kommune", vintage=2024))
        assert (found.vintage, found.is_to_come, found.newest) == (2024, True, False)
        assert "3101" in codes_in(found)
        assert "3001" not in codes_in(found)
        now = fetch(services, BoundaryRequest("kommune"))
        assert (now.vintage, now.is_to_come, now.newest) == (2023, False, True)
        assert "3001" in codes_in(now)
        assert years(services, UNITS["kommune"]).coming == 2024
        services.close()


def test_next_years_division_is_refused_until_it_is_published(services):
    for area in ("0000", "0301"):
        with pytest.raises(NotOffered) as caught:
            fetch(services, BoundaryRequest("kommune", (area,), vintage=2027))
        assert (caught.value.what, caught.value.asked) == ("vintage", 2027)
        assert "2026" in caught.value.offered
        assert "2027" not in caught.value.offered
    found = years(services, UNITS["kommune"])
    assert (found.delivered[-1], found.coming) == (2026, None)
    assert {2020, 2023} <= set(found.delivered)


def test_a_year_in_which_no_code_changes_is_taken_from_files_published_for_it(tmp_path):
    with Standin(today=datetime.date(2026, 1, 2)) as early:
        environment = {**early.environment(), "KLASSKART_CACHE_DIR": str(tmp_path), "KLASSKART_TODAY": "2025-12-20"}
        services = open_services(Config.read(environment=environment))
        found = fetch(services, BoundaryRequest("fylke", vintage=2026))
        assert (found.vintage, found.is_to_come) == (2026, True)
        services.close()


def test_areas_are_those_of_the_year_to_come(tmp_path):
    with Standin(today=datetime.date(2024, 1, 2)) as early:
        environment = {**early.environment(), "KLASSKART_CACHE_DIR": str(tmp_path), "KLASSKART_TODAY": "2023-12-20"}
        services = open_services(Config.read(environment=environment))
        assert fetch(services, BoundaryRequest("kommune", ("31",), vintage=2024)).features == 12
        with pytest.raises(UnknownArea):
            fetch(services, BoundaryRequest("kommune", ("30",), vintage=2024))
        services.close()


# --- bad input and bad days ---------------------------------------------------------


def test_a_fylke_cannot_be_cut_by_a_kommune(services, standin):
    with pytest.raises(AreaDoesNotFit):
        fetch(services, BoundaryRequest("fylke", ("0301",)))
    assert standin.requests == []


def test_an_unknown_area_is_named_before_anything_is_transferred(services, standin):
    with pytest.raises(UnknownArea) as caught:
        fetch(services, BoundaryRequest("kommune", ("0301", "4444")))
    assert caught.value.area == "4444"
    assert zips(standin) == []


def test_one_area_that_fails_costs_that_area_only_and_is_named(services, standin):
    warnings = []
    standin.break_next("/api/order", status=403, body='"No."', content_type="application/json")
    found = fetch(services, BoundaryRequest("kommune", ("0301", "4601")), feedback=Feedback(on_warning=warnings.append))
    assert found.missing == ("0301",)
    assert codes_in(found) == ["4601"]
    assert [type(warning) for warning in warnings] == [Refused]
    again = fetch(services, BoundaryRequest("kommune", ("0301", "4601")))
    assert again.missing == ()
    assert codes_in(again) == ["0301", "4601"]


def test_a_damaged_file_among_several_costs_its_area_only_and_is_named(services, standin):
    warnings = []
    standin.break_next("_0301_", status=200, body=b"PK\x03\x04 and then nothing", content_type="application/zip", times=9)
    found = fetch(services, BoundaryRequest("kommune", ("0301", "4601")), feedback=Feedback(on_warning=warnings.append))
    assert (found.missing, codes_in(found)) == (("0301",), ["4601"])
    (warning,) = warnings
    assert isinstance(warning, BadFile)
    assert "_0301_" in warning.path.name


def test_a_filler_is_no_area(services, standin):
    with pytest.raises(UnknownArea):
        fetch(services, BoundaryRequest("kommune", ("9999",)))
    assert zips(standin) == []


def test_many_areas_at_once_do_not_make_a_name_that_is_too_long(services):
    kommuner = codes_in(fetch(services, BoundaryRequest("kommune")))
    found = fetch(services, BoundaryRequest("kommune", tuple(kommuner[:60])))
    assert found.features == 60
    assert len(found.path.name) < 120


def test_two_runs_at_once_both_get_their_boundaries(services):
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda _: fetch(services, BoundaryRequest("fylke", ("03", "46")), fresh=True), range(2)))
    assert [one.features for one in found] == [2, 2]
    assert all(codes_in(one, "fylkesnummer") == ["03", "46"] for one in found)


def test_where_neither_head_nor_feed_tells_it_is_fetched_again_after_a_day(services, standin):
    fetch(services, BoundaryRequest("fylke"))
    standin.break_next("ATOM-feeds", status=404, times=9)
    standin.break_next(".zip", status=405)
    assert fetch(services, BoundaryRequest("fylke")).reused
    services.cache.age = lambda stored: datetime.timedelta(days=2)
    standin.break_next(".zip", status=405)
    assert not fetch(services, BoundaryRequest("fylke")).reused


def test_the_newest_of_several_files_tells_when_they_were_updated(services):
    sources = tuple(
        Source("", last_modified=day) for day in ("Wed, 01 Jan 2020 09:00:00 GMT", "Mon, 05 Oct 2026 09:00:00 GMT", "")
    )
    found = dataclasses.replace(fetch(services, BoundaryRequest("fylke", ("03",))), sources=sources)
    assert found.updated.startswith("Mon, 05 Oct 2026")


def test_a_refused_order_is_told_in_the_servers_words_and_not_tried_again(services, standin):
    words = "Order contains restricted datasets, but no user information is provided."
    standin.break_next("/api/order", status=500, body=json.dumps(words), content_type="application/json", times=9)
    standin.break_next("/geonorge/", status=403, times=9)
    with pytest.raises(Refused) as caught:
        fetch(services, BoundaryRequest("kommune", ("0301",)))
    assert caught.value.words == words
    assert len([r for r in standin.requests if r.path.endswith("/api/order")]) == 1


def test_a_country_file_that_has_moved_is_ordered_instead(services, standin):
    standin.break_next(".zip", status=404)
    assert fetch(services, BoundaryRequest("fylke")).features == 15
    assert any(r.path.endswith("/api/order") for r in standin.requests)


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 200, "body": "<html>Logg inn</html>", "content_type": "text/html", "times": 99},
        {"status": 200, "body": b"PK\x03\x04 and then nothing of a zip", "content_type": "application/zip", "times": 99},
        {"status": 503, "body": "", "times": 99},
        {"status": 403, "body": "no"},
    ],
    ids=["login page", "broken zip", "down", "forbidden"],
)
def test_after_a_failure_the_cache_is_as_before_and_the_next_try_works(services, standin, fault):
    standin.break_next(".zip", **fault)
    with pytest.raises(KlasskartError):
        fetch(services, BoundaryRequest("fylke"))
    assert left_in(services) == []
    standin.heal()
    assert fetch(services, BoundaryRequest("fylke")).features == 15


def test_a_login_page_is_not_taken_for_a_zip(services, standin):
    standin.break_next(".zip", status=200, body="<html>Logg inn</html>", content_type="text/html", times=9)
    with pytest.raises(UnexpectedAnswer) as caught:
        fetch(services, BoundaryRequest("fylke"))
    assert caught.value.expected == "zip"


def test_where_nobody_answers_the_kept_boundaries_are_given_and_said_to_be_kept(services, standin):
    first = fetch(services, BoundaryRequest("fylke"))
    standin.break_next("", status=503, times=99)
    second = fetch(services, BoundaryRequest("fylke"))
    assert second.kept
    assert second.path == first.path


def test_cancelling_in_the_middle_leaves_nothing_behind(services, standin):
    standin.slow(".zip", 50_000)
    asked = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 30

    with pytest.raises(Cancelled):
        fetch(services, BoundaryRequest("fylke"), feedback=Feedback(is_cancelled=cancelled))
    assert left_in(services) == []
