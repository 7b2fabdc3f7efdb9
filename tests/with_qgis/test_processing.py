"""The Processing provider against the stand-in: parameters as promised, whole results, and sentences for what goes wrong."""

import dataclasses
import datetime
import pathlib

import pytest
from klasskart.core.errors import OwnColumns
from klasskart.gis import origins, renewing
from klasskart.gis.provider import KlasskartProvider
from klasskart.work.renewal import request_of
from qgis.core import (
    NULL,
    QgsApplication,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QEventLoop, QTimer, QVariant
from standin import Standin

ROOT = pathlib.Path(__file__).resolve().parents[2]
TODAY = datetime.date(2026, 10, 1)


@pytest.fixture(scope="module")
def standin():
    with Standin(today=TODAY) as running:
        yield running


@pytest.fixture
def environment(standin, tmp_path):
    return {**standin.environment(), "KLASSKART_CACHE_DIR": str(tmp_path / "cache"), "KLASSKART_READ_TIMEOUT": "60"}


@pytest.fixture
def provider(qgis_processing, qgis_new_project):
    registry, made = QgsApplication.processingRegistry(), KlasskartProvider()
    assert registry.addProvider(made)
    yield made
    registry.removeProvider(made)


class Told(QgsProcessingFeedback):
    """Remembers what an algorithm tells."""

    def __init__(self):
        super().__init__(False)
        self.warnings, self.errors, self.steps, self.fractions = [], [], [], []
        self.progressChanged.connect(self.fractions.append)

    def pushWarning(self, warning):
        self.warnings.append(warning)

    def reportError(self, error, fatal=False):
        self.errors.append(error)

    def setProgressText(self, text):
        self.steps.append(text)


@pytest.fixture
def run(provider, environment, monkeypatch):
    import processing

    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    def start(name, feedback=None, **parameters):
        given = {"OUTPUT": "TEMPORARY_OUTPUT", **parameters}
        return processing.run(f"klasskart:{name}", given, feedback=feedback or Told())

    return start


def rows(layer, *names):
    return [tuple(None if v == NULL else v for v in map(feature.attribute, names)) for feature in layer.getFeatures()]


def layer_of(*values, kind="string"):
    layer = QgsVectorLayer(f"Point?crs=EPSG:25833&field=id:integer&field=nr:{kind}&field=navn:string", "Punkter", "memory")
    features = []
    for number, value in enumerate(values):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([number, value, f"navn {number}"])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(number, number)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


# --- shape ----------------------------------------------------------------------------

PARAMETERS = {
    "codes": {
        "CLASSIFICATION": "1", "DATE": None, "TO_DATE": None, "LANGUAGE": "nb", "LEVEL": "", "SELECT_CODES": "", "VARIANT": "",
        "INCLUDE_FUTURE": False, "PRESENTATION_NAMES": "", "OUTPUT": None,
    },
    "boundaries": {
        "UNIT": "kommune", "AREA": "0000", "VINTAGE": "", "COAST": "sea", "CRS": None, "EXTENT": None, "OUTPUT": None,
    },
    "join": {
        "INPUT": None, "FIELD": None, "CLASSIFICATION": "", "LEVEL": "", "DATE": None, "LANGUAGE": "nb",
        "ATTRIBUTES": "name,level,parent_code", "PREFIX": "klass_", "TABLE": None, "TABLE_FIELD": None, "TABLE_COLUMNS": None,
        "OUTPUT": None, "REPORT": None,
    },
}  # fmt: skip
NEEDED = {("join", "INPUT"), ("codes", "OUTPUT"), ("boundaries", "OUTPUT"), ("join", "OUTPUT")}
WITH_DEFAULT = {"CLASSIFICATION", "AREA", "LANGUAGE", "UNIT", "COAST", "INCLUDE_FUTURE", "ATTRIBUTES"}


@pytest.mark.parametrize("name", PARAMETERS)
def test_parameters_have_the_names_and_defaults_that_scripts_hold_on_to(provider, name):
    algorithm = provider.algorithm(name)
    found = {parameter.name(): parameter.defaultValue() for parameter in algorithm.parameterDefinitions()}
    expected = PARAMETERS[name]
    assert list(found) == list(expected)
    for parameter, default in expected.items():
        assert (found[parameter] or None) == (default or None), parameter
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    for parameter in algorithm.parameterDefinitions():
        if parameter.name() not in WITH_DEFAULT and (name, parameter.name()) not in NEEDED:
            assert parameter.flags() & optional, parameter.name()
        if (name, parameter.name()) in NEEDED:
            assert not parameter.flags() & optional


@pytest.mark.parametrize("name", PARAMETERS)
def test_every_algorithm_has_help_an_icon_and_may_run_in_the_background(provider, name):
    algorithm = provider.algorithm(name)
    assert algorithm.id() == f"klasskart:{name}"
    assert len(algorithm.shortHelpString()) > 200
    assert pathlib.Path(algorithm.svgIconPath()).is_file()
    assert not algorithm.icon().isNull()
    assert not algorithm.flags() & algorithm.Flag.FlagNoThreading
    for parameter in algorithm.parameterDefinitions():
        assert parameter.name() == parameter.name().upper()
        if parameter.type() == "enum":
            assert parameter.usesStaticStrings()


# --- codes ------------------------------------------------------------------------------


def test_codes_on_a_date_are_text_with_nulls(run):
    done = run("codes", CLASSIFICATION="kommune", DATE="2024-01-01")
    table = done["OUTPUT"]
    assert table.fields().names() == [
        "code", "parent_code", "level", "name", "short_name", "presentation_name", "valid_from", "valid_to", "notes",
    ]  # fmt: skip
    assert {field.typeName().lower() for field in table.fields()} == {"string"}
    found = {row[0]: row for row in rows(table, "code", "parent_code", "name", "short_name", "valid_from")}
    assert found["0301"] == ("0301", None, "Oslo", None, None)
    assert done["COUNT"] == table.featureCount() == len(found)
    assert "9999" in found


def test_presentation_names_are_made_by_a_pattern_and_a_wrong_one_is_told(run):
    given = {"CLASSIFICATION": "fylke", "DATE": "2024-01-01", "SELECT_CODES": "03"}
    done = run("codes", **given, PRESENTATION_NAMES="{code} {uppercase(name)}")
    assert rows(done["OUTPUT"], "name", "presentation_name") == [("Oslo", "03 OSLO")]
    with pytest.raises(QgsProcessingException, match="presentation names"):
        run("codes", **given, PRESENTATION_NAMES="{navn}")


def test_a_variant_that_is_not_there_on_the_date_is_named(run):
    with pytest.raises(QgsProcessingException, match="no variant “Landsdeler”"):
        run("codes", CLASSIFICATION="kommune", DATE="2021-01-01", VARIANT="Landsdeler")


@pytest.mark.parametrize("day", ["2020-01-01", QDate(2020, 1, 1), QDateTime(2020, 1, 1, 0, 0), datetime.date(2020, 1, 1)])
def test_dates_may_be_text_or_dates(run, day):
    table = run("codes", CLASSIFICATION=131, DATE=day)["OUTPUT"]
    codes = {row[0] for row in rows(table, "code")}
    assert "3001" in codes
    assert "3101" not in codes


def test_without_a_date_it_is_today(run):
    codes = {row[0] for row in rows(run("codes", CLASSIFICATION="131")["OUTPUT"], "code")}
    assert "3101" in codes


def test_a_period_gives_what_was_valid_at_some_time(run):
    table = run("codes", CLASSIFICATION="104", DATE="2023-01-01", TO_DATE="2025-01-01")["OUTPUT"]
    found = {row[0]: row[1:] for row in rows(table, "code", "valid_from", "valid_to")}
    assert found["30"] == ("2023-01-01", "2024-01-01")
    assert found["32"][0] == "2024-01-01"


def test_the_name_of_a_unit_means_its_level(run):
    levels = {row[0] for row in rows(run("codes", CLASSIFICATION="delomrade", SELECT_CODES="0301*")["OUTPUT"], "level")}
    assert levels == {"1"}
    levels = {row[0] for row in rows(run("codes", CLASSIFICATION="1", SELECT_CODES="0301*")["OUTPUT"], "level")}
    assert levels == {"1", "2"}


def test_selected_codes_may_be_a_list(run):
    codes = [row[0] for row in rows(run("codes", CLASSIFICATION="131", SELECT_CODES=["0301", "1103"])["OUTPUT"], "code")]
    assert codes == ["0301", "1103"]


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"CLASSIFICATION": "bydal"}, "bydal"),
        ({"CLASSIFICATION": "131", "LEVEL": "7"}, "level 7"),
        ({"CLASSIFICATION": "131", "DATE": "1800-01-01"}, "1.1.1800"),
        ({"CLASSIFICATION": "131", "DATE": "2024-01-01", "TO_DATE": "2023-01-01"}, "must come before"),
        ({"CLASSIFICATION": "131", "DATE": "2024-13-01"}, "2024-13-01"),
        ({"CLASSIFICATION": "131", "SELECT_CODES": "0301,æ"}, "æ"),
        ({"CLASSIFICATION": "99999"}, "99999"),
    ],
)
def test_what_can_not_be_done_is_said(run, parameters, words):
    with pytest.raises(QgsProcessingException, match=words):
        run("codes", **parameters)


