"""Check and Change Codes on the stand-in's real codes: from 2020 to 2024 without guessing, and nothing changed unseen."""

import csv
import datetime
import types

import openpyxl
import pytest
from fake_desk import on_screen, wait_for
from klasskart.core.diagnosis import Diagnosis, Fit, Problem
from klasskart.gis.diagnosis_report import divisions, html, problem_text
from klasskart.gis.jobs import Jobs
from klasskart.ui import change_panel
from klasskart.ui.check_panel import boundary_unit
from klasskart.ui.desk import Desk
from klasskart.ui.join_page import JoinPage
from klasskart.ui.measures import em
from qgis.core import NULL, QgsFeature, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton, QScrollArea
from standin import Standin
from test_join_page import Settings, add_layer, kommuner, press, settle, texts

NEW_YEAR = datetime.date(2024, 1, 1)


@pytest.fixture(scope="module")
def served():
    with Standin(today=datetime.date(2026, 10, 1)) as standin:
        yield standin


@pytest.fixture
def page(qgis_new_project, served, tmp_path):
    served.heal()
    iface = types.SimpleNamespace(mapCanvas=lambda: None, activeLayer=lambda: None)
    desk = Desk(iface, QgsProject.instance(), Settings(served, tmp_path / "cache"), Jobs())
    desk.context.set_day(NEW_YEAR)
    with on_screen(JoinPage(desk)) as made:
        yield made
    desk.close()
    served.heal()


@pytest.fixture
def old_codes(served):
    return kommuner(served, "2020-01-01")


def add_table(values, name="tall", kind="string"):
    """Add a table of codes and figures (code, figure) to the project."""
    layer = QgsVectorLayer(f"NoGeometry?field=knr:{kind}&field=folk:integer&field=navn:string", name, "memory")
    features = []
    for code, figure in values:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([code, figure, "x"])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


def looked_into(page, layer, wish):
    page.open_with((layer.id(), wish))
    settle(page)
    panel = getattr(page, wish).panel
    assert panel is not None, texts(page)
    return panel


def cells(layer, *names):
    return {f[names[0]]: tuple(None if f[n] == NULL else f[n] for n in names[1:]) for f in layer.getFeatures()}


def added(before):
    """The one layer of the project that was not there before."""
    (identity,) = set(QgsProject.instance().mapLayers()) - set(before)
    return QgsProject.instance().mapLayer(identity)


def layers():
    return set(QgsProject.instance().mapLayers())


# --- check --------------------------------------------------------------------------------


def test_a_column_of_2020_is_told_with_the_share_of_each_division(page, old_codes):
    panel = looked_into(page, add_table((code, 1) for code in old_codes), "check")
    assert panel.headline.accessibleName() == "Kommuner, 2020–2023"
    assert panel.counts.text() == "356 of 356 codes applied then."
    assert "2020–2023: 100 %" in panel.shares
    assert "2024–2026: 68 %" in panel.shares
    assert panel.shares.index("2024–2026: 68 %") < panel.shares.index("2020–2023: 100 %")
    assert not page.primary.isVisible()


def test_what_lacks_its_zero_is_mended_in_a_field_of_its_own(page):
    layer = add_table([(301, 1), (1101, 2), (3101, 3)], kind="integer")
    panel = looked_into(page, layer, "check")
    assert [label.text() for label in panel.problems] == ["1 code(s) lack the zero in front: 301 → 0301"]
    before, values = layers(), cells(layer, "knr", "folk")
    panel.rows[0].button.click()
    settle(page)
    new = added(before)
    assert cells(new, "knr", "mended_code", "folk") == {301: ("0301", 1), 1101: ("1101", 2), 3101: ("3101", 3)}
    assert cells(layer, "knr", "folk") == values
    assert texts(page) == ["1 value(s) are mended in “tall, mended”, in the field mended_code."]
    press(page, "Undo")
    assert layers() == before


def row_of(panel, words):
    found = [row for row in panel.rows if words in row.label.text()]
    assert len(found) == 1, [row.label.text() for row in panel.rows]
    return found[0]


def listed(names):
    """Give what the list of names shows: name → its place, or what there is to choose from."""
    shown = {}
    for number in range(names.topLevelItemCount()):
        item = names.topLevelItem(number)
        box = names.itemWidget(item, 1)
        shown[item.text(0)] = [box.itemText(row) for row in range(box.count())] if box else item.text(1)
    return shown


