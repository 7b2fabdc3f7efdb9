"""What was fetched, joined and recoded: done again, or copied as a command of Processing."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialog,
    QHeaderView,
    QPushButton,
    QShortcut,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..core.history import Deed
from ..gis.wording import date_text
from .button_rows import ButtonRows
from .empty_state import EmptyState
from .measures import em, margin, spacing
from .notes import muted, wrapped_label
from .wording import counted

_MOMENT = 2  # the column of when it was
_ROOMY = 30  # em from which it stands there
_NAME = 3  # em of a layer's name that are seen at least; its tooltip tells the rest


class HistoryWindow(QDialog):
    """The list of deeds, the newest first. It belongs to its parent, and is not modal; Esc closes it."""

    def __init__(self, history, parent: QWidget):
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("KlasskartHistoryWindow")
        self.setWindowTitle(self.tr("History of Klasskart"))
        self._history = history
        self._deeds: list[Deed] = []
        self.empty = EmptyState()
        words = self.tr(
            "Boundaries, codes, changes, joins, changed codes and open data will be listed here: to be done again, or as "
            "commands for Python and a terminal."
        )
        self.empty.tell(self.tr("Nothing has been done yet"), words, icon="mIconHistory")
        self.list = QTreeWidget()
        self.list.setHeaderLabels([self.tr("What"), self.tr("Layer"), self.tr("When")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.windowTitle())
        self.told = muted(wrapped_label(""))
        self.again = QPushButton(self.tr("Do &Again…"))
        self.python = QPushButton(self.tr("Copy as &Python Command"))
        self.command = QPushButton(self.tr("Copy for the &Command Line"))
        self.clear = QPushButton(self.tr("C&lear the List"))
        self.again.setToolTip(self.tr("Opens the algorithm with the same parameters. Nothing runs before you have seen them."))
        self.python.setToolTip(self.tr("A command for QGIS's Python console (Ctrl+C)"))
        self.clear.setToolTip(self.tr("Forgets what was done. Layers stay."))
        self.buttons = ButtonRows((self.again, self.python, self.command, self.clear))
        self._build()
        self.list.currentItemChanged.connect(lambda *_: self._on_chosen())
        self.list.itemActivated.connect(lambda *_: self.do_again())
        self.again.clicked.connect(self.do_again)
        self.python.clicked.connect(lambda: self._copy(lambda deed: deed.python))
        self.command.clicked.connect(lambda: self._copy(lambda deed: deed.command))
        self.clear.clicked.connect(self._clear)
        self._copying = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.list, self.python.click)

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

    def resizeEvent(self, event) -> None:
        """Where there is little room, the layer is worth more than the moment, which its tooltip tells."""
        super().resizeEvent(event)
        self.list.setColumnHidden(_MOMENT, event.size().width() < _ROOMY * em(self))

    # --- building ---------------------------------------------------------------------

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[margin(self)] * 4)
        layout.setSpacing(2 * spacing(self))
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.told)
        for button in self.buttons.buttons:
            button.setAutoDefault(False)
        layout.addWidget(self.buttons)
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
            item.setToolTip(1, f"{deed.layer}\n{_moment(deed.when)}")
            self.list.addTopLevelItem(item)
        if self._deeds:
            self.list.setCurrentItem(self.list.topLevelItem(0))
        self.list.setMinimumWidth(self._least_width())
        self.told.hide()
        self._paint()

    def _least_width(self) -> int:
        """Give the width with which what was done stands there whole, and enough of the layer's name to know it by."""
        header = self.list.header()
        what = max(self.list.sizeHintForColumn(0), header.sectionSizeHint(0))
        layer = max(header.sectionSizeHint(1), _NAME * em(self))
        edges = 2 * self.list.frameWidth() + self.list.verticalScrollBar().sizeHint().width()
        return what + layer + edges

    def _on_chosen(self) -> None:
        self.told.hide()  # it was about another
        self._paint()

    def _paint(self) -> None:
        self.empty.setVisible(not self._deeds)
        self.list.setVisible(bool(self._deeds))
        self.buttons.setVisible(bool(self._deeds))
        for button in (self.again, self.python):
            button.setEnabled(self.chosen is not None)
        self._paint_command()
        self.clear.setEnabled(bool(self._deeds))

    def _paint_command(self) -> None:
        """A terminal finds files only, not what lives in the memory of this QGIS."""
        hidden = self.chosen is not None and self.chosen.in_memory
        self.command.setEnabled(self.chosen is not None and not hidden)
        words = self.tr("“{}” was made from a layer in memory, which a terminal can't find. Save that layer to a file first.")
        self.command.setToolTip(words.format(self.chosen.layer) if hidden else self.tr("A command for qgis_process"))

    def _what(self, deed: Deed) -> str:
        words = {
            "boundaries": lambda: counted("HistoryWindow", "%n boundaries fetched", deed.count),
            "codes": lambda: counted("HistoryWindow", "%n code(s) fetched", deed.count),
            "changes": lambda: counted("HistoryWindow", "%n change(s) fetched", deed.count),
            "join": lambda: counted("HistoryWindow", "%n feature(s) joined", deed.count),
            "recode": lambda: counted("HistoryWindow", "%n row(s) recoded", deed.count),
            "opendata": lambda: counted("HistoryWindow", "%n layer(s) of open data", deed.count),
        }
        return words.get(deed.algorithm, lambda: deed.id)()

    # --- doing ------------------------------------------------------------------------

    def _copy(self, text) -> None:
        if self.chosen is not None:
            QApplication.clipboard().setText(text(self.chosen))
            self._tell(self.tr("Copied: {}").format(self._what(self.chosen)))

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()

    def _clear(self) -> None:
        self._history.clear()
        self._fill()


def _moment(when: str) -> str:
    """Write a local time as other dates of ours: 21.11.2026 19:21."""
    return f"{date_text(when)} {when[11:16]}".strip() if when[:4].isdigit() else when
