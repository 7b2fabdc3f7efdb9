"""The stand-in's Klass: the habits of the real service that a client has to live with."""

import datetime
import json

import pytest
from standin import Standin
from standin.asking import ask


@pytest.fixture(scope="module")
def standin():
    with Standin(today=datetime.date(2026, 10, 1)) as server:
        yield server


@pytest.fixture(scope="module")
def klass(standin):
    base = standin.environment()["KLASSKART_KLASS_URL"]
    return lambda path, **headers: ask(f"{base}/classifications/{path}", **headers)


@pytest.fixture(scope="module")
def service(standin):
    base = standin.environment()["KLASSKART_KLASS_URL"]
    return lambda path, **headers: ask(f"{base}/{path}", **headers)


def rows(answer):
    return answer.json["codes"]


@pytest.mark.parametrize(("day", "count"), [("2019-01-01", 423), ("2020-01-01", 357), ("2024-01-01", 358), ("2026-01-01", 358)])
def test_every_year_has_its_kommuner_and_the_filler(klass, day, count):
    assert len(rows(klass(f"131/codesAt?date={day}"))) == count


@pytest.mark.parametrize(("classification", "count"), [(1, 16368), (103, 42), (104, 16), (108, 85)])
def test_the_division_of_2024_has_the_known_counts(klass, classification, count):
    assert len(rows(klass(f"{classification}/codesAt?date=2024-01-01"))) == count


def test_every_kommune_has_filler_grunnkretser(klass):
    units = {row["code"] for row in rows(klass("1/codesAt?date=2024-01-01"))}
    kommuner = {row["code"] for row in rows(klass("131/codesAt?date=2024-01-01"))} - {"9999"}
    assert {kommune + "9999" for kommune in kommuner} | {kommune + "9900" for kommune in kommuner} <= units


def test_the_next_new_year_is_hidden_unless_asked_for(klass):
    assert rows(klass("131/codesAt?date=2027-01-01")) == []
    assert len(rows(klass("131/codesAt?date=2027-01-01&includeFuture=true"))) == 357


def test_a_code_that_ended_carries_the_service_range(klass):
    found = {row["code"]: row for row in rows(klass("131/codes?from=2020-01-01&to=2025-01-01"))}
    assert found["1507"]["validToInRequestedRange"] == "2024-01-01"
    assert found["1508"]["validFromInRequestedRange"] == "2024-01-01"
    assert found["1508"]["validToInRequestedRange"] == "2025-01-01"


def test_changes_need_two_versions_in_the_window(klass):
    assert klass("131/changes?from=2024-01-01&to=2024-01-02").json == {"codeChanges": []}
    assert len(klass("131/changes?from=2023-12-31&to=2024-01-02").json["codeChanges"]) == 118
    assert len(klass("131/changes?from=2019-12-31&to=2020-01-02").json["codeChanges"]) == 317


def test_every_kommune_of_2020_that_is_gone_in_2024_has_successors(klass):
    old = {row["code"] for row in rows(klass("131/codesAt?date=2020-01-01"))}
    new = {row["code"] for row in rows(klass("131/codesAt?date=2024-01-01"))}
    changes = klass("131/changes?from=2020-01-01&to=2024-01-02").json["codeChanges"]
    heirs = {row["oldCode"] for row in changes if row["newCode"]}
    assert (len((old & new) - {"9999"}), len(old - new), len(new - old)) == (242, 114, 115)
    assert old - new <= heirs


def test_fylke_changes_say_where_most_of_a_fylke_went(klass):
    pairs = {(row["oldCode"], row["newCode"]) for row in klass("104/changes?from=2023-12-31&to=2024-01-02").json["codeChanges"]}
    assert pairs == {("30", "31"), ("30", "32"), ("30", "33"), ("38", "39"), ("38", "40"), ("54", "55"), ("54", "56")}


def test_grunnkretser_follow_their_kommune(klass):
    pairs = {(row["oldCode"], row["newCode"]) for row in klass("1/changes?from=2023-12-31&to=2024-01-02").json["codeChanges"]}
    assert ("30010102", "31010102") in pairs and len(pairs) > 5000


