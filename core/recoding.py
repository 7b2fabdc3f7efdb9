"""Carrying a column of codes from one division to another, code by code, and never by guessing.

Klass does not rank the successors of a code that was split: such a code stays open until the user has chosen.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple, Optional

from .changes import Step
from .choices import STATUSES
from .codes import GRUNNKRETS, is_filler
from .errors import BadChoice
from .keys import CleanKey, KeyShape, as_text, clean
from .lives import ChangeGraph, Hole

_GRUNNKRETS_OR_DELOMRADE = KeyShape(8, GRUNNKRETS, "1")


class Recoded(NamedTuple):
    """What became of one value. `code` is the value read as a code, "" where it is none; `status` one of STATUSES.

    `new_code` is None where there is none, or where nobody has said which; `successors` are all that the code led to.
    `shares` says how much of a figure belongs to which new code: one, or several where the user gave weights.
    """

    code: str
    new_code: Optional[str]
    new_name: Optional[str]
    status: str
    chain: Optional[str] = None
    successors: tuple[str, ...] = ()
    shares: tuple[tuple[str, float], ...] = ()
    lost: str = ""  # the day from which on nobody knows: a hole in Klass
    name: str = ""  # of the old code

    @property
    def is_settled(self) -> bool:
        """Whether one knows where a figure of this code belongs: a split needs the user's choice."""
        return self.status != "split" or bool(self.shares)


@dataclass(frozen=True)
class Recoding:
    """All distinct values of a column, recoded, and how many features each has. `since` None: from each code's last day."""

    classification: int
    since: datetime.date | None
    until: datetime.date
    values: Mapping[object, Recoded]
    features: Mapping[object, int]
    names: Mapping[str, str]  # of every code that some value led to
    holes: tuple[Hole, ...] = ()

    @cached_property
    def counts(self) -> dict[str, int]:
        """Features by status, in the order of STATUSES; those without any are left out."""
        found: dict[str, int] = defaultdict(int)
        for value, recoded in self.values.items():
            found[recoded.status] += self.features[value]
        return {status: found[status] for status in STATUSES if status in found}

    @cached_property
    def codes(self) -> dict[str, int]:
        """Distinct values by status, in the order of STATUSES."""
        found: dict[str, int] = defaultdict(int)
        for recoded in self.values.values():
            found[recoded.status] += 1
        return {status: found[status] for status in STATUSES if status in found}

    def name_of(self, code: str | None) -> str | None:
        """Give the name of a new code, None for none."""
        return self.names.get(code) if code else None

    def settled(self, choices: Choices) -> Recoding:
        """Settle codes that were split by the user's word; choices for other codes are left alone.

        Raises BadChoice for a code that is no successor.
        """
        values = dict(self.values)
        for value, recoded in self.values.items():
            shares = choices.shares.get(recoded.code, ())
            if recoded.status == "split" and shares:
                choices.check(recoded)
                new = _heaviest(shares)
                values[value] = recoded._replace(new_code=new, new_name=self.name_of(new), shares=shares)
        return replace(self, values=values)

    @property
    def splits(self) -> dict[str, Recoded]:
        """Give the codes that were split, in order."""
        found = {recoded.code: recoded for recoded in self.values.values() if recoded.status == "split"}
        return dict(sorted(found.items()))

    @property
    def open(self) -> dict[object, Recoded]:
        """The values that a user must look at: split without a choice, ended, unknown; those first that have more features."""
        found = [value for value, recoded in self.values.items() if not recoded.is_settled or recoded.new_code is None]
        order = {value: (STATUSES.index(self.values[value].status), -self.features[value]) for value in found}
        return {value: self.values[value] for value in sorted(found, key=order.__getitem__)}


# --- choices ----------------------------------------------------------------------


