"""The Open Data page: what a kommune publishes, whichever catalogue holds it, and the way of it onto the map."""

from __future__ import annotations

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from ..core.errors import NotAsked
from ..core.opendata import Dataset, Distribution
from ..core.opendata_list import DatasetList, Limits, Listed
from . import opendata_words
from .buttons import icon_button
from .catalogue_lines import CatalogueLines
from .icons import theme_icon
from .kommune_choice import KommuneChoice
from .measures import spacing
from .notes import Note, muted, readable_placeholder, wrapped_label
from .opendata_adding import OpenDataAdding
from .opendata_asked import OpenDataAsked
from .opendata_drill import OpenDataDrill
from .opendata_limits import OpenDataLimits
from .opendata_menu import OpenDataMenu
from .opendata_questions import Question
from .opendata_told import OpenDataTold
from .opendata_view import OpenDataView
from .page import Page, scrolling
from .scope_box import ScopeBox
from .search_keys import on_down
from .wording import counted, number_text

_NOTE = "opendata"


class OpenDataPage(Page):
    """States: no kommune, waiting, listed, none, failed. `paint` draws the one that holds."""

    scrolls = False

    def __init__(self, desk, parent: QWidget | None = None):
        super().__init__(desk, parent)
        self.setObjectName("KlasskartOpenDataPage")
        self.asked = OpenDataAsked(desk, self)
        self.adding = OpenDataAdding(self)
        self.choice = KommuneChoice(self)
        self.listed = Listed()
        self._offered: DatasetList | None = None  # that the list and its limits were made of
        self.no_kommune = muted(wrapped_label(self.tr("No kommune chosen"), least=8))
        self.menu = OpenDataMenu(self)
        self.scope = ScopeBox()
        self.search = QgsFilterLineEdit()
        self.more = icon_button(theme_icon("mActionFilter2"), self.tr("Kind, Licence, Catalogue, Order"))
        self.limits = OpenDataLimits(str(desk.settings.get("opendata/order")))
        self.limits_words = muted(wrapped_label())
        self.view = OpenDataView()
        self.empty = OpenDataTold(self)
        self.count = muted(wrapped_label())
        self.refresh = icon_button(theme_icon("mActionRefresh"), self.tr("Ask Again"))
        self.lines = CatalogueLines()
        self.drill = OpenDataDrill(self)
        self.details_button = self.add_row_action(self._details_button())
        self._build()
        self._connect()
        self.paint()

    # --- what the dock asks ---------------------------------------------------------------

    def first_focus(self) -> QWidget | None:
        return self.search if self.choice.number else None

    def filter_line(self) -> QWidget | None:
        return self.adding.filter_line() or (None if self.panels.covers_form else self.search)

    def tab_order(self) -> list[QWidget]:
        head = [self.choice.point_button, self.menu.button, self.scope, self.search, self.more, *self.limits.tab_order()]
        return [
            *head,
            self.view,
            *self.empty.buttons,
            self.refresh,
            *self.lines.buttons,
            *self.drill.tab_order(),
            *self.adding.tab_order(),
        ]

    def escape(self) -> bool:
        if self.choice.stop():
            return True
        in_list = not (self.panels.covers_form or self.panels.has_focus)
        if in_list and self.search.text():
            self.search.clear()
            return True
        return super().escape()

    def on_shown(self) -> None:
        if self.isVisible():
            self.drill.show_mark()
            self._ask_if_other()

    def hideEvent(self, event) -> None:
        self.choice.stop()
        self.drill.mark.clear()
        super().hideEvent(event)

    # --- asking -----------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask the catalogues about the kommune of the context."""
        question = self._wanted()
        self.notes.clear(_NOTE)
        self.close_panels()
        if question is None:
            self.asked.forget()
            self._on_found()
            return
        self.asked.ask(question, self._asking())

    def _wanted(self) -> Question | None:
        number = self.choice.number
        return Question(number, covering=self.scope.is_covering) if number else None

    def _ask_if_other(self) -> None:
        if self.isVisible() and self.asked.question != self._wanted():
            self.ask()
        else:
            self.paint()

    def _asking(self) -> str:
        return self.tr("Asking the catalogues about {} …").format(self.choice.name)

    def _again(self) -> None:
        """Ask all of them anew; what stands there stays until they have answered."""
        self.notes.clear(_NOTE)
        found = self.asked.found
        if found is None:
            self.ask()
        else:
            self.asked.ask_again(found.sources, self._asking())

    def _on_found(self) -> None:
        datasets = self.asked.found.datasets if self.asked.found else None
        if datasets is not self._offered:
            self._offered = datasets
            self.limits.offer(datasets or DatasetList())
            self._apply()
            self.drill.follow(self.view.same(self.drill.dataset))
        self.paint()

    def _on_ended(self) -> None:
        """Tell of holes that no line tells of, and of what went wrong once there were rows."""
        from ..gis import messages

        error = self.asked.error
        if error is not None and not self.asked.stopped and self.asked.found and self.asked.found.answers:
            self.show_problem(error, self._again, key=_NOTE)
            return
        told = {answer.source for answer in self.asked.found.answers} if self.asked.found else set()
        holes = [one for one in self.asked.warnings if not (isinstance(one, NotAsked) and one.catalogue in told)]
        if holes:
            details = "\n".join(messages.sentence(hole).full for hole in holes[1:])
            self.show_note(Note(messages.sentence(holes[0]).text, details=details, key=_NOTE))

    # --- the list -----------------------------------------------------------------------------

    def _limits(self) -> Limits:
        return self.limits.chosen(self.search.text().strip())

    def _apply(self) -> None:
        """Show what the words and the limits leave."""
        datasets = self._offered
        self.listed = datasets.shown(self._limits(), self.limits.chosen_order()) if datasets else Listed()
        self.view.show_listed(self.listed, with_publisher=self.scope.is_covering)
        self.paint()

    def _on_order(self, order: str) -> None:
        self.desk.settings.set("opendata/order", order)
        self._apply()

    def show_all(self) -> None:
        """Limit the list by nothing."""
        self.limits.clear()
        self.search.clear()
        self._apply()

    def show_covering(self) -> None:
        """Show what covers the kommune, whoever publishes it."""
        self.scope.choose_covering()
        self._ask_if_other()

    # --- doing ----------------------------------------------------------------------------------

    def on_primary(self) -> None:
        """Add the layers that are ticked, else the data set by the way that is chosen, or the best one."""
        if not self.adding.run_primary():
            dataset = self.chosen()
            way = self._way_of(dataset) if dataset else None
            if way is not None:
                self.adding.add(dataset, way, self.asked.found.kommune.number)

    def _way_of(self, dataset: Dataset) -> Distribution | None:
        """Give the way that the primary takes; None where there is none onto the map."""
        if not (dataset.is_mappable or (dataset.why_not == "restricted" and self.desk.settings.get("services/authcfg"))):
            return None
        way = self.drill.way if self.drill.dataset is dataset else dataset.best
        return way if way is not None and way.kind != "other" else None

    def chosen(self) -> Dataset | None:
        """The data set that the buttons are about."""
        return self.drill.dataset if self.drill.is_open else self.view.dataset()

    def open_details(self) -> None:
        dataset = self.view.dataset()
        if dataset is not None:
            self.drill.open(dataset)

    def show_ways(self, dataset: Dataset) -> None:
        """Show the ways to a data set, to take another one."""
        self.drill.open(dataset)
        self.drill.panel.ways.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_drill_closed(self) -> None:
        self.paint()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- state ----------------------------------------------------------------------------------

    def paint(self) -> None:
        found, waiting = self.asked.found, self.asked.waiting
        has_rows = bool(self._offered)
        telling = self.empty.tell_state(self.asked, self._limits(), bool(self.listed))
        self._pages.setCurrentWidget(self._empty_place if telling else self.view)
        self._paint_scope()
        self._list_head.setVisible(has_rows)
        self.search.setShowSpinner(waiting)
        self.search.setEnabled(has_rows)
        self.limits.setVisible(has_rows and self.more.isChecked())
        summary = "" if self.more.isChecked() else self.limits.summary()
        self.limits_words.setText(summary)
        self.limits_words.setVisible(has_rows and bool(summary))
        self._foot.setVisible(has_rows)
        self.count.setText(self._counted() if has_rows else "")
        self.refresh.setEnabled(not waiting)
        self.lines.show_found(found, waiting=waiting)
        self.choice.paint()
        self._on_selection()

    def _paint_scope(self) -> None:
        """Name the kommune of today, which may have another number than the area of the context."""
        kommune = self.asked.found.kommune if self.asked.found else None
        label = f"{kommune.number} {kommune.name}" if kommune else self.choice.name
        self.no_kommune.setVisible(not self.choice.number)
        self.scope.setVisible(bool(self.choice.number))
        self.scope.show_kommune(label)

    def _counted(self) -> str:
        total, left = len(self._offered), len(self.listed)
        if left < total:
            return self.tr("{} of {} data sets").format(number_text(left), number_text(total))
        return counted("OpenDataPage", "%n data set(s)", total)

    def _on_selection(self) -> None:
        selected = self.view.dataset()
        if self.panels.is_beside:
            self.drill.follow(selected)
        self.details_button.setEnabled(selected is not None)
        self.details_button.setVisible(not self.panels.covers_form)
        if not self.adding.paint_primary(self.primary):
            chosen = self.chosen()
            self.primary.setText(self.tr("Add to Map"))
            self.primary.setEnabled(chosen is not None and self._way_of(chosen) is not None and not self.adding.is_busy)
            self.primary.setToolTip(opendata_words.why_not_whole(chosen) if chosen else self.tr("Choose a data set first"))

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.search.setShowSearchIcon(True)
        self.search.setShowClearButton(True)
        self.search.setPlaceholderText(self.tr("Filter by words"))
        self.search.setAccessibleName(self.tr("Filter by words"))
        readable_placeholder(self.search)
        self.more.setCheckable(True)
        self._pages = QStackedWidget()
        self._empty_place = scrolling(self.empty)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty_place)
        self._pages.setMinimumHeight(7 * self.fontMetrics().height())
        self._list_head, self._foot = _row(self, self.search, self.more), _row(self, self.count, self.refresh)
        head = _row(self, self.scope, self.choice.point_button, self.menu.button)
        head.layout().insertWidget(0, self.no_kommune, 1)
        self.form.addWidget(head)
        for part in (self._list_head, self.limits, self.limits_words):
            self.form.addWidget(part)
        self.form.addWidget(self._pages, 1)
        for part in (self._foot, self.lines):
            self.form.addWidget(part)

    def _details_button(self) -> QToolButton:
        button = icon_button(theme_icon("mActionPropertiesWidget"), self.tr("Details"))
        button.setText(self.tr("Details"))
        button.setToolTip(self.tr("What is told of the chosen data set, and the ways to it"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _connect(self) -> None:
        self.asked.changed.connect(self._on_found)
        self.asked.ended.connect(self._on_ended)
        self.scope.activated.connect(lambda _: self._ask_if_other())
        self.search.textChanged.connect(lambda _: self._apply())
        on_down(self.search, self.view.go_to_first)
        self.more.toggled.connect(lambda _: self.paint())
        self.limits.changed.connect(self._apply)
        self.limits.order_changed.connect(self._on_order)
        self.view.details_wanted.connect(self.open_details)
        self.view.add_wanted.connect(self.run_primary)
        self.view.chosen.connect(self._on_selection)
        self.details_button.clicked.connect(self.open_details)
        self.refresh.clicked.connect(self._again)
        self.lines.again_wanted.connect(lambda source: self.asked.ask_again((source,), self._asking()))
        self.desk.context.changed.connect(self._ask_if_other)


def _row(page: Page, wide: QWidget, *narrow: QWidget) -> QWidget:
    """Give a line of widgets, the first as wide as there is room."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing(page))
    row.addWidget(wide, 1)
    for widget in narrow:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop if isinstance(wide, QLabel) else Qt.AlignmentFlag.AlignVCenter)
    return holder
