"""What the list of changes says: its headline, its groups, and each change in one line."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QCoreApplication

from ..core.change_list import ChangeList, Event, Named
from .wording import counted, day_text, number_text

translate = QCoreApplication.translate


def headline(found: ChangeList, emphasis: str) -> str:
    """Say how many changes there are, and when; `emphasis` marks the number."""
    count = emphasis.format(counted("ChangesWords", "%n change(s)", found.told))
    days = sorted({event.date for event in found if event.kind != "untold"})
    if len(days) == 1:
        return translate("ChangesWords", "{} on {}").format(count, day_text(days[0]))
    return translate("ChangesWords", "{} on {} days").format(count, number_text(len(days))) if days else count


def heading(kind: str, count: int) -> str:
    """Name a group with its count."""
    names = {
        "split": translate("ChangesWords", "Split"),
        "rearranged": translate("ChangesWords", "Rearranged"),
        "merged": translate("ChangesWords", "Merged"),
        "renumbered": translate("ChangesWords", "New number"),
        "renamed": translate("ChangesWords", "New name"),
        "new": translate("ChangesWords", "New"),
        "ended": translate("ChangesWords", "Ended"),
        "untold": translate("ChangesWords", "SSB does not tell"),
    }
    return f"{names[kind]} ({number_text(count)})"


def explanation(kind: str) -> str:
    """Say what the changes of a group have in common."""
    return {
        "split": translate("ChangesWords", "One code became several."),
        "rearranged": translate("ChangesWords", "Several codes became several others, with parts of each other."),
        "merged": translate("ChangesWords", "Several codes became one."),
        "renumbered": translate("ChangesWords", "The same place under another code."),
        "renamed": translate("ChangesWords", "The same code under another name."),
        "new": translate("ChangesWords", "Codes that came from no other."),
        "ended": translate("ChangesWords", "Codes that no other followed."),
        "untold": translate("ChangesWords", "Klass has no table for the day, or codes came or went without a word."),
    }[kind]


def line(event: Event, with_day: bool) -> str:
    """Write a change in one line: what is one stands first."""
    words = _line(event)
    return f"{words}\u00a0·\u00a0{day_text(event.date)}" if with_day and not event.hole else words


def _line(event: Event) -> str:
    if event.hole:
        return _hole(event)
    old, new = _names(event.old), _names(event.new)
    if event.kind == "merged":
        return f"{new} ← {old}"
    if event.kind == "renamed":
        return f"{old} → {event.new[0].name}"
    if event.kind == "renumbered" and event.old[0].name == event.new[0].name:
        return f"{event.old[0].code} → {new}"
    return " → ".join(filter(None, (old, new)))


def sentence(event: Event) -> str:
    """Say a change for those who do not see the arrows."""
    if event.hole:
        return _hole(event)
    names = {"date": day_text(event.date), "old": _names(event.old), "new": _names(event.new)}
    if event.kind == "new":
        return translate("ChangesWords", "{new} is new on {date}.").format(**names)
    if event.kind == "ended":
        return translate("ChangesWords", "{old} ended on {date}.").format(**names)
    return translate("ChangesWords", "On {date}, {old} became {new}.").format(**names)


def _hole(event: Event) -> str:
    date, code = day_text(event.date), Named(event.hole.code, event.name)
    if event.hole.what == "table":
        return translate("Lineage", "SSB has no table for {}.").format(date)
    if event.hole.what == "new":
        return translate("Lineage", "SSB does not say what {} was before {}.").format(code, date)
    return translate("Lineage", "SSB does not say what became of {} on {}.").format(code, date)


def _names(codes: Sequence[Named]) -> str:
    """Write codes with their names; a line is not broken between the two."""
    return ", ".join(f"{code}\u00a0{name}".strip() for code, name in codes)
