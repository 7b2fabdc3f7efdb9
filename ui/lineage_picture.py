"""A lineage as a picture to keep: SVG or PNG, black on white, with caption and source."""

from __future__ import annotations

from qgis.PyQt.QtCore import QBuffer, QIODevice, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QImage, QPainter
from qgis.PyQt.QtSvg import QSvgGenerator

from ..core.lineage import Lineage
from .lineage_scene import PAPER_INK, LineageScene

_SHARPNESS = 2  # pixels of a PNG for one of the screen
_LARGEST = 16_000  # pixels along one side


class LineagePicture:
    """Draws a lineage from left to right, its caption above and its source below."""

    def __init__(self, life: Lineage, font: QFont, caption: str, source: str):
        self._scene = LineageScene(life, font, PAPER_INK)
        self._font = QFont(font)
        self._font.setPixelSize(max(8, QFontInfo(font).pixelSize()))
        line, em = self._scene.pen.line, self._scene.pen.em
        picture = self._scene.sceneRect()
        self._caption, self._source = caption, source
        width = max(picture.width(), self._metrics_width(source), 30 * em) + 2 * em
        room = QRectF(em, em, width - 2 * em, 1000 * line)
        flags = Qt.TextFlag.TextWordWrap
        height = QFontMetricsF(self._font).boundingRect(room, _number(flags), caption).height()
        self._above = QRectF(em, em, room.width(), height)
        self._middle = QRectF(em, height + 2 * em, picture.width(), picture.height())
        self._below = QRectF(em, self._middle.bottom() + em, room.width(), line)
        self._size = QSize(int(width) + 1, int(self._below.bottom() + em) + 1)

    def svg(self) -> bytes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setResolution(96)
        generator.setSize(self._size)
        generator.setViewBox(QRectF(0, 0, self._size.width(), self._size.height()))
        generator.setTitle(self._caption)
        generator.setDescription(self._source)
        painter = QPainter(generator)
        self._paint(painter)
        painter.end()
        return bytes(buffer.data())

    def png(self) -> bytes:
        sharpness = min(_SHARPNESS, _LARGEST / max(self._size.width(), self._size.height()))
        image = QImage(self._size * sharpness, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        image.setText("Title", self._caption)
        image.setText("Source", self._source)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(sharpness, sharpness)
        self._paint(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")
        return bytes(buffer.data())

    def _paint(self, painter: QPainter) -> None:
        painter.fillRect(QRectF(0, 0, self._size.width(), self._size.height()), QColor("white"))
        self._scene.render(painter, self._middle, self._scene.sceneRect())
        painter.setFont(self._font)
        painter.setPen(PAPER_INK.text)
        painter.drawText(self._above, _number(Qt.TextFlag.TextWordWrap), self._caption)
        painter.drawText(self._below, 0, self._source)

    def _metrics_width(self, text: str) -> float:
        return QFontMetricsF(self._font).horizontalAdvance(text)


def _number(flag) -> int:
    return int(getattr(flag, "value", flag))
