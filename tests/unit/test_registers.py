"""Codes: kept while young, asked for when old, and never lost because a service is down."""

import datetime
from types import SimpleNamespace

import pytest
from klasskart.core.codes import Classification, Code, CodeList, Version
from klasskart.core.errors import BadDates, Faulty, NoCodesOnDate, Refused, UnknownLevel, Unreachable
from klasskart.core.feedback import Feedback
from klasskart.core.settings import Config
from klasskart.work import registers
from klasskart.work.cache import Cache

NEW_YEAR = datetime.date(2024, 1, 1)
OSLO = (Code("03010100", None, "1", "Sentrum 1"), Code("03010101", "03010100", "2", "Sentrum 1 - Rode 1"))


class FakeKlass:
    """Answers as told, and remembers what it was asked."""

    def __init__(self):
        self.asked, self.named = [], []
        self.rows = OSLO
        self.error = None
        self.versions = (Version(1, "2020", "2020-01-01", "2024-01-01"), Version(2, "2024", "2024-01-01", None))
        self.only_bokmal = False

    def codes_at(self, classification, day, *, language, **named):
        self.asked.append(("codes_at", classification, day, language))
        self.named.append((named["select"], named["variant"]))
        if self.error:
            raise self.error
        if self.only_bokmal and language != "nb":
            raise Refused("klass", "url", 404, "Is not published in language: EN")
        return CodeList(classification, day, self.rows, language)

    @property
    def lists(self):
        return [asked for asked in self.asked if asked[0] == "codes_at"]

    def codes(self, classification, day, end, *, language, **named):
        self.asked.append(("codes", classification, day, end))
        return CodeList(classification, day, self.rows, language, end)

    def classification(self, number, **named):
        self.asked.append(("classification", number))
        return Classification(number, "Inndeling", self.versions)


@pytest.fixture
def clock():
    return SimpleNamespace(now=datetime.datetime(2026, 11, 21, 12))


@pytest.fixture
def services(tmp_path, clock):
    return SimpleNamespace(
        klass=FakeKlass(),
        cache=Cache(tmp_path, now=lambda: clock.now),
        config=Config(today=datetime.date(2026, 11, 21)),
    )


def test_a_register_is_fetched_once_and_then_read_from_disk(services):
    first = registers.codes(services, 1, NEW_YEAR)
    second = registers.codes(services, 1, NEW_YEAR)
    assert first.codes.codes == second.codes.codes == OSLO
    assert not second.kept
    assert len(services.klass.asked) == 1


def test_past_days_are_asked_for_again_after_a_month_and_today_after_a_day(services, clock):
    today = services.config.today
    registers.codes(services, 1, NEW_YEAR)
    registers.codes(services, 1, today)
    clock.now += datetime.timedelta(days=2)
    registers.codes(services, 1, NEW_YEAR)
    registers.codes(services, 1, today)
    assert [asked[2] for asked in services.klass.lists] == [NEW_YEAR, today, today]
    clock.now += datetime.timedelta(days=30)
    registers.codes(services, 1, NEW_YEAR)
    assert services.klass.lists[-1][2] == NEW_YEAR


def test_a_list_whose_version_was_edited_since_is_fetched_again_and_only_that_one(services, clock):
    early = datetime.date(2021, 1, 1)
    for day in (NEW_YEAR, early):
        registers.codes(services, 1, day)
    services.klass.versions = tuple(
        version._replace(last_modified=f"{'2026-11-22' if version.name == '2024' else '2020-01-03'}T09:00:00.000+0000")
        for version in services.klass.versions
    )
    for _ in range(3):
        clock.now += datetime.timedelta(days=2)
        for day in (NEW_YEAR, early):
            registers.codes(services, 1, day)
    assert [asked[2] for asked in services.klass.lists] == [NEW_YEAR, early, NEW_YEAR]


def test_a_young_list_is_not_asked_about(services, clock):
    registers.codes(services, 1, NEW_YEAR)
    services.klass.classification = services.klass.codes_at = None  # would be a TypeError
    clock.now += datetime.timedelta(hours=20)
    assert not registers.codes(services, 1, NEW_YEAR).kept


def test_fresh_asks_again_at_once(services):
    registers.codes(services, 1, NEW_YEAR)
    registers.codes(services, 1, NEW_YEAR, fresh=True)
    assert len(services.klass.asked) == 2


