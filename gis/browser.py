"""Klasskart in QGIS's browser panel, as QGIS loads it at start: what stands in the panel is made when somebody looks at it."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis, QgsDataItem, QgsDataItemProvider, QgsDataProvider, QgsMimeDataUtils
from qgis.gui import QgsCustomDropHandler
from qgis.PyQt.QtGui import QIcon

KEY = "klasskart"  # of the provider, and of what is dragged
ROOT = "klasskart:"

Act = Callable[[str], None]


class Browser(QgsDataItemProvider):
    """Offers the one root. `act(wish)` is what an item leads to; `services` are those whose layers are known, by address."""

    def __init__(self, icon: QIcon, act: Act):
        super().__init__()
        self._icon = icon
        self.act = act
        self.services: dict[str, object] = {}

    def name(self) -> str:
        return KEY

    def capabilities(self):
        if hasattr(Qgis, "DataItemProviderCapabilities"):  # from QGIS 3.36 on, which takes no number
            return Qgis.DataItemProviderCapabilities(Qgis.DataItemProviderCapability.NetworkSources)
        return int(QgsDataProvider.DataCapability.Net)

    def createDataItem(self, path: str, parent: QgsDataItem | None) -> QgsDataItem | None:
        if path:
            return None
        from .browser_items import root

        return root(self, parent, self._icon)


class DropHandler(QgsCustomDropHandler):
    """Takes what was dragged out of our folders, on the map and elsewhere."""

    def __init__(self, act: Act):
        super().__init__()
        self._act = act

    def customUriProviderKey(self) -> str:
        return KEY

    def handleCustomUriDrop(self, uri: QgsMimeDataUtils.Uri) -> None:
        self._act(uri.uri)

    def canHandleCustomUriCanvasDrop(self, uri: QgsMimeDataUtils.Uri, canvas) -> bool:
        return uri.providerKey == KEY

    def handleCustomUriCanvasDrop(self, uri: QgsMimeDataUtils.Uri, canvas) -> bool:
        self._act(uri.uri)
        return True
