"""klasskart:join – codes of Klass, or columns of a table, as attributes of a layer."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from ...core.feedback import Feedback
from .base import classification_id, fields_text, table_fields, translate, write_rows
from .inputs import InputAlgorithm

_VECTOR, _ANY = QgsProcessing.SourceType.TypeVector, QgsProcessingParameterField.DataType.Any
_MOST_NAMED = 5  # codes in a warning
REPORT_FIELDS = {
    "side": QVariant.String,
    "code": QVariant.String,
    "name": QVariant.String,
    "features": QVariant.LongLong,
    "reason": QVariant.String,
    "suggestion": QVariant.String,
}


class JoinAlgorithm(InputAlgorithm):
    section, drawing = "data", "join"
    page = "join"

    def name(self) -> str:
        return "join"

    def displayName(self) -> str:
        return translate("Algorithms", "Join codes")

    def shortDescription(self) -> str:
        return translate("Algorithms", "Joins codes of SSB's Klass, or the columns of a table, to the features of a layer.")

    def about(self) -> str:
        return translate(
            "Algorithms",
            "Adds the code and attributes from Klass (Statistics Norway) to every feature, or columns of a table of yours.\n\n"
            "Field, classification and level are found by what matches, unless they are given. Codes are matched as text after "
            "cleaning: lost leading zeros (301), blanks, prefixes (K-0301), and the first digits of longer codes where the "
            "classification is of a higher level.\n\n"
            "The report lists what did not match and why: expired codes with their successors, codes that are no places, "
            "values that are no codes, codes without a feature, and doubled codes. Where nothing matches there is no output.",
        )

    def tags(self) -> list[str]:
        return ["klass", "ssb", "kommunenummer", "kommune", "fylke", "grunnkrets", "statistics", "norway", "norge"]

    def initAlgorithm(self, configuration=None) -> None:
        self.add(QgsProcessingParameterFeatureSource("INPUT", translate("Algorithms", "Layer"), [_VECTOR]))
        words = translate("Algorithms", "Field of codes (empty: found)")
        self.add(QgsProcessingParameterField("FIELD", words, "", "INPUT", _ANY, False, True))
        self._add_codes()
        self._add_table()
        self._add_outputs()

    def _add_codes(self) -> None:
        """Declare what is taken from Klass."""
        self.add_text(
            "CLASSIFICATION",
            translate("Algorithms", "Classification (empty: found)"),
            "",
            translate(
                "Algorithms",
                "A number in Klass, or grunnkrets, delomrade, kommune, fylke or bydel. With a table it only explains what does "
                "not match.",
            ),
        )
        level = translate("Algorithms", "Level (empty: found)")
        self.add_advanced(QgsProcessingParameterString("LEVEL", level, "", False, True))
        self.add_date("DATE", translate("Algorithms", "Date (empty: today)"))
        self.add_language()
        self.add_text(
            "ATTRIBUTES",
            translate("Algorithms", "Attributes from Klass"),
            "name,level,parent_code",
            translate(
                "Algorithms",
                "Of name, level, parent_code, parent_name, short_name, presentation_name, valid_from, valid_to and notes, with "
                "commas between. to:104 adds the code and name in another classification; several go, too: to:104,to:108. "
                "Where a code has several there, all of them are given, with semicolons between.",
            ),
        )
        prefix = translate("Algorithms", "Prefix of the new fields")
        self.add_advanced(
            QgsProcessingParameterString("PREFIX", prefix, "klass_", False, True),
            translate("Algorithms", "Stands before the names of the fields from Klass, so that none is taken twice."),
        )

    def _add_table(self) -> None:
        """Declare what is taken from a table of the user's instead."""
        words = translate("Algorithms", "Table instead of Klass")
        self.add(
            QgsProcessingParameterFeatureSource("TABLE", words, [_VECTOR], None, True),
            translate("Algorithms", "A table of yours whose columns are joined by the same cleaning, such as figures."),
        )
        words = translate("Algorithms", "The table's field of codes (empty: found)")
        self.add(
            QgsProcessingParameterField("TABLE_FIELD", words, "", "TABLE", _ANY, False, True),
            translate("Algorithms", "Left empty, it is the field whose values fit those of the layer."),
        )
        words = translate("Algorithms", "Columns of the table (empty: all)")
        self.add(
            QgsProcessingParameterField("TABLE_COLUMNS", words, None, "TABLE", _ANY, True, True),
            translate("Algorithms", "Numbers stay numbers."),
        )

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", translate("Algorithms", "Joined"), _VECTOR),
            translate("Algorithms", "Every feature of the layer, with the new fields; empty where nothing matched."),
        )
        self.add(
            QgsProcessingParameterFeatureSink("REPORT", translate("Algorithms", "Report"), _VECTOR, None, True, False),
            fields_text(REPORT_FIELDS),
        )
        for name, words in (
            ("MATCHED", translate("Algorithms", "Features with a code")),
            ("UNMATCHED_FEATURES", translate("Algorithms", "Features without a code")),
            ("UNUSED_CODES", translate("Algorithms", "Codes without a feature")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, words))

    def note(self, parameters: dict, context: QgsProcessingContext) -> None:
        from .. import columns

        self.note_input(parameters, context)
        self._figures = None
        if parameters.get("TABLE") not in (None, ""):
            table = self.source(parameters, "TABLE", context)
            self._figures = columns.figures_of_source(
                table, self.text(parameters, "TABLE_FIELD", context), self.texts(parameters, "TABLE_COLUMNS", context)
            )

    def work(self, services, parameters: dict, context: QgsProcessingContext, feedback: Feedback) -> dict:
        from ...work.joining import JoinChoice, prepare

        classification, level = None, ""
        if self.text(parameters, "CLASSIFICATION", context):
            classification, level = classification_id(self.text(parameters, "CLASSIFICATION", context))
        choice = JoinChoice(
            day=self.date(parameters, "DATE", context) or services.config.today,
            layer=self.input.name,
            field=self.text(parameters, "FIELD", context),
            classification=classification,
            level=self.text(parameters, "LEVEL", context) or level,
            language=self.choice(parameters, "LANGUAGE", context),
            attributes=self.texts(parameters, "ATTRIBUTES", context),
            figures=self._figures(feedback) if self._figures else None,
        )
        prepared = prepare(services, self.columns, choice, feedback.part(0.0, 0.3))
        if prepared.kept_from is not None:
            from ...core.errors import KeptSince

            feedback.warn(KeptSince("klass", prepared.kept_from.date()))
        report = prepared.report
        if not report.matched:
            from ...core.errors import NothingMatches

            raise NothingMatches(choice.layer, prepared.field, report)
        if choice.figures:
            _tell_doubled(choice.figures.title, report, feedback)
        output = self._write(parameters, context, prepared, feedback.part(0.3, 1.0))
        results = {
            "OUTPUT": output,
            "MATCHED": report.matched,
            "UNMATCHED_FEATURES": report.unmatched_features,
            "UNUSED_CODES": report.unused,
        }
        return {**results, **self._write_report(parameters, context, report, feedback)}

    def _write(self, parameters: dict, context: QgsProcessingContext, prepared, feedback: Feedback) -> str:
        from .. import joins

        source, prefix = self.input, self.text(parameters, "PREFIX", context)
        if source.table is not None and is_geopackage(parameters["OUTPUT"]):
            # SQLite copies such a file as a whole, many times as fast as feature by feature.
            output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
            joins.written_join(source, prepared, prefix, Path(output), feedback)
            return output
        fields = joins.joined_fields(source.fields, prepared, prefix)
        sink, output = self.sink(parameters, "OUTPUT", context, fields, source.wkb_type, source.crs)
        feedback.step("writing")
        joins.write_features(source, prepared, sink, feedback)
        return output

    def _write_report(self, parameters: dict, context: QgsProcessingContext, report, feedback: Feedback) -> dict:
        from ...work.report_files import report_rows

        fields = table_fields(REPORT_FIELDS)
        nowhere = QgsCoordinateReferenceSystem()
        sink, output = self.parameterAsSink(parameters, "REPORT", context, fields, QgsWkbTypes.Type.NoGeometry, nowhere)
        if sink is None:
            return {}
        rows = (
            (row.side, row.code or None, row.name or None, row.features, row.reason, row.suggestion or None)
            for row in report_rows(report)
        )
        write_rows(sink, fields, rows, feedback)
        return {"REPORT": output}


def _tell_doubled(table: str, report, feedback: Feedback) -> None:
    """Warn where a table has more rows than are joined: figures of places that became one would be too low."""
    codes = [miss.code or miss.value for miss in report.duplicates if miss.side == "code"]
    if codes:
        from ...core.errors import RowsLeftOut

        more = ["…"] if len(codes) > _MOST_NAMED else []
        feedback.warn(RowsLeftOut(table, ", ".join([*codes[:_MOST_NAMED], *more]), len(codes)))


def is_geopackage(output: object) -> bool:
    """Whether an output is to be a GeoPackage of its own."""
    if isinstance(output, QgsProcessingOutputLayerDefinition):
        output = output.sink.staticValue()
    return isinstance(output, str) and output.lower().endswith(".gpkg")
