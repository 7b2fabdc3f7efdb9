"""One plain HTTP request, for tests of the stand-in itself: redirects are given back, headers sent as named and no others."""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @cached_property
    def json(self):
        return json.loads(self.body)


def ask(url: str, method: str = "GET", *, body: object = None, timeout: float = 30, **headers: str) -> Answer:
    """Ask; header names with underscores for hyphens. A body is sent as JSON."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=timeout)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    data = json.dumps(body).encode("utf-8") if body is not None else None
    try:
        path = (parts.path or "/") + ("?" + parts.query if parts.query else "")
        connection.request(method, path, data, {**({"Content-Type": "application/json"} if data else {}), **named})
        answer = connection.getresponse()
        return Answer(answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read())
    finally:
        connection.close()
