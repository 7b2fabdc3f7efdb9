"""All tables of changes, kept: a missing one is a hole with a name, and only what is new is asked for."""

import datetime
from types import SimpleNamespace

import pytest
from klasskart.core.codes import Change, Classification, Code, CodeList, Version
from klasskart.core.errors import BadDates, Cancelled, ChangesMissing, KeptSince, Refused, Unreachable
from klasskart.core.feedback import Feedback
from klasskart.core.lives import Hole
from klasskart.core.settings import Config
from klasskart.work import change_graph
from klasskart.work.cache import Cache
from klasskart.work.services import open_services
from standin import Standin

YEARS = range(1990, 2025)


def version(year, changed="a"):
    return Version(year, str(year), f"{year}-01-01", None, ("nb",), changed)


class FakeKlass:
    """One code to a year, renumbered on every 1 January; remembers what it was asked."""

    def __init__(self):
        self.versions = [version(year) for year in YEARS]
        self.missing = set()
        self.windows, self.lists, self.down = [], 0, False

    def _answer(self):
        if self.down:
            raise Unreachable("klass", "https://klass", "timeout", 10)

    def classification(self, number, **named):
        self._answer()
        return Classification(number, "Inndeling", tuple(self.versions))

    def codes(self, classification, start, end, **named):
        self._answer()
        self.lists += 1
        years = [v.id for v in self.versions]
        ends = [*years[1:], None]
        rows = (
            Code(f"{y}", None, "1", "Navn", valid_from=f"{y}-01-01", valid_to=e and f"{e}-01-01") for y, e in zip(years, ends)
        )
        return CodeList(classification, start, tuple(rows))

    def changes(self, classification, start, end, **named):
        self._answer()
        inside = [v.id for v in self.versions[1:] if start.isoformat() < v.valid_from < end.isoformat()]
        self.windows.append(inside)
        if self.missing & set(inside):
            raise Refused("klass", "https://klass", 404, f"{min(self.missing)} has no change table")
        return tuple(Change(f"{year - 1}", "Navn", f"{year}", "Navn", f"{year}-01-01") for year in inside)


@pytest.fixture
def clock():
    return SimpleNamespace(now=datetime.datetime(2024, 11, 21, 12))


@pytest.fixture
def services(tmp_path, clock):
    return SimpleNamespace(
        klass=FakeKlass(), cache=Cache(tmp_path, now=lambda: clock.now), config=Config(today=datetime.date(2024, 11, 21))
    )


def test_the_graph_is_asked_for_in_windows_and_kept(services):
    graph = change_graph.graph(services, 131).graph
    assert [len(window) for window in services.klass.windows] == [20, 14]
    assert graph.history.successors("1990", "1990-06-01", "2024-01-01").codes == ("2024",)
    assert graph.holes == ()
    again = change_graph.graph(services, 131)
    assert (len(services.klass.windows), services.klass.lists, again.kept) == (2, 1, False)
    assert again.graph.changes == graph.changes


def test_one_missing_table_costs_its_own_day_only_and_is_named(services):
    services.klass.missing = {2003}
    graph = change_graph.graph(services, 131).graph
    assert graph.holes == (Hole("2003-01-01", "table", "", "2003 has no change table"),)
    assert len(graph.changes) == len(YEARS) - 2
    assert len(services.klass.windows) < 15
    way = graph.history.successors("2001", "2001-06-01", "2024-01-01")
    assert (way.codes, way.chain) == ((), "2001 → 2002 (2002-01-01) → ? (2003-01-01)")


def test_a_missing_table_is_looked_for_again_the_next_day(services, clock):
    services.klass.missing = {2024}
    change_graph.graph(services, 131)
    services.klass.missing.clear()
    services.klass.windows.clear()
    clock.now += datetime.timedelta(hours=2)
    assert change_graph.graph(services, 131).graph.missing
    clock.now += datetime.timedelta(days=1)
    assert change_graph.graph(services, 131).graph.missing == {}
    assert services.klass.windows == [[2024]]


def test_a_new_version_extends_the_graph_by_its_own_table(services, clock):
    change_graph.graph(services, 131)
    services.klass.windows.clear()
    services.klass.versions.append(version(2025))
    clock.now += datetime.timedelta(days=2)
    graph = change_graph.graph(services, 131).graph
    assert services.klass.windows == [[2025]]
    assert (services.klass.lists, len(graph.lives)) == (2, len(YEARS) + 1)
    assert graph.history.successors("1990", "1990-06-01", "2025-01-01").codes == ("2025",)


def test_a_version_that_was_edited_has_its_two_tables_fetched_again(services, clock):
    change_graph.graph(services, 131)
    services.klass.windows.clear()
    services.klass.versions[10] = version(2000, "b")
    clock.now += datetime.timedelta(days=2)
    change_graph.graph(services, 131)
    assert services.klass.windows == [[2000, 2001]]


