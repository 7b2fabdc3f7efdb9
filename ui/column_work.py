"""What Check and Change Codes have done in the background: a column read, mended, carried to another day."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsVectorLayer

from ..core import dates
from ..core.adding_up import holds_figures
from ..core.diagnosis import Diagnosis
from ..core.errors import KlasskartError, NoKeyFound
from ..core.feedback import Feedback
from ..core.recoding import Choices, Recoding
from ..gis import columns, joins, recoded
from ..gis import diagnosis_report as report
from ..work import diagnosing, recode_files, recoding, report_files
from ..work.joining import Column
from .new_layers import new_path

# --- check ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Change:
    """Codes to be changed: of which field, classification and level, and from which day (None: each from its last).

    `years` are those of the codes as text. With field "" all is found out first.
    """

    field: str = ""
    classification: int = 0
    level: str = ""
    since: datetime.date | None = None
    years: str = ""


@dataclass(frozen=True)
class Checked:
    """What was found in a column, and the column: distinct value → number of features."""

    found: Diagnosis
    column: Column

    def change(self) -> Change:
        """Say what changing these codes is. Codes of several divisions are each read on their last day."""
        found, best = self.found, self.found.best
        since = dates.day_within(best.start, best.end) if best and not found.is_mixed else None
        years = report.span_text(best) if since else ""
        return Change(found.field, found.classification, found.level, since, years)


def checking(layer: QgsVectorLayer, field: str, day: datetime.date) -> Callable[[object, Feedback], Checked]:
    """Give the work that finds out what a field holds; names are those of a day. The layer is copied now, and the copy read."""
    read, name = columns.columns_of(layer), layer.name()
    return lambda services, feedback: _check(services, read, field, name, day, feedback)


def _check(services, read: columns.Columns, field: str, layer: str, day: datetime.date, feedback: Feedback) -> Checked:
    found = diagnosing.prepare(services, read, field, layer=layer, pairs=read.pairs, day=day, feedback=feedback)
    return Checked(found, read[found.field])


def save(found: Diagnosis, layer: str, today: datetime.date, path: Path) -> None:
    """Save what was found: a table where the path ends with .csv or .xlsx, else a page."""
    if path.suffix.lower() in (".csv", ".xlsx"):
        report_files.save_table(list(report.FIELDS), report.table_rows(found), path)
    else:
        report_files.save_text(report.html(found, layer, today), path)


# --- change -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Changed:
    """What would become of a column's codes: nothing is changed yet."""

    change: Change
    recoding: Recoding
    figures: tuple[str, ...] = ()  # fields of text that can be added up too


def changing(
    layer: QgsVectorLayer, change: Change, until: datetime.date, language: str
) -> Callable[[object, Feedback], Changed]:
    """Give the work that finds out what becomes of each code until a day."""
    read, name = columns.columns_of(layer), layer.name()
    texts = [] if layer.isSpatial() else columns.text_fields(layer.fields())  # as of a CSV file

    def work(services, feedback: Feedback) -> Changed:
        known = change
        if not known.classification:
            checked = _check(services, read, change.field, name, until, feedback.part(0.0, 0.5))
            known = checked.change()
            if checked.found.best is None:
                raise NoKeyFound(name)
        asked = recoding.RecodeChoice(known.classification, until, known.since, known.level, language)
        found = recoding.prepare(services, read[known.field], asked, feedback.part(0.5, 1.0))
        return Changed(known, found, tuple(one for one in texts if one != known.field and holds_figures(one, read[one])))

    return work


@dataclass(frozen=True)
class Sums:
    """What adding up would give: so many rows; or why it can't be done."""

    rows: int
    refused: KlasskartError | None = None


def summing(layer: QgsVectorLayer, changed: Changed, names: Sequence[str]) -> Callable[[object, Feedback], Sums]:
    """Give the work that tries to add up figures by new code; it writes nothing."""
    source = joins.Source(layer)

    def work(services, feedback: Feedback) -> Sums:
        groups = recoded.added_up(source, changed.change.field, names, changed.recoding, feedback)
        return Sums(len(groups))

    return work


def writing(layer: QgsVectorLayer, changed: Changed, names: Sequence[str], folder: Path) -> Callable[[object, Feedback], Path]:
    """Give the work that writes the new layer: every row with its new code, or with `names` a row for each new code."""
    source, path, field = joins.Source(layer), new_path(layer, folder), changed.change.field
    if names:
        return lambda services, feedback: recoded.write_summed_file(source, field, names, changed.recoding, path, feedback)
    return lambda services, feedback: recoded.write_file(source, field, changed.recoding, path, feedback)


def saving(found: Recoding, path: Path, choices: bool = False) -> Callable[[object, Feedback], None]:
    """Give the work that saves the list old → new; with `choices` those for what was split, to be used again."""
    write = recode_files.save_choices if choices else recode_files.save_list
    return lambda services, feedback: write(found, path)


def loading(change: Change, path: Path) -> Callable[[object, Feedback], Choices]:
    """Give the work that reads choices from a file."""

    def work(services, feedback: Feedback) -> Choices:
        rows = recode_files.read_choice_rows(path)
        return recoding.read_choices(services, change.classification, change.level, rows, feedback)

    return work


# --- new layers -------------------------------------------------------------------------
