"""One question on its way: what was asked, and where redirects have taken it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from ..core.errors import UntrustedAddress
from ..core.feedback import Feedback


@dataclass(frozen=True)
class Ask:
    method: str
    url: str
    feedback: Feedback
    headers: Mapping[str, str]
    params: Mapping[str, str] | None = None
    body: bytes | None = None
    patience: float | None = None  # seconds of silence to bear, where it is less than the settings have


class Hop:
    """Where a question has got to: the address after so many redirects, and what still goes along."""

    def __init__(self, ask: Ask):
        self.ask = ask
        self.method, self.url, self.params, self.body = ask.method, ask.url, ask.params, ask.body
        self.headers = dict(ask.headers)
        self.first: tuple | None = None
        self.answered = False

    def redirect(self, status: int, location: str) -> None:
        try:
            self.url = urljoin(self.url, location)
        except ValueError:
            raise UntrustedAddress(location, "malformed") from None
        if self.method == "POST" and status not in (307, 308):
            self.method, self.body = "GET", None
            self.headers.pop("Content-Type", None)


def origin(url: str) -> tuple:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port
