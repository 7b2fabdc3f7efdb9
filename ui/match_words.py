"""What a match report says: headline, diagnosis, cleaning, groups and rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import QCoreApplication

from ..core.match_report import Division, MatchReport, Miss, Repair
from .match_groups import Group
from .wording import counted, day_text, in_quotes, number_text


def verdict(report: MatchReport, day: str, table: str = "") -> str:
    """Say in one sentence what would match: on a day (as text), or with a table of that title."""
    translate = QCoreApplication.translate
    if not report.matched:
        return translate("MatchWords", "No codes match, so there is nothing to join. See what the column holds.")
    if report.matched == report.features:
        words = translate("MatchWords", "All {} match “{}”") if table else translate("MatchWords", "All {} match {}")
        return words.format(number_text(report.features), table or day)
    return headline(report, day, table, "{}")


def headline(report: MatchReport, day: str, table: str = "", emphasis: str = "<b style='font-size: x-large'>{}</b>") -> str:
    """Say how many features have a code; `emphasis` marks the number."""
    translate = QCoreApplication.translate
    numbers = translate("MatchWords", "{} of {}").format(number_text(report.matched), number_text(report.features))
    words = (
        translate("MatchWords", "{} features have a code in “{}”")
        if table
        else translate("MatchWords", "{} features have a code that applies on {}")
    )
    return words.format(emphasis.format(numbers), table or day)


def short_headline(report: MatchReport) -> str:
    """Give headline and bars in one line, where there is no height for more."""
    translate = QCoreApplication.translate
    numbers = translate("MatchWords", "{} of {}").format(number_text(report.matched), number_text(report.features))
    left = counted("MatchWords", "%n code(s) left over", report.unused)
    return f"<b>{numbers}</b> · {left}"


def diagnosis(division: Division) -> str:
    """Say which years the layer's codes are from."""
    translate = QCoreApplication.translate
    when = translate("MatchWords", "The layer is from {}.").format(years(division))
    if division.valid_codes == division.codes:
        return when + " " + translate("MatchWords", "Then all {} codes apply.").format(number_text(division.codes))
    numbers = (number_text(division.valid_codes), number_text(division.codes))
    return when + " " + translate("MatchWords", "Then {} of {} codes apply.").format(*numbers)


def years(division: Division) -> str:
    """Write the years of a division: 2020–2023, 2019, 2024 or later, 1998 or earlier."""
    first, last = division.first_year, division.last_year
    if first is None:
        return QCoreApplication.translate("MatchWords", "{} or earlier").format(last)
    if last is None:
        return QCoreApplication.translate("MatchWords", "{} or later").format(first)
    return str(first) if first == last else f"{first}–{last}"


def cleaning(repairs: Sequence[Repair]) -> str:
    """Say what was done to the column's values before they were matched."""
    sentences = {
        "zero": lambda n: counted("MatchWords", "%n code(s) were read as text with zero in front", n),
        "decimal": lambda n: counted("MatchWords", "%n code(s) were read without decimals", n),
        "blank": lambda n: counted("MatchWords", "%n code(s) were read without blanks around", n),
        "prefix": lambda n: counted("MatchWords", "%n code(s) were read without the text beside", n),
        "delomrade": lambda n: counted("MatchWords", "%n code(s) were read with 00 behind", n),
        "shortened": lambda n: counted("MatchWords", "%n code(s) were read by their first digits", n),
    }
    told = (
        f"{sentences[repair.kind](repair.values)}: {visible(repair.before)} → {repair.after}"
        for repair in repairs
        if repair.kind in sentences
    )
    return "\n".join(told)


def visible(text: str) -> str:
    """Show blanks around a value."""
    return in_quotes(text) if text != text.strip() else text


def headers() -> tuple[str, str, str]:
    translate = QCoreApplication.translate
    return (
        translate("MatchWords", "Code and Name"),
        translate("MatchWords", "Became"),
        translate("MatchWords", "Features"),
    )


def heading(group: Group) -> str:
    """Name a group and count its rows: "New number (113)"."""
    translate = QCoreApplication.translate
    names = {
        "split": translate("MatchWords", "Split"),
        "ended": translate("MatchWords", "Ended"),
        "malformed": translate("MatchWords", "Not a code"),
        "unknown": translate("MatchWords", "Unknown"),
        "future": translate("MatchWords", "Not valid yet"),
        "duplicate": translate("MatchWords", "Same code twice"),
        "no_code": translate("MatchWords", "No value"),
        "renumbered": translate("MatchWords", "New number"),
        "merged": translate("MatchWords", "Merged"),
        "filler": translate("MatchWords", "Not a place"),
        "no_feature": translate("MatchWords", "Codes without feature"),
    }
    return f"{names.get(group.key, group.key)} ({number_text(len(group.misses))})"


def explanation(group: Group) -> str:
    """Say in a sentence what the rows of a group have in common."""
    translate = QCoreApplication.translate
    sentences = {
        "split": translate("MatchWords", "Split into several. SSB does not say which of them your figures belong to."),
        "ended": translate("MatchWords", "Ended, and no code followed."),
        "malformed": translate("MatchWords", "Values that don't look like codes."),
        "unknown": translate("MatchWords", "They look like codes, but no such codes are known."),
        "future": translate("MatchWords", "These codes apply from a later day."),
        "duplicate": translate("MatchWords", "Codes that occur more than once."),
        "no_code": translate("MatchWords", "Features without a value in the field."),
        "renumbered": translate("MatchWords", "The same places under a new number."),
        "merged": translate("MatchWords", "Merged with others."),
        "filler": translate("MatchWords", "Codes for what is unknown or unplaced. No map has them."),
        "no_feature": translate("MatchWords", "Codes that apply, but that no feature of the layer has."),
    }
    return f"{heading(group)}. {sentences.get(group.key, '')}".strip()


def cells(key: str, miss: Miss) -> tuple[str, str, str]:
    """Give the texts of a row: code and name, what it became, how many features."""
    features = number_text(miss.features) if miss.side == "feature" else ""
    return label(miss), ", ".join(miss.successors), features


def label(miss: Miss) -> str:
    """Code and name as one text; the value as it stands in the field where it is no code."""
    if miss.reason == "no_code":
        return visible(miss.value) if miss.value else QCoreApplication.translate("MatchWords", "Empty")
    return f"{miss.code or visible(miss.value)} {miss.name}".strip()


def sentence(key: str, miss: Miss, names: Mapping[str, str]) -> str:
    """Say everything about a row, for tooltips and screen readers. `names` are those of the successors."""
    translate = QCoreApplication.translate
    became = translate("MatchWords", " and ").join(f"{code} {names.get(code, '')}".strip() for code in miss.successors)
    parts = [label(miss)]
    if miss.last_valid:
        parts.append(translate("MatchWords", "applied until {}").format(day_text(miss.last_valid)))
    elif miss.kind == "future" and miss.first_valid:
        parts.append(translate("MatchWords", "applies from {}").format(day_text(miss.first_valid)))
    if became and key == "split":
        parts.append(translate("MatchWords", "split into {}").format(became))
    elif became:
        parts.append(translate("MatchWords", "became {}").format(became))
    if miss.side == "feature":
        parts.append(counted("MatchWords", "%n feature(s)", miss.features))
    elif miss.features > 1:
        parts.append(counted("MatchWords", "%n row(s)", miss.features))
    return ", ".join(parts)