def test_a_missing_change_table_spoils_the_window(klass):
    answer = klass("108/changes?from=2019-12-31&to=2020-01-02")
    assert answer.status == 404 and "has no change table" in answer.json["detail"]


def test_tables_of_bydeler_are_published_in_bokmaal_only(klass):
    window = "103/changes?from=2019-12-31&to=2020-01-02"
    assert klass(window).json["codeChanges"] and klass(window + "&language=en").json == {"codeChanges": []}
    answer = klass("1/correspondsAt?targetClassificationId=103&date=2026-01-01&language=en")
    assert answer.status == 404 and "Is not published in language: EN" in answer.json["detail"]


@pytest.mark.parametrize(
    ("term", "first", "last"),
    [("0301", "0301", "0301"), ("11*", "1101", "1160"), ("3101-3110", "3101", "3110"), ("0301-0301", "0301", "0301")],
)
def test_codes_are_selected_by_prefix_and_range(klass, term, first, last):
    codes = [row["code"] for row in rows(klass(f"131/codesAt?date=2024-01-01&selectCodes={term}"))]
    assert (codes[0], codes[-1]) == (first, last)


def test_the_end_of_a_range_takes_longer_codes_in(klass):
    codes = {row["code"] for row in rows(klass("1/codesAt?date=2024-01-01&selectCodes=0301-0301"))}
    assert "03010101" in codes and all(code.startswith("0301") for code in codes)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("selectCodes=" + ",".join(["0301"] * 21), "Too many selectCodes parameters"),
        ("selectCodes=" + "0" * 201, "selectCodes too long"),
        ("selectCodes=%C3%A6", "selectCodes contains illegal characters"),
        ("csvSeparator=ab", "Separator must be a single character"),
        ("language=de", "Language"),
    ],
)
def test_a_bad_request_is_refused_with_its_reason(klass, query, words):
    answer = klass("131/codesAt?date=2024-01-01&" + query)
    assert answer.status == 400 and words in answer.json["detail"] and answer.json["title"] == "Bad Request"


@pytest.mark.parametrize("path", ["131/codesAt", "131/codesAt?date=2024-13-01", "abc/codesAt?date=2024-01-01"])
def test_a_request_that_makes_no_sense_gets_400(klass, path):
    assert klass(path).status == 400


def test_csv_in_latin_1_loses_sami_letters_and_in_utf_8_does_not(klass):
    plain = klass("131/codesAt?date=2024-01-01", Accept="text/csv")
    assert plain.headers["content-type"] == "text/csv;charset=ISO-8859-1"
    assert b'"5610",,"1","K\xe1r\xe1?johka - Karasjok"' in plain.body
    whole = klass("131/codesAt?date=2024-01-01", Accept="text/csv;charset=UTF-8")
    assert "Kárášjohka" in whole.body.decode("utf-8")


def test_the_suffix_beats_the_accept_header(klass):
    answer = klass("104/codesAt.csv?date=2024-01-01&csvFields=code,name&csvSeparator=;", Accept="application/json")
    assert answer.body.splitlines()[:2] == [b'"code";"name"', b'"03";"Oslo - Oslove"'] or answer.body.startswith(
        b'"code";"name"'
    )
    assert klass("104/codesAt.pdf?date=2024-01-01").status == 404
    assert klass("104/codesAt?date=2024-01-01", Accept="text/xml").body.startswith(b"<?xml")


def test_versions_are_not_sorted_and_the_open_one_has_no_end(klass):
    versions = klass("131").json["versions"]
    starts = [version["validFrom"] for version in versions]
    assert starts != sorted(starts) and "2027-01-01" not in starts
    assert [version["validFrom"] for version in versions if "validTo" not in version] == ["2026-01-01"]
    assert "2027-01-01" in [version["validFrom"] for version in klass("131?includeFuture=true").json["versions"]]


def test_lists_are_paged_from_zero_and_lack_embedded_when_empty(standin):
    base = standin.environment()["KLASSKART_KLASS_URL"]
    page = ask(base + "/classifications?size=4&page=2").json
    assert [entry["id"] for entry in page["_embedded"]["classifications"]] == [131, 745] and page["page"]["totalPages"] == 3
    assert list(page["_links"]) == ["first", "prev", "self", "last", "search"]
    assert "_embedded" not in ask(base + "/classifications/search?query=nothing").json


