"""Expressions: one evaluation beside `upper()`, over 20 000 features, for registers of 357 and of 16 400 codes."""

import datetime
import json
import os
import tempfile
from pathlib import Path

from codes import body
from common import Row, seconds, use_checkout

FEATURES = 20_000
DAY = "2024-01-01"
EVALUATIONS = {
    "klass_name": f"klass_name(\"code\", 1, '{DAY}') = 'x'",
    "klass_name of a number, today": "klass_name(\"number\", 1) = 'x'",
    "klass_parent": f"klass_parent(\"code\", 1, '{DAY}') = 'x'",
    "klass_level": 'klass_level("code", 1, "day") = \'x\'',
    "klass_valid": f"not klass_valid(\"code\", 1, '{DAY}')",
    "klass_recode": f"klass_recode(\"code\", 1, '2023-01-01', '{DAY}') = 'x'",
    "map_get(klass_names())": f"map_get(klass_names(1, '{DAY}'), \"code\") = 'x'",
}


def keep(folder: Path, codes: list) -> None:
    """Lay a register down as a fetch does: the codes of a day, their times, and the changes."""
    from klasskart.work.cache import Cache

    cache = Cache(folder)
    cache.store("registers", f"codes_1_{DAY}__nb", ["nb", [list(code) for code in codes]])
    times = [[code.code, code.name, code.level, "2020-01-01", None] for code in codes]
    cache.store("registers", "lives_1", [[[1, "2020-01-01", ""], [2, DAY, ""]], times])
    cache.store("registers", "change-tables_1", {DAY: [[], "", [], datetime.datetime.now().isoformat()]})


def layer(codes: list):
    from qgis.core import QgsFeature, QgsVectorLayer
    from qgis.PyQt.QtCore import QDate

    made = QgsVectorLayer("NoGeometry?field=code:string&field=number:integer&field=day:date", "x", "memory")
    features = []
    for number in range(FEATURES):
        code = codes[number * 7919 % len(codes)].code
        feature = QgsFeature(made.fields())
        feature.setAttributes([code, int(code), QDate(2024, 1, 1)])
        features.append(feature)
    made.dataProvider().addFeatures(features)
    return made


def rows() -> list[Row]:
    use_checkout()
    from klasskart.clients.klass_answers import parse_codes
    from klasskart.gis.expressions import register
    from qgis.core import QgsApplication, QgsFeatureRequest

    QgsApplication.instance() or QgsApplication([], False).initQgis()
    functions = register()
    table = []
    for count in (357, 16_400):
        codes = parse_codes(json.loads(body(count))["codes"])
        with tempfile.TemporaryDirectory() as folder:
            os.environ.update(KLASSKART_CACHE_DIR=folder, KLASSKART_TODAY=DAY)
            keep(Path(folder), codes)
            features = layer(codes)

            def evaluate(expression: str, features=features) -> float:
                """Give microseconds for a feature, those of passing it on included."""
                request = QgsFeatureRequest().setFilterExpression(expression)
                return 1e6 * seconds(lambda: list(features.getFeatures(request)), 9) / FEATURES

            upper = evaluate("upper(\"code\") = 'x'")
            for name, expression in EVALUATIONS.items():
                took = evaluate(expression)
                what = f"{name}, {count} codes, for a feature"
                table.append(Row(what, f"{took:.1f} µs", "≤ 10 µs", f"{upper:.1f} µs upper()", took <= 10))
    del functions
    return table
