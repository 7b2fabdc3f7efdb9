"""Codes through time in Processing, against the stand-in: what a script, a model or an analyst would run."""

import datetime
import json

import pytest
from klasskart.clients import http
from klasskart.gis.provider import KlasskartProvider
from qgis.core import (
    NULL,
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from standin import Standin

pytestmark = pytest.mark.usefixtures("qgis_app", "qgis_new_project", "registry")


@pytest.fixture(scope="module")
def standin():
    with Standin(today=datetime.date(2026, 10, 1)) as running:
        yield running


@pytest.fixture(scope="module")
def registry(qgis_app, standin, tmp_path_factory):
    """The provider, pointed at the stand-in."""
    with pytest.MonkeyPatch.context() as patch:
        for variable, value in standin.environment().items():
            patch.setenv(variable, value)
        patch.setenv("KLASSKART_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        registry = QgsApplication.processingRegistry()
        provider = KlasskartProvider()
        registry.addProvider(provider)
        yield registry
        registry.removeProvider(provider)


class Told(QgsProcessingFeedback):
    """Keeps what was said."""

    def __init__(self, stop=False):
        super().__init__(False)
        self.warnings, self.stop = [], stop

    def pushWarning(self, text):
        self.warnings.append(text)

    def isCanceled(self):
        return self.stop


def run(name, feedback=None, **parameters):
    """Run one of our algorithms; give its results with layers for outputs."""
    algorithm = QgsApplication.processingRegistry().algorithmById(f"klasskart:{name}").create()
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = feedback or Told()
    parameters.setdefault("OUTPUT", "TEMPORARY_OUTPUT")
    ok, why = algorithm.checkParameterValues(parameters, context)
    if not ok:
        raise QgsProcessingException(why)
    results, ok = algorithm.run(parameters, context, feedback, {}, False)
    assert ok
    for key, value in results.items():
        if isinstance(value, str) and key != "OUTPUT_HTML":
            results[key] = context.takeResultLayer(value) or QgsVectorLayer(value, key, "ogr")
    results["feedback"] = feedback
    return results


def rows(layer, *names):
    names = names or layer.fields().names()
    return [tuple(None if f[name] == NULL else f[name] for name in names) for f in layer.getFeatures()]


def table(*values, kind="string", figures="integer", squares=False, name="tall"):
    """A memory layer with a column of codes and one of figures, or of squares in a row."""
    shape = "MultiPolygon?crs=EPSG:25833&" if squares else "NoGeometry?"
    layer = QgsVectorLayer(f"{shape}field=knr:{kind}&field=folk:{figures}&field=navn:string", name, "memory")
    features = []
    for number, (code, figure) in enumerate(values):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([code, figure, "x"])
        if squares:
            feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(number, 0, number + 1, 1)))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


