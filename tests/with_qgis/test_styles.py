"""How boundaries look: every unit has a style that reads without complaint, names in the languages that are preferred."""

import json

import pytest
from klasskart.core.units import UNITS
from klasskart.gis import styles
from klasskart.gis.settings import Settings
from klasskart.work.conversion import convert
from klasskart.work.stored_styles import forget_style, store_style, style_file
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsField,
    QgsRenderContext,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QVariant
from qgis.PyQt.QtGui import QColor

pytestmark = pytest.mark.usefixtures("qgis_app", "qgis_new_project")
FYLKER = "geonorge/Basisdata_0000_Norge_25833_Fylker_GeoJSON.zip"
AREAS = [unit for unit in UNITS.values() if not unit.is_border]
BORDERS = [unit for unit in UNITS.values() if unit.is_border]


@pytest.fixture(autouse=True)
def settings():
    found = Settings()
    found.set("map/names", "")
    yield found
    found.set("map/names", "")


def made(unit, rows=()):
    """A layer in memory with what the specification has of a unit."""
    fields = ["avgrensningstype"] if unit.is_border else [unit.code_field, unit.name_field, "administrativenhetnavn"]
    kind = "LineString" if unit.is_border else "MultiPolygon"
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:25833&{'&'.join(f'field={name}:string' for name in fields)}", unit.key, "memory")
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        layer.dataProvider().addFeature(feature)
    return layer


def labels(layer):
    """What the labels of a layer say, in the order of its features."""
    found = layer.labeling().settings()
    expression = QgsExpression(found.fieldName if found.isExpression else QgsExpression.quotedColumnRef(found.fieldName))
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    assert expression.prepare(context), expression.evalErrorString()
    texts = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        texts.append(expression.evaluate(context))
        assert not expression.hasEvalError(), expression.evalErrorString()
    return texts


# --- the styles -----------------------------------------------------------------------------


@pytest.mark.parametrize("unit", UNITS.values(), ids=list(UNITS))
def test_every_style_reads_without_complaint(unit):
    heard = []
    log = QgsApplication.messageLog()
    log.messageReceived.connect(lambda *said: heard.append(said))
    layer = made(unit)
    words, read = layer.loadNamedStyle(str(style_file(unit.key)))
    assert read and not words and not heard
    assert layer.labelsEnabled() is not unit.is_border


@pytest.mark.parametrize("unit", AREAS, ids=[unit.key for unit in AREAS])
def test_areas_have_quiet_fills_and_labels_where_they_have_room(unit):
    layer = made(unit)
    styles.apply(layer, unit.key)
    symbol, labeling = layer.renderer().symbol(), layer.labeling().settings()
    assert symbol.color().alphaF() < 0.2, "the map beneath has to be read"
    assert labeling.scaleVisibility and labeling.format().buffer().enabled()
    assert unit.name_field in labeling.fieldName


def luminance(color: QColor) -> float:
    parts = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in color.getRgbF()[:3])
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts))


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("unit", AREAS, ids=[unit.key for unit in AREAS])
@pytest.mark.parametrize("canvas", ["#ffffff", "#e6e6e6", "#d8ead0", "#fbf3d5", "#cfe4f2"], ids=["white", "grey", *"fgs"])
def test_names_and_outlines_are_read_on_white_on_grey_and_on_topo(unit, canvas):
    layer = made(unit)
    styles.apply(layer, unit.key)
    text = layer.labeling().settings().format().color()
    outline = layer.renderer().symbol().symbolLayer(0).strokeColor()
    assert contrast(text, QColor(canvas)) >= 4.5 and contrast(outline, QColor(canvas)) >= 3


def test_units_inside_each_other_are_told_apart():
    looks = {}
    for unit in AREAS:
        layer = made(unit)
        styles.apply(layer, unit.key)
        line = layer.renderer().symbol().symbolLayer(0)
        looks[unit.key] = (line.strokeColor().name(), line.strokeWidth())
    assert len({color for color, _ in looks.values()}) == len(AREAS)
    widths = [looks[key][1] for key in ("fylke", "kommune", "delomrade", "grunnkrets")]
    assert all(wide > narrow for wide, narrow in zip(widths, widths[1:]))


def test_a_style_touches_nothing_but_the_drawing():
    layer = made(UNITS["kommune"])
    layer.addExpressionField("'x'", QgsField("more", QVariant.String))
    styles.apply(layer, "kommune")
    assert "more" in layer.fields().names()