@dataclass(frozen=True)
class Choices:
    """The user's own word on codes that were split: old code → (new code, share), the shares of one code add up to 1."""

    shares: Mapping[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, rows: Iterable[Sequence[object]], shape: KeyShape) -> Choices:
        """Read rows (old code, new code, weight or None). Raises BadChoice.

        Weights are shares of each other (0.7 and 0.3, or 53 100 and 9 400); with a single new code none is needed.
        """
        weights: dict[str, dict[str, float | None]] = defaultdict(dict)
        for old_value, new_value, weight in rows:
            if as_text(old_value) or as_text(new_value):
                old, new = (read_code(value, shape).key or as_text(value) for value in (old_value, new_value))
                if not old or not new or new in weights[old]:
                    raise BadChoice(old, new, "twice" if old and new else "empty")
                weights[old][new] = _weight(old, new, weight)
        return cls({old: _shares(old, own) for old, own in weights.items()})

    def check(self, recoded: Recoded) -> None:
        """Raise BadChoice where a choice for a split code is none of its successors."""
        for new, _ in self.shares.get(recoded.code, ()):
            if new not in recoded.successors:
                raise BadChoice(recoded.code, new, "not_successor", ", ".join(recoded.successors))


def _weight(old: str, new: str, value: object) -> float | None:
    if as_text(value) == "":
        return None
    try:
        weight = float(as_text(value).replace(",", "."))
    except ValueError:
        weight = -1.0
    if not 0 <= weight < float("inf"):
        raise BadChoice(old, new, "weight")
    return weight


def _shares(old: str, weights: Mapping[str, float | None]) -> tuple[tuple[str, float], ...]:
    if len(weights) == 1:
        return tuple((new, 1.0) for new in weights)
    known = {new: weight for new, weight in weights.items() if weight is not None}
    total = sum(known.values())
    if len(known) < len(weights) or not total:
        raise BadChoice(old, ", ".join(weights), "weight")
    return tuple((new, weight / total) for new, weight in known.items() if weight)


def _heaviest(shares: Sequence[tuple[str, float]]) -> str | None:
    """Give the code with most of it, None where two have the same."""
    most = max(share for _, share in shares)
    codes = [code for code, share in shares if share == most]
    return codes[0] if len(codes) == 1 else None


# --- recoding ---------------------------------------------------------------------


def recode(
    column: Mapping[object, int],
    graph: ChangeGraph,
    since: datetime.date | None,
    until: datetime.date,
    *,
    level: str = "",
    on_split: str = "empty",
    choices: Choices | None = None,
    names: Mapping[str, str] | None = None,
) -> Recoding:
    """Recode each distinct value (→ number of features) from the codes of `since` to those of `until`, backwards too.

    Without `since` each code starts on the last day up to `until` on which it was valid. `names` are those of `until` in the
    user's language. Raises NoCodesOnDate, and BadChoice for a choice that Klass does not have.
    """
    for day in filter(None, (since, until)):
        graph.lives.check_day(day)
    one = Recoder(graph, since, until, level, on_split=on_split, choices=choices, names=names)
    values = {value: one.recode(value) for value in column}
    holes = graph.holes_between(since, until) if since else _met(graph, values.values())
    return Recoding(graph.classification, since, until, values, dict(column), one.names_of(values.values()), holes)


def read_code(value: object, shape: KeyShape) -> CleanKey:
    """Read a value as a code of the classification itself; a longer code of something smaller is none."""
    cleaned = clean(value, shape)
    if cleaned.key is None and shape.length == 8 and shape.level == "" and shape.classification == GRUNNKRETS:
        cleaned = clean(value, _GRUNNKRETS_OR_DELOMRADE)  # the 6-digit form of a delområde
    return CleanKey(None, (), "malformed") if "shortened" in cleaned.repairs else cleaned


def shape_of(graph: ChangeGraph, level: str = "") -> KeyShape:
    """Give what the codes of a classification look like; both levels of Klass 1 where no level is said."""
    return KeyShape.of(graph.lives.at_level(level).ever())


