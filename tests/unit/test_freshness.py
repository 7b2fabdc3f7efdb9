"""Whether something newer exists: by what HTTP says, else by the feeds; and what is then fetched."""

import dataclasses
import threading

import pytest
from klasskart.core.errors import Faulty, KeptSince, Unreachable
from klasskart.core.settings import Config
from klasskart.work.boundaries import fetch
from klasskart.work.boundary_file import BoundaryRequest
from klasskart.work.freshness import Freshness, freshness
from klasskart.work.renewal import newer, request_of
from klasskart.work.services import open_services


def opened(standin, folder, **more):
    environment = {**standin.environment(), "KLASSKART_CACHE_DIR": str(folder), "KLASSKART_READ_TIMEOUT": "60", **more}
    services = open_services(Config.read(environment=environment))
    services.http._sleep = lambda seconds: None
    return services


@pytest.fixture
def services(standin, tmp_path):
    made = opened(standin, tmp_path / "cache")
    yield made
    made.close()


@pytest.fixture
def fylker(services):
    return fetch(services, BoundaryRequest("fylke", ("03",)))


def as_it_was(file, **source):
    """The same boundaries, with what was noted of their file then."""
    return dataclasses.replace(file, sources=(dataclasses.replace(file.sources[0], **source),))


def stands(services, file):
    return freshness(services, file.dataset, file.sources, file.moment)


def transfers(standin):
    return [r for r in standin.requests if r.method == "GET" and r.path.endswith(".zip") and r.status == 200]


def test_a_file_with_the_same_marks_is_the_same(services, fylker):
    assert stands(services, fylker) is Freshness.SAME


@pytest.mark.parametrize("then", [{"etag": '"older"'}, {"last_modified": "Wed, 01 Jan 2020 09:00:00 GMT"}, {"size": 7}])
def test_any_mark_that_is_another_now_tells_of_a_change(services, fylker, then):
    assert stands(services, as_it_was(fylker, **then)) is Freshness.CHANGED


def test_a_mark_that_was_not_sent_then_is_no_change(services, fylker):
    assert stands(services, as_it_was(fylker, etag="", size=0)) is Freshness.SAME


@pytest.mark.parametrize(
    ("updated", "stand"), [("2025-12-10T09:20:55", Freshness.SAME), ("2025-11-01T00:00:00", Freshness.CHANGED)]
)
def test_where_the_server_tells_nothing_the_feed_does(services, standin, fylker, updated, stand):
    standin.break_next(".zip", status=405)
    assert stands(services, as_it_was(fylker, updated=updated)) is stand


def test_a_feed_is_held_against_the_time_of_fetching_where_no_feed_was_asked_then(services, standin, fylker):
    for day, stand in (("2026-01-01", Freshness.SAME), ("2025-06-01", Freshness.CHANGED)):
        standin.break_next(".zip", status=405)
        assert stands(services, dataclasses.replace(fylker, fetched_at=f"{day}T10:00:00")) is stand


def test_where_neither_tells_it_is_not_told(services, standin, fylker):
    standin.break_next(".zip", status=405)
    standin.break_next("ATOM-feeds", status=503, times=99)
    assert stands(services, fylker) is Freshness.UNTOLD
    standin.heal()
    standin.break_next(".zip", status=405)
    assert stands(services, dataclasses.replace(as_it_was(fylker, updated=""), fetched_at="")) is Freshness.UNTOLD


def test_a_file_that_is_gone_or_lay_at_another_service_counts_as_changed(services, standin, fylker):
    assert stands(services, as_it_was(fylker, url="http://127.0.0.1:9/x.zip")) is Freshness.CHANGED
    standin.break_next(".zip", status=404)
    assert stands(services, fylker) is Freshness.CHANGED


def test_an_outage_is_no_answer(services, standin, fylker):
    standin.break_next(".zip", status=503, times=9)
    with pytest.raises(Faulty):
        stands(services, fylker)


# --- newer boundaries ------------------------------------------------------------------


def test_while_nothing_is_newer_nothing_is_transferred(services, standin, fylker):
    standin.requests.clear()
    assert newer(services, fylker) is None
    assert transfers(standin) == []


def test_newer_ones_are_fetched_for_the_same_area_and_coordinate_system(services, standin, fylker):
    old = as_it_was(fylker, etag='"older"')
    services.cache.store("boundaries", old.path.name.rpartition("_")[0], {})  # another window cleaned up meanwhile
    found = newer(services, old)
    assert (found.areas, found.crs, found.unit, found.vintage) == (("03",), fylker.crs, "fylke", 2026)
    assert found.path != old.path
    assert newer(services, found) is None


def test_what_another_layer_has_fetched_already_is_used(services, standin, fylker):
    old = dataclasses.replace(as_it_was(fylker, etag='"older"'), path=fylker.path.with_name("older.gpkg"))
    standin.requests.clear()
    assert newer(services, old).path == fylker.path
    assert transfers(standin) == []


def test_the_newest_are_followed_into_the_next_year_and_those_of_a_year_stay(server, services, fylker, tmp_path):
    last_year = dataclasses.replace(fylker, vintage=2025, newest=True)
    assert newer(services, last_year).vintage == 2026
    of_2023 = fetch(services, BoundaryRequest("fylke", ("03",), vintage=2023))
    assert newer(services, of_2023) is None
    assert request_of(of_2023).vintage == 2023


def test_what_was_missing_is_tried_again(services, standin):
    standin.break_next("_0301_", status=503, times=99)
    found = fetch(services, BoundaryRequest("kommune", ("0301", "4601")))
    assert found.missing == ("0301",)
    standin.heal()
    assert newer(services, found).missing == ()


def test_where_nobody_answers_it_is_said_and_nothing_is_given(services, standin, fylker):
    standin.break_next("", status=503, times=99)
    with pytest.raises((Faulty, Unreachable)):
        newer(services, fylker)
    with pytest.raises(KeptSince):
        newer(services, dataclasses.replace(fylker, missing=("46",)))


# --- two windows -------------------------------------------------------------------------


def test_two_windows_on_one_cache_download_once(standin, tmp_path):
    windows = [opened(standin, tmp_path / "cache") for _ in range(3)]
    found = []
    threads = [
        threading.Thread(target=lambda w=window: found.append(fetch(w, BoundaryRequest("fylke", ("46",)))))
        for window in windows
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({one.path for one in found}) == 1
    assert len(transfers(standin)) == 1
    assert sorted(one.reused for one in found) == [False, True, True]
    for window in windows:
        window.close()
