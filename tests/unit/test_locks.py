"""One at a time among programs that share a folder; a crashed one stands in nobody's way for long."""

import os
import threading
import time

import pytest
from klasskart.core.errors import Cancelled, NotWritable
from klasskart.core.feedback import Feedback
from klasskart.work.locks import Lock


def test_a_free_lock_is_taken_at_once_and_leaves_nothing(tmp_path):
    lock = Lock(tmp_path / "deep" / ".lock-a")
    assert lock.wait() is False
    assert (tmp_path / "deep" / ".lock-a").exists()
    lock.release()
    assert list((tmp_path / "deep").iterdir()) == []


def test_the_next_one_waits_and_says_so(tmp_path):
    first, second, steps, waited = Lock(tmp_path / "l"), Lock(tmp_path / "l"), [], []
    first.wait()
    heard = threading.Event()
    feedback = Feedback(on_step=lambda name, **facts: (steps.append(name), heard.set()))
    thread = threading.Thread(target=lambda: waited.append(second.wait(feedback)))
    thread.start()
    assert heard.wait(20)
    assert waited == []
    first.release()
    thread.join(20)
    assert (waited, steps) == ([True], ["waiting_for_other"])
    second.release()


def test_waiting_can_be_cancelled(tmp_path):
    first = Lock(tmp_path / "l")
    first.wait()
    with pytest.raises(Cancelled):
        Lock(tmp_path / "l").wait(Feedback(is_cancelled=lambda: True))
    first.release()


def test_the_lock_of_one_that_crashed_is_taken_over(tmp_path):
    (tmp_path / "l").write_text("nobody")
    long_ago = time.time() - 3600
    os.utime(tmp_path / "l", (long_ago, long_ago))
    lock = Lock(tmp_path / "l")
    lock.wait()
    assert lock._holder() == lock._token
    lock.release()
    assert list(tmp_path.iterdir()) == []


def test_of_two_who_find_a_crashed_one_the_slower_leaves_the_quicker_its_lock(tmp_path, monkeypatch):
    (tmp_path / "l").write_text("nobody")
    long_ago = time.time() - 3600
    os.utime(tmp_path / "l", (long_ago, long_ago))
    quick, slow = Lock(tmp_path / "l"), Lock(tmp_path / "l")
    look = slow._is_stale

    def look_and_be_overtaken():
        found = look()
        monkeypatch.undo()
        quick.wait()
        return found

    monkeypatch.setattr(slow, "_is_stale", look_and_be_overtaken)
    assert not slow._take()
    assert not slow._take()
    assert quick._holder() == quick._token
    quick.release()
    assert list(tmp_path.iterdir()) == []


def test_a_holder_that_lives_keeps_its_lock_however_long_it_takes(tmp_path):
    lock = Lock(tmp_path / "l", stale=0.4)
    lock.wait()
    long_ago = time.time() - 3600
    os.utime(tmp_path / "l", (long_ago, long_ago))
    end = time.monotonic() + 20
    while lock._is_stale() and time.monotonic() < end:
        time.sleep(0.02)
    assert not lock._is_stale()
    lock.release()


def test_a_lock_that_was_taken_over_is_left_to_its_new_holder(tmp_path):
    lock = Lock(tmp_path / "l")
    lock.wait()
    (tmp_path / "l").write_text("another")
    lock.release()
    assert (tmp_path / "l").read_text() == "another"


def test_many_at_once_are_one_after_the_other(tmp_path):
    inside, most = [], []

    def work():
        lock = Lock(tmp_path / "l")
        lock.wait()
        inside.append(1)
        most.append(len(inside))
        inside.pop()
        lock.release()

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert most == [1] * 6


def test_a_folder_that_is_a_file_is_told(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotWritable):
        Lock(tmp_path / "file" / "l").wait()
