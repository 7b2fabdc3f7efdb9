"""What the Open Data page has asked last, and what came of it so far."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import Cancelled, KlasskartError
from ..work.opendata import Source
from . import opendata_questions
from .desk import Desk
from .opendata_questions import FOUND, Found, Question

_JOB = "opendata"


class OpenDataAsked(QObject):
    """Asks catalogues about a kommune; pieces of the answer are heard as they come, those to older questions not at all.

    `changed` tells of another state; `ended` that nothing more is waited for.
    """

    changed = pyqtSignal()
    ended = pyqtSignal()

    def __init__(self, desk: Desk, parent: QObject | None = None):
        super().__init__(parent)
        self._desk = desk
        self.question: Question | None = None
        self.found: Found | None = None
        self.error: KlasskartError | None = None  # why nothing could be asked, or that it was stopped
        self.warnings: list[KlasskartError] = []
        self.waiting = False
        desk.jobs.stepped.connect(self._on_step)

    @property
    def stopped(self) -> bool:
        return isinstance(self.error, Cancelled)

    def ask(self, question: Question, title: str) -> None:
        """Ask a question; what is known of another one is gone at once."""
        if self.question != question:
            self.found = None
        self.question = question
        self._start(lambda services, feedback: opendata_questions.ask(services, question, feedback), title)

    def ask_again(self, sources: Sequence[Source], title: str) -> None:
        """Ask some sources again, and keep what the others have said."""
        known = self.found
        if known is not None and not self.waiting:
            self._start(lambda services, feedback: opendata_questions.ask_again(services, known, sources, feedback), title)

    def forget(self) -> None:
        """Nothing is asked any more."""
        self._desk.jobs.forget(_JOB)
        self.question = self.found = self.error = None
        self.waiting = False

    def _start(self, work, title: str) -> None:
        question, heard = self.question, []
        self.error, self.warnings, self.waiting = None, heard, True
        self._desk.start(
            lambda services, feedback: work(services, feedback.heard_by(heard)),
            lambda found, error: self._on_ended(question, found, error),
            title=title,
            key=_JOB,
        )
        self.changed.emit()

    def _on_step(self, _job, name: str, facts: dict) -> None:
        if name == FOUND:
            self._take(facts["found"])

    def _take(self, found: Found) -> None:
        if found.question == self.question:
            self.found = found
            self.changed.emit()

    def _on_ended(self, question: Question, found: Found | None, error: KlasskartError | None) -> None:
        if question != self.question:
            return
        self.waiting, self.error = False, error
        if found is not None:
            self.found = found
        self.changed.emit()
        self.ended.emit()
