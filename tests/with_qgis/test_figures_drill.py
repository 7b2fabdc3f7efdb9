"""From joined figures to a map in one click: from the note of a join, from the layer panel, and back again."""

import pytest
from fake_desk import make_desk, on_screen, wait_for
from klasskart.gis import map_styles
from klasskart.gis.jobs import Jobs
from klasskart.gis.map_styles import CATEGORIES, CIRCLES, COLOURS
from klasskart.ui.join_page import JoinPage
from qgis.core import (
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtXml import QDomDocument


@pytest.fixture
def desk(qgis_new_project, tmp_path):
    made = make_desk(tmp_path, Jobs())
    yield made
    made.close()


@pytest.fixture
def page(desk):
    with on_screen(JoinPage(desk)) as made:
        yield made


CODES = ("0301", "1508", "1515", "1818", "5610")


def boundaries(name="Kommuner 2024"):
    layer = QgsVectorLayer("Polygon?crs=EPSG:25833&field=kommunenummer:string", name, "memory")
    features = []
    for place, code in enumerate(CODES):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([code])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(place * 100, 0, place * 100 + 100, 100)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


def table(rows, fields="field=kommunenummer:string&field=ledige:string&field=innbyggere:integer", name="tall"):
    layer = QgsVectorLayer(f"None?{fields}", name, "memory")
    features = []
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


FIGURES = [
    ("0301", "2,5", 700_000),
    ("1508", "1,5", 58_000),
    ("1515", "3,5", 8_900),
    ("1818", ":", None),
    ("5610", "1,0", 2_600),
]


def settle(page):
    QTest.qWait(10)
    wait_for(lambda: not (page.desk.jobs.busy or page._later.isActive()))
    QTest.qWait(10)
    wait_for(lambda: not (page.desk.jobs.busy or page._later.isActive()))


def press(page, words):
    button = next(b for strip in page.notes.strips() for b in strip.buttons if b.text() == words)
    button.click()
    settle(page)


def style_of(layer):
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext())
    return document.toString()


def labels(layer):
    return [rule.label() for rule in layer.renderer().rootRule().descendants()]


@pytest.fixture
def joined(page):
    """Kommuner with a table of figures joined to them."""
    layer = boundaries()
    page.use_table(table(FIGURES))
    settle(page)
    page.run_primary()
    settle(page)
    assert "klass_ledige" in layer.fields().names(), page.notes.notes()
    return layer


def texts(page):
    return [note.text for note in page.notes.notes()]


def test_one_click_after_the_join_shows_the_figures(page, joined):
    press(page, "Style")
    assert labels(joined)[0] == "ledige"
    assert labels(joined)[-2:] == ["No value (1)", "Source: tall"]
    assert texts(page)[1] == "“Kommuner 2024” is coloured after ledige. 1 feature(s) without a value are hatched."


def test_the_legend_is_opened_in_the_layer_panel(page, joined):
    node = QgsProject.instance().layerTreeRoot().findLayer(joined.id())
    node.setExpanded(False)
    press(page, "Style")
    assert node.isExpanded()


def test_undo_brings_the_former_look_back_and_leaves_the_join(page, joined):
    before = style_of(joined)
    press(page, "Style")
    page.notes.strips()[-1].buttons[-1].click()
    assert style_of(joined) == before
    assert "klass_ledige" in joined.fields().names()


def test_undoing_the_join_takes_the_look_along(page, joined):
    before = joined.renderer().type()
    press(page, "Style")
    page.notes.strips()[0].buttons[-1].click()
    settle(page)
    assert joined.renderer().type() == before
    assert "klass_ledige" not in joined.fields().names()


def test_a_written_join_is_styled_in_its_new_layer(page):
    layer = boundaries()
    page.use_table(table(FIGURES))
    settle(page)
    page.choices.written.setChecked(True)
    page.run_primary()
    settle(page)
    press(page, "Style")
    new = next(one for one in QgsProject.instance().mapLayers().values() if one.name() == "Kommuner 2024 with columns")
    assert labels(new)[-1] == "Source: tall"
    assert layer.renderer().type() == "singleSymbol"


def test_another_column_can_be_chosen_and_its_classes_seen_first(page, joined):
    press(page, "Style")
    before = style_of(joined)
    press(page, "Other Column…")
    panel = page.drills.figures.panel
    panel.field_box.setField("klass_innbyggere")
    settle(page)
    assert panel.way == CIRCLES
    assert panel.classes.item(panel.classes.count() - 1).text() == "No value (1)"
    assert style_of(joined) == before
    assert page.primary.text() == "Show on Map"
    page.run_primary()
    assert "Area with a value" in labels(joined)
    assert "shows innbyggere as circles" in texts(page)[-1]


def test_all_classes_are_seen_at_once_however_low_the_dock(page, joined):
    page.resize(280, 400)
    press(page, "Style")
    press(page, "Other Column…")
    classes = page.drills.figures.panel.classes
    assert classes.count() == 5
    assert not classes.verticalScrollBar().isVisible()


def test_every_look_is_taken_back_one_after_the_other(page, joined):
    first = style_of(joined)
    press(page, "Style")
    second = style_of(joined)
    press(page, "Other Column…")
    page.drills.figures.panel.way_box.setCurrentIndex(page.drills.figures.panel.way_box.findData(CATEGORIES))
    page.run_primary()
    assert style_of(joined) not in (first, second)
    page.notes.strips()[-1].buttons[-1].click()
    assert style_of(joined) == second
    page.notes.strips()[-1].buttons[-1].click()
    assert style_of(joined) == first


def test_names_alone_are_nothing_to_colour_so_one_chooses(page):
    layer = boundaries()
    settle(page)
    page.run_primary()
    settle(page)
    before = style_of(layer)
    press(page, "Style")
    assert page.drills.figures.is_open
    assert style_of(layer) == before


