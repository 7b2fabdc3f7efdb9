"""What our algorithms share: services, dates and lists as parameters, and errors as sentences.

Algorithms are declared when QGIS starts: what only their work needs is imported there, which keeps the start short.
"""

from __future__ import annotations

import datetime
import threading
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

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
from ...core.feedback import Feedback
from .. import log
from ..own_icons import drawing

if TYPE_CHECKING:
    from ...core.errors import KlasskartError, NotWritable

translate = QCoreApplication.translate

ICON = drawing("klasskart")
_BATCH = 256


GROUPS = {
    "codes": lambda: translate("Algorithms", "Codes in Klass"),
    "boundaries": lambda: translate("Algorithms", "Boundaries"),
    "data": lambda: translate("Algorithms", "Your own data"),
    "opendata": lambda: translate("Algorithms", "Open data"),
}

# The help of parameters that several algorithms have.
HELP = {
    "INPUT": lambda: translate("Algorithms", "The layer or table with the codes. A selection of it will do."),
    "FIELD": lambda: translate("Algorithms", "The field with the codes. Left empty, it is the one whose values are codes."),
    "CLASSIFICATION": lambda: translate("Algorithms", "A number in Klass, or grunnkrets, delomrade, kommune, fylke or bydel."),
    "LEVEL": lambda: translate(
        "Algorithms", "The number of a level: 1 is the top. In Klass 1 delområder are level 1 and grunnkretser level 2."
    ),
    "DATE": lambda: translate("Algorithms", "The codes that apply on this day. Text such as 2024-01-01 will do."),
    "LANGUAGE": lambda: translate(
        "Algorithms", "Bokmål, nynorsk or English. What is not published in it comes in bokmål, with a warning."
    ),
}


class KlasskartAlgorithm(QgsProcessingAlgorithm):
    """Base of ours: `work` gets the services and our kind of feedback; our errors leave it as QgsProcessingException.

    `section` is one of GROUPS; `drawing` is the name of its icon; `page` that of its help.
    """

    section = "codes"
    drawing = "codes"
    page = "codes"

    def createInstance(self) -> KlasskartAlgorithm:
        return type(self)()

    def group(self) -> str:
        return GROUPS[self.section]()

    def groupId(self) -> str:
        return self.section

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(drawing(self.drawing))

    def helpUrl(self) -> str:
        from ..help_pages import address_for

        return address_for(self.page)

    def about(self) -> str:
        """Say in a few paragraphs what the algorithm does."""
        raise NotImplementedError

    def shortHelpString(self) -> str:
        """Give what stands beside the parameters: what it does, and what each of them and each result is."""
        return "\n\n".join((self.about(), *_help_of(self)))

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
        """Say in words what can't be meant, before anything runs; Python's own dates are taken as well."""
        from ...core.errors import KlasskartError

        checked = dict(parameters)
        try:
            for definition in self.parameterDefinitions():
                given = parameters.get(definition.name())
                if not isinstance(definition, QgsProcessingParameterDateTime) or given in (None, ""):
                    continue
                day = self.date(parameters, definition.name(), context)
                if day is not None:
                    checked[definition.name()] = QDate(day.year, day.month, day.day)
            self.check(parameters, context)
        except KlasskartError as error:
            return False, full_sentence(error)
        return super().checkParameterValues(checked, context)

    def check(self, parameters: dict, context: QgsProcessingContext) -> None:
        """Raise one of our errors for values that can't be meant; asks nobody."""
        for definition in self.parameterDefinitions():
            given = parameters.get(definition.name())
            _check_value(definition, definition.defaultValue() if given is None else given)
        for name in ("CLASSIFICATION", "SOURCE", "TARGET"):
            if self.parameterDefinition(name) and self.text(parameters, name, context):
                classification_id(self.text(parameters, name, context))

    def check_order(self, parameters: dict, context: QgsProcessingContext, first: str, last: str, *, same: bool) -> None:
        """Raise BadDates where a period ends before it begins; or on that day, unless it may."""
        start, end = self.date(parameters, first, context), self.date(parameters, last, context)
        if start and end and (end < start or (end == start and not same)):
            from ...core.errors import BadDates

            raise BadDates(start=start.isoformat(), end=end.isoformat(), reason="order")

    def note(self, parameters: dict, context: QgsProcessingContext) -> None:
        """Take from the layers what `work` needs; called on the GUI thread."""

    def work(self, services, parameters: dict, context: QgsProcessingContext, feedback: Feedback) -> dict:
        """Do the work, in any thread, and give the results."""
        raise NotImplementedError

    # --- parameters -------------------------------------------------------------------

    def add(self, parameter: QgsProcessingParameterDefinition, help_text: str = "") -> None:
        """Declare a parameter, with help of its own or that of all parameters of its name."""
        parameter.setHelp(help_text or HELP[parameter.name()]())
        self.addParameter(parameter)

    def add_advanced(self, parameter: QgsProcessingParameterDefinition, help_text: str = "") -> None:
        """Declare a parameter that few need: the dialog shows it when asked to."""
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.add(parameter, help_text)

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

    def sink(self, parameters: dict, name: str, context: QgsProcessingContext, *shape) -> tuple[QgsFeatureSink, str]:
        """Open an output with fields, type of geometry and CRS. Raises NotWritable for one that QGIS can't make."""
        try:
            sink, output = self.parameterAsSink(parameters, name, context, *shape)
        except QgsProcessingException as fault:
            raise self._not_writable(parameters, name, context, str(fault)) from fault
        if sink is None:
            raise self._not_writable(parameters, name, context)
        return sink, output

    def _not_writable(self, parameters: dict, name: str, context: QgsProcessingContext, words: str = "") -> NotWritable:
        from ...core.errors import NotWritable

        return NotWritable(self.text(parameters, name, context), words)

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


