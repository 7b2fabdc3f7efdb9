"""Services of maps and features: those of Geonorge and Kartverket, the user's favourites and any address, read when asked."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..core.favourites import Favourite
from .buttons import icon_button
from .forms import Rows, narrow, tell_whole
from .groups import fold_button
from .icons import theme_icon
from .measures import margin, spacing
from .notes import muted, wrapped_label
from .wms_tree import WmsTree
from .wording import counted

_KNOWN_CRS = ("EPSG:25833", "EPSG:25832", "EPSG:25835", "EPSG:3857", "EPSG:4326")


class MapServices(QgsCollapsibleGroupBox):
    """Address, layers, style, CRS and format. Reading and adding are wishes: the page carries them out."""

    read_wanted = pyqtSignal(str)
    add_wanted = pyqtSignal(list)
    _crs_changed = pyqtSignal()
    favourite_wanted = pyqtSignal(str, str, bool)  # address, title, whether it is to be one

    def __init__(self, project: QgsProject, parent: QWidget | None = None):
        super().__init__(parent)
        self._project = project
        self._service = None
        self._address = ""  # what was read, as `chosen_address` has it
        self._favourites: tuple[Favourite, ...] = ()
        self._busy = False
        self.setTitle(self.tr("Map Services"))
        self.setObjectName("KlasskartMapServices")
        self.address = QComboBox()
        self.read = icon_button(theme_icon("mActionRefresh"), self.tr("Read the Layers"))
        self.star = icon_button(theme_icon("mIconFavorites"), self.tr("Add to Favourites"))
        self.about = wrapped_label()
        self.redrawn = muted(wrapped_label())
        self.tree = WmsTree()
        self.style_box, self.crs_box, self.format_box = QComboBox(), QComboBox(), QComboBox()
        self.add = QPushButton(self.tr("Add to Map"))
        self._build()
        self._connect()
        self.paint()

    @property
    def service(self):
        """What was read last (`work.map_services.AnyService`); None before."""
        return self._service

    def chosen_address(self) -> str:
        """What to read: a name of `map_services.KNOWN` ("" for administrative units), or an address."""
        text = self.address.currentText().strip()
        row = self.address.findText(text)
        return self.address.itemData(row) if row >= 0 else text

    def offer_address(self, address: str) -> None:
        """Put an address into the list, once, and show it."""
        if self.address.findData(address) < 0:
            self.address.addItem(address, address)
        self.address.setCurrentIndex(self.address.findData(address))
        self.address.lineEdit().setCursorPosition(0)

    def show_favourites(self, favourites: tuple[Favourite, ...]) -> None:
        """List the user's own services after ours, by title where only one has it."""
        self._favourites = favourites
        shown = self.chosen_address()
        with QSignalBlocker(self.address):
            self._list_services()
        titles = [one.title for one in favourites]
        for one in favourites:
            alone = one.title and titles.count(one.title) == 1 and self.address.findText(one.title) < 0
            self.address.addItem(theme_icon("mIconFavorites"), one.title if alone else one.address, one.address)
        self.offer_address(shown)
        self.paint()

    def show_service(self, service, address: str = "") -> None:
        """Show what was read (`work.map_services.AnyService`), and where; None for nothing."""
        self._service, self._address = service, address
        self.tree.show_layers(service.layers if service else ())
        self._fill(self.format_box, service.formats if service else (), "image/png")
        self.paint()

    def set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.paint()

    def chosen(self) -> tuple[str, str, str]:
        """Style ("" = the layer's first), CRS and format, as shown."""
        return self.style_box.currentData() or "", self.crs_box.currentText(), self.format_box.currentText()

    def tab_order(self) -> list[QWidget]:
        return [
            fold_button(self),
            self.address,
            self.star,
            self.read,
            self.tree,
            self.style_box,
            self.crs_box,
            self.format_box,
            self.add,
        ]

    def paint(self) -> None:
        layers = self.tree.chosen_layers()
        listed = self._service is not None
        for widget in (self.tree, self.add):
            widget.setVisible(listed)
        for box, label in self._choices.items():
            # Features have no style of the service's and no picture format; an OGC API may leave no choice of CRS either.
            fits = listed and (bool(self._service.formats) or (box is self.crs_box and box.count() > 0))
            box.setVisible(fits)
            label.setVisible(fits)
        self.about.setVisible(listed or self._busy)
        self.about.setText(self._about_words())
        self.read.setEnabled(not self._busy)
        self.add.setEnabled(bool(layers) and not self._busy)
        self.add.setText(counted("MapServices", "Add %n Layer(s)", len(layers)) if layers else self.tr("Choose Layers to Add"))
        self.style_box.setEnabled(self.style_box.count() > 1)
        words = self._redrawn_words() if layers else ""
        self.redrawn.setText(words)
        self.redrawn.setVisible(bool(words))
        self._paint_star()

    def _paint_star(self) -> None:
        """Offer to keep what was read, unless it is one of ours."""
        own = self._is_favourite()
        words = self.tr("Remove from Favourites") if own else self.tr("Add to Favourites")
        self.star.setIcon(theme_icon("mActionRemove" if own else "mIconFavorites"))
        self.star.setToolTip(words)
        self.star.setAccessibleName(words)
        self.star.setEnabled(own or (self._service is not None and "/" in self._address))

    def _is_favourite(self) -> bool:
        return any(one.address == self._address for one in self._favourites) and bool(self._address)

    def _redrawn_words(self) -> str:
        """Say when the maps do not come in the project's system."""
        own, shown = self._project.crs(), self.crs_box.currentText()
        if (
            not self._service.formats
            or not own.isValid()
            or not self._is_begun()
            or own.authid() in self._common()
            or not shown
        ):
            return ""
        words = self.tr("This map does not come in {project}. QGIS redraws it from {shown}, which blurs it a little.")
        return words.format(project=own.authid(), shown=shown)

    def _about_words(self) -> str:
        if self._busy:
            return self.tr("Reading what the service offers …")
        if self._service is None:
            return ""
        return " · ".join(part for part in (self._service.title, self._service.credit) if part)

    def _on_selection(self) -> None:
        """Offer what all the chosen layers have."""
        layers = self.tree.chosen_layers()
        styles = layers[0].styles if len(layers) == 1 else ()
        with QSignalBlocker(self.style_box):
            self.style_box.clear()
            for style in styles:
                self.style_box.addItem(style.title or style.name, style.name)
            if not styles:
                self.style_box.addItem(self.tr("Default"), "")
        common = self._common()
        self._fill(self.crs_box, common, self._best_crs(common))
        self.paint()

    def _common(self) -> list[str]:
        """Give the systems that all the chosen layers have."""
        layers = self.tree.chosen_layers()
        return [code for code in layers[0].crs if all(code in layer.crs for layer in layers)] if layers else []

    def _is_begun(self) -> bool:
        """Whether the project's CRS is one that was chosen: degrees are what QGIS begins an empty project with."""
        return bool(self._project.mapLayers()) or not self._project.crs().isGeographic()

    def _best_crs(self, offered: list[str]) -> str:
        """The project's CRS where the service has it, so that nothing is warped; else the usual one of Norway."""
        # In degrees Norway is drawn too wide.
        wanted = [*([self._project.crs().authid()] if self._is_begun() else []), *_KNOWN_CRS]
        return next((code for code in wanted if code in offered), offered[0] if offered else "")

    @staticmethod
    def _fill(box: QComboBox, entries, preferred: str) -> None:
        kept = box.currentText()
        with QSignalBlocker(box):
            box.clear()
            box.addItems(list(entries))
            wanted = kept if kept in entries else preferred
            box.setCurrentIndex(max(0, box.findText(wanted)))

    # --- building -----------------------------------------------------------------------

    def _build(self) -> None:
        self.setCollapsed(True)
        self._prepare_address()
        form = Rows()
        form.setSpacing(spacing(self))
        for words, box in (
            (self.tr("Style"), self.style_box),
            (self.tr("CRS"), self.crs_box),
            (self.tr("Format"), self.format_box),
        ):
            narrow(box)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            form.addRow(words, tell_whole(box))
        self._choices = {box: form.labelForField(box) for box in (self.style_box, self.crs_box, self.format_box)}
        self.tree.setMinimumHeight(8 * self.fontMetrics().height())
        row = QHBoxLayout()
        row.setSpacing(spacing(self))
        row.addWidget(self.address, 1)
        row.addWidget(self.star)
        row.addWidget(self.read)
        # The group shows and hides what lies directly in it; inside a body of our own that stays ours.
        body = QWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*[margin(self)] * 4)
        outer.addWidget(body)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(self))
        layout.addLayout(row)
        layout.addWidget(self.about)
        layout.addWidget(self.tree)
        layout.addLayout(form)
        layout.addWidget(self.redrawn)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignRight)

    def _prepare_address(self) -> None:
        self.address.setEditable(True)
        self.address.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        narrow(self.address)
        self.address.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tell_whole(self.address)
        self._list_services()
        self.address.lineEdit().setCursorPosition(0)
        self.address.setAccessibleName(self.tr("Map Service"))
        self.address.setToolTip(self.tr("Choose, or type the address of any WMS, WMTS, WFS or OGC API"))

    def _list_services(self) -> None:
        self.address.clear()
        self.address.addItem(self.tr("Administrative units (Geonorge)"), "")
        self.address.addItem(self.tr("Grunnkretser (Geonorge)"), "grunnkretser")
        self.address.addItem(self.tr("Background maps (Kartverket)"), "background")
        self.address.addItem(self.tr("Live layers (Geonorge)"), "features")

    def _connect(self) -> None:
        self.read.clicked.connect(self._ask)
        self.star.clicked.connect(self._wish_favourite)
        self.crs_box.currentIndexChanged.connect(lambda _: self.paint())
        self._project.crsChanged.connect(self._crs_changed)  # a signal: PyQt would never let go of a method
        self._crs_changed.connect(self._on_selection)
        self.address.activated.connect(lambda _: self._ask())
        self.address.lineEdit().returnPressed.connect(self._ask)
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self._on_selection())
        self.tree.activated.connect(lambda _: self._add())
        self.add.clicked.connect(self._add)
        self.collapsedStateChanged.connect(self._on_opened)

    def _on_opened(self, collapsed: bool) -> None:
        if not collapsed and self._service is None and not self._busy:
            self._ask()

    def _wish_favourite(self) -> None:
        title = self._service.title if self._service else ""
        self.favourite_wanted.emit(self._address, title, not self._is_favourite())

    def _ask(self) -> None:
        if not self._busy:
            self.read_wanted.emit(self.chosen_address())

    def _add(self) -> None:
        layers = self.tree.chosen_layers()
        if layers and not self._busy:
            self.add_wanted.emit(layers)
