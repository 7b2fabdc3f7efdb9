"""Klass's lists of classifications, page by page, and its correspondences over a period."""

import datetime

import pytest
from klasskart._vendor import httpx
from klasskart.clients.http import Http
from klasskart.clients.klass import Klass
from klasskart.core.codes import Correspondence, Listed
from klasskart.core.errors import BadDates, UnexpectedAnswer
from klasskart.core.settings import Config

START, END = datetime.date(2019, 1, 1), datetime.date(2020, 1, 1)


def klass_that(answer):
    asked = []

    def handle(request):
        asked.append(request)
        return httpx.Response(200, json=answer(request) if callable(answer) else answer)

    config = Config()
    return Klass(Http(config, httpx.MockTransport(handle)), config.addresses), asked


def entry(number, **more):
    return {"name": f"Standard {number}", "id": number, "_links": {"self": {"href": f"https://klass/{number}"}}, **more}


def pages_of(key, entries, size):
    """A service that pages as Spring does, whatever size is asked for."""

    def answer(request):
        number = int(request.url.params["page"])
        shown = entries[number * size : (number + 1) * size]
        page = {"size": size, "totalElements": len(entries), "totalPages": -(-len(entries) // size), "number": number}
        return {**({"_embedded": {key: shown}} if shown else {}), "page": page}

    return answer


def test_every_page_of_the_list_is_followed_though_the_service_makes_them_smaller_than_asked():
    entries = [
        entry(number, classificationType="Klassifikasjon", lastModified="2025-12-03T10:05:55.000+0000") for number in range(7)
    ]
    klass, asked = klass_that(pages_of("classifications", entries, 3))
    found = klass.classifications(language="nn", include_codelists=True)
    assert [one.id for one in found] == list(range(7))
    assert found[1] == Listed(1, "Standard 1", "Klassifikasjon", "", "2025-12-03T10:05:55.000+0000", "https://klass/1")
    assert [request.url.params["page"] for request in asked] == ["0", "1", "2"]
    assert dict(asked[0].url.params) == {"includeCodelists": "true", "language": "nn", "page": "0", "size": "500"}


def test_a_search_without_hits_is_no_error():
    klass, asked = klass_that(pages_of("searchResults", [], 20))
    assert klass.search("xyz", section="320") == ()
    assert dict(asked[0].url.params)["ssbSection"] == "320"


def test_hits_come_once_for_each_language_and_oddities_are_passed_over():
    hits = [entry(1, language="nb"), entry(1, language="en"), {"name": "no id"}, None, {"id": "7", "_links": None, "extra": 1}]
    klass, _ = klass_that(pages_of("searchResults", hits, 20))
    assert [(one.id, one.language, one.url) for one in klass.search("x")] == [
        (1, "nb", "https://klass/1"),
        (1, "en", "https://klass/1"),
        (7, "", ""),
    ]


@pytest.mark.parametrize("body", [{}, {"_embedded": None, "page": None}, {"page": {"totalPages": 10**9}, "_embedded": []}])
def test_answers_with_keys_missing_end(body):
    klass, asked = klass_that(body)
    assert klass.classifications() == ()
    assert len(asked) <= 200


def test_a_list_that_is_none_is_said():
    klass, _ = klass_that([1])
    with pytest.raises(UnexpectedAnswer):
        klass.classifications()


def test_correspondences_over_a_period_have_their_dates():
    row = {"sourceCode": "15", "sourceName": "Møre og Romsdal", "targetCode": "1567", "targetName": "Rindal"}
    answer = {
        "correspondenceItems": [{**row, "validFrom": "2018-01-01", "validTo": "2019-01-01"}, {**row, "targetCode": None}, {}]
    }
    klass, asked = klass_that(answer)
    found = klass.corresponds(104, 131, START, END, include_future=True)
    assert found == (
        Correspondence("15", "Møre og Romsdal", "1567", "Rindal", "2018-01-01", "2019-01-01"),
        Correspondence("15", "Møre og Romsdal", "", "Rindal"),
    )
    assert dict(asked[0].url.params) == {
        "targetClassificationId": "131", "from": "2019-01-01", "to": "2020-01-01", "language": "nb", "includeFuture": "true",
    }  # fmt: skip


def test_a_period_that_ends_before_it_begins_is_not_asked_for():
    klass, asked = klass_that({})
    with pytest.raises(BadDates):
        klass.corresponds(104, 131, END, START)
    assert not asked


def test_changes_to_come_are_asked_for_where_they_are_wanted():
    klass, asked = klass_that({"codeChanges": []})
    klass.changes(131, START, END)
    klass.changes(131, START, END, include_future=True)
    assert ["includeFuture" in request.url.params for request in asked] == [False, True]
