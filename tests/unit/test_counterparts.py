"""Which classifications go with one on a day: told by the tables of its version, settled by ids, and kept."""

import datetime
import json
from types import SimpleNamespace

import pytest
from klasskart._vendor import httpx
from klasskart.clients.http import Http
from klasskart.clients.klass import Klass
from klasskart.core.about import Table
from klasskart.core.errors import Refused, Unreachable
from klasskart.core.settings import Config
from klasskart.work import counterparts
from klasskart.work.cache import Cache
from klasskart.work.counterparts import Counterpart, find
from standin import Standin

DAY, TODAY = datetime.date(2024, 1, 1), datetime.date(2024, 11, 21)


def version(number, name, start, end=None):
    return {"id": number, "name": name, "validFrom": start, **({"validTo": end} if end else {}), "published": ["nb"]}


def table(number, source, target, changes=False):
    ends = {"source": source[1], "sourceId": source[0], "target": target[1], "targetId": target[0]}
    return {"id": number, "name": f"{source[1]} - {target[1]}", **ends, "changeTable": changes, "published": ["nb"]}


KOMMUNER, FYLKER, CENTRAL = (20, "Kommuneinndeling 2024"), (30, "Fylkesinndeling 2024"), (40, "Sentralitet 2020")
OLD_FYLKER, GROUPS, NOWHERE = (29, "Fylkesinndeling 2020"), (51, "KOSTRA-grupper 2024-07"), (99, "Opptaksområder 2026")
ANSWERS = {
    "classifications/131": {
        "name": "Standard for kommuneinndeling",
        "versions": [version(*KOMMUNER, "2024-01-01"), version(19, "Kommuneinndeling 2020", "2020-01-01", "2024-01-01")],
    },
    "classifications/104": {
        "name": "Standard for fylkesinndeling",
        "versions": [version(*FYLKER, "2024-01-01"), version(*OLD_FYLKER, "2020-01-01", "2024-01-01")],
    },
    # Stored the other way round, and valid for longer than the kommuner.
    "classifications/128": {"name": "Standard for sentralitet", "versions": [version(*CENTRAL, "2020-01-01")]},
    # Another name than the version has, and one that is alike but not it.
    "classifications/112": {"name": "Kodeliste for KOSTRA grupper", "versions": [version(*GROUPS, "2024-07-01")]},
    "classifications/113": {"name": "Kostra-grupper", "versions": [version(7, "Kostra-grupper 1994", "1994-01-01")]},
    "versions/20": {
        "id": 20,
        "correspondenceTables": [
            table(1, KOMMUNER, (19, "Kommuneinndeling 2020"), changes=True),
            table(2, KOMMUNER, FYLKER),
            table(3, KOMMUNER, OLD_FYLKER),
            table(4, CENTRAL, KOMMUNER),
            table(5, GROUPS, KOMMUNER),
            table(6, NOWHERE, KOMMUNER),
            table(7, KOMMUNER, FYLKER),
            {"id": 8},
            None,
        ],
    },
    "versions/19": {"id": 19, "correspondenceTables": None},
}
ANSWERS["classifications"] = {
    "_embedded": {
        "classifications": [
            {"id": int(path.rpartition("/")[2]), "name": answer["name"]}
            for path, answer in ANSWERS.items()
            if path.startswith("classifications/")
        ]
        + [{"id": 200, "name": "Standard for sentralitet"}]  # listed, but gone when it is asked for
    },
    "page": {"totalPages": 1},
}


@pytest.fixture
def services(tmp_path):
    """Services whose Klass answers by path; `asked` are the paths, `answers` may be changed, `clock.now` is the cache's."""
    asked, answers, clock = [], dict(ANSWERS), SimpleNamespace(now=datetime.datetime(2024, 11, 21, 12), down=False)

    def handle(request):
        path = request.url.path.rpartition("/v1/")[2]
        asked.append(path)
        if clock.down:
            raise httpx.ConnectError("no route")
        if path not in answers:
            return httpx.Response(404, json={"status": 404, "detail": "Classification not found with id = 200"})
        return httpx.Response(200, json=answers[path])

    config = Config(cache_folder=tmp_path, today=TODAY)
    http = Http(config, httpx.MockTransport(handle), sleep=lambda seconds: None)
    cache = Cache(tmp_path, now=lambda: clock.now)
    klass = Klass(http, config.addresses)
    return SimpleNamespace(http=http, klass=klass, config=config, cache=cache, asked=asked, answers=answers, clock=clock)