def test_everything_is_fetched_again_after_a_month(services, clock):
    change_graph.graph(services, 131)
    services.klass.windows.clear()
    clock.now += datetime.timedelta(days=31)
    change_graph.graph(services, 131)
    assert [len(window) for window in services.klass.windows] == [20, 14]


def test_without_network_the_kept_graph_serves_and_says_how_old_it_is(services, clock):
    fetched = change_graph.graph(services, 131).fetched
    services.klass.down = True
    clock.now += datetime.timedelta(days=90)
    found = change_graph.graph(services, 131)
    assert (found.kept, found.fetched) == (True, fetched)
    assert len(found.graph.changes) == len(YEARS) - 1


def test_without_network_and_nothing_kept_there_is_an_error(services):
    services.klass.down = True
    with pytest.raises(Unreachable):
        change_graph.graph(services, 131)


def test_it_can_be_stopped_between_two_windows(services):
    with pytest.raises(Cancelled):
        change_graph.graph(services, 131, feedback=Feedback(is_cancelled=lambda: bool(services.klass.windows)))


def day(year):
    return datetime.date(year, 1, 1)


def test_changes_between_two_days_fetch_their_own_tables_only_and_keep_them(services):
    found = change_graph.changes(services, 131, day(2000), day(2002))
    assert [change.date for change in found] == ["2001-01-01", "2002-01-01"]
    change_graph.changes(services, 131, day(2001), day(2004))
    change_graph.changes(services, 131, day(2000), day(2004))
    assert services.klass.windows == [[2001, 2002], [2003, 2004]]
    change_graph.graph(services, 131)
    assert not {2001, 2002, 2003, 2004} & {year for window in services.klass.windows[2:] for year in window}


def test_changes_name_the_missing_tables_and_are_an_error_where_all_are(services):
    services.klass.missing, warned = {2001}, []
    feedback = Feedback(on_warning=warned.append)
    found = change_graph.changes(services, 131, day(2000), day(2003), feedback=feedback)
    assert [change.date for change in found] == ["2002-01-01", "2003-01-01"]
    assert [(type(one), one.date) for one in warned] == [(ChangesMissing, "2001-01-01")]
    with pytest.raises(Refused):
        change_graph.changes(services, 131, day(2000), day(2001))


def test_changes_run_forward_only_and_no_time_has_none(services):
    with pytest.raises(BadDates):
        change_graph.changes(services, 131, day(2003), day(2000))
    assert change_graph.changes(services, 131, day(2003), day(2003)) == ()


def test_changes_without_network_are_those_that_are_kept_all_of_them_or_none(services, clock):
    change_graph.changes(services, 131, day(2000), day(2002))
    services.klass.down = True
    clock.now += datetime.timedelta(days=40)
    warned = []
    assert len(change_graph.changes(services, 131, day(2000), day(2002), feedback=Feedback(on_warning=warned.append))) == 2
    assert [type(one) for one in warned] == [KeptSince]
    with pytest.raises(Unreachable):
        change_graph.changes(services, 131, day(2000), day(2003))


@pytest.fixture(scope="module")
def standin():
    with Standin(today=datetime.date(2026, 10, 1)) as running:
        yield running


def test_the_stand_ins_graph_knows_the_reform_that_is_still_to_come(standin, tmp_path):
    services = open_services(Config.read(environment={**standin.environment(), "KLASSKART_CACHE_DIR": str(tmp_path)}))
    graph = change_graph.graph(services, 131).graph
    services.close()
    assert graph.holes == ()
    assert graph.history.successors("1507", "2023-06-01", "2024-01-01").codes == ("1508", "1580")
    assert graph.history.successors("1151", "2026-10-01", "2027-01-01").codes == ("1106",)


def test_both_levels_of_small_areas_are_there_with_their_numbers(standin, tmp_path):
    services = open_services(Config.read(environment={**standin.environment(), "KLASSKART_CACHE_DIR": str(tmp_path)}))
    found = change_graph.lives(services, 1).lives
    services.close()
    assert {level: len(found.at_level(level).valid("2024-01-01")) for level in found.levels} == {"1": 1906, "2": 14462}


def test_regions_have_no_tables_at_all_and_their_graph_says_it(standin, tmp_path):
    services = open_services(Config.read(environment={**standin.environment(), "KLASSKART_CACHE_DIR": str(tmp_path)}))
    graph = change_graph.graph(services, 108).graph
    services.close()
    assert {hole.what for hole in graph.holes} == {"table"}
    assert len(graph.missing) == len(graph.lives.starts) - 1
    assert graph.changes == ()
