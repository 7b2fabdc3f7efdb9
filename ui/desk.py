"""What the pages work with: the one place that knows QGIS's interface, the project, the settings and the running jobs."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.codes import KOMMUNE
from ..core.errors import KlasskartError
from ..gis.cache_use import Window
from .context import Context


class Desk(QObject):
    """Collaborators of the pages, passed to each. Services are opened when the first job asks for them.

    `job_started` carries every job, for the progress row; `page_wanted` an object name of a page, and what it is to open
    with (a layer's id for the Join page); `help_wanted` a page of help, by the name of its file.
    """

    job_started = pyqtSignal(object)
    page_wanted = pyqtSignal(str, object)
    help_wanted = pyqtSignal(str)
    classification_changed = pyqtSignal()
    settings_changed = pyqtSignal()  # in QGIS's options, or favourites anywhere
    # The project's, passed on for as long as the desk lives. PyQt never lets go of a method that listens to a project itself:
    # the project outlives it.
    project_cleared = pyqtSignal()
    layers_changed = pyqtSignal()
    closing = pyqtSignal()  # the last moment to stop listening to layers

    def __init__(self, iface, project, settings, jobs, parent: QObject | None = None, services=None):
        super().__init__(parent)
        self.iface = iface
        self.project = project
        self.settings = settings
        self.jobs = jobs
        jobs.setParent(self)  # to be deleted with the desk, in its thread
        self.config = settings.config()
        project.cleared.connect(self.project_cleared)
        project.layersAdded.connect(self.layers_changed)
        project.layersRemoved.connect(self.layers_changed)
        self.window = Window(project, self.config.cache_folder, self)
        self.context = Context(settings, self.config.today, self)
        self._services = services
        self._opening = threading.Lock()
        self._classification = KOMMUNE
        self._places_day = None
        self._history = None

    @property
    def classification(self) -> int:
        """The classification that the Codes page shows: its divisions are those of the context's menu."""
        return self._classification

    @property
    def history(self):
        """What was done, kept in the user's profile."""
        if self._history is None:
            from ..work.history import History

            self._history = History(Path(QgsApplication.qgisSettingsDirPath()) / "klasskart" / "history.jsonl")
        return self._history

    def set_classification(self, classification: int) -> None:
        if classification != self._classification:
            self._classification = classification
            self.classification_changed.emit()

    def services(self):
        """Give the services, opened now if need be: in a job, since httpx is imported then. Asks nothing."""
        with self._opening:
            if self._services is None:
                self._services = self._open()
            return self._services

    def _open(self):
        from ..gis.session import open_services

        return open_services(self.settings)

    def take_settings(self) -> None:
        """Go on with settings that were changed in QGIS's options. Jobs under way end with the ones they began with."""
        config = self.settings.config()
        if config.cache_folder != self.config.cache_folder:
            self.window.close()
            self.window.deleteLater()
            self.window = Window(self.project, config.cache_folder, self)
            self.window.tell()
        self.config = config
        with self._opening:
            self._services = None  # not closed: a job may be using it
        self.context.take_settings()
        self.settings_changed.emit()

    def start(
        self,
        work: Callable,
        done: Callable[[object, KlasskartError | None], None],
        *,
        title: str,
        key: str = "",
        quiet: bool = False,
    ):
        """Run `work(services, feedback)` in the background and give its result or error to `done`.

        A newer job with the same key cancels the older one, whose answer is dropped. `quiet` jobs show no progress row.
        """
        from ..gis.session import prepare_network

        if self._services is None:
            prepare_network(self.settings)  # QGIS asks for its password here; waiting for it in a job would lock both
        # Opened inside the job: httpx is imported there, not on the GUI thread.
        job = self.jobs.start(lambda feedback: work(self.services(), feedback), done, title=title, key=key)
        if not quiet:
            self.job_started.emit(job)
        return job

    def refresh_places(self) -> None:
        """Offer the fylker and kommuner of the context's day: from disk, and for another day than today from Klass too.

        Until they are known, and where nobody answers, those that come with the plugin stand.
        """
        day = self.context.day
        if day == self._places_day:
            return
        self._places_day = day
        from . import code_questions

        self.start(
            lambda services, feedback: code_questions.places_on(services, day, feedback, ask=day != self.context.today),
            lambda places, error: self.context.set_places(places),
            title="Klasskart",
            key="places",
            quiet=True,
        )

    def open_page(self, name: str, subject: object = None) -> None:
        """Bring a page into sight: KlasskartCodesPage, KlasskartLayersPage, KlasskartJoinPage,
        KlasskartOpenDataPage."""
        self.page_wanted.emit(name, subject)

    def release(self, paths: Iterable[Path]) -> None:
        """Remove files of the cache that were let go of, in the background; those that somebody still uses stay."""
        from ..gis import cache_use

        self.window.tell()
        folder, here, token = self.config.cache_folder, self.window.files(), self.window.token
        wanted = tuple(paths)
        self.start(
            lambda services, feedback: cache_use.remove_unheld(folder, wanted, here, token),
            lambda left, error: None,
            title="Klasskart",
            quiet=True,
        )

    def close(self) -> None:
        """Stop what runs and let go of the services."""
        self.closing.emit()
        self.jobs.cancel_all()
        self.window.close()
        if self._services is not None:
            self._services.close()
            self._services = None
