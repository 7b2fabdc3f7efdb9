"""The Join page on the stand-in's real codes: kommuner of 2020 against 2024, and whatever may go wrong on the way."""

import csv
import datetime
import time
import types

import pytest
from fake_desk import on_screen, wait_for
from klasskart.core.settings import SETTINGS, Config
from klasskart.gis import map_styles
from klasskart.gis.jobs import Jobs
from klasskart.ui.desk import Desk
from klasskart.ui.join_columns import ColumnsBox
from klasskart.ui.join_page import JoinPage
from klasskart.ui.join_source import FOUND, Source, SourceBox
from klasskart.work.joining import Attribute, Prepared
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QItemSelectionModel, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QCheckBox, QLabel, QRadioButton
from standin import Standin

NEW_YEAR = datetime.date(2024, 1, 1)
KOMMUNE = 131


@pytest.fixture(scope="module")
def standin():
    with Standin(today=datetime.date(2026, 10, 1)) as served:
        yield served


@pytest.fixture
def services(standin):
    """The stand-in without faults, before and after."""
    standin.heal()
    yield standin
    standin.heal()


class Settings:
    """The declared settings in memory, over the stand-in's addresses."""

    def __init__(self, standin, folder):
        self._environment = {**standin.environment(), "KLASSKART_CACHE_DIR": str(folder), "KLASSKART_READ_TIMEOUT": "60"}
        self.values = {}

    def get(self, key):
        return self.values.get(key, SETTINGS[key].default)

    def set(self, key, value):
        assert key in SETTINGS
        self.values[key] = value

    def config(self):
        return Config.read(environment=self._environment)


@pytest.fixture
def canvas(qgis_app):
    made = QgsMapCanvas()
    made.resize(300, 300)
    made.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    made.setExtent(QgsRectangle(0, 0, 1000, 1000))
    yield made
    made.deleteLater()


@pytest.fixture
def desk(qgis_new_project, services, canvas, tmp_path):
    iface = types.SimpleNamespace(mapCanvas=lambda: canvas, activeLayer=lambda: None)
    made = Desk(iface, QgsProject.instance(), Settings(services, tmp_path / "cache"), Jobs())
    made.context.set_day(NEW_YEAR)
    yield made
    made.close()


@pytest.fixture
def page(desk):
    with on_screen(JoinPage(desk)) as made:
        yield made


def kommuner(standin, day):
    return sorted(code for code in standin.registers[KOMMUNE].at(day) if code != "9999")


def add_layer(name, values, field="kommunenummer", kind="string"):
    """Add a layer of points, one for each value, to the project."""
    layer = QgsVectorLayer(f"Point?crs=EPSG:25833&field=navn:string&field={field}:{kind}", name, "memory")
    features = []
    for number, value in enumerate(values):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"sted {number}", value])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(number * 100.0, 6_600_000.0)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def old_layer(page, services):
    layer = add_layer("Kommuner 2020", kommuner(services, "2020-01-01"))
    page.show_layer(layer)
    settle(page)
    assert page._prepared is not None, page.notes.notes()
    return layer


def settle(page, seconds=20):
    """Wait until nothing is under way, also not what the last outcome set going."""
    quiet, end = 0, time.monotonic() + seconds
    while quiet < 3:
        QTest.qWait(5)
        quiet = 0 if page._later.isActive() or page.desk.jobs.busy else quiet + 1
        assert time.monotonic() < end


def texts(page):
    return [note.text for note in page.notes.notes()]


def press(page, words):
    """Press a button of a note."""
    button = next(b for strip in page.notes.strips() for b in strip.buttons if b.text() == words)
    button.click()
    settle(page)


# --- what would match ---------------------------------------------------------------------


def test_field_and_classification_are_found_by_overlap(page, old_layer):
    form = page.choices
    assert form.field_box.currentField() == "kommunenummer"
    assert form.source == Source(KOMMUNE, "1")
    assert "kommunenummer: 242 of 356" in form.verdict.found.text()


def test_kommuner_of_2020_against_2024(page, old_layer):
    report = page._prepared.report
    assert (report.matched, report.features, report.unmatched_features, report.unused) == (242, 356, 114, 115)
    assert page.choices.verdict.words.text() == "242 of 356 features have a code that applies on 1.1.2024"
    assert page.primary.text() == "See the Matches"


