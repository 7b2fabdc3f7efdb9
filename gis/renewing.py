"""Newer boundaries behind a layer that stands: its style, joins, labels and name stay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from qgis.core import QgsDataProvider, QgsMapLayer, QgsProject, QgsVectorLayer

from ..core.errors import BadFile, LayerBusy, LayerGone, OwnColumns, OwnEdits
from ..work.boundary_file import BoundaryFile
from . import origins
from .layers import boundary_source, boundary_title, describe_boundaries
from .wording import layer_fault_text


def boundary_layers(layers: Iterable[QgsMapLayer]) -> dict[str, BoundaryFile]:
    """Give the layers that boundaries were fetched for: by id, where each came from."""
    found = {layer.id(): origins.of(layer) for layer in layers if isinstance(layer, QgsVectorLayer)}
    return {layer_id: file for layer_id, file in found.items() if file is not None}


def refusals(project: QgsProject, layer_ids: Iterable[str]) -> dict[str, OwnColumns]:
    """Give the layers behind which nothing else can be put without a loss, by id, and why. On the GUI thread."""
    found = {}
    for layer_id in layer_ids:
        layer = project.mapLayer(layer_id)
        own = origins.own_columns(layer)
        if own:
            found[layer_id] = OwnColumns(layer.name(), ", ".join(own))
    return found


def replace_data(project: QgsProject, layer_id: str, file: BoundaryFile, source: str = "", provider: str = "ogr") -> Path:
    """Put newer boundaries behind a layer; give the file that it showed before. On the GUI thread.

    `source` is a data source of QGIS's where they are kept elsewhere than in the cache.

    Raises LayerGone, LayerBusy where the layer is being edited, OwnColumns, OwnEdits, and BadFile: the layer is as it was
    then.
    """
    layer = project.mapLayer(layer_id)
    before = origins.of(layer)
    if layer is None or before is None:
        raise LayerGone(layer_id)
    if layer.isEditable():
        raise LayerBusy(layer.name(), "editing")
    for refusal in refusals(project, [layer_id]).values():
        raise refusal
    if before.path.parent == file.path.parent and before.is_edited:  # in the cache, which lets go of what nobody shows
        raise OwnEdits(layer.name())
    source = source or boundary_source(file)
    layer.dataProvider().reloadData()  # QGIS may hold the file as it was before a table was added to it
    tried = QgsVectorLayer(source, file.layer, provider)
    if not tried.isValid():
        raise BadFile(str(file.path), "unreadable", "", layer_fault_text(tried))
    # A name that the user gave stays; ours tells the year.
    name = boundary_title(file) if layer.name() == boundary_title(before) else layer.name()
    shown = layer.subsetString()
    lost = set(layer.dataProvider().fields().names()) - set(tried.fields().names())
    layer.setDataSource(source, name, provider, QgsDataProvider.ProviderOptions(), False)
    if shown and not any(re.search(rf"\b{re.escape(field)}\b", shown) for field in lost):
        layer.setSubsetString(shown)  # a filter on a field that is no more would show nothing
    describe_boundaries(layer, file)
    _tell_joins(project, layer)
    layer.triggerRepaint()
    return before.path


def _tell_joins(project: QgsProject, layer: QgsVectorLayer) -> None:
    """Have layers that are joined to this one read it anew: they keep its values in memory."""
    layer.layerModified.emit()
    for other in project.mapLayers().values():
        if isinstance(other, QgsVectorLayer) and any(join.joinLayerId() == layer.id() for join in other.vectorJoins()):
            other.joinBuffer().createJoinCaches()
            other.triggerRepaint()