def test_a_style_that_was_changed_by_hand_is_not_taken_back_unasked(page, joined):
    before = style_of(joined)
    press(page, "Style")
    joined.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "red"})))
    mine = style_of(joined)
    page.notes.strips()[-1].buttons[-1].click()
    assert style_of(joined) == mine
    assert texts(page)[-1] == "The style of “Kommuner 2024” was changed since. Undo takes that along."
    press(page, "Undo Anyway")
    assert style_of(joined) == before


def test_undoing_the_join_leaves_a_style_of_ones_own(page, joined):
    press(page, "Style")
    joined.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "red"})))
    page.notes.strips()[0].buttons[-1].click()
    settle(page)
    assert "klass_ledige" not in joined.fields().names()
    assert joined.renderer().symbol().color().name() == "#ff0000"


def many_kommuner(extra):
    """Twenty kommuner that have a column of their own."""
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:25833&field=kommunenummer:string&{extra}", "Kommuner", "memory")
    features = []
    for place in range(20):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"{1101 + place}", f"{11 + place % 4}"])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(place * 100, 0, place * 100 + 100, 100)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_where_only_names_were_joined_another_column_of_the_layer_is_offered(page):
    layer = many_kommuner("field=fylke:string")
    before = style_of(layer)
    page.drills.figures.ask(layer, ["kommunenummer"])
    settle(page)
    assert page.drills.figures.panel.figures.field == "fylke"
    assert page.drills.figures.panel.way == CATEGORIES
    assert style_of(layer) == before, "nothing changes unasked"


def test_where_each_feature_has_a_value_of_its_own_that_is_said(page):
    layer = many_kommuner("field=fylke:string")
    layer.dataProvider().deleteAttributes([1])
    layer.updateFields()
    page.drills.figures.ask(layer, ["kommunenummer"])
    settle(page)
    panel = page.drills.figures.panel
    assert panel.about.text().startswith("Nearly every feature has a value of its own")
    assert panel.way == "" and not panel.classes.isVisible()
    assert not page.primary.isEnabled()


def test_columns_of_klass_are_called_by_words_in_legends(page):
    layer = boundaries()
    settle(page)
    page.run_primary()
    settle(page)
    assert map_styles.name_of(layer, "klass_level") == "level"


def test_the_layer_menu_opens_the_choice(page, desk):
    layer = boundaries()
    page.open_with((layer.id(), "figures"))
    settle(page)
    assert page.drills.figures.is_open
    assert page.drills.figures.panel.way == CATEGORIES
    assert page.escape()
    assert not page.drills.figures.is_open
    assert page.primary.text() != "Show on Map"


def test_a_table_has_nothing_to_draw_and_that_is_said(page):
    figures = table(FIGURES)
    page.open_with((figures.id(), "figures"))
    settle(page)
    assert not page.drills.figures.is_open
    assert texts(page) == ["“tall” is a table: it has nothing to draw. Join it to boundaries first."]


def test_a_column_without_anything_leaves_the_one_before(page, joined):
    press(page, "Style")
    press(page, "Other Column…")
    panel = page.drills.figures.panel
    panel.field_chosen.emit("kommunenavn")
    settle(page)
    assert panel.field_box.currentField() == panel.figures.field
    assert panel.way == COLOURS
    assert "kommunenavn holds nothing that could be shown." in texts(page)


def test_a_layer_that_goes_meanwhile_harms_nothing(page, joined):
    button = next(b for strip in page.notes.strips() for b in strip.buttons if b.text() == "Style")
    button.click()
    QgsProject.instance().removeMapLayer(joined.id())
    settle(page)
    assert not page.drills.figures.is_open


def test_a_count_can_be_shown_per_another_column(page):
    layer = boundaries()
    rows = [(code, 20 + place, 1000) for place, code in enumerate(CODES)]
    page.use_table(table(rows, "field=kommunenummer:string&field=ledige:integer&field=innbyggere:integer"))
    settle(page)
    page.run_primary()
    settle(page)
    press(page, "Style")
    press(page, "Other Column…")
    panel = page.drills.figures.panel
    panel.per_box.setField("klass_innbyggere")
    settle(page)
    assert panel.heading.text() == "ledige per 100 innbyggere"
    assert [panel.way_box.itemData(row) for row in range(panel.way_box.count())] == [COLOURS]
    page.run_primary()
    assert labels(layer)[0] == "ledige per 100 innbyggere"
    panel.per_box.setField("")
    settle(page)
    assert panel.way == CIRCLES


def test_a_column_that_nothing_can_be_divided_by_is_said(page, joined):
    press(page, "Style")
    press(page, "Other Column…")
    panel = page.drills.figures.panel
    panel.rate_chosen.emit("klass_ledige", "nothing")
    settle(page)
    assert "ledige per nothing gives no numbers." in texts(page)
    assert panel.per_box.currentField() == ""


def test_tables_of_many_columns_do_not_make_the_form_wider_than_the_dock(page):
    """The title of the columns was as wide as all of their names: what stood to the right was cut off."""
    boundaries()
    names = ["Arbeidsledige (prosent)", "Innbyggere per 1. januar", "Areal i kvadratkilometer"]
    fields = "&".join(["field=kommunenummer:string", *(f"field={name}:integer" for name in names)])
    page.resize(280, 700)
    page.use_table(table([(code, 1, 2, 3) for code in CODES], fields))
    settle(page)
    columns = page.choices.columns
    assert columns.title().startswith("Columns: Arbeids")
    assert columns.minimumSizeHint().width() <= 260
    assert columns.toolTip() == ", ".join(names)
