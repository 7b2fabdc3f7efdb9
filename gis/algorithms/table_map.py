"""klasskart:map – from a table of codes to a map: the model `resources/models/map.model3`, with words in every language."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ...core.choices import COASTS
from .base import KlasskartAlgorithm, sentences, translate
from .boundaries import check_area

MODEL = Path(__file__).resolve().parents[2] / "resources" / "models" / "map.model3"
_UNITS = ("kommune", "fylke", "delomrade", "grunnkrets", "bydel")

# What we call the outputs of the model's steps.
_OUTPUTS = {"OUTPUT": "join:OUTPUT", "REPORT": "join:REPORT", "RECODED": "recode:RECODED", "DIAGNOSIS": "diagnose:DIAGNOSIS"}
_NUMBERS = ("MATCHED", "UNMATCHED_FEATURES", "UNUSED_CODES")  # of the step that joins


class MapAlgorithm(KlasskartAlgorithm):
    section, drawing = "data", "map"
    page = "batch"

    def name(self) -> str:
        return "map"

    def displayName(self) -> str:
        return translate("Algorithms", "Map of a table of codes")

    def shortDescription(self) -> str:
        return translate("Algorithms", "From a table with codes and figures to a map of them, in one step.")

    def about(self) -> str:
        return translate(
            "Algorithms",
            "Diagnoses the codes of a table, changes them to those that apply on a date, gets the boundaries of its year and "
            "joins the table to them.\n\n"
            "Where codes were merged, name the fields to add up: there is one row for each new code then. A code that was "
            "split is never assigned by guessing: its figures are left out, and the report says so.\n\n"
            "This is a model. It lies in the plugin's folder as resources/models/map.model3: open it in the model designer to "
            "make your own of it.\n\n"
            "Data: Statistics Norway, © Kartverket, CC BY 4.0.",
        )

    def tags(self) -> list[str]:
        return ["klass", "ssb", "geonorge", "kommunenummer", "kommune", "statistics", "choropleth", "model", "norway", "norge"]

    def initAlgorithm(self, configuration=None) -> None:
        table, kinds = QgsProcessing.SourceType.TypeVector, QgsProcessingParameterField.DataType
        self.add(QgsProcessingParameterFeatureSource("INPUT", translate("Algorithms", "Table of codes"), [table]))
        words = translate("Algorithms", "Field of codes (empty: found)")
        self.add(QgsProcessingParameterField("FIELD", words, "", "INPUT", kinds.Any, False, True))
        words = translate("Algorithms", "Fields to add up")
        self.add(
            QgsProcessingParameterField("SUM_FIELDS", words, None, "INPUT", kinds.Any, True, True),
            translate("Algorithms", "With them there is one row for each new code."),
        )
        words = translate("Algorithms", "Choices (old_code, new_code, weight)")
        self.add(
            QgsProcessingParameterFeatureSource("CHOICES", words, [table], None, True),
            translate("Algorithms", "Says for codes that were split which new code is meant, or how a figure is shared out."),
        )
        self.add_choice(
            "UNIT",
            translate("Algorithms", "Unit"),
            _UNITS,
            "kommune",
            translate("Algorithms", "What the codes stand for, and what the map is made of."),
        )
        self.add_text(
            "AREA",
            translate("Algorithms", "Area"),
            "0000",
            translate("Algorithms", "Numbers of fylker and kommuner with commas between; 0000 is the whole country."),
        )
        self.add_date(
            "DATE",
            translate("Algorithms", "Date (empty: today)"),
            translate("Algorithms", "The codes become those of this day, and the boundaries are those of its year."),
        )
        self.add_choice(
            "COAST",
            translate("Algorithms", "Coast"),
            COASTS,
            "sea",
            translate("Algorithms", "sea: as registered, to the territorial limit. coast: without the sea."),
        )
        polygons = QgsProcessing.SourceType.TypeVectorPolygon
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", translate("Algorithms", "Map"), polygons),
            translate("Algorithms", "The boundaries with the columns of the table."),
        )
        for name, words, about in (
            ("DIAGNOSIS", translate("Algorithms", "Diagnosis"), translate("Algorithms", "What the codes belong to.")),
            ("RECODED", translate("Algorithms", "Recoded"), translate("Algorithms", "The table with the codes of the date.")),
            ("REPORT", translate("Algorithms", "Report"), translate("Algorithms", "What did not match, and why.")),
        ):
            self.add(QgsProcessingParameterFeatureSink(name, words, table, None, True, False), about)
        for name, words in (
            ("MATCHED", translate("Algorithms", "Units of the map with a row of the table")),
            ("UNMATCHED_FEATURES", translate("Algorithms", "Units of the map without one")),
            ("UNUSED_CODES", translate("Algorithms", "Codes of the table without a unit")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, words))

    def check(self, parameters: dict, context: QgsProcessingContext) -> None:
        super().check(parameters, context)
        check_area(self.choice(parameters, "UNIT", context), self.text(parameters, "AREA", context))

    def processAlgorithm(self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict:
        """Run the steps of the model, with our parameters under its names."""
        model = QgsProcessingModelAlgorithm()
        if not model.fromFile(str(MODEL)):
            raise QgsProcessingException(translate("Algorithms", "The model {} can't be read.").format(MODEL))
        given = {name: value for name, value in parameters.items() if name not in _OUTPUTS}
        day = self.date(parameters, "DATE", context)
        given["DATE"] = day.isoformat() if day else ""
        for name, step in _OUTPUTS.items():
            wanted = parameters.get(name)
            given[step] = QgsProcessing.TEMPORARY_OUTPUT if wanted in (None, "") else wanted
        try:
            results, _ = model.run(given, context, feedback, {}, False)
        except QgsProcessingException as fault:
            raise QgsProcessingException(sentences.said.words or str(fault)) from fault
        layers = {name: results[step] for name, step in _OUTPUTS.items() if parameters.get(name) not in (None, "")}
        joined = results["CHILD_RESULTS"]["join"]
        return {**layers, **{name: joined[name] for name in _NUMBERS}}