def test_a_service_that_is_silent_is_named_with_what_was_asked(run, monkeypatch):
    monkeypatch.setenv("KLASSKART_KLASS_URL", "http://127.0.0.1:9/klass")
    with pytest.raises(QgsProcessingException, match=r"SSB Klass.*\n.*http://127\.0\.0\.1:9/klass"):
        run("codes", CLASSIFICATION="131")


def test_cancel_is_honoured(run, standin):
    feedback = Told()
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="Stopped"):
        run("codes", feedback, CLASSIFICATION="131")


def test_progress_and_steps_are_told(run):
    feedback = Told()
    run("codes", feedback, CLASSIFICATION="131")
    assert feedback.fractions[-1] == 100
    assert any("kommuner" in step for step in feedback.steps)


# --- boundaries ---------------------------------------------------------------------------


def test_boundaries_of_an_area_have_the_fields_of_the_specification_first(run):
    layer = run("boundaries", UNIT="kommune", AREA="0301,1103")["OUTPUT"]
    assert layer.fields().names()[:2] == ["kommunenummer", "kommunenavn"]
    assert sorted(row[0] for row in rows(layer, "kommunenummer")) == ["0301", "1103"]
    assert layer.crs().authid() == "EPSG:25832"
    assert all(feature.geometry().isGeosValid() for feature in layer.getFeatures())


