"""Adding up the figures of units that became one; refused where a split makes a sum wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Union

from .choices import STATUSES
from .errors import SumRefused
from .map_columns import COUNT, SHARE, is_called_code, is_yes_or_no, kind_of, number_of
from .recoding import Recoded, Recoding
from .tables import MISSING_FIGURES

Figure = Union[int, float, None]


def holds_figures(name: str, column: Mapping[object, int]) -> bool:
    """Whether a column of texts (value → features) can be added up: QGIS reads every column of a CSV file as text.

    All of it must be numbers or marks for missing ones, and no codes.
    """
    if not all(number_of(value) is not None or _is_missing(value) for value in column):
        return False
    return kind_of(name, column) in (COUNT, SHARE) or (is_yes_or_no(column) and not is_called_code(name))


def figure_of(value: object) -> Figure:
    """Read a figure, also from text; whole numbers stay whole. None for marks of missing ones."""
    if not isinstance(value, str):
        return value  # type: ignore[return-value]  # of a field of numbers
    number = number_of(value)
    return int(number) if number is not None and number.is_integer() else number


def _is_missing(value: object) -> bool:
    return value is None or (isinstance(value, str) and value.strip().casefold() in ("", *MISSING_FIGURES))


class Group:
    """The rows that became one: their figures added up, their ways joined, and of the rest what is the same in all."""

    def __init__(self, sums: int):
        self.sums: list[Figure] = [None] * sums
        self.others: list[object] | None = None
        self.statuses: dict[str, None] = {}
        self.chains: dict[str, None] = {}
        self.rows: list[int] = []

    def add(self, recoded: Recoded, share: float, figures: Sequence[Figure], others: Sequence[object], row: int) -> None:
        """Take a row in, or a share of it. `row` names it, so that its shape is found again; below 0: it has none here."""
        self.statuses[recoded.status] = None
        if recoded.chain:
            self.chains[recoded.chain] = None
        for place, figure in enumerate(figures):
            if figure is not None:
                part = figure if share == 1.0 else figure * share
                before = self.sums[place]
                self.sums[place] = part if before is None else before + part
        if self.others is None:
            self.others = list(others)
        else:
            self.others = [mine if mine == other else None for mine, other in zip(self.others, others)]
        if row >= 0:
            self.rows.append(row)

    @property
    def status(self) -> str:
        return "; ".join(sorted(self.statuses, key=STATUSES.index))

    @property
    def chain(self) -> str | None:
        return "; ".join(self.chains) or None


def add_up(
    rows: Iterable[tuple[int, object, Sequence[Figure], Sequence[object]]],
    recoding: Recoding,
    fields: Sequence[str],
) -> dict[str | None, Group]:
    """Add up rows (number, value, figures of `fields`, other attributes) by new code; None for those without one.

    Raises SumRefused at the first figure of a code that was split and that no choice settles: it belongs to several places.
    """
    groups: dict[str | None, Group] = {}
    for number, value, figures, rest in rows:
        recoded = recoding.values[value]
        if not recoded.is_settled:
            _refuse(recoded, figures, fields)
        shares = recoded.shares if len(recoded.shares) > 1 else ((recoded.new_code, 1.0),)
        for new, share in shares:
            group = groups.get(new)
            if group is None:
                group = groups[new] = Group(len(fields))
            # A shape can't be shared out as a figure can.
            group.add(recoded, share, figures, rest, number if share == 1.0 else -1)
    return groups


def _refuse(recoded: Recoded, figures: Sequence[Figure], fields: Sequence[str]) -> None:
    for name, figure in zip(fields, figures):
        if figure:
            successors = ", ".join(recoded.successors)
            raise SumRefused(name, recoded.code, recoded.name, successors, recoded.chain or "")
