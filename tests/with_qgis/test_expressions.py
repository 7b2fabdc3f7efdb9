"""Our functions in expressions: found in the builder, quick and silent in the map, and null where nothing was fetched."""

import datetime

import pytest
from klasskart.core.settings import Config
from klasskart.gis import expression_values, expressions
from klasskart.work import change_graph, registers
from klasskart.work.kept_codes import KeptCodes
from klasskart.work.services import open_services
from qgis.core import (
    NULL,
    Qgis,
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsTask,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime

pytestmark = pytest.mark.usefixtures("qgis_app")

NAMES = ["klass_name", "klass_parent", "klass_level", "klass_valid", "klass_recode", "klass_names"]


@pytest.fixture
def functions(qgis_app):
    registered = expressions.register()
    yield registered
    expressions.unregister(registered)


@pytest.fixture
def logged(qgis_app):
    lines = []
    log = QgsApplication.messageLog()

    def hear(text, tag, level):
        if tag == "Klasskart":
            lines.append(text)

    log.messageReceived[str, str, Qgis.MessageLevel].connect(hear)
    yield lines
    log.messageReceived[str, str, Qgis.MessageLevel].disconnect(hear)


@pytest.fixture
def services(standin, tmp_path, monkeypatch, functions):
    """The stand-in, and expressions that look into the same cache."""
    monkeypatch.setenv("KLASSKART_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("KLASSKART_TODAY", "2026-11-21")
    fresh = KeptCodes(expression_values.place, expression_values.tell, expression_values.text)
    monkeypatch.setattr(expression_values, "_KEPT", fresh)
    for function in functions:
        function.__dict__.pop("func", None)
    environment = {**standin.environment(), "KLASSKART_CACHE_DIR": str(tmp_path / "cache"), "KLASSKART_TODAY": "2026-11-21"}
    opened = open_services(Config.read(environment=environment))
    yield opened
    opened.close()


def value_of(text, **columns):
    """Evaluate an expression for one feature."""
    context = QgsExpressionContext()
    expression = QgsExpression(text)
    assert not expression.hasParserError(), expression.parserErrorString()
    if columns:
        fields = "&".join(f"field={name}:{kind}" for name, (kind, _) in columns.items())
        layer = QgsVectorLayer(f"NoGeometry?{fields}", "x", "memory")
        context.setFeature(row(layer, *(given for _, given in columns.values())))
        context.setFields(layer.fields())
    expression.prepare(context)
    found = expression.evaluate(context)
    assert not expression.hasEvalError(), expression.evalErrorString()
    return None if found == NULL else found


def row(layer, *attributes):
    feature = QgsFeature(layer.fields())
    feature.setAttributes(list(attributes))
    return feature


def fault_of(text):
    expression = QgsExpression(text)
    assert expression.evaluate() is None
    return expression.evalErrorString()


def test_they_stand_in_the_builder_in_a_group_of_their_own_with_whole_help(functions):
    assert [function.name() for function in functions] == NAMES
    for function in functions:
        assert function.groups() == ["Klasskart"]
        text = function.helpText()
        assert all(f"<h4>{title}</h4>" in text for title in ("Syntax", "Arguments", "Examples", "Notes"))
        for parameter in function.parameters():
            assert f'<td class="argument">{parameter.name()}</td>' in text
    assert "map_get(klass_names(" in functions[0].helpText()


def test_unregistering_leaves_none(qgis_app):
    expressions.unregister(expressions.register())
    assert not [name for name in NAMES if QgsExpression.isFunctionName(name)]


def test_every_example_of_the_help_is_true(services, functions):
    for number in (1, 104, 131):
        registers.codes(services, number, datetime.date(2026, 11, 21))
    registers.codes(services, 131, datetime.date(2024, 1, 1))
    change_graph.graph(services, 131)
    tried = 0
    for _, _, _, examples in expressions._declared():
        for example in examples.split("\n"):
            text, _, told = example.partition(" → ")
            found = value_of(text, kommunenummer=("string", "3101"))
            expected = {"true": True, "false": False, "NULL": None}.get(told, told.strip("'"))
            assert found == expected, example
            tried += 1
    assert tried == 10


def test_a_date_comes_as_text_as_date_or_as_moment(services):
    registers.codes(services, 131, datetime.date(2020, 1, 1))
    day = QDate(2020, 1, 1)
    for kind, given in (("string", "2020-01-01"), ("date", day), ("datetime", QDateTime(day))):
        assert value_of("klass_name('3001', 'kommune', \"d\")", d=(kind, given)) == "Halden"
    assert value_of("klass_name(code:='3001', date:=to_date('2020-01-01'), classification:='kommune')") == "Halden"


def test_numbers_and_lost_zeros_are_read_and_null_gives_null(services):
    registers.codes(services, 131, datetime.date(2026, 11, 21))
    assert value_of("klass_name(\"c\", 'kommune')", c=("integer", 301)) == "Oslo - Oslove"
    assert value_of('klass_name("c", 131)', c=("double", 301.0)) == "Oslo - Oslove"
    for function in ("klass_name", "klass_parent", "klass_level", "klass_valid"):
        assert value_of(f"{function}(\"c\", 'kommune')", c=("string", NULL)) is None
    for function in ("klass_name", "klass_parent", "klass_level", "klass_valid"):
        assert value_of(f"{function}('0301', 'kommune', \"d\")", d=("date", NULL)) is None, "a hole in a column is not today"
    assert value_of("klass_names('kommune', NULL)") is None
    assert value_of("klass_valid('', 'kommune')") is False
    assert value_of("klass_valid(9999, 'kommune')") is True, "a filler is in Klass"
    assert value_of("klass_recode(NULL, 'kommune')") is None


def test_a_hole_in_a_column_of_dates_is_not_today(services):
    change_graph.graph(services, 131)
    assert value_of("klass_recode('3001', 'kommune')") == "3101"
    assert value_of("klass_recode('3001', 'kommune', NULL)") == "3101", "of its own last day"
    assert value_of("klass_recode('3001', 'kommune', '2023-01-01', \"d\")", d=("date", NULL)) is None


def test_nothing_is_asked_and_the_log_says_once_what_to_fetch(services, standin, logged):
    layer = QgsVectorLayer("NoGeometry?field=knr:string", "x", "memory")
    layer.dataProvider().addFeatures([row(layer, f"{number:04d}") for number in range(500)])
    request = QgsFeatureRequest().setFilterExpression("klass_name(\"knr\", 'kommune', '2024-01-01') is null")
    assert sum(1 for _ in layer.getFeatures(request)) == 500
    assert value_of("klass_recode('3001', 'kommune', '2023-01-01', '2024-01-01')") is None
    assert standin.requests == []
    assert len(logged) == 2, logged
    assert "kommuner" in logged[0] and "1.1.2024" in logged[0] and "klasskart:codes" in logged[0]
    assert "klasskart:recode" in logged[1]


def test_what_was_just_fetched_is_known_at_once(services):
    assert value_of("klass_name('0301', 'kommune', '2024-01-01')") is None
    registers.codes(services, 131, datetime.date(2024, 1, 1))
    assert value_of("klass_name('0301', 'kommune', '2024-01-01')") == "Oslo"


def test_bad_arguments_are_told_in_a_sentence(services):
    assert "no classification planet" in fault_of("klass_name('0301', 'planet')")
    assert "1.1.2024" in fault_of("klass_valid('0301', 'kommune', '1.1.2024')")
    assert fault_of("klass_recode('0301', 'planet', NULL)")
    assert fault_of("klass_names('planet')")


def test_with_nothing_of_the_row_it_is_evaluated_once(services, monkeypatch):
    registers.codes(services, 131, datetime.date(2026, 11, 21))
    asked = []
    kept = expression_values._KEPT
    on = kept.on
    monkeypatch.setattr(kept, "on", lambda *given: asked.append(given) or on(*given))
    layer = QgsVectorLayer("NoGeometry?field=knr:string", "x", "memory")
    layer.dataProvider().addFeatures([row(layer, "0301") for _ in range(50)])
    request = QgsFeatureRequest().setFilterExpression("map_get(klass_names('kommune'), \"knr\") = 'Oslo - Oslove'")
    assert sum(1 for _ in layer.getFeatures(request)) == 50
    assert len(asked) == 1


def test_threads_that_draw_evaluate_them_side_by_side(services, qgis_app):
    registers.codes(services, 1, datetime.date(2026, 11, 21))
    layer = QgsVectorLayer("NoGeometry?field=code:string", "x", "memory")
    codes = [entry.code for entry in expression_values._KEPT.on("grunnkrets").entries()][:400]
    layer.dataProvider().addFeatures([row(layer, code) for code in codes])
    sources = [layer.dataProvider().featureSource() for _ in range(4)]
    counts = []

    def draw(task, source):
        request = QgsFeatureRequest().setFilterExpression("klass_name(\"code\", 'grunnkrets') is not null")
        counts.append(sum(1 for _ in source.getFeatures(request)))

    tasks = [QgsTask.fromFunction("draw", draw, source) for source in sources]
    for task in tasks:
        QgsApplication.taskManager().addTask(task)
    for task in tasks:
        assert task.waitForFinished(20000)
    assert counts == [len(codes)] * 4