def on_disk(layer, folder):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", "tall"
    path = str(folder / "tall.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, QgsProject.instance().transformContext(), options)
    # In the project, which closes it: where an algorithm is refused, the error keeps its input alive until Python's very end,
    # when GDAL is gone.
    return QgsProject.instance().addMapLayer(QgsVectorLayer(f"{path}|layername=tall", "tall", "ogr"), False)


# --- recode -----------------------------------------------------------------------

OLD = [("0101", 1), ("0104", 2), ("0136", 4), ("0301", 8), (None, 16), ("9999", 32), ("xx", 64)]
NEW = [
    ("3101", "Halden", "renumbered", "0101 → 3001 (2020-01-01) → 3101 (2024-01-01)"),
    ("3103", "Moss", "merged", "0104 → 3002 (2020-01-01) → 3103 (2024-01-01)"),
    ("3103", "Moss", "merged", "0136 → 3002 (2020-01-01) → 3103 (2024-01-01)"),
    ("0301", "Oslo", "unchanged", None),
    (None, None, "unknown", None),
    ("9999", "Uoppgitt", "unchanged", None),
    (None, None, "unknown", None),
]
NEW_FIELDS = ("new_code", "new_name", "recode_status", "recode_chain")
FROM_2019 = {"FIELD": "knr", "CLASSIFICATION": "131", "FROM_DATE": "2019-01-01", "TO_DATE": "2024-01-01"}


@pytest.mark.parametrize("disk", [False, True], ids=["from memory", "from disk"])
@pytest.mark.parametrize("output", ["TEMPORARY_OUTPUT", "new.gpkg", "new.geojson"])
def test_every_row_gets_its_new_code_name_status_and_chain(tmp_path, disk, output):
    layer = table(*OLD)
    output = str(tmp_path / output) if "." in output else output
    done = run("recode", INPUT=on_disk(layer, tmp_path) if disk else layer, OUTPUT=output, **FROM_2019)
    assert rows(done["OUTPUT"], *NEW_FIELDS) == NEW
    assert rows(done["OUTPUT"], "knr", "folk") == OLD
    assert (done["RENUMBERED"], done["MERGED"], done["UNKNOWN"], done["SPLIT"]) == (1, 2, 2, 0)


@pytest.mark.parametrize(("kind", "values"), [("integer", (101, 301)), ("double", (101.0, 301.0)), ("int8", (101, 301))])
def test_codes_as_numbers_are_read_with_their_zero(tmp_path, kind, values):
    layer = table(*((value, 1) for value in values), kind=kind)
    for given, output in ((layer, "TEMPORARY_OUTPUT"), (on_disk(layer, tmp_path), str(tmp_path / "new.gpkg"))):
        done = run("recode", INPUT=given, OUTPUT=output, **FROM_2019)
        assert rows(done["OUTPUT"], "new_code") == [("3101",), ("0301",)]


def test_a_column_that_mixes_reforms_needs_no_first_date():
    done = run("recode", INPUT=table(("0101", 1), ("3001", 1), ("3101", 1)), FIELD="knr", TO_DATE="2024-01-01")
    assert rows(done["OUTPUT"], "new_code", "recode_chain") == [
        ("3101", "0101 (2019-12-31) → 3001 (2020-01-01) → 3101 (2024-01-01)"),
        ("3101", "3001 (2023-12-31) → 3101 (2024-01-01)"),
        ("3101", "3101 (2024-01-01)"),
    ]


FROM_2020 = {"FIELD": "knr", "CLASSIFICATION": "kommune", "FROM_DATE": "2020-01-01", "TO_DATE": "2024-01-01"}


@pytest.mark.parametrize(("on_split", "code", "name"), [("empty", None, None), ("keep", "1507", "Ålesund")])
def test_a_split_is_not_guessed_and_all_its_successors_are_named(on_split, code, name):
    done = run("recode", INPUT=table(("1507", 1)), ON_SPLIT=on_split, **FROM_2020)
    assert rows(done["OUTPUT"], *NEW_FIELDS) == [(code, name, "split", "1507 → 1508, 1580 (2024-01-01)")]
    assert any("1508, 1580" in warning for warning in done["feedback"].warnings)


def choices(*rows):
    layer = QgsVectorLayer("NoGeometry?field=old_code:string&field=new_code:string&field=weight:double", "valg", "memory")
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        layer.dataProvider().addFeature(feature)
    return layer


def test_the_users_choice_settles_a_split():
    done = run("recode", INPUT=table(("1507", 1)), CHOICES=choices(("1507", "1580", None)), **FROM_2020)
    assert rows(done["OUTPUT"], "new_code", "new_name", "recode_status") == [("1580", "Haram", "split")]
    assert done["feedback"].warnings == []


def test_a_choice_that_klass_does_not_have_stops_with_the_ones_it_has():
    with pytest.raises(QgsProcessingException, match="1508, 1580"):
        run("recode", INPUT=table(("1507", 1)), CHOICES=choices(("1507", "1506", None)), **FROM_2020)


def test_figures_and_shapes_of_merged_units_become_one():
    values = [("0104", 2), ("0136", 4), ("0301", 8)]
    done = run("recode", INPUT=table(*values, squares=True), SUM_FIELDS=["folk"], **FROM_2019)
    layer = done["OUTPUT"]
    assert rows(layer, "new_code", "folk", "navn", "knr", "recode_status") == [
        ("0301", 8, "x", "0301", "unchanged"),
        ("3103", 6, "x", None, "merged"),
    ]
    moss = next(feature for feature in layer.getFeatures() if feature["new_code"] == "3103")
    assert moss["recode_chain"].split("; ")[1].startswith("0136 → 3002")
    assert moss.geometry().isGeosEqual(QgsGeometry.fromRect(QgsRectangle(0, 0, 2, 1)))


def test_nothing_gets_lost_where_figures_are_added_up(tmp_path):
    done = run("recode", INPUT=on_disk(table(*OLD), tmp_path), SUM_FIELDS="folk", **FROM_2019)
    found = {row[0]: row[1:] for row in rows(done["OUTPUT"], "new_code", "folk", "recode_status")}
    assert found[None] == (80, "unknown")
    assert sum(row[0] for row in found.values()) == 127


@pytest.mark.parametrize("figures", ["integer", "double"])
@pytest.mark.parametrize("kind", ["string", "integer"])
def test_a_file_adds_up_by_itself_to_the_same_as_row_by_row(tmp_path, figures, kind):
    values = [(code if kind == "string" else int(code), figure) for code, figure in OLD if code != "xx" and code]
    values += [*values, (None, 3), (values[0][0], None), (None, None)]
    layer = table(*values, kind=kind, figures=figures)
    layer.startEditing()
    layer.changeAttributeValue(1, 2, "y")  # so that not all of them say the same
    layer.commitChanges()
    written = on_disk(layer, tmp_path)
    names = ("new_code", "new_name", "knr", "folk", "navn", "recode_status", "recode_chain")
    one, other = (run("recode", INPUT=given, SUM_FIELDS="folk", **FROM_2019)["OUTPUT"] for given in (layer, written))
    assert rows(one, *names) == rows(other, *names)
    assert {row[4] for row in rows(one, *names)} == {"x", None}


@pytest.mark.parametrize("disk", [False, True], ids=["from memory", "from disk"])
@pytest.mark.parametrize("figures", [(5,), (5, -5)])
def test_a_sum_over_a_split_is_refused_with_the_reason(tmp_path, disk, figures):
    layer = table(*(("1507", figure) for figure in figures), ("0301", 1))
    with pytest.raises(QgsProcessingException, match=r"folk.*1507 Ålesund.*1508, 1580"):
        run("recode", INPUT=on_disk(layer, tmp_path) if disk else layer, SUM_FIELDS="folk", **FROM_2020)


@pytest.mark.parametrize("texts", [("12", "ukjent"), ("0012", "7")])
def test_text_that_is_not_all_figures_is_not_added_up(texts):
    layer = table(("0104", texts[0]), ("0136", texts[1]), figures="string")
    with pytest.raises(QgsProcessingException, match="folk"):
        run("recode", INPUT=layer, SUM_FIELDS="folk", **FROM_2019)


def test_figures_that_are_text_are_added_up_without_the_marks_of_missing_ones():
    layer = table(("0104", "1 200"), ("0136", "34"), ("0136", ":"), figures="string")
    done = run("recode", INPUT=layer, SUM_FIELDS="folk", **FROM_2019)
    assert rows(done["OUTPUT"], "new_code", "folk") == [("3103", 1234)]


def test_weights_share_a_figure_out():
    weights = choices(("1507", "1508", 3), ("1507", "1580", 1))
    done = run("recode", INPUT=table(("1507", 10), ("1507", 2)), CHOICES=weights, SUM_FIELDS="folk", **FROM_2020)
    assert rows(done["OUTPUT"], "new_code", "new_name", "folk") == [("1508", "Ålesund", 9.0), ("1580", "Haram", 3.0)]


def test_a_shape_is_not_shared_out_and_that_is_said():
    weights = choices(("1507", "1508", 3), ("1507", "1580", 1))
    given = table(("1507", 12), ("1505", 5), squares=True)
    done = run("recode", INPUT=given, CHOICES=weights, SUM_FIELDS="folk", **FROM_2020)
    shapes = {feature["new_code"]: feature.geometry().isNull() for feature in done["OUTPUT"].getFeatures()}
    assert shapes == {"1505": False, "1508": True, "1580": True}
    assert [warning for warning in done["feedback"].warnings if "1507" in warning]


def test_the_way_back_in_time():
    dates = {"FROM_DATE": "2024-01-01", "TO_DATE": "2019-06-01"}
    done = run("recode", INPUT=table(("3101", 1), ("1580", 1), ("3103", 1)), **{**FROM_2019, **dates})
    assert rows(done["OUTPUT"], "new_code", "recode_status") == [("0101", "renumbered"), (None, "split"), (None, "split")]


def test_a_grunnkrets_follows_its_kommune():
    done = run("recode", INPUT=table(("30010102", 1), ("30010100", 1)), **{**FROM_2020, "CLASSIFICATION": "grunnkrets"})
    assert [code[:4] for (code,) in rows(done["OUTPUT"], "new_code")] == ["3101", "3101"]


def test_a_classification_without_change_tables_says_so_and_does_the_rest():
    regions = {**FROM_2020, "CLASSIFICATION": "108"}
    done = run("recode", INPUT=table(("03001", 1)), **regions)
    assert rows(done["OUTPUT"], "new_code") == [("03001",)]
    assert len(done["feedback"].warnings) == 4


def test_an_empty_layer_gives_an_empty_one():
    assert rows(run("recode", INPUT=table(), **FROM_2019)["OUTPUT"]) == []
    assert rows(run("recode", INPUT=table(), SUM_FIELDS="folk", **FROM_2019)["OUTPUT"]) == []


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ({"FIELD": "nei"}, "nei"),
        ({"CLASSIFICATION": "skoler"}, "skoler"),
        ({"CLASSIFICATION": "99999"}, "99999"),
        ({"FROM_DATE": "1500-01-01"}, "1.1.1500"),
        ({"FROM_DATE": "i fjor"}, "i fjor"),
        ({"SUM_FIELDS": "navn"}, "navn"),
        ({"SUM_FIELDS": "nei"}, "nei"),
        ({"CHOICES": table}, "old_code"),
    ],
)
def test_what_can_not_be_done_is_said_in_words(named, words):
    named = {key: value() if callable(value) else value for key, value in named.items()}
    with pytest.raises(QgsProcessingException, match=words):
        run("recode", INPUT=table(("0101", 1)), **{**FROM_2019, **named})


