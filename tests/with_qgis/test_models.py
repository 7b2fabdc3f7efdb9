"""Our algorithms as steps of models, and the model that comes with us: from a table of old codes to a map."""

import pathlib

import pytest
from fake_desk import wait_for
from klasskart.gis.algorithms.table_map import _OUTPUTS, MODEL
from klasskart.gis.provider import ALGORITHMS, KlasskartProvider
from qgis.core import (
    NULL,
    QgsApplication,
    QgsFeature,
    QgsProcessing,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsVectorLayer,
)

pytestmark = pytest.mark.usefixtures("qgis_app", "qgis_new_project")
TEMPORARY = QgsProcessing.TEMPORARY_OUTPUT


@pytest.fixture(autouse=True)
def provider(qgis_app, standin, tmp_path, monkeypatch):
    for variable, value in standin.environment().items():
        monkeypatch.setenv(variable, value)
    monkeypatch.setenv("KLASSKART_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("KLASSKART_TODAY", "2026-11-21")
    monkeypatch.setenv("KLASSKART_READ_TIMEOUT", "120")
    made = KlasskartProvider()
    QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider(made)


def table(**columns):
    """A table of the project; a column is a list of values, numbers or texts."""
    kinds = {name: "string" if isinstance(values[0], str) else "integer" for name, values in columns.items()}
    fields = "&".join(f"field={name}:{kind}" for name, kind in kinds.items())
    layer = QgsVectorLayer(f"NoGeometry?{fields}", "Folketall", "memory")
    features = []
    for values in zip(*columns.values()):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(values))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


OSTFOLD = {"knr": ["3001", "3002", "3003", "3011"], "folk": [31177, 48800, 56732, 4608]}


def run(algorithm, **parameters):
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    ok, why = algorithm.checkParameterValues(parameters, context)
    if not ok:
        raise QgsProcessingException(why)
    results, _ = algorithm.run(parameters, context, feedback, {}, False)
    return {key: context.takeResultLayer(value) if isinstance(value, str) else value for key, value in results.items()}


def by(layer, key, *names):
    return {feature[key]: tuple(feature[name] for name in names) for feature in layer.getFeatures()}


# --- shape ----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ALGORITHMS, ids=lambda kind: kind.__name__)
def test_every_algorithm_says_what_it_and_each_of_its_parameters_are_for(provider, kind):
    algorithm = provider.algorithm(kind().name())
    assert algorithm.group() and algorithm.groupId()
    assert len(algorithm.tags()) > 4 and len(algorithm.shortDescription()) > 20 and len(algorithm.shortHelpString()) > 200
    assert pathlib.Path(algorithm.svgIconPath()).is_file() and not algorithm.icon().isNull()
    assert algorithm.helpUrl().startswith(("https://", "klasskart-help:"))
    wanted = algorithm.Flag.FlagSupportsBatch | algorithm.Flag.FlagCanCancel
    assert algorithm.flags() & wanted == wanted
    assert [one.name() for one in algorithm.parameterDefinitions() if len(one.help()) < 15] == []
    told = algorithm.shortHelpString()
    assert [
        one.name() for one in algorithm.parameterDefinitions() if f"<i>{one.description()}</i>: {one.help()}" not in told
    ] == []
    numbers = [one for one in algorithm.outputDefinitions() if not algorithm.parameterDefinition(one.name())]
    assert [one.name() for one in numbers if f"<i>{one.name()}</i>: {one.description()}" not in told] == []
    hidden = QgsProcessingParameterDefinition.Flag.FlagHidden
    assert not [one.name() for one in algorithm.parameterDefinitions() if one.flags() & hidden]


def test_the_help_of_changes_names_the_fields_that_there_are(provider):
    """They are listed twice, since QGIS's start must not load what the work needs."""
    algorithm = provider.algorithm("changes")
    assert ", ".join(algorithm.fields) in algorithm.parameterDefinition("OUTPUT").help()


def test_each_has_an_icon_of_its_own_and_stands_with_its_like(provider):
    icons = {}
    for algorithm in provider.algorithms():
        icons.setdefault(algorithm.svgIconPath(), []).append(algorithm.name())
    assert sorted(names for names in icons.values() if len(names) > 1) == [["opendata", "opendatatable"]]
    groups = {}
    for algorithm in provider.algorithms():
        groups.setdefault(algorithm.groupId(), set()).add(algorithm.name())
    assert groups["data"] == {"join", "diagnose", "recode", "map"}
    assert groups["codes"] == {"codes", "changes", "classifications", "correspondence"}


