"""What long work tells, and how it is stopped: the one collaborator that every job takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .errors import KlasskartError


class Feedback:
    """Progress, cancel and remarks of one job.

    `on_progress` gets a fraction 0 … 1, `on_step` the name of what is done now with its facts (worded at the edge),
    `on_warning` an error that did not stop the job: the hole in an otherwise whole result.
    """

    def __init__(
        self,
        on_progress: Callable[[float], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
        on_step: Callable[..., None] | None = None,
        on_warning: Callable[[KlasskartError], None] | None = None,
    ):
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled
        self._on_step = on_step
        self._on_warning = on_warning

    def progress(self, fraction: float) -> None:
        if self._on_progress:
            self._on_progress(min(1.0, max(0.0, fraction)))

    def cancelled(self) -> bool:
        return bool(self._is_cancelled and self._is_cancelled())

    def check(self) -> None:
        """Raise Cancelled where the user has asked to stop."""
        if self.cancelled():
            from .errors import Cancelled

            raise Cancelled()

    def step(self, name: str, **facts: object) -> None:
        """Say what is done now. Names: see `gis/step_words.py`."""
        if self._on_step:
            self._on_step(name, **facts)

    def warn(self, error: KlasskartError) -> None:
        if self._on_warning:
            self._on_warning(error)

    def heard_by(self, warnings: list[KlasskartError]) -> Feedback:
        """A feedback that keeps warnings in a list, too."""

        def warn(error: KlasskartError) -> None:
            warnings.append(error)
            self.warn(error)

        return Feedback(self.progress, self.cancelled, self._on_step, warn)

    def part(self, start: float, end: float) -> Feedback:
        """A feedback whose 0 … 1 is `start` … `end` of this one."""
        return Feedback(
            lambda fraction: self.progress(start + fraction * (end - start)),
            self._is_cancelled,
            self._on_step,
            self._on_warning,
        )


SILENT = Feedback()