def ids(answer, key="classifications"):
    return [row["id"] for row in answer.json["_embedded"][key]]


def test_code_lists_are_listed_and_found_only_when_asked_for(service):
    assert 112 not in ids(service("classifications?size=100"))
    assert 112 in ids(service("classifications?size=100&includeCodelists=true"))
    assert "_embedded" not in service("classifications/search?query=kostra").json
    assert ids(service("classifications/search?query=kostra&includeCodelists=true"), "searchResults") == [112, 112]
    listed = service("classifications?size=100&includeCodelists=true&language=en").json["_embedded"]["classifications"]
    assert {row["classificationType"] for row in listed} == {"Classification", "Codelist"}


def test_a_search_forgives_a_slip_and_gives_a_hit_for_each_language(service):
    hits = service("classifications/search?query=komuneinndeling").json["_embedded"]["searchResults"]
    assert [(hit["id"], hit["language"]) for hit in hits] == [(131, "nb"), (131, "nn")]
    hits = service("classifications/search?query=municipalities").json["_embedded"]["searchResults"]
    assert hits[0]["language"] == "en" and hits[0]["id"] == 131
    pages = [ids(service(f"classifications/search?query=standard&size=5&page={n}"), "searchResults") for n in range(3)]
    assert [len(page) for page in pages] == [5, 5, 5]


def test_lists_can_be_cut_down_to_a_section_or_to_what_changed(service):
    section = "ssbSection=810%20-%20Seksjon%20for%20noe"
    assert ids(service(f"classifications/search?query=standard&{section}"), "searchResults") == [6, 6, 6]
    assert ids(service(f"classifications?{section}")) == ids(service("classifications"))
    assert ids(service("classifications?changedSince=2026-01-01T00:00:00.000%2B01:00")) == [103, 104, 108, 131]
    assert service("classifications?changedSince=yesterday").status == 400
    assert "description" in service("classifications?includeDescription=true").json["_embedded"]["classifications"][0]


def test_families_count_what_they_have(service):
    def count(query=""):
        found = service("classificationfamilies" + query).json["_embedded"]["classificationFamilies"]
        return {row["id"]: row["numberOfClassifications"] for row in found}

    assert count() == {1: 2, 8: 1, 12: 0, 15: 7}
    assert count("?includeCodelists=true")[12] == 1
    assert count("?ssbSection=810") == {1: 0, 8: 1, 12: 0, 15: 0}
    assert service("classificationfamilies/12?includeCodelists=true&language=nn").json["name"] == "Offentleg sektor"
    assert [row["id"] for row in service("classificationfamilies/15").json["classifications"]] == [
        1,
        103,
        104,
        108,
        128,
        131,
        745,
    ]
    names = [row["name"] for row in service("ssbsections").json["_embedded"]["ssbSections"]]
    assert names[0] == "320 - Seksjon for befolkningsstatistikk" and len(names) == 3


def test_a_variant_is_found_by_its_short_or_its_whole_name(klass, service):
    version = next(one for one in klass("131").json["versions"] if one["validFrom"] == "2024-01-01")
    told = service(f"versions/{version['id']}").json["classificationVariants"]
    assert [one["name"] for one in told] == ["Landsdeler 2024-01  - variant av Kommuneinndeling 2024"]
    for name in ("Landsdeler", told[0]["name"].replace(" ", "%20")):
        found = rows(klass(f"131/variantAt?date=2024-06-01&variantName={name}&level=1"))
        assert [row["code"] for row in found] == list("123456")
    period = rows(klass("131/variant?from=2023-01-01&to=2027-01-01&variantName=Landsdeler&selectCodes=4601"))
    assert [(row["parentCode"], row["validFromInRequestedRange"], row["validToInRequestedRange"]) for row in period] == [
        ("4", "2024-01-01", "2025-01-01")
    ]
    whole = service(f"variants/{told[0]['id']}").json
    assert len(whole["classificationItems"]) == 363 and whole["levels"][1]["levelName"] == "Nivå 2"