def test_a_fylke_gives_every_unit_inside(run):
    layer = run("boundaries", UNIT="kommune", AREA="32", VINTAGE="2024", CRS="EPSG:25833")["OUTPUT"]
    codes = [row[0] for row in rows(layer, "kommunenummer")]
    assert len(codes) > 10
    assert all(code.startswith("32") for code in codes)
    assert layer.crs().authid() == "EPSG:25833"


def test_an_extent_leaves_the_units_that_it_meets(run):
    whole = run("boundaries", UNIT="kommune", AREA="32", CRS="EPSG:25833")["OUTPUT"]
    middle = next(whole.getFeatures()).geometry().boundingBox().center()
    box = QgsRectangle.fromCenterAndSize(middle, 20000, 20000)
    edges = f"{box.xMinimum()},{box.xMaximum()},{box.yMinimum()},{box.yMaximum()} [EPSG:25833]"
    layer = run("boundaries", UNIT="kommune", AREA="32", CRS="EPSG:25833", EXTENT=edges)["OUTPUT"]
    found = {row[0] for row in rows(layer, "kommunenummer")}
    met = {f["kommunenummer"] for f in whole.getFeatures() if f.geometry().intersects(QgsGeometry.fromRect(box))}
    assert found == met
    assert 0 < len(found) < whole.featureCount()


