"""Choosing the languages of names that kommuner and fylker have on the map."""

from __future__ import annotations

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QWidget

from ..gis import origins, styles


class NamesChoice(QComboBox):
    """One of `styles.NAMES`; kept as a setting, and at once seen in the layers that have our labels."""

    def __init__(self, settings, project: QgsProject, parent: QWidget | None = None):
        super().__init__(parent)
        self._settings, self._project = settings, project
        words = (
            self.tr("Names in all languages"),
            self.tr("Norwegian names"),
            self.tr("Sámi names"),
            self.tr("Kven names"),
        )
        for key, text in zip(styles.NAMES, words):
            self.addItem(text, key)
        self.setCurrentIndex(max(0, self.findData(str(settings.get("map/names")))))
        self.setAccessibleName(self.tr("Names on the Map"))
        self.setToolTip(self.tr("Labels of kommuner and fylker. Where a place has no such name, all of its names stand."))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda _: self._on_chosen())

    def _on_chosen(self) -> None:
        self._settings.set("map/names", self.currentData())
        for layer in self._project.mapLayers().values():
            file = origins.of(layer)
            if file is not None and isinstance(layer, QgsVectorLayer):
                styles.rename(layer, file.unit, self.currentData())
