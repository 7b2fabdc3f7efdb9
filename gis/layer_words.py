"""The words for what is wrong with layers and tables: their fields, what they hold, and who is at work on them."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication

from ..core import errors
from .wording import file_text

translate = QCoreApplication.translate


def _field_missing(error: errors.FieldMissing) -> str:
    return translate("Messages", "“{layer}” has no field called {field}. Choose another field.").format(
        layer=error.layer, field=error.field
    )


def _nothing_matches(error: errors.NothingMatches) -> str:
    text = translate("Messages", "No codes in {field} of “{layer}” match, so there is nothing to join.").format(
        field=error.field, layer=error.layer
    )
    examples = ", ".join(miss.value for miss in getattr(error.report, "misses", ())[:3] if miss.value)
    advice = translate("Messages", "The field holds {}. Choose another field, classification or date.").format(examples)
    return f"{text} {advice}" if examples else text


def _no_key(error: errors.NoKeyFound) -> str:
    if error.table:
        return translate(
            "Messages", "No field of “{layer}” holds the codes of “{table}”. Choose the fields of both yourself."
        ).format(layer=error.layer, table=error.table)
    return translate(
        "Messages", "No field of “{}” holds codes that match. Choose the field and the classification yourself."
    ).format(error.layer)


def _unreadable(error: errors.UnreadableTable) -> str:
    file = file_text(error.path)
    if error.reason == "empty":
        return translate("Messages", "{} is empty.").format(file)
    if error.reason == "encoding":
        return translate(
            "Messages", "{} can't be read: its letters are in an unknown encoding. Save it as UTF-8 first."
        ).format(file)
    return translate(
        "Messages", "{} can't be read as a table. Save it as CSV or xlsx with column names in one row, and add it again."
    ).format(file)


def _busy(error: errors.LayerBusy) -> str:
    if error.reason == "editing":
        return translate(
            "Messages", "“{}” is being edited. Save or discard the edits first, and try again. Nothing was changed."
        ).format(error.layer)
    return translate("Messages", "“{}” is busy with another run. Wait until it is done, and try again.").format(error.layer)


def _own_columns(error: errors.OwnColumns) -> str:
    return translate(
        "Messages",
        "“{layer}” has columns of your own ({columns}), which newer boundaries would not have. It stays as it is. Get the "
        "boundaries as a new layer, and join your columns to it.",
    ).format(layer=error.layer, columns=error.columns)


def _own_edits(error: errors.OwnEdits) -> str:
    return translate(
        "Messages",
        "“{layer}” has edits of your own, which newer boundaries would not have. It stays as it is. Get the boundaries as a "
        "new layer, or export this one first.",
    ).format(layer=error.layer)


def _gone(error: errors.LayerGone) -> str:
    return translate("Messages", "“{}” was removed meanwhile. Nothing was changed.").format(error.layer)


def _rows_left_out(error: errors.RowsLeftOut) -> str:
    return translate(
        "Messages",
        "“{table}” has several rows for some codes ({codes}), and only the first row of each is joined. Add the rows up first, "
        "or name the fields to add up.",
    ).format(table=error.table, codes=error.codes)


def _not_among(error: errors.NotAmong) -> str:
    return translate("Messages", "“{name}” can't be “{given}”. Choose one of these: {offered}.").format(
        name=error.name, given=error.given, offered=", ".join(map(str, error.offered))
    )


WORDS: dict[type, Callable[..., str]] = {
    errors.NothingGiven: lambda error: translate("Messages", "Nothing is given for “{}”, which is needed.").format(error.name),
    errors.NotAmong: _not_among,
    errors.NotAYear: lambda error: translate("Messages", "“{}” is not a year. Write four digits, such as 2024.").format(
        error.given
    ),
    errors.UnknownCrs: lambda error: translate(
        "Messages", "“{}” is not a coordinate system that QGIS knows. Write it such as EPSG:25833."
    ).format(error.given),
    errors.RowsLeftOut: _rows_left_out,
    errors.FieldMissing: _field_missing,
    errors.NothingMatches: _nothing_matches,
    errors.NoKeyFound: _no_key,
    errors.UnreadableTable: _unreadable,
    errors.LayerBusy: _busy,
    errors.LayerGone: _gone,
    errors.OwnColumns: _own_columns,
    errors.OwnEdits: _own_edits,
}
