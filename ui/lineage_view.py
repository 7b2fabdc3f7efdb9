"""The lineage on the screen: drag pans, Ctrl and the wheel zoom, + and - and 0 do so from the keyboard."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QRectF, Qt, QTimer
from qgis.PyQt.QtGui import QPainter, QPalette
from qgis.PyQt.QtWidgets import QFrame, QGraphicsView, QLabel, QSizePolicy

from ..core.lineage import Lineage
from . import lineage_words
from .lineage_scene import Ink, LineageScene

ACROSS_FROM = 420  # pixels: below them time runs downwards
_ANYHOW_FROM = 640  # up to these too, where the whole life could not be read at once from left to right
_LEAST, _MOST = 0.25, 4.0
_LEGIBLE = 0.75  # where the whole would be smaller than this, the asked code is shown with what is around it
_STEP = 1.2


class LineageView(QGraphicsView):
    """Shows one lineage; `words` is a shown label, whose colour is the theme's."""

    def __init__(self, words: QLabel, parent=None):
        super().__init__(parent)
        self._words = words
        self._life: Lineage | None = None
        self._drawn: tuple | None = None
        self._across: tuple[Lineage, str, float] | None = None  # how wide a life is in a font
        self._fitted = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(8 * self.fontMetrics().height())
        # The page's own ground: themes colour lists and fields, and this is neither.
        self.setStyleSheet(
            "QGraphicsView { background: transparent; border: 1px solid transparent; }"
            "QGraphicsView:focus { border: 1px dotted palette(highlight); }"
        )
        self.viewport().setAutoFillBackground(False)

    @property
    def is_rail(self) -> bool:
        width = self.width()
        return width < ACROSS_FROM or (width < _ANYHOW_FROM and self._width_across() * _LEGIBLE > width)

    def _width_across(self) -> float:
        """Give how wide the life is where time runs from left to right."""
        font = self._words.font()
        if self._life is None:
            return 0.0
        if self._across is None or self._across[:2] != (self._life, font.toString()):
            ink = Ink.on_theme(self._words.palette().color(QPalette.ColorRole.WindowText))
            self._across = self._life, font.toString(), LineageScene(self._life, font, ink).sceneRect().width()
        return self._across[2]

    def show_life(self, life: Lineage) -> None:
        self._life, self._fitted = life, True
        self.setAccessibleName(self.tr("Lineage of {}").format(lineage_words.title(life)))
        self.setAccessibleDescription(lineage_words.described(life))
        self._draw()

    def fit(self) -> None:
        """Show the whole, or where that could not be read, the asked code in the middle."""
        scene = self.scene()
        if scene is None:
            return
        whole, room = scene.sceneRect(), self.viewport().rect()
        scale = min(room.width() / whole.width(), room.height() / whole.height(), 1.3)
        if self.is_rail or scale < _LEGIBLE:
            scale = 1.0 if self.is_rail else _LEGIBLE
        self.resetTransform()
        self.scale(scale, scale)
        self.centerOn(scene.asked.center())
        self._fitted = True

    def zoom(self, factor: float) -> None:
        scale = self.transform().m11() * factor
        if _LEAST <= scale <= _MOST:
            self._fitted = False
            self.scale(factor, factor)

    def _draw(self) -> None:
        """Draw anew where width, colours or font ask for it."""
        if self._life is None:
            return
        self._words.ensurePolished()
        text = self._words.palette().color(QPalette.ColorRole.WindowText)
        width = self.viewport().width() if self.is_rail else 0
        drawn = (self._life, width, text.name(), self._words.font().toString())
        if drawn == self._drawn:
            return
        self._drawn, before = drawn, self.scene()
        self.setScene(LineageScene(self._life, self._words.font(), Ink.on_theme(text), width, self))
        if before is not None:
            before.deleteLater()
        self._align()
        self.fit()

    def _align(self) -> None:
        left, middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignCenter
        self.setAlignment(left if self.is_rail else middle)
        bars = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(bars.ScrollBarAsNeeded)
        # A rail is as wide as the view: a bar that comes and goes would change that.
        self.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOn if self.is_rail else bars.ScrollBarAsNeeded)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._draw()
        if self._fitted:
            self.fit()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self._draw)  # only what is shown knows the theme's colours

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            QTimer.singleShot(0, self._draw)

    def wheelEvent(self, event) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.zoom(_STEP if key == Qt.Key.Key_Plus else 1 / _STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def shown(self) -> QRectF:
        """Give the part of the scene that can be seen."""
        return self.mapToScene(self.viewport().rect()).boundingRect()
