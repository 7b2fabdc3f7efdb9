"""Python's collector of garbage, kept out of worker threads.

Widgets often stand in circles with what listens to them, and whichever thread runs when the collector's turn comes lets go
of them. In a worker thread that may be while Qt deletes them in the main thread, and QGIS crashes.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from .courier import courier, in_main_thread

_lock = threading.Lock()
_working = 0  # worker threads in need of quiet
_ours = False  # whether it was we who switched it off


@contextmanager
def left_to_main_thread() -> Iterator[None]:
    """Collect nothing while a worker thread works; the main thread switches it on again, and has the first turn."""
    if in_main_thread():
        yield
        return
    _pause()
    try:
        yield
    finally:
        courier().do(_resume)


def _pause() -> None:
    global _working, _ours
    with _lock:
        _working += 1
        if gc.isenabled():
            gc.disable()
            _ours = True


def _resume() -> None:
    global _working, _ours
    with _lock:
        _working -= 1
        if _ours and not _working:
            _ours = False
            gc.enable()
