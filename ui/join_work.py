"""What the Join page has done in the background, and what it does with the outcome."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import LayerGone
from ..core.feedback import Feedback
from ..gis import columns, joins
from ..work.join_values import CODE_ATTRIBUTES
from ..work.joining import JoinChoice, Prepared, prepare
from .context import Context
from .join_source import Source
from .new_layers import add_layer, new_path


@dataclass(frozen=True)
class Table:
    """A table of the project as the other side: its layer, and the field of codes ("" : found by overlap)."""

    layer: QgsVectorLayer
    field: str = ""


@dataclass(frozen=True)
class Plan:
    """A join to be carried out: the layer by id and name, what to join, and how; `table` by id, "" for Klass.

    `titles` are what legends call columns whose names are for machines.
    """

    layer: str
    layer_name: str
    prepared: Prepared
    prefix: str
    live: bool
    table: str = ""
    titles: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Done:
    """A join that was carried out: the layer that has the columns, their names, and the way back."""

    layer: QgsVectorLayer
    names: tuple[str, ...]
    undo: Callable[[], None]


def checking(
    layer: QgsVectorLayer,
    field: str,
    source: Source,
    table: Table | None,
    context: Context,
    along: Mapping[int, tuple[str, ...]],
) -> Callable[[object, Feedback], Prepared]:
    """Give the work that finds out what would match. The layers are copied now; the work reads the copies.

    `along` are codes of other classifications that are wished for (`to:104`), by the classification that is joined.
    """
    read = columns.columns_of(layer)
    figures = columns.figures_of(table.layer, table.field) if table else None
    choice = JoinChoice(
        day=context.day,
        layer=layer.name(),
        field=field,
        classification=source.classification,
        level=source.level,
        language=context.language,
        attributes=CODE_ATTRIBUTES,
        along=along,
    )

    def work(services, feedback: Feedback) -> Prepared:
        asked = dataclasses.replace(choice, figures=figures(feedback)) if figures else choice
        return prepare(services, read, asked, feedback)

    return work


def chosen(prepared: Prepared, ticked: Sequence[str], along: Sequence[str]) -> Prepared:
    """Keep only the ticked columns of what was prepared, and those of other classifications (`to:104`)."""
    prefixes = tuple(f"{name.replace(':', '_')}_" for name in along)
    kept = [
        place
        for place, attribute in enumerate(prepared.attributes)
        if attribute.name in ticked or attribute.name.startswith(prefixes)
    ]
    return dataclasses.replace(
        prepared,
        attributes=tuple(prepared.attributes[place] for place in kept),
        values={code: tuple(row[place] for place in kept) for code, row in prepared.values.items()},
    )


def writing(layer: QgsVectorLayer, plan: Plan, folder: Path) -> Callable[[object, Feedback], Path]:
    """Give the work that writes what a join needs: the table it goes through, or the whole new layer."""
    if plan.live:
        return lambda services, feedback: joins.write_key_table(plan.prepared, folder, feedback)
    source = joins.Source(layer)
    path = new_path(layer, folder)
    return lambda services, feedback: joins.written_join(source, plan.prepared, plan.prefix, path, feedback)


def finish(project: QgsProject, plan: Plan, written: Path) -> Done:
    """Bring what was written into the project, on the GUI thread.

    Raises LayerGone, LayerBusy, FieldMissing, NotWritable, BadFile; nothing is changed then.
    """
    layer = project.mapLayer(plan.layer)
    if layer is None:
        raise LayerGone(plan.layer_name)
    if plan.live:
        joined = joins.live_join(project, layer, plan.prepared, plan.prefix, written)
        return Done(layer, joined.names, joined.undo)
    return _add_new_layer(project, layer, written)


def _add_new_layer(project: QgsProject, layer: QgsVectorLayer, path: Path) -> Done:
    new = add_layer(project, layer, path, QCoreApplication.translate("JoinWork", "{name} with columns"))
    before = set(layer.fields().names())
    names = tuple(name for name in new.fields().names()[1:] if name not in before)
    identity = new.id()
    return Done(new, names, lambda: project.removeMapLayer(identity))