def test_ten_thousand_kinds_of_garbage_are_unknown():
    done = run("recode", INPUT=table(*((f"søppel {n}", n) for n in range(10_000))), **FROM_2019)
    assert done["UNKNOWN"] == done["OUTPUT"].featureCount() == 10_000


def test_a_taken_name_of_a_field_gets_a_number():
    first = run("recode", INPUT=table(("0101", 1)), **{**FROM_2019, "TO_DATE": "2020-01-01"})["OUTPUT"]
    second = run("recode", INPUT=first, **{**FROM_2020, "FIELD": "new_code"})["OUTPUT"]
    assert rows(second, "new_code", "new_code_2") == [("3001", "3101")]


def test_stopping_leaves_no_layer():
    with pytest.raises(QgsProcessingException, match="Stopped"):
        run("recode", Told(stop=True), INPUT=table(("0101", 1)), **FROM_2019)


# --- diagnose -----------------------------------------------------------------------

DIAGNOSIS = ("classification", "level", "date_from", "date_to", "distinct", "matched", "share", "problem", "example", "repair")


@pytest.mark.parametrize("disk", [False, True], ids=["memory", "geopackage"])
def test_the_years_of_a_column_are_told_the_best_first(tmp_path, disk):
    layer = table(("3001", 1), ("3005", 2), ("1507", 3), ("0301", 4), ("301", 5), ("9999", 6), ("xx", 7), (None, 8))
    done = run("diagnose", INPUT=on_disk(layer, tmp_path) if disk else layer)
    assert done["OUTPUT"].fields().names()[-len(DIAGNOSIS) :] == list(DIAGNOSIS)
    told = rows(done["OUTPUT"], *DIAGNOSIS)
    assert told[0] == (131, "1", "2020-01-01", "2024-01-01", 5, 4, 0.8, None, "xx", None)
    assert [row[7:] for row in told if row[7]] == [
        ("lost_zero", "301", "0301"),
        ("malformed", "xx", None),
        ("duplicate", "0301", None),
        ("filler", "9999", None),
    ]