@pytest.mark.parametrize(
    ("name", "parameters", "words"),
    [
        ("codes", {"CLASSIFICATION": "planet"}, "no classification planet"),
        ("codes", {"DATE": "2024-01-01", "TO_DATE": "2024-01-01"}, "1.1.2024"),
        ("codes", {"DATE": "1.1.2024"}, "1.1.2024"),
        ("changes", {"FROM_DATE": "2024-01-02", "TO_DATE": "2024-01-01"}, "2.1.2024"),
        ("correspondence", {"TARGET": "planet"}, "no classification planet"),
        ("boundaries", {"AREA": "Oslo"}, "Oslo"),
        ("boundaries", {"VINTAGE": "24"}, "“24” is not a year"),
        ("boundaries", {"UNIT": "planet"}, "“planet”. Choose one of these: kommune, fylke"),
        ("boundaries", {"UNIT": "fylke", "AREA": "0301"}, "0301"),
        ("boundaries", {"CRS": "moon"}, "“moon” is not a coordinate system"),
        ("boundaries", {"AREA": ""}, "Nothing is given for “Area”"),
        ("classifications", {"LANGUAGE": "de"}, "“de”. Choose one of these: nb, nn, en."),
        ("codes", {"CLASSIFICATION": ""}, "Nothing is given for “Classification”"),
        ("correspondence", {"TARGET": ""}, "Nothing is given for “With codes of”"),
        ("join", {}, "Nothing is given for “Layer”"),
        ("diagnose", {"INPUT": None}, "Nothing is given for “Layer”"),
        ("recode", {"INPUT": "x"}, "Nothing is given for “Field of codes”"),
        ("recode", {"INPUT": "x", "FIELD": "a", "ON_SPLIT": "guess"}, "“guess”. Choose one of these: empty, keep."),
        ("opendata", {"KOMMUNE": ""}, "Nothing is given for “Kommune”"),
        ("opendatatable", {"KOMMUNER": []}, "Nothing is given for “Kommuner”"),
        ("map", {"INPUT": "x", "UNIT": "fylke", "AREA": "0301"}, "0301"),
        ("map", {"AREA": "Oslo", "INPUT": "x"}, "Oslo"),
    ],
)
def test_what_can_not_be_meant_is_said_before_anything_runs(provider, standin, name, parameters, words):
    algorithm = provider.algorithm(name).create()
    ok, why = algorithm.checkParameterValues({"OUTPUT": TEMPORARY, **parameters}, QgsProcessingContext())
    assert not ok and words in why
    assert standin.requests == []


def test_what_is_left_to_its_default_may_be_none(provider):
    algorithm = provider.algorithm("codes").create()
    ok, why = algorithm.checkParameterValues({"CLASSIFICATION": None, "OUTPUT": TEMPORARY}, QgsProcessingContext())
    assert ok, why


def test_an_output_that_can_not_be_made_is_named(provider):
    with pytest.raises(QgsProcessingException, match=r"/nowhere/codes\.gpkg can't be written to"):
        run(provider.algorithm("codes").create(), CLASSIFICATION="fylke", OUTPUT="/nowhere/codes.gpkg")


# --- the model that comes with us -----------------------------------------------------------


def test_the_model_can_be_opened_and_all_of_its_steps_are_there(provider):
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(MODEL))
    steps = {key: step.algorithmId() for key, step in model.childAlgorithms().items()}
    assert steps == {name: f"klasskart:{name}" for name in ("diagnose", "recode", "boundaries", "join")}
    assert all(step.algorithm() is not None for step in model.childAlgorithms().values())
    ok, faults = model.validate()
    assert ok, faults


def test_opened_in_the_designer_it_says_the_same_as_the_algorithm(provider):
    model, algorithm = QgsProcessingModelAlgorithm(), provider.algorithm("map")
    model.fromFile(str(MODEL))
    asked = [one for one in algorithm.parameterDefinitions() if not one.isDestination()]
    own = [one for one in model.parameterDefinitions() if not one.isDestination()]
    facts = [[(one.name(), one.description(), one.help()) for one in ones] for ones in (asked, own)]
    assert facts[0] == facts[1]
    about = model.helpContent()
    assert about["ALG_DESC"] == algorithm.about() and about["SHORT_DESCRIPTION"] == algorithm.shortDescription()
    assert (model.displayName(), model.group()) == (algorithm.displayName(), algorithm.group())
    for name, step in _OUTPUTS.items():
        assert about[step] == algorithm.parameterDefinition(name).help()