def test_nothing_is_changed_before_the_report_has_been_seen(page, old_layer):
    fields, layers = old_layer.fields().names(), set(QgsProject.instance().mapLayers())
    page.run_primary()
    assert page.drill.is_open
    assert page.primary.text().startswith("Join 242")
    assert old_layer.fields().names() == fields
    assert set(QgsProject.instance().mapLayers()) == layers


def test_the_cure_of_the_diagnosis_makes_everything_match(page, old_layer):
    page.open_report()
    panel = page.drill._panel
    assert panel.diagnosis_words.text() == "The layer is from 2020–2023. Then all 356 codes apply."
    panel.day_button.click()
    settle(page)
    assert page.desk.context.day == datetime.date(2023, 1, 1)
    assert page.choices.verdict.words.text() == "All 356 match 1.1.2023"


def test_where_everything_matches_there_is_no_second_step(page, services):
    layer = add_layer("Kommuner", kommuner(services, "2024-01-01"))
    page.show_layer(layer)
    settle(page)
    assert page.primary.text().startswith("Join 357")
    page.run_primary()
    settle(page)
    assert "klass_name" in layer.fields().names()


def test_lost_zeros_are_mended_and_said(page):
    layer = add_layer("Tall", [301, 1101, 3101], kind="int")
    page.show_layer(layer)
    settle(page)
    assert page._prepared.report.matched == 3
    page.open_report()
    assert "301 → 0301" in page.drill._panel.cleaned.text()


def test_what_the_user_chooses_is_kept(page, old_layer):
    page.choices.source_box.setCurrentIndex(page.choices.source_box._row(Source(104, "1")))
    page.choices.source_box.activated.emit(page.choices.source_box.currentIndex())
    settle(page)
    assert page._prepared.classification == 104
    assert page._source == Source(104, "1")


def test_another_day_is_looked_at_at_once(page, old_layer):
    page.desk.context.set_day(datetime.date(2021, 5, 1))
    settle(page)
    assert page.choices.verdict.words.text() == "All 356 match 1.5.2021"


def test_a_page_out_of_sight_waits(page, old_layer, services):
    page.hide()
    before = len(services.requests)
    page.desk.context.set_day(datetime.date(2022, 1, 1))
    settle(page)
    assert len(services.requests) == before
    page.show()
    settle(page)
    assert "1.1.2022" in page.choices.verdict.words.text()


def test_nothing_matches_no_primary(page):
    page.show_layer(add_layer("Ord", ["abc", "def"]))
    settle(page)
    assert page.choices.verdict.words.text().startswith("No codes match, so there is nothing to join.")
    assert not page.primary.isVisible()
    assert texts(page) == []


def test_a_chosen_field_without_codes_can_be_looked_into(page, old_layer):
    page.choices.set_field("navn")
    page._source = Source(KOMMUNE, "1")
    page._on_field("navn")
    settle(page)
    assert not page.primary.isVisible()
    page.choices.verdict.button.click()
    assert page.drill.is_open
    assert not page.primary.isVisible()


def test_an_empty_project_says_what_to_do(page):
    assert page.empty.isVisible()
    assert not page.choices.isVisible()
    assert page.empty.words.text() == "Add a layer with codes, or get boundaries first."
    asked = []
    page.desk.page_wanted.connect(lambda name, subject: asked.append(name))
    page.empty.buttons[0].click()
    assert asked == ["KlasskartLayersPage"]


# --- joining ------------------------------------------------------------------------------


def join(page):
    if not page.drill.is_open:
        page.open_report()
    page.run_primary()
    settle(page)


def test_a_live_join_and_its_undo(page, old_layer):
    join(page)
    assert old_layer.fields().names()[-3:] == ["klass_code", "klass_name", "klass_level"]
    assert "“Kommuner 2020” got klass_code and 2 more." in texts(page)[0]
    assert page.choices.verdict.words.text() == "242 of 356 are joined."
    names = {feature["kommunenummer"]: feature["klass_name"] for feature in old_layer.getFeatures()}
    assert names["0301"] == "Oslo"
    press(page, "Undo")
    assert old_layer.fields().names() == ["navn", "kommunenummer"]
    assert set(QgsProject.instance().mapLayers()) == {old_layer.id()}