def test_the_report_is_a_page_that_stands_alone(tmp_path):
    page = tmp_path / "rapport.html"
    run("diagnose", INPUT=table(("3001", 1), ("1507", 1), ("301", 1), name="<b>tall</b>"), OUTPUT_HTML=str(page))
    text = page.read_text("utf-8")
    for words in ("Kommuner, 2020–2023", "100 %", "301 → 0301", "&lt;b&gt;tall&lt;/b&gt;", "knr", "1.10.2026", "CC BY 4.0"):
        assert words in text
    assert "http" not in text
    assert "<b>" not in text


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (("3001", "1507", "0101"), ("Kommuner, mostly 2020–2023", "At most 2 of 3 codes", "without a first date")),
        (("0101", "3001", "3101"), ("Kommuner from several divisions", "At most 1 of 3 codes", "without a first date")),
        (("3001", "1507"), ("Kommuner, 2020–2023", "2 of 2 codes applied then", "from 1.1.2020")),
        (("3101", "1508"), ("Kommuner, 2024–", "2 of 2 codes applied then")),
        (("Oslo", "Halden"), ("Names of kommuner, not codes", "Oslo → 0301")),
        (("a b", "c d"), ("No codes that Klass knows",)),
    ],
)
def test_the_report_says_first_what_the_column_holds(tmp_path, codes, words):
    page = tmp_path / "rapport.html"
    run("diagnose", INPUT=table(*((code, 1) for code in codes)), FIELD="knr", OUTPUT_HTML=str(page))
    text = page.read_text("utf-8")
    assert f"<h1>{words[0]}</h1>" in text
    assert all(some in text for some in words)


