"""A tree whose rows can be copied by the keys that everybody knows."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QTreeView


class CopyingTree(QTreeView):
    """Base of those: `copied_text` is what their selected rows say."""

    def copied_text(self) -> str:
        raise NotImplementedError

    def copy(self) -> None:
        text = self.copied_text()
        if text:
            QgsApplication.clipboard().setText(text)

    def keyPressEvent(self, event) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # a tree takes it for a letter to search for
        else:
            super().keyPressEvent(event)
