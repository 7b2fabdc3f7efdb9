"""Choosing which figures a layer is drawn after, and how; its classes are seen before anything changes."""

from __future__ import annotations

from qgis.core import QgsMarkerSymbol, QgsSymbol, QgsSymbolLayerUtils, QgsVectorLayer
from qgis.gui import QgsFieldComboBox
from qgis.PyQt.QtCore import QSignalBlocker, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ..core.map_columns import COUNT, SHARE
from ..gis import map_styles
from ..gis.map_styles import CATEGORIES, CIRCLES, COLOURS, Figures
from .forms import Rows, narrow
from .measures import em, icon_size, spacing
from .notes import wrapped_label

_ICON = 4.0  # mm: the height of an icon


class FiguresPanel(QWidget):
    """Shows Figures and the classes that would be drawn; reading another field is its user's matter."""

    field_chosen = pyqtSignal(str)
    rate_chosen = pyqtSignal(str, str)  # field, per which other

    def __init__(self, layer: QgsVectorLayer, parent: QWidget | None = None):
        super().__init__(parent)
        self._layer = layer
        self._figures: Figures | None = None
        self.field_box = QgsFieldComboBox()
        self.field_box.setLayer(layer)
        self.per_box = QgsFieldComboBox()
        self.per_box.setAllowEmptyFieldName(True)
        self.per_box.setLayer(layer)
        self.per_box.setToolTip(
            self.tr(
                "Divide by another column, such as inhabitants or square kilometres of land. "
                "What the boundaries themselves enclose is no land area: many reach out to sea."
            )
        )
        self.way_box = QComboBox()
        for box in (self.field_box, self.per_box, self.way_box):
            narrow(box, 6)
            box.setMinimumWidth(7 * em(self))
        self.about = wrapped_label()
        self.heading = wrapped_label()
        self.classes = QListWidget()
        self.classes.setAccessibleName(self.tr("Classes that would be drawn"))
        self.classes.setIconSize(QSize(2 * icon_size(), icon_size()))
        self.classes.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.unchanged = wrapped_label(self.tr("Nothing changes before you press the button."))
        self._arrange()
        self.field_box.fieldChanged.connect(self._on_field)
        self.per_box.fieldChanged.connect(self._on_per)
        self.way_box.activated.connect(lambda _: self._show_classes())

    @property
    def figures(self) -> Figures | None:
        return self._figures

    @property
    def way(self) -> str:
        """The chosen way of showing the figures; "" where there is none, or the field is being read."""
        return str(self.way_box.currentData() or "")

    def tab_order(self) -> list[QWidget]:
        return [self.field_box, self.per_box, self.way_box, self.classes]

    def show_figures(self, figures: Figures) -> None:
        """Show what was read, in the way that suits it best; the chosen way stays where it suits, too."""
        before, other = self.way, self._figures is None or figures.held.kind != self._figures.held.kind
        self._figures = figures
        for box, field in ((self.field_box, figures.field), (self.per_box, figures.per)):
            with QSignalBlocker(box):
                box.setField(field)
        self.per_box.setEnabled(figures.held.kind in (COUNT, SHARE))
        ways = map_styles.ways_of(self._layer, figures)
        self.way_box.clear()
        for way in ways:
            self.way_box.addItem(self._names()[way], way)
        if before in ways and not other:
            self.way_box.setCurrentIndex(ways.index(before))
        self._show_classes()

    def _on_field(self, name: str) -> None:
        if name:
            self.field_chosen.emit(name)

    def _on_per(self, name: str) -> None:
        if name:
            self.rate_chosen.emit(self._figures.field, name)
        else:
            self.field_chosen.emit(self._figures.field)

    def _show_classes(self) -> None:
        figures, way = self._figures, self.way
        self.classes.clear()
        self.about.setText(self._about().get(way, ""))
        self.about.setVisible(way in self._about())
        for widget in (self.heading, self.classes):
            widget.setVisible(bool(way))
        self.way_box.setEnabled(bool(way))
        self.heading.setText(map_styles.heading_text(self._layer, figures))
        rules = map_styles.rules_of(self._layer, figures, way) if way else []
        for rule in rules:
            item = QListWidgetItem(self._icon(rule.symbol(), way), rule.label())
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.classes.addItem(item)
        # All of them are seen at once: the page scrolls, and a list that scrolls within it is easily overlooked.
        rows = self.classes.count() * max(0, self.classes.sizeHintForRow(0))
        self.classes.setMinimumHeight(rows + 2 * self.classes.frameWidth())

    def _icon(self, symbol: QgsSymbol, way: str) -> QIcon:
        """Picture a symbol; circles as much smaller as the largest one must be to have room."""
        symbol = symbol.clone()
        if way == CIRCLES and isinstance(symbol, QgsMarkerSymbol):
            symbol.setSize(symbol.size() * _ICON / map_styles.LARGEST)
        return QgsSymbolLayerUtils.symbolPreviewIcon(symbol, self.classes.iconSize())

    def _names(self) -> dict[str, str]:
        return {
            COLOURS: self.tr("Coloured classes"),
            CIRCLES: self.tr("Circles"),
            CATEGORIES: self.tr("A colour for each value"),
        }

    def _about(self) -> dict[str, str]:
        """Say of a way what its reader might misread."""
        each = self.tr(
            "Nearly every feature has a value of its own: there is nothing to colour by. "
            "Choose another column, or join one that several share, such as fylke."
        )
        said = {CIRCLES: self.tr("The area of a circle is the number."), "": each}
        if self._figures.held.kind == COUNT:
            said[COLOURS] = self.tr("Large areas look like large numbers. Circles show how many there are.")
        return said

    def _arrange(self) -> None:
        rows = Rows()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(spacing(self))
        boxes = {self.tr("Column"): self.field_box, self.tr("Per"): self.per_box, self.tr("Shown as"): self.way_box}
        for words, box in boxes.items():
            label = QLabel(words)
            label.setBuddy(box)
            box.setAccessibleName(words)
            rows.addRow(label, box)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(self))
        column.addLayout(rows)
        column.addWidget(self.about)
        column.addWidget(self.heading)
        column.addWidget(self.classes, 1)
        column.addStretch()  # where there are no classes
        column.addWidget(self.unchanged)
