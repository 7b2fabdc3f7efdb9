"""The tabs of the dock: words while they fit, icons and the current word where they do not."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QSizePolicy, QTabBar

from .measures import em, icon_size

ICONS_FROM = 420  # pixels: from here icons stand beside the words


class PageTabs(QTabBar):
    """A tab bar that never cuts a word."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._words: list[str] = []
        self._icons: list[QIcon] = []
        self._shown: tuple | None = None
        self.setExpanding(True)
        self.setUsesScrollButtons(False)
        self.setDrawBase(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(icon_size(), icon_size()))
        self.currentChanged.connect(lambda _: self._paint())

    def add_page(self, words: str, icon: QIcon) -> None:
        self._words.append(words)
        self._icons.append(icon)
        index = self.addTab(words)
        self.setTabToolTip(index, words)
        if hasattr(self, "setAccessibleTabName"):
            self.setAccessibleTabName(index, words)  # Qt 5.15 and later
        self._paint()

    def resizeEvent(self, event) -> None:
        self._paint()
        super().resizeEvent(event)

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if hasattr(self, "_shown"):
            self._shown = None
            self._paint()

    def _paint(self) -> None:
        fits = self._width_of_words() <= self.width()
        icons = not fits or self.width() >= ICONS_FROM
        state = (fits, icons, self.currentIndex(), len(self._words))
        if state == self._shown:
            return
        self._shown = state
        for index, words in enumerate(self._words):
            self.setTabText(index, words if fits or index == self.currentIndex() else "")
            self.setTabIcon(index, self._icons[index] if icons else QIcon())

    def tabSizeHint(self, index: int) -> QSize:
        """Ask for what words and icon need: dark themes pad tabs so much that the last one would be cut."""
        hint, words = super().tabSizeHint(index), self.tabText(index)
        icon = self.iconSize().width() if not self.tabIcon(index).isNull() else 0
        needed = self.fontMetrics().horizontalAdvance(words) + icon + (5 * em(self) // 2 if words else 5 * em(self) // 3)
        return QSize(min(hint.width(), needed), hint.height())

    def comfortable_width(self) -> int:
        """Give the width from which every tab has its words."""
        return self._width_of_words() + em(self)

    def _width_of_words(self) -> int:
        padding = 2 * em(self) + (em(self) // 2)
        return sum(self.fontMetrics().horizontalAdvance(words) + padding for words in self._words)
