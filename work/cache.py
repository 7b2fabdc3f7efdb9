"""What is kept on disk: registers as small JSON files, boundaries as GeoPackages with a record beside each."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from ..core.errors import StorageError
from ..core.feedback import SILENT, Feedback
from ..core.storage import writing
from .locks import Lock

_UNSAFE = re.compile(r"[^0-9A-Za-z._-]+")
_LONGEST_NAME = 80  # the whole path has to stay under Windows' 260 characters


def _now() -> datetime.datetime:
    return datetime.datetime.now().replace(microsecond=0)


@dataclass(frozen=True)
class Kept:
    """A value from the cache, and when it was stored (local time)."""

    value: Any
    stored: datetime.datetime


class Cache:
    """The cache folder. It is made when something is first stored. `pause(seconds)` is how a thread waits for others.

    `stored` counts what this process has stored, wherever: those who hold what they have loaded see by it when to look again.
    """

    stored: ClassVar[int] = 0

    def __init__(self, folder: Path, now: Callable[[], datetime.datetime] = _now, pause: Callable[[float], None] = time.sleep):
        self.folder = folder
        self._now = now
        self._pause = pause

    def load(self, kind: str, key: str) -> Kept | None:
        """Give what `store` kept under a key; None where there is nothing, or nothing readable."""
        try:
            record = json.loads(self._file(kind, key).read_text("utf-8"))
            return Kept(record["value"], datetime.datetime.fromisoformat(record["stored"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def store(self, kind: str, key: str, value: object) -> datetime.datetime:
        """Keep a JSON value, whole or not at all; give the time. Raises DiskFull or NotWritable."""
        stored, target = self._now(), self._file(kind, key)
        text = json.dumps({"stored": stored.isoformat(), "value": value}, ensure_ascii=False, separators=(",", ":"))
        with writing(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, part = tempfile.mkstemp(dir=target.parent, prefix=target.stem[:20], suffix=".part")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(text)
                Path(part).replace(target)
            except BaseException:
                Path(part).unlink(missing_ok=True)
                raise
        Cache.stored += 1
        return stored

    def remember(self, kind: str, key: str, value: object, feedback: Feedback) -> datetime.datetime:
        """Keep a value as `store` does, but only warn where the disk refuses: that costs the next fetch, not this one."""
        try:
            return self.store(kind, key, value)
        except StorageError as error:
            feedback.warn(error)
            return self._now()

    def now(self) -> datetime.datetime:
        return self._now()

    def age(self, stored: datetime.datetime) -> datetime.timedelta:
        return self._now() - stored

    @contextmanager
    def workplace(self, kind: str) -> Iterator[Path]:
        """Lend a folder inside the cache (so that a finished file only needs renaming) that is gone afterwards."""
        parent = self.folder / kind
        with writing(parent):
            parent.mkdir(parents=True, exist_ok=True)
            folder = Path(tempfile.mkdtemp(dir=parent, prefix=".work-"))
        try:
            yield folder
        finally:
            # A file that another program still reads stays on Windows.
            shutil.rmtree(folder, ignore_errors=True)

    @contextmanager
    def alone(self, kind: str, key: str, feedback: Feedback = SILENT) -> Iterator[bool]:
        """Be the only one, of all programs that share the cache, to work on a key; wait for others, looking at cancel.

        Gives whether there was another one. Where nobody may write, what is kept can still be read: there is no lock then.
        """
        lock = Lock(self.folder / kind / f".lock-{safe_name(key)}", pause=self._pause)
        try:
            waited = lock.wait(feedback)
        except StorageError:
            yield False
            return
        try:
            yield waited
        finally:
            lock.release()

    def _file(self, kind: str, key: str) -> Path:
        return self.folder / kind / (safe_name(key) + ".json")


def safe_name(key: str) -> str:
    """Give a file name for a key: the same key always the same name, different keys never the same."""
    name = _UNSAFE.sub("-", key)
    if name == key and len(name) <= _LONGEST_NAME:
        return name
    digest = hashlib.sha1(key.encode("utf-8"), usedforsecurity=False).hexdigest()[:10]
    return f"{name[: _LONGEST_NAME - 11]}-{digest}"


def free_path(folder: Path, title: str) -> Path:
    """Give a path for a GeoPackage that no file has yet: a project may still use the older ones."""
    stem = f"{safe_name(title)}_{_now():%Y%m%dT%H%M%S}"
    number, path = 1, folder / f"{stem}.gpkg"
    while path.exists():
        number += 1
        path = folder / f"{stem}_{number}.gpkg"
    return path
