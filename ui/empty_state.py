"""What stands where a list would: an icon, a headline, a sentence of what to do, and at most two buttons."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from .icons import theme_icon
from .measures import em, icon_size, spacing
from .notes import NoteAction, wrapped_label


class EmptyState(QWidget):
    """Not asked, none, could not ask: told apart by icon and words, each with its next step."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._said: tuple | None = None
        self._runs: list = []
        self._icon = QLabel()
        self.headline = wrapped_label()
        self.headline.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words = wrapped_label()
        self.details = wrapped_label()
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
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
        layout.addWidget(self.details)
        layout.addStretch(1)

    def tell(
        self, headline: str, words: str = "", actions: Sequence[NoteAction] = (), icon: str = "", details: str = ""
    ) -> None:
        """Say it. `icon` is a name of the QGIS theme; `details` are shown when asked for."""
        said = (headline, words, tuple(action.text for action in actions), icon, details)
        self._runs = [action.run for action in actions]
        if said == self._said:
            return  # the same again: whoever stands on a button keeps the focus
        self._said = said
        self.details.setText(details)
        self.details.hide()
        self.headline.setText(headline)
        self.headline.setVisible(bool(headline))
        self.words.setText(words)
        self.words.setVisible(bool(words))
        size = QSize(2 * icon_size(), 2 * icon_size())
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.setPixmap(theme_icon(icon).pixmap(size))
        self._set_buttons([action.text for action in actions])
        if details:
            self._add_details_button()

    def _set_buttons(self, words: Sequence[str]) -> None:
        for button in self.buttons:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for number, text in enumerate(words):
            button = QPushButton(text)
            button.clicked.connect(lambda _=False, number=number: self._runs[number]())
            self._buttons.addWidget(button)
            self.buttons.append(button)

    def _add_details_button(self) -> None:
        button = QPushButton(QCoreApplication.translate("Notes", "Details"))
        button.setCheckable(True)
        button.toggled.connect(self.details.setVisible)
        self._buttons.addWidget(button)
        self.buttons.append(button)
