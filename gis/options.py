"""The door in QGIS's own options dialog: a name, an icon, and who builds the page when the dialog asks for it."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QWidget


class OptionsFactory(QgsOptionsWidgetFactory):
    """`build(parent)` is called each time the dialog is opened; the dialog owns what it gives."""

    def __init__(self, icon: QIcon, build: Callable[[QWidget], QgsOptionsPageWidget]):
        super().__init__("Klasskart", icon)
        self._build = build

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:
        return self._build(parent)
