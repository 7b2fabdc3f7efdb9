"""Klass: what is asked of it, and how its answers are read."""

import datetime
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart._vendor import httpx
from klasskart.clients.http import Http
from klasskart.clients.klass import Klass
from klasskart.clients.klass_answers import parse_changes, parse_codes
from klasskart.clients.selections import select_terms
from klasskart.core.codes import Change, Code
from klasskart.core.errors import BadDates, BadSelection, Refused, UnexpectedAnswer, UnknownClassification
from klasskart.core.settings import Config

DAY = datetime.date(2024, 1, 1)
OSLO = {
    "code": "0301",
    "parentCode": None,
    "level": "1",
    "name": "Oslo",
    "shortName": "",
    "presentationName": "",
    "validFrom": None,
    "validTo": None,
    "notes": "",
}


def klass_that(answer, status=200):
    """A client whose service gives `answer` (a value, or a function of the request), and the requests it got."""
    asked = []

    def handle(request):
        asked.append(request)
        body = answer(request) if callable(answer) else answer
        return httpx.Response(status, json=body)

    config = Config()
    return Klass(Http(config, httpx.MockTransport(handle)), config.addresses), asked


def recorded(shared, name):
    return json.loads((shared / "recordings" / "klass" / "bodies" / name).read_bytes())


def test_codes_on_a_day_are_asked_for_with_the_names_the_service_reads():
    klass, asked = klass_that({"codes": [OSLO]})
    codes = klass.codes_at(1, DAY, language="nn", level="2", select="0301*", include_future=True)
    assert asked[0].url.path == "/api/klass/v1/classifications/1/codesAt"
    assert dict(asked[0].url.params) == {
        "date": "2024-01-01",
        "language": "nn",
        "selectLevel": "2",
        "selectCodes": "0301*",
        "includeFuture": "true",
    }
    assert asked[0].headers["accept"] == "application/json"
    assert codes.codes == (Code("0301", None, "1", "Oslo"),)
    assert (codes.classification, codes.day, codes.language) == (1, DAY, "nn")


def test_a_variant_has_its_own_endpoint_and_word_for_level():
    klass, asked = klass_that({"codes": []})
    assert klass.codes_at(131, DAY, variant="Klimagasser", level="1").codes == ()
    assert asked[0].url.path.endswith("/131/variantAt")
    assert (asked[0].url.params["variantName"], asked[0].url.params["level"]) == ("Klimagasser", "1")


def test_a_period_gives_the_part_of_it_in_which_each_code_is_valid(shared):
    klass, asked = klass_that(recorded(shared, "104_codes_from2018-01-01_to2020-01-02__2022-11-06.json"))
    codes = klass.codes(104, datetime.date(2018, 1, 1), datetime.date(2020, 1, 2))
    assert (asked[0].url.params["from"], asked[0].url.params["to"]) == ("2018-01-01", "2020-01-02")
    assert len(codes.codes) == 27
    nordland = [(c.name, c.valid_from, c.valid_to) for c in codes.codes if c.code == "18"]
    assert nordland == [("Nordland", "2018-01-01", "2020-01-01"), ("Nordland - Nordlánnda", "2020-01-01", "2020-01-02")]


def test_a_period_without_end_is_open(shared):
    klass, asked = klass_that(recorded(shared, "104_codes_from2022-07-10__2023-03.json"))
    codes = klass.codes(104, datetime.date(2022, 7, 10), None)
    assert "to" not in asked[0].url.params
    assert {code.valid_to for code in codes.codes} == {None}


def test_old_answers_without_dates_and_notes_are_read_too(shared):
    rows = recorded(shared, "104_codes_from2018-01-01_to2020-01-02__2022-01-06_old-shape.json")["codes"]
    assert all(code.notes == "" and code.valid_from for code in parse_codes(rows))


