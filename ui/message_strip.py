"""One strip above the map: what is under way, and what came of it. For work that was not asked for in the dock."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton

_MOST = 8  # sentences that are remembered


class MessageStrip(QObject):
    """Says one thing at a time: what is said next takes the place of what was said before."""

    closed = pyqtSignal()  # by the user, or since its time was over

    def __init__(self, bar: QgsMessageBar, parent: QObject | None = None):
        super().__init__(parent)
        self._bar, self._strip = bar, None
        self._said: deque[str] = deque(maxlen=_MOST)
        self._last: tuple = ("", None, "info", 0)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._take_echoes)
        bar.widgetAdded.connect(self._on_added)

    def say(
        self, words: str, action: tuple[str, Callable[[], object]] | None = None, *, kind: str = "info", seconds: int = 0
    ) -> None:
        """Say something, with a button where there is one. `kind` is info, success or problem; it stands until it is closed,
        or for some seconds."""
        self._said.append(words)
        self._last = (words, action, kind, seconds)
        strip, is_new = self._strip, self._strip is None
        if is_new:
            self._strip = strip = self._bar.createMessage("Klasskart", words)
            strip.destroyed.connect(self._on_gone)
        for button in strip.findChildren(QPushButton):
            button.setParent(None)
            button.deleteLater()
        levels = {"success": Qgis.MessageLevel.Success, "problem": Qgis.MessageLevel.Warning}
        strip.setText(words)
        strip.setLevel(levels.get(kind, Qgis.MessageLevel.Info))
        strip.setDuration(seconds)
        if action:
            button = QPushButton(action[0], strip)
            button.clicked.connect(lambda: action[1]())
            strip.layout().addWidget(button)
        if is_new:
            self._bar.pushItem(strip)

    def text(self) -> str:
        return self._strip.text() if self._strip is not None else ""

    def clear(self) -> None:
        strip, self._strip = self._strip, None
        if strip is not None:
            strip.destroyed.disconnect(self._on_gone)
            self._bar.popWidget(strip)

    def _on_added(self, _item: object) -> None:
        self._soon.start()  # and not at once: the bar is at work

    def _take_echoes(self) -> None:
        """Take away what QGIS says over it: of every long job it tells that it has ended, by the words we began it with."""
        if self._strip is None:
            return
        items = filter(None, self._bar.items())  # QGIS 3.22 lists those that are gone, too
        echoes = [item for item in items if item is not self._strip and item.text() in self._said]
        for item in echoes:
            self._bar.popWidget(item)
        if echoes:  # said again: QGIS goes on counting down for what was taken away
            words, action, kind, seconds = self._last
            self.clear()
            self.say(words, action, kind=kind, seconds=seconds)

    def _on_gone(self) -> None:
        self._strip = None
        self.closed.emit()
