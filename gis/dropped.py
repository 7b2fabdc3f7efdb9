"""How objects of ours leave QGIS's window."""

from __future__ import annotations

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject


def dropped(thing: QObject) -> None:
    """Take an object out of the window now; Qt deletes it when it comes to that, maybe after the plugin is loaded again.

    Qt alone: an object without a parent is Python's, which would delete it in whichever thread it comes to that.
    """
    thing.setParent(None)
    sip.transferto(thing, None)
    thing.deleteLater()
