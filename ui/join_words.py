"""What the Join page says about a join: how it was found, and what it brought."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QCoreApplication

from ..work.joining import Prepared, Way
from .join_source import Source, unit_name
from .wording import counted, number_text


def found(prepared: Prepared) -> str:
    """Say in which field codes were found, and how many of its values are codes; "" where the user chose all."""
    score = next((way.score for way in prepared.ways if way.field == prepared.field), None)
    if score is None:
        return ""
    words = QCoreApplication.translate("JoinWords", "Found in {}: {} of {} values match.")
    return words.format(prepared.field, number_text(score.matched_distinct), number_text(score.distinct))


def ways(prepared: Prepared) -> str:
    """List every field and level that fits, the best first."""
    return "\n".join(map(_way, prepared.ways))


def _way(way: Way) -> str:
    other = way.key_field or unit_name(Source(way.classification, way.level))
    return f"{way.field} – {other}: {number_text(way.score.matched_distinct)} / {number_text(way.score.distinct)}"


def joined(prepared: Prepared) -> str:
    """Say how many features have their columns now."""
    report = prepared.report
    if report.matched == report.features:
        return counted("JoinWords", "%n feature(s) are joined.", report.matched)
    words = QCoreApplication.translate("JoinWords", "{} of {} are joined.")
    return words.format(number_text(report.matched), number_text(report.features))


def done(prepared: Prepared, layer: str, names: Sequence[str]) -> str:
    """Say what a layer got by a join."""
    translate = QCoreApplication.translate
    told = counted("JoinWords", "%n feature(s) are joined.", prepared.report.matched)
    if len(names) > 1:
        got = translate("JoinWords", "“{}” got {} and {} more.").format(layer, names[0], number_text(len(names) - 1))
    else:
        got = translate("JoinWords", "“{}” got {}.").format(layer, ", ".join(names))
    return f"{told} {got}"
