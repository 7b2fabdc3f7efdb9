"""Which data sets of a kommune: those it publishes, or those that cover it, whoever publishes them."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy

from .forms import narrow


class ScopeBox(QComboBox):
    """Names the kommune in both choices."""

    def __init__(self, parent=None):
        super().__init__(parent)
        for covering in (False, True):
            self.addItem("", covering)
        narrow(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Which Data Sets"))

    @property
    def is_covering(self) -> bool:
        return bool(self.currentData())

    def choose_covering(self) -> None:
        self.setCurrentIndex(1)

    def show_kommune(self, label: str) -> None:
        self.setItemText(0, self.tr("Published by {}").format(label))
        self.setItemText(1, self.tr("Covers {}").format(label))
        told = self.tr("What the kommune itself publishes, or what Geonorge has of its area from anybody")
        self.setToolTip(f"{self.currentText()}\n{told}")
