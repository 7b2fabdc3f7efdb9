"""The words about a classification, its versions and what they hold. Plain text: what Klass says is shown as it is."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from ..core.about import About, AboutVersion, Table
from ..core.codes import Version
from .wording import counted, day_text, number_text, period_text

translate = QCoreApplication.translate


def kind(about: About, family: str) -> str:
    """What it is and where it belongs: `Classification · Region`."""
    word = translate("About", "Code list") if about.is_codelist else translate("About", "Classification")
    return " · ".join(part for part in (word if about.type else "", family) if part)


def facts(about: About) -> list[tuple[str, str]]:
    """Who is responsible and what it divides, with their labels; nothing for what Klass does not say."""
    rows = (
        (translate("About", "Responsible"), about.section),
        (translate("About", "Divides"), ", ".join(about.units)),
        (translate("About", "Last changed"), day_text(about.last_modified) if about.last_modified else ""),
    )
    return [(label, text) for label, text in rows if text]


def language(code: str) -> str:
    names = {
        "nb": translate("About", "bokmål"),
        "nn": translate("About", "nynorsk"),
        "en": translate("About", "English"),
    }
    return names.get(code, code)


def languages(codes: tuple[str, ...]) -> str:
    return ", ".join(map(language, codes))


def version(version: Version, details: AboutVersion | None) -> str:
    """When a version applies, its levels and number of codes, and the languages it is in, a line each."""
    lines = [translate("About", "Valid {}").format(period_text(version.valid_from, version.valid_to))]
    if details:
        count = counted("About", "%n code(s)", details.count)
        levels = ", ".join(level.name or level.number for level in details.levels)
        several = counted("About", "%n level(s): {}", len(details.levels)).format(levels)
        lines.append(" · ".join(part for part in (count, several if levels else "") if part))
    if version.languages:
        lines.append(translate("About", "Names in {}").format(languages(version.languages)))
    return "\n".join(lines)


def background(details: AboutVersion) -> str:
    """What a version is introduced with, and what it rests on; nothing for what Klass does not say."""
    rows = (
        (translate("About", "Legal base"), details.legal_base),
        (translate("About", "Derived from"), details.derived_from),
        (translate("About", "Publications"), details.publications),
    )
    told = [f"{label}: {text.strip()}" for label, text in rows if text.strip()]
    return "\n".join(part for part in (details.introduction.strip(), *told) if part)


def corrections(details: AboutVersion) -> str:
    """The corrections that were made to a version, newest first."""
    rows = sorted(details.log, key=lambda entry: entry.date, reverse=True)
    return "\n".join(f"{day_text(entry.date)}  {entry.words}".strip() for entry in rows)


def table(table: Table) -> str:
    """From which version to which a table leads, and the languages it is in."""
    lines = [f"{table.source} → {table.target}"]
    if table.languages:
        lines.append(translate("About", "Names in {}").format(languages(table.languages)))
    return "\n".join(lines)


def other_side(table: Table, version_name: str) -> str:
    """Name what a version's table leads to, or comes from."""
    if table.source == version_name or not table.source:
        return f"→ {table.target or table.name}"
    return f"← {table.source}"


def group(words: str, count: int) -> str:
    return f"{words} ({number_text(count)})"
