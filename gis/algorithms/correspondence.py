"""klasskart:correspondence – which codes of one classification go with which of another."""

from __future__ import annotations

from qgis.core import QgsProcessingContext
from qgis.PyQt.QtCore import QVariant

from ...core.feedback import Feedback
from .base import classification_id, translate
from .tables import TableAlgorithm


class CorrespondenceAlgorithm(TableAlgorithm):
    drawing = "correspondence"
    page = "join"
    names = ("source_code", "source_name", "target_code", "target_name", "valid_from", "valid_to")
    fields = dict.fromkeys(names, QVariant.String)

    def name(self) -> str:
        return "correspondence"

    def displayName(self) -> str:
        return translate("Algorithms", "Codes of two classifications side by side")

    def shortDescription(self) -> str:
        return translate("Algorithms", "Lists which codes of one classification in SSB's Klass go with which of another.")

    def about(self) -> str:
        return translate(
            "Algorithms",
            "Makes a table of the correspondence between two classifications in Klass (Statistics Norway), such as kommune and "
            "fylke, grunnkrets and bydel, or kommune and economic region (108), in either direction.\n\n"
            "With a second date the table has every pair that applied at some time from the first date up to the day before "
            "the second, and when: valid_to is the first day on which it no longer applied.\n\n"
            "Data: Statistics Norway, CC BY 4.0.",
        )

    def tags(self) -> list[str]:
        return ["klass", "ssb", "kommune", "fylke", "bydel", "grunnkrets", "region", "norway", "norge"]

    def initAlgorithm(self, configuration=None) -> None:
        words = translate("Algorithms", "A number in Klass, or grunnkrets, delomrade, kommune, fylke or bydel.")
        self.add_text("SOURCE", translate("Algorithms", "Codes of"), "kommune", words)
        self.add_text("TARGET", translate("Algorithms", "With codes of"), "fylke", words)
        self.add_date("DATE", translate("Algorithms", "Date (empty: today)"))
        self.add_date(
            "TO_DATE",
            translate("Algorithms", "Up to, but not including (empty: only that date)"),
            translate("Algorithms", "The table covers the time up to the day before it. Without it: the first date alone."),
        )
        self.add_language()
        self.add_table(translate("Algorithms", "Correspondence"))

    def check(self, parameters: dict, context: QgsProcessingContext) -> None:
        super().check(parameters, context)
        self.check_order(parameters, context, "DATE", "TO_DATE", same=False)

    def work(self, services, parameters: dict, context: QgsProcessingContext, feedback: Feedback) -> dict:
        from ...work.correspondences import fetch

        source, source_level = classification_id(self.text(parameters, "SOURCE", context))
        target, target_level = classification_id(self.text(parameters, "TARGET", context))
        rows = fetch(
            services,
            source,
            target,
            self.date(parameters, "DATE", context) or services.config.today,
            end=self.date(parameters, "TO_DATE", context),
            language=self.choice(parameters, "LANGUAGE", context),
            levels=(source_level, target_level),
            feedback=feedback.part(0.0, 0.9),
        )
        return self.write(parameters, context, ([text or None for text in row] for row in rows), feedback)
