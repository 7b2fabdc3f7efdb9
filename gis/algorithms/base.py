"""What our algorithms share: services, dates and lists as parameters, and errors as sentences.

Algorithms are declared when QGIS starts: what only their work needs is imported there, which keeps the start short.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication, QDate, QDateTime, QVariant
from qgis.PyQt.QtGui import QIcon

from ...core import dates
from ...core.choices import LANGUAGES
from ...core.errors import BadDates, KlasskartError, NotWritable
from ...core.feedback import Feedback
from .. import log

translate = QCoreApplication.translate

ICON = Path(__file__).resolve().parents[2] / "resources" / "icons" / "klasskart.svg"
_BATCH = 256


class KlasskartAlgorithm(QgsProcessingAlgorithm):
    """Base of ours: `work` gets the services and our kind of feedback; our errors leave it as QgsProcessingException."""

    def createInstance(self) -> KlasskartAlgorithm:
        return type(self)()

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        return str(ICON)

    def helpUrl(self) -> str:
        return "https://www.ssb.no/klass"

    def prepareAlgorithm(self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> bool:
        """Note what belongs to the GUI thread."""
        from ..session import prepare_network
        from ..settings import Settings

        self._settings = Settings()
        self._feedback = feedback  # PyQt must not get hold of it in another thread for the first time: see gis/courier.py
        prepare_network(self._settings)
        with sentences():
            self.note(parameters, context)
        return True

    def processAlgorithm(self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict:
        from ..garbage import left_to_main_thread
        from ..session import open_services

        with sentences(), left_to_main_thread():
            services = open_services(self._settings, feedback.pushDebugInfo)
            try:
                return self.work(services, parameters, context, ours(feedback))
            finally:
                services.close()

    def checkParameterValues(self, parameters: dict, context: QgsProcessingContext) -> tuple[bool, str]:
        """Name a date that is none, in words; Python's own dates are taken as well."""
        checked = dict(parameters)
        for definition in self.parameterDefinitions():
            given = parameters.get(definition.name())
            if not isinstance(definition, QgsProcessingParameterDateTime) or given in (None, ""):
                continue
            try:
                day = self.date(parameters, definition.name(), context)
            except BadDates as error:
                return False, full_sentence(error)
            if day is not None:
                checked[definition.name()] = QDate(day.year, day.month, day.day)
        return super().checkParameterValues(checked, context)

    def note(self, parameters: dict, context: QgsProcessingContext) -> None:
        """Take from the layers what `work` needs; called on the GUI thread."""

    def work(self, services, parameters: dict, context: QgsProcessingContext, feedback: Feedback) -> dict:
        """Do the work, in any thread, and give the results."""
        raise NotImplementedError

    # --- parameters -------------------------------------------------------------------

    def add(self, parameter: QgsProcessingParameterDefinition, help_text: str = "") -> None:
        if help_text:
            parameter.setHelp(help_text)
        self.addParameter(parameter)

    def add_text(self, name: str, words: str, default: str = "", help_text: str = "") -> None:
        """A text; one with default "" is optional."""
        self.add(QgsProcessingParameterString(name, words, default, False, not default), help_text)

    def add_choice(self, name: str, words: str, options: Sequence[str], default: str, help_text: str = "") -> None:
        """One of some static strings."""
        self.add(QgsProcessingParameterEnum(name, words, list(options), False, default, False, True), help_text)

    def add_date(self, name: str, words: str, help_text: str = "") -> None:
        kind = QgsProcessingParameterDateTime.Type.Date
        self.add(QgsProcessingParameterDateTime(name, words, kind, None, True), help_text)

    def add_language(self) -> None:
        self.add_choice("LANGUAGE", translate("Algorithms", "Language of names"), LANGUAGES, "nb")

    def text(self, parameters: dict, name: str, context: QgsProcessingContext) -> str:
        """Give a text; a list comes as comma text."""
        given = parameters.get(name)
        if isinstance(given, (list, tuple)):
            return ",".join(str(one) for one in given)
        return self.parameterAsString(parameters, name, context).strip()

    def texts(self, parameters: dict, name: str, context: QgsProcessingContext) -> tuple[str, ...]:
        """Give the parts of a list or of comma text."""
        text = self.text(parameters, name, context).replace(";", ",")
        return tuple(part.strip() for part in text.split(",") if part.strip())

    def choice(self, parameters: dict, name: str, context: QgsProcessingContext) -> str:
        return self.parameterAsEnumString(parameters, name, context)

    def date(self, parameters: dict, name: str, context: QgsProcessingContext) -> datetime.date | None:
        """Give a day, None where it is empty. Takes ISO text, too. Raises BadDates."""
        given = parameters.get(name)
        if given is None or given == "":
            return None
        if isinstance(given, str):
            return dates.parse(given)
        if isinstance(given, (datetime.date, datetime.datetime)):
            return given.date() if isinstance(given, datetime.datetime) else given
        day = given if isinstance(given, QDate) else self.parameterAsDateTime(parameters, name, context).date()
        if isinstance(given, QDateTime):
            day = given.date()
        return datetime.date(day.year(), day.month(), day.day()) if day.isValid() else None


class sentences:  # noqa: N801
    """A context in which our errors become QgsProcessingException, with the whole sentence and its details."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind, error, trace) -> None:
        if isinstance(error, KlasskartError):
            log.warning(str(error))
            raise QgsProcessingException(full_sentence(error)) from error


def full_sentence(error: KlasskartError) -> str:
    from .. import messages

    return messages.sentence(error).full


def classification_id(text: object) -> tuple[int, str]:
    """Give id and level of a classification, as `core.codes` does."""
    from ...core import codes

    return codes.classification_id(text)


def ours(feedback: QgsProcessingFeedback) -> Feedback:
    """Give our kind of feedback over that of Processing."""
    from .. import messages

    return Feedback(
        on_progress=lambda fraction: feedback.setProgress(100 * fraction),
        is_cancelled=feedback.isCanceled,
        on_step=lambda name, **facts: feedback.setProgressText(messages.step(name, facts)),
        on_warning=lambda error: feedback.pushWarning(full_sentence(error)),
    )


def table_fields(kinds: Mapping[str, int]) -> QgsFields:
    """Make fields of names and QVariant types."""
    fields = QgsFields()
    for name, kind in kinds.items():
        fields.append(QgsField(name, kind))
    return fields


def text_fields(names: Iterable[str]) -> QgsFields:
    return table_fields(dict.fromkeys(names, QVariant.String))


def write_rows(sink: QgsFeatureSink, fields: QgsFields, rows: Iterable[Sequence[object]], feedback: Feedback) -> int:
    """Write rows without geometry; give how many."""
    batch: list[QgsFeature] = []
    count = 0
    for row in rows:
        feature = QgsFeature(fields)
        feature.setAttributes(list(row))
        batch.append(feature)
        count += 1
        if len(batch) == _BATCH:
            feedback.check()
            _flush(sink, batch)
            batch = []
    _flush(sink, batch)
    return count


def _flush(sink: QgsFeatureSink, batch: list[QgsFeature]) -> None:
    if batch and not sink.addFeatures(batch, QgsFeatureSink.Flag.FastInsert):
        raise NotWritable("OUTPUT", sink.lastError())
