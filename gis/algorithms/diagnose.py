"""klasskart:diagnose – what a column holds: codes of which classification and years, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsWkbTypes,
)

from ...core import dates
from ...core.feedback import Feedback
from .base import fields_text, table_fields, translate, write_rows
from .inputs import InputAlgorithm

FIELDS = ["classification", "level", "date_from", "date_to", "distinct", "matched", "share", "problem", "example", "repair"]


class DiagnoseAlgorithm(InputAlgorithm):
    section, drawing = "data", "check"
    page = "codes-through-time"

    def name(self) -> str:
        return "diagnose"

    def displayName(self) -> str:
        return translate("Algorithms", "Diagnose a column of codes")

    def shortDescription(self) -> str:
        return translate(
            "Algorithms", "Tells which classification and years the codes of a column belong to, and what to mend."
        )

    def about(self) -> str:
        return translate(
            "Algorithms",
            "Compares a column with the codes of all years in Klass (Statistics Norway). Without a field the one that holds "
            "codes is found.\n\n"
            "The table has a row for each division with the share of the different codes that applied then, the best first; "
            "date_to is the first day after it. Below come the problems, with how many values have each, an example and what "
            "it should be: lost zeros, values that are not written as codes, unknown codes, codes that occur twice, names "
            "instead of codes, codes that look like those of another classification, and codes that are not places.\n\n"
            "The report is the same as a page to print or send. Nothing is changed in the layer.",
        )

    def tags(self) -> list[str]:
        return ["klass", "ssb", "kommunenummer", "quality", "division", "year", "norway", "norge"]

    def initAlgorithm(self, configuration=None) -> None:
        vector = QgsProcessing.SourceType.TypeVector
        self.add(QgsProcessingParameterFeatureSource("INPUT", translate("Algorithms", "Layer"), [vector]))
        words = translate("Algorithms", "Field of codes (empty: found)")
        kind = QgsProcessingParameterField.DataType.Any
        self.add(QgsProcessingParameterField("FIELD", words, "", "INPUT", kind, False, True))
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT_HTML", translate("Algorithms", "Report"), "HTML (*.html)", None, True, False
            ),
            translate("Algorithms", "The diagnosis as a page to print or to send."),
        )
        self.add(QgsProcessingParameterFeatureSink("OUTPUT", translate("Algorithms", "Diagnosis"), vector), fields_text(FIELDS))
        for name, words in (
            ("FOUND_FIELD", translate("Algorithms", "Field of codes")),
            ("FOUND_CLASSIFICATION", translate("Algorithms", "Classification of the best division")),
            ("FOUND_LEVEL", translate("Algorithms", "Level of the best division")),
            ("FOUND_DATE", translate("Algorithms", "A day on which all codes applied; empty where there is none")),
        ):
            self.addOutput(QgsProcessingOutputString(name, words))
        self.addOutput(QgsProcessingOutputNumber("SHARE", translate("Algorithms", "Share of the codes in the best division")))

    def note(self, parameters: dict, context: QgsProcessingContext) -> None:
        self.note_input(parameters, context)

    def work(self, services, parameters: dict, context: QgsProcessingContext, feedback: Feedback) -> dict:
        from ...work.diagnosing import prepare
        from ...work.report_files import save_bytes
        from .. import diagnosis_report

        layer = self.input.name
        field = self.text(parameters, "FIELD", context)
        found = prepare(services, self.columns, field, layer=layer, pairs=self.columns.pairs, feedback=feedback.part(0.0, 0.9))
        fields = table_fields(diagnosis_report.FIELDS)
        nowhere = QgsCoordinateReferenceSystem()
        sink, output = self.sink(parameters, "OUTPUT", context, fields, QgsWkbTypes.Type.NoGeometry, nowhere)
        write_rows(sink, fields, diagnosis_report.table_rows(found), feedback)
        results = {"OUTPUT": output, **_best(found)}
        page = self.parameterAsFileOutput(parameters, "OUTPUT_HTML", context)
        if page:
            save_bytes(diagnosis_report.html(found, layer, services.config.today).encode("utf-8"), Path(page))
            results["OUTPUT_HTML"] = page
        feedback.progress(1.0)
        return results


def _best(found) -> dict[str, object]:
    """Give what a model goes on with: the field, and the division that has most of its codes."""
    best = found.best
    if best is None:
        return {"FOUND_FIELD": found.field}
    day = dates.day_within(best.start, best.end) if best.share == 1 else None
    return {
        "FOUND_FIELD": found.field,
        "FOUND_CLASSIFICATION": str(best.classification),
        "FOUND_LEVEL": best.level,
        "FOUND_DATE": day.isoformat() if day else "",
        "SHARE": best.share,
    }
