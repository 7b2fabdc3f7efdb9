"""A desk whose services are plain objects in this process: pages are tried without a network, but with real jobs."""

import datetime
import threading
import types
from contextlib import contextmanager

from klasskart.core.codes import Classification, Code, CodeList, Version
from klasskart.core.settings import SETTINGS, Config
from klasskart.gis.jobs import Jobs
from klasskart.ui.desk import Desk
from klasskart.work.cache import Cache
from klasskart.work.history import History
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QEventLoop, QTimer

TODAY = datetime.date(2026, 11, 21)
KOMMUNER = (
    Code("0301", None, "1", "Oslo"),
    Code("1508", None, "1", "Ålesund"),
    Code("1515", None, "1", "Herøy"),
    Code("1818", None, "1", "Herøy"),
    Code("5610", None, "1", "Kárášjohka - Karasjok"),
    Code("9999", None, "1", "Uoppgitt"),
)
GRUNNKRETSER = (
    Code("03010900", None, "1", "Majorstuen"),
    Code("03010901", "03010900", "2", "Majorstuen Rode 1"),
    Code("03010902", "03010900", "2", "Majorstuen Rode 2"),
    Code("03011000", None, "1", "Marienlyst"),
    Code("03011001", "03011000", "2", "Marienlyst Rode 1"),
    Code("03019900", None, "1", "Uoppgitt"),
    Code("15150101", None, "2", "Fosnavåg"),
)
LISTS = {
    131: KOMMUNER,
    104: (Code("03", None, "1", "Oslo"), Code("15", None, "1", "Møre og Romsdal")),
    1: GRUNNKRETSER,
    103: (),
}


def wait_for(condition, seconds=20):
    """Run the event loop until the condition holds."""
    loop, timer, limit = QEventLoop(), QTimer(), QTimer()
    timer.timeout.connect(lambda: condition() and loop.quit())
    limit.timeout.connect(loop.quit)
    timer.start(5)
    limit.start(seconds * 1000)
    if not condition():
        loop.exec()
    timer.stop()
    limit.stop()
    assert condition()


@contextmanager
def on_screen(widget, width=320, height=700):
    """Show a widget of the size, of its own with width 0, and put it away afterwards."""
    if width:
        widget.resize(width, height)
    widget.show()
    try:
        yield widget
    finally:
        widget.hide()
        widget.deleteLater()


class FakeKlass:
    """Answers from the lists above; `error` is raised instead, and `hold` keeps an answer back until it is set."""

    def __init__(self):
        self.error = None
        self.hold = None
        self.asked = []

    def _answer(self, feedback):
        while self.hold is not None and not self.hold.wait(0.01):
            feedback.check()
        if self.error is not None:
            raise self.error

    def codes_at(self, classification, day, *, language="nb", select="", include_future=False, feedback=None, **_):
        self.asked.append((classification, day, language, select))
        self._answer(feedback)
        return CodeList(classification, day, LISTS.get(classification, ()), language)

    def codes(self, classification, start, end, *, language="nb", select="", include_future=False, feedback=None, **_):
        self.asked.append((classification, start, language, select))
        self._answer(feedback)
        former = (Code("1507", None, "1", "Ålesund", valid_from="2020-01-01", valid_to="2024-01-01"),)
        found = former if select == "1507" else () if select else KOMMUNER
        return CodeList(classification, start, found, language, end)

    def classification(self, id, *, include_future=True, feedback=None, **_):
        self._answer(feedback)
        versions = (
            Version(1, "2020", "2020-01-01", "2024-01-01"),
            Version(2, "2024", "2024-01-01", "2027-01-01"),
            Version(3, "2027", "2027-01-01", None),
        )
        return Classification(id, "Standard for yrker", versions)


class FakeSettings:
    """The declared settings in memory."""

    def __init__(self, folder):
        self.values = {}
        self._folder = folder

    def get(self, key):
        return self.values.get(key, SETTINGS[key].default)

    def set(self, key, value):
        assert key in SETTINGS
        self.values[key] = value

    def config(self):
        return Config(cache_folder=self._folder, today=TODAY)


def make_desk(folder, jobs, iface=None, settings=None):
    """Build a desk over fakes; `desk.klass` is the FakeKlass."""
    settings = settings or FakeSettings(folder)
    klass = FakeKlass()
    services = types.SimpleNamespace(config=settings.config(), klass=klass, cache=Cache(folder), close=lambda: None)
    desk = Desk(iface, QgsProject.instance(), settings, jobs, services=services)
    desk._history = History(folder / "history.jsonl")
    desk.klass = klass
    desk.fakes = services
    return desk


def served_desk(standin, folder, **environment):
    """Build a desk over the stand-in, reached as in QGIS; `environment` holds more of the plugin's variables."""
    config = Config.read(environment={**standin.environment(), "KLASSKART_CACHE_DIR": str(folder), **environment})
    settings = FakeSettings(folder)
    settings.config = lambda: config
    desk = Desk(None, QgsProject.instance(), settings, Jobs())
    desk._history = History(folder / "history.jsonl")
    return desk


def held():
    return threading.Event()
