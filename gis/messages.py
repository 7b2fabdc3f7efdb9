"""The words for errors and steps: the one place where their fields become sentences.

Each sentence says what failed, why as far as known, what is unharmed and what to do; addresses and status are details.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication

from ..core import errors
from . import boundary_words, klass_words, time_words
from .wording import (
    area_text,
    classification_text,
    date_text,
    file_text,
    host_text,
    quoted,
    route_text,
    service_text,
    size_text,
)

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Message:
    """`text`: one to four sentences for the note. `details`: address, status and the like, a line each; may be ""."""

    text: str
    details: str = ""

    @property
    def full(self) -> str:
        """Both, for where there is no room to unfold: exceptions of algorithms and the log."""
        return f"{self.text}\n{self.details}" if self.details else self.text


def sentence(error: errors.KlasskartError) -> Message:
    """Word any of our errors."""
    for kind in type(error).__mro__:
        if kind in _WORDS:
            return Message(_WORDS[kind](error), _details(error))
    return Message(str(error), _details(error))


def step(name: str, facts: Mapping[str, object]) -> str:
    """Say what a job does now; names and facts are those of `Feedback.step`. "" for a name that is not known."""
    words = STEPS.get(name)
    return words(facts) if words else ""


def _fetching(facts: Mapping[str, object]) -> str:
    units = classification_text(facts.get("classification", ""))
    return translate("Messages", "Fetching {} …").format(units)


def _downloading(facts: Mapping[str, object]) -> str:
    got, total = int(facts.get("bytes") or 0), int(facts.get("total") or 0)
    if not got:
        return translate("Messages", "Downloading …")
    if total:
        return translate("Messages", "Downloading {} of {} …").format(size_text(got), size_text(total))
    return translate("Messages", "Downloading … {}").format(size_text(got))


STEPS: dict[str, Callable[[Mapping[str, object]], str]] = {
    "fetching_codes": _fetching,
    "fetching_changes": lambda facts: translate("Messages", "Fetching what became of old codes …"),
    "asking_geonorge": lambda facts: translate("Messages", "Asking Geonorge …"),
    "fetching_area": lambda facts: translate("Messages", "Fetching {area} through {route} …").format(
        area=area_text(facts.get("area", "")), route=route_text(facts.get("route", ""))
    ),
    "waiting_for_other": lambda facts: translate("Messages", "Waiting for another window that fetches the same …"),
    "downloading": _downloading,
    "retrying": lambda facts: translate("Messages", "{} does not answer well. Trying again in {} s …").format(
        service_text(facts.get("service", "")), f"{float(facts.get('seconds') or 0):g}"
    ),
    "unpacking": lambda facts: translate("Messages", "Unpacking …"),
    "converting": lambda facts: translate("Messages", "Making a layer of the file …"),
    "reading_layer": lambda facts: translate("Messages", "Reading the layer …"),
    "matching": lambda facts: translate("Messages", "Matching …"),
    "recoding": lambda facts: translate("Messages", "Changing codes …"),
    "diagnosing": lambda facts: translate("Messages", "Trying the codes on each year …"),
    "cutting_coast": lambda facts: translate("Messages", "Cutting at the coast …"),
    "dissolving": lambda facts: translate("Messages", "Joining shapes …"),
    "fetching_list": lambda facts: translate("Messages", "Fetching the list of classifications …"),
    "writing": lambda facts: translate("Messages", "Writing …"),
}


def _other_route(error: errors.OtherRoute) -> str:
    return translate(
        "Messages", "{failed} did not deliver {area}. It came through {taken} instead; the boundaries are the same."
    ).format(failed=route_text(error.failed), taken=route_text(error.taken), area=area_text(error.area))


def _details(error: errors.KlasskartError) -> str:
    labels = {
        "asked": translate("Messages", "Address"),
        "address": translate("Messages", "Address"),
        "status": translate("Messages", "Status"),
        "words": translate("Messages", "Answer"),
        "path": translate("Messages", "File"),
        "trace": translate("Messages", "Trace"),
    }
    values = error.values()
    return "\n".join(f"{label}: {values[field]}" for field, label in labels.items() if values.get(field) not in ("", None))


# --- services -----------------------------------------------------------------------


def _unreachable(error: errors.Unreachable) -> str:
    service, host, words = service_text(error.service), host_text(error.asked), quoted(error.words)
    if error.reason == "timeout":
        return translate(
            "Messages",
            "No contact with {service}. {host} did not answer within {seconds} seconds. A proxy may have stopped it. "
            "Nothing was changed.",
        ).format(service=service, host=host, seconds=f"{float(error.seconds or 0):g}")
    if error.reason == "name":
        return translate(
            "Messages",
            "No contact with {service}. No machine called {host} was found. Check that you are on the network. "
            "Nothing was changed.",
        ).format(service=service, host=host)
    if error.reason == "proxy":
        return translate(
            "Messages",
            "No contact with {service}. The proxy did not let it through: {words}. Check the proxy in QGIS's options, "
            "under Network. Nothing was changed.",
        ).format(service=service, words=words)
    if error.reason == "tls":
        return translate(
            "Messages",
            "No safe connection with {service}. The certificate of {host} was not accepted: {words}. A proxy may have put "
            "in its own: then add its authority in QGIS's options, under Authentication. Nothing was changed.",
        ).format(service=service, host=host, words=words)
    if error.reason == "login":
        return translate(
            "Messages",
            "{service} was not asked. The login chosen for it in the settings can't be used: {words}. Choose another. "
            "Nothing was changed.",
        ).format(service=service, words=words)
    if error.reason == "connection":
        return translate(
            "Messages",
            "No contact with {service}. {host} takes no connections now. Check the network, or try again in a few minutes. "
            "Nothing was changed.",
        ).format(service=service, host=host)
    return translate("Messages", "{service} broke off before everything had come. Try again. Nothing was changed.").format(
        service=service
    )


def _refused(error: errors.Refused) -> str:
    words = quoted(error.words) or str(error.status)
    return translate("Messages", "{service} said no: {words}. Nothing was changed.").format(
        service=service_text(error.service), words=words
    )


def _faulty(error: errors.Faulty) -> str:
    return translate("Messages", "{service} has a fault ({status}). Try again in a few minutes. Nothing was changed.").format(
        service=service_text(error.service), status=error.status
    )


def _unexpected(error: errors.UnexpectedAnswer) -> str:
    return translate(
        "Messages",
        "The answer from {host} is not what it should be: got {got}, expected {expected}. Open the address in a browser to "
        "see why. Nothing was changed.",
    ).format(host=host_text(error.asked), got=_noun(error.got), expected=_noun(error.expected))


def _noun(noun: object) -> str:
    nouns = {
        "web page": translate("Messages", "a web page"),
        "zip": translate("Messages", "a zip"),
        "JSON": translate("Messages", "JSON"),
        "WMS capabilities": translate("Messages", "a description of map layers"),
        "nothing": translate("Messages", "nothing"),
    }
    return nouns.get(str(noun), str(noun))


def _too_large(error: errors.TooLarge) -> str:
    return translate(
        "Messages",
        "The answer from {service} is larger than {size}, so it was left. Choose a smaller area. Nothing was changed.",
    ).format(service=service_text(error.service), size=size_text(int(error.limit or 0)))


def _untrusted(error: errors.UntrustedAddress) -> str:
    address = host_text(error.address)
    if error.reason == "private":
        return translate(
            "Messages",
            "{address} lies on a private network and is not called. If you trust it, allow private addresses in the settings.",
        ).format(address=address)
    if error.reason == "scheme":
        return translate("Messages", "{address} is not called: an address must begin with https:// or http://.").format(
            address=error.address
        )
    if error.reason == "credentials":
        return translate(
            "Messages",
            "{address} is not called: the address holds a user name. Take it out, and choose a login in the settings instead.",
        ).format(address=address)
    return translate("Messages", "{address} is not called: it can't be read as an address.").format(address=error.address)


# --- what was asked for ---------------------------------------------------------------


def _unknown_classification(error: errors.UnknownClassification) -> str:
    return translate(
        "Messages", "Klass has no classification {}. Use its number, or grunnkrets, delomrade, kommune, fylke or bydel."
    ).format(error.classification)


def _unknown_level(error: errors.UnknownLevel) -> str:
    return translate("Messages", "{classification} have no level {level} in Klass. There are the levels {known}.").format(
        classification=classification_text(error.classification).capitalize(), level=error.level, known=error.known
    )


def _no_codes(error: errors.NoCodesOnDate) -> str:
    units = classification_text(error.classification)
    date = date_text(error.date)
    if error.future:
        return translate(
            "Messages",
            "The codes for {units} on {date} do not apply yet: they do from {future}. Choose to include future codes.",
        ).format(units=units, date=date, future=date_text(error.future))
    if error.last:
        return translate(
            "Messages",
            "Klass has no codes for {units} on {date}. It has them from {first} to {last}. Choose a date in between.",
        ).format(units=units, date=date, first=date_text(error.first), last=date_text(error.last))
    if error.first:
        return translate(
            "Messages", "Klass has no codes for {units} on {date}. It has them from {first}. Choose a later date."
        ).format(units=units, date=date, first=date_text(error.first))
    return translate("Messages", "Klass has no codes for {units} on {date}. Choose another date.").format(
        units=units, date=date
    )


def _bad_selection(error: errors.BadSelection) -> str:
    return translate(
        "Messages",
        "“{term}” does not select codes. Write codes, beginnings and ranges with commas between: 0301, 11*, 3001-3099.",
    ).format(term=error.term)


def _bad_dates(error: errors.BadDates) -> str:
    if error.reason == "malformed":
        return translate("Messages", "“{}” is not a date. Write year, month and day: 2024-01-01.").format(
            error.start or error.end
        )
    return translate("Messages", "The first date, {start}, must come before the second, {end}.").format(
        start=date_text(error.start), end=date_text(error.end)
    )


def _unknown_area(error: errors.UnknownArea) -> str:
    known = error.suggestions if isinstance(error.suggestions, str) else ", ".join(map(str, error.suggestions))
    if error.vintage in ("", None):
        return translate(
            "Messages",
            "“{}” is not an area. Write numbers of fylker (2 digits) or kommuner (4 digits), or 0000 for the country.",
        ).format(error.area)
    if known:
        return translate("Messages", "There is no area {area} in the division of {year}. Did you mean {known}?").format(
            area=error.area, year=error.vintage, known=known
        )
    return translate(
        "Messages", "There is no area {area} in the division of {year}. Use a number of that year, or choose another year."
    ).format(area=error.area, year=error.vintage)


def _area_does_not_fit(error: errors.AreaDoesNotFit) -> str:
    return translate("Messages", "{unit} can't be limited to the kommune {area}. Choose a fylke, or the whole country.").format(
        unit=str(error.unit).capitalize(), area=error.area
    )


def _not_offered(error: errors.NotOffered) -> str:
    what = {
        "vintage": translate("Messages", "the division of {}"),
        "area": translate("Messages", "the area {}"),
        "format": translate("Messages", "the format {}"),
        "crs": translate("Messages", "the CRS {}"),
    }.get(str(error.what), "{}")
    offered = error.offered if isinstance(error.offered, str) else ", ".join(map(str, error.offered))
    text = translate("Messages", "Geonorge does not deliver {}.").format(what.format(error.asked))
    return text + " " + translate("Messages", "It delivers {}. Choose one of these.").format(offered) if offered else text


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


def _gone(error: errors.LayerGone) -> str:
    return translate("Messages", "“{}” was removed meanwhile. Nothing was changed.").format(error.layer)


# --- this machine ---------------------------------------------------------------------


def _disk_full(error: errors.DiskFull) -> str:
    if error.needed:
        return translate(
            "Messages", "The disk is full: {size} more were needed. Make room, and try again. Nothing was changed."
        ).format(size=size_text(int(error.needed)))
    return translate("Messages", "The disk is full. Make room, and try again. Nothing was changed.")


def _not_writable(error: errors.NotWritable) -> str:
    return translate(
        "Messages",
        "{} can't be written to. Choose another folder in the settings, or ask for the right to write. Nothing was changed.",
    ).format(error.path)


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


_WORDS: dict[type, Callable[..., str]] = {
    errors.Cancelled: lambda error: translate("Messages", "Stopped. Nothing was changed."),
    errors.InternalFault: lambda error: translate(
        "Messages",
        "The plugin has a fault ({}). The log of QGIS says more, under Klasskart. Try again, and report it if it comes back.",
    ).format(error.kind),
    errors.Unreachable: _unreachable,
    errors.Refused: _refused,
    errors.Faulty: _faulty,
    errors.UnexpectedAnswer: _unexpected,
    errors.TooLarge: _too_large,
    errors.UntrustedAddress: _untrusted,
    errors.UnknownClassification: _unknown_classification,
    errors.UnknownLevel: _unknown_level,
    errors.NoCodesOnDate: _no_codes,
    errors.BadSelection: _bad_selection,
    errors.BadDates: _bad_dates,
    errors.UnknownArea: _unknown_area,
    errors.AreaDoesNotFit: _area_does_not_fit,
    errors.NotOffered: _not_offered,
    errors.FieldMissing: _field_missing,
    errors.NothingMatches: _nothing_matches,
    errors.NoKeyFound: _no_key,
    errors.UnreadableTable: _unreadable,
    errors.LayerBusy: _busy,
    errors.LayerGone: _gone,
    errors.DiskFull: _disk_full,
    errors.NotWritable: _not_writable,
    errors.BadFile: _bad_file,
    errors.NotYetValid: lambda error: translate("Messages", "These boundaries are published, but not valid before {}.").format(
        date_text(error.date)
    ),
    errors.OtherRoute: _other_route,
    **boundary_words.WORDS,
    **klass_words.WORDS,
    **time_words.WORDS,
}
