"""Collapsible groups by keyboard: QGIS gives the focus to the group itself, where no key opens it."""

from __future__ import annotations

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QToolButton


def fold_button(group: QgsCollapsibleGroupBox) -> QToolButton:
    """Give the arrow of a group, which takes the group's place in the tab order and is called as the group."""
    group.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button = group.findChild(QToolButton, "collapseButton")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(group.title())
    return button
