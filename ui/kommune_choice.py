"""Which kommune a page is about: that of the context, which can also be pointed at in the map or taken from a feature."""

from __future__ import annotations

from qgis.core import QgsMapLayerType
from qgis.PyQt.QtCore import QObject

from ..core import places
from ..core.units import WHOLE_COUNTRY
from .buttons import icon_button
from .icons import theme_icon
from .map_area import MapArea, canvas_of
from .notes import Note

_NOTE = "selected"
_MOST_SELECTED = 100  # features that are looked at


class KommuneChoice(QObject):
    """Reads the kommune out of the area of the context, and sets it."""

    def __init__(self, page):
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self._map = MapArea(page.desk, lambda: page, self)
        self.point_button = icon_button(theme_icon("cursors/mCapturePoint"), self.tr("Point at a Kommune in the Map"))
        self.point_button.setCheckable(True)
        self.point_button.clicked.connect(lambda on: self.start() if on else self.stop())
        self._map.changed.connect(self.paint)

    @property
    def number(self) -> str:
        """The number of the kommune; "" where the area is not one."""
        area = self._desk.context.area
        if len(area) != 1 or area[0] == WHOLE_COUNTRY:
            return ""
        if len(area[0]) == 4:
            return area[0]
        inside = places.shipped().inside(area[0])
        return inside[0].number if len(inside) == 1 else ""  # Oslo is a fylke, too

    @property
    def name(self) -> str:
        return self._desk.context.label_of(self.number) if self.number else ""

    @property
    def holds_several(self) -> bool:
        return not self.number and not self._desk.context.is_country

    def choose(self, number: str) -> None:
        self._desk.context.set_area((number,))

    def paint(self) -> None:
        self.point_button.setEnabled(self.can_point)
        self.point_button.setChecked(self._map.is_pointing)

    # --- pointing -------------------------------------------------------------------------

    @property
    def can_point(self) -> bool:
        return canvas_of(self._desk) is not None

    def start(self) -> None:
        """Have the user click a kommune in the map."""
        self._map.take_point()
        self.paint()  # where the map shows no place, nothing has begun

    def stop(self) -> bool:
        """Wait for no click any more; False where none was waited for."""
        return self._map.stop()

    # --- from a feature ---------------------------------------------------------------------

    @property
    def has_selected(self) -> bool:
        """Whether a feature of the active layer is selected."""
        layer = self._active_layer()
        return layer is not None and layer.selectedFeatureCount() > 0

    def take_selected(self) -> None:
        """Choose the kommune that the selected features of the active layer belong to."""
        from ..gis.kommune_number import kommune_of

        layer = self._active_layer()
        if layer is None or not layer.selectedFeatureCount():
            return
        features = [layer.getFeature(number) for number in layer.selectedFeatureIds()[:_MOST_SELECTED]]
        number = kommune_of(features)
        if number:
            self.choose(number)
        else:
            words = self.tr("What is selected in “{}” has no single kommune number. Select one feature that has it.")
            self._page.show_note(Note(words.format(layer.name()), "problem", key=_NOTE))

    def _active_layer(self):
        layer = self._desk.iface.activeLayer() if self._desk.iface else None
        return layer if layer is not None and layer.type() == QgsMapLayerType.VectorLayer else None
