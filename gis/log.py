"""Lines for QGIS's log, under our own tag. May be called from any thread."""

from __future__ import annotations

import traceback

from qgis.core import Qgis, QgsMessageLog

TAG = "Klasskart"


def info(line: str) -> None:
    QgsMessageLog.logMessage(line, TAG, Qgis.MessageLevel.Info, False)


def warning(line: str) -> None:
    QgsMessageLog.logMessage(line, TAG, Qgis.MessageLevel.Warning, False)


def fault(error: BaseException) -> str:
    """Log an error that nobody expected, with its traceback; give that text."""
    text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    QgsMessageLog.logMessage(text, TAG, Qgis.MessageLevel.Critical, False)
    return text
