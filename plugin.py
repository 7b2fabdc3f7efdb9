"""What QGIS loads: toolbar, menu, Processing provider, and the dock once it is wanted. `unload` mirrors `initGui`.

Nothing heavy is imported and nothing is asked before the dock opens or an algorithm runs.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QObject, Qt, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QToolBar

_RESOURCES = Path(__file__).resolve().parent / "resources"
_MENU = "Klasskart"


class KlasskartPlugin:
    """The plugin. `iface` is None in qgis_process, which calls `initProcessing` only."""

    def __init__(self, iface):
        self._iface = iface
        self._icon = QIcon()  # Klasskart's own; made once, since to make one costs a read of its file
        self._language = "en"
        self._translator: QTranslator | None = None
        self._provider = None
        self._functions: list = []  # of expressions
        self._toolbar: QToolBar | None = None
        self._toggle: QAction | None = None
        self._layer_menu = None  # of the layer panel
        self._filter = None  # of the locator
        self._found = None  # what it finds
        self._options = None  # the page in QGIS's options dialog
        self._browser = None  # the folder in QGIS's browser panel
        self._drops = None  # what takes that which is dragged out of it
        self._browsed = None  # what it leads to
        self._help_action: QAction | None = None
        self._help_addresses = None
        self._help_window = None
        self._desk = None
        self._dock = None

    @property
    def dock(self):
        """The dock; None until it is first opened."""
        return self._dock

    def initProcessing(self) -> None:
        """Offer what needs no window: the algorithms, and the functions of expressions."""
        from .gis.expressions import register
        from .gis.provider import KlasskartProvider

        self._install_translator()
        self._functions = register()
        self._provider = KlasskartProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        self.initProcessing()
        self._icon = _icon("klasskart")
        self._toggle = self._toggle_action()
        self._toolbar = self._iface.addToolBar("Klasskart")
        self._toolbar.setObjectName("KlasskartToolBar")
        self._toolbar.addAction(self._toggle)
        self._iface.addPluginToMenu(_MENU, self._toggle)
        self._offer_help()
        self._iface.registerLocatorFilter(self._locator_filter())
        self._layer_menu = self._menu_of_layers()
        self._options = self._options_factory()
        self._iface.registerOptionsWidgetFactory(self._options)
        self._add_to_browser()
        QgsProject.instance().projectSaved.connect(self._on_project_saved)

    def unload(self) -> None:
        if self._toggle is not None:
            QgsProject.instance().projectSaved.disconnect(self._on_project_saved)
        self._remove_from_browser()
        if self._options is not None:
            self._iface.unregisterOptionsWidgetFactory(self._options)
            self._options = _dropped(self._options)
        if self._layer_menu is not None:
            self._layer_menu.close()
            self._layer_menu = _dropped(self._layer_menu)
        if self._toggle is not None:
            self._take_from_menu(self._toggle)
            self._toolbar.removeAction(self._toggle)
        if self._filter is not None:
            self._iface.deregisterLocatorFilter(self._filter)
            self._filter = None
        self._remove_dock()
        self._withdraw_help()
        if self._toolbar is not None:
            self._iface.mainWindow().removeToolBar(self._toolbar)
            self._toolbar = _dropped(self._toolbar)
        if self._toggle is not None:
            self._toggle = _dropped(self._toggle)
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._functions:
            from .gis.expressions import unregister

            unregister(self._functions)
            self._functions = []
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

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

    def _offer_help(self) -> None:
        from .gis.help_pages import HelpAddresses

        icon = QgsApplication.getThemeIcon("/mActionHelpContents.svg")
        words = QCoreApplication.translate("KlasskartPlugin", "Help")
        self._help_action = self._action("Help", words, icon, self.open_help)
        self._iface.addPluginToMenu(_MENU, self._help_action)
        self._help_addresses = HelpAddresses(self.open_help, self._iface.mainWindow())

    def _withdraw_help(self) -> None:
        if self._help_action is None:
            return
        self._help_addresses.close()
        self._help_addresses = _dropped(self._help_addresses)
        self._take_from_menu(self._help_action)
        self._help_action = _dropped(self._help_action)
        if self._help_window is not None:
            self._help_window.hide()
            self._help_window = _dropped(self._help_window)

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
            self._found = _dropped(self._found)
        if self._browsed is not None:
            self._browsed.close()
            self._browsed = _dropped(self._browsed)
        self._desk.close()
        if self._dock is not None:
            # The action is not taken from the dock again: QGIS 3.22 crashes on setToggleVisibilityAction(None).
            self._iface.removeDockWidget(self._dock)
            self._dock = _dropped(self._dock)
        self._desk = _dropped(self._desk)

    # --- locator --------------------------------------------------------------------------

    def _locator_filter(self):
        from .gis.locator import UnitFilter

        self._filter = UnitFilter(self._on_found)
        return self._filter

    def _on_found(self, wish: str, values: list) -> None:
        """Do what a result of the locator wishes."""
        if self._found is None:
            from .ui.found_units import FoundUnits

            self._found = FoundUnits(self._make_desk(), self.open_dock)
        self._found.act(wish, values)

    # --- options --------------------------------------------------------------------------

    def _options_factory(self):
        from .gis.options import OptionsFactory

        return OptionsFactory(self._icon, self._options_page)

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

        self._browser = Browser(self._icon, self._on_browsed)
        QgsApplication.dataItemProviderRegistry().addProvider(self._browser)
        self._drops = DropHandler(self._on_browsed)
        self._iface.registerCustomDropHandler(self._drops)

    def _remove_from_browser(self) -> None:
        if self._browser is None:
            return
        self._iface.unregisterCustomDropHandler(self._drops)
        self._drops = _dropped(self._drops)
        QgsApplication.dataItemProviderRegistry().removeProvider(self._browser)
        self._browser = None

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

    def _take_from_menu(self, action: QAction) -> None:
        """QGIS takes a menu that has become empty out of sight, but keeps it, and makes another at the next load."""
        menus = [one.menu() for one in self._iface.pluginMenu().actions() if one.menu() is not None]
        own = next((menu for menu in menus if action in menu.actions()), None)
        self._iface.removePluginMenu(_MENU, action)
        if own is not None and own.isEmpty():
            _dropped(own)

    # --- actions --------------------------------------------------------------------------

    def _toggle_action(self) -> QAction:
        words = QCoreApplication.translate("KlasskartPlugin", "Klasskart")
        action = QAction(self._icon, words, self._iface.mainWindow())
        action.setObjectName("KlasskartToggleDock")
        action.setCheckable(True)
        action.setToolTip(QCoreApplication.translate("KlasskartPlugin", "Statistical Codes and Boundaries"))
        action.toggled.connect(self._on_first_toggle)
        return action

    def _menu_of_layers(self):
        from .gis.layer_menu import LayerMenu

        return LayerMenu(self._iface, QgsProject.instance(), self.open_dock)

    def _action(self, name: str, words: str, icon: QIcon, run: Callable[[], object]) -> QAction:
        action = QAction(icon, words, self._iface.mainWindow())
        action.setObjectName(f"Klasskart{name}")
        action.triggered.connect(lambda: run())
        return action

    # --- language ---------------------------------------------------------------------------

    def _install_translator(self) -> None:
        """Load the words in the language of the setting, else of QGIS. English has a file too, for its plurals."""
        if self._translator is not None:
            return
        self._language = _language()
        file = _RESOURCES / "i18n" / f"klasskart_{self._language}.qm"
        translator = QTranslator()
        if file.is_file() and translator.load(str(file)):
            QCoreApplication.installTranslator(translator)
            self._translator = translator


def _icon(name: str) -> QIcon:
    return QIcon(str(_RESOURCES / "icons" / f"{name}.svg"))


def _dropped(thing: QObject) -> None:
    """Take an object out of the window now; Qt deletes it when it comes to that, maybe after the plugin is loaded again.

    Qt alone: an object without a parent is Python's, which would delete it in whichever thread it comes to that.
    """
    thing.setParent(None)
    sip.transferto(thing, None)
    thing.deleteLater()


def _language() -> str:
    """Give nb, nn or en: by the plugin's own setting, since QGIS has no nynorsk to follow, else by QGIS."""
    settings = QgsSettings()
    chosen = str(settings.value("klasskart/interface/language") or "")
    name = chosen or str(settings.value("locale/userLocale") or QLocale.system().name())
    language = name.split("_")[0].split("-")[0].lower()
    return {"nb": "nb", "no": "nb", "nn": "nn"}.get(language, "en")