def test_borders_are_lines(run):
    layer = run("boundaries", UNIT="fylkesgrense")["OUTPUT"]
    assert layer.featureCount() > 0
    assert layer.geometryType() == 1


def test_delomrader_and_bydeler_carry_names_and_what_is_above_them(run):
    layer = run("boundaries", UNIT="delomrade", AREA="0301")["OUTPUT"]
    assert layer.fields().names()[:4] == ["delomradenummer", "delomradenavn", "kommunenummer", "kommunenavn"]
    assert all(len(row[0]) == 8 and row[1] for row in rows(layer, "delomradenummer", "delomradenavn"))
    layer = run("boundaries", UNIT="bydel", AREA="0301,4601")["OUTPUT"]
    named = dict(rows(layer, "bydelsnummer", "bydelsnavn"))
    assert named["030109"] == "Bjerke"
    assert all(feature.geometry().isGeosValid() for feature in layer.getFeatures())


def test_a_named_area_without_bydeler_is_a_warning(run):
    feedback = Told()
    run("boundaries", feedback, UNIT="bydel", AREA="0301,1508")
    assert any("no bydeler in 1508" in warning for warning in feedback.warnings)


def test_boundaries_end_at_the_coast_where_that_is_asked_for(run):
    registered = run("boundaries", UNIT="kommune", AREA="1151")["OUTPUT"]
    feedback = Told()
    layer = run("boundaries", feedback, UNIT="kommune", AREA="1151", COAST="coast")["OUTPUT"]
    assert layer.fields().names() == registered.fields().names()
    (before,), (after,) = ([f.geometry() for f in one.getFeatures()] for one in (registered, layer))
    assert after.isGeosValid()
    assert 0 < after.area() < before.area() / 2
    assert "Cutting at the coast …" in feedback.steps


def test_next_years_division_comes_with_a_warning_that_it_is_not_valid_yet(run, monkeypatch):
    feedback = Told()
    with Standin(today=datetime.date(2024, 1, 2)) as early:
        for name, value in {**early.environment(), "KLASSKART_TODAY": "2023-12-20"}.items():
            monkeypatch.setenv(name, value)
        layer = run("boundaries", feedback, UNIT="fylke", AREA="31", VINTAGE="2024")["OUTPUT"]
    assert rows(layer, "fylkesnummer") == [("31",)]
    assert any("not valid before 1.1.2024" in warning for warning in feedback.warnings)


def test_an_outage_is_survived_and_the_log_names_both_routes(run, standin):
    feedback = Told()
    standin.break_next("/api/order", status=503, times=9)
    try:
        layer = run("boundaries", feedback, UNIT="kommune", AREA="4601")["OUTPUT"]
    finally:
        standin.heal()
    assert rows(layer, "kommunenummer") == [("4601",)]
    assert any("order service" in warning and "ATOM" in warning for warning in feedback.warnings)
    assert any("ATOM" in step for step in feedback.steps)


def test_one_missing_area_among_several_is_a_warning(run, standin):
    feedback = Told()
    standin.break_next("Basisdata_1103", status=500, times=20)
    try:
        layer = run("boundaries", feedback, UNIT="kommune", AREA=["0301", "1103"])["OUTPUT"]
    finally:
        standin.heal()
    assert [row[0] for row in rows(layer, "kommunenummer")] == ["0301"]
    assert any("Geonorge" in warning for warning in feedback.warnings)


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"UNIT": "fylke", "AREA": "0301"}, "0301"),
        ({"AREA": "9998"}, "9998"),
        ({"UNIT": "bydel", "AREA": "1508"}, "no bydeler in 1508"),
        ({"AREA": "Oslo"}, "Oslo"),
        ({"VINTAGE": "1850"}, "1850"),
        ({"VINTAGE": "soon"}, "soon"),
    ],
)
def test_boundaries_that_do_not_exist_are_said(run, parameters, words):
    with pytest.raises(QgsProcessingException, match=words):
        run("boundaries", **parameters)


