"""A line for each catalogue: how many data sets it lists, that it is being asked, or why it could not be."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from ..gis import messages
from ..work.opendata import CatalogueAnswer, Source
from . import opendata_words
from .elided_label import ElidedLabel
from .measures import spacing
from .notes import muted
from .opendata_questions import Found


class CatalogueLines(QWidget):
    """Shows who was asked. It only tells what its user wants: `again_wanted` carries a Source."""

    again_wanted = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        self._said: tuple = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * spacing(self))
        self._grid.setVerticalSpacing(spacing(self) // 2)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    def show_found(self, found: Found | None, *, waiting: bool) -> None:
        """Say what each has answered. While some are waited for, none can be asked again."""
        lines = [(source, found.answer_of(source)) for source in found.sources] if found else []
        said = (waiting, *((source, answer and (len(answer.datasets), answer.error)) for source, answer in lines))
        if said == self._said:
            return  # the same again: whoever stands on a button keeps the focus
        self._said = said
        self._clear()
        for row, (source, answer) in enumerate(lines):
            self._add(row, source, answer, waiting)
        self.setVisible(bool(lines))

    def words(self) -> list[str]:
        """Give what the lines say."""
        rows = range(self._grid.rowCount())
        lines = [[self._grid.itemAtPosition(row, column) for column in (0, 1)] for row in rows]
        return [f"{name.widget().whole} {state.widget().text()}" for name, state in lines if name and state]

    def _add(self, row: int, source: Source, answer: CatalogueAnswer | None, waiting: bool) -> None:
        name = muted(ElidedLabel(opendata_words.source(source), source.name if source.name.startswith("http") else ""))
        state = QLabel(self._state(answer, waiting))
        state.setTextFormat(Qt.TextFormat.PlainText)
        failed = answer.error is not None if answer else not waiting
        if not failed:
            muted(state)
        if answer and answer.error is not None:
            message = messages.sentence(answer.error)
            state.setToolTip(message.full)
            state.setAccessibleDescription(message.text)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(state, row, 1)
        if failed and not waiting:
            self._grid.addWidget(self._button(source), row, 2)

    def _state(self, answer: CatalogueAnswer | None, waiting: bool) -> str:
        if answer is None:
            return self.tr("asking …") if waiting else self.tr("not asked to the end")
        return opendata_words.failed(answer.error) if answer.error else opendata_words.counted(len(answer.datasets))

    def _button(self, source: Source) -> QPushButton:
        button = QPushButton(QCoreApplication.translate("Page", "Try Again"))
        button.setAccessibleName(self.tr("Ask {} Again").format(opendata_words.source(source)))
        button.clicked.connect(lambda: self.again_wanted.emit(source))
        self.buttons.append(button)
        return button

    def _clear(self) -> None:
        self.buttons = []
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
