"""Inside the real desktop: open the dock, work in it by its widgets, and note how long the GUI thread was held up.

Run by desktop.py through tools/desktop. BENCH_PLAN names a JSON file: `steps` to take, `out` for what was measured, and
`profile`, whether to note where the GUI thread was during its pauses (which slows it a little).
"""

import json
import os
import sys
import threading
import time
import traceback
from collections import Counter
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer, QgsVectorLayerJoinInfo
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QAction, QLabel, QPushButton, QToolButton
from qgis.utils import active_plugins, iface

TICK = 5  # milliseconds
LONG = 0.05  # seconds: a pause that people may notice
PATIENCE = 40  # seconds for any one step
HIGH_PRIORITY = 1  # Qt.HighEventPriority


class Watch:
    """The longest time between two ticks of a timer on the GUI thread."""

    def __init__(self, profile: bool = False):
        self.timer = QTimer()
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.setInterval(TICK)
        self.timer.timeout.connect(self._tick)
        self.sampler = Sampler(self) if profile else None
        self.last = self.longest = 0.0
        self.pauses: list[float] = []

    def start(self) -> None:
        self.longest, self.pauses, self.last = 0.0, [], time.perf_counter()
        if self.sampler:
            self.sampler.start()
        self.timer.start()

    def stop(self) -> None:
        self._tick()
        self.timer.stop()
        if self.sampler:
            self.sampler.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        gap = now - self.last
        self.longest, self.last = max(self.longest, gap), now
        if gap > LONG:
            self.pauses.append(gap)
        if self.sampler:
            self.sampler.ticked(gap)


class Sampler:
    """Where the GUI thread was during its pauses, seen from another thread."""

    def __init__(self, watch: Watch):
        self.watch = watch
        self.thread_id = threading.get_ident()
        self.seen: list[str] = []
        self.found: Counter = Counter()
        self.running = False

    def start(self) -> None:
        self.seen, self.found, self.running = [], Counter(), True
        threading.Thread(target=self._run, daemon=True).start()

    def stop(self) -> None:
        self.running = False

    def ticked(self, gap: float) -> None:
        seen, self.seen = self.seen, []
        if gap > LONG:
            self.found.update(seen)

    def _run(self) -> None:
        while self.running:
            frame, lines = sys._current_frames().get(self.thread_id), []
            while frame is not None:
                path = Path(frame.f_code.co_filename)
                lines.append(f"{path.name}:{frame.f_lineno} {frame.f_code.co_name}")
                frame = frame.f_back
            self.seen.append(" < ".join(lines[:6]))
            time.sleep(0.004)


class Until(QObject):
    """Runs the event loop until it is told that something has happened."""

    def __init__(self):
        super().__init__()
        self.loop = QEventLoop()
        self.happened = False

    def tell(self, *_: object) -> None:
        self.happened = True
        self.loop.quit()

    def wait(self, seconds: float = PATIENCE) -> bool:
        if not self.happened:
            timer = QTimer()
            timer.setSingleShot(True)
            timer.timeout.connect(self.loop.quit)
            timer.start(int(1000 * seconds))
            self.loop.exec()
        return self.happened

    def demand(self, otherwise: str) -> None:
        if not self.wait():
            raise TimeoutError(otherwise)


class Painted(QObject):
    """Tells when a widget has been painted while `ready` holds."""

    def __init__(self, widget, ready, tell):
        super().__init__()
        self.widget, self.ready, self.tell = widget, ready, tell
        widget.installEventFilter(self)
        widget.update()

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.Paint and self.ready():
            self.widget.removeEventFilter(self)
            # Comes when this painting is over, and before any timer.
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), HIGH_PRIORITY)
        return False

    def customEvent(self, event) -> None:
        self.tell()


def settle(seconds: float = 1.0) -> None:
    Until().wait(seconds)


def painted(widget, ready) -> None:
    until = Until()
    keep = Painted(widget, ready, until.tell)
    until.demand(f"{keep.widget.objectName()} was not painted")


