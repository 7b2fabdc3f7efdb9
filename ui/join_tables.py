"""Adding an analyst's file as a table of the project, and saying what was assumed to read it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtWidgets import QFileDialog

from ..core.errors import BadFile, KlasskartError
from ..core.tables import Assumption
from ..work.figures import FigureTable, read_table
from .notes import Note, NoteAction
from .wording import counted, number_text

_KEY = "join-table"
_FILES = "*.csv *.tsv *.txt *.tab *.xlsx *.xls *.ods *.json *.zip"
_MOST_NAMED = 3
_MOST_SAID = 4  # the rest stands under Details


class TableReader(QObject):
    """Reads files for a Join page. `page` shows the outcome; what was read becomes a source of its form."""

    def __init__(self, page):
        super().__init__(page)
        self._page = page
        # A table that is still on its way belongs to a project that is closed.
        page.desk.project_cleared.connect(self._on_project_cleared)

    def _on_project_cleared(self) -> None:
        self._page.desk.jobs.cancel(_KEY)

    def ask(self) -> None:
        """Let the user choose a file."""
        files = self.tr("Tables ({})").format(_FILES) + ";;" + self.tr("All files (*)")
        path, _ = QFileDialog.getOpenFileName(self._page, self.tr("Add Table"), "", files)
        if path:
            self.read(Path(path))

    def read(self, path: Path, sheet: str = "") -> None:
        """Read a file in the background, and add it to the project. Of a workbook, the first sheet that holds anything."""
        target = self._target(path, sheet)
        self._page.desk.start(
            lambda services, feedback: read_table(path, target, sheet=sheet, feedback=feedback),
            lambda table, error: self._on_read(path, table, error),
            title=self.tr("Reading {} …").format(path.name),
            key=_KEY,
        )

    def _target(self, path: Path, sheet: str) -> Path:
        """Give every file and sheet a place of its own, also two of the same name, and a file that was changed another."""
        folder = self._page.desk.config.cache_folder / "tables"
        stamp = path.stat().st_mtime_ns if path.exists() else 0
        mark = hashlib.sha256(f"{path.resolve()} {stamp} {sheet}".encode()).hexdigest()[:12]
        return folder / mark / f"{path.stem[:40]}.gpkg"

    def _on_read(self, path: Path, table: FigureTable | None, error: KlasskartError | None) -> None:
        if error is not None:
            self._page.show_problem(error, lambda: self.read(path))
            return
        layer = QgsVectorLayer(f"{table.path}|layername={table.layer}", table.layer, "ogr")
        if not layer.isValid():
            self._page.show_problem(BadFile(str(table.path), "unreadable"), lambda: self.read(path))
            return
        layer.setAbstract(table.title)
        self._page.desk.project.addMapLayer(layer)
        self._page.show_note(self._note(path, table))
        self._page.use_table(layer)

    def _note(self, path: Path, table: FigureTable) -> Note:
        """Say what was assumed, and offer the sheets that were not read."""
        text = counted("TableReader", "“{}” is added: %n row(s).", table.rows).format(table.layer)
        said = [words for words in map(assumption, table.assumptions) if words]
        read = next((str(one.facts.get("name")) for one in table.assumptions if one.kind == "sheet"), "")
        other = next((name for name in table.sheets if read and name != read), "")
        actions = (NoteAction(self.tr("Read “{}”").format(other), lambda: self.read(path, other)),) if other else ()
        return Note("\n".join([text, *said[:_MOST_SAID]]), "success", actions, "\n".join(said[_MOST_SAID:]), key="table")


def assumption(said: Assumption) -> str:
    """Word one assumption; "" for a kind that is not known."""
    translate = QCoreApplication.translate
    facts = said.facts
    named = facts.get("columns", ())
    columns = number_text(named) if isinstance(named, int) else _listed(named)  # empty ones have no names
    words = {
        "encoding": lambda: translate("JoinTables", "Letters: {}").format(facts.get("encoding")),
        "separator": lambda: translate("JoinTables", "Separator: {}").format(_separator(str(facts.get("separator")))),
        "member": lambda: translate("JoinTables", "File: {} of {} in the zip").format(facts.get("name"), facts.get("of")),
        "sheet": lambda: translate("JoinTables", "Sheet: {} of {}").format(facts.get("name"), facts.get("of")),
        "skipped": lambda: counted("JoinTables", "Left out: %n line(s), “{}”", int(facts.get("lines", 0))).format(
            str(facts.get("text", ""))[:60]
        ),
        "header_made": lambda: translate("JoinTables", "No names of columns were found: {}").format(columns),
        "renamed": lambda: translate("JoinTables", "Columns got other names: {}").format(columns),
        "dropped": lambda: translate("JoinTables", "Empty columns were left out: {}").format(columns),
        "short_rows": lambda: counted("JoinTables", "%n row(s) are shorter than the others", int(facts.get("rows", 0))),
        "decimal_comma": lambda: translate("JoinTables", "Comma is the decimal sign in {}").format(columns),
        "thousands": lambda: translate("JoinTables", "Thousands are parted in {}").format(columns),
        "missing": lambda: counted("JoinTables", "{} mean no value: %n time(s)", int(facts.get("values", 0))).format(
            _listed(facts.get("marks", ()))
        ),
        "codes": lambda: translate("JoinTables", "Codes kept as text: {}").format(columns),
    }
    return words[said.kind]() if said.kind in words else ""


def _separator(mark: str) -> str:
    names = {
        "\t": QCoreApplication.translate("JoinTables", "tab"),
        ";": QCoreApplication.translate("JoinTables", "semicolon"),
        ",": QCoreApplication.translate("JoinTables", "comma"),
        " ": QCoreApplication.translate("JoinTables", "blanks"),
    }
    return names.get(mark, mark)


def _listed(names) -> str:
    """Write the first names, and how many more there are."""
    listed = [" → ".join(map(str, name)) if isinstance(name, (tuple, list)) else str(name) for name in names]
    more = len(listed) - _MOST_NAMED
    return ", ".join(listed[:_MOST_NAMED]) + (f" +{number_text(more)}" if more > 0 else "")
