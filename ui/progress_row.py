"""What is being done, how far it is, and the way to stop it: one row, hidden when idle."""

from __future__ import annotations

from qgis.core import QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt, QTimer
from qgis.PyQt.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QVBoxLayout, QWidget

from ..gis import messages
from .icons import theme_icon
from .measures import icon_size, spacing
from .notes import wrapped_label

SHOWN_AFTER = 300  # milliseconds: what takes less needs no telling


class ProgressRow(QWidget):
    """Shows the newest running job (`gis.jobs.Job`) of those it follows."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._jobs: list = []
        self._words: dict = {}
        self.words = wrapped_label()  # why one waits is the last thing to be cut off in a narrow dock
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cancel_button = QToolButton()
        self.cancel_button.setAutoRaise(True)
        self.cancel_button.setIcon(theme_icon("mTaskCancel"))
        self.cancel_button.setIconSize(QSize(icon_size(), icon_size()))
        self.cancel_button.setToolTip(QCoreApplication.translate("ProgressRow", "Cancel"))
        self.cancel_button.setAccessibleName(QCoreApplication.translate("ProgressRow", "Cancel"))
        self.cancel_button.clicked.connect(self._cancel)
        self._arrange()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_AFTER)
        self._timer.timeout.connect(self._show_if_busy)
        self._way_made = QTimer(self)  # is active until Qt is back at its events
        self._way_made.setSingleShot(True)
        self._way_made.setInterval(0)
        self._was_focused = False
        self.hide()

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing(self))
        row.addLayout(column, 1)
        row.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.bar.setMaximumHeight(max(6, self.fontMetrics().height() * 3 // 4))

    def follow(self, job) -> None:
        """Show a job until it ends."""
        # Methods, not lambdas: Qt lets go of them when the row is deleted while the job still runs.
        job.progressChanged.connect(self._paint)
        job.stepped.connect(self._on_step)
        job.taskCompleted.connect(self._sweep)
        job.taskTerminated.connect(self._sweep)
        self._jobs.append(job)
        self._words[job] = job.description()
        self._paint()
        if self._way_made.isActive():
            self._come_back()
        elif not self.isVisible():
            self._timer.start()

    def make_way(self, job) -> None:
        """Go before the outcome of a job is told: a note that came first would move when the row goes, and with it what
        somebody is about to click."""
        if self._jobs == [job] and self.isVisible():
            self._was_focused = self.cancel_button.hasFocus()
            self._way_made.start()
            self._timer.stop()
            self._jobs, self._words = [], {}
            self.hide()

    def _come_back(self) -> None:
        """Stand there again for a job that goes on from the one before; nobody has seen the row go."""
        self._way_made.stop()
        self.show()
        if self._was_focused:
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow_instead(self, job, again) -> None:
        """Follow the job that took the place of one that QGIS lost, where that one was followed."""
        if job in self._words:
            self.follow(again)

    @property
    def busy(self) -> bool:
        return bool(self._jobs)

    def _on_step(self, name: str, facts: dict) -> None:
        job = self.sender()
        if job in self._words:
            self._words[job] = messages.step(name, facts) or job.description()
            self._paint()

    def _paint(self) -> None:
        if self._jobs:
            self._say(self._words[self._jobs[-1]])
            self._show_fraction(self._jobs[-1].progress())

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.words.setToolTip(words)
        self.bar.setAccessibleName(words)

    def _show_fraction(self, percent: float) -> None:
        # A busy bar only while the size is unknown.
        self.bar.setRange(0, 100 if percent > 0 else 0)
        self.bar.setValue(int(percent))

    def _sweep(self) -> None:
        """Forget the jobs that have ended."""
        ended = (QgsTask.TaskStatus.Complete, QgsTask.TaskStatus.Terminated)
        self._jobs = [job for job in self._jobs if not sip.isdeleted(job) and job.status() not in ended]
        self._words = {job: self._words[job] for job in self._jobs}
        self._paint()
        if not self._jobs:
            self._timer.stop()
            self.hide()

    def _show_if_busy(self) -> None:
        self.setVisible(self.busy)

    def _cancel(self) -> None:
        if self._jobs:
            self._jobs[-1].cancel()
