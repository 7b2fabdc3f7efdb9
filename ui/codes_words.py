"""The words of the Codes page about what it lists."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from .code_questions import DAY, Question
from .code_rows import Shown
from .wording import counted, day_text, number_text

translate = QCoreApplication.translate


def when(question: Question) -> str:
    """On which day, or from which to which."""
    if question.end:
        return translate("CodesPage", "from {} to {}").format(day_text(question.day), day_text(question.end - DAY))
    return translate("CodesPage", "on {}").format(day_text(question.day))


def count(shown: Shown, question: Question) -> str:
    """How many codes apply, and how many of them a search has left."""
    if shown.hits != shown.total:
        numbers = number_text(shown.hits), number_text(shown.total)
        return translate("CodesPage", "{} of {} codes apply {}").format(*numbers, when(question))
    return counted("CodesPage", "%n code(s) apply {}", shown.total).format(when(question))
