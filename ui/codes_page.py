"""The Codes page: the codes of a classification as they were on the date, searched as one types."""

from __future__ import annotations

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QWidget

from ..core.codes import CODE_LENGTHS, NAMED_CLASSIFICATIONS, CodeList, classification_id
from ..core.errors import KlasskartError, UnknownClassification
from .buttons import icon_button
from .code_questions import DAY, Question
from .code_rows import GEOGRAPHIC, Shown
from .code_tree import CodeTreeView
from .codes_asked import CodesAsked
from .codes_drills import CodesDrills
from .codes_filter import CodesFilter
from .codes_told import CodesTold
from .icons import theme_icon
from .measures import em, spacing
from .notes import Note, NoteAction, muted, readable_placeholder, wrapped_label
from .other_times import OtherTimes
from .page import Page, scrolling
from .project_tables import ProjectTables, TableToAdd
from .unit_box import UnitBox
from .wording import day_text, number_text


class CodesPage(Page):
    """States: not asked, waiting, listed, none, failed. `paint` draws the one that holds."""

    scrolls = False

    def __init__(self, desk, parent: QWidget | None = None):
        super().__init__(desk, parent)
        self.setObjectName("KlasskartCodesPage")
        self.asked = CodesAsked(desk, self)
        self._other_times = OtherTimes(desk, self)
        self._shown = Shown([])
        self.units = UnitBox()
        self.more = icon_button(theme_icon("mActionFilter2"), self.tr("Level, Period, Selection"))
        self.more.setCheckable(True)
        self.filters = CodesFilter(desk.context.today)
        self.search = QgsFilterLineEdit()
        self.tree = CodeTreeView()
        self.empty = CodesTold(desk.context, self._show_lineage)
        self.drills = CodesDrills(self)
        self.copy_button = self.add_row_action(icon_button(theme_icon("mActionEditCopy"), self.tr("Copy Codes")))
        self.tables = ProjectTables(self)
        self.count = muted(wrapped_label())
        self.refresh = icon_button(theme_icon("mActionRefresh"), self.tr("Fetch Again"))
        self._build()
        self._connect()
        self.units.show_classification(self._stored_unit())
        desk.set_classification(self.units.classification)
        self.paint()

    def first_focus(self) -> QWidget:
        return self.search

    def filter_line(self) -> QWidget | None:
        return None if self.panels.covers_form else self.search

    def tab_order(self) -> list[QWidget]:
        form = [self.units, self.more, *self.filters.tab_order(), self.search, self.tree, *self.empty.buttons, self.refresh]
        return [*form, *self.drills.tab_order()]

    def escape(self) -> bool:
        in_list = not (self.panels.covers_form or self.panels.has_focus)
        if in_list and self.search.text():
            self.search.clear()
            return True
        return self.drills.escape() or super().escape()

    def on_shown(self) -> None:
        """Ask for what is to be seen, if that has changed or was never asked."""
        if self.isVisible() and self.asked.question != self._wanted():
            self.ask()

    # --- asking -----------------------------------------------------------------------

    def ask(self, *, fresh: bool = False) -> None:
        """Ask for the codes: first what is on disk, then Klass where that is missing or old."""
        self.notes.clear()
        self.asked.ask(self._wanted(), self._fetching(), fresh=fresh)

    def _on_listed(self) -> None:
        listed = self.asked.listed
        if listed:
            codes = listed.register.codes
            if listed.name:
                self.units.show_classification(codes.classification, listed.name)
            self.filters.show_levels(codes.classification, codes.levels)
        self._apply_search()

    def _on_answered(self, error: KlasskartError | None) -> None:
        if error is not None and self.asked.listed:
            self.show_problem(error, self.ask)
        self._tell_kept()
        self.paint()

    def _tell_kept(self) -> None:
        """Where Klass did not answer, say from when the codes are."""
        listed = self.asked.listed
        if listed and listed.register.kept:
            words = self.tr("No network. The codes are from {}.").format(day_text(listed.register.fetched.date()))
            self.show_note(Note(words, "info", (NoteAction(self.tr("Try Again"), self.ask),), key="kept"))

    # --- searching ----------------------------------------------------------------------

    def _apply_search(self) -> None:
        """Show what the text, the area and the level leave."""
        text = self.search.text().strip()
        rows = self.asked.listed.rows if self.asked.listed else None
        self._shown = rows.search(text, self.desk.context.area, self.filters.chosen_level()) if rows else Shown([])
        self.tree.show_codes(rows, self._shown, searching=bool(text))
        typed = self._typed_code()
        if rows and not self._shown.hits and typed:
            self._other_times.look_for(self.asked.question, typed)
        else:
            self._other_times.forget()
        self.paint()

    def _typed_code(self) -> str:
        """The text of the search where it has the shape of a code of this classification, else ""."""
        text = self.search.text().strip()
        number = self.units.classification
        lengths = {length for (its, _), length in CODE_LENGTHS.items() if its == number}
        return text if text.isascii() and text.isdigit() and (len(text) in lengths or not lengths) else ""

    # --- doing ------------------------------------------------------------------------------

    def on_primary(self) -> None:
        """Add the codes of the area and level as a table of the project, or what a drill-in has to add."""
        listed = self.asked.listed
        if not self.drills.run_primary() and listed:
            chosen = listed.rows.search("", self.desk.context.area, self.filters.chosen_level())
            self._add_table(listed.rows.picked(chosen), chosen.total)

    def _add_table(self, codes: CodeList, count: int) -> None:
        """`count` is how many of the codes are places, as in the line below the list."""
        from ..gis import layers

        desk, title = self.desk, self.units.name_of(codes.classification)
        self.tables.add(
            TableToAdd(
                write=lambda folder: layers.write_code_table(codes, folder),
                put=lambda path: layers.code_table_layer(codes, desk.config.cache_folder, desk.project, title=title, path=path),
                told=lambda layer: self.tr("%n code(s) are in the project as the table “{}”.", "", count).format(layer.name()),
                again=self.on_primary,
            )
        )

    def _show_lineage(self, code: str) -> None:
        self.drills.show_lineage(code)

    def on_drill_closed(self) -> None:
        self.paint()
        (self.tree if self.tree.isVisible() else self.search).setFocus(Qt.FocusReason.OtherFocusReason)

    def only_chosen(self) -> str:
        """The code that is selected, where it is one."""
        chosen = self.tree.selected_codes() if self.asked.listed else []
        return chosen[0].code if len(chosen) == 1 else ""

    # --- state ----------------------------------------------------------------------------------

    def _wanted(self) -> Question:
        context = self.desk.context
        return Question(
            self.units.classification,
            context.day,
            context.language,
            self.filters.chosen_end(context.day),
            self.filters.chosen_selection(),
        )

    def _on_question_changed(self) -> None:
        self.drills.keep()
        if self.isVisible() and self.asked.question != self._wanted():
            self.ask()
        else:
            self._apply_search()

    def _on_unit(self, number: int) -> None:
        self.desk.settings.set("codes/unit", _unit_key(number))
        self.desk.set_classification(number)
        self._on_question_changed()

    def paint(self) -> None:
        listed, waiting = self.asked.listed is not None, self.asked.waiting
        telling = self._tell_empty()
        self._pages.setCurrentWidget(self._empty_place if telling else self.tree)
        self.search.setShowSpinner(waiting)
        self.search.setEnabled(listed or waiting)
        self.filters.setVisible(self.more.isChecked())
        self.count.setText(self._count_words())
        self.refresh.setEnabled(not waiting)
        self.refresh.setToolTip(self._age_words())
        self.primary.setText(self.tr("Add as Table"))
        self.primary.setEnabled(listed and self._shown.total > 0)
        self.primary.setToolTip(self.tr("Adds every code of the area and level; the search does not limit them"))
        for button in (self.primary, self.copy_button):
            button.setVisible(not self.panels.covers_form)
        self._on_selection()

    def _tell_empty(self) -> bool:
        """Fill the place of the tree where there is nothing to list; False where the tree stands, also while waiting."""
        if self.asked.waiting and not self.asked.listed:
            return False
        if self.asked.error is not None:
            self.empty.tell_failed(self.asked.error, self.ask)
            return True
        if self.asked.listed is None:
            self.empty.tell_not_asked(self.ask)
            return True
        if self._shown.hits:
            return False
        of_places = self.asked.listed.register.codes.classification in GEOGRAPHIC
        self.empty.tell_none(self.search.text().strip(), self._when(), of_places, self._other_times.found)
        return True

    def _when(self) -> str:
        question = self.asked.question or self._wanted()
        if question.end:
            last = day_text(question.end - DAY)
            return self.tr("from {} to {}").format(day_text(question.day), last)
        return self.tr("on {}").format(day_text(question.day))

    def _count_words(self) -> str:
        if self.asked.listed is None:
            return ""
        when = self._when()
        if self._shown.hits != self._shown.total:
            numbers = number_text(self._shown.hits), number_text(self._shown.total)
            return self.tr("{} of {} codes apply {}").format(*numbers, when)
        return self.tr("%Ln code(s) apply {}", "", self._shown.total).format(when)

    def _age_words(self) -> str:
        if self.asked.listed is None:
            return self.tr("Fetch Codes")
        return self.tr("Fetched {}. Fetch again").format(day_text(self.asked.listed.register.fetched.date()))

    def _fetching(self) -> str:
        return self.tr("Fetching {} …").format(self.units.name_of(self.units.classification).lower())

    def _stored_unit(self) -> int:
        try:
            return classification_id(self.desk.settings.get("codes/unit"))[0]
        except UnknownClassification:
            return classification_id("kommune")[0]

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.search.setShowSearchIcon(True)
        self.search.setShowClearButton(True)
        self.search.setPlaceholderText(self.tr("Search code or name"))
        self.search.setAccessibleName(self.tr("Search code or name"))
        readable_placeholder(self.search)
        self._pages = QStackedWidget()
        self._empty_place = scrolling(self.empty)
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self._empty_place)
        # At least five rows; a stack asks for the height of its tallest page otherwise.
        self._pages.setMinimumHeight(7 * self.fontMetrics().height())
        self.form.addLayout(_row(self, self.units, self.more))
        self.form.addWidget(self.filters)
        self.form.addWidget(self.search)
        self.form.addWidget(self._pages, 1)
        self.form.addLayout(_row(self, self.count, self.refresh))

    def _connect(self) -> None:
        self.units.chosen.connect(self._on_unit)
        self.more.toggled.connect(lambda _: self.paint())
        self.filters.level_changed.connect(lambda _: self._apply_search())
        self.filters.question_changed.connect(self._on_question_changed)
        self.search.textChanged.connect(lambda _: self._apply_search())
        self.search.installEventFilter(self)
        self.refresh.clicked.connect(lambda: self.ask(fresh=True))
        self.copy_button.clicked.connect(self.tree.copy)
        self.tree.code_activated.connect(lambda code: self._show_lineage(code.code) if code else None)
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self._on_selection())
        self.asked.listed_changed.connect(self._on_listed)
        self.asked.answered.connect(self._on_answered)
        self._other_times.found_one.connect(self.paint)
        self.desk.context.changed.connect(self._on_question_changed)

    def _on_selection(self) -> None:
        self.drills.paint()
        self.copy_button.setEnabled(bool(self.asked.listed and self.tree.selected_codes()))

    def eventFilter(self, watched, event) -> bool:
        """Down in the search goes to the first hit."""
        if watched is self.search and event.type() == event.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            first = self.tree.codes.index(0, 0)
            if first.isValid():
                self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
                self.tree.setCurrentIndex(first)
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event) -> None:
        """The buttons of the footer say their names where there is room for them."""
        super().resizeEvent(event)
        others = (self.copy_button, self.primary)
        self.drills.fit(self.width() - 4 * em(self) - sum(other.sizeHint().width() for other in others))


def _row(page: Page, wide: QWidget, narrow: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing(page))
    row.addWidget(wide, 1)
    row.addWidget(narrow, 0, Qt.AlignmentFlag.AlignTop if isinstance(wide, QLabel) else Qt.AlignmentFlag.AlignVCenter)
    return row


def _unit_key(number: int) -> str:
    """The name of a classification, as the setting keeps it; its number where it has none."""
    return next((name for name, (its, _) in NAMED_CLASSIFICATIONS.items() if its == number), str(number))
