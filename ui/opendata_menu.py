"""What else can be done with the list of data sets: another way to choose whose it is, saving it, counting several kommuner."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolButton

from ..core.choices import OPEN_DATA_COLUMNS
from ..core.errors import KlasskartError
from ..core.opendata_list import table_row
from .buttons import icon_button
from .icons import theme_icon
from .notes import Note
from .save_files import ask_path
from .wording import counted

_JOB = "opendata-save"


class OpenDataMenu(QObject):
    """The menu of the Open Data page, behind `button`."""

    def __init__(self, page):
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self.button = icon_button(theme_icon("mActionOptions"), self.tr("More"))
        menu = QMenu(self.button)
        self._feature = self._action(menu, self.tr("From the Selected Feature"), page.choice.take_selected)
        menu.addSeparator()
        self._save = self._action(menu, self.tr("Save List…"), self.save)
        self._count = self._action(menu, self.tr("Count Several Kommuner…"), self.count_kommuner)
        menu.aboutToShow.connect(self._paint)
        self.button.setMenu(menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def save(self) -> None:
        """Save the rows that are shown as a table."""
        kommune, listed = self._page.asked.found.kommune, self._page.listed
        rows = [table_row(one, kommune.number) for one in (*listed.mappable, *listed.others)]
        path = ask_path(self._page, self.tr("Save List"), self.tr("Open data of {}").format(kommune.name), ".csv", ".xlsx")
        if path is not None:
            self._save_to(rows, path)

    def count_kommuner(self) -> None:
        """Open the counting of several kommuner, where Processing is."""
        from ..gis.processing_dialog import open_dialog

        if not open_dialog("klasskart:opendatatable", self._desk.iface):
            words = self.tr("Counting several kommuner needs the Processing plugin. Turn it on first.")
            self._page.show_note(Note(words, "problem", key="count"))

    def _save_to(self, rows: list, path: Path) -> None:
        from ..work import report_files

        self._desk.start(
            lambda services, feedback: report_files.save_table(OPEN_DATA_COLUMNS, rows, path),
            lambda _, error: self._on_saved(rows, path, error),
            title=self.tr("Saving the list …"),
            key=_JOB,
        )

    def _on_saved(self, rows: list, path: Path, error: KlasskartError | None) -> None:
        if error is not None:
            self._page.show_problem(error, lambda: self._save_to(rows, path), key=_JOB)
        else:
            words = counted("OpenDataMenu", "%n data set(s) are saved in {}.", len(rows)).format(path.name)
            self._page.show_note(Note(words, "success", key=_JOB))

    def _paint(self) -> None:
        self._feature.setEnabled(self._page.choice.has_selected)
        self._save.setEnabled(bool(self._page.listed))
        self._count.setEnabled(self._desk.iface is not None)

    def _action(self, menu: QMenu, words: str, run) -> QAction:
        action = QAction(words, menu)
        action.triggered.connect(lambda _=False: run())
        menu.addAction(action)
        return action
