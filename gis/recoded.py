"""Layers with new codes: every row with what became of its code, or one row for each new code with figures added up."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from qgis.core import (
    NULL,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from ..core.adding_up import Group, add_up, figure_of, holds_figures
from ..core.errors import FieldMissing, NotNumbers, ShapesNotShared
from ..core.feedback import SILENT, Feedback
from ..core.recoding import Recoded, Recoding
from ..work import gpkg_sums
from ..work.gpkg_join import NewColumns
from ..work.joining import Attribute
from .columns import plain
from .joins import Source, send, write_whole

NEW_FIELDS = ("new_code", "new_name", "recode_status", "recode_chain")

_MANY = 5000  # features between two looks at cancel
_UNKNOWN = Recoded("", None, None, "unknown")
_TEXT = getattr(QVariant.String, "value", QVariant.String)
_NUMBERS = frozenset(
    getattr(kind, "value", kind)
    for kind in (QVariant.Int, QVariant.LongLong, QVariant.UInt, QVariant.ULongLong, QVariant.Double)
)


def recoded_fields(fields: QgsFields) -> QgsFields:
    """Give a layer's fields and the four new ones behind them; a name that is taken gets a number."""
    return with_texts(fields, NEW_FIELDS)


def with_texts(fields: QgsFields, names: Sequence[str]) -> QgsFields:
    """Give fields and new ones of text behind them; a name that is taken gets a number."""
    made = QgsFields(fields)
    taken = {name.casefold() for name in fields.names()}
    for wanted in names:
        name, number = wanted, 2
        while name.casefold() in taken:
            name, number = f"{wanted}_{number}", number + 1
        taken.add(name.casefold())
        made.append(QgsField(name, QVariant.String))
    return made


def new_values(recoded: Recoded) -> list[str | None]:
    """Give the values of the four new fields."""
    return [recoded.new_code, recoded.new_name, recoded.status, recoded.chain]


# --- row by row -----------------------------------------------------------------------


def write_rows(source: Source, field: str, recoding: Recoding, sink: QgsFeatureSink, feedback: Feedback = SILENT) -> None:
    """Send every feature to the sink with the new fields behind its own. In any thread. Raises NotWritable."""
    send(_looked_up(source, field, recoding), sink, source.count, feedback)


def write_file(source: Source, field: str, recoding: Recoding, path: Path, feedback: Feedback = SILENT) -> Path:
    """Write the same as a new GeoPackage, whole or not at all, by distinct values where the source is one, too."""
    fields = recoded_fields(source.fields)
    names = fields.names()[source.fields.count() :]
    rows = ((value, *new_values(recoded)) for value, recoded in recoding.values.items())
    new = NewColumns(field, [Attribute(name) for name in names], rows, new_values(_UNKNOWN))
    return write_whole(source, fields, new, lambda: _looked_up(source, field, recoding), path, feedback)


def _looked_up(source: Source, field: str, recoding: Recoding) -> Iterable[QgsFeature]:
    new = {value: new_values(recoded) for value, recoded in recoding.values.items()}
    return looked_up(source, field, new, new_values(_UNKNOWN))


def looked_up(source: Source, field: str, new: Mapping[object, list], otherwise: list) -> Iterable[QgsFeature]:
    """Read features with new attributes behind their own, by the value of a field.

    `otherwise` is for a value that came after the column was counted.
    """
    place = source.fields.indexFromName(field)
    for feature in source.features(QgsFeatureRequest()):
        attributes = feature.attributes()
        value = attributes[place]
        attributes += new.get(value if type(value) is str else plain(value), otherwise)
        feature.setAttributes(attributes)
        yield feature


# --- added up -------------------------------------------------------------------------


def summed_fields(source: Source, names: Sequence[str], recoding: Recoding) -> QgsFields:
    """Give the fields of the rows added up: whole numbers become real ones where a figure is shared out.

    Raises FieldMissing and NotNumbers.
    """
    shared = any(len(recoded.shares) > 1 for recoded in recoding.values.values())
    made = QgsFields()
    for place in range(source.fields.count()):
        field = QgsField(source.fields.at(place))
        if field.name() in names:
            wide = QVariant.Double if shared or not _holds_whole(source, place) else QVariant.LongLong
            field = QgsField(field.name(), wide)
        made.append(field)
    for name in names:
        if name not in source.fields.names():
            raise FieldMissing(source.name, name)
    return recoded_fields(made)


def _holds_whole(source: Source, place: int) -> bool:
    """Whether the figures of a field are whole numbers. Raises NotNumbers where they are none."""
    field = source.fields.at(place)
    if _is_number(field):
        return field.type() != QVariant.Double
    # The texts as they are: as figures, what is none would be taken for missing, and a code for a number.
    column = Counter(text for _, text, _, _ in _rows(source, place, [], SILENT)) if _is_text(field) else Counter()
    if not holds_figures(field.name(), column):
        raise NotNumbers(source.name, field.name())
    return all(isinstance(figure_of(value), (int, type(None))) for value in column)


def _is_number(field: QgsField) -> bool:
    return getattr(field.type(), "value", field.type()) in _NUMBERS


def _is_text(field: QgsField) -> bool:
    return getattr(field.type(), "value", field.type()) == _TEXT


def summed_type(source: Source):
    """Give the geometry type of dissolved features: several parts where there are shapes at all."""
    return source.wkb_type if source.wkb_type == QgsWkbTypes.Type.NoGeometry else QgsWkbTypes.multiType(source.wkb_type)


