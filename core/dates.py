"""Days. Klass's periods end on the day *before* their `valid_to`; users read the last day itself."""

from __future__ import annotations

import datetime


def parse(text: str) -> datetime.date:
    """Read yyyy-MM-dd (a time behind it is ignored). Raises BadDates."""
    day = str(text).strip()[:10]
    try:
        if not day[4:5] == day[7:8] == "-":  # newer Pythons read other forms, too
            raise ValueError(day)
        return datetime.date.fromisoformat(day)
    except ValueError:
        from .errors import BadDates  # QGIS loads this module when it starts, that one is larger

        raise BadDates(start=text, reason="malformed") from None


def day_before(day: datetime.date) -> datetime.date:
    return day - datetime.timedelta(days=1)


def day_within(start: str, end: str) -> datetime.date | None:
    """Give the day to use for a division (yyyy-MM-dd, `end` exclusive, "" open): 1 January of its last year, or its first
    day where that is later, or where it goes on; None where it is open on both sides."""
    first = parse(start) if start else None
    if not end:
        return first
    last = new_year(day_before(parse(end)).year)
    return max(first, last) if first else last


def new_year(year: int) -> datetime.date:
    """1 January, the day on which Norwegian divisions change."""
    return datetime.date(year, 1, 1)
