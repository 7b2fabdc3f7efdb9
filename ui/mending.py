"""Mending a column in the background: a new layer that has the codes as they should be in a field of their own."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import QgsFeature, QgsFeatureRequest, QgsVectorLayer

from ..core.feedback import Feedback
from ..core.keys import as_text
from ..core.places_by_name import ToldApart
from ..gis import joins, recoded
from ..gis.columns import plain
from ..work.gpkg_join import NewColumns
from ..work.joining import Attribute
from .column_work import Checked
from .new_layers import new_path

MENDED = "mended_code"


@dataclass(frozen=True)
class Mending:
    """What is wanted: value → its code, None to leave it empty; and names that another field tells apart."""

    codes: Mapping[object, str | None] = field(default_factory=dict)
    apart: ToldApart | None = None

    def __len__(self) -> int:
        """Count the values that are mended."""
        return len(set(self.codes) | ({value for value, _ in self.apart.codes} if self.apart else set()))


def mending(layer: QgsVectorLayer, checked: Checked, wanted: Mending, folder: Path) -> Callable[[object, Feedback], Path]:
    """Give the work that writes a new layer; values that are not mended stand in its new field as they are."""
    source, name = joins.Source(layer), checked.found.field
    mended = {value: wanted.codes[value] if value in wanted.codes else as_text(value) or None for value in checked.column}
    new_field = _free_name(MENDED, source.fields.names())
    fields = recoded.with_texts(source.fields, [new_field])
    path = new_path(layer, folder)
    if wanted.apart:
        source = copy.copy(source)
        source.table = None  # SQLite looks up one field only

    def work(services, feedback: Feedback) -> Path:
        new = NewColumns(name, [Attribute(new_field)], mended.items(), [None])
        return joins.write_whole(source, fields, new, lambda: _mended(source, name, mended, wanted.apart), path, feedback)

    return work


def _mended(
    source: joins.Source, name: str, mended: Mapping[object, str | None], apart: ToldApart | None
) -> Iterable[QgsFeature]:
    place, other = source.fields.indexFromName(name), source.fields.indexFromName(apart.field) if apart else -1
    for feature in source.features(QgsFeatureRequest()):
        attributes = feature.attributes()
        value = plain(attributes[place])
        code = apart.codes.get((value, plain(attributes[other]))) if apart else None
        feature.setAttributes([*attributes, code or mended.get(value)])
        yield feature


def _free_name(wanted: str, taken: Sequence[str]) -> str:
    names, name, number = {one.casefold() for one in taken}, wanted, 2
    while name.casefold() in names:
        name, number = f"{wanted}_{number}", number + 1
    return name