@pytest.mark.parametrize("error", [Unreachable("klass", "url", "timeout", 10), Faulty("klass", "url", 503, "")])
def test_a_service_that_is_down_leaves_the_kept_codes_and_says_that_they_are_old(services, clock, error):
    fetched = registers.codes(services, 1, NEW_YEAR).fetched
    clock.now += datetime.timedelta(days=90)
    services.klass.error = error
    register = registers.codes(services, 1, NEW_YEAR)
    assert register.kept
    assert register.fetched == fetched
    assert register.codes.codes == OSLO


def test_a_service_that_is_down_is_an_error_where_nothing_is_kept(services):
    services.klass.error = Unreachable("klass", "url", "name")
    with pytest.raises(Unreachable):
        registers.codes(services, 1, NEW_YEAR)


def test_a_level_is_cut_out_of_the_kept_list_and_an_unknown_one_is_named(services):
    assert [c.code for c in registers.codes(services, 1, NEW_YEAR, level="2").codes.codes] == ["03010101"]
    with pytest.raises(UnknownLevel) as caught:
        registers.codes(services, 1, NEW_YEAR, level="3")
    assert (caught.value.level, caught.value.known) == ("3", "1, 2")


def test_a_level_that_a_selection_leaves_out_is_empty_and_an_unknown_one_is_named(services):
    assert registers.codes(services, 1, NEW_YEAR, select="03010101", level="2").codes.codes == OSLO[1:]
    for variant in ("", "Sentrum"):
        with pytest.raises(UnknownLevel, match="1, 2"):
            registers.codes(services, 1, NEW_YEAR, select="0301*", level="7", variant=variant)
        assert [asked[-1] for asked in services.klass.named[-2:]] == [variant, variant]


def test_a_language_that_is_not_published_falls_back_to_bokmal_and_says_so(services):
    services.klass.only_bokmal = True
    assert registers.codes(services, 1, NEW_YEAR, language="en").codes.language == "nb"


@pytest.mark.parametrize(
    ("day", "first", "future"),
    [(datetime.date(1999, 1, 1), "2020-01-01", ""), (datetime.date(2027, 6, 1), "2020-01-01", "2027-01-01")],
)
def test_a_day_without_codes_is_an_error_that_says_which_days_have_some(services, day, first, future):
    services.klass.rows = ()
    services.klass.versions = (Version(1, "2020", "2020-01-01", "2027-01-01"), Version(2, "2027", "2027-01-01", None))
    with pytest.raises(NoCodesOnDate) as caught:
        registers.codes(services, 131, day)
    assert (caught.value.first, caught.value.future) == (first, future)


def test_an_empty_selection_within_a_version_is_an_answer(services):
    services.klass.rows = ()
    assert registers.codes(services, 131, NEW_YEAR, select="0301").codes.codes == ()


def test_a_period_that_ends_before_it_begins_is_refused(services):
    with pytest.raises(BadDates):
        registers.codes(services, 131, NEW_YEAR, end=NEW_YEAR)


def test_a_day_after_the_last_version_is_told_with_the_last_day_that_has_codes(services):
    services.klass.rows = ()
    services.klass.versions = (Version(1, "2006", "2006-01-01", "2015-01-01"), Version(2, "2015", "2015-01-01", "2020-07-01"))
    with pytest.raises(NoCodesOnDate) as caught:
        registers.codes(services, 110, NEW_YEAR)
    assert (caught.value.first, caught.value.last, caught.value.future) == ("2006-01-01", "2020-06-30", "")


def test_a_cache_that_cannot_be_written_costs_nothing_but_a_warning(services, tmp_path):
    (tmp_path / "registers").write_text("a file where the folder should be")
    warnings = []
    register = registers.codes(services, 1, NEW_YEAR, feedback=Feedback(on_warning=warnings.append))
    assert register.codes.codes == OSLO
    assert len(warnings) == 1


def test_kept_codes_never_ask(services):
    assert registers.kept_codes(services, 1, NEW_YEAR) is None
    registers.codes(services, 1, NEW_YEAR)
    services.klass.asked.clear()
    assert registers.kept_codes(services, 1, NEW_YEAR).codes.codes == OSLO
    assert services.klass.asked == []
