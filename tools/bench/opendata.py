"""5 000 data sets on the Open Data page: how soon they are seen, how long the page stands still, filtering and scrolling.

One catalogue answers with all of them and the other is still silent. The clients are plain objects, so that what is measured
is ours: putting together, ordering, drawing.
"""

import os
import sys
import tempfile
import threading
import time
import types
from collections.abc import Callable
from pathlib import Path

from common import ROOT, Row, ms, use_checkout

COUNT = 5000
KOMMUNE = "4601"  # which has no portal of its own
LIMIT = 60  # seconds for anything


def datasets(count: int) -> list:
    """Make data sets of all kinds, a fifth of which can't be put on the map."""
    from klasskart.core.opendata import Dataset, Distribution

    kinds = ("wfs", "geojson", "wms", "arcgis", "csv")
    words = ("Turveier", "Støysoner", "Reguleringsplaner", "Skolekretser", "Lekeplasser", "Trær i byen", "Kyststi", "Geađgi")
    return [
        Dataset(
            f"{words[n % len(words)]} {n}",
            ("geonorge",),
            (f"{n:08d}-0000-4000-8000-000000000000",),
            "Bergen kommune",
            "Datasettet viser hva kommunen har registrert, og holdes ved like etter hvert som det bygges. " * 4,
            tuple(
                Distribution(f"https://kart.bergen.kommune.no/{kinds[(n + k) % 4]}/{n}", kinds[(n + k) % 4]) for k in range(3)
            ),
            "Norsk lisens for offentlige data (NLOD) 2.0",
            updated=f"20{10 + n % 16}-{1 + n % 12:02d}-{1 + n % 28:02d}",
            page=f"https://kartkatalog.geonorge.no/metadata/uuid/{n}",
            restricted=n % 5 == 0,
        )
        for n in range(count)
    ]


class Catalogues:
    """Geonorge answers with `found` at once and notes when; data.norge.no waits for `gate`."""

    def __init__(self, found: list):
        self.found, self.gate, self.answered = found, threading.Event(), 0.0
        self.geonorge = self.datanorge = self.brreg = self

    def published_by(self, kommune, *, feedback):
        self.answered = time.perf_counter()
        return self.found

    def kommuner(self, *, feedback):
        from klasskart.clients.brreg import Unit

        while not self.gate.wait(0.01):
            feedback.check()
        return [Unit("964338531", KOMMUNE, "BERGEN KOMMUNE")]

    def datasets(self, organisation, *, details, feedback):
        return ()

    services = datasets


class Silent:
    """Klass when it does not answer."""

    def __getattr__(self, name: str):
        from klasskart.core.errors import Unreachable

        def ask(*_, **__):
            raise Unreachable("klass", "", "connection")

        return ask


class Pauses:
    """The longest time between two turns of the event loop."""

    def __init__(self):
        from qgis.PyQt.QtCore import Qt, QTimer

        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(2)

    def begin(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def wait_for(condition: Callable[[], bool]) -> None:
    from qgis.PyQt.QtCore import QCoreApplication, QEventLoop

    end = time.monotonic() + LIMIT
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the page never got there")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


class Page:
    """The page over such catalogues, and when its list was first drawn with rows."""

    def __init__(self, folder: Path, count: int):
        from fake_desk import make_desk
        from klasskart.gis.jobs import Jobs
        from klasskart.ui.opendata_page import OpenDataPage
        from qgis.PyQt.QtCore import QObject

        self.catalogues = Catalogues(datasets(count))
        self.desk = make_desk(folder, Jobs())
        self.desk.fakes.klass, self.desk.fakes.catalogues, self.desk.fakes.pause = Silent(), self.catalogues, time.sleep
        self.desk.fakes.http = types.SimpleNamespace(service_of=str)
        self.page = OpenDataPage(self.desk)
        self.page.resize(340, 800)
        self.drawn = 0.0

        class Painted(QObject):
            def eventFilter(painted, watched, event) -> bool:  # noqa: N805
                if event.type() == event.Type.Paint and not self.drawn and self.page.view.rows.rowCount():
                    self.drawn = time.perf_counter()
                return False

        self._painted = Painted()
        self.page.view.viewport().installEventFilter(self._painted)
        self.page.show()

    def end(self) -> None:
        self.catalogues.gate.set()
        wait_for(lambda: not self.desk.jobs.busy)
        self.desk.close()
        self.page.hide()
        self.page.deleteLater()


def first_rows(folder: Path, count: int) -> tuple[float, float]:
    """Give the time from the first answer to the first rows that are drawn, and the longest pause on the way."""
    shown = Page(folder, count)
    wait_for(shown.page.isVisible)
    pauses = Pauses()
    shown.desk.context.set_area((KOMMUNE,))
    wait_for(lambda: bool(shown.drawn))
    found = shown.drawn - shown.catalogues.answered, pauses.longest
    shown.end()
    return found


def handled(folder: Path, count: int) -> tuple[float, float]:
    """Give the slowest keystroke in the filter and the slowest page of scrolling, each until it is drawn."""
    shown = Page(folder, count)
    shown.desk.context.set_area((KOMMUNE,))
    wait_for(lambda: bool(shown.drawn))
    shown.catalogues.gate.set()
    wait_for(lambda: not shown.desk.jobs.busy)
    page, bar = shown.page, shown.page.view.verticalScrollBar()

    def timed(work: Callable[[], object]) -> float:
        start = time.perf_counter()
        work()
        page.view.viewport().repaint()
        return time.perf_counter() - start

    typed = [text[:end] for text in ("reguleringsplaner 12", "geadgi", "zzz", "wfs") for end in range(1, len(text) + 1)]

    def typing(text: str) -> float:
        page.search.clear()
        return timed(lambda: page.search.setText(text))

    key = max(min(typing(text) for _ in range(3)) for text in typed)
    page.search.clear()
    places = range(0, bar.maximum(), max(1, bar.maximum() // 150))
    step = max(min(timed(lambda place=place: bar.setValue(place)) for _ in range(3)) for place in places)
    shown.end()
    return key, step


def rows() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    use_checkout()
    sys.path.insert(0, str(ROOT / "tests" / "with_qgis"))
    from qgis.core import QgsApplication

    application = QgsApplication([], True)
    application.initQgis()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few = min(first_rows(folder / f"few{n}", 100)[0] for n in range(3))
        many = [first_rows(folder / f"many{n}", COUNT) for n in range(3)]
        soon, pause = min(one[0] for one in many), min(one[1] for one in many)
        key, step = handled(folder / "handled", COUNT)
    return [
        Row("open data: first 100 rows drawn after the answer", ms(few), "≤ 100 ms", "", few <= 0.1),
        Row("open data: first rows drawn of an answer of 5 000", ms(soon), "", ""),
        Row("pause: 5 000 data sets into the list", ms(pause), "≤ 50 ms", "", pause <= 0.05),
        Row("slowest keystroke in the filter of 5 000 data sets", ms(key), "≤ 16 ms", "", key <= 0.016),
        Row("slowest page of scrolling in them", ms(step), "≤ 16 ms", "", step <= 0.016),
    ]
