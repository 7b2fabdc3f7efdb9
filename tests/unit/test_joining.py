"""Preparing a join: field, classification and level found by overlap, and both sides told before anything changes."""

import datetime
from types import SimpleNamespace

import pytest
from klasskart.core.codes import Change, Classification, Code, CodeList, Version
from klasskart.core.errors import (
    FieldMissing,
    LanguageMissing,
    NoCodesOnDate,
    NoCorrespondence,
    NoKeyFound,
    Refused,
    SeveralCounterparts,
    UnknownClassification,
    UnknownLevel,
    Unreachable,
)
from klasskart.core.feedback import Feedback
from klasskart.core.settings import Config
from klasskart.work.cache import Cache
from klasskart.work.joining import Figures, JoinChoice, prepare

DAY = datetime.date(2024, 1, 1)
KOMMUNER = {"0301": "Oslo", "1103": "Stavanger", "1508": "Ålesund", "1580": "Haram", "3101": "Halden", "9999": "Uoppgitt"}
ENDED = {131: {"3001": ("Halden", "2020-01-01"), "1507": ("Ålesund", "2020-01-01")}, 104: {}}
ENDED[131].update(
    (f"{fylke}{number:02}", (f"Gammelby {fylke}", "1900-01-01")) for fylke in ("01", "02") for number in range(1, 7)
)
ENDED[104].update({"01": ("Østfold", "1900-01-01"), "02": ("Akershus", "1900-01-01")})
FIRST = datetime.date(1900, 1, 1)
KRETSER = {"03010100": ("1", None), "03010101": ("2", "03010100"), "03010102": ("2", "03010100"), "11030101": ("2", "11030100")}
CHANGES = (
    Change("1507", "Ålesund", "1508", "Ålesund", "2024-01-01"),
    Change("1507", "Ålesund", "1580", "Haram", "2024-01-01"),
    Change("3001", "Halden", "3101", "Halden", "2024-01-01"),
    *(Change(code, name, None, None, "2020-01-01") for code, (name, since) in ENDED[131].items() if since < "2020"),
)


class Klass:
    """A small Klass: what it is asked is remembered; `down` makes it silent."""

    def __init__(self):
        self.asked, self.down, self.only_bokmal = [], False, False

    def _ask(self, *what):
        self.asked.append(what)
        if self.down:
            raise Unreachable("klass", "https://klass", "timeout", 10)

    def codes_at(self, classification, day, **named):
        self._ask("codes", classification)
        if day < FIRST:
            codes = []
        elif classification == 131:
            codes = [Code(code, None, "1", name) for code, name in KOMMUNER.items()]
        elif classification == 104:
            codes = [Code("03", None, "1", "Oslo"), Code("11", None, "1", "Rogaland")]
        elif classification == 1:
            codes = [Code(code, parent, level, f"Krets {code}") for code, (level, parent) in KRETSER.items()]
        else:
            codes = []
        return CodeList(classification, day, tuple(codes))

    def codes(self, classification, start, end, **named):
        now = [
            code._replace(valid_from="2024-01-01" if code.code in ("1508", "1580", "3101") else start.isoformat())
            for code in self.codes_at(classification, start).codes
        ]
        ended = [
            Code(code, None, "1", name, valid_from=since, valid_to="2020-01-01" if since < "2020" else "2024-01-01")
            for code, (name, since) in ENDED.get(classification, {}).items()
        ]
        return CodeList(classification, start, (*now, *ended), end=end)

    def changes(self, classification, start, end, **named):
        self._ask("changes", classification)
        return CHANGES if classification == 131 else ()

    def classification(self, number, **named):
        self._ask("classification", number)
        return Classification(
            number,
            "…",
            (
                Version(1, "1900", "1900-01-01", "2020-01-01"),
                Version(2, "2020", "2020-01-01", "2024-01-01"),
                Version(3, "2024", "2024-01-01", None),
            ),
        )

    def correspond_at(self, source, target, day, **named):
        self._ask("corresponds", source, target)
        if self.only_bokmal and named["language"] != "nb":
            raise Refused("klass", "https://klass", 404, "Is not published in language: EN")
        if target == 108:
            return (("0301", "Oslo", "03001", ""),)
        if target != 104:
            raise Refused("klass", "https://klass", 404, "no correspondence table")
        return (
            ("0301", "Oslo", "03", "Oslo"),
            ("1103", "Stavanger", "11", "Rogaland"),
            ("1103", "Stavanger", "12", "Hordaland"),
        )


@pytest.fixture
def services(tmp_path):
    return SimpleNamespace(
        klass=Klass(), cache=Cache(tmp_path), config=Config(cache_folder=tmp_path, today=datetime.date(2024, 6, 1))
    )