def test_names_are_looked_up_and_shown_before_they_are_mended_to_codes(page):
    layer = add_table([("Oslo", 717_710), ("Halden", 31_935), ("Bærum", 130_920)])
    panel = looked_into(page, layer, "check")
    assert panel.headline.accessibleName() == "Names of kommuner, not codes"
    assert listed(panel.names) == {
        "Bærum": "3201 Bærum (Akershus)",
        "Halden": "3101 Halden (Østfold)",
        "Oslo": "0301 Oslo (Oslo)",
    }
    before = layers()
    row_of(panel, "3 name(s) instead of codes").button.click()
    settle(page)
    assert cells(added(before), "knr", "mended_code")["Halden"] == ("3101",)


def test_a_name_of_several_places_waits_for_the_users_choice(page):
    panel = looked_into(page, add_table([("Oslo", 1), ("Halden", 1), ("Herøy", 1)]), "check")
    row = row_of(panel, "3 name(s) instead of codes, 1 of them of several places")
    places = ["1515 Herøy (Møre og Romsdal)", "1818 Herøy (Nordland - Nordlánnda)"]
    assert listed(panel.names)["Herøy"] == ["Choose one of 2", *places]
    assert len(row.mending) == 2
    (box,) = panel.names.boxes.values()
    box.setCurrentIndex(2)
    before = layers()
    row.button.click()
    settle(page)
    assert cells(added(before), "knr", "mended_code") == {"Oslo": ("0301",), "Halden": ("3101",), "Herøy": ("1818",)}


def test_the_list_of_names_is_as_high_as_its_rows_are_when_they_are_seen(page):
    """Themes style what is shown, not what is only made."""
    names = looked_into(page, add_table([("Oslo", 1), ("Halden", 1), ("Herøy", 1)]), "check").names
    names.hide()
    names.setStyleSheet("QHeaderView::section { padding: 9px }")
    names.show()
    settle(page)
    assert names.verticalScrollBar().maximum() == 0


def test_names_of_several_places_are_told_apart_by_a_field_of_fylker(page):
    layer = QgsVectorLayer("NoGeometry?field=sted:string&field=fylke:string", "steder", "memory")
    rows = [("Herøy", "Nordland"), ("Herøy", "Møre og Romsdal"), ("Herøy", None), ("Halden", "Østfold")]
    features = []
    for row in rows:
        features.append(QgsFeature(layer.fields()))
        features[-1].setAttributes(list(row))
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    page.open_with((layer.id(), "check", "sted"))
    settle(page)
    panel = page.check.panel
    assert listed(panel.names) == {"Herøy": "by the field fylke", "Halden": "3101 Halden (Østfold)"}
    before = layers()
    panel.names_row.button.click()
    settle(page)
    mended = {(f["fylke"] or None): f["mended_code"] for f in added(before).getFeatures()}
    assert mended == {"Nordland": "1818", "Møre og Romsdal": "1515", None: "Herøy", "Østfold": "3101"}


def test_each_line_mends_its_own_and_all_can_be_mended_at_once(page):
    codes = ["301", "K-1103", "Halden", "Herøy", "9999", "4242", "1101", "1106", "1108", "3201"]
    layer = add_table([(code, 1) for code in codes])
    panel = looked_into(page, layer, "check")
    assert [row.label.text() for row in panel.rows] == [
        "1 code(s) lack the zero in front: 301 → 0301",
        "1 value(s) are not written as codes: K-1103 → 1103",
        "1 value(s) are unknown to Klass: 4242",
        "2 name(s) instead of codes, 1 of them of several places",
        "1 code(s) are not places: 9999",
    ]
    assert [row.button.text() for row in panel.rows] == ["Mend", "Mend", "Select Rows", "Mend", "Leave Empty"]
    assert panel.mend_button.text() == "Mend All 3 Values"
    before = layers()
    row_of(panel, "zero").button.click()
    settle(page)
    first = added(before)
    codes = cells(first, "knr", "mended_code")
    assert (codes["301"], codes["K-1103"], codes["9999"]) == (("0301",), ("K-1103",), ("9999",))
    press(page, "Check the Rest")
    settle(page)
    assert page.check.panel.found.field == "mended_code"
    assert page.check.panel.mend_button.text() == "Mend All 2 Values"


def test_mend_all_takes_what_every_line_has_but_leaves_the_fillers(page):
    panel = looked_into(page, add_table([(code, 1) for code in ("301", "K-1103", "Halden", "9999", "1101", "1106")]), "check")
    before = layers()
    panel.mend_button.click()
    settle(page)
    mended = cells(added(before), "knr", "mended_code")
    assert mended["301"] + mended["K-1103"] + mended["Halden"] + mended["9999"] == ("0301", "1103", "3101", "9999")


