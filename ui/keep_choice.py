"""Choosing where boundaries are kept: in the cache, in a GeoPackage of one's own, or in a PostGIS database."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.PyQt.QtCore import QRegularExpression, QSignalBlocker, pyqtSignal
from qgis.PyQt.QtGui import QRegularExpressionValidator
from qgis.PyQt.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ..core import keep_targets
from ..core.keep_targets import DatabaseTarget, FileTarget, KeepTarget
from .forms import narrow, tell_whole
from .measures import spacing
from .notes import readable_placeholder
from .save_files import ask_path

_NAME = "[^|]*"  # QGIS parts a file from its table there
_CACHE, _FILE, _ANOTHER, _DATABASE = "cache", "file", "another", "database"


class KeepChoice(QWidget):
    """A list of places; below it schema and table, where the place has them. It is remembered, but for the table."""

    schemas_wanted = pyqtSignal(str)
    opened = pyqtSignal()

    def __init__(self, settings, parent: QWidget | None = None):
        super().__init__(parent)
        self._settings = settings
        self._connections: list[str] = []
        target = keep_targets.read(str(settings.get("map/keep")))
        self._path = target.path if isinstance(target, FileTarget) else None
        self._schemas: dict[str, str] = {}  # chosen, by connection
        if isinstance(target, DatabaseTarget):
            self._schemas[target.connection] = target.schema
        self._connection = target.connection if isinstance(target, DatabaseTarget) else ""
        self._build()
        self._list(self._place_of(target))

    def target(self) -> KeepTarget | None:
        """What is chosen; None for the cache."""
        kind, name = self.places.currentData()
        table = self.table.text().strip()
        if kind == _FILE:
            return FileTarget(self._path, table)
        return DatabaseTarget(name, self._schemas.get(name, "public"), table) if kind == _DATABASE else None

    def set_table(self, table: str) -> None:
        self.table.setText(table)

    def show_connections(self, names: Sequence[str]) -> None:
        """Offer the connections that QGIS has now."""
        if list(names) != self._connections:
            self._connections = list(names)
            self._list(self._chosen())

    def show_schemas(self, connection: str, schemas: Sequence[str]) -> None:
        """Offer the schemas of a connection. One that was remembered and is no more gives way to the first."""
        if connection != self._connection or not schemas:
            return
        if self._schemas.get(connection) not in schemas:
            self._schemas[connection] = schemas[0]
        self._fill_schemas(schemas)
        self._remember()

    def tab_order(self) -> list[QWidget]:
        return [self.places, self.schema, self.table]

    # --- building ---------------------------------------------------------------------

    def _build(self) -> None:
        self.places = _Box(self.tr("Keep In"))
        self.schema = _Box(self.tr("Schema"))
        self.schema.setToolTip(self.tr("Schemas in which you may make tables"))
        self.table = QLineEdit()
        self.table.setMaxLength(50)
        self.table.setValidator(QRegularExpressionValidator(QRegularExpression(_NAME), self.table))
        self.table.setAccessibleName(self.tr("Table"))
        self.table.setToolTip(self.tr("Empty: named as the layer, and no other table gets in the way"))
        self.table.setPlaceholderText(self.tr("Table: as the layer"))
        readable_placeholder(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(self))
        for widget in self.tab_order():
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            layout.addWidget(widget)
        self.places.opened.connect(self.opened)
        self.schema.opened.connect(lambda: self.schema.count() < 2 and self.schemas_wanted.emit(self._connection))
        self.places.activated.connect(lambda _: self._on_place())
        self.schema.activated.connect(lambda _: self._on_schema())

    def _list(self, chosen: tuple[str, str]) -> None:
        """List the places, the chosen one in sight; the cache where that is no more."""
        with QSignalBlocker(self.places):
            self.places.clear()
            self.places.addItem(self.tr("Klasskart's cache"), (_CACHE, ""))
            if self._path is not None:
                self.places.addItem(self._path.name, (_FILE, ""))
            for name in self._connections:
                self.places.addItem(self.tr("{} (PostGIS)").format(name), (_DATABASE, name))
            # The last, so that the arrow keys reach the others without being asked for a file.
            self.places.addItem(self.tr("File …") if self._path is None else self.tr("Another file …"), (_ANOTHER, ""))
            self.places.setCurrentIndex(self._row_of(chosen))
        self._paint()

    def _row_of(self, place: tuple[str, str]) -> int:
        rows = [row for row in range(self.places.count()) if tuple(self.places.itemData(row)) == place]
        return rows[0] if rows else 0

    def _paint(self) -> None:
        kind, name = self.places.currentData()
        self.schema.setVisible(kind == _DATABASE)
        self.table.setVisible(kind in (_FILE, _DATABASE))
        if kind == _DATABASE:
            self._fill_schemas([self._schemas.get(name, "public")])
        self.places.setToolTip("\n".join([*([str(self._path)] if kind == _FILE else []), self._difference()]))
        self.places.setAccessibleDescription(self.places.toolTip())

    def _fill_schemas(self, schemas: Sequence[str]) -> None:
        with QSignalBlocker(self.schema):
            self.schema.clear()
            self.schema.addItems(list(schemas))
            self.schema.setCurrentText(self._schemas.get(self._connection, schemas[0]))

    def _difference(self) -> str:
        return self.tr(
            "The cache belongs to Klasskart, and is cleaned up. A file or a database is yours: tables in it are never "
            "overwritten unless you say so."
        )

    # --- state ------------------------------------------------------------------------

    def _chosen(self) -> tuple[str, str]:
        """The place that stands there, or one remembered whose connection is not listed yet."""
        return (_DATABASE, self._connection) if self._connection else tuple(self.places.currentData())

    def _place_of(self, target: KeepTarget | None) -> tuple[str, str]:
        if isinstance(target, DatabaseTarget):
            return (_DATABASE, target.connection)
        return (_FILE if isinstance(target, FileTarget) else _CACHE, "")

    def _on_place(self) -> None:
        kind, name = self.places.currentData()
        if kind == _ANOTHER:
            self._ask_file()
            return
        self._connection = name
        self._paint()
        self._remember()
        if kind == _DATABASE:
            self.schemas_wanted.emit(name)

    def _ask_file(self) -> None:
        """Ask for a file; one that is there takes the table in, so that nothing is to be confirmed."""
        before = keep_targets.read(str(self._settings.get("map/keep")))
        path = ask_path(self, self.tr("Keep Boundaries In"), self.tr("boundaries"), ".gpkg", into=True)
        if path is None:
            self._list(self._place_of(before))
            return
        self._path = path if path.suffix.casefold() == ".gpkg" else Path(f"{path}.gpkg")
        self._connection = ""
        self._list((_FILE, ""))
        self._remember()

    def _on_schema(self) -> None:
        self._schemas[self._connection] = self.schema.currentText()
        self._remember()

    def _remember(self) -> None:
        self._settings.set("map/keep", keep_targets.write(self.target()))


class _Box(QComboBox):
    """A list that tells when it is opened, and does not set the dock's width."""

    opened = pyqtSignal()

    def __init__(self, name: str):
        super().__init__()
        narrow(self)
        self.setAccessibleName(name)
        tell_whole(self)

    def showPopup(self) -> None:
        self.opened.emit()
        super().showPopup()
