"""The words for errors and steps: from here and the `…_words` beside it, their fields become sentences.

Each sentence says what failed, why as far as known, what is unharmed and what to do; addresses and status are details.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication

from ..core import errors
from . import boundary_words, keep_words, klass_words, layer_words, opendata_words, service_words, storage_words, time_words
from .step_words import STEPS

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Message:
    """`text`: one to four sentences for the note. `details`: address, status and the like, a line each; may be ""."""

    text: str
    details: str = ""

    @property
    def full(self) -> str:
        """Both, for where there is no room to unfold: exceptions of algorithms and the log."""
        return f"{self.text}\n{self.details}" if self.details else self.text


def sentence(error: errors.KlasskartError) -> Message:
    """Word any of our errors."""
    for kind in type(error).__mro__:
        if kind in _WORDS:
            return Message(_WORDS[kind](error), _details(error))
    return Message(str(error), _details(error))


def step(name: str, facts: Mapping[str, object]) -> str:
    """Say what a job does now; names and facts are those of `Feedback.step`. "" for a name that is not known."""
    words = STEPS.get(name)
    return words(facts) if words else ""


def _details(error: errors.KlasskartError) -> str:
    labels = {
        "asked": translate("Messages", "Address"),
        "address": translate("Messages", "Address"),
        "status": translate("Messages", "Status"),
        "words": translate("Messages", "Answer"),
        "path": translate("Messages", "File"),
        "trace": translate("Messages", "Trace"),
    }
    values = error.values()
    if isinstance(error, errors.InputError):
        values.pop("asked", None)  # what the user asked for: no address, and said in the sentence
    return "\n".join(f"{label}: {values[field]}" for field, label in labels.items() if values.get(field) not in ("", None))


_WORDS: dict[type, Callable[..., str]] = {
    errors.Cancelled: lambda error: translate("Messages", "Stopped. Nothing was changed."),
    errors.InternalFault: lambda error: translate(
        "Messages",
        "The plugin has a fault ({}). The log of QGIS says more, under Klasskart. Try again, and report it if it comes back.",
    ).format(error.kind),
    **service_words.WORDS,
    **klass_words.WORDS,
    **boundary_words.WORDS,
    **layer_words.WORDS,
    **storage_words.WORDS,
    **time_words.WORDS,
    **opendata_words.WORDS,
    **keep_words.WORDS,
}