class Recoder:
    """Recodes one value after the other, each code once. `shape` is that of `shape_of`, where it is known."""

    def __init__(
        self,
        graph: ChangeGraph,
        since: datetime.date | None,
        until: datetime.date,
        level: str = "",
        *,
        on_split: str = "empty",
        choices: Choices | None = None,
        names: Mapping[str, str] | None = None,
        shape: KeyShape | None = None,
    ):
        self._lives = graph.lives
        self._history = graph.history
        self._classification = graph.classification
        self._since = since.isoformat() if since else ""
        self._until = until.isoformat()
        self._shape = shape or shape_of(graph, level)
        self._keep = on_split == "keep"
        self._choices = choices or Choices()
        self._names = names or {}
        self._done: dict[str, Recoded] = {}

    def recode(self, value: object) -> Recoded:
        code = value if type(value) is str and value in self._lives else read_code(value, self._shape).key
        if code is None:
            return Recoded("", None, None, "unknown")
        if code not in self._done:
            self._done[code] = self._recode(code)
        return self._done[code]

    def names_of(self, found: Iterable[Recoded]) -> dict[str, str]:
        codes = {code for recoded in found for code in (*recoded.successors, recoded.new_code) if code}
        return {code: name for code in codes if (name := self._name(code))}

    def _recode(self, code: str) -> Recoded:
        start = self._since or self._history.last_valid(code, self._until)
        if not start or not self._lives.valid_on(code, start):
            if set(code) == {"9"} and is_filler(code, self._classification):
                return self._same(code)
            return Recoded(code, None, None, "unknown", name=self._lives.name_of(code))
        way = self._history.successors(code, start, self._until)
        if way.ended and is_filler(code, self._classification) and self._lives.valid_on(code, self._until):
            return self._same(code)
        told = Recoded(
            code,
            None,
            None,
            way.kind,
            self._chain(code, start, way.kind, way.chain, way.steps),
            way.codes,
            lost=next((step.date for step in way.steps if step.kind == "lost"), ""),
            name=self._lives.name_of(code, start),
        )
        if way.kind == "split":
            return self._split(told)
        if not way.codes:
            return told._replace(status="ended")
        new = way.codes[0]
        return told._replace(new_code=new, new_name=self._name(new), shares=((new, 1.0),))

    def _same(self, code: str) -> Recoded:
        """A filler stays what it is: it means the same in every division."""
        name = self._name(code)
        return Recoded(code, code, name, "unchanged", successors=(code,), shares=((code, 1.0),), name=name or "")

    def _split(self, told: Recoded) -> Recoded:
        shares = self._choices.shares.get(told.code, ())
        self._choices.check(told)
        chosen = _heaviest(shares) if shares else None
        if chosen is None and self._keep:
            return told._replace(new_code=told.code, new_name=told.name, shares=shares)
        return told._replace(new_code=chosen, new_name=self._name(chosen) if chosen else None, shares=shares)

    def _chain(self, code: str, start: str, kind: str, chain: str, steps: Sequence[Step]) -> str | None:
        """Write the way; a new name alone with its days, and without FROM_DATE the day on which the way begins."""
        if kind == "renamed":
            chain = code + "".join(f" → {step.code} ({step.date})" for step in steps if step.kind == "renamed")
        if not self._since:
            return f"{code} ({start}){chain[len(code) :]}"
        return chain or None

    def _name(self, code: str) -> str | None:
        return self._names.get(code) or self._lives.name_of(code, self._until) or None


def _met(graph: ChangeGraph, values: Iterable[Recoded]) -> tuple[Hole, ...]:
    """Give the holes that the codes fell into."""
    days = {recoded.lost for recoded in values if recoded.lost}
    codes = {recoded.code for recoded in values}
    return tuple(hole for hole in graph.holes if hole.date in days and (not hole.code or hole.code in codes))
