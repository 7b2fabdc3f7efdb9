"""The pages of help: Markdown in docs/, which is in the zip with its pictures, so that it can be read without a network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtCore import QObject, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices

SCHEME = "klasskart-help"  # addresses of it are opened by the plugin's own window
FOLDER = Path(__file__).resolve().parents[1] / "docs"
CONTENTS = "index"
_IN_THE_REPOSITORY = "https://github.com/klasskart/klasskart/blob/main/docs"


def path_of(page: str) -> Path:
    """Give the file of a page, by its name without the ending; that of the contents where there is no such page."""
    asked = FOLDER / f"{page}.md"
    return asked if asked.parent == FOLDER and asked.is_file() else FOLDER / f"{CONTENTS}.md"


def address_for(page: str) -> str:
    """Give what the Help button of an algorithm opens: our window in the desktop, the repository elsewhere."""
    from qgis.utils import iface

    return f"{SCHEME}:{page}" if iface is not None else f"{_IN_THE_REPOSITORY}/{page}.md"


class HelpAddresses(QObject):
    """Catches addresses of our scheme, wherever in QGIS one is opened, and hands on the page."""

    def __init__(self, open_page: Callable[[str], None], parent: QObject):
        super().__init__(parent)
        self._open_page = open_page
        QDesktopServices.setUrlHandler(SCHEME, self, "open_address")

    @pyqtSlot(QUrl)
    def open_address(self, url: QUrl) -> None:
        self._open_page(url.path())

    def close(self) -> None:
        QDesktopServices.unsetUrlHandler(SCHEME)
