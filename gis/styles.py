"""How boundaries look when they come: the styles of `resources/styles`, with names in the languages that the user prefers."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsMapLayer,
    QgsReadWriteContext,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtXml import QDomDocument

from ..core.units import UNITS
from ..work.stored_styles import style_file
from .settings import Settings

translate = QCoreApplication.translate

# Languages of names by preference, as `sprak` has them; "" is every name, in the order that the place itself has.
NAMES: dict[str, tuple[str, ...]] = {"": (), "norwegian": ("nor",), "sami": ("sme", "smj", "sma", "sms"), "kven": ("fkv",)}
_WITH_LANGUAGES = ("kommune", "fylke")
_BY_LANGUAGE = "administrativenhetnavn"


def apply(layer: QgsVectorLayer, unit: str) -> None:
    """Style boundaries of a unit (a key of `units.UNITS`), and label them by name where they have any."""
    document = QDomDocument()
    document.setContent(style_file(unit).read_text("utf-8"))
    layer.importNamedStyle(document, _drawing())  # loadNamedStyle would prefer a style that lies in the layer's file
    if UNITS[unit].is_border:
        _name_classes(layer)
    elif UNITS[unit].name_field not in layer.fields().names():
        layer.setLabelsEnabled(False)
    else:
        _label(layer, unit, str(Settings().get("map/names")))


def rename(layer: QgsVectorLayer, unit: str, names: str) -> None:
    """Label a layer in other languages (a key of NAMES); labels that somebody made stay."""
    field, labeling = UNITS[unit].name_field, layer.labeling()
    ours = {name_expression(field, one) for one in NAMES}
    if isinstance(labeling, QgsVectorLayerSimpleLabeling) and labeling.settings().fieldName in ours:
        _label(layer, unit, names)
        layer.triggerRepaint()


def text_of(layer: QgsVectorLayer) -> str:
    """Give a layer's symbols and labels as QML; "" for a table, which has none."""
    if not layer.isSpatial():
        return ""
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext(), _drawing())
    return document.toString(-1)


def _drawing():
    """Give the parts of a style that say how a layer is drawn: its fields and forms are not touched."""
    return QgsMapLayer.StyleCategories(QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Labeling)


def name_expression(field: str, names: str) -> str:
    """Write what gives a place's name in the wanted languages, or all of its names where it has none in these.

    The names lie as JSON beside the whole one, in no order; `rekkefolge` tells theirs. Most places have one name: they
    are known by the whole one, and no JSON is read.
    """
    if not NAMES.get(names):
        return field
    languages = ", ".join(f"'{language}'" for language in NAMES[names])
    fitting = f"array_filter(from_json(\"{_BY_LANGUAGE}\"), map_get(@element, 'sprak') IN ({languages}))"
    ranked = (
        f"array_foreach({fitting}, lpad(coalesce(map_get(@element, 'rekkefolge'), ''), 2, '0') || map_get(@element, 'navn'))"
    )
    found = f"array_to_string(array_foreach(array_sort({ranked}), substr(@element, 3)), ' - ')"
    return f'CASE WHEN "{field}" LIKE \'% - %\' THEN coalesce(nullif({found}, \'\'), "{field}") ELSE "{field}" END'


def _label(layer: QgsVectorLayer, unit: str, names: str) -> None:
    if unit not in _WITH_LANGUAGES or _BY_LANGUAGE not in layer.fields().names():
        return
    settings = layer.labeling().settings()
    settings.fieldName = name_expression(UNITS[unit].name_field, names)
    settings.isExpression = settings.fieldName != UNITS[unit].name_field
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _name_classes(layer: QgsVectorLayer) -> None:
    """Say in the user's language what the product calls kinds of borders."""
    renderer, words = layer.renderer(), _border_words()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        for place, category in enumerate(renderer.categories()):
            renderer.updateCategoryLabel(place, words.get(str(category.value() or ""), category.label()))


def _border_words() -> dict[str, str]:
    return {
        "Riksgrense": translate("Styles", "National border"),
        "Fylkesgrense": translate("Styles", "Border of fylker"),
        "Kommunegrense": translate("Styles", "Border of kommuner"),
        "Territorialgrense": translate("Styles", "Territorial limit at sea"),
        "AvtaltAvgrensningslinje": translate("Styles", "Agreed line at sea"),
        "": translate("Styles", "Other borders"),
    }
