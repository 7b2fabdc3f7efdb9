"""Figures of a layer as a map style: coloured areas, circles or categories, with units that have no value hatched.

All are rules with an ELSE, because QGIS's graduated renderer leaves units without a value invisible.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from qgis.core import (
    QgsExpression,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProperty,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core import map_classes, map_columns
from ..core.feedback import SILENT, Feedback
from ..core.map_classes import Band, Summary
from ..core.map_columns import CATEGORY, COUNT, YEAR
from . import map_symbols
from .columns import Columns, columns_of
from .wording import decimal_text, fixed_text

translate = QCoreApplication.translate

COLOURS, CIRCLES, CATEGORIES = "colours", "circles", "categories"
_SOURCES = "klasskart/sources"  # a property: whose the figures of a layer's fields are
_LIKELY = 3  # of `map_classes.rank`
_PERCENT = re.compile(r"%|prosent|percent|pct", re.IGNORECASE)  # what a column's name says of its unit
LARGEST = 14.0  # mm across, of the circle for the highest number

Rule = QgsRuleBasedRenderer.Rule


@dataclass(frozen=True)
class Figures:
    """A field that was read, and what it holds; with `per` it was divided by another, and is per so `many` of that."""

    field: str
    held: Summary
    per: str = ""
    many: int = 1

    @property
    def is_likely(self) -> bool:
        """Whether it looks like something that one wants to see on a map."""
        return self.held.rank <= _LIKELY

    def without_value(self, way: str) -> int:
        """How many features have no value, or no number where a way needs one."""
        return self.held.without_value if way == CATEGORIES else self.held.without_number


def ways_of(layer: QgsVectorLayer, figures: Figures) -> tuple[str, ...]:
    """Give the ways that suit figures, the best first: areas mislead about counts, circles can't show less than none.

    None suits where nearly each feature has a value of its own.
    """
    held = figures.held
    each = (CATEGORIES,) if held.categories else ()
    if figures.per:
        return (COLOURS,) if held.bands else ()
    if held.kind in (CATEGORY, ""):
        return each
    if held.kind == YEAR:
        return (*each, COLOURS) if len(held.bands) < 2 or held.bands[0].only is not None else (COLOURS, *each)
    if layer.geometryType() == QgsWkbTypes.GeometryType.LineGeometry or held.low < 0 or held.high <= 0:
        return (COLOURS, *each)
    return (CIRCLES, COLOURS, *each) if held.kind == COUNT else (COLOURS, CIRCLES, *each)


# --- reading ------------------------------------------------------------------------


def reading(layer: QgsVectorLayer, names: Iterable[str] = ()) -> Callable[[Feedback], Figures | None]:
    """Note what is needed to read one of some fields later, in any thread: the likeliest one to be put on a map.

    `names` empty: any field of the layer. Gives None where there is none that holds anything. Raises LayerGone.
    """
    columns, fields = columns_of(layer), layer.fields()
    wanted = set(names) or set(columns)
    # Of all fields of a layer those of numbers are read first, of a few the user's order holds.
    first = wanted if names else {fields.at(place).name() for place in range(fields.count()) if fields.at(place).isNumeric()}
    own = [name for name in fields.names() if name in wanted and name in columns]
    return lambda feedback=SILENT: _likeliest(columns, own, first, feedback)


def _likeliest(columns: Columns, names: list[str], first: set[str], feedback: Feedback) -> Figures | None:
    """Read the fields, those that look like figures first, until one is as good as can be."""
    feedback.step("reading_layer")
    best: Figures | None = None
    for name in sorted(names, key=lambda name: (map_columns.is_called_code(name), name not in first)):
        feedback.check()
        figures = Figures(name, map_classes.summary(name, columns[name]))
        if best is None or figures.held.rank < best.held.rank:
            best = figures
        if best.held.rank == 0:
            break
    return _by_their_codes(columns, best) if best and best.held.kind else None


def _by_their_codes(columns: Columns, figures: Figures) -> Figures:
    """Put names in the order of the codes beside them: “most central” comes before “least central”, and is darker."""
    found = figures.held.categories
    beside = map_columns.code_beside(figures.field, columns)
    if beside and found:
        codes = {name: code for name, code in columns.pairs(figures.field, beside) if code is not None}
        found = map_classes.categories(columns[figures.field], codes)
    if map_columns.is_ranking(figures.field):
        found = map_classes.shaded(found)
    return replace(figures, held=replace(figures.held, categories=found))


def reading_rate(layer: QgsVectorLayer, field: str, per: str) -> Callable[[Feedback], Figures | None]:
    """The same for one field per another; None where that gives no number."""
    columns = columns_of(layer)

    def read(feedback: Feedback = SILENT) -> Figures | None:
        feedback.step("reading_layer")
        if field not in columns or per not in columns:
            return None
        found, many = map_classes.rates(columns.pairs(field, per))
        held = map_classes.summary("rate", found)  # whatever the two are called
        return Figures(field, held, per, many) if held.bands else None

    return read


def note_source(layer: QgsVectorLayer, titles: Mapping[str, str], source: str) -> None:
    """Keep in a layer what legends say of some of its fields: what each is called in its table, and whose figures they are."""
    noted = {name: [title, source] for name, title in titles.items()}
    layer.setCustomProperty(_SOURCES, json.dumps({**_noted(layer), **noted}, ensure_ascii=False))


def _noted(layer: QgsVectorLayer) -> dict[str, list[str]]:
    try:
        found = json.loads(str(layer.customProperty(_SOURCES) or "{}"))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def title_of(layer: QgsVectorLayer, figures: Figures) -> str:
    """Say what figures are: the name of their field, and what they are per."""
    if not figures.per:
        name = name_of(layer, figures.field)
        return f"{name} (%)" if figures.held.percent and not _PERCENT.search(name) else name
    per = name_of(layer, figures.per)
    per = f"{_whole(figures.many)} {per}" if figures.many > 1 else per
    return translate("MapStyles", "{} per {}").format(name_of(layer, figures.field), per)


def name_of(layer: QgsVectorLayer, field: str) -> str:
    """Give what people call a field: its alias, else its name in the table that it was joined from."""
    place = layer.fields().lookupField(field)
    noted = _noted(layer).get(field)
    return layer.attributeAlias(place) or (noted[0] if noted else field)


def source_of(layer: QgsVectorLayer, field: str) -> str:
    """Say whose the figures of a field are; "" where the layer does not know."""
    noted = _noted(layer).get(field)
    return noted[1] if noted else ""


# --- rules ------------------------------------------------------------------------


def renderer_of(layer: QgsVectorLayer, figures: Figures, way: str) -> QgsRuleBasedRenderer:
    """Give the rules for a way of showing figures: a heading with its classes below it, and the sources as the last line."""
    root = Rule(None)
    words = [Rule(None, filterExp="FALSE", label=text) for text in source_texts(layer, figures.field)]
    heading = Rule(None, filterExp="FALSE", label=heading_text(layer, figures))
    for rule in (heading, *rules_of(layer, figures, way), *words):
        root.appendChild(rule)
    renderer = QgsRuleBasedRenderer(root)
    if way == CIRCLES:  # small circles on large ones, and all of them on the areas
        order = QgsFeatureRequest.OrderByClause(number_expression(layer, figures.field), False)
        renderer.setOrderBy(QgsFeatureRequest.OrderBy([order]))
        renderer.setOrderByEnabled(True)
        renderer.setUsingSymbolLevels(True)
    return renderer


def rules_of(layer: QgsVectorLayer, figures: Figures, way: str) -> list[Rule]:
    """Give a rule for every class, and the one for units without a value."""
    kind, held = layer.geometryType(), figures.held
    if way == CATEGORIES:
        rules = _category_rules(layer, figures)
    elif way == CIRCLES:
        rules = _circle_rules(layer, figures)
    else:
        expression = _expression(layer, figures)
        rules = [
            _rule(map_symbols.filled(kind, band.colour), _within(expression, band), text, band.features)
            for band, text in zip(held.bands, band_texts(held))
        ]
    words = translate("MapStyles", "No value ({})").format(_whole(figures.without_value(way)))
    return [*rules, Rule(map_symbols.without_value(kind), label=words, elseRule=True)]


def _rule(symbol, test: str, words: str, features: int) -> Rule:
    return Rule(symbol, filterExp=test, label=f"{words} ({_whole(features)})")


def _within(expression: str, band: Band) -> str:
    parts = [f"{expression} >= {band.low!r}"] if band.low is not None else []
    parts += [f"{expression} < {band.high!r}"] if band.high is not None else []
    return " AND ".join(parts) or f"{expression} IS NOT NULL"


def _expression(layer: QgsVectorLayer, figures: Figures) -> str:
    """Write what gives the number that classes are of."""
    number = number_expression(layer, figures.field)
    return f"({number}/nullif({number_expression(layer, figures.per)},0)*{figures.many})" if figures.per else number


def number_expression(layer: QgsVectorLayer, field: str) -> str:
    """Write what gives the number of a field, also where it is text with comma and blanks; NULL or nothing for other text."""
    column = QgsExpression.quotedColumnRef(field)
    if layer.fields().field(field).isNumeric():
        return column
    pairs = [(blank, "") for blank in map_columns.BLANKS] + [("%", ""), (",", "."), ("−", "-")]
    written = ",".join(QgsExpression.quotedString(part) for pair in pairs for part in pair)
    return f"try(to_real(replace({column},map({written}))))"


# --- circles and categories ---------------------------------------------------------------


def _circle_rules(layer: QgsVectorLayer, figures: Figures) -> list[Rule]:
    """Give the rule that draws a circle whose area is the number, and rules that draw nothing, for the legend's circles."""
    highest, expression = figures.held.high, number_expression(layer, figures.field)
    size = f"{LARGEST}*sqrt({expression}/{highest!r})"
    symbol = map_symbols.circled(layer.geometryType(), QgsProperty.fromExpression(size))
    rules = [Rule(symbol, filterExp=f"{expression} >= 0", label=translate("MapStyles", "Area with a value"))]
    for number in map_classes.circle_numbers(highest):
        circle = map_symbols.circle(LARGEST * (number / highest) ** 0.5)
        rules.append(Rule(circle, filterExp="FALSE", label=_whole_text(number)))
    return rules


