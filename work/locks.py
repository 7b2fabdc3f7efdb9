"""One at a time, among programs that share a folder: a lock file that is kept fresh while its holder lives."""

from __future__ import annotations

import os
import threading
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from ..core.feedback import SILENT, Feedback
from ..core.storage import writing

STALE = 30.0  # seconds without a sign of life: the holder has crashed, or its machine sleeps
_SIGN = 5.0  # seconds between signs of life
_LOOK = 0.2  # seconds between two looks of one who waits


class Lock:
    """A lock file. The holder's thread writes its time anew every few seconds; `pause(seconds)` is how one waits for it."""

    def __init__(self, path: Path, *, stale: float = STALE, pause: Callable[[float], None] = time.sleep):
        self._path = path
        self._stale = stale
        self._pause = pause
        self._token = uuid.uuid4().hex
        self._released = threading.Event()
        self._signs: threading.Thread | None = None

    def wait(self, feedback: Feedback = SILENT) -> bool:
        """Take the lock; wait while another has it, and say whether one had. Raises Cancelled, DiskFull or NotWritable."""
        waited = False
        while not self._take():
            feedback.check()
            if not waited:
                waited = True
                feedback.step("waiting_for_other")
            self._pause(_LOOK)
        self._released.clear()
        self._signs = threading.Thread(target=self._give_signs, name="klasskart-lock", daemon=True)
        self._signs.start()
        return waited

    def release(self) -> None:
        """Let the next one in. A lock that was taken over meanwhile is left to its new holder."""
        self._released.set()
        if self._signs is not None:
            self._signs.join()
        if self._holder() == self._token:
            self._remove()

    def _take(self) -> bool:
        with writing(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                handle = os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
            except FileExistsError:
                if self._is_stale():
                    self._put_away()
                return False
            except PermissionError:
                if self._path.exists():  # Windows, while another one removes it
                    return False
                raise
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(self._token)
        return True

    def _is_stale(self) -> bool:
        return self._is_old(self._path)

    def _is_old(self, path: Path) -> bool:
        try:
            return abs(time.time() - path.stat().st_mtime) > self._stale
        except OSError:
            return False  # released just now

    def _put_away(self) -> None:
        """Take the dead one's lock away, under a name of our own: only one of several can do that."""
        aside = self._path.with_name(f"{self._path.name}.{self._token[:8]}")
        with suppress(OSError):
            self._path.rename(aside)
            if not self._is_old(aside):  # another was quicker, and this is its own
                os.link(aside, self._path)
        with suppress(OSError):
            aside.unlink(missing_ok=True)

    def _give_signs(self) -> None:
        while not self._released.wait(min(_SIGN, self._stale / 4)):
            try:
                os.utime(self._path)
            except OSError:
                return  # taken over, or the folder is gone

    def _holder(self) -> str:
        try:
            return self._path.read_text("ascii")
        except (OSError, ValueError):
            return ""

    def _remove(self) -> None:
        try:
            self._path.unlink()
        except OSError:
            return  # stale in a while