def test_a_new_layer_and_its_undo(page, old_layer):
    page.choices.written.setChecked(True)
    join(page)
    assert len(QgsProject.instance().mapLayers()) == 2, page.notes.notes()
    new = next(layer for layer in QgsProject.instance().mapLayers().values() if layer is not old_layer)
    assert new.featureCount() == 356
    assert new.providerType() == "ogr"
    assert new.fields().names()[-1] == "klass_level"
    assert old_layer.fields().names() == ["navn", "kommunenummer"]
    press(page, "Undo")
    assert set(QgsProject.instance().mapLayers()) == {old_layer.id()}


def test_the_report_can_be_seen_again_afterwards(page, old_layer):
    join(page)
    assert not page.drill.is_open
    assert page.primary.text() == "See the Matches"
    page.run_primary()
    assert page.drill.is_open
    assert page.drill._panel.unchanged.isHidden()
    assert not page.primary.isVisible()


def test_only_ticked_columns_come_with_the_chosen_prefix(page, old_layer):
    page.choices.columns._boxes["level"].setChecked(False)
    page.choices.columns.prefix_line.setText("k_")
    join(page)
    assert old_layer.fields().names() == ["navn", "kommunenummer", "k_code", "k_name"]
    assert page.desk.settings.get("join/prefix") == "k_"


def test_the_fylke_comes_along_where_it_is_ticked(page, old_layer):
    page.choices.columns.others._boxes[104].setChecked(True)
    settle(page)
    join(page)
    names = old_layer.fields().names()
    assert names[-2:] == ["klass_to_104_code", "klass_to_104_name"]
    fylker = {feature["kommunenummer"]: feature["klass_to_104_name"] for feature in old_layer.getFeatures()}
    assert fylker["1101"] == "Rogaland"


def test_a_legend_says_centrality_and_not_how_its_column_is_called(page, old_layer):
    others = open_columns(page)
    for number in (104, 128):
        others._boxes[number].setChecked(True)
    settle(page)
    join(page)
    assert map_styles.name_of(old_layer, "klass_to_128_name") == "centrality"
    assert map_styles.name_of(old_layer, "klass_to_128_code") == "centrality (code)"
    assert map_styles.name_of(old_layer, "klass_to_104_name") == "fylke"
    assert map_styles.name_of(old_layer, "klass_name") == "name"


def open_columns(page):
    page.choices.columns.setCollapsed(False)
    settle(page)
    return page.choices.columns.others


@pytest.mark.parametrize("live", [True, False])
def test_other_classifications_are_found_in_klass_and_come_along(page, old_layer, live):
    others = open_columns(page)
    assert [box.text() for box in others._boxes.values()] == ["fylke", "economic region", "centrality"]
    assert [item.data(Qt.ItemDataRole.UserRole) for item in others._items()] == [103, 1]
    others._boxes[104].setChecked(True)
    others._boxes[108].setChecked(True)
    others.list.item(0).setCheckState(Qt.CheckState.Checked)
    settle(page)
    assert others._row_text(103) == "bydel, 4 code(s) have several"
    (page.choices.live if live else page.choices.written).setChecked(True)
    join(page)
    layer = old_layer if live else page.choices.layer
    if not live:
        layer = next(one for one in QgsProject.instance().mapLayers().values() if one is not old_layer)
    assert layer.fields().names()[-6:] == [
        f"klass_to_{number}_{what}" for number in (103, 104, 108) for what in ("code", "name")
    ]
    places = {feature["kommunenummer"]: feature for feature in layer.getFeatures()}
    assert (places["0301"]["klass_to_104_name"], places["0301"]["klass_to_108_name"]) == ("Oslo", "Oslo")
    assert places["1103"]["klass_to_103_code"].startswith("110301; 110302; ")
    assert places["1101"]["klass_to_103_code"] == NULL