def test_names_are_told_apart_by_fylke():
    told = rows(run("diagnose", INPUT=table(("Oslo", 1), ("Herøy", 1)), FIELD="knr")["OUTPUT"], "problem", "example", "repair")
    assert told == [
        ("name", "Oslo", "0301"),
        ("name", "Herøy", "1515 Herøy (Møre og Romsdal); 1818 Herøy (Nordland - Nordlánnda)"),
    ]


def test_a_layer_without_codes_is_said_in_words():
    layer = QgsVectorLayer("NoGeometry?field=tekst:string", "Notater", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["hei på deg"])
    layer.dataProvider().addFeature(feature)
    with pytest.raises(QgsProcessingException, match="Notater"):
        run("diagnose", INPUT=layer)
    with pytest.raises(QgsProcessingException, match="nei"):
        run("diagnose", INPUT=layer, FIELD="nei")


# --- changes ------------------------------------------------------------------------

CHANGE = ("old_code", "old_name", "new_code", "new_name", "change_date", "kind")
KOMMUNER = {"CLASSIFICATION": "kommune"}


def test_changes_are_those_after_the_first_day_up_to_and_including_the_last():
    done = run("changes", FROM_DATE="2020-01-01", TO_DATE="2024-01-01", **KOMMUNER)
    told = rows(done["OUTPUT"])
    assert done["OUTPUT"].fields().names()[-6:] == list(CHANGE)
    assert done["COUNT"] == len(told)
    assert {row[4] for row in told} <= {"2022-01-01", "2023-01-01", "2024-01-01"}
    assert ("1507", "Ålesund", "1580", "Haram", "2024-01-01", "split") in told
    kinds = [row[5] for row in told if row[4] == "2024-01-01"]
    assert (kinds.count("renumbered"), kinds.count("split")) == (113, 2)


