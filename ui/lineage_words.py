"""The words of a lineage: on the dotted lines, at the loose ends, and the whole of it as sentences."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QCoreApplication

from ..core.lineage import Gap, Lineage, Link, together
from .wording import day_text


def kind_words(kind: str) -> str:
    """Give a kind of change as it stands on the dotted line of its day."""
    translate = QCoreApplication.translate
    if kind == "merged":
        return translate("Lineage", "merged")
    if kind == "split":
        return translate("Lineage", "split")
    if kind == "renumbered":
        return translate("Lineage", "new number")
    if kind == "rearranged":
        return translate("Lineage", "rearranged")
    return translate("Lineage", "new name") if kind == "renamed" else translate("Lineage", "changed")


def day_label(life: Lineage, date: str) -> tuple[str, ...]:
    """Give the day of a change and what happened on it, a line each."""
    kinds = sorted({link.kind for link in life.links if link.date == date})
    return (day_text(date), *dict.fromkeys(kind_words(kind) for kind in kinds))


def gap_words(life: Lineage, gap: Gap) -> str:
    """Say what Klass does not tell at a loose end."""
    translate, date = QCoreApplication.translate, day_text(gap.date)
    if gap.words:
        return translate("Lineage", "SSB has no table for {}.").format(date)
    code = life.boxes[gap.box].code
    if gap.before:
        return translate("Lineage", "SSB does not say what {} was before {}.").format(code, date)
    return translate("Lineage", "SSB does not say what became of {} on {}.").format(code, date)


def title(life: Lineage) -> str:
    return _named(life, life.asked)


def sentence(life: Lineage) -> str:
    """Say whom the asked code came from and what became of it, in one sentence."""
    return ", ".join(part for part in (title(life), _came(life), _went(life)) if part) + "."


def described(life: Lineage) -> str:
    """Say all that is drawn: the sentence of the asked code, then every other change by its day, then what is not known."""
    told = [sentence(life)]
    told += [_change(life, links) for links in together(link for link in life.links if life.asked not in (link.old, link.new))]
    told += [gap_words(life, gap) for gap in life.gaps if gap.box != life.asked]
    return " ".join(told)


def _change(life: Lineage, links: Sequence[Link]) -> str:
    words = QCoreApplication.translate("Lineage", "On {date}, {old} became {new} ({kind}).")
    return words.format(
        date=day_text(links[0].date),
        old=_names(life, [link.old for link in links]),
        new=_names(life, [link.new for link in links]),
        kind=kind_words(links[0].kind),
    )


def _came(life: Lineage) -> str:
    translate, box = QCoreApplication.translate, life.boxes[life.asked]
    links = [link for link in life.links if link.new == life.asked]
    date, names = day_text(box.start), _names(life, [link.old for link in links])
    gap = next((gap for gap in life.gaps if gap.box == life.asked and gap.before), None)
    if gap:
        return translate("Lineage", "from {} ({})").format(date, gap_words(life, gap).rstrip("."))
    if not links:
        return translate("Lineage", "from {}").format(date)
    kind = links[0].kind
    if kind == "merged":
        return translate("Lineage", "from {} (merged from {})").format(date, names)
    if kind == "split":
        return translate("Lineage", "from {} (split from {})").format(date, names)
    if kind == "renumbered":
        return translate("Lineage", "from {} (new number for {})").format(date, names)
    return translate("Lineage", "from {} ({}, came from {})").format(date, kind_words(kind), names)


def _went(life: Lineage) -> str:
    translate, box = QCoreApplication.translate, life.boxes[life.asked]
    if not box.end:
        return translate("Lineage", "still applies")
    links = [link for link in life.links if link.old == life.asked]
    date, names = day_text(box.end), _names(life, [link.new for link in links])
    gap = next((gap for gap in life.gaps if gap.box == life.asked and not gap.before), None)
    if gap or not links:
        words = translate("Lineage", "ended on {}").format(date)
        return f"{words} ({gap_words(life, gap).rstrip('.')})" if gap else words
    kind = links[0].kind
    if kind == "merged":
        return translate("Lineage", "merged on {} into {}").format(date, names)
    if kind == "split":
        return translate("Lineage", "split on {} into {}").format(date, names)
    if kind == "renumbered":
        return translate("Lineage", "on {} given the new number {}").format(date, names)
    return translate("Lineage", "{} on {}, became {}").format(kind_words(kind), date, names)


def _named(life: Lineage, place: int) -> str:
    return f"{life.boxes[place].code} {life.boxes[place].name}".strip()


def _names(life: Lineage, places: Sequence[int]) -> str:
    *first, last = sorted({_named(life, place) for place in places}) or [""]
    return QCoreApplication.translate("Lineage", "{} and {}").format(", ".join(first), last) if first else last
