"""The words for what this machine's disk does not take or give."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication

from ..core import errors
from .wording import file_text, size_text

translate = QCoreApplication.translate


def _disk_full(error: errors.DiskFull) -> str:
    if error.needed:
        return translate(
            "Messages", "The disk is full: {size} more were needed. Make room, and try again. Nothing was changed."
        ).format(size=size_text(int(error.needed)))
    return translate("Messages", "The disk is full. Make room, and try again. Nothing was changed.")


def _not_writable(error: errors.NotWritable) -> str:
    return translate(
        "Messages",
        "{} can't be written to. Choose another folder, or ask for the right to write. The folder of downloads is chosen in "
        "the settings. Nothing was changed.",
    ).format(error.path)


def _file_there(error: errors.FileThere) -> str:
    return translate("Messages", "There is already a file {}. It was left as it is. Choose another folder.").format(
        file_text(error.path)
    )


def _bad_file(error: errors.BadFile) -> str:
    reasons = {
        "truncated": translate("Messages", "it is not whole"),
        "corrupt": translate("Messages", "it is damaged"),
        "path": translate("Messages", "it would write outside its folder"),
        "bomb": translate("Messages", "it would unpack to far more than it should"),
        "empty": translate("Messages", "it is empty"),
        "no_layer": translate("Messages", "the layer that was asked for is not in it"),
        "unreadable": translate("Messages", "it can't be read"),
    }
    return translate("Messages", "The file {file} can't be used: {reason}. It was removed; try again.").format(
        file=file_text(error.member or error.path), reason=reasons.get(str(error.reason), str(error.reason))
    )


WORDS: dict[type, Callable[..., str]] = {
    errors.DiskFull: _disk_full,
    errors.NotWritable: _not_writable,
    errors.FileThere: _file_there,
    errors.BadFile: _bad_file,
}