def test_without_contact_the_join_goes_on_and_the_rest_can_be_asked_for_again(page, old_layer, services):
    services.break_next("/versions/", status=503, times=float("inf"))
    others = open_columns(page)
    assert others.state.text() == "Could not ask SSB which others there are."
    assert page.primary.isEnabled()
    assert texts(page) == []
    services.heal()
    others.again.click()
    settle(page)
    assert 108 in others._boxes


def test_a_day_without_a_table_costs_the_join_nothing(page, old_layer, services):
    others = page.choices.columns.others
    others._boxes[104].setChecked(True)
    settle(page)
    services.break_next("correspondsAt", status=404)
    page.desk.context.set_day(datetime.date(2023, 1, 1))
    settle(page)
    assert others._boxes[104].text() == "fylke, not on this date"
    assert page.prepared.report.matched == 356
    services.heal()


def test_what_is_ticked_for_kommuner_does_not_trouble_grunnkretser(page, old_layer, services):
    page.choices.columns.others._boxes[104].setChecked(True)
    settle(page)
    kretser = [code for code, item in services.registers[1].at("2024-01-01").items() if item.level == "2"][:20]
    page.show_layer(add_layer("Kretser", kretser, field="grunnkrets"))
    settle(page)
    assert page.prepared.classification == 1
    assert page.prepared.holes == {}
    assert page.choices.columns.others.ticked() == ()


def test_a_code_of_a_table_brings_its_figures(page, services):
    add_layer("Figurer", ["0301", "1101", "1103"], field="knr")
    layer = add_layer("Kommuner", ["301", "1101", "4601"])
    page.show_layer(layer)
    settle(page)
    table = QgsProject.instance().mapLayersByName("Figurer")[0]
    page.use_table(table)
    settle(page)
    assert page.choices.key_box.currentField() == "knr"
    assert page.choices.verdict.words.text() == "2 of 3 features have a code in “Figurer”"
    join(page)
    assert "klass_navn" in layer.fields().names()
    places = {feature["kommunenummer"]: feature["klass_navn"] for feature in layer.getFeatures()}
    assert places["301"] == "sted 0"


def test_a_file_becomes_a_table_and_says_what_was_assumed(page, old_layer, tmp_path):
    path = tmp_path / "tall.csv"
    rows = ["knr;folketall;andel", *(f"{code};{number};{number},5" for number, code in enumerate(("0301", "1101", "1103")))]
    path.write_text("\n".join(rows), "latin-1")
    page.tables.read(path)
    settle(page)
    assert "“tall” is added" in texts(page)[0]
    assert "Separator: semicolon" in texts(page)[0]
    assert page._source.table
    assert page.choices.key_box.currentField() == "knr"
    assert set(page.choices.columns.ticked()) == {"folketall", "andel"}


def test_a_file_that_is_no_table_is_one_sentence(page, old_layer, tmp_path):
    path = tmp_path / "tom.csv"
    path.write_bytes(b"")
    page.tables.read(path)
    settle(page)
    assert len(texts(page)) == 1
    assert page.primary.isEnabled()


# --- report and map -------------------------------------------------------------------------


def select_group(page, row):
    flags = QItemSelectionModel.SelectionFlag
    panel = page.drill._panel
    panel.tree.selectionModel().select(panel.model.index(row, 0), flags.ClearAndSelect | flags.Rows)
    settle(page)


def test_rows_mark_their_features_and_leave_takes_the_marks_away(page, old_layer):
    page.open_report()
    select_group(page, 1)
    assert len(page.drill._marks._marks) == 113
    page.escape()
    assert page.drill._marks._marks == []
    assert not page.drill.is_open


def test_hiding_takes_the_marks_away(page, old_layer):
    page.open_report()
    select_group(page, 0)
    assert len(page.drill._marks._marks) == 1
    page.hide()
    assert page.drill._marks._marks == []


def test_rows_select_their_features_in_the_layer(page, old_layer):
    page.open_report()
    select_group(page, 1)
    page.drill._panel.select_button.click()
    settle(page)
    assert old_layer.selectedFeatureCount() == 113


def test_features_selected_in_the_map_select_their_rows(page, old_layer):
    page.open_report()
    old_layer.selectByExpression("kommunenummer IN ('1507', '3001')")
    settle(page)
    assert {miss.code for miss in page.drill._panel.chosen()} == {"1507", "3001"}