def test_every_recorded_code_list_is_read_whole(shared):
    for path in sorted((shared / "recordings" / "klass" / "bodies").glob("*codes*.json")):
        rows = json.loads(path.read_bytes())["codes"]
        codes = parse_codes(rows)
        assert [code.code for code in codes] == [row["code"] for row in rows], path.name
        assert [code.notes for code in codes] == [row.get("notes") or "" for row in rows], path.name


def test_an_end_before_the_start_is_not_asked():
    klass, asked = klass_that({})
    with pytest.raises(BadDates):
        klass.codes(131, DAY, DAY)
    with pytest.raises(BadDates):
        klass.changes(131, DAY, datetime.date(2023, 1, 1))
    assert not asked


def test_many_terms_become_several_requests_merged_in_order():
    def answer(request):
        terms = request.url.params["selectCodes"].split(",")
        return {"codes": [{**OSLO, "code": term} for term in sorted({*terms, "0000"})]}

    klass, asked = klass_that(answer)
    wanted = [f"{number:04d}" for number in range(45, 0, -1)]
    codes = klass.codes_at(131, DAY, select=", ".join(wanted)).codes
    assert [len(request.url.params["selectCodes"].split(",")) for request in asked] == [20, 20, 5]
    assert [code.code for code in codes] == ["0000", *sorted(wanted)]


def test_an_unknown_classification_is_named():
    problem = {"title": "Not Found", "status": 404, "detail": "Classification not found with id = 99999"}
    klass, _ = klass_that(problem, 404)
    with pytest.raises(UnknownClassification) as error:
        klass.codes_at(99999, DAY)
    assert error.value.classification == 99999


def test_a_missing_table_is_refused_in_the_words_of_the_service():
    words = "Classification 'A' has no correspondence table with Classification 'B'"
    klass, _ = klass_that({"status": 404, "detail": words}, 404)
    with pytest.raises(Refused) as error:
        klass.correspond_at(104, 131, DAY)
    assert (error.value.words, error.value.status, error.value.service) == (words, 404, "klass")


@pytest.mark.parametrize("answer", [[], {"other": 1}, "text", {"codes": "none"}])
def test_json_that_is_something_else_is_unexpected(answer):
    klass, _ = klass_that(answer)
    with pytest.raises(UnexpectedAnswer):
        klass.codes_at(131, DAY)


def test_changes_are_read_and_sorted(shared):
    klass, asked = klass_that(recorded(shared, "104_changes_from2019-01-01_to2020-01-02__2023-04-07.json"))
    changes = klass.changes(104, datetime.date(2019, 1, 1), datetime.date(2020, 1, 2))
    assert len(changes) == 13
    assert changes[0] == Change("01", "Østfold", "30", "Viken", "2020-01-01")
    assert dict(asked[0].url.params) == {"from": "2019-01-01", "to": "2020-01-02", "language": "nb"}


def test_a_code_that_came_or_went_has_one_side_only():
    rows = [
        {"oldCode": None, "newCode": "02", "newName": "New", "changeOccurred": "2020-01-01"},
        {"oldCode": "01", "oldName": "Old", "changeOccurred": "2020-01-01", "more": 1},
        {"oldCode": None, "newCode": None, "changeOccurred": "2020-01-01"},
        {"oldCode": "01", "newCode": "03"},
    ]
    assert parse_changes(rows) == (
        Change(None, None, "02", "New", "2020-01-01"),
        Change("01", "Old", None, None, "2020-01-01"),
    )


def test_versions_come_oldest_first_and_the_open_one_has_no_end(shared):
    klass, asked = klass_that(recorded(shared, "classifications_103__2026-10-07.json"))
    bydel = klass.classification(103)
    assert bydel.name == "Standard for bydelsinndeling"
    assert [version.valid_from for version in bydel.versions] == ["2002-01-01", "2004-01-01", "2018-01-01", "2020-01-01"]
    assert bydel.versions[-1].valid_to is None
    assert bydel.versions[0].languages == ("nb", "nn", "en")
    assert asked[0].url.params["includeFuture"] == "true"


