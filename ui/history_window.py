"""What was fetched, joined and recoded: done again, or copied as a command of Processing."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialog,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..core.history import Deed
from ..gis.wording import date_text, number_text
from .measures import em, margin, spacing
from .notes import muted, wrapped_label


class HistoryWindow(QDialog):
    """The list of deeds, the newest first. It belongs to its parent, and is not modal; Esc closes it."""

    def __init__(self, history, parent: QWidget):
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("KlasskartHistoryWindow")
        self.setWindowTitle(self.tr("History of Klasskart"))
        self._history = history
        self._deeds: list[Deed] = []
        self.empty = wrapped_label(
            self.tr("Nothing yet. Boundaries, tables of codes, joins and changed codes will be listed here.")
        )
        self.list = QTreeWidget()
        self.list.setHeaderLabels([self.tr("What"), self.tr("Layer"), self.tr("When")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.windowTitle())
        self.told = muted(QLabel())
        self.again = QPushButton(self.tr("Do &Again…"))
        self.python = QPushButton(self.tr("Copy as &Python Command"))
        self.command = QPushButton(self.tr("Copy for the &Command Line"))
        self.clear = QPushButton(self.tr("C&lear the List"))
        self._build()
        self.list.currentItemChanged.connect(lambda *_: self._paint())
        self.list.itemActivated.connect(lambda *_: self.do_again())
        self.again.clicked.connect(self.do_again)
        self.python.clicked.connect(lambda: self._copy(lambda deed: deed.python))
        self.command.clicked.connect(lambda: self._copy(lambda deed: deed.command))
        self.clear.clicked.connect(self._clear)

    def show_now(self) -> None:
        """Read what there is and come into sight."""
        self._fill()
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> Deed | None:
        row = self.list.indexOfTopLevelItem(self.list.currentItem()) if self.list.currentItem() else -1
        return self._deeds[row] if row >= 0 else None

    def do_again(self) -> None:
        """Open the algorithm with the same parameters: nothing runs before the user has seen them."""
        deed = self.chosen
        if deed is None:
            return
        from qgis import processing

        if not hasattr(processing, "createAlgorithmDialog"):
            self._tell(self.tr("Switch on the Processing plugin of QGIS first."))
            return
        dialog = processing.createAlgorithmDialog(deed.id, dict(deed.parameters))
        if dialog is not None:
            dialog.show()

    # --- building ---------------------------------------------------------------------

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[margin(self)] * 4)
        layout.setSpacing(2 * spacing(self))
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.told)
        grid = QGridLayout()
        grid.setSpacing(spacing(self))
        for place, button in enumerate((self.again, self.python, self.command, self.clear)):
            button.setAutoDefault(False)
            grid.addWidget(button, place // 2, place % 2)
        layout.addLayout(grid)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.resize(44 * em(self), 26 * em(self))

    def _fill(self) -> None:
        self._deeds = self._history.deeds()
        self.list.clear()
        for deed in self._deeds:
            item = QTreeWidgetItem([self._what(deed), deed.layer, _moment(deed.when)])
            item.setToolTip(0, deed.python)
            item.setToolTip(1, deed.layer)
            self.list.addTopLevelItem(item)
        if self._deeds:
            self.list.setCurrentItem(self.list.topLevelItem(0))
        self.told.hide()
        self._paint()

    def _paint(self) -> None:
        self.empty.setVisible(not self._deeds)
        self.list.setVisible(bool(self._deeds))
        for button in (self.again, self.python, self.command):
            button.setEnabled(self.chosen is not None)
        self.clear.setEnabled(bool(self._deeds))

    def _what(self, deed: Deed) -> str:
        count = number_text(deed.count)
        words = {
            "boundaries": self.tr("{} boundaries fetched"),
            "codes": self.tr("{} codes fetched"),
            "join": self.tr("{} features joined"),
            "recode": self.tr("{} rows recoded"),
        }
        return words.get(deed.algorithm, deed.id).format(count)

    # --- doing ------------------------------------------------------------------------

    def _copy(self, text) -> None:
        if self.chosen is not None:
            QApplication.clipboard().setText(text(self.chosen))
            self._tell(self.tr("Copied."))

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()

    def _clear(self) -> None:
        self._history.clear()
        self._fill()


def _moment(when: str) -> str:
    """Write a local time as other dates of ours: 21.11.2026 19:21."""
    return f"{date_text(when)} {when[11:16]}".strip() if when[:4].isdigit() else when
