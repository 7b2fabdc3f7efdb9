"""What stands where a list would: an icon, a headline, a sentence of what to do, and at most two buttons."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from .icons import theme_icon
from .measures import em, icon_size, spacing
from .notes import NoteAction, wrapped_label


class EmptyState(QWidget):
    """Not asked, none, could not ask: told apart by icon and words, each with its next step."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._icon = QLabel()
        self.headline = wrapped_label()
        self.headline.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words = wrapped_label()
        self.buttons: list[QPushButton] = []
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(spacing(self))
        font = self.headline.font()
        font.setBold(True)
        self.headline.setFont(font)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * spacing(self))
        layout.setContentsMargins(em(self), 2 * em(self), em(self), em(self))
        layout.addWidget(self._icon)
        layout.addWidget(self.headline)
        layout.addWidget(self.words)
        layout.addLayout(self._buttons)
        layout.addStretch(1)

    def tell(self, headline: str, words: str = "", actions: Sequence[NoteAction] = (), icon: str = "") -> None:
        """Say it. `icon` is a name of the QGIS theme."""
        self.headline.setText(headline)
        self.headline.setVisible(bool(headline))
        self.words.setText(words)
        self.words.setVisible(bool(words))
        size = QSize(2 * icon_size(), 2 * icon_size())
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.setPixmap(theme_icon(icon).pixmap(size))
        self._set_buttons(actions)

    def _set_buttons(self, actions: Sequence[NoteAction]) -> None:
        for button in self.buttons:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for action in actions:
            button = QPushButton(action.text)
            button.clicked.connect(lambda _=False, run=action.run: run())
            self._buttons.addWidget(button)
            self.buttons.append(button)
