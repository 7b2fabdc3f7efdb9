"""Correspondences and lists of classifications: asked division by division, kept, in bokmål where there is nothing else."""

import datetime
from types import SimpleNamespace

import pytest
from klasskart.core.codes import Classification, Code, CodeList, Correspondence, Listed, Version
from klasskart.core.errors import (
    BadDates,
    CorrespondenceMissing,
    KeptSince,
    LanguageMissing,
    NoCodesOnDate,
    NoCorrespondence,
    Refused,
    UnknownClassification,
    Unreachable,
)
from klasskart.core.feedback import Feedback
from klasskart.core.settings import Config
from klasskart.work import classifications, correspondences
from klasskart.work.cache import Cache

DAY, END = datetime.date(2019, 6, 1), datetime.date(2024, 6, 1)
PAIR = ("1507", "Ålesund", "15", "Møre og Romsdal")


class FakeKlass:
    """Kommuner and fylker with a version for 2019, 2020 and 2024, and a table for each."""

    def __init__(self):
        self.asked, self.missing, self.only_bokmal, self.down, self.rows = [], set(), False, False, True
        self.not_even_bokmal, self.faulty, self.pairs = False, False, (PAIR,)

    def _answer(self, *what, language):
        self.asked.append(what)
        if self.down:
            raise Unreachable("klass", "https://klass", "name")
        if self.faulty:
            raise Refused("klass", "url", 400, "Separator must be a single character")
        if self.only_bokmal and (self.not_even_bokmal or language != "nb"):
            raise Refused("klass", "url", 404, "Tabell [from=2020-01-01, to=max]. Is not published in language: EN")

    def classification(self, number, **named):
        if number == 99999:
            raise UnknownClassification(number)
        starts = ("2019-01-01", "2020-01-01", "2024-01-01")
        versions = tuple(Version(year, str(year), start, None) for year, start in enumerate(starts))
        return Classification(number, "Standard", versions, "Klassifikasjon", "2026", f"https://klass/{number}")

    def correspond_at(self, source, target, day, *, language, **named):
        self._answer("at", day, language=language)
        self._check_table(day)
        return self.pairs if self.rows else ()

    def _check_table(self, day):
        if day.year in self.missing:
            raise Refused("klass", "url", 404, "has no correspondence table with")

    def codes_at(self, classification, day, **named):
        return CodeList(classification, day, (Code("03010100", None, "1", "S"), Code("03010101", "03010100", "2", "R")))

    def corresponds(self, source, target, start, end, *, language, **named):
        self._answer(start.isoformat(), end.isoformat(), language=language)
        self._check_table(start)
        return (Correspondence(*PAIR, start.isoformat(), end.isoformat() if end != END else None),) if self.rows else ()

    def classifications(self, **named):
        self._answer("list", language="nb")
        return (Listed(7, "B"), Listed(1, "A"))

    def search(self, query, **named):
        self._answer("search", query, language="nb")
        return (Listed(7, "B", language="nb"), Listed(7, "B in English", language="en"), Listed(1, "A", language="nn"))


@pytest.fixture
def services(tmp_path):
    clock = SimpleNamespace(now=datetime.datetime(2024, 11, 21, 12))
    cache = Cache(tmp_path, now=lambda: clock.now)
    return SimpleNamespace(klass=FakeKlass(), cache=cache, config=Config(today=datetime.date(2024, 11, 21)), clock=clock)


@pytest.fixture
def warned():
    return []


@pytest.fixture
def feedback(warned):
    return Feedback(on_warning=warned.append)


def test_a_day_has_pairs_without_dates_and_is_asked_for_once(services):
    for _ in range(2):
        assert correspondences.fetch(services, 131, 104, DAY) == (Correspondence(*PAIR),)
    assert len(services.klass.asked) == 1


def test_a_period_is_asked_for_division_by_division_and_joined(services):
    found = correspondences.fetch(services, 131, 104, DAY, end=END)
    assert services.klass.asked == [
        ("2019-06-01", "2020-01-01"),
        ("2020-01-01", "2024-01-01"),
        ("2024-01-01", "2024-06-01"),
    ]
    assert found == (Correspondence(*PAIR, "2019-06-01", "2024-06-01"),)


def test_a_division_without_a_table_is_told_and_the_rest_is_given(services, feedback, warned):
    services.klass.missing = {2020}
    found = correspondences.fetch(services, 131, 104, DAY, end=END, feedback=feedback)
    assert [row[4:] for row in found] == [("2019-06-01", "2020-01-01"), ("2024-01-01", "2024-06-01")]
    assert [(type(one), one.start, one.end) for one in warned] == [(CorrespondenceMissing, "2020-01-01", "2024-01-01")]