def test_fillers_are_left_empty_by_their_own_button(page):
    panel = looked_into(page, add_table([("0301", 1), ("9999", 2), ("1101", 3)]), "check")
    before = layers()
    row_of(panel, "not places").button.click()
    settle(page)
    assert cells(added(before), "knr", "mended_code") == {"0301": ("0301",), "9999": (None,), "1101": ("1101",)}
    assert texts(page) == ["1 value(s) are left empty in “tall, mended”, in the field mended_code."]


def test_what_nobody_can_mend_is_selected_in_the_layer(page):
    layer = add_table([("0301", 1), ("4242", 2), ("4242", 3), ("1101", 4), ("1103", 5)])
    panel = looked_into(page, layer, "check")
    row_of(panel, "unknown").button.click()
    settle(page)
    assert sorted(feature["folk"] for feature in layer.selectedFeatures()) == [2, 3]
    assert page.check.is_open


def test_old_codes_have_a_line_with_the_three_ways_out(page, old_codes):
    panel = looked_into(page, add_table((code, 1) for code in old_codes), "check")
    assert panel.old.text() == "114 code(s) do not apply on 1.1.2024, such as 1507"
    shown = [button.text() for button in panel.cures.buttons if button.isVisibleTo(panel)]
    assert shown == ["Change to 2024 Codes", "Use 1.1.2023", "Get Boundaries"]
    assert not panel.mend_button.isVisibleTo(panel)


def test_the_day_of_the_codes_is_one_click_away(page, old_codes):
    panel = looked_into(page, add_layer("Kommuner", old_codes), "check")
    assert panel.day_button.text() == "Use 1.1.2023"
    panel.day_button.click()
    settle(page)
    assert page.desk.context.day == datetime.date(2023, 1, 1)
    assert not page.check.is_open
    assert page.choices.verdict.words.text() == "All 356 match 1.1.2023"


def test_the_boundaries_of_the_codes_are_one_click_away(page, old_codes):
    asked = []
    page.desk.page_wanted.connect(lambda name, subject: asked.append((name, subject)))
    looked_into(page, add_table((code, 1) for code in old_codes), "check").boundaries_button.click()
    assert asked == [("KlasskartLayersPage", "kommune")]
    assert page.desk.context.day == datetime.date(2023, 1, 1)


@pytest.mark.parametrize(
    ("classification", "level", "unit"),
    [
        *((131, "1", "kommune"), (104, "1", "fylke"), (103, "1", "bydel"), (108, "1", "")),
        *((1, "1", "delomrade"), (1, "2", "grunnkrets"), (1, "", "grunnkrets")),
    ],
)
def test_every_kind_of_boundaries_is_found_by_its_codes(classification, level, unit):
    fit = Fit(classification, level, "2024-01-01", "", 10, 10)
    assert boundary_unit(Diagnosis("x", classification, level, 10, 0, 10, 10, (fit,), (), {})) == unit


def test_codes_of_today_need_nothing(page, served):
    panel = looked_into(page, add_layer("Kommuner", kommuner(served, "2024-01-01")), "check")
    assert panel.headline.accessibleName() == "Kommuner, 2024–2026"
    assert panel.to_mend.text() == "Nothing to mend"
    assert not panel.change_button.isVisibleTo(panel)
    assert not panel.day_button.isVisibleTo(panel)


def test_the_report_is_saved_as_a_page_and_as_a_table(page, old_codes, tmp_path):
    looked_into(page, add_table((code, 1) for code in old_codes), "check")
    for name in ("report.html", "report.csv", "report.xlsx"):
        page.check.save(tmp_path / name)
        settle(page)
    text = (tmp_path / "report.html").read_text("utf-8")
    assert "Kommuner, 2020–2023" in text
    assert "tall, field knr" in text
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        first = next(csv.DictReader(file, delimiter=";"))
    assert (first["classification"], first["date_from"], first["date_to"], first["matched"]) == (
        "131",
        "2020-01-01",
        "2024-01-01",
        "356",
    )
    sheet = openpyxl.load_workbook(tmp_path / "report.xlsx").active
    assert [cell.value for cell in sheet[2]][:6] == [131, "1", "2020-01-01", "2024-01-01", 356, 356]


