"""The drill-ins of the Codes page, and the buttons of its footer that open them."""

from __future__ import annotations

import datetime

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from .buttons import icon_button
from .changes_drill import ChangesDrill
from .icons import own_icon
from .lineage_drill import LineageDrill
from .measures import em, icon_size


class CodesDrills(QObject):
    """Opens what can be seen of codes beside their list: the life of one, and what changed between two days."""

    def __init__(self, page):
        super().__init__(page)
        self._page = page
        self.lineage = LineageDrill(page)
        self.changes = ChangesDrill(page)
        self._drills = (self.changes, self.lineage)  # the latter may lie over the former
        self._buttons: list[QToolButton] = []  # in the order in which they say their names while there is room
        self.lineage_button = self._footer_button("lineage", self.tr("Show Lineage"))
        self.lineage_button.clicked.connect(lambda: self.show_lineage())
        self.changes_button = self._footer_button("changes", self.tr("Changes"))
        self.changes_button.setToolTip(self.tr("See what changed between two dates"))
        self.changes_button.clicked.connect(lambda: self.show_changes())

    @property
    def is_open(self) -> bool:
        return any(drill.is_open for drill in self._drills)

    def tab_order(self) -> list[QWidget]:
        return [widget for drill in self._drills for widget in drill.tab_order()]

    def show_lineage(self, code: str = "") -> None:
        """Open the life of a code; of the one that is selected where none is given."""
        chosen = code or self._page.only_chosen()
        if chosen:
            self.show_life(chosen, self._page.desk.context.day)

    def show_life(self, code: str, day: datetime.date) -> None:
        """Open the life of a code as it was on a day."""
        self.lineage.open(self._page.units.classification, code, day)

    def show_changes(self) -> None:
        """Open what changed between two dates, in the place of whatever is open."""
        if not self.changes.is_open or self.lineage.is_open:
            self._page.close_panels()
        self.changes.open()

    def escape(self) -> bool:
        """Clear the search of the drill-in in sight; False where there is none."""
        return not self.lineage.is_open and self.changes.escape()

    def keep(self) -> None:
        """The page is about another classification, day or language."""
        self.changes.keep()

    def run_primary(self) -> bool:
        """Do what the primary says where it is a drill-in's; else False."""
        if not self._has_primary:
            return False
        self.changes.add_table()
        return True

    @property
    def _has_primary(self) -> bool:
        return self.changes.is_open and not self.lineage.is_open

    def paint(self) -> None:
        """The buttons stand where the list does, and can be pressed where they have something to show."""
        for button in self._buttons:
            button.setVisible(not self._page.panels.covers_form)
        self.lineage_button.setEnabled(bool(self._page.only_chosen()))
        if self._has_primary:
            self.changes.paint_primary(self._page.primary)

    def fit(self, room: int) -> None:
        """Let the buttons say their names where the footer has so many pixels for them."""
        styles = Qt.ToolButtonStyle
        for button in self._buttons:
            icon = icon_size() + em(self._page)
            words = icon + button.fontMetrics().horizontalAdvance(button.text())
            button.setToolButtonStyle(styles.ToolButtonTextBesideIcon if words <= room else styles.ToolButtonIconOnly)
            room -= words if words <= room else icon

    def _footer_button(self, icon: str, words: str) -> QToolButton:
        button = self._page.add_row_action(icon_button(own_icon(icon), words))
        button.setText(words)
        button.setMinimumWidth(icon_size() + em(self._page) // 2)  # its words must not keep the dock wide
        self._buttons.append(button)
        return button
