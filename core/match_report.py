"""What a match found, on both sides: the values that reports, pages and files are made from."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .matching import KeySide

# What a reader must do something about comes first; what one cure settles for all comes later.
REASONS = ("expired", "malformed", "unknown", "duplicate", "filler", "no_code", "no_feature")


@dataclass(frozen=True)
class Repair:
    """One kind of cleaning (`keys.REPAIRS`): in how many distinct values and features, with an example."""

    kind: str
    values: int
    features: int
    before: str
    after: str


class Miss(NamedTuple):
    """One code or value that did not match, or is doubled. `side` is feature or code; `reason` one of REASONS.

    `value` is the first raw value as text, `code` the cleaned key ("" where there is none), `values` all raw values that
    are read so: what selects the features. `features` counts features, or rows of a table. `kind` says what became of the
    code: renumbered, merged, split, renamed, ended; future for one that is not valid yet; "" where nothing is known.
    `successors` are the codes valid on the day of the match; `first_valid` and `last_valid` are days, "" where unknown.
    """

    side: str
    value: str
    code: str
    name: str
    features: int
    reason: str
    successors: tuple[str, ...] = ()
    kind: str = ""
    chain: str = ""
    first_valid: str = ""
    last_valid: str = ""
    values: tuple[object, ...] = ()

    @property
    def valid(self) -> str:
        """The years in which the code was valid, such as 2020–2023; open where the changes do not say."""
        first, last = self.first_valid[:4], self.last_valid[:4]
        return first if first == last else f"{first}–{last}"


@dataclass(frozen=True)
class Division:
    """The time in which the column's codes were (almost) all valid: days `start` to before `end`, "" where open.

    `share` of the `codes` distinct ones were valid then; `share_now` are on the day of the match.
    """

    start: str
    end: str
    share: float
    codes: int
    valid_codes: int
    share_now: float

    @property
    def first_year(self) -> int | None:
        return int(self.start[:4]) if self.start else None

    @property
    def last_year(self) -> int | None:
        """The last year of the time; None while it goes on."""
        if not self.end:
            return None
        return (datetime.date.fromisoformat(self.end) - datetime.timedelta(days=1)).year


@dataclass(frozen=True)
class MatchReport:
    """What a join would do, on both sides. `features` = `matched` + `unmatched_features`; `codes` counts no fillers.

    `misses` are feature-side, `unused_codes` code-side, `duplicates` of either side (a doubled code still matches).
    `keys` gives the code for each raw value of the column that matched.
    """

    features: int
    matched: int
    codes: int
    misses: tuple[Miss, ...]
    unused_codes: tuple[Miss, ...]
    duplicates: tuple[Miss, ...]
    repairs: tuple[Repair, ...]
    keys: Mapping[object, str]
    distinct: int
    division: Division | None
    side: KeySide

    @property
    def unmatched_features(self) -> int:
        return self.features - self.matched

    @property
    def unused(self) -> int:
        return len(self.unused_codes)

    @property
    def matched_codes(self) -> int:
        return self.codes - self.unused

    @property
    def one_to_one(self) -> bool:
        """Whether a code is expected once: most of the matched codes have one feature, so that doubles are news."""
        doubled = sum(1 for miss in self.duplicates if miss.side == "feature")
        return 2 * doubled <= self.matched_codes

    @property
    def rows(self) -> tuple[Miss, ...]:
        """Every row of the report: what did not match or is doubled, features first."""
        return (*self.misses, *self.duplicates, *self.unused_codes)