def test_the_page_stays_one_sheet_also_with_many_names_of_several_places():
    named = Problem("name", 1, 1, "Herøy", "1515 Herøy (Møre og Romsdal); 1818 Herøy (Nordland)", 131, "", ("Herøy",))
    problems = (named._replace(example="Halden", raw=("Halden",)), *(named._replace(example=f"Herøy {n}") for n in range(20)))
    fits = tuple(Fit(131, "1", f"{year}-01-01", f"{year + 1}-01-01", 10, 9) for year in range(2000, 2024))
    found = Diagnosis("sted", 131, "1", 30, 0, 10, 10, fits, problems, {"Halden": "3101"})
    page = html(found, "steder", NEW_YEAR)
    assert page.count("<li>") == 8
    assert "14 more name(s) of several places" in page
    assert page.count("<tr") == 8


def test_the_division_of_the_day_is_among_those_that_are_shown():
    fits = [Fit(131, "1", f"{year}-01-01", f"{year + 1}-01-01", 10, 9) for year in range(2000, 2020)]
    fits.append(Fit(131, "1", "2024-01-01", "", 10, 1))
    found = Diagnosis("sted", 131, "1", 30, 0, 10, 10, tuple(fits), (), {})
    assert [fit.start[:4] for fit in divisions(found, 3, NEW_YEAR)] == ["2024", "2001", "2000"]


def test_look_alikes_are_called_by_their_name():
    text = problem_text(Problem("lookalike", 2, 2, "11030101", None, 745, "1"))
    assert text == "2 code(s) look like zones of living conditions, such as 11030101"


def test_a_report_that_cannot_be_saved_is_told(page, old_codes, tmp_path):
    looked_into(page, add_table((code, 1) for code in old_codes), "check")
    page.check.save(tmp_path / "nowhere" / "report.html")
    settle(page)
    assert "report.html" in texts(page)[0]


@pytest.fixture
def badly_joined(page, old_codes, served):
    """Kommuner of 2024, and a table most of whose codes are from before that."""
    layer = add_layer("Kommuner 2024", kommuner(served, "2024-01-01"))
    former = [code for code in old_codes if code.startswith("30")]
    page.show_layer(layer)
    page.use_table(add_table([("0301", 1), *((code, 1) for code in former)]))
    settle(page)
    return layer


def test_where_little_of_a_table_matches_the_table_is_checked_and_not_the_layer(page, badly_joined):
    assert page.choices.verdict.button.text() == "Check the Table"
    page.choices.verdict.button.click()
    settle(page)
    assert page.check.panel.headline.accessibleName() == "Kommuner, 2020–2023"


def test_a_table_whose_codes_were_changed_takes_its_own_place_in_the_join(page, badly_joined):
    page.choices.verdict.button.click()
    settle(page)
    before = layers()
    page.check.panel.change_wanted.emit()
    settle(page)
    page.run_primary()
    settle(page)
    made = added(before)
    assert page.choices.layer is badly_joined
    assert page.choices.source_box.source.table == made.id()
    assert page.prepared.key_field == "new_code"
    assert page.prepared.report.matched > 20


def test_a_table_whose_codes_were_mended_takes_its_own_place_in_the_join(page, served):
    layer = add_layer("Kommuner 2024", kommuner(served, "2024-01-01"))
    page.show_layer(layer)
    page.use_table(add_table([(301, 1), (1101, 2), ("K-1103", 3)]))
    settle(page)
    page.choices.verdict.button.click()
    settle(page)
    before = layers()
    page.check.panel.rows[0].button.click()
    settle(page)
    assert page.choices.layer is layer
    assert page.choices.source_box.source.table == added(before).id()


def test_check_stands_beneath_a_join_and_is_offered_where_little_matches(page, old_codes):
    page.show_layer(add_layer("Ord", ["abc", "def"]))
    settle(page)
    assert page.choices.verdict.button.text() == "Check"
    page.choices.verdict.button.click()
    settle(page)
    assert page.check.is_open or texts(page)
    page.show_layer(add_layer("Kommuner 2020", old_codes))
    settle(page)
    assert page.choices.verdict.button.text() == ""
    page.drills.check_button.click()
    settle(page)
    assert page.check.is_open


def test_check_on_a_layer_without_codes_is_told(page):
    layer = QgsVectorLayer("NoGeometry?field=tekst:string", "tom", "memory")
    QgsProject.instance().addMapLayer(layer)
    page.open_with((layer.id(), "check"))
    settle(page)
    assert len(texts(page)) == 1
    assert "tom" in texts(page)[0]
    assert not page.check.is_open


