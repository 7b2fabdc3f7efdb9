"""How often a service may be asked: a bucket of requests that fills up again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from ..core.feedback import SILENT, Feedback


class Limit:
    """At most `burst` requests at once, and `per_second` in the long run. Shared by threads."""

    def __init__(self, burst: int, per_second: float, clock: Callable[[], float] = time.monotonic):
        self._burst, self._rate, self._clock = burst, per_second, clock
        self._left, self._since = float(burst), clock()
        self._lock = threading.Lock()

    def wait(self, pause: Callable[[float, Feedback], None], feedback: Feedback = SILENT) -> None:
        """Wait for one's turn; `pause` is how."""
        seconds = self._take()
        if seconds > 0:
            pause(seconds, feedback)

    def drained(self) -> None:
        """Note that the service has said "too many": there is nothing left for now."""
        with self._lock:
            self._left = min(self._left, 0.0)

    def _take(self) -> float:
        """Take one, and tell for how long it must be waited."""
        with self._lock:
            now = self._clock()
            self._left = min(self._burst, self._left + (now - self._since) * self._rate)
            self._since = now
            self._left -= 1
            return max(0.0, -self._left / self._rate)
