"""Background work: a plain function in a worker thread, its outcome on the GUI thread.

The function gets and gives plain values; layers, project and widgets are touched in `done` only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from qgis.core import QgsApplication, QgsTask, QgsTaskManager
from qgis.PyQt.QtCore import QObject, QThreadPool, QTimer, pyqtSignal

from ..core.errors import Cancelled, InternalFault, KlasskartError
from ..core.feedback import Feedback
from . import garbage, log
from .courier import courier

T = TypeVar("T")

# QGIS does not ask whether to wait for us when it is closed: what is half done is left out whole.
_FLAGS = QgsTask.Flag.CanCancel | QgsTask.Flag.CancelWithoutPrompt
if hasattr(QgsTask.Flag, "Silent"):  # from QGIS 3.26 on: the dock tells the outcome, QGIS need not
    _FLAGS |= QgsTask.Flag.Silent

_LOOK_MS = 500  # between two looks for jobs that QGIS has lost

Work = Callable[[Feedback], T]
Done = Callable[["T | None", "KlasskartError | None"], None]


class Job(QgsTask):
    """One run of a function. Nothing escapes `run`: QGIS would end with it.

    `stepped` (name, facts) is delivered on the GUI thread; progress is QgsTask's own, in percent. Warnings are for the work
    itself to keep (`Feedback.heard_by`): a signal may come before anyone listens.
    """

    stepped = pyqtSignal(str, object)

    def __init__(self, title: str, work: Work, ended: Callable[[Job], None]):
        super().__init__(title, _FLAGS)
        self._work: Work | None = work
        self._ended: Callable[[Job], None] | None = ended
        self._error: KlasskartError | None = None
        self._result: object = None

    @property
    def result(self) -> object:
        return self._result

    @property
    def error(self) -> KlasskartError | None:
        return self._error

    def run(self) -> bool:
        """Do the work; QGIS calls this in a worker thread."""
        feedback = Feedback(
            on_progress=lambda fraction: self.setProgress(100 * fraction),
            is_cancelled=self.isCanceled,
            on_step=lambda name, **facts: self.stepped.emit(name, facts),
        )
        try:
            feedback.check()
            if self._work is not None:
                with garbage.left_to_main_thread():
                    self._result = self._work(feedback)
        except KlasskartError as error:
            self._error = error
        except Exception as error:
            self._error = internal_fault(error)
        return self._error is None

    def finished(self, succeeded: bool) -> None:
        """Hand on the outcome; QGIS calls this on the GUI thread. A job cancelled in the queue never ran."""
        if self.isCanceled() or not (succeeded or self._error):
            self._result, self._error = None, Cancelled()
        self._work = None  # what it holds on to is free now
        _forgotten.discard(self)
        if self._ended:
            self._ended(self)

    def again(self) -> Job:
        """Give a job for the same work, where this one has not begun."""
        return Job(self.description(), self._work, self._ended)

    def forget(self) -> None:
        """Cancel, and tell nobody any more."""
        self._ended = None
        _forgotten.add(self)  # a task that nobody refers to would lose its Python half while it runs
        self.cancel()


_forgotten: set[Job] = set()


class Jobs(QObject):
    """The jobs under way. Of several with the same key only the newest counts: older ones are cancelled and not heard.

    `done(result, error)` is called on the GUI thread, with one of them None. After `cancel_all`, and once these jobs are
    deleted, nothing is called. They need a parent: without one Python deletes them, in whichever thread it comes to that.
    """

    changed = pyqtSignal()  # a job started or ended: see `busy`, `current`
    ending = pyqtSignal(object)  # job whose outcome `done` gets next
    progressed = pyqtSignal(object, float)  # job, fraction 0 … 1
    stepped = pyqtSignal(object, str, object)  # job, name of a step, its facts
    faulted = pyqtSignal(object, object)  # job, fault of ours in `done`
    restarted = pyqtSignal(object, object)  # job that QGIS lost before it began, the job in its place

    def __init__(self, parent: QObject | None = None, manager: QgsTaskManager | None = None):
        super().__init__(parent)
        courier()  # made on the GUI thread, before a job needs it
        self._manager = manager or QgsApplication.taskManager()
        running: dict[Job, tuple[str, Done]] = {}  # in the order of their start
        self._running = running
        self.destroyed.connect(_forgetting(running))
        self._idle: set[Job] = set()  # that were queued at the last look, though a thread was free
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._look_for_lost)

    @property
    def busy(self) -> bool:
        return bool(self._running)

    @property
    def current(self) -> Job | None:
        """The job that was started last and still runs."""
        return next(reversed(list(self._running)), None)

    def start(self, work: Work, done: Done, *, title: str, key: str = "") -> Job:
        """Run `work(feedback)` in the background; then `done(result, error)`. An empty key stands in nobody's way."""
        if key:
            self._drop(job for job, (its_key, _) in self._running.items() if its_key == key)
        job = self._add(Job(title, work, self._end), key, done)
        self.changed.emit()
        return job

    def _add(self, job: Job, key: str, done: Done) -> Job:
        job.progressChanged.connect(lambda percent: self._pass_on(job, "progressed", percent / 100))
        job.stepped.connect(lambda name, facts: self._pass_on(job, "stepped", name, facts))
        self._running[job] = (key, done)
        self._manager.addTask(job)
        self._look.start()
        return job

    def _look_for_lost(self) -> None:
        """Start anew what waits in the queue though a thread is free.

        QGIS takes the run of a job that has ended out of the queue of threads by its address, where a new job's may lie by
        then: that one never begins (seen on 3.22 under load).
        """
        pool = threads_of(self._manager)
        free = pool.activeThreadCount() < pool.maxThreadCount()
        queued = {job for job in self._running if free and job.status() == QgsTask.TaskStatus.Queued}
        for job in queued & self._idle:
            key, done = self._running.pop(job)
            again = self._add(job.again(), key, done)
            job.forget()
            self.restarted.emit(job, again)
        self._idle = queued
        if not self._running:
            self._look.stop()

    def cancel(self, key: str = "") -> None:
        """Cancel the jobs of a key; every job where it is "". They are heard: with Cancelled."""
        for job, (its_key, _) in list(self._running.items()):
            if not key or its_key == key:
                job.cancel()

    def forget(self, *keys: str) -> None:
        """Cancel the jobs of some keys; nobody waits for them any more: they are not heard."""
        self._drop(job for job, (its_key, _) in self._running.items() if its_key in keys)
        self.changed.emit()

    def cancel_all(self) -> None:
        """Cancel and forget every job: for unload and close. Does not wait for them."""
        self._look.stop()
        _forget_all(self._running)

    def _drop(self, jobs: Iterable[Job]) -> None:
        for job in list(jobs):
            del self._running[job]
            job.forget()

    def _pass_on(self, job: Job, signal: str, *values: object) -> None:
        if job in self._running:
            getattr(self, signal).emit(job, *values)

    def _end(self, job: Job) -> None:
        _, done = self._running.pop(job)
        self.ending.emit(job)
        try:
            done(job.result, job.error)
        except Exception as error:
            self.faulted.emit(job, internal_fault(error))
        self.changed.emit()


_hooks: set[Callable[[], None]] = set()  # referred to from here: Python empties functions that are garbage, and Qt calls them


def _forgetting(running: dict[Job, tuple[str, Done]]) -> Callable[[], None]:
    """Give what forgets all jobs, once; safe also where Python's own collection of garbage deletes their owner."""

    def forget() -> None:
        _hooks.discard(forget)
        _forget_all(running)

    _hooks.add(forget)
    return forget


def _forget_all(running: dict[Job, tuple[str, Done]]) -> None:
    while running:
        job, _ = running.popitem()
        job.forget()


def threads_of(manager: QgsTaskManager) -> QThreadPool:
    """Give the threads that a manager's tasks run in: its own from QGIS 3.34 on, before everybody's."""
    return manager.threadPool() if hasattr(manager, "threadPool") else QThreadPool.globalInstance()


def internal_fault(error: Exception) -> InternalFault:
    """Log what nobody expected, and give it as one of our errors."""
    return InternalFault(type(error).__name__, str(error), log.fault(error))
