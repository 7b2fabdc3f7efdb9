"""The Codes page: the codes of a classification as they were on the date, searched as one types."""

from __future__ import annotations

import datetime
from pathlib import Path

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QSize, Qt, QTimer
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QWidget

from ..core.codes import CODE_LENGTHS, NAMED_CLASSIFICATIONS, CodeList, classification_id
from ..core.errors import KlasskartError, UnknownClassification
from . import code_questions
from .code_questions import Listed, OtherTime, Question
from .code_rows import GEOGRAPHIC, Shown
from .code_tree import CodeTreeView
from .codes_filter import CodesFilter
from .codes_told import CodesTold
from .icons import own_icon, theme_icon
from .lineage_drill import LineageDrill
from .measures import em, icon_size, spacing
from .notes import Note, NoteAction, muted, readable_placeholder, wrapped_label
from .page import Page, scrolling
from .unit_box import UnitBox
from .wording import day_text, number_text

_OLD = datetime.timedelta(days=1)
_TABLE = "table"  # key of the job and of its note
_PAUSE = 300  # milliseconds of typing pause before a service is asked


class CodesPage(Page):
    """States: not asked, waiting, listed, none, failed. `paint` draws the one that holds."""

    scrolls = False

    def __init__(self, desk, parent: QWidget | None = None):
        super().__init__(desk, parent)
        self.setObjectName("KlasskartCodesPage")
        self._question: Question | None = None
        self._listed: Listed | None = None
        self._error: KlasskartError | None = None
        self._waiting = False
        self._shown = Shown([])
        self._other_time: OtherTime | None = None
        self.units = UnitBox()
        self.more = self._icon_button("mActionFilter2", self.tr("Level, Period, Selection"))
        self.more.setCheckable(True)
        self.filters = CodesFilter(desk.context.today)
        self.search = QgsFilterLineEdit()
        self.tree = CodeTreeView()
        self.empty = CodesTold(desk.context, self.show_lineage)
        self.lineage = LineageDrill(self)
        self.count = muted(wrapped_label())
        self.refresh = self._icon_button("mActionRefresh", "")
        self._pause = QTimer(self)
        self._build()
        self._connect()
        self.units.show_classification(self._stored_unit())
        desk.set_classification(self.units.classification)
        self.paint()

    def first_focus(self) -> QWidget:
        return self.search

    def filter_line(self) -> QWidget | None:
        return None if self.lineage.is_open else self.search

    def tab_order(self) -> list[QWidget]:
        return [self.units, self.more, *self.filters.tab_order(), self.search, self.tree, *self.empty.buttons, self.refresh]

    def escape(self) -> bool:
        if self.lineage.is_open:
            return self.close_panel()
        if self.search.text():
            self.search.clear()
            return True
        return super().escape()

    def on_shown(self) -> None:
        """Ask for what is to be seen, if that has changed or was never asked."""
        if self.isVisible() and self._question != self._wanted():
            self.ask()

    # --- asking -----------------------------------------------------------------------

    def ask(self, *, fresh: bool = False) -> None:
        """Ask for the codes: first what is on disk, then Klass where that is missing or old."""
        self._question = question = self._wanted()
        self._error, self._waiting, self._other_time = None, True, None
        if self._listed and self._listed.question != question:
            self._listed = None
        self.notes.clear()
        self._apply_search()
        if fresh:
            self._ask_klass(question, fresh=True)
            return
        self.desk.start(
            lambda services, feedback: code_questions.kept(services, question, feedback),
            lambda listed, error: self._on_kept(question, listed, error),
            title=self._fetching(),
            key="codes",
            quiet=True,
        )

    def _on_kept(self, question: Question, listed: Listed | None, error: KlasskartError | None) -> None:
        if question != self._question:
            return
        if listed:
            self._list(listed)
        if listed is None or listed.age > _OLD:
            self._ask_klass(question, fresh=False)
        else:
            self._waiting = False
            self.paint()

    def _ask_klass(self, question: Question, *, fresh: bool) -> None:
        self.desk.start(
            lambda services, feedback: code_questions.asked(services, question, feedback, fresh=fresh),
            lambda listed, error: self._on_asked(question, listed, error),
            title=self._fetching(),
            key="codes",
        )

    def _on_asked(self, question: Question, listed: Listed | None, error: KlasskartError | None) -> None:
        if question != self._question:
            return
        self._waiting = False
        if listed:
            self._list(listed)
        else:
            self._on_failed(error)
        self._tell_kept()

    def _on_failed(self, error: KlasskartError) -> None:
        if self._listed is None:
            self._error = error
            self.paint()
        else:
            self.show_problem(error, self.ask)
            self.paint()

    def _list(self, listed: Listed) -> None:
        self._listed = listed
        codes = listed.register.codes
        if listed.name:
            self.units.show_classification(codes.classification, listed.name)
        self.filters.show_levels(codes.classification, codes.levels)
        self._apply_search()

    def _tell_kept(self) -> None:
        """Where Klass did not answer, say from when the codes are."""
        if self._listed and self._listed.register.kept:
            words = self.tr("No network. The codes are from {}.").format(day_text(self._listed.register.fetched.date()))
            self.show_note(Note(words, "info", (NoteAction(self.tr("Try Again"), self.ask),), key="kept"))

    # --- searching ----------------------------------------------------------------------

    def _apply_search(self) -> None:
        """Show what the text, the area and the level leave."""
        text = self.search.text().strip()
        rows = self._listed.rows if self._listed else None
        self._shown = rows.search(text, self.desk.context.area, self.filters.chosen_level()) if rows else Shown([])
        self.tree.show_codes(rows, self._shown, searching=bool(text))
        self._other_time = None
        self._pause.stop()
        if rows and not self._shown.hits and self._typed_code():
            self._pause.start()
        self.paint()

    def _typed_code(self) -> str:
        """The text of the search where it has the shape of a code of this classification, else ""."""
        text = self.search.text().strip()
        number = self.units.classification
        lengths = {length for (its, _), length in CODE_LENGTHS.items() if its == number}
        return text if text.isascii() and text.isdigit() and (len(text) in lengths or not lengths) else ""

    def _look_at_other_times(self) -> None:
        question, typed = self._question, self._typed_code()
        if question and typed:
            self.desk.start(
                lambda services, feedback: code_questions.at_other_times(services, question, typed, feedback),
                lambda found, error: self._on_other_time(typed, found),
                title=self.tr("Looking for {} at other times …").format(typed),
                key="other-time",
                quiet=True,
            )

    def _on_other_time(self, typed: str, found: OtherTime | None) -> None:
        if found and typed == self._typed_code() and not self._shown.hits:
            self._other_time = found
            self.paint()

    # --- doing ------------------------------------------------------------------------------

    def on_primary(self) -> None:
        """Write the codes of the area and level in the background; then they are a table of the project."""
        if not self._listed:
            return
        from ..gis import layers

        chosen = self._listed.rows.search("", self.desk.context.area, self.filters.chosen_level())
        codes = self._listed.rows.picked(chosen)
        folder = self.desk.config.cache_folder
        self.desk.start(
            lambda services, feedback: layers.write_code_table(codes, folder),
            lambda path, error: self._on_written(codes, chosen.total, path, error),
            title=self.tr("Writing the table …"),
            key=_TABLE,
        )

    def _on_written(self, codes: CodeList, count: int, path: Path | None, error: KlasskartError | None) -> None:
        """Put the table into the project; `count` is how many of its codes are places, as in the line below the list."""
        from ..gis import layers

        title = self.units.name_of(codes.classification)
        try:
            if error is not None:
                raise error
            layer = layers.code_table_layer(codes, self.desk.config.cache_folder, self.desk.project, title=title, path=path)
        except KlasskartError as problem:
            self.show_problem(problem, self.on_primary)
            return
        words = self.tr("%n code(s) are in the project as the table “{}”.", "", count).format(layer.name())
        undo = NoteAction(self.tr("Remove Again"), lambda: self._remove(layer.id()))
        self.show_note(Note(words, "success", (undo,), key=_TABLE))

    def _remove(self, layer_id: str) -> None:
        self.desk.project.removeMapLayer(layer_id)

    def _on_project_cleared(self) -> None:
        """A table that is still on its way belongs to a project that is closed."""
        self.desk.jobs.cancel(_TABLE)
        self.notes.clear(_TABLE)

    def show_lineage(self, code: str = "") -> None:
        """Open the life of a code; of the one that is selected where none is given."""
        chosen = code or self._only_chosen()
        if chosen:
            self.lineage.open(self.units.classification, chosen, self.desk.context.day)

    def on_lineage_closed(self) -> None:
        self.paint()
        (self.tree if self.tree.isVisible() else self.search).setFocus(Qt.FocusReason.OtherFocusReason)

    def _only_chosen(self) -> str:
        chosen = self.tree.selected_codes()
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
        if self.isVisible() and self._question != self._wanted():
            self.ask()
        else:
            self._apply_search()

    def _on_unit(self, number: int) -> None:
        self.desk.settings.set("codes/unit", _unit_key(number))
        self.desk.set_classification(number)
        self._on_question_changed()

    def paint(self) -> None:
        listed = self._listed is not None
        telling = self._tell_empty()
        self._pages.setCurrentWidget(self._empty_place if telling else self.tree)
        self.search.setShowSpinner(self._waiting)
        self.search.setEnabled(listed or self._waiting)
        self.filters.setVisible(self.more.isChecked())
        self.count.setText(self._count_words())
        self.refresh.setEnabled(not self._waiting)
        self.refresh.setToolTip(self._age_words())
        self.primary.setText(self.tr("Add as Table"))
        self.primary.setEnabled(listed and self._shown.total > 0)
        self.primary.setToolTip(self.tr("Adds every code of the area and level; the search does not limit them"))
        for button in (self.primary, self.lineage_button, self.copy_button):
            button.setVisible(not self.lineage.is_open)
        self._on_selection()

    def _tell_empty(self) -> bool:
        """Fill the place of the tree where there is nothing to list; False where the tree stands, also while waiting."""
        if self._waiting and not self._listed:
            return False
        if self._error is not None:
            self.empty.tell_failed(self._error, self.ask)
            return True
        if self._listed is None:
            self.empty.tell_not_asked(self.ask)
            return True
        if self._shown.hits:
            return False
        of_places = self._listed.register.codes.classification in GEOGRAPHIC
        self.empty.tell_none(self.search.text().strip(), self._when(), of_places, self._other_time)
        return True

    def _when(self) -> str:
        question = self._question or self._wanted()
        if question.end:
            last = day_text(question.end - code_questions.DAY)
            return self.tr("from {} to {}").format(day_text(question.day), last)
        return self.tr("on {}").format(day_text(question.day))

    def _count_words(self) -> str:
        if self._listed is None:
            return ""
        when = self._when()
        if self._shown.hits != self._shown.total:
            numbers = number_text(self._shown.hits), number_text(self._shown.total)
            return self.tr("{} of {} codes apply {}").format(*numbers, when)
        return self.tr("%Ln code(s) apply {}", "", self._shown.total).format(when)

    def _age_words(self) -> str:
        if self._listed is None:
            return self.tr("Fetch Codes")
        return self.tr("Fetched {}. Fetch again").format(day_text(self._listed.register.fetched.date()))

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
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
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
        self.lineage_button = self.add_row_action(self._icon_button("", self.tr("Show Lineage")))
        self.lineage_button.setIcon(own_icon("lineage"))
        self.lineage_button.setText(self.tr("Show Lineage"))
        self.copy_button = self.add_row_action(self._icon_button("mActionEditCopy", self.tr("Copy Codes")))

    def _connect(self) -> None:
        self.units.chosen.connect(self._on_unit)
        self.more.toggled.connect(lambda _: self.paint())
        self.filters.level_changed.connect(lambda _: self._apply_search())
        self.filters.question_changed.connect(self._on_question_changed)
        self.search.textChanged.connect(lambda _: self._apply_search())
        self.search.installEventFilter(self)
        self.refresh.clicked.connect(lambda: self.ask(fresh=True))
        self.lineage_button.clicked.connect(lambda: self.show_lineage())
        self.copy_button.clicked.connect(self.tree.copy)
        self.tree.code_activated.connect(lambda code: self.show_lineage(code.code) if code else None)
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self._on_selection())
        self._pause.timeout.connect(self._look_at_other_times)
        self.desk.context.changed.connect(self._on_question_changed)
        self.desk.project.cleared.connect(self._on_project_cleared)

    def _on_selection(self) -> None:
        self.lineage_button.setEnabled(bool(self._listed and self._only_chosen()))
        self.copy_button.setEnabled(bool(self._listed and self.tree.selected_codes()))

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
        """The button of the lineage says its name where the footer has room for it."""
        super().resizeEvent(event)
        styles = Qt.ToolButtonStyle
        button, others = self.lineage_button, (self.copy_button, self.primary)
        room = self.width() - 4 * em(self) - sum(other.sizeHint().width() for other in others)
        words = button.fontMetrics().horizontalAdvance(button.text()) + icon_size() + em(self)
        button.setToolButtonStyle(styles.ToolButtonTextBesideIcon if words <= room else styles.ToolButtonIconOnly)

    def _icon_button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if icon:
            button.setIcon(theme_icon(icon))
        button.setIconSize(QSize(icon_size(), icon_size()))
        button.setToolTip(words)
        button.setAccessibleName(words or self.tr("Fetch Again"))
        return button


def _row(page: Page, wide: QWidget, narrow: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing(page))
    row.addWidget(wide, 1)
    row.addWidget(narrow, 0, Qt.AlignmentFlag.AlignTop if isinstance(wide, QLabel) else Qt.AlignmentFlag.AlignVCenter)
    return row


def _unit_key(number: int) -> str:
    """The name of a classification, as the setting keeps it; its number where it has none."""
    return next((name for name, (its, _) in NAMED_CLASSIFICATIONS.items() if its == number), str(number))
