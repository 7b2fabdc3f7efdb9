"""The values of a layer's fields, read off the GUI thread from what was noted on it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from qgis.core import (
    NULL,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsFields,
    QgsProcessingFeatureSource,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QVariant

from ..core.errors import FieldMissing, LayerGone
from ..core.feedback import SILENT, Feedback
from ..work.gpkg_join import Table, quoted
from ..work.joining import Column, Figures

_READABLE = frozenset(
    getattr(kind, "value", kind)
    for kind in (QVariant.String, QVariant.Int, QVariant.LongLong, QVariant.UInt, QVariant.ULongLong, QVariant.Double)
)
_MANY = 5000  # features between two looks at cancel


class Columns(Mapping):
    """Field → (distinct value → number of features), for fields that may hold codes. Made on the GUI thread, read anywhere.

    A GeoPackage without unsaved edits counts by itself, in SQL; from everything else the features are read, edits included.
    `row_numbers` are fields that number the rows: they can be read, but are not offered to those who look for codes.
    """

    def __init__(
        self,
        fields: QgsFields,
        features: Callable[[QgsFeatureRequest], Iterable],
        table: Table | None = None,
        in_table: frozenset[str] = frozenset(),
        row_numbers: frozenset[int] = frozenset(),
    ):
        self._places = {
            fields.at(place).name(): place for place in range(fields.count()) if _kind(fields.at(place)) in _READABLE
        }
        self._offered = [name for name, place in self._places.items() if place not in row_numbers]
        self._features = features
        self._table, self._in_table = table, in_table
        self._read: dict[str, Column] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._offered)

    def __len__(self) -> int:
        return len(self._offered)

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __getitem__(self, name: str) -> Column:
        if name not in self._read:
            place = self._places[name]
            counted = _count_in_table(self._table, name) if self._table and name in self._in_table else None
            self._read[name] = self._count(place) if counted is None else counted
        return self._read[name]

    def pairs(self, field: str, other: str) -> dict[tuple[object, object], int]:
        """Count two fields of the same rows together: (value of the one, value of the other) → number of features."""
        places = [self._places[field], self._places[other]]
        rows = self._features(_attributes_only(places))
        return dict(Counter(tuple(plain(feature.attribute(place)) for place in places) for feature in rows))

    def _count(self, place: int) -> Column:
        def values() -> Iterator[object]:
            found = (feature.attribute(place) for feature in self._features(_attributes_only([place])))
            return (value if value == value else None for value in found)  # one NaN is never another

        try:
            counts = Counter(values())
        except TypeError:  # a list: newer QGIS reads JSON in a text field so
            counts = Counter(map(plain, values()))
        return _merged(counts.items())


def table_of(layer: QgsVectorLayer) -> Table | None:
    """Give the table of a GeoPackage that a layer shows just as it lies on disk; None for every other layer."""
    if layer.providerType() != "ogr" or layer.isEditable():
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path, name = Path(str(parts.get("path") or "")), str(parts.get("layerName") or "")
    subset = layer.subsetString()
    if path.suffix.lower() != ".gpkg" or not name or not path.is_file() or subset.lstrip().upper().startswith("SELECT"):
        return None
    return Table(path.resolve(), name, subset)


def own_fields(layer: QgsVectorLayer) -> frozenset[str]:
    """Name the fields that come from the layer's source, not from a join or an expression."""
    fields = layer.fields()
    places = (place for place in range(fields.count()) if fields.fieldOrigin(place) == QgsFields.FieldOrigin.OriginProvider)
    return frozenset(fields.at(place).name() for place in places)


def _count_in_table(table: Table, field: str) -> Column | None:
    """Count the values of a field in SQL; None where that does not work."""
    column, name = quoted(field), quoted(table.layer)
    where = f" WHERE {table.subset}" if table.subset else ""
    try:
        with closing(sqlite3.connect(f"{table.path.as_uri()}?mode=ro", uri=True)) as database:
            return _merged(database.execute(f"SELECT {column}, COUNT(*) FROM {name}{where} GROUP BY 1"))  # nosec B608
    except sqlite3.Error:
        return None  # a filter with functions of GDAL's, a locked file: the features are read instead


