"""Joins as QGIS has them: a live one between a layer and a table in the project, or a new layer with the columns written in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessingFeatureSource,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt.QtCore import QCoreApplication, QVariant

from ..core.errors import DiskFull, LayerBusy, LayerGone, NothingMatches, NotWritable
from ..core.feedback import SILENT, Feedback
from ..core.storage import writing
from ..work import gpkg_join, key_table
from ..work.cache import free_path
from ..work.joining import Attribute, Prepared
from . import log
from .columns import check_alive, check_field, own_fields, plain, table_of
from .layer_marks import JOIN
from .wording import classification_text, date_text, layer_fault_text

translate = QCoreApplication.translate

_LIVE = ("WFS", "OAPIF", "arcgisfeatureserver")  # providers that ask a service
_BATCH = 1024  # features between two looks at cancel


# --- the table ------------------------------------------------------------------------


def write_key_table(prepared: Prepared, folder: Path, feedback: Feedback = SILENT) -> Path:
    """Write the table that a live join goes through, in any thread; give its path. Raises NothingMatches for one of nothing."""
    _check_matches(prepared, "")
    feedback.step("writing")
    return key_table.write(prepared, free_path(Path(folder) / "joins", table_title(prepared)), feedback=feedback)


def _check_matches(prepared: Prepared, layer: str) -> None:
    if not prepared.report.matched:
        raise NothingMatches(layer, prepared.field, prepared.report)


def table_title(prepared: Prepared) -> str:
    """Name the table as people say it: Kommuner 1.1.2024 (Klass), or after the user's own table."""
    if prepared.title:
        return translate("Joins", "{} (join)").format(prepared.title)
    units = classification_text(prepared.classification, prepared.level)
    if units.startswith("Klass "):
        return f"{units} {date_text(prepared.day)}"
    return f"{units[:1].upper()}{units[1:]} {date_text(prepared.day)} (Klass)"


# --- live -----------------------------------------------------------------------------


@dataclass(frozen=True)
class LiveJoin:
    """A join that stands: the layer's new fields, and how to take it back."""

    layer_id: str
    table_id: str
    names: tuple[str, ...]
    undo: Callable[[], None]


def live_join(project: QgsProject, layer: QgsVectorLayer | None, prepared: Prepared, prefix: str, table: Path) -> LiveJoin:
    """Join a layer with the table of `write_key_table`. On the GUI thread. An earlier join of the same gives way to it.

    Other joins stay: figures that come to codes leave the codes, and what is drawn after them.
    Raises LayerGone, LayerBusy, FieldMissing, NothingMatches; nothing is changed then.
    """
    check_alive(layer)
    if project.mapLayer(layer.id()) is None:
        raise LayerGone(layer.name())
    if layer.isEditable():
        raise LayerBusy(layer.name(), "editing")
    check_field(layer, prepared.field)
    _check_matches(prepared, layer.name())
    table_layer = _open(table, table_title(prepared), _what(prepared))
    former = _take_out(project, layer, prefix, _what(prepared))
    columns = _columns(layer, prepared, prefix)
    prefix = _free_prefix(layer, prefix, columns)
    project.addMapLayer(table_layer, False)
    project.layerTreeRoot().addLayer(table_layer)  # the last in the list: it draws nothing
    layer.addJoin(_join_info(table_layer, prepared.field, prefix, columns))
    layer.triggerRepaint()  # what is drawn after columns that were replaced is drawn anew
    layer_id, table_id = layer.id(), table_layer.id()

    def undo() -> None:
        joined = project.mapLayer(layer_id)
        if joined is not None:
            joined.removeJoin(table_id)
        project.removeMapLayer(table_id)
        if joined is not None:
            for bring_back in former:
                bring_back(joined)
            joined.triggerRepaint()

    return LiveJoin(layer_id, table_id, tuple(prefix + name for name in columns), undo)


def _what(prepared: Prepared) -> str:
    """Name what is joined: a level of a classification, on whatever day, or a table by its title."""
    return f"table:{prepared.title}" if prepared.title else f"klass:{prepared.classification}:{prepared.level}"


def _columns(layer: QgsVectorLayer, prepared: Prepared, prefix: str) -> list[str]:
    """Give the columns to join; without the code where it stands there already, from codes that were joined before."""
    columns = [column.name for column in key_table.columns_of(prepared)]
    codes = f"klass:{prepared.classification}:{prepared.level}"
    if prepared.title and len(columns) > 1 and any(_is_of(info, prepared.field, prefix, codes) for info in layer.vectorJoins()):
        columns.remove(key_table.CODE)
    return columns


def _is_of(info: QgsVectorLayerJoinInfo, field: str, prefix: str, what: str) -> bool:
    table = info.joinLayer()
    mine = table is not None and table.customProperty(JOIN) == what
    return mine and info.prefix() == prefix and info.targetFieldName() == field