def test_no_time_has_no_changes_and_time_does_not_run_backwards():
    assert run("changes", FROM_DATE="2024-01-01", TO_DATE="2024-01-01", **KOMMUNER)["COUNT"] == 0
    assert run("changes", **KOMMUNER)["COUNT"] == 0
    with pytest.raises(QgsProcessingException, match=r"1\.1\.2023"):
        run("changes", FROM_DATE="2024-01-01", TO_DATE="2023-01-01", **KOMMUNER)


def test_that_nothing_can_have_changed_on_one_day_is_said():
    """Both dates left empty: as the dialog has them at first."""
    done = run("changes", CLASSIFICATION="kommune")
    (warning,) = done["feedback"].warnings
    assert "earlier first date" in warning and done["COUNT"] == 0


def test_what_is_decided_for_a_day_to_come_is_a_change_of_that_day():
    told = rows(run("changes", FROM_DATE="2026-06-01", TO_DATE="2027-01-01", **KOMMUNER)["OUTPUT"], *CHANGE)
    assert [row[0] for row in told if row[5] == "merged"] == ["1106", "1151"]


def test_changes_that_klass_has_no_table_for_are_an_error_with_its_words():
    with pytest.raises(QgsProcessingException, match="no change table"):
        run("changes", CLASSIFICATION="108", FROM_DATE="2020-01-01", TO_DATE="2022-01-01")


def test_changes_not_published_in_a_language_come_in_bokmal_and_that_is_said():
    done = run("changes", CLASSIFICATION="bydel", FROM_DATE="2019-01-01", TO_DATE="2021-01-01", LANGUAGE="en")
    assert done["COUNT"] > 0
    assert len(done["feedback"].warnings) == 1


# --- correspondence ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        ("kommune", "fylke", ("0301", "Oslo", "03", "Oslo", None, None)),
        ("104", "131", ("03", "Oslo", "0301", "Oslo", None, None)),
        ("grunnkrets", "bydel", ("03010101", None, "030116", None, None, None)),
    ],
)
def test_a_correspondence_has_either_direction(source, target, pair):
    told = rows(run("correspondence", SOURCE=source, TARGET=target, DATE="2024-01-01")["OUTPUT"])
    row = next(row for row in told if (row[0], row[2]) == (pair[0], pair[2]))
    assert all(asked is None or asked == got for asked, got in zip(pair, row))
    assert row[4:] == (None, None)


def test_a_correspondence_over_a_period_says_when_each_pair_applied():
    dates = {"DATE": "2019-06-01", "TO_DATE": "2024-07-01"}
    told = rows(run("correspondence", SOURCE="kommune", TARGET="fylke", **dates)["OUTPUT"])
    found = {(row[0], row[2]): row[4:] for row in told}
    assert found["0101", "01"] == ("2019-06-01", "2020-01-01")
    assert found["3001", "30"] == ("2020-01-01", "2024-01-01")
    assert found["3101", "31"] == ("2024-01-01", "2024-07-01")
    assert found["1103", "11"] == ("2019-06-01", "2024-07-01")


def test_two_classifications_without_a_table_are_both_named():
    with pytest.raises(QgsProcessingException, match=r"fylkesinndeling.*bydelsinndeling"):
        run("correspondence", SOURCE="fylke", TARGET="bydel", DATE="2024-01-01")
    with pytest.raises(QgsProcessingException, match="99999"):
        run("correspondence", SOURCE="fylke", TARGET="99999", DATE="2024-01-01")


def test_where_there_is_no_table_it_is_said_what_to_do_and_what_klass_said():
    with pytest.raises(QgsProcessingException, match=r"no table between fylker and bydeler on 1\.1\.2024.*Klass says"):
        run("correspondence", SOURCE="fylke", TARGET="bydel", DATE="2024-01-01")
    with pytest.raises(QgsProcessingException, match=r"between fylker and bydeler on 1\.1\.2021–31\.12\.2023"):
        run("correspondence", SOURCE="fylke", TARGET="bydel", DATE="2021-01-01", TO_DATE="2024-01-01")