def test_what_check_told_stays_when_the_form_has_looked_at_the_layer_later(page):
    layer = QgsVectorLayer("NoGeometry?field=tekst:string", "tom", "memory")
    QgsProject.instance().addMapLayer(layer)
    page.open_with((layer.id(), "check"))
    page._later.stop()  # the form's own look has to wait
    wait_for(lambda: not page.desk.jobs.busy)
    told = texts(page)
    page._check()
    settle(page)
    assert texts(page) == told != []


def test_check_goes_on_where_a_guessed_table_does_not_fit(page, old_codes):
    """Beside a table of something else, the form first tries that table and then looks again."""
    add_table([("abc", 1), ("def", 2)], "Noe annet")
    layer = add_layer("Kommuner 2020", old_codes)
    page.open_with((layer.id(), "check"))
    page._later.stop()
    page._check()
    settle(page)
    assert page.check.is_open
    assert texts(page) == []


def test_a_check_under_way_is_asked_again_for_another_day(page, old_codes):
    layer = add_layer("Kommuner 2020", old_codes)
    page.open_with((layer.id(), "check"))
    page.desk.context.set_day(datetime.date(2023, 1, 1))
    settle(page)
    assert page.check.is_open
    assert texts(page) == []


def test_a_check_of_a_layer_that_is_removed_meanwhile_tells_nothing(page, old_codes):
    layer = add_layer("Kommuner 2020", old_codes)
    page.open_with((layer.id(), "check"))
    QgsProject.instance().removeMapLayer(layer.id())
    settle(page)
    assert not page.drills.is_open
    assert texts(page) == []


# --- change codes -------------------------------------------------------------------------


def radio(panel, words):
    return next(radio for row in panel.splits for radio in row.radios if radio.text() == words)


def test_from_the_report_of_2020_codes_to_a_table_of_2024_codes(page, old_codes):
    """Job B: 242 apply, the report leads to Change Codes, one split waits for a choice."""
    layer = add_table(((code, number) for number, code in enumerate(old_codes)), "Tall 2020")
    page.show_layer(layer)
    settle(page)
    assert page.choices.verdict.words.text() == "242 of 356 features have a code that applies on 1.1.2024"
    page.open_report()
    report = page.drill._panel
    assert report.change_button.text() == "Change to 2024 Codes"
    report.change_button.click()
    settle(page)
    panel = page.change.panel
    assert panel.headline.accessibleName() == "355 of 356 rows are settled"
    assert [label.text() for label in panel.counts] == ["242 unchanged, 3 of them with a new name", "113 with a new number"]
    assert [row.code for row in panel.splits] == ["1507"]
    assert [one.text() for one in panel.splits[0].radios] == ["1508 Ålesund", "1580 Haram", "Share out", "Leave empty"]
    assert panel.splits[0].radios[-1].isChecked()
    assert page.primary.text() == "Make New Table"

    before = layers()
    page.run_primary()
    settle(page)
    new = added(before)
    codes = cells(new, "knr", "new_code", "new_name", "recode_status")
    assert codes["1507"] == (None, None, "split")
    assert codes["3001"] == ("3101", "Halden", "renumbered")
    assert len(codes) == 356
    assert layer.fields().names() == ["knr", "folk", "navn"]
    assert texts(page) == [
        "“Tall 2020, codes of 2024” is in the project. 355 of 356 rows have their new code, the rest is left empty."
    ]
    press(page, "Undo")
    assert layers() == before


def test_old_codes_are_today_s_after_five_clicks(page, old_codes):
    """Job B: the layer's menu and its Check are the first two."""
    panel = looked_into(page, add_table(((code, 1) for code in old_codes), "Tall 2020"), "check")
    panel.change_button.click()
    settle(page)
    radio(page.change.panel, "1508 Ålesund").click()
    before = layers()
    page.primary.click()
    settle(page)
    new = added(before)
    assert new.name() == "Tall 2020, codes of 2024"
    assert all(code for (code,) in cells(new, "knr", "new_code").values())


def test_the_choice_for_a_split_settles_it(page, old_codes):
    panel = looked_into(page, add_layer("Kommuner 2020", old_codes), "change")
    radio(panel, "1508 Ålesund").click()
    assert panel.headline.accessibleName() == "356 of 356 rows are settled"
    assert page.primary.text() == "Make New Layer"
    before = layers()
    page.run_primary()
    settle(page)
    assert cells(added(before), "kommunenummer", "new_code")["1507"] == ("1508",)
    assert "All 356 row(s) have their new code." in texts(page)[0]
    assert not page.drills.is_open


