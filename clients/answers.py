"""What comes back from a service, as values, and how much of it there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._vendor import httpx


@dataclass(frozen=True)
class Answer:
    """A whole answer in memory; `url` is where it came from in the end."""

    content: bytes
    content_type: str
    url: str
    status: int
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Download:
    """A file that was written whole; `url` is where it came from in the end, the rest as the server said (or "")."""

    path: Path
    size: int
    url: str
    etag: str
    last_modified: str
    content_type: str


def start_of(response: httpx.Response, most: int) -> bytes:
    """Read the first bytes of a refusal; what comes before a connection breaks is good enough."""
    from .._vendor import httpx

    content = b""
    try:
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) >= most:
                break
    except httpx.HTTPError:
        return content
    return content[:most]


def declared_size(response: httpx.Response) -> int:
    """Give the size that the server declares; 0 where it does not."""
    said = response.headers.get("content-length", "")
    return int(said) if said.isascii() and said.isdigit() else 0


def answer_of(response: httpx.Response, content: bytes) -> Answer:
    """Put a response and what was read of it together."""
    headers = dict(response.headers)
    return Answer(content, headers.get("content-type", ""), str(response.url), response.status_code, headers)