def test_what_is_not_published_in_a_language_is_refused(klass, service):
    unpublished = [
        "classifications/745/codesAt?date=2024-01-01&language=en",
        "classifications/128/codesAt?date=2021-01-01&language=nn",
        "classifications/131/codesAt?date=2027-01-01&includeFuture=true&language=en",
        "classifications/131/variantAt?date=2024-01-01&variantName=Landsdeler&language=nn",
        "classifications/1/correspondsAt?targetClassificationId=745&date=2024-01-01&language=en",
        "correspondencetables/2815?language=en",
        "variants/1312?language=en",
    ]
    for path in unpublished:
        answer = service(path)
        assert answer.status == 404 and "Is not published in language: " in answer.json["detail"], path
        assert service(path.rpartition("&language" if "&language" in path else "?language")[0]).status == 200, path


def test_codes_have_names_of_their_own_in_english(klass):
    assert [row["name"] for row in rows(klass("2/codesAt?date=2024-01-01&language=en"))] == ["Male", "Female"]
    assert [row["name"] for row in rows(klass("2/codesAt?date=2024-01-01&language=nn"))] == ["Mann", "Kvinne"]
    industries = {row["code"]: row for row in rows(klass("6/codesAt?date=2024-01-01"))}
    assert (industries["02"]["parentCode"], industries["02"]["level"], industries["A"]["parentCode"]) == ("A", "2", None)


def test_a_period_in_which_tables_were_turned_round_gives_one_kind_only(klass):
    def days(source, target):
        path = f"{source}/corresponds?targetClassificationId={target}&from=2022-01-01&to=2026-01-01"
        found = klass(path).json["correspondenceItems"]
        return min(row["validFrom"] for row in found), max(row["validTo"] for row in found)

    assert days(131, 108) == ("2024-01-01", "2026-01-01")
    assert days(108, 131) == ("2022-01-01", "2024-01-01")
    for year in (2021, 2025):
        found = klass(f"131/correspondsAt?targetClassificationId=108&date={year}-01-01").json["correspondenceItems"]
        assert len(found) >= 356


def test_tables_say_what_they_link_and_change_tables_run_backwards(service):
    told = service("versions/1168").json["correspondenceTables"]
    assert {742, 475, 2815, 967} <= {table["id"] for table in told}
    assert [table["changeTable"] for table in told if table["id"] in (742, 475)] == [True, False]
    table = service("correspondencetables/2490").json
    assert table["source"] == "Kommuneinndeling 2024" and table["target"] == "Kommuneinndeling 2023"
    assert len(table["correspondenceMaps"]) == 118
    assert {row["sourceCode"] for row in table["correspondenceMaps"] if row["targetCode"] == "1507"} == {"1508", "1580"}
    assert service("correspondencetables/1").status == 404


def test_names_are_changed_in_hindsight():
    with Standin(today=datetime.date(2026, 10, 1)) as standin:
        url = standin.environment()["KLASSKART_KLASS_URL"] + "/classifications/131/codesAt?date=2024-01-01&selectCodes=0301"
        assert rows(ask(url))[0]["name"] == "Oslo"
        standin.rename(131, "0301", "Christiania")
        assert rows(ask(url))[0]["name"] == "Christiania"


def test_recorded_bodies_are_sent_byte_by_byte(shared):
    name = "104_codes_from2018-01-01_to2020-01-02__2022-11-06.json"
    with Standin(today=datetime.date(2026, 10, 1), real=shared) as standin:
        base = standin.environment()["KLASSKART_KLASS_URL"]
        answer = ask(base + "/classifications/104/codes?to=2020-01-02&from=2018-01-01&language=nb&includeFuture=false")
        assert answer.body == (shared / "recordings/klass/bodies" / name).read_bytes()
        assert standin.provenance("/104/codes") == "recorded"
        assert len(json.loads(ask(base + "/classifications/131/codesAt?date=2024-01-01").body)["codes"]) == 358
        assert standin.provenance("/131/codesAt") == "derived"
        ask(standin.environment()["KLASSKART_KARTKATALOG_URL"] + "/api/search")
        assert standin.provenance("/api/search") == "made"
