"""The drill-ins of the Codes page, and the buttons of its footer that open them."""

from __future__ import annotations

import datetime

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from .about_drill import AboutDrill
from .buttons import fit_words, icon_button
from .changes_drill import ChangesDrill
from .find_drill import FindDrill
from .icons import own_icon, theme_icon
from .lineage_drill import LineageDrill
from .measures import em, icon_size


class CodesDrills(QObject):
    """Opens what can be seen of codes beside their list: the life of one, and what changed between two days; and the list of
    all classifications, and what one of them is about. Lineage may lie over changes, About over the list."""

    def __init__(self, page):
        super().__init__(page)
        self._page = page
        self.lineage = LineageDrill(page)
        self.changes = ChangesDrill(page)
        self.find, self.about = FindDrill(page), AboutDrill(page)
        self._drills = (self.changes, self.lineage, self.find, self.about)
        self._language = page.desk.context.language
        self._buttons: list[QToolButton] = []  # in the order in which they say their names while there is room
        self.lineage_button = self._footer_button("lineage", self.tr("Show Lineage"))
        self.lineage_button.clicked.connect(lambda: self.show_lineage())
        self.changes_button = self._footer_button("changes", self.tr("Changes"))
        self.changes_button.setToolTip(self.tr("See what changed between two dates"))
        self.changes_button.clicked.connect(lambda: self.show_changes())
        self.about_button = page.add_row_action(self._about_button())
        self.about_button.clicked.connect(self._about_found)

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

    def show_life(self, code: str, day: datetime.date, classification: int = 0) -> None:
        """Open the life of a code as it was on a day; of the classification in sight where none is given."""
        if self.find.is_open or self.about.is_open:
            self._page.close_panels()
        self.lineage.open(classification or self._page.units.classification, code, day)

    def show_changes(self) -> None:
        """Open what changed between two dates, in the place of whatever is open."""
        if not self.changes.is_open or self.lineage.is_open:
            self._page.close_panels()
        self.changes.open()

    def show_find(self, words: str = "") -> None:
        """Open the list of all classifications, searched for words, in the place of whatever is open."""
        if not self.find.is_open or self.about.is_open:
            self._page.close_panels()
        self.find.open(words)

    def show_about(self, number: int) -> None:
        """Open what a classification is about: over the list of them, else in the place of whatever is open."""
        if self.changes.is_open or self.lineage.is_open:
            self._page.close_panels()
        self.about.open(number)

    def escape(self) -> bool:
        """Clear the search of the drill-in in sight; False where there is none."""
        if self.lineage.is_open or self.about.is_open:
            return False
        return self.changes.escape() or self.find.escape()

    def filter_line(self) -> QWidget | None:
        """What Ctrl+F goes to in the drill-in in sight; None where it has nothing to search."""
        if self.about.is_open or self.lineage.is_open:
            return None
        panel = self.find.panel or self.changes.panel
        return panel.search if panel else None

    def focus_place(self) -> QWidget | None:
        """Where the focus goes when a drill-in was closed over the list of classifications."""
        return self.find.panel.list if self.find.panel else None

    def keep(self) -> None:
        """The page is about another classification, day or language."""
        self.changes.keep()
        language, self._language = self._language, self._page.desk.context.language
        if language != self._language:
            self.find.on_language()
            self.about.on_language()

    def run_primary(self) -> bool:
        """Do what the primary says where it is a drill-in's; else False."""
        with_primary = self._with_primary
        if with_primary is None:
            return False
        with_primary.run_primary()
        return True

    @property
    def _with_primary(self) -> ChangesDrill | FindDrill | AboutDrill | None:
        """The drill-in in sight, where it has a primary."""
        if self.lineage.is_open:
            return None
        return next((drill for drill in (self.about, self.find, self.changes) if drill.is_open), None)

    def _about_found(self) -> None:
        chosen = self.find.chosen()
        if chosen is not None:
            self.show_about(chosen.id)

    def paint(self) -> None:
        """The buttons stand where the list does, and can be pressed where they have something to show."""
        for button in self._buttons:
            button.setVisible(not self._page.panels.covers_form)
        self.lineage_button.setEnabled(bool(self._page.only_chosen()))
        finding = self.find.is_open and not self.about.is_open
        self.about_button.setVisible(finding)
        self.about_button.setEnabled(finding and self.find.chosen() is not None)
        if self._with_primary is not None:
            self._with_primary.paint_primary(self._page.primary)

    def fit(self, room: int) -> None:
        """Let the buttons say their names where the footer has so many pixels for them."""
        fit_words(self._buttons, room)

    def _about_button(self) -> QToolButton:
        button = icon_button(theme_icon("mActionPropertiesWidget"), self.tr("About"))
        button.setText(self.tr("About"))
        button.setToolTip(self.tr("What the chosen classification is about, its versions and tables"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _footer_button(self, icon: str, words: str) -> QToolButton:
        button = self._page.add_row_action(icon_button(own_icon(icon), words))
        button.setText(words)
        button.setMinimumWidth(icon_size() + em(self._page) // 2)  # its words must not keep the dock wide
        self._buttons.append(button)
        return button
