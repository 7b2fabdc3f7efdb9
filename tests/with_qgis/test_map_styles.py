"""Figures on a map: every unit is drawn, the classes are those that were counted, and the former look comes back."""

import pytest
from klasskart.core.errors import FieldMissing, LayerGone
from klasskart.core.feedback import SILENT
from klasskart.gis import map_looks, map_styles
from klasskart.gis.map_styles import CATEGORIES, CIRCLES, COLOURS
from qgis.core import (
    QgsCentroidFillSymbolLayer,
    QgsFeature,
    QgsGeometry,
    QgsLayerMetadata,
    QgsLinePatternFillSymbolLayer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize, QVariant
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

SHARES = [1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 10.5, None, None]


def layer_of(values, kind="double", name="ledige", geometry="Polygon"):
    """Make a layer of squares side by side, one for each value, and put it into the project."""
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:25833&field=kommunenummer:string&field={name}:{kind}", "Kommuner", "memory")
    features = []
    for place, value in enumerate(values):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"{place:04}", value])
        box = QgsGeometry.fromRect(QgsRectangle(place * 100, 0, place * 100 + 100, 100))
        feature.setGeometry({"Polygon": box, "Point": box.centroid()}.get(geometry, QgsGeometry.fromWkt("LINESTRING(0 0,9 9)")))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def project(qgis_new_project):
    return QgsProject.instance()


def read(layer, *names):
    return map_styles.reading(layer, names)(SILENT)


def shown(layer, way=None, field=""):
    """Draw a layer after its figures in a way, else in the best one; give the way back."""
    figures = read(layer, *([field] if field else []))
    return map_looks.show(layer, figures, way or map_styles.ways_of(layer, figures)[0])


def labels(layer):
    return [rule.label() for rule in layer.renderer().rootRule().descendants()]


def drawn(layer):
    """Give for each feature the labels of the rules that draw it."""
    renderer, context = layer.renderer().clone(), QgsRenderContext()
    context.expressionContext().appendScope(layer.createExpressionContextScope())
    renderer.startRender(context, layer.fields())
    found = []
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        keys = renderer.legendKeysForFeature(feature, context)
        rules = [renderer.rootRule().findRuleByKey(key) for key in keys]
        found.append([rule.label() for rule in rules if rule.symbol() is not None])
    renderer.stopRender(context)
    return found


