"""What boundaries are wanted: unit, year, and under "More Choices" several kommuner, names and another CRS."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsCheckableComboBox, QgsCollapsibleGroupBox, QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAction,
    QActionGroup,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QMenu,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.crs import SuitedCrs, suited_crs
from ..core.places import Places
from ..work.boundary_file import BoundaryRequest
from .checkable import on_checks
from .coast_choice import CoastChoice
from .context import COUNTRY, Context
from .forms import Rows, narrow
from .groups import fold_button
from .keep_choice import KeepChoice
from .map_area import shown_extent
from .measures import margin, spacing
from .names_choice import NamesChoice
from .notes import wrapped_label
from .wording import counted
from .year_box import YearBox

_MOST_NAMED = 4  # places; the map may show dozens


class BoundaryForm(QWidget):
    """Shows and changes a BoundaryRequest; the area is that of the context."""

    changed = pyqtSignal()
    crs_wanted = pyqtSignal(tuple)
    years_wanted = pyqtSignal(str)
    files_wanted = pyqtSignal()

    def __init__(self, desk, parent: QWidget | None = None):
        super().__init__(parent)
        self._desk = desk
        self._context: Context = desk.context
        self._suited: dict[tuple[str, ...], SuitedCrs] = {COUNTRY: suited_crs(COUNTRY)}
        self._listed: Places | None = None
        self._units: dict[str, QRadioButton | QAction] = {}
        self.year = YearBox()
        self.area_words = wrapped_label(least=7)  # beside a label
        self.crs_words = wrapped_label(least=7)
        self.kommuner = QgsCheckableComboBox()
        self.coast = CoastChoice(str(desk.settings.get("map/coast")))
        self.keep = KeepChoice(desk.settings)
        self.names = NamesChoice(desk.settings, desk.project)
        self.seen = QCheckBox(self.tr("Map Extent Only"))
        self.other_crs = QCheckBox(self.tr("Other CRS"))
        self.save = QPushButton(self.tr("Save as Delivered…"))
        self.crs = QgsProjectionSelectionWidget()
        self._build()
        self.choose_unit(str(desk.settings.get("map/unit")))
        self._show_places(self._context.places)
        self._connect()
        self.paint()

    @property
    def unit(self) -> str:
        return next((key for key, choice in self._units.items() if choice.isChecked()), "kommune")

    def choose_unit(self, key: str) -> None:
        """One choice over two groups: choosing in one clears the other."""
        if key not in self._units:
            return
        self._radios.setExclusive(isinstance(self._units[key], QRadioButton))
        for other, choice in self._units.items():
            choice.setChecked(other == key)

    def area_text(self) -> str:
        """The area in words; of many places the first, and how many more."""
        places = self._context.area
        if self._context.is_country or len(places) <= _MOST_NAMED:
            return self._context.area_label() or self.tr("Whole country")
        first = ", ".join(map(self._context.label_of, places[: _MOST_NAMED - 1]))
        return counted("BoundaryForm", "{} and %n more", len(places) - _MOST_NAMED + 1).format(first)

    @property
    def lacks_map(self) -> bool:
        """Whether the map is to tell what is wanted, and shows no place yet."""
        return self.seen.isChecked() and shown_extent(self._desk) is None

    def request(self) -> BoundaryRequest:
        """What is asked for. The year of the date is the vintage; this year's is the newest there is."""
        year = self.year.chosen() or self._context.day.year
        vintage = None if year == self._context.today.year else year
        extent = shown_extent(self._desk) if self.seen.isChecked() else None
        return BoundaryRequest(self.unit, self._context.area, vintage, self._chosen_crs(), self.coast.coast, extent)

    @property
    def suited_epsg(self) -> int:
        """The system that suits the area, as far as that is known yet; else the country's."""
        return self._suited.get(self._context.area, self._suited[COUNTRY]).epsg

    def show_suited(self, area: tuple[str, ...], suited: SuitedCrs) -> None:
        """Take the answer to `crs_wanted`."""
        self._suited[area] = suited
        self.paint()

    def tab_order(self) -> list[QWidget]:
        radios = [choice for choice in self._units.values() if isinstance(choice, QRadioButton)]
        further = [fold_button(self.choices), self.kommuner, self.seen, self.names, self.other_crs, self.crs, self.save]
        return [*radios, self.more_units, self.year, *self.coast.buttons.values(), *self.keep.tab_order(), *further]

    def paint(self) -> None:
        chosen = self._units[self.unit]
        self.more_units.setText(chosen.text() if isinstance(chosen, QAction) else self.tr("More"))
        self.year.show_date(self._context.day)
        area = self.area_text()
        self.area_words.setText(self.tr("{}, within the map extent").format(area) if self.seen.isChecked() else area)
        self.area_words.setToolTip(self._context.area_label())
        self.crs_words.setText(self._crs_sentence())
        self.crs.setEnabled(self.other_crs.isChecked())
        if self._context.area not in self._suited:
            self.crs_wanted.emit(self._context.area)
        self._check_kommuner()

    # --- building ---------------------------------------------------------------------

    def _build(self) -> None:
        form = Rows()
        form.setSpacing(2 * spacing(self))
        form.addRow(self.tr("Area"), self.area_words)
        form.addRow(self.tr("Year"), self.year)
        form.addRow(self.tr("Coast"), self.coast)
        form.addRow(self.tr("CRS"), self.crs_words)
        form.addRow(self.tr("Keep in"), self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * spacing(self))
        layout.addLayout(self._unit_choice())
        layout.addLayout(form)
        layout.addWidget(self._more_choices())
        for box in (self.kommuner, self.crs):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _unit_choice(self) -> QGridLayout:
        """Radio buttons for what most want; the others in a menu."""
        names = self._unit_names()
        grid = QGridLayout()
        grid.setSpacing(spacing(self))
        group = QButtonGroup(self)
        for number, key in enumerate(("kommune", "fylke", "grunnkrets")):
            button = QRadioButton(names[key])
            group.addButton(button)
            grid.addWidget(button, number // 2, number % 2)
            button.clicked.connect(lambda _=False, key=key: self._on_unit(key))
            self._units[key] = button
        grid.addWidget(self._more_units(names), 1, 1, Qt.AlignmentFlag.AlignLeft)
        self._radios = group
        return grid

    def _more_units(self, names: dict[str, str]) -> QToolButton:
        self.more_units = QToolButton()
        self.more_units.setAutoRaise(True)
        self.more_units.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more_units.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more_units.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.more_units.setToolTip(self.tr("Delområder, bydeler, and borders as lines"))
        menu = QMenu(self.more_units)
        self._further = QActionGroup(self)
        areas, borders = ("delomrade", "bydel"), ("kommunegrense", "fylkesgrense")
        for key in (*areas, *borders):
            if key == borders[0]:
                menu.addSeparator()
            action = QAction(names[key], self._further)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, key=key: self._on_unit(key))
            menu.addAction(action)
            self._units[key] = action
        self.more_units.setMenu(menu)
        return self.more_units

    def _more_choices(self) -> QgsCollapsibleGroupBox:
        self.choices = QgsCollapsibleGroupBox(self.tr("More Choices"))
        self.choices.setObjectName("KlasskartBoundaryChoices")
        self.choices.setCollapsed(True)
        self.kommuner.setDefaultText(self.tr("Several kommuner"))
        self.kommuner.setAccessibleName(self.tr("Several Kommuner"))
        told = self.tr("Only those that the map shows a part of when you get them come into the layer, each of them whole.")
        self.seen.setToolTip(told)
        self.seen.setAccessibleDescription(told)
        self.save.setToolTip(self.tr("Geonorge's own files in a folder of yours: GeoJSON, GML, FGDB, SOSI or PostGIS"))
        self.crs.setAccessibleName(self.tr("Coordinate System"))
        self.crs.setCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
        names = self.crs.findChild(QComboBox)  # else the longest name of a CRS sets the dock's width
        narrow(names, 6)
        names.setAccessibleName(self.tr("Coordinate System"))
        layout = QVBoxLayout(self.choices)
        layout.setContentsMargins(*[margin(self)] * 4)
        layout.setSpacing(spacing(self))
        layout.addWidget(self.kommuner)
        layout.addWidget(self.seen)
        layout.addWidget(self.names)
        layout.addWidget(self.other_crs)
        layout.addWidget(self.crs)
        layout.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        return self.choices

    def _connect(self) -> None:
        self.choices.collapsedStateChanged.connect(lambda _: self._show_places(self._context.places))
        self.year.changed.connect(self._on_changed)
        self.coast.changed.connect(self._on_coast)
        self.year.opened.connect(lambda: self.years_wanted.emit(self.unit))
        self.seen.toggled.connect(lambda _: self._on_changed())
        self.save.clicked.connect(lambda: self.files_wanted.emit())
        self.other_crs.toggled.connect(lambda _: self._on_changed())
        self.crs.crsChanged.connect(lambda _: self._on_changed())
        on_checks(self.kommuner, self._on_kommuner)
        self._context.changed.connect(self._on_changed)
        self._context.places_changed.connect(lambda: self._show_places(self._context.places))

    # --- state ------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self.paint()
        self.changed.emit()

    def _on_unit(self, key: str) -> None:
        self.choose_unit(key)
        self._desk.settings.set("map/unit", key)
        self._on_changed()

    def _on_coast(self, coast: str) -> None:
        self._desk.settings.set("map/coast", coast)
        self._on_changed()

    def _chosen_crs(self) -> str | None:
        return self.crs.crs().authid() or None if self.other_crs.isChecked() else None

    def _crs_sentence(self) -> str:
        if self._chosen_crs():
            return self._chosen_crs()
        suited = self._suited.get(self._context.area)
        if suited is None:
            return self.tr("Suited to the area")
        zone = f"UTM {suited.epsg - 25800}"
        if suited.reason == "zone":
            return self.tr("{}, suits the area").format(zone)
        return self.tr("{}, suits the whole country").format(zone)

    def _show_places(self, places: Places) -> None:
        """List the kommuner; only once the group is open, since a long list takes its time."""
        if self.choices.isCollapsed():
            self._listed = None
            return
        if places is self._listed:
            return
        self._listed = places
        with QSignalBlocker(self.kommuner):
            self.kommuner.clear()
            for place in places.kommuner:
                self.kommuner.addItemWithCheckState(self._context.label_of(place.number), Qt.CheckState.Unchecked, place.number)
        self._check_kommuner()

    def _check_kommuner(self) -> None:
        """Tick the kommuner of the context's area."""
        with QSignalBlocker(self.kommuner):
            for row in range(self.kommuner.count()):
                wanted = self.kommuner.itemData(row) in self._context.area
                state = Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
                if self.kommuner.itemCheckState(row) != state:
                    self.kommuner.setItemCheckState(row, state)

    def _on_kommuner(self) -> None:
        self._context.set_area(tuple(map(str, self.kommuner.checkedItemsData())) or COUNTRY)

    def _unit_names(self) -> dict[str, str]:
        return {
            "kommune": self.tr("Kommuner"),
            "fylke": self.tr("Fylker"),
            "grunnkrets": self.tr("Grunnkretser"),
            "delomrade": self.tr("Delområder"),
            "bydel": self.tr("Bydeler"),
            "kommunegrense": self.tr("Kommune Borders"),
            "fylkesgrense": self.tr("Fylke Borders"),
        }
