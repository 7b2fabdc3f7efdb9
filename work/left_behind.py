"""Work that can't be stopped on its way, or not at every moment: who stops waits no longer for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from ..core.feedback import Feedback

T = TypeVar("T")
_LOOK = 0.1  # seconds between two looks at cancel


class Watch:
    """What the work tells (how far it is, 0 … 1), and what it is told."""

    def __init__(self):
        self.fraction = 0.0
        self.stopped = False


def done(work: Callable[[Watch], T], feedback: Feedback) -> T:
    """Do it in a thread of its own and give what it gives, or raise what it raises. Raises Cancelled at once: the thread comes
    to its end alone then, and nobody hears of it."""
    watch = Watch()
    told: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            told.append(work(watch))
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=run, name="klasskart-work", daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            feedback.check()
            feedback.progress(watch.fraction)
            thread.join(_LOOK)
    except BaseException:
        watch.stopped = True
        raise
    if failed:
        raise failed[0]
    return told[0]
