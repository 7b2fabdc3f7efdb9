"""Two bars on one scale: the layer's features above, the codes below. Every word is a label, so that themes can colour it."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QEvent, QLineF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPalette, QPen
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from .wording import counted

# Okabe–Ito blue and sky blue: 4.5 and 5.6 to 1 against light and dark backgrounds, apart in grey from the hatching.
MATCHED_ON_LIGHT, MATCHED_ON_DARK = QColor("#0072B2"), QColor("#56B4E9")

# Beyond this one bar would be a sliver on the other's scale (14 462 addresses against 357 kommuner).
LARGEST_RATIO = 4


@dataclass(frozen=True)
class Side:
    """One side of a match: how many there are, and how many of them have a counterpart."""

    total: int
    matched: int

    @property
    def missing(self) -> int:
        return self.total - self.matched


def lengths(side: Side, other: Side) -> tuple[float, float]:
    """Give the matched and the missing share of the full width: on one scale, unless one side dwarfs the other."""
    largest = max(side.total, other.total)
    smallest = min(side.total, other.total)
    scale = side.total if smallest * LARGEST_RATIO < largest else largest
    if not scale:
        return 0.0, 0.0
    return side.matched / scale, side.missing / scale


class Bar(QWidget):
    """A bar of two parts: matched in blue, missing hatched and outlined with the text colour of `words`."""

    def __init__(self, words: QLabel, parent: QWidget | None = None):
        super().__init__(parent)
        self._words = words
        self._matched = self._missing = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_lengths(self, matched: float, missing: float) -> None:
        self._matched, self._missing = matched, missing
        self.update()

    def sizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(12 * em, round(0.75 * em))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def colours(self) -> tuple[QColor, QColor]:
        """Give the blue and the text colour. A shown label knows the theme; this widget's own palette does not."""
        self._words.ensurePolished()
        text = self._words.palette().color(QPalette.ColorRole.WindowText)
        return (MATCHED_ON_DARK if text.lightnessF() > 0.5 else MATCHED_ON_LIGHT), text

    def paintEvent(self, event) -> None:
        blue, text = self.colours()
        width, height = float(self.width()), float(self.height())
        gap = 2.0 if self._matched and self._missing else 0.0
        split = self._matched * width
        painter = QPainter(self)
        if self._matched:
            painter.fillRect(QRectF(0, 0, max(1.0, split - gap), height), blue)
        if self._missing:
            left = min(split, width - 3.0)  # one missing of many stays visible
            _hatch(painter, QRectF(left + 0.5, 0.5, max(2.0, self._missing * width - 1), height - 1), text)
        painter.end()


def _hatch(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Fill the box with slanting lines and outline it."""
    painter.save()
    painter.setPen(QPen(colour, 1.0))
    painter.drawRect(box)
    painter.setClipRect(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    step, x = box.height() * 0.55, box.left() - box.height()
    while x < box.right():
        painter.drawLine(QLineF(x, box.bottom(), x + box.height(), box.top()))
        x += step
    painter.restore()


class MatchBars(QWidget):
    """The features of a layer and the codes of a list, each with its part that has no counterpart."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._features_name, self._features_missing = _words(), _count()
        self._codes_name, self._codes_missing = _words(), _count()
        self._features_bar, self._codes_bar = Bar(self._features_name, self), Bar(self._codes_name, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for name, count, bar in (
            (self._features_name, self._features_missing, self._features_bar),
            (self._codes_name, self._codes_missing, self._codes_bar),
        ):
            row = QHBoxLayout()
            row.addWidget(name, 1)
            row.addWidget(count, 0, Qt.AlignmentFlag.AlignBottom)
            column.addLayout(row)
            column.addWidget(bar)
        self._space()

    def show_sides(self, features: Side, codes: Side, source: str = "Klass") -> None:
        """Draw both sides; `source` is where the codes come from."""
        self._features_name.setText(self.tr("Features in the layer"))
        self._features_missing.setText(counted("MatchBars", "%n without code", features.missing))
        self._codes_name.setText(self.tr("Codes in {}").format(source))
        self._codes_missing.setText(counted("MatchBars", "%n without feature", codes.missing))
        self._features_bar.show_lengths(*lengths(features, codes))
        self._codes_bar.show_lengths(*lengths(codes, features))
        sentence = self.tr("{} of {} features have a code, {} of {} codes have a feature.").format(
            features.matched, features.total, codes.matched, codes.total
        )
        for described in (self, self._features_bar, self._codes_bar):
            described.setAccessibleName(sentence)

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._space()

    def _space(self) -> None:
        self.layout().setSpacing(max(1, self.fontMetrics().height() // 5))


def _words() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    return label


def _count() -> QLabel:
    label = QLabel()
    label.setAlignment(Qt.AlignmentFlag.AlignRight)
    return label