def _open(path: Path, title: str, what: str) -> QgsVectorLayer:
    table = QgsVectorLayer(f"{path}|layername={key_table.LAYER}", title, "ogr")
    if not table.isValid():
        raise NotWritable(str(path), layer_fault_text(table))
    table.setCustomProperty(JOIN, what)
    table.setReadOnly(True)
    return table


def _join_info(table: QgsVectorLayer, field: str, prefix: str, columns: Iterable[str]) -> QgsVectorLayerJoinInfo:
    info = QgsVectorLayerJoinInfo()
    info.setJoinLayer(table)
    info.setJoinFieldName(key_table.KEY)
    info.setTargetFieldName(field)
    info.setPrefix(prefix)
    info.setJoinFieldNamesSubset(list(columns))
    info.setUsingMemoryCache(True)
    return info


def _take_out(project: QgsProject, layer: QgsVectorLayer, prefix: str, what: str) -> list[Callable[[QgsVectorLayer], None]]:
    """Take out our earlier joins of the same with this prefix, tables included; give what brings each back."""
    back = []
    for info in layer.vectorJoins():
        table = info.joinLayer()
        if table is None or table.customProperty(JOIN) != what or not _prefix_like(info.prefix(), prefix):
            continue
        layer.removeJoin(table.id())
        back.append(_way_back(project, table, info))
        if not any(table.id() == other.joinLayerId() for other in _joins_of(project)):
            project.removeMapLayer(table.id())
    return back


def _prefix_like(prefix: str, asked: str) -> bool:
    """Say whether a prefix is the one asked for, with or without the number that `_free_prefix` put behind it."""
    number = prefix[len(asked) :]
    return prefix.startswith(asked) and (not number or (number.endswith("_") and number[:-1].isdigit()))


def _joins_of(project: QgsProject) -> Iterable[QgsVectorLayerJoinInfo]:
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer):
            yield from layer.vectorJoins()


def _way_back(project: QgsProject, former: QgsVectorLayer, info: QgsVectorLayerJoinInfo) -> Callable[[QgsVectorLayer], None]:
    path, title, what = Path(former.source().partition("|")[0]), former.name(), former.customProperty(JOIN)
    field, prefix, columns = info.targetFieldName(), info.prefix(), list(info.joinFieldNamesSubset() or ())

    def bring_back(layer: QgsVectorLayer) -> None:
        table = _open(path, title, what)
        project.addMapLayer(table, False)
        project.layerTreeRoot().addLayer(table)
        layer.addJoin(_join_info(table, field, prefix, columns))

    return bring_back


def _free_prefix(layer: QgsVectorLayer, prefix: str, columns: Iterable[str]) -> str:
    """Number the prefix where the layer has such fields already: QGIS would leave out the second of a name."""
    taken = {name.casefold() for name in layer.fields().names()}
    free, number, columns = prefix, 1, list(columns)
    while any((free + name).casefold() in taken for name in columns):
        number += 1
        free = f"{prefix}{number}_"
    return free


# --- written ----------------------------------------------------------------------------


class Source:
    """What is needed to write a layer with new columns, noted on the GUI thread and used in any."""

    def __init__(self, given: QgsVectorLayer | QgsProcessingFeatureSource, whole: QgsVectorLayer | None = None):
        """Note a layer, or the input of an algorithm; `whole` is the input's layer where all its features are meant."""
        if isinstance(given, QgsVectorLayer):
            check_alive(given)
            self.name, self.crs, whole = given.name(), given.crs(), given
            self.features = QgsVectorLayerFeatureSource(given).getFeatures
        else:
            self.name, self.crs = given.sourceName(), given.sourceCrs()
            self.features = given.getFeatures
        self.fields = QgsFields(given.fields())
        self.wkb_type = given.wkbType()
        self.count = _count(given)
        # Where all of its features lie in a GeoPackage just as the layer shows them.
        plain_table = whole is not None and own_fields(whole) == frozenset(self.fields.names())
        self.table = table_of(whole) if plain_table else None


def _count(given: QgsVectorLayer | QgsProcessingFeatureSource) -> int:
    """Give how many features there are, -1 where a service would have to be asked: that is nothing for the GUI thread."""
    live = isinstance(given, QgsVectorLayer) and given.providerType() in _LIVE
    return -1 if live else given.featureCount()


