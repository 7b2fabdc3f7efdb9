"""Values out of the JSON of the services, whatever they send: what is missing, null or of another type reads as nothing."""

from __future__ import annotations

from collections.abc import Mapping

Row = Mapping[str, object]


def rows_of(value: object) -> list[Row]:
    """Give the objects of a list; none where it is no list."""
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def object_of(value: object) -> Row:
    """Give an object; an empty one for anything else."""
    return value if isinstance(value, Mapping) else {}


def list_of(value: object) -> list:
    return value if isinstance(value, list) else []


def text_of(value: object) -> str:
    """Give text, also of a whole number; "" for anything else."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def number_of(value: object, otherwise: int = 0) -> int:
    """Give a whole number, also of its digits."""
    digits = text_of(value)
    return int(digits) if digits.isascii() and digits.isdigit() else otherwise
