"""Choosing an area by the map: the kommuner that it shows, or the one at a point of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsMapToolEmitPoint
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QTimer, pyqtSignal

from ..core.errors import KlasskartError, NotOffered, ServiceError
from ..core.extent import Extent
from ..gis.map_extent import map_extent, map_point
from .notes import Note, NoteAction
from .wording import counted

KEY = "area"  # of jobs and notes
_SETTLED = 2000  # milliseconds after which a change of the CRS is the user's


def canvas_of(desk) -> QgsMapCanvas | None:
    """Give QGIS's map; None where there is none."""
    return desk.iface.mapCanvas() if desk.iface else None


def fill_map(desk) -> None:
    """Show the first layer of a project as large as it can be: QGIS zooms to it, and only then takes over its CRS."""
    canvas = canvas_of(desk)
    if canvas is not None:
        canvas.destinationCrsChanged.connect(canvas.zoomToFullExtent)
        QTimer.singleShot(_SETTLED, lambda: _leave_map(canvas))


def _leave_map(canvas: QgsMapCanvas) -> None:
    if not sip.isdeleted(canvas):
        canvas.destinationCrsChanged.disconnect(canvas.zoomToFullExtent)


def shown_extent(desk) -> Extent | None:
    """Give what the map shows now; None where there is no map, or one without a CRS."""
    canvas = canvas_of(desk)
    if canvas is None or canvas.extent().isEmpty() or not canvas.mapSettings().destinationCrs().isValid():
        return None
    return map_extent(canvas.extent(), canvas.mapSettings().destinationCrs())


def no_map_words() -> str:
    """Say that the map can't tell an area."""
    return QCoreApplication.translate("MapArea", "The map shows no place yet. Add a layer first, or choose an area by name.")


class _PointTool(QgsMapToolEmitPoint):
    """Emits a point; Esc puts the tool down."""

    left = pyqtSignal()

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class MapArea(QObject):
    """Makes what the map shows, or a point of it, the area of the context. `page()` gives the page that is to tell of it."""

    changed = pyqtSignal()  # a click is waited for, or no longer

    def __init__(self, desk, page: Callable, parent: QObject | None = None):
        super().__init__(parent)
        self._desk, self._page = desk, page
        self._tool: _PointTool | None = None
        self._former: QgsMapTool | None = None
        self._pointing = False

    @property
    def is_pointing(self) -> bool:
        """Whether a click in the map is waited for."""
        return self._pointing

    def stop(self) -> bool:
        """Wait for no click any more; False where none was waited for."""
        if not self._pointing:
            return False
        self._put_back()
        return True

    def take_extent(self) -> None:
        """Choose the kommuner that the map shows a part of."""
        extent = shown_extent(self._desk)
        if extent is None:
            self._tell_no_map()
        else:
            self._find(extent, self._tell_shown)

    def take_point(self) -> None:
        """Have the user click a place in the map, and choose its kommune."""
        canvas = canvas_of(self._desk)
        if shown_extent(self._desk) is None:
            self._tell_no_map()
            return
        if self._tool is None:
            self._tool = _PointTool(canvas)
            self._tool.setParent(self)  # QGIS lets go of it with us
            self._tool.left.connect(self._put_back)
            self._tool.canvasClicked.connect(self._on_clicked)
            self._tool.deactivated.connect(self._on_left)
        if canvas.mapTool() is not self._tool:
            self._former = canvas.mapTool()
        canvas.setMapTool(self._tool)
        self._pointing = True
        canvas.setFocus(Qt.FocusReason.OtherFocusReason)  # Esc is to reach the tool
        words = self.tr("Click a place in the map. The kommune there becomes the area.")
        self._page().show_note(Note(words, actions=(NoteAction(self.tr("Cancel"), self._put_back),), key=KEY))
        self.changed.emit()

    # --- the map ----------------------------------------------------------------------

    def _on_clicked(self, point: QgsPointXY, _button: object) -> None:
        crs = canvas_of(self._desk).mapSettings().destinationCrs()
        self._put_back()
        self._find(map_point(point, crs), lambda found: None)

    def _put_back(self) -> None:
        """Give the map the tool that it had."""
        canvas, former, self._former = canvas_of(self._desk), self._former, None
        if former is not None and not sip.isdeleted(former):
            canvas.setMapTool(former)
        else:
            canvas.unsetMapTool(self._tool)

    def _on_left(self) -> None:
        """Another tool was chosen: nothing waits for a click any more."""
        self._pointing = False
        self._page().notes.clear(KEY)
        self.changed.emit()

    # --- finding ----------------------------------------------------------------------

    def _find(self, extent: Extent, tell: Callable[[tuple[str, ...]], None]) -> None:
        """Find the kommuner of the context's day in the background, and make them the area."""
        context = self._desk.context
        vintage = None if context.day.year == context.today.year else context.day.year
        self._page().notes.clear(KEY)
        self._desk.start(
            lambda services, feedback: _kommuner(services, extent, vintage, feedback),
            lambda found, error: self._on_found(extent, found, error, tell),
            title=self.tr("Finding kommuner in the map …"),
            key=KEY,
        )

    def _on_found(self, extent: Extent, found: tuple[str, ...] | None, error: KlasskartError | None, tell: Callable) -> None:
        if error is not None:
            self._page().show_problem(error, lambda: self._find(extent, tell), key=KEY)
            return
        self._desk.context.set_area(found)
        tell(found)

    def _tell_shown(self, found: tuple[str, ...]) -> None:
        words = counted("MapArea", "The map shows a part of %n kommune(r). They are the area now.", len(found))
        if self._desk.context.is_country:
            words = self.tr("The map shows a part of every kommune. The whole country is the area now.")
        self._page().show_note(Note(words, key=KEY))

    def _tell_no_map(self) -> None:
        self._page().show_note(Note(no_map_words(), key=KEY))


def _kommuner(services, extent: Extent, vintage: int | None, feedback) -> tuple[str, ...]:
    """Of today's point kommuneinfo knows at once; of all else, and where it does not tell, the boundaries."""
    from ..work import boundaries, in_extent

    if extent.is_point and vintage is None:
        with suppress(ServiceError, NotOffered):
            number = in_extent.kommune_at(services, extent, feedback)
            if number:
                return (number,)
    return in_extent.kommuner_in(
        extent, vintage, lambda request, part: boundaries.fetch(services, request, feedback=part), feedback
    )