def test_a_choice_can_be_taken_back(page, old_codes):
    panel = looked_into(page, add_layer("Kommuner 2020", old_codes), "change")
    radio(panel, "1580 Haram").click()
    radio(panel, "Leave empty").click()
    assert panel.headline.accessibleName() == "355 of 356 rows are settled"


def test_sums_are_refused_with_the_reason_until_the_split_is_settled(page, old_codes):
    layer = add_table(((code, 10) for code in old_codes), "Tall 2020")
    panel = looked_into(page, layer, "change")
    assert panel.sum_box.count() == 1
    panel.sum_box.setCheckedItems(["folk"])
    settle(page)
    assert panel.sum_words.text().startswith("folk cannot be added up: 1507")
    assert not page.primary.isEnabled()
    radio(panel, "1508 Ålesund").click()
    settle(page)
    assert panel.sum_words.text() == "356 rows become 356."
    assert page.primary.isEnabled()


def test_a_field_checked_from_the_keyboard_is_added_up_too(page):
    panel = looked_into(page, add_table([("1507", 10), ("0301", 1)]), "change")
    view = panel.sum_box.view()
    view.setCurrentIndex(panel.sum_box.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Space)
    settle(page)
    assert panel.sum_fields == ["folk"]
    assert panel.sum_words.text().startswith("folk cannot be added up: 1507")
    QTest.keyClick(view, Qt.Key.Key_Space)
    settle(page)
    assert panel.sum_fields == [] and not panel.sum_words.text()


def test_figures_of_merged_kommuner_are_added_up(page):
    layer = add_table([("0104", 2), ("0136", 4), ("0301", 8)])
    panel = looked_into(page, layer, "change")
    panel.sum_box.setCheckedItems(["folk"])
    settle(page)
    assert panel.sum_words.text() == "3 rows become 2."
    before = layers()
    page.run_primary()
    settle(page)
    assert cells(added(before), "new_code", "folk") == {"3103": (6,), "0301": (8,)}


def test_figures_of_a_file_without_types_are_added_up_too(page, tmp_path):
    """QGIS reads every column of a CSV file as text."""
    path = tmp_path / "tall.csv"
    path.write_text("knr,navn,folk\n0104,Moss,32 652\n0136,Rygge,15978\n0301,Oslo,:\n", "utf-8")
    layer = QgsProject.instance().addMapLayer(QgsVectorLayer(str(path), "Tall", "ogr"))
    panel = looked_into(page, layer, "change")
    assert [panel.sum_box.itemText(row) for row in range(panel.sum_box.count())] == ["folk"]
    panel.sum_box.setCheckedItems(["folk"])
    settle(page)
    before = layers()
    page.run_primary()
    settle(page)
    assert cells(added(before), "new_code", "folk") == {"3103": (48630,), "0301": (None,)}


def share_out(panel, code, *percentages):
    """Share a split code out by percentages, the last of which is what the others leave."""
    row = next(row for row in panel.splits if row.code == code)
    row.radios[-2].click()
    for box, value in zip(row.shares.boxes, percentages):
        box.setValue(value)
    return row


def test_a_split_can_be_shared_out_and_sums_follow(page):
    layer = add_table([("1507", 1000), ("1508", 8), ("0301", 1)])
    panel = looked_into(page, layer, "change")
    row = share_out(panel, "1507")
    assert panel.headline.accessibleName() == "2 of 3 rows are settled"  # nothing is said yet, and nothing guessed
    row.shares.boxes[0].setValue(85)
    assert row.shares.boxes[1].text() == "15.0 %"
    assert panel.headline.accessibleName() == "3 of 3 rows are settled"
    panel.sum_box.setCheckedItems(["folk"])
    settle(page)
    assert panel.sum_words.text() == "3 rows become 3."
    before = layers()
    page.run_primary()
    settle(page)
    sums = cells(added(before), "new_code", "folk")
    assert {code: round(value, 6) for code, (value,) in sums.items()} == {"1508": 858.0, "1580": 150.0, "0301": 1.0}


