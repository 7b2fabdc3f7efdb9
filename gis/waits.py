"""Waiting in any thread. The main thread goes on meanwhile: workers need it for the network, and may be what is waited for."""

from __future__ import annotations

import threading

from qgis.PyQt.QtCore import QEventLoop, QTimer

from .courier import in_main_thread


class Nap:
    """How a worker thread waits; `end` wakes it, from any thread."""

    def __init__(self):
        self._news = threading.Event()
        self.end = self._news.set

    def __call__(self, seconds: float) -> None:
        self._news.wait(seconds)
        self._news.clear()


class Turn:
    """How the main thread waits: everything else in it goes on, but for what the user does. `end` is for that thread only."""

    def __init__(self):
        self._loop, self._timer = QEventLoop(), QTimer()
        self._timer.timeout.connect(self._loop.quit)
        self.end = self._loop.quit

    def __call__(self, seconds: float) -> None:
        self._timer.start(int(1000 * seconds))
        self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._timer.stop()


def wait() -> Nap | Turn:
    """Give the way to wait in this thread."""
    return Turn() if in_main_thread() else Nap()


def pause(seconds: float) -> None:
    """Wait, whatever comes."""
    wait()(seconds)