def test_a_table_without_rows_is_an_empty_result():
    # Tables between grunnkretser and bydeler are there, but none has a row for a delområde.
    assert run("correspondence", SOURCE="delomrade", TARGET="bydel", DATE="2024-01-01")["COUNT"] == 0
    assert run("correspondence", SOURCE="grunnkrets", TARGET="bydel", DATE="2024-01-01")["COUNT"] > 1000


def test_a_period_reads_both_ways_alike():
    dates = {"DATE": "2019-06-01", "TO_DATE": "2024-07-01"}
    there = rows(run("correspondence", SOURCE="kommune", TARGET="fylke", **dates)["OUTPUT"])
    back = rows(run("correspondence", SOURCE="fylke", TARGET="kommune", **dates)["OUTPUT"])
    assert sorted(there) == sorted((row[2], row[3], row[0], row[1], *row[4:]) for row in back)


def test_a_table_that_is_not_published_in_a_language_comes_in_bokmal_and_that_is_said():
    done = run("correspondence", SOURCE="bydel", TARGET="grunnkrets", DATE="2024-01-01", LANGUAGE="en")
    assert done["COUNT"] > 0
    assert len(done["feedback"].warnings) == 1


@pytest.mark.parametrize(
    ("dates", "words"),
    [({"DATE": "1900-01-01"}, "1.1.1900"), ({"DATE": "2024-01-01", "TO_DATE": "2020-01-01"}, "1.1.2020")],
)
def test_days_that_no_version_has_and_periods_the_wrong_way_are_errors(dates, words):
    with pytest.raises(QgsProcessingException, match=words):
        run("correspondence", SOURCE="kommune", TARGET="fylke", **dates)


# --- classifications --------------------------------------------------------------


def test_every_classification_is_listed_by_id_with_its_link():
    done = run("classifications")
    told = rows(done["OUTPUT"])
    assert [row[0] for row in told] == [1, 2, 6, 19, 103, 104, 108, 128, 131, 745]
    assert told[0][1:4] == ("Standard for delområde- og grunnkretsinndeling", "Klassifikasjon", None)
    assert told[0][5].endswith("/classifications/1")
    assert done["COUNT"] == len(told)


def test_a_search_gives_each_classification_once_and_null_for_what_it_does_not_say():
    told = rows(run("classifications", QUERY="bydel")["OUTPUT"])
    assert [(row[0], row[2], row[3], row[4]) for row in told] == [(103, None, "nb", None)]
    assert [row[3] for row in rows(run("classifications", QUERY="bydel", LANGUAGE="en")["OUTPUT"])] == ["en"]


def test_a_number_finds_the_classification_that_has_it_and_nonsense_finds_nothing():
    assert [row[0] for row in rows(run("classifications", QUERY="131")["OUTPUT"])] == [131]
    assert rows(run("classifications", QUERY="99999")["OUTPUT"]) == []
    assert rows(run("classifications", QUERY="qwerty æøå")["OUTPUT"]) == []


# --- trouble -------------------------------------------------------------------------


@pytest.mark.parametrize("named", [{"CLASSIFICATION": "99999"}, {"CLASSIFICATION": "-1"}, {"CLASSIFICATION": "1.5"}])
@pytest.mark.parametrize("name", ["codes", "changes", "recode"])
def test_a_classification_that_is_not_there_is_named_whatever_is_asked(name, named):
    more = {"INPUT": table(("0101", 1)), "FIELD": "knr"} if name == "recode" else {}
    with pytest.raises(QgsProcessingException, match=f"no classification {named['CLASSIFICATION']}"):
        run(name, **named, **more)


