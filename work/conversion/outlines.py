"""A delivered file without its coordinates: a tenth of the size, with everything that its fields can be learnt from.

GDAL reads GeoJSON and GML twice, first to learn the fields. Reading an outline the first time halves the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ...core.feedback import SILENT, Feedback

_CHUNK = 1 << 20
_JSON_COORDINATES = re.compile(rb"(?=[\s\[\]0-9eE+.,-]{64})(\[[\s\[]*)[\s\[\]0-9eE+.,-]*\]")
_JSON_RING = b"[0,0],[0,1],[1,1],[0,0]"
_GML_COORDINATES = re.compile(rb">[\s0-9eE+.-]{64,}<")
# Read as points of two or of three numbers, this is a closed ring either way.
_GML_RING = b">0 0 0 1 0 0 1 1 0 0 0 0<"


def outline_geojson(path: Path, start: int, size: int, target: Path, feedback: Feedback = SILENT) -> None:
    """Copy the bytes of one collection with one small ring for every list of coordinates."""

    def ring(found: re.Match[bytes]) -> bytes:
        depth = found[1].count(b"[") - 1  # a ring as deep in lists as the first point was: the type of geometry stays
        return b"[" * depth + _JSON_RING + b"]" * depth if depth else found[0]

    with target.open("wb") as out:
        for piece in _pieces(path, start, size, b"}", feedback):
            out.write(_JSON_COORDINATES.sub(ring, piece))


def outline_gml(path: Path, target: Path, feedback: Feedback = SILENT) -> None:
    """Copy a GML file with one small ring for every list of coordinates."""
    with target.open("wb") as out:
        for piece in _pieces(path, 0, path.stat().st_size, b">", feedback):
            out.write(_GML_COORDINATES.sub(_GML_RING, piece))


def _pieces(path: Path, start: int, size: int, end: bytes, feedback: Feedback) -> Iterator[bytes]:
    """Read pieces that end with the byte `end`, so that no list of coordinates is cut in two."""
    held: list[bytes] = []
    with path.open("rb") as file:
        file.seek(start)
        left = size
        while left > 0 and (chunk := file.read(min(_CHUNK, left))):
            left -= len(chunk)
            cut = chunk.rfind(end) + 1
            if cut:
                yield b"".join([*held, chunk[:cut]])
                held = []
            held.append(chunk[cut:])
            feedback.check()
            feedback.progress(1 - left / size)
    yield b"".join(held)