def test_of_several_successors_the_last_takes_the_rest_and_none_more_than_there_is(page, old_codes):
    """Backwards in time a merge is a split: 3118 Indre Østfold came from five."""
    page.desk.context.set_day(datetime.date(2019, 1, 1))
    panel = looked_into(page, add_table([("3118", 46_000), ("0301", 1)]), "change")
    assert panel.recoding.until == datetime.date(2019, 1, 1)
    row = share_out(panel, "3118", 10, 20, 30)
    assert row.choice == ()
    row.shares.boxes[3].setValue(90)
    assert [box.value() for box in row.shares.boxes] == [10, 20, 30, 40, 0]
    row.shares.boxes[3].setValue(15)
    assert row.choice == (("0122", 0.1), ("0123", 0.2), ("0124", 0.3), ("0125", 0.15), ("0138", 0.25))


def test_the_list_is_saved_with_what_to_look_at_first(page, old_codes, tmp_path):
    looked_into(page, add_table([("0301", 1), ("3001", 2), ("1507", 3), ("4242", 4)]), "change")
    for name in ("list.csv", "list.xlsx"):
        page.change.save(tmp_path / name)
        settle(page)
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [(row["old_code"], row["new_code"], row["status"]) for row in rows] == [
        ("1507", "", "split"),
        ("4242", "", "unknown"),
        ("0301", "0301", "unchanged"),
        ("3001", "3101", "renumbered"),
    ]
    assert rows[0]["successors"] == "1508, 1580"
    assert rows[3]["chain"].endswith("→ 3101 (2024-01-01)")
    sheet = openpyxl.load_workbook(tmp_path / "list.xlsx").active
    assert [sheet["A4"].value, sheet["C4"].value, sheet["H4"].value] == ["0301", "0301", 1]
    assert texts(page) == ["The list is saved as list.xlsx."]


@pytest.mark.parametrize("name", ["choices.csv", "choices.xlsx"])
def test_choices_are_saved_and_loaded_again(page, old_codes, tmp_path, name):
    layer = add_table([(code, 10) for code in old_codes])
    share_out(looked_into(page, layer, "change"), "1507", 85)
    page.change.save(tmp_path / name, choices=True)
    settle(page)
    page.close_panels()
    panel = looked_into(page, layer, "change")
    assert panel.headline.accessibleName() == "355 of 356 rows are settled"
    page.change.load(tmp_path / name)
    settle(page)
    assert panel.headline.accessibleName() == "356 of 356 rows are settled"
    assert [box.value() for box in panel.splits[0].shares.boxes] == [85, 15]
    assert texts(page)[-1] == f"1 choice(s) are taken from {name}."


def test_saved_choices_are_what_the_algorithm_takes(page, old_codes, tmp_path):
    panel = looked_into(page, add_table([("1507", 10)]), "change")
    radio(panel, "1580 Haram").click()
    page.change.save(tmp_path / "choices.csv", choices=True)
    settle(page)
    table = QgsVectorLayer(str(tmp_path / "choices.csv"), "choices", "ogr")
    assert table.fields().names() == ["old_code", "new_code", "weight"]
    assert [feature.attributes()[:2] for feature in table.getFeatures()] == [["1507", "1580"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("old_code;new_code\n1507;0301\n", "1508, 1580"),
        ("gammel;ny\n1507;1508\n", "old_code"),
        ("old_code;new_code\n1507;1508\n1507;1580\n", "weight"),
        ("", "empty"),
    ],
)
def test_choices_that_cannot_be_used_are_told_and_nothing_is_taken(page, tmp_path, text, told):
    panel = looked_into(page, add_table([("1507", 10), ("0301", 1)]), "change")
    (tmp_path / "choices.csv").write_text(text, "utf-8")
    page.change.load(tmp_path / "choices.csv")
    settle(page)
    assert told in texts(page)[0]
    assert panel.headline.accessibleName() == "1 of 2 rows are settled"


def test_rows_to_look_at_are_selected_in_the_layer(page):
    layer = add_table([("0301", 1), ("4242", 2), ("1507", 3), ("1507", 4), (None, 5)])
    panel = looked_into(page, layer, "change")

    def selected_by(button):
        button.click()
        settle(page)
        return sorted(feature["folk"] for feature in layer.selectedFeatures())

    buttons = {row.label.text(): row.button for row in panel.count_rows if row.values}
    assert selected_by(buttons["1 unknown to Klass then: 4242"]) == [2]
    assert selected_by(buttons["1 without a value"]) == [5]
    assert selected_by(panel.splits[0].select_button) == [3, 4]
    assert page.change.is_open


