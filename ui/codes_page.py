"""The Codes page: the codes of a classification as they were on the date, searched as one types."""

from __future__ import annotations

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QWidget

from ..core.about import base_name, day_of
from ..core.codes import CODE_LENGTHS, NAMED_CLASSIFICATIONS, CodeList, Version, classification_id
from ..core.errors import KlasskartError, NoCodesOnDate, UnknownClassification, UnknownVariant
from . import about_words, codes_words, deeds
from .buttons import icon_button
from .code_details import CodeDetails
from .code_questions import Question
from .code_rows import GEOGRAPHIC, Shown
from .code_tree import CodeTreeView
from .codes_asked import CodesAsked
from .codes_described import CodesDescribed
from .codes_drills import CodesDrills
from .codes_filter import CodesFilter
from .codes_told import CodesTold
from .icons import theme_icon
from .measures import em, spacing
from .notes import Note, NoteAction, muted, readable_placeholder, wrapped_label
from .other_times import OtherTimes
from .page import Page, scrolling
from .project_tables import ProjectTables, TableToAdd
from .search_keys import on_down
from .unit_box import UnitBox
from .wording import counted, day_text


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
        self.about = icon_button(theme_icon("mActionPropertiesWidget"), self.tr("About This Classification"))
        self.more = icon_button(theme_icon("mActionFilter2"), self.tr("Level, Period, Selection, Variant"))
        self.more.setCheckable(True)
        self.filters = CodesFilter(desk.context.today, desk.settings.get("codes/level"))
        self._described = CodesDescribed(desk, self.filters, self)
        self.limits = muted(wrapped_label())
        self.search = QgsFilterLineEdit()
        self.tree = CodeTreeView()
        self.empty = CodesTold(desk.context, self._show_lineage)
        self.details = CodeDetails()
        self.drills = CodesDrills(self)
        self.copy_button = self.add_row_action(icon_button(theme_icon("mActionEditCopy"), self.tr("Copy Codes")))
        self.tables = ProjectTables(self)
        self.count = muted(wrapped_label())
        self.refresh = icon_button(theme_icon("mActionRefresh"), self.tr("Fetch Again"))
        self._build()
        self._connect()
        self.units.show_classification(self._stored_unit())
        desk.set_classification(self.units.classification)
        self.filters.show_day(desk.context.day)
        self.paint()

    def first_focus(self) -> QWidget:
        return self.search

    def filter_line(self) -> QWidget | None:
        inside = self.panels.covers_form or self.panels.has_focus
        line = self.drills.filter_line() if inside else self.search
        return line if self.panels.covers_form else line or self.search

    def tab_order(self) -> list[QWidget]:
        head = [self.units, self.about, self.more, *self.filters.tab_order()]
        return [*head, self.search, self.tree, *self.empty.buttons, self.refresh, *self.drills.tab_order()]

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

    def open_with(self, subject: tuple) -> None:
        """Show the life of a code: classification, code, and a day on which it was."""
        classification, code, day = subject
        self.drills.show_life(code, day, classification)

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
            self._tell_language()
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
            self.show_kept(words, self.ask)

    def _tell_language(self) -> None:
        """Where the names are not published in the language of the context, say in which they are."""
        listed = self.asked.listed
        if listed and listed.register.codes.language != listed.question.language:
            names = (about_words.language(one) for one in (listed.question.language, listed.register.codes.language))
            self.show_note(Note(self.tr("Klass has no names in {} here: they are in {}.").format(*names), key="language"))

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

        desk, title = self.desk, self._table_title(codes.classification)
        question, level, area = self.asked.question, self.filters.chosen_level(), desk.context.area

        def put(path):
            layer = layers.code_table_layer(codes, desk.config.cache_folder, desk.project, title=title, path=path)
            deeds.codes_added(desk, question, level, area, layer, count)
            return layer

        self.tables.add(
            TableToAdd(
                write=lambda folder: layers.write_code_table(codes, folder),
                put=put,
                told=lambda layer: counted("CodesPage", "%n code(s) are in the project as the table “{}”.", count).format(
                    layer.name()
                ),
                again=self.on_primary,
            )
        )

    def _table_title(self, classification: int) -> str:
        variant, name = self.asked.question.variant if self.asked.question else "", self.units.name_of(classification)
        return f"{name}, {base_name(variant)}" if variant else name

    def show_classification(self, number: int, name: str) -> None:
        """Show a classification that was found, on the date that stands there."""
        self.close_panels()
        self._use(number, name, "")
        self._on_question_changed()

    def show_version(self, number: int, name: str, version: Version | None, variant: str = "") -> None:
        """Show a version of a classification, or a variant of it; the date goes to a day of it, and that is said."""
        self.close_panels()
        context = self.desk.context
        day = day_of(version, context.day) if version else context.day
        is_other = day != context.day
        self.filters.forget()
        self._use(number, name, variant)
        context.set_day(day)
        self._on_question_changed()
        if is_other:
            words = self.tr("The date is now {}, when “{}” applies.").format(day_text(day), version.name)
            self.show_note(Note(words, key="version"))

    def _use(self, number: int, name: str, variant: str) -> None:
        self.units.show_classification(number, name)
        self.filters.show_variant(variant)
        self.search.clear()
        self.desk.settings.set("codes/unit", _unit_key(number))
        self.desk.set_classification(number)

    def _show_lineage(self, code: str) -> None:
        self.drills.show_lineage(code)

    def on_drill_closed(self) -> None:
        self.paint()
        place = self.drills.focus_place() or (self.tree if self.tree.isVisible() else self.search)
        place.setFocus(Qt.FocusReason.OtherFocusReason)

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
            self.filters.chosen_variant(),
            self.filters.chosen_pattern(),
            self.filters.wants_future(context.day),
        )

    def _on_question_changed(self) -> None:
        self.filters.show_day(self.desk.context.day)
        self.drills.keep()
        if self.isVisible() and self.asked.question != self._wanted():
            self.ask()
        else:
            self._apply_search()

    def _on_level(self, level: str) -> None:
        self.desk.settings.set("codes/level", level)
        self._apply_search()

    def _on_unit(self, number: int) -> None:
        self.filters.show_variant("")
        self.desk.settings.set("codes/unit", _unit_key(number))
        self.desk.set_classification(number)
        self._on_question_changed()

    def paint(self) -> None:
        listed, waiting = self.asked.listed is not None, self.asked.waiting
        telling = self._tell_empty()
        self._pages.setCurrentWidget(self._empty_place if telling else self.tree)
        self.search.setShowSpinner(waiting)
        self.search.setEnabled(listed or waiting)
        self._filter_place.setVisible(self.more.isChecked())
        limits = "" if self.more.isChecked() else self.filters.summary()
        self.limits.setText(limits)
        self.limits.setVisible(bool(limits))
        self.count.setText(codes_words.count(self._shown, self.asked.question) if listed and not telling else "")
        self.refresh.setEnabled(not waiting)
        self.refresh.setToolTip(self._age_words())
        self.primary.setText(self.tr("Add as Table"))
        self.primary.setEnabled(listed and self._shown.total > 0)
        self.primary.setToolTip(self.tr("Adds every code of the area and level; the search does not limit them"))
        for button in (self.primary, self.copy_button):
            button.setVisible(not self.panels.covers_form)
        if self.isVisible() and (self.more.isChecked() or self.filters.chosen_variant()):
            self._described.ask(self._wanted())
        self._on_selection()

    def _tell_empty(self) -> bool:
        """Fill the place of the tree where there is nothing to list; False where the tree stands, also while waiting."""
        if self.asked.waiting and not self.asked.listed:
            return False
        if self.asked.error is not None:
            self.empty.tell_failed(self.asked.error, self.ask, self._cures(self.asked.error))
            return True
        if self.asked.listed is None:
            self.empty.tell_not_asked(self.ask)
            return True
        if self._shown.hits:
            return False
        of_places = self.asked.listed.register.codes.classification in GEOGRAPHIC
        when = codes_words.when(self.asked.question or self._wanted())
        selection = self.filters.chosen_selection()
        cures = [NoteAction(self.tr("Without Selection"), self.filters.without_selection)] if selection else []
        self.empty.tell_none(self.search.text().strip() or selection, when, of_places, self._other_times.found, cures)
        return True

    def _cures(self, error: KlasskartError) -> list[NoteAction]:
        """Offer what helps where nothing is there in the way it was asked for."""
        if isinstance(error, UnknownVariant):
            return [NoteAction(self.tr("Without Variant"), self.filters.without_variant)]
        if isinstance(error, NoCodesOnDate) and error.future:
            return [NoteAction(self.tr("Include Future Codes"), self.filters.with_future)]
        return []

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
        head = _row(self, self.units, self.about)
        head.addWidget(self.more)
        self._filter_place = scrolling(self.filters)
        self._filter_place.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.form.addLayout(head)
        self.form.addWidget(self._filter_place)
        self.form.addWidget(self.limits)
        self.form.addWidget(self.search)
        self.form.addWidget(self._pages, 1)
        self.form.addWidget(self.details)
        self.form.addLayout(_row(self, self.count, self.refresh))

    def _connect(self) -> None:
        self.units.chosen.connect(self._on_unit)
        self.units.find_wanted.connect(self.drills.show_find)
        self.about.clicked.connect(lambda: self.drills.show_about(self.units.classification))
        self.more.toggled.connect(lambda _: self.paint())
        self.filters.level_changed.connect(self._on_level)
        self.filters.question_changed.connect(self._on_question_changed)
        self.search.textChanged.connect(lambda _: self._apply_search())
        on_down(self.search, self.tree.go_to_first)
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
        chosen = self.tree.selected_codes() if self.asked.listed and self.tree.isVisibleTo(self) else []
        self.details.show_code(chosen[0] if len(chosen) == 1 else None)
        self.copy_button.setEnabled(bool(self.asked.listed and self.tree.selected_codes()))

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
