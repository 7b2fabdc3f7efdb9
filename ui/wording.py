"""Numbers, days and periods as users read them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from ..core import dates
from ..gis.wording import counted, number_text
from ..gis.wording import date_text as day_text

__all__ = ["counted", "day_text", "in_quotes", "number_text", "period_text", "years_text"]


def in_quotes(text: str) -> str:
    """Put a text into quotation marks as it is; those of the language."""
    return QCoreApplication.translate("Words", "“{}”").format(text)


def period_text(start: str | None, end: str | None) -> str:
    """Write a period by its first and last day. `end` is exclusive, as Klass has it; None on either side is open."""
    last = day_text(dates.day_before(dates.parse(end))) if end else ""
    if start and last:
        return f"{day_text(start)}–{last}"
    if last:
        return QCoreApplication.translate("Wording", "until {}").format(last)
    return QCoreApplication.translate("Wording", "from {}").format(day_text(start)) if start else ""


def years_text(start: str, end: str | None) -> str:
    """Write a division by its years: `2024 →`, `2020–2023`, `2019`. `end` is exclusive."""
    first = dates.parse(start).year
    if not end:
        return f"{first} →"
    last = dates.day_before(dates.parse(end)).year
    return str(first) if first == last else f"{first}–{last}"