# --- borders ----------------------------------------------------------------------------------


@pytest.mark.parametrize("unit", BORDERS, ids=[unit.key for unit in BORDERS])
def test_borders_differ_by_kind_and_unknown_kinds_are_drawn_too(unit):
    kinds = ["Riksgrense", "Fylkesgrense", "Territorialgrense", "Havgrense", None]
    layer = made(unit, [[kind] for kind in kinds])
    styles.apply(layer, unit.key)
    renderer, context = layer.renderer().clone(), QgsRenderContext()
    renderer.startRender(context, layer.fields())
    widths = []
    for feature in layer.getFeatures():
        symbol = renderer.symbolForFeature(feature, context)
        widths.append((symbol.symbolLayer(0).width(), symbol.symbolLayer(0).penStyle()))
    renderer.stopRender(context)
    assert len(set(widths)) == 4 and widths[3] == widths[4]
    assert widths[0] == max(widths, key=lambda one: one[0])


def test_kinds_of_borders_are_named_in_the_users_language():
    layer = made(UNITS["kommunegrense"])
    styles.apply(layer, "kommunegrense")
    assert [category.label() for category in layer.renderer().categories()] == [
        "National border",
        "Border of fylker",
        "Border of kommuner",
        "Territorial limit at sea",
        "Agreed line at sea",
        "Other borders",
    ]


# --- names ------------------------------------------------------------------------------------

KAUTOKEINO = [
    {"navn": "Kautokeino", "rekkefolge": "2", "sprak": "nor"},
    {"navn": "Guovdageaidnu", "rekkefolge": "1", "sprak": "sme"},
]
PORSANGER = [
    {"navn": "Porsanki", "rekkefolge": "3", "sprak": "fkv"},
    {"navn": "Porsanger", "rekkefolge": "1", "sprak": "nor"},
    {"navn": "Porsáŋgu", "rekkefolge": "2", "sprak": "sme"},
]
HOYLAND = [{"navn": "Aurskog-Høland", "rekkefolge": "", "sprak": "nor"}]
ROWS = [
    ["5612", "Guovdageaidnu - Kautokeino", json.dumps(KAUTOKEINO, ensure_ascii=False)],
    ["5622", "Porsanger - Porsáŋgu - Porsanki", json.dumps(PORSANGER, ensure_ascii=False)],
    ["3226", "Aurskog-Høland", json.dumps(HOYLAND, ensure_ascii=False)],
    ["0301", "Oslo - Oslove", None],
    ["9999", None, None],
]


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        ("", ["Guovdageaidnu - Kautokeino", "Porsanger - Porsáŋgu - Porsanki", "Aurskog-Høland", "Oslo - Oslove"]),
        ("norwegian", ["Kautokeino", "Porsanger", "Aurskog-Høland", "Oslo - Oslove"]),
        ("sami", ["Guovdageaidnu", "Porsáŋgu", "Aurskog-Høland", "Oslo - Oslove"]),
        ("kven", ["Guovdageaidnu - Kautokeino", "Porsanki", "Aurskog-Høland", "Oslo - Oslove"]),
        ("klingon", ["Guovdageaidnu - Kautokeino", "Porsanger - Porsáŋgu - Porsanki", "Aurskog-Høland", "Oslo - Oslove"]),
    ],
)
def test_kommuner_are_labelled_in_the_languages_that_are_preferred(settings, names, wanted):
    settings.set("map/names", names)
    layer = made(UNITS["kommune"], ROWS)
    styles.apply(layer, "kommune")
    assert labels(layer)[:4] == wanted
    assert not labels(layer)[4]


def test_several_names_of_one_language_stand_in_their_order(settings):
    settings.set("map/names", "sami")
    names = [
        {"navn": "Hábmer", "rekkefolge": "2", "sprak": "smj"},
        {"navn": "Hamarøy", "rekkefolge": "1", "sprak": "nor"},
        {"navn": "Andre", "rekkefolge": "10", "sprak": "sma"},
    ]
    layer = made(UNITS["kommune"], [["1875", "Hamarøy - Hábmer - Andre", json.dumps(names)]])
    styles.apply(layer, "kommune")
    assert labels(layer) == ["Hábmer - Andre"]


def test_names_in_several_languages_stand_below_each_other():
    layer = made(UNITS["kommune"], ROWS)
    styles.apply(layer, "kommune")
    assert layer.labeling().settings().wrapChar == " - "


