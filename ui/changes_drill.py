"""What changed between two days, as a drill-in of the Codes page: fetched, listed, saved, and added as a table."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QPushButton

from ..core.change_list import COLUMNS, ChangeList, Event, table_rows
from ..core.errors import KlasskartError
from ..work import report_files
from . import changes_asked, deeds
from .changes_asked import Found, Wanted
from .changes_panel import ChangesPanel
from .drill import Drill
from .notes import Note
from .project_tables import TableToAdd
from .save_files import ask_path
from .wording import counted, day_text

_JOB, _UNTOLD, _SAVE = "changes", "changes-untold", "changes-save"


class ChangesDrill(Drill):
    """Opens the changes of the classification that the page shows, and follows its classification, day and language."""

    def __init__(self, page):
        super().__init__(page)
        self._wanted: Wanted | None = None
        self._found: Found | None = None

    def escape(self) -> bool:
        return self._panel is not None and self._panel.escape()

    def open(self) -> None:
        """Show what changed lately; then the days may be others."""
        if self._panel is None:
            self._open_panel()
            self._ask(self._usual())
        self._panel.period.after.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """The page shows another classification, day or language: so does this."""
        if self._panel is None or self._wanted is None:
            return
        before, now = self._wanted, self._usual()
        if (now.classification, now.day, now.language) == (before.classification, before.day, before.language):
            return
        if now.classification == before.classification and before.after is not None:
            # Days that the user has chosen stay; the last one follows the page's where it was that.
            until = None if before.until == before.day else before.until
            now = Wanted(now.classification, now.day, now.language, before.after, until or now.day)
        self._page.panels.rename_panel(self._frame, self._title(now))
        self._ask(now)

    def paint_primary(self, primary: QPushButton) -> None:
        primary.setText(self.tr("Add Changes as Table"))
        primary.setToolTip(self.tr("Adds every change of this time; the search does not limit them"))
        primary.setEnabled(bool(self._found and self._found.rows))
        primary.setVisible(True)

    # --- asking ---------------------------------------------------------------------------

    def _usual(self) -> Wanted:
        context = self._page.desk.context
        return Wanted(self._page.units.classification, context.day, context.language)

    def _open_panel(self) -> None:
        panel = self._panel = ChangesPanel()
        panel.period.show_days(self._usual().day, self._usual().day)
        panel.period_wanted.connect(self._on_period)
        panel.again_wanted.connect(lambda: self._ask(self._wanted))
        panel.code_wanted.connect(lambda code, day: self._page.drills.show_life(code, day))
        panel.save_wanted.connect(self._ask_file)
        # Kept: the panel stack does not own what it shows, as far as Python can see.
        self._frame = self._page.open_panel(panel, self._title(self._usual()))
        self._frame.panelAccepted.connect(self._on_closed)

    def _title(self, wanted: Wanted) -> str:
        return self.tr("Changes: {}").format(self._page.units.name_of(wanted.classification))

    def _on_period(self) -> None:
        now, (after, until) = self._usual(), self._panel.period.days
        self._ask(Wanted(now.classification, now.day, now.language, after, until))

    def _ask(self, wanted: Wanted) -> None:
        self._wanted, self._found = wanted, None
        self._panel.show_waiting()
        self._page.desk.jobs.forget(_UNTOLD)
        self._page.desk.start(
            lambda services, feedback: changes_asked.ask(services, wanted, feedback),
            lambda found, error: self._on_found(wanted, found, error),
            title=self.tr("Fetching changes …"),
            key=_JOB,
        )
        self._page.paint()

    def _on_found(self, wanted: Wanted, found: Found | None, error: KlasskartError | None) -> None:
        if self._panel is None or wanted != self._wanted:
            return
        if found is None:
            self._panel.show_failed(error)
        else:
            self._found = found
            self._panel.show_found(found, self._page.units.name_of(wanted.classification))
            self._look_for_untold(found)
        self._page.paint()

    def _look_for_untold(self, found: Found) -> None:
        if found.no_tables or found.after >= found.until or len(found.versions) < 2:
            return
        self._page.desk.start(
            lambda services, feedback: changes_asked.untold(services, found, feedback),
            lambda events, error: self._on_untold(found, events),
            title=self.tr("Fetching changes …"),
            key=_UNTOLD,
            quiet=True,
        )

    def _on_untold(self, found: Found, events: tuple[Event, ...] | None) -> None:
        if events and self._panel is not None and found is self._found:
            self._panel.add_untold(ChangeList.of([*found.list, *events]))

    def _on_closed(self, *_) -> None:
        self._panel = self._frame = self._wanted = self._found = None
        self._page.desk.jobs.forget(_JOB, _UNTOLD)
        self._page.on_drill_closed()

    # --- adding and saving ------------------------------------------------------------------

    def run_primary(self) -> None:
        self.add_table()

    def add_table(self) -> None:
        """Add all changes of the time as a table of the project."""
        from ..gis import layers

        found, project = self._found, self._page.desk.project
        if found is None or not found.rows:
            return
        number, days = found.wanted.classification, (found.after, found.until)
        unit, desk = self._page.units.name_of(number), self._page.desk
        title = self.tr("{}, changes after {} through {}").format(unit, *map(day_text, days))

        def put(path):
            layer = layers.change_table_layer(path, number, *days, project, title=title)
            deeds.changes_added(desk, number, days, found.wanted.language, layer, len(found.rows))
            return layer

        self._page.tables.add(
            TableToAdd(
                write=lambda folder: layers.write_change_table(
                    found.rows, f"klass_{number}_changes_{days[0]}_{days[1]}", folder
                ),
                put=put,
                told=lambda layer: counted(
                    "ChangesDrill", "%n row(s) are in the project as the table “{}”.", len(found.rows)
                ).format(layer.name()),
                again=self.add_table,
            )
        )

    def _ask_file(self) -> None:
        found = self._found
        if found is None:
            return
        name = f"klass_{found.wanted.classification}_{found.after}_{found.until}"
        path = ask_path(self._page, self.tr("Save Changes"), name, ".csv")
        if path:
            self.save(path)

    def save(self, path: Path) -> None:
        """Save what is listed, as far as the search has left it, as CSV."""
        rows = [row for event in self._panel.shown for row in event.rows]
        self._page.desk.start(
            lambda services, feedback: report_files.save_rows(COLUMNS, table_rows(rows), path),
            lambda _, error: self._on_saved(path, error),
            title=self.tr("Saving the changes …"),
            key=_SAVE,
        )

    def _on_saved(self, path: Path, error: KlasskartError | None) -> None:
        if error is not None:
            again = (lambda: self.save(path)) if self.is_open else None
            self._page.show_problem(error, again)
        else:
            self._page.show_note(Note(self.tr("The changes are saved as {}.").format(path.name), "success", details=str(path)))
