"""Layers that are made from one of the project: where they are kept, and how they come in beside it."""

from __future__ import annotations

import datetime
from pathlib import Path

from qgis.core import QgsMapLayerStyle, QgsProject, QgsVectorLayer
from qgis.PyQt import sip

from ..core.errors import BadFile, LayerGone
from ..work.cache import safe_name


def new_path(layer: QgsVectorLayer, folder: Path) -> Path:
    """Give the place of a new layer that is made from one."""
    stamp = datetime.datetime.now().strftime("%Y%m%dT%H%M%S")
    return folder / "layers" / f"{safe_name(layer.name())}_{stamp}.gpkg"


def add_layer(project: QgsProject, layer: QgsVectorLayer, path: Path, title: str, year: int = 0) -> QgsVectorLayer:
    """Add a new layer, looking like the one that it was made from; `title` has {name} for that one's, and maybe {year}.

    Raises LayerGone and BadFile.
    """
    if sip.isdeleted(layer):
        raise LayerGone("")
    new = QgsVectorLayer(f"{path}|layername={path.stem}", title.format(name=layer.name(), year=year), "ogr")
    if not new.isValid():
        raise BadFile(str(path), "unreadable")
    style = QgsMapLayerStyle()
    style.readFromLayer(layer)
    style.writeToLayer(new)
    new.setMetadata(layer.metadata())
    project.addMapLayer(new)
    return new
