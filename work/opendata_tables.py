"""A look into tables that catalogues list: only those with coordinates or codes can be put on the map."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from ..clients import bodies
from ..clients.http import MIB
from ..core.errors import Cancelled, KlasskartError, UnreadableTable
from ..core.feedback import SILENT, Feedback
from ..core.opendata import Dataset, Distribution, ordered
from ..core.opendata_kinds import TABLES
from ..core.opendata_places import has_place
from . import side_by_side
from .figure_files import read_grid
from .services import Services

START = 64 * 1024  # bytes of separated text that are looked at
WHOLE = 8 * MIB  # bytes of a workbook: nothing can be read of a part
_ROWS = 50


def looked_at(services: Services, datasets: Sequence[Dataset], *, feedback: Feedback = SILENT) -> tuple[Dataset, ...]:
    """Give the data sets with `place` told of each whose only data are tables. What can't be fetched stays untold."""
    wanted = {str(number): one for number, one in enumerate(datasets) if one.why_not == "no_place" and one.place is None}
    found = dict(enumerate(datasets))

    def done(outcome: side_by_side.Outcome[bool]) -> None:
        if isinstance(outcome.error, Cancelled):
            raise outcome.error
        if outcome.error is None:
            found[int(outcome.key)] = replace(found[int(outcome.key)], place=outcome.value)

    questions = {key: _question(services, one) for key, one in wanted.items()}
    if questions:
        side_by_side.run(questions, done, services.pause, feedback)
    return ordered(found.values())


def _question(services: Services, dataset: Dataset) -> Callable[[Feedback], bool]:
    ways = sorted((way for way in dataset.distributions if way.kind in TABLES), key=lambda way: TABLES.index(way.kind))

    def ask(feedback: Feedback) -> bool:
        error: KlasskartError | None = None
        for way in ways:
            try:
                if _has_place(services, way, feedback):
                    return True
            except Cancelled:
                raise
            except KlasskartError as failed:
                error = failed
        if error:
            raise error
        return False

    return ask


def _has_place(services: Services, way: Distribution, feedback: Feedback) -> bool:
    """Look at the first rows. What is no table (a web page where one was promised) has no places."""
    most = START if way.kind == "csv" else WHOLE
    answer = services.http.start(way.url, most, feedback=feedback)
    content = answer.content
    packed = content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))
    if (packed and len(content) >= most) or bodies.kind_of(content, answer.content_type) in ("web page", "XML", "nothing"):
        return False
    if not packed and len(content) >= most:
        content = content[: content.rfind(b"\n") + 1]
    with tempfile.TemporaryDirectory(prefix="klasskart-") as folder:
        path = Path(folder) / f"table.{way.kind}"
        path.write_bytes(content)
        try:
            rows = read_grid(path)[0].rows
        except UnreadableTable:
            return False
    return any(has_place(row, rows[number + 1 : number + _ROWS]) for number, row in enumerate(rows[:5]))  # titles above
