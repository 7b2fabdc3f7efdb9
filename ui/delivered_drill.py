"""Geonorge's own files for a folder of the user's, as a drill-in of the Map page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.PyQt.QtCore import QDir, QStandardPaths, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QPushButton

from ..core.errors import Cancelled, KlasskartError
from ..core.units import UNITS
from ..work import as_delivered
from ..work.as_delivered import Offer, Outcome, Wanted
from .delivered_panel import DeliveredPanel
from .drill import Drill
from .notes import Note, NoteAction
from .wording import counted

_OFFER, _SAVE = "delivered-offer", "delivered"  # keys of jobs and notes
_HOLES = "delivered-holes"


class DeliveredDrill(Drill):
    """Asks what there is of what the form shows, and saves what is chosen."""

    def __init__(self, page, form):
        super().__init__(page)
        self._form = form
        self._asked: tuple | None = None  # unit, areas and vintage of the question on its way or answered
        self._saving = False
        form.changed.connect(self._on_form)

    def open(self) -> None:
        """Open the panel, and ask."""
        if self._panel is not None:
            return
        settings = self._page.desk.settings
        panel = self._panel = DeliveredPanel(str(settings.get("map/format")), self._folder())
        panel.changed.connect(self._page.paint)
        self._frame = self._page.open_panel(panel, self.tr("Save as Delivered"))
        self._frame.panelAccepted.connect(self._on_closed)
        panel.headline.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask()

    def paint_primary(self, primary: QPushButton) -> None:
        files = self._panel.files if self._panel else 0
        primary.setText(counted("DeliveredDrill", "Save %n File(s)", files) if files else self.tr("Save Files"))
        primary.setEnabled(bool(files) and not self._saving)

    def run_primary(self) -> None:
        wanted, folder = self._panel.wanted(), self._panel.target()
        if wanted is None or folder is None:
            return
        self._page.desk.settings.set("map/format", self._panel.plain_format)
        self._page.desk.settings.set("map/folder", str(folder))
        self._save(wanted, folder)

    # --- asking -----------------------------------------------------------------------

    def _folder(self) -> str:
        """The folder that was chosen last, else that of the project, else the one of downloads."""
        kept = str(self._page.desk.settings.get("map/folder"))
        place = QStandardPaths.StandardLocation.DownloadLocation
        return QDir.toNativeSeparators(kept or self._page.desk.project.homePath() or QStandardPaths.writableLocation(place))

    def _on_form(self) -> None:
        if self._panel is not None and self._question() != self._asked:
            self._ask()

    def _question(self) -> tuple:
        request = self._form.request()
        return request.unit, request.areas, request.vintage

    def _ask(self) -> None:
        unit, areas, vintage = question = self._question()
        self._asked = question
        self._panel.show_waiting()
        self._page.notes.clear(_OFFER)
        self._page.paint()
        self._page.desk.start(
            lambda services, feedback: as_delivered.offer(services, unit, areas, vintage, feedback=feedback),
            lambda found, error: self._on_offer(question, found, error),
            title=self.tr("Asking Geonorge what there is …"),
            key=_OFFER,
        )

    def _on_offer(self, question: tuple, found: Offer | None, error: KlasskartError | None) -> None:
        if self._panel is None:
            return
        if found is None:
            self._panel.show_failed()
            self._page.show_problem(error, self._ask, key=_OFFER)
        else:
            unit, areas, _ = question
            self._panel.show_offer(found, areas, self._form.area_text(), self._holds(unit), self._form.suited_epsg)
        self._page.paint()

    def _holds(self, unit: str) -> str:
        """Say what is in the file, where that is not what was chosen in the form."""
        if UNITS[unit].made_of:
            return self.tr(
                "Geonorge has no file of these: Klasskart puts them together from grunnkretser, which are in this one."
            )
        if UNITS[unit].is_border:
            return self.tr("The file holds the areas as well as their borders.")
        return ""

    def _on_closed(self, *_) -> None:
        self._panel = self._frame = self._asked = None
        self._page.desk.jobs.forget(_OFFER)
        self._page.paint()

    # --- saving -----------------------------------------------------------------------

    def _save(self, wanted: Wanted, folder: Path, *, over: bool = False) -> None:
        """Save in the background; `over`: in the place of files that are there."""
        outcome = Outcome()
        for key in (_SAVE, _HOLES):
            self._page.notes.clear(key)
        self._saving = True
        self._page.paint()
        self._page.desk.start(
            lambda services, feedback: as_delivered.save(services, wanted, folder, outcome, replace=over, feedback=feedback),
            lambda _, error: self._on_saved(wanted, folder, outcome, error),
            title=self.tr("Saving files …"),
            key=_SAVE,
        )

    def _on_saved(self, wanted: Wanted, folder: Path, outcome: Outcome, error: KlasskartError | None) -> None:
        self._saving = False
        self._page.paint()
        if outcome.saved:
            self._tell_saved(folder, outcome, stopped=isinstance(error, Cancelled))
        if error is not None and not (outcome.saved and isinstance(error, Cancelled)):
            rest = tuple(area for area in wanted.areas if area not in outcome.saved)
            self._page.show_problem(error, lambda: self._save(replace(wanted, areas=rest), folder), key=_HOLES)
        elif outcome.there or outcome.failed:
            self._tell_holes(wanted, folder, outcome)

    def _tell_saved(self, folder: Path, outcome: Outcome, *, stopped: bool) -> None:
        words = counted("DeliveredDrill", "%n file(s) are saved in {}.", len(outcome.saved)).format(
            QDir.toNativeSeparators(str(folder))
        )
        if stopped:
            words = self.tr("Stopped.") + " " + words
        look = NoteAction(self.tr("Open Folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))), stays=True)
        names = "\n".join(path.name for path in outcome.saved.values())
        self._page.show_note(Note(words, "info" if stopped else "success", (look,), names, key=_SAVE))

    def _tell_holes(self, wanted: Wanted, folder: Path, outcome: Outcome) -> None:
        """Name what was there already or could not be had; each with what can be done about it."""
        from ..gis import messages

        label, words, actions = self._page.desk.context.label_of, [], []
        if outcome.failed:
            names = ", ".join(map(label, outcome.failed))
            words.append(self.tr("{} is missing. The rest is saved.").format(names) if outcome.saved else "")
            words += [] if outcome.saved else [messages.sentence(next(iter(outcome.failed.values()))).text]
            areas = tuple(outcome.failed)
            again = self.tr("Try Again")
            actions.append(NoteAction(again, lambda: self._save(replace(wanted, areas=areas), folder)))
        if outcome.there:
            count = len(outcome.there)
            words.append(counted("DeliveredDrill", "%n file(s) of that name were there already and stay as they are.", count))
            there = tuple(outcome.there)
            actions.append(NoteAction(self.tr("Replace"), lambda: self._save(replace(wanted, areas=there), folder, over=True)))
        details = [f"{label(area)}: {messages.sentence(error).full}" for area, error in outcome.failed.items()]
        details += [path.name for path in outcome.there.values()]
        kind = "problem" if outcome.failed else "info"
        self._page.show_note(Note(" ".join(filter(None, words)), kind, tuple(actions), "\n".join(details), key=_HOLES))