def ones(*values):
    return dict.fromkeys(values, 1)


def test_field_classification_and_level_are_found(services):
    columns = {"navn": ones("Oslo", "Halden"), "folketall": ones(709037, 31935), "nr": ones(301, 3101)}
    prepared = prepare(services, columns, JoinChoice(DAY))
    assert (prepared.field, prepared.classification, prepared.level) == ("nr", 131, "1")
    assert prepared.report.matched == 2
    assert prepared.ways[0].score.share == 1.0


def test_grunnkretser_are_found_among_both_levels(services):
    prepared = prepare(services, {"krets": ones("03010101", "03010102", "11030101")}, JoinChoice(DAY))
    assert (prepared.classification, prepared.level, prepared.report.matched) == (1, "2", 3)


def test_a_higher_level_may_be_chosen_for_longer_codes(services):
    choice = JoinChoice(DAY, classification=131)
    prepared = prepare(services, {"krets": {"03010101": 2, "11030101": 1}}, choice)
    assert prepared.report.keys == {"03010101": "0301", "11030101": "1103"}
    assert [repair.kind for repair in prepared.report.repairs] == ["shortened"]


def test_attributes_come_for_every_code_but_fillers_and_nothing_is_null(services):
    prepared = prepare(services, {"nr": ones("0301")}, JoinChoice(DAY, attributes=("name", "parent_code")))
    assert prepared.values["0301"] == ("Oslo", None)
    assert "9999" not in prepared.values
    assert [(one.name, one.empty) for one in prepared.attributes] == [("name", False), ("parent_code", True)]


def test_correspondences_come_along_as_code_and_name(services):
    prepared = prepare(services, {"nr": ones("0301", "1103")}, JoinChoice(DAY, attributes=("name", "to:104")))
    assert [one.name for one in prepared.attributes] == ["name", "to_104_code", "to_104_name"]
    assert prepared.values["0301"] == ("Oslo", "03", "Oslo")
    assert prepared.values["1103"] == ("Stavanger", "11; 12", "Rogaland; Hordaland")
    assert prepared.values["3101"] == ("Halden", None, None)


def test_codes_with_several_counterparts_are_counted_and_told(services):
    warned = []
    choice = JoinChoice(DAY, attributes=("to:104", "to:108"))
    prepared = prepare(services, {"nr": ones("0301", "1103")}, choice, Feedback(on_warning=warned.append))
    assert [(one.name, one.several) for one in prepared.attributes] == [
        ("to_104_code", 1), ("to_104_name", 1), ("to_108_code", 0), ("to_108_name", 0)
    ]  # fmt: skip
    assert [(type(one), one.target, one.count, one.example, one.codes) for one in warned] == [
        (SeveralCounterparts, 104, 1, "1103", "11, 12")
    ]
    assert prepared.values["0301"] == ("03", "Oslo", "03001", None)


@pytest.mark.parametrize(
    ("attribute", "error", "words"),
    [
        ("to:6", NoCorrespondence, "no correspondence table"),
        ("to:", UnknownClassification, "to:"),
        ("to:byer", UnknownClassification, "byer"),
    ],
)
def test_a_correspondence_that_can_not_be_had_is_an_error_where_it_was_asked_for(services, attribute, error, words):
    with pytest.raises(error, match=words):
        prepare(services, {"nr": ones("0301")}, JoinChoice(DAY, attributes=("name", attribute)))


def test_what_is_only_wished_for_along_does_not_stand_in_the_way(services):
    along = {131: ("to:104", "to:6"), 104: ("to:131",)}
    prepared = prepare(services, {"nr": ones("0301")}, JoinChoice(DAY, attributes=("name",), along=along))
    assert [one.name for one in prepared.attributes] == ["name", "to_104_code", "to_104_name"]
    assert prepared.values["0301"] == ("Oslo", "03", "Oslo")
    assert {name: type(error) for name, error in prepared.holes.items()} == {"to:6": NoCorrespondence}


def test_correspondences_are_kept_and_come_in_bokmal_where_there_is_no_other_language(services):
    warned = []
    services.klass.only_bokmal = True
    for _ in range(2):
        choice = JoinChoice(DAY, language="en", attributes=("to:104",))
        prepared = prepare(services, {"nr": ones("0301")}, choice, Feedback(on_warning=warned.append))
        assert prepared.values["0301"] == ("03", "Oslo")
        assert all(one.bokmal for one in prepared.attributes)
    assert services.klass.asked.count(("corresponds", 131, 104)) == 3  # in English twice, which is refused; in bokmål once
    assert LanguageMissing in map(type, warned)


