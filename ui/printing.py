"""A page that is ready to print, made of what the map shows and opened in QGIS's layout designer."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QMenu, QToolButton

from ..core.errors import KlasskartError
from .buttons import icon_button
from .icons import theme_icon
from .notes import Note, NoteAction

KEY = "printing"  # of notes


class Printing(QObject):
    """The Map page's part that makes print layouts: as the map's shape suggests, or upright or across as its menu says."""

    def __init__(self, page):
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self.button = page.add_row_action(self._button())

    @property
    def is_possible(self) -> bool:
        """Whether there is a map to print."""
        return self._desk.iface is not None and any(layer.isSpatial() for layer in self._desk.project.mapLayers().values())

    def make(self, layer_ids: Sequence[str] | None = None, lie: str = "") -> None:
        """Make a page and open it, its title after the first of some layers; `lie`: a way of `print_pages`, "": the better."""
        from ..gis import print_pages

        self._page.notes.clear(KEY)
        if not self.is_possible:
            self._page.show_note(Note(self.tr("There is nothing on the map to print."), key=KEY))
            return
        settings, project = self._desk.iface.mapCanvas().mapSettings(), self._desk.project
        subject = project.mapLayer(layer_ids[0]) if layer_ids else None
        try:
            layout = print_pages.new_page(project, settings, lie or print_pages.better_page(settings), subject)
        except KlasskartError as error:
            self._page.show_problem(error, lambda: self.make(layer_ids, lie), key=KEY)
            return
        name = layout.name()
        self._desk.iface.openLayoutDesigner(layout)
        remove = NoteAction(self.tr("Remove Again"), lambda: self._remove(name))
        words = self.tr("The print layout “{}” is in the project, with title, legend, scale and credit.").format(name)
        self._page.show_note(Note(words, "success", (remove,), key=KEY))

    def _remove(self, name: str) -> None:
        manager = self._desk.project.layoutManager()
        layout = manager.layoutByName(name)
        if layout is not None:
            manager.removeLayout(layout)

    def _button(self) -> QToolButton:
        from ..gis.print_pages import LANDSCAPE, PORTRAIT

        button = icon_button(theme_icon("mActionNewLayout"), self.tr("New Print Layout of What the Map Shows"))
        menu = QMenu(button)
        menu.addAction(self.tr("A4 Portrait"), lambda: self.make(lie=PORTRAIT))
        menu.addAction(self.tr("A4 Landscape"), lambda: self.make(lie=LANDSCAPE))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.clicked.connect(lambda: self.make())
        return button
