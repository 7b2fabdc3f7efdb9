"""Background jobs: outcome on the GUI thread, newest wins, nothing escapes, nothing is called after unload."""

import gc
import threading

import pytest
from klasskart.core.errors import Cancelled, DiskFull, InternalFault
from klasskart.gis import log
from klasskart.gis.jobs import Jobs, threads_of
from qgis.core import Qgis, QgsApplication, QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QObject, QTimer


@pytest.fixture
def jobs(qgis_app):
    made = Jobs()
    yield made
    if not sip.isdeleted(made):
        made.cancel_all()
    settle()


def wait(condition, seconds=20):
    """Run the event loop until the condition holds."""
    loop, timer, limit = QEventLoop(), QTimer(), QTimer()
    timer.timeout.connect(lambda: condition() and loop.quit())
    limit.timeout.connect(loop.quit)
    timer.start(5)
    limit.start(seconds * 1000)
    if not condition():
        loop.exec()
    assert condition()


def settle():
    wait(lambda: QgsApplication.taskManager().count() == 0)
    QCoreApplication.processEvents()


class Outcome(list):
    """Remembers what `done` got, and in which thread."""

    def __call__(self, result, error):
        self.append((result, error))
        self.thread = threading.current_thread()


def until_cancelled(feedback):
    while not feedback.cancelled():
        threading.Event().wait(0.01)
    feedback.check()


def test_work_runs_elsewhere_and_its_result_arrives_on_the_gui_thread(jobs):
    outcome = Outcome()
    jobs.start(lambda feedback: threading.current_thread(), outcome, title="a job")
    assert jobs.busy
    wait(lambda: outcome)
    worker, error = outcome[0]
    assert worker is not threading.main_thread()
    assert outcome.thread is threading.main_thread()
    assert error is None
    assert not jobs.busy


def test_no_garbage_is_collected_in_a_job(jobs):
    """The widgets of the main thread may be in it; Qt may be deleting them at that moment."""
    first, second = Outcome(), Outcome()
    wait(gc.isenabled)  # jobs of other tests may just have ended
    jobs.start(lambda feedback: gc.isenabled(), first, title="a job")
    jobs.start(lambda feedback: gc.isenabled(), second, title="another job")
    settle()
    assert [*first, *second] == [(False, None)] * 2
    wait(gc.isenabled)


def test_a_job_that_qgis_has_lost_is_started_anew(jobs):
    """QGIS now and then takes the wrong run out of the queue of threads: here all that wait are."""
    go, outcome, started = threading.Event(), Outcome(), []
    jobs.restarted.connect(lambda job, again: started.append((job, again)))
    pool = threads_of(QgsApplication.taskManager())
    for number in range(pool.maxThreadCount()):
        jobs.start(lambda feedback: go.wait(20), Outcome(), title=f"in the way {number}")
    wait(lambda: pool.activeThreadCount() == pool.maxThreadCount())
    lost = jobs.start(lambda feedback: "done", outcome, title="lost", key="a")
    pool.clear()
    go.set()
    wait(lambda: outcome)
    assert outcome == [("done", None)]
    assert lost in [job for job, _ in started]  # QGIS may have lost another one by itself
    settle()


def test_who_collects_garbage_by_himself_may_go_on(jobs):
    wait(gc.isenabled)
    gc.disable()
    try:
        jobs.start(lambda feedback: None, outcome := Outcome(), title="a job")
        wait(lambda: outcome)
        settle()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_progress_and_steps_arrive_on_the_gui_thread(jobs):
    seen = []
    jobs.progressed.connect(lambda job, fraction: seen.append(("progress", fraction, threading.current_thread())))
    jobs.stepped.connect(lambda job, name, facts: seen.append((name, facts, threading.current_thread())))
    outcome = Outcome()

    def work(feedback):
        feedback.step("downloading", bytes=5)
        feedback.progress(0.25)

    jobs.start(work, outcome, title="a job")
    wait(lambda: outcome)
    assert {entry[2] for entry in seen} == {threading.main_thread()}
    assert [entry[:2] for entry in seen if entry[0] != "progress"] == [("downloading", {"bytes": 5})]
    assert ("progress", 0.25) in [entry[:2] for entry in seen]


def test_our_errors_arrive_as_they_are(jobs):
    outcome = Outcome()

    def work(feedback):
        raise DiskFull("/somewhere")

    jobs.start(work, outcome, title="a job")
    wait(lambda: outcome)
    assert isinstance(outcome[0][1], DiskFull)


