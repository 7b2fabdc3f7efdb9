"""A data set as a drill-in of the Open Data page, with its extent on the map as long as it is open."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices

from ..core.errors import UntrustedAddress
from ..core.opendata import Dataset, Distribution
from .drill import Drill
from .extent_mark import ExtentMark
from .opendata_details import OpenDataDetails


class OpenDataDrill(Drill):
    """Opens what is told of one data set over the list, or beside it, where it follows the list."""

    def __init__(self, page):
        super().__init__(page)
        canvas = page.desk.iface.mapCanvas() if page.desk.iface else None
        self.mark = ExtentMark(canvas, page.desk.project)
        if canvas is not None:
            canvas.destinationCrsChanged.connect(self._on_crs)

    def open(self, dataset: Dataset) -> None:
        if self._panel is None:
            panel = self._panel = OpenDataDetails()
            panel.link_wanted.connect(self.open_link)
            panel.zoom_wanted.connect(lambda: self.mark.zoom_to(panel.dataset.extent))
            panel.way_chosen.connect(self._page.paint)
            panel.add_wanted.connect(self._page.run_primary)
            panel.show_dataset(dataset)
            self._frame = self._page.open_panel(panel, self.tr("Data Set"))
            self._frame.panelAccepted.connect(self._on_closed)
            panel.headline.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show(dataset)

    def show(self, dataset: Dataset | None) -> None:
        """Show another data set where the drill-in is open, or what has been heard of the same one since."""
        if self._panel is not None and dataset is not None:
            self._panel.show_dataset(dataset)
            self.mark.show(dataset.extent if self._page.isVisible() else None)

    def follow(self, dataset: Dataset | None) -> None:
        """Show the data set that is chosen in the list beside, or the same one of which more has been heard."""
        if dataset is not None and dataset is not self.dataset:
            self.show(dataset)

    def show_mark(self) -> None:
        """The page has come into sight again."""
        self.show(self.dataset)

    @property
    def dataset(self) -> Dataset | None:
        return self._panel.dataset if self._panel else None

    @property
    def way(self) -> Distribution | None:
        return self._panel.chosen_way() if self._panel else None

    def open_link(self, address: str) -> None:
        """Open a page in the browser, where its address is one that may be called."""
        try:
            QDesktopServices.openUrl(QUrl(self._page.desk.config.addresses.check(address, resolve=False)))
        except UntrustedAddress as error:
            self._page.show_problem(error, key="link")

    def _on_crs(self) -> None:
        self.mark.redraw()

    def _on_closed(self, *_) -> None:
        self._panel = self._frame = None
        self.mark.clear()
        self._page.on_drill_closed()
