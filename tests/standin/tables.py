"""Our own compact tables of codes, as rows of text."""

from __future__ import annotations

import lzma
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("data")
FOREVER = "9999-12-31"


@cache
def table(name: str) -> list[list[str]]:
    """The rows of one of our tables, without the header."""
    text = lzma.decompress((DATA / f"{name}.csv.xz").read_bytes()).decode("utf-8")
    return [line.split(";") for line in text.splitlines()[1:]]


def period(first: str, last: str, newest: int = 2025) -> tuple[str, str]:
    return f"{first}-01-01", FOREVER if int(last) >= newest else f"{int(last) + 1}-01-01"
