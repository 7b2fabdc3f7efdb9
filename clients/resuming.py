"""A download that broke off goes on where it stopped, if the server still has the same file (RFC 9110, 13.1.5 and 14)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .files import PartFile

if TYPE_CHECKING:
    from .._vendor import httpx

ENOUGH = 1 << 20  # bytes that make a try count as progress
_RANGE = re.compile(r"bytes (\d+)-\d+/")


class Resuming:
    """What is asked for next: the whole file, or the rest of what `part` holds. `headers` are those of the question."""

    def __init__(self, part: PartFile, headers: dict[str, str]):
        self._part, self._headers = part, headers
        self._etag = ""
        self._before = 0  # bytes at the last failure

    def answered(self, response: httpx.Response) -> int:
        """Make the part file ready for what comes; give how many bytes of the file are there already."""
        from .._vendor import httpx

        if response.status_code == httpx.codes.PARTIAL_CONTENT:
            said = _RANGE.match(response.headers.get("content-range", ""))
            if said is None or int(said.group(1)) != self._part.size:
                self.forget()
                raise httpx.RemoteProtocolError("another part came than was asked for")
            return self._part.size
        self._part.begin()
        etag = response.headers.get("etag", "")
        self._etag = etag if etag.startswith('"') else ""  # a weak one tells nothing of single bytes
        return 0

    def failed(self) -> bool:
        """Ask for the rest next time, where the server can tell that it is the rest of the same. Whether much had come."""
        for name in ("Range", "If-Range"):
            self._headers.pop(name, None)
        if self._etag and self._part.size:
            self._headers.update({"Range": f"bytes={self._part.size}-", "If-Range": self._etag})
        gained = self._part.size - self._before >= ENOUGH
        self._before = self._part.size
        return gained

    @property
    def is_under_way(self) -> bool:
        return "Range" in self._headers

    def forget(self) -> None:
        """Start from the beginning next time."""
        self._etag = ""
        self.failed()
