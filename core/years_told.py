"""The years of boundaries that a service has told of, kept as text: a data set to a line, then its years."""

from __future__ import annotations

from collections.abc import Iterable


def years_of(text: str, dataset: str) -> tuple[int, ...]:
    """Read the years of a data set, in order; () where it was never asked."""
    return _read(text).get(dataset, ())


def with_years(text: str, dataset: str, years: Iterable[int]) -> str:
    """Write the text with other years of a data set."""
    told = {**_read(text), dataset: tuple(sorted(set(years)))}
    return "\n".join(" ".join((name, *map(str, found))) for name, found in told.items() if found)


def _read(text: str) -> dict[str, tuple[int, ...]]:
    lines = (line.split() for line in str(text).splitlines())
    return {
        parts[0]: tuple(sorted({int(part) for part in parts[1:] if part.isascii() and part.isdigit()}))
        for parts in lines
        if parts
    }
