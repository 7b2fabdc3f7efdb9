"""The “Klasskart” menu of the layer panel. What a layer can't do is grey.

QGIS 3.22 tells nobody when that menu opens: its entries follow what is selected in the panel, and what becomes of that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsApplication, QgsMapLayer, QgsMapLayerType, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QItemSelectionModel, QObject
from qgis.PyQt.QtWidgets import QAction

from .dropped import dropped
from .layer_marks import BOUNDARIES
from .own_icons import own_icon

if TYPE_CHECKING:
    from ..core.settings import Config

_MENU = "Klasskart"
_KINDS = (QgsMapLayerType.VectorLayer, QgsMapLayerType.RasterLayer)
_MOST_RECORDS = 5  # that are opened at once
_JOIN, _MAP = "KlasskartJoinPage", "KlasskartLayersPage"

translate = QCoreApplication.translate


class Entry(NamedTuple):
    """`kinds` of layers that have the entry; whether it takes `several`, and whether a layer `fits`; `run` gets ids."""

    name: str
    words: str
    icon: str  # one of ours, or with a slash before it one of QGIS's theme
    kinds: Sequence[QgsMapLayerType]
    several: bool
    fits: Callable[[QgsMapLayer], bool]
    run: Callable[[tuple[str, ...]], object]


class LayerMenu(QObject):
    """The entries, for as long as the plugin is loaded. `open_page(name, subject)` opens the dock."""

    def __init__(self, iface, project: QgsProject, open_page: Callable[[str, object], object]):
        super().__init__(iface.mainWindow())
        self.setObjectName("KlasskartLayerMenu")
        self._iface, self._project, self._open_page = iface, project, open_page
        self._followed: list[QgsMapLayer] = []  # what is selected
        self._read: Config | None = None  # the settings, once for all that is selected
        self._entries = {self._action(entry): entry for entry in self._all()}
        for action, entry in self._entries.items():
            for kind in entry.kinds:
                iface.addCustomActionForLayerType(action, _MENU, kind, True)
        self._selection = self._selection_of_panel()
        if self._selection is None:
            self._draw()
        else:
            self._selection.selectionChanged.connect(self.refresh)
            self.refresh()

    def close(self) -> None:
        if self._selection is not None and not sip.isdeleted(self._selection):
            self._selection.selectionChanged.disconnect(self.refresh)
        self._follow([])
        for action, entry in self._entries.items():
            for _ in entry.kinds:  # QGIS takes it from one kind of layers at a time
                self._iface.removeCustomActionForLayerType(action)
            dropped(action)
        self._entries = {}

    def refresh(self, *_) -> None:
        """Enable what can be done to the selected layers: to all of them at once, or to the only one."""
        layers, self._read = self._chosen(), None
        self._follow(layers)
        if layers:
            self._draw()
        for action, entry in self._entries.items():
            ours = [layer for layer in layers if layer.type() in entry.kinds]
            action.setEnabled((entry.several or len(layers) == 1) and any(map(entry.fits, ours)))

    # --- what is selected --------------------------------------------------------------------

    def _selection_of_panel(self) -> QItemSelectionModel | None:
        """Give what tells of the selection; None in a window without a layer panel, where every entry can be chosen."""
        panel = self._iface.layerTreeView() if hasattr(self._iface, "layerTreeView") else None
        selection = panel.selectionModel() if hasattr(panel, "selectionModel") else None
        return selection if isinstance(selection, QItemSelectionModel) else None

    def _chosen(self) -> list[QgsMapLayer]:
        """Give the selected layers, and those in selected groups."""
        panel = self._iface.layerTreeView()
        chosen = getattr(panel, "selectedLayersRecursive", panel.selectedLayers)
        return list(dict.fromkeys(layer for layer in chosen() if layer is not None))

    def _ids(self) -> tuple[str, ...]:
        return tuple(layer.id() for layer in self._chosen())

    def _follow(self, layers: list[QgsMapLayer]) -> None:
        """Listen to some layers: Processing, say, tells a layer what it is when it stands in the panel already."""
        if layers == self._followed:
            return
        for layer in self._followed:
            if not sip.isdeleted(layer):
                layer.customPropertyChanged.disconnect(self._on_changed)
                layer.dataSourceChanged.disconnect(self._on_changed)
        self._followed = layers
        for layer in layers:
            layer.customPropertyChanged.connect(self._on_changed)
            layer.dataSourceChanged.connect(self._on_changed)

    def _on_changed(self, *_) -> None:
        self.refresh()

    # --- entries -----------------------------------------------------------------------------

    def _all(self) -> list[Entry]:
        vector, raster = _KINDS
        return [
            self._of_codes("JoinCodes", translate("KlasskartPlugin", "Join Codes…"), "/propertyicons/join.svg", ""),
            self._of_codes("CheckCodes", translate("KlasskartPlugin", "Check Codes…"), "check", "check"),
            self._of_codes("ChangeCodes", translate("KlasskartPlugin", "Change Codes…"), "change", "change"),
            Entry(
                "ShowFigures",
                translate("KlasskartPlugin", "Show Figures on Map…"),
                "/propertyicons/symbology.svg",
                (vector,),
                False,
                lambda layer: _has_fields(layer) and layer.isSpatial(),
                lambda _ids: self._open_codes("figures"),
            ),
            Entry(
                "RenewBoundaries",
                translate("KlasskartPlugin", "Look for Newer Boundaries"),
                "/mActionRefresh.svg",
                (vector,),
                True,
                lambda layer: bool(layer.customProperty(BOUNDARIES)),
                self._to_map("renew"),
            ),
            Entry(
                "KeepWithProject",
                translate("KlasskartPlugin", "Keep with the Project"),
                "/mActionFileSaveAs.svg",
                (vector,),
                True,
                self._is_in_cache,
                self._to_map("keep"),
            ),
            Entry(
                "NewPrintLayout",
                translate("KlasskartPlugin", "New Print Layout"),
                "/mActionNewLayout.svg",
                (vector, raster),
                True,
                lambda layer: layer.isValid() and layer.isSpatial(),
                self._to_map("print"),
            ),
            Entry(
                "RepairAddress",
                translate("KlasskartPlugin", "Repair Dead Address"),
                "/mActionLink.svg",
                (raster,),
                True,
                self._is_dead,
                self._to_map("repair"),
            ),
            Entry(
                "OpenRecord",
                translate("KlasskartPlugin", "Open the Record at the Source"),
                "/propertyicons/metadata.svg",
                (vector, raster),
                True,
                _has_record,
                self._open_records,
            ),
        ]

    def _of_codes(self, name: str, words: str, icon: str, wish: str) -> Entry:
        return Entry(name, words, icon, _KINDS[:1], False, _has_fields, lambda _ids: self._open_codes(wish))

    def _to_map(self, wish: str) -> Callable[[tuple[str, ...]], object]:
        return lambda ids: self._open_page(_MAP, (wish, ids))

    def _action(self, entry: Entry) -> QAction:
        action = QAction(entry.words, self._iface.mainWindow())
        action.setObjectName(f"Klasskart{entry.name}")
        action.triggered.connect(lambda _checked=False: entry.run(self._ids()))
        return action

    def _draw(self) -> None:
        """Give the entries their icons. Reading them is a tenth of what loading takes, so it waits until they can be seen."""
        for action, entry in self._entries.items():
            if action.icon().isNull():
                action.setIcon(QgsApplication.getThemeIcon(entry.icon) if entry.icon[0] == "/" else own_icon(entry.icon))

    # --- doing -------------------------------------------------------------------------------

    def _open_codes(self, wish: str) -> None:
        """Open the Join page with the layer, or one of its drill-ins."""
        layer = self._iface.activeLayer()
        subject = layer.id() if layer is not None else None
        self._open_page(_JOIN, (subject, wish) if subject and wish else subject)

    def _open_records(self, ids: tuple[str, ...]) -> None:
        """Open the pages in the browser; of many layers the first few, as each is a window of its own."""
        from qgis.PyQt.QtCore import QUrl
        from qgis.PyQt.QtGui import QDesktopServices

        from ..core.errors import UntrustedAddress
        from . import messages, records

        self._read = None  # they may have changed since
        layers = filter(None, map(self._project.mapLayer, ids))
        for page in records.records_of(layers)[:_MOST_RECORDS]:
            try:
                QDesktopServices.openUrl(QUrl(self._config.addresses.check(page, resolve=False)))
            except UntrustedAddress as error:
                self._iface.messageBar().pushWarning(_MENU, messages.sentence(error).text)

    # --- what a layer is ---------------------------------------------------------------------

    def _is_in_cache(self, layer: QgsMapLayer) -> bool:
        from .keeping import in_cache

        return bool(in_cache(self._project, self._config.cache_folder, [layer.id()]))

    def _is_dead(self, layer: QgsMapLayer) -> bool:
        if layer.providerType() != "wms":
            return False
        from .dead_layers import repair_of

        return repair_of(layer, self._config.addresses) is not None

    @property
    def _config(self) -> Config:
        if self._read is None:
            from .settings import Settings

            self._read = Settings().config()
        return self._read


def _has_fields(layer: QgsMapLayer) -> bool:
    return isinstance(layer, QgsVectorLayer) and layer.isValid() and layer.fields().count() > 0


def _has_record(layer: QgsMapLayer) -> bool:
    from .records import record_of

    return bool(record_of(layer))
