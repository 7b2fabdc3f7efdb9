"""Where a join takes its columns from: a classification of Klass, or a table of the project."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qgis.core import QgsMapLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox

from ..core.codes import BYDEL, FYLKE, GRUNNKRETS, KOMMUNE
from ..gis import layer_marks
from .forms import narrow
from .icons import theme_icon


@dataclass(frozen=True)
class Source:
    """What the columns come from: a table (its layer's id), or a classification; `classification` None: found by overlap."""

    classification: int | None = None
    level: str = ""
    table: str = ""


FOUND = Source()
KNOWN = (Source(KOMMUNE, "1"), Source(FYLKE, "1"), Source(GRUNNKRETS, "1"), Source(GRUNNKRETS, "2"), Source(BYDEL, "1"))
OTHER = Source(0)  # another classification, whose number the user types

_ROLE = Qt.ItemDataRole.UserRole


def unit_name(source: Source) -> str:
    """Name the units of a classification and level, in the plural."""
    translate = QCoreApplication.translate
    names = {
        KNOWN[0]: translate("JoinSource", "Kommuner"),
        KNOWN[1]: translate("JoinSource", "Fylker"),
        KNOWN[2]: translate("JoinSource", "Delområder"),
        KNOWN[3]: translate("JoinSource", "Grunnkretser"),
        KNOWN[4]: translate("JoinSource", "Bydeler"),
    }
    return names.get(source) or str(source.classification)


def is_join_table(layer: QgsMapLayer) -> bool:
    """Whether a layer is the table of a live join: nothing to join to, or from."""
    return bool(layer.customProperty(layer_marks.JOIN))


def own_tables(layers: Iterable[QgsMapLayer]) -> list[QgsVectorLayer]:
    """Give the user's own tables: without geometry, and neither of a live join nor of codes of Klass."""
    tables = [layer for layer in layers if isinstance(layer, QgsVectorLayer) and layer.isValid() and not layer.isSpatial()]
    return [table for table in tables if not (is_join_table(table) or table.customProperty(layer_marks.CODES))]


class SourceBox(QComboBox):
    """The sources to choose from: Klass first, then the tables of the project; those without geometry before the others."""

    source_chosen = pyqtSignal(object)  # Source, by the user

    def __init__(self, parent=None):
        super().__init__(parent)
        self._names: dict[Source, str] = {}
        narrow(self)
        self.activated.connect(lambda _: self.source_chosen.emit(self.source))
        self.show_tables(())

    @property
    def source(self) -> Source:
        return self.currentData(_ROLE) or FOUND

    def set_source(self, source: Source) -> None:
        """Show a source without telling anybody; a classification that is not listed is added."""
        row = self._row(source)
        if row < 0 and source.classification:
            self.insertItem(len(KNOWN), self._words(source), source)
            row = len(KNOWN)
        self.setCurrentIndex(row)

    def show_tables(self, layers: list[QgsMapLayer] | tuple) -> None:
        """List the tables anew; what was chosen stays chosen while it is there."""
        before = self.source
        self.blockSignals(True)
        self.clear()
        for source in (*KNOWN, OTHER):
            self.addItem(self._words(source), source)
        tables = sorted((layer for layer in layers if isinstance(layer, QgsVectorLayer)), key=_figures_first)
        if tables:
            self.insertSeparator(self.count())
        for layer in tables:
            icon = theme_icon("mIconTable" if not layer.isSpatial() else "mIconVector")
            self.addItem(icon, layer.name(), Source(table=layer.id()))
        self.blockSignals(False)
        self.set_source(before)

    def has(self, source: Source) -> bool:
        return self._row(source) >= 0

    def _row(self, source: Source) -> int:
        return next((row for row in range(self.count()) if self.itemData(row, _ROLE) == source), -1)

    def _words(self, source: Source) -> str:
        if source == OTHER:
            return self.tr("Klass: other number…")
        return self.tr("Klass: {}").format(unit_name(source))


def _figures_first(layer: QgsVectorLayer) -> tuple[bool, str]:
    return layer.isSpatial(), layer.name().casefold()
