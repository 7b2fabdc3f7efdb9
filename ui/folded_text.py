"""A long text of others: its beginning, and the rest when it is asked for."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from .measures import spacing
from .notes import wrapped_label

_SHORT = 240  # characters that are shown of a longer text
_MARGIN = 80  # a text that is longer by so few is shown whole


class FoldedText(QWidget):
    """Plain text that wraps; what looks like markup is shown as it is."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._text = ""
        self.label = wrapped_label()
        flags = Qt.TextInteractionFlag
        self.label.setTextInteractionFlags(flags.TextSelectableByMouse)
        self.button = QPushButton()
        self.button.setFlat(True)
        self.button.setCheckable(True)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.toggled.connect(lambda _: self._show())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(self))
        layout.addWidget(self.label)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)

    def show_text(self, text: str) -> None:
        """Show a text, folded where it is long; hide where there is none."""
        self._text = text.strip()
        self.button.setChecked(False)
        self._show()

    def _show(self) -> None:
        is_long, is_open = len(self._text) > _SHORT + _MARGIN, self.button.isChecked()
        self.label.setText(shortened(self._text) if is_long and not is_open else self._text)
        self.button.setVisible(is_long)
        translate = QCoreApplication.translate
        self.button.setText(translate("FoldedText", "Show Less") if is_open else translate("FoldedText", "Show All"))
        self.setVisible(bool(self._text))


def shortened(text: str) -> str:
    """Cut a text behind a word."""
    return text[:_SHORT].rsplit(None, 1)[0].rstrip(" ,;:–-") + " …"