def test_correspondences_are_pairs_of_codes_and_names(shared):
    klass, asked = klass_that(recorded(shared, "104_corresponds_131_from2018-01-01_to2020-01-02__2022-11-06.json"))
    pairs = klass.correspond_at(104, 131, DAY)
    assert len(pairs) == 740
    assert ("50", "Trøndelag", "5061", "Rindal") in pairs
    assert dict(asked[0].url.params) == {"targetClassificationId": "131", "date": "2024-01-01", "language": "nb"}


# --- selections -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "requests"),
    [
        ("", []),
        ("  ", []),
        ("0301", ["0301"]),
        (" 0301 , 11*,3001-34* ", ["0301,11*,3001-34*"]),
        ("0301,,0301,", ["0301"]),
        ("13.03", ["13.03"]),
        ("EKG01", ["EKG01"]),
        ("3001 - 3005", ["3001-3005"]),
    ],
)
def test_a_selection_is_split_into_terms(text, requests):
    assert select_terms(text) == requests


@pytest.mark.parametrize(
    "term", ["*", "03 01", "**", "3*1", "a-b", "3005-3001", "3-", "-3", "1-2-3", "3004-99*", "Å", "0301;1"]
)
def test_a_term_that_would_be_dropped_is_refused(term):
    with pytest.raises(BadSelection) as error:
        select_terms(f"0301,{term}")
    assert (error.value.term, error.value.reason) == (term, "malformed")


def test_a_selection_of_commas_and_one_beyond_all_measure_are_refused():
    with pytest.raises(BadSelection, match="empty"):
        select_terms(" , ,")
    with pytest.raises(BadSelection, match="too_long"):
        select_terms("1" * 201)


@given(st.lists(st.from_regex(r"[0-9]{1,30}\*?", fullmatch=True), max_size=80))
def test_no_request_is_more_than_the_service_takes_and_no_term_is_lost(terms):
    requests = select_terms(",".join(terms))
    assert [term for request in requests for term in request.split(",")] == list(dict.fromkeys(terms))
    assert all(len(request) <= 200 and request.count(",") < 20 for request in requests)


# --- tolerance ---------------------------------------------------------------------------

anything = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.lists(st.integers(), max_size=2)
)


@given(
    st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                **dict.fromkeys(OSLO, anything),
                "validFromInRequestedRange": anything,
                "validToInRequestedRange": anything,
                "brandNew": anything,
            },
        ),
        max_size=4,
    )
)
def test_no_row_however_odd_breaks_the_list(rows):
    for code in parse_codes([OSLO, *rows]):
        assert isinstance(code.code, str)
        assert code.code
        assert all(
            isinstance(text, str) for text in (code.level, code.name, code.short_name, code.presentation_name, code.notes)
        )
        assert all(
            text is None or (isinstance(text, str) and text) for text in (code.parent_code, code.valid_from, code.valid_to)
        )


@given(
    st.dictionaries(st.sampled_from(sorted(OSLO)), st.none(), max_size=8), st.sets(st.sampled_from(sorted(OSLO)), max_size=8)
)
def test_null_and_missing_keys_leave_the_code_as_it_is(nulls, missing):
    row = {key: value for key, value in {**OSLO, **nulls, "code": "0301"}.items() if key == "code" or key not in missing}
    (code,) = parse_codes([row])
    assert code.code == "0301"
    assert code.name == (row.get("name") or "")
    assert code.parent_code is None


def test_a_quick_list_and_a_careful_one_read_the_same(shared):
    rows = recorded(shared, "131_codesAt_2023-03-02__2023-03.json")["codes"]
    careful = parse_codes([*rows, {"code": 5}])
    assert careful[:-1] == parse_codes(rows)
    assert careful[-1].code == "5"