def test_show_on_map_goes_there(page, old_layer, canvas):
    page.open_report()
    select_group(page, 1)
    page.drill._panel.show_button.click()
    settle(page)
    ids = [feature.id() for feature in old_layer.getFeatures("kommunenummer = '3001'")]
    assert canvas.extent().contains(old_layer.getFeature(ids[0]).geometry().asPoint())


def test_the_report_is_saved_for_excel(page, old_layer, tmp_path):
    page.open_report()
    path = tmp_path / "report.csv"
    page.drill.save(path)
    settle(page)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert any("1507" in row for row in rows)
    page.drill.save(tmp_path / "report.xlsx")
    settle(page)
    assert (tmp_path / "report.xlsx").stat().st_size > 0


def test_saving_where_one_may_not_is_one_sentence(page, old_layer, tmp_path):
    page.open_report()
    page.drill.save(tmp_path / "no such folder" / "report.csv")
    settle(page)
    assert len(texts(page)) == 1
    assert page.primary.isEnabled()


# --- what may go wrong ------------------------------------------------------------------------


def test_a_layer_in_edit_mode_is_left_alone(page, old_layer):
    old_layer.startEditing()
    join(page)
    assert "is being edited" in texts(page)[0]
    assert "klass_name" not in old_layer.fields().names()
    old_layer.rollBack()
    settle(page)
    join(page)
    assert "klass_name" in old_layer.fields().names()


def test_the_field_goes_while_the_join_is_written(page, old_layer):
    page.open_report()
    page.run_primary()
    old_layer.dataProvider().deleteAttributes([1])
    old_layer.updateFields()
    settle(page)
    assert any("no field called kommunenummer" in text for text in texts(page))
    assert old_layer.fields().names() == ["navn"]


def test_the_layer_goes_while_the_join_is_written(page, old_layer):
    page.open_report()
    page.run_primary()
    QgsProject.instance().removeMapLayer(old_layer.id())
    settle(page)
    assert any("removed meanwhile" in text for text in texts(page))
    assert page.empty.isVisible()
    assert QgsProject.instance().mapLayers() == {}


def test_the_project_is_closed_while_codes_are_asked_for(page, services):
    services.hang("codesAt")
    page.show_layer(add_layer("Kommuner", ["0301"]))
    wait_for(lambda: page.desk.jobs.busy)
    QgsProject.instance().clear()
    settle(page)
    assert page.empty.isVisible()
    assert texts(page) == []


def test_no_answer_is_one_sentence_and_the_next_try_works(page, services):
    services.break_next("codesAt", status=404)
    page.show_layer(add_layer("Kommuner", ["0301", "1101"]))
    settle(page)
    assert len(texts(page)) == 1
    assert not page.primary.isEnabled()
    services.heal()
    press(page, "Try Again")
    assert page.choices.verdict.words.text() == "All 2 match 1.1.2024"
    assert texts(page) == []


def test_cancel_says_that_nothing_was_changed(page, services):
    services.hang("codesAt")
    page.show_layer(add_layer("Kommuner", ["0301"]))
    wait_for(lambda: page.desk.jobs.busy)
    page.desk.jobs.cancel()
    settle(page)
    assert texts(page) == ["Stopped. Nothing was changed."]
    services.heal()
    page.choices.verdict.button.click()
    settle(page)
    assert page.choices.verdict.words.text() == "All 1 match 1.1.2024"
    assert texts(page) == []


def test_two_runs_at_once_are_not_possible(page, old_layer):
    page.open_report()
    page.run_primary()
    assert not page.primary.isEnabled()
    page.join()
    settle(page)
    assert len(old_layer.vectorJoins()) == 1


def test_the_page_follows_the_project(page, old_layer):
    QgsProject.instance().removeMapLayer(old_layer.id())
    settle(page)
    assert page.empty.isVisible()
    add_layer("Ny", ["0301"])
    settle(page)
    assert page.choices.isVisible()
    assert page.choices.verdict.words.text() == "All 1 match 1.1.2024"


# --- form ---------------------------------------------------------------------------------------


