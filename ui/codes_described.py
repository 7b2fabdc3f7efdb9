"""What the filter of the Codes page can offer: levels and variants of the version of the date, asked for when it is opened."""

from __future__ import annotations

import datetime

from qgis.PyQt.QtCore import QObject

from . import code_questions
from .code_questions import Described, Question
from .codes_filter import CodesFilter

_JOB = "codes-described"


class CodesDescribed(QObject):
    """Asks once for each classification, day and language. Without an answer the filter offers what the list itself says."""

    def __init__(self, desk, filters: CodesFilter, parent: QObject | None = None):
        super().__init__(parent)
        self._desk = desk
        self._filters = filters
        self._asked: tuple[int, datetime.date, str] | None = None

    def ask(self, question: Question) -> None:
        """Ask about the version that a question is of, unless that was the last one asked about."""
        asked = (question.classification, question.day, question.language)
        if asked == self._asked:
            return
        if self._asked is None or self._asked[0] != asked[0]:
            self._filters.show_described(Described({}, ()))
        self._asked = asked
        self._desk.start(
            lambda services, feedback: code_questions.described(services, *asked, feedback),
            lambda found, error: self._on_described(asked, found),
            title=self.tr("Fetching levels and variants …"),
            key=_JOB,
            quiet=True,
        )

    def _on_described(self, asked: tuple, found: Described | None) -> None:
        if asked != self._asked:
            return
        if found is None:
            self._asked = None  # the next time again
        else:
            self._filters.show_described(found)
