"""The pages of help: Markdown in docs/, which is in the zip with its pictures, so that it can be read without a network.

Those in bokmål are in docs/nb, under the same names.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtCore import QObject, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices

SCHEME = "klasskart-help"  # addresses of it are opened by the plugin's own window
FOLDER = Path(__file__).resolve().parents[1] / "docs"
CONTENTS = "index"
_IN_NORWEGIAN = FOLDER / "nb"
_NORWEGIAN = ("nb", "nn")  # who reads nynorsk reads bokmål rather than English
_IN_THE_REPOSITORY = "https://github.com/klasskart/klasskart/blob/main/docs"


def path_of(page: str, language: str = "en") -> Path:
    """Give the file of a page, by its name without the ending, in a language of the plugin (nb, nn, en) if it is there in it.

    Where there is no such page in any language, the contents.
    """
    folders = [_IN_NORWEGIAN, FOLDER] if language in _NORWEGIAN else [FOLDER]
    asked = (folder / f"{name}.md" for name in (page, CONTENTS) for folder in folders)
    return next(path for path in asked if path.parent in folders and path.is_file())


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
