"""Tables as people have them: which row is the header, which columns are codes and which are figures.

Cells come in as text, whatever file they were in. Codes leave as text, as they stand: cleaning belongs to the match,
where it is shown. Each thing that had to be guessed is an `Assumption`, so that it can be said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Optional, Union

Value = Union[str, int, float, None]

# SSB: ":" is confidential, "." impossible, ".." not known, "-" nothing there.
MISSING = frozenset({":", ".", "..", "...", "-", "–"})
MISSING_FIGURES = MISSING | {"na", "n/a", "#n/a", "null", "nan", "none"}

_CODE_NAME = re.compile(
    r"(nr|nummer|number|kode|code|krets|kommune|fylke|bydel|region|delområde|delomrade"
    r"|(?:^|[\W_])(?:no|num|id|key))\.?[\s_]*(?:[12][0-9]{3})?$",
    re.IGNORECASE,
)
_INTEGER = re.compile(r"[-+−]?[0-9]{1,18}$")
_TOO_LONG = re.compile(r"[-+−]?[0-9]{19}")  # for a whole number in a database
_POINT = re.compile(r"[-+−]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?$")
_COMMA = re.compile(r"[-+−]?[0-9]+,[0-9]+$")
_BLANK_THOUSANDS = re.compile(r"[-+−]?[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3})+(?:[.,][0-9]+)?$")
_POINT_THOUSANDS = re.compile(r"[-+−]?[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+$")
_COMMA_THOUSANDS = re.compile(r"[-+−]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$")
_TIME = re.compile(r"(?:19|20)[0-9]{2}(?:[-/.][0-9]{2}){0,2}$")
_BLANKS = re.compile(r"[\s\u200b\ufeff]+")


class Assumption(NamedTuple):
    """Something that was guessed. `facts` are what the words need.

    encoding (encoding) · separator (separator) · member (name, of) · sheet (name, of) · skipped (lines, text, where: start or
    end) · header_made (columns) · renamed (columns) · dropped (columns) · short_rows (rows) · decimal_comma (columns) ·
    thousands (columns) · missing (marks, values) · codes (columns: kept as text though they are numbers)
    """

    kind: str
    facts: dict[str, object]


class Column(NamedTuple):
    """`kind` is text, integer or real."""

    name: str
    kind: str


@dataclass(frozen=True)
class Grid:
    """Rows of cells as text, "" where empty. `header` is set where the file itself says which names the columns have."""

    rows: Sequence[Sequence[str]]
    assumptions: tuple[Assumption, ...] = ()
    header: Optional[tuple[str, ...]] = None
    comma_separated: bool = False
    title: str = ""


@dataclass(frozen=True)
class Table:
    """Typed columns, and rows with one value for each of them."""

    columns: tuple[Column, ...]
    rows: list[tuple[Value, ...]]
    assumptions: tuple[Assumption, ...]
    title: str = ""


@dataclass
class _Notes:
    """Collects what is assumed while columns are read."""

    codes: list[str] = field(default_factory=list)
    decimal_comma: list[str] = field(default_factory=list)
    thousands: list[str] = field(default_factory=list)
    marks: Counter[str] = field(default_factory=Counter)

    def assumptions(self) -> Iterable[Assumption]:
        for kind in ("codes", "decimal_comma", "thousands"):
            columns = getattr(self, kind)
            if columns:
                yield Assumption(kind, {"columns": tuple(columns)})
        if self.marks:
            yield Assumption("missing", {"marks": tuple(sorted(self.marks)), "values": sum(self.marks.values())})


def is_code_name(name: str) -> bool:
    """Whether a column is called what columns of codes are called."""
    return bool(_CODE_NAME.search(name))


def typed(grid: Grid) -> Table | None:
    """Read a grid as a table; None where it holds no rows or no columns."""
    rows, said, title = _trimmed(grid)
    header, rows, made = _header(grid, rows)
    if not rows:
        return None
    width = max(len(header), max(map(len, rows)))
    short = sum(1 for row in rows if len(row) < len(header))
    cells = [list(column) for column in zip(*(tuple(row) + ("",) * (width - len(row)) for row in rows))]
    names, kept, more = _names(header, cells, made)
    if not kept:
        return None
    notes = _Notes()
    columns, values = [], []
    for name, index in zip(names, kept):
        kind, column = _typed_column(name, cells[index], notes, grid.comma_separated)
        columns.append(Column(name, kind))
        values.append(column)
    if short and grid.header is None:
        more = (*more, Assumption("short_rows", {"rows": short}))
    assumptions = (*grid.assumptions, *said, *more, *notes.assumptions())
    return Table(tuple(columns), list(zip(*values)), assumptions, grid.title or title)


# --- rows -----------------------------------------------------------------------


def _trimmed(grid: Grid) -> tuple[list[Sequence[str]], list[Assumption], str]:
    """Take away empty rows, a title above the table and notes below it."""
    rows = [row for row in grid.rows if any(cell and not cell.isspace() for cell in row)]
    if grid.header is not None:
        return rows, [], ""
    start, end = 0, len(rows)
    if Counter(min(2, _filled(row)) for row in rows).most_common(1)[:1] == [(2, sum(_filled(row) > 1 for row in rows))]:
        while start < end and _filled(rows[start]) == 1:
            start += 1
        while end > start and len(rows[end - 1]) == 1:
            end -= 1
    if start >= end:
        return rows, [], ""
    said = []
    for where, cut in (("start", rows[:start]), ("end", rows[end:])):
        if cut:
            text = next(cell.strip() for cell in cut[0] if cell.strip())
            said.append(Assumption("skipped", {"lines": len(cut), "text": text[:200], "where": where}))
    title = str(said[0].facts["text"]) if start else ""
    return rows[start:end], said, title


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell and not cell.isspace())


# --- header ---------------------------------------------------------------------


def _header(grid: Grid, rows: list[Sequence[str]]) -> tuple[Sequence[str], list[Sequence[str]], bool]:
    """Give the names, the rows below them, and whether the names had to be made."""
    if grid.header is not None:
        return grid.header, rows, False
    if not rows:
        return (), [], False
    if _is_header(rows[0], rows[1:1001]):
        return rows[0], rows[1:], False
    return tuple(f"column_{n}" for n in range(1, max(map(len, rows)) + 1)), rows, True


def _is_header(first: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    """Whether a row names the columns: it differs in kind from what stands below, or holds no numbers at all."""
    against = False
    for index, cell in enumerate(first):
        cell = cell.strip()
        below = [row[index].strip() for row in rest if index < len(row) and row[index].strip() not in MISSING | {""}]
        numeric = below and sum(value[:1].isdigit() for value in below) >= 0.9 * len(below)
        if cell and numeric and not cell[:1].isdigit() and cell not in MISSING:
            return True
        # Years and dates are names of columns too, unless the column holds nothing else.
        if cell[:1].isdigit() and (numeric or not rest) and not (_TIME.match(cell) and not all(map(_TIME.match, below))):
            against = True
    return not against


def _names(header: Sequence[str], cells: list[list[str]], made: bool) -> tuple[list[str], list[int], tuple[Assumption, ...]]:
    """Give each column that holds anything a name of its own; columns without name and content go."""
    names: list[str] = []
    kept, renamed, unnamed, dropped = [], [], [], 0
    taken: set[str] = set()
    for index, column in enumerate(cells):
        given = _BLANKS.sub(" ", header[index]).strip()[:60] if index < len(header) else ""
        if not given and not any(cell and not cell.isspace() for cell in column):
            dropped += 1
            continue
        name = _free(given or f"column_{index + 1}", taken)
        taken.add(name.casefold())
        names.append(name)
        kept.append(index)
        if not given or made:
            unnamed.append(name)
        elif name != given:
            renamed.append(name)
    said = (("header_made", tuple(unnamed)), ("renamed", tuple(renamed)), ("dropped", dropped))
    return names, kept, tuple(Assumption(kind, {"columns": columns}) for kind, columns in said if columns)


def _free(name: str, taken: set[str]) -> str:
    """Make a name unique without regard to case, as databases compare them."""
    number, free = 2, name
    while free.casefold() in taken:
        free, number = f"{name}_{number}", number + 1
    return free


# --- columns --------------------------------------------------------------------


def _typed_column(name: str, cells: list[str], notes: _Notes, comma_separated: bool) -> tuple[str, list[Value]]:
    texts = [cell.strip() for cell in cells]
    figures = [text for text in texts if text and text.casefold() not in MISSING_FIGURES]
    kind, comma, thousands = _kind_of(figures, comma_separated)
    if kind == "integer" and (is_code_name(name) or any(_lost_or_kept_zero(text) for text in figures)):
        notes.codes.append(name)
        kind = "text"
    marks = MISSING if kind == "text" else MISSING_FIGURES
    notes.marks.update(text for text in texts if text and text.casefold() in marks)
    if kind == "text":
        return kind, [cell if text and text not in MISSING else None for cell, text in zip(cells, texts)]
    if comma:
        notes.decimal_comma.append(name)
    if thousands:
        notes.thousands.append(name)
    read = int if kind == "integer" else float
    drop = "." if comma else ","
    return kind, [read(_plain(text, drop)) if text and text.casefold() not in MISSING_FIGURES else None for text in texts]


def _lost_or_kept_zero(text: str) -> bool:
    return len(text) > 1 and text[0] == "0" and text.isdigit()


def _kind_of(texts: list[str], comma_separated: bool) -> tuple[str, bool, bool]:
    """Give kind, whether the comma is the decimal mark, and whether thousands are set apart. No figures at all is text."""
    if not texts or any(map(_TOO_LONG.match, texts)):
        return "text", False, False
    if all(map(_INTEGER.match, texts)):
        return "integer", False, False
    spaced = any(map(_BLANK_THOUSANDS.match, texts))
    # In a file with commas between the columns, a quoted 1,234 is English for a thousand.
    english = any(text.count(",") > 1 or ("," in text and "." in text and text.index(",") < text.index(".")) for text in texts)
    if (comma_separated or english) and all(_INTEGER.match(t) or _POINT.match(t) or _COMMA_THOUSANDS.match(t) for t in texts):
        whole = not any("." in text or "e" in text.casefold() for text in texts)
        return ("integer" if whole else "real"), False, any("," in text for text in texts)
    if all(_INTEGER.match(t) or _COMMA.match(t) or _BLANK_THOUSANDS.match(t) or _POINT_THOUSANDS.match(t) for t in texts):
        comma = any("," in text for text in texts)
        point = any("." in text for text in texts)
        if comma or not point:
            return ("real" if comma else "integer"), comma, spaced or point
    if all(_INTEGER.match(t) or _POINT.match(t) or (_BLANK_THOUSANDS.match(t) and "," not in t) for t in texts):
        return "real", False, spaced
    return "text", False, False


def _plain(text: str, drop: str) -> str:
    """Write a figure as Python reads it."""
    return _BLANKS.sub("", text.replace(drop, "")).replace(",", ".").replace("−", "-")