def test_loaded_boundaries_have_a_style_and_their_credit(run, provider, environment):
    context, feedback = QgsProcessingContext(), Told()
    context.setProject(QgsProject.instance())
    algorithm = provider.algorithm("boundaries").create()
    destination = "TEMPORARY_OUTPUT"
    parameters = {"AREA": "0301", "OUTPUT": QgsProcessingOutputLayerDefinition(destination, QgsProject.instance())}
    results, done = algorithm.run(parameters, context, feedback)
    assert done
    details = context.layerToLoadOnCompletionDetails(results["OUTPUT"])
    layer = context.takeResultLayer(results["OUTPUT"])
    details.postProcessor().postProcessLayer(layer, context, feedback)
    assert details.name == "Kommuner 2026 (0301)"
    assert layer.metadata().rights() == ["© Kartverket"]
    assert layer.labelsEnabled()
    file = origins.of(layer)
    assert (file.unit, file.areas, file.newest, file.features) == ("kommune", ("0301",), True, 1)
    assert file.sources


@pytest.mark.parametrize("destination", ["TEMPORARY_OUTPUT", "mine.gpkg", "mine.geojson"])
def test_loaded_boundaries_can_be_followed_into_newer_ones_wherever_they_were_written(
    provider, environment, monkeypatch, tmp_path, destination
):
    from klasskart.core.settings import Config
    from klasskart.gis import kept_elsewhere
    from klasskart.work.boundaries import fetch
    from klasskart.work.renewal import newer
    from klasskart.work.services import open_services

    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    output = destination if destination == "TEMPORARY_OUTPUT" else str(tmp_path / destination)
    layer = loaded(provider, {"AREA": "0301"}, output)
    before = origins.of(layer)
    services = open_services(Config.read(environment=environment))
    was = dataclasses.replace(before.sources[0], etag='"older"')  # as if it had been fetched before a change
    origins.note(layer, dataclasses.replace(before, sources=(was,)))
    fetch(services, request_of(before), fresh=True)
    found = newer(services, origins.of(layer))
    place = kept_elsewhere.place_of(layer, services.config.cache_folder)
    assert (place is not None) == output.endswith(".gpkg")  # a GeoPackage gets a new table, beside the old one
    source = kept_elsewhere.source_of(kept_elsewhere.write(found, place)) if place else ()
    services.close()
    renewing.replace_data(QgsProject.instance(), layer.id(), found, *source)
    assert layer.isValid()
    assert [feature["kommunenummer"] for feature in layer.getFeatures()] == ["0301"]
    if output.endswith((".gpkg", ".geojson")):
        assert QgsVectorLayer(output, "", "ogr").featureCount() == 1  # what was written is still there


def test_columns_that_the_user_made_are_not_lost_to_newer_boundaries(provider, environment, monkeypatch):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    layer = loaded(provider, {"AREA": "0301"}, "TEMPORARY_OUTPUT")
    layer.dataProvider().addAttributes([QgsField("folketall", QVariant.Int)])
    layer.updateFields()
    assert renewing.refusals(QgsProject.instance(), [layer.id()])[layer.id()].columns == "folketall"
    with pytest.raises(OwnColumns):
        renewing.replace_data(QgsProject.instance(), layer.id(), origins.of(layer))
    assert layer.providerType() == "memory"


