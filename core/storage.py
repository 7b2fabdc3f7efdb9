"""What this machine's disk complains about, in our terms."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import DiskFull, NotWritable, StorageError

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_SAID_FULL = re.compile(r"disk is full|disk full|No space left", re.IGNORECASE)
_LONGEST_WORDS = 200  # SQLite repeats whole statements


def storage_error(error: OSError, path: Path, needed: int | str = "") -> StorageError:
    """Turn an error of the operating system into ours; `path` is what the user knows it by."""
    if error.errno in _FULL:
        return DiskFull(path, needed)
    return NotWritable(path, error.strerror or str(error))


def refusal(path: Path, words: str) -> StorageError:
    """Turn what GDAL or SQLite say of a file that they could not write into ours."""
    return DiskFull(path) if _SAID_FULL.search(words) else NotWritable(path, words[:_LONGEST_WORDS])


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn the operating system's complaints about a place into ours."""
    try:
        yield
    except OSError as error:
        raise storage_error(error, path) from error
