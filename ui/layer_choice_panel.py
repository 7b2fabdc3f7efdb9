"""Choosing among the layers of a service or a file, as a drill-in."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ..core.opendata_opening import LayerChoice
from ..core.text import fold
from .buttons import is_enter
from .forms import show_focus
from .icons import theme_icon
from .measures import icon_size, spacing
from .notes import readable_placeholder, wrapped_label

_CHOICE = Qt.ItemDataRole.UserRole
_ICONS = {
    "point": "mIconPointLayer",
    "line": "mIconLineLayer",
    "polygon": "mIconPolygonLayer",
    "picture": "mIconRaster",
    "table": "mIconTableLayer",
}
_FILTER_FROM = 10  # layers


class LayerChoicePanel(QWidget):
    """Layers to tick. Enter on a row ticks it; those that a filter hides stay ticked."""

    changed = pyqtSignal()

    def __init__(self, headline: str, layers: Sequence[LayerChoice], parent: QWidget | None = None):
        super().__init__(parent)
        self.headline = wrapped_label(headline)
        self.headline.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.search = QgsFilterLineEdit()
        self.search.setShowSearchIcon(True)
        self.search.setShowClearButton(True)
        self.search.setPlaceholderText(self.tr("Filter by words"))
        self.search.setAccessibleName(self.tr("Filter by words"))
        self.search.setVisible(len(layers) >= _FILTER_FROM)
        readable_placeholder(self.search)
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        show_focus(self.list)
        self.list.setIconSize(QSize(icon_size(), icon_size()))
        self.list.setAccessibleName(self.tr("Layers"))
        for layer in layers:
            self.list.addItem(_item(layer))
        if layers:
            self.list.setCurrentRow(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(self))
        layout.addWidget(self.headline)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        self.search.textChanged.connect(self._filter)
        self.list.itemChanged.connect(lambda _: self.changed.emit())
        self.list.installEventFilter(self)

    def tab_order(self) -> list[QWidget]:
        return [self.headline, self.search, self.list]

    def chosen(self) -> tuple[LayerChoice, ...]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(item.data(_CHOICE) for item in items if item.checkState() == Qt.CheckState.Checked)

    def eventFilter(self, watched, event) -> bool:
        if event.type() == event.Type.KeyPress and is_enter(event) and self.list.currentItem():
            item = self.list.currentItem()
            is_on = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)
            return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        words = fold(text).split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            told = fold(f"{item.text()} {item.data(_CHOICE).name}")
            item.setHidden(not all(word in told for word in words))


def _item(layer: LayerChoice) -> QListWidgetItem:
    item = QListWidgetItem(theme_icon(_ICONS.get(layer.shape, "mIconVector")), layer.title or layer.name)
    item.setData(_CHOICE, layer)
    item.setToolTip("\n".join(dict.fromkeys((layer.title or layer.name, layer.name))))
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Unchecked)
    return item
