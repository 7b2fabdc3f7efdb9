"""Asking where to save a file: the kinds that there are, and an ending where the user types none."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate


def ask_path(parent: QWidget, title: str, name: str, *endings: str, into: bool = False) -> Path | None:
    """Ask for a file of one of the kinds, such as .csv, the usual one first; None where the user wants none.

    `name` is proposed, without an ending; it may hold what no file name can. `into`: a file
    that is there already is added to, so that QGIS need not ask whether to overwrite it.
    """
    kinds = {_kind(ending): ending for ending in endings}
    proposed = "".join("-" if letter in '/\\:*?"<>|' else letter for letter in name) + endings[0]
    options = {"options": QFileDialog.Option.DontConfirmOverwrite} if into else {}
    path, kind = QFileDialog.getSaveFileName(parent, title, proposed, ";;".join(kinds), **options)
    if not path:
        return None
    return Path(path if Path(path).suffix else path + kinds.get(kind, endings[0]))


def _kind(ending: str) -> str:
    return {
        ".csv": translate("SaveFiles", "CSV with semicolons (*.csv)"),
        ".gpkg": translate("SaveFiles", "GeoPackage (*.gpkg)"),
        ".html": translate("SaveFiles", "Page (*.html)"),
        ".png": translate("SaveFiles", "PNG picture (*.png)"),
        ".svg": translate("SaveFiles", "SVG picture (*.svg)"),
        ".xlsx": translate("SaveFiles", "Excel (*.xlsx)"),
    }[ending]
