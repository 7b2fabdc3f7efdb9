"""The collections inside a GeoJSON file, found without reading it into memory.

Geonorge's files up to 2025 are an object of collections, `{"Kommune": {…}, "Grense": {…}}`. GDAL holds such a file in
memory whole, or refuses it; the byte range of one collection it streams (`/vsisubfile/`). So the ranges are looked for
here, by counting braces: a block of a megabyte is reduced to its braces outside strings at once, and only where the
count comes down to the outermost object is it looked at closely.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from ...core.errors import BadFile
from ...core.feedback import SILENT, Feedback

BOM = b"\xef\xbb\xbf"
_BLOCK = 1 << 20
_CLOSE_LOOK = 256
_NOT_STRUCTURE = bytes(set(range(256)) - set(b'{}"'))


class Collection(NamedTuple):
    """A feature collection: its key ("" for a whole file) and its bytes."""

    key: str
    start: int
    size: int


def collections(path: Path, feedback: Feedback = SILENT) -> list[Collection]:
    """Find the feature collections of a GeoJSON file: one with key "" where the file itself is one.

    Raises BadFile: truncated, or unreadable where the braces don't match.
    """
    size = path.stat().st_size
    scan = _Scan()
    with path.open("rb") as file:
        start = len(BOM) if file.read(len(BOM)) == BOM else 0
        file.seek(start)
        for offset, block in _blocks(file, start):
            feedback.check()
            scan.block(block, offset)
            if scan.plain:
                return [_whole(path, file, start, size)]
            if scan.closed or scan.depth < 0:
                break
            feedback.progress(offset / size)
        if not scan.closed:
            raise BadFile(path, "truncated" if scan.depth > 0 else "unreadable")
        return [found for found in scan.found if _holds_features(file, found)]


def _whole(path: Path, file, start: int, size: int) -> Collection:
    file.seek(max(start, size - _CLOSE_LOOK))
    if not file.read().rstrip().endswith(b"}"):
        raise BadFile(path, "truncated")
    return Collection("", start, size - start)


def _blocks(file, offset: int) -> Iterator[tuple[int, bytes]]:
    """Read blocks that don't end within an escape."""
    held = b""
    while chunk := file.read(_BLOCK):
        block = held + chunk
        whole = block.rstrip(b"\\")
        held = block[len(whole) :]
        yield offset, whole
        offset += len(whole)


def _holds_features(file, found: Collection) -> bool:
    file.seek(found.start)
    return b'"features"' in file.read(min(found.size, _BLOCK))


@dataclass
class _Scan:
    """Where the reading stands: how deep in braces, whether in a string, and what the outermost object held so far."""

    depth: int = 0
    in_string: bool = False
    plain: bool = False
    closed: bool = False
    found: list[Collection] = field(default_factory=list)
    _key: bytearray = field(default_factory=bytearray)
    _escaped: bool = False
    _start: int = 0

    def block(self, block: bytes, offset: int) -> None:
        """Go over a block; halve it as long as it may touch the outermost object."""
        lowest, change, in_string = _skim(block, self.in_string)
        if self.depth + lowest > 1:
            self.depth += change
            self.in_string = in_string
            return
        middle = len(block) // 2
        while middle < len(block) and block[middle - 1 : middle] == b"\\":
            middle += 1  # an escape stays in one piece
        if len(block) <= _CLOSE_LOOK or middle == len(block):
            self._look(block, offset)
            return
        self.block(block[:middle], offset)
        if not (self.plain or self.closed):
            self.block(block[middle:], offset + middle)

    def _look(self, block: bytes, offset: int) -> None:
        for position, byte in enumerate(block, offset):
            if self.in_string:
                self._in_string(byte)
            else:
                self._outside(byte, position)
            if self.plain or self.closed or self.depth < 0:
                return

    def _in_string(self, byte: int) -> None:
        if self._escaped:
            self._escaped = False
        elif byte == ord("\\"):
            self._escaped = True
        elif byte == ord('"'):
            self.in_string = False
            return
        if self.depth == 1:
            self._key.append(byte)

    def _outside(self, byte: int, position: int) -> None:
        if byte == ord('"'):
            self.in_string = True
            if self.depth == 1:
                self._key.clear()
        elif byte == ord("{"):
            self.depth += 1
            if self.depth == 2:
                self._start = position
        elif byte == ord("}"):
            self.depth -= 1
            if self.depth == 1:
                key = self._key.decode("utf-8", "replace")
                self.found.append(Collection(key, self._start, position + 1 - self._start))
            self.closed = self.depth == 0
        elif byte == ord("[") and self.depth == 1 and self._key == b"features":
            self.plain = True


def _skim(block: bytes, in_string: bool) -> tuple[int, int, bool]:
    """Give how far the depth falls at the lowest within a block, its change over it, and whether the end is in a string."""
    if b"\\" in block:
        block = block.replace(b"\\\\", b"").replace(b'\\"', b"")
    pieces = block.translate(None, _NOT_STRUCTURE).split(b'"')  # outside and inside strings by turns
    braces = b"".join(pieces[in_string::2])
    while b"{}" in braces:
        braces = braces.replace(b"{}", b"")
    # What is left is }}}…{{{: first all that closes, then all that opens.
    closing = braces.count(b"}")
    return -closing, len(braces) - 2 * closing, in_string ^ (len(pieces) % 2 == 0)
