"""The number of the kommune that a feature belongs to, out of its attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qgis.core import QgsFeature

from ..core.codes import KOMMUNE
from ..core.keys import FYLKE_NUMBERS, KeyShape, clean
from ..core.text import fold
from .columns import plain

_SHAPE = KeyShape(4, KOMMUNE, "1")

# Names of fields that hold it, whole or as the beginning of a longer code; the first that fits wins.
_NAMES = tuple(
    re.compile(pattern)
    for pattern in (
        r"kommunenummer|kommunenr|knr|kommnr|komm|kommune(kode|code|no|num|id)?|municipality(code|number|no)?|k_?nr",
        r"(grunnkrets|delomrade|bydels?|krets)(nummer|nr|kode)?",
        r"(klass_)?code|kode|nummer|nr|id",
    )
)


def kommune_of(features: Iterable[QgsFeature]) -> str:
    """Give the number that all the features have; "" where they have none, or different ones."""
    found = {_number(feature) for feature in features}
    return found.pop() if len(found) == 1 else ""


def _number(feature: QgsFeature) -> str:
    names = [(fold(field.name()), place) for place, field in enumerate(feature.fields())]
    for pattern in _NAMES:
        for name, place in names:
            if pattern.fullmatch(name.removeprefix("klass_")):
                key = clean(plain(feature.attribute(place)), _SHAPE).key
                if key and key[:2] in FYLKE_NUMBERS:
                    return key
    return ""