def test_a_code_has_the_name_of_the_one_above_it_even_where_a_level_was_chosen(services):
    choice = JoinChoice(DAY, classification=1, level="2", attributes=("parent_code", "parent_name"))
    prepared = prepare(services, {"krets": ones("03010101", "11030101")}, choice)
    assert prepared.values["03010101"] == ("03010100", "Krets 03010100")
    assert prepared.values["11030101"] == ("11030100", None)  # Klass names a code above that it does not list


def test_unknown_attributes_are_named(services):
    with pytest.raises(FieldMissing, match="colour"):
        prepare(services, {"nr": ones("0301")}, JoinChoice(DAY, attributes=("colour",)))


def test_expired_codes_are_explained_by_the_changes(services):
    report = prepare(
        services, {"nr": ones("0301", "1507", "3001", "9999", None, "x")}, JoinChoice(DAY, classification=131)
    ).report
    reasons = {miss.value: (miss.reason, miss.kind, miss.successors) for miss in report.misses}
    assert reasons["1507"] == ("expired", "split", ("1508", "1580"))
    assert reasons["3001"] == ("expired", "renumbered", ("3101",))
    assert reasons["9999"][0] == "filler"
    assert (reasons[""][0], reasons["x"][0]) == ("no_code", "malformed")
    assert (report.features, report.matched) == (6, 1)


def test_changes_are_not_asked_for_while_all_match(services):
    prepare(services, {"nr": ones("0301", "3101")}, JoinChoice(DAY))
    assert ("changes", 131) not in services.klass.asked


def test_codes_that_have_all_ended_still_tell_their_field(services):
    prepared = prepare(services, {"navn": ones("Halden"), "nr": {3001: 2, 1507: 1}}, JoinChoice(DAY))
    assert (prepared.field, prepared.report.matched) == ("nr", 0)
    assert {miss.reason for miss in prepared.report.misses} == {"expired"}


def test_an_old_layer_is_joined_by_its_own_codes_though_more_of_its_fylker_are_left(services):
    knr = ("0301", *(f"{fylke}{number:02}" for fylke in ("01", "02") for number in range(1, 7)))
    columns = {"fylke": {"03": 1, "01": 6, "02": 6}, "knr": ones(*knr)}
    prepared = prepare(services, columns, JoinChoice(DAY))
    assert (prepared.field, prepared.classification, prepared.report.matched) == ("knr", 131, 1)
    assert (prepared.ways[0].field, prepared.ways[0].classification) == ("knr", 131)
    assert prepared.report.division.last_year == 2019


def test_a_day_before_all_codes_is_told_whatever_the_layer_looks_like(services):
    columns = {"knr": ones("0301", "3101"), "krets": ones("03010101", "11030101")}
    with pytest.raises(NoCodesOnDate):
        prepare(services, columns, JoinChoice(datetime.date(1850, 1, 1)))


def test_years_are_no_kommuner_of_former_times(services, monkeypatch):
    former = {str(year): (f"By {year}", "1900-01-01") for year in range(2000, 2030) if year % 3}
    monkeypatch.setitem(ENDED, 131, former)
    with pytest.raises(NoKeyFound):
        prepare(services, {"year": dict.fromkeys(range(2000, 2025), 12)}, JoinChoice(DAY))
    assert prepare(services, {"knr": ones(*former)}, JoinChoice(DAY)).field == "knr"


def test_a_level_that_no_list_has_is_named_with_those_there_are(services):
    with pytest.raises(UnknownLevel) as caught:
        prepare(services, {"nr": ones("0301", "3101")}, JoinChoice(DAY, level="7"))
    assert (caught.value.level, caught.value.known) == ("7", "1")


def test_ended_codes_are_looked_for_on_early_days_too(services):
    prepared = prepare(services, {"navn": ones("Halden"), "nr": {3001: 2, 1507: 1}}, JoinChoice(datetime.date(1950, 1, 1)))
    assert (prepared.field, prepared.report.matched) == ("nr", 0)


def test_a_layer_without_codes_is_told(services):
    with pytest.raises(NoKeyFound):
        prepare(services, {"navn": ones("Oslo", "Halden"), "id": ones(41, 47, 77)}, JoinChoice(DAY, "Lag"))


def test_a_field_that_is_missing_is_named(services):
    with pytest.raises(FieldMissing, match=r"Lag.*knr"):
        prepare(services, {"navn": ones("Oslo")}, JoinChoice(DAY, "Lag", field="knr"))


def test_what_was_chosen_is_kept_even_if_nothing_matches(services):
    prepared = prepare(services, {"nr": ones("4444")}, JoinChoice(DAY, field="nr", classification=131, level="1"))
    assert prepared.report.matched == 0


