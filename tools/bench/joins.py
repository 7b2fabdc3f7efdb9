"""Joins: codes written to the features of a GeoPackage, beside QGIS's own algorithm; and how it grows with the features.

The codes are those of the stand-in's classification 1; the features, small squares, carry them again and again. Each run has
a process of its own:  joins.py ours|qgis FEATURES FOLDER  prints what it took as JSON.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import norway
from common import Row, forget_peak, peak_mib, use_checkout

SIZES = (15_000, 100_000, 1_000_000)
GRUNNKRETS = 1


def main(arguments: list[str]) -> None:
    kind, features, folder = arguments[0], int(arguments[1]), Path(arguments[2])
    print(json.dumps({"ours": ours, "qgis": qgis}[kind](layer_path(folder, features), folder)), flush=True)
    os._exit(0)  # QGIS without its desktop does not always end well


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        codes = prepare_folder(folder, (14_500, *SIZES))
        what = f"join of 14 500 features with {codes} codes"
        mine = [run("ours", 14_500, folder) for _ in range(5)]
        theirs = [run("qgis", 14_500, folder) for _ in range(5)]
        looking, writing = (min(found[part] for found in mine) for part in ("looking", "writing"))
        native = min(found["writing"] for found in theirs)
        ratio = (looking + writing) / native
        found = [
            Row(
                f"{what}, looking and writing",
                f"{looking + writing:.2f} s ({ratio:.2f} ×)",
                "≤ 1.1 ×",
                f"{native:.2f} s native:joinattributestable",
                ratio <= 1.1,
            ),
            Row("  of that: field and level found, matched", f"{looking:.2f} s", "", "it does neither"),
        ]
        return found + growth(folder)


def growth(folder: Path) -> list[Row]:
    """Linear: a feature of the million costs no more than one of the first 15 000."""
    found = []
    first = None
    for features in SIZES:
        mine, theirs = run("ours", features, folder), run("qgis", features, folder)
        seconds = mine["looking"] + mine["writing"]
        each = 1e6 * seconds / features
        first = first or each
        found.append(
            Row(
                f"join of {features:,} features".replace(",", " "),
                f"{seconds:.2f} s, {each:.0f} µs each, {mine['memory']:.0f} MB",
                "linear",
                f"{theirs['writing']:.2f} s, {theirs['memory']:.0f} MB native",
                each <= 1.1 * first,
            )
        )
    return found


def run(kind: str, features: int, folder: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, __file__, kind, str(features), str(folder)],
        env={**os.environ, "KLASSKART_CACHE_DIR": str(folder / "cache"), "KLASSKART_TODAY": norway.TODAY.isoformat()},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return json.loads(done.stdout.strip().splitlines()[-1])


# --- what is measured -----------------------------------------------------------------


def start_qgis():
    """QGIS without a screen, its own algorithms included."""
    from qgis.analysis import QgsNativeAlgorithms
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms())
    return application


def ours(path: Path, folder: Path) -> dict[str, float]:
    """Look what matches, with nothing chosen, and write the new layer; the codes lie on disk."""
    use_checkout()
    keep = start_qgis()
    from klasskart.core.settings import Config
    from klasskart.gis import columns, joins
    from klasskart.work.joining import JoinChoice, prepare
    from klasskart.work.services import open_services
    from qgis.core import QgsVectorLayer

    services = open_services(Config.read())
    layer = QgsVectorLayer(f"{path}|layername=features", "features", "ogr")
    forget_peak()
    before, start = peak_mib(), time.perf_counter()
    prepared = prepare(services, columns.columns_of(layer), JoinChoice(norway.TODAY, "features"))
    looked = time.perf_counter()
    joins.written_join(joins.Source(layer), prepared, "klass_", folder / f"ours_{os.getpid()}.gpkg")
    ended = time.perf_counter()
    if prepared.report.matched != layer.featureCount() or prepared.classification != GRUNNKRETS:
        raise SystemExit(f"{prepared.report.matched} of {layer.featureCount()} matched")
    (folder / f"ours_{os.getpid()}.gpkg").unlink()
    del keep
    return {"looking": looked - start, "writing": ended - looked, "memory": peak_mib() - before}


def qgis(path: Path, folder: Path) -> dict[str, float]:
    """QGIS's algorithm: the field and the table's key are told to it."""
    keep = start_qgis()
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

    algorithm = QgsApplication.processingRegistry().algorithmById("native:joinattributestable")
    target = folder / f"qgis_{os.getpid()}.gpkg"
    values = {
        "INPUT": f"{path}|layername=features",
        "FIELD": "grunnkretsnummer",
        "INPUT_2": f"{folder / 'codes.gpkg'}|layername=codes",
        "FIELD_2": "code",
        "FIELDS_TO_COPY": ["code", "name", "level", "parent_code"],
        "METHOD": 1,
        "PREFIX": "klass_",
        "OUTPUT": str(target),
    }
    forget_peak()
    before, start = peak_mib(), time.perf_counter()
    _, fine = algorithm.run(values, QgsProcessingContext(), QgsProcessingFeedback())
    ended = time.perf_counter()
    if not fine:
        raise SystemExit("native:joinattributestable failed")
    target.unlink()
    del keep
    return {"writing": ended - start, "memory": peak_mib() - before}


# --- what it is measured on --------------------------------------------------------------


def prepare_folder(folder: Path, sizes: tuple[int, ...]) -> int:
    """Fetch the codes into a cache, write them as a table, and make the layers; give the number of codes."""
    use_checkout()
    from klasskart.core.settings import Config
    from klasskart.gis.layers import CODE_FIELDS, code_rows
    from klasskart.work import key_table, registers
    from klasskart.work.joining import Attribute
    from klasskart.work.services import open_services
    from standin import Standin

    with Standin(today=norway.TODAY) as standin:
        services = open_services(
            Config.read(environment={**standin.environment(), "KLASSKART_CACHE_DIR": str(folder / "cache")})
        )
        for classification in (131, 104, 103, GRUNNKRETS):  # the last is the one that counts
            register = registers.codes(services, classification, norway.TODAY)
        services.close()
    columns = tuple(Attribute(name) for name in CODE_FIELDS)
    key_table.write_table(folder / "codes.gpkg", "codes", columns, code_rows(register.codes.codes))
    places = [code.code for code in register.codes.codes if code.level == "2" and not code.code.endswith("9999")]
    for size in sizes:
        write_layer(layer_path(folder, size), size, places)
    return len(register.codes.codes)


def layer_path(folder: Path, features: int) -> Path:
    return folder / f"features_{features}.gpkg"


def write_layer(path: Path, features: int, codes: list[str]) -> None:
    from osgeo import gdal, ogr, osr

    gdal.UseExceptions()
    system = osr.SpatialReference()
    system.ImportFromEPSG(25833)
    dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    layer = dataset.CreateLayer("features", system, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("grunnkretsnummer", ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("kilde", ogr.OFTString))
    dataset.StartTransaction()
    feature = ogr.Feature(layer.GetLayerDefn())
    for number in range(features):
        x, y = 100 * (number % 1000), 100 * (number // 1000)
        feature.SetFID(-1)
        feature["grunnkretsnummer"], feature["kilde"] = codes[number % len(codes)], f"rad {number}"
        corners = f"{x} {y},{x + 90} {y},{x + 90} {y + 90},{x} {y + 90},{x} {y}"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({corners}))"))
        layer.CreateFeature(feature)
    dataset.CommitTransaction()


if __name__ == "__main__":
    main(sys.argv[1:])
