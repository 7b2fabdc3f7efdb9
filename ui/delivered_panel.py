"""Saving files as they are delivered, as a drill-in: what of, in which format and system, and where."""

from __future__ import annotations

import html
from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from ..clients.nedlasting import plain_format
from ..work.as_delivered import Offer, Wanted
from .forms import Rows, file_button, narrow, tell_whole
from .measures import spacing
from .notes import muted, wrapped_label

_ZONES = {"25832": 32, "25833": 33, "25835": 35}


class DeliveredPanel(QWidget):
    """Shows an `Offer` and takes the choice; asking and saving are the drill-in's matter."""

    changed = pyqtSignal()

    def __init__(self, form: str, folder: str, parent: QWidget | None = None):
        """`form` and `folder` are those that were chosen last."""
        super().__init__(parent)
        self._offer: Offer | None = None
        self._areas: tuple[str, ...] = ()
        self._suited = ""
        self._wish = form
        self.headline = wrapped_label()
        self.headline.setTextFormat(Qt.TextFormat.RichText)
        self.headline.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.where = wrapped_label()
        self.holds = wrapped_label()
        self.format = self._box(self.tr("Format"))
        self.format_words = wrapped_label(least=7)  # beside a label
        self.crs = self._box(self.tr("Coordinate System"))
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setDialogTitle(self.tr("Folder for the Files"))
        self.folder.lineEdit().setAccessibleName(self.tr("Folder"))
        self._choose = file_button(self.folder, self.tr("Choose Folder"))
        self.folder.setFilePath(folder)
        self._arrange()
        self.format.activated.connect(lambda _: self._on_format())
        self.crs.activated.connect(lambda _: self.changed.emit())
        self.folder.fileChanged.connect(lambda _: self.changed.emit())
        self.show_waiting()

    def tab_order(self) -> list[QWidget]:
        return [self.headline, self.format, self.crs, self.folder.lineEdit(), self._choose]

    # --- what stands here -------------------------------------------------------------

    def show_waiting(self) -> None:
        """Say that Geonorge is asked; nothing can be chosen before it answers."""
        self._offer = None
        self._show_headline(self.tr("Asking Geonorge what there is …"))
        for label in (self.where, self.holds, self.format_words):
            label.setText("")
        self._paint()

    def show_failed(self) -> None:
        self.show_waiting()
        self._show_headline(self.tr("Geonorge did not say what there is."))

    def show_offer(self, found: Offer, areas: tuple[str, ...], area_words: str, holds: str, suited: int) -> None:
        """Show what there is of some areas; `holds` says what the file holds where its name does not tell, `suited` is the
        EPSG code of the system that is proposed."""
        self._offer, self._areas, self._suited = found, areas, str(suited)
        self._show_headline(found.division.title)
        self.where.setText(f"{area_words} · {found.division.year}")
        self.holds.setText(holds)
        with QSignalBlocker(self.format):
            self.format.clear()
            for name in found.formats:
                self.format.addItem(name, name)
            plain = [plain_format(name) for name in found.formats]
            self.format.setCurrentIndex(plain.index(self._wish) if self._wish in plain else 0)
        self._show_systems()
        self._paint()

    @property
    def files(self) -> int:
        """How many files are chosen; 0 while nothing can be saved."""
        return len(self._areas) if self._offer and self.target() else 0

    @property
    def plain_format(self) -> str:
        return plain_format(self.format.currentData() or "")

    def target(self) -> Path | None:
        """The chosen folder; None where there is none yet."""
        text = self.folder.filePath().strip()
        return Path(text).expanduser() if text else None

    def wanted(self) -> Wanted | None:
        if self._offer is None:
            return None
        return Wanted(self._offer.division, self._areas, self.format.currentData(), self.crs.currentData())

    # --- below ------------------------------------------------------------------------

    def _show_headline(self, words: str) -> None:
        self.headline.setText(f"<b>{html.escape(words)}</b>")
        self.headline.setAccessibleName(words)

    def _arrange(self) -> None:
        form = Rows()
        form.setSpacing(2 * spacing(self))
        form.addRow(self.tr("Format"), self.format)
        form.setWidget(form.rowCount(), Rows.ItemRole.FieldRole, self.format_words)
        form.addRow(self.tr("CRS"), self.crs)
        form.addRow(self.tr("Folder"), self.folder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * spacing(self))
        for widget in (self.headline, self.where, self.holds):
            layout.addWidget(widget)
        layout.addLayout(form)
        layout.addWidget(muted(wrapped_label(self.tr("Saved as Geonorge sends them, in zips. Nothing comes into the map."))))
        layout.addStretch(1)

    def _box(self, words: str) -> QComboBox:
        box = narrow(QComboBox())
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setAccessibleName(words)
        return tell_whole(box)

    def _on_format(self) -> None:
        self._wish = self.plain_format
        self._show_systems()
        self._paint()
        self.changed.emit()

    def _show_systems(self) -> None:
        """List the systems of the format; the one that was chosen stays, else what suits the areas is taken."""
        codes = self._offer.formats[self.format.currentData()] if self._offer else ()
        before = self.crs.currentData()
        with QSignalBlocker(self.crs):
            self.crs.clear()
            for code in codes:
                self.crs.addItem(self._system_words(code), code)
            self.crs.setCurrentIndex(max(0, self.crs.findData(before if before in codes else self._suited)))

    def _system_words(self, code: str) -> str:
        known = {"3035": self.tr("Europe, equal area"), "4258": self.tr("Degrees")}
        words = f"UTM {_ZONES[code]}" if code in _ZONES else known.get(code, "")
        return f"{words} (EPSG:{code})" if words else f"EPSG:{code}"

    def _paint(self) -> None:
        known = self._offer is not None
        for box in (self.format, self.crs):
            box.setEnabled(known)
        for label in (self.where, self.holds):
            label.setVisible(bool(label.text()))
        self.format_words.setText(self._format_sentence() if known else "")

    def _format_sentence(self) -> str:
        """Say before the download whether QGIS can open what comes."""
        name = self.format.currentData()
        if self.plain_format == "postgis":
            return self.tr("A dump that a PostGIS database takes in. QGIS does not open it as a layer.")
        if name in self._offer.unreadable:
            return self.tr("This QGIS can't open {}. Choose another format, unless another program is to read it.").format(name)
        return self.tr("QGIS opens this once it is unpacked.")
