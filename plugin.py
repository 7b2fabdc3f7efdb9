"""What QGIS loads: toolbar, menu, Processing provider, and the dock once it is wanted.

Nothing heavy is imported and nothing is asked before the dock opens or an algorithm runs.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .gis.dropped import dropped
from .gis.own_icons import own_icon

_WORDS = Path(__file__).resolve().parent / "resources" / "i18n"
_MENU = "Klasskart"


class KlasskartPlugin:
    """The plugin. `iface` is None in qgis_process, which calls `initProcessing` only.

    Whatever puts something into QGIS notes at once how it is taken out again; `unload` does that, the last thing first.
    """

    def __init__(self, iface):
        self._iface = iface
        self._undo = ExitStack()
        self._icon = QIcon()  # Klasskart's own; made once, since to make one costs a read of its file
        self._language = "en"
        self._toggle: QAction | None = None
        self._browser = None  # the folder in QGIS's browser panel
        # Made when somebody first wants them.
        self._desk = None
        self._dock = None
        self._found = None  # what the locator leads to
        self._browsed = None  # what the browser panel leads to
        self._help_window = None

    @property
    def dock(self):
        """The dock; None until it is first opened."""
        return self._dock

    def initProcessing(self) -> None:
        """Offer what needs no window: the algorithms, and the functions of expressions."""
        from .gis.expressions import register, unregister
        from .gis.provider import KlasskartProvider

        self._install_translator()
        self._undo.callback(unregister, register())
        provider, registry = KlasskartProvider(), QgsApplication.processingRegistry()
        registry.addProvider(provider)
        self._undo.callback(registry.removeProvider, provider)

    def initGui(self) -> None:
        self.initProcessing()
        self._icon = own_icon("klasskart")
        self._add_toggle()
        self._add_help()
        self._undo.callback(self._remove_dock)  # before the action that opens it, and the help that it leads to
        self._add_to_locator()
        self._add_to_layer_panel()
        self._add_options()
        self._add_to_browser()
        saved = QgsProject.instance().projectSaved
        saved.connect(self._on_project_saved)
        self._undo.callback(saved.disconnect, self._on_project_saved)

    def unload(self) -> None:
        self._undo.close()

    def _on_project_saved(self) -> None:
        """Note what a project on disk uses of our cache, so that no clean-up takes it away."""
        from .core.errors import KlasskartError
        from .gis import cache_use, log
        from .gis.settings import Settings

        try:
            cache_use.note_saved(QgsProject.instance(), Settings().config().cache_folder)
        except KlasskartError as error:
            log.warning(str(error))

    def open_dock(self, page: str = "", subject: object = None):
        """Open the dock, on a page if one is named, and give it."""
        self._toggle.setChecked(True)
        if page:
            self._desk.open_page(page, subject)
        return self._dock

    # --- help ---------------------------------------------------------------------------

    def open_help(self, page: str = "index") -> None:
        """Show a page of docs/, by its name without the ending."""
        if self._help_window is None:
            from .ui.help_window import HelpWindow

            self._help_window = HelpWindow(self._iface.mainWindow(), self._language)
        self._help_window.open_page(page)

    def _add_help(self) -> None:
        from .gis.help_pages import HelpAddresses

        icon = QgsApplication.getThemeIcon("/mActionHelpContents.svg")
        action = QAction(icon, QCoreApplication.translate("KlasskartPlugin", "Help"), self._iface.mainWindow())
        action.setObjectName("KlasskartHelp")
        action.triggered.connect(lambda: self.open_help())
        self._add_to_menu(action)
        self._undo.callback(self._close_help)
        addresses = HelpAddresses(self.open_help, self._iface.mainWindow())
        self._undo.callback(dropped, addresses)
        self._undo.callback(addresses.close)

    def _close_help(self) -> None:
        if self._help_window is not None:
            self._help_window.hide()
            self._help_window = dropped(self._help_window)

    # --- dock ---------------------------------------------------------------------------

    def _on_first_toggle(self, checked: bool) -> None:
        if not checked:
            return
        self._toggle.toggled.disconnect(self._on_first_toggle)
        self._build_dock()
        self._dock.setToggleVisibilityAction(self._toggle)
        self._dock.setUserVisible(True)
        self._dock.focus_page()

    def _build_dock(self) -> None:
        from .ui.dock import KlasskartDock

        window = self._iface.mainWindow()
        self._dock = KlasskartDock(self._make_desk(), parent=window)
        # QGIS restores the places of docks before plugins make theirs.
        if not window.restoreDockWidget(self._dock):
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
            window.resizeDocks([self._dock], [self._dock.comfortable_width()], Qt.Orientation.Horizontal)

    def _make_desk(self):
        """Give what dock and locator work with; made when either first needs it."""
        if self._desk is None:
            from .gis.jobs import Jobs
            from .gis.settings import Settings
            from .ui.desk import Desk

            self._desk = Desk(self._iface, QgsProject.instance(), Settings(), Jobs())
            self._desk.settings_changed.connect(self._refresh_favourites)
            self._desk.help_wanted.connect(self.open_help)
        return self._desk

    def _remove_dock(self) -> None:
        if self._desk is None:
            return
        if self._found is not None:
            self._found.close()
            self._found = dropped(self._found)
        if self._browsed is not None:
            self._browsed.close()
            self._browsed = dropped(self._browsed)
        self._desk.close()
        if self._dock is not None:
            # The action is not taken from the dock again: QGIS 3.22 crashes on setToggleVisibilityAction(None).
            self._iface.removeDockWidget(self._dock)
            self._dock = dropped(self._dock)
        self._desk = dropped(self._desk)

    # --- locator --------------------------------------------------------------------------

    def _add_to_locator(self) -> None:
        from .gis.locator import UnitFilter

        places = UnitFilter(self._on_found)
        self._iface.registerLocatorFilter(places)
        self._undo.callback(self._iface.deregisterLocatorFilter, places)

    def _on_found(self, wish: str, values: list) -> None:
        """Do what a result of the locator wishes."""
        if self._found is None:
            from .ui.found_units import FoundUnits

            self._found = FoundUnits(self._make_desk(), self.open_dock)
        self._found.act(wish, values)

    # --- options --------------------------------------------------------------------------

    def _add_options(self) -> None:
        from .gis.options import OptionsFactory

        factory = OptionsFactory(self._icon, self._options_page)
        self._iface.registerOptionsWidgetFactory(factory)
        self._undo.callback(dropped, factory)
        self._undo.callback(self._iface.unregisterOptionsWidgetFactory, factory)

    def _options_page(self, parent):
        """Build the page; QGIS asks for it when somebody opens its options."""
        from .gis.settings import Settings
        from .ui.options_page import OptionsPage

        return OptionsPage(Settings(), self._on_options_applied, parent)

    def _on_options_applied(self) -> None:
        if self._desk is not None:
            self._desk.take_settings()
        else:
            self._refresh_favourites()

    # --- browser panel ----------------------------------------------------------------------

    def _add_to_browser(self) -> None:
        from .gis.browser import Browser, DropHandler

        self._browser, registry = Browser(self._icon, self._on_browsed), QgsApplication.dataItemProviderRegistry()
        registry.addProvider(self._browser)
        self._undo.callback(registry.removeProvider, self._browser)
        drops = DropHandler(self._on_browsed)  # takes what was dragged out of the folder
        self._iface.registerCustomDropHandler(drops)
        self._undo.callback(dropped, drops)
        self._undo.callback(self._iface.unregisterCustomDropHandler, drops)

    def _on_browsed(self, wish: str) -> None:
        """Do what an item of the browser panel wishes, or what was dragged out of it."""
        if self._browsed is None:
            from .ui.browsed import Browsed

            self._browsed = Browsed(self._make_desk(), self._browser.services, self._refresh_browser)
        self._browsed.act(wish)

    def _refresh_browser(self, path: str) -> None:
        self._iface.browserModel().refresh(path)

    def _refresh_favourites(self) -> None:
        from .gis.browser_contents import FAVOURITES

        self._refresh_browser(FAVOURITES)

    # --- toolbar, menus -------------------------------------------------------------------

    def _add_toggle(self) -> None:
        words = QCoreApplication.translate("KlasskartPlugin", "Klasskart")
        self._toggle = QAction(self._icon, words, self._iface.mainWindow())
        self._toggle.setObjectName("KlasskartToggleDock")
        self._toggle.setCheckable(True)
        self._toggle.setToolTip(QCoreApplication.translate("KlasskartPlugin", "Statistical Codes and Boundaries"))
        self._toggle.toggled.connect(self._on_first_toggle)
        self._add_to_menu(self._toggle)
        toolbar = self._iface.addToolBar("Klasskart")
        toolbar.setObjectName("KlasskartToolBar")
        toolbar.addAction(self._toggle)
        self._undo.callback(dropped, toolbar)
        self._undo.callback(self._iface.mainWindow().removeToolBar, toolbar)

    def _add_to_menu(self, action: QAction) -> None:
        self._iface.addPluginToMenu(_MENU, action)
        self._undo.callback(dropped, action)
        self._undo.callback(self._take_from_menu, action)

    def _take_from_menu(self, action: QAction) -> None:
        """QGIS takes a menu that has become empty out of sight, but keeps it, and makes another at the next load."""
        menus = [one.menu() for one in self._iface.pluginMenu().actions() if one.menu() is not None]
        own = next((menu for menu in menus if action in menu.actions()), None)
        self._iface.removePluginMenu(_MENU, action)
        if own is not None and own.isEmpty():
            dropped(own)

    def _add_to_layer_panel(self) -> None:
        from .gis.layer_menu import LayerMenu

        menu = LayerMenu(self._iface, QgsProject.instance(), self.open_dock)
        self._undo.callback(dropped, menu)
        self._undo.callback(menu.close)

    # --- language ---------------------------------------------------------------------------

    def _install_translator(self) -> None:
        """Load the words in the language of the setting, else of QGIS. English has a file too, for its plurals."""
        self._language = _language()
        file = _WORDS / f"klasskart_{self._language}.qm"
        translator = QTranslator()
        if file.is_file() and translator.load(str(file)):
            QCoreApplication.installTranslator(translator)
            self._undo.callback(QCoreApplication.removeTranslator, translator)


def _language() -> str:
    """Give nb, nn or en: by the plugin's own setting, since QGIS has no nynorsk to follow, else by QGIS."""
    settings = QgsSettings()
    chosen = str(settings.value("klasskart/interface/language") or "")
    name = chosen or str(settings.value("locale/userLocale") or QLocale.system().name())
    language = name.split("_")[0].split("-")[0].lower()
    return {"nb": "nb", "no": "nb", "nn": "nn"}.get(language, "en")
