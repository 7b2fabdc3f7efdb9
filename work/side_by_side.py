"""Several questions at once, each in a thread; everything they tell comes to the caller's thread."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..core.errors import InternalFault, KlasskartError
from ..core.feedback import SILENT, Feedback

T = TypeVar("T")
MOST = 4
_PAUSE = 0.02  # seconds


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """What came of one question: a value, or an error."""

    key: str
    value: T | None = None
    error: KlasskartError | None = None


def run(
    questions: Mapping[str, Callable[[Feedback], T]],
    done: Callable[[Outcome[T]], None],
    pause: Callable[[float], None],
    feedback: Feedback = SILENT,
) -> None:
    """Put all questions; `done` gets each outcome as it comes. Raises Cancelled, and waits for the threads then, too."""
    told: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    stop = threading.Event()
    progress = dict.fromkeys(questions, 0.0)
    left = set(questions)

    def finish(outcome: Outcome[T]) -> None:
        left.discard(outcome.key)
        move(outcome.key, 1.0)
        done(outcome)

    def move(key: str, fraction: float) -> None:
        progress[key] = fraction
        feedback.progress(sum(progress.values()) / len(progress))

    def ask(key: str) -> None:
        told_by = Feedback(
            lambda fraction: told.put(lambda: move(key, fraction)),
            stop.is_set,
            lambda name, **facts: told.put(lambda: feedback.step(name, **facts)),
            lambda error: told.put(lambda: feedback.warn(error)),
        )
        outcome = _outcome(key, questions[key], told_by)
        told.put(lambda: finish(outcome))

    with ThreadPoolExecutor(max_workers=MOST, thread_name_prefix="klasskart-catalogue") as pool:
        threads = [pool.submit(ask, key) for key in questions]
        try:
            while left:
                feedback.check()
                _listen(told)
                if left:
                    pause(_PAUSE)
        except BaseException:
            stop.set()
            while not all(thread.cancel() or thread.done() for thread in threads):
                pause(_PAUSE)  # they may need this thread to come to their end
            raise


def _listen(told: queue.SimpleQueue[Callable[[], None]]) -> None:
    while True:
        try:
            tell = told.get_nowait()
        except queue.Empty:
            return
        tell()


def _outcome(key: str, question: Callable[[Feedback], T], feedback: Feedback) -> Outcome[T]:
    try:
        return Outcome(key, question(feedback))
    except KlasskartError as error:
        return Outcome(key, error=error)
    except Exception as error:  # a fault of ours in one must not take the others along
        return Outcome(key, error=InternalFault(type(error).__name__, str(error)))
