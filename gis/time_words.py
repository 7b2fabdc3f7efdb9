"""The words for what can go wrong with codes through time: choices, sums, and holes in Klass."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication

from ..core import dates, errors
from .wording import classification_text, counted, date_text, quoted, service_text

translate = QCoreApplication.translate


def _bad_choice(error: errors.BadChoice) -> str:
    pair = f"{error.old_code or '–'} → {error.new_code or '–'}"
    if error.reason == "not_successor":
        return translate("Messages", "The choice {} can't be used: in Klass, {} became {}. Choose one of these.").format(
            pair, error.old_code, error.successors
        )
    if error.reason == "twice":
        return translate("Messages", "The choice {} stands twice in the table of choices. Keep one of them.").format(pair)
    if error.reason == "empty":
        return translate("Messages", "The choice {} lacks a code. Each row needs old_code and new_code.").format(pair)
    return translate(
        "Messages",
        "The choice {} needs a weight: a number above 0 for each new code of the same old code, such as 0.7 and 0.3.",
    ).format(pair)


def _sum_refused(error: errors.SumRefused) -> str:
    return translate(
        "Messages",
        "{field} cannot be added up: {code} {name} was split, and its figure belongs to several places: {successors}. "
        "Choose one of them, share it out by weights, or leave this field out.",
    ).format(field=error.field, code=error.code, name=error.name, successors=error.successors)


def _not_numbers(error: errors.NotNumbers) -> str:
    return translate("Messages", "{field} of “{layer}” cannot be added up: it holds no numbers. Choose another field.").format(
        field=error.field, layer=error.layer
    )


def _changes_missing(error: errors.ChangesMissing) -> str:
    text = translate(
        "Messages",
        "SSB has no table of changes for {units} on {date}. What became of codes that ended then is not known; the rest is "
        "shown.",
    ).format(units=classification_text(error.classification), date=date_text(error.date))
    words = quoted(error.words)
    return text + " " + translate("Messages", "Klass says {}.").format(words) if words else text


def _codes_lost(error: errors.CodesLost) -> str:
    return translate(
        "Messages", "SSB does not say what became of {codes} ({units}) on {date}. They are left without a new code."
    ).format(codes=error.codes, units=classification_text(error.classification), date=date_text(error.date))


def _split_open(error: errors.SplitOpen) -> str:
    if not error.successors:
        return translate("Messages", "{} were split, too. Choose in a table of choices, or leave them empty.").format(
            error.code
        )
    return translate(
        "Messages",
        "{code} {name} was split into {list} ({chain}). SSB does not say which of them your figures belong to. Choose one in "
        "a table of choices, or leave it empty.",
    ).format(code=error.code, name=error.name, list=error.successors, chain=error.chain)


def _shapes_not_shared(error: errors.ShapesNotShared) -> str:
    return translate(
        "Messages", "The shapes of {} are left out: weights share out figures, but no shape. The figures are right."
    ).format(error.codes)


def _correspondence_missing(error: errors.CorrespondenceMissing) -> str:
    text = translate(
        "Messages",
        "SSB has no table between {source} and {target} for the time from {start} to before {end}. The rest is shown.",
    ).format(
        source=classification_text(error.source),
        target=classification_text(error.target),
        start=date_text(error.start),
        end=date_text(error.end),
    )
    words = quoted(error.words)
    return text + " " + translate("Messages", "Klass says {}.").format(words) if words else text


def _no_correspondence(error: errors.NoCorrespondence) -> str:
    text = translate(
        "Messages", "SSB has no table between {source} and {target} on {date}. Choose another date, or another classification."
    ).format(
        source=classification_text(error.source),
        target=classification_text(error.target),
        date=date_text(error.date) if not error.end else f"{date_text(error.date)}–{_last_day(error.end)}",
    )
    words = quoted(error.words)
    return text + " " + translate("Messages", "Klass says {}.").format(words) if words else text


def _last_day(end: str) -> str:
    return date_text(dates.day_before(dates.parse(end)))


def _several_counterparts(error: errors.SeveralCounterparts) -> str:
    return counted(
        "Messages",
        "%n code(s) of {source} have several in {target}, such as {example}: {codes}. All of them are given, with semicolons "
        "between.",
        int(error.count or 0),
    ).format(
        source=classification_text(error.source),
        target=classification_text(error.target),
        example=error.example,
        codes=error.codes,
    )


def _language_missing(error: errors.LanguageMissing) -> str:
    return translate("Messages", "Names of {units} are not published in the language “{language}”. They are in bokmål.").format(
        units=classification_text(error.classification), language=error.language
    )


def _kept_since(error: errors.KeptSince) -> str:
    return translate("Messages", "No contact with {service}. What was fetched on {date} is used.").format(
        service=service_text(error.service), date=date_text(error.date)
    )


def _bad_dates(error: errors.BadDates) -> str:
    if error.reason == "malformed":
        return translate("Messages", "“{}” is not a date. Write year, month and day: 2024-01-01.").format(
            error.start or error.end
        )
    return translate("Messages", "The first date, {start}, must come before the second, {end}.").format(
        start=date_text(error.start), end=date_text(error.end)
    )


def _not_kept(error: errors.NotKept) -> str:
    units, date = classification_text(error.classification), date_text(error.date)
    if error.what == "changes":
        return translate(
            "Messages",
            "Expressions find no new codes for {units}: the changes up to {date} have not been fetched. Show the lineage of "
            "one of them on the Codes page once, or run {algorithm}.",
        ).format(units=units, date=date, algorithm="klasskart:recode")
    if error.what == "parents":
        return translate(
            "Messages",
            "Expressions don't know what is above the codes of {units} on {date}. Show them for that date on the Codes page "
            "once, or run {algorithm}.",
        ).format(units=units, date=date, algorithm="klasskart:codes")
    if error.what == "old":
        return translate(
            "Messages",
            "Expressions use codes of {units} that were fetched on {date}. There may be newer ones: show them on the Codes "
            "page once.",
        ).format(units=units, date=date)
    return translate(
        "Messages",
        "Expressions find no {units} on {date}: they have not been fetched. Show them for that date on the Codes page once, "
        "or run {algorithm}.",
    ).format(units=units, date=date, algorithm="klasskart:codes")


WORDS: dict[type, Callable[..., str]] = {
    errors.NotKept: _not_kept,
    errors.BadChoice: _bad_choice,
    errors.SumRefused: _sum_refused,
    errors.NotNumbers: _not_numbers,
    errors.OneDay: lambda error: translate(
        "Messages", "Both dates are {}, so nothing can have changed between them. Choose an earlier first date."
    ).format(date_text(error.date)),
    errors.ChangesMissing: _changes_missing,
    errors.CodesLost: _codes_lost,
    errors.SplitOpen: _split_open,
    errors.ShapesNotShared: _shapes_not_shared,
    errors.CorrespondenceMissing: _correspondence_missing,
    errors.NoCorrespondence: _no_correspondence,
    errors.SeveralCounterparts: _several_counterparts,
    errors.LanguageMissing: _language_missing,
    errors.KeptSince: _kept_since,
    errors.BadDates: _bad_dates,
}
