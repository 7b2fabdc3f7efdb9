"""What every drill-in of a page is: a panel that stands over the form, or beside it, while it is open."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget


class Drill(QObject):
    """Base of those: `_panel` and the frame that the page puts around it, both None while it is closed."""

    def __init__(self, page):
        super().__init__(page)
        self._page = page
        self._panel = None
        self._frame: QWidget | None = None

    @property
    def is_open(self) -> bool:
        return self._panel is not None

    @property
    def panel(self):
        return self._panel

    def tab_order(self) -> list[QWidget]:
        return self._panel.tab_order() if self._panel else []
