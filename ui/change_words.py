"""What Change Codes says: how much is settled, what became of the codes, and what was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qgis.PyQt.QtCore import QCoreApplication

from ..core.keys import as_text
from ..core.recoding import Recoded, Recoding
from .wording import counted, number_text

translate = QCoreApplication.translate

_MOST_EXAMPLES = 3


def title(years: str, year: int) -> str:
    """Name the drill-in: from the years of the codes, where they are of one division, to the year of the day."""
    if years:
        return translate("ChangeWords", "Change Codes: {} → {}").format(years, year)
    return translate("ChangeWords", "Change Codes to {}").format(year)


def file_name(years: str, year: int, choices: bool) -> str:
    """Propose a name for the list, or for the choices."""
    words = translate("ChangeWords", "choices {}") if choices else translate("ChangeWords", "codes {}")
    return words.format(f"{years or ''} {year}".strip())


def settled(recoding: Recoding) -> int:
    """Count the rows of which one knows what became."""
    return sum(recoding.features.values()) - sum(recoding.features[value] for value in recoding.open)


def headline(recoding: Recoding, emphasis: str) -> str:
    """Say how many rows are settled; `emphasis` marks the number."""
    numbers = number_text(settled(recoding)), number_text(sum(recoding.features.values()))
    marked = emphasis.format(translate("ChangeWords", "{} of {}").format(*numbers))
    return translate("ChangeWords", "{} rows are settled").format(marked)


class Line(NamedTuple):
    """What became of some rows; `values` are those that a user should look at."""

    text: str
    values: tuple[object, ...] = ()


def counts(recoding: Recoding) -> Iterator[Line]:
    """Give a line for each thing that became of rows; what was split is told with its choices."""
    found = recoding.counts
    empty = sum(count for value, count in recoding.features.items() if not as_text(value))
    same = found.get("unchanged", 0) + found.get("renamed", 0)
    if same:
        line = counted("ChangeWords", "%n unchanged", same)
        renamed = found.get("renamed", 0)
        yield Line(line + (counted("ChangeWords", ", %n of them with a new name", renamed) if renamed else ""))
    if found.get("renumbered"):
        yield Line(counted("ChangeWords", "%n with a new number", found["renumbered"]))
    if found.get("merged"):
        yield Line(counted("ChangeWords", "%n merged with others", found["merged"]))
    if found.get("ended"):
        words = counted("ChangeWords", "%n ended, and no code followed", found["ended"])
        yield _to_look_at(words, recoding, "ended")
    if found.get("unknown", 0) > empty:
        words = counted("ChangeWords", "%n unknown to Klass then", found["unknown"] - empty)
        yield _to_look_at(words, recoding, "unknown")
    if empty:
        values = tuple(value for value in recoding.features if not as_text(value))
        yield Line(counted("ChangeWords", "%n without a value", empty), values)


def _to_look_at(words: str, recoding: Recoding, status: str) -> Line:
    values = tuple(value for value, recoded in recoding.values.items() if recoded.status == status and as_text(value))
    texts = [as_text(value) for value in values[:_MOST_EXAMPLES]]
    return Line(f"{words}: {', '.join(texts)}" + (" …" if len(values) > _MOST_EXAMPLES else ""), values)


def split(recoded: Recoded, recoding: Recoding) -> str:
    """Name a code that was split, and its rows."""
    rows = sum(recoding.features[value] for value, other in recoding.values.items() if other.code == recoded.code)
    name = f"{recoded.code} {recoded.name}".strip()
    return counted("ChangeWords", "{} was split (%n row(s))", rows).format(name)


def summed(rows: int, groups: int) -> str:
    """Say how many rows there are once figures are added up."""
    return translate("ChangeWords", "{} rows become {}.").format(number_text(rows), number_text(groups))


def made(name: str, recoding: Recoding) -> str:
    """Say what was written."""
    rows, known = sum(recoding.features.values()), settled(recoding)
    words = translate("ChangeWords", "“{}” is in the project.").format(name)
    if known == rows:
        return words + " " + counted("ChangeWords", "All %n row(s) have their new code.", rows)
    numbers = number_text(known), number_text(rows)
    return words + " " + translate("ChangeWords", "{} of {} rows have their new code, the rest is left empty.").format(*numbers)
