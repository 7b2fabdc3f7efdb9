"""The title of a drill-in: elided in the middle where it is too long, whole in its tooltip."""

from __future__ import annotations

from qgis.gui import QgsPanelWidgetStack
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy


class PanelTitle(QObject):
    """Watches the title label of a panel stack. QGIS itself cuts what does not fit."""

    def __init__(self, stack: QgsPanelWidgetStack):
        super().__init__(stack)
        self._label = stack.findChild(QLabel, "mTitleText")
        self._text = ""
        if self._label is not None:
            # What the label asks for must not depend on what it shows, or it would never get its width back.
            self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._label.installEventFilter(self)

    def show_text(self, text: str) -> None:
        """Show a title, also of another panel than before."""
        self._text = text
        self._elide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._elide()
        return False

    def _elide(self) -> None:
        if self._label is None or not self._text:
            return
        metrics = self._label.fontMetrics()
        padding = self._label.sizeHint().width() - metrics.horizontalAdvance(self._label.text())  # some themes have it
        shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideMiddle, max(0, self._label.width() - padding))
        self._label.setText(shown)
        self._label.setAccessibleName(self._text)
        self._label.setToolTip(self._text if shown != self._text else "")
