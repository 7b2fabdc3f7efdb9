"""A file that is there whole or not at all."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import BinaryIO

from ..core.storage import storage_error


class PartFile:
    """Write beside `target` and rename at `finish()`. Leaving the block without it takes the part file away.

    The file is made with the first `begin()`; what was written before a later one is forgotten.
    """

    def __init__(self, target: Path):
        self._target = target
        self._part = target.with_name(f"{target.name}.{uuid.uuid4().hex[:8]}.part")
        self._file: BinaryIO | None = None
        self.size = 0

    def __enter__(self) -> PartFile:
        return self

    def begin(self) -> BinaryIO:
        """Start from nothing."""
        try:
            if self._file is None:
                self._target.parent.mkdir(parents=True, exist_ok=True)
                self._file = self._part.open("xb")
            self._file.seek(0)
            self._file.truncate()
        except OSError as error:
            raise storage_error(error, self._target) from error
        self.size = 0
        return self._file

    def write(self, chunk: bytes) -> None:
        file = self._file or self.begin()
        try:
            file.write(chunk)
        except OSError as error:
            raise storage_error(error, self._target, self.size + len(chunk)) from error
        self.size += len(chunk)

    def finish(self) -> int:
        """Put the file in its place; give its size."""
        file = self._file or self.begin()
        try:
            file.close()
            self._part.replace(self._target)
        except OSError as error:
            raise storage_error(error, self._target, self.size) from error
        return self.size

    def __exit__(self, *_exception) -> None:
        if self._file is None:
            return
        try:
            self._file.close()
        except OSError:
            self.size = 0  # the bytes that close() could not write are not missed: the file goes
        try:
            self._part.unlink()
        except OSError:
            return  # renamed, or out of our hands
