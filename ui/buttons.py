"""Buttons that are an icon: small, flat, with a name for screen readers, and reachable with Tab."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QIcon
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