def loaded(provider, parameters, destination):
    """Run klasskart:boundaries and put what it gives into the project, as the toolbox does."""
    context, feedback = QgsProcessingContext(), Told()
    context.setProject(QgsProject.instance())
    output = QgsProcessingOutputLayerDefinition(destination, QgsProject.instance())
    results, done = provider.algorithm("boundaries").create().run({**parameters, "OUTPUT": output}, context, feedback)
    assert done, feedback.errors
    details = context.layerToLoadOnCompletionDetails(results["OUTPUT"])
    layer = context.takeResultLayer(results["OUTPUT"]) or QgsVectorLayer(results["OUTPUT"], "loaded", "ogr")
    details.postProcessor().postProcessLayer(layer, context, feedback)
    return QgsProject.instance().addMapLayer(layer)


# --- join ---------------------------------------------------------------------------------


def test_join_finds_field_classification_and_level(run):
    done = run("join", INPUT=layer_of(301, 1103, 9999, NULL, kind="integer"), DATE="2024-01-01")
    layer = done["OUTPUT"]
    assert layer.fields().names() == ["id", "nr", "navn", "klass_code", "klass_name", "klass_level", "klass_parent_code"]
    assert rows(layer, "nr", "klass_code", "klass_name", "klass_level", "klass_parent_code") == [
        (301, "0301", "Oslo", "1", None),
        (1103, "1103", "Stavanger", "1", None),
        (9999, None, None, None, None),
        (None, None, None, None, None),
    ]
    assert (done["MATCHED"], done["UNMATCHED_FEATURES"], done["UNUSED_CODES"]) == (2, 2, 355)
    assert [field.typeName() for field in layer.fields()][3:] == ["string"] * 4


def test_join_reports_both_sides_with_reasons_and_successors(run):
    done = run(
        "join",
        INPUT=layer_of("0301", "0301", "1507", "3001", "9999", NULL, "Halden", "4444"),
        CLASSIFICATION="kommune", FIELD="nr", DATE="2024-01-01", REPORT="TEMPORARY_OUTPUT",
    )  # fmt: skip
    report = done["REPORT"]
    assert report.fields().names() == ["side", "code", "name", "features", "reason", "suggestion"]
    found = {
        row[1]: row for row in rows(report, "side", "code", "name", "features", "reason", "suggestion") if row[0] == "feature"
    }
    assert found["1507"] == ("feature", "1507", "Ålesund", 1, "expired", "1508, 1580")
    assert found["3001"][4:] == ("expired", "3101")
    assert found["9999"][4:] == ("filler", None)
    assert found[None][4] == "no_code"
    assert found["Halden"][4] == "malformed"
    assert found["4444"][4] == "unknown"
    assert found["0301"][3:5] == (2, "duplicate")
    unused = [row for row in rows(report, "side", "reason", "code") if row[0] == "code"]
    assert len(unused) == done["UNUSED_CODES"] == 356
    assert {row[1] for row in unused} == {"no_feature"}
    assert "9999" not in {row[2] for row in unused}
    assert (done["MATCHED"], done["UNMATCHED_FEATURES"]) == (2, 6)


def test_join_to_another_classification_and_with_another_prefix(run):
    layer = run("join", INPUT=layer_of("0301"), ATTRIBUTES=["name", "to:104"], PREFIX="k_", DATE="2024-01-01")["OUTPUT"]
    assert layer.fields().names()[3:] == ["k_code", "k_name", "k_to_104_code", "k_to_104_name"]
    assert rows(layer, "k_to_104_code", "k_to_104_name") == [("03", "Oslo")]


