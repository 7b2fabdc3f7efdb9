"""Klass's words about classifications, versions, families and sections, read tolerantly as values of core."""

from __future__ import annotations

from collections.abc import Mapping

from ..core.about import About, AboutVersion, Family, Level, LogEntry, Table, Variant
from ..core.addresses import AddressBook
from ..core.codes import Correspondence, Listed
from ..core.errors import UnexpectedAnswer
from ..core.feedback import SILENT, Feedback
from .http import Http
from .json_values import Row, number_of, rows_of, text_of
from .klass_answers import parse_classification, parse_correspondences, parse_listed


class KlassAbout:
    """Questions about what there is in Klass. Each gives the service's JSON; `parse_…` make values of it."""

    def __init__(self, http: Http, addresses: AddressBook):
        self._http = http
        self._addresses = addresses

    def classification(self, number: int, *, language: str = "nb", feedback: Feedback = SILENT) -> Row:
        return self._ask(f"classifications/{number}", {"language": language, "includeFuture": "true"}, feedback)

    def version(self, number: int, *, language: str = "nb", feedback: Feedback = SILENT) -> Row:
        return self._ask(f"versions/{number}", {"language": language, "includeFuture": "true"}, feedback)

    def families(
        self, *, section: str = "", include_codelists: bool = False, language: str = "nb", feedback: Feedback = SILENT
    ) -> Row:
        return self._ask("classificationfamilies", _limits(section, include_codelists, language), feedback)

    def family(
        self,
        number: int,
        *,
        section: str = "",
        include_codelists: bool = False,
        language: str = "nb",
        feedback: Feedback = SILENT,
    ) -> Row:
        return self._ask(f"classificationfamilies/{number}", _limits(section, include_codelists, language), feedback)

    def table(self, number: int, *, language: str = "nb", feedback: Feedback = SILENT) -> Row:
        return self._ask(f"correspondencetables/{number}", {"language": language}, feedback)

    def sections(self, *, feedback: Feedback = SILENT) -> Row:
        return self._ask("ssbsections", {}, feedback)

    def _ask(self, path: str, params: Mapping[str, str], feedback: Feedback) -> Row:
        url = self._addresses.url("klass", path)
        answer = self._http.get_json(url, params, feedback=feedback)
        if not isinstance(answer, dict):
            raise UnexpectedAnswer("klass", url, "JSON", "other JSON", str(answer)[:100])
        return answer


def parse_about(answer: Row, asked: int) -> About:
    found = parse_classification(answer, asked)
    units = answer.get("statisticalUnits")
    return About(
        found.id,
        found.name,
        found.type,
        text_of(answer.get("description")),
        text_of(answer.get("primaryLanguage")),
        text_of(answer.get("owningSection")),
        tuple(filter(None, map(text_of, units))) if isinstance(units, list) else (),
        number_of(answer.get("classificationFamilyId")),
        found.last_modified,
        found.url,
        found.versions,
    )


def parse_version(answer: Row) -> AboutVersion:
    items = answer.get("classificationItems")
    texts = ("introduction", "owningSection", "legalBase", "publications", "derivedFrom")
    introduction, section, legal_base, publications, derived_from = (text_of(answer.get(key)) for key in texts)
    listed = parse_listed(answer)
    return AboutVersion(
        number_of(answer.get("id")),
        text_of(answer.get("name")),
        introduction,
        section,
        legal_base,
        publications,
        derived_from,
        tuple(Level(text_of(row.get("levelNumber")), text_of(row.get("levelName"))) for row in rows_of(answer.get("levels"))),
        tuple(
            Variant(number_of(row.get("id")), text_of(row.get("name")), text_of(row.get("lastModified")))
            for row in rows_of(answer.get("classificationVariants"))
        ),
        tuple(map(_table, rows_of(answer.get("correspondenceTables")))),
        # The service's own spelling of the key.
        tuple(
            LogEntry(text_of(row.get("changeOccured")), text_of(row.get("description")))
            for row in rows_of(answer.get("changelogs"))
        ),
        listed.url if listed else "",
        len(items) if isinstance(items, list) else 0,
    )


def parse_families(answer: Row) -> tuple[Family, ...]:
    rows = _embedded(answer, "classificationFamilies")
    return tuple(
        Family(number_of(row.get("id")), text_of(row.get("name")), number_of(row.get("numberOfClassifications")))
        for row in rows
    )


def parse_family(answer: Row) -> tuple[Listed, ...]:
    """Give the classifications of a family."""
    return tuple(filter(None, map(parse_listed, rows_of(answer.get("classifications")))))


def parse_table(answer: Row) -> tuple[Correspondence, ...]:
    """Give the pairs of one correspondence table, in its order; "" for a side that is missing."""
    return tuple(Correspondence(*pair) for pair in parse_correspondences(rows_of(answer.get("correspondenceMaps"))))


def parse_sections(answer: Row) -> tuple[str, ...]:
    """Give the names of SSB's sections, such as `320 - Seksjon for befolkningsstatistikk`."""
    return tuple(filter(None, (text_of(row.get("name")) for row in _embedded(answer, "ssbSections"))))


def _limits(section: str, include_codelists: bool, language: str) -> dict[str, str]:
    """Parameters of families; without a section they are of all of SSB."""
    limits = {"language": language, "includeCodelists": "true" if include_codelists else "false"}
    return {**limits, "ssbSection": section} if section else limits


def _table(row: Row) -> Table:
    languages = row.get("published")
    texts = (text_of(row.get(key)) for key in ("name", "source", "target"))
    name, source, target = texts
    published = tuple(map(text_of, languages)) if isinstance(languages, list) else ()
    ids = number_of(row.get("sourceId")), number_of(row.get("targetId"))
    return Table(number_of(row.get("id")), name, source, target, row.get("changeTable") is True, published, *ids)


def _embedded(answer: Row, key: str) -> list[Row]:
    embedded = answer.get("_embedded")
    return rows_of(embedded.get(key)) if isinstance(embedded, Mapping) else []
