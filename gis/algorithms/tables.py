"""What algorithms share that make a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ...core.feedback import Feedback
from .base import KlasskartAlgorithm, fields_text, table_fields, translate, write_rows


class TableAlgorithm(KlasskartAlgorithm):
    """Base of those: `fields` are the names and QVariant types of the columns of OUTPUT."""

    fields: ClassVar[Mapping[str, int]] = {}

    def add_table(self, words: str, names: Iterable[str] = ()) -> None:
        """Declare OUTPUT; `names` are its fields, where they are not at hand yet."""
        table = QgsProcessingParameterFeatureSink("OUTPUT", words, QgsProcessing.SourceType.TypeVector)
        self.add(table, fields_text(names or self.fields))
        self.addOutput(QgsProcessingOutputNumber("COUNT", translate("Algorithms", "Number of rows")))

    def write(
        self, parameters: dict, context: QgsProcessingContext, rows: Iterable[Sequence[object]], feedback: Feedback
    ) -> dict:
        fields, nowhere = table_fields(self.fields), QgsCoordinateReferenceSystem()
        sink, output = self.sink(parameters, "OUTPUT", context, fields, QgsWkbTypes.Type.NoGeometry, nowhere)
        count = write_rows(sink, fields, rows, feedback)
        feedback.progress(1.0)
        return {"OUTPUT": output, "COUNT": count}