def test_join_takes_several_other_classifications_and_the_names_above(run):
    named = {"CLASSIFICATION": "kommune", "FIELD": "nr", "DATE": "2024-01-01"}
    layer = run("join", INPUT=layer_of("0301", "1101"), ATTRIBUTES="to:104, to:108,to:bydel", **named)["OUTPUT"]
    assert layer.fields().names()[4:] == [
        f"klass_to_{name}_{what}" for name in ("104", "108", "bydel") for what in ("code", "name")
    ]
    oslo, eigersund = rows(layer, "klass_to_108_code", "klass_to_bydel_code", "klass_to_bydel_name")
    assert oslo[0] == "03001" and oslo[1].startswith("030101; 030102; ") and oslo[2].startswith("Gamle Oslo; ")
    assert eigersund[1:] == (None, None)
    krets = run("join", INPUT=layer_of("03010101"), LEVEL="2", CLASSIFICATION="1", ATTRIBUTES="parent_code,parent_name,to:103")
    ((code, name, bydel),) = rows(krets["OUTPUT"], "klass_parent_code", "klass_parent_name", "klass_to_103_code")
    assert (code, bydel) == ("03010100", "030116") and name


def test_join_says_where_a_code_has_several_and_where_a_language_is_missing(run):
    told = Told()
    run("join", told, INPUT=layer_of("0301"), ATTRIBUTES="to:103", DATE="2024-01-01")
    assert "4 code(s) of kommuner have several in bydeler, such as 0301: 030101" in told.warnings[-1]
    done = run("join", told, INPUT=layer_of("030101"), ATTRIBUTES="to:1", DATE="2024-01-01", LANGUAGE="en")
    assert any("language “en”" in words for words in told.warnings)
    assert rows(done["OUTPUT"], "klass_to_1_code")[0][0].startswith("0301")


def test_join_to_a_file_has_the_columns_of_other_classifications(run, tmp_path):
    first = run("boundaries", UNIT="kommune", AREA="32", VINTAGE="2024", OUTPUT=str(tmp_path / "in.gpkg"))["OUTPUT"]
    done = run("join", INPUT=first, DATE="2024-01-01", ATTRIBUTES="to:104", OUTPUT=str(tmp_path / "out.gpkg"))
    assert set(rows(QgsVectorLayer(done["OUTPUT"]), "klass_to_104_code", "klass_to_104_name")) == {("32", "Akershus")}


def test_join_with_a_table_takes_its_columns_and_keeps_numbers(run):
    table = QgsVectorLayer("NoGeometry?field=region:string&field=antall:integer&field=merknad:string", "tall", "memory")
    features = []
    for values in (["K-0301 Oslo", 10, "a"], ["1103", 20, NULL], ["5610", 30, "c"]):
        feature = QgsFeature(table.fields())
        feature.setAttributes(values)
        features.append(feature)
    table.dataProvider().addFeatures(features)
    done = run("join", INPUT=layer_of("301", "1103", "1507"), TABLE=table, DATE="2024-01-01", REPORT="TEMPORARY_OUTPUT")
    assert done["OUTPUT"].fields().names()[3:] == ["klass_code", "klass_antall", "klass_merknad"]
    assert rows(done["OUTPUT"], "klass_code", "klass_antall", "klass_merknad") == [
        ("0301", 10, "a"), ("1103", 20, None), (None, None, None),
    ]  # fmt: skip
    assert (done["MATCHED"], done["UNUSED_CODES"]) == (2, 1)
    assert ("1507", "expired", "1508, 1580") in rows(done["REPORT"], "code", "reason", "suggestion")
    some = run("join", INPUT=layer_of("301"), TABLE=table, TABLE_FIELD="region", TABLE_COLUMNS=["antall"])["OUTPUT"]
    assert some.fields().names()[3:] == ["klass_code", "klass_antall"]


def test_join_of_a_selection_takes_the_selection_only(run):
    layer = layer_of("0301", "1103")
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression("\"nr\" = '1103'")
    done = run("join", INPUT=QgsProcessingFeatureSourceDefinition(layer.id(), True))
    assert rows(done["OUTPUT"], "klass_name") == [("Stavanger",)]
    assert (done["MATCHED"], done["UNMATCHED_FEATURES"]) == (1, 0)