def _category_rules(layer: QgsVectorLayer, figures: Figures) -> list[Rule]:
    column, kind = QgsExpression.quotedColumnRef(figures.field), layer.geometryType()
    named = [QgsExpression.quotedValue(one.value) for one in figures.held.categories if one.value is not None]
    rules = []
    for category in figures.held.categories:
        if category.value is not None:
            test, words = f"{column} = {QgsExpression.quotedValue(category.value)}", _value_text(category.value)
        else:
            empty = "" if layer.fields().field(figures.field).isNumeric() else f" AND {column} <> ''"
            test, words = f"{column} NOT IN ({', '.join(named)}){empty}", translate("MapStyles", "Others")
        rules.append(_rule(map_symbols.filled(kind, category.colour), test, words, category.features))
    return rules


# --- words --------------------------------------------------------------------------------


def heading_text(layer: QgsVectorLayer, figures: Figures) -> str:
    """Say what the legend is about: the column, and the units with their year where the layer's name does not say them."""
    title = layer.metadata().title().strip()
    name = title_of(layer, figures)
    return f"{name} · {title}" if title and title not in layer.name() else name


def source_texts(layer: QgsVectorLayer, field: str) -> list[str]:
    """Say whose the figures are, and whose the boundaries and on what terms: what the layer knows of it."""
    metadata, figures = layer.metadata(), source_of(layer, field)
    credit = ", ".join(
        dict.fromkeys(filter(None, [layer.attribution() or " · ".join(metadata.rights()), *metadata.licenses()]))
    )
    said = [translate("MapStyles", "Source: {}").format(figures)] if figures else []
    return said + ([translate("MapStyles", "Boundaries: {}").format(credit)] if credit else [])


