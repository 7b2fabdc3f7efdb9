"""klasskart:opendatatable – how many data sets each catalogue lists of some kommuner."""

from __future__ import annotations

from qgis.core import QgsProcessingContext
from qgis.PyQt.QtCore import QVariant

from ...core.feedback import Feedback
from .base import translate
from .tables import TableAlgorithm

LARGEST = "0301,4601,5001,1103,3201,4204,3107,1108,5501,3301"  # the ten of an article of 2018, by their numbers since 2024
_CATALOGUES = ("geonorge", "datanorge", "ckan", "hub")


class OpenDataTableAlgorithm(TableAlgorithm):
    section = drawing = "opendata"
    page = "open-data"
    fields = {  # noqa: RUF012
        "kommune": QVariant.String,
        "name": QVariant.String,
        **dict.fromkeys(_CATALOGUES, QVariant.LongLong),
    }

    def name(self) -> str:
        return "opendatatable"

    def displayName(self) -> str:
        return translate("Algorithms", "Open data of several kommuner, counted")

    def shortDescription(self) -> str:
        return translate("Algorithms", "Counts what some kommuner publish in each catalogue.")

    def about(self) -> str:
        return translate(
            "Algorithms",
            "Makes a table with a row for each kommune: how many data sets Geonorge, data.norge.no, CKAN portals and ArcGIS "
            "Hub portals list of it. 0 means that nothing is published there, empty that the catalogue could not be asked.\n\n"
            "A data set may stand in several catalogues, so the counts can't be added up. data.norge.no takes ten questions a "
            "minute and each kommune is two, so many kommuner take their time.",
        )

    def tags(self) -> list[str]:
        return ["geonorge", "data.norge.no", "ckan", "arcgis hub", "open data", "åpne data", "kommune", "norway", "norge"]

    def initAlgorithm(self, configuration=None) -> None:
        self.add_text(
            "KOMMUNER",
            translate("Algorithms", "Kommuner"),
            LARGEST,
            translate("Algorithms", "Numbers or names with commas between: 0301, Bergen."),
        )
        self.add_table(translate("Algorithms", "Open data, counted"))

    def work(self, services, parameters: dict, context: QgsProcessingContext, feedback: Feedback) -> dict:
        from ...work import opendata

        asked = self.texts(parameters, "KOMMUNER", context)
        counted = opendata.table(services, asked, feedback=feedback.part(0.0, 0.95))
        rows = ([kommune.number, kommune.name, *map(counts.get, _CATALOGUES)] for kommune, counts in counted)
        return self.write(parameters, context, list(rows), feedback)
