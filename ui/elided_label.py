"""A label of one line that gives way: elided in the middle where there is little room, whole in its tooltip."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from .measures import em


class ElidedLabel(QLabel):
    """`whole` is what it says, `text()` what can be seen of it."""

    def __init__(self, whole: str, tip: str = "", parent: QWidget | None = None):
        super().__init__(parent)
        self.whole, self._tip = whole, tip
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(whole)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._elide(self.sizeHint().width())

    def sizeHint(self) -> QSize:
        """Ask for room for all of it, whatever is seen now."""
        return QSize(self.fontMetrics().horizontalAdvance(self.whole) + 1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(4 * em(self), self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._elide(self.width())

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.FontChange:
            self.updateGeometry()
            self._elide(self.width())

    def _elide(self, width: int) -> None:
        shown = self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideMiddle, width)
        self.setText(shown)
        self.setToolTip("\n".join(part for part in (self.whole if shown != self.whole else "", self._tip) if part))
