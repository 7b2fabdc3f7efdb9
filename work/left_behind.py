"""Work that can't be stopped on its way: who stops waits no longer for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from ..core.feedback import Feedback

T = TypeVar("T")
_LOOK = 0.2  # seconds between two looks at cancel


def done(work: Callable[[], T], feedback: Feedback) -> T:
    """Do it in a thread of its own and give what it gives, or raise what it raises. Raises Cancelled at once: the thread comes
    to its end alone then, and nobody hears of it."""
    told: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            told.append(work())
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=run, name="klasskart-work", daemon=True)
    thread.start()
    while thread.is_alive():
        feedback.check()
        thread.join(_LOOK)
    if failed:
        raise failed[0]
    return told[0]
