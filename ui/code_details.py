"""What Klass says about the code that is selected, besides its name: short name, validity and notes."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ..core.codes import Code
from .measures import spacing
from .notes import wrapped_label
from .page import scrolling
from .wording import period_text

_LINES = 4  # of a note; the rest is scrolled to


class CodeDetails(QWidget):
    """A few lines below the list; hidden where there is nothing more to tell than the list does."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.label = wrapped_label()
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._area: QScrollArea = scrolling(self.label)
        self._area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self.hide()

    def show_code(self, code: Code | None) -> None:
        words = self._words(code) if code else ""
        self.label.setText(words)
        self.setVisible(bool(words))
        self._fit()

    def _words(self, code: Code) -> str:
        """Nothing where there is neither a short name, a validity nor a note."""
        period = period_text(code.valid_from, code.valid_to)
        told = (
            self.tr("Short name {}").format(code.short_name) if code.short_name else "",
            self.tr("Valid {}").format(period) if period else "",
        )
        facts = " · ".join(part for part in told if part)
        if not facts and not code.notes:
            return ""
        return "\n".join(part for part in (f"{code.code} {code.name}", facts, code.notes) if part)

    def _fit(self) -> None:
        most = _LINES * self.fontMetrics().lineSpacing() + spacing(self)
        self._area.setFixedHeight(min(most, max(1, self.label.heightForWidth(self.width()))))

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit()
