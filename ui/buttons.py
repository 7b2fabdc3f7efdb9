"""Buttons that are an icon: small, flat, with a name for screen readers, and reachable with Tab."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QIcon, QKeyEvent
from qgis.PyQt.QtWidgets import QToolButton

from .measures import icon_size


def icon_button(icon: QIcon, words: str) -> QToolButton:
    """Give a button that shows an icon; `words` are its tooltip and its accessible name."""
    button = QToolButton()
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setIcon(icon)
    button.setIconSize(QSize(icon_size(), icon_size()))
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button


def word_button(words: str, about: str = "") -> QToolButton:
    """Give a button that says something, for where several stand together; `about` is its tooltip."""
    button = QToolButton()
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setText(words)
    button.setToolTip(about)
    return button


def fit_words(buttons: Sequence[QToolButton], room: int) -> None:
    """Let buttons say their names, the first ones first, where there are so many pixels for them; else show their icons."""
    icon, beside = Qt.ToolButtonStyle.ToolButtonIconOnly, Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    left = room - sum(_width(button, icon) for button in buttons)
    for button in buttons:
        more = _width(button, beside) - _width(button, icon)
        fits = more <= left
        left -= more if fits else 0
        button.setToolButtonStyle(beside if fits else icon)
        if button.toolTip() in ("", button.text()):  # it has nothing else to tell
            button.setToolTip("" if fits else button.text())


def _width(button: QToolButton, style: Qt.ToolButtonStyle) -> int:
    """Give the width that a button asks for in a style; themes pad them as they like."""
    before = button.toolButtonStyle()
    button.setToolButtonStyle(style)
    width = button.sizeHint().width()
    button.setToolButtonStyle(before)
    return width


def is_enter(event: QKeyEvent) -> bool:
    """Whether a key is Enter by itself: with Ctrl it is the page's primary."""
    with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not with_ctrl
