"""A lineage as a graphics scene, for the screen and for pictures."""

from __future__ import annotations

from typing import NamedTuple

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QFontInfo, QFontMetricsF, QPainterPath, QPen
from qgis.PyQt.QtWidgets import QGraphicsScene

from ..core.lineage import Lineage
from . import lineage_words
from .lineage_layout import Card, Dot, Drawing, Pen, Stroke, Told, Words, across, rail
from .match_bars import MATCHED_ON_DARK, MATCHED_ON_LIGHT

_STYLES = {"solid": Qt.PenStyle.SolidLine, "dotted": Qt.PenStyle.DotLine, "dashed": Qt.PenStyle.DashLine}


class Ink(NamedTuple):
    """The colour of words and lines, and of the frame around the asked code."""

    text: QColor
    accent: QColor

    @classmethod
    def on_theme(cls, text: QColor) -> Ink:
        """Take the text colour of a theme, and the accent that can be seen beside it."""
        return cls(text, MATCHED_ON_DARK if text.lightnessF() > 0.5 else MATCHED_ON_LIGHT)


PAPER_INK = Ink(QColor("black"), MATCHED_ON_LIGHT)


class LineageScene(QGraphicsScene):
    """Draws a lineage. Its rectangle holds the picture with a margin."""

    def __init__(self, life: Lineage, font: QFont, ink: Ink, rail_width: float = 0.0, parent=None):
        super().__init__(parent)
        self._ink = ink
        self._font, self._bold = QFont(font), QFont(font)
        # In pixels: a picture has other dots per inch than the screen, and words must still fit their frames.
        self._font.setPixelSize(max(8, QFontInfo(font).pixelSize()))
        self._bold.setPixelSize(self._font.pixelSize())
        self._bold.setBold(True)
        self._metrics = {False: QFontMetricsF(self._font), True: QFontMetricsF(self._bold)}
        self.pen = Pen(self._width, self._metrics[False].height(), self._metrics[False].ascent())
        drawing = self._drawing(life, rail_width)
        self.asked = self._rectangle(drawing.asked)
        self._paint(drawing)
        edge = self.pen.em / 2
        self.setSceneRect(self.itemsBoundingRect().adjusted(-edge, -edge, edge, edge))

    def _drawing(self, life: Lineage, rail_width: float) -> Drawing:
        days = [lineage_words.day_label(life, date) for date in life.dates]
        told = Told(days, [lineage_words.gap_words(life, gap) for gap in life.gaps])
        return rail(life, told, self.pen, rail_width - self.pen.em) if rail_width else across(life, told, self.pen)

    def _width(self, text: str, bold: bool) -> float:
        return self._metrics[bold].horizontalAdvance(text)

    def _paint(self, drawing: Drawing) -> None:
        for stroke in drawing.strokes:
            self._paint_stroke(stroke)
        for card in drawing.cards:
            self._paint_card(card)
        for words in drawing.words:
            self._paint_words(words)
        for dot in drawing.dots:
            self._paint_dot(dot)

    def _paint_stroke(self, stroke: Stroke) -> None:
        first, *others = (QPointF(*point) for point in stroke.points)
        path = QPainterPath(first)
        for point in others:
            path.lineTo(point)
        solid = stroke.style == "solid"
        self.addPath(path, QPen(self._faint(0.9 if solid else 0.6), 1.4 if solid else 1.0, _STYLES[stroke.style]))

    def _paint_card(self, card: Card) -> None:
        if card.asked:
            frame = QPainterPath()
            frame.addRoundedRect(self._rectangle(card), self.pen.em / 4, self.pen.em / 4)
            self.addPath(frame, QPen(self._ink.accent, 2.0))
        top = card.top + (card.height - len(card.lines) * self.pen.line) / 2
        for row, line in enumerate(card.lines):
            item = self.addSimpleText(line, self._bold if card.asked else self._font)
            item.setBrush(QBrush(self._ink.text))
            item.setPos(card.left + self.pen.em / 2, top + row * self.pen.line)

    def _paint_words(self, words: Words) -> None:
        item = self.addSimpleText(words.text, self._font)
        item.setBrush(QBrush(self._faint(0.75) if words.muted else self._ink.text))
        item.setPos(words.left, words.top)

    def _paint_dot(self, dot: Dot) -> None:
        radius = self.pen.em / 3
        circle = QRectF(dot.x - radius, dot.y - radius, 2 * radius, 2 * radius)
        colour = self._ink.accent if dot.filled else self._ink.text
        self.addEllipse(circle, QPen(colour, 1.4), QBrush(colour if dot.filled else Qt.BrushStyle.NoBrush))

    def _faint(self, strength: float) -> QColor:
        colour = QColor(self._ink.text)
        colour.setAlphaF(strength)
        return colour

    @staticmethod
    def _rectangle(card: Card) -> QRectF:
        return QRectF(card.left, card.top, card.width, card.height)
