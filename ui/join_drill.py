"""The report as a drill-in of the Join page: its rows and the map follow each other, and it can be saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, pyqtSignal

from ..core.errors import KlasskartError
from ..core.match_report import Miss
from ..gis.columns import plain
from ..work import report_files
from . import join_marks
from .drill import Drill
from .match_report import MatchReportPanel, Reading
from .notes import Note
from .save_files import ask_path

_FIND, _SAVE = "join-find", "join-save"
_MOST_FOLLOWED = 2000  # selected features whose rows are looked up


class ReportDrill(Drill):
    """Opens the report of one layer over the form of a page, and takes everything along when it closes."""

    change_wanted = pyqtSignal()
    lineage_wanted = pyqtSignal(object)  # Miss

    def __init__(self, page):
        super().__init__(page)
        self._layer: QgsVectorLayer | None = None
        self._field = ""
        self._reading: Reading | None = None
        self._selecting = False
        self._marks = join_marks.Marks(page.desk.iface.mapCanvas() if page.desk.iface else None)

    def open(self, layer: QgsVectorLayer, field: str, reading: Reading, joined: bool) -> MatchReportPanel:
        """Show a reading of a layer's field; `joined`: after the join, to look back at."""
        self._layer, self._field, self._reading = layer, field, reading
        panel = MatchReportPanel()
        panel.rows_selected.connect(lambda misses: self._find(misses, lambda place: None))
        panel.show_wanted.connect(lambda misses: self._find(misses, self._zoom_to))
        panel.select_wanted.connect(lambda misses: self._find(misses, self._select))
        panel.save_wanted.connect(self._ask_file)
        panel.day_wanted.connect(self._page.desk.context.set_day)
        panel.change_wanted.connect(self.change_wanted)
        panel.lineage_wanted.connect(self.lineage_wanted)
        self._panel = panel
        # Kept: the panel stack does not own what it shows, as far as Python can see.
        self._frame = self._page.open_panel(panel, f"{layer.name()} · {field}")
        self._frame.panelAccepted.connect(self._on_closed)
        panel.show_reading(reading, joined)
        panel.headline.setFocus(Qt.FocusReason.OtherFocusReason)
        return panel

    def clear_marks(self) -> None:
        self._marks.clear()

    def follow_map(self, *_) -> None:
        """Select the rows of the features that are selected in the map."""
        if self._panel is None or self._selecting or not self._has_layer():
            return
        request = QgsFeatureRequest(self._layer.selectedFeatureIds()[:_MOST_FOLLOWED])
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes([self._field], self._layer.fields())
        values = {plain(feature[self._field]) for feature in self._layer.getFeatures(request)}
        self._panel.select_values(values)

    def _on_closed(self, *_) -> None:
        self._marks.clear()
        self._panel = self._frame = None
        self._page.desk.jobs.cancel(_FIND)
        self._page.on_drill_closed()

    def _has_layer(self) -> bool:
        return self._layer is not None and not sip.isdeleted(self._layer)

    # --- rows to map ------------------------------------------------------------------------

    def _find(self, misses: tuple[Miss, ...], then: Callable[[join_marks.Place], None]) -> None:
        """Find the features of rows in the background, mark them, and do `then`."""
        self._marks.clear()
        values = [value for miss in misses if miss.side == "feature" for value in miss.values]
        if not values or not self._has_layer():
            self._page.desk.jobs.cancel(_FIND)
            return
        source, field = QgsVectorLayerFeatureSource(self._layer), self._field
        pixel = self._marks.pixel(self._layer, self._page.desk.project)
        self._page.desk.start(
            lambda services, feedback: join_marks.find(source, field, values, pixel, feedback),
            lambda place, error: self._on_found(place, error, then),
            title=self.tr("Finding features …"),
            key=_FIND,
            quiet=True,
        )

    def _on_found(self, place: join_marks.Place | None, error: KlasskartError | None, then) -> None:
        if place is None or self._panel is None or not self._has_layer():
            return  # cancelled by a newer choice, or nobody looks any more
        if self._panel.isVisible():
            self._marks.show(place, self._layer)
        then(place)

    def _zoom_to(self, place: join_marks.Place) -> None:
        self._marks.zoom_to(place, self._layer, self._page.desk.project)
        self._find(self._panel.chosen(), lambda place: None)  # the marks as fine as this scale shows them

    def _select(self, place: join_marks.Place) -> None:
        self._selecting = True
        self._layer.selectByIds(list(place.ids))
        self._selecting = False

    # --- saving ---------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        path = ask_path(self._page, self.tr("Save Report"), self._layer.name(), ".xlsx", ".csv")
        if path:
            self.save(path)

    def save(self, path: Path) -> None:
        """Save the report as xlsx or csv, by the ending of the path."""
        report = self._reading.report
        write = report_files.save_csv if path.suffix.lower() == ".csv" else report_files.save_xlsx
        self._page.desk.start(
            lambda services, feedback: write(report, path),
            lambda _, error: self._on_saved(path, error),
            title=self.tr("Saving the report …"),
            key=_SAVE,
        )

    def _on_saved(self, path: Path, error: KlasskartError | None) -> None:
        if error is not None:
            self._page.show_problem(error, lambda: self.save(path))
        else:
            self._page.show_note(Note(self.tr("The report is saved as {}.").format(path.name), "success", details=str(path)))