def columns_of(layer: QgsVectorLayer) -> Columns:
    """Note what is needed to read a layer's columns later, in any thread. Call on the GUI thread. Raises LayerGone."""
    check_alive(layer)
    features = QgsVectorLayerFeatureSource(layer).getFeatures
    return Columns(layer.fields(), features, table_of(layer), own_fields(layer), _row_numbers(layer))


def columns_of_source(source: QgsFeatureSource, fields: QgsFields) -> Columns:
    """The same for the input of an algorithm, which may be a selection."""
    return Columns(fields, source.getFeatures)


def figures_of(layer: QgsVectorLayer, field: str = "", columns: Sequence[str] = ()) -> Callable[[Feedback], Figures]:
    """Note what is needed to read a table; the function that comes back reads it, in any thread. Raises LayerGone."""
    check_alive(layer)
    # The number of a row says nothing.
    own = set(layer.primaryKeyAttributes()) if layer.providerType() == "ogr" else set()
    features = QgsVectorLayerFeatureSource(layer).getFeatures
    return _figures(layer.name(), layer.fields(), own, features, field, columns)


def figures_of_source(
    source: QgsProcessingFeatureSource, field: str = "", columns: Sequence[str] = ()
) -> Callable[[Feedback], Figures]:
    """The same for a table that is the input of an algorithm."""
    own = {place for place in range(source.fields().count()) if source.fields().at(place).name() in ("fid", "ogc_fid")}
    read = _figures(source.sourceName(), source.fields(), own, source.getFeatures, field, columns)
    read.source = source  # lives as long as the function that reads from it
    return read


def _figures(title: str, fields: QgsFields, own: set[int], features, field: str, columns: Sequence[str]):
    names = tuple(fields.at(place).name() for place in range(fields.count()) if place not in own)
    wanted = [place for place in range(fields.count()) if place not in own]

    def read(feedback: Feedback = SILENT) -> Figures:
        feedback.step("reading_layer")
        rows = []
        for number, feature in enumerate(features(_attributes_only(wanted))):
            if number % _MANY == 0:
                feedback.check()
            values = feature.attributes()
            rows.append(tuple(plain(values[place]) for place in wanted))
        return Figures(title, names, tuple(rows), field, tuple(columns))

    return read


def check_alive(layer: QgsVectorLayer | None) -> None:
    """Raise LayerGone for a layer that was removed or that lost its data."""
    if layer is None or sip.isdeleted(layer):
        raise LayerGone("")
    if not layer.isValid():
        raise LayerGone(layer.name())


def check_field(layer: QgsVectorLayer, field: str) -> None:
    check_alive(layer)
    if layer.fields().lookupField(field) < 0 or field not in layer.fields().names():
        raise FieldMissing(layer.name(), field)


def numeric_fields(fields: QgsFields) -> list[str]:
    """Name the fields that hold numbers; not a row's own number."""
    return [one.name() for one in fields if one.isNumeric() and one.name().casefold() != "fid"]


def text_fields(fields: QgsFields) -> list[str]:
    """Name the fields that hold text."""
    return [one.name() for one in fields if _kind(one) == getattr(QVariant.String, "value", QVariant.String)]


def plain(value: object) -> object:
    """Give an attribute as text, number or None, also for NaN; days as yyyy-MM-dd."""
    if value is None or value == NULL or value != value:
        return None
    if isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (QDate, QDateTime)):
        return value.toString(Qt.DateFormat.ISODate)
    return str(value)


def _merged(counts: Iterable[tuple[object, int]]) -> Column:
    """Make plain values of all; what becomes the same is counted together."""
    found: dict[object, int] = {}
    for value, count in counts:
        key = plain(value)
        found[key] = found.get(key, 0) + count
    return found


def _row_numbers(layer: QgsVectorLayer) -> frozenset[int]:
    """Give the places of fields that say nothing but which row it is; a database's key may well be a code."""
    return frozenset(layer.primaryKeyAttributes()) if layer.providerType() == "ogr" else frozenset()


def _kind(field) -> int:
    return getattr(field.type(), "value", field.type())


def _attributes_only(places: Sequence[int]) -> QgsFeatureRequest:
    return QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(list(places))
