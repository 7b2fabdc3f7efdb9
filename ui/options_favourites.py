"""The map services that the user keeps: called as one likes, added by address, and taken away."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication, QSignalBlocker, Qt
from qgis.PyQt.QtWidgets import QGroupBox, QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ..core import favourites, setting_checks
from ..core.errors import KlasskartError
from ..core.favourites import Favourite
from .buttons import icon_button
from .icons import theme_icon
from .measures import margin, spacing
from .options_fields import Said, problem_text

translate = QCoreApplication.translate

KEY = "map/favourites"
_NAME, _ADDRESS = range(2)
_ROWS = 4  # that are seen at once


class FavouritesBox(QGroupBox):
    """A row each, edited in place."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(translate("Options", "Favourites"), parent)
        self._shown: tuple[Favourite, ...] = ()
        self.rows = QTreeWidget()
        self.said = Said()
        self.add = icon_button(theme_icon("mActionAdd"), translate("Options", "Add a Map Service"))
        self.remove = icon_button(theme_icon("mActionRemove"), translate("Options", "Remove the Chosen Map Services"))
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self.rows.itemChanged.connect(lambda *_: self._paint())
        self.rows.itemSelectionChanged.connect(self._paint)
        self._build()

    def tab_order(self) -> list[QWidget]:
        return [self.rows, self.add, self.remove]

    def show_stored(self, settings) -> None:
        self._shown = favourites.read(str(settings.get(KEY)))
        with QSignalBlocker(self.rows):
            self.rows.clear()
            for one in self._shown:
                self._add_row(one)
        self._paint()

    def value(self) -> tuple[Favourite, ...]:
        """What stands there, each address once, without what can't be one."""
        rows = [one for one in self._rows() if not _problem(one)]
        return favourites.read(favourites.write(rows))

    def problem(self) -> str:
        return next((words for one in self._rows() if one.address and (words := _problem(one))), "")

    def store(self, settings) -> bool:
        """Store what was changed; whether anything was."""
        value = self.value()
        if value == self._shown:
            return False
        settings.set(KEY, favourites.write(value))
        self._shown = value
        return True

    def _rows(self) -> list[Favourite]:
        items = (self.rows.topLevelItem(row) for row in range(self.rows.topLevelItemCount()))
        return [Favourite(item.text(_ADDRESS).strip(), item.text(_NAME).strip()) for item in items]

    def _on_add(self) -> None:
        item = self._add_row(Favourite(""))
        self.rows.setCurrentItem(item)
        self.rows.editItem(item, _ADDRESS)

    def _on_remove(self) -> None:
        for item in self.rows.selectedItems():
            self.rows.takeTopLevelItem(self.rows.indexOfTopLevelItem(item))
        self._paint()

    def _add_row(self, one: Favourite) -> QTreeWidgetItem:
        item = QTreeWidgetItem([one.title, one.address])
        item.setToolTip(_ADDRESS, one.address)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self.rows.addTopLevelItem(item)
        return item

    def _paint(self) -> None:
        self.said.say(self.problem(), "problem")
        self.remove.setEnabled(bool(self.rows.selectedItems()))

    def _build(self) -> None:
        self.rows.setHeaderLabels([translate("Options", "Name"), translate("Options", "Address")])
        self.rows.setAccessibleName(self.title())
        self.rows.setRootIsDecorated(False)
        self.rows.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.rows.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Interactive)
        self.rows.header().setStretchLastSection(True)
        self.rows.setFixedHeight((_ROWS + 2) * 3 // 2 * self.fontMetrics().height())
        self.rows.setColumnWidth(_NAME, 22 * self.fontMetrics().averageCharWidth())
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addWidget(self.said, 1)
        row.addStretch(0)  # while nothing is said
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[margin(self)] * 4)
        layout.setSpacing(spacing(self))
        layout.addWidget(self.rows)
        layout.addLayout(row)
        self._paint()


def _problem(one: Favourite) -> str:
    try:
        setting_checks.check_address(one.address)
    except KlasskartError as error:
        return problem_text(error)
    return ""
