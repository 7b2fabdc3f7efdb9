"""Days. Klass's periods end on the day *before* their `valid_to`; users read the last day itself."""

from __future__ import annotations

import datetime
import re

from .errors import BadDates

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}$")


def parse(text: str) -> datetime.date:
    """Read yyyy-MM-dd (a time behind it is ignored). Raises BadDates."""
    day = str(text).strip()[:10]
    try:
        if not _ISO.match(day):
            raise ValueError(day)
        return datetime.date.fromisoformat(day)
    except ValueError:
        raise BadDates(start=text, reason="malformed") from None


def day_before(day: datetime.date) -> datetime.date:
    return day - datetime.timedelta(days=1)


def new_year(year: int) -> datetime.date:
    """1 January, the day on which Norwegian divisions change."""
    return datetime.date(year, 1, 1)
