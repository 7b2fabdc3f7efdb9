"""Choosing an area by typing: number, name, case and accents do not matter; what names nothing is marked, never guessed."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QSignalBlocker, QStringListModel, Qt, pyqtSignal
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel
from qgis.PyQt.QtWidgets import QComboBox, QCompleter, QSizePolicy

from ..core.errors import UnknownArea
from ..core.places import Places
from ..core.text import fold
from ..core.units import WHOLE_COUNTRY, parse_areas
from .context import COUNTRY, label_of
from .forms import narrow
from .icons import theme_icon

_NUMBER = Qt.ItemDataRole.UserRole
_POINT, _EXTENT = "point", "extent"  # the entries that ask the map
_MOST_HITS = 50


class AreaBox(QComboBox):
    """An editable list of the whole country, fylker and kommuner, and of what the map tells; several numbers or names may be
    typed with comma."""

    area_chosen = pyqtSignal(tuple)
    point_wanted = pyqtSignal()  # of the map
    extent_wanted = pyqtSignal()
    unresolved_changed = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._places = Places((), ())
        self._source: Callable[[], Places] | None = None  # what is to be offered, not yet read
        self._area = COUNTRY
        self._unresolved = ""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        narrow(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Area"))
        self._hits = QStringListModel(self)
        self._folded: list[tuple[str, str]] = []
        completer = QCompleter(self._hits, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompleter(completer)
        completer.activated.connect(lambda *_: self._resolve(completer.currentCompletion()))
        self._mark = self.lineEdit().addAction(theme_icon("mIconWarning"), self.lineEdit().ActionPosition.TrailingPosition)
        self._mark.setVisible(False)
        self.lineEdit().textEdited.connect(self._on_edited)
        self.lineEdit().editingFinished.connect(lambda: self._resolve(self.lineEdit().text()))
        self.activated.connect(self._on_activated)

    @property
    def unresolved(self) -> str:
        """The text that names no area; "" where all is well."""
        return self._unresolved

    def offer(self, source: Callable[[], Places]) -> None:
        """Offer the fylker and kommuner that `source` gives; it is asked by `fill`, or when the box is first used."""
        self._source = source

    def fill(self) -> None:
        """Read what was offered, once."""
        if self._source is not None:
            self.set_places(self._source())

    def showPopup(self) -> None:
        self.fill()
        super().showPopup()

    def set_places(self, places: Places) -> None:
        """Offer these fylker and kommuner."""
        self._source, self._places = None, places
        model = QStandardItemModel(self)
        rows = [(WHOLE_COUNTRY, self.tr("Whole country"))]
        rows += [(place.number, label_of(places, place)) for place in (*places.fylker, *places.kommuner)]
        for number, label in rows:
            item = QStandardItem(label)
            item.setData(number, _NUMBER)
            model.appendRow(item)
        self._folded = [(fold(label), label) for _, label in (*rows, *self._by_map())]
        with QSignalBlocker(self):
            self.setModel(model)
            self.insertSeparator(self.count())
            for wish, label in self._by_map():
                self.addItem(label, wish)
        self.show_area(self._area)

    def show_area(self, area: tuple[str, ...]) -> None:
        """Show an area that was chosen elsewhere."""
        self._area = area
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(area[0], _NUMBER) if len(area) == 1 else -1)
            self.setEditText(self._label(area))
        self.lineEdit().setCursorPosition(0)
        self._set_unresolved("")

    def _label(self, area: tuple[str, ...]) -> str:
        """What stands in the line: the numbers alone where there are several."""
        return ", ".join(area) if len(area) > 1 else self._names(area)

    def _names(self, area: tuple[str, ...]) -> str:
        if area == COUNTRY:
            return self.tr("Whole country")
        known = self._places.by_number
        return ", ".join(label_of(self._places, known[number]) if number in known else number for number in area)

    def _on_edited(self, text: str) -> None:
        self.fill()
        wanted = fold(text.strip())
        hits = [label for folded, label in self._folded if wanted in folded] if wanted else []
        # What begins with the text comes first: `os` is Oslo before Røros.
        hits.sort(key=lambda label: not any(fold(word).startswith(wanted) for word in label.split()))
        self._hits.setStringList(hits[:_MOST_HITS])

    def _by_map(self) -> tuple[tuple[str, str], ...]:
        """The last entries: areas that the map tells."""
        return (_POINT, self.tr("Point in Map …")), (_EXTENT, self.tr("Map Extent"))

    def _on_activated(self, row: int) -> None:
        number = self.itemData(row, _NUMBER)
        if number in (_POINT, _EXTENT):
            self._ask_map(number)
        elif number:
            self._choose((number,))

    def _ask_map(self, wish: str) -> None:
        """Leave the finding to others; until it is found the area is what it was."""
        self.show_area(self._area)
        (self.point_wanted if wish == _POINT else self.extent_wanted).emit()

    def _resolve(self, text: str) -> None:
        """Take the typed text as an area where it names one; else mark it."""
        if text.strip() == self._label(self._area):
            self._set_unresolved("")
            return
        for wish, label in self._by_map():
            if fold(text.strip()) == fold(label):
                self._ask_map(wish)
                return
        area = self._find(text)
        if area is None:
            self._set_unresolved(text.strip())
        else:
            self._choose(area)

    def _find(self, text: str) -> tuple[str, ...] | None:
        self.fill()
        wanted = fold(text.strip())
        if not wanted or wanted == fold(self.tr("Whole country")):
            return COUNTRY
        numbers = self._numbers(text)
        if numbers is not None:
            return numbers
        found = [self._places.find(part) for part in text.split(",")]
        if any(len(places) != 1 for places in found):
            return None
        return tuple(dict.fromkeys(places[0].number for places in found))

    def _numbers(self, text: str) -> tuple[str, ...] | None:
        """Read numbers of places that there are; None for names, and for numbers that nobody has."""
        try:
            area = parse_areas(text)
        except UnknownArea:
            return None
        known = self._places.by_number
        return area if area == COUNTRY or all(number in known for number in area) else None

    def _choose(self, area: tuple[str, ...]) -> None:
        self.show_area(area)
        self.area_chosen.emit(area)

    def _set_unresolved(self, text: str) -> None:
        self._unresolved = text
        words = ""
        if text:
            several = [label_of(self._places, place) for place in self._places.find(text)]
            words = (
                self.tr("Several places are called “{}”: {}").format(text, ", ".join(several))
                if len(several) > 1
                else self.tr("No fylke or kommune on this date is called “{}”").format(text)
            )
        self._mark.setVisible(bool(text))
        self._mark.setToolTip(words)
        self.setToolTip(words or self._names(self._area))
        self.setAccessibleDescription(words)
        self.unresolved_changed.emit(words)
