"""klasskart:classifications – all classifications of Klass, or those found by words."""

from __future__ import annotations

from operator import attrgetter

from qgis.core import QgsProcessingContext, QgsProcessingParameterBoolean
from qgis.PyQt.QtCore import QVariant

from ...core.feedback import Feedback
from .base import translate
from .tables import TableAlgorithm

FIELDS = {
    "id": QVariant.LongLong,
    "name": QVariant.String,
    "type": QVariant.String,
    "language": QVariant.String,
    "last_modified": QVariant.String,
    "url": QVariant.String,
}


class ClassificationsAlgorithm(TableAlgorithm):
    drawing = "classifications"
    fields = FIELDS

    def name(self) -> str:
        return "classifications"

    def displayName(self) -> str:
        return translate("Algorithms", "Find classifications")

    def shortDescription(self) -> str:
        return translate("Algorithms", "Lists the classifications in SSB's Klass, or finds some by words.")

    def about(self) -> str:
        return translate(
            "Algorithms",
            "Makes a table of the classifications in Klass (Statistics Norway), all of them or those found by words or by a "
            "number, the best first. Each comes once, though the search answers in several languages.\n\n"
            "Code lists are smaller classifications for a single statistic. What a search does not say is empty.\n\n"
            "Data: Statistics Norway, CC BY 4.0.",
        )

    def tags(self) -> list[str]:
        return ["klass", "ssb", "classification", "code list", "kodeverk", "standard", "norway", "norge"]

    def initAlgorithm(self, configuration=None) -> None:
        self.add_text(
            "QUERY",
            translate("Algorithms", "Words or number (empty: all)"),
            "",
            translate("Algorithms", "Words of a name or a description, such as næring, or the number of a classification."),
        )
        self.add(
            QgsProcessingParameterBoolean("INCLUDE_CODELISTS", translate("Algorithms", "Also code lists"), False),
            translate("Algorithms", "Smaller lists, made for a single statistic."),
        )
        self.add_language()
        self.add_table(translate("Algorithms", "Classifications"))

    def work(self, services, parameters: dict, context: QgsProcessingContext, feedback: Feedback) -> dict:
        from ...work.classifications import find

        found = find(
            services,
            self.text(parameters, "QUERY", context),
            include_codelists=self.parameterAsBoolean(parameters, "INCLUDE_CODELISTS", context),
            language=self.choice(parameters, "LANGUAGE", context),
            feedback=feedback.part(0.0, 0.9),
        )
        told = attrgetter("name", "type", "language", "last_modified", "url")
        rows = ([one.id, *(text or None for text in told(one))] for one in found)
        return self.write(parameters, context, rows, feedback)
