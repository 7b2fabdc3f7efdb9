"""klasskart:opendata – what a kommune publishes, in all catalogues."""

from __future__ import annotations

from qgis.core import QgsProcessingContext, QgsProcessingParameterBoolean
from qgis.PyQt.QtCore import QVariant

from ...core.choices import OPEN_DATA_COLUMNS
from ...core.feedback import Feedback
from .base import translate
from .tables import TableAlgorithm


class OpenDataAlgorithm(TableAlgorithm):
    section = drawing = "opendata"
    page = "open-data"
    fields = dict.fromkeys(OPEN_DATA_COLUMNS, QVariant.String)

    def name(self) -> str:
        return "opendata"

    def displayName(self) -> str:
        return translate("Algorithms", "Open data of a kommune")

    def shortDescription(self) -> str:
        return translate("Algorithms", "Lists what a kommune publishes, whichever catalogue holds it.")

    def about(self) -> str:
        return translate(
            "Algorithms",
            "Makes a table of the data sets that a kommune publishes in Geonorge, data.norge.no and its own portals (CKAN, "
            "ArcGIS Hub). A data set that stands in several of them is one row, and catalogues says in which.\n\n"
            "What can be put on the map comes first. With all data sets, why_not says what stands in the way: restricted, "
            "untrusted (an address on a private network), no_place (a table without coordinates or codes), format, page, "
            "no_format or no_address.\n\n"
            "A kommune of before a reform stands for what it became. A catalogue that can't be asked is named in a warning; "
            "most kommuner publish little, and then the table is empty.",
        )

    def tags(self) -> list[str]:
        return ["geonorge", "data.norge.no", "ckan", "arcgis hub", "open data", "åpne data", "kommune", "norway", "norge"]

    def initAlgorithm(self, configuration=None) -> None:
        self.add_text(
            "KOMMUNE", translate("Algorithms", "Kommune"), "0301", translate("Algorithms", "A number or a name: 0301, Oslo.")
        )
        self.add_text(
            "QUERY",
            translate("Algorithms", "Words (empty: all)"),
            "",
            translate("Algorithms", "Words of a title, a description or a keyword, as each catalogue searches for them."),
        )
        self.add(
            QgsProcessingParameterBoolean("MAPPABLE_ONLY", translate("Algorithms", "Only what can be put on the map"), True),
            translate(
                "Algorithms",
                "Map services, and files with coordinates or codes. Otherwise all data sets, with why_not for the rest.",
            ),
        )
        self.add_table(translate("Algorithms", "Open data"))

    def work(self, services, parameters: dict, context: QgsProcessingContext, feedback: Feedback) -> dict:
        from ...core.opendata import found_by
        from ...core.opendata_list import table_row
        from ...work import kommuner, opendata
        from ...work.opendata_records import completed
        from ...work.opendata_tables import looked_at

        kommune = kommuner.find(services, self.text(parameters, "KOMMUNE", context), feedback=feedback.part(0.0, 0.1))
        found = opendata.search(services, kommune, feedback=feedback.part(0.1, 0.6)).datasets
        found = found_by(found, self.text(parameters, "QUERY", context))
        found = completed(services, found, feedback=feedback.part(0.6, 0.7))
        found = looked_at(services, found, feedback=feedback.part(0.7, 0.95))
        if self.parameterAsBoolean(parameters, "MAPPABLE_ONLY", context):
            found = tuple(one for one in found if one.is_mappable)
        rows = ([text or None for text in table_row(one, kommune.number)] for one in found)
        return self.write(parameters, context, rows, feedback)
