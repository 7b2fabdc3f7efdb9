"""Klass's words about classifications, versions, families and sections, read tolerantly as values of core."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..core.about import About, AboutVersion, Family, Level, LogEntry, Table, Variant
from ..core.addresses import AddressBook
from ..core.codes import Correspondence, Listed
from ..core.errors import UnexpectedAnswer
from ..core.feedback import SILENT, Feedback
from .http import Http
from .klass import parse_classification, parse_correspondences, parse_listed

Row = Mapping[str, object]


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
        _text(answer.get("description")),
        _text(answer.get("primaryLanguage")),
        _text(answer.get("owningSection")),
        tuple(filter(None, map(_text, units))) if isinstance(units, list) else (),
        _number(answer.get("classificationFamilyId")),
        found.last_modified,
        found.url,
        found.versions,
    )


def parse_version(answer: Row) -> AboutVersion:
    items = answer.get("classificationItems")
    texts = ("introduction", "owningSection", "legalBase", "publications", "derivedFrom")
    introduction, section, legal_base, publications, derived_from = (_text(answer.get(key)) for key in texts)
    listed = parse_listed(answer)
    return AboutVersion(
        _number(answer.get("id")),
        _text(answer.get("name")),
        introduction,
        section,
        legal_base,
        publications,
        derived_from,
        tuple(Level(_text(row.get("levelNumber")), _text(row.get("levelName"))) for row in _rows(answer, "levels")),
        tuple(
            Variant(_number(row.get("id")), _text(row.get("name")), _text(row.get("lastModified")))
            for row in _rows(answer, "classificationVariants")
        ),
        tuple(map(_table, _rows(answer, "correspondenceTables"))),
        # The service's own spelling of the key.
        tuple(LogEntry(_text(row.get("changeOccured")), _text(row.get("description"))) for row in _rows(answer, "changelogs")),
        listed.url if listed else "",
        len(items) if isinstance(items, list) else 0,
    )


def parse_families(answer: Row) -> tuple[Family, ...]:
    rows = _embedded(answer, "classificationFamilies")
    return tuple(
        Family(_number(row.get("id")), _text(row.get("name")), _number(row.get("numberOfClassifications"))) for row in rows
    )


def parse_family(answer: Row) -> tuple[Listed, ...]:
    """Give the classifications of a family."""
    return tuple(filter(None, map(parse_listed, _rows(answer, "classifications"))))


def parse_table(answer: Row) -> tuple[Correspondence, ...]:
    """Give the pairs of one correspondence table, in its order; "" for a side that is missing."""
    return tuple(Correspondence(*pair) for pair in parse_correspondences(_rows(answer, "correspondenceMaps")))


def parse_sections(answer: Row) -> tuple[str, ...]:
    """Give the names of SSB's sections, such as `320 - Seksjon for befolkningsstatistikk`."""
    return tuple(filter(None, (_text(row.get("name")) for row in _embedded(answer, "ssbSections"))))


def _limits(section: str, include_codelists: bool, language: str) -> dict[str, str]:
    """Parameters of families; without a section they are of all of SSB."""
    limits = {"language": language, "includeCodelists": "true" if include_codelists else "false"}
    return {**limits, "ssbSection": section} if section else limits


def _table(row: Row) -> Table:
    languages = row.get("published")
    texts = (_text(row.get(key)) for key in ("name", "source", "target"))
    name, source, target = texts
    published = tuple(map(_text, languages)) if isinstance(languages, list) else ()
    ids = _number(row.get("sourceId")), _number(row.get("targetId"))
    return Table(_number(row.get("id")), name, source, target, row.get("changeTable") is True, published, *ids)


def _embedded(answer: Row, key: str) -> Iterator[Row]:
    embedded = answer.get("_embedded")
    return _rows(embedded, key) if isinstance(embedded, Mapping) else iter(())


def _rows(answer: Row, key: str) -> Iterator[Row]:
    rows = answer.get(key)
    return (row for row in rows if isinstance(row, Mapping)) if isinstance(rows, list) else iter(())


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _number(value: object) -> int:
    text = _text(value)
    return int(text) if text.isascii() and text.isdigit() else 0
