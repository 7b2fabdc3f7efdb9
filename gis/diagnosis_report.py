"""A diagnosis as a table, and as a page that one can print or attach to a mail: no colour, one sheet of A4."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from html import escape

from qgis.PyQt.QtCore import QCoreApplication, QVariant

from ..core import dates
from ..core.codes import LEVEKAR, REGION
from ..core.diagnosis import Diagnosis, Fit, Problem
from .wording import classification_text, counted, date_text, number_text

translate = QCoreApplication.translate

FIELDS = {
    "classification": QVariant.LongLong,
    "level": QVariant.String,
    "date_from": QVariant.String,
    "date_to": QVariant.String,
    "distinct": QVariant.LongLong,
    "matched": QVariant.LongLong,
    "share": QVariant.Double,
    "problem": QVariant.String,
    "example": QVariant.String,
    "repair": QVariant.String,
}
_NAMESAKES = 6  # names of several places in the page, so that it stays one sheet; the table has more
_SHOWN = 8  # divisions in the page; the table has all
_WORTH = 0.3  # of the best one's share, that a division needs to be worth a line
_MOSTLY = 0.5

_STYLE = """
@page { size: A4; margin: 18mm }
body { font: 11pt/1.4 sans-serif; max-width: 44em; margin: 2em auto; padding: 0 1em }
h1 { font-size: 1.5em; margin: 0 } h2 { font-size: 1.1em; margin: 1.4em 0 .3em }
table { border-collapse: collapse; width: 100% } td { padding: .15em .6em .15em 0; vertical-align: top }
td.n { text-align: right; white-space: nowrap } td.bar { width: 45% }
td.bar div { height: .8em; border: 1px solid; box-sizing: border-box } tr.best { font-weight: bold }
td.bar i { display: block; height: 100%; background: #555; -webkit-print-color-adjust: exact; print-color-adjust: exact }
footer { margin-top: 2em; font-size: .9em; border-top: 1px solid; padding-top: .5em }
"""


# --- the table --------------------------------------------------------------------


def table_rows(found: Diagnosis) -> Iterable[tuple[object, ...]]:
    """Give the rows of `FIELDS`: divisions first, the best first; then what is to be mended."""
    for fit in found.fits:
        dates = (fit.start or None, fit.end or None)
        share = round(fit.share, 4)
        yield (fit.classification, fit.level or None, *dates, fit.distinct, fit.matched, share, None, fit.example or None, None)
    for one in found.problems:
        where = (one.classification or None, one.level or None, None, None)
        yield (*where, found.distinct, one.values, None, one.kind, one.example or None, one.repair)


# --- words --------------------------------------------------------------------------


def headline(found: Diagnosis) -> str:
    """Say in one line what the column holds: `Kommuner, 2020–2023`."""
    best = found.best
    if best is None:
        if any(problem.kind == "name" for problem in found.problems):
            return translate("Diagnosis", "Names of {}, not codes").format(classification_text(found.classification))
        return translate("Diagnosis", "No codes that Klass knows")
    units = units_text(found.classification, found.level)
    units = units[:1].upper() + units[1:]
    if found.is_mixed and best.share >= _MOSTLY:
        return translate("Diagnosis", "{units}, mostly {years}").format(units=units, years=span_text(best))
    if found.is_mixed:
        return translate("Diagnosis", "{} from several divisions").format(units)
    return f"{units}, {span_text(best)}"


def units_text(classification: int, level: str) -> str:
    """Name the units of a level of a classification."""
    if (classification, level) == (1, "1"):
        return translate("Diagnosis", "delområder")
    if (classification, level) == (1, ""):
        return translate("Diagnosis", "delområder and grunnkretser")
    if classification == REGION:
        return translate("Diagnosis", "economic regions")
    if classification == LEVEKAR:
        return translate("Diagnosis", "zones of living conditions")
    return classification_text(classification)


def span_text(fit: Fit) -> str:
    """Write the years of a division: `2020–2023`, or `2024–` while it goes on."""
    first = fit.start[:4]
    if not fit.end:
        return f"{first}–"
    last = str(dates.day_before(datetime.date.fromisoformat(fit.end)).year)
    return first if first == last else f"{first}–{last}"


def problem_text(problem: Problem) -> str:
    """Say one thing to mend, with its count and an example."""
    words = {
        "lost_zero": counted("Diagnosis", "%n code(s) lack the zero in front", problem.values),
        "malformed": counted("Diagnosis", "%n value(s) are not written as codes", problem.values),
        "unknown": counted("Diagnosis", "%n value(s) are unknown to Klass", problem.values),
        "duplicate": counted("Diagnosis", "%n code(s) occur more than once", problem.values),
        "name": counted("Diagnosis", "%n name(s) instead of codes", problem.values),
        "filler": counted("Diagnosis", "%n code(s) are not places", problem.values),
    }
    if problem.kind == "lookalike":
        units = units_text(problem.classification, problem.level)
        text = counted("Diagnosis", "%n code(s) look like {}", problem.values).format(units)
    else:
        text = words[problem.kind]
    example = " → ".join(filter(None, (problem.example, problem.repair)))
    return _with_example(text, problem.values, example)


def _with_example(text: str, count: int, example: str) -> str:
    """Show one of several as what it is: an example."""
    if not example:
        return text
    return f"{text}: {example}" if count == 1 else translate("Diagnosis", "{}, such as {}").format(text, example)


def old_text(found: Diagnosis, day: datetime.date) -> str:
    """Say how many codes are those of another day; "" for none."""
    then = found.on(day)
    old = found.ever - (then.matched if then else 0)
    if found.best is None or not old:
        return ""
    text = counted("Diagnosis", "%n code(s) do not apply on {}", old).format(date_text(day))
    return _with_example(text, old, then.example if then else "")


def names_text(found: Diagnosis) -> str:
    """Say how many names there are; "" for none."""
    if not found.names:
        return ""
    text = counted("Diagnosis", "%n name(s) instead of codes", len(found.names))
    several = len(found.ambiguous)
    return text + (counted("Diagnosis", ", %n of them of several places", several) if several else "")


def apart_text(found: Diagnosis) -> str:
    """Say which field tells names of several places apart; "" for none."""
    if found.apart is None:
        return ""
    return translate("Diagnosis", "Names of several places are told apart by the field {}.").format(found.apart.field)


def advice_text(found: Diagnosis) -> str:
    """Say what to do next; "" where nothing is wrong."""
    best = found.best
    if best is None:
        return ""
    if found.is_mixed:
        return translate("Diagnosis", "Change the codes without a first date: each is then read on the last day it applied.")
    if best.end:
        return translate("Diagnosis", "Use the boundaries and codes of {year}, or change the codes from {date}.").format(
            year=best.end[:4] if not best.start else span_text(best), date=date_text(best.start)
        )
    return ""


def percent(share: float) -> str:
    """Write a share; only all is 100 %, and only nothing 0 %."""
    rounded = min(99, max(1, round(100 * share))) if 0 < share < 1 else round(100 * share)
    return translate("Diagnosis", "{} %").format(number_text(rounded))


# --- the page -------------------------------------------------------------------------


def html(found: Diagnosis, layer: str, today: datetime.date) -> str:
    """Write the page."""
    title = headline(found)
    parts = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(counts_text(found))}</p>",
        *_divisions(found),
        *_problems(found),
        *(f"<p>{escape(words)}</p>" for words in (apart_text(found), advice_text(found)) if words),
        f"<footer>{escape(_footer(found, layer, today))}</footer>",
    ]
    head = f'<meta charset="utf-8"><title>{escape(f"{layer} · {found.field}: {title}")}</title><style>{_STYLE}</style>'
    return f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>\n" + "\n".join(parts) + "\n</body></html>\n"


def counts_text(found: Diagnosis) -> str:
    """Say how many of the codes applied at the best time."""
    if found.best is None:
        return counted("Diagnosis", "%n different value(s)", found.distinct)
    words = translate("Diagnosis", "{matched} of {distinct} codes applied then.")
    if found.is_mixed:
        words = translate("Diagnosis", "At most {matched} of {distinct} codes applied at the same time.")
    text = words.format(matched=number_text(found.best.matched), distinct=number_text(found.distinct))
    if found.empty:
        text += " " + counted("Diagnosis", "%n feature(s) have no value.", found.empty)
    return text


def divisions(found: Diagnosis, most: int = _SHOWN, day: datetime.date | None = None) -> list[Fit]:
    """Give the best divisions that are worth a line, the newest first; that of `day` is always among them."""
    least = _WORTH * found.fits[0].share if found.fits else 0.0
    worth = [fit for fit in found.fits if fit.share >= least][:most]
    today = found.on(day) if day else None
    if today is not None and today not in worth:
        worth = [*worth[: most - 1], today]
    return sorted(worth, key=lambda fit: fit.start, reverse=True)


def division_text(found: Diagnosis, fit: Fit) -> str:
    """Name a division by its years, and by its units where they are others than what the column most likely holds."""
    units = "" if fit.classification == found.classification else f"{units_text(fit.classification, fit.level)}, "
    return f"{units}{span_text(fit)}"


def _divisions(found: Diagnosis) -> Iterable[str]:
    shown = divisions(found)
    if not shown:
        return
    yield f"<h2>{escape(translate('Diagnosis', 'Codes that applied, by division'))}</h2>\n<table>"
    for fit in shown:
        best = ' class="best"' if fit == found.best else ""
        bar = f'<div><i style="width:{100 * fit.share:.1f}%"></i></div>'
        label = escape(division_text(found, fit))
        yield f'<tr{best}><td>{label}</td><td class="bar">{bar}</td><td class="n">{escape(percent(fit.share))}</td></tr>'
    yield "</table>"


def _problems(found: Diagnosis) -> Iterable[str]:
    if found.problems:
        yield f"<h2>{escape(translate('Diagnosis', 'To mend'))}</h2>\n<ul>"
        namesakes = [
            problem for problem in found.problems if problem.kind == "name" and problem.raw and _is_open(found, problem)
        ]
        left_out = set(namesakes[_NAMESAKES:])
        for problem in found.problems:
            if problem not in left_out:
                yield f"<li>{escape(problem_text(problem))}</li>"
        if left_out:
            more = sum(problem.values for problem in left_out)
            yield f"<li>{escape(counted('Diagnosis', '%n more name(s) of several places', more))}</li>"
        yield "</ul>"


def _is_open(found: Diagnosis, problem: Problem) -> bool:
    """Whether a problem is that a name is one of several places."""
    return bool(problem.raw) and problem.raw[0] not in found.repairs


def _footer(found: Diagnosis, layer: str, today: datetime.date) -> str:
    return translate(
        "Diagnosis", "{layer}, field {field}, {date}. Codes: Statistics Norway (Klass), CC BY 4.0. Made with Klasskart."
    ).format(layer=layer, field=found.field, date=date_text(today))
