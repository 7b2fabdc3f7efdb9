"""What a classification is about, as a drill-in: its words, its versions, what the chosen one holds, and links."""

from __future__ import annotations

import html

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from ..core.about import About, AboutVersion, Table
from ..core.codes import Version
from . import about_words
from .about_tree import AboutTree
from .button_rows import ButtonRows
from .buttons import word_button
from .folded_text import FoldedText
from .forms import Rows
from .measures import em, spacing
from .notes import muted, wrapped_label
from .page import scrolling

LINKS = ("csv", "xml", "json", "page")


class AboutPanel(QWidget):
    """Shows an About. It only tells what its user wants; doing it is the drill-in's matter."""

    chosen = pyqtSignal()
    use_wanted = pyqtSignal()
    version_wanted = pyqtSignal(object)  # core.codes.Version
    link_wanted = pyqtSignal(str)  # one of LINKS

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.headline = wrapped_label()
        self.headline.setTextFormat(Qt.TextFormat.RichText)
        self.headline.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.kind = muted(wrapped_label())
        self.description = FoldedText()
        self.facts = Rows(field=12)  # for Norwegian's long words
        self.facts.setSpacing(spacing(self))
        self.facts.setHorizontalSpacing(em(self))
        self.facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.tree = AboutTree()
        self.told = wrapped_label()
        self.introduction = FoldedText()
        self.corrections_head = wrapped_label()
        self.corrections = FoldedText()
        self.links = ButtonRows([self._link(name) for name in LINKS])
        self.links_head = wrapped_label(self.tr("Open in the browser"))
        self.warning = muted(
            wrapped_label(
                self.tr(
                    "The CSV is written in Latin-1, where Sámi letters such as š and đ become question marks. JSON and XML "
                    "have them all."
                )
            )
        )
        self.tree.chosen.connect(self._on_chosen)
        self.tree.version_wanted.connect(self.version_wanted)
        self.tree.leaf_activated.connect(self.use_wanted)
        self._arrange()

    def tab_order(self) -> list[QWidget]:
        texts = [self.description.button, self.introduction.button, self.corrections.button]
        return [self.headline, texts[0], self.tree, *texts[1:], *self.links.buttons]

    def show_about(self, about: About, family: str, day: str) -> None:
        """Show a classification; the version of a day (yyyy-MM-dd) is opened, else the newest."""
        self.headline.setText(f"<b style='font-size: large'>{html.escape(about.name)}</b>")
        self.headline.setAccessibleName(about.name)
        self.kind.setText(about_words.kind(about, family))
        self.description.show_text(about.description)
        while self.facts.rowCount():
            self.facts.removeRow(0)
        for label, text in about_words.facts(about):
            self.facts.addRow(muted(QLabel(label)), wrapped_label(text, least=8))
        self.tree.show_versions(about.versions)
        version = about.version_on(day) or (about.versions[-1] if about.versions else None)
        if version:
            self.tree.choose(version)
        self._on_chosen()

    def show_version(self, details: AboutVersion, number: int) -> None:
        self.tree.show_details(details, number)

    def _on_chosen(self) -> None:
        """Tell what the current row is."""
        held, details = self.tree.held(), self.tree.details()
        if isinstance(held, Version):
            self.told.setText(about_words.version(held, details))
        elif isinstance(held, Table):
            self.told.setText(about_words.table(held))
        else:
            self.told.setText(held.name if held else self.tr("Klass has no version of this."))
        whole = details if isinstance(held, Version) else None
        self.introduction.show_text(about_words.background(whole) if whole else "")
        corrections = about_words.corrections(whole) if whole else ""
        self.corrections_head.setText(self.tr("Corrections"))
        self.corrections_head.setVisible(bool(corrections))
        self.corrections.show_text(corrections)
        self.chosen.emit()

    # --- building ---------------------------------------------------------------------

    def _link(self, name: str) -> QToolButton:
        if name == "page":
            button = word_button("ssb.no", self.tr("The page of the classification at Statistics Norway"))
        else:
            about = self.tr("What is chosen above, as {} from the service")
            button = word_button(name.upper(), about.format(name.upper()))
        button.clicked.connect(lambda: self.link_wanted.emit(name))
        return button

    def _arrange(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(self))
        for part in (self.headline, self.kind, self.description):
            column.addWidget(part)
        column.addLayout(self.facts)
        column.addWidget(self.tree, 1)
        for part in (self.told, self.introduction, self.corrections_head, self.corrections):
            column.addWidget(part)
        for part in (self.links_head, self.links, self.warning):
            column.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(body))