@pytest.mark.parametrize("named", [{}, {"end": END}])
def test_no_table_at_all_names_both_and_keeps_the_services_own_words(services, named):
    services.klass.missing = {2019, 2020, 2024}
    with pytest.raises(NoCorrespondence) as caught:
        correspondences.fetch(services, 131, 104, DAY, **named)
    assert (caught.value.source, caught.value.target, caught.value.date) == (131, 104, "2019-06-01")
    assert caught.value.words == "has no correspondence table with"


def test_a_table_in_another_language_only_is_no_table_in_bokmal(services):
    services.klass.only_bokmal = services.klass.not_even_bokmal = True
    with pytest.raises(NoCorrespondence, match="Is not published in language"):
        correspondences.fetch(services, 131, 104, DAY, language="en")


def test_the_codes_of_one_level_are_kept_where_its_name_was_given(services):
    rows = ((("03010100", "Sentrum", "030116", "Sentrum")), ("03010101", "Rode 1", "030116", "Sentrum"))
    services.klass.pairs = rows
    found = [correspondences.fetch(services, 1, 103, DAY, levels=(level, "1")) for level in ("", "1", "2")]
    assert [[pair.source_code for pair in pairs] for pairs in found] == [["03010100", "03010101"], ["03010100"], ["03010101"]]


@pytest.mark.parametrize(("age", "asked"), [(20, 1), (40, 2)])
def test_pairs_of_past_days_are_good_for_a_month(services, age, asked):
    correspondences.fetch(services, 131, 104, DAY)
    services.clock.now += datetime.timedelta(days=age)
    correspondences.fetch(services, 131, 104, DAY)
    assert len(services.klass.asked) == asked


def test_a_fault_of_the_service_is_no_missing_table(services):
    services.klass.faulty = True
    with pytest.raises(Refused) as caught:
        correspondences.fetch(services, 131, 104, DAY)
    assert caught.value.status == 400


def test_bokmal_is_asked_for_where_the_language_is_not_published(services, feedback, warned):
    services.klass.only_bokmal = True
    assert correspondences.fetch(services, 131, 104, DAY, end=END, language="en", feedback=feedback)
    assert [type(one) for one in warned] == [LanguageMissing]
    assert len(services.klass.asked) == 4


def test_a_table_without_rows_is_an_empty_answer_and_a_day_without_version_is_none(services):
    services.klass.rows = False
    assert correspondences.fetch(services, 131, 104, DAY) == ()
    assert correspondences.fetch(services, 131, 104, DAY, end=END) == ()
    for named in ({}, {"end": datetime.date(2018, 1, 1)}):
        with pytest.raises(NoCodesOnDate):
            correspondences.fetch(services, 131, 104, datetime.date(2000, 1, 1), **named)


def test_a_period_that_ends_before_it_begins_is_refused(services):
    with pytest.raises(BadDates):
        correspondences.fetch(services, 131, 104, END, end=DAY)


def test_without_network_the_kept_pairs_serve_and_that_is_said(services, feedback, warned):
    correspondences.fetch(services, 131, 104, DAY)
    services.klass.down = True
    services.clock.now += datetime.timedelta(days=40)
    assert correspondences.fetch(services, 131, 104, DAY, feedback=feedback)
    assert [type(one) for one in warned] == [KeptSince]


# --- lists ------------------------------------------------------------------------


def test_all_classifications_come_by_number_and_are_kept(services):
    for _ in range(2):
        assert [one.id for one in classifications.find(services)] == [1, 7]
    assert len(services.klass.asked) == 1
    classifications.find(services, fresh=True)
    assert len(services.klass.asked) == 2


@pytest.mark.parametrize(("language", "name"), [("en", "B in English"), ("nb", "B"), ("nn", "B")])
def test_hits_come_once_each_in_the_language_that_was_asked_for(services, language, name):
    assert [(one.id, one.name) for one in classifications.find(services, "b", language=language)] == [(7, name), (1, "A")]


def test_a_number_finds_its_classification_first(services):
    assert classifications.find(services, " 131 ")[0] == Listed(
        131, "Standard", "Klassifikasjon", "", "2026", "https://klass/131"
    )
    assert [one.id for one in classifications.find(services, "7")] == [7, 1]
    assert [one.id for one in classifications.find(services, "99999")] == [7, 1]


def test_a_day_before_any_version_is_told_as_that_though_the_service_speaks_of_a_missing_table(services):
    def refuse(*asked, **named):
        raise Refused("klass", "url", 404, "has no correspondence table with")

    services.klass.correspond_at = refuse
    with pytest.raises(NoCodesOnDate):
        correspondences.fetch(services, 131, 104, datetime.date(1900, 1, 1))
    with pytest.raises(NoCorrespondence):
        correspondences.fetch(services, 131, 104, DAY)
