"""Making words fit on a print layout: QGIS cuts off what does not, without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qgis.core import (
    QgsLayerTreeLayer,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutSize,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsRenderContext,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QFont, QFontMetricsF

_POINT = 25.4 / 72  # mm
_PIXELS = 100  # of the font that is measured: large enough for its metrics to be exact
_SAFE = 1.04  # QGIS sets words a little wider than Qt measures them
_STEP = 0.5  # points
_SMALLER = (1.0, 0.9, 0.8, 0.7, 0.6)  # of the template's sizes
_MOST_COLUMNS, _LEAST_COLUMN = 3, 30.0  # of a legend: their number, and mm of width
_LINE = "\n"


def fit_label(label: QgsLayoutItemLabel, least: float) -> float:
    """Write a label's words as large as its frame has room for: no larger than they are, no smaller than `least` points.

    Gives the mm of height that are missing even so, 0 where they fit.
    """
    font, points = _font_of(label)
    width, height = label.sizeWithUnits().width(), label.sizeWithUnits().height()
    while points > least and _height(label.text(), font, points, width) > height:
        points = max(points - _STEP, least)
    _set_points(label, points)
    return max(0.0, _height(label.text(), font, points, width) - height)


def _font_of(label: QgsLayoutItemLabel) -> tuple[QFont, float]:
    if hasattr(label, "textFormat"):  # from QGIS 3.24 on
        return label.textFormat().font(), label.textFormat().size()
    return label.font(), label.font().pointSizeF()


def _set_points(label: QgsLayoutItemLabel, points: float) -> None:
    if hasattr(label, "textFormat"):
        style = label.textFormat()
        style.setSize(points)
        label.setTextFormat(style)
        return
    font = label.font()
    font.setPointSizeF(points)
    label.setFont(font)


def _height(words: str, font: QFont, points: float, width: float) -> float:
    """Give the mm that words take, wrapped to a width (mm)."""
    scale = points * _POINT / _PIXELS * _SAFE
    room = QRectF(0, 0, width / scale, 1e6)
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
    return _metrics(font).boundingRect(room, int(flags), words).height() * scale


def _metrics(font: QFont) -> QFontMetricsF:
    measured = QFont(font)
    measured.setPixelSize(_PIXELS)
    return QFontMetricsF(measured)


# --- legends ------------------------------------------------------------------------


def fit_legend(legend: QgsLayoutItemLegend, width: float, room: float) -> None:
    """Set a legend into mm of width and height: in more columns rather than smaller, its words in lines that fit."""
    styles = [QgsLegendStyle.Style.Subgroup, QgsLegendStyle.Style.SymbolLabel]
    fonts = {style: QFont(legend.style(style).font()) for style in styles}
    sizes = {style: fonts[style].pointSizeF() for style in styles}
    symbol = legend.symbolHeight()
    texts = list(_texts(legend))
    legend.setWrapString(_LINE)
    most = max(1, min(_MOST_COLUMNS, int(width // _LEAST_COLUMN)))
    for smaller in _SMALLER:
        legend.setSymbolHeight(symbol * smaller)
        for style in styles:
            fonts[style].setPointSizeF(sizes[style] * smaller)
            legend.setStyleFont(style, fonts[style])
        for columns in range(1, most + 1):
            size = _try(legend, columns, width, texts)
            if size.width() <= width and size.height() <= room:
                legend.attemptResize(QgsLayoutSize(size.width(), size.height()))
                return
    legend.attemptResize(QgsLayoutSize(size.width(), size.height()))


@dataclass(frozen=True)
class _Text:
    """Words of a legend: those of a layer, or of one of its rows by number."""

    node: QgsLayerTreeLayer
    words: str
    row: int = -1


def _texts(legend: QgsLayoutItemLegend) -> Iterator[_Text]:
    model = legend.model()
    for node in model.rootGroup().findLayers():
        yield _Text(node, str(node.customProperty("legend/title-label") or node.name()))
        order = QgsMapLayerLegendUtils.legendNodeOrder(node)
        for place, row in enumerate(model.layerLegendNodes(node)):
            number = order[place] if place < len(order) else place
            yield _Text(node, str(row.data(Qt.ItemDataRole.DisplayRole) or ""), number)


def _try(legend: QgsLayoutItemLegend, columns: int, width: float, texts: list[_Text]):
    """Write a legend in columns; give its size in mm. QGIS itself would measure no sooner than it draws."""
    legend.setColumnCount(columns)
    legend.setSplitLayer(columns > 1)
    column = (width - (columns - 1) * legend.columnSpace() - 2 * legend.boxSpace()) / columns
    beside = legend.symbolWidth() + legend.style(QgsLegendStyle.Style.SymbolLabel).margin(QgsLegendStyle.Side.Left) + 2
    for text in texts:
        if text.row < 0:
            words = _lines(text.words, legend.style(QgsLegendStyle.Style.Subgroup).font(), column)
            text.node.setCustomProperty("legend/title-label", "" if words == text.node.name() else words)
        else:
            words = _lines(text.words, legend.style(QgsLegendStyle.Style.SymbolLabel).font(), column - beside)
            QgsMapLayerLegendUtils.setLegendNodeUserLabel(text.node, text.row, words if _LINE in words else "")
    for node in {text.node.layerId(): text.node for text in texts}.values():
        legend.model().refreshLayerLegend(node)
    return QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize(_drawing(legend))


def _lines(words: str, font: QFont, width: float) -> str:
    """Break words into lines of a width (mm). A single word that is longer stays whole."""
    metrics, scale = _metrics(font), font.pointSizeF() * _POINT / _PIXELS * _SAFE
    lines: list[str] = []
    for word in re.split(r" (?!\(\d[^ )]*\)$)", words):  # a count stays with the last word
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) * scale <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return _LINE.join(lines)


def _drawing(legend: QgsLayoutItemLegend) -> QgsRenderContext:
    context = QgsLayoutUtils.createRenderContextForLayout(legend.layout(), None)
    context.setFlag(QgsRenderContext.Flag.ApplyScalingWorkaroundForTextRendering)
    return context
