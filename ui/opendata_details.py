"""What is told of one data set: its words, whose it is, the ways to it, and where it can be read about."""

from __future__ import annotations

import html
from collections.abc import Sequence
from urllib.parse import urlsplit

from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.opendata import Dataset, Distribution
from ..core.opendata_list import licence_of
from ..core.text import fold
from . import opendata_words
from .button_rows import ButtonRows
from .buttons import word_button
from .extent_mark import is_sound
from .folded_text import FoldedText
from .forms import Rows, show_focus
from .measures import em, spacing
from .notes import muted, wrapped_label
from .page import scrolling
from .wording import day_text

_WAY = Qt.ItemDataRole.UserRole
_MOST_ROWS = 5  # of ways in sight; more are scrolled to


class OpenDataDetails(QWidget):
    """Shows a data set. It only tells what its user wants; doing it is the drill-in's matter."""

    way_chosen = pyqtSignal()
    add_wanted = pyqtSignal()
    link_wanted = pyqtSignal(str)  # an address
    zoom_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self.headline = wrapped_label()
        self.headline.setTextFormat(Qt.TextFormat.RichText)
        self.headline.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.why_not = wrapped_label()
        self.description = FoldedText()
        self.facts = Rows(field=12)  # for Norwegian's long words
        self.facts.setSpacing(spacing(self))
        self.facts.setHorizontalSpacing(em(self))
        self.facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.ways_head = wrapped_label(self.tr("Ways to the data"))
        self.ways = QListWidget()
        self.ways.setAccessibleName(self.tr("Ways to the Data"))
        self.ways.setUniformItemSizes(True)
        show_focus(self.ways)
        self.ways.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ways.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.zoom = word_button(self.tr("Zoom to Extent"))
        self.links_head = wrapped_label(QCoreApplication.translate("AboutPanel", "Open in the browser"))
        self._links_place = QVBoxLayout()
        self.links: list[QToolButton] = []
        self.ways.currentItemChanged.connect(lambda *_: self.way_chosen.emit())
        self.ways.itemActivated.connect(lambda _: self.add_wanted.emit())
        self.zoom.clicked.connect(self.zoom_wanted)
        self._arrange()

    @property
    def dataset(self) -> Dataset | None:
        return self._dataset

    def tab_order(self) -> list[QWidget]:
        return [self.headline, self.description.button, self.zoom, self.ways, *self.links]

    def chosen_way(self) -> Distribution | None:
        item = self.ways.currentItem()
        return item.data(_WAY) if item else None

    def show_dataset(self, dataset: Dataset) -> None:
        """Show a data set; the way that serves a map best is chosen, and what was chosen of the same one stays so."""
        chosen = self.chosen_way() if self._dataset and self._dataset.title == dataset.title else None
        self._dataset = dataset
        self.headline.setText(f"<b style='font-size: large'>{html.escape(dataset.title)}</b>")
        self.headline.setAccessibleName(dataset.title)
        self.why_not.setText(opendata_words.why_not_whole(dataset))
        self.why_not.setVisible(bool(dataset.why_not))
        told = dataset.description if dataset.description != dataset.title else ""
        self.description.show_text(told)
        self._show_facts(dataset)
        self.zoom.setVisible(is_sound(dataset.extent))
        self._show_ways(dataset, chosen)
        self._show_links(dataset)

    def _show_facts(self, dataset: Dataset) -> None:
        while self.facts.rowCount():
            self.facts.removeRow(0)
        for label, text in (
            (self.tr("Publisher"), dataset.publisher),
            (self.tr("Licence"), dataset.licence or opendata_words.licence(licence_of(dataset))),
            (self.tr("Updated"), day_text(dataset.updated) if dataset.updated else ""),
            (self.tr("Found in"), ", ".join(map(opendata_words.catalogue, dataset.catalogues))),
            (self.tr("Keywords"), ", ".join(dataset.keywords)),
        ):
            if text:
                self.facts.addRow(muted(QLabel(label)), wrapped_label(text, least=8))

    def _show_ways(self, dataset: Dataset, chosen: Distribution | None) -> None:
        ways = [way for way in dataset.distributions if not way.page]
        self.ways.clear()
        for way in ways:
            item = QListWidgetItem(_way_words(way))
            item.setData(_WAY, way)
            item.setToolTip(f"{item.text()}\n{way.url}")
            item.setSizeHint(QSize(em(self), self.fontMetrics().height() + spacing(self)))  # cut at the edge, not scrolled to
            self.ways.addItem(item)
        best = chosen if chosen in ways else dataset.best
        self.ways.setCurrentRow(ways.index(best) if best in ways else -1)
        rows = min(max(len(ways), 1), _MOST_ROWS)
        self.ways.setFixedHeight(rows * (self.fontMetrics().height() + spacing(self)) + 2 * self.ways.frameWidth())
        for part in (self.ways_head, self.ways):
            part.setVisible(bool(ways))

    def _show_links(self, dataset: Dataset) -> None:
        """Offer the pages in the catalogues, the licence, and what there is to read."""
        named: dict[str, str] = {}
        for name, address in dataset.links:
            named.setdefault(address, opendata_words.catalogue(name))
        for way in dataset.distributions:
            if way.page:
                named.setdefault(way.url, urlsplit(way.url).hostname or way.url)
        if dataset.licence_url:
            named.setdefault(dataset.licence_url, self.tr("Licence"))
        self._set_links([(name, address) for address, name in named.items()])
        self.links_head.setVisible(bool(named))

    def _set_links(self, named: Sequence[tuple[str, str]]) -> None:
        while self._links_place.count():
            old = self._links_place.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        self.links = [self._link(name, address) for name, address in named]
        if self.links:
            self._links_place.addWidget(ButtonRows(self.links))

    def _link(self, name: str, address: str) -> QToolButton:
        button = word_button(name, address)
        button.clicked.connect(lambda: self.link_wanted.emit(address))
        return button

    def _arrange(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(self))
        for part in (self.headline, self.why_not, self.description):
            column.addWidget(part)
        column.addLayout(self.facts)
        column.addWidget(self.zoom, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.ways_head, self.ways, self.links_head):
            column.addWidget(part)
        column.addLayout(self._links_place)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(body))


def _way_words(way: Distribution) -> str:
    """Name a way by its kind, and by its title or the host."""
    said = opendata_words.kind(way.kind) if way.kind != "other" else ", ".join(way.formats) or opendata_words.kind("other")
    host = urlsplit(way.url).hostname or ""
    title = way.title if fold(way.title) != fold(said) else ""
    return " · ".join(part for part in (said, title, host) if part)
