"""klasskart:changes – what became of codes between two dates."""

from __future__ import annotations

from qgis.core import QgsProcessingContext
from qgis.PyQt.QtCore import QVariant

from ...core.feedback import Feedback
from .base import classification_id, translate
from .tables import TableAlgorithm

_FIELDS = ("old_code", "old_name", "new_code", "new_name", "change_date", "kind")


class ChangesAlgorithm(TableAlgorithm):
    drawing = "changes"
    page = "codes-through-time"

    @property
    def fields(self) -> dict:
        from ...core.change_list import COLUMNS

        return dict.fromkeys(COLUMNS, QVariant.String)

    def name(self) -> str:
        return "changes"

    def displayName(self) -> str:
        return translate("Algorithms", "Changes between two dates")

    def shortDescription(self) -> str:
        return translate("Algorithms", "Lists what became of the codes of a classification in SSB's Klass between two dates.")

    def about(self) -> str:
        return translate(
            "Algorithms",
            "Makes a table of everything that took effect after the first date, up to and including the second: renamed, "
            "renumbered, merged, split, rearranged (several into several), new and ended codes.\n\n"
            "The kind is judged by all rows of a day that hang together. A code that takes others in and keeps its number is "
            "part of the merge. Where Klass has no table for some day, a warning says so and the rest is shown.\n\n"
            "Data: Statistics Norway, CC BY 4.0.",
        )

    def tags(self) -> list[str]:
        return ["klass", "ssb", "kommunereform", "reform", "kommune", "grunnkrets", "norway", "norge"]

    def initAlgorithm(self, configuration=None) -> None:
        self.add_text(
            "CLASSIFICATION",
            translate("Algorithms", "Classification"),
            "kommune",
        )
        self.add_date(
            "FROM_DATE",
            translate("Algorithms", "After (empty: today)"),
            translate("Algorithms", "What took effect on this day itself is left out."),
        )
        self.add_date(
            "TO_DATE",
            translate("Algorithms", "Up to and including (empty: today)"),
            translate("Algorithms", "What took effect on this day is taken in."),
        )
        self.add_language()
        self.add_table(translate("Algorithms", "Changes"), _FIELDS)

    def check(self, parameters: dict, context: QgsProcessingContext) -> None:
        super().check(parameters, context)
        self.check_order(parameters, context, "FROM_DATE", "TO_DATE", same=True)

    def work(self, services, parameters: dict, context: QgsProcessingContext, feedback: Feedback) -> dict:
        from ...core.change_list import table_rows
        from ...core.codes import of_level
        from ...work import change_graph

        classification, level = classification_id(self.text(parameters, "CLASSIFICATION", context))
        after, until = (self.date(parameters, one, context) or services.config.today for one in ("FROM_DATE", "TO_DATE"))
        if after == until:
            from ...core.errors import OneDay

            feedback.warn(OneDay(after))
        rows = change_graph.changes(
            services,
            classification,
            after,
            until,
            language=self.choice(parameters, "LANGUAGE", context),
            feedback=feedback.part(0.0, 0.9),
        )
        told = (row for row, change in zip(table_rows(rows), rows) if of_level(change, classification, level))
        return self.write(parameters, context, told, feedback)
