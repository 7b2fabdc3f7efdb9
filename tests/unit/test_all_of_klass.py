"""All of Klass against the stand-in: found by words, family and section; variants, names by a pattern, and stored tables."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.clients.selections import name_pattern
from klasskart.core.about import day_of
from klasskart.core.codes import Version
from klasskart.core.errors import BadPattern, Faulty, KeptSince, LanguageMissing, NoCodesOnDate, UnknownVariant
from klasskart.core.feedback import SILENT, Feedback
from klasskart.core.settings import Config
from klasskart.ui import about_questions, code_questions, find_questions
from klasskart.ui.code_questions import Question
from klasskart.work import classifications, registers
from klasskart.work.services import open_services
from standin import Standin

TODAY = datetime.date(2026, 11, 21)
NEW_YEAR = datetime.date(2024, 1, 1)
GEOGRAPHY = {1, 103, 104, 108, 128, 131, 745}


@pytest.fixture(scope="module")
def server():
    with Standin(today=TODAY) as standin:
        yield standin


@pytest.fixture
def services(server, tmp_path):
    server.heal()
    server.requests.clear()
    environment = {**server.environment(), "KLASSKART_CACHE_DIR": str(tmp_path), "KLASSKART_TODAY": "2026-11-21"}
    opened = open_services(Config.read(environment=environment))
    opened.http._sleep = lambda seconds: None  # trying again is not what these tests are about
    yield opened
    opened.close()
    server.heal()


def told():
    warnings = []
    return warnings, Feedback(on_warning=warnings.append)


def catalogue(services, **named):
    asked = {"codelists": False, "language": "nb", "fresh": False, "feedback": SILENT, **named}
    return find_questions.catalogue(services, **asked)


# --- finding ------------------------------------------------------------------------


def test_the_list_is_searched_by_words_and_by_numbers_without_asking(services, server):
    known = catalogue(services)
    asked = len(server.requests)
    assert [one.id for one in known.search("kommune inndeling")] == [131]
    assert known.search("1")[0].id == 1
    assert {one.id for one in known.search("10")} == {103, 104, 108}
    assert len(known.search("")) == len(known.listing.entries)
    assert len(server.requests) == asked


def test_code_lists_are_left_out_unless_asked_for_and_told_apart(services):
    assert 112 not in {one.id for one in catalogue(services).listing.entries}
    (kostra,) = catalogue(services, codelists=True).search("kostra")
    assert kostra.is_codelist
    (english,) = catalogue(services, codelists=True, language="en").search("112")
    assert english.is_codelist


def test_families_and_sections_are_offered_where_they_have_something(services):
    known = catalogue(services)
    assert known.families[15] == "Region"
    assert 12 not in known.families  # it has code lists only
    assert 12 in catalogue(services, codelists=True).families
    assert "320 - Seksjon for befolkningsstatistikk" in known.sections


def test_a_family_a_section_and_both_limit_the_list(services):
    named = {"codelists": False, "language": "nb", "feedback": SILENT}
    population = "320 - Seksjon for befolkningsstatistikk"
    assert find_questions.limited(services, family=15, section="", **named) == GEOGRAPHY
    assert find_questions.limited(services, family=0, section=population, **named) == {2, 19} | GEOGRAPHY
    assert find_questions.limited(services, family=1, section=population, **named) == {2, 19}


def test_what_the_service_finds_besides_stands_behind_and_each_stands_once(services):
    known = catalogue(services)
    found = find_questions.hits(services, "inndeling", section="", codelists=False, language="nb", feedback=SILENT)
    assert len({one.id for one in found}) == len(found)
    whole = known.with_hits(known.search("kommuneinndeling"), found)
    assert whole[0].id == 131
    assert {one.id for one in whole} >= {1, 103, 104}
    assert all(one.type and one.family for one in whole)  # a search does not say them; the list does


def test_the_list_stands_also_where_families_do_not_answer(services, server):
    server.break_next("classificationfamilies", status=404)
    warnings, feedback = told()
    known = catalogue(services, feedback=feedback)
    assert known.listing.entries and not known.families
    assert warnings


def test_without_network_the_kept_list_serves_and_says_so(services, server):
    assert not catalogue(services).listing.kept
    server.break_next("classifications", status=503, times=99)
    again = catalogue(services, fresh=True)
    assert again.listing.kept
    assert again.search("kommune")


# --- about --------------------------------------------------------------------------


def test_about_names_the_family(services):
    found = about_questions.told(services, 131, "nb", SILENT)
    assert (found.about.name, found.family) == ("Standard for kommuneinndeling", "Region")


def test_the_pairs_of_a_stored_table_are_had_in_a_language_that_it_has(services):
    about = classifications.about(services, 103)
    details = classifications.about_version(services, about.version_on("2024-01-01").id)
    table = next(one for one in details.tables if one.languages == ("nb",) and not one.is_changes)
    pairs = about_questions.pairs(services, table, "en", SILENT)
    assert pairs.language == "nb"
    assert pairs.rows and all(row.source_code and row.source_name and row.target_code for row in pairs.rows)


def test_a_change_table_has_codes_without_another_side(services):
    details = classifications.about_version(services, classifications.about(services, 103).version_on("2024-01-01").id)
    pairs = classifications.pairs(services, next(one for one in details.tables if one.is_changes))[1]
    assert any(not row.source_code for row in pairs) and any(not row.target_code for row in pairs)


def test_pairs_are_kept_and_serve_without_network(services, server):
    version = classifications.about(services, 103).version_on("2024-01-01")
    table = classifications.about_version(services, version.id).tables[0]
    first = classifications.pairs(services, table)
    server.break_next("correspondencetables", status=503, times=99)
    services.cache._now = lambda: datetime.datetime.now() + datetime.timedelta(days=2)
    warnings, feedback = told()
    assert classifications.pairs(services, table, feedback=feedback) == first
    assert [type(one) for one in warnings] == [KeptSince]


def test_no_persons_are_kept_of_tables_and_families(services, tmp_path):
    version = classifications.about(services, 103).version_on("2024-01-01")
    table = classifications.about_version(services, version.id).tables[0]
    classifications.pairs(services, table)
    assert not [file for file in tmp_path.rglob("*.json") if "contactPerson" in file.read_text("utf-8")]


@pytest.mark.parametrize(
    ("day", "used"),
    [("2021-06-01", "2021-06-01"), ("2026-01-01", "2023-01-01"), ("2010-01-01", "2023-01-01"), ("2020-01-01", "2020-01-01")],
)
def test_the_day_of_a_version_is_the_one_asked_for_or_one_within_it(day, used):
    version = Version(1, "2020", "2020-01-01", "2024-01-01")
    assert day_of(version, datetime.date.fromisoformat(day)).isoformat() == used


def test_the_day_of_an_open_version_is_its_first_where_the_one_asked_for_is_earlier():
    assert day_of(Version(1, "2024", "2024-01-01", None), datetime.date(2000, 1, 1)) == NEW_YEAR


# --- variants, names, languages, days to come -----------------------------------------


def test_a_variant_is_offered_and_groups_the_codes(services):
    offered = code_questions.described(services, 131, NEW_YEAR, "nb", SILENT)
    assert offered.levels == {"1": "Kommune"}
    (variant,) = offered.variants
    assert variant.startswith("Landsdeler")
    listed = code_questions.asked(services, Question(131, NEW_YEAR, "nb", variant=variant), SILENT)
    assert listed.register.codes.levels == ("1", "2")
    assert listed.register.codes.by_code["0301"].parent_code == "1"


def test_a_variant_that_a_day_does_not_have_is_named(services):
    with pytest.raises(UnknownVariant) as told_of:
        registers.codes(services, 131, datetime.date(2021, 1, 1), variant="Landsdeler")
    assert told_of.value.values() == {"classification": 131, "variant": "Landsdeler", "date": "2021-01-01"}


def test_a_day_without_version_offers_nothing(services):
    assert code_questions.described(services, 745, datetime.date(1990, 1, 1), "nb", SILENT).variants == ()


def test_names_are_made_by_a_pattern_and_the_search_finds_them(services):
    listed = code_questions.asked(services, Question(104, NEW_YEAR, "nb", pattern="{code}: {Uppercase( name )}"), SILENT)
    assert listed.register.codes.by_code["03"].presentation_name == "03: OSLO"
    assert listed.rows.search("03: oslo").hits == 1


def test_lists_with_and_without_a_pattern_are_kept_apart(services):
    plain = registers.codes(services, 104, NEW_YEAR).codes
    assert not plain.by_code["03"].presentation_name
    assert registers.codes(services, 104, NEW_YEAR, pattern="{code} {name}").codes.by_code["03"].presentation_name == "03 Oslo"
    assert registers.codes(services, 104, NEW_YEAR).codes == plain


@pytest.mark.parametrize("pattern", ["{kode}", "{code", "name}", "navn", "{lowercase(kode)}", "{}", "{{code}}"])
def test_what_the_service_would_leave_standing_in_a_pattern_is_refused(pattern):
    with pytest.raises(BadPattern):
        name_pattern(pattern)


def test_the_spelling_of_the_service_s_own_guide_is_mended():
    assert name_pattern(" {shortName} – {Capitalize( name )} ") == "{shortname} – {capitalize(name)}"
    assert name_pattern("") == ""


@given(st.text(alphabet="{}codenamshrt() ", max_size=20))
def test_a_pattern_that_was_mended_stays_as_it_is(text):
    try:
        once = name_pattern(text)
    except BadPattern:
        return
    assert name_pattern(once) == once


def test_a_list_that_a_language_lacks_comes_in_bokmal_and_that_is_said(services):
    warnings, feedback = told()
    found = registers.codes(services, 128, datetime.date(2021, 1, 1), language="en", feedback=feedback)
    assert found.codes.language == "nb" and found.codes.codes
    assert [(type(one), one.classification, one.language) for one in warnings] == [(LanguageMissing, 128, "en")]


def test_codes_to_come_are_there_where_they_are_wanted(services):
    day = datetime.date(2027, 1, 1)
    with pytest.raises(NoCodesOnDate) as without:
        code_questions.asked(services, Question(1, day, "nb"), SILENT)
    assert without.value.future == "2027-01-01"
    assert code_questions.asked(services, Question(1, day, "nb", future=True), SILENT).register.codes.codes
    kept = code_questions.kept(services, Question(1, day, "nb", future=True), SILENT)
    assert kept.register.codes.codes
    # What is empty is asked again: the reason does not lie on disk.
    assert code_questions.kept(services, Question(1, day, "nb"), SILENT) is None


def test_the_name_of_a_classification_lies_on_disk_with_its_codes(services):
    question = Question(128, NEW_YEAR, "nb")
    asked = code_questions.asked(services, question, SILENT)
    assert code_questions.kept(services, question, SILENT).name == asked.name == "Standard for sentralitet"


def test_a_failure_of_the_list_is_told(services, server):
    server.break_next("classifications", status=503, times=99)
    with pytest.raises(Faulty):
        catalogue(services)