def test_unexpected_exceptions_are_logged_with_traceback_and_given_as_a_fault(jobs):
    outcome, lines = Outcome(), []

    def listen(text, tag, level):
        lines.append((tag, text))

    def work(feedback):
        return {}["missing"]

    QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(listen)
    try:
        jobs.start(work, outcome, title="a job")
        wait(lambda: outcome)
    finally:
        QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].disconnect(listen)
    error = outcome[0][1]
    assert isinstance(error, InternalFault)
    assert (error.kind, error.words) == ("KeyError", "'missing'")
    assert any(tag == log.TAG and "Traceback" in text and "KeyError" in text for tag, text in lines)


def test_cancel_is_an_outcome(jobs):
    outcome = Outcome()
    jobs.start(until_cancelled, outcome, title="a job")
    jobs.cancel()
    wait(lambda: outcome)
    assert isinstance(outcome[0][1], Cancelled)


def test_cancel_by_key_leaves_other_jobs_alone(jobs):
    stopped, other, go = Outcome(), Outcome(), threading.Event()
    jobs.start(until_cancelled, stopped, title="one", key="one")
    jobs.start(lambda feedback: go.wait(20), other, title="two", key="two")
    jobs.cancel("one")
    wait(lambda: stopped)
    assert not other
    go.set()
    wait(lambda: other)
    assert other == [(True, None)]


def test_jobs_that_nobody_waits_for_are_stopped_and_not_heard(jobs):
    forgotten, other, changes = Outcome(), Outcome(), []
    jobs.start(until_cancelled, forgotten, title="one", key="one")
    jobs.start(lambda feedback: 2, other, title="two", key="two")
    jobs.changed.connect(lambda: changes.append(jobs.busy))
    jobs.forget("one", "three")
    assert changes
    wait(lambda: other)
    settle()
    assert (forgotten, other, jobs.busy) == ([], [(2, None)], False)


def test_jobs_cancelled_in_the_queue_are_heard_too(jobs):
    outcome = Outcome()
    for _ in range(40):
        jobs.start(until_cancelled, outcome, title="one of many")
    jobs.cancel()
    wait(lambda: len(outcome) == 40)
    assert all(isinstance(error, Cancelled) for _, error in outcome)
    assert not jobs.busy


def test_of_several_jobs_with_a_key_only_the_newest_is_heard(jobs):
    stale, newest = Outcome(), Outcome()
    release = threading.Event()
    for number in range(3):
        jobs.start(lambda feedback, number=number: release.wait(20) and number, stale, title="search", key="search")
    jobs.start(lambda feedback: "newest", newest, title="search", key="search")
    release.set()
    wait(lambda: newest)
    settle()
    assert newest == [("newest", None)]
    assert stale == []


def test_after_unload_nothing_is_called_and_nothing_crashes(jobs):
    outcome, running = Outcome(), threading.Event()

    def work(feedback):
        running.set()
        until_cancelled(feedback)

    jobs.start(work, outcome, title="a job")
    wait(running.is_set)
    jobs.cancel_all()
    assert not jobs.busy
    sip.delete(jobs)
    settle()
    assert outcome == []


def test_jobs_die_with_what_they_belong_to_and_are_not_heard_any_more(qgis_app):
    owner, outcome = QObject(), Outcome()
    jobs = Jobs(owner)
    jobs.start(until_cancelled, outcome, title="a job")
    sip.delete(owner)
    assert sip.isdeleted(jobs)
    settle()  # it is cancelled, else it would go on for ever
    assert outcome == []


def test_a_fault_in_the_receiver_is_told_and_the_next_job_works(jobs):
    faults, outcome = [], Outcome()
    jobs.faulted.connect(lambda job, error: faults.append(error))
    jobs.start(lambda feedback: 1, lambda result, error: result / 0, title="a job")
    wait(lambda: faults)
    assert faults[0].kind == "ZeroDivisionError"
    jobs.start(lambda feedback: 2, outcome, title="the next")
    wait(lambda: outcome)
    assert outcome == [(2, None)]


def test_the_newest_running_job_is_current(jobs):
    first = jobs.start(until_cancelled, Outcome(), title="first")
    second = jobs.start(until_cancelled, Outcome(), title="second")
    assert jobs.current is second
    second.cancel()
    wait(lambda: jobs.current is first)
    first.cancel()
    wait(lambda: jobs.current is None)


def test_qgis_neither_asks_about_jobs_when_it_is_closed_nor_tells_their_end_twice(jobs):
    job = jobs.start(lambda feedback: None, Outcome(), title="a job")
    assert job.flags() & QgsTask.Flag.CancelWithoutPrompt
    assert not hasattr(QgsTask.Flag, "Silent") or job.flags() & QgsTask.Flag.Silent
