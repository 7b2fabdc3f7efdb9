"""A combo box whose items are checked."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsCheckableComboBox


def on_checks(box: QgsCheckableComboBox, slot: Callable[[], None]) -> None:
    """Call `slot` whenever other items are checked; by itself QGIS's box tells of the mouse, and of the keyboard not always."""

    def tell(_: object) -> None:
        if not box.signalsBlocked():
            slot()

    box.checkedItemsChanged.connect(tell)
    box.model().itemChanged.connect(tell)
