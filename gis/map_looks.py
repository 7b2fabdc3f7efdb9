"""Layers drawn after their figures, and the way back to the look they had before."""

from __future__ import annotations

import json
from dataclasses import dataclass

from qgis.core import QgsFeatureRenderer, QgsMapLayer, QgsProject, QgsRenderContext, QgsRuleBasedRenderer, QgsVectorLayer

from .columns import check_field
from .map_styles import Figures, heading_text, renderer_of, title_of

_SHOWN = "klasskart/shown"  # a property: the field that a layer is drawn after, its title, and the legend's heading


@dataclass(frozen=True)
class Look:
    """A look that was given to a layer: after which fields, and what it was like before."""

    layer: str
    fields: frozenset[str]
    _given: tuple
    _former: QgsFeatureRenderer
    _noted: str | None

    def is_changed(self, project: QgsProject) -> bool:
        """Whether the layer looks otherwise by now: someone has worked on it."""
        there = project.mapLayer(self.layer)
        return there is not None and _signature(there.renderer()) != self._given

    def needs(self, project: QgsProject, names: set[str]) -> bool:
        """Whether the layer is still drawn after one of some fields."""
        there = project.mapLayer(self.layer)
        return there is not None and bool(there.renderer().usedAttributes(QgsRenderContext()) & names)

    def undo(self, project: QgsProject) -> bool:
        """Bring the former look back; False where the layer is gone."""
        there = project.mapLayer(self.layer)
        if there is not None:
            _set(there, self._former.clone(), self._noted)
        return there is not None


def show(layer: QgsVectorLayer, figures: Figures, way: str) -> Look:
    """Draw a layer after its figures.

    On the GUI thread; nothing is read. Raises LayerGone, FieldMissing.
    """
    check_field(layer, figures.field)
    former, before = layer.renderer().clone(), layer.customProperty(_SHOWN)
    noted = [figures.field, title_of(layer, figures), heading_text(layer, figures)]
    _set(layer, renderer_of(layer, figures, way), json.dumps(noted, ensure_ascii=False))
    fields = frozenset(filter(None, (figures.field, figures.per)))
    return Look(layer.id(), fields, _signature(layer.renderer()), former, before)


def _set(layer: QgsVectorLayer, renderer: QgsFeatureRenderer, noted: str | None) -> None:
    if noted:
        layer.setCustomProperty(_SHOWN, noted)
    else:
        layer.removeCustomProperty(_SHOWN)
    layer.setRenderer(renderer)
    layer.emitStyleChanged()
    layer.triggerRepaint()


def _signature(renderer: QgsFeatureRenderer) -> tuple:
    """Tell what a layer looks like: what stays the same when a project is saved and opened, and when a class is unticked."""
    if not isinstance(renderer, QgsRuleBasedRenderer):
        return (renderer.type(), renderer.dump())
    rules = renderer.rootRule().descendants()
    return tuple((rule.label(), rule.filterExpression(), rule.symbol().dump() if rule.symbol() else "") for rule in rules)


def shown(layer: QgsMapLayer) -> tuple[str, str]:
    """Give the field that a layer is drawn after and its title, where its look is still what we gave it; else two ""."""
    try:
        field, title, heading = json.loads(str(layer.customProperty(_SHOWN) or "[]"))
    except (TypeError, ValueError):
        return "", ""
    ours = isinstance(layer, QgsVectorLayer) and isinstance(layer.renderer(), QgsRuleBasedRenderer)
    rules = layer.renderer().rootRule().children() if ours else []
    return (field, title) if rules and rules[0].label() == heading else ("", "")
