"""Where a layer of boundaries came from, kept in the layer itself: a project that is sent to a colleague still knows."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProviderRegistry, QgsVectorLayer

from ..core.extent import Extent
from ..work.boundary_file import BoundaryFile
from ..work.routes import Source
from .layer_marks import BOUNDARIES as _PROPERTY

_COLUMNS = "columns"
_OF_THE_MOMENT = ("path", "layer", "reused", "kept", "about")


def note(layer: QgsMapLayer, file: BoundaryFile) -> None:
    """Keep the facts of a file in the layer that shows it, and which columns it came with."""
    facts = {name: value for name, value in dataclasses.asdict(file).items() if name not in _OF_THE_MOMENT}
    facts[_COLUMNS] = _columns(layer)
    layer.setCustomProperty(_PROPERTY, json.dumps(facts, ensure_ascii=False))


def own_columns(layer: QgsMapLayer) -> list[str]:
    """Give the columns that a layer of boundaries has got since: those of its user."""
    try:
        noted = json.loads(str(layer.customProperty(_PROPERTY)))[_COLUMNS]
    except (TypeError, ValueError, KeyError):
        return []  # written by another version of the plugin
    return [name for name in _columns(layer) if name not in noted]


def _columns(layer: QgsMapLayer) -> list[str]:
    return layer.dataProvider().fields().names() if isinstance(layer, QgsVectorLayer) else []


def of(layer: QgsMapLayer | None) -> BoundaryFile | None:
    """Give the facts of a layer's boundaries, its `path` as it is now; None for any other layer."""
    text = layer.customProperty(_PROPERTY) if layer is not None else None
    if not text:
        return None
    known = {field.name for field in dataclasses.fields(BoundaryFile)}
    try:
        facts = {name: value for name, value in json.loads(str(text)).items() if name in known}
        facts["areas"], facts["missing"] = tuple(facts["areas"]), tuple(facts.get("missing", ()))
        facts["sources"] = tuple(Source(**source) for source in facts["sources"])
        facts["extent"] = Extent(**facts["extent"]) if facts.get("extent") else None
        path, name = place(layer)
        return BoundaryFile(**{**facts, "path": path, "layer": name})
    except (TypeError, ValueError, KeyError, AttributeError):
        return None  # written by another version of the plugin


def place(layer: QgsMapLayer) -> tuple[Path, str]:
    """Give the file that a layer is read from, and which of the layers in it."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return Path(str(parts.get("path") or "")), str(parts.get("layerName") or "")
