"""klasskart:recode – the codes of a column carried from one date to another."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ...core.choices import ON_SPLIT, STATUSES
from ...core.feedback import Feedback
from .base import classification_id, translate
from .inputs import InputAlgorithm
from .join import is_geopackage

CHOICE_FIELDS = ("old_code", "new_code", "weight")


class RecodeAlgorithm(InputAlgorithm):
    section, drawing = "data", "change"
    page = "codes-through-time"

    def name(self) -> str:
        return "recode"

    def displayName(self) -> str:
        return translate("Algorithms", "Change codes to another date")

    def shortDescription(self) -> str:
        return translate("Algorithms", "Carries a column of codes from one division to another, and says what became of each.")

    def about(self) -> str:
        return translate(
            "Algorithms",
            "Adds to every row the code that applies on the second date, its name, what happened (unchanged, renamed, "
            "renumbered, merged, split, ended or unknown) and the way from code to code.\n\n"
            "Without a first date each code starts on the last day on which it applied: so columns that mix divisions can be "
            "changed at once. The second date may be the earlier one.\n\n"
            "A code that was split is never assigned by guessing: it is left empty, or kept as it is. A table of choices with "
            "the fields old_code, new_code and weight settles it. With weights a figure is shared out, and the heaviest is "
            "the new code.\n\n"
            "With fields to add up there is one row for each new code: figures added up, shapes dissolved. That is refused "
            "where a code was split and no choice says how to share its figure.\n\n"
            "Data: Statistics Norway, CC BY 4.0.",
        )

    def tags(self) -> list[str]:
        return ["klass", "ssb", "kommunenummer", "kommunereform", "reform", "changes", "recode", "norway", "norge"]

    def initAlgorithm(self, configuration=None) -> None:
        vector, kinds = QgsProcessing.SourceType.TypeVector, QgsProcessingParameterField.DataType
        self.add(QgsProcessingParameterFeatureSource("INPUT", translate("Algorithms", "Layer"), [vector]))
        self.add(
            QgsProcessingParameterField("FIELD", translate("Algorithms", "Field of codes"), None, "INPUT", kinds.Any),
            translate("Algorithms", "The field with the codes."),
        )
        self.add_text(
            "CLASSIFICATION",
            translate("Algorithms", "Classification"),
            "kommune",
        )
        self.add_date(
            "FROM_DATE",
            translate("Algorithms", "From codes on (empty: each from its last day)"),
            translate(
                "Algorithms", "The day whose codes the field holds. Empty is right for a field with codes of several years."
            ),
        )
        self.add_date(
            "TO_DATE",
            translate("Algorithms", "To codes on (empty: today)"),
            translate("Algorithms", "The day whose codes are wanted. It may be the earlier of the two."),
        )
        self.add_language()
        self.add_choice(
            "ON_SPLIT",
            translate("Algorithms", "New code of what was split"),
            ON_SPLIT,
            "empty",
            translate("Algorithms", "empty: none, until someone has said which. keep: the old code stays."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "CHOICES", translate("Algorithms", "Choices (old_code, new_code, weight)"), [vector], None, True
            ),
            translate("Algorithms", "Says for codes that were split which new code is meant, or how a figure is shared out."),
        )
        self.add(
            QgsProcessingParameterField(
                "SUM_FIELDS", translate("Algorithms", "Fields to add up"), None, "INPUT", kinds.Any, True, True
            ),
            translate("Algorithms", "With them there is one row for each new code."),
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", translate("Algorithms", "Recoded"), vector),
            translate("Algorithms", "The rows of the input with the fields {} added.").format(
                "new_code, new_name, recode_status, recode_chain"
            ),
        )
        for status in STATUSES:
            words = translate("Algorithms", "Rows with status {}").format(status)
            self.addOutput(QgsProcessingOutputNumber(status.upper(), words))

    def note(self, parameters: dict, context: QgsProcessingContext) -> None:
        self.note_input(parameters, context)
        self._choices = self.source(parameters, "CHOICES", context) if parameters.get("CHOICES") not in (None, "") else None

    def work(self, services, parameters: dict, context: QgsProcessingContext, feedback: Feedback) -> dict:
        from ...work.recoding import RecodeChoice, prepare

        field = self.text(parameters, "FIELD", context)
        classification, level = classification_id(self.text(parameters, "CLASSIFICATION", context))
        choice = RecodeChoice(
            classification,
            self.date(parameters, "TO_DATE", context) or services.config.today,
            self.date(parameters, "FROM_DATE", context),
            level,
            self.choice(parameters, "LANGUAGE", context),
            self.choice(parameters, "ON_SPLIT", context),
            self._choice_rows(),
        )
        feedback.step("reading_layer")
        recoding = prepare(services, self.column(field), choice, feedback.part(0.0, 0.4))
        output = self._write(parameters, context, recoding, field, feedback.part(0.4, 1.0))
        return {"OUTPUT": output, **{status.upper(): recoding.counts.get(status, 0) for status in STATUSES}}

    def _write(self, parameters: dict, context, recoding, field: str, feedback: Feedback) -> str:
        from .. import recoded

        source, names = self.input, self.texts(parameters, "SUM_FIELDS", context)
        if not names and source.table is not None and is_geopackage(parameters["OUTPUT"]):
            # SQLite copies such a file as a whole, many times as fast as feature by feature.
            output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
            recoded.write_file(source, field, recoding, Path(output), feedback)
            return output
        fields, kind, groups = recoded.recoded_fields(source.fields), source.wkb_type, None
        if names:
            fields, kind = recoded.summed_fields(source, names, recoding), recoded.summed_type(source)
            groups = recoded.added_up(source, field, names, recoding, feedback.part(0.0, 0.4))
        sink, output = self.sink(parameters, "OUTPUT", context, fields, kind, source.crs)
        feedback.step("writing")
        if groups is not None:
            recoded.write_groups(source, names, groups, fields, recoding, sink, feedback.part(0.4, 1.0))
        else:
            recoded.write_rows(source, field, recoding, sink, feedback.part(0.4, 1.0))
        feedback.progress(1.0)
        return output

    def _choice_rows(self) -> list[tuple[object, ...]]:
        """Read the table of choices; a missing weight is no fault."""
        from ..columns import plain

        if self._choices is None:
            return []
        names = self._choices.fields().names()
        for name in CHOICE_FIELDS[:2]:
            if name not in names:
                from ...core.errors import FieldMissing

                raise FieldMissing(self._choices.sourceName(), name)
        wanted = [names.index(name) if name in names else -1 for name in CHOICE_FIELDS]
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        return [
            tuple(plain(feature.attribute(place)) if place >= 0 else None for place in wanted)
            for feature in self._choices.getFeatures(request)
        ]