def test_join_from_file_to_file_keeps_geometry_and_nulls(run, tmp_path):
    first = run("boundaries", UNIT="kommune", AREA="32", VINTAGE="2024", OUTPUT=str(tmp_path / "in.gpkg"))["OUTPUT"]
    done = run("join", INPUT=first, DATE="2024-01-01", OUTPUT=str(tmp_path / "out.gpkg"), REPORT=str(tmp_path / "report.csv"))
    before, after = QgsVectorLayer(first), QgsVectorLayer(done["OUTPUT"])
    assert after.featureCount() == before.featureCount() == done["MATCHED"]
    assert all(code == joined for code, joined in rows(after, "kommunenummer", "klass_code"))
    assert after.extent() == before.extent()
    assert (tmp_path / "report.csv").is_file()


def test_a_join_that_matches_nothing_is_an_error_without_output(run, tmp_path):
    target = tmp_path / "out.gpkg"
    with pytest.raises(QgsProcessingException, match="3001"):
        run("join", INPUT=layer_of("3001"), DATE="2024-01-01", OUTPUT=str(target))
    assert not target.exists()


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"ATTRIBUTES": "colour"}, "colour"),
        ({"CLASSIFICATION": "kommuner!"}, "kommuner!"),
        ({"LEVEL": "9", "CLASSIFICATION": "131"}, "level 9"),
        ({"ATTRIBUTES": "to:99999"}, "99999"),
        ({"ATTRIBUTES": "to:byer"}, "Klass has no classification byer"),
        ({"ATTRIBUTES": "name,to:"}, "Klass has no classification to:"),
        ({"CLASSIFICATION": "104", "INPUT": "03", "ATTRIBUTES": "to:103"}, "SSB has no table between fylker and bydeler"),
        ({"ATTRIBUTES": "to:103", "DATE": "1999-01-01"}, "1.1.1999"),
    ],
)
def test_joins_that_can_not_be_made_are_said(run, parameters, words):
    with pytest.raises(QgsProcessingException, match=words):
        run("join", **{**parameters, "INPUT": layer_of(parameters.get("INPUT", "0301"))})


def test_a_layer_without_codes_is_named(run):
    with pytest.raises(QgsProcessingException, match="Punkter"):
        run("join", INPUT=layer_of("abc", "def"))


# --- in the background --------------------------------------------------------------------


def in_background(algorithm, parameters, context, feedback, seconds=60):
    """Run as the toolbox does, in another thread; give whether it succeeded, and the results."""
    outcome, loop, limit = [], QEventLoop(), QTimer()
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    task.executed.connect(lambda *told: outcome.append(told) or loop.quit())
    limit.timeout.connect(loop.quit)
    limit.start(1000 * seconds)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    assert outcome
    return outcome[0]


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("codes", {"CLASSIFICATION": "131"}),
        ("boundaries", {"AREA": "0301"}),
        ("join", {"DATE": "2024-01-01", "REPORT": "TEMPORARY_OUTPUT"}),
    ],
)
def test_algorithms_run_in_the_background(run, provider, name, parameters):
    context, feedback = QgsProcessingContext(), Told()
    context.setProject(QgsProject.instance())
    layer = layer_of("0301", "1507")
    given = {**parameters, "OUTPUT": "TEMPORARY_OUTPUT", **({"INPUT": layer} if name == "join" else {})}
    done, results = in_background(provider.algorithm(name).create(), given, context, feedback)
    assert done
    assert context.takeResultLayer(results["OUTPUT"]).featureCount() > 0


def test_cancel_reaches_an_algorithm_while_a_service_is_silent(run, provider, standin):
    context, feedback = QgsProcessingContext(), Told()
    QTimer.singleShot(1000, feedback.cancel)
    standin.hang("codesAt")
    try:
        given = {"CLASSIFICATION": "131", "OUTPUT": "TEMPORARY_OUTPUT"}
        done, _ = in_background(provider.algorithm("codes").create(), given, context, feedback, seconds=15)
    finally:
        standin.heal()
    assert not done
    assert any("Stopped" in error for error in feedback.errors)
