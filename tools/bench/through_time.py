"""New codes for 10 000 to a million rows beside QGIS's own copy of the table; a diagnosis of them; and all grunnkretser."""

import datetime
import os
import random
import sqlite3
import tempfile
from pathlib import Path

from common import Row, ms, peak_mib, seconds, use_checkout

TODAY = datetime.date(2026, 10, 1)
COUNTS = (10_000, 100_000, 1_000_000)


def rows() -> list[Row]:
    use_checkout()
    from qgis.analysis import QgsNativeAlgorithms
    from qgis.core import QgsApplication
    from standin import Standin

    application = QgsApplication([], False)
    application.initQgis()
    from klasskart.gis.provider import KlasskartProvider

    registry = QgsApplication.processingRegistry()
    registry.addProvider(QgsNativeAlgorithms(registry))
    with Standin(today=TODAY) as standin, tempfile.TemporaryDirectory() as folder:
        os.environ.update(standin.environment(), KLASSKART_CACHE_DIR=folder)
        provider = KlasskartProvider()
        registry.addProvider(provider)
        found = [row for count in COUNTS for row in _of_table(count, Path(folder))]
        registry.removeProvider(provider)
        found += _of_grunnkretser()
    return found


def _of_table(count: int, folder: Path) -> list[Row]:
    """Each is run once before it is measured, so that what Klass was asked is kept."""
    before = peak_mib()
    layer = _table(count, folder / f"in{count}.gpkg")
    named = {"FIELD": "knr", "CLASSIFICATION": "131", "FROM_DATE": "2020-06-01", "TO_DATE": "2024-01-01"}
    yardstick = _run("native:savefeatures", folder, layer, {})
    recoding = _run("klasskart:recode", folder, layer, named)
    adding = _run(
        "klasskart:recode", folder, layer, {**named, "FROM_DATE": None, "TO_DATE": "2023-01-01", "SUM_FIELDS": "folk"}
    )
    diagnosing = _run("klasskart:diagnose", folder, layer, {"FIELD": "knr"})
    what, beside = f"{count:,} rows".replace(",", " "), f"{ms(yardstick)} savefeatures"
    return [
        Row(f"recode {what}", ms(recoding), "≤ 3 × savefeatures", beside, recoding <= 3 * yardstick),
        Row(f"recode and add up {what}", ms(adding), "≤ 3 × savefeatures", beside, adding <= 3 * yardstick),
        Row(f"diagnose {what}", ms(diagnosing), "≤ 3 × savefeatures", beside, diagnosing <= 3 * yardstick),
        Row(f"memory of {what}", f"+{peak_mib() - before:.0f} MiB", "flat in rows"),
    ]


def _table(count: int, path: Path):
    """Make a table of the kommuner of 2020, in random order, now and then without a code."""
    from klasskart.core.settings import Config
    from klasskart.work import change_graph
    from klasskart.work.services import open_services
    from osgeo import gdal, ogr
    from qgis.core import QgsVectorLayer

    services = open_services(Config.read())
    codes = list(change_graph.graph(services, 131).graph.lives.valid("2020-06-01"))
    services.close()
    gdal.UseExceptions()
    dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    table = dataset.CreateLayer("tall", None, ogr.wkbNone)
    table.CreateField(ogr.FieldDefn("knr", ogr.OFTString))
    table.CreateField(ogr.FieldDefn("folk", ogr.OFTInteger))
    table = dataset = None
    dice = random.Random(1)
    with sqlite3.connect(path) as database:
        values = ((dice.choice(codes) if number % 1000 else None, number) for number in range(count))
        database.executemany("INSERT INTO tall (knr, folk) VALUES (?, ?)", values)
    return QgsVectorLayer(f"{path}|layername=tall", "tall", "ogr")


def _run(algorithm: str, folder: Path, layer, parameters: dict) -> float:
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject

    registry, number = QgsApplication.processingRegistry(), iter(range(1000))

    def once() -> None:
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        path = folder / f"out-{algorithm.partition(':')[2]}-{layer.featureCount()}-{len(parameters)}-{next(number)}.gpkg"
        given = {"INPUT": layer, "OUTPUT": str(path), **parameters}
        _, done = registry.algorithmById(algorithm).create().run(given, context, QgsProcessingFeedback(), {}, False)
        if not done:
            raise RuntimeError(algorithm)

    return seconds(once, 3)


def _of_grunnkretser() -> list[Row]:
    from klasskart.core.recoding import recode
    from klasskart.core.settings import Config
    from klasskart.work import change_graph
    from klasskart.work.services import open_services

    services = open_services(Config.read())
    graph = change_graph.graph(services, 1).graph
    services.close()
    opening = seconds(lambda: graph.__class__(graph.lives, graph.changes).history, 3)
    column = dict.fromkeys(graph.lives.valid("2020-06-01"), 1)
    start, end = datetime.date(2020, 6, 1), datetime.date(2024, 1, 1)
    recoding = seconds(lambda: recode(column, graph, start, end), 3)
    return [
        Row(
            f"graph of {len(graph.lives):,} codes read as chains".replace(",", " "),
            ms(opening),
            "no pause worth a bar (≤ 1 s)",
            "",
            opening <= 1,
        ),
        Row(f"recode {len(column):,} grunnkretser".replace(",", " "), ms(recoding), "≤ 1 s", "", recoding <= 1),
    ]
