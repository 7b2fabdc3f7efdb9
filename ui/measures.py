"""Sizes in em of the application font, so that the dock follows it."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QWidget


def em(widget: QWidget) -> int:
    """Give the size of the widget's font in pixels."""
    return max(8, widget.fontMetrics().ascent())


def margin(widget: QWidget) -> int:
    return em(widget) // 2


def spacing(widget: QWidget) -> int:
    return em(widget) // 3


def icon_size() -> int:
    """Give the size of a small icon on this screen."""
    return int(QgsApplication.scaleIconSize(16))
