"""Klass, Statistics Norway's classifications: codes, changes, versions and correspondences as values of core.

The service is read tolerantly: keys may be missing, null or new. What it says no to is Refused, with its words.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from operator import itemgetter

from ..core.addresses import AddressBook
from ..core.codes import Change, Classification, Code, CodeList, Correspondence, Listed
from ..core.errors import BadDates, Refused, UnexpectedAnswer, UnknownClassification, UnknownVariant
from ..core.feedback import SILENT, Feedback
from .http import Http
from .json_values import Row, number_of, rows_of, text_of
from .klass_answers import parse_changes, parse_classification, parse_codes, parse_correspondences, parse_listed
from .selections import name_pattern, select_terms

MOST_LISTED = 500  # classifications to a page; the service gives what it likes, and says how many pages that makes
_MOST_PAGES = 200

_NO_VARIANT = "does not have a variant named"
_NOT_FOUND = re.compile(r"Classification not found with id = (\d+)")


class Klass:
    """Questions to Klass. Dates are days; periods run from their first day up to, not including, their last."""

    def __init__(self, http: Http, addresses: AddressBook):
        self._http = http
        self._addresses = addresses

    def codes_at(
        self,
        classification: int,
        day: datetime.date,
        *,
        language: str = "nb",
        level: str = "",
        select: str = "",
        include_future: bool = False,
        variant: str = "",
        pattern: str = "",
        feedback: Feedback = SILENT,
    ) -> CodeList:
        """The codes valid on `day`; an empty list where no version is. `pattern` is that of the presentation names.

        Raises UnknownClassification, UnknownVariant, BadSelection, BadPattern and Refused.
        """
        when = {"date": day.isoformat()}
        filters = _filters(language, level, include_future, variant, pattern)
        endpoint = "variantAt" if variant else "codesAt"
        rows = self._codes(classification, endpoint, {**when, **filters}, select, feedback)
        return CodeList(classification, day, rows, language)

    def codes(
        self,
        classification: int,
        start: datetime.date,
        end: datetime.date | None,
        *,
        language: str = "nb",
        level: str = "",
        select: str = "",
        include_future: bool = False,
        variant: str = "",
        pattern: str = "",
        feedback: Feedback = SILENT,
    ) -> CodeList:
        """Every code valid at some time in [start, end); its dates are the part of the period in which it is.

        A code that was renamed in the period comes once per name. Raises BadDates too.
        """
        when = _period(start, end)
        filters = _filters(language, level, include_future, variant, pattern)
        rows = self._codes(classification, "variant" if variant else "codes", {**when, **filters}, select, feedback)
        return CodeList(classification, start, rows, language, end)

    def changes(
        self,
        classification: int,
        start: datetime.date,
        end: datetime.date,
        *,
        language: str = "nb",
        include_future: bool = False,
        feedback: Feedback = SILENT,
    ) -> tuple[Change, ...]:
        """The changes between the versions that overlap [start, end), in one request; by date, old and new code.

        A change on day D needs both neighbours in the window: from D-1 to D+1. The service refuses (404) the whole
        window where one pair of neighbours in it has no change table.
        """
        params = {**_period(start, end), **_filters(language, "", include_future, "")}
        answer = self._ask(classification, "changes", params, feedback)
        return parse_changes(_rows(answer, "codeChanges", self._url(classification, "changes")))

    def classification(
        self, classification: int, *, language: str = "nb", include_future: bool = True, feedback: Feedback = SILENT
    ) -> Classification:
        """Name and versions of a classification."""
        params = {"language": language, "includeFuture": "true" if include_future else "false"}
        answer = self._ask(classification, "", params, feedback)
        if not isinstance(answer, Mapping):
            raise _not("a classification", answer, self._url(classification, ""))
        return parse_classification(answer, classification)

    def correspond_at(
        self,
        source: int,
        target: int,
        day: datetime.date,
        *,
        language: str = "nb",
        include_future: bool = False,
        feedback: Feedback = SILENT,
    ) -> tuple[tuple[str, str, str, str], ...]:
        """Pairs (source code, source name, target code, target name) valid on `day`; "" for a missing side.

        Refused (404) where there is no table between the two, or none in `language`: geography is safe in nb only.
        """
        when = {"targetClassificationId": str(target), "date": day.isoformat()}
        params = {**when, **_filters(language, "", include_future, "")}
        answer = self._ask(source, "correspondsAt", params, feedback)
        rows = _rows(answer, "correspondenceItems", self._url(source, "correspondsAt"))
        return parse_correspondences(rows)

    def corresponds(
        self,
        source: int,
        target: int,
        start: datetime.date,
        end: datetime.date,
        *,
        language: str = "nb",
        include_future: bool = False,
        feedback: Feedback = SILENT,
    ) -> tuple[Correspondence, ...]:
        """Correspondences valid at some time in [start, end), with the part of it in which each is.

        Where the tables of some years are stored the other way round the service leaves those out: ask division by division.
        Raises BadDates and Refused, as `correspond_at` does.
        """
        params = {"targetClassificationId": str(target), **_period(start, end), **_filters(language, "", include_future, "")}
        answer = self._ask(source, "corresponds", params, feedback)
        rows = _rows(answer, "correspondenceItems", self._url(source, "corresponds"))
        return tuple(
            Correspondence(*pair, text_of(row.get("validFrom")) or None, text_of(row.get("validTo")) or None)
            for row in rows
            for pair in parse_correspondences([row])
        )

    def classifications(
        self, *, language: str = "", include_codelists: bool = False, feedback: Feedback = SILENT
    ) -> tuple[Listed, ...]:
        """Every classification, all pages of them; in its own first language where `language` is "" ."""
        params = {"includeCodelists": "true" if include_codelists else "false", **({"language": language} if language else {})}
        return tuple(self._pages("classifications", "classifications", params, feedback))

    def search(
        self, query: str, *, section: str = "", include_codelists: bool = False, feedback: Feedback = SILENT
    ) -> tuple[Listed, ...]:
        """What the service finds for some words, the best first; the same classification once for each language."""
        params = {"query": query, "includeCodelists": "true" if include_codelists else "false"}
        if section:
            params["ssbSection"] = section
        return tuple(self._pages("classifications/search", "searchResults", params, feedback))

    # --- below ---------------------------------------------------------------------

    def _codes(
        self, classification: int, endpoint: str, params: Mapping[str, str], select: str, feedback: Feedback
    ) -> tuple[Code, ...]:
        selections = select_terms(select) or [""]
        url = self._url(classification, endpoint)
        answers: list[tuple[Code, ...]] = []
        for number, selection in enumerate(selections):
            part = feedback.part(number / len(selections), (number + 1) / len(selections))
            chosen = {**params, "selectCodes": selection} if selection else params
            answer = self._ask(classification, endpoint, chosen, part)
            answers.append(parse_codes(_rows(answer, "codes", url)))
        if len(answers) == 1:
            return answers[0]
        merged = dict.fromkeys(code for codes in answers for code in codes)
        return tuple(sorted(merged, key=itemgetter(0)))  # the service sorts by the code's text

    def _pages(self, path: str, key: str, params: Mapping[str, str], feedback: Feedback) -> Iterator[Listed]:
        """Follow the pages; an empty one has no list at all."""
        url = self._addresses.url("klass", path)
        pages, number = 1, 0
        while number < min(pages, _MOST_PAGES):
            part = feedback.part(number / pages, (number + 1) / pages)
            asked = {**params, "page": str(number), "size": str(MOST_LISTED)}
            answer = self._http.get_json(url, asked, feedback=part)
            if not isinstance(answer, Mapping):
                raise _not("a list of classifications", answer, url)
            embedded, page = answer.get("_embedded"), answer.get("page")
            listed = rows_of(embedded.get(key)) if isinstance(embedded, Mapping) else []
            yield from filter(None, map(parse_listed, listed))
            pages = number_of(page.get("totalPages")) if isinstance(page, Mapping) else 0
            number += 1

    def _ask(self, classification: int, endpoint: str, params: Mapping[str, str], feedback: Feedback) -> object:
        try:
            return self._http.get_json(self._url(classification, endpoint), params, feedback=feedback)
        except Refused as refusal:
            unknown = _NOT_FOUND.search(str(refusal.words)) if refusal.status == 404 else None
            if unknown:
                raise UnknownClassification(int(unknown.group(1))) from refusal
            if _NO_VARIANT in str(refusal.words) and refusal.status == 404:
                day = params.get("date") or params.get("from", "")
                raise UnknownVariant(classification, params.get("variantName", ""), day) from refusal
            raise

    def _url(self, classification: int, endpoint: str) -> str:
        return self._addresses.url("klass", f"classifications/{classification}" + (f"/{endpoint}" if endpoint else ""))


# --- parameters -----------------------------------------------------------------------


def _period(start: datetime.date, end: datetime.date | None) -> dict[str, str]:
    if end is not None and start >= end:
        raise BadDates(start, end, "order")
    return {"from": start.isoformat(), **({"to": end.isoformat()} if end else {})}


def _filters(language: str, level: str, include_future: bool, variant: str, pattern: str = "") -> dict[str, str]:
    """Parameters of code lists. `variant` endpoints call the level `level`, the others `selectLevel`."""
    filters = {"language": language}
    if level:
        filters["level" if variant else "selectLevel"] = level
    if include_future:
        filters["includeFuture"] = "true"
    if variant:
        filters["variantName"] = variant
    if pattern:
        filters["presentationNamePattern"] = name_pattern(pattern)
    return filters


# --- answers -----------------------------------------------------------------------


def _rows(answer: object, key: str, url: str) -> list[Row]:
    rows = answer.get(key) if isinstance(answer, Mapping) else None
    if rows is None and isinstance(answer, Mapping) and key in answer:
        return []
    if not isinstance(rows, list):
        raise _not(key, answer, url)
    return rows_of(rows)


def _not(expected: str, answer: object, url: str) -> UnexpectedAnswer:
    return UnexpectedAnswer("klass", url, expected, "other JSON", str(answer)[:100])