def test_a_table_of_old_codes_becomes_a_map_of_a_later_year(provider):
    found = run(
        provider.algorithm("map").create(),
        INPUT=table(**OSTFOLD),
        SUM_FIELDS=["folk"],
        AREA="31",
        DATE="2024-01-01",
        **dict.fromkeys(("OUTPUT", "DIAGNOSIS", "RECODED", "REPORT"), TEMPORARY),
    )
    figures = by(found["OUTPUT"], "kommunenummer", "folk", "kommunenavn")
    assert figures["3101"] == (31177, "Halden")
    assert figures["3103"][0] == 48800 and figures["3105"][0] == 56732
    assert found["OUTPUT"].featureCount() == 12 and figures["3116"][0] == NULL
    assert by(found["RECODED"], "new_code", "recode_status")["3101"] == ("renumbered",)
    best = next(found["DIAGNOSIS"].getFeatures())
    assert (best["classification"], best["date_from"], best["share"]) == (131, "2020-01-01", 1.0)
    matched = sum(1 for folk, _ in figures.values() if folk != NULL)
    assert (found["MATCHED"], found["UNMATCHED_FEATURES"], found["UNUSED_CODES"]) == (matched, 12 - matched, 0)
    sides = {feature["side"] for feature in found["REPORT"].getFeatures()}
    assert sides == {"feature"}, "kommuner without a figure"


class Warned(QgsProcessingFeedback):
    def __init__(self):
        super().__init__(False)
        self.warnings = []

    def pushWarning(self, words):
        self.warnings.append(words)


def csv_file(folder, text):
    """A table as QGIS reads it from a file without types: every column is text."""
    path = folder / "tall.csv"
    path.write_text(text, "utf-8")
    layer = QgsVectorLayer(str(path), "Folketall", "ogr")
    QgsProject.instance().addMapLayer(layer)
    return layer


MERGED = "knr,navn,folk\n0104,Moss,32 652\n0136,Rygge,15978\n0101,Halden,:\n"


def test_figures_that_are_text_are_added_up_too(provider, tmp_path):
    layer = csv_file(tmp_path, MERGED)
    given = {
        "INPUT": layer,
        "SUM_FIELDS": ["folk"],
        "AREA": "31",
        "DATE": "2024-01-01",
        "OUTPUT": TEMPORARY,
        "RECODED": TEMPORARY,
    }
    found = run(provider.algorithm("map").create(), **given)
    assert by(found["OUTPUT"], "kommunenummer", "folk")["3103"] == (48630,)
    assert by(found["OUTPUT"], "kommunenummer", "folk")["3101"] == (NULL,), "SSB's mark for what it does not tell"
    assert found["RECODED"].fields().field("folk").isNumeric()


@pytest.mark.parametrize("field", ["knr", "navn"])
def test_codes_and_names_are_no_figures(provider, tmp_path, field):
    layer = csv_file(tmp_path, MERGED)
    with pytest.raises(QgsProcessingException, match=f"{field} of “Folketall” cannot be added up"):
        run(provider.algorithm("map").create(), INPUT=layer, FIELD="knr", SUM_FIELDS=[field], AREA="31", OUTPUT=TEMPORARY)


def test_that_only_the_first_of_several_rows_is_on_the_map_is_a_warning(provider, tmp_path):
    """Else merged kommuner would have the figure of one of those that they were made of, and nobody would know."""
    layer, feedback, context = csv_file(tmp_path, MERGED), Warned(), QgsProcessingContext()
    context.setProject(QgsProject.instance())
    given = {"INPUT": layer, "AREA": "31", "DATE": "2024-01-01", "OUTPUT": TEMPORARY}
    provider.algorithm("map").create().run(given, context, feedback, {}, False)
    assert [words for words in feedback.warnings if "several rows" in words and "3103" in words]


def test_what_was_split_can_be_settled_on_the_way_to_the_map(provider, tmp_path):
    layer = csv_file(tmp_path, "knr,folk\n1507,66670\n")
    given = {"INPUT": layer, "SUM_FIELDS": ["folk"], "AREA": "15", "DATE": "2024-01-01", "OUTPUT": TEMPORARY}
    with pytest.raises(QgsProcessingException, match="1507"):
        run(provider.algorithm("map").create(), **given)
    shares = "virtual://?query=SELECT '1507' AS old_code, '1508' AS new_code, 3 AS weight UNION ALL SELECT '1507', '1580', 1"
    found = run(provider.algorithm("map").create(), **given, CHOICES=shares)
    figures = by(found["OUTPUT"], "kommunenummer", "folk")
    assert (figures["1508"], figures["1580"]) == ((50002.5,), (16667.5,))