def wait_for(condition) -> None:
    """Run the event loop until a condition holds; looked at five times a second, for what no signal tells."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("it never came to that")
        settle(0.2)


class Bench:
    def __init__(self, plan: dict):
        self.plan = plan
        self.watch = Watch(plan.get("profile", False))
        self.found: dict[str, dict] = {}
        self.project = QgsProject.instance()
        self.canvas = iface.mapCanvas()
        self.added = None  # the layer that came last

    def run(self) -> None:
        if "klasskart" not in active_plugins:
            raise RuntimeError("QGIS did not start the plugin")
        iface.mainWindow().resize(1400, 900)
        iface.newProject()
        settle(2)
        for step, *arguments in self.plan["steps"]:
            getattr(self, step)(*arguments)

    # --- measuring --------------------------------------------------------------------

    def measure(self, name: str, work) -> None:
        """Watch from just before `work` until it is over, its waiting included."""
        settle()
        start = time.perf_counter()
        self.watch.start()
        work()
        self.watch.stop()
        self.note(name, start)

    def note(self, name: str, start: float) -> None:
        found = {"longest": self.watch.longest, "pauses": self.watch.pauses, "seconds": time.perf_counter() - start}
        if self.watch.sampler:
            found["where"] = self.watch.sampler.found.most_common(12)
        self.found[name] = found

    def until_drawn(self, click) -> None:
        """Click; wait until a layer has come and a redraw of the map with it is finished."""
        added: list = []
        drawn = Until()

        def on_redraw() -> None:
            if any(layer in added for layer in self.canvas.layers()) and not self.canvas.isDrawing():
                drawn.tell()

        self.project.layersAdded.connect(added.extend)
        self.canvas.mapCanvasRefreshed.connect(on_redraw)
        click()
        drawn.demand("the new layer was not drawn")
        self.canvas.mapCanvasRefreshed.disconnect(on_redraw)
        self.project.layersAdded.disconnect(added.extend)
        self.added = added[0]

    def until_redrawn(self, layer) -> None:
        """Draw a layer anew and wait until that is finished."""
        drawn = Until()
        self.canvas.mapCanvasRefreshed.connect(drawn.tell)
        layer.triggerRepaint()
        drawn.demand("the layer was not drawn again")
        self.canvas.mapCanvasRefreshed.disconnect(drawn.tell)

    # --- steps: the plugin --------------------------------------------------------------

    def idle(self) -> None:
        """What the desktop does by itself."""
        self.measure("idle", lambda: settle(3))

    def open_dock(self) -> None:
        """From the click until the dock has been painted; then what a silent service does to the GUI thread."""
        toggle = iface.mainWindow().findChild(QAction, "KlasskartToggleDock")

        settle()
        start = time.perf_counter()
        self.watch.start()
        toggle.trigger()
        shown = Until()

        def on_painted() -> None:
            self.found["dock"] = {"seconds": time.perf_counter() - start, "longest": self.watch.longest, "pauses": []}
            self.watch.start()  # what comes now is another measurement
            shown.tell()

        keep = Painted(self.dock().widget(), self.dock().isVisible, on_painted)
        shown.demand(f"{keep.widget.objectName()} was not painted")
        settle(3)
        self.watch.stop()
        self.note("dock, the seconds after", start)

    def codes(self, classification: int, count: int) -> None:
        """Choose a classification in its list; the tree stands when at least `count` codes are told and it was painted."""
        page = self.page("KlasskartCodesPage")
        wait_for(lambda: not page.search.showSpinner())

        def click() -> None:
            row = page.units.findData(classification)
            page.units.setCurrentIndex(row)
            page.units.activated.emit(row)
            painted(page.tree.viewport(), lambda: page.tree.model().rowCount() >= count)

        self.measure("codes", click)

    def boundaries(self, name: str, unit: str) -> None:
        page = self.page("KlasskartLayersPage")
        page.boundaries._on_unit(unit)
        settle()
        self.measure(name, lambda: self.until_drawn(page.primary.click))
        layer = self.added
        self.found[name].update(features=layer.featureCount(), path=layer.source().partition("|")[0], id=layer.id())

    def join(self, name: str, of: str, live: bool) -> None:
        """Look at what matches, read the report, join; the map is drawn anew with the layer joined."""
        layer = self.project.mapLayer(self.found[of]["id"])
        page = self.page("KlasskartJoinPage")

        def look() -> None:
            page.show_layer(layer)
            page.check_soon()
            painted(page, lambda: page._prepared is not None)

        self.measure(f"{name}: what would match", look)
        (page.choices.live if live else page.choices.written).setChecked(True)
        settle()
        if not page.drill.is_open:
            self.measure(f"{name}: its report", lambda: self._open_report(page))
        settle()

        def join_live() -> None:
            page.primary.click()
            painted(page, lambda: page._joined is not None)
            self.until_redrawn(layer)  # a join by itself changes nothing in the map

        def join_written() -> None:
            self.until_drawn(page.primary.click)

        self.measure(name, join_live if live else join_written)
        report = page._joined.report
        self.found[name].update(matched=report.matched, features=report.features)

    def _open_report(self, page) -> None:
        page.open_report()
        painted(page, lambda: page.drill.is_open)

    def undo(self) -> None:
        page = self.page("KlasskartJoinPage")
        for button in page.notes.findChildren((QPushButton, QToolButton)):
            if button.text().replace("&", "") == "Undo":
                button.click()
                break
        wait_for(lambda: page._joined is None and page._prepared is not None)

    # --- steps: the yardstick -----------------------------------------------------------

    def empty_dock(self) -> None:
        """What QGIS needs for a dock with nothing in it."""

        def click() -> None:
            dock = QgsDockWidget("Empty", iface.mainWindow())
            dock.setWidget(QLabel("Nothing"))
            iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
            painted(dock.widget(), dock.isVisible)

        self.measure("empty dock", click)

    def add_layer(self, name: str, path: str) -> None:
        """What QGIS itself needs for the same file. Its table is named: the styles beside it would make QGIS ask which one."""
        table = Path(path).name.split("_")[0]  # as the cache names files: by unit first
        source = f"{path}|layername={table}"
        self.measure(name, lambda: self.until_drawn(lambda: iface.addVectorLayer(source, name, "ogr")))

    def add_join(self, name: str, field: str, table: str, key: str) -> None:
        """What QGIS itself needs to join a table of codes to the layer that was added last, and to draw it again."""
        layer, codes = self.added, QgsVectorLayer(table, "codes", "ogr")

        def join() -> None:
            self.project.addMapLayer(codes)
            info = QgsVectorLayerJoinInfo()
            info.setJoinLayer(codes)
            info.setJoinFieldName(key)
            info.setTargetFieldName(field)
            info.setUsingMemoryCache(True)
            layer.addJoin(info)
            self.until_redrawn(layer)

        self.measure(name, join)

    # --- the dock -------------------------------------------------------------------------

    def dock(self):
        return iface.mainWindow().findChild(QObject, "KlasskartDock")

    def page(self, name: str):
        """Bring a page into sight by its tab."""
        dock = self.dock()
        page = next(page for page in dock.pages if page.objectName() == name)
        dock.tabs.setCurrentIndex(dock.pages.index(page))
        settle()
        return page


def main() -> None:
    plan = json.loads(Path(os.environ["BENCH_PLAN"]).read_text("utf-8"))
    found: dict = {}
    try:
        bench = Bench(plan)
        found = bench.found
        bench.run()
    except Exception:
        found["fault"] = {"text": traceback.format_exc()}
    Path(plan["out"]).write_text(json.dumps(found), "utf-8")
    os._exit(0)  # no farewell: QGIS would ask about the jobs that still wait for a silent service


QTimer.singleShot(1500, main)
