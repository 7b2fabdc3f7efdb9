"""A match report in the order of what its reader must do: choices first, codes without feature last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..core.match_report import MatchReport, Miss

# What needs a decision, then what needs none.
ORDER = (
    "split",
    "ended",
    "malformed",
    "unknown",
    "future",
    "duplicate",
    "no_code",
    "renumbered",
    "merged",
    "filler",
    "no_feature",
)
CHOICES = frozenset({"split"})

_EXPIRED = {"split": "split", "merged": "merged", "renumbered": "renumbered", "renamed": "renumbered"}


@dataclass(frozen=True)
class Group:
    """The misses of one kind; `key` is one of ORDER."""

    key: str
    misses: tuple[Miss, ...]

    @property
    def needs_choice(self) -> bool:
        return self.key in CHOICES


def group_of(miss: Miss) -> str:
    """Tell which group a miss belongs to."""
    if miss.reason == "unknown" and miss.kind == "future":
        return "future"
    if miss.reason != "expired":
        return miss.reason
    return _EXPIRED.get(miss.kind, "ended")


def grouped(report: MatchReport) -> tuple[Group, ...]:
    """Sort all that did not match, or matched twice, into groups; each by code."""
    found: dict[str, list[Miss]] = {key: [] for key in ORDER}
    for miss in _all(report):
        found.setdefault(group_of(miss), []).append(miss)
    return tuple(Group(key, tuple(sorted(misses, key=_by_code))) for key, misses in found.items() if misses)


def _all(report: MatchReport) -> Iterable[Miss]:
    yield from report.misses
    # Where many features share a code (addresses, rows of people), doubles are the rule and no news.
    yield from (miss for miss in report.duplicates if miss.side == "code" or report.one_to_one)
    yield from report.unused_codes


def _by_code(miss: Miss) -> tuple[str, str]:
    return miss.code or miss.value, miss.value