def added_up(
    source: Source, field: str, names: Sequence[str], recoding: Recoding, feedback: Feedback = SILENT
) -> dict[str | None, Group]:
    """Add up the figures by new code. In any thread. Raises SumRefused before anything is written."""
    rows = _value_rows(source, field, names, feedback)
    if rows is None or any(value not in recoding.values for _, value, _, _ in rows):
        places = [source.fields.indexFromName(name) for name in names]
        rows = _rows(source, source.fields.indexFromName(field), places, feedback)
    return add_up(rows, recoding, names)


def write_groups(
    source: Source,
    names: Sequence[str],
    groups: Mapping[str | None, Group],
    fields: QgsFields,
    recoding: Recoding,
    sink: QgsFeatureSink,
    feedback: Feedback = SILENT,
) -> None:
    """Write one feature for each new code, shapes dissolved. In any thread. Raises NotWritable.

    The attributes that are not added up are kept where all rows of a code have the same.
    """
    send(_grouped(source, names, groups, fields, recoding, feedback), sink, len(groups), feedback)


def write_summed_file(
    source: Source, field: str, names: Sequence[str], recoding: Recoding, path: Path, feedback: Feedback = SILENT
) -> Path:
    """Write the rows added up as a new GeoPackage, whole or not at all. Raises as `summed_fields` and `added_up`."""
    fields = summed_fields(source, names, recoding)
    groups = added_up(source, field, names, recoding, feedback.part(0.0, 0.4))
    target = copy.copy(source)
    target.wkb_type, target.count, target.table = summed_type(source), len(groups), None
    flow = lambda: _grouped(source, names, groups, fields, recoding, feedback)  # noqa: E731
    return write_whole(target, fields, None, flow, path, feedback.part(0.4, 1.0))


def _grouped(
    source: Source,
    names: Sequence[str],
    groups: Mapping[str | None, Group],
    fields: QgsFields,
    recoding: Recoding,
    feedback: Feedback,
) -> Iterable[QgsFeature]:
    kind = summed_type(source)
    if kind != QgsWkbTypes.Type.NoGeometry:
        feedback.step("dissolving")
        shared = sorted({one.code for one in recoding.values.values() if len(one.shares) > 1})
        if shared:
            feedback.warn(ShapesNotShared(", ".join(shared)))
    places = [source.fields.indexFromName(name) for name in names]
    for code, group in sorted(groups.items(), key=_by_code):
        yield _feature(source, fields, places, code, recoding.name_of(code), group, kind)


def _by_code(item: tuple[str | None, Group]) -> tuple[bool, str]:
    return item[0] is None, item[0] or ""


def _value_rows(source: Source, field: str, names: Sequence[str], feedback: Feedback) -> list | None:
    """Give rows as `_rows` does, but one for each value, where a table without shapes can add up by itself; else None."""
    others = [source.fields.at(place) for place in range(source.fields.count())]
    is_plain = all(_is_number(one) or (_is_text(one) and one.name() not in names) for one in others)
    if source.table is None or source.wkb_type != QgsWkbTypes.Type.NoGeometry or not is_plain:
        return None
    wanted = [one.name() for one in others if one.name().casefold() != "fid"]
    found = gpkg_sums.by_value(source.table, field, names, wanted, feedback)
    if found is None:
        return None
    places = [wanted.index(one.name()) if one.name() in wanted else -1 for one in others]
    return [(-1, plain(value), sums, [same[place] if place >= 0 else None for place in places]) for value, sums, same in found]


def _rows(source: Source, key: int, places: Sequence[int], feedback: Feedback):
    """Read rows (feature id or -1, value of the key, figures, all attributes) without their shapes."""
    shapes = source.wkb_type != QgsWkbTypes.Type.NoGeometry
    own = {place for place in range(source.fields.count()) if source.fields.at(place).name().casefold() == "fid"}
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    for number, feature in enumerate(source.features(request)):
        if number % _MANY == 0:
            feedback.check()
            feedback.progress(number / source.count if source.count > 0 else 0.0)
        values = [None if value == NULL else value for value in feature.attributes()]
        others = [None if place in own else value for place, value in enumerate(values)]
        yield feature.id() if shapes else -1, plain(values[key]), [figure_of(values[place]) for place in places], others


def _feature(
    source: Source, fields: QgsFields, places: Sequence[int], code: str | None, name: str | None, group: Group, kind
) -> QgsFeature:
    attributes = list(group.others or ())
    for place, total in zip(places, group.sums):
        attributes[place] = total
    feature = QgsFeature(fields)
    feature.setAttributes([*attributes, code, name, group.status, group.chain])
    if kind != QgsWkbTypes.Type.NoGeometry:
        feature.setGeometry(_dissolved(source, group.rows, kind))
    return feature


def _dissolved(source: Source, ids: Sequence[int], kind) -> QgsGeometry:
    """Join the shapes of some features; none where all are empty, or were shared out."""
    if not ids:
        return QgsGeometry()
    request = QgsFeatureRequest().setFilterFids(list(ids)).setSubsetOfAttributes([])
    shapes = [shape for shape in (feature.geometry() for feature in source.features(request)) if not shape.isEmpty()]
    if not shapes:
        return QgsGeometry()
    if QgsWkbTypes.geometryType(kind) == QgsWkbTypes.GeometryType.PointGeometry:
        joined = QgsGeometry.collectGeometry(shapes)
    else:
        joined = QgsGeometry.unaryUnion(shapes)
        if joined.isEmpty():  # a shape that GEOS can't work with
            joined = QgsGeometry.unaryUnion([shape.makeValid() for shape in shapes])
    fitting = joined.coerceToType(kind)
    return fitting[0] if len(fitting) == 1 else QgsGeometry.collectGeometry(fitting)
