"""The life of a code in a window of its own: not modal, as large as it was last time, gone with the page that opened it."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QDialog, QVBoxLayout, QWidget

from .lineage_panel import LineagePanel
from .measures import margin

_SIZE = "lineage/size"  # the setting: width x height
_USUAL, _LEAST = QSize(900, 560), QSize(320, 280)


class LineageWindow(QDialog):
    """Takes a panel over and shows it; Esc closes it. It belongs to its parent, so nothing is left behind."""

    def __init__(self, panel: LineagePanel, settings, parent: QWidget):
        super().__init__(parent, Qt.WindowType.Window)
        self._settings = settings
        self.setObjectName("KlasskartLineageWindow")
        self.setModal(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[margin(self)] * 4)
        layout.addWidget(panel)
        panel.show()
        self.setMinimumSize(_LEAST)
        self.resize(_stored(str(settings.get(_SIZE) or "")))

    def show_title(self, title: str) -> None:
        self.setWindowTitle(self.tr("Lineage of {}").format(title))

    def hideEvent(self, event) -> None:
        self._settings.set(_SIZE, f"{self.width()}x{self.height()}")
        super().hideEvent(event)


def _stored(text: str) -> QSize:
    """Read a stored size; the usual one where it is none."""
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        return _USUAL
    return QSize(int(width), int(height)).expandedTo(_LEAST)
