"""Looks for a code that the list does not have at other times, once nobody types any more."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from . import code_questions
from .code_questions import OtherTime, Question
from .desk import Desk

_PAUSE = 300  # milliseconds of typing pause before a service is asked


class OtherTimes(QObject):
    """Holds the time nearest to a question's day at which a typed code applied, or will."""

    found_one = pyqtSignal()

    def __init__(self, desk: Desk, parent: QObject | None = None):
        super().__init__(parent)
        self._desk = desk
        self._wanted: tuple[Question, str] | None = None
        self.found: OtherTime | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._look)

    def forget(self) -> None:
        """The list has what is looked for, or something else is looked for."""
        self._wanted = self.found = None
        self._pause.stop()

    def look_for(self, question: Question, code: str) -> None:
        """Look for a code after the pause; `found_one` tells when there is one."""
        self.forget()
        self._wanted = question, code
        self._pause.start()

    def _look(self) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        question, code = wanted
        self._desk.start(
            lambda services, feedback: code_questions.at_other_times(services, question, code, feedback),
            lambda found, error: self._on_found(wanted, found),
            title=self.tr("Looking for {} at other times …").format(code),
            key="other-time",
            quiet=True,
        )

    def _on_found(self, wanted: tuple[Question, str], found: OtherTime | None) -> None:
        if found and wanted == self._wanted:
            self.found = found
            self.found_one.emit()
