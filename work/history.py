"""What was done, kept in a file of the user's profile: a line for each, the last few hundred of them."""

from __future__ import annotations

import datetime
import os
import threading
from collections.abc import Mapping
from pathlib import Path

from ..core import history
from ..core.history import Deed
from ..core.storage import writing

MOST = 200  # deeds that are kept
_SLACK = 100  # more of them before the file is written anew


class History:
    """Deeds in a file; any thread may write."""

    def __init__(self, path: Path):
        self._path = path
        self._busy = threading.Lock()

    def add(
        self, algorithm: str, parameters: Mapping[str, object], layer: str = "", count: int = 0, *, in_memory: bool = False
    ) -> Deed:
        """Write down what was just done. Raises DiskFull or NotWritable."""
        now = datetime.datetime.now().replace(microsecond=0).isoformat()
        deed = Deed(now, algorithm, dict(parameters), layer, count, in_memory)
        with self._busy, writing(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(deed.line + "\n")
            self._shorten()
        return deed

    def deeds(self) -> list[Deed]:
        """Give what was done, the newest first."""
        return history.read(self._lines())[-MOST:][::-1]

    def clear(self) -> None:
        """Forget everything."""
        with self._busy, writing(self._path):
            self._path.unlink(missing_ok=True)

    def _lines(self) -> list[str]:
        try:
            return self._path.read_text("utf-8").splitlines()
        except (OSError, ValueError):
            return []

    def _shorten(self) -> None:
        lines = self._lines()
        if len(lines) <= MOST + _SLACK:
            return
        part = self._path.with_name(f"{self._path.name}.{os.getpid()}.part")
        part.write_text("\n".join(lines[-MOST:]) + "\n", "utf-8")
        part.replace(self._path)
