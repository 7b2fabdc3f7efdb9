"""What our functions for expressions give, from the registers that lie on disk: once for every feature, in any thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter

from qgis.core import NULL, QgsExpression
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ..core import settings as core_settings
from ..core.errors import KlasskartError, NotKept
from ..core.keys import as_text
from ..work.kept_codes import KeptCodes
from ..work.kept_shelf import Entry, Place
from . import log, messages
from .settings import Settings


def place() -> Place:
    """Give where registers lie and which day it is, by the settings of now."""
    return Place(Settings().cache_folder(), core_settings.today())


def text(value: object) -> str:
    """Give a date as yyyy-MM-dd and anything else as text; "" for nothing."""
    if type(value) is QDateTime:
        value = value.date()
    if type(value) is QDate:
        return value.toString(Qt.DateFormat.ISODate)
    return "" if value == NULL else as_text(value)


def tell(missing: NotKept) -> None:
    """Say in the log what would have to be fetched."""
    log.warning(messages.sentence(missing).text)


_KEPT = KeptCodes(place, tell, text)

# What QGIS calls: the arguments, the context, the expression, and its node.
Body = Callable[[Sequence[object], object, QgsExpression, object], object]


def _is_null(value: object) -> bool:
    return value is None or (type(value) is not str and value == NULL)


def _told(error: KlasskartError, parent: QgsExpression) -> None:
    """Let an error of ours become the expression's."""
    parent.setEvalErrorString(messages.sentence(error).text)


def _of_entry(pick: Callable[[Entry], str | None]) -> Body:
    """Give something of a code's entry, null where there is none. As few calls as can be: it runs for every feature."""

    def body(values, context, parent, node):
        if _is_null(values[2]):
            return None
        try:
            day = _KEPT.on(values[1], values[2])
            found = day.find(values[0]) if day else None
            return pick(found) if found else None
        except KlasskartError as error:
            _told(error, parent)

    return body


def _parent(values, context, parent, node) -> str | None:
    if _is_null(values[2]):
        return None
    try:
        day = _KEPT.on(values[1], values[2])
        found = day.find(values[0]) if day else None
        if found and found.parent_code == "":
            _KEPT.tell_parents(values[1], values[2])
        return (found.parent_code or None) if found else None
    except KlasskartError as error:
        _told(error, parent)


def _valid(values, context, parent, node) -> bool | None:
    if _is_null(values[0]) or _is_null(values[2]):
        return None
    try:
        day = _KEPT.on(values[1], values[2])
        return day.find(values[0]) is not None if day else None
    except KlasskartError as error:
        _told(error, parent)


def _recode(values, context, parent, node) -> str | None:
    if _is_null(values[3]):  # without the first date it is the code's own last day
        return None
    try:
        way = _KEPT.between(values[1], values[2], values[3])
        return way.new_code(values[0]) if way else None
    except KlasskartError as error:
        _told(error, parent)


def _names(values, context, parent, node) -> dict[str, str] | None:
    if _is_null(values[1]):
        return None
    try:
        day = _KEPT.on(values[0], values[1])
        return {entry.code: entry.name for entry in day.entries()} if day else None
    except KlasskartError as error:
        _told(error, parent)


VALUES: dict[str, Body] = {
    "klass_name": _of_entry(attrgetter("name")),
    "klass_parent": _parent,
    "klass_level": _of_entry(attrgetter("level")),
    "klass_valid": _valid,
    "klass_recode": _recode,
    "klass_names": _names,
}