@pytest.mark.parametrize(
    ("name", "date"), [("codes", "DATE"), ("changes", "FROM_DATE"), ("correspondence", "TO_DATE"), ("recode", "TO_DATE")]
)
def test_a_date_that_is_none_is_said_before_anything_is_asked(name, date, standin):
    asked = len(standin.requests)
    more = {"INPUT": table(("0101", 1)), "FIELD": "knr"} if name == "recode" else {}
    with pytest.raises(QgsProcessingException, match="2023-02-30"):
        run(name, **{date: "2023-02-30"}, **more)
    assert len(standin.requests) == asked


@pytest.mark.parametrize(
    ("kind", "values", "strange"),
    [("integer", (301, 3001), None), ("double", (301.0, 3001.0, 1.5), "1.5"), ("string", (), None)],
)
def test_a_diagnosis_reads_numbers_as_codes_and_of_nothing_is_empty(kind, values, strange):
    told = rows(run("diagnose", INPUT=table(*((value, 1) for value in values), kind=kind), FIELD="knr")["OUTPUT"], *DIAGNOSIS)
    problems = {row[7]: row[8:] for row in told if row[7]}
    assert problems == ({"lost_zero": ("301", "0301"), **({"malformed": (strange, None)} if strange else {})} if values else {})
    assert [row[2] for row in told[:1]] == (["2020-01-01"] if values else [])


def test_ten_thousand_kinds_of_garbage_have_a_diagnosis_of_one_line():
    garbage = table(*((f"søppel {n}", n) for n in range(10_000)))
    told = rows(run("diagnose", INPUT=garbage, FIELD="knr")["OUTPUT"], *DIAGNOSIS)
    assert [row[4:] for row in told] == [(10_000, 10_000, None, "unknown", "søppel 0", None)]


@pytest.mark.parametrize(("unit", "is_delomrade"), [("delomrade", {True}), ("grunnkrets", {False}), ("1", {True, False})])
def test_changes_of_delomrader_and_of_grunnkretser_are_told_apart_by_name(unit, is_delomrade):
    told = rows(run("changes", CLASSIFICATION=unit, FROM_DATE="2023-12-31", TO_DATE="2024-01-01")["OUTPUT"])
    assert {(row[2] or row[0]).endswith("00") for row in told} == is_delomrade


def test_what_a_service_that_is_down_leaves_is_served_with_its_age(monkeypatch, tmp_path):
    monkeypatch.setenv("KLASSKART_CACHE_DIR", str(tmp_path))
    asked = {
        "classifications": {},
        "codes": {"CLASSIFICATION": "131", "DATE": "2024-01-01"},
        "changes": {"CLASSIFICATION": "131", "FROM_DATE": "2023-12-31", "TO_DATE": "2024-01-01"},
        "correspondence": {"DATE": "2024-01-01"},
        "recode": {"INPUT": table(("1507", 1), ("0301", 1)), **FROM_2020},
        "diagnose": {"INPUT": table(("3001", 1)), "FIELD": "knr"},
        "join": {"INPUT": table(("3101", 1)), "FIELD": "knr", "CLASSIFICATION": "131", "DATE": "2024-01-01"},
    }
    before = {name: rows(run(name, **named)["OUTPUT"]) for name, named in asked.items()}
    long_ago = datetime.datetime(2025, 5, 17, 12)
    for path in tmp_path.rglob("*.json"):
        age_kept(path, long_ago)
    monkeypatch.setenv("KLASSKART_KLASS_URL", "http://127.0.0.1:9/klass")
    monkeypatch.setattr(http, "PAUSES", ())
    for name, named in asked.items():
        done = run(name, **named)
        assert rows(done["OUTPUT"]) == before[name], name
        assert any("17.5.2025" in warning for warning in done["feedback"].warnings), name


def age_kept(path, moment):
    """Make what is kept old, as if it had been fetched then."""
    kept = json.loads(path.read_text("utf-8"))
    text = moment.isoformat()
    if path.name.startswith("change-tables"):
        kept["value"] = {day: [*row[:3], text] for day, row in kept["value"].items()}
    kept["stored"] = text
    path.write_text(json.dumps(kept), "utf-8")