def test_many_splits_are_shown_some_at_a_time_and_all_can_be_settled(page, served, monkeypatch):
    """Backwards from today to 2019, many kommuner came from several."""
    monkeypatch.setattr(change_panel, "AT_ONCE", 10)
    page.desk.context.set_day(datetime.date(2019, 1, 1))
    panel = looked_into(page, add_layer("Kommuner", kommuner(served, "2024-01-01")), "change")
    splits = len(panel.recoding.splits)
    assert splits > 30
    assert len(panel.splits) == 10
    assert panel.more_button.isVisibleTo(panel)
    while panel.more_button.isVisibleTo(panel):
        panel.more_button.click()
    assert len(panel.splits) == splits
    for row in panel.splits:
        row.radios[0].click()
    assert all(recoded.is_settled for recoded in panel.recoding.splits.values())


def test_what_is_unknown_or_empty_is_counted(page):
    panel = looked_into(page, add_table([("0301", 1), ("0136", 1), ("0999", 2), (None, 4), ("", 4)]), "change")
    lines = [label.text() for label in panel.counts]
    assert lines == ["1 unchanged", "1 merged with others", "1 unknown to Klass then: 0999", "2 without a value"]
    assert panel.headline.accessibleName() == "2 of 5 rows are settled"


def test_another_day_is_asked_for_at_once(page, old_codes):
    looked_into(page, add_table((code, 1) for code in old_codes), "change")
    page.desk.context.set_day(datetime.date(2019, 1, 1))
    settle(page)
    assert page.change.is_open
    assert page.change.panel.recoding.until == datetime.date(2019, 1, 1)


def test_going_back_from_change_codes_is_the_report_again(page, old_codes):
    page.show_layer(add_layer("Kommuner 2020", old_codes))
    settle(page)
    page.open_report()
    page.drill._panel.change_button.click()
    settle(page)
    assert page.change.is_open
    page.close_panel()
    assert page.drill.is_open
    assert not page.change.is_open
    assert page.primary.text().startswith("Join 242")


def test_another_layer_takes_what_was_shown_away(page, old_codes, served):
    looked_into(page, add_table((code, 1) for code in old_codes), "change")
    page.show_layer(add_layer("Kommuner", kommuner(served, "2024-01-01")))
    settle(page)
    assert not page.drills.is_open


def test_the_same_is_not_told_twice(page):
    """The form and Change Codes both ask for codes of a day that Klass has none for."""
    page.desk.context.set_day(datetime.date(1950, 1, 1))
    layer = add_table([("0301", 1), ("1101", 1)])
    page.open_with((layer.id(), "change"))
    settle(page)
    assert len(texts(page)) == 1


def test_klass_that_does_not_answer_is_told_and_nothing_opens(page, old_codes, served):
    layer = add_table((code, 1) for code in old_codes)
    served.break_next("/classifications/131", times=99)
    page.open_with((layer.id(), "change"))
    settle(page)
    assert not page.change.is_open
    assert texts(page)


def test_a_closed_drill_in_is_not_pythons_to_delete(page, old_codes):
    """Else Python deletes it once more, in the thread of a job where it happens to clean up: QGIS ends then."""
    looked_into(page, add_table((code, 1) for code in old_codes), "check")
    frame = page.check._frame
    assert not sip.ispyowned(frame)
    page.close_panels()
    wait_for(lambda: sip.isdeleted(frame))


@pytest.mark.parametrize("wish", ["check", "change"])
def test_nothing_is_cut_in_280_pixels_also_with_large_text(page, qgis_app, wish):
    font = qgis_app.font()
    large = qgis_app.font()
    large.setPointSizeF(1.5 * font.pointSizeF())
    qgis_app.setFont(large)
    try:
        page.resize(280, 900)
        codes = ["301", "K-1103", "Halden", "Herøy", "9999", "4242", "1507", "1101", "1106", "1108", "3201"]
        panel = looked_into(page, add_table([(code, 1000) for code in codes]), wish)
        if wish == "change":
            share_out(panel, "1507", 85)
        settle(page)
        body = panel.findChild(QScrollArea).widget()
        # What follows the font or the width does so in events that a loaded machine gets to late.
        wait_for(lambda: body.minimumSizeHint().width() <= panel.findChild(QScrollArea).viewport().width())
        assert panel.minimumSizeHint().width() <= 16 * em(panel)
    finally:
        qgis_app.setFont(font)


def test_every_button_has_words_for_screen_readers(page, old_codes):
    panel = looked_into(page, add_table((code, 1) for code in old_codes), "check")
    assert all(button.text() for button in panel.cures.findChildren(QPushButton) if button.isVisibleTo(panel))
    assert panel.save_button.accessibleName()
    assert page.drills.check_button.text() == "Check"