def test_tables_lead_to_classifications_whichever_way_round_they_are_stored(services):
    found = find(services, 131, DAY)
    assert found.found == (Counterpart(104, "Fylkesinndeling"), Counterpart(128, "Sentralitet"))


def test_only_versions_of_that_day_count(services):
    assert Counterpart(112, "KOSTRA grupper") in find(services, 131, datetime.date(2024, 8, 1)).found


def test_a_version_whose_classification_is_not_found_is_named(services):
    assert find(services, 131, DAY).unplaced == ("Opptaksområder 2026",)


def test_a_name_that_is_the_same_is_not_enough(services):
    services.answers["classifications/128"] = {"name": "Standard for sentralitet", "versions": [version(41, "…", "2020-01-01")]}
    found = find(services, 131, DAY)
    assert [one.number for one in found.found] == [104]
    assert "Sentralitet 2020" in found.unplaced


def test_what_was_found_is_kept_for_a_week_and_for_other_days_of_the_version(services):
    find(services, 131, DAY)
    services.asked.clear()
    find(services, 131, datetime.date(2024, 8, 1))
    assert services.asked == []
    services.clock.now += datetime.timedelta(days=6)
    find(services, 131, DAY)
    assert services.asked == ["classifications/131"]
    services.clock.now += datetime.timedelta(days=2)
    find(services, 131, DAY)
    assert "versions/20" in services.asked


def test_a_version_without_tables_and_a_day_without_version_have_none(services):
    assert find(services, 131, datetime.date(2021, 1, 1)) == counterparts.Counterparts()
    assert find(services, 131, datetime.date(1900, 1, 1)) == counterparts.Counterparts()


def test_nothing_is_kept_of_a_search_that_broke_off(services):
    services.clock.down = True
    with pytest.raises(Unreachable):
        find(services, 131, DAY)
    services.clock.down = False
    del services.answers["versions/20"]
    with pytest.raises(Refused):
        find(services, 131, DAY)
    services.answers["versions/20"] = ANSWERS["versions/20"]
    assert len(find(services, 131, DAY).found) == 2


def test_the_other_side_of_a_table_depends_on_where_one_stands():
    one = Table(1, "A - B", "A", "B", False, (), 5, 6)
    assert (one.other_side(5), one.other_side(6)) == ((6, "B"), (5, "A"))


def test_the_recorded_version_of_the_bydeler_leads_to_grunnkretser(services, shared):
    bodies = shared / "recordings" / "klass" / "bodies"
    grunnkretser = [version(2266, "…", "2024-01-01", "2025-01-01"), version(2879, "…", "2025-01-01")]
    for path, answer in {
        "classifications/103": json.loads((bodies / "classifications_103__2026-10-07.json").read_bytes()),
        "versions/1168": json.loads((bodies / "versions_1168__2026-10-07_trimmed.json").read_bytes()),
        "classifications/1": {"name": "Standard for delområde- og grunnkretsinndeling", "versions": grunnkretser},
        "classifications": {
            "_embedded": {
                "classifications": [
                    {"id": 1, "name": "Standard for delområde- og grunnkretsinndeling"},
                    {"id": 131, "name": "Standard for kommuneinndeling"},
                    {"id": 103, "name": "Standard for bydelsinndeling"},
                ]
            }
        },
    }.items():
        services.answers[path] = answer
    found = find(services, 103, DAY)
    assert found.found == (Counterpart(1, "Delområde- og grunnkretsinndeling"),)
    assert any(name.startswith("Opptaksområder i spesialisthelsetjenesten") for name in found.unplaced)
    assert not any("Bydelsinndeling" in name for name in found.unplaced)  # the table of changes is none of another


# --- on the stand-in ------------------------------------------------------------------


def asked_of(served, folder, classification, day):
    environment = {**served.environment(), "KLASSKART_CACHE_DIR": str(folder), "KLASSKART_TODAY": "2026-10-01"}
    config = Config.read(environment=environment)
    http = Http(config, httpx.HTTPTransport())
    services = SimpleNamespace(http=http, klass=Klass(http, config.addresses), config=config, cache=Cache(folder))
    try:
        return find(services, classification, day)
    finally:
        http.close()


@pytest.mark.parametrize(
    ("classification", "numbers"),
    [(131, {1, 103, 104, 108, 128}), (1, {103, 131, 745}), (104, {131}), (103, {1, 131}), (108, {131})],
)
def test_the_classifications_of_the_standin_lead_to_each_other(tmp_path, classification, numbers):
    with Standin(today=datetime.date(2026, 10, 1)) as served:
        found = asked_of(served, tmp_path, classification, DAY)
    assert {one.number for one in found.found} == numbers
    assert found.unplaced == ()
