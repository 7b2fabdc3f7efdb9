"""Keeping with the project what lies in the cache: a GeoPackage beside it, with relative paths, that a colleague can open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsDataProvider, QgsProject, QgsVectorLayer

from ..core.errors import LayerBusy
from ..work import cache_contents
from ..work.keep_file import Copy, table_name, tables_in
from . import styles
from .origins import place


@dataclass(frozen=True)
class Plan:
    """What is copied, and which layers (by id) then show which copy."""

    target: Path
    copies: tuple[Copy, ...]
    layers: dict[str, Copy]


def target_of(project: QgsProject) -> Path | None:
    """Give the GeoPackage beside the project; None where the project does not lie in a folder."""
    path = Path(project.fileName())
    lies_in_folder = project.fileName() and path.suffix.casefold() in (".qgs", ".qgz")
    return path.with_name(f"{path.stem}_klasskart.gpkg") if lies_in_folder else None


def in_cache(project: QgsProject, folder: Path, layer_ids: Iterable[str] | None = None) -> list[QgsVectorLayer]:
    """Give the layers that are read from the cache: of those named, with the tables joined to them; of all where None."""
    layers = project.mapLayers()
    wanted = list(layers if layer_ids is None else (layer_id for layer_id in layer_ids if layer_id in layers))
    for layer_id in wanted:  # grows on the way: a joined table may have tables joined to it
        joins = layers[layer_id].vectorJoins() if isinstance(layers[layer_id], QgsVectorLayer) else ()
        wanted += [join.joinLayerId() for join in joins if join.joinLayerId() in layers and join.joinLayerId() not in wanted]
    found = [layers[layer_id] for layer_id in wanted]
    return [
        layer
        for layer in found
        if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr" and cache_contents.is_in(folder, place(layer)[0])
    ]


def plan(layers: Sequence[QgsVectorLayer], target: Path) -> Plan:
    """Decide which table each layer becomes; layers of one source share one. On the GUI thread. Raises LayerBusy."""
    taken = tables_in(target)
    copies: dict[tuple[Path, str], Copy] = {}
    shown: dict[str, Copy] = {}
    for layer in layers:
        if layer.isEditable():
            raise LayerBusy(layer.name(), "editing")
        source = place(layer)
        if source not in copies:
            name = table_name(layer.name(), taken)
            taken.add(name)
            copies[source] = Copy(*source, name, styles.text_of(layer))
        shown[layer.id()] = copies[source]
    return Plan(target, tuple(copies.values()), shown)


def show_copies(project: QgsProject, made: Plan) -> list[Path]:
    """Have the layers show their copies, by paths relative to the project; give the files that they showed before.

    On the GUI thread. A layer that was removed or begun to be edited meanwhile is left.
    """
    before = []
    for layer_id, copy in made.layers.items():
        layer = project.mapLayer(layer_id)
        if layer is None or layer.isEditable():
            continue
        shown = layer.subsetString()
        source = f"{made.target}|layername={copy.table}"
        layer.setDataSource(source, layer.name(), "ogr", QgsDataProvider.ProviderOptions(), False)
        if shown:
            layer.setSubsetString(shown)
        before.append(copy.path)
    project.writeEntryBool("Paths", "/Absolute", False)
    project.setDirty(True)
    return before