@pytest.mark.parametrize("key", ["bydel", "delomrade", "grunnkrets"])
def test_units_without_a_name_are_labelled_by_number(key):
    layer = made(UNITS[key], [["030101", "Gamle Oslo", None], ["030102", "", None], ["030103", None, None]])
    styles.apply(layer, key)
    assert labels(layer) == ["Gamle Oslo", "030102", "030103"]


def test_labels_follow_a_changed_preference_and_those_somebody_made_stay():
    ours, theirs = made(UNITS["kommune"], ROWS), made(UNITS["kommune"], ROWS)
    for layer in (ours, theirs):
        styles.apply(layer, "kommune")
    changed = theirs.labeling().settings()
    changed.fieldName = "kommunenummer"
    theirs.setLabeling(QgsVectorLayerSimpleLabeling(changed))
    for layer in (ours, theirs):
        styles.rename(layer, "kommune", "sami")
    assert (labels(ours)[0], labels(theirs)[0]) == ("Guovdageaidnu", "5612")


def test_a_layer_without_the_field_of_names_is_not_labelled():
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:25833&field=kommunenummer:string", "x", "memory")
    styles.apply(layer, "kommune")
    assert not layer.labelsEnabled()


# --- real files, and what lies in them ----------------------------------------------------------


@pytest.fixture(scope="module")
def fylker(shared, tmp_path_factory):
    folder = tmp_path_factory.mktemp("fylker")
    for key in ("fylke", "fylkesgrense"):
        convert([shared / "data" / FYLKER], UNITS[key], folder / f"{key}.gpkg", layer=key)
    return folder


@pytest.mark.parametrize(
    ("names", "some"),
    [
        ("", {"Finnmark - Finnmárku - Finmarkku", "Troms - Romsa - Tromssa", "Møre og Romsdal"}),
        ("norwegian", {"Finnmark", "Troms", "Nordland", "Møre og Romsdal"}),
        ("sami", {"Finnmárku", "Romsa", "Nordlánnda", "Trööndelage", "Oslo"}),
        ("kven", {"Finmarkku", "Tromssa", "Nordland - Nordlánnda"}),
    ],
)
def test_real_fylker_are_labelled_in_their_languages(fylker, settings, names, some):
    settings.set("map/names", names)
    layer = QgsVectorLayer(f"{fylker / 'fylke.gpkg'}|layername=fylke", "x", "ogr")
    styles.apply(layer, "fylke")
    assert layer.labeling().settings().fieldName == styles.name_expression("fylkesnavn", names)
    assert some <= set(labels(layer)) and len(labels(layer)) == 15


def test_whoever_opens_a_real_file_sees_it_styled(fylker):
    opened = QgsVectorLayer(str(fylker / "fylke.gpkg"), "x", "ogr")
    assert opened.isValid() and opened.labelsEnabled()
    assert opened.renderer().symbol().symbolLayer(0).strokeWidth() == 0.5
    borders = QgsVectorLayer(str(fylker / "fylkesgrense.gpkg"), "x", "ogr")
    kinds = {category.value() for category in borders.renderer().categories()}
    place = borders.fields().indexOf("avgrensningstype")
    assert set(borders.uniqueValues(place)) <= kinds


def test_our_style_is_todays_whatever_an_older_file_holds(fylker, tmp_path):
    path = tmp_path / "old.gpkg"
    path.write_bytes((fylker / "fylke.gpkg").read_bytes())
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    store_style(dataset, "fylke", style_file("bydel").read_text("utf-8"))
    dataset = None
    layer = QgsVectorLayer(f"{path}|layername=fylke", "x", "ogr")
    styles.apply(layer, "fylke")
    assert layer.renderer().symbol().symbolLayer(0).strokeWidth() == 0.5


def test_a_style_takes_the_place_of_the_one_before(fylker, tmp_path):
    path = tmp_path / "copy.gpkg"
    path.write_bytes((fylker / "fylke.gpkg").read_bytes())
    for unit in ("kommune", "bydel"):
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        store_style(dataset, "fylke", style_file(unit).read_text("utf-8"))
        dataset = None
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    assert dataset.GetLayerByName("layer_styles").GetFeatureCount() == 1
    forget_style(dataset, "fylke")
    assert dataset.GetLayerByName("layer_styles").GetFeatureCount() == 0
    dataset = None