FIGURES = Figures(
    "tall.csv",
    ("region", "antall", "andel", "merknad"),
    ((301, 10, 1.5, None), (1103, 20, 2, "a"), ("K-3101", None, 3.5, None), ("K-3101", 7, 9.9, None)),
)


def test_a_table_is_matched_with_the_same_cleaning_and_keeps_its_numbers(services):
    prepared = prepare(services, {"nr": ones("0301", "1103", "3101", "1508")}, JoinChoice(DAY, figures=FIGURES))
    assert (prepared.key_field, prepared.title, prepared.report.matched) == ("region", "tall.csv", 3)
    assert [(one.name, one.kind) for one in prepared.attributes] == [
        ("antall", "integer"),
        ("andel", "real"),
        ("merknad", "text"),
    ]
    assert prepared.values["0301"] == (10, 1.5, None)
    assert prepared.values["3101"] == (None, 3.5, None)
    assert [miss.code for miss in prepared.report.duplicates] == ["3101"]


def test_old_figures_meet_their_codes_and_not_names_that_outlived_them(services):
    layer = {"knr": ones("0301", "1103", "1508", "3101"), "navn": ones("Oslo", "Stavanger", "Ålesund", "Halden")}
    rows = (("0301", "Oslo"), ("1103", "Stavanger"), ("1507", "Ålesund"), ("0101", "Halden"))
    prepared = prepare(services, layer, JoinChoice(DAY, figures=Figures("2019", ("kommune", "navn"), rows)))
    assert (prepared.field, prepared.key_field, prepared.report.matched) == ("knr", "kommune", 2)
    only_names = Figures("navn", ("navn",), tuple((name,) for _, name in rows))
    assert prepare(services, layer, JoinChoice(DAY, figures=only_names)).field == "navn"


def test_bydeler_meet_bydeler_and_not_delomrader_of_the_same_digits(services):
    layer = {"bydelsnummer": ones("030101", "030102", "460101", "460102", "110301")}
    rows = tuple((f"{bydel}{part}00"[:8], bydel) for bydel in ("030101", "030102", "460101", "460102") for part in ("", "01"))
    figures = Figures("delområder", ("delomradenummer", "bydelsnummer"), (*rows, ("11030100", "110301"), ("50010100", None)))
    assert prepare(services, layer, JoinChoice(DAY, figures=figures)).key_field == "bydelsnummer"


def test_figures_that_happen_to_look_like_codes_are_no_key(services):
    layer = {"knr": ones(*(f"{n:04}" for n in range(301, 3101, 7)))}
    figures = Figures("tall", ("sted", "antall"), tuple((f"sted {n}", n) for n in range(0, 40_000, 55)))
    with pytest.raises(NoKeyFound):
        prepare(services, layer, JoinChoice(DAY, figures=figures))


def test_columns_of_a_table_may_be_chosen(services):
    figures = Figures("tall", FIGURES.names, FIGURES.rows, "region", ("andel",))
    prepared = prepare(services, {"nr": ones("0301")}, JoinChoice(DAY, field="nr", figures=figures))
    assert prepared.values["0301"] == (1.5,)
    missing = Figures("tall", FIGURES.names, FIGURES.rows, "region", ("vekt",))
    with pytest.raises(FieldMissing, match="vekt"):
        prepare(services, {"nr": ones("0301")}, JoinChoice(DAY, field="nr", figures=missing))


def test_misses_of_a_table_are_explained_by_klass(services):
    prepared = prepare(services, {"nr": ones("0301", "1507")}, JoinChoice(DAY, figures=FIGURES))
    (miss,) = prepared.report.misses
    assert (miss.code, miss.reason, miss.successors) == ("1507", "expired", ("1508", "1580"))


def test_a_table_joins_without_klass_and_says_that_it_explains_less(services):
    services.klass.down = True
    warned = []
    prepared = prepare(
        services, {"nr": ones("0301", "1507")}, JoinChoice(DAY, figures=FIGURES), Feedback(on_warning=warned.append)
    )
    assert prepared.report.matched == 1
    assert [type(error) for error in warned] == [Unreachable]


def test_kept_codes_serve_while_klass_is_silent(services):
    prepare(services, {"nr": ones("0301")}, JoinChoice(DAY))
    services.klass.down = True
    services.config = Config(cache_folder=services.config.cache_folder, today=DAY)
    services.cache.age = lambda stored: datetime.timedelta(days=400)
    prepared = prepare(services, {"nr": ones("0301")}, JoinChoice(DAY))
    assert prepared.report.matched == 1
    assert prepared.kept_from is not None
