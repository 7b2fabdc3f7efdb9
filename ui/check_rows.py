"""One line of what can be mended in a column: its words, and the button that mends it or shows where it is."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt
from qgis.PyQt.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget

from ..core.diagnosis import Diagnosis, Problem
from ..gis import diagnosis_report as told
from .measures import spacing
from .mending import Mending
from .notes import wrapped_label

translate = QCoreApplication.translate

_SHOWN = ("unknown", "malformed", "duplicate")  # nobody can say what they should be: one looks at the rows


class ProblemRow(QWidget):
    """Says one thing; `mending` is what its button does, else the button selects the features with `values`."""

    def __init__(self, words: str, button: str = "", mending: Mending | None = None, values: Sequence[object] = ()):
        super().__init__()
        self.mending, self.values = mending, tuple(values)
        self.label = wrapped_label(words, least=8)
        self.button = QPushButton(button)
        self.button.setAccessibleName(f"{button}: {words}")
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.setVisible(bool(button))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing(self))
        self._row.addWidget(self.label, 1)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        """Ask for the wider of the two: with large text in a narrow dock the button stands below the words."""
        button = 0 if self.button.isHidden() else self.button.sizeHint().width()
        return QSize(max(self.label.minimumWidth(), button), self._row.minimumSize().height())

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        needed = self.label.minimumWidth() + self.button.sizeHint().width() + spacing(self)
        narrow = not self.button.isHidden() and self.width() < needed
        kind = QBoxLayout.Direction
        self._row.setDirection(kind.TopToBottom if narrow else kind.LeftToRight)

    def tab_order(self) -> list[QWidget]:
        return [] if self.button.isHidden() else [self.button]

    @classmethod
    def of(cls, problem: Problem, found: Diagnosis) -> ProblemRow:
        """Make the row of a problem. Names have rows of their own kind: they are looked at first."""
        words = told.problem_text(problem)
        codes = {value: found.repairs[value] for value in problem.raw if value in found.repairs}
        if problem.kind in ("lost_zero", "malformed") and codes:
            tip = translate("ProblemRow", "Writes a new layer with these codes as they should be in a field of their own")
            row = cls(words, translate("ProblemRow", "Mend"), Mending(codes))
        elif problem.kind == "filler":
            tip = translate("ProblemRow", "Writes a new layer that has no code where these stand")
            row = cls(words, translate("ProblemRow", "Leave Empty"), Mending(dict.fromkeys(problem.raw)))
        elif problem.kind in _SHOWN:
            tip = translate("ProblemRow", "Selects the features with these values in the layer")
            row = cls(words, translate("ProblemRow", "Select Rows"), None, problem.raw)
        else:
            return cls(words)
        row.button.setToolTip(tip)
        return row