def test_tables_of_joins_stand_in_no_list(page, old_layer):
    join(page)
    assert page.choices.source_box.count() == 6
    assert page.choices.layer_box.count() == 1


def prepared_with(*attributes):
    return Prepared("kommunenummer", KOMMUNE, "1", NEW_YEAR, None, attributes)


def test_a_column_that_is_empty_everywhere_stands_unticked(qgis_app):
    box = ColumnsBox("klass_")
    box.show_columns(prepared_with(Attribute("name"), Attribute("parent_code", empty=True)))
    assert box.ticked() == ("name",)
    assert box._boxes["parent_code"].text() == "code above, empty here"


def test_an_empty_column_that_few_want_is_left_out(qgis_app):
    box = ColumnsBox("klass_")
    box.show_columns(prepared_with(Attribute("name"), Attribute("short_name", empty=True), Attribute("notes")))
    assert list(box._boxes) == ["name", "notes"]


def test_what_was_ticked_stays_ticked(qgis_app):
    box = ColumnsBox("klass_")
    columns = [Attribute("name"), Attribute("level"), Attribute("notes")]
    box.show_columns(prepared_with(*columns))
    box._boxes["notes"].setChecked(True)
    box._boxes["level"].setChecked(False)
    box.show_columns(prepared_with(*columns))
    assert box.ticked() == ("name", "notes")


def test_another_classification_by_number_comes_to_stand_in_the_list(qgis_app):
    box = SourceBox()
    box.set_source(Source(108, "1"))
    assert box.source == Source(108, "1")
    assert box.currentText() == "Klass: 108"
    assert box.source != FOUND


def test_everything_has_a_name_and_is_reached_by_tab(page, old_layer):
    for widget in (one for one in page.tab_order() if one.isVisibleTo(page)):
        assert widget.accessibleName() or getattr(widget, "text", lambda: "")() or hasattr(widget, "title")
    assert page.first_focus() is page.choices.layer_box


def test_escape_leaves_the_report(page, old_layer):
    page.open_report()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.drill.is_open


def test_the_page_fits_in_280_pixels(page, old_layer):
    assert page.minimumSizeHint().width() <= 280


def test_a_long_title_of_the_report_is_elided_in_the_middle(page, old_layer):
    old_layer.setName("Kommuner i hele landet slik de var i 2020, og noen til")
    page.resize(280, 700)
    page.open_report()
    settle(page)
    whole = f"{old_layer.name()} · kommunenummer"
    label = page.panels.stack.findChild(QLabel, "mTitleText")
    assert "…" in label.text() and label.text().endswith("nummer")
    assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()
    assert label.toolTip() == label.accessibleName() == whole
    page.resize(1500, 700)
    settle(page)
    assert label.text() == whole and not label.toolTip()


def add_table(name, rows):
    table = QgsVectorLayer("NoGeometry?field=knr:string&field=folketall:integer", name, "memory")
    features = []
    for row in rows:
        feature = QgsFeature(table.fields())
        feature.setAttributes(list(row))
        features.append(feature)
    table.dataProvider().addFeatures(features)
    return QgsProject.instance().addMapLayer(table)


def test_the_users_own_table_comes_first_where_a_layer_meets_it(page, services):
    add_table("Mine tall", [("0301", 717710), ("1101", 15000)])
    page.show_layer(add_layer("Kommuner", ["0301", "1101"]))
    settle(page)
    assert page.choices.source_box.currentText() == "Mine tall"
    assert page.choices.key_box.currentField() == "knr"
    assert page.choices.verdict.words.text() == "All 2 match “Mine tall”"
    assert page.primary.text().startswith("Join 2")


def test_a_table_that_does_not_fit_is_passed_over(page, services):
    add_table("Noe annet", [("a", 1), ("b", 2)])
    page.show_layer(add_layer("Kommuner", ["0301", "1101"]))
    settle(page)
    assert page.choices.source_box.currentText() == "Klass: Kommuner"
    assert page._prepared.report.matched == 2