def joined_fields(fields: QgsFields, prepared: Prepared, prefix: str) -> QgsFields:
    """Give a layer's fields and the new ones behind them; text, or numbers for the figures of a table."""
    kinds = {"text": QVariant.String, "integer": QVariant.LongLong, "real": QVariant.Double}
    joined = QgsFields(fields)
    taken = {name.casefold() for name in fields.names()}
    for column in key_table.columns_of(prepared):
        name, number = prefix + column.name, 2
        while name.casefold() in taken:
            name, number = f"{prefix}{column.name}_{number}", number + 1
        taken.add(name.casefold())
        joined.append(QgsField(name, kinds[column.kind]))
    return joined


def write_features(source: Source, prepared: Prepared, sink: QgsFeatureSink, feedback: Feedback = SILENT) -> None:
    """Send every feature to the sink, with the new attributes behind its own. In any thread. Raises NotWritable."""
    send(_with_attributes(source, prepared), sink, source.count, feedback)


def send(features: Iterable[QgsFeature], sink: QgsFeatureSink, count: int, feedback: Feedback = SILENT) -> None:
    """Put features into a sink; `count` is how many there are, for the progress. Raises NotWritable, Cancelled."""
    flow, done = iter(features), 0
    while True:
        feedback.check()
        batch = list(islice(flow, _BATCH))
        if not batch:
            return
        if not sink.addFeatures(batch, QgsFeatureSink.Flag.FastInsert):
            raise NotWritable("", sink.lastError() if hasattr(sink, "lastError") else "")
        done += len(batch)
        feedback.progress(done / count if count > 0 else 0.0)


def _with_attributes(source: Source, prepared: Prepared) -> Iterable[QgsFeature]:
    place, keys = source.fields.indexFromName(prepared.field), prepared.report.keys
    nothing = [None] * len(key_table.columns_of(prepared))
    for feature in source.features(QgsFeatureRequest()):
        attributes = feature.attributes()
        code = keys.get(plain(attributes[place]))
        attributes += nothing if code is None else [code, *prepared.values[code]]
        feature.setAttributes(attributes)
        yield feature


def written_join(source: Source, prepared: Prepared, prefix: str, path: Path, feedback: Feedback = SILENT) -> Path:
    """Write a new GeoPackage with the columns in it, whole or not at all. In any thread.

    Raises NothingMatches, FieldMissing, DiskFull, NotWritable.
    """
    _check_matches(prepared, source.name)
    fields, columns = joined_fields(source.fields, prepared, prefix), key_table.columns_of(prepared)
    names = fields.names()[source.fields.count() :]
    new = gpkg_join.NewColumns(
        prepared.field,
        [Attribute(name, column.kind) for name, column in zip(names, columns)],
        ((raw, code, *prepared.values[code]) for raw, code in prepared.report.keys.items()),
        [None] * len(columns),
    )
    return write_whole(source, fields, new, lambda: _with_attributes(source, prepared), path, feedback)


def write_whole(
    source: Source,
    fields: QgsFields,
    new: gpkg_join.NewColumns | None,
    features: Callable[[], Iterable[QgsFeature]],
    path: Path,
    feedback: Feedback = SILENT,
) -> Path:
    """Write a new GeoPackage with new columns in it, whole or not at all, in any thread; `fields` are all of its fields.

    Where the source is a GeoPackage SQLite adds the `new` ones; else, or where it can't, the `features` are written one by one.
    """
    feedback.step("writing")
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.stem}.part.gpkg")
    try:
        if source.table is None or new is None or not _by_sqlite(source.table, new, part, path.stem, feedback):
            _by_features(source, fields, features, part, path.stem, feedback)
        with writing(path):
            part.replace(path)
    except BaseException:
        with writing(part):
            part.unlink(missing_ok=True)
        raise
    return path


def _by_sqlite(table: gpkg_join.Table, new: gpkg_join.NewColumns, path: Path, layer: str, feedback: Feedback) -> bool:
    """Whether it worked; nothing is left where it did not."""
    try:
        gpkg_join.write(table, new, path, layer, feedback)
    except gpkg_join.Unfit as unfit:
        log.info(f"Written feature by feature: {unfit}")
        with writing(path):
            path.unlink(missing_ok=True)
        return False
    return True


def _by_features(
    source: Source,
    fields: QgsFields,
    features: Callable[[], Iterable[QgsFeature]],
    path: Path,
    layer: str,
    feedback: Feedback,
) -> None:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", layer
    transforms = QgsCoordinateTransformContext()
    # The file is closed, and so whole, when the writer goes at the end of this function.
    writer = QgsVectorFileWriter.create(str(path), fields, source.wkb_type, source.crs, transforms, options)
    _check_writer(writer, path)
    send(features(), writer, source.count, feedback)
    _check_writer(writer, path)


def _check_writer(writer: QgsVectorFileWriter, path: Path) -> None:
    if writer.hasError():
        words = writer.errorMessage()
        raise DiskFull(str(path)) if "full" in words.lower() else NotWritable(str(path), words)
