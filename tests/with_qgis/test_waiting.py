"""Whoever waits in the main thread lets it go on: a worker may need it to get done."""

import threading
import time

import pytest
from klasskart.core.feedback import Feedback
from klasskart.core.settings import Config
from klasskart.gis.courier import courier
from klasskart.gis.session import open_services

pytestmark = pytest.mark.usefixtures("qgis_app")


class Settings:
    def __init__(self, folder):
        self.folder = folder

    def get(self, name):
        return ""

    def config(self):
        return Config.read(environment={"KLASSKART_CACHE_DIR": str(self.folder)})


@pytest.fixture
def services(tmp_path):
    opened = open_services(Settings(tmp_path))
    yield opened
    opened.close()


def test_who_waits_in_the_main_thread_for_the_same_boundaries_does_not_stop_who_fetches_them(services):
    courier()
    holds, served, limit = threading.Event(), threading.Event(), time.monotonic() + 20

    def fetch():
        with services.cache.alone("boundaries", "kommune_0301"):
            holds.set()
            courier().do(served.set)  # as each request does
            served.wait(20)

    worker = threading.Thread(target=fetch)
    worker.start()
    assert holds.wait(20)
    with services.cache.alone("boundaries", "kommune_0301", Feedback(is_cancelled=lambda: time.monotonic() > limit)) as waited:
        assert waited
        assert served.is_set()
    worker.join(20)


def test_a_pause_before_a_retry_in_the_main_thread_lets_others_go_on(services):
    went_on = []
    courier().do(lambda: went_on.append(True))
    services.http.pause(0.3)
    assert went_on
