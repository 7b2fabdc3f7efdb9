"""One request as both threads see it: the order, what has come of it so far, and whether it is still wanted. No Qt.

Each field is written by one side only. The courier (main thread) writes what comes; the asker takes chunks and may leave.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

_AHEAD = 2 << 20  # bytes that may lie ready for the asker; the rest waits in Qt's buffer, and then at the server
LOGIN, OURS = -1, -2  # faults that are none of Qt's: a login that can't be used, an error in our own code


@dataclass(frozen=True)
class Order:
    """What is to be sent. `ahead` is an address to connect to first; `buffer` the bytes that Qt may hold."""

    method: str
    url: bytes
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    authcfg: str
    ahead: bytes
    buffer: int


@dataclass(frozen=True)
class Head:
    status: int
    headers: tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True)
class Fault:
    """Why an errand ended: Qt's code (0: all is well) or one of the above, and words."""

    code: int
    words: str


class Errand:
    """`call` has the courier look at it, `wake` rouses the asker; both may be called in any thread."""

    def __init__(self, order: Order, call: Callable[[Errand], None], wake: Callable[[], None]):
        self.order = order
        self._call, self._wake = call, wake
        self._called: float | None = None  # when the courier was called and has not come yet
        self._chunks: deque[bytes] = deque()
        self._put = self._taken = 0  # bytes
        # What the courier tells.
        self.sign: float | None = None  # time of the last sign of life; None before the order is begun
        self.looked = time.monotonic()  # everything that came up to here has been told
        self.connected = False
        self.head: Head | None = None
        self.outcome: Fault | None = None  # set when nothing more comes
        # What the asker tells.
        self.left = False

    # --- the asker ----------------------------------------------------------------------

    def call(self) -> None:
        """Have the courier look here: to begin, to read on, to hang up, or to prove that there is nothing new."""
        if self._called is None:
            self._called = time.monotonic()
            self._call(self)

    def leave(self) -> None:
        """Want nothing any more."""
        if not self.left:
            self.left = True
            self._chunks.clear()
            self.call()

    def has_news_of_body(self) -> bool:
        return bool(self._chunks) or self.outcome is not None

    def take(self) -> bytes:
        """Give the next bytes; none at the end, or where it was left."""
        try:
            chunk = self._chunks.popleft()
        except IndexError:
            return b""
        self._taken += len(chunk)
        if self.outcome is None and self._put - self._taken <= _AHEAD // 2:
            self.call()
        return chunk

    # --- the courier --------------------------------------------------------------------

    def come(self) -> float:
        """Note that the courier is here; give when it was called."""
        called, self._called = self._called, None
        return self.looked if called is None else called

    def room(self) -> int:
        return max(0, _AHEAD - (self._put - self._taken))

    def live(self) -> None:
        self.sign = time.monotonic()

    def put(self, chunk: bytes) -> None:
        self._put += len(chunk)
        self._chunks.append(chunk)
        self._wake()

    def tell_connected(self) -> None:
        self.connected = True
        self.live()
        self._wake()

    def tell_head(self, head: Head) -> None:
        self.head = head
        self._wake()

    def end(self, outcome: Fault) -> None:
        if self.outcome is None:
            self.outcome = outcome
            self._wake()
