"""Selecting the features that hold some values of a field, found in the background."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from ..core.errors import KlasskartError
from . import join_marks
from .notes import Note

_FIND = "codes-find"


class Selecting(QObject):
    """Selects for a page: the layer's table and the map show what was meant."""

    def __init__(self, page):
        super().__init__(page)
        self._page = page

    def select(self, layer: QgsVectorLayer | None, field: str, values: Sequence[object]) -> None:
        """Select the features of a layer that have one of some values (None: null)."""
        if layer is None or sip.isdeleted(layer):
            return
        source = QgsVectorLayerFeatureSource(layer)
        self._page.desk.start(
            lambda services, feedback: join_marks.find(source, field, values, feedback=feedback).ids,
            lambda ids, error: self._on_found(layer, ids, error),
            title=self.tr("Finding features …"),
            key=_FIND,
        )

    def _on_found(self, layer: QgsVectorLayer, ids: Sequence[int] | None, error: KlasskartError | None) -> None:
        if error is not None:
            self._page.show_problem(error, None, "codes-problem")
        elif not sip.isdeleted(layer):
            layer.selectByIds(list(ids))
            words = self.tr("%Ln feature(s) are selected in “{}”.", "", len(ids))
            self._page.show_note(Note(words.format(layer.name()), key="selected"))
