"""The words for what files and databases of the user's do not take."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication

from ..core import errors
from .wording import file_text

translate = QCoreApplication.translate


def _taken(error: errors.TableTaken) -> str:
    return translate("Messages", "{place} already has a table called {table}. Nothing was changed.").format(
        place=error.place, table=error.table
    )


def _no_geopackage(error: errors.NotGeoPackage) -> str:
    return translate("Messages", "{} is no GeoPackage, and is left as it is. Choose another file.").format(
        file_text(error.path)
    )


def _refused(error: errors.DatabaseRefused) -> str:
    return _reason(str(error.reason)).format(database=error.database, words=str(error.words).rstrip("."))


def _reason(reason: str) -> str:
    return {
        "contact": translate(
            "Messages", "No contact with the database “{database}”. Look at its connection in QGIS. Nothing was changed."
        ),
        "login": translate("Messages", "The database “{database}” did not accept user and password. Nothing was changed."),
        "rights": translate(
            "Messages",
            "You may not write to {words} in “{database}”. Choose another schema or table, or ask for the right. Nothing was "
            "changed.",
        ),
        "schema": translate("Messages", "“{database}” has no schema {words}. Choose another. Nothing was changed."),
        "postgis": translate("Messages", "“{database}” has no PostGIS, so it can't hold boundaries. Choose another database."),
        "busy": translate(
            "Messages", "Somebody is using the table in “{database}”. Try again when it is free. Nothing was changed."
        ),
        "gone": translate(
            "Messages", "QGIS has no connection called “{database}” any more. Choose again where to keep boundaries."
        ),
        "driver": translate(
            "Messages", "This QGIS can't write to PostGIS: a driver of GDAL is missing. Choose a file instead."
        ),
    }.get(reason) or translate(
        "Messages", "The database “{database}” did not take the boundaries: {words}. Nothing was changed."
    )


WORDS: dict[type, Callable[..., str]] = {
    errors.TableTaken: _taken,
    errors.NotGeoPackage: _no_geopackage,
    errors.DatabaseRefused: _refused,
}