def test_codes_of_klass_in_the_project_are_no_figures_of_the_users(page, services):
    add_table("Kommuner 1.1.2024", [("0301", 1), ("1101", 2)]).setCustomProperty("klasskart/codes", True)
    page.show_layer(add_layer("Kommuner", ["0301", "1101"]))
    settle(page)
    assert page.choices.source_box.currentText() == "Klass: Kommuner"


def test_a_table_in_an_empty_project_is_not_joined_to_itself(page, tmp_path):
    path = tmp_path / "tall.csv"
    path.write_text("knr;folketall\n0301;717710\n1101;15000\n", "utf-8")
    page.tables.read(path)
    settle(page)
    assert page.choices.source_box.currentText() == "Klass: Kommuner"
    page.show_layer(add_layer("Kommuner", ["0301", "1101"]))
    settle(page)
    assert page.choices.source_box.currentText() == "tall"


def test_a_closed_project_gets_no_table_of_figures(page, tmp_path):
    path = tmp_path / "tall.csv"
    path.write_text("knr;folketall\n0301;717710\n1101;15000\n", "utf-8")
    page.tables.read(path)
    QgsProject.instance().clear()
    settle(page)
    assert not QgsProject.instance().mapLayers()


def test_empty_columns_of_a_file_are_counted(page, old_layer, tmp_path):
    path = tmp_path / "tall.csv"
    path.write_text("knr;folketall;;\n0301;717710;;\n1101;15000;;\n", "utf-8")
    page.tables.read(path)
    settle(page)
    assert "Empty columns were left out: 2" in "\n".join(note.text + note.details for note in page.notes.notes())


@pytest.mark.parametrize("folder", ["statistics", "awkward"])
def test_what_analysts_have_is_read_and_said(page, shared, folder):
    faults = []
    page.desk.jobs.faulted.connect(lambda job, fault: faults.append(fault))
    for path in sorted((shared / "data" / folder).glob("*.*")):
        page.tables.read(path)
        settle(page)
        assert texts(page)[0].startswith(f"“{path.name.split('.')[0]}” is added"), texts(page)
    assert not faults


def test_collapsed_columns_are_out_of_the_way_of_tab_and_open_ones_stand_in_order(page, old_layer):
    box = page.choices.columns
    assert not any(one.isVisibleTo(page) for one in box.findChildren(QCheckBox))
    box.setCollapsed(False)
    settle(page)
    order = [one for one in box.tab_order() if one.isVisibleTo(page)]
    assert page.choices.columns.others.more in order
    for first, second in zip(order, order[1:]):
        following = first.nextInFocusChain()
        while following.focusPolicy() == Qt.FocusPolicy.NoFocus or not following.isVisibleTo(page):
            following = following.nextInFocusChain()
        assert following is second, second.accessibleName()


def test_mnemonics_keep_clear_of_qgis_menus(page, old_layer):
    words = [label.text() for label in page.choices.findChildren((QLabel, QRadioButton))]
    letters = [text[text.index("&") + 1].upper() for text in words if "&" in text]
    assert len(letters) == len(set(letters)) >= 7
    assert not set(letters) & set("JEVLSPORDWMCH")


def test_in_a_wide_dock_the_form_stands_left_of_the_report(page, old_layer):
    page.resize(900, 700)
    page.run_primary()
    settle(page)
    assert page.drill.is_open and page.panels.is_beside
    assert page.choices.isVisible() and page.choices.layer_box.isVisible()
    assert page.primary.isVisible() and page.primary.text().startswith("Join ")
    page.resize(320, 700)
    settle(page)
    assert page.drill.is_open and not page.choices.isVisible()
    assert page.escape() and page.choices.isVisible()


def test_beside_the_form_the_report_follows_it_and_leaves_the_focus_there(page, old_layer):
    page.resize(900, 700)
    page.run_primary()
    settle(page)
    page.choices.field_box.setFocus()
    page.desk.context.set_day(datetime.date(2023, 1, 1))
    settle(page)
    assert page.drill.is_open and page.panels.is_beside
    assert "1.1.2023" in page.drill._panel.headline.accessibleName()
    assert page.window().focusWidget() is page.choices.field_box
    page.escape()
    page.desk.context.set_day(datetime.date(2024, 1, 1))
    settle(page)
    assert not page.drill.is_open