def pictured(layer, width=1200, height=100):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(width, height))
    settings.setBackgroundColor(QColor("#ff00ff"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def style_of(layer):
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext())
    return document.toString()


# --- classes ------------------------------------------------------------------------------


def test_shares_are_five_classes_and_what_has_none_is_hatched(project):
    layer = layer_of(SHARES)
    shown(layer)
    assert labels(layer)[0] == "ledige"
    assert labels(layer)[1:] == [
        "under 3.5 (2)",
        "3.5–5.4 (2)",
        "5.5–7.4 (2)",
        "7.5–9.4 (2)",
        "9.5 and over (2)",
        "No value (2)",
    ]
    rules = drawn(layer)
    assert all(len(one) == 1 for one in rules)
    assert rules[0] == ["under 3.5 (2)"] and rules[-1] == ["No value (2)"]


def test_every_unit_is_in_the_picture_also_those_without_a_value(project):
    layer = layer_of(SHARES)
    shown(layer)
    picture = pictured(layer)
    middles = [picture.pixelColor(place * 100 + 50, 50).name() for place in range(len(SHARES))]
    assert "#ff00ff" not in middles
    assert middles[0] == "#ffffcc" and middles[9] == "#253494"
    hatched = {picture.pixelColor(x, y).name() for x in range(1110, 1190) for y in range(10, 90)}
    assert "#ffffff" in hatched and len(hatched) > 1


@pytest.mark.parametrize("values", [["1,5", "12,5", "1 200,0", ":", None], ["1,5 %", "−12,5 %", "3 %", "Oslo", ""]])
def test_numbers_that_a_spreadsheet_wrote_as_text_are_numbers_on_the_map(project, values):
    layer = layer_of(values, kind="string")
    figures = read(layer)
    assert figures.field == "ledige"
    shown(layer, COLOURS)
    rules = drawn(layer)
    assert all(len(one) == 1 for one in rules)
    assert [one[0].startswith("No value") for one in rules] == [False, False, False, True, True]
    assert labels(layer)[-1] == "No value (2)"


def test_figures_below_and_above_zero_have_colours_of_their_own(project):
    layer = layer_of([-9, -5, -1, 1, 4, 8])
    shown(layer)
    assert map_styles.ways_of(layer, read(layer))[0] == COLOURS
    texts = ["under −5 (1)", "−5 to −2 (1)", "−1 (1)", "0 to 3 (1)", "4 to 7 (1)", "8 and over (1)"]
    assert [one[0] for one in drawn(layer)] == texts


def test_categories_and_the_others(project):
    layer = layer_of([f"type {place % 10}" for place in range(30)] + [None, ""], kind="string", name="type")
    shown(layer)
    assert labels(layer)[1] == "type 0 (3)"
    assert labels(layer)[-2:] == ["Others (6)", "No value (2)"]
    rules = drawn(layer)
    assert all(len(one) == 1 for one in rules)
    assert rules[9] == ["Others (6)"] and rules[-2:] == [["No value (2)"]] * 2


def test_names_are_in_the_order_of_the_codes_beside_them(project):
    """“Least central” stood between “most central” and “second most central”."""
    layer = layer_of(["most", "least", "second"] * 3, kind="string", name="to_128_name")
    add_field(layer, "to_128_code", QVariant.String, ["01", "06", "02"] * 3)
    shown(layer, field="to_128_name")
    assert labels(layer)[1:4] == ["most (3)", "second (3)", "least (3)"]
    shades = [item.symbol().color().lightness() for item in layer.renderer().legendSymbolItems()[1:4]]
    assert shades == sorted(shades), "and what is most is darkest"


def test_names_with_quotation_marks_are_a_category_like_others(project):
    layer = layer_of(["d'Or", 'kalt "Byen"', "d'Or"], kind="string", name="type")
    shown(layer)
    assert [one[0] for one in drawn(layer)] == ["d'Or (2)", 'kalt "Byen" (1)', "d'Or (2)"]


def test_a_field_may_be_called_anything(project):
    layer = layer_of([1.5, 2.5, None], name='pris "kr" per m²')
    shown(layer)
    assert [len(one) for one in drawn(layer)] == [1, 1, 1]


def test_figures_with_more_decimals_than_the_classes_are_in_one_of_them(project):
    """9.45 stood between “7.5–9.4” and “9.5 and over”."""
    layer = layer_of([value + 0.05 for value in SHARES if value])
    shown(layer)
    assert labels(layer)[1:4] == ["under 3.5 (2)", "3.5 to under 5.5 (2)", "5.5 to under 7.5 (2)"]


def test_skewed_figures_have_no_zeros_that_could_be_read_as_thousands(project):
    """“2.400 to under 15.000” stood for 2.4 to 15: each number has its own decimals."""
    layer = layer_of([1.07**place / 1000 for place in range(150)])
    shown(layer)
    breaks = [text.split()[0] for text in labels(layer)[2:6]]
    assert breaks == ["0.0076", "0.058", "0.44", "3.4"]


@pytest.mark.parametrize("values", [[7, 7, 7], [7], [0, 0], [-2, -2]])
def test_where_all_have_the_same_figure_that_is_the_one_class(project, values):
    layer = layer_of(values)
    figures = read(layer, "kommunenummer", "ledige")
    assert figures.field == "ledige" and not figures.is_likely, "nothing to see, but what was asked for"
    shown(layer, COLOURS, "ledige")
    words = f"{values[0]} ({len(values)})".replace("-", "−")
    assert labels(layer)[1:] == [words, "No value (0)"]
    assert drawn(layer) == [[words]] * len(values)


def test_years_are_neither_circles_nor_thousands(project):
    layer = layer_of([2022, 2023, 2024, 2024], kind="int", name="år")
    figures = read(layer, "år")
    assert map_styles.ways_of(layer, figures) == (CATEGORIES, COLOURS)
    for way in (CATEGORIES, COLOURS):
        shown(layer, way, "år")
        assert labels(layer)[1:4] == ["2022 (1)", "2023 (1)", "2024 (2)"]


def test_many_years_are_classes(project):
    layer = layer_of(list(range(1950, 2010)), kind="int", name="byggeår")
    figures = read(layer, "byggeår")
    assert map_styles.ways_of(layer, figures) == (COLOURS,)
    shown(layer, COLOURS, "byggeår")
    assert not any("1,9" in text or "1 9" in text for text in labels(layer)), labels(layer)


def test_what_was_written_in_percent_says_so_once(project):
    layer = layer_of(["1,5 %", "12,5 %"], kind="string", name="unge")
    assert map_styles.heading_text(layer, read(layer, "unge")) == "unge (%)"
    named = layer_of(["1,5 %", "12,5 %"], kind="string", name="prosent unge")
    assert map_styles.heading_text(named, read(named, "prosent unge")) == "prosent unge"


def test_a_name_for_each_unit_is_nothing_to_colour_by(project):
    layer = layer_of([f"kommune {place}" for place in range(40)], kind="string", name="navn")
    assert map_styles.ways_of(layer, read(layer, "navn")) == ()


# --- circles ------------------------------------------------------------------------------


def test_counts_are_circles_whose_area_is_the_number(project):
    layer = layer_of([100, 400, 0, None], kind="int", name="folketall")
    figures = read(layer)
    assert map_styles.ways_of(layer, figures) == (CIRCLES, COLOURS, CATEGORIES)
    shown(layer)
    assert labels(layer)[1:] == ["Area with a value", "400", "100", "20", "No value (1)"]
    assert [one[0] for one in drawn(layer)] == ["Area with a value"] * 3 + ["No value (1)"]
    rule = layer.renderer().rootRule().children()[1]
    centre = rule.symbol().symbolLayer(1)
    assert isinstance(centre, QgsCentroidFillSymbolLayer)
    across = [legend.symbol().size() for legend in layer.renderer().rootRule().children()[2:4]]
    assert across[0] == pytest.approx(2 * across[1], abs=0.02)


def test_circles_lie_on_all_areas_and_small_ones_on_large_ones(project):
    layer = layer_of([400, 100, 50, 25], kind="int", name="folketall")
    shown(layer)
    picture = pictured(layer, 400, 100)
    assert picture.pixelColor(50, 50).blue() > picture.pixelColor(50, 50).red() + 60
    assert picture.pixelColor(110, 5).name() == "#f0f0f0"
    assert layer.renderer().usingSymbolLevels()
    assert layer.renderer().orderByEnabled()


@pytest.mark.parametrize("geometry", ["Point", "LineString"])
def test_points_and_lines_are_drawn_too(project, geometry):
    layer = layer_of([1.5, 2.5, None], geometry=geometry)
    ways = map_styles.ways_of(layer, read(layer))
    assert (CIRCLES in ways) == (geometry == "Point")
    for way in ways:
        shown(layer, way)
        assert [len(one) for one in drawn(layer)] == [1, 1, 1]


# --- which column -------------------------------------------------------------------------


def add_field(layer, name, kind, values):
    from qgis.core import QgsField

    layer.dataProvider().addAttributes([QgsField(name, kind)])
    layer.updateFields()
    place = layer.fields().indexFromName(name)
    changes = {feature.id(): {place: value} for feature, value in zip(layer.getFeatures(), values)}
    layer.dataProvider().changeAttributeValues(changes)


def test_the_likeliest_column_is_neither_a_code_nor_a_year(project):
    layer = layer_of([301, 1101, 1103], kind="int", name="knr")
    add_field(layer, "år", QVariant.Int, [2022, 2023, 2024])
    add_field(layer, "unge", QVariant.Double, [11.5, 12.5, 9.0])
    assert read(layer).field == "unge"
    assert not read(layer, "knr").is_likely
    assert read(layer, "knr", "unge").field == "unge"


def test_a_column_of_nothing_is_no_figures(project):
    assert read(layer_of([None, None]), "ledige") is None


# --- legend -------------------------------------------------------------------------------


def test_the_legend_says_units_year_and_whose_they_are(project):
    layer = layer_of(SHARES)
    metadata = QgsLayerMetadata()
    metadata.setTitle("Kommuner 2024")
    metadata.setLicenses(["CC BY 4.0"])
    layer.setMetadata(metadata)
    layer.setAttribution("© Kartverket")
    map_styles.note_source(layer, {"ledige": "Arbeidsledige, prosent"}, "NAV")
    shown(layer)
    assert labels(layer)[0] == "Arbeidsledige, prosent · Kommuner 2024"
    assert labels(layer)[-2:] == ["Source: NAV", "Boundaries: © Kartverket, CC BY 4.0"]
    assert all(len(one) == 1 for one in drawn(layer))


def test_the_hatching_is_lines_of_45_degrees(project):
    layer = layer_of(SHARES)
    shown(layer)
    hatched = layer.renderer().rootRule().children()[-1]
    assert hatched.isElse()
    lines = hatched.symbol().symbolLayer(1)
    assert isinstance(lines, QgsLinePatternFillSymbolLayer)
    assert (lines.lineAngle(), lines.distance()) == (45, 1.5)


# --- and back -----------------------------------------------------------------------------


def test_units_and_year_are_said_once(project):
    layer = layer_of(SHARES)
    layer.setName("Kommuner 2024")
    metadata = QgsLayerMetadata()
    metadata.setTitle("Kommuner 2024")
    layer.setMetadata(metadata)
    assert map_styles.heading_text(layer, read(layer)) == "ledige"


@pytest.mark.parametrize("way", [COLOURS, CIRCLES, CATEGORIES])
def test_the_former_look_comes_back_as_it_was(project, way):
    layer = layer_of(SHARES)
    before = style_of(layer)
    look = shown(layer, way)
    assert style_of(layer) != before
    look.undo(project)
    assert style_of(layer) == before


def test_a_look_that_was_worked_on_is_known_as_such(project):
    layer = layer_of(SHARES)
    look = shown(layer)
    layer.renderer().rootRule().children()[1].setActive(False)
    assert not look.is_changed(project), "a class that is not shown for a while is no work"
    symbol = layer.renderer().rootRule().children()[1].symbol()
    symbol.setColor(QColor("#ff0000"))
    assert look.is_changed(project)


def test_the_way_back_outlives_saving_and_opening_the_project(project, tmp_path):
    copy = tmp_path / "areas.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer_of(SHARES), str(copy), project.transformContext(), options)
    project.clear()
    layer = QgsVectorLayer(str(copy), "Kommuner", "ogr")
    project.addMapLayer(layer)
    look, identity = shown(layer), layer.id()
    assert project.write(str(tmp_path / "map.qgs"))
    project.clear()
    assert not look.undo(project), "it is gone, and nothing is said to have come back"
    assert project.read(str(tmp_path / "map.qgs"))
    assert not look.is_changed(project)
    assert look.undo(project)
    assert project.mapLayer(identity).renderer().type() == "singleSymbol"


def test_a_layer_that_is_gone_needs_no_way_back(project):
    layer = layer_of(SHARES)
    look = shown(layer)
    figures = read(layer)
    project.removeMapLayer(layer.id())
    look.undo(project)
    with pytest.raises(LayerGone):
        map_looks.show(layer, figures, COLOURS)


def test_a_column_that_is_gone_is_said(project):
    layer = layer_of(SHARES)
    figures = read(layer)
    layer.dataProvider().deleteAttributes([1])
    layer.updateFields()
    with pytest.raises(FieldMissing):
        map_looks.show(layer, figures, COLOURS)


def test_the_style_survives_saving_and_opening(project, tmp_path):
    layer = layer_of(SHARES)
    shown(layer, CIRCLES)
    before, file = labels(layer), tmp_path / "look.qml"
    layer.saveNamedStyle(str(file))
    other = layer_of(SHARES)
    other.loadNamedStyle(str(file))
    assert labels(other) == before
    assert [len(one) for one in drawn(other)] == [1] * len(SHARES)


def test_large_numbers_stand_in_groups_as_the_language_writes_them(project):
    from qgis.PyQt.QtCore import QLocale

    before = QLocale()
    norwegian = QLocale("nb_NO")
    norwegian.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    QLocale.setDefault(norwegian)
    try:
        layer = layer_of([700_000, 20_000], kind="int", name="folketall")
        shown(layer, CIRCLES)
        assert labels(layer)[2].replace("\u00a0", " ").replace("\u202f", " ") == "700 000"
        half = layer_of([1.5, 2.5])
        shown(half)
        assert labels(half)[1] == "1,5 (1)"
    finally:
        QLocale.setDefault(before)


# --- per another column ---------------------------------------------------------------


def test_one_column_per_another_is_classes_of_the_rate(project):
    layer = layer_of([10, 30, 55, 5, 9], kind="int", name="ledige")
    add_field(layer, "innbyggere", QVariant.String, ["1 000", "1 000", "1000", "0", None])
    figures = map_styles.reading_rate(layer, "ledige", "innbyggere")(SILENT)
    assert (figures.many, figures.held.without_number) == (100, 2)
    assert map_styles.ways_of(layer, figures) == (COLOURS,)
    before = style_of(layer)
    look = map_looks.show(layer, figures, COLOURS)
    assert labels(layer)[0] == "ledige per 100 innbyggere"
    assert [one[0] for one in drawn(layer)] == ["1.0 (1)", "3.0 (1)", "5.5 (1)", "No value (2)", "No value (2)"]
    assert map_looks.shown(layer) == ("ledige", "ledige per 100 innbyggere")
    look.undo(project)
    assert style_of(layer) == before


def test_a_column_that_gives_no_rate_is_no_figures(project):
    layer = layer_of([1, 2], kind="int")
    assert map_styles.reading_rate(layer, "ledige", "gone")(SILENT) is None
    assert map_styles.reading_rate(layer, "ledige", "kommunenummer")(SILENT) is not None
    layer_without = layer_of([None, None], kind="int")
    assert map_styles.reading_rate(layer_without, "ledige", "kommunenummer")(SILENT) is None


def test_what_is_not_a_number_is_no_value(project):
    layer = layer_of([1.5, 2.5, float("nan"), float("nan")])
    held = read(layer, "ledige").held
    assert (held.without_number, held.without_value) == (2, 2)
    assert [category.value for category in held.categories] == [1.5, 2.5]
    map_looks.show(layer, read(layer, "ledige"), CATEGORIES)


def test_a_look_is_asked_about_after_its_layer_lost_its_data(project, tmp_path):
    layer = layer_of(SHARES)
    look = shown(layer)
    layer.setDataSource(str(tmp_path / "gone.gpkg"), "gone", "ogr")
    assert not layer.isValid()
    look.is_changed(project), look.needs(project, {"ledige"}), look.undo(project)
