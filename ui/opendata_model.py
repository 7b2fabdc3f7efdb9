"""Data sets as a list: those that can be put on the map, then a heading, then the others."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, QSize, Qt
from qgis.PyQt.QtGui import QIcon, QPalette
from qgis.PyQt.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ..core.opendata import Dataset
from ..core.opendata_kinds import TABLES
from ..core.opendata_list import Listed, key_of
from . import opendata_words
from .icons import theme_icon
from .measures import icon_size, spacing
from .wording import counted

SECOND_LINE = Qt.ItemDataRole.UserRole
_PICTURES = ("wms", "wmts", "wcs")


class OpenDataModel(QAbstractListModel):
    """Rows of a `Listed`; None stands for the heading."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._rows: Sequence[Dataset | None] = ()
        self._others = 0
        self._with_publisher = False
        self._icons: dict[str, QIcon] = {}  # drawn once, not for each row

    def show(self, listed: Listed, *, with_publisher: bool = False) -> None:
        self.beginResetModel()
        self._rows = (*listed.mappable, *((None, *listed.others) if listed.others else ()))
        self._others, self._with_publisher = len(listed.others), with_publisher
        self.endResetModel()

    def dataset(self, index: QModelIndex) -> Dataset | None:
        """Give the data set of a row; None for the heading, and for no row."""
        return self._rows[index.row()] if index.isValid() else None

    def row_of(self, dataset: Dataset) -> int:
        """Give the row of a data set, also where more has been heard of it; -1 where it is not shown."""
        key = key_of(dataset)
        return next((row for row, one in enumerate(self._rows) if one is not None and key_of(one) == key), -1)

    def rowCount(self, parent=QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex):
        if self.dataset(index) is None:
            return Qt.ItemFlag.NoItemFlags  # a heading is passed over
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: QModelIndex, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        dataset = self._rows[index.row()]
        if dataset is None:
            words = counted("OpenDataModel", "Can't be put on the map (%n)", self._others)
            return words if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return dataset.title
        if role == SECOND_LINE:
            return opendata_words.second_line(dataset, with_publisher=self._with_publisher)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(dataset)
        if role == Qt.ItemDataRole.ToolTipRole:
            return opendata_words.tip(dataset)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return opendata_words.spoken(dataset)
        return None

    def _icon(self, dataset: Dataset) -> QIcon | None:
        """Show whether shapes, a picture or a table comes of it; what can't be mapped has none."""
        if dataset.why_not:
            return None
        name = "mIconRaster" if dataset.kind in _PICTURES else "mIconTableLayer" if dataset.kind in TABLES else "mIconVector"
        if name not in self._icons:
            self._icons[name] = theme_icon(name)
        return self._icons[name]


class TwoLines(QStyledItemDelegate):
    """Draws a title and, paler, a line below it; all rows are equally high. A row without the second is a heading."""

    def sizeHint(self, option, index) -> QSize:
        line = option.fontMetrics.height()
        return QSize(8 * line, 2 * line + 2 * spacing(option.widget))

    def paint(self, painter, option, index) -> None:
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        title, icon, second = drawn.text, index.data(Qt.ItemDataRole.DecorationRole), index.data(SECOND_LINE)
        drawn.text, drawn.icon = "", QIcon()
        style = option.widget.style() if option.widget else QgsApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, option.widget)
        gap, side, line = spacing(option.widget), icon_size(), option.fontMetrics.height()
        box = option.rect.adjusted(gap, gap, -gap, -gap)
        painter.save()
        painter.setPen(_colour(drawn))
        if second is None:
            font = painter.font()
            font.setBold(True)
            painter.setFont(font)
            _draw(painter, box.adjusted(0, line, 0, 0), title)
        else:
            if icon is not None:
                icon.paint(painter, box.x(), box.y() + (line - side) // 2, side, side)
            box.adjust(side + 2 * gap, 0, 0, 0)
            _draw(painter, box, title)
            painter.setOpacity(2 / 3)
            _draw(painter, box.adjusted(0, line, 0, 0), second)
        painter.restore()


def _colour(option: QStyleOptionViewItem):
    state = QStyle.StateFlag
    group = QPalette.ColorGroup.Active if option.state & state.State_Active else QPalette.ColorGroup.Inactive
    role = QPalette.ColorRole.HighlightedText if option.state & state.State_Selected else QPalette.ColorRole.Text
    return option.palette.color(group, role)


def _draw(painter, box, text: str) -> None:
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, elided)
