"""The items of the browser panel: folders, and what goes to the map.

Every item is quick enough for the main thread, and stays there: in a worker PyQt would get hold of QGIS's items (see
`gis/courier`). Nothing is asked while the tree is drawn or opened: QGIS opens it at start as it was left. A double click asks.
"""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import Qgis, QgsDataCollectionItem, QgsDataItem, QgsMimeDataUtils
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QWidget

from .browser import KEY, ROOT, Browser


class Entry(NamedTuple):
    """What stands in the tree: the last part of its path, words, icon, and as text what a double click wishes ("": nothing).

    `menu` holds words and wishes of its context menu. It can be dragged where it `can_be_added`. `order` is
    its place among the others, where it is not the one in which they are given: QGIS keeps an item that it knows where it is.
    """

    key: str
    words: str
    icon: QIcon
    wish: str = ""
    is_folder: bool = False
    can_be_added: bool = False
    menu: tuple[tuple[str, str], ...] = ()
    tip: str = ""
    order: object = None


def root(browser: Browser, parent: QgsDataItem | None, icon: QIcon) -> QgsDataItem:
    """Make the one item at the top."""
    return Folder(browser, parent, ROOT, Entry("", "Klasskart", icon, is_folder=True))


class _Item:
    """What folders and leaves share: a double click, a menu, and being dragged where they can be added."""

    _browser: Browser
    _entry: Entry

    def handleDoubleClick(self) -> bool:
        """Wish; a folder that is none to be added is opened, too."""
        if self._entry.wish:
            self._browser.act(self._entry.wish)
        return self._entry.can_be_added or not self._entry.is_folder

    def hasDragEnabled(self) -> bool:
        return self._entry.can_be_added

    def mimeUris(self) -> list[QgsMimeDataUtils.Uri]:
        if not self._entry.can_be_added:
            return []
        uri = QgsMimeDataUtils.Uri()
        uri.layerType, uri.providerKey = "custom", KEY
        uri.name, uri.uri = self._entry.words, self._entry.wish
        return [uri]

    def actions(self, parent: QWidget) -> list[QAction]:
        found = []
        for words, wish in self._entry.menu:
            action = QAction(words, parent)
            action.triggered.connect(lambda _, wish=wish: self._browser.act(wish))
            found.append(action)
        return found


class Folder(_Item, QgsDataCollectionItem):
    """A folder of the tree, filled when it is opened."""

    def __init__(self, browser: Browser, parent: QgsDataItem | None, path: str, entry: Entry):
        super().__init__(parent, entry.words, path, KEY)
        self._browser, self._entry = browser, entry
        self.setIcon(entry.icon)
        self.setToolTip(entry.tip or entry.words)
        self.setCapabilitiesV2(self.capabilities2() | Qgis.BrowserItemCapability.Fast)
        if not entry.key:
            self.setSortKey(" 9 Klasskart")

    def createChildren(self) -> list[QgsDataItem]:
        from .browser_contents import entries

        children: list[QgsDataItem] = []
        for place, entry in enumerate(entries(self.path(), self._browser.services)):
            make = Folder if entry.is_folder else Leaf
            child = make(self._browser, self, f"{self.path()}/{entry.key}", entry)
            child.setSortKey(place if entry.order is None else entry.order)
            children.append(child)
        return children


class Leaf(_Item, QgsDataItem):
    """What goes to the map, or asks for more."""

    def __init__(self, browser: Browser, parent: QgsDataItem, path: str, entry: Entry):
        super().__init__(Qgis.BrowserItemType.Custom, parent, entry.words, path, KEY)
        self._browser, self._entry = browser, entry
        self.setIcon(entry.icon)
        self.setToolTip(entry.tip or entry.words)
        self.setState(Qgis.BrowserItemState.Populated)  # there is nothing below
