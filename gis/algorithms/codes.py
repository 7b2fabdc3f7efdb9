"""klasskart:codes – the codes of a classification on a day, or over a period."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...core.feedback import Feedback
from .base import KlasskartAlgorithm, classification_id, fields_text, text_fields, translate, write_rows

_FIELDS = ["code", "parent_code", "level", "name", "short_name", "presentation_name", "valid_from", "valid_to", "notes"]


class CodesAlgorithm(KlasskartAlgorithm):
    def name(self) -> str:
        return "codes"

    def displayName(self) -> str:
        return translate("Algorithms", "Codes on a date")

    def shortDescription(self) -> str:
        return translate("Algorithms", "Codes of a classification in SSB's Klass that apply on a date or in a period.")

    def about(self) -> str:
        return translate(
            "Algorithms",
            "Makes a table of the codes of a classification in Klass (Statistics Norway) that apply on a date: kommuner, "
            "fylker, bydeler, grunnkretser and delområder by name, any other by its number.\n\n"
            "With a second date the table has every code that applied at some time from the first date up to the day before "
            "the second; valid_from and valid_to then say when. valid_to is the first day on which it no longer applies.\n\n"
            "Codes are text. Data: Statistics Norway, CC BY 4.0.",
        )

    def tags(self) -> list[str]:
        return ["klass", "ssb", "kommune", "fylke", "bydel", "grunnkrets", "kommunenummer", "norway", "norge"]

    def initAlgorithm(self, configuration=None) -> None:
        self.add_text(
            "CLASSIFICATION",
            translate("Algorithms", "Classification"),
            "1",
        )
        self.add_date("DATE", translate("Algorithms", "Date (empty: today)"))
        self.add_date(
            "TO_DATE",
            translate("Algorithms", "Up to, but not including (empty: only that date)"),
            translate("Algorithms", "The table covers the time up to the day before it. Without it: the first date alone."),
        )
        self.add_language()
        self.add_text("LEVEL", translate("Algorithms", "Level (empty: all)"))
        self.add_text(
            "SELECT_CODES",
            translate("Algorithms", "Only these codes"),
            "",
            translate("Algorithms", "Codes, beginnings and ranges with commas between: 0301, 11*, 3001-3099."),
        )
        variant = translate("Algorithms", "Variant (its name)")
        self.add_advanced(
            QgsProcessingParameterString("VARIANT", variant, "", False, True),
            translate("Algorithms", "Codes grouped in another way, by a variant that the version of the date has."),
        )
        self.add_advanced(
            QgsProcessingParameterBoolean(
                "INCLUDE_FUTURE", translate("Algorithms", "Also codes that are not valid yet"), False
            ),
            translate("Algorithms", "For dates whose version is published, and not valid before then."),
        )
        presentation = translate("Algorithms", "Presentation names")
        self.add_advanced(
            QgsProcessingParameterString("PRESENTATION_NAMES", presentation, "", False, True),
            translate(
                "Algorithms",
                "What presentation_name is made by: {code}, {name} and {shortname}, also as {capitalize(name)}, "
                "{lowercase(name)} and {uppercase(name)}.",
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", translate("Algorithms", "Codes"), QgsProcessing.SourceType.TypeVector),
            fields_text(_FIELDS),
        )
        self.addOutput(QgsProcessingOutputNumber("COUNT", translate("Algorithms", "Number of codes")))

    def check(self, parameters: dict, context: QgsProcessingContext) -> None:
        super().check(parameters, context)
        self.check_order(parameters, context, "DATE", "TO_DATE", same=False)

    def work(self, services, parameters: dict, context: QgsProcessingContext, feedback: Feedback) -> dict:
        from ...work import registers
        from ..layers import CODE_FIELDS, code_rows

        classification, level = classification_id(self.text(parameters, "CLASSIFICATION", context))
        register = registers.codes(
            services,
            classification,
            self.date(parameters, "DATE", context) or services.config.today,
            end=self.date(parameters, "TO_DATE", context),
            language=self.choice(parameters, "LANGUAGE", context),
            level=self.text(parameters, "LEVEL", context) or level,
            select=self.text(parameters, "SELECT_CODES", context),
            variant=self.text(parameters, "VARIANT", context),
            pattern=self.text(parameters, "PRESENTATION_NAMES", context),
            include_future=self.parameterAsBoolean(parameters, "INCLUDE_FUTURE", context),
            feedback=feedback.part(0.0, 0.8),
        )
        if register.kept:
            from ...core.errors import KeptSince

            feedback.warn(KeptSince("klass", register.fetched.date()))
        fields = text_fields(CODE_FIELDS)
        nowhere = QgsCoordinateReferenceSystem()
        sink, output = self.sink(parameters, "OUTPUT", context, fields, QgsWkbTypes.Type.NoGeometry, nowhere)
        count = write_rows(sink, fields, code_rows(register.codes.codes), feedback)
        feedback.progress(1.0)
        return {"OUTPUT": output, "COUNT": count}
