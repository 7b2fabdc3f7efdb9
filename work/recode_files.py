"""What became of codes as a file: the list old → new, and the user's choices for what was split, to be used again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..core.errors import FieldMissing
from ..core.keys import as_text
from ..core.recoding import Recoded, Recoding
from . import report_files
from .figure_files import read_grid

LIST = ("old_code", "old_name", "new_code", "new_name", "status", "chain", "successors", "features")
CHOICES = ("old_code", "new_code", "weight")


def save_list(recoding: Recoding, path: Path) -> None:
    """Write a row for each value, those to look at first; xlsx or CSV by the ending. Raises DiskFull or NotWritable."""
    report_files.save_table(LIST, list_rows(recoding), path)


def save_choices(recoding: Recoding, path: Path) -> None:
    """Write the choices as `klasskart:recode` takes them. Raises DiskFull or NotWritable."""
    report_files.save_table(CHOICES, choice_rows(recoding), path)


def list_rows(recoding: Recoding) -> Iterator[tuple[object, ...]]:
    """Give the rows of LIST; a split that is shared out has a row for each of its new codes."""
    first = recoding.open
    rest = {value: recoded for value, recoded in recoding.values.items() if value not in first}
    for value, recoded in (*first.items(), *sorted(rest.items(), key=lambda item: item[1].code)):
        yield (
            recoded.code or as_text(value),
            recoded.name or None,
            recoded.new_code,
            recoded.new_name,
            recoded.status,
            recoded.chain,
            ", ".join(recoded.successors) if recoded.status == "split" else None,
            recoding.features[value],
        )


def choice_rows(recoding: Recoding) -> Iterator[tuple[object, ...]]:
    """Give the rows of CHOICES for what is settled; a single code needs no weight."""
    for recoded in recoding.splits.values():
        for new, share in recoded.shares:
            yield recoded.code, new, _weight(recoded, share)


def _weight(recoded: Recoded, share: float) -> float | None:
    return round(share, 6) if len(recoded.shares) > 1 else None


def read_choice_rows(path: Path) -> list[tuple[str, ...]]:
    """Read a table of choices with any separator, or a workbook. Raises UnreadableTable, FieldMissing."""
    grid, _ = read_grid(Path(path))
    header, *rows = [list(grid.header), *grid.rows] if grid.header else grid.rows
    names = [as_text(cell).casefold() for cell in header]
    for name in CHOICES[:2]:
        if name not in names:
            raise FieldMissing(Path(path).name, name)
    places = [names.index(name) if name in names else -1 for name in CHOICES]
    return [tuple(row[place] if 0 <= place < len(row) else "" for place in places) for row in rows]
