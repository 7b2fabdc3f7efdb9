"""What was fetched and lies on disk: where, how much, of what kind, and cleaning it up."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsProject
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import Cancelled, KlasskartError
from ..gis import cache_use
from ..gis.wording import counted, size_text
from ..work import cache_contents
from ..work.cache_contents import Cleaned, Entry
from .measures import em, margin, spacing
from .options_fields import Field, Said, path_editor
from .wording import number_text

translate = QCoreApplication.translate

_KEY = "cache"  # of its jobs: a newer one takes the place of the one before


class CacheBox(QGroupBox):
    """`folder()` gives where the cache lies by what stands on the page."""

    def __init__(self, jobs, folder: Callable[[], Path], usual: Path, parent: QWidget | None = None):
        super().__init__(translate("Options", "Fetched Data"), parent)
        self._jobs, self._folder = jobs, folder
        mode = QgsFileWidget.StorageMode.GetDirectory
        self.place = Field("cache/folder", path_editor(translate("Options", "Folder"), home_words(usual), mode))
        self.contents = QTreeWidget()
        self.said = Said()
        self.clean = QPushButton(translate("Options", "Clean Up"))
        self.clean.setToolTip(
            translate("Options", "Removes what can be fetched again. What projects use stays, and what you made yourself.")
        )
        self.clean.clicked.connect(self.clean_up)
        self.place.changed.connect(self.look)
        self._build()

    def tab_order(self) -> list[QWidget]:
        return [self.place.editor.widget, self.contents, self.clean]

    def look(self) -> None:
        """Find out in the background what lies there."""
        if self.place.problem():
            self._show([])
            return
        folder = self._folder()
        self._jobs.start(lambda feedback: cache_contents.contents(folder), self._on_contents, title=self.title(), key=_KEY)

    def clean_up(self) -> None:
        """Remove in the background what nobody uses; the open project's layers are looked up now."""
        folder = self._folder()
        here = cache_use.files_of(QgsProject.instance(), folder)

        def work(feedback) -> tuple[Cleaned, list[Entry]]:
            cleaned = cache_contents.clean(folder, cache_use.held(folder, here), feedback=feedback)
            return cleaned, cache_contents.contents(folder)

        self.clean.setEnabled(False)
        self.said.say(translate("Options", "Cleaning up …"))
        self._jobs.start(work, self._on_cleaned, title=self.title(), key=_KEY)

    def _on_contents(self, entries: list[Entry] | None, error: KlasskartError | None) -> None:
        if error is None:
            self._show(entries)
        elif not isinstance(error, Cancelled):
            self._tell(error)

    def _on_cleaned(self, outcome: tuple[Cleaned, list[Entry]] | None, error: KlasskartError | None) -> None:
        if error is not None:
            self.clean.setEnabled(True)
            self._tell(error)
            return
        cleaned, entries = outcome
        self._show(entries)
        self.said.say(_cleaned_words(cleaned, len(entries)), "good")

    def _tell(self, error: KlasskartError) -> None:
        from ..gis import messages

        self.said.say(messages.sentence(error).text, "problem")

    def _show(self, entries: list[Entry]) -> None:
        """List kinds, the largest first, and below them the sum."""
        self.contents.clear()
        sizes: dict[str, list[int]] = {}
        for entry in entries:
            sizes.setdefault(_kind_words(entry.kind), []).append(entry.size)
        for words, found in sorted(sizes.items(), key=lambda pair: -sum(pair[1])):
            self._add_row(words, len(found), sum(found))
        self._add_row(translate("Options", "All"), len(entries), sum(entry.size for entry in entries))
        rows = self.contents.topLevelItemCount()
        row_height = self.contents.sizeHintForRow(0)
        self.contents.setFixedHeight(self.contents.header().sizeHint().height() + rows * row_height + 2 * margin(self))
        self.clean.setEnabled(bool(entries))

    def _add_row(self, words: str, number: int, size: int) -> None:
        row = QTreeWidgetItem([words, number_text(number), size_text(size)])
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(row.text(column) for column in range(3)))
        for column in (1, 2):
            row.setTextAlignment(column, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
        self.contents.addTopLevelItem(row)

    def _build(self) -> None:
        words = [translate("Options", "Kind"), translate("Options", "Files"), translate("Options", "Size")]
        self.contents.setHeaderLabels(words)
        self.contents.setAccessibleName(self.title())
        self.contents.setRootIsDecorated(False)
        self.contents.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.contents.header().setStretchLastSection(False)
        self.contents.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column in (1, 2):
            self.contents.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
            self.contents.headerItem().setTextAlignment(column, int(right))
        self.contents.header().setMinimumSectionSize(6 * em(self))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(translate("Options", "Folder"), self.place)
        row = QHBoxLayout()
        row.addWidget(self.clean)
        row.addWidget(self.said, 1)
        row.addStretch(0)  # while nothing is said
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[margin(self)] * 4)
        layout.setSpacing(spacing(self))
        layout.addLayout(form)
        layout.addWidget(self.contents)
        layout.addLayout(row)
        self._show([])


def home_words(path: Path) -> str:
    """Write a path as people do who share a home: ~/.cache/klasskart. Not on Windows, where nobody does."""
    if os.name == "nt" or Path.home() not in path.parents:
        return str(path)
    return str(Path("~") / path.relative_to(Path.home()))


def _cleaned_words(cleaned: Cleaned, left: int) -> str:
    """How much went, and why `left` files are still there."""
    words = [
        counted("Options", "%n file(s) removed: {}.", cleaned.removed).format(size_text(cleaned.freed))
        if cleaned.removed
        else translate("Options", "There was nothing to remove.")
    ]
    if cleaned.held:
        words.append(counted("Options", "%n file(s) are in use and stay.", cleaned.held))
    if left > cleaned.held:
        words.append(translate("Options", "What came in the last minutes stays for now."))
    return " ".join(words)


def _kind_words(kind: str) -> str:
    return {
        "boundaries": translate("Options", "Boundaries"),
        "registers": translate("Options", "Codes"),
        "joins": translate("Options", "Joined codes"),
        "tables": translate("Options", "Tables of codes"),
        "layers": translate("Options", "Layers that you made"),
        "coast": translate("Options", "Sea and coast"),
        "metadata": translate("Options", "Descriptions of data sets"),
        "opendata": translate("Options", "Open data"),
    }.get(kind, translate("Options", "Other"))