def _help_of(algorithm: KlasskartAlgorithm) -> list[str]:
    """Describe parameters and results: a heading, and below it a line for each. QGIS shows it as HTML."""
    definitions = algorithm.parameterDefinitions()
    asked = [(one.description(), one.help()) for one in definitions if not one.isDestination()]
    made = [(one.description(), one.help()) for one in definitions if one.isDestination()]
    layers = {one.name() for one in definitions}
    told = [(one.name(), f"{one.description()}.") for one in algorithm.outputDefinitions() if one.name() not in layers]
    parts = ((translate("Algorithms", "Parameters"), asked), (translate("Algorithms", "Results"), [*made, *told]))
    return ["\n".join([f"<b>{heading}</b>", *(f"<i>{name}</i>: {words}" for name, words in rows)]) for heading, rows in parts]


def _check_value(definition: QgsProcessingParameterDefinition, given: object) -> None:
    """Raise NothingGiven or NotAmong. Outputs are left to QGIS, and what is reckoned later (expressions) to its time."""
    needed = not definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
    if needed and not definition.isDestination() and (given is None or given == "" or given == []):
        from ...core.errors import NothingGiven

        raise NothingGiven(definition.description())
    if isinstance(definition, QgsProcessingParameterEnum) and isinstance(given, str) and given not in definition.options():
        from ...core.errors import NotAmong

        raise NotAmong(definition.description(), given, definition.options())


class sentences:  # noqa: N801
    """A context in which our errors become QgsProcessingException, with the whole sentence and its details.

    `said.words` is the last of them in this thread: a model tells only which of its steps has failed.
    """

    said = threading.local()

    def __enter__(self) -> None:
        self.said.words = ""

    def __exit__(self, kind, error, trace) -> None:
        from ...core.errors import KlasskartError

        if isinstance(error, KlasskartError):
            log.warning(str(error))
            self.said.words = full_sentence(error)
            raise QgsProcessingException(self.said.words) from error


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


def fields_text(names: Iterable[str]) -> str:
    """Say which fields a table will have: the help of an output."""
    return translate("Algorithms", "A table with the fields {}.").format(", ".join(names))


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
        from ...core.errors import NotWritable

        raise NotWritable("OUTPUT", sink.lastError())
