"""What the Codes page has asked last, and what came of it."""

from __future__ import annotations

import datetime

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import KlasskartError
from . import code_questions
from .code_questions import Listed, Question
from .desk import Desk

_OLD = datetime.timedelta(days=1)
_JOB = "codes"


class CodesAsked(QObject):
    """Asks for codes: first what is on disk, then Klass where that is missing or old. Answers to older questions are dropped.

    `listed_changed` tells of another list, or of none while another is waited for; `answered`, with an error or None, that
    nothing more is waited for.
    """

    listed_changed = pyqtSignal()
    answered = pyqtSignal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None):
        super().__init__(parent)
        self._desk = desk
        self.question: Question | None = None
        self.listed: Listed | None = None
        self.error: KlasskartError | None = None  # why nothing is listed
        self.waiting = False

    def ask(self, question: Question, title: str, *, fresh: bool = False) -> None:
        """Ask a question; `fresh`: of Klass, whatever is on disk. The list of another question is gone at once."""
        self.question, self.error, self.waiting = question, None, True
        if self.listed and self.listed.question != question:
            self.listed = None
        self.listed_changed.emit()
        if fresh:
            self._ask_klass(question, title, fresh=True)
            return
        self._desk.start(
            lambda services, feedback: code_questions.kept(services, question, feedback),
            lambda listed, error: self._on_kept(question, title, listed),
            title=title,
            key=_JOB,
            quiet=True,
        )

    def _on_kept(self, question: Question, title: str, listed: Listed | None) -> None:
        if question != self.question:
            return
        old = listed is None or listed.age > _OLD
        self.waiting = old
        if listed:
            self._list(listed)
        if old:
            self._ask_klass(question, title, fresh=False)

    def _ask_klass(self, question: Question, title: str, *, fresh: bool) -> None:
        self._desk.start(
            lambda services, feedback: code_questions.asked(services, question, feedback, fresh=fresh),
            lambda listed, error: self._on_asked(question, listed, error),
            title=title,
            key=_JOB,
        )

    def _on_asked(self, question: Question, listed: Listed | None, error: KlasskartError | None) -> None:
        if question != self.question:
            return
        self.waiting = False
        if listed:
            self._list(listed)
        elif self.listed is None:
            self.error = error
        self.answered.emit(error)

    def _list(self, listed: Listed) -> None:
        self.listed = listed
        self.listed_changed.emit()
