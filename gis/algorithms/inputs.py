"""What algorithms share that take a layer of codes: its features, and its columns counted by value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsVectorLayer,
)

from .base import KlasskartAlgorithm

if TYPE_CHECKING:
    from ...work.joining import Column


class InputAlgorithm(KlasskartAlgorithm):
    """Base of those: `note_input` on the GUI thread; then `input` and `columns` can be read in any."""

    def note_input(self, parameters: dict, context: QgsProcessingContext, name: str = "INPUT") -> None:
        from .. import columns, joins

        self._kept_source = source = self.source(parameters, name, context)  # the features are read from it later
        layer = self.whole_layer(parameters, name, context)
        self.input = joins.Source(source, layer)
        self.columns = columns.columns_of(layer) if layer else columns.columns_of_source(source, source.fields())

    def column(self, field: str) -> Column:
        """Count the values of a field. Raises FieldMissing."""
        from ...core.errors import FieldMissing

        if field not in self.columns:
            raise FieldMissing(self.input.name, field)
        return self.columns[field]

    def source(self, parameters: dict, name: str, context: QgsProcessingContext) -> QgsProcessingFeatureSource:
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        source.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
        return source

    def whole_layer(self, parameters: dict, name: str, context: QgsProcessingContext) -> QgsVectorLayer | None:
        """Give the layer where all of its features are meant, not a selection or a part of them."""
        given = parameters.get(name)
        if isinstance(given, QgsProcessingFeatureSourceDefinition):
            part = given.selectedFeaturesOnly or given.featureLimit >= 0 or getattr(given, "filterExpression", "")
            if part:
                return None
        return self.parameterAsVectorLayer(parameters, name, context)
