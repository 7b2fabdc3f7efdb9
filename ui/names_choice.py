"""Choosing the languages of names that kommuner and fylker have on the map."""

from __future__ import annotations

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QWidget

from ..gis import origins, styles


class NamesChoice(QComboBox):
    """One of `styles.NAMES`; kept as a setting, and at once seen in the layers that have our labels."""

    def __init__(self, settings, project: QgsProject, parent: QWidget | None = None):
        super().__init__(parent)
        self._settings, self._project = settings, project
        for key, text in names_words():
            self.addItem(text, key)
        self.show_stored()
        self.setAccessibleName(self.tr("Names on the Map"))
        self.setToolTip(self.tr("Labels of kommuner and fylker. Where a place has no such name, all of its names stand."))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda _: self._on_chosen())

    def show_stored(self) -> None:
        """Show what the setting is now."""
        self.setCurrentIndex(max(0, self.findData(str(self._settings.get("map/names")))))

    def _on_chosen(self) -> None:
        self._settings.set("map/names", self.currentData())
        rename_all(self._project, self.currentData())


def names_words() -> list[tuple[str, str]]:
    """Give the keys of `styles.NAMES`, each with its words."""
    words = (
        QCoreApplication.translate("NamesChoice", "Names in all languages"),
        QCoreApplication.translate("NamesChoice", "Norwegian names"),
        QCoreApplication.translate("NamesChoice", "Sámi names"),
        QCoreApplication.translate("NamesChoice", "Kven names"),
    )
    return list(zip(styles.NAMES, words))


def rename_all(project: QgsProject, names: str) -> None:
    """Label the layers of a project that have our labels in other languages."""
    for layer in project.mapLayers().values():
        file = origins.of(layer)
        if file is not None and isinstance(layer, QgsVectorLayer):
            styles.rename(layer, file.unit, names)
