"""The drill-ins of the Join page: the report of a match, what a column holds, and changing its codes."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QSize, Qt
from qgis.PyQt.QtWidgets import QPushButton, QToolButton, QWidget

from ..core import dates
from ..core.match_report import Miss
from ..work.joining import Prepared
from . import match_words
from .change_drill import ChangeDrill
from .check_drill import CheckDrill
from .column_work import Change
from .drill import Drill
from .figures_drill import FiguresDrill
from .icons import own_icon
from .join_drill import ReportDrill
from .lineage_drill import LineageDrill
from .measures import icon_size

_BADLY = 0.5  # with less than this share of matches it is worth asking what the column holds


class JoinDrills(QObject):
    """Opens the drill-ins, one over the other, and offers Check in the page's footer."""

    def __init__(self, page):
        super().__init__(page)
        self._page = page
        self._again = False  # whether the report is to be shown again
        self.report, self.check, self.change = ReportDrill(page), CheckDrill(page), ChangeDrill(page)
        self.lineage = LineageDrill(page)  # over any of them
        self.figures = FiguresDrill(page)
        self.report.change_wanted.connect(self._change_reported)
        self.report.lineage_wanted.connect(self._show_reported)
        self.check.lineage_wanted.connect(self.show_lineage)
        self.change.lineage_wanted.connect(self.show_lineage)
        self.check_button = page.add_row_action(self._check_button())
        self.check_button.clicked.connect(lambda: self.open("check"))

    @property
    def is_open(self) -> bool:
        return any(drill.is_open for drill in self._all)

    @property
    def _all(self) -> tuple[Drill, ...]:
        return self.report, self.check, self.change, self.lineage, self.figures

    def tab_order(self) -> list[QWidget]:
        return [widget for drill in self._all for widget in drill.tab_order()]

    def open(self, wish: str, field: str = "") -> None:
        """Look into the page's layer: "check" or "change" its codes (of its field of codes where none is named), "figures"."""
        layer, found = self._page.looked_at
        field = field or found
        if layer is None:
            return
        if wish == "figures":
            self.figures.open(layer)
        elif wish == "check":
            self.check.ask(layer, field)
        else:
            self.change.ask(layer, Change(field))

    def check_suspect(self, table: QgsVectorLayer | None) -> None:
        """Look into what little matches: a table of figures where there is one, else the layer."""
        if table is None:
            self.open("check")
        else:
            self.check.ask(table, self._page.prepared.key_field if self._page.prepared else "")

    def show_lineage(self, classification: int, code: str, day: datetime.date | None = None) -> None:
        """Open the life of a code as it was on a day; where none is given, on the dock's, or nearest to it."""
        self.lineage.open(classification, code, day or self._page.desk.context.day)

    def stop(self) -> None:
        """The layer or the question is another one: nothing of what was shown or is under way holds."""
        self.check.stop()
        self.change.stop()
        self.lineage.stop()
        self.figures.stop()
        self._again = self._again or (self.report.is_open and self._page.panels.is_beside)
        with self._focus_kept():
            self._page.close_panels()

    def show_again(self) -> None:
        """Show the report of another question where the former stood beside the form; who works there keeps the focus."""
        again, self._again = self._again, False
        if again and self._page.prepared is not None and not self.is_open:
            with self._focus_kept():
                self._page.open_report()

    @contextmanager
    def _focus_kept(self) -> Iterator[None]:
        """Who works in the form beside a drill-in stays there, whatever opens and closes meanwhile."""
        focused = self._page.window().focusWidget()
        in_form = focused is not None and self._page.choices.isAncestorOf(focused)
        yield
        if in_form:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self, look_again: Callable[[], None]) -> None:
        """Another day or language: what Change Codes shows is asked again for it, and so is what is under way."""
        change, check = self.change.asked, self.check.under_way
        look_again()
        if change:
            self.change.ask(*change)
        elif check:
            self.check.ask(*check)

    def press_primary(self) -> bool:
        """Do what the uppermost drill-in's primary says; False where it has none of its own."""
        if self.figures.is_open:
            self.figures.show()
        elif self.change.is_open:
            self.change.make()
        return self.figures.is_open or self.change.is_open

    @staticmethod
    def is_check_offered(prepared: Prepared | None, no_key: bool) -> bool:
        """Whether so little matches that Check is offered with the verdict."""
        report = prepared.report if prepared else None
        return no_key or (report is not None and 0 < report.matched < _BADLY * report.features)

    def paint(self, primary: QPushButton) -> None:
        """Show the primary as the uppermost drill-in has it."""
        hidden = self._page.panels.covers_form or self.check.is_open or self.figures.is_open
        self.check_button.setVisible(self._page.choices.layer is not None and not hidden)
        if self.lineage.is_open:
            primary.setVisible(False)
        elif self.figures.is_open:
            self.figures.paint_primary(primary)
        elif self.change.is_open:
            self.change.paint_primary(primary)
        elif self.check.is_open:
            primary.setVisible(False)

    def _show_reported(self, miss: Miss) -> None:
        prepared = self._page.prepared or self._page.joined
        if prepared is not None and prepared.classification:
            day = dates.parse(miss.last_valid) if miss.last_valid else None
            self.show_lineage(prepared.classification, miss.code, day)

    def _change_reported(self) -> None:
        """Change the codes of the report: from its division, where all of them are of that."""
        layer, _ = self._page.looked_at
        prepared = self._page.prepared
        if layer is None or prepared is None:
            return
        division, since, years = prepared.report.division, None, ""
        if division is not None and division.valid_codes == division.codes:
            since, years = dates.day_within(division.start, division.end), match_words.years(division)
        self.change.ask(layer, Change(prepared.field, prepared.classification, prepared.level, since, years))

    def _check_button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(own_icon("check"))
        button.setIconSize(QSize(icon_size(), icon_size()))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setText(self.tr("Check"))
        button.setToolTip(self.tr("See which classification and years the codes are from, and what to mend"))
        return button
