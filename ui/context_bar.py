"""Date, divisions, area and language: always in sight, shared by all pages."""

from __future__ import annotations

import datetime

from qgis.gui import QgsDateEdit
from qgis.PyQt.QtCore import QDate, QSignalBlocker, QSize, Qt
from qgis.PyQt.QtWidgets import QAction, QActionGroup, QGridLayout, QMenu, QToolButton, QWidget

from ..core import dates
from ..core.choices import LANGUAGES
from ..core.codes import Classification
from .area_box import AreaBox
from .date_edits import date_edit, show_day
from .icons import own_icon, theme_icon
from .measures import em, icon_size, spacing
from .notes import wrapped_label
from .wording import years_text

_ONE_LINE_FROM = 30  # em: below this the bar takes two lines
_LANGUAGE_NAMES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}


class ContextBar(QWidget):
    """Shows and sets the desk's context."""

    def __init__(self, desk, parent: QWidget | None = None):
        super().__init__(parent)
        self._desk = desk
        self._context = desk.context
        self._classifications: dict[int, Classification] = {}
        self._one_line: bool | None = None
        self.date = self._date_edit()
        self.divisions = self._divisions_button()
        self.area = AreaBox(self)
        self.language = self._language_button()
        self.help = self._help_button()
        self.area_words = wrapped_label()
        self.area_words.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing(self))
        self._arrange(one_line=False)
        self._show_context()
        self.area.offer(lambda: self._context.places)
        self.area.area_chosen.connect(self._context.set_area)
        self.area.unresolved_changed.connect(self._say_unresolved)
        self.date.dateChanged.connect(self._on_date)
        self._context.changed.connect(self._show_context)
        self._context.places_changed.connect(lambda: self.area.set_places(self._context.places))

    def tab_order(self) -> list[QWidget]:
        return [self.date, self.divisions, self.area, self.language, self.help]

    def resizeEvent(self, event) -> None:
        self._arrange(one_line=self.width() >= _ONE_LINE_FROM * em(self))
        super().resizeEvent(event)

    # --- building -------------------------------------------------------------------

    def _date_edit(self) -> QgsDateEdit:
        edit = date_edit(self.tr("Date"), self)
        edit.setToolTip(self.tr("Codes and boundaries as they were on this day"))
        return edit

    def _divisions_button(self) -> QToolButton:
        button = self._menu_button(self.tr("Divisions"))
        button.setIcon(own_icon("divisions"))
        button.setIconSize(QSize(icon_size(), icon_size()))
        button.menu().aboutToShow.connect(self._fill_divisions)
        return button

    def _language_button(self) -> QToolButton:
        button = self._menu_button(self.tr("Language of Names"))
        group = QActionGroup(button)
        for language in LANGUAGES:
            action = QAction(_LANGUAGE_NAMES[language], group)
            action.setCheckable(True)
            action.setData(language)
            action.triggered.connect(lambda _=False, chosen=language: self._context.set_language(chosen))
            button.menu().addAction(action)
        return button

    def _help_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("KlasskartHelp")
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setIcon(theme_icon("mActionHelpContents"))
        button.setIconSize(QSize(icon_size(), icon_size()))
        button.setToolTip(self.tr("Help on what is in sight (F1)"))
        button.setAccessibleName(self.tr("Help"))
        return button

    def _menu_button(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMenu(QMenu(button))
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _arrange(self, *, one_line: bool) -> None:
        if one_line == self._one_line:
            return
        self._one_line = one_line
        while self._grid.count():
            self._grid.takeAt(0)
        self._grid.addWidget(self.date, 0, 0)
        self._grid.addWidget(self.divisions, 0, 1)
        if one_line:
            self._grid.addWidget(self.area, 0, 2)
        else:
            self._grid.addWidget(self.area, 1, 0, 1, 5)
        self._grid.addWidget(self.language, 0, 3)
        self._grid.addWidget(self.help, 0, 4)
        self._grid.addWidget(self.area_words, 2, 0, 1, 5)
        self._grid.setColumnStretch(2, 1)

    # --- state ------------------------------------------------------------------------

    def _show_context(self) -> None:
        day = self._context.day
        with QSignalBlocker(self.date):
            show_day(self.date, day)
        self.area.show_area(self._context.area)
        self.language.setText(self._context.language)
        for action in self.language.menu().actions():
            action.setChecked(action.data() == self._context.language)

    def _on_date(self, day: QDate) -> None:
        if day.isValid():
            self._context.set_day(datetime.date(day.year(), day.month(), day.day()))

    def _say_unresolved(self, words: str) -> None:
        self.area_words.setText(words)
        self.area_words.setVisible(bool(words))

    # --- divisions --------------------------------------------------------------------

    def _fill_divisions(self) -> None:
        """List the divisions of the classification in sight; asked for once, when the menu is first opened."""
        menu = self.divisions.menu()
        menu.clear()
        self._add_day(self.tr("Today"), self._context.today)
        menu.addSeparator()
        number = self._desk.classification
        known = self._classifications.get(number)
        if known:
            self._list_divisions(known)
            return
        waiting = menu.addAction(self.tr("Fetching the divisions …"))
        waiting.setEnabled(False)
        from ..work import registers

        self._desk.start(
            lambda services, feedback: registers.classification(services, number, feedback=feedback),
            lambda found, error: self._on_classification(number, found, error),
            title=self.tr("Fetching the divisions …"),
            key="divisions",
        )

    def _on_classification(self, number: int, found: Classification | None, error) -> None:
        if found:
            self._classifications[number] = found
        menu = self.divisions.menu()
        if not menu.isVisible():
            return
        if found:
            self._fill_divisions()
        else:
            menu.actions()[-1].setText(self.tr("Klass did not answer: type the date"))

    def _list_divisions(self, known: Classification) -> None:
        for version in reversed(known.versions):
            start = dates.parse(version.valid_from)
            words = years_text(version.valid_from, version.valid_to)
            if start > self._context.today:
                words = self.tr("{}, applies from {}").format(start.year, f"{start.day}.{start.month}.")
            self._add_day(words, start, checked=version.covers(self._context.day.isoformat()))

    def _add_day(self, words: str, day: datetime.date, checked: bool = False) -> None:
        action = self.divisions.menu().addAction(words)
        action.setCheckable(checked)
        action.setChecked(checked)
        action.triggered.connect(lambda _=False: self._context.set_day(day))
