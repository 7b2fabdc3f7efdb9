"""Selecting the features that hold some values of a field, found in the background."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsFeatureRequest, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from ..core.errors import KlasskartError
from ..core.feedback import Feedback
from ..gis.columns import plain
from .notes import Note
from .wording import counted

PROBLEM = "codes-problem"  # of the notes: the form's own look at the layer ends when it likes, and clears what it told itself
_FIND = "codes-find"
_MANY = 5000  # features between two looks at cancel


class Selecting(QObject):
    """Selects for a page: the layer's table and the map show what was meant."""

    def __init__(self, page):
        super().__init__(page)
        self._page = page

    def select(self, layer: QgsVectorLayer | None, field: str, values: Sequence[object]) -> None:
        """Select the features of a layer that have one of some values (None: null)."""
        if layer is None or sip.isdeleted(layer):
            return
        source, place = QgsVectorLayerFeatureSource(layer), layer.fields().indexFromName(field)
        self._page.desk.start(
            lambda services, feedback: _ids(source, place, frozenset(values), feedback),
            lambda ids, error: self._on_found(layer, ids, error),
            title=self.tr("Finding features …"),
            key=_FIND,
        )

    def _on_found(self, layer: QgsVectorLayer, ids: Sequence[int] | None, error: KlasskartError | None) -> None:
        if error is not None:
            self._page.show_problem(error, None, PROBLEM)
        elif not sip.isdeleted(layer):
            layer.selectByIds(list(ids))
            words = counted("Selecting", "%n feature(s) are selected in “{}”.", len(ids))
            self._page.show_note(Note(words.format(layer.name()), key="selected"))


def _ids(source: QgsVectorLayerFeatureSource, place: int, values: frozenset[object], feedback: Feedback) -> list[int]:
    """Find the features with some values in one pass: an expression with thousands of values takes minutes."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([place])
    found = []
    for number, feature in enumerate(source.getFeatures(request)):
        if number % _MANY == 0:
            feedback.check()
        if plain(feature.attribute(place)) in values:
            found.append(feature.id())
    return found
