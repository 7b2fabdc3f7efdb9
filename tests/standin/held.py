"""A web server of a kommune as its catalogue entries know it: whatever a test hangs there, with or without what HTTP offers."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import Blueprint, Response, request


@dataclass
class Held:
    """One file. `tells`: whether the server says by what it can be compared; `says`: bytes that it claims to have (None: the
    true number)."""

    body: bytes
    content_type: str = "application/octet-stream"
    tells: bool = True
    says: int | None = None
    headers: dict[str, str] = field(default_factory=dict)


def blueprint(files: Mapping[str, Held]) -> Blueprint:
    """Mount the files by their names; what is not there is a page that says so."""
    routes = Blueprint("held", __name__)

    @routes.get("/<path:name>")
    def file(name: str):
        held = files.get(name)
        if held is None:
            return Response("<!doctype html><html><title>Siden finnes ikke</title></html>", 404, content_type="text/html")
        answer = Response(held.body, content_type=held.content_type, headers=held.headers)
        if held.tells:
            answer.set_etag(hashlib.sha1(held.body).hexdigest())
            answer.last_modified = 1767225600
        if held.says is not None:
            answer.headers["Content-Length"] = str(held.says)
        return answer.make_conditional(request) if request.headers.get("If-None-Match") else answer

    return routes