def test_of_what_is_not_wanted_nothing_is_given(provider):
    found = run(provider.algorithm("map").create(), INPUT=table(**OSTFOLD), AREA="31", DATE="2024-01-01", OUTPUT=TEMPORARY)
    assert set(found) == {"OUTPUT", "MATCHED", "UNMATCHED_FEATURES", "UNUSED_CODES"}


def test_without_a_date_it_is_todays_division(provider):
    found = run(provider.algorithm("map").create(), INPUT=table(knr=["301"], tall=[7]), AREA="0301", OUTPUT=TEMPORARY)
    assert by(found["OUTPUT"], "kommunenummer", "tall") == {"0301": (7,)}


def test_a_step_that_fails_says_why_in_our_words(provider):
    with pytest.raises(QgsProcessingException, match="No field of “Folketall” holds codes"):
        run(provider.algorithm("map").create(), INPUT=table(navn=["x", "y"]), AREA="31", OUTPUT=TEMPORARY)


def test_a_table_that_has_nothing_in_common_with_the_layer_is_named_too(provider):
    with pytest.raises(QgsProcessingException, match="No field of “Folketall” holds the codes of “Folketall”"):
        run(provider.algorithm("join").create(), INPUT=table(knr=["301"]), TABLE=table(navn=["x", "y"]), OUTPUT=TEMPORARY)


def test_it_runs_in_the_background_as_from_the_toolbox(provider):
    context, feedback, ended = QgsProcessingContext(), QgsProcessingFeedback(), []
    context.setProject(QgsProject.instance())
    algorithm = provider.algorithm("map").create()
    parameters = {"INPUT": table(**OSTFOLD).id(), "AREA": "31", "DATE": "2024-01-01", "OUTPUT": TEMPORARY}
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    task.executed.connect(lambda ok, results: ended.append((ok, results)))
    QgsApplication.taskManager().addTask(task)
    wait_for(lambda: ended, 60)
    ok, results = ended[0]
    assert ok, feedback.textLog()
    assert context.takeResultLayer(results["OUTPUT"]).featureCount() == 12


# --- models of one's own --------------------------------------------------------------------


def step(model, name, algorithm, **sources):
    child = QgsProcessingModelChildAlgorithm(f"klasskart:{algorithm}")
    child.setChildId(name)
    for parameter, source in sources.items():
        child.addParameterSources(parameter, [source])
    output = QgsProcessingModelOutput("OUTPUT")
    output.setChildId(name)
    output.setChildOutputName("OUTPUT")
    child.setModelOutputs({"OUTPUT": output})
    model.addChildAlgorithm(child)


def test_outputs_of_one_are_inputs_of_the_next(provider):
    source = QgsProcessingModelChildParameterSource
    model = QgsProcessingModelAlgorithm("chain", "", "")
    step(model, "codes", "codes", CLASSIFICATION=source.fromStaticValue("kommune"), DATE=source.fromStaticValue("2023-01-01"))
    step(
        model,
        "recoded",
        "recode",
        INPUT=source.fromChildOutput("codes", "OUTPUT"),
        FIELD=source.fromStaticValue("code"),
        TO_DATE=source.fromStaticValue("2024-01-01"),
    )
    recoded = source.fromChildOutput("recoded", "OUTPUT")
    step(
        model,
        "checked",
        "diagnose",
        INPUT=source.fromChildOutput("recoded", "OUTPUT"),
        FIELD=source.fromStaticValue("new_code"),
    )
    step(
        model,
        "joined",
        "join",
        INPUT=recoded,
        FIELD=source.fromStaticValue("new_code"),
        CLASSIFICATION=source.fromChildOutput("checked", "FOUND_CLASSIFICATION"),
        DATE=source.fromChildOutput("checked", "FOUND_DATE"),
    )
    names = [definition.name() for definition in model.parameterDefinitions()]
    found = run(model, **dict.fromkeys(names, TEMPORARY))
    halden = by(found["joined:OUTPUT"], "code", "new_code", "klass_name")["3001"]
    assert halden == ("3101", "Halden")
    assert by(found["checked:OUTPUT"], "classification", "share")[131]
