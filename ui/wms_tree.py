"""The layers of a map service as the server nests them."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel
from qgis.PyQt.QtWidgets import QAbstractItemView, QTreeView

from ..clients.wfs import FeatureType
from .icons import theme_icon

_LAYER = Qt.ItemDataRole.UserRole


class WmsTree(QTreeView):
    """Groups and layers by title. A chosen group stands for the layers below it: groups are not added themselves."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Layers of the Map Service"))

    def show_layers(self, layers) -> None:
        """Show the root layers (`clients.wms.WmsLayer`, or those of tiles and features) with what is below them."""
        self._model.clear()
        for layer in layers:
            self._model.appendRow(_item(layer))
        self.expandToDepth(1)
        self._model.setColumnCount(1)

    def chosen_layers(self) -> list:
        """The selected layers, and those below selected groups, each once and in the server's order."""
        chosen = [index.data(_LAYER) for index in self.selectionModel().selectedRows()]
        wanted = {id(leaf) for layer in chosen for leaf in leaves(layer)}
        roots = [self._model.item(row).data(_LAYER) for row in range(self._model.rowCount())]
        return [leaf for root in roots for leaf in leaves(root) if id(leaf) in wanted]


def leaves(layer) -> list:
    """The layers that can be asked for at the ends of a layer's tree."""
    if not layer.children:
        return [layer] if layer.name else []
    return [leaf for child in layer.children for leaf in leaves(child)]


def _item(layer) -> QStandardItem:
    item = QStandardItem(layer.title or layer.name)
    item.setData(layer, _LAYER)
    kind = "mIconVector" if isinstance(layer, FeatureType) else "mIconRaster"
    item.setIcon(theme_icon("mActionFolder" if layer.children else kind))
    about = "\n".join(part for part in (layer.title, layer.name, layer.abstract) if part)
    item.setToolTip(about)
    for child in layer.children:
        item.appendRow(_item(child))
    return item