def credit_of(layer: QgsMapLayer) -> str:
    """Say whose a layer is, and on what terms; "" where it does not say."""
    metadata = layer.metadata()
    owner = layer.attribution() or " · ".join(metadata.rights())
    return ", ".join(dict.fromkeys(filter(None, [owner, *metadata.licenses()])))


def band_texts(held: Summary) -> list[str]:
    """Name classes: under 5.0, 5.0–9.9, 10.0 and over; the number itself where a class is one number.

    Where figures have more decimals than the classes, 9.95 would stand in none of them: they are 5 to under 10 then.
    """
    breaks = [band.high for band in held.bands if band.high is not None]
    single = any(band.only is not None for band in held.bands)
    decimals = map_classes.shown_decimals(held.bands)
    if held.decimals and max(map(abs, breaks), default=0) < 100:
        decimals = max(1, decimals)
    if held.decimals > decimals and not single:
        span = translate("MapStyles", "{} to under {}")
        return [
            _band_text(band, lambda number: _number(number, map_classes.decimals_of([number])), span, 0) for band in held.bands
        ]
    span = translate("MapStyles", "{} to {}") if held.low < 0 else "{}–{}"
    grouped = held.kind != YEAR
    return [_band_text(band, lambda number: _number(number, decimals, grouped), span, 10**-decimals) for band in held.bands]


def _band_text(band: Band, write: Callable[[float], str], span: str, step: float) -> str:
    """Write a class; `step` is what lies between the last number that it holds and the first one of the next."""
    if band.only is not None:
        return write(band.only)
    if band.low is None and band.high is None:
        return translate("MapStyles", "All")
    if band.low is None:
        return translate("MapStyles", "under {}").format(write(band.high))
    if band.high is None:
        return translate("MapStyles", "{} and over").format(write(band.low))
    low, last = write(band.low), write(band.high - step)
    return low if low == last else span.format(low, last)


def _value_text(value: object) -> str:
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else decimal_text(value, 6)


def _number(number: float, decimals: int, grouped: bool = True) -> str:
    """Write a number as a legend has it, its sign as wide as a figure; years, which are whole, are not `grouped`."""
    return (fixed_text(number, decimals) if grouped else str(int(number))).replace("-", "−")


def _whole_text(number: float) -> str:
    """Write all of a number, with the decimals that it needs."""
    return _number(number, map_classes.decimals_of([number]))


def _whole(number: int) -> str:
    return _number(number, 0)
