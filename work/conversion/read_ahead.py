"""Reading in one thread while another one writes. GDAL works without Python's lock, so both run at once."""

from __future__ import annotations

import queue
import threading
from collections.abc import Generator, Iterator
from typing import TypeVar

T = TypeVar("T")
_BATCH, _BATCHES = 16, 3  # few, as one feature can hold fifty thousand points


def read_ahead(items: Generator[T, None, None]) -> Iterator[T]:
    """Go through `items`, which another thread runs a little ahead and closes. That thread is gone when this iterator is."""
    batches: queue.Queue[tuple[list[T], BaseException | None, bool]] = queue.Queue(_BATCHES)
    stopped = threading.Event()

    def put(batch: list[T], error: BaseException | None = None, last: bool = False) -> None:
        while not stopped.is_set():
            try:
                return batches.put((batch, error, last), timeout=0.1)
            except queue.Full:
                continue
        return None

    def run() -> None:
        batch: list[T] = []
        try:
            for item in items:
                batch.append(item)
                if len(batch) == _BATCH:
                    put(batch)
                    batch = []
                if stopped.is_set():
                    return
            put(batch, last=True)
        except BaseException as error:
            put(batch, error, last=True)
        finally:
            items.close()

    reader = threading.Thread(target=run, name="klasskart-reader", daemon=True)
    reader.start()
    try:
        last = False
        while not last:
            batch, error, last = batches.get()
            yield from batch
            if error:
                raise error
    finally:
        stopped.set()
        reader.join()
