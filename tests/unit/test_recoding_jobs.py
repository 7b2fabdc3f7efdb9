"""Changing codes as a job: what is fetched, what is warned of, and names in the language that was asked for."""

import datetime
from types import SimpleNamespace

import pytest
from klasskart.core.codes import Change, Classification, Code, CodeList, Version
from klasskart.core.errors import (
    BadChoice,
    ChangesMissing,
    CodesLost,
    KeptSince,
    LanguageMissing,
    NoCodesOnDate,
    Refused,
    SplitOpen,
    Unreachable,
)
from klasskart.core.feedback import Feedback
from klasskart.core.settings import Config
from klasskart.work.cache import Cache
from klasskart.work.recoding import RecodeChoice, prepare

D2019, D2024 = datetime.date(2019, 1, 1), datetime.date(2024, 1, 1)
LIVES = {
    "0101": ("Halden", "2019-01-01", "2020-01-01"),
    "3001": ("Halden", "2020-01-01", "2024-01-01"),
    "3101": ("Halden", "2024-01-01", None),
    "0301": ("Oslo", "2019-01-01", None),
    "1507": ("Ålesund", "2019-01-01", "2024-01-01"),
    "1508": ("Ålesund", "2024-01-01", None),
    "1580": ("Haram", "2024-01-01", None),
    "1999": ("Tapt", "2019-01-01", "2024-01-01"),
}
CHANGES = (
    Change("0101", "Halden", "3001", "Halden", "2020-01-01"),
    Change("3001", "Halden", "3101", "Halden", "2024-01-01"),
    Change("1507", "Ålesund", "1508", "Ålesund", "2024-01-01"),
    Change("1507", "Ålesund", "1580", "Haram", "2024-01-01"),
)


class FakeKlass:
    def __init__(self):
        self.missing, self.down, self.only_bokmal, self.listed = set(), False, False, 0

    def _answer(self):
        if self.down:
            raise Unreachable("klass", "https://klass", "timeout", 10)

    def classification(self, number, **named):
        self._answer()
        starts = ("2019-01-01", "2020-01-01", "2024-01-01")
        return Classification(number, "Inndeling", tuple(Version(n, start, start, None) for n, start in enumerate(starts)))

    def codes(self, classification, start, end, **named):
        self._answer()
        rows = (Code(code, None, "1", name, valid_from=a, valid_to=b) for code, (name, a, b) in LIVES.items())
        return CodeList(classification, start, tuple(rows))

    def codes_at(self, classification, day, *, language, **named):
        self._answer()
        self.listed += 1
        if self.only_bokmal and language != "nb":
            raise Refused("klass", "url", 404, "Is not published in language: EN")
        codes = tuple(Code(code, None, "1", f"{name} ({language})") for code, (name, _, end) in LIVES.items() if not end)
        return CodeList(classification, day, codes, language)

    def changes(self, classification, start, end, **named):
        self._answer()
        if any(start.isoformat() < day < end.isoformat() for day in self.missing):
            raise Refused("klass", "url", 404, "has no change table")
        return tuple(row for row in CHANGES if start.isoformat() < row.date < end.isoformat())


@pytest.fixture
def services(tmp_path):
    clock = SimpleNamespace(now=datetime.datetime(2024, 11, 21, 12))
    cache = Cache(tmp_path, now=lambda: clock.now)
    return SimpleNamespace(klass=FakeKlass(), cache=cache, config=Config(today=datetime.date(2024, 11, 21)), clock=clock)


def prepared(services, *codes, warned=None, **named):
    choice = RecodeChoice(131, named.pop("until", D2024), named.pop("since", D2019), **named)
    feedback = Feedback(on_warning=warned.append if warned is not None else None)
    return prepare(services, dict.fromkeys(codes, 1), choice, feedback)


def test_names_come_from_the_kept_lists_and_cost_no_question_more(services):
    found = prepared(services, "0101", "0301")
    assert [row.new_name for row in found.values.values()] == ["Halden", "Oslo"]
    assert services.klass.listed == 0


def test_names_in_another_language_are_asked_for_and_missing_ones_are_said(services):
    assert prepared(services, "0101", language="en").values["0101"].new_name == "Halden (en)"
    services.klass.only_bokmal, warned = True, []
    assert prepared(services, "0101", language="nn", warned=warned).values["0101"].new_name == "Halden (nb)"
    assert [type(one) for one in warned] == [LanguageMissing]


def test_a_split_without_a_choice_a_lost_code_and_a_missing_table_are_told(services):
    warned = []
    prepared(services, "1507", "1999", "0301", warned=warned)
    assert [(type(one), one.values().get("code") or one.values().get("codes")) for one in warned] == [
        (CodesLost, "1999"),
        (SplitOpen, "1507"),
    ]
    services.klass.missing = {"2020-01-01"}
    services.clock.now += datetime.timedelta(days=40)
    warned.clear()
    assert prepared(services, "0101", warned=warned).values["0101"].chain == "0101 → ? (2020-01-01)"
    assert [(type(one), one.date) for one in warned] == [(ChangesMissing, "2020-01-01")]


def test_without_a_first_date_only_holes_that_matter_are_told(services):
    services.klass.missing, warned = {"2020-01-01"}, []
    assert prepared(services, "3001", since=None, warned=warned).values["3001"].new_code == "3101"
    assert warned == []


def test_choices_settle_splits_and_wrong_ones_are_refused(services):
    warned = []
    found = prepared(services, "1507", choices=[("1507", "1580", None)], warned=warned)
    assert (found.values["1507"].new_code, warned) == ("1580", [])
    with pytest.raises(BadChoice):
        prepared(services, "1507", choices=[("1507", "0301", None)])


def test_without_network_the_kept_graph_serves_and_that_is_said(services):
    prepared(services, "0101")
    services.klass.down = True
    services.clock.now += datetime.timedelta(days=40)
    warned = []
    assert prepared(services, "0101", warned=warned).values["0101"].new_code == "3101"
    assert [type(one) for one in warned] == [KeptSince]


def test_days_that_no_version_has_are_errors(services):
    for named in ({"since": datetime.date(2000, 1, 1)}, {"until": datetime.date(2000, 1, 1)}):
        with pytest.raises(NoCodesOnDate):
            prepared(services, "0101", **named)
