"""Our algorithms, and the model that comes with us, without a window: through qgis_process."""

import csv

import pytest
from command_line import needs_program, runner
from klasskart.gis.algorithms.table_map import MODEL
from qgis.core import QgsVectorLayer

pytestmark = [needs_program, pytest.mark.usefixtures("qgis_app")]


@pytest.fixture
def run(standin, tmp_path):
    return runner(standin, tmp_path)


@pytest.fixture
def figures(tmp_path):
    path = tmp_path / "tall.csv"
    path.write_text("knr,folk\n3001,31177\n3002,49668\n", "utf-8")
    path.with_suffix(".csvt").write_text('"String","Integer"\n')
    return path


def test_codes_come_from_the_command_line_too(run, tmp_path):
    target = tmp_path / "codes.csv"
    given = ["--CLASSIFICATION=kommune", "--DATE=2020-01-01", "--SELECT_CODES=3001,3002", f"--OUTPUT={target}"]
    assert "COUNT:\t2" in run("run", "klasskart:codes", *given)
    with target.open(encoding="utf-8") as file:
        assert [row["code"] for row in csv.DictReader(file)] == ["3001", "3002"]


def test_a_table_becomes_a_map(run, figures, tmp_path):
    target = tmp_path / "kart.gpkg"
    given = [f"--INPUT={figures}", "--AREA=31", "--DATE=2024-01-01", "--SUM_FIELDS=folk", f"--OUTPUT={target}"]
    said = run("run", "klasskart:map", *given)
    assert "MATCHED:\t2" in said and "UNMATCHED_FEATURES:\t10" in said
    folk = {one["kommunenummer"]: one["folk"] for one in QgsVectorLayer(str(target), "kart", "ogr").getFeatures()}
    assert folk["3101"] == 31177 and folk["3103"] == 49668 and len(folk) == 12


def test_the_model_itself_runs_from_its_file(run, figures, tmp_path):
    target = tmp_path / "kart.gpkg"
    rest = [f"--{name}={tmp_path / name[:4]}.gpkg" for name in ("diagnose:DIAGNOSIS", "recode:RECODED", "join:REPORT")]
    given = [f"--INPUT={figures}", "--AREA=31", "--DATE=2024-01-01", f"--join:OUTPUT={target}", *rest]
    run("run", MODEL, *given)
    assert QgsVectorLayer(str(target), "kart", "ogr").featureCount() == 12


def test_help_tells_what_an_algorithm_is_for_and_its_parameters(run):
    said = run("help", "klasskart:recode")
    assert "Change codes to another date" in said and "Says for codes that were split which new code is meant" in said
